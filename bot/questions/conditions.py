"""From mentions to conditions: which field each thing, day or number in a question restricts."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import FIELDS, facts_of, fields_of
from bot.knowledge.records import Cover, Mission
from bot.questions.days import WrittenDay
from bot.questions.query import Condition, Query
from bot.questions.sketch import Mention, Sketch, TopicUse

# The field that a thing restricts when no topic governs it: "ATV-2 covers", "Padalka covers".
_BY_DEFAULT: dict[tuple[str, str], str] = {
    ("cover", "mission"): "about",
    ("cover", "programme"): "about",
    ("cover", "variant"): "about",
    ("cover", "person"): "signed_by",
    ("cover", "expedition"): "signed_by",
    ("cover", "party"): "by_party",
    ("cover", "place"): "strike_place",
    ("cover", "country"): "maker_country",
    ("cover", "mark"): "marks",
    ("cover", "module"): "carried_in",
    ("cover", "station"): "reached",
    ("mark", "place"): "place",
    ("mark", "party"): "designer",
    ("mission", "programme"): "programme",
    ("mission", "variant"): "variant",
    ("mission", "place"): "launch_site",
    ("mission", "country"): "country",
    ("programme", "country"): "country",
    ("party", "country"): "country",
    ("place", "country"): "country",
    ("mission", "port"): "port",
    ("mission", "module"): "port",
    ("mission", "expedition"): "at_station",
    ("mission", "person"): "at_station",
    ("person", "expedition"): "expeditions",
    ("mission", "party"): "operator",
}
_DAY_BY_DEFAULT = {"cover": "strike_day", "mark": "begun", "mission": "launched"}
SELF = "self"  # the thing itself
# A field whose values stand for another one's: a postmark "by" a maker is the maker's cover.
_WIDER = {"issuer": "by_party", "maker": "by_party", "servicer": "by_party"}


def itself(things: tuple[str, ...]) -> tuple[Condition, ...]:
    """The conditions of a Query that is about these very things."""
    return (Condition(field=SELF, things=things),)


def event_of(flights: tuple[str, ...], field: str) -> Query:
    """When something happened to flights, as a nested Query: the values of a day or stay field."""
    return Query(want="value", kind="mission", fields=(field,), where=itself(flights))


def beyond(flights: tuple[str, ...], field: str, operator: str) -> Condition:
    """Earlier ("<") or later (">") than the same event of these flights."""
    that = event_of(flights, field)
    return Condition.model_validate({"field": field, "op": operator, "query": that})


def condition_on(
    knowledge: Knowledge, kind: str, mention: Mention, limit: str | None = None
) -> Condition | None:
    """The condition that a mention sets on things of `kind`; None where it can set none."""
    condition = _condition(knowledge, kind, mention, limit)
    negated = mention.negated or (mention.topic is not None and mention.topic.negated)
    if condition is not None and negated and condition.op == "is":
        return condition.model_copy(update={"op": "is not"})
    return condition


def _condition(
    knowledge: Knowledge, kind: str, mention: Mention, limit: str | None
) -> Condition | None:
    slot = mention.slot
    if slot.kind == "day":
        return _day_condition(kind, mention, limit)
    if slot.kind == "number":
        return _number_condition(kind, mention, limit)
    if slot.value is not None:
        name, text = slot.value
        return Condition(field=name, op="contains", text=text) if is_field(kind, name) else None
    if limit in {"before", "after"}:
        return _around(knowledge, mention, limit)
    if limit in {"since", "<="} and not set(_kinds_of(knowledge, mention)) & {"place", "party"}:
        return None  # "since MS-01": not that flight alone
    return _thing_condition(knowledge, kind, mention)


def _thing_condition(knowledge: Knowledge, kind: str, mention: Mention) -> Condition | None:
    former = knowledge.former_ships.get(mention.slot.text)
    if kind == "cover" and former is not None:  # the Progress 33 of 1987, not NASA's 33P
        return Condition(field="up", op="contains", text=former)
    for thing_kind in _kinds_of(knowledge, mention):
        things = tuple(t for t in mention.things if knowledge.thing(t).kind_of_thing == thing_kind)
        field = _governed_field(kind, mention.topic, thing_kind)
        if field is None:
            field = SELF if thing_kind == kind else _BY_DEFAULT.get((kind, thing_kind))
        if field == "reached" and is_station(
            mention
        ):  # nearly all went there: nothing is told apart
            continue
        if field == "launch_site" and not _launches(knowledge, things):
            continue  # a post office, a tracking station
        if field == "carried_in" and mention.preposition == "for":  # "which covers are for Kibo"
            field = "commemorates"
        if field is not None:
            return Condition(field=_WIDER.get(field, field), things=things)
    return None


def _around(knowledge: Knowledge, mention: Mention, limit: str) -> Condition | None:
    """As in "After M-15M": launched later than that flight."""
    flights = tuple(t for t in mention.things if knowledge.thing(t).kind_of_thing == "mission")
    if not flights:
        return None
    return beyond(flights, "launched", "<" if limit == "before" else ">")


def default_day_field(kind: str) -> str | None:
    """The field that a bare day restricts: of a cover its postmark, of a flight its launch."""
    return _DAY_BY_DEFAULT.get(kind)


def default_field(kind: str, thing_kind: str) -> str | None:
    """The field that a thing restricts where no topic governs it."""
    return _BY_DEFAULT.get((kind, thing_kind))


def _kinds_of(knowledge: Knowledge, mention: Mention) -> list[str]:
    kinds = [knowledge.thing(thing).kind_of_thing for thing in mention.things]
    return list(dict.fromkeys(kinds))


def _governed_field(kind: str, use: TopicUse | None, thing_kind: str) -> str | None:
    """The field of the governing topic that can hold such a thing."""
    if use is None:
        return None
    for field in fields_of(kind):
        if use.topic in field.topics and thing_kind in field.accepts:
            return field.name
    return None


def _day_condition(kind: str, mention: Mention, limit: str | None) -> Condition | None:
    written = mention.slot.day
    if written is None:
        return None
    name = None
    if mention.topic is not None:
        types = {"day", "interval"}
        name = next(
            (
                field.name
                for field in fields_of(kind)
                if mention.topic.topic in field.topics and field.type in types
            ),
            None,
        )
    name = name or default_day_field(kind)
    if name is None:
        return None
    if written.day is None:
        return Condition(field=name, text=written.every_year)
    return _bounded(name, written, limit)


def _bounded(name: str, written: WrittenDay, limit: str | None) -> Condition:
    """The condition that a day sets: on it, before it, after it, by then."""
    assert written.day is not None
    if limit == "since":
        return Condition(field=name, op=">=", day=written.day)
    if limit in {"by", "<="}:
        return Condition(field=name, op="<=", day=written.day)
    if limit == "before":
        return Condition(field=name, op="<", day=written.day)
    if limit == "after":
        return Condition(field=name, op=">", day=written.day)
    if written.other is not None:
        return Condition(field=name, op="is", day=written.day, until=written.other)
    return Condition(field=name, day=written.day)


_TIMES = {"docked_for", "flight_time", "approach"}


def _number_condition(kind: str, mention: Mention, limit: str | None) -> Condition | None:
    timed = kind == "mission" and mention.ask in _TIMES  # "more than 200 days"
    if (kind != "cover" and not timed) or mention.slot.number is None:
        return None
    name = mention.ask or "quantity"
    if mention.topic is not None:
        name = next(
            (
                field.name
                for field in fields_of(kind)
                if mention.topic.topic in field.topics and field.type == "quantity"
            ),
            name,
        )
    operators = {"<": "<", ">": ">", "<=": "<=", ">=": ">="}
    operator = operators.get(limit or "", "is")
    return Condition.model_validate({"field": name, "op": operator, "number": mention.slot.number})


def _day_field(kind: str, topic: str) -> bool:
    return any(topic in field.topics and field.type == "day" for field in fields_of(kind))


def bind_agents(sketch: Sketch, knowledge: Knowledge, kind: str, *, listing: bool) -> None:
    """Give a topic the thing named before it: "did Padalka sign", "what did CRS-1 bring back".

    Missions are bound so only where things are listed, counted or checked: in "when did CRS-5
    return" the mission is what is asked about. A mention directly before a kind word ("ATV-2
    covers") belongs to that word.
    """
    for use in sketch.topics:
        if use.governs:
            continue
        before = [m for m in sketch.mentions if m.position < use.position and m.topic is None]
        for mention in reversed(before):
            if mention.slot.kind == "day" and _day_field("mission", use.topic):
                mention.topic = use
                use.governs.append(mention)
                continue
            if mention.attributive or mention.slot.kind != "thing":
                continue
            if mention.preposition == "for" or _says_which_pieces(sketch, mention, use, knowledge):
                continue  # made for a flight, not flown on it
            kinds = _kinds_of(knowledge, mention)
            if "mission" in kinds and not (
                use.topic in {"fly", "return", "recover"}
                and (listing or _carries_another(sketch, knowledge, use))
            ):
                continue
            if any(_governed_field(kind, use, thing_kind) for thing_kind in kinds):
                for named in _joined_before(sketch, mention, before):  # "did ATV-1 and ATV-2 carry"
                    named.topic = use
                    use.governs.append(named)
                break


def _says_which_pieces(
    sketch: Sketch, mention: Mention, use: TopicUse, knowledge: Knowledge
) -> bool:
    """As in "did the covers on ATV-2 come home": they went up on it, and came home otherwise."""
    ends = [f for t in mention.things for f in facts_of(knowledge, knowledge.thing(t), "end_how")]
    if not ends or any(fact.value != "reentry" for fact in ends):
        return False  # "which covers on CRS-1 came home"
    place = mention.position - 1
    while place > 0 and sketch.slots[place].sense("article", "preposition"):
        place -= 1
    behind_it = bool(mention.preposition) and sketch.slots[place].means("kind")
    return use.topic in {"return", "recover"} and behind_it


def _joined_before(sketch: Sketch, last: Mention, mentions: list[Mention]) -> list[Mention]:
    """A mention and those joined to it by "and" before it."""
    joined = [last]
    for mention in reversed(mentions[: mentions.index(last)]):
        between = sketch.slots[mention.position + 1 : joined[-1].position]
        small = all(slot.sense("addition", "alternative", "article") for slot in between)
        alike = mention.slot.kind == "thing" and not mention.attributive
        if not (between and small and alike):
            break
        joined.append(mention)
    return joined


def _carries_another(sketch: Sketch, knowledge: Knowledge, use: TopicUse) -> bool:
    """As in "when did CRS-1 bring back the ATV-3 covers": the load is named behind the verb."""
    return any(
        mention.position > use.position and mention.topic is None
        for mention in sketch.things(knowledge, "mission")
    )


def is_kind(knowledge: Knowledge, thing: str, kind: str) -> bool:
    """Whether an id is that of a recorded thing of this kind."""
    return thing in knowledge and knowledge.thing(thing).kind_of_thing == kind


def is_field(kind: str, name: str) -> bool:
    """Whether things of this kind have a field of this name."""
    return name == SELF or (kind, name) in FIELDS


def _launches(knowledge: Knowledge, things: tuple[str, ...]) -> bool:
    """Whether a flight on record was launched from one of these places, or from within them."""
    if all(knowledge.thing(thing).kind_of_thing == "country" for thing in things):
        return True
    sites = {
        str(fact.value)
        for mission in knowledge.all(Mission)
        for fact in facts_of(knowledge, mission, "launch_site")
    }
    around: set[str] = set()
    for site in sites:
        place: str | None = site
        while place is not None and place not in around:
            around.add(place)
            place = getattr(knowledge.get(place), "within", None)
    return bool(around & set(things))


def is_station(mention: Mention) -> bool:
    """Whether a mention is the station itself, which restricts only where a postmark was struck."""
    return mention.things == ("iss",)


def merged(conditions: list[Condition], *, either: bool = False) -> list[Condition]:
    """Conditions on one field by several things allow any of them: "ATV-1 and ATV-2 covers"."""
    merged: list[Condition] = []
    for condition in conditions:
        same = next(
            (
                c
                for c in merged
                if c.field == condition.field
                and c.op == condition.op == "is"
                and c.things
                and condition.things
                and (either or c.field != "signed_by")  # "signed by X and Y": by both
            ),
            None,
        )
        if same is None:
            merged.append(condition)
        else:
            things = tuple(dict.fromkeys((*same.things, *condition.things)))
            merged[merged.index(same)] = same.model_copy(update={"things": things})
    return merged


def only_brought_back(flight: str, knowledge: Knowledge) -> bool:
    """Whether covers came back on a shuttle flight and none is on record as made for it."""
    mission = knowledge.get(flight)
    if not isinstance(mission, Mission) or mission.programme != "shuttle":
        return False
    covers = knowledge.all(Cover)
    facts = [
        (n, fact) for c in covers for n in ("about", "down") for fact in facts_of(knowledge, c, n)
    ]
    told = {name for name, fact in facts if fact.value == flight}
    return told == {"down"}
