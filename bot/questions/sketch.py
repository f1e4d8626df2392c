"""A sketch of a question: what its slots are for, before it is decided what is asked.

Topics (signed, flown, postmarked) govern the mentions that follow them: in "postmarked at Houston
on 2 November 2012" both the place and the day belong to the postmark.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.knowledge.base import Knowledge
from bot.questions.slots import Slot

_OPENING = 2  # "so, weren't there": slots before which an auxiliary opens a yes/no question
MENTIONS = {"thing", "value", "day", "number"}


@dataclass
class Mention:
    """A thing, day or number in a question; `topic` is the topic that governs it, if one does."""

    slot: Slot
    position: int
    preposition: str = ""
    topic: TopicUse | None = None
    negated: bool = False  # "not by La Marianne", "except Progress"
    ask: str = ""  # the field that it bounds: "a print run under 500"
    attributive: bool = False  # directly before a kind word: "ATV-2 covers"

    @property
    def things(self) -> tuple[str, ...]:
        """The things that it may name."""
        return self.slot.things

    @property
    def is_year(self) -> bool:
        """Whether it is a year: "in 2013"."""
        written = self.slot.day
        return written is not None and written.day is not None and written.day.precision == "year"


@dataclass
class TopicUse:
    """A topic word in a question, and the mentions it governs."""

    topic: str
    position: int
    text: str
    predicate: bool = False  # after "were", "did", "got": what is said of the subject
    attributive: bool = False  # before a kind word: "flown covers"
    relative: bool = False  # after "that" or "which": it narrows the subject down
    negated: bool = False  # "not flown back on Dragon"
    governs: list[Mention] = field(default_factory=list)

    @property
    def is_dated(self) -> bool:
        """Whether it governs a day."""
        return any(mention.slot.kind == "day" for mention in self.governs)


# How a ship was, and not what it did, after "was" or "were".
AT_REST = {
    *("docked", "berthed", "attached", "parked", "moored"),
    *("angedockt", "angekoppelt", "amarre", "amarres"),
}
# Participles that sort a kind word: "flown covers", "the signed ATV-2 covers".
ADJECTIVES = {"flown", "signed", "numbered", "postmarked", "cancelled", "marked", "sealed"}
FORMS = {"card", "folder", "letter", "sheet"}


@dataclass
class Sketch:
    """Everything that the grammar needs to know of a question."""

    slots: tuple[Slot, ...]
    topics: list[TopicUse] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    wants: list[str] = field(default_factory=list)
    orders: list[str] = field(default_factory=list)
    comparatives: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)  # field=value
    limit_words: list[tuple[int, str]] = field(default_factory=list)
    directions: list[tuple[int, str]] = field(default_factory=list)
    mentioned: list[str] = field(default_factory=list)  # the kinds of the things that are named
    ordinal: int | None = None
    sequence: str = ""  # next or previous
    only: bool = False
    narrows: bool = False  # "only by Erno" after a list
    those_of_before: bool = False  # "who signed the ATV-2 ones?" after a list
    together: bool = False  # ships that were there at the same time as another one
    fits: bool = False
    item_number: bool = False  # a number that one piece bears: "no. 450"
    advice: bool = False
    on_board: bool = False
    negations: list[int] = field(default_factory=list)
    none_so: bool = False  # "no cover was signed": it says that nothing is so
    corrects: bool = False  # "no, the cards": not those, but these
    pronoun: bool = False
    addition: bool = False  # begins with "and", "what about"
    alternative: bool = False
    every: bool = False
    ranking: bool = False
    check: bool = False
    asks_back: bool = False  # has a question mark
    first_person: bool = False
    outside: list[Slot] = field(default_factory=list)
    unexplained: list[str] = field(default_factory=list)

    @property
    def negated(self) -> bool:
        """Whether the question denies something; "no, the cards" does not."""
        said = [position for position in self.negations if position or not self.corrects]
        return any(not self.slots[position].means("auxiliary") for position in said)

    def unheard_negation(self) -> str:
        """A negation that no reading takes up: the whole question is not understood then."""
        for position in self.negations:
            slot = self.slots[position]
            opening = self.check and slot.means("auxiliary") and position <= _OPENING
            or_not = position > 0 and self.slots[position - 1].means("alternative")
            last = position == len(self.slots) - 1 and self.asks_back
            tag = last and (or_not or slot.text in {"no", "nein", "non", "нет"})
            begins = position == 0 and slot.text in {"no", "not"} and len(self.slots) > 1
            taken = any(m.negated and position < m.position <= position + 3 for m in self.mentions)
            taken = taken or any(
                use.negated and position < use.position and not use.is_dated for use in self.topics
            )
            taken = taken and not self.check
            if not (opening or tag or begins or taken):
                return slot.text
        return ""

    def things(self, knowledge: Knowledge, *kinds: str) -> list[Mention]:
        """The mentions of things of these kinds."""
        return [
            mention
            for mention in self.mentions
            if any(knowledge.thing(t).kind_of_thing in kinds for t in mention.things)
        ]

    def names_covers(self, knowledge: Knowledge) -> bool:
        """Whether a word for covers, cards, folders or letters is used, or one is named."""
        return bool(self.things(knowledge, "cover") or {*FORMS, "cover"} & set(self.kinds))

    @property
    def topic_names(self) -> set[str]:
        """The topics of the question, without where and how they are said."""
        return {use.topic for use in self.topics}

    @property
    def words(self) -> set[str]:
        """The text of every slot."""
        return {slot.text for slot in self.slots}

    def first_text(self, fits: Callable[[Slot], bool]) -> str:
        """The text of the first slot that fits, or ""."""
        return next((slot.text for slot in self.slots if fits(slot)), "")

    def topic_text(self, *topics: str) -> str:
        """The words that one of these topics is said with, or ""."""
        return next((use.text for use in self.topics if use.topic in topics), "")

    @property
    def order_text(self) -> str:
        """The first word that asks for a place in an order, such as "latest" or "third", or ""."""
        return self.first_text(lambda slot: slot.means("order") or slot.means("ordinal"))

    @property
    def loss_text(self) -> str:
        """The words that say that a ship was lost, or ""."""
        return self.first_text(lambda slot: slot.means("value", "outcome=lost"))

    def ask_only(self, *fields: str) -> None:
        """Settle that these fields are asked for, whatever topics and question words said so."""
        self.asks, self.topics, self.types = [*fields], [], []

    def drop(self, *topics: str) -> None:
        """Let go of every use of these topics."""
        self.topics = [use for use in self.topics if use.topic not in topics]

    def before(self, mention: Mention) -> Slot | None:
        """The slot before a mention, over articles."""
        for slot in reversed(self.slots[: mention.position]):
            if not slot.means("article"):
                return slot
        return None

    def is_state(self, use: TopicUse) -> bool:
        """Whether a topic tells how a ship was, not what it did: "were docked" on a day."""
        before = self.slots[use.position - 1] if use.position else None
        be = before is not None and before.text in {
            "was",
            "were",
            "is",
            "are",
            "what is",
            "etait",
            "etaient",
        }
        last = use.position == len(self.slots) - 1
        be = be or (last and bool({"waren", "war"} & self.words))  # "waren am 1. Mai angedockt"
        if use.text == "berthed" and any(mention.is_year for mention in self.mentions):
            return False  # "how many were berthed in 2013"
        return be and use.text.split()[0] in AT_REST
