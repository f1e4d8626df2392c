"""Inline lookups are answered in one short line each."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.answer import Answer, Citation
from bot.brain import Brain, Reply
from bot.doors.discord_bot.cards import Card, card_of, headline, thing_called
from bot.doors.discord_bot.drawing import escape, source_link
from bot.doors.discord_bot.lookups import lookups
from bot.questions.query import Memory

LINE_LIMIT = 300

_WITH_FIGURES = frozenset({"mission", "cover"})
# A miss is told where the list is closed (there was no ATV-7), not where nothing was understood.
_TOLD = frozenset({"answered", "not_recorded", "ambiguous", "unknown_subject"})


@dataclass(frozen=True)
class Lookup:
    """One lookup with its line, and the brain's reply that a follow-up continues from."""

    line: str
    reply: Reply


def look_up(brain: Brain, text: str) -> list[Lookup]:
    """A line for every lookup in `text` that found something."""
    found = (_one(brain, looked_up) for looked_up in lookups(text))
    return [lookup for lookup in found if lookup is not None]


def _one(brain: Brain, looked_up: str) -> Lookup | None:
    reply = brain.ask(looked_up, Memory())
    if reply.answer.status not in _TOLD or not reply.answer.body:
        return None
    thing = thing_called(brain, looked_up, _WITH_FIGURES)
    line = line_of(reply.answer) if thing is None else figure_line(card_of(brain, thing))
    return Lookup(line, reply)


def figure_line(card: Card) -> str:
    """A thing and its most wanted figure, with the source of that figure."""
    return _with_source(headline(card), card.headline_citations)


def line_of(answer: Answer) -> str:
    """The first line of an answer with its first source."""
    return _with_source(answer.body.strip().split("\n", 1)[0], answer.citations)


def _with_source(text: str, citations: Sequence[Citation]) -> str:
    """A short text with the first of its sources."""
    short = textwrap.shorten(text, LINE_LIMIT, placeholder=" …")
    sources = "; ".join(source_link(citation) for citation in citations[:1])
    return f"{escape(short)} ({sources})" if sources else escape(short)
