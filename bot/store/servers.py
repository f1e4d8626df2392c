"""Each server's settings, and their erasure after the bot was removed or on request."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from bot.store.store import Store
from bot.store.tables import ReplyLink, ServerSettings

GRACE = timedelta(days=30)  # a bot that was removed by mistake comes back to its settings


def defaults(guild_id: int) -> ServerSettings:
    """What holds in a server whose admins set nothing."""
    return ServerSettings(
        guild_id=guild_id,
        ask_channels=[],
        ignored_channels=[],
        ignored_roles=[],
        inline=True,
        ambient=False,
        only_me=False,
        left_at=None,
    )


async def settings_of(store: Store, guild_id: int) -> ServerSettings:
    """The settings of a server, or the defaults."""
    async with store.session() as session:
        return await session.get(ServerSettings, guild_id) or defaults(guild_id)


async def keep_settings(store: Store, settings: ServerSettings) -> None:
    """Keep the settings of a server in place of what was there."""
    async with store.session() as session:
        await session.merge(settings)


async def note_presence(store: Store, present: Collection[int], now: datetime) -> None:
    """Start the grace time of servers that the bot is not in, and end it for those that it is."""
    async with store.session() as session:
        for settings in await session.scalars(select(ServerSettings)):
            if settings.guild_id in present:
                settings.left_at = None
            elif settings.left_at is None:
                settings.left_at = now


async def note_left(store: Store, guild_id: int, now: datetime) -> None:
    """The bot was removed from a server: its grace time begins."""
    await _mark(store, guild_id, now)


async def note_returned(store: Store, guild_id: int) -> None:
    """The bot is in a server again."""
    await _mark(store, guild_id, None)


async def _mark(store: Store, guild_id: int, left_at: datetime | None) -> None:
    async with store.session() as session:
        here = ServerSettings.guild_id == guild_id
        await session.execute(update(ServerSettings).where(here).values(left_at=left_at))


async def erase_left_servers(store: Store, now: datetime) -> list[int]:
    """Erase what is kept of servers that the bot left before the grace time; which ones."""
    async with store.session() as session:
        gone = select(ServerSettings.guild_id).where(ServerSettings.left_at < now - GRACE)
        found = list(await session.scalars(gone))
    for guild_id in found:
        await erase_server(store, guild_id)
    return found


async def erase_server(store: Store, guild_id: int) -> None:
    """Erase everything that is kept of one server."""
    async with store.session() as session:
        await session.execute(delete(ServerSettings).where(ServerSettings.guild_id == guild_id))
        await session.execute(delete(ReplyLink).where(ReplyLink.guild_id == guild_id))
