"""From an Answer to a plain message: its text and the controls under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self

import discord

from bot.answers.answer import Answer
from bot.brain import Brain
from bot.doors.discord_bot import controls
from bot.doors.discord_bot.drawing import MESSAGE_LIMIT, pages
from bot.doors.discord_bot.wording import CUT
from bot.questions.query import Query

# Without a fact nothing can be wrong; with one of these, something may be missing.
_MISSED = frozenset({"not_recorded", "unknown_subject"})
MOST_PAGES = 60  # a list is never read further than this, and "more" always ends


@dataclass(frozen=True)
class Plain:
    """A plain message, ready to send or to edit in."""

    content: str
    items: tuple[discord.ui.Item[Any], ...] = ()

    @classmethod
    def of_lines(cls, lines: Sequence[str], *, asker: int) -> Self:
        """Short lines, which the asker and moderators can dismiss."""
        return cls(fitting(lines), (controls.Dismiss.to(asker),))

    def view(self) -> discord.ui.View | None:
        """The controls as a view that never times out, or None where there are none."""
        if not self.items:
            return None
        view = discord.ui.View(timeout=None)
        for item in self.items:
            view.add_item(item)
        return view


def fitting(lines: Sequence[str]) -> str:
    """As many whole lines as one message holds."""
    text = ""
    for line in lines:
        if len(text) + len(line) + 1 > MESSAGE_LIMIT:
            break
        text = f"{text}\n{line}" if text else line
    return text


def compose(answer: Answer, *, asker: int, command: bool = False, alone: bool = False) -> Plain:
    """The first page of an answer, its choices, and the controls under it.

    Args:
        answer: what the brain said.
        asker: who may dismiss it, beside moderators.
        command: it answers a command; replies to it would reach us without their text.
        alone: only the asker sees it, and Discord lets them dismiss it already.
    """
    texts = pages(answer)
    tail: list[discord.ui.Item[Any]] = []
    if answer.query is not None and (len(texts) > 1 or answer.more is not None):
        tail.append(controls.More.to(page=1))
    elif len(texts) > 1:
        texts = pages(answer.model_copy(update={"body": _shortened(answer.body)}))
    if command:
        tail.append(controls.About.to(next(iter(answer.subjects), "")))
    if answer.facts or answer.status in _MISSED:
        tail.append(controls.Wrong.to())
    if not alone:
        tail.append(controls.Dismiss.to(asker))
    return Plain(texts[0], (*controls.choices(answer.choices), *tail))


def _shortened(body: str) -> str:
    """A body that cannot be asked for again: its beginning has to do."""
    return f"{body[:800].rstrip()} {CUT}"


def page_of(brain: Brain, query: Query, number: int, origin: int) -> Plain | None:
    """Page `number` (from 0) of what `query` finds, or None when there is none so far."""
    found = None
    for index, text in enumerate(_all_pages(brain, query)):
        if index == number:
            found = text
        elif index > number and found is not None:
            return Plain(found, (controls.More.to(page=number + 1, origin=origin),))
    return Plain(found) if found is not None else None


def _all_pages(brain: Brain, query: Query) -> Iterator[str]:
    left = MOST_PAGES
    following: Query | None = query
    while following is not None and left > 0:
        answer = brain.carry_out(following)
        for text in pages(answer):
            left -= 1
            yield text
        following = answer.more
