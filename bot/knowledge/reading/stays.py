"""Readers of time at the station: of ships at its ports, and of people and crews on board."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.knowledge.facts import Fact, Reader, facts_of_claims, merged
from bot.knowledge.records import Claim, Expedition, Mission, Person, preferred
from bot.knowledge.values import Day, Interval, time_between

ALL = slice(None)
FIRST = slice(0, 1)
LAST = slice(-1, None)
LATER = slice(1, None)  # a ship that was moved, or went and came back
EARLIER = slice(0, -1)


def days(name: str, attribute: str, which: slice = ALL) -> Reader:
    """A reader for a day of the stays of a ship or a person.

    Args:
        name: the name of the field.
        attribute: the day of a stay: when it begins, ends ...
        which: the stays that count; a ship arrives with its `FIRST` and departs with its `LAST`.
    """

    def read(_: Knowledge, record: Mission | Person) -> Iterator[Fact]:
        for number, stay in list(enumerate(record.stays))[which]:
            claims = getattr(stay, attribute)
            yield from facts_of_claims(record, name, claims, stay.source, entry=f"stay-{number}")

    return read


def ports(_: Knowledge, mission: Mission) -> Iterator[Fact]:
    """The ports that a ship was at, one after the other."""
    for number, stay in enumerate(mission.stays):
        if stay.port is not None:
            source = stay.source or mission.source
            yield Fact(mission.id, "port", stay.port, source, entry=f"stay-{number}")


def how_attached(_: Knowledge, mission: Mission) -> Iterator[Fact]:
    """How a ship was attached when it arrived: docked or berthed."""
    for stay in mission.stays[FIRST]:
        yield Fact(mission.id, "how_attached", stay.how, stay.source or mission.source)


def by_hand(_: Knowledge, mission: Mission) -> Iterator[Fact]:
    """Who docked a ship by remote control from the station."""
    for stay in mission.stays:
        yield from facts_of_claims(mission, "by_hand", stay.by_hand, stay.source)


def moved(_: Knowledge, mission: Mission) -> Iterator[Fact]:
    """When a ship was away from its port, to be moved to another one or to dock once more."""
    for number, (first, then) in enumerate(pairwise(mission.stays)):
        value = _interval(first.until, then.at)
        if value is not None:
            source = then.source or mission.source
            yield Fact(mission.id, "moved", value, source, entry=f"move-{number}")


def ships(name: str, way: str) -> Reader:
    """A reader for the ships that somebody came on (`up`) or left on (`down`), stay by stay."""

    def read(_: Knowledge, person: Person) -> Iterator[Fact]:
        for number, stay in enumerate(person.stays):
            ship = getattr(stay, way)
            if ship is not None:
                source = stay.source or person.source
                yield Fact(person.id, name, ship, source, entry=f"stay-{number}")

    return read


def docked_for(_: Knowledge, mission: Mission) -> Iterator[Fact]:
    """The time at the station: the sum of the stays, where the last one has ended."""
    total = timedelta()
    source: tuple[str, ...] = ()
    for stay in mission.stays:
        if not stay.at or not stay.until:
            return
        begin, finish = preferred(stay.at).value, preferred(stay.until).value
        time = time_between(begin, finish)
        if time is None:
            return
        total += time
        source += stay.source or mission.source
    if mission.stays:
        derived = (f"{mission.id}.arrived", f"{mission.id}.departed")
        source = merged(source)
        yield Fact(mission.id, "docked_for", total, source, inferred=True, derived_from=derived)


def _times(begin: str, finish: str) -> Reader:
    """A reader for each stay of a ship or a person as a stretch of time."""

    def read(_: Knowledge, record: Mission | Person) -> Iterator[Fact]:
        for number, stay in enumerate(record.stays):
            value = _interval(getattr(stay, begin), getattr(stay, finish))
            if value is not None:
                source = stay.source or record.source
                yield Fact(record.id, "at_station", value, source, entry=f"stay-{number}")

    return read


of_mission = _times("at", "until")
_of_person = _times("begin", "finish")


def of_person(knowledge: Knowledge, person: Person) -> Iterator[Fact]:
    """The stays of a person, and those with a shuttle whose crew the person was in."""
    own = list(_of_person(knowledge, person))
    yield from own
    for mission in knowledge.visits_of[person.id]:
        for fact in of_mission(knowledge, mission):
            visit = fact.value
            known = [stay.value for stay in own]
            if isinstance(visit, Interval) and not any(
                isinstance(stay, Interval) and stay.overlaps(visit) for stay in known
            ):
                derived = (f"{mission.id}.crew", f"{mission.id}.at_station")
                entry = f"visit-{mission.id}"
                yield Fact(
                    person.id,
                    "at_station",
                    visit,
                    fact.source,
                    entry=entry,
                    inferred=True,
                    derived_from=derived,
                )


def of_expedition(_: Knowledge, expedition: Expedition) -> Iterator[Fact]:
    """The dates of an expedition as a stretch of time."""
    value = _interval(expedition.begin, expedition.finish)
    if value is not None:
        yield Fact(expedition.id, "at_station", value, expedition.source)


def people_aboard(knowledge: Knowledge, mission: Mission) -> Iterator[Fact]:
    """Who was on board when the ship arrived: derived from the people's recorded stays."""
    stay = _whole_stay(mission)
    if stay is None:
        return
    for person in knowledge.all(Person):
        for fact in of_person(knowledge, person):
            if isinstance(fact.value, Interval) and fact.value.overlaps(stay.begin):
                source = merged(fact.source, mission.source)
                yield _met(mission, "people_aboard", person.id, fact.entry, source)


def expeditions_aboard(knowledge: Knowledge, mission: Mission) -> Iterator[Fact]:
    """The expeditions whose dates overlap the ship's stay: derived from both."""
    stay = _whole_stay(mission)
    if stay is None:
        return
    for expedition in knowledge.all(Expedition):
        time = _interval(expedition.begin, expedition.finish)
        if time is not None and time.overlaps(stay):
            source = merged(mission.source, expedition.source)
            yield _met(mission, "expeditions_aboard", expedition.id, "begun", source)


def _met(
    mission: Mission, field: str, thing: str, entry: str | None, source: tuple[str, ...]
) -> Fact:
    """Who a ship met at the station: inferred from its arrival and from `entry` of theirs."""
    reasons = (f"{mission.id}.arrived", f"{thing}.{entry}")
    return Fact(mission.id, field, thing, source, inferred=True, derived_from=reasons)


def _whole_stay(mission: Mission) -> Interval | None:
    """When a ship was at the station, from its first arrival to its last departure, if known."""
    return _interval(mission.stays[0].at, mission.stays[-1].until) if mission.stays else None


def _interval(begin: tuple[Claim[Day], ...], finish: tuple[Claim[Day], ...]) -> Interval | None:
    """The time between two claimed days; without an end while it lasts, None without a begin."""
    if not begin:
        return None
    end = preferred(finish).value if finish else None
    return Interval(begin=preferred(begin).value, end=end)
