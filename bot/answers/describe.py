"""Describing a thing as a whole: what is recorded about it, in a few sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bot.answers import say
from bot.answers.covers import CoverWords
from bot.answers.draft import Draft
from bot.answers.select import Match, Selector, items_of
from bot.answers.statements import statement_facts, statement_line
from bot.answers.things import note
from bot.knowledge.facts import Fact
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Cover, Mark, Mission, Party, Person, Place, Record
from bot.questions.query import Condition

Role = Literal["asked", "context"]

# The fields of a description, in order, for each kind of thing.
_FIELDS: dict[str, tuple[str, ...]] = {
    "mission": (
        "launched",
        "vehicle",
        "launch_site",
        "arrived",
        "port",
        "departed",
        "ended",
        "end_place",
        "outcome",
        "reason",
    ),
    "programme": (
        "manufacturer",
        "operator",
        "capacity",
        "attaches",
        "first_flight",
        "first_iss_flight",
        "flights",
        "last_mission",
        "ended",
        "variants",
        "cachet_makers",
        "postmark_places",
    ),
    "variant": ("programme", "introduced", "changed", "capacity", "flights", "last_mission"),
    "party": ("roles", "place", "part_of", "people", "founded", "active"),
    "person": ("agency", "expeditions"),
    "expedition": ("begun", "over", "crew"),
    "place": ("role", "country", "opened", "closed", "requests_to"),
    "mark": ("designer", "looks", "begun", "over"),
    "module": ("role",),
    "term": ("definition",),
}
_SHORT: dict[str, tuple[str, ...]] = {
    "mission": ("launched", "arrived", "ended", "outcome"),
    "programme": ("operator", "capacity", "attaches", "first_flight", "flights", "ended"),
}
_COVER_FIELDS = (
    "quantity",
    "commemorates",
    "issuer",
    "maker",
    "features",
    "contains",
    "numbering",
    "up",
    "down",
    "strike_place",
    "marks",
    "signed_by",
)
_MOST_COVERS = 5


_MOST_SHOWN = 16  # values of one field: every expedition that a person was in


class Describer:
    """Answers of the kinds describe and define."""

    def __init__(self, selector: Selector) -> None:
        """Describe from what `selector` finds."""
        self._selector = selector
        self._knowledge = selector.knowledge
        self._words = CoverWords(selector)

    def answer(self, things: tuple[str, ...], draft: Draft) -> str:
        """Fill `draft` with what is recorded about each thing; returns the status."""
        for thing_id in things[:3]:
            thing = self._knowledge.thing(thing_id)
            draft.about(thing_id)
            draft.say(self.summary(thing, draft))
            draft.say(*self._covers_of(thing, draft))
            draft.say(*(statement_line(self._knowledge, s, thing.source) for s in thing.statements))
            draft.add_context(statement_facts(thing, {s.field for s in thing.statements}))
            draft.remark_on(thing)
        return "answered"

    def summary(
        self, thing: Record, draft: Draft, *, short: bool = False, role: Role = "asked"
    ) -> str:
        """What is recorded about a thing, as one or two sentences; its facts go into `draft`."""
        if isinstance(thing, Cover):
            return self._cover(thing, draft, role)
        fields = _FIELDS.get(thing.kind_of_thing, ())
        fields = _SHORT.get(thing.kind_of_thing, fields) if short else fields
        notes: list[str] = []
        for name in fields:
            facts = self._shown(facts_of(self._knowledge, thing, name))
            told = name == "outcome" and any("was lost" in text for text in notes)
            if facts and not told:
                notes.append(note(self._knowledge, thing, name, facts))
                draft.state(facts)
        if not notes:
            draft.state([Fact(thing.id, "name", thing.name, thing.source)])
            return f"{thing.name} is on record here as a {thing.kind_of_thing}."
        if thing.kind_of_thing == "term":
            also = f" (also {say.listed(thing.names[:4])})" if thing.names else ""
            return f"{say.capital(thing.name)}{also}: {notes[0]}"
        name = say.capital(say.name(self._knowledge, thing.id))
        return f"{name}{self._aside(thing)}: {'; '.join(notes)}."

    def _shown(self, facts: Sequence[Fact]) -> Sequence[Fact]:
        """The preferred one of several claims; everything else as it is."""
        preferred = [fact for fact in facts if fact.preferred]
        return preferred or facts[:_MOST_SHOWN]

    def _aside(self, thing: Record) -> str:
        """Which line of ships a flight belongs to and NASA's count, behind its name."""
        if not isinstance(thing, Mission):
            return ""
        variant = self._knowledge.name_of(thing.variant or thing.programme)
        parts = [variant] if variant not in thing.name else []
        parts += [f"{thing.nasa_number} by NASA's count"] if thing.nasa_number else []
        return f" ({', '.join(parts)})" if parts else ""

    def _cover(self, cover: Cover, draft: Draft, role: Role) -> str:
        whole = Match(cover)
        facts = {name: self._selector.facts(whole, name) for name in _COVER_FIELDS}
        for found in facts.values():
            if role == "asked":
                draft.state(found)
            else:
                draft.add_context(found)
        phrases = self._words.phrases(whole, facts)
        text = "; ".join(phrases) or f"a {cover.piece_form}"
        return f"{say.capital(self._words.label(cover))}: {text}."

    def _covers_of(self, thing: Record, draft: Draft) -> list[str]:
        """The covers that belong to a mission, a maker, a signer, a place or a mark."""
        field = _COVERS_BY.get(type(thing))
        if field is None:
            return []
        matches = self._selector.select("cover", [Condition(field=field, things=(thing.id,))])
        items = items_of(matches)
        heading = "Covers recorded here"
        if isinstance(thing, Person | Mark):  # also where only some pieces of a cover are theirs
            items = matches
        if not items and isinstance(thing, Mission):
            back = Condition(field="down", things=(thing.id,))
            items = items_of(self._selector.select("cover", [back]))
            heading = "No covers for it are recorded here; brought back"
        if not items:
            return ["No covers for it are recorded here."] if isinstance(thing, Mission) else []
        lines = [f"{heading}: {len(items)}."]
        for match in items[:_MOST_COVERS]:
            assert isinstance(match.thing, Cover)
            facts = self._selector.facts(match, "quantity")[:2]
            words = "; ".join(self._words.phrases(match, {"quantity": facts}))
            lines.append(f"- {self._words.label(match.thing)}" + (f": {words}" if words else ""))
            draft.add_context(facts)
        if len(items) > _MOST_COVERS:
            lines.append(f"- ... and {len(items) - _MOST_COVERS} more.")
        draft.about(*(match.thing.id for match in items[:_MOST_COVERS]))
        return lines


_COVERS_BY: dict[type[Record], str] = {
    Mission: "about",
    Party: "by_party",
    Person: "signed_by",
    Place: "strike_place",
    Mark: "marks",
}
