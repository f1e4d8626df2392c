"""The conditions that a question sets: every mention, form and bare topic turned into one."""

from __future__ import annotations

from itertools import combinations

from bot.knowledge.fields import FIELDS, facts_of
from bot.knowledge.records import Mission
from bot.questions.asked import EVENT_DAYS, NEVER_IDLE, Asked, fields_for
from bot.questions.carrying import runs_none, with_their_covers
from bot.questions.conditions import SELF, condition_on, is_station, merged, only_brought_back
from bot.questions.query import Condition, Query, Trouble, Want
from bot.questions.question import FLIGHT_TOPICS, Question
from bot.questions.sketch import FORMS, Mention, TopicUse

_STRUCK_FOR = {"launch": "launch", "arrive": "dock", "return": "return", "end": "landing"}
_ENDS = {"burn": "reentry", "re": "reentry", "splash": "splashdown"}
# The field that shows whether a cover is signed, numbered ... at all.
TOLD_BY = {
    "sign": "signed_by",
    "mark": "marks",
    "postmark": "strike_place",
    "number": "numbering",
    "return": "down",
    "recover": "recovered_day",
    "store": "carried_in",
    "move": "moved",
}


def finish(
    q: Question, want: Want, kind: str, fields: tuple[str, ...], asked: Asked | None
) -> Query | Trouble:
    """The Query of this want, with every mention turned into a condition."""
    where = restrictions(q, kind, asked)
    if isinstance(where, Trouble):
        return where
    return Query(
        want=want,
        kind=kind,
        fields=fields,
        where=where,
        every=q.sketch.every,
        limit=None,
    )


def restrictions(
    q: Question, kind: str, asked: Asked | None, leave_out: list[Mention] | None = None
) -> tuple[Condition, ...] | Trouble:
    """The conditions that the mentions, forms and bare topics set on things of `kind`."""
    unheard = _unheard(q, kind, asked) or _flies_nothing(q, kind)
    if unheard:
        return Trouble(status="not_understood", words=(unheard,))
    found: list[Condition] = []
    between = _between(q, kind)
    if between is not None:
        found.append(between)
        leave_out = [*(leave_out or []), *(m for m in q.sketch.mentions if _bounds(m))]
    for mention in q.sketch.mentions:
        if leave_out and mention in leave_out:
            continue
        condition = _condition(q, kind, mention)
        if isinstance(condition, Trouble):
            return condition
        found += [condition] if condition is not None else []
    if kind == "mission":
        found = [*_during(q, days_of_the_stay(q, found)), *_ways_to_end(q)]
        found = [_of_the_loss(q, condition) for condition in found]
    found += form_conditions(q, kind, asked)
    found += _bare_topics(q, kind, asked)
    ways = [name for name in (asked.fields if asked else ()) if name in {"up", "down"}]
    if q.line and kind == "cover":  # "which Dragon brought them", "which ATVs have a folder"
        found.append(Condition(field=ways[0] if ways else "about", things=q.line))
    found += _of_flights(q, kind, found)
    found = with_their_covers(q.sketch, found, q.knowledge) if kind == "mission" else found
    found += value_conditions(q, kind)
    texts = [c.field for c in found if c.op == "contains" and c.field in _NAMED_VALUES]
    if len(texts) > len(set(texts)):  # "on Atlas V and Falcon 9": no flight had both
        return Trouble(status="not_understood", words=(texts[0],))
    joined = _years_joined(found) if kind == "mission" else found
    if joined is None:
        return Trouble(status="not_understood", words=("two days",))
    found = joined
    found = [_brought_back(q, c) for c in found] if kind == "cover" else found
    found = _without_years_of_names(q, found) if kind == "cover" else found
    both = any(slot.text == "both" for slot in q.sketch.slots)
    return tuple(_each_named(found) if both else merged(found, either=q.sketch.alternative))


def _without_years_of_names(q: Question, found: list[Condition]) -> list[Condition]:
    """As in "the ARD covers of 1998", "the 1989 double cover": the year is part of the name."""
    named = [thing for c in found if c.field == SELF and c.op == "is" for thing in c.things]
    records = [q.knowledge.thing(thing) for thing in named]
    names = [" ".join((record.name, *record.names)).split() for record in records]
    years = set.intersection(*map(set, names)) if names else set()
    return [c for c in found if not (c.op == "is" and c.day and str(c.day) in years)]


def _brought_back(q: Question, condition: Condition) -> Condition:
    """As in "covers of STS-135": no cover was made for it, and it brought some back."""
    if condition.field == "down":
        return _on_a_burning_ship(q, condition)
    if condition.field != "about" or condition.op != "is" or len(condition.things) != 1:
        return condition
    made = {"make", "by", "issue"} & q.topics or any(
        m.preposition == "for" and m.things == condition.things for m in q.sketch.mentions
    )
    if made:
        return condition
    back = only_brought_back(condition.things[0], q.knowledge)
    return condition.model_copy(update={"field": "down"}) if back else condition


def _on_a_burning_ship(q: Question, condition: Condition) -> Condition:
    """As in "how many pieces came back from ATV-1": it burned up, its mail came home otherwise."""
    on_it = {"on", "with", "by", "aboard", "in"}  # that is what did not happen
    said = [m for m in q.sketch.mentions if m.things == condition.things]
    untrue = q.sketch.check or any(mention.preposition in on_it for mention in said)
    if condition.op != "is" or untrue or q.type is None:  # a list says that they all came back
        return condition
    flights = [q.knowledge.thing(thing) for thing in condition.things]
    ends = [fact.value for f in flights for fact in facts_of(q.knowledge, f, "end_how")]
    burnt = bool(ends) and all(end == "reentry" for end in ends)
    agent = any(
        use.position > mention.position and use.text in {"bring", "brought", "bring back"}
        for mention in q.sketch.mentions
        for use in q.sketch.topics
    )
    return condition.model_copy(update={"field": "up"}) if burnt and not agent else condition


def _each_named(found: list[Condition]) -> list[Condition]:
    """As in "both ATV-1 and ATV-2", "both postmarks": of each thing, or all on one thing."""
    named = {SELF, "about"}
    themselves = [c for c in found if c.field in named]
    return [*merged(themselves), *(c for c in found if c.field not in named)]


def _of_flights(q: Question, kind: str, found: list[Condition]) -> list[Condition]:
    """What is only said of flights: that they carried covers, that they are others."""
    if kind != "mission":
        return []
    more: list[Condition] = []
    if q.sketch.together:  # "together with ATV-2": not ATV-2 itself
        stays = [c for c in found if c.field == "at_station" and c.things]
        more += [Condition(field=SELF, op="is not", things=c.things) for c in stays]
    if q.sketch.kinds[:1] == ["mission"] and q.names_covers:
        carried = "fly" in q.topics and "return" not in q.topics
        more.append(Condition(field="covers_up" if carried else "covers", op="recorded"))
    return more


def _condition(q: Question, kind: str, mention: Mention) -> Condition | Trouble | None:
    """The condition of a mention; None where it sets none, trouble where it should."""
    moved = q.topics & {"fly", "return", "end", "carry"}
    modules = mention in q.sketch.things(q.knowledge, "module")
    if kind == "mission" and modules and moved and mention.topic is None:
        return _unplaced(q, mention)  # a module that was moved is no port
    condition = condition_on(q.knowledge, kind, mention, q.limit(mention))
    if condition is None:
        return None if is_station(mention) else _unplaced(q, mention)
    if mention.negated and condition.op != "is not":
        return Trouble(status="not_understood", words=(f"not {mention.slot.text}",))
    postmark = mention.topic is not None and mention.topic.topic == "postmark"
    if is_station(mention) and condition.field != SELF and not postmark:
        return None
    return condition


def _unheard(q: Question, kind: str, asked: Asked | None) -> str:
    """A word that states or asks something which things of this kind do not have."""
    for value in q.sketch.values:
        if (kind, value.split("=")[0]) not in FIELDS:
            told = (slot.text for slot in q.sketch.slots if slot.means("value", value))
            return next(told, value)
    measured = q.names_covers or q.sketch.pronoun
    for use in q.sketch.topics:
        if use.topic in {"weight", "distance"} and not measured:
            return use.text  # the ship's own, which is not recorded
        taken = use.governs or (asked is not None and _is_same(use, asked.topic))
        taken = taken or (use.topic == "crew" and "sign" in q.topics)
        bare = use.topic == "service" and not q.sketch.things(q.knowledge, "place")
        idle = use.topic in NEVER_IDLE or bare  # "serviced in Toulouse": struck there
        if idle and not taken and not _is_told(use, asked):
            return use.text
    return ""


def _flies_nothing(q: Question, kind: str) -> str:
    """As in "ATV missions without La Marianne": a maker of covers operates no flights."""
    if kind != "mission" or q.names_covers or q.topics & {"make", "by", "issue"}:
        return ""
    makers = (m for m in q.sketch.things(q.knowledge, "party") if runs_none(m.things, q.knowledge))
    return next((maker.slot.text for maker in makers), "")


def _is_told(use: TopicUse, asked: Asked | None) -> bool:
    """Whether the fields asked for answer to a topic."""
    named = [(asked.kind, name) for name in asked.fields] if asked is not None else []
    return any(use.topic in FIELDS[key].topics for key in named if key in FIELDS)


def _between(q: Question, kind: str) -> Condition | None:
    """As in "Between 2009 and 2016": two days that bound one field."""
    if not (_spans(q) or any(x == "between" for _, x in q.sketch.limit_words)):
        return None
    bounds = [mention for mention in q.sketch.mentions if _bounds(mention)]
    if len(bounds) != 2:
        return None
    first, last = (condition_on(q.knowledge, kind, mention) for mention in bounds)
    if first is None or last is None or first.day is None or last.day is None:
        return None
    return first.model_copy(update={"op": "between", "until": last.day})


def _spans(q: Question) -> bool:
    """As in "from 2010 to 2012": two days with "to" between them."""
    days = [mention for mention in q.sketch.mentions if _bounds(mention)]
    if len(days) != len("ab"):
        return False
    between = q.sketch.slots[days[0].position + 1 : days[1].position]
    return [slot.text for slot in between] in (["to"], ["until"], ["till"], ["through"])


def days_of_the_stay(
    q: Question, found: list[Condition], *, there: bool = False
) -> list[Condition]:
    """Days belong to the stay where it is about being there: "at the ISS on", "which port on"."""
    with_people = any(c.field == "at_station" for c in found)
    there = there or q.sketch.on_board or any(is_station(m) for m in q.sketch.mentions)
    there = there or "port" in q.sketch.asks or any(c.field == "port" for c in found)
    if not with_people and (not there or q.topics):
        return found
    return [
        c.model_copy(update={"field": "at_station"}) if c.field == "launched" and c.day else c
        for c in found
    ]


def _of_the_loss(q: Question, condition: Condition) -> Condition:
    """As in "was M-27M lost on 8 May 2015": the day of its end, and not of its launch."""
    lost = "outcome=lost" in q.sketch.values and "launch" not in q.topics
    dated = condition.field == "launched" and (condition.day is not None or condition.text)
    return condition.model_copy(update={"field": "ended"}) if lost and dated else condition


def _during(q: Question, found: list[Condition]) -> list[Condition]:
    """As in "ships that came while Gerst was on board": the event fell into that time."""
    events = [
        EVENT_DAYS[use.topic]
        for use in q.sketch.topics
        if use.topic in EVENT_DAYS and not q.sketch.is_state(use)
    ]
    if "outcome=lost" in q.sketch.values:  # "lost during Expedition 44"
        events = ["ended"]
    if not events:
        return found
    return [_fell_into(q, c, events[0]) if c.field == "at_station" else c for c in found]


def _fell_into(q: Question, condition: Condition, event: str) -> Condition:
    """A stay together with people, as an event during their stay."""
    kinds = {q.knowledge.thing(thing).kind_of_thing for thing in condition.things}
    if len(kinds) != 1 or not kinds <= {"person", "expedition"} or condition.op != "is":
        return condition
    itself = Condition(field=SELF, things=condition.things)
    times = Query(want="value", kind=kinds.pop(), fields=("at_station",), where=(itself,))
    return Condition(field=event, query=times)


def _ways_to_end(q: Question) -> list[Condition]:
    """As in "which ships burned up in 2012": the end that the verb tells."""
    if q.type not in {None, "quantity"} or q.sketch.check:
        return []
    for use in q.sketch.topics:
        for beginning, how in _ENDS.items():
            if use.topic == "end" and use.text.startswith(beginning):
                return [Condition(field="end_how", text=how)]
    return []


def _unplaced(q: Question, mention: Mention) -> Trouble | None:
    """A mention that cannot restrict such things: what only counts them is let go."""
    counted = q.sketch.orders or q.sketch.ranking or q.names_covers
    if mention.slot.kind == "number" and (counted or _is_serial(q, mention)):
        return None
    return Trouble(status="not_understood", words=(mention.slot.text,))


def _is_serial(q: Question, mention: Mention) -> bool:
    """Whether a number is the serial number of the flight that is named: "M1-10 #259"."""
    flights = q.sketch.things(q.knowledge, "mission")
    serials = {
        str(fact.value)
        for flight in flights
        for fact in facts_of(q.knowledge, q.knowledge.thing(flight.things[0]), "serial")
    }
    return any(f"{mention.slot.number:g}" in serial.split() for serial in serials)


def form_conditions(q: Question, kind: str, asked: Asked | None = None) -> list[Condition]:
    """The condition that "cards", "folders" or "letters" set on covers."""
    if kind != "cover":
        return []
    forms = [form for form in q.sketch.kinds if form in FORMS]
    inside = {"covers_inside", "contains"} & set(asked.fields if asked else ())
    if "cover" in q.sketch.kinds and "folder" in forms and not inside:
        return []  # "folder covers": the covers of the folder or the folder, let both stand
    if _joins_forms(q):
        return []
    return [Condition(field="form", text=form) for form in dict.fromkeys(forms)][:1]


def _joins_forms(q: Question) -> bool:
    """As in "covers and cards together": pieces of either form."""
    slots = q.sketch.slots
    for joint, slot in enumerate(slots):
        before, after = slots[:joint], slots[joint + 1 :]
        sides = [[s for s in part if s.means("kind")] for part in (before, after)]
        joins = slot.sense("addition", "alternative") or slot.text.startswith("or ")
        if joins and all(sides):
            last, first = sides[0][-1], sides[1][0]
            return last.means("kind", "cover") != first.means("kind", "cover")
    return False


def _bare_topics(q: Question, kind: str, asked: Asked | None) -> list[Condition]:
    """Topics that neither govern a mention nor are asked for: "the signed covers"."""
    if kind == "mission":
        return _bare_flight_topics(q, asked)
    if kind != "cover":
        return []
    found = (_bare_topic(q, use, asked) for use in q.sketch.topics)
    return [condition for condition in found if condition is not None]


def _bare_topic(q: Question, use: TopicUse, asked: Asked | None) -> Condition | None:
    """The condition of one topic word that governs nothing."""
    on_board = Condition(field="strike_place", things=("iss",))
    event = _STRUCK_FOR.get(use.topic)
    struck = "postmark" in q.topics and (asked is None or "strike_place" in asked.fields)
    if struck and event and not use.governs:
        return Condition(field="strike_event", op="contains", text=event)
    if asked is not None and use is asked.topic:
        counted = "postmarked" in asked.fields
        return on_board if use.topic == "postmark" and q.on_board() and not counted else None
    dated = all(mention.slot.kind == "day" for mention in use.governs)
    if use.topic == "postmark" and use.governs and dated and q.on_board():
        return on_board  # "cancelled on board in 2012"
    if use.governs or (asked is not None and _is_asked(use, asked)):
        return None
    if use.topic == "postmark" and q.on_board():
        return on_board
    if use.topic == "fly" and (asked is None or use.text == "flown"):
        there = any({"iss", "station"} & set(slot.text.split()) for slot in q.sketch.slots)
        if there and q.sketch.check:  # "did they go to the ISS": to another station, maybe
            return Condition(field="reached", things=("iss",))
        return Condition(field="flew", op="recorded")
    name = TOLD_BY.get(use.topic)
    return Condition(field=name, op="recorded") if name else None


def _bare_flight_topics(q: Question, asked: Asked | None) -> list[Condition]:
    """As in "Did M-27M reach the ISS?": whether the event is on record."""
    by_hand = [use for use in q.sketch.topics if use.topic == "by_hand" and not use.governs]
    if by_hand and q.type in {None, "quantity"}:
        return [Condition(field="by_hand", op="recorded")]
    found = []
    lines = q.sketch.things(q.knowledge, "programme", "variant")
    for use in q.sketch.topics:
        governs = [mention for mention in use.governs if mention not in lines]
        way = _way_of_attaching(q, use) if use.topic == "arrive" else ""
        if way and q.type in {None, "quantity"}:
            found.append(Condition(field="how_attached", text=way))
            continue
        names = [n for n in fields_for("mission", use.topic, "when") if n != "any_day"]
        event = use.topic in FLIGHT_TOPICS or (use.topic == "return" and not q.sketch.check)
        if names and not governs and event and use.topic not in _asked_topics(q, asked):
            name = "departed" if use.topic == "return" else names[0]
            found.append(Condition(field=name, op="recorded"))
    return found


def _way_of_attaching(q: Question, use: TopicUse) -> str:
    """As in "how many Dragons berthed", "... docked": told apart where some did either.

    Where all were berthed "docked" is what people say of coming there at all.
    """
    if use.text.startswith("berth"):
        return "berthed"
    named = q.sketch.things(q.knowledge, "programme", "variant", "mission")
    said = use.text.startswith("dock") or use.text in {"angedockt", "angekoppelt"}
    if not said or not named or q.sketch.comparatives or not _is_bare(q, named):
        return ""
    flights = [flight for line in named for t in line.things for flight in _flights_of(q, t)]
    ways = {f.value for m in flights for f in facts_of(q.knowledge, m, "how_attached")}
    one = all(isinstance(q.knowledge.thing(t), Mission) for line in named for t in line.things)
    claimed = q.sketch.check if one else q.sketch.none_so  # "was CRS-20 docked", "no HTV docked"
    told_apart = (claimed and ways == {"berthed"}) or (not one and len(ways) > 1)
    return "docked" if told_apart else ""


def _is_bare(q: Question, named: list[Mention]) -> bool:
    """Whether nothing but ships and days is named, and no other ship's event."""
    said = [m for m in q.sketch.mentions if m.slot.kind == "day" or is_station(m)]
    return len(named) + len(said) == len(q.sketch.mentions) and len(q.sketch.topics) == 1


def _flights_of(q: Question, thing: str) -> list[Mission]:
    """A flight itself, or the flights of a line."""
    record = q.knowledge.thing(thing)
    return [record] if isinstance(record, Mission) else q.knowledge.missions_of(thing)


def _asked_topics(q: Question, asked: Asked | None) -> set[str]:
    """The topics that the fields asked for answer to: those restrict nothing."""
    if q.type not in {None, "quantity"}:
        return q.topics
    fields = [FIELDS.get((asked.kind, name)) for name in asked.fields] if asked else []
    return {topic for field in fields if field is not None for topic in field.topics}


def _is_asked(use: TopicUse, asked: Asked) -> bool:
    """Whether a topic is one of several asked for at once."""
    names = {*fields_for(asked.kind, use.topic, "quantity")}
    names |= {*fields_for(asked.kind, use.topic, None)}
    return bool(names & set(asked.fields))


def value_conditions(q: Question, kind: str) -> list[Condition]:
    """The conditions of words that state a value, such as "lost" or "tracking cover"."""
    pairs = [value.split("=") for value in q.sketch.values]
    wide = ("overfl", "tracking covers")  # "the tracking cover" is the one that is called so
    if any(slot.text.startswith(wide) for slot in q.sketch.slots):
        pairs = [_widened(name, text) for name, text in pairs]
    return [_of_value(kind, name, value) for name, value in pairs if (kind, name) in FIELDS]


def _of_value(kind: str, name: str, value: str) -> Condition:
    """The condition that a field has a value: a thing, or a text that it is or contains."""
    if value == "*":
        return Condition(field=name, op="recorded")
    if FIELDS[kind, name].accepts:
        return Condition(field=name, things=(value,))
    return Condition(field=name, op="contains" if name in _TEXTS else "is", text=value)


def _is_same(use: TopicUse, asked: TopicUse | None) -> bool:
    """Whether a topic is the one asked about, said once more: "mileage, how many kilometers"."""
    return use is asked or (asked is not None and use.topic == asked.topic and not asked.governs)


def _widened(name: str, text: str) -> list[str]:
    """An overflight cover may be a launch cover that was struck where the ship flew over."""
    return ["purpose", text] if (name, text) == ("event", "tracking") else [name, text]


_NAMED_VALUES = {"vehicle", "pad", "serial"}
_TEXTS = {"features", "event", "looks", "strike_event", "purpose"}


def _years_joined(conditions: list[Condition]) -> list[Condition] | None:
    """As in "in 2010 and 2011": from the one to the other; None where no stretch joins two days."""
    dated = [c for c in conditions if c.day is not None and c.op == "is" and c.until is None]
    for first, second in combinations(dated, 2):
        if first.field != second.field or first.day is None or second.day is None:
            continue
        years = [day.iso() for day in (first.day, second.day)]
        if any(len(year) != len("2010") for year in years) or int(years[1]) != int(years[0]) + 1:
            return None
        whole = first.model_copy(update={"op": "between", "until": second.day})
        return [whole if c is first else c for c in conditions if c is not second]
    return conditions


def _bounds(mention: Mention) -> bool:
    return mention.slot.kind == "day"
