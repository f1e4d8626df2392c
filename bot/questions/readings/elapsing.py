"""The time from one event to another: "days between ATV-2 docking and HTV-2 launch"."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.questions.asked import EVENT_DAYS
from bot.questions.conditions import SELF
from bot.questions.query import Condition, Query
from bot.questions.sketch import Mention, Sketch, TopicUse

_BETWEEN = {"between", "entre", "zwischen"}
_AFTER = {"after", "before"}  # "how many days after its launch did it dock": both are told
_TIMES = {"days", "time", "how much time"}
_SAID_BESIDE = {"days", "lay", "lie", "passed", "went", "elapsed", "went by"}
_LOST = "outcome=lost"
_TWO = 2


def read_elapsed(sketch: Sketch, knowledge: Knowledge) -> Query | None:
    """Two events of flights and the time between them; None where it asks anything else."""
    asks = sketch.types == ["duration"] or (not sketch.types and bool(_TIMES & sketch.words))
    named = any(slot.text in _BETWEEN for slot in sketch.slots)
    after = sketch.slots[1].text in _AFTER if len(sketch.slots) > 1 else False
    named = named or (after and sketch.types == ["duration"])
    stated = set(sketch.values) - {_LOST}
    told = sketch.asks or sketch.kinds or stated or sketch.check or sketch.orders
    if not (asks and named) or told or sketch.names_covers(knowledge) or sketch.outside:
        return None
    if set(sketch.unexplained) - _SAID_BESIDE or sketch.negations:
        return None
    events = _events(sketch, knowledge)
    if len(events) != _TWO or events[0] == events[1]:
        return None
    sides = tuple((Condition(field=SELF, things=(flight,)),) for flight, _ in events)
    fields = tuple(field for _, field in events)
    return Query(want="elapsed", kind="mission", fields=fields, groups=sides)


def _events(sketch: Sketch, knowledge: Knowledge) -> list[tuple[str, str]]:
    """The two events, each as a flight and the field of its day; empty where it is not clear."""
    flights = sketch.things(knowledge, "mission")
    uses = [use for use in sketch.topics if use.topic in EVENT_DAYS]
    losses = [(n, slot) for n, slot in enumerate(sketch.slots) if slot.means("value", _LOST)]
    uses += [TopicUse("end", position, slot.text) for position, slot in losses]
    uses.sort(key=lambda use: use.position)
    one_each = all(len(flight.things) == 1 for flight in flights)
    if (
        len(uses) < len(sketch.topics) + len(losses)
        or len(flights) < len(sketch.mentions)
        or not one_each
    ):
        return []
    days = [EVENT_DAYS[use.topic] for use in uses]
    ships = [flight.things[0] for flight in flights]
    if len(ships) == _TWO and len(days) == _TWO and not _are_paired(flights, uses):
        return []
    if {len(ships), len(days)} == {1, _TWO}:  # "its launch and docking", "launch of A and B"
        ships, days = (ships * _TWO)[:_TWO], (days * _TWO)[:_TWO]
    return list(zip(ships, days, strict=True)) if len(ships) == len(days) else []


def _are_paired(flights: list[Mention], uses: list[TopicUse]) -> bool:
    """Whether events and flights take turns: "launch of A and docking of B", "A launch, B end"."""
    marks = [(flight.position, "flight") for flight in flights]
    marks += [(use.position, "event") for use in uses]
    order = [what for _, what in sorted(marks)]
    return order[:_TWO] == order[_TWO:]
