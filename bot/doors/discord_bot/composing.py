"""From an Answer to a plain message: its text and the controls under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import discord

from bot.answers.answer import Answer
from bot.brain import Brain
from bot.doors.discord_bot import controls
from bot.doors.discord_bot.drawing import pages
from bot.doors.discord_bot.wording import CUT
from bot.questions.query import Query

MOST_PAGES = 60  # a list is never read further than this, and "more" always ends


@dataclass(frozen=True)
class Plain:
    """A plain message, ready to send or to edit in."""

    content: str
    items: tuple[discord.ui.Item[Any], ...] = ()

    def view(self) -> discord.ui.View | None:
        """The controls as a view that never times out, or None where there are none."""
        if not self.items:
            return None
        view = discord.ui.View(timeout=None)
        for item in self.items:
            view.add_item(item)
        return view


def compose(answer: Answer) -> Plain:
    """The first page of an answer, its choices, and the way to the rest."""
    texts = pages(answer)
    has_rest = len(texts) > 1 or answer.more is not None
    items = [*controls.choices(answer.choices)]
    if has_rest and answer.query is not None:
        items.append(controls.More.to(page=1))
    elif len(texts) > 1:
        texts = pages(answer.model_copy(update={"body": _shortened(answer.body)}))
    return Plain(texts[0], tuple(items))


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
