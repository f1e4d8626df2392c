"""Readers of those who make, carry and sign covers: parties, people and their expeditions."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.base import Knowledge
from bot.knowledge.facts import Fact
from bot.knowledge.records import Expedition, Party, Person


def active(_: Knowledge, party: Party) -> Iterator[Fact]:
    """What a party is recorded as having done."""
    for number, work in enumerate(party.active):
        source = work.source or party.source
        yield Fact(party.id, "active", work.what, source, entry=f"active-{number}")


def crew(_: Knowledge, expedition: Expedition) -> Iterator[Fact]:
    """The crew of an expedition; the note says for which part of it, or in which role."""
    for member in expedition.crew:
        source = member.source or expedition.source
        note = member.part or member.role
        yield Fact(expedition.id, "crew", member.person, source, note=note)


def commanders(_: Knowledge, expedition: Expedition) -> Iterator[Fact]:
    """Who commanded an expedition; the note says for which part of it."""
    for member in expedition.crew:
        if member.role == "commander":
            source = member.source or expedition.source
            yield Fact(expedition.id, "commander", member.person, source, note=member.part)


def expeditions(knowledge: Knowledge, person: Person) -> Iterator[Fact]:
    """The expeditions whose crew lists name a person."""
    for expedition in knowledge.expeditions_of.get(person.id, []):
        yield Fact(person.id, "expeditions", expedition.id, expedition.source)
