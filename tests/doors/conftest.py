"""The real bot on the shipped knowledge, in SimCord's Discord."""

from dataclasses import dataclass

import discord
import pytest
import simcord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle, UserHandle

from bot.brain import Brain
from bot.config import Settings
from bot.doors.discord_bot.client import FlownClient
from bot.doors.discord_bot.desk import Desk
from bot.store import Store


def pytest_configure(config):
    line = "settings(**changes): the environment's settings that the bot starts with"
    config.addinivalue_line("markers", line)


@dataclass
class Club:
    """A server with Flown in it: a channel, members, a moderator, and a way to restart the bot."""

    env: simcord.Env
    brain: Brain
    settings: Settings
    bot: FlownClient
    guild: simcord.builders.GuildHandle
    channel: ChannelHandle
    ann: MemberActor
    bob: MemberActor
    mod: MemberActor

    @property
    def me(self) -> str:
        return f"<@{self.bot.user.id}>"

    async def ask(self, text, *, who=None, channel=None, **options):
        """Mention the bot; the message that asked."""
        actor = who or self.ann
        return await actor.send(channel or self.channel, f"{self.me} {text}", **options)

    @property
    def last(self) -> discord.Message:
        return self.channel.last_message

    def said(self, channel=None) -> list[discord.Message]:
        """What the bot said here, oldest first."""
        history = (channel or self.channel).history()
        return [message for message in history if message.author.id == self.bot.user.id]

    async def restart(self, **changes):
        """Stop the bot and start it anew on the same store."""
        await self.bot.desk.store.close()
        self.settings = self.settings.model_copy(update=changes)
        self.bot = await new_bot(self.brain, self.settings)
        await self.env.restart_bot(self.bot)


async def new_bot(brain, settings) -> FlownClient:
    return FlownClient(Desk(brain, await Store.open(settings.store), settings))


@pytest.fixture
def settings(tmp_path, request):
    marker = request.node.get_closest_marker("settings")
    return Settings(store=tmp_path / "flown.sqlite3", **(marker.kwargs if marker else {}))


@pytest.fixture
async def simcord_bot(brain, settings):
    bot = await new_bot(brain, settings)
    yield bot
    await bot.desk.store.close()


@pytest.fixture
async def club(simcord_env, simcord_bot, brain, settings):
    guild = simcord_env.create_guild("Space Cover Club")
    moderator = discord.Permissions(manage_messages=True, manage_guild=True)
    role = guild.create_role("Moderators", permissions=moderator)
    club = Club(
        env=simcord_env,
        brain=brain,
        settings=settings,
        bot=simcord_bot,
        guild=guild,
        channel=guild.create_text_channel("general"),
        ann=guild.add_member(simcord_env.create_user("ann")),
        bob=guild.add_member(simcord_env.create_user("bob")),
        mod=guild.add_member(simcord_env.create_user("mod"), roles=[role]),
    )
    yield club
    await club.bot.desk.store.close()


@pytest.fixture
def ann_alone(club) -> UserHandle:
    """Ann in her direct messages with the bot."""
    return club.ann.user
