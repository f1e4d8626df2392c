"""Slips in single words: "postmakred" is postmarked, "covr" cover; a real word is nobody's slip.

A slip is mended into a word that is clear of the next best, or into one of several that mean the
same. Numbers in digits and designators never come here.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from string import ascii_lowercase

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.questions.english import is_another_word, is_english
from bot.questions.names import NameIndex
from bot.questions.vocabulary import SenseKind, Vocabulary

FAMILIES = ("cygnus", "dragon", "expedition", "kounotori", "progress")
MIN_LETTERS = 5  # of a word in which any slip is mended
TWO_SLIPS_FROM = 8  # letters from which two slips are forgiven
_SHORT = 4  # letters of a word in which the commonest slips are mended
_NAME_LETTERS = 6  # and shorter names are nothing's slip: Perov is not Petrov
_PART_LETTERS = 6  # of a word that says something only within a phrase
_REMEMBERED = 4096  # words whose mending is kept: a question is looked at in several parts
_SMALL: set[SenseKind] = {
    "article",
    "auxiliary",
    "direction",
    "filler",
    "preposition",
    "pronoun",
    "type",
}
# What a short slip is never mended into: it would turn a question round, or change its figures.
_TOO_WEIGHTY: set[SenseKind] = {"negation", "number", "ordinal", "ordinary", "only", "limit"}


class Mender:
    """Mends slips in words, for the words of the vocabulary and of the names."""

    def __init__(self, words: Vocabulary, names: NameIndex) -> None:
        """Prepare the word lists that misspelt words are compared with."""
        self._vocabulary = words
        self._names = names
        self.known = words.words | names.words
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._mended)
        parts = {part for part in words.parts if len(part) >= _PART_LETTERS}
        self._targets: dict[str, list[str]] = defaultdict(list)  # by their first letter
        for word in sorted(words.telling | words.ordinary | names.words | parts):
            shortest = MIN_LETTERS if word in words.words else _NAME_LETTERS
            if word.isalpha() and len(word) >= shortest:
                self._targets[word[0]].append(word)

    def mend(self, word: str) -> str:
        """The word that this one is a slip of, or the word itself."""
        return self._remembered(word)

    def _mended(self, word: str) -> str:
        if word in self.known or not word.isalpha():
            return word
        if len(word) < MIN_LETTERS:
            return self._unswapped(word) or self._short_slip(word) or word
        singular = word.removesuffix("s")
        if singular in self._names.words and singular not in self._vocabulary.words:
            return singular  # "lollinis": a possessive without its sign
        swapped_name = self._swapped_name(word)
        if swapped_name is not None:
            return swapped_name
        targets = self._like(word)
        closest = closest_word(word, targets) or self._one_meaning(closest_words(word, targets))
        named = closest in self._names.words or closest in FAMILIES
        if closest is None or is_another_word(word, closest):
            return word
        if not named and OSA.distance(word, closest) > 1:
            return word  # "insurance" is no slip of "issuance"
        return closest

    def _like(self, word: str) -> tuple[str, ...]:
        """Known words of a similar length that begin alike, or with the first two letters swapped.

        People rarely slip on the first letter; when they do they swap it with the second.
        """
        first, second = word[0], word[1]
        alike = set(self._targets.get(first, ()))
        alike |= {other for other in self._targets.get(second, ()) if other[1] == first}
        return tuple(other for other in sorted(alike) if abs(len(other) - len(word)) <= 2)

    def _unswapped(self, word: str) -> str | None:
        """The one small word that it is but for two swapped letters, such as "taht"."""
        known = [swap for swap in _swaps(word, 0) if self._is_small(swap)]
        return known[0] if len(word) == _SHORT and len(known) == 1 else None

    def _short_slip(self, word: str) -> str | None:
        """The word that one of four letters is a slip of: "nmae" of name, "whoo" of who.

        Two letters were swapped, one was left out or one doubled, never the first; a letter in
        place of another would make too many words of so few letters.
        """
        if len(word) != _SHORT or is_english(word):
            return None
        slips = _swaps(word, 1), _undoubled(word) | _completed(word)
        found = next(filter(None, (self._known_of(near) for near in slips)), [])
        return self._one_meaning(tuple(found)) if all(map(self._is_safe, found)) else None

    def _known_of(self, words: set[str]) -> list[str]:
        """The words that have a meaning here or stand in a name."""
        told = words & self._names.words - self._vocabulary.words
        return sorted(words & self._vocabulary.alone | told)

    def _is_safe(self, word: str) -> bool:
        """Whether a short slip may be mended into a word: one of English that tells little."""
        kinds = {sense.kind for sense in self._vocabulary.phrases.get((word,), ())}
        named = (word,) in self._names.phrases
        return bool(kinds) and is_english(word) and not named and not kinds & _TOO_WEIGHTY

    def _swapped_name(self, word: str) -> str | None:
        """The one name that a short word is but for two swapped letters: "revni" is Revin."""
        if not MIN_LETTERS <= len(word) < _NAME_LETTERS:
            return None
        known = [swap for swap in _swaps(word, 1) if swap in self._names.words]
        return known[0] if len(known) == 1 else None

    def _is_small(self, word: str) -> bool:
        """Whether a word only joins others."""
        senses = self._vocabulary.phrases.get((word,), ())
        return bool(senses) and all(sense.kind in _SMALL for sense in senses)

    def _one_meaning(self, words: tuple[str, ...]) -> str | None:
        """The first of equally close words if all of them mean the same: Baikonur, Baikonour.

        An everyday word is beside those of the field no other meaning: "sined" is signed or
        singed, and not sized.
        """
        told = [word for word in words if word not in self._vocabulary.ordinary] or list(words)
        meant = [self._meaning(word) for word in told]
        if len(set(meant)) != 1 or not any(meant[0]):
            return None
        return next((word for word in told if is_english(word)), told[0])  # "dcoked" is a slip, too

    def _meaning(self, word: str) -> tuple[object, object]:
        """What a word names and says."""
        return self._names.phrases.get((word,), ()), self._vocabulary.phrases.get((word,), ())


def _swaps(word: str, first: int) -> set[str]:
    """A word with two neighbouring letters swapped, from the `first` letter on."""
    pairs = range(first, len(word) - 1)
    return {word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in pairs} - {word}


def _undoubled(word: str) -> set[str]:
    """A word with one of two equal letters left out: "whoo" gives "who"."""
    return {word[:n] + word[n + 1 :] for n in range(1, len(word)) if word[n] == word[n - 1]}


def _completed(word: str) -> set[str]:
    """A word with one letter more, behind the first: "covr" gives "cover" and many others."""
    places = range(1, len(word) + 1)
    return {word[:n] + letter + word[n:] for n in places for letter in ascii_lowercase}


@lru_cache(maxsize=4096)
def closest_words(word: str, targets: tuple[str, ...], most: int | None = None) -> tuple[str, ...]:
    """The known words that `word` may be a slip of: the closest one, or several as close.

    One slip is forgiven from five letters on, two from eight (optimal string alignment), unless
    `most` says how many.
    """
    most = most or (2 if len(word) >= TWO_SLIPS_FROM else 1)
    matches = process.extract(word, targets, scorer=OSA.distance, score_cutoff=most, limit=None)
    closest = tuple(str(match[0]) for match in matches if match[1] == matches[0][1])
    swapped = tuple(match for match in closest if sorted(match) == sorted(word))
    return swapped or closest  # letters swapped are the commonest slip: "peices" is not "prices"


def closest_word(word: str, targets: tuple[str, ...], most: int | None = None) -> str | None:
    """The one known word that `word` is a slip of, if it is clear of the next best."""
    closest = closest_words(word, targets, most)
    if len(closest) > 1:
        return closest[0] if _one_stem(closest) else None
    return closest[0] if closest else None


def _one_stem(words: tuple[str, ...]) -> bool:
    """Whether equally close words are forms of one another: flown/flow no, cover/covers yes."""
    shortest = min(words, key=len)
    return all(word.startswith(shortest[:-1]) for word in words)
