"""What every part of the Discord door works with: brain, store, and who said what lately."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import cached_property
from weakref import WeakValueDictionary

from bot.brain import Brain, Reply
from bot.config import Settings
from bot.doors.discord_bot.conversations import Conversations
from bot.doors.discord_bot.cooldowns import CoolDowns
from bot.doors.discord_bot.nearby import near_choices
from bot.questions.query import Memory
from bot.questions.slots import Annotator
from bot.store import Store
from bot.store.servers import defaults, erase_server, keep_settings, settings_of
from bot.store.tables import ServerSettings

DELETED_KEPT = 1000
LONGEST = 500  # characters of a question that near names are looked for in
_MISSES = frozenset({"unknown_subject", "not_understood"})


@dataclass
class Desk:
    """The shared state of one running bot."""

    brain: Brain
    store: Store
    settings: Settings
    conversations: Conversations = field(default_factory=Conversations)
    cooldowns: CoolDowns = field(default_factory=CoolDowns)
    _servers: dict[int, ServerSettings] = field(default_factory=dict)
    _deleted: OrderedDict[int, None] = field(default_factory=OrderedDict)
    _locks: WeakValueDictionary[int, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    @cached_property
    def annotator(self) -> Annotator:
        """Finds what a text names."""
        return Annotator(self.brain.knowledge, self.brain.names)

    def ask(self, question: str, memory: Memory, *, ambient: bool = False) -> Reply:
        """What the brain answers; a miss comes with near names to choose from."""
        reply = self.brain.ask(question, memory, ambient=ambient)
        answer = reply.answer
        if ambient or answer.status not in _MISSES:
            return reply
        offered = {choice.label for choice in answer.choices}
        near = [
            choice
            for choice in near_choices(self.brain, self.annotator, question[:LONGEST])
            if choice.label not in offered
        ]
        return Reply(answer.model_copy(update={"choices": (*answer.choices, *near)}), reply.memory)

    async def server(self, guild_id: int | None) -> ServerSettings:
        """The settings of a server; in direct messages, the defaults."""
        if guild_id is None:
            return defaults(0)
        if guild_id not in self._servers:
            self._servers[guild_id] = await settings_of(self.store, guild_id)
        return self._servers[guild_id]

    async def keep_server(self, settings: ServerSettings) -> None:
        """Keep changed settings of a server."""
        await keep_settings(self.store, settings)
        self._servers[settings.guild_id] = settings

    async def erase_server(self, guild_id: int) -> None:
        """Erase everything about a server."""
        await erase_server(self.store, guild_id)
        self.forget_server(guild_id)

    def forget_server(self, guild_id: int) -> None:
        """Read the settings of a server anew when they are next needed."""
        self._servers.pop(guild_id, None)

    def lock_for(self, message_id: int) -> asyncio.Lock:
        """One lock a question: its answer, edits and deletion come one after the other."""
        lock = self._locks.get(message_id)
        if lock is None:
            lock = self._locks[message_id] = asyncio.Lock()
        return lock

    def note_deleted(self, message_ids: set[int]) -> None:
        """Remember for a while that these messages are gone: an answer may be on its way."""
        self._deleted.update(dict.fromkeys(message_ids))
        while len(self._deleted) > DELETED_KEPT:
            self._deleted.popitem(last=False)

    def was_deleted(self, message_id: int) -> bool:
        """Whether that message was deleted lately."""
        return message_id in self._deleted
