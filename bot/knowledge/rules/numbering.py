"""Every numbered series is complete: a number is a flight, or it is said why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bot.knowledge.base import Knowledge, launch_order
from bot.knowledge.records import Expedition, Mission, Numbering, Programme
from bot.knowledge.rules.entries import problem
from bot.knowledge.yamlfile import Problem


def check(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield a problem for every gap, repetition and undeclared exception."""
    for programme in knowledge.all(Programme):
        for index, numbering in enumerate(programme.numbering):
            for text in _slips(knowledge, programme, numbering):
                yield problem(knowledge, programme, ("numbering", index), text)
    yield from _expeditions(knowledge)


def _expeditions(knowledge: Knowledge) -> Iterator[Problem]:
    """Expeditions are numbered from 1 without a gap, and their ids say their numbers."""
    numbers = {expedition.number for expedition in knowledge.all(Expedition)}
    for expedition in knowledge.all(Expedition):
        if expedition.id != f"expedition-{expedition.number}":
            text = f"its number is {expedition.number}: call it expedition-{expedition.number}"
            yield problem(knowledge, expedition, ("number",), text)
        elif expedition.number - 1 not in {0, *numbers} and 1 in numbers:
            text = f"expedition-{expedition.number - 1} before it is not recorded"
            yield problem(knowledge, expedition, (), text)


def _slips(knowledge: Knowledge, programme: Programme, numbering: Numbering) -> Iterator[str]:
    flights = flights_by_number(knowledge, programme, numbering)
    last = numbering.finish or max(flights, default=numbering.begin - 1)
    for number in range(numbering.begin, last + 1):
        word, found = numbering.written(number), flights.get(number, [])
        excused = number in numbering.missing
        if not found and not excused:
            yield f"{word} is not recorded: enter it, or say under 'missing' why there is none"
        elif found and excused:
            yield f"{word} is recorded ({found[0].at}), and yet said to be missing"
        elif len(found) > 1:
            yield f"{word} is borne by {' and '.join(flight.id for flight in found)}"
    for number in sorted(flights):
        if not numbering.begin <= number <= last:
            yield f"{numbering.written(number)} is recorded, but the series ends before it"
    if numbering.in_launch_order:
        yield from _out_of_order(flights)


def flights_by_number(
    knowledge: Knowledge, programme: Programme, numbering: Numbering
) -> dict[int, list[Mission]]:
    """The flights of a programme that bear a number of the series."""
    found: dict[int, list[Mission]] = {}
    for mission in knowledge.all(Mission):
        if mission.programme == programme.id:
            number = numbering.number_of(mission)
            if number is not None:
                found.setdefault(number, []).append(mission)
    return found


def _out_of_order(flights: dict[int, list[Mission]]) -> Iterator[str]:
    ordered = [flight for number in sorted(flights) for flight in flights[number]]
    for one, other in pairwise(ordered):
        if launch_order(other) < launch_order(one):
            yield f"{other.id} was launched before {one.id}, which has a lower number"
