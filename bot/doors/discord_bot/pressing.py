"""What happens when somebody presses one of our controls."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import discord
from discord.utils import MISSING

from bot.doors.discord_bot import wording
from bot.doors.discord_bot.answering import answer_interaction
from bot.doors.discord_bot.composing import compose, page_of
from bot.doors.discord_bot.exchange import answer_again
from bot.doors.discord_bot.speaking import desk_of, guarded, say
from bot.questions.query import Query
from bot.store.links import keep_link, link_of_reply
from bot.store.tables import ReplyLink

Interaction = discord.Interaction[Any]


async def link_under(interaction: Interaction) -> ReplyLink | None:
    """The link of the message whose control was pressed."""
    if interaction.message is None:
        return None
    return await link_of_reply(desk_of(interaction).store, interaction.message.id)


@guarded
async def choose(interaction: Interaction, question: str) -> None:
    """Answer `question`: the asker's reply becomes that answer, others get it privately."""
    desk = desk_of(interaction)
    link = await link_under(interaction)
    if link is None or link.author_id != interaction.user.id:
        await answer_interaction(desk, interaction, question, only_me=True)
        return
    exchange = answer_again(desk.brain, link, question)
    plain = compose(exchange.reply.answer)
    await interaction.response.edit_message(content=plain.content, view=plain.view())
    turn = replace(exchange.turn(), at=interaction.created_at)
    desk.conversations.remember(exchange.place.key, turn)
    await keep_link(desk.store, exchange.link(link.reply_id))


@guarded
async def show_page(interaction: Interaction, page: int, origin: int) -> None:
    """Show one page of an answer to whoever pressed."""
    desk = desk_of(interaction)
    reply_id = origin or (interaction.message.id if interaction.message else 0)
    link = await link_of_reply(desk.store, reply_id)
    plain = None
    if link is not None and link.query is not None:
        plain = page_of(desk.brain, Query.model_validate(link.query), page, reply_id)
    if plain is None:
        await say(interaction, wording.GONE)
        return
    await interaction.response.send_message(
        plain.content, view=plain.view() or MISSING, ephemeral=True, suppress_embeds=True
    )
