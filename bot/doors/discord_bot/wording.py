"""What the Discord door says about Discord itself. Answers are worded in `bot/answers`."""

from __future__ import annotations

FAILED = "Something went wrong on my side. It has been noted; please try again in a moment."
GONE = "I no longer know what this belongs to: please ask again."
NOT_YOURS = "Only the person who asked, or a moderator, can do that."
ROLE_MENTIONED = (
    "That mentions my role, which hides the text from me. Mention me, {bot}, and I will answer."
)
REPLY_UNREADABLE = (
    "Replies to a command's answer reach me without their text. "
    "Press “Ask about this” under that answer, or mention me."
)
POST_UNREADABLE = (
    "I cannot see the post you replied to. Open its menu and choose "
    "Apps → {menu}: that shows it to me, and the answer comes to you alone."
)
CUT = "… (cut here)"
