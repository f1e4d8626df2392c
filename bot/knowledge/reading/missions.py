"""Readers of one flight: its launch, its end, its cargo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.knowledge.base import Knowledge
from bot.knowledge.facts import Fact, Reader, facts_of_claims, merged
from bot.knowledge.reading import stays
from bot.knowledge.records import Mission
from bot.knowledge.values import Day


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
ended = on("end", "ended", "at")

# The events that a postmark may be known to mark.
EVENTS: dict[str, Reader] = {
    "launched": launched,
    "arrived": arrived,
    "departed": departed,
    "ended": ended,
}


def flight_time(knowledge: Knowledge, mission: Mission) -> Iterator[Fact]:
    """The time from launch to end: derived, where both are known to the day at least."""
    begin = _preferred_fact(launched(knowledge, mission))
    finish = _preferred_fact(ended(knowledge, mission))
    if begin is None or finish is None:
        return
    first, last = begin.value, finish.value
    if isinstance(first, Day) and isinstance(last, Day):
        if {first.precision, last.precision} & {"year", "month"}:
            return
        yield Fact(
            mission.id,
            "flight_time",
            last.start - first.start,
            merged(begin.source, finish.source),
            inferred=True,
            derived_from=(f"{mission.id}.launched", f"{mission.id}.ended"),
        )


def _preferred_fact(facts: Iterable[Fact]) -> Fact | None:
    """The preferred one of several facts, else the first; None where there is none."""
    return min(facts, key=lambda fact: not fact.preferred, default=None)
