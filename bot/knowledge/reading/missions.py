"""Readers of one flight: its launch, its end, its cargo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.knowledge.base import Knowledge
from bot.knowledge.facts import Fact, Reader, facts_of_claims, merged
from bot.knowledge.reading import stays
from bot.knowledge.records import Mission, Programme
from bot.knowledge.values import Day, time_between


def on(part: str, name: str, attribute: str) -> Reader:
    """A reader for claims that stand on one part of a flight: its `launch` or its `end`."""

    def read(_: Knowledge, mission: Mission) -> Iterator[Fact]:
        entry = getattr(mission, part)
        if entry is not None:
            yield from facts_of_claims(mission, name, getattr(entry, attribute), entry.source)

    return read


def pad(_: Knowledge, mission: Mission) -> Iterator[Fact]:
    """The launch pad."""
    if mission.launch is not None and mission.launch.pad is not None:
        source = mission.launch.source or mission.source
        yield Fact(mission.id, "pad", mission.launch.pad, source)


def country(knowledge: Knowledge, mission: Mission) -> Iterator[Fact]:
    """The country whose line the flight belongs to."""
    line = knowledge.get(mission.programme) if mission.programme else None
    if isinstance(line, Programme) and line.country is not None:
        yield Fact(mission.id, "country", line.country, line.source)


def end_how(_: Knowledge, mission: Mission) -> Iterator[Fact]:
    """How the flight ended: re-entry, splashdown, landing or loss."""
    if mission.end is not None:
        yield Fact(mission.id, "end_how", mission.end.how, mission.end.source or mission.source)


def cargo(name: str, attribute: str) -> Reader:
    """A reader for kilograms of cargo `up` or `down`, with what each source counts."""

    def read(_: Knowledge, mission: Mission) -> Iterator[Fact]:
        for load in mission.cargo:
            for fact in facts_of_claims(mission, name, getattr(load, attribute), load.source):
                yield replace(fact, note=fact.note or load.note)

    return read


launched = on("launch", "launched", "at")
captured = stays.days("captured", "captured", stays.FIRST)
arrived = stays.days("arrived", "at", stays.FIRST)
departed = stays.days("departed", "until", stays.LAST)
back_at_port = stays.days("back_at_port", "at", stays.LATER)
left_port = stays.days("left_port", "until", stays.EARLIER)
ended = on("end", "ended", "at")

# The events that a postmark may be known to mark.
EVENTS: dict[str, Reader] = {
    "launched": launched,
    "arrived": arrived,
    "departed": departed,
    "ended": ended,
}


def _time_between(name: str, first: str, last: str, *, exact: bool = False) -> Reader:
    """A reader for the time between two events of `EVENTS`: derived.

    Args:
        name: the name of the field.
        first: the earlier event.
        last: the later event.
        exact: whether the time of day of both must be known.
    """

    def read(knowledge: Knowledge, mission: Mission) -> Iterator[Fact]:
        begin = _preferred_fact(EVENTS[first](knowledge, mission))
        finish = _preferred_fact(EVENTS[last](knowledge, mission))
        if begin is None or finish is None:
            return
        if isinstance(begin.value, Day) and isinstance(finish.value, Day):
            time = time_between(begin.value, finish.value)
            timed = begin.value.has_time and finish.value.has_time
            if time is None or (exact and not timed):
                return
            yield Fact(
                mission.id,
                name,
                time,
                merged(begin.source, finish.source),
                inferred=True,
                derived_from=(f"{mission.id}.{first}", f"{mission.id}.{last}"),
            )

    return read


def _preferred_fact(facts: Iterable[Fact]) -> Fact | None:
    """The preferred one of several facts, else the first; None where there is none."""
    return min(facts, key=lambda fact: not fact.preferred, default=None)


flight_time = _time_between("flight_time", "launched", "ended")
approach = _time_between("approach", "launched", "arrived", exact=True)
