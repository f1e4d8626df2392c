"""Single values that the bot remembers about itself."""

from __future__ import annotations

from bot.store.store import Store
from bot.store.tables import Note


async def read_note(store: Store, key: str) -> str | None:
    """What was kept under `key`, or None."""
    async with store.session() as session:
        note = await session.get(Note, key)
        return note.value if note else None


async def keep_note(store: Store, key: str, value: str) -> None:
    """Keep `value` under `key` in place of what was there."""
    async with store.session() as session:
        await session.merge(Note(key=key, value=value))
