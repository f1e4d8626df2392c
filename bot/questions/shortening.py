"""Texts without some of their words; what stays is left as it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.questions.normalise import normalise

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_UNSAFE = re.compile(r"[^\w\s,.?!;:'’()/+#&%-]|_")  # what a door could take for markup


@dataclass(frozen=True)
class Shortened:
    """A text to read instead of a longer one.

    `aside` are the words that were left out, where all of them stood in sentences that only tell.
    """

    text: str
    aside: tuple[str, ...] = ()


def without_words(text: str, words: list[str]) -> str:
    """The text without these normalised words, each as often as it is given."""
    left = list(words)

    def cut(match: re.Match[str]) -> str:
        word = normalise(match.group())
        if word not in left:
            return match.group()
        left.remove(word)
        return ""

    return _WORD.sub(cut, text)


def tidied(text: str) -> str:
    """A text without markup, and without the gaps that words left."""
    shorter = " ".join(_UNSAFE.sub(" ", text).split())
    return re.sub(r"\s+([,.?!;:])", r"\1", shorter).strip(" ,;:-")
