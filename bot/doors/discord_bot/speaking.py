"""Short words to one person in an interaction, and the polite sentence when something failed."""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Concatenate, ParamSpec

import discord

from bot.doors.discord_bot import wording
from bot.doors.discord_bot.desk import Desk
from bot.store.links import link_of_reply
from bot.store.tables import ReplyLink

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]
P = ParamSpec("P")


async def say(interaction: Interaction, text: str) -> None:
    """One sentence to the person who acted, alone."""
    if interaction.response.is_done():
        await interaction.followup.send(text, ephemeral=True)
    else:
        await interaction.response.send_message(text, ephemeral=True)


async def apologise(interaction: Interaction) -> None:
    """Say that something failed; never raises, the failure itself is logged elsewhere."""
    try:
        await say(interaction, wording.FAILED)
    except discord.HTTPException:
        log.info("could not even apologise for interaction %s", interaction.id)


def guarded(
    act: Callable[Concatenate[Interaction, P], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[Interaction, P], Coroutine[Any, Any, None]]:
    """`act`, whose failure is logged and told in one polite sentence."""

    @functools.wraps(act)
    async def wrapper(interaction: Interaction, /, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            await act(interaction, *args, **kwargs)
        except Exception:
            log.exception("%s failed", act.__name__)
            await apologise(interaction)

    return wrapper


def desk_of(interaction: Interaction) -> Desk:
    """The desk of the running bot."""
    desk: Desk = interaction.client.desk
    return desk


async def link_under(interaction: Interaction) -> ReplyLink | None:
    """The link of the message whose control was pressed."""
    if interaction.message is None:
        return None
    return await link_of_reply(desk_of(interaction).store, interaction.message.id)
