"""What to say of a miss: its words as they were typed, and the names that they come near to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from bot.questions.names import NameIndex
from bot.questions.normalise import normalise, plain, tokenise
from bot.questions.query import Trouble
from bot.questions.slots import Slot

_OUR_OWN = {"pronoun", "talk", "meaning", "too long"}  # reasons that are no words of the question
_NEAR = 3  # names that are offered
_SHORTEST = 4  # letters; shorter words are near everything


def told_of(
    trouble: Trouble,
    text: str,
    slots: tuple[Slot, ...],
    mend: Callable[[str], str],
    names: NameIndex,
) -> Trouble:
    """The trouble with its words as they were typed, and the names that come near to one of them.

    Args:
        trouble: what is wrong with the text.
        text: the text as it was written.
        slots: what the text was found to consist of.
        mend: mends a word with a slip in it.
        names: the names that a word may come near to.
    """
    if trouble.status in {"ignored", "ambiguous"} or _OUR_OWN & set(trouble.words):
        return trouble
    typed = _TypedWords(text, slots, mend)
    runs = typed.runs(trouble.words)
    strange = [slot.text for slot in slots if slot.kind == "unknown"]
    near = _near(strange, names) if trouble.programme is None else ()
    word, found = near or ("", ())
    template = typed.without(word) if found else trouble.template
    return trouble.model_copy(update={"typed": runs, "near": found, "template": template})


def _near(strange: list[str], names: NameIndex) -> tuple[str, tuple[str, ...]] | None:
    """The first word that is near to names, and what they name."""
    for word in strange:
        found = names.near(word, _NEAR) if len(word) >= _SHORTEST else ()
        if found:
            return word, found
    return None


class _TypedWords:
    """The words of a text as they were typed, found by what they were read as."""

    def __init__(self, text: str, slots: tuple[Slot, ...], mend: Callable[[str], str]) -> None:
        self._slots = slots
        self._pieces = plain(text).split()
        self._read: list[tuple[int, str, str]] = []  # the piece, the word in it, and as mended
        for number, piece in enumerate(self._pieces):
            for token in tokenise(normalise(piece)):
                self._read.append((number, token.text, mend(token.text)))

    def runs(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The stretches of the text that the words stand for, in its order."""
        pieces = sorted({piece for word in words for piece in self._pieces_of(word)})
        if not pieces and words and all(self._means(word) for word in words):
            return words
        joined = groupby(enumerate(pieces), key=lambda place: place[1] - place[0])
        return tuple(
            " ".join(self._pieces[piece] for _, piece in run).strip(_AROUND) for _, run in joined
        )

    def without(self, word: str) -> str:
        """The text with a gap where a word stands, to be filled with another one."""
        gap = dict.fromkeys(self._pieces_of(word), "{}")
        kept = [piece.replace("{", "").replace("}", "") for piece in self._pieces]
        return " ".join(gap.get(number, piece) for number, piece in enumerate(kept))

    def _means(self, word: str) -> bool:
        return any(sense.value == word for slot in self._slots for sense in slot.senses)

    def _pieces_of(self, word: str) -> Iterator[int]:
        """Where a word stands; or where one stands that was read in its sense: "last" as latest."""
        meant = [slot.text for slot in self._slots if any(s.value == word for s in slot.senses)]
        for text in (word, *meant):
            places = self._places(text)
            if places:
                yield from places
                return

    def _places(self, text: str) -> list[int]:
        wanted = [token.text for token in tokenise(normalise(text))]
        for first in range(len(self._read) - len(wanted) + 1) if wanted else ():
            stretch = self._read[first : first + len(wanted)]
            if all(word in read[1:] for word, read in zip(wanted, stretch, strict=True)):
                return [read[0] for read in stretch]
        return []


_AROUND = " \t\n?!.,;:\"'()[]«»„“”"
