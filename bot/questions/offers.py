"""Offers: the question without the words that nothing explains, to be asked back and never assumed.

"How many of those posh folders flew?" is not answered as if "posh" did not matter. But what is left
without it can be read, so it is offered: one word of consent, or a click, asks it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.questions.normalise import normalise
from bot.questions.query import Query, Trouble
from bot.questions.slots import Slot

_MOST_LEFT_OUT = 5  # words; of a text with more of them too little is understood
_LONGEST = 240  # characters that are repeated to whoever asked
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_UNSAFE = re.compile(r"[^\w\s,.?!;:'’()/+#&%-]|_")  # what a door could take for markup
_CONSENT = re.compile(
    r"\W*(?:yes|yeah|yep|yup|ok|okay|sure|please do|do that|ask that|exactly|right|correct"
    r"|ja|oui|si|sì|да)(?:[\s,]+(?:please|pls|bitte|do|that|it|thanks))*\W*",
    re.IGNORECASE,
)


def consents(text: str) -> bool:
    """Whether a text is a mere yes, as to an offer."""
    return bool(_CONSENT.fullmatch(text))


def with_offer(
    trouble: Trouble, text: str, slots: tuple[Slot, ...], read: Callable[[str], Query | Trouble]
) -> Trouble:
    """The trouble, with the question that is left without the words that nothing explains.

    Args:
        trouble: what is wrong with the text.
        text: the text as it was written.
        slots: the slots of the text.
        read: reads a shorter text.
    """
    strange = [s for s in slots if s.kind == "unknown" or s.sense("ordinary")]
    words = [word for slot in strange for word in slot.text.split()]
    if trouble.programme or not 0 < len(words) <= _MOST_LEFT_OUT:
        return trouble
    rest = _without(text, words)
    if len(rest) > _LONGEST:
        return trouble
    reading = read(rest)
    if isinstance(reading, Trouble) or not reading.where or reading.want in {"help", "sources"}:
        return trouble
    return trouble.model_copy(update={"offer": reading, "offered": rest})


def _without(text: str, words: list[str]) -> str:
    """The text without these normalised words; the rest stays as it was written."""
    left = list(words)

    def cut(match: re.Match[str]) -> str:
        word = normalise(match.group())
        if word not in left:
            return match.group()
        left.remove(word)
        return ""

    shorter = _UNSAFE.sub(" ", _WORD.sub(cut, text))
    return re.sub(r"\s+([,.?!;:])", r"\1", " ".join(shorter.split())).strip(" ,;:-")
