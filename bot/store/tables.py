"""The tables of the store, as SQLAlchemy maps them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Index, Integer, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SCHEMA = 1  # one more whenever a table changes; `store.UPGRADES` leads from each to the next


class UtcTime(TypeDecorator[datetime]):
    """An aware instant; SQLite itself forgets the time zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Keep UTC without the zone."""
        del dialect
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        del dialect
        return value.replace(tzinfo=UTC) if value else None


class Table(DeclarativeBase):
    """Base of every table; Discord's ids need 64 bits."""

    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        int: BigInteger,
        datetime: UtcTime,
        dict[str, Any]: JSON(none_as_null=True),
        list[int]: JSON,
        list[str]: JSON,
    }


class Note(Table):
    """One remembered value of the bot itself, such as the digest of the synced commands."""

    __tablename__ = "notes"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class ReplyLink(Table):
    """Which reply answers which question, and what the conversation remembered around it.

    `query` is a Query, `before` and `after` are Memories, as JSON: ids, never anybody's text.
    """

    __tablename__ = "reply_links"
    __table_args__ = (Index("reply_links_by_question", "question_id"),)

    reply_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    question_id: Mapped[int | None]
    channel_id: Mapped[int]
    guild_id: Mapped[int | None]
    author_id: Mapped[int]
    door: Mapped[str]
    query: Mapped[dict[str, Any] | None]  # what was carried out, where it was understood
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]
    edited_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class ServerSettings(Table):
    """How the admins of one server want the bot to behave there."""

    __tablename__ = "server_settings"

    guild_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    ask_channels: Mapped[list[int]] = mapped_column(default=list)
    ignored_channels: Mapped[list[int]] = mapped_column(default=list)
    ignored_roles: Mapped[list[int]] = mapped_column(default=list)
    inline: Mapped[bool] = mapped_column(default=True)
    ambient: Mapped[bool] = mapped_column(default=False)
    only_me: Mapped[bool] = mapped_column(default=False)
    left_at: Mapped[datetime | None] = mapped_column(default=None)  # when the bot was removed


class Correction(Table):
    """What a member submitted as wrong or missing, with what it is about."""

    __tablename__ = "corrections"

    number: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    author_id: Mapped[int | None]  # None once the author asked for erasure
    guild_id: Mapped[int | None]
    wrong: Mapped[str]
    right: Mapped[str]
    stands_in: Mapped[str]
    question: Mapped[str]  # as Flown read it
    answer: Mapped[str]  # as it was shown
    subjects: Mapped[list[str]]
    revision: Mapped[str]  # of the knowledge that answered
    status: Mapped[str] = mapped_column(default="open")
    note: Mapped[str] = mapped_column(default="")  # of whoever closed it
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None] = mapped_column(default=None)
