"""`flown corrections`: what members reported is listed, shown and closed."""

import asyncio
from datetime import UTC, datetime

import pytest

from bot.doors import curating
from bot.store import Store
from bot.store.corrections import submit
from bot.store.tables import Correction


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "flown.sqlite3"

    async def fill():
        store = await Store.open(path)
        for wrong in ("it was 154", "the launch\nwas " + "late " * 30):
            await submit(
                store,
                Correction(
                    author_id=1,
                    guild_id=None,
                    wrong=wrong,
                    right="154",
                    stands_in="",
                    question="value cover",
                    answer="153",
                    subjects=["atv-2-mail"],
                    revision="abcd1234",
                    created_at=datetime(2026, 8, 1, tzinfo=UTC),
                ),
            )
        await store.close()

    asyncio.run(fill())
    return path


def test_open_ones_are_listed_one_a_line(path, capsys):
    assert curating.list_corrections(path) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert "1  open    2026-08-01  atv-2-mail: it was 154" in lines[0]
    assert lines[1].endswith("…")


def test_one_is_shown_with_what_it_is_about(path, capsys):
    assert curating.show_correction(path, 1) == 0
    shown = capsys.readouterr().out
    for words in ("it was 154", "Right: 154", "Answer shown: 153", "abcd1234"):
        assert words in shown


def test_a_closed_one_is_no_longer_open(path, capsys):
    assert curating.close(path, 1, "entered") == 0
    assert curating.close(path, 1, "again") == 1
    capsys.readouterr()
    curating.list_corrections(path)
    assert len(capsys.readouterr().out.splitlines()) == 1
    curating.list_corrections(path, closed=True)
    assert "closed" in capsys.readouterr().out
    curating.show_correction(path, 1)
    assert "Note: entered" in capsys.readouterr().out


def test_an_unknown_number_is_told(path, capsys):
    assert curating.show_correction(path, 99) == 1
    assert capsys.readouterr().err == "There is no correction 99.\n"


def test_a_store_that_cannot_be_used_is_told(tmp_path, capsys):
    (tmp_path / "flown.sqlite3").write_bytes(b"no database" * 100)
    assert curating.list_corrections(tmp_path / "flown.sqlite3") == 78
    assert capsys.readouterr().err.count("\n") == 1


def test_an_empty_list_says_so(tmp_path, capsys):
    assert curating.list_corrections(tmp_path / "new.sqlite3") == 0
    assert "No corrections" in capsys.readouterr().out
