"""What members reported as wrong or missing, for a curator to work through."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update

from bot.store.store import Store
from bot.store.tables import Correction


async def submit(store: Store, correction: Correction) -> int:
    """Keep a correction; its number, by which it is found again."""
    async with store.session() as session:
        session.add(correction)
        await session.flush()
        return correction.number


async def corrections(store: Store, status: str | None = "open") -> Sequence[Correction]:
    """The corrections with this status (None: all), oldest first."""
    async with store.session() as session:
        chosen = select(Correction).order_by(Correction.number)
        if status is not None:
            chosen = chosen.where(Correction.status == status)
        return (await session.scalars(chosen)).all()


async def correction(store: Store, number: int) -> Correction | None:
    """One correction by its number."""
    async with store.session() as session:
        return await session.get(Correction, number)


async def close_correction(store: Store, number: int, note: str, now: datetime) -> bool:
    """Close an open correction with what became of it; False where there is none to close."""
    async with store.session() as session:
        found = await session.get(Correction, number)
        if found is None or found.status != "open":
            return False
        found.status, found.note, found.closed_at = "closed", note, now
        return True


async def forget_author(store: Store, author_id: int) -> None:
    """Keep what a person reported, without who it was."""
    async with store.session() as session:
        theirs = Correction.author_id == author_id
        await session.execute(update(Correction).where(theirs).values(author_id=None))
