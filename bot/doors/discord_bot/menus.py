"""Message context menus: what somebody's message speaks of, answered to one person alone."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.brain import Brain
from bot.doors.discord_bot import wording
from bot.doors.discord_bot.answering import answer_interaction, may_answer_interaction
from bot.doors.discord_bot.composing import Plain
from bot.doors.discord_bot.controls import Ask
from bot.doors.discord_bot.hearing import question_in
from bot.doors.discord_bot.inline import line_of
from bot.doors.discord_bot.speaking import desk_of, say
from bot.questions.normalise import normalise
from bot.questions.slots import Annotator

Interaction = discord.Interaction[Any]

MOST_FOUND = 5
KINDS = frozenset({"mission", "cover", "person", "party", "programme", "expedition"})


def mentioned_things(brain: Brain, text: str) -> list[str]:
    """The missions, covers and people that a text names exactly, in order, each once."""
    slots = Annotator(brain.knowledge, brain.names).slots(normalise(text)[:4000])
    named = [
        thing
        for slot in slots
        if slot.kind == "thing" and not slot.spelt and len(slot.things) == 1
        for thing in slot.things
        if brain.knowledge.thing(thing).kind_of_thing in KINDS
    ]
    return list(dict.fromkeys(named))[:MOST_FOUND]


def lines_about(brain: Brain, things: list[str]) -> Plain:
    """A line for each thing with its source, and a button that tells more."""
    lines = [f"- {line_of(brain.describe(thing))}" for thing in things]
    names = [brain.knowledge.name_of(thing) for thing in things]
    buttons = [
        Ask.to(name, question) for name in names if Ask.fits(question := f"tell me about {name}")
    ]
    return Plain("\n".join(lines)[:2000], tuple(buttons))


@app_commands.context_menu(name=locale_str("Look up covers"))
async def look_up_covers(interaction: Interaction, message: discord.Message) -> None:
    """Find missions, covers and people in anyone's message."""
    desk = desk_of(interaction)
    if not await may_answer_interaction(desk, interaction):
        return
    things = mentioned_things(desk.brain, question_in(message.content))
    if not things:
        await say(interaction, wording.NOTHING_FOUND)
        return
    plain = lines_about(desk.brain, things)
    await interaction.response.send_message(
        plain.content, view=plain.view() or discord.utils.MISSING, ephemeral=True
    )


@app_commands.context_menu(name=locale_str("Identify postmark"))
async def identify_postmark(interaction: Interaction, message: discord.Message) -> None:
    """Ask what a postmark is that somebody describes."""
    words = " ".join(question_in(message.content).split())[:1000]
    if not words:
        await say(interaction, wording.NOTHING_FOUND)
        return
    question = f"which cover has this postmark: {words}"
    await answer_interaction(desk_of(interaction), interaction, question, only_me=True)


def _everywhere(menu: app_commands.ContextMenu) -> app_commands.ContextMenu:
    menu.allowed_installs = app_commands.AppInstallationType(guild=True, user=True)
    menu.allowed_contexts = app_commands.AppCommandContext(
        guild=True, dm_channel=True, private_channel=True
    )
    return menu


ALL: tuple[app_commands.ContextMenu, ...] = (
    _everywhere(look_up_covers),
    _everywhere(identify_postmark),
)
