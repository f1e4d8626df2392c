"""A small Discord on loopback: real sockets for what SimCord leaves out.

It logs in, takes commands and messages over HTTP, and speaks the gateway's opcodes that a bot
needs to be ready, to hear a message and to say goodbye.
"""

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

TOKEN = "right.token"  # noqa: S105 - opens nothing
BOT = {"id": "900", "username": "Flown", "discriminator": "0", "avatar": None, "bot": True}
ANN = {"id": "100", "username": "ann", "discriminator": "0", "avatar": None}
DISPATCH, HEARTBEAT, IDENTIFY, HELLO, ACKNOWLEDGED = 0, 1, 2, 10, 11


@dataclass
class Loopback:
    """What came in, and the open gateway connection."""

    port: int = 0
    syncs: int = 0
    sent: asyncio.Queue = field(default_factory=asyncio.Queue)
    identified: asyncio.Queue = field(default_factory=asyncio.Queue)
    closed_with: list = field(default_factory=list)
    socket: web.WebSocketResponse | None = None
    sequence: int = 0

    async def dispatch(self, event, data):
        """Send one gateway event."""
        self.sequence += 1
        payload = {"op": DISPATCH, "t": event, "s": self.sequence, "d": data}
        await self.socket.send_str(json.dumps(payload))

    async def direct_message(self, number, text):
        """Ann writes to the bot."""
        channel = {"id": "500", "type": 1, "recipients": [ANN], "last_message_id": None}
        await self.dispatch("CHANNEL_CREATE", channel)
        await self.dispatch("MESSAGE_CREATE", message(number, text, ANN))

    def application(self):
        """The web application that is this Discord."""
        app = web.Application()
        app.router.add_get("/gateway", self.gateway)
        app.router.add_get("/users/@me", self.answer_with(BOT))
        app.router.add_get(
            "/oauth2/applications/@me",
            self.answer_with(
                {
                    "id": "900", "name": "Flown", "icon": None, "description": "", "bot": BOT,
                    "bot_public": True, "bot_require_code_grant": False, "verify_key": "0" * 64,
                    "owner": ANN, "flags": 0, "team": None, "summary": "",
                }
            ),
        )  # fmt: skip
        app.router.add_put("/applications/900/commands", self.sync)
        app.router.add_post("/channels/{channel}/messages", self.post)
        return app

    def answer_with(self, data):
        """A handler that gives `data` to whoever knows the token."""

        async def handle(request):
            if request.headers.get("Authorization") != f"Bot {TOKEN}":
                return reply({"message": "401: Unauthorized", "code": 0}, status=401)
            return reply(data)

        return handle

    async def sync(self, _request):
        """The commands are told."""
        self.syncs += 1
        return reply([])

    async def post(self, request):
        """The bot says something."""
        body = await request.json()
        await self.sent.put(body)
        return reply(message(700 + self.sent.qsize(), body["content"], BOT))

    async def gateway(self, request):
        """One connection of the bot."""
        self.socket = web.WebSocketResponse()
        await self.socket.prepare(request)
        await self.socket.send_str(json.dumps({"op": HELLO, "d": {"heartbeat_interval": 45000}}))
        async for received in self.socket:
            if received.type is WSMsgType.TEXT:
                await self.react(json.loads(received.data))
        self.closed_with.append(self.socket.close_code)
        return self.socket

    async def react(self, received):
        """Acknowledge heartbeats, and greet who identifies."""
        if received["op"] == HEARTBEAT:
            await self.socket.send_str(json.dumps({"op": ACKNOWLEDGED}))
        elif received["op"] == IDENTIFY:
            await self.dispatch(
                "READY",
                {
                    "v": 10, "user": BOT, "guilds": [], "session_id": "s",
                    "resume_gateway_url": f"ws://127.0.0.1:{self.port}/gateway",
                    "application": {"id": "900", "flags": 0},
                },
            )  # fmt: skip
            await self.identified.put(received["d"])


def reply(data, status=200):
    """JSON as Discord sends it: a type with a charset would be taken for text."""
    body = json.dumps(data).encode()
    return web.Response(body=body, status=status, content_type="application/json")


def message(number, text, author):
    """A message in the direct messages with Ann."""
    return {
        "id": str(number), "channel_id": "500", "author": author, "content": text, "type": 0,
        "timestamp": "2026-08-01T12:00:00+00:00", "edited_timestamp": None, "tts": False,
        "mention_everyone": False, "mentions": [], "mention_roles": [], "attachments": [],
        "embeds": [], "pinned": False, "flags": 0, "components": [],
    }  # fmt: skip


@asynccontextmanager
async def loopback():
    """A running Discord on a free port."""
    double = Loopback()
    runner = web.AppRunner(double.application(), shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    double.port = runner.addresses[0][1]
    try:
        yield double
    finally:
        await runner.cleanup()
