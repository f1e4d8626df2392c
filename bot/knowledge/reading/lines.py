"""Readers of lines of flights: programmes and variants, and what is usual for their covers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.knowledge.base import Knowledge
from bot.knowledge.facts import Fact, Reader, facts_of_claims, merged
from bot.knowledge.reading.missions import launched
from bot.knowledge.records import Mission, Practice, Programme, Record, Variant
from bot.knowledge.values import Count

_RANKS = {"main": 0, "also": 1, "secondary": 2}


def flights(knowledge: Knowledge, line: Record) -> Iterator[Fact]:
    """How many flights are recorded here: a closed list, so a count is a fact."""
    missions = [m for m in knowledge.all(Mission) if _flies_in(m, line)]
    if missions:
        source = merged(*(mission.source for mission in missions))[:2]
        derived = tuple(mission.id for mission in missions)
        yield Fact(line.id, "flights", Count.of(len(missions)), source, derived_from=derived)


def edge_mission(name: str, index: int) -> Reader:
    """A reader for the first (0) or the last (-1) flight of a programme or variant."""

    def read(knowledge: Knowledge, line: Record) -> Iterator[Fact]:
        missions = [
            mission
            for programme in knowledge.all(Programme)
            for mission in knowledge.missions_of(programme.id)
            if _flies_in(mission, line)
        ]
        if missions:
            edge = missions[index]
            derived = (f"{edge.id}.launched",)
            yield Fact(line.id, name, edge.id, edge.source, derived_from=derived)

    return read


def first_iss_flight(knowledge: Knowledge, programme: Programme) -> Iterator[Fact]:
    """The day of the first flight to the station: as recorded, else from the flights on record."""
    name = "first_iss_flight"
    claims = programme.first_iss_flight
    missions = knowledge.missions_of(programme.id) if programme.supplies_iss else []
    if claims or not missions:
        yield from facts_of_claims(programme, name, claims)
        return
    for fact in list(launched(knowledge, missions[0]))[:1]:
        derived = (f"{missions[0].id}.launched",)
        yield replace(fact, subject=programme.id, field=name, inferred=True, derived_from=derived)


def variants(knowledge: Knowledge, programme: Programme) -> Iterator[Fact]:
    """The variants of a programme's ship."""
    for variant in knowledge.all(Variant):
        if variant.programme == programme.id:
            yield Fact(programme.id, "variants", variant.id, variant.source)


def usual(name: str, what: str, attribute: str) -> Reader:
    """A reader for what is usual for a line or one flight: its cachet makers, its postmark places.

    Args:
        name: the name of the field.
        what: the practices that count: "cachets" or "postmarks".
        attribute: what of a practice is the value: its party or its place.
    """

    def read(knowledge: Knowledge, thing: Record) -> Iterator[Fact]:
        for practice in _practices(knowledge, thing, what):
            value = getattr(practice, attribute)
            if value is not None:
                note = _practice_note(practice)
                yield Fact(thing.id, name, value, practice.source, practice.id, note=note)

    return read


def practice_events(knowledge: Knowledge, thing: Record) -> Iterator[Fact]:
    """The events that are usually postmarked, each bound to its practice."""
    for practice in _practices(knowledge, thing, "postmarks"):
        if practice.event is not None:
            yield Fact(thing.id, "practice_event", practice.event, practice.source, practice.id)


def _flies_in(mission: Mission, line: Record) -> bool:
    return line.id in {mission.programme, mission.variant}


def _practices(knowledge: Knowledge, thing: Record, what: str) -> list[Practice]:
    """The practices of a line or of one flight, the main ones first.

    A practice that names the flight counts before one of its whole line for the same event; one
    that names certain flights of a line is not told of the others.
    """
    found = [practice for practice in knowledge.all(Practice) if practice.what == what]
    own = [p for p in found if any(_is_of(knowledge, about, thing) for about in p.about)]
    general: list[Practice] = []
    if isinstance(thing, Mission):
        events = {practice.event for practice in own}
        lines = {thing.programme, thing.variant}
        general = [p for p in found if set(p.about) <= lines and p.event not in events]
        general = [p for p in general if happens_to(p, thing)]
    return sorted(own + general, key=lambda practice: _RANKS[practice.role])


def happens_to(practice: Practice, mission: Mission) -> bool:
    """Whether the event of a practice can be one of the flight: a berthed ship never docked."""
    if mission.was_lost and practice.event not in {"launch", None}:
        return False
    return practice.event != "docking" or all(stay.how == "docked" for stay in mission.stays)


def _is_of(knowledge: Knowledge, about: str, thing: Record) -> bool:
    """Whether a practice about this is told of the thing: a variant's is told of its line."""
    variant = knowledge.get(about)
    return about == thing.id or (isinstance(variant, Variant) and variant.programme == thing.id)


def _practice_note(practice: Practice) -> str | None:
    roles = {"main": "mainly", "secondary": "secondary"}
    status = "by rule" if practice.status == "by rule" else None
    parts = [practice.event, roles.get(practice.role), status, practice.note]
    return ", ".join(part for part in parts if part) or None
