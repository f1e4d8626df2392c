"""What a message asks of us, if anything: who is addressed, and with which words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

import discord

How = Literal["dm", "mention", "reply", "role", "unreadable"]

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


def listen(message: discord.Message, me: discord.ClientUser) -> Heard | None:
    """How `message` addresses the bot, or None; other bots, webhooks and notices never do."""
    if message.author.bot or message.webhook_id or message.is_system():
        return None
    replied, ours = _replied_to(message, me)
    if message.guild is None:
        return Heard("dm", question_in(message.content), replied if ours else None)
    if me in message.mentions:
        return _mentioned(message, me, replied if ours else None)
    if any(_is_my_role(role, me) for role in message.role_mentions):
        return Heard("role", "")
    return None


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
