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
UNKNOWN_NAME = "I have nothing on record under the name {name}."
POSTMARK_OF_WHAT = "Name a flight to learn its postmark, or a place or a day to identify one."
READS_DIRECT = "This is between you and me: I receive every message here and answer each question."
READS_ALL = (
    "I receive the messages of the channels that I can see. I answer those that mention me, [[…]] "
    "lookups, and questions in ask channels; I keep the text of none."
)
READS_LITTLE = (
    "I receive only messages that mention me, replies to my answers with the mention left on, and "
    "what you show me by a command or a message menu. I keep the text of none."
)
PRIVACY = (
    "I keep no message text. For a week I keep which of my replies belongs to which question "
    "(ids only, and the question as I read it), so that a reply follows its question. I keep what "
    "is sent in through “Wrong or missing?”, and what the admins set for a server; the latter is "
    "erased 30 days after I am removed. “Erase my data” forgets you at once. "
    "Nothing is passed on, nothing is used for training."
)
ERASED = (
    "Done: {links} links to your questions are erased, our conversation is forgotten, and what you "
    "reported is kept without your name."
)
PLURALS = {
    "mission": "missions",
    "cover": "covers",
    "party": "clubs and makers",
    "person": "people",
    "source": "sources",
}
CUT = "… (cut here)"
