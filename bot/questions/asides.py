"""Asides: what people say around a question, which is left out where it explains nothing.

"Is this one known? I never managed to find it": the second sentence names nothing, so a word of it
that nobody taught must not keep the first from being answered. A sentence that names a flight, a
day or a figure, denies something or asks for anything is never left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.knowledge.base import Knowledge
from bot.questions.sketch import MENTIONS
from bot.questions.slots import Slot
from bot.questions.vocabulary import SenseKind

# Where one part of a message ends: after a sentence ("no. 38" and "S.S. John" are none), at a dash
# between words, at a bracket, at a comma, and where a question begins within a sentence.
_PARTS = re.compile(
    r"""
    (?<=[^\W_]{3})\.\s+ | (?<=\b(?:it|me|up|us|so|in|on|is|do|my|at|be|he))\.\s+
    | (?<=[?!;…])\s* | \n+ | \s+[-–—]+\s+ | \s*[()]\s* | ,\s+ | :\s+ | \.{2,}
    | \s+(?:but|so|then)\s+
      (?=(?:what|who|whose|which|when|where|how|is|are|did|does|do|was|were)\b)
    | \s+and\s+(?=(?:i'm|i've|i\ am|i\ have)\b)
    | (?<=\bto\ know)\s+(?=(?:what|who|whose|which|when|where|how)\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Where a sentence ends, or what is told before a question in one sentence: "for my album: ..."
_SENTENCES = re.compile(
    r"""
    (?<=[^\W_]{3})\.\s+ | (?<=\b(?:it|me|up|us|so|in|on|is|do|my|at|be|he|no|go|ok))\.\s+
    | (?<=[a-z]-\d)\.\s+ | (?<=[a-z]-\d\d)\.\s+
    | (?<=[?!;…])\s* | \n+ | \s+[-–—]+\s+ | \s*[()]\s* | :\s+ | \.{2,}\s*
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What a part says if it holds one of these: it is no aside.
_TELLING: tuple[SenseKind, ...] = (
    "topic",
    "ask",
    "value",
    "on_board",
    "limit",
    "only",
    "sequence",
    "outside",
    "order",
    "ordinal",
    "comparative",
)
_ABOUT_ONESELF = {"i", "i'm", "i've", "my", "we", "our"}
_MOST_PARTS = 12
_TAG_WORDS = 2


@dataclass(frozen=True)
class MessagePart:
    """A stretch of a message, with the slots that it was found to consist of."""

    text: str
    slots: tuple[Slot, ...]
    names: bool  # names something that a question could be about

    @property
    def asks(self) -> bool:
        """Whether a part ends with a question mark."""
        return self.text.rstrip().endswith("?")

    @property
    def asks_something(self) -> bool:
        """Whether a part asks: by its sign, or by a word that asks."""
        return self.asks or any(_first(slot) in {"type", "want", "ask"} for slot in self.slots)

    @property
    def is_harmless(self) -> bool:
        """Whether every word is explained and nothing denied: it may well stay."""
        return not any(slot.is_strange or slot.means("negation") for slot in self.slots)

    @property
    def is_tag(self) -> bool:
        """As in "didn't they?": an auxiliary and a pronoun."""
        small = all(slot.sense("auxiliary", "pronoun") for slot in self.slots)
        return small and 0 < len(self.slots) <= _TAG_WORDS and self.slots[0].means("auxiliary")

    @property
    def is_aside(self) -> bool:
        """Whether a part says nothing that a question could hang on."""
        if self.names:
            return False
        if self.is_tag:
            return True
        denies = any(slot.means("negation") for slot in self.slots)
        words = self.text.split()
        personal = bool(words) and words[0].casefold() in _ABOUT_ONESELF and not self.asks
        telling = any(_first(slot) in _TELLING for slot in self.slots)
        wanting = any(_first(slot) in {"want", "type"} for slot in self.slots)
        only = any(slot.means("only") for slot in self.slots)
        if personal:
            return not only and not (denies and telling)
        things = any(_first(slot) == "kind" for slot in self.slots)
        bare = denies and len(self.slots) <= _TAG_WORDS  # "not", "none": of what was said before
        return not (telling or wanting or bare or things)


def _part(text: str, slots: tuple[Slot, ...], knowledge: Knowledge) -> MessagePart:
    names = any(
        slot.kind in {*MENTIONS, "no_such"} and not _is_homeland(slot, knowledge) for slot in slots
    )
    return MessagePart(text, slots, names)


def _is_homeland(slot: Slot, knowledge: Knowledge) -> bool:
    """Whether a slot names a country, as in "greetings from Germany"."""
    kinds = {knowledge.thing(thing).kind_of_thing for thing in slot.things}
    return kinds == {"country"}


def _first(slot: Slot) -> SenseKind | None:
    return slot.senses[0].kind if slot.senses else None


def parts_of(
    text: str, slots_of: Callable[[str], tuple[Slot, ...]], knowledge: Knowledge
) -> list[MessagePart]:
    """The sentences and clauses of a message; none of one that has too many to tell apart."""
    return _split(_PARTS, text, slots_of, knowledge)


def sentences_of(
    text: str, slots_of: Callable[[str], tuple[Slot, ...]], knowledge: Knowledge
) -> list[MessagePart]:
    """The sentences of a message; none of one that has too many to tell apart."""
    return _split(_SENTENCES, text, slots_of, knowledge)


def _split(
    ends: re.Pattern[str],
    text: str,
    slots_of: Callable[[str], tuple[Slot, ...]],
    knowledge: Knowledge,
) -> list[MessagePart]:
    pieces = [piece for piece in ends.split(text) if piece and piece.strip()]
    if len(pieces) > _MOST_PARTS:
        return []
    return [_part(piece, slots_of(piece), knowledge) for piece in pieces]


def without_asides(
    text: str,
    slots_of: Callable[[str], tuple[Slot, ...]],
    knowledge: Knowledge,
) -> str | None:
    """The text without the parts that are no more than asides; None where nothing is left out.

    Args:
        text: the message.
        slots_of: finds the slots of a text.
        knowledge: tells what the names in a text stand for.
    """
    parts = parts_of(text, slots_of, knowledge)
    if len(parts) < len("ab"):
        return None
    kept = [part for part in parts if part.is_harmless or not part.is_aside]
    if not kept or len(kept) == len(parts):
        return None
    asks = any(part.asks or (part.is_tag and part not in kept) for part in parts)
    rest = ", ".join(part.text.strip().rstrip("?") for part in kept)
    return f"{rest}?" if asks else rest
