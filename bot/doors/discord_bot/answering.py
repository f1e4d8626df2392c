"""One question through one door: recall the conversation, ask the brain, send, remember."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import discord
from discord.utils import MISSING

from bot.answers.answer import Answer
from bot.brain import Brain, Reply
from bot.doors.discord_bot import wording
from bot.doors.discord_bot.composing import Plain, compose
from bot.doors.discord_bot.desk import Desk
from bot.doors.discord_bot.exchange import Exchange, Place, memory_from
from bot.doors.discord_bot.hearing import SPOKEN_TO, Heard, channels_of
from bot.doors.discord_bot.inline import look_up
from bot.doors.discord_bot.speaking import say
from bot.questions.query import Memory, Query
from bot.store.links import keep_link, link_of_reply
from bot.store.tables import ServerSettings

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]

UNREADABLE_REFERENCE = 50035  # Discord's code for a reply to a message that is gone


@dataclass(frozen=True)
class Response:
    """What the brain said, and how it is drawn."""

    reply: Reply
    plain: Plain


async def memory_for(desk: Desk, place: Place, now: datetime, in_reply_to: int | None) -> Memory:
    """What a question continues from: the answer it replies to, else this person's last turn."""
    if in_reply_to is not None:
        link = await link_of_reply(desk.store, in_reply_to)
        if link is not None:
            return memory_from(link.after)
    return desk.conversations.recall(place.key, now)


def response_to(desk: Desk, heard: Heard, before: Memory, asker: int) -> Response | None:
    """What to say to what was heard; None where silence is right."""
    if heard.how == "inline":
        return _inline_response(desk.brain, heard, asker)
    overheard = heard.how in {"channel", "ambient"}
    reply = desk.ask(heard.question, before, ambient=overheard)
    status = reply.answer.status
    if not reply.answer.body or (overheard and status == "ignored"):
        return None
    if heard.how == "ambient" and status != "answered":
        return None
    if heard.about_a_post and status == "not_understood":
        return Response(reply, Plain(wording.POST_UNREADABLE))
    return Response(reply, compose(reply.answer, asker=asker))


def _inline_response(brain: Brain, heard: Heard, asker: int) -> Response | None:
    found = look_up(brain, heard.question)
    if not found:
        return None
    lines = Plain.of_lines([lookup.line for lookup in found], asker=asker)
    return Response(found[-1].reply, lines)


async def answer_message(desk: Desk, message: discord.Message, heard: Heard) -> None:
    """Reply to a message that asks us something, and keep the link between the two."""
    place = Place.of(message)
    now = message.created_at
    async with desk.lock_for(message.id):
        before = await memory_for(desk, place, now, heard.in_reply_to)
        response = response_to(desk, heard, before, place.person_id)
        if response is None or not await _may_answer(desk, message, heard):
            return
        sent = await send_reply(message, response.plain)
        if sent is None:
            return
        exchange = Exchange(place, message.id, heard.how, before, response.reply, now)
        desk.conversations.remember(place.key, exchange.turn())
        await keep_link(desk.store, exchange.link(sent.id))


async def _may_answer(desk: Desk, message: discord.Message, heard: Heard) -> bool:
    """Whether nobody asks too fast; says so once to who spoke to us."""
    verdict = desk.cooldowns.check(message.author.id, message.channel.id, message.created_at)
    if verdict == "tell" and heard.how in SPOKEN_TO:
        await send_reply(message, Plain(wording.TOO_FAST))
    return verdict == "go"


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


async def answers_alone(desk: Desk, interaction: Interaction, *, only_me: bool | None) -> bool:
    """Whether an answer is for one person alone: as asked for, else as the server has it."""
    server = await desk.server(interaction.guild_id)
    return _is_hushed(interaction, server) or (server.only_me if only_me is None else only_me)


def _is_hushed(interaction: Interaction, server: ServerSettings) -> bool:
    """Whether the admins want no public words of ours here, or to this person."""
    roles = {role.id for role in getattr(interaction.user, "roles", [])}
    ignored = channels_of(interaction.channel) & set(server.ignored_channels)
    return bool(ignored or roles & set(server.ignored_roles))


async def may_answer_interaction(desk: Desk, interaction: Interaction) -> bool:
    """Whether nobody asks too fast; a command always gets a word, to this person alone."""
    place = Place.of(interaction)
    verdict = desk.cooldowns.check(place.person_id, place.channel_id, interaction.created_at)
    if verdict == "go":
        return True
    await say(interaction, wording.TOO_FAST)
    return False


async def answer_interaction(
    desk: Desk,
    interaction: Interaction,
    question: str,
    *,
    only_me: bool | None = None,
    memory: Memory | None = None,
) -> None:
    """Answer a slash command, button or modal with a message of its own."""
    if not await may_answer_interaction(desk, interaction):
        return
    place = Place.of(interaction)
    now = interaction.created_at
    before = memory if memory is not None else desk.conversations.recall(place.key, now)
    reply = desk.ask(question, before)
    alone = await answers_alone(desk, interaction, only_me=only_me)
    await respond(
        desk, interaction, Exchange(place, None, "slash", before, reply, now), alone=alone
    )


async def answer_query(desk: Desk, interaction: Interaction, query: Query) -> None:
    """Answer a Query that a command's options spell out."""
    await answer_as(desk, interaction, desk.brain.carry_out(query))


async def answer_as(desk: Desk, interaction: Interaction, answer: Answer) -> None:
    """Give this answer to a command, and let the conversation go on from it."""
    if not await may_answer_interaction(desk, interaction):
        return
    place = Place.of(interaction)
    now = interaction.created_at
    before = desk.conversations.recall(place.key, now)
    named = answer.subjects[:5]
    after = Memory(query=answer.query, subjects=answer.subjects, named=named, more=answer.more)
    exchange = Exchange(place, None, "slash", before, Reply(answer, after), now)
    alone = await answers_alone(desk, interaction, only_me=None)
    await respond(desk, interaction, exchange, alone=alone)


async def respond(desk: Desk, interaction: Interaction, exchange: Exchange, *, alone: bool) -> None:
    """Send a reply as the response to an interaction, and keep its link."""
    place = exchange.place
    plain = compose(exchange.reply.answer, asker=place.person_id, command=True, alone=alone)
    sent = await interaction.response.send_message(
        plain.content, view=plain.view() or MISSING, ephemeral=alone, suppress_embeds=True
    )
    desk.conversations.remember(place.key, exchange.turn())
    if sent.message_id is not None:
        await keep_link(desk.store, exchange.link(sent.message_id))
