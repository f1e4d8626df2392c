"""Readings of yes/no questions: what they are about, and what they claim of it."""

from __future__ import annotations

from bot.knowledge.fields import FIELDS, Field
from bot.questions.asked import EVENT_DAYS, fields_for, owner_of_ask
from bot.questions.conditions import SELF, bind_agents, condition_on, is_station, merged
from bot.questions.query import Condition, Query, Trouble
from bot.questions.question import COVER_TOPICS, Question
from bot.questions.readings.describing import is_a_postmark, read_description
from bot.questions.readings.existing import asks_for_any, says_exist
from bot.questions.restricting import TOLD_BY, days_of_the_stay, restrictions, value_conditions
from bot.questions.sketch import AT_REST, Mention, TopicUse


def _asks_politely(q: Question) -> bool:
    """As in "Do you have the print run of ...?" asks for the value, not whether it is known."""
    if _claimed_asks(q) or q.sketch.values:
        return False
    numbers = any(mention.slot.kind == "number" for mention in q.sketch.mentions)
    return bool(q.sketch.asks) and not numbers


def _claimed_asks(q: Question) -> list[tuple[Mention, Field]]:
    """Mentions that a named field may hold: "was M-67 the last flight of Progress M"."""
    found = []
    for name in q.sketch.asks:
        entry = owner_of_ask(name, q.kinds)
        for mention in q.sketch.mentions:
            kinds = {q.knowledge.thing(t).kind_of_thing for t in mention.things}
            if entry is not None and kinds & entry.accepts and entry.kind not in kinds:
                found.append((mention, entry))
    return found


def read_check(q: Question) -> Query | Trouble | None:
    """A yes/no question: its subject as conditions, its assertion as claims."""
    sketch = q.sketch
    if not sketch.check or sketch.types or _asks_politely(q):
        return None
    bind_agents(sketch, q.knowledge, "cover", listing=True)
    if sketch.orders or sketch.ordinal is not None:
        return _check_edge(q)
    numbers = any(mention.slot.kind == "number" for mention in sketch.mentions)
    if "part_of" in q.topics and numbers:
        return Trouble(status="not_understood", words=("part of",))
    if _asks_what_it_is(q):
        marks = sketch.things(q.knowledge, "mark")
        only = len(marks) == 1 and len(marks[0].things) == 1 and q.topics == {"postmark"}
        return is_a_postmark(sketch, marks[0].things) if only else read_description(q)
    aboard = _asks_aboard(q) or _asks_there(q)
    if aboard is not None:
        return aboard
    if _asks_ability(q):
        sketch.values.append("returns_cargo=true")
    governed = any(use.topic == "postmark" and use.governs for use in sketch.topics)
    events = all(value.startswith("event") for value in sketch.values)
    if sketch.values and not (governed and events):
        return _check_value(q)
    for mention, entry in _claimed_asks(q):
        where = restrictions(q, entry.kind, None, leave_out=[mention])
        if not isinstance(where, Trouble):
            told = Condition(field=entry.name, things=mention.things)
            return Query(want="check", kind=entry.kind, where=where, claim=(told,))
    return _denied_of_all(q, _check_claim(q))


_NONE = {"no", "none", "none of the"}


def _denied_of_all(q: Question, reading: Query | Trouble) -> Query | Trouble:
    """As in "no covers flew on ATV-5, right?": that none did is what is claimed."""
    if isinstance(reading, Trouble):
        return reading
    opening = q.sketch.slots[0].text
    if reading.claim:
        return reading
    denied = tuple(c for c in reading.where if c.op == "is not")
    if not denied:
        return reading
    if len(denied) > 1 or opening not in _NONE:
        return Trouble(status="not_understood", words=(opening,))
    rest = tuple(c for c in reading.where if c not in denied)
    return reading.model_copy(update={"where": rest, "claim": denied})


def _check_edge(q: Question) -> Query | Trouble:
    """As in "is ATV-5 the last ATV": whether a flight is the first or the last one of its line."""
    sketch = q.sketch
    flights = sketch.things(q.knowledge, "mission")
    lines = sketch.things(q.knowledge, "programme", "variant")
    fields = {"earliest": "first_mission", "latest": "last_mission"}
    order = sketch.orders[0] if sketch.orders else ""
    if len(flights) != 1 or len(lines) != 1 or order not in fields or sketch.ordinal is not None:
        return Trouble(status="not_understood", words=(order or "ordinal",))
    itself = Condition(field=SELF, things=lines[0].things)
    claim = Condition(field=fields[order], things=flights[0].things)
    kind = q.knowledge.thing(lines[0].things[0]).kind_of_thing
    return Query(want="check", kind=kind, where=(itself,), claim=(claim,))


def _check_value(q: Question) -> Query | Trouble:
    """As in "was CRS-7 lost in 2015": a word that states a value."""
    kind = next(k for k, name in FIELDS if name == q.sketch.values[0].split("=")[0])
    where = restrictions(q, kind, None)
    if isinstance(where, Trouble):
        return where
    values = tuple(value_conditions(q, kind))
    if kind == "cover" and _says_flown(q):  # "was the docking cover of ATV-1 flown?"
        about = (c.model_copy(update={"field": "about"}) if c.field == "up" else c for c in where)
        described = tuple(merged([*values, *(c for c in about if c not in values)]))
        flew = Condition(field="flew", op="recorded")
        return Query(want="check", kind=kind, where=described, claim=(flew,))
    claims = (*values, *(c for c in where if c.day is not None))
    rest = tuple(c for c in where if c not in claims)
    return Query(
        want="check",
        kind=kind,
        where=rest,
        claim=claims,
        every=_of_every(q, rest),
        existing=kind == "cover" and asks_for_any(q, rest, claims),
    )


def _at_a_port_then(
    q: Question, where: tuple[Condition, ...], claim: tuple[Condition, ...]
) -> tuple[tuple[Condition, ...], tuple[Condition, ...]]:
    """As in "was HTV-2 at Harmony zenith on 1 March": the port is claimed of that day."""
    ports = tuple(c for c in where if c.field == "port")
    if not ports or not claim or any(c.field != "launched" or c.day is None for c in claim):
        return where, claim
    then = days_of_the_stay(q, [*claim], there=True)
    return (*(c for c in where if c not in ports), *then), ports


def _by_then(q: Question, condition: Condition) -> Condition:
    """As in "had ATV-3 already docked on 1 May 2012": on that day or before it."""
    words = {word for slot in q.sketch.slots for word in slot.text.split()}
    already = "already" in words or q.sketch.slots[0].text == "had"
    events = {*EVENT_DAYS.values(), "return_day", "recovered_day", "up_day"}
    dated = condition.op == "is" and condition.day is not None and condition.field in events
    return condition.model_copy(update={"op": "<="}) if already and dated else condition


def _says_flown(q: Question) -> bool:
    """Whether it is said of a cover for an event that it flew, and not on what."""
    flown = [use for use in q.sketch.topics if use.topic == "fly" and not use.attributive]
    events = all(value.startswith("event") for value in q.sketch.values)
    last = bool(flown) and flown[-1] is q.sketch.topics[-1]
    behind = any(m.position > use.position for use in flown for m in use.governs)
    return events and last and not behind


def _check_claim(q: Question) -> Query | Trouble:
    """What the last topic governs is claimed of the rest: "were the covers struck at Houston"."""
    sketch = q.sketch
    kind = _checked_kind(q)
    claimed = _claimed(q, kind)
    where = restrictions(q, kind, None, leave_out=claimed)
    if isinstance(where, Trouble):
        return where
    conditions = [condition_on(q.knowledge, kind, mention, q.limit(mention)) for mention in claimed]
    claim = tuple(_counted(q, c) for c in conditions if c is not None)
    claim = tuple(merged([*claim], either=sketch.alternative))
    if any(m.topic is not None and m.topic.topic == "issue" for m in claimed):
        claim = tuple(
            c.model_copy(update={"field": "issuer"}) if c.field == "by_party" else c for c in claim
        )
    where, claim = _at_a_port_then(q, where, claim)
    claim = tuple(_by_then(q, c) for c in claim)
    last_claimed = _said_last(q, where, claim)
    where, claim = last_claimed or _divided(where, claim)
    if claim and all(condition in where for condition in claim):
        return Trouble(status="not_understood", words=("same",))  # it would claim what is given
    if not claim and not _asks_existence(q):
        return Trouble(status="not_understood")
    idle = next((use.text for use in sketch.topics if not use.governs), "")
    taken_up = says_exist(q) or any(c.op == "recorded" or c.field == "reached" for c in where)
    if not claim and idle and kind == "cover" and not taken_up:
        return Trouble(status="not_understood", words=(idle,))  # "are they serviced" is no "yes"
    if not where:
        return Trouble(status="not_understood")
    named = any(c.field == SELF for c in where) or sketch.pronoun
    if kind == "mission" and not claim and not named:
        return Query(want="list", kind=kind, where=where)  # "did anything dock in January"
    return Query(
        want="check",
        kind=kind,
        where=where,
        claim=tuple(merged([*claim])),
        every=_of_every(q, where),
        existing=kind == "cover" and asks_for_any(q, where, claim),
    )


_EVERY = {
    *("all", "every", "each", "both"),
    *("alle", "alles", "jede", "jeder", "jedes"),
    *("tous", "toutes", "chaque"),
    *("tutti", "tutte", "ogni"),
    *("все", "всё", "каждый"),
}


def _of_every(q: Question, where: tuple[Condition, ...]) -> bool:
    """Whether it is claimed of all of them: "were all ...", "were ATV-1 and HTV-1 ..."."""
    every = _EVERY - {"both"} if _names_both(q) else _EVERY
    told = any(every & set(slot.text.split()) for slot in q.sketch.slots)
    several = any(c.field == SELF and len(c.things) > 1 for c in where)
    return told or (several and not q.sketch.alternative)


def _names_both(q: Question) -> bool:
    """As in "both Padalka and Revin": the two are named, and not all pieces are meant."""
    return any(
        a.text == "both" and b.kind == "thing" and c.means("addition")
        for a, b, c in zip(q.sketch.slots, q.sketch.slots[1:], q.sketch.slots[2:], strict=False)
    )


def _asks_existence(q: Question) -> bool:
    """As in "are there HTV-4 covers", "did any covers come back on CRS-2"."""
    words = {slot.text for slot in q.sketch.slots}
    carried = any(use.topic in {"fly", "return"} and use.governs for use in q.sketch.topics)
    has = bool({"has", "have", "had", "do", "does"} & words)
    return says_exist(q) or carried or has or bool(q.topics)


def _divided(
    where: tuple[Condition, ...], claim: tuple[Condition, ...]
) -> tuple[tuple[Condition, ...], tuple[Condition, ...]]:
    """Subject and claim: what is only "recorded", or struck on board, is part of the claim."""
    on_board = tuple(c for c in where if c.things == ("iss",))
    bare = tuple(c for c in where if c.op == "recorded" or c.field == "how_attached")
    rest = tuple(c for c in where if c not in on_board and c not in bare)
    if claim and bare and not rest:  # "are the covers flown on ATV-1 numbered"
        return claim, (*bare, *on_board)
    if claim and rest:
        rest = (*rest, *(c for c in bare if c.field != "how_attached"))
    claim = (*claim, *on_board) if claim else (*bare, *on_board)
    if rest or not claim:
        return rest, claim
    return claim[:1], claim[1:]


def _said_last(
    q: Question, where: tuple[Condition, ...], claim: tuple[Condition, ...]
) -> tuple[tuple[Condition, ...], tuple[Condition, ...]] | None:
    """As in "were the covers signed by Eyharts numbered": what stands last is claimed."""
    last = q.sketch.topics[-1] if q.sketch.topics else None
    if last is None or last.governs or last.position != len(q.sketch.slots) - 1 or not claim:
        return None
    told = Condition(field=TOLD_BY.get(last.topic, ""), op="recorded")
    both = (*where, *claim)
    if told not in both or all(c.op == "recorded" for c in claim):
        return None
    return tuple(c for c in both if c != told), (told,)


def _counted(q: Question, condition: Condition) -> Condition:
    """What a claimed number counts: the covers in a folder, or what the topic is about."""
    if condition.number is None or condition.field != "quantity":
        return condition
    if _folder_has_covers(q):
        return condition.model_copy(update={"field": "covers_inside"})
    names = [n for u in q.sketch.topics for n in fields_for("cover", u.topic, "quantity")]
    return condition.model_copy(update={"field": names[0]}) if names else condition


def _asks_aboard(q: Question) -> Query | None:
    """As in "Was Padalka on the ISS on 28 June 2015?", "... when C2+ berthed?"."""
    sketch = q.sketch
    people = sketch.things(q.knowledge, "person")
    there = sketch.on_board or any(is_station(m) for m in sketch.mentions)
    there = there or "there" in sketch.words
    if not people or not there or q.names_covers:
        return None
    themselves = tuple(dict.fromkeys(thing for mention in people for thing in mention.things))
    itself = Condition(field=SELF, things=themselves)
    days = [m.slot.day.day for m in sketch.mentions if m.slot.day and m.slot.day.day]
    if days:
        claim = Condition(field="at_station", day=days[0])
        return Query(want="check", kind="person", where=(itself,), claim=(claim,))
    flights = sketch.things(q.knowledge, "mission")
    if len(flights) != 1:
        return None
    during = any(slot.text in {"while", "during", "there", "was there"} for slot in sketch.slots)
    resting = any(_is_at_rest(q, use) for use in sketch.topics)
    during = during and not sketch.topics and not sketch.values
    for_it = flights[0].preposition in {"for", "with"} and not sketch.topics and not sketch.values
    if during or for_it or (resting and not q.topics - {"arrive", "stay"}):
        claim = Condition(field="at_station", things=flights[0].things)
        return Query(want="check", kind="person", where=(itself,), claim=(claim,))
    names = [
        n for u in sketch.topics for n in fields_for("mission", u.topic, "when") if n != "any_day"
    ]
    flight = Query(
        want="value",
        kind="mission",
        fields=("ended" if "outcome=lost" in sketch.values else [*names, "arrived"][0],),
        where=(Condition(field=SELF, things=flights[0].things),),
    )
    claim = Condition(field="at_station", query=flight)
    return Query(want="check", kind="person", where=(itself,), claim=(claim,))


_SAME_TIME = {"at the same time as", "same time as", "together with", "along with", "while"}
_SAME_TIME |= {"together"}


def _asks_there(q: Question) -> Query | None:
    """As in "was ATV-1 there when STS-126 came", "docked at the same time as OA-4"."""
    sketch = q.sketch
    flights = sketch.things(q.knowledge, "mission")
    if len(flights) != len(sketch.mentions) or len(flights) != len("ab") or q.names_covers:
        return None
    there = {"there", "still there"} & sketch.words or sketch.on_board
    resting = [u for u in sketch.topics if u.text in {"docked", "berthed", "attached"}]
    if not (there or resting) or sketch.slots[0].text == "did":
        return None
    itself = Condition(field=SELF, things=flights[0].things)
    if _SAME_TIME & sketch.words:
        claim = Condition(field="at_station", things=flights[1].things)
        return Query(want="check", kind="mission", where=(itself,), claim=(claim,))
    events = [use for use in sketch.topics if use.position > flights[1].position]
    names = [n for u in events for n in fields_for("mission", u.topic, "when") if n != "any_day"]
    names += ["ended"] if "outcome=lost" in sketch.values else []
    if "when" not in sketch.words or not names:
        return None
    moment = Query(
        want="value",
        kind="mission",
        fields=(names[0],),
        where=(Condition(field=SELF, things=flights[1].things),),
    )
    claim = Condition(field="at_station", query=moment)
    return Query(want="check", kind="mission", where=(itself,), claim=(claim,))


def _is_at_rest(q: Question, use: TopicUse) -> bool:
    """As in "when ATV-1 was docked": while it was, not when it did."""
    before = q.sketch.slots[use.position - 1] if use.position > 0 else None
    return before is not None and before.text == "was" and use.text in AT_REST


def _asks_what_it_is(q: Question) -> bool:
    """As in "Is the octagonal seal a postmark?" asks about the mark itself, not about covers."""
    sketch = q.sketch
    itself = sketch.things(q.knowledge, "mark", "term", "party", "person", "place")
    covers = q.names_covers or "mission" in sketch.kinds
    advised = sketch.advice and "postmark" in q.topics  # "is Houston the place for a postmark"
    alone = len(itself) == len(sketch.mentions) == 1
    return alone and not covers and not sketch.asks and not advised


def _asks_ability(q: Question) -> bool:
    """As in "can Dragon bring letters back", "does HTV come back": of the ship, not of covers."""
    sketch = q.sketch
    ships = sketch.things(q.knowledge, "programme")
    able = any(slot.text in {"able", "can", "could", "do", "does"} for slot in sketch.slots)
    topics = q.topics
    home = "return" in topics and topics <= {"end", "return"}  # "does it land back on Earth"
    return able and home and len(ships) == len(sketch.mentions) == 1


def _folder_has_covers(q: Question) -> bool:
    """As in "The folder has 6 covers": the number is that of the covers inside."""
    kinds = q.sketch.kinds
    both = "folder" in kinds and "cover" in kinds
    return both and kinds.index("folder") < kinds.index("cover")


def _checked_kind(q: Question) -> str:
    """What a yes/no question is about: covers where a word for them or about them is used."""
    sketch = q.sketch
    if q.names_covers:
        return "cover"
    if any(use.topic in COVER_TOPICS for use in sketch.topics):
        return "cover"
    named = sketch.things(q.knowledge, "mission")
    if named:
        return "mission"
    return q.kinds[0]


def _claimed(q: Question, kind: str) -> list[Mention]:
    """The mentions that are asserted: those that the last topic governs."""
    values = [m for m in q.sketch.mentions if m.slot.value is not None]
    if values and len(values) < len(q.sketch.mentions):
        return values
    uses = [use for use in q.sketch.topics if use.governs and not use.relative]
    for use in reversed(uses):
        fitting = [m for m in use.governs if condition_on(q.knowledge, kind, m) is not None]
        others = [m for m in q.sketch.mentions if m not in fitting]
        numbers = [m for m in q.sketch.mentions if m.slot.kind == "number" and m not in fitting]
        if fitting and (others or q.sketch.kinds):
            return [*fitting, *numbers[:1]]
    numbers = [m for m in q.sketch.mentions if m.slot.kind == "number"]
    if numbers:
        return numbers[:1]
    if len(q.sketch.mentions) > 1 and not q.sketch.topics:
        return [q.sketch.mentions[-1]]
    return []
