"""What happens when somebody presses one of our controls."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import discord
from discord.utils import MISSING

from bot.doors.discord_bot import wording
from bot.doors.discord_bot.answering import answer_interaction, may_answer_interaction
from bot.doors.discord_bot.cards import card_of, citation_line
from bot.doors.discord_bot.composing import compose, page_of
from bot.doors.discord_bot.exchange import Exchange, memory_from, query_from
from bot.doors.discord_bot.lookingup import send_card
from bot.doors.discord_bot.modals import ask_about, wrong_or_missing
from bot.doors.discord_bot.speaking import desk_of, guarded, link_under, say
from bot.store.links import keep_link, link_of_reply

Interaction = discord.Interaction[Any]


@guarded
async def choose(interaction: Interaction, question: str) -> None:
    """Answer `question`: the asker's reply becomes that answer, others get it privately."""
    desk = desk_of(interaction)
    link = await link_under(interaction)
    if link is None or link.author_id != interaction.user.id:
        await answer_interaction(desk, interaction, question, only_me=True)
        return
    if not await may_answer_interaction(desk, interaction):
        return
    reply = desk.ask(question, memory_from(link.before))
    exchange = Exchange.recalled(link, reply)
    plain = compose(
        reply.answer,
        asker=link.author_id,
        command=link.question_id is None,
        alone=interaction.message is not None and interaction.message.flags.ephemeral,
    )
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
    query = query_from(link.query) if link is not None else None
    plain = page_of(desk.brain, query, page, reply_id) if query is not None else None
    if plain is None:
        await say(interaction, wording.GONE)
        return
    await interaction.response.send_message(
        plain.content, view=plain.view() or MISSING, ephemeral=True, suppress_embeds=True
    )


@guarded
async def dismiss(interaction: Interaction, asker: int) -> None:
    """Delete our message for who asked and for moderators."""
    if interaction.user.id != asker and not interaction.permissions.manage_messages:
        await say(interaction, wording.NOT_YOURS)
        return
    await interaction.response.defer()
    await interaction.delete_original_response()


@guarded
async def open_wrong(interaction: Interaction, thing: str) -> None:
    """Open the form for corrections."""
    await interaction.response.send_modal(wrong_or_missing(thing))


@guarded
async def open_about(interaction: Interaction, thing: str) -> None:
    """Open the form for a question about what is shown."""
    await interaction.response.send_modal(ask_about(thing))


@guarded
async def show_card(interaction: Interaction, thing: str) -> None:
    """Show the card of a thing to whoever pressed."""
    await send_card(interaction, thing, only_me=True)


@guarded
async def cite(interaction: Interaction, thing: str) -> None:
    """Give a line with the statement, its source and the knowledge revision."""
    brain = desk_of(interaction).brain
    if thing not in brain.knowledge:
        await say(interaction, wording.GONE)
        return
    line = citation_line(card_of(brain, thing), brain.knowledge.revision)
    await say(interaction, f"```\n{line.replace('`', chr(39))[:1900]}\n```")
