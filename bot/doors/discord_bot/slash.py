"""The slash commands. Each reads its options, asks the brain, and hands the answer to be drawn."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.doors.discord_bot import serversettings
from bot.doors.discord_bot.answering import answer_interaction
from bot.doors.discord_bot.speaking import desk_of

Interaction = discord.Interaction[Any]

QUESTION_LIMIT = 1000
NAME_LIMIT = 100
MISSIONS = frozenset({"mission"})


def everywhere(command: app_commands.Command[Any, ..., Any]) -> app_commands.Command[Any, ..., Any]:
    """Offer a command in servers, in DMs, and to those who installed the bot for themselves."""
    command.allowed_installs = app_commands.AppInstallationType(guild=True, user=True)
    command.allowed_contexts = app_commands.AppCommandContext(
        guild=True, dm_channel=True, private_channel=True
    )
    return command


@everywhere
@app_commands.command(
    name=locale_str("ask"), description=locale_str("Ask about missions and covers")
)
@app_commands.describe(
    question=locale_str("Your question, in your own words"),
    only_me=locale_str("Show the answer to you alone"),
)
async def ask(
    interaction: Interaction,
    question: app_commands.Range[str, 1, QUESTION_LIMIT],
    only_me: bool | None = None,  # noqa: FBT001 - Discord gives options by name
) -> None:
    """Answer any question."""
    await answer_interaction(desk_of(interaction), interaction, question, only_me=only_me)


@everywhere
@app_commands.command(name=locale_str("mission"), description=locale_str("Look up a mission"))
@app_commands.describe(name=locale_str("A name or designator, such as ATV-2 or 59P"))
async def mission(interaction: Interaction, name: app_commands.Range[str, 1, NAME_LIMIT]) -> None:
    """Tell what is recorded about one mission."""
    desk = desk_of(interaction)
    thing = desk.brain.knowledge.get(name)
    subject = thing.name if thing is not None and thing.kind_of_thing == "mission" else name
    await answer_interaction(desk, interaction, f"tell me about {subject}")


@mission.autocomplete("name")
async def mission_names(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Missions whose names or aliases fit what was typed so far."""
    return complete(interaction, typed, MISSIONS)


def complete(
    interaction: Interaction, typed: str, kinds: frozenset[str]
) -> list[app_commands.Choice[str]]:
    """At most 25 names of these kinds, best first; the value of each is the thing's id."""
    found = desk_of(interaction).brain.names.complete(typed, kinds, 25)
    return [app_commands.Choice(name=name.text[:100], value=name.thing) for name in found]


@app_commands.command(
    name=locale_str("settings"), description=locale_str("How I behave in this server")
)
@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
async def settings(interaction: Interaction) -> None:
    """Show a server's settings to its admins."""
    await serversettings.show(interaction)


ALL: tuple[app_commands.Command[Any, ..., Any], ...] = (ask, mission, settings)
