"""Whether a yes/no question asks for any such covers, or says something of definite ones.

"Were the ATV-3 covers postmarked in Toulouse?" is about those that are known, and another postmark
speaks against it. "Were ATV-3 covers ever postmarked in Toulouse?" asks whether there are any:
covers are an open list, so that nothing recorded of some of them answers it.
"""

from __future__ import annotations

from itertools import pairwise

from bot.questions.conditions import SELF
from bot.questions.query import Condition
from bot.questions.question import Question
from bot.questions.sketch import FORMS, MENTIONS
from bot.questions.slots import Slot

EXIST = {"is there", "are there", "was there", "were there", "exist", "exists", "existed", "any"}
_ANY = EXIST | {
    *("ever", "anything", "any of", "at least one", "some", "je", "jemals", "gab es", "gibt es"),
    *("il y a", "y a-t-il", "existe", "existent", "jamais", "есть ли", "были ли"),
}
_DEFINITE = {
    *("the", "this", "that", "these", "those", "its", "their", "his", "her", "your", "said"),
    *("all", "every", "each", "both", "my", "our"),
    *("der", "die", "das", "den", "dem", "diese", "dieser", "dieses", "alle", "beide", "mein"),
    *("le", "la", "les", "l'", "ce", "cette", "ces", "tous", "toutes", "mon", "ma", "mes"),
    *("il", "lo", "gli", "i", "le", "questo", "questa", "questi", "queste", "tutti", "tutte"),
    *("этот", "эта", "эти", "все", "моя", "мой"),
}
_COVERS = {"cover", *FORMS}


def says_exist(q: Question) -> bool:
    """Whether a word asks for existence itself: "are there", "weren't there", "any"."""
    slots = q.sketch.slots
    recalled = any(a.means("auxiliary") and b.text == "there" for a, b in pairwise(slots[:3]))
    return recalled or bool(EXIST & {slot.text for slot in slots})


def asks_for_any(q: Question, where: tuple[Condition, ...], claim: tuple[Condition, ...]) -> bool:
    """As in "did Airbus make a cover for CRS-5?": no cover in particular is spoken of.

    A figure that is claimed is that of a known edition; a cover that is named is a definite one.
    """
    both = (*where, *claim)
    if any(c.field == SELF or c.number is not None for c in both):
        return False
    if any(slot.text in _ANY for slot in q.sketch.slots):
        return True
    possible = any(slot.text in {"could", "can", "may", "might"} for slot in q.sketch.slots)
    if q.sketch.pronoun or q.sketch.every or possible:
        return False  # "could an ATV-3 cover have come home on CRS-2": one of the known ones
    slots = q.sketch.slots
    nouns = [n for n, slot in enumerate(slots) if _is_cover_word(slot)]
    return bool(nouns) and not any(_is_definite(slots[:n]) for n in nouns)


def _is_cover_word(slot: Slot) -> bool:
    """Whether it is the word for covers, cards or folders."""
    return any(sense.kind == "kind" and sense.value in _COVERS for sense in slot.senses)


def _is_definite(before: tuple[Slot, ...]) -> bool:
    """Whether a noun is a definite one, by what stands before it: "the flown ATV-3 covers"."""
    for slot in reversed(before):
        if _DEFINITE & {*slot.text.split()} and slot.kind not in MENTIONS:
            return True
        if not (slot.kind in MENTIONS or slot.sense("topic", "kind", "filler", "value")):
            return False
    return False
