"""Starting, stopping, and saying in one sentence why the bot cannot start."""

import asyncio
import os
import signal
import sqlite3

import discord
import pytest
from pydantic import SecretStr

from bot.config import Settings
from bot.doors.discord_bot import run
from bot.store import Store


@pytest.fixture
def settings(tmp_path, monkeypatch):
    monkeypatch.setattr(discord.utils, "setup_logging", lambda **_options: None)
    return Settings(store=tmp_path / "flown.sqlite3", token=None)


def with_token(settings):
    return settings.model_copy(update={"token": SecretStr("wrong.token.here")})


def test_without_a_token_it_says_so_and_exits_78(settings, capsys):
    assert run.run_bot(settings, None) == 78
    assert capsys.readouterr().err.count("\n") == 1


def test_a_token_file_that_is_missing_is_told(settings, capsys, tmp_path):
    missing = settings.model_copy(update={"token_file": tmp_path / "none"})
    assert run.run_bot(missing, None) == 78
    assert "DISCORD_TOKEN_FILE" in capsys.readouterr().err


def test_the_token_may_stand_in_a_file(tmp_path, monkeypatch):
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    (tmp_path / "token").write_text("abc\n")
    monkeypatch.setenv("DISCORD_TOKEN_FILE", str(tmp_path / "token"))
    assert Settings().discord_token() == "abc"


@pytest.mark.parametrize(
    ("error", "code", "word"),
    [
        (discord.LoginFailure("no"), 78, "DISCORD_TOKEN"),
        (discord.PrivilegedIntentsRequired(None), 78, "FLOWN_MESSAGE_CONTENT"),
        (OSError("no route"), 69, "reached"),
    ],
)
def test_a_failed_login_is_one_sentence(settings, capsys, monkeypatch, error, code, word):
    async def refuse(*_args):
        raise error

    monkeypatch.setattr(discord.http.HTTPClient, "static_login", refuse)
    assert run.run_bot(with_token(settings), None) == code
    last_line = capsys.readouterr().err.splitlines()[-1]
    assert word in last_line


def test_a_newer_store_is_refused_in_one_sentence(settings, capsys):
    make_newer(settings.store)
    assert run.run_bot(with_token(settings), None) == 78
    assert "newer" in capsys.readouterr().err


def make_newer(path):
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_cleanly(settings, monkeypatch, number):
    closed = []
    close = discord.Client.close

    async def noticed_close(self):
        closed.append(True)
        await close(self)

    async def log_in(self, token):
        asyncio.get_running_loop().call_soon(os.kill, os.getpid(), number)

    async def connect(self, **_options):
        await asyncio.Event().wait()

    monkeypatch.setattr(discord.Client, "close", noticed_close)
    monkeypatch.setattr(discord.Client, "login", log_in)
    monkeypatch.setattr(discord.Client, "connect", connect)
    assert run.run_bot(with_token(settings), None) == 0
    assert closed


async def test_an_event_that_cannot_be_read_does_not_end_the_bot(monkeypatch):
    attempts = []

    class Flaky:
        ws = None

        def is_closed(self):
            return len(attempts) >= 3

        async def connect(self):
            attempts.append(1)
            if len(attempts) < 3:
                raise KeyError("a parser stumbled")

    monkeypatch.setattr(run, "FIRST_PAUSE", 0)
    await run._stay_connected(Flaky())
    assert len(attempts) == 3


async def test_the_store_is_closed_after_a_failed_login(settings, monkeypatch):
    async def refuse(*_args):
        raise discord.LoginFailure("no")

    monkeypatch.setattr(discord.Client, "login", refuse)
    with pytest.raises(discord.LoginFailure):
        await run._run(settings, None, "x")
    store = await Store.open(settings.store)
    await store.close()
