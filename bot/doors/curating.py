"""The curators' desk in the terminal: what members reported, listed, shown and closed."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.store import Store, StoreError
from bot.store.corrections import close_correction, correction, corrections
from bot.store.tables import Correction

OK, NONE_SUCH, MISCONFIGURED = 0, 1, 78
SHOWN = 60  # characters of a report in the list


def list_corrections(path: Path, *, closed: bool = False) -> int:
    """Print the open corrections of the store at `path`, or all of them; the exit code."""
    return _on_store(path, lambda store: _list(store, closed=closed))


def show_correction(path: Path, number: int) -> int:
    """Print one correction with what it is about; exit code 1 where there is none."""
    return _on_store(path, lambda store: _show(store, number))


def close(path: Path, number: int, note: str) -> int:
    """Close an open correction with what became of it; exit code 1 where none is open."""
    return _on_store(path, lambda store: _close(store, number, note))


def _on_store(path: Path, act: Any) -> int:
    async def run() -> int:
        store = await Store.open(path)
        try:
            acting: Coroutine[Any, Any, int] = act(store)
            return await acting
        finally:
            await store.close()

    try:
        return asyncio.run(run())
    except StoreError as error:
        sys.stderr.write(f"{error}\n")
        return MISCONFIGURED


async def _list(store: Store, *, closed: bool) -> int:
    found = await corrections(store, None if closed else "open")
    for item in found:
        about = ", ".join(item.subjects) or "-"
        words = " ".join(item.wrong.split())
        report = words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
        day = item.created_at.date().isoformat()
        _print(f"{item.number:>4}  {item.status:<6}  {day}  {about}: {report}")
    if not found:
        _print("No corrections are on record." if closed else "No corrections are open.")
    return OK


async def _show(store: Store, number: int) -> int:
    item = await correction(store, number)
    if item is None:
        sys.stderr.write(f"There is no correction {number}.\n")
        return NONE_SUCH
    for label, value in _rows(item):
        if value:
            _print(f"{label}: {value}")
    return OK


def _rows(item: Correction) -> list[tuple[str, str]]:
    closed = item.closed_at.isoformat(timespec="minutes") if item.closed_at else ""
    return [
        ("Correction", f"{item.number} ({item.status})"),
        ("Sent", item.created_at.isoformat(timespec="minutes")),
        ("Wrong or missing", item.wrong),
        ("Right", item.right),
        ("Stands in", item.stands_in),
        ("About", ", ".join(item.subjects)),
        ("Question as read", item.question),
        ("Answer shown", item.answer),
        ("Knowledge revision", item.revision),
        ("Closed", closed),
        ("Note", item.note),
    ]


async def _close(store: Store, number: int, note: str) -> int:
    if await close_correction(store, number, note, datetime.now(UTC)):
        _print(f"Correction {number} is closed.")
        return OK
    sys.stderr.write(f"No correction {number} is open.\n")
    return NONE_SUCH


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
