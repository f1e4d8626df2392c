"""Real words of English, which are nobody's slip: "abort" is not "about", "storm" not "story".

The word list comes with pyspellchecker; its corrections are not used, as the words of the field
that a slip may stand for are ours.
"""

from __future__ import annotations

from functools import lru_cache

from spellchecker import SpellChecker

from bot.questions.normalise import stems_of


def is_another_word(word: str, meant: str) -> bool:
    """Whether a word is one of English, and no other form of the word that it is near to.

    Args:
        word: as it was written, in lower case.
        meant: the known word that it may be a slip of.
    """
    return word in _words() and stems_of(word) != stems_of(meant)


def is_english(word: str) -> bool:
    """Whether a word is one of English, however rare: so short a word may well be meant."""
    return word in _counts()


@lru_cache(maxsize=1)
def _counts() -> dict[str, int]:
    return dict(SpellChecker(language="en").word_frequency.dictionary)


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    return frozenset(word for word, count in _counts().items() if count >= _COMMON)


_COMMON = 1000  # times that the list has a word: "covets" and "singed" are rarer, and slips
