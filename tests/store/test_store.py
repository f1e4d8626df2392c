"""The store keeps what was acknowledged and refuses what it does not understand."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from datetime import UTC, datetime, timedelta

import pytest

from bot.store import Store, StoreError
from bot.store.links import (
    drop_links,
    drop_links_of_author,
    drop_old_links,
    keep_link,
    link_of_question,
    link_of_reply,
    links_of_questions,
)
from bot.store.notes import keep_note, read_note
from bot.store.tables import SCHEMA, ReplyLink

NOW = datetime(2026, 8, 1, 12, tzinfo=UTC)


@pytest.fixture
async def store(tmp_path):
    store = await Store.open(tmp_path / "new" / "flown.sqlite3")
    yield store
    await store.close()


def link(reply_id=1, question_id=2, author_id=3, created_at=NOW):
    return ReplyLink(
        reply_id=reply_id,
        question_id=question_id,
        channel_id=2**63 - 1,
        guild_id=None,
        author_id=author_id,
        door="mention",
        query={"want": "help"},
        before={},
        after={"subjects": ["atv-2"]},
        edited_at=None,
        created_at=created_at,
    )


async def test_a_note_is_kept_and_replaced(store):
    assert await read_note(store, "x") is None
    await keep_note(store, "x", "1")
    await keep_note(store, "x", "2")
    assert await read_note(store, "x") == "2"


async def test_a_link_is_found_by_reply_and_by_question(store):
    await keep_link(store, link())
    found = await link_of_reply(store, 1)
    assert found.after == {"subjects": ["atv-2"]}
    assert found.created_at == NOW
    assert (await link_of_question(store, 2)).reply_id == 1
    assert await link_of_question(store, 1) is None


async def test_links_are_replaced_and_dropped(store):
    await keep_link(store, link())
    await keep_link(store, link(author_id=9))
    await keep_link(store, link(reply_id=5, question_id=6))
    assert (await link_of_reply(store, 1)).author_id == 9
    assert len(await links_of_questions(store, {2, 6, 7})) == 2
    await drop_links(store, [1])
    assert await link_of_reply(store, 1) is None


async def test_links_are_forgotten_after_a_week_and_on_request(store):
    await keep_link(store, link(reply_id=1, created_at=NOW - timedelta(days=8)))
    await keep_link(store, link(reply_id=2))
    await drop_old_links(store, NOW)
    assert await link_of_reply(store, 1) is None
    assert await drop_links_of_author(store, 3) == 1
    assert await link_of_reply(store, 2) is None


async def test_it_survives_closing(tmp_path):
    path = tmp_path / "flown.sqlite3"
    store = await Store.open(path)
    await keep_note(store, "x", "1")
    await store.close()
    again = await Store.open(path)
    assert await read_note(again, "x") == "1"
    await again.close()


async def test_it_writes_ahead(store, tmp_path):
    connection = sqlite3.connect(tmp_path / "new" / "flown.sqlite3")
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    connection.close()


async def test_a_newer_store_is_refused_and_left_as_it_is(tmp_path):
    path = tmp_path / "flown.sqlite3"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()
    with pytest.raises(StoreError, match="newer"):
        await Store.open(path)
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    connection.close()


async def test_a_file_that_is_no_store_is_refused(tmp_path):
    path = tmp_path / "flown.sqlite3"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreError, match="cannot be used"):
        await Store.open(path)


async def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="folder"):
        await Store.open(tmp_path / "file" / "flown.sqlite3")


async def test_a_kill_loses_nothing_that_was_acknowledged(tmp_path):
    path = tmp_path / "flown.sqlite3"
    script = """
        import asyncio, os, signal, sys
        from pathlib import Path
        from bot.store import Store
        from bot.store.notes import keep_note

        async def main():
            store = await Store.open(Path(sys.argv[1]))
            for number in range(20):
                await keep_note(store, f"n{number}", "kept")
            print("acknowledged", flush=True)
            os.kill(os.getpid(), signal.SIGKILL)

        asyncio.run(main())
    """
    run = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", textwrap.dedent(script), str(path)],
        stdout=subprocess.PIPE,
        check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert run.returncode == -signal.SIGKILL
    assert run.stdout == b"acknowledged\n"
    store = await Store.open(path)
    for number in range(20):
        assert await read_note(store, f"n{number}") == "kept"
    await store.close()
