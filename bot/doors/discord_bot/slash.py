"""The slash commands. Each reads its options, asks the brain, and hands the answer to be drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.brain import Brain
from bot.doors.discord_bot import helping, serversettings, wording
from bot.doors.discord_bot.answering import answer_as, answer_interaction, answer_query
from bot.doors.discord_bot.cards import thing_called
from bot.doors.discord_bot.controls import shorten
from bot.doors.discord_bot.drawing import escape
from bot.doors.discord_bot.filters import (
    FLIGHTS,
    MAKERS,
    PLACES,
    SIGNERS,
    Filters,
    Unknown,
    query_of,
)
from bot.doors.discord_bot.lookingup import look_up
from bot.doors.discord_bot.postmarks import events, right_postmark
from bot.doors.discord_bot.speaking import desk_of, say
from bot.questions.query import Condition, Query

Interaction = discord.Interaction[Any]

QUESTION_LIMIT = 1000
NAME_LIMIT = 100
CHOICE_LIMIT = 100
MOST_CHOICES = 25
FIRST_YEAR, LAST_YEAR = 1957, 2100
MISSIONS = frozenset({"mission"})
COVERS = frozenset({"cover"})


Command = app_commands.Command[Any, ..., Any]


def command(name: str, description: str) -> Callable[[Callable[..., Any]], Command]:
    """Make a function a command whose name and description are translated."""
    decorate: Callable[[Callable[..., Any]], Command] = app_commands.command(
        name=locale_str(name), description=locale_str(description)
    )
    return decorate


def options(**descriptions: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Describe a command's options; their names and descriptions are translated."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        names = {name: locale_str(name) for name in descriptions}
        texts = {name: locale_str(text) for name, text in descriptions.items()}
        described: Callable[..., Any] = app_commands.describe(**texts)(function)
        renamed: Callable[..., Any] = app_commands.rename(**names)(described)
        return renamed

    return decorate


def everywhere(command: Command) -> Command:
    """Offer a command in servers, in DMs, and to those who installed the bot for themselves."""
    command.allowed_installs = app_commands.AppInstallationType(guild=True, user=True)
    command.allowed_contexts = app_commands.AppCommandContext(
        guild=True, dm_channel=True, private_channel=True
    )
    return command


@everywhere
@command("ask", "Ask about missions and covers")
@options(
    question="Your question, in your own words",
    only_me="Show the answer to you alone",
)
async def ask(
    interaction: Interaction,
    question: app_commands.Range[str, 1, QUESTION_LIMIT],
    only_me: bool | None = None,  # noqa: FBT001 - Discord gives options by name
) -> None:
    """Answer any question."""
    await answer_interaction(desk_of(interaction), interaction, question, only_me=only_me)


@everywhere
@command("mission", "Look up a mission")
@options(name="A name or designator, such as ATV-2 or 59P")
async def mission(interaction: Interaction, name: app_commands.Range[str, 1, NAME_LIMIT]) -> None:
    """Show the card of a mission."""
    await look_up(interaction, name, MISSIONS)


@everywhere
@command("cover", "Look up a cover")
@options(name="A cover, card or folder, or whose it is")
async def cover(interaction: Interaction, name: app_commands.Range[str, 1, NAME_LIMIT]) -> None:
    """Show the card of a cover."""
    await look_up(interaction, name, COVERS)


@everywhere
@command("printrun", "How many were made")
@options(cover="A cover, card or folder")
async def printrun(interaction: Interaction, cover: app_commands.Range[str, 1, NAME_LIMIT]) -> None:
    """Tell how many pieces of a cover were issued, or what else is known of its numbers."""
    desk = desk_of(interaction)
    thing = thing_called(desk.brain, cover, COVERS)
    if thing is None:
        await answer_interaction(desk, interaction, f"print run of {cover}")
        return
    where = (Condition(field="self", things=(thing,)),)
    query = Query(want="value", kind="cover", fields=("issued",), where=where)
    await answer_query(desk, interaction, query)


@everywhere
@command("list", "List covers or missions that fit")
@options(
    what="What to list",
    flight="A mission, or all of a line such as ATV",
    maker="Who issued it or made the cachet",
    signer="Who signed it",
    place="Where it was postmarked, or launched from",
    year="The year of the launch",
)
@app_commands.choices(
    what=[
        app_commands.Choice(name="covers", value="cover"),
        app_commands.Choice(name="missions", value="mission"),
    ]
)
async def list_(  # noqa: PLR0913, PLR0917 - each filter is an option of the command
    interaction: Interaction,
    what: app_commands.Choice[str],
    flight: app_commands.Range[str, 1, NAME_LIMIT] | None = None,
    maker: app_commands.Range[str, 1, NAME_LIMIT] | None = None,
    signer: app_commands.Range[str, 1, NAME_LIMIT] | None = None,
    place: app_commands.Range[str, 1, NAME_LIMIT] | None = None,
    year: app_commands.Range[int, FIRST_YEAR, LAST_YEAR] | None = None,
) -> None:
    """List what holds all the filters given."""
    filters = Filters(what.value, flight, maker, signer, place, year)
    desk = desk_of(interaction)
    query = query_of(desk.brain, filters)
    if isinstance(query, Unknown):
        await say(interaction, wording.UNKNOWN_NAME.format(name=escape(query.name)))
    else:
        await answer_query(desk, interaction, query)


@everywhere
@app_commands.command(
    name="postmark",
    description="The right postmark for an event, or what a postmark could be",
)
@options(
    flight="Which postmark fits this mission or line?",
    event="Only for this event of the flight",
    place="Which covers have a postmark of this place?",
    day="The day on the postmark, such as 2 November 2012",
)
async def postmark(
    interaction: Interaction,
    flight: app_commands.Range[str, 1, NAME_LIMIT] | None = None,
    event: app_commands.Range[str, 1, NAME_LIMIT] | None = None,
    place: app_commands.Range[str, 1, NAME_LIMIT] | None = None,
    day: app_commands.Range[str, 1, NAME_LIMIT] | None = None,
) -> None:
    """Tell the right postmark of a flight, or identify one by its place and day."""
    desk = desk_of(interaction)
    if place or day:
        knowledge = desk.brain.knowledge
        where = f" of {knowledge.name_of(place)}" if place else ""
        when = f" of {day}" if day else ""
        await answer_interaction(desk, interaction, f"I have a postmark{where}{when}")
        return
    thing = thing_called(desk.brain, flight, FLIGHTS) if flight else None
    if thing is None:
        name = escape(flight or "")
        text = wording.UNKNOWN_NAME.format(name=name) if name else wording.POSTMARK_OF_WHAT
        await say(interaction, text)
        return
    answer = right_postmark(desk.brain.knowledge, thing, event)
    await answer_as(desk, interaction, answer)


@everywhere
@command("help", "What I answer, what I read, and your data")
async def help_(interaction: Interaction) -> None:
    """Show the help."""
    await helping.show_help(interaction)


@mission.autocomplete("name")
async def mission_names(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Missions whose names or aliases fit what was typed so far."""
    return complete(interaction, typed, MISSIONS)


@cover.autocomplete("name")
@printrun.autocomplete("cover")
async def cover_names(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Covers whose names fit what was typed so far."""
    return complete(interaction, typed, COVERS)


@list_.autocomplete("flight")
@postmark.autocomplete("flight")
async def flight_names(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Missions and lines whose names fit what was typed so far."""
    return complete(interaction, typed, FLIGHTS)


@list_.autocomplete("maker")
async def maker_names(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Clubs, companies and makers whose names fit what was typed so far."""
    return complete(interaction, typed, MAKERS)


@list_.autocomplete("signer")
async def signer_names(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """People and crews whose names fit what was typed so far."""
    return complete(interaction, typed, SIGNERS)


@list_.autocomplete("place")
@postmark.autocomplete("place")
async def place_names(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Places whose names fit what was typed so far."""
    return complete(interaction, typed, PLACES)


@postmark.autocomplete("event")
async def event_names(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Events that a right postmark is recorded for."""
    known = events(desk_of(interaction).brain.knowledge)
    fitting = [event for event in known if typed.casefold() in event.casefold()]
    return [app_commands.Choice(name=event, value=event) for event in fitting[:25]]


def complete(
    interaction: Interaction, typed: str, kinds: frozenset[str]
) -> list[app_commands.Choice[str]]:
    """At most 25 names of these kinds, best first; the value of each is the thing's id."""
    return choices_of(desk_of(interaction).brain, typed, kinds)


def choices_of(brain: Brain, typed: str, kinds: frozenset[str]) -> list[app_commands.Choice[str]]:
    """The names that `typed` may be the beginning of, within Discord's limits."""
    found = brain.names.complete(typed, kinds, MOST_CHOICES)
    return [
        app_commands.Choice(name=shorten(name.text, CHOICE_LIMIT), value=name.thing)
        for name in found
    ]


@command("settings", "How I behave in this server")
@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
async def settings(interaction: Interaction) -> None:
    """Show a server's settings to its admins."""
    await serversettings.show(interaction)


ALL: tuple[Command, ...] = (
    ask,
    mission,
    cover,
    printrun,
    list_,
    postmark,
    help_,
    settings,
)
