"""Running the bot until somebody stops it, and saying in one sentence why it cannot start."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections.abc import Coroutine
from typing import Any

import discord

from bot.brain import Brain
from bot.config import Settings
from bot.doors.discord_bot.client import FlownClient
from bot.doors.discord_bot.desk import Desk
from bot.store import Store, StoreError

log = logging.getLogger(__name__)

OK = 0
UNAVAILABLE = 69  # EX_UNAVAILABLE: Discord cannot be reached
MISCONFIGURED = 78  # EX_CONFIG: something has to be set right first
STEADY = 300.0  # seconds after which a connection counts as good again
MOST_FAILURES = 5
FIRST_PAUSE = 2.0


class MisconfiguredError(Exception):
    """The bot cannot start until a setting is put right; the message says which."""


def run_bot(settings: Settings, brain: Brain) -> int:
    """Run the Discord bot until SIGTERM, SIGINT or a lasting failure.

    Returns:
        The exit code: 0 after a clean stop, 78 where a setting is wrong, 69 without Discord.
    """
    try:
        token = _token(settings)
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # it never speaks
        discord.utils.setup_logging(level=logging.getLevelName(settings.log_level), root=True)
        asyncio.run(_run(settings, brain, token))
    except (MisconfiguredError, StoreError) as error:
        return _refuse(str(error))
    except discord.LoginFailure:
        return _refuse("Discord does not accept the token: check DISCORD_TOKEN.")
    except discord.PrivilegedIntentsRequired:
        return _refuse(
            "FLOWN_MESSAGE_CONTENT needs the Message Content intent: "
            "allow it in Discord's developer portal, or unset it."
        )
    except (OSError, discord.HTTPException, discord.GatewayNotFound) as error:
        return _refuse(f"Discord cannot be reached: {error}.", UNAVAILABLE)
    return OK


def _token(settings: Settings) -> str:
    try:
        token = settings.discord_token()
    except (OSError, UnicodeDecodeError) as error:
        raise MisconfiguredError(
            "The file that DISCORD_TOKEN_FILE names cannot be read."
        ) from error
    if token is None:
        raise MisconfiguredError("No Discord token: set DISCORD_TOKEN or DISCORD_TOKEN_FILE.")
    return token


def _refuse(sentence: str, code: int = MISCONFIGURED) -> int:
    sys.stderr.write(f"{sentence}\n")
    return code


async def _run(settings: Settings, brain: Brain, token: str) -> None:
    store = await Store.open(settings.store)
    try:
        async with FlownClient(Desk(brain, store, settings)) as client:
            await _until_stopped(_work(client, token))
    finally:
        await store.close()


async def _work(client: discord.Client, token: str) -> None:
    await client.login(token)
    await _stay_connected(client)


async def _until_stopped(work: Coroutine[Any, Any, None]) -> None:
    """Do the work until it ends or SIGTERM or SIGINT comes; the library listens for neither.

    The work is cancelled before the client closes: closing while it still reads would tell Discord
    that we will be back (4000), and leave the bot shown as online.
    """
    loop = asyncio.get_running_loop()
    working = loop.create_task(work)
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, working.cancel)
    try:
        await working
    except asyncio.CancelledError:
        log.info("stopping")


async def _stay_connected(client: discord.Client) -> None:
    """Connect, and connect anew when one event could not be read: that must not end the bot."""
    loop = asyncio.get_running_loop()
    failures = 0
    while not client.is_closed():
        began = loop.time()
        try:
            await client.connect()
        except (discord.ConnectionClosed, discord.PrivilegedIntentsRequired):
            raise
        except Exception:
            failures = 1 if loop.time() - began > STEADY else failures + 1
            if failures >= MOST_FAILURES or client.is_closed():
                raise
            log.exception("the connection broke on an event; connecting anew")
            if client.ws is not None:
                await client.ws.close()  # else the old one keeps its heartbeat going
            await asyncio.sleep(FIRST_PAUSE * 2 ** (failures - 1))
