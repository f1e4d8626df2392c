"""The filters of `/list` as a Query."""

from __future__ import annotations

from dataclasses import dataclass

from bot.brain import Brain
from bot.doors.discord_bot.cards import thing_called
from bot.knowledge.values import Day
from bot.questions.query import Condition, Query

FLIGHTS = frozenset({"mission", "programme", "variant"})
MAKERS = frozenset({"party", "person"})
SIGNERS = frozenset({"person", "expedition"})
PLACES = frozenset({"place", "station"})


@dataclass(frozen=True)
class Filters:
    """What a member chose: ids where a suggestion was picked, else words."""

    kind: str
    flight: str | None = None
    maker: str | None = None
    signer: str | None = None
    place: str | None = None
    year: int | None = None


@dataclass(frozen=True)
class Unknown:
    """A filter names nothing of its kind here."""

    name: str


# For each kind of thing listed: the option, the field it filters by, and what may be named there.
_BY_FIELD = {
    "cover": (
        ("flight", "about", FLIGHTS),
        ("maker", "by_party", MAKERS),
        ("signer", "signed_by", SIGNERS),
        ("place", "strike_place", PLACES),
    ),
    "mission": (("place", "launch_site", PLACES),),
}


def query_of(brain: Brain, filters: Filters) -> Query | Unknown:
    """The Query that lists what holds every filter, or the first name that means nothing."""
    where: list[Condition] = []
    for option, field, kinds in _BY_FIELD[filters.kind]:
        name = getattr(filters, option)
        if name is None:
            continue
        thing = thing_called(brain, name, kinds)
        if thing is None:
            return Unknown(name)
        where.append(Condition(field=field, things=(thing,)))
    if filters.kind == "mission" and filters.flight is not None:
        line = thing_called(brain, filters.flight, FLIGHTS)
        if line is None:
            return Unknown(filters.flight)
        where.append(_of_line(brain, line))
    if filters.year is not None:
        where.append(_launched_in(filters))
    return Query(want="list", kind=filters.kind, where=tuple(where), every=True)


def _of_line(brain: Brain, thing: str) -> Condition:
    """The condition that a mission is that one, or of that programme or variant."""
    kind = brain.knowledge.thing(thing).kind_of_thing
    return Condition(field="self" if kind == "mission" else kind, things=(thing,))


def _launched_in(filters: Filters) -> Condition:
    """The condition on the launch: of the mission itself, or of the one that a cover is about."""
    launched = Condition(field="launched", day=Day.of(str(filters.year)))
    if filters.kind == "mission":
        return launched
    return Condition(field="about", query=Query(want="list", kind="mission", where=(launched,)))
