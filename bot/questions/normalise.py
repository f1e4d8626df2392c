"""One spelling for all texts: names, vocabulary and questions are compared after this step only."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import snowballstemmer

MAX_LENGTH = 600  # characters; a longer text is no question

_DASHES = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-")
)
_QUOTES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00b4": "'", "`": "'"})
_INVISIBLE = {"Cf", "Cc", "Cs", "Co", "Cn"}  # zero-width, direction marks, controls
_ACCENT = re.compile("[\u0300-\u036f]")
_CODE_BLOCK = re.compile(r"```.*?```", re.DOTALL)
_CHAT_MARKUP = re.compile(
    r"<(?:@[!&]?|#|a?:\w+:|t:|/[\w -]+:)\d+[^>]*>"  # mentions, emoji, time stamps, commands
    r"|https?://\S+|\|\||[*~>]{1,3}|(?<!\w)_{1,2}|_{1,2}(?!\w)"
)
# Words run together without their apostrophe; "its", "were" and "well" are words of their own.
_HASTY = re.compile(
    r"\b(?:(that|what|who|where|when|how|why|there|here|he|she)(s)"
    r"|(are|ca|could|did|do|does|had|has|have|is|might|must|should|was|were|wo|would|ai)n(t)"
    r"|(they|you)(re)|(they|you|we)(ve))\b"
)
_PHILATELY = re.compile(r"\bfilatel(?=[ieya])")  # as half of Europe spells it
_POSSESSIVE = re.compile(r"(?<=\w)'s\b")
# "what's docked on 28 May 2012" tells how it was that day, as "what was docked" does.
_STATE = re.compile(r"\bwhat(?:'s| is)(?= (?:docked|berthed|attached|parked|moored) on\b)")
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*\+?")
_STEMMER = snowballstemmer.stemmer("english")


@dataclass(frozen=True)
class Token:
    """One word of a normalised text and where it stands in it."""

    text: str
    start: int
    end: int


def plain(text: str) -> str:
    """The text without Discord's markup: code, mentions, links, emphasis."""
    return _CHAT_MARKUP.sub(" ", _CODE_BLOCK.sub(" ", text))


def normalise(text: str) -> str:
    """Case, dashes, quotes, accents, spaces and invisible characters folded; 's is dropped."""
    signs = text.translate(_QUOTES)  # before NFKC, which makes an accent of the lone sign
    folded = unicodedata.normalize("NFKC", signs).translate(_DASHES).translate(_QUOTES).casefold()
    seen = "".join(
        " " if character.isspace() else character
        for character in folded
        if character.isspace() or unicodedata.category(character) not in _INVISIBLE
    )
    bare = _ACCENT.sub("", unicodedata.normalize("NFD", seen))
    bare = _POSSESSIVE.sub("", _STATE.sub("what was", _HASTY.sub(_with_apostrophe, bare)))
    bare = _PHILATELY.sub("philatel", bare)
    return " ".join(unicodedata.normalize("NFC", bare).split())


def _with_apostrophe(hasty: re.Match[str]) -> str:
    """A word run together as it is rightly written: "thats" is that's, "didnt" didn't."""
    word, ending = (part for part in hasty.groups() if part)
    return f"{word}n't" if ending == "t" else f"{word}'{ending}"


def tokenise(normalised: str) -> list[Token]:
    """The words of a normalised text."""
    found = _TOKEN.finditer(normalised)
    return [Token(match.group(), match.start(), match.end()) for match in found]


def words_of(text: str) -> tuple[str, ...]:
    """The words of any text after normalising: the key under which names are compared."""
    return tuple(token.text for token in tokenise(normalise(text)))


@cache
def stem(word: str) -> str:
    """What is left of a word without its endings: "signed" and "signing" are alike."""
    return str(_STEMMER.stemWord(word))


def stems_of(text: str) -> list[str]:
    """The stems of the words of any text, in their order."""
    return [stem(word) for word in words_of(text)]
