"""What a message asks of us, if anything: who is addressed, and with which words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

import discord

from bot.doors.discord_bot.lookups import lookups
from bot.store.tables import ServerSettings

How = Literal["dm", "mention", "reply", "role", "unreadable", "channel", "inline", "ambient"]
SPOKEN_TO = frozenset({"dm", "mention", "reply", "channel", "inline"})

# Mentions, channel links, custom emoji and timestamps are Discord's, not the question's words.
_DISCORD_TOKENS = re.compile(r"<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|/[^:>]+:\d+|t:-?\d+(?::\w)?|id:\w+)>")


@dataclass(frozen=True)
class Heard:
    """A message that addresses us: how, the question in it, and which of our replies it answers."""

    how: How
    question: str
    in_reply_to: int | None = None  # a message of ours
    about_a_post: bool = False  # it replies to somebody else's post, which we cannot read


def question_in(text: str) -> str:
    """The words of a message without Discord's own tokens."""
    return _DISCORD_TOKENS.sub(" ", text).strip()


def is_ignored(message: discord.Message, server: ServerSettings) -> bool:
    """Whether the admins want us silent in this channel, or towards this person."""
    if not server.ignored_channels and not server.ignored_roles:
        return False
    roles = getattr(message.author, "roles", [])
    return bool(
        channels_of(message.channel) & set(server.ignored_channels)
        or {role.id for role in roles} & set(server.ignored_roles)
    )


def channels_of(channel: object) -> set[int]:
    """The ids by which settings may mean a channel: its own, and that of a thread's parent."""
    parent = getattr(channel, "parent_id", None)
    own = getattr(channel, "id", None)
    return {number for number in (own, parent) if number is not None}


def hear(
    message: discord.Message, me: discord.ClientUser, server: ServerSettings, *, reads_all: bool
) -> Heard | None:
    """What a message asks of us in this server, or None.

    Args:
        message: what was written.
        me: the bot's own account.
        server: the settings of the server, or the defaults in direct messages.
        reads_all: whether the bot receives the text of messages that do not mention it.
    """
    if message.guild is not None and is_ignored(message, server):
        return None
    heard = listen(message, me)
    if heard is not None:
        in_passing = heard.how == "mention" and lookups(message.content)
        return Heard("inline", message.content) if in_passing else heard
    if not reads_all or not _is_somebodys(message) or not message.content:
        return None
    return _overheard(message, server)


def _overheard(message: discord.Message, server: ServerSettings) -> Heard | None:
    """What a message that is not addressed to us asks, where the settings let us answer."""
    if server.inline and lookups(message.content):
        return Heard("inline", message.content)
    if channels_of(message.channel) & set(server.ask_channels):
        # A reply to somebody else is talk among members, also in an ask channel.
        among_members = message.type is discord.MessageType.reply
        return Heard("ambient" if among_members else "channel", _with_title(message))
    return Heard("ambient", question_in(message.content)) if server.ambient else None


def _with_title(message: discord.Message) -> str:
    """A message's question; a forum post asks with its title and its text together."""
    channel = message.channel
    words = question_in(message.content)
    if (
        isinstance(channel, discord.Thread)
        and channel.id == message.id
        and isinstance(channel.parent, discord.ForumChannel)
    ):
        return f"{channel.name}\n{words}"
    return words


def listen(message: discord.Message, me: discord.ClientUser) -> Heard | None:
    """How `message` addresses the bot, or None; other bots, webhooks and notices never do."""
    if not _is_somebodys(message):
        return None
    replied, ours = _replied_to(message, me)
    if message.guild is None:
        return Heard("dm", question_in(message.content), replied if ours else None)
    if me in message.mentions:
        return _mentioned(message, me, replied if ours else None)
    if any(_is_my_role(role, me) for role in message.role_mentions):
        return Heard("role", "")
    return None


def _is_somebodys(message: discord.Message) -> bool:
    """Whether a person wrote it: not a bot, a webhook, or Discord itself."""
    return not (message.author.bot or message.webhook_id or message.is_system())


def _mentioned(message: discord.Message, me: discord.ClientUser, replied: int | None) -> Heard:
    if replied is not None and not message.content:
        return Heard("unreadable", "", replied)
    how: How = "mention" if me.id in message.raw_mentions or replied is None else "reply"
    about_a_post = replied is None and message.type is discord.MessageType.reply
    return Heard(how, question_in(message.content), replied, about_a_post)


def _replied_to(message: discord.Message, me: discord.ClientUser) -> tuple[int | None, bool]:
    """The message that this one replies to, and whether that is ours."""
    reference = message.reference
    if reference is None or message.type is not discord.MessageType.reply:
        return None, False
    target = reference.resolved
    return reference.message_id, isinstance(target, discord.Message) and target.author == me


def _is_my_role(role: discord.Role, me: discord.ClientUser) -> bool:
    return role.tags is not None and role.tags.bot_id == me.id
