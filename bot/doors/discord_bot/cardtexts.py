"""The text that one of our own messages shows, whichever form it has."""

from __future__ import annotations

from collections.abc import Iterator

import discord


def text_of(message: discord.Message) -> str:
    """The words of a plain message or of a card."""
    return message.content or "\n".join(_texts(message.components))


def _texts(components: object) -> Iterator[str]:
    if isinstance(components, list | tuple):
        for component in components:
            if isinstance(component, discord.TextDisplay):
                yield component.content
            yield from _texts(getattr(component, "children", ()))
