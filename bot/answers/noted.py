"""Answering with what is noted of a thing: quoted as it stands on record."""

from __future__ import annotations

from bot.answers import say
from bot.answers.covers import CoverWords
from bot.answers.draft import Draft
from bot.answers.select import Match, Selector
from bot.answers.statements import statement_facts, statement_line
from bot.answers.things import predicate
from bot.knowledge.facts import Fact
from bot.knowledge.labels import cover_label
from bot.knowledge.notes import Note, notes_of
from bot.knowledge.records import Cover, Record
from bot.questions.normalise import stems_of
from bot.questions.query import NOTE, Query

_MOST_NOTES = 3


class Notes:
    """Answers of the kind noted."""

    def __init__(self, selector: Selector) -> None:
        """Quote what is noted of the things that `selector` knows."""
        self._knowledge = selector.knowledge
        self._words = CoverWords(selector)

    def answer(self, query: Query, draft: Draft) -> str:
        """Fill `draft` with the notes that hold the words of the query; returns the status."""
        words = {c.text for c in query.where if c.field == NOTE}
        things = [self._knowledge.thing(thing) for c in query.where for thing in c.things]
        for thing in things:
            notes = [n for n in notes_of(self._knowledge, thing) if words <= {*stems_of(n.text)}]
            if notes:
                told = dict.fromkeys(self._quoted(thing, note) for note in notes[:_MOST_NOTES])
                draft.say(f"On record of {self._name(thing)}: {' '.join(told)}")
                draft.about(thing.id)
                for note in notes[:_MOST_NOTES]:
                    draft.state(_facts(thing, note))
        return "answered"

    def _name(self, thing: Record) -> str:
        if isinstance(thing, Cover):
            return cover_label(self._knowledge, thing)
        return say.name(self._knowledge, thing.id)

    def _quoted(self, thing: Record, note: Note) -> str:
        """A note as a sentence: a remark as it is, a fact with its note."""
        if note.said is not None:
            return statement_line(self._knowledge, note.said, thing.source)
        if note.fact is None:
            return note.text
        name = note.fact.field
        if isinstance(thing, Cover):
            told = "; ".join(self._words.phrases(Match(thing), {name: [note.fact]}))
        else:
            told = predicate(self._knowledge, thing, name, [note.fact])
        missing = note.fact.note if note.fact.note and note.fact.note not in told else ""
        return say.capital(told) + (f" ({missing})" if missing else "") + "."


def _facts(thing: Record, note: Note) -> list[Fact]:
    if note.said is not None:
        return statement_facts(thing, {note.said.field})
    return [note.fact or Fact(thing.id, "remark", note.text, note.source)]
