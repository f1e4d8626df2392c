"""The buttons and selects under our messages. Their custom_id holds their state.

Each kind is a `DynamicItem`: it works after a restart and needs no memory of the message.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Protocol, Self, cast

import discord
from discord.ui import Button, DynamicItem, Item, Select

from bot.answers.answer import Choice

BUTTON_LABEL = 80
CUSTOM_ID = 100
MOST_BUTTONS = 5
MOST_OPTIONS = 25

Interaction = discord.Interaction[Any]


class Presses(Protocol):
    """What the running bot does when a control is pressed: `bot.doors.discord_bot.pressing`."""

    async def choose(self, interaction: Interaction, /, question: str) -> None:
        """Answer a question that completes an ambiguous one."""

    async def show_page(self, interaction: Interaction, /, page: int, origin: int) -> None:
        """Show one page of an answer."""

    async def dismiss(self, interaction: Interaction, /, asker: int) -> None:
        """Delete a message of ours."""

    async def open_wrong(self, interaction: Interaction, /, thing: str) -> None:
        """Open the form for corrections."""

    async def open_about(self, interaction: Interaction, /, thing: str) -> None:
        """Open the form for a question about what is shown."""

    async def show_card(self, interaction: Interaction, /, thing: str) -> None:
        """Show the card of a thing."""

    async def cite(self, interaction: Interaction, /, thing: str) -> None:
        """Give one line to copy."""


def presses(interaction: Interaction) -> Presses:
    """The running bot's part that acts on controls."""
    found: Presses = interaction.client.presses
    return found


def shorten(text: str, limit: int) -> str:
    """`text` within `limit` characters, with an ellipsis where it was cut; never empty."""
    text = " ".join(text.split()) or "…"
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


class Ask(DynamicItem[Button[Any]], template=re.compile(r"ask:(?P<question>.+)", re.DOTALL)):
    """A button that completes an ambiguous question, or asks a related one."""

    PREFIX = "ask:"

    def __init__(self, button: Button[Any], question: str) -> None:
        super().__init__(button)
        self.question = question

    @classmethod
    def to(cls, label: str, question: str) -> Self:
        """A button with this label that asks this question."""
        style = discord.ButtonStyle.primary
        custom_id = f"{cls.PREFIX}{question}"
        return cls(
            Button(label=shorten(label, BUTTON_LABEL), custom_id=custom_id, style=style), question
        )

    @classmethod
    def fits(cls, question: str) -> bool:
        """Whether a button can hold the question; a longer one is left to be typed."""
        return 0 < len(question) <= CUSTOM_ID - len(cls.PREFIX)

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button as it was sent."""
        del interaction
        return cls(cast("Button[Any]", item), match["question"])

    async def callback(self, interaction: Interaction) -> None:
        """Answer the question in place for the asker, privately for everybody else."""
        await presses(interaction).choose(interaction, self.question)


class Choose(DynamicItem[Select[Any]], template=r"choose"):
    """A select of ways to complete a question, for more than a row of buttons holds."""

    @classmethod
    def among(cls, found: Sequence[Choice]) -> Self:
        """A select with these choices."""
        options = [
            discord.SelectOption(label=shorten(choice.label, 100), value=choice.question)
            for choice in found
        ]
        return cls(Select(custom_id="choose", placeholder="Which one?", options=options))

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /
    ) -> Self:
        """The select as it was sent."""
        del interaction, match
        return cls(cast("Select[Any]", item))

    async def callback(self, interaction: Interaction) -> None:
        """Answer the chosen question as a button would."""
        await presses(interaction).choose(interaction, self.item.values[0])


class More(DynamicItem[Button[Any]], template=r"more:(?P<origin>\d+):(?P<page>\d+)"):
    """A button that shows whoever presses it the next page of an answer."""

    def __init__(self, button: Button[Any], page: int, origin: int) -> None:
        super().__init__(button)
        self.page = page
        self.origin = origin

    @classmethod
    def to(cls, page: int, origin: int = 0) -> Self:
        """A button to this page of the answer in message `origin` (0: the button's own)."""
        custom_id = f"more:{origin}:{page}"
        return cls(Button(label="Show more", custom_id=custom_id), page, origin)

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button as it was sent."""
        del interaction
        return cls(cast("Button[Any]", item), int(match["page"]), int(match["origin"]))

    async def callback(self, interaction: Interaction) -> None:
        """Show the page to this person alone."""
        await presses(interaction).show_page(interaction, self.page, self.origin)


class Dismiss(DynamicItem[Button[Any]], template=r"dismiss:(?P<asker>\d+)"):
    """A button with which the asker or a moderator deletes our reply."""

    def __init__(self, button: Button[Any], asker: int) -> None:
        super().__init__(button)
        self.asker = asker

    @classmethod
    def to(cls, asker: int) -> Self:
        """A button for this asker."""
        return cls(Button(label="Dismiss", custom_id=f"dismiss:{asker}"), asker)

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button as it was sent."""
        del interaction
        return cls(cast("Button[Any]", item), int(match["asker"]))

    async def callback(self, interaction: Interaction) -> None:
        """Delete the message, if this person may."""
        await presses(interaction).dismiss(interaction, self.asker)


class _AboutThing(DynamicItem[Button[Any]], template=r"(?!)"):
    """Base of the buttons that carry the id of one thing; its own template matches nothing."""

    def __init__(self, button: Button[Any], thing: str) -> None:
        super().__init__(button)
        self.thing = thing

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button as it was sent."""
        del interaction
        return cls(cast("Button[Any]", item), match["thing"])


class Wrong(_AboutThing, template=r"wrong:(?P<thing>[a-z0-9-]*)"):
    """A button that opens the form for corrections."""

    @classmethod
    def to(cls, thing: str = "") -> Self:
        """A button about this thing; without one, about the answer that it stands under."""
        return cls(Button(label="Wrong or missing?", custom_id=f"wrong:{thing}"), thing)

    async def callback(self, interaction: Interaction) -> None:
        """Open the form."""
        await presses(interaction).open_wrong(interaction, self.thing)


class About(_AboutThing, template=r"about:(?P<thing>[a-z0-9-]*)"):
    """A button that opens a form for a question about what is shown."""

    @classmethod
    def to(cls, thing: str) -> Self:
        """A button about this thing."""
        return cls(Button(label="Ask about this", custom_id=f"about:{thing}"), thing)

    async def callback(self, interaction: Interaction) -> None:
        """Open the form."""
        await presses(interaction).open_about(interaction, self.thing)


class ShowCard(_AboutThing, template=r"card:(?P<thing>[a-z0-9-]+)"):
    """A button that shows another card to whoever presses it."""

    @classmethod
    def to(cls, label: str, thing: str) -> Self:
        """A button about this thing."""
        return cls(Button(label=label, custom_id=f"card:{thing}"), thing)

    async def callback(self, interaction: Interaction) -> None:
        """Show the card to this person alone."""
        await presses(interaction).show_card(interaction, self.thing)


class Cite(_AboutThing, template=r"cite:(?P<thing>[a-z0-9-]+)"):
    """A button that gives one line to copy."""

    @classmethod
    def to(cls, thing: str) -> Self:
        """A button about this thing."""
        return cls(Button(label="Cite", custom_id=f"cite:{thing}"), thing)

    async def callback(self, interaction: Interaction) -> None:
        """Give the line to this person alone."""
        await presses(interaction).cite(interaction, self.thing)


ALL: tuple[type[DynamicItem[Any]], ...] = (Ask, Choose, More, Dismiss, Wrong, About, ShowCard, Cite)


def choices(found: Sequence[Choice]) -> list[Item[Any]]:
    """The choices of an answer as a row of buttons, or as a select when they are many."""
    unique = {choice.question: choice for choice in found if Ask.fits(choice.question)}
    held = list(unique.values())[:MOST_OPTIONS]
    if len(held) > MOST_BUTTONS:
        return [Choose.among(held)]
    return [Ask.to(choice.label, choice.question) for choice in held]
