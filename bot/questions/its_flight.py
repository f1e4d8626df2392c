"""From covers to their flight and back: "which flight took it up?", "was that the docking day?"."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Cover
from bot.knowledge.values import Day
from bot.questions.asked import EVENT_DAYS
from bot.questions.conditions import SELF, is_kind, itself
from bot.questions.query import Condition, Memory, Query, Trouble
from bot.questions.sketch import AT_REST, Sketch

_CARRIED_BY = {"fly": "up", "return": "down"}


def of_their_flight(reading: Query | Trouble, knowledge: Knowledge) -> Query | Trouble:
    """A question on flights that was bound to covers, asked of the flights of those covers.

    No cover docks: without this "nothing is recorded" would be said of a cover just described.
    """
    if isinstance(reading, Trouble) or reading.kind != "mission":
        return reading
    where = tuple(_of_flights(condition, knowledge) for condition in reading.where)
    if any(condition.field == SELF and not condition.things for condition in where):
        return Trouble(status="not_understood", words=("pronoun",))
    return reading.model_copy(update={"where": where})


def _of_flights(condition: Condition, knowledge: Knowledge) -> Condition:
    """A condition on what it is, with the flights of covers in the place of them."""
    covers = [thing for thing in condition.things if is_kind(knowledge, thing, "cover")]
    if condition.field != SELF or not covers:
        return condition
    return condition.model_copy(update={"things": flights_of(covers, knowledge)})


def flights_of(covers: list[str], knowledge: Knowledge, way: str = "about") -> tuple[str, ...]:
    """The one flight that covers were made for, or came down on; nothing where it is not one."""
    found = [
        str(fact.value)
        for cover in covers
        for fact in facts_of(knowledge, knowledge.thing(cover), way)
    ]
    flights = tuple(dict.fromkeys(found))
    return flights if len(flights) == 1 and is_kind(knowledge, flights[0], "mission") else ()


def struck_days(covers: tuple[str, ...], knowledge: Knowledge) -> set[Day]:
    """The days of the postmarks on covers."""
    return {
        fact.value
        for cover in covers
        if is_kind(knowledge, cover, "cover")
        for fact in facts_of(knowledge, knowledge.thing(cover), "strike_day")
        if isinstance(fact.value, Day)
    }


def from_the_cover(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query | None:
    """What is asked of the flight or the postmark of the covers that were told; None for others."""
    last = memory.query
    covers = tuple(t for t in memory.subjects if is_kind(knowledge, t, "cover"))
    if last is None or last.kind != "cover" or not covers or sketch.unexplained:
        return None
    return (
        _carried_by(sketch, covers)
        or _made_for(sketch, covers)
        or _dated(sketch, covers)
        or _struck_on_the_day(sketch, covers, knowledge)
        or _there_that_day(sketch, covers, knowledge)
        or _written_by(sketch, covers, knowledge)
    )


def _told_of(covers: tuple[str, ...], field: str) -> Query:
    """One field of the very covers that were told."""
    return Query(want="value", kind="cover", fields=(field,), where=itself(covers))


def _carried_by(sketch: Sketch, covers: tuple[str, ...]) -> Query | None:
    """As in "which flight took it up?", "what ship brought them back?": their own way."""
    way = _CARRIED_BY.get(next(iter(sketch.topic_names), ""))
    told = sketch.mentions or sketch.asks or sketch.kinds or sketch.values or sketch.negations
    asks = sketch.types == ["which_ship"] and sketch.pronoun and len(sketch.topic_names) == 1
    if way is None or told or not asks:
        return None
    return _told_of(covers, way)


def _made_for(sketch: Sketch, covers: tuple[str, ...]) -> Query | None:
    """As in "which flight was that for?": what they were made for."""
    told = sketch.mentions or sketch.asks or sketch.kinds or sketch.topics or sketch.negations
    for_it = sketch.slots[-1].text == "for" or sketch.slots[0].text == "for"
    if told or sketch.types != ["which_ship"] or not (for_it and sketch.pronoun):
        return None
    return _told_of(covers, "about")


def _dated(sketch: Sketch, covers: tuple[str, ...]) -> Query | None:
    """As in "what date is on it?", "which dates do they bear?": the days of the postmarks."""
    dates = {"date", "dates"} & {word for slot in sketch.slots for word in slot.text.split()}
    on_it = "on" in sketch.words and sketch.pronoun
    told = sketch.mentions or sketch.asks or sketch.kinds or sketch.topics or sketch.negations
    if told or sketch.types != ["when"] or not (dates and on_it):
        return None
    return _told_of(covers, "strike_day")


def _struck_on_the_day(
    sketch: Sketch, covers: tuple[str, ...], knowledge: Knowledge
) -> Query | None:
    """As in "was that the docking day?" of a postmark: whether its flight docked on that day."""
    events = [name for name in sketch.asks if name in EVENT_DAYS.values()]
    told = sketch.mentions or sketch.topics or sketch.kinds or sketch.types or sketch.values
    alone = len(events) == len(sketch.asks) == 1 and not told and not sketch.negated
    way = "down" if events == ["ended"] else "about"  # they came home on another ship
    flights = flights_of([*covers], knowledge, way)
    if not (sketch.check and sketch.pronoun and alone) or not flights:
        return None
    if len(struck_days(covers, knowledge)) != 1:
        return None
    claim = Condition(field=events[0], query=_told_of(covers, "strike_day"))
    return Query(want="check", kind="mission", where=itself(flights), claim=(claim,))


def _there_that_day(sketch: Sketch, covers: tuple[str, ...], knowledge: Knowledge) -> Query | None:
    """As in "was the ship docked that day?" of a postmark: whether its flight was there then."""
    texts = [slot.text for slot in sketch.slots]
    that_day = texts[-2:] in (["that", "day"], ["this", "day"])
    told = sketch.mentions or sketch.asks or sketch.values or sketch.negations or sketch.unexplained
    days, flights = struck_days(covers, knowledge), flights_of([*covers], knowledge)
    docked = len(sketch.topics) == 1 and sketch.topics[0].text in AT_REST
    ship = docked and set(sketch.kinds) <= {"mission"}
    if not (sketch.check and that_day and ship) or told or not flights:
        return None
    if len(days) != 1:
        return None
    claim = Condition(field="at_station", day=next(iter(days)))
    return Query(want="check", kind="mission", where=itself(flights), claim=(claim,))


_SENDER = {"wrote", "write", "written", "from who", "from whom"}


def _written_by(sketch: Sketch, covers: tuple[str, ...], knowledge: Knowledge) -> Query | None:
    """As in "who wrote them?" of letters: what their record says of whom they are from.

    A sender is no signer, so no missing signer is told where the sender is known.
    """
    text = " ".join(slot.text for slot in sketch.slots)
    wrote = any(f" {words} " in f" {text} " for words in _SENDER)
    told = sketch.mentions or sketch.asks or sketch.kinds or sketch.values or sketch.negations
    letters = [c for c in map(knowledge.get, covers) if isinstance(c, Cover)]
    says = all(
        cover.piece_form == "letter"
        and any(str(f.value).startswith("from ") for f in facts_of(knowledge, cover, "features"))
        for cover in letters
    )
    if told or sketch.check or not (wrote and "who" in sketch.types and letters and says):
        return None
    return _told_of(covers, "features")
