"""The store: one SQLite file in WAL mode, opened once and shared by everything that keeps state."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, event, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)

from bot.store.tables import SCHEMA, Table

# From schema version N to N + 1. A step is never changed once it was released.
UPGRADES: dict[int, Callable[[Connection], None]] = {}


class StoreError(Exception):
    """The store cannot be used; the message is one sentence for an administrator."""


class Store:
    """An open store. `session()` begins a transaction that commits when its block ends well."""

    def __init__(self, engine: AsyncEngine) -> None:
        """Use `Store.open` instead."""
        self._engine = engine
        self.session = async_sessionmaker(engine, expire_on_commit=False).begin

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open the store at `path`, making or upgrading it where needed.

        Raises:
            StoreError: the file is of a newer version, is no store, or cannot be written.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"The folder {path.parent} cannot be made.") from error
        engine = create_async_engine(f"sqlite+aiosqlite:///{path}")
        event.listen(engine.sync_engine, "connect", _prepare_connection)
        try:
            async with engine.begin() as connection:
                await connection.run_sync(_bring_up_to_date, path)
        except (DatabaseError, sqlite3.Error) as error:
            await engine.dispose()
            reason = getattr(error, "orig", None) or error
            raise StoreError(f"The store {path} cannot be used: {reason}.") from error
        except StoreError:
            await engine.dispose()
            raise
        return cls(engine)

    async def close(self) -> None:
        """Close every connection; what was acknowledged is on disk already."""
        await self._engine.dispose()


def _prepare_connection(connection: Any, _record: Any) -> None:
    """Survive a kill at any moment (WAL, synced at each commit) and wait for another writer."""
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _bring_up_to_date(connection: Connection, path: Path) -> None:
    """Make the tables of a new file, or lead an older one to this version."""
    found = int(connection.execute(text("PRAGMA user_version")).scalar_one())
    if found > SCHEMA:
        raise StoreError(f"The store {path} is of a newer Flown: update Flown or name another.")
    for version in range(found, SCHEMA) if found else ():
        UPGRADES[version](connection)
    Table.metadata.create_all(connection)
    connection.execute(text(f"PRAGMA user_version = {SCHEMA:d}"))


__all__ = ["AsyncSession", "Store", "StoreError"]
