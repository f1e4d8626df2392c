"""One question through one door: recall the conversation, ask the brain, send, remember."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

import discord
from discord.utils import MISSING

from bot.brain import Reply
from bot.doors.discord_bot import wording
from bot.doors.discord_bot.composing import Plain, compose
from bot.doors.discord_bot.desk import Desk
from bot.doors.discord_bot.exchange import Exchange, Place
from bot.doors.discord_bot.hearing import Heard
from bot.questions.query import Memory
from bot.store.links import keep_link, link_of_reply

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]

UNREADABLE_REFERENCE = 50035  # Discord's code for a reply to a message that is gone


async def memory_for(desk: Desk, place: Place, now: datetime, in_reply_to: int | None) -> Memory:
    """What a question continues from: the answer it replies to, else this person's last turn."""
    if in_reply_to is not None:
        link = await link_of_reply(desk.store, in_reply_to)
        if link is not None:
            return Memory.model_validate(link.after)
    return desk.conversations.recall(place.key, now)


async def answer_message(desk: Desk, message: discord.Message, heard: Heard) -> None:
    """Reply to a message that addresses us, and keep the link between the two."""
    place = Place.of(message)
    async with desk.lock_for(message.id):
        before = await memory_for(desk, place, message.created_at, heard.in_reply_to)
        reply = desk.brain.ask(heard.question, before)
        if not reply.answer.body:
            return
        plain = _post_unreadable() if _means_the_post(heard, reply) else compose(reply.answer)
        sent = await send_reply(message, plain)
        if sent is None:
            return
        exchange = Exchange(place, message.id, heard.how, before, reply, message.created_at)
        desk.conversations.remember(place.key, exchange.turn())
        await keep_link(desk.store, exchange.link(sent.id))


def _means_the_post(heard: Heard, reply: Reply) -> bool:
    """Whether "what's this?" points at a post that is hidden from us."""
    return heard.about_a_post and reply.answer.status == "not_understood"


def _post_unreadable() -> Plain:
    return Plain(wording.POST_UNREADABLE.format(menu="Look up covers"))


async def send_reply(message: discord.Message, plain: Plain) -> discord.Message | None:
    """Reply to `message` without pinging anybody; None where we may not, or it is gone already."""
    try:
        return await message.reply(
            plain.content,
            view=plain.view() or MISSING,
            mention_author=False,
            suppress_embeds=True,
            nonce=str(message.id),  # a repeated send after a server error shows once
        )
    except discord.Forbidden:
        log.info("no permission to reply in channel %s", message.channel.id)
    except discord.HTTPException as error:
        if error.code != UNREADABLE_REFERENCE:
            raise
        log.info("the question %s is gone", message.id)
    return None


async def answer_interaction(
    desk: Desk,
    interaction: Interaction,
    question: str,
    *,
    only_me: bool,
    memory: Memory | None = None,
) -> None:
    """Answer a slash command, button or modal with a message of its own."""
    place = Place.of(interaction)
    now = interaction.created_at
    before = memory if memory is not None else desk.conversations.recall(place.key, now)
    reply = desk.brain.ask(question, before)
    await respond(desk, interaction, Exchange(place, None, "slash", before, reply, now), only_me)


async def respond(
    desk: Desk,
    interaction: Interaction,
    exchange: Exchange,
    only_me: bool,  # noqa: FBT001
) -> None:
    """Send a reply as the response to an interaction, and keep its link."""
    plain = compose(exchange.reply.answer)
    sent = await interaction.response.send_message(
        plain.content, view=plain.view() or MISSING, ephemeral=only_me, suppress_embeds=True
    )
    desk.conversations.remember(exchange.place.key, exchange.turn())
    if sent.message_id is not None:
        await keep_link(desk.store, exchange.link(sent.message_id))
