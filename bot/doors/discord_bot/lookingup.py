"""Looking one thing up: its card, or what the brain says where the name means no one thing."""

from __future__ import annotations

from typing import Any

import discord

from bot.doors.discord_bot import wording
from bot.doors.discord_bot.answering import (
    answer_interaction,
    answers_alone,
    may_answer_interaction,
)
from bot.doors.discord_bot.cards import card_of, thing_called
from bot.doors.discord_bot.cardviews import card_view
from bot.doors.discord_bot.exchange import Exchange, Place
from bot.doors.discord_bot.speaking import desk_of, say
from bot.store.links import keep_link

Interaction = discord.Interaction[Any]


async def look_up(interaction: Interaction, name: str, kinds: frozenset[str]) -> None:
    """Show the card of what `name` names; without one, answer as to "tell me about it"."""
    desk = desk_of(interaction)
    thing = thing_called(desk.brain, name, kinds)
    if thing is None:
        await answer_interaction(desk, interaction, f"tell me about {name}")
    else:
        await send_card(interaction, thing)


async def send_card(interaction: Interaction, thing: str, *, only_me: bool | None = None) -> None:
    """Send the card of a thing, and remember that the conversation is about it."""
    desk = desk_of(interaction)
    if thing not in desk.brain.knowledge:
        await say(interaction, wording.GONE)
        return
    if not await may_answer_interaction(desk, interaction):
        return
    alone = await answers_alone(desk, interaction, only_me=only_me)
    asker = None if alone else interaction.user.id
    view = card_view(card_of(desk.brain, thing), dismissible_by=asker)
    sent = await interaction.response.send_message(view=view, ephemeral=alone)
    place = Place.of(interaction)
    before = desk.conversations.recall(place.key, interaction.created_at)
    reply = desk.brain.ask(f"tell me about {desk.brain.knowledge.name_of(thing)}", before)
    exchange = Exchange(place, None, "card", before, reply, interaction.created_at)
    desk.conversations.remember(place.key, exchange.turn())
    if sent.message_id is not None:
        await keep_link(desk.store, exchange.link(sent.message_id))
