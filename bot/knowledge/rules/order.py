"""Days in order: launch, arrival, departure, end; and the first day of a span before its last."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from pydantic import BaseModel

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Claim, Cover, Mission, Person, Record, preferred
from bot.knowledge.rules.entries import entries, problem
from bot.knowledge.values import Day
from bot.knowledge.yamlfile import EntryPath, Problem

# Fields of one entry of which the first is never later than the second.
_SPANS = (
    ("begin", "finish"),
    ("opened", "closed"),
    ("introduced", "retired"),
    ("first_flight", "first_iss_flight"),
    ("first_flight", "ended"),
)

Moment = tuple[EntryPath, Day]


def check(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield a problem for every day that is before one that must come first."""
    for record in knowledge:
        for path, part in entries(record):
            for first, last in _spans(type(part)):
                spans = [*_moments(part, path, first), *_moments(part, path, last)]
                for earlier, later in _reversed(spans):
                    yield problem(knowledge, record, later[0], _text(earlier, later))
        for earlier, later in _reversed(list(_course(record))):
            yield problem(knowledge, record, later[0], _text(earlier, later))


@cache
def _spans(model: type[BaseModel]) -> list[tuple[str, str]]:
    return [span for span in _SPANS if set(span) <= model.model_fields.keys()]


def _course(record: Record) -> Iterator[Moment]:
    """The events of a flight, the steps of a way or the stays of a person, in their order."""
    if isinstance(record, Mission):
        yield from _flight(record)
    elif isinstance(record, Cover):
        yield from _legs(record)
    elif isinstance(record, Person):
        yield from _stays(record)


def _flight(mission: Mission) -> Iterator[Moment]:
    """The events of a flight in the order in which they must have happened."""
    if mission.launch:
        yield from _moments(mission.launch, ("launch",), "at")
    for number, stay in enumerate(mission.stays):
        for name in ("captured", "at", "unberthed", "until"):
            yield from _moments(stay, ("stays", number), name)
    if mission.end:
        yield from _moments(mission.end, ("end",), "at")


def _legs(cover: Cover) -> Iterator[Moment]:
    """The dated steps of a way, which are written in their order."""
    for number, leg in enumerate(cover.legs):
        yield from _moments(leg, ("legs", number), "day")


def _stays(person: Person) -> Iterator[Moment]:
    """Where somebody was on board several times, each stay begins after the one before."""
    for number, stay in enumerate(person.stays):
        for name in ("begin", "finish"):
            yield from _moments(stay, ("stays", number), name)


def _moments(part: object, path: EntryPath, name: str) -> Iterator[Moment]:
    """The preferred day of a field with its path; nothing where none is recorded."""
    claims = getattr(part, name, ())
    if isinstance(claims, tuple) and claims and isinstance(claims[0], Claim):
        value = preferred(claims).value
        if isinstance(value, Day):
            written = {"begin": "from", "finish": "to"}.get(name, name)
            yield (*path, written), value


def _reversed(moments: list[Moment]) -> list[tuple[Moment, Moment]]:
    return [(one, other) for one, other in pairwise(moments) if other[1].before(one[1])]


def _text(earlier: Moment, later: Moment) -> str:
    return f"{_field(later[0])} {later[1]} is before {_field(earlier[0])} {earlier[1]}"


def _field(path: EntryPath) -> str:
    return ".".join(step for step in path if isinstance(step, str))
