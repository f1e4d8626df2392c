"""The whole program against a Discord on loopback: real sockets, a real process, real signals."""

import asyncio
import importlib.util
import os
import signal
import sys
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

FOUND = importlib.util.spec_from_file_location("loopback", Path(__file__).parent / "loopback.py")
double = importlib.util.module_from_spec(FOUND)
sys.modules["loopback"] = double
FOUND.loader.exec_module(double)

PROGRAM = """
import sys
import discord, yarl
from discord.gateway import DiscordWebSocket

port = sys.argv[1]
discord.http.Route.BASE = f"http://127.0.0.1:{port}"
DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://127.0.0.1:{port}/gateway")
from bot.doors.discord_bot import run
run.FIRST_PAUSE = 0.1
from bot.cli import main
sys.exit(main(["run"]))
"""
PATIENCE = 30  # seconds; a busy machine is no failure


@asynccontextmanager
async def bot(discord, tmp_path, token):
    """The program in a process of its own."""
    env = {
        **os.environ,
        "DISCORD_TOKEN": token,
        "FLOWN_STORE": str(tmp_path / "flown.sqlite3"),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, str(discord.port),
        stderr=asyncio.subprocess.PIPE, env=env,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


@pytest.mark.slow
async def test_it_logs_in_answers_survives_a_bad_event_and_says_goodbye(tmp_path):
    async with double.loopback() as discord, bot(discord, tmp_path, double.TOKEN) as process:
        identity = await asyncio.wait_for(discord.identified.get(), PATIENCE)
        assert identity["intents"] == 1 << 0 | 1 << 9 | 1 << 12
        assert discord.syncs == 1
        await discord.direct_message(601, "how many covers flew on ATV-3?")
        answer = await asyncio.wait_for(discord.sent.get(), PATIENCE)
        assert "400" in answer["content"]
        assert answer["allowed_mentions"]["parse"] == []
        assert answer["message_reference"]["message_id"] == 601
        await discord.dispatch("MESSAGE_CREATE", {"id": "no message"})
        await asyncio.wait_for(discord.identified.get(), PATIENCE)
        await discord.direct_message(602, "how many covers flew on ATV-7?")
        answer = await asyncio.wait_for(discord.sent.get(), PATIENCE)
        assert "ATV-7" in answer["content"]
        process.send_signal(signal.SIGTERM)
        _, complaints = await asyncio.wait_for(process.communicate(), PATIENCE)
        assert process.returncode == 0, complaints.decode()
        assert discord.closed_with == [4000, 1000]
        assert discord.syncs == 1


@pytest.mark.slow
async def test_a_wrong_token_is_one_sentence_and_78(tmp_path):
    async with double.loopback() as discord, bot(discord, tmp_path, "wrong.token") as process:
        _, complaints = await asyncio.wait_for(process.communicate(), PATIENCE)
        assert process.returncode == 78
        assert complaints.decode().splitlines()[-1].startswith("Discord does not accept the token")
        assert "Traceback" not in complaints.decode()
