"""A card drawn as Components V2: shown where embeds are off, readable by a screen reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import discord
from discord.ui import ActionRow, Button, Container, LayoutView, Separator, TextDisplay

from bot.answers.answer import Citation
from bot.doors.discord_bot import controls
from bot.doors.discord_bot.cards import Card
from bot.doors.discord_bot.drawing import escape, escape_body, sources_line

TEXT_LIMIT = 4000
LABEL_WIDTH = 34  # a longer label is cut on a phone
URL_LIMIT = 512
MOST_LINKS = 5

# Shares of the 4,000 characters, so that no part crowds out the sources.
_TITLE, _UNDER, _FIGURES, _ROUTE, _LINES = 250, 300, 1000, 300, 1300


def card_view(card: Card, *, dismissible_by: int | None = None) -> LayoutView:
    """The card with its buttons; `dismissible_by` names the asker of a public one."""
    view = LayoutView(timeout=None)
    view.add_item(_box(card))
    rows: list[Sequence[discord.ui.Item[Any]]] = [
        [
            controls.ShowCard.to(controls.shorten(r.label, LABEL_WIDTH), r.thing)
            for r in card.related
        ],
        source_buttons(card.citations),
        _tools(card, dismissible_by),
    ]
    for row in filter(None, rows):
        view.add_item(ActionRow(*row))
    return view


def _box(card: Card) -> Container[Any]:
    heading = f"## {_cut(escape(card.title), _TITLE)}"
    if card.under_title:
        heading += f"\n-# {_cut(escape(card.under_title), _UNDER)}"
    box: Container[Any] = Container(TextDisplay(heading), accent_colour=card.accent)
    if card.figures:
        box.add_item(TextDisplay(_cut(escape_lines(card.figures), _FIGURES)))
    if card.route:
        box.add_item(TextDisplay(_cut(escape(card.route), _ROUTE)))
    if card.lines:
        box.add_item(Separator())
        box.add_item(TextDisplay(_cut(escape_body("\n".join(card.lines)), _LINES)))
    sources = sources_line([_unlinked(citation) for citation in card.citations])
    if sources:
        box.add_item(TextDisplay(sources))
    return box


def escape_lines(lines: Iterable[str]) -> str:
    """Lines as they are written, continued ones indented by a wide space that Discord keeps."""
    return "\n".join(
        f"\u2003{escape(line.strip())}" if line.startswith("  ") else escape(line) for line in lines
    )


def _cut(text: str, limit: int) -> str:
    """`text` within its share, cut at the end of a line or else of a word."""
    if len(text) <= limit:
        return text
    cut = max(text.rfind("\n", 0, limit - 2), text.rfind(" ", limit // 2, limit - 2))
    return f"{text[: cut if cut > 0 else limit - 2].rstrip(chr(92))}\n…"


def _unlinked(citation: Citation) -> Citation:
    """A source by its name alone: its link is a button."""
    return citation.model_copy(update={"url": None}) if _has_button(citation) else citation


def _has_button(citation: Citation) -> bool:
    return citation.url is not None and len(citation.url) <= URL_LIMIT


def source_buttons(citations: Iterable[Citation]) -> Sequence[discord.ui.Item[Any]]:
    """A link for each source that has an address."""
    return [
        Button(label=controls.shorten(citation.name, LABEL_WIDTH), url=citation.url)
        for citation in citations
        if _has_button(citation)
    ][:MOST_LINKS]


def _tools(card: Card, dismissible_by: int | None) -> list[discord.ui.Item[Any]]:
    tools: list[discord.ui.Item[Any]] = [
        controls.About.to(card.thing),
        controls.Cite.to(card.thing),
        controls.Wrong.to(card.thing),
    ]
    if dismissible_by is not None:
        tools.append(controls.Dismiss.to(dismissible_by))
    return tools
