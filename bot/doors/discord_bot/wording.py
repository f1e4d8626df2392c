"""What the Discord door says about Discord itself. Answers are worded in `bot/answers`."""

from __future__ import annotations

FAILED = "Something went wrong on my side. It has been noted; please try again in a moment."
GONE = "I no longer know what this belongs to: please ask again."
NOT_YOURS = "Only the person who asked, or a moderator, can do that."
NOT_ADMIN = "Only members who may manage the server can change this."
THANKS = "Thank you. It is kept as number {number}, and a curator will look at it."

ROLE_MENTIONED = (
    "That mentions my role, which hides the text from me. Mention me, {bot}, and I will answer."
)
REPLY_UNREADABLE = (
    "Replies to a command's answer reach me without their text. "
    "Press “Ask about this” under that answer, or mention me."
)
TOO_FAST = "One moment: that was a lot at once. Ask me again in half a minute."
POST_UNREADABLE = (
    "I cannot see the post you replied to. Open its menu and choose "
    "Apps → Look up covers: that shows it to me, and the answer comes to you alone."
)
NOTHING_FOUND = "I find no mission, cover or person that I know in that message."
READS_ONLY_MENTIONS = (
    "-# I only receive messages that mention me here: ask channels, [[…]] without a mention and "
    "overheard questions need the Message Content intent (FLOWN_MESSAGE_CONTENT)."
)
CUT = "… (cut here)"
