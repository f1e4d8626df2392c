"""Ships between two ships: "which Progress were launched between ATV-2 and ATV-3".

A question of this kind is read only as a whole, so that no word of it is lost.
"""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.questions.asked import EVENT_DAYS
from bot.questions.conditions import beyond, condition_on
from bot.questions.query import Query
from bot.questions.sketch import Mention, Sketch

_BESIDE = {"which", "what", "the", "were", "was", "did", "all", "between", "and", "of", "launches"}


def read_spanning(sketch: Sketch, knowledge: Knowledge) -> Query | None:
    """The ships whose launch, arrival or end lies between that of two others; else None."""
    flights = sketch.things(knowledge, "mission")
    lines = sketch.things(knowledge, "programme", "variant")
    between = [n for n, slot in enumerate(sketch.slots) if slot.text == "between"]
    ends = len(flights) == len("ab") and all(len(flight.things) == 1 for flight in flights)
    named = len(flights) + len(lines) == len(sketch.mentions) and len(lines) <= 1
    if not (between and ends and named) or sketch.check or sketch.names_covers(knowledge):
        return None
    if flights[0].position != between[0] + 1 or not _is_told(sketch, flights, lines):
        return None
    event = _event(sketch)
    if event is None:
        return None
    span = (beyond(flights[0].things, event, ">"), beyond(flights[1].things, event, "<"))
    of_line = [condition_on(knowledge, "mission", line) for line in lines]
    where = (*(c for c in of_line if c is not None), *span)
    counted = "quantity" in sketch.types
    return Query(want="count" if counted else "list", kind="mission", where=where)


def _is_told(sketch: Sketch, flights: list[Mention], lines: list[Mention]) -> bool:
    """Whether every other word only asks, joins, or says what the ships did."""
    named = {mention.position for mention in (*flights, *lines)}
    return all(
        n in named
        or slot.text in _BESIDE
        or slot.means("type", "which")
        or slot.means("type", "which_ship")
        or slot.means("type", "quantity")
        or slot.means("kind", "mission")
        or slot.means("want", "list")
        or slot.sense("topic") is not None
        for n, slot in enumerate(sketch.slots)
    )


def _event(sketch: Sketch) -> str | None:
    """The day field of the one event that is named; a launch where they "flew" or none is."""
    topics = sketch.topic_names - {"fly"}
    if not topics:
        return "launched"
    return EVENT_DAYS.get(min(topics)) if len(topics) == 1 else None
