"""Offers: shorter questions that can be read, to be asked back and never assumed.

"How many of those posh folders flew?" is not answered as if "posh" did not matter. But what is left
without it can be read, so it is offered: one word of consent, or a click, asks it. The same goes
for the asking part of a long message alone, with the names that the rest of it mentions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain, pairwise

from bot.knowledge.base import Knowledge
from bot.questions.asides import MessagePart, parts_of
from bot.questions.context import asked_in_context
from bot.questions.query import Offer, Query, Trouble
from bot.questions.shortening import Shortened, tidied, without_words
from bot.questions.slots import Slot
from bot.questions.vocabulary import SenseKind

_MOST_LEFT_OUT = 5  # words; of a stretch with more of them too little is understood
# What a question that asks who, when or where is about.
_SAYS_WHAT: tuple[SenseKind, ...] = ("topic", "ask", "value", "want", "on_board", "direction")
_LONGEST = 240  # characters that are repeated to whoever asked
_OUR_OWN = {"pronoun", "talk", "meaning", "too long"}  # reasons that are no words of the question
_CONSENT = re.compile(
    r"\W*(?:yes|yeah|yep|yup|ok|okay|sure|please do|do that|ask that|exactly|right|correct"
    r"|ja|oui|si|sì|да)(?:[\s,]+(?:please|pls|bitte|do|that|it|thanks))*\W*",
    re.IGNORECASE,
)


def consents(text: str) -> bool:
    """Whether a text is a mere yes, as to an offer."""
    return bool(_CONSENT.fullmatch(text))


def with_offers(
    trouble: Trouble,
    text: str,
    slots_of: Callable[[str], tuple[Slot, ...]],
    knowledge: Knowledge,
    read: Callable[[str], Query | Trouble],
) -> Trouble:
    """The trouble, with the shorter questions that can be read instead, likeliest first.

    Args:
        trouble: what is wrong with the text.
        text: the text as it was written.
        slots_of: finds the slots of a text.
        knowledge: tells what the names in it stand for.
        read: reads a shorter text.
    """
    if trouble.programme or _OUR_OWN & set(trouble.words):
        return trouble
    offers: dict[str, Offer] = {}
    for shorter in chain(
        asked_in_context(text, slots_of, knowledge), _shorter(trouble, text, slots_of, knowledge)
    ):
        rest = tidied(shorter.text)
        repeatable = bool(shorter.aside) or len(rest) <= _LONGEST
        asked = bool(shorter.aside) or not _has_no_verb(slots_of(rest))
        reading = read(rest) if rest and repeatable and asked else trouble
        bare = isinstance(reading, Query) and reading.want == "check" and not reading.claim
        if isinstance(reading, Query) and _is_worth_asking(reading) and not bare:
            offer = Offer(query=reading, text=rest, aside=shorter.aside)
            offers.setdefault(str(reading), offer)
    return trouble.model_copy(update={"offers": tuple(offers.values())})


def _is_worth_asking(reading: Query) -> bool:
    """Whether a reading says what it is about, and is not about the bot itself."""
    return bool(reading.where) and reading.want not in {"help", "sources"}


def _shorter(
    trouble: Trouble,
    text: str,
    slots_of: Callable[[str], tuple[Slot, ...]],
    knowledge: Knowledge,
) -> Iterator[Shortened]:
    """The whole without what is not understood; the asking part with the names of the rest."""
    slots = slots_of(text)
    words = _strange_words(trouble, slots)
    if _is_what_is_asked(slots):
        return
    if 0 < len(words) <= _MOST_LEFT_OUT:
        yield Shortened(without_words(text, words))
    parts = parts_of(text, slots_of, knowledge)
    asking = [part for part in parts if part.asks and part.asks_something and not part.is_tag]
    asking = asking or [part for part in parts if part.asks_something]
    if len(parts) < len("ab") or not asking:
        return
    words = _strange_words(trouble, asking[-1].slots)
    if len(words) > _MOST_LEFT_OUT:
        return
    asked = without_words(asking[-1].text, words)
    named = [name for part in parts if part is not asking[-1] for name in _names_of(part)]
    if named:
        yield Shortened(f"{' '.join(dict.fromkeys(named))}: {asked}")
    yield Shortened(asked)


def _strange_words(trouble: Trouble, slots: tuple[Slot, ...]) -> list[str]:
    """The words that are not understood; a denial is never one that could be left out."""
    told = set(trouble.words)
    strange = [
        slot
        for slot in slots
        if not slot.means("negation")
        and (
            slot.is_strange
            or (slot.text in told and not slot.things)
            or any(s.kind in {"order", "only"} and s.value in told for s in slot.senses)
        )
    ]
    return [word for slot in strange for word in slot.text.split()]


def _is_what_is_asked(slots: tuple[Slot, ...]) -> bool:
    """As in "how many children had Padalka": without that word another thing would be counted."""
    for slot, following in pairwise(slots):
        asks = slot.means("type", "quantity") or slot.means("type", "which")
        if asks and following.is_strange:
            return True
    return False


def _has_no_verb(slots: tuple[Slot, ...]) -> bool:
    """As in "who blorbed the ATV-2 covers": what is left, "who the covers", asks anything."""
    asks = any(slot.means("type", value) for slot in slots for value in ("who", "when", "where"))
    return asks and not any(slot.sense(*_SAYS_WHAT) for slot in slots)


def _names_of(part: MessagePart) -> Iterator[str]:
    """What a part of a message names: flights, people, days, kinds of item."""
    for slot in part.slots:
        if slot.kind in {"thing", "day", "value"} or slot.means("kind"):
            yield slot.text
