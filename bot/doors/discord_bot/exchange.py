"""One question with its answer: where it was asked, what was remembered before and after."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import discord
from pydantic import ValidationError

from bot.brain import Reply
from bot.doors.discord_bot.conversations import Key, Turn
from bot.questions.query import Memory, Query
from bot.store.tables import ReplyLink


def to_keep(value: Memory | Query) -> dict[str, Any]:
    """A memory or Query for the store, without the words of the question that nothing explained."""
    kept: dict[str, Any] = _without_words(value.model_dump(mode="json", exclude_defaults=True))
    return kept


_WORDS = {"aside", "words"}


def _without_words(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_words(inner) for key, inner in value.items() if key not in _WORDS}
    return [_without_words(inner) for inner in value] if isinstance(value, list) else value


def memory_from(kept: dict[str, Any] | None) -> Memory:
    """A memory as a link keeps it; an empty one where an older Flown wrote it in another shape."""
    try:
        return Memory.model_validate(kept or {})
    except ValidationError:
        return Memory()


def query_from(kept: dict[str, Any] | None) -> Query | None:
    """A Query as a link keeps it, or None."""
    try:
        return Query.model_validate(kept) if kept else None
    except ValidationError:
        return None


@dataclass(frozen=True)
class Place:
    """Where and by whom something was asked."""

    channel_id: int
    guild_id: int | None
    person_id: int

    @property
    def key(self) -> Key:
        """The conversation that this belongs to."""
        return self.channel_id, self.person_id

    @classmethod
    def of(cls, source: discord.Message | discord.Interaction[Any]) -> Place:
        """Where a message was written or an interaction began."""
        person = source.author if isinstance(source, discord.Message) else source.user
        channel = source.channel.id if source.channel else 0
        return cls(channel, source.guild.id if source.guild else None, person.id)


@dataclass(frozen=True)
class Exchange:
    """A question and our reply to it. It holds no text that anybody wrote."""

    place: Place
    question_id: int | None  # the message that asked; None for a command
    door: str
    before: Memory
    reply: Reply
    at: datetime
    edited_at: datetime | None = None

    @classmethod
    def recalled(cls, link: ReplyLink, reply: Reply) -> Exchange:
        """The exchange of a link, with a new reply to what it continued from."""
        place = Place(link.channel_id, link.guild_id, link.author_id)
        before = memory_from(link.before)
        return cls(
            place, link.question_id, link.door, before, reply, link.created_at, link.edited_at
        )

    def edited(self, at: datetime) -> Exchange:
        """The same, after the question was edited at that instant."""
        return replace(self, edited_at=at)

    def turn(self) -> Turn:
        """The turn of the conversation that this was."""
        return Turn(self.at, self.question_id or 0, self.reply.memory)

    def link(self, reply_id: int) -> ReplyLink:
        """The link between the question and the message that answers it."""
        query = self.reply.answer.query
        return ReplyLink(
            reply_id=reply_id,
            question_id=self.question_id,
            channel_id=self.place.channel_id,
            guild_id=self.place.guild_id,
            author_id=self.place.person_id,
            door=self.door,
            query=to_keep(query) if query else None,
            before=to_keep(self.before),
            after=to_keep(self.reply.memory),
            edited_at=self.edited_at,
            created_at=self.at,
        )
