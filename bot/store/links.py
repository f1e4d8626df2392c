"""Reply links: which of our messages answers which question."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from bot.store.store import Store
from bot.store.tables import ReplyLink

KEPT_FOR = timedelta(days=7)


async def keep_link(store: Store, link: ReplyLink) -> None:
    """Add a link, or put it in the place of the one for the same reply."""
    async with store.session() as session:
        await session.merge(link)


async def link_of_reply(store: Store, reply_id: int) -> ReplyLink | None:
    """The link of one of our messages."""
    async with store.session() as session:
        return await session.get(ReplyLink, reply_id)


async def link_of_question(store: Store, question_id: int) -> ReplyLink | None:
    """The link of the question that somebody asked in this message."""
    async with store.session() as session:
        found = await session.scalars(
            select(ReplyLink).where(ReplyLink.question_id == question_id).limit(1)
        )
        return found.first()


async def links_of_questions(store: Store, question_ids: Iterable[int]) -> list[ReplyLink]:
    """The links of several questions, for a bulk deletion."""
    async with store.session() as session:
        asked = ReplyLink.question_id.in_(list(question_ids))
        return list(await session.scalars(select(ReplyLink).where(asked)))


async def drop_links(store: Store, reply_ids: Iterable[int]) -> None:
    """Forget the links of these replies."""
    async with store.session() as session:
        await session.execute(delete(ReplyLink).where(ReplyLink.reply_id.in_(list(reply_ids))))


async def drop_old_links(store: Store, now: datetime) -> None:
    """Forget every link that is older than a week."""
    async with store.session() as session:
        await session.execute(delete(ReplyLink).where(ReplyLink.created_at < now - KEPT_FOR))


async def drop_links_of_author(store: Store, author_id: int) -> int:
    """Forget every link of what one person asked; how many there were."""
    async with store.session() as session:
        found = list(
            await session.scalars(
                select(ReplyLink.reply_id).where(ReplyLink.author_id == author_id)
            )
        )
        await session.execute(delete(ReplyLink).where(ReplyLink.author_id == author_id))
        return len(found)
