"""Corrections: "no, the cards", "I meant the folder", "sorry, the flown one I mean"."""

from __future__ import annotations

import re

from bot.questions.normalise import words_of
from bot.questions.query import Memory

_NO = r"(?:no|nope|nah|nein|non|nee|нет)"
_SORRY = r"(?:sorry|oops|actually|wait|not that(?: one)?|not those|wrong one|my mistake|pardon)"
_MEANT = (
    r"i\s+(?:meant|mean|was\s+(?:asking|talking)\s+about|am\s+(?:asking|talking)\s+about)"
    r"|i'm\s+(?:asking|talking)\s+about|make\s+that|ich\s+meinte|ich\s+meine|je\s+veux\s+dire"
    r"|je\s+voulais\s+dire|я\s+имел\s+в\s+виду|я\s+имею\s+в\s+виду"
)
_OPENING = re.compile(
    rf"^\s*(?:(?:{_NO}\b(?:\s*,|[.!]|(?=\s+(?:{_SORRY}|{_MEANT})\b))|{_SORRY}\b\s*[,.!]?)\s*)*"
    rf"(?:(?:{_MEANT})\s+)?",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"[\s,]+(?:i\s+(?:meant|mean)|instead|rather)\s*[.!]*\s*$", re.IGNORECASE)
_MARKS = re.compile(rf"^\s*{_NO}\b\s*[,.!]|\b(?:{_MEANT}|{_SORRY})\b|\binstead\b", re.IGNORECASE)
_MOST = 7  # words of what is meant instead; more of them ask a question of their own


def corrected(text: str, memory: Memory) -> str:
    """The text as "no, X" where it puts X in the place of what was talked about.

    As in "oh sorry, I meant the folder" for "no, the folder"; anything else stays as it is.
    """
    if memory.query is None or not _MARKS.search(text):
        return text
    meant = _CLOSING.sub("", _OPENING.sub("", text))
    words = words_of(meant)
    if meant == text or not 0 < len(words) <= _MOST or "not" in words:
        return text
    return f"no, {meant}"
