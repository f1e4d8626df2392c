"""The reply follows its question: edited with it, deleted with it, also after a restart."""

from __future__ import annotations

import logging
from datetime import datetime

import discord

from bot.doors.discord_bot.answering import response_to
from bot.doors.discord_bot.desk import Desk
from bot.doors.discord_bot.exchange import Exchange, memory_from
from bot.doors.discord_bot.hearing import Heard, hear
from bot.store.links import drop_links, keep_link, link_of_question, links_of_questions
from bot.store.tables import ReplyLink

log = logging.getLogger(__name__)


async def question_edited(
    desk: Desk, client: discord.Client, message: discord.Message, me: discord.ClientUser
) -> None:
    """Answer an edited question anew in the reply it has."""
    edited_at = message.edited_at
    if edited_at is None:
        return  # an embed unfurled: nobody changed the words
    async with desk.lock_for(message.id):
        link = await link_of_question(desk.store, message.id)
        if link is None or not _is_news(link, edited_at):
            return
        server = await desk.server(link.guild_id)
        heard = hear(message, me, server, reads_all=desk.settings.message_content)
        if heard is not None and heard.how not in {"role", "unreadable"}:
            await _answer_anew(desk, client, link, heard, edited_at)
        elif message.content:
            await _delete_reply(desk, client, link)  # we can read it, and it asks nothing any more
        # else the mention is gone, and with it the text is hidden from us: leave the reply


def _is_news(link: ReplyLink, edited_at: datetime) -> bool:
    """Whether the edit is later than the one we answered; an unfurl repeats the old time."""
    return link.edited_at is None or edited_at > link.edited_at


async def _answer_anew(
    desk: Desk, client: discord.Client, link: ReplyLink, heard: Heard, edited_at: datetime
) -> None:
    before = memory_from(link.before)
    response = response_to(desk, heard, before, link.author_id)
    verdict = desk.cooldowns.check(link.author_id, link.channel_id, edited_at)
    if response is None or verdict != "go":
        return
    exchange = Exchange.recalled(link, response.reply).edited(edited_at)
    plain = response.plain
    try:
        await _our_message(client, link).edit(content=plain.content, view=plain.view())
    except discord.NotFound:
        await drop_links(desk.store, [link.reply_id])
        return
    desk.conversations.correct(exchange.place.key, exchange.turn())
    await keep_link(desk.store, exchange.link(link.reply_id))


async def questions_deleted(desk: Desk, client: discord.Client, message_ids: set[int]) -> None:
    """Delete our replies to these messages; an answer on its way is deleted when it arrives."""
    desk.note_deleted(message_ids)
    links = await links_of_questions(desk.store, message_ids)
    for link in links:
        await _delete_reply(desk, client, link)
    await drop_links(desk.store, message_ids)  # replies of ours that somebody deleted


async def after_answering(desk: Desk, client: discord.Client, question_id: int) -> None:
    """Delete the reply to a question that was deleted while we answered it."""
    if desk.was_deleted(question_id):
        link = await link_of_question(desk.store, question_id)
        if link is not None:
            await _delete_reply(desk, client, link)


async def _delete_reply(desk: Desk, client: discord.Client, link: ReplyLink) -> None:
    try:
        await _our_message(client, link).delete()
    except discord.NotFound:
        pass
    except discord.Forbidden:
        log.info("no access any more to channel %s", link.channel_id)
    await drop_links(desk.store, [link.reply_id])


def _our_message(client: discord.Client, link: ReplyLink) -> discord.PartialMessage:
    channel = client.get_partial_messageable(link.channel_id, guild_id=link.guild_id)
    return channel.get_partial_message(link.reply_id)
