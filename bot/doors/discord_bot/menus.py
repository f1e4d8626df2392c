"""Message context menus: what somebody's message speaks of, answered to one person alone."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.brain import Brain
from bot.doors.discord_bot import wording
from bot.doors.discord_bot.answering import answer_interaction, may_answer_interaction
from bot.doors.discord_bot.cards import card_of
from bot.doors.discord_bot.cardviews import LABEL_WIDTH
from bot.doors.discord_bot.composing import Plain, fitting
from bot.doors.discord_bot.controls import ShowCard, shorten
from bot.doors.discord_bot.desk import Desk
from bot.doors.discord_bot.filters import PLACES
from bot.doors.discord_bot.hearing import question_in
from bot.doors.discord_bot.inline import figure_line
from bot.doors.discord_bot.speaking import desk_of, say
from bot.questions.normalise import normalise

Interaction = discord.Interaction[Any]

MOST_FOUND = 5
LONGEST = 4000
KINDS = frozenset({"mission", "cover", "person", "party", "programme", "expedition"})


def mentioned_things(desk: Desk, text: str) -> list[str]:
    """The missions, covers and people that a text names exactly, in order, each once."""
    knowledge = desk.brain.knowledge
    named = [
        slot.things[0]
        for slot in desk.annotator.slots(normalise(text)[:LONGEST])
        if slot.kind == "thing" and not slot.spelt and len(slot.things) == 1
    ]
    found = [thing for thing in named if knowledge.thing(thing).kind_of_thing in KINDS]
    return list(dict.fromkeys(found))[:MOST_FOUND]


def postmark_question(desk: Desk, text: str) -> str:
    """The question what a postmark is: by the place and the day in a text, else by all of it."""
    knowledge = desk.brain.knowledge
    place = day = ""
    for slot in desk.annotator.slots(normalise(text)[:LONGEST]):
        if slot.kind == "day" and not day:
            day = slot.text
        elif len(slot.things) == 1 and not place:
            record = knowledge.thing(slot.things[0])
            place = record.name if record.kind_of_thing in PLACES else ""
    if not place and not day:
        return f"which cover has this postmark: {' '.join(text.split())}"
    where, when = (f" of {place}" if place else ""), (f" of {day}" if day else "")
    return f"I have a postmark{where}{when}"


def lines_about(brain: Brain, things: list[str]) -> Plain:
    """A line for each thing with its source, and a button to its card."""
    cards = [card_of(brain, thing) for thing in things]
    buttons = [ShowCard.to(shorten(card.title, LABEL_WIDTH), card.thing) for card in cards]
    return Plain(fitting([f"- {figure_line(card)}" for card in cards]), tuple(buttons))


@app_commands.context_menu(name=locale_str("Look up covers"))
async def look_up_covers(interaction: Interaction, message: discord.Message) -> None:
    """Find missions, covers and people in anyone's message."""
    desk = desk_of(interaction)
    if not await may_answer_interaction(desk, interaction):
        return
    things = mentioned_things(desk, question_in(message.content))
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
    desk = desk_of(interaction)
    words = question_in(message.content)
    if not words:
        await say(interaction, wording.NOTHING_FOUND)
        return
    question = postmark_question(desk, words)[:LONGEST]
    await answer_interaction(desk, interaction, question, only_me=True)


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
