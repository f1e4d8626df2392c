"""`/help`: what the bot answers here, what it may read here, its sources and data, and privacy."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Self, cast

import discord
from discord.ui import Button, DynamicItem, Item, View

from bot.brain import Brain
from bot.doors.discord_bot import wording
from bot.doors.discord_bot.desk import Desk
from bot.doors.discord_bot.drawing import MESSAGE_LIMIT, escape_body, pages
from bot.doors.discord_bot.speaking import desk_of, guarded
from bot.knowledge.records import Source
from bot.questions.query import Query
from bot.store.corrections import forget_author
from bot.store.links import drop_links_of_author

Interaction = discord.Interaction[Any]

TOPICS = {
    "answers": "What can I ask?",
    "reads": "What do you read here?",
    "sources": "Sources",
    "data": "Data",
    "privacy": "Privacy",
    "erase": "Erase my data",
}


class Help(DynamicItem[Button[Any]], template=r"help:(?P<topic>[a-z]+)"):
    """A button to one topic of the help."""

    def __init__(self, button: Button[Any], topic: str) -> None:
        super().__init__(button)
        self.topic = topic

    @classmethod
    def to(cls, topic: str) -> Self:
        """A button to this topic."""
        danger = topic == "erase"
        style = discord.ButtonStyle.danger if danger else discord.ButtonStyle.secondary
        return cls(Button(label=TOPICS[topic], custom_id=f"help:{topic}", style=style), topic)

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button as it was sent."""
        del interaction
        return cls(cast("Button[Any]", item), match["topic"])

    async def callback(self, interaction: Interaction) -> None:
        """Show the topic in place of the one shown."""
        await turn_to(interaction, self.topic)


ALL: tuple[type[DynamicItem[Any]], ...] = (Help,)


def help_view() -> View:
    """The topics as buttons."""
    view = View(timeout=None)
    for topic in TOPICS:
        view.add_item(Help.to(topic))
    return view


async def show_help(interaction: Interaction) -> None:
    """Show the help to one person."""
    text = help_text(desk_of(interaction), "answers", in_server=interaction.guild_id is not None)
    await interaction.response.send_message(
        text, view=help_view(), ephemeral=True, suppress_embeds=True
    )


@guarded
async def turn_to(interaction: Interaction, topic: str) -> None:
    """Show another topic of the help; "erase" does what it says."""
    desk = desk_of(interaction)
    if topic == "erase":
        text = await _erase(desk, interaction.user.id)
    else:
        text = help_text(desk, topic, in_server=interaction.guild_id is not None)
    await interaction.response.edit_message(content=text, view=help_view())


def help_text(desk: Desk, topic: str, *, in_server: bool) -> str:
    """The text of one topic."""
    if topic == "reads":
        return reads_text(in_server=in_server, reads_all=desk.settings.message_content)
    if topic == "privacy":
        return wording.PRIVACY
    texts: dict[str, Callable[[Brain], str]] = {"sources": _sources_text, "data": _data_text}
    return texts.get(topic, _answers_text)(desk.brain)[:MESSAGE_LIMIT]


def reads_text(*, in_server: bool, reads_all: bool) -> str:
    """Which messages reach the bot here."""
    if not in_server:
        return wording.READS_DIRECT
    return (
        wording.READS_ALL if reads_all else f"{wording.READS_LITTLE}\n{wording.READS_ONLY_MENTIONS}"
    )


def _answers_text(brain: Brain) -> str:
    return pages(brain.carry_out(Query(want="help")))[0]


def _sources_text(brain: Brain) -> str:
    return pages(brain.carry_out(Query(want="sources")))[0]


def _data_text(brain: Brain) -> str:
    """How much is on record, as of when, in which revision."""
    knowledge = brain.knowledge
    kinds = ("mission", "cover", "party", "person", "source")
    counted = ", ".join(f"{len(knowledge.of_kind(kind))} {wording.PLURALS[kind]}" for kind in kinds)
    days = [source.accessed.iso() for source in knowledge.all(Source) if source.accessed]
    as_of = f"The newest source was read on {max(days)}." if days else ""
    return escape_body(f"On record: {counted}.\n{as_of}\nKnowledge revision {knowledge.revision}.")


async def _erase(desk: Desk, person: int) -> str:
    """Erase what is kept about a person; corrections stay, without who sent them."""
    links = await drop_links_of_author(desk.store, person)
    await forget_author(desk.store, person)
    desk.conversations.forget_person(person)
    return wording.ERASED.format(links=links)
