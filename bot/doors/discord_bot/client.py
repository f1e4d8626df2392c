"""The Discord client: which events matter, and who takes care of each."""

from __future__ import annotations

import logging
from typing import Any

import discord
from discord import app_commands
from discord.ext import tasks

from bot.doors.discord_bot import (
    controls,
    following,
    helping,
    menus,
    pressing,
    serversettings,
    slash,
    wording,
)
from bot.doors.discord_bot.answering import answer_message
from bot.doors.discord_bot.desk import Desk
from bot.doors.discord_bot.hearing import Heard, hear
from bot.doors.discord_bot.modals import submitted
from bot.doors.discord_bot.speaking import apologise
from bot.doors.discord_bot.syncing import sync_when_changed
from bot.doors.discord_bot.translating import Translator
from bot.store.links import drop_old_links
from bot.store.servers import erase_left_servers, note_left, note_presence, note_returned

log = logging.getLogger(__name__)


def intents_for(*, message_content: bool) -> discord.Intents:
    """The least that the bot needs; the text of messages to others only where it was opted into."""
    return discord.Intents(
        guilds=True, guild_messages=True, dm_messages=True, message_content=message_content
    )


class FlownTree(app_commands.CommandTree["FlownClient"]):
    """The slash commands; a failure is logged and told in one sentence."""

    async def on_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /
    ) -> None:
        """Log what went wrong and say that it did."""
        log.error("a command failed", exc_info=error)
        await apologise(interaction)


class FlownClient(discord.Client):
    """Flown in Discord: no message cache, no member cache, and nobody is ever pinged."""

    presses: controls.Presses = pressing

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            intents=intents_for(message_content=desk.settings.message_content),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
        )
        self.desk = desk
        self.tree = FlownTree(self)
        for command in slash.ALL:
            self.tree.add_command(command)
        for menu in menus.ALL:
            self.tree.add_command(menu)
        self._role_hint_given: set[int] = set()

    async def setup_hook(self) -> None:
        """Before the gateway connects: controls of old messages work, commands are known."""
        await self.tree.set_translator(Translator())
        self.add_dynamic_items(*controls.ALL, *serversettings.ALL, *helping.ALL)
        await sync_when_changed(self.tree, self.desk.store)
        self.clean.start()

    @tasks.loop(hours=24)
    async def clean(self) -> None:
        """Forget what has served its time."""
        now = discord.utils.utcnow()
        await drop_old_links(self.desk.store, now)
        for guild_id in await erase_left_servers(self.desk.store, now):
            self.desk.forget_server(guild_id)
            log.info("erased what was kept of server %s", guild_id)

    async def close(self) -> None:
        """Stop cleaning, then disconnect."""
        self.clean.cancel()
        await super().close()

    @property
    def me(self) -> discord.ClientUser:
        """The bot's own account; known once logged in."""
        if self.user is None:
            raise RuntimeError("not logged in yet")
        return self.user

    async def on_message(self, message: discord.Message) -> None:
        """Answer what is addressed to us."""
        try:
            server = await self.desk.server(message.guild.id if message.guild else None)
            reads_all = self.desk.settings.message_content
            heard = hear(message, self.me, server, reads_all=reads_all)
            if heard is None:
                return
            if heard.how in {"role", "unreadable"}:
                await self._explain(message, heard)
                return
            await answer_message(self.desk, message, heard)
            await following.after_answering(self.desk, self, message.id)
        except Exception:
            log.exception("answering message %s failed", message.id)
            await _apologise(message)

    async def _explain(self, message: discord.Message, heard: Heard) -> None:
        """Say why the text of a message is hidden from us; about the role once a channel."""
        text = wording.REPLY_UNREADABLE
        if heard.how == "role":
            if message.channel.id in self._role_hint_given:
                return
            self._role_hint_given.add(message.channel.id)
            text = wording.ROLE_MENTIONED.format(bot=self.me.mention)
        await message.reply(text, mention_author=False)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Take care of forms; commands and controls find their own way."""
        if interaction.type is discord.InteractionType.modal_submit:
            await submitted(interaction)

    async def on_ready(self) -> None:
        """Notice servers that the bot was removed from while it was away."""
        present = {guild.id for guild in self.guilds}
        await note_presence(self.desk.store, present, discord.utils.utcnow())

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """The bot was added to a server, perhaps again."""
        await note_returned(self.desk.store, guild.id)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """The bot was removed from a server: its grace time begins."""
        await note_left(self.desk.store, guild.id, discord.utils.utcnow())

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Follow an edited question."""
        await following.question_edited(self.desk, self, payload.message, self.me)

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Follow a deleted question."""
        await following.questions_deleted(self.desk, self, {payload.message_id})

    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Follow many deleted questions."""
        await following.questions_deleted(self.desk, self, payload.message_ids)


async def _apologise(message: discord.Message) -> None:
    try:
        await message.reply(wording.FAILED, mention_author=False)
    except discord.HTTPException:
        log.info("could not even apologise in channel %s", message.channel.id)
