"""A sketch of a question: what its slots are for, before it is decided what is asked.

Topics (signed, flown, postmarked) govern the mentions that follow them: in "postmarked at Houston
on 2 November 2012" both the place and the day belong to the postmark.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import fields_of
from bot.questions.normalise import normalise, plain
from bot.questions.slots import Slot
from bot.questions.vocabulary import SenseKind

_OPENING = 2  # "so, weren't there": slots before which an auxiliary opens a yes/no question
_POLITE_END = r"(?:[\s,]+(?:please|pls|plz|thanks?|thank you|thx|ty|cheers|ta))*"
_ASKS_OK = re.compile(
    rf"\bok(?:ay)?(?:{_POLITE_END}\s*\?|[\s,]+(?:please|thanks?|thank you))\s*$", re.IGNORECASE
)
_CORRECTS = re.compile(r"\s*no\s*,", re.IGNORECASE)  # "no, ATV-3": not that, but ATV-3
_TAG = re.compile(
    r"\b(?:right|correct|no|yes|yeah|eh|huh|true|isn't it|or not|or (?:did|was|is|were) "
    rf"(?:it|they)){_POLITE_END}\s*\?\s*$",
    re.IGNORECASE,
)
MENTIONS = {"thing", "value", "day", "number"}
_ADJECTIVES = {"flown", "signed", "numbered", "postmarked", "cancelled", "marked", "sealed"}
_TRANSPARENT: tuple[SenseKind, ...] = (
    "filler",
    "article",
    "auxiliary",
    "each",
    "preposition",
    "direction",
    "reports",
)


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
    together: bool = False  # ships that were there at the same time as another one
    fits: bool = False
    advice: bool = False
    on_board: bool = False
    negations: list[int] = field(default_factory=list)
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
        """Whether the question denies something."""
        return any(not self.slots[position].means("auxiliary") for position in self.negations)

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
        be = before is not None and before.text in {"was", "were"}
        if use.text == "berthed" and any(mention.is_year for mention in self.mentions):
            return False  # "how many were berthed in 2013"
        return be and use.text.split()[0] in {"docked", "berthed", "attached", "parked", "moored"}


def draw_sketch(slots: tuple[Slot, ...], text: str, knowledge: Knowledge) -> Sketch:
    """Sort the slots of a question by what they are for."""
    sketch = Sketch(slots, asks_back="?" in text, fits=bool(_ASKS_OK.search(text)))
    told_by = _speaker(slots) or 0
    for position, slot in enumerate(slots):
        if slot.kind == "no_such" or position < told_by:
            continue
        if slot.kind in MENTIONS:
            _note_mention(sketch, position, slot)
        elif slot.text == "but" and not _excepts(slots[:position]):
            continue
        elif slot.kind == "unknown":
            sketch.unexplained.append(slot.text)
        else:
            _note_word(sketch, position, slot)
    sketch.check = sketch.check or _begins_with_auxiliary(slots) or _is_statement(sketch, text)
    asked = sketch.types or sketch.asks or sketch.wants
    sketch.check = sketch.check or _ends_with_check(slots, text)
    told = _speaker(slots) is not None
    sketch.check = sketch.check or (told and sketch.asks_back and not asked)
    _settle_who(sketch)
    if _CORRECTS.match(text) and sketch.mentions:
        sketch.mentions[0].negated = False
    _direct(sketch)
    _bound_asks(sketch)
    _govern(sketch, knowledge)
    return sketch


_EXCEPT = {"except", "excepting", "excluding", "besides", "without", "instead of", "other than"}
_ALL = {"all", "every", "everything", "everyone", "any", "anyone", "anybody", "none", "nobody"}


def _excepts(before: tuple[Slot, ...]) -> bool:
    """Whether "but" leaves something out: "all covers but the ATV ones"."""
    return any(_ALL & set(slot.text.split()) for slot in before)


_SAYS_NOTHING: tuple[SenseKind, ...] = (
    "filler",
    "article",
    "preposition",
    "auxiliary",
    "first_person",
    "kind",
    "ordinary",
    "pronoun",
    "addition",
    "each",
)


_BREAK = re.compile(r"[:;.!?]\s+|\s-+\s")


def _ends_with_check(slots: tuple[Slot, ...], text: str) -> bool:
    """As in "My CRS-7 cover, signed: has it flown?": the last part is a yes/no question."""
    normalised = normalise(plain(text))
    breaks = [match.end() for match in _BREAK.finditer(normalised)]
    if not breaks or not normalised.endswith("?"):
        return False
    return _begins_with_auxiliary(tuple(slot for slot in slots if slot.start >= breaks[-1]))


def _speaker(slots: tuple[Slot, ...]) -> int | None:
    """How many slots at the beginning only say who says it: "a seller claims that ..."; or None."""
    for position, slot in enumerate(slots):
        if slot.means("reports"):
            return position
        empty = slot.kind in {"unknown", "word"}
        if not empty or (slot.senses and slot.senses[0].kind not in _SAYS_NOTHING):
            return None
    return None


def _settle_who(sketch: Sketch) -> None:
    """As in "who is he": a description is wanted, where nothing is said that somebody did."""
    opens = any(slot.text.startswith("who ") for slot in sketch.slots if slot.means("type", "who"))
    if opens and not (sketch.topics or sketch.asks or sketch.kinds):
        sketch.types.remove("who")
        sketch.wants.append("describe")


def _note_mention(sketch: Sketch, position: int, slot: Slot) -> None:
    mention = Mention(slot, position, _preposition_before(sketch.slots, position))
    mention.attributive = _is_attributive(sketch.slots[position + 1 :])
    mention.negated = _negation_before(sketch.slots, position)
    sketch.mentions.append(mention)


def _is_attributive(following: tuple[Slot, ...]) -> bool:
    """As in "ATV-2 covers", "ATV-2 La Marianne flown cover": a name that sorts the kind word."""
    for number, slot in enumerate(following):
        if slot.means("kind"):
            return True
        adjective = number and slot.means("topic") and slot.text in _ADJECTIVES
        if slot.kind != "thing" and not adjective:
            return False
    return False


def _negation_before(slots: tuple[Slot, ...], position: int) -> bool:
    """Whether a negation stands right before a mention, over a preposition or an article."""
    for slot in reversed(slots[:position]):
        if slot.means("negation") and not slot.means("auxiliary"):
            return not slot.text.startswith("un")  # "unsigned" denies itself, not what follows
        if not slot.sense("article", "preposition"):
            return False
    return False


def _preposition_before(slots: tuple[Slot, ...], position: int) -> str:
    for slot in reversed(slots[:position]):
        if slot.means("preposition"):
            return slot.text
        if not slot.means("article") and not slot.means("filler"):
            return ""
    return ""


# Meanings that are collected in a list of the sketch, and those that only set a flag of it.
_LISTS = {
    "ask": "asks",
    "type": "types",
    "kind": "kinds",
    "value": "values",
    "want": "wants",
    "order": "orders",
    "comparative": "comparatives",
}
_FLAGS = {
    "fits": "fits",
    "advice": "advice",
    "ranking": "ranking",
    "on_board": "on_board",
    "pronoun": "pronoun",
    "each": "every",
    "only": "only",
    "first_person": "first_person",
    "alternative": "alternative",
}


def _note_word(sketch: Sketch, position: int, slot: Slot) -> None:
    """Add one word slot to the lists it belongs to; the first fitting meaning counts."""
    following = _next_told(sketch.slots, position)
    limit = slot.sense("limit")
    if slot.means("addition") and position == 0:
        sketch.addition = True
    elif limit is not None and following is not None and _is_limit(slot, following):
        sketch.limit_words.append((position, limit.value))
    else:
        _note_sense(sketch, position, slot)


def _next_told(slots: tuple[Slot, ...], position: int) -> Slot | None:
    """The slot behind another one, over an article."""
    behind = (slot for slot in slots[position + 1 :] if not slot.means("article"))
    return next(behind, None)


def _note_sense(sketch: Sketch, position: int, slot: Slot) -> None:
    sense = slot.senses[0]
    if sense.kind in _LISTS:
        getattr(sketch, _LISTS[sense.kind]).append(sense.value)
        _note_consequences(sketch, slot)
    elif sense.kind in _FLAGS:
        setattr(sketch, _FLAGS[sense.kind], True)
    elif sense.kind == "topic":
        sketch.topics.append(_topic_use(sketch, position, slot, sense.value))
    elif sense.kind == "direction":
        sketch.directions.append((position, sense.value))
    elif sense.kind == "sequence":
        sketch.sequence = sense.value
    elif sense.kind == "ordinal":
        sketch.ordinal = int(sense.value)
    elif sense.kind == "outside":
        sketch.outside.append(slot)
    elif sense.kind == "ordinary":
        sketch.unexplained.append(slot.text)
    elif sense.kind == "negation":
        sketch.negations.append(position)
    sketch.alternative = sketch.alternative or slot.means("alternative")


def _note_consequences(sketch: Sketch, slot: Slot) -> None:
    """What follows from a word: "is it true that" makes a check, "launch cover" names a cover."""
    if slot.means("want", "check"):
        sketch.check = True
    value = slot.sense("value")
    if value is not None and value.value.startswith(("event", "features")) and "cover" in slot.text:
        sketch.kinds.append("cover")


def _is_limit(slot: Slot, following: Slot) -> bool:
    """Whether "before", "more than" ... bounds the number, day or flight behind it."""
    if following.kind in {"number", "day"}:
        return True
    bounds = {"before", "after", "following", "since", "until", "till", "up to", "up till"}
    order = slot.means("limit", "before") or slot.means("limit", "after")
    flight = any(character.isdigit() for character in following.text)
    return following.kind == "thing" and (slot.text in bounds or (order and flight))


def _topic_use(sketch: Sketch, position: int, slot: Slot, topic: str) -> TopicUse:
    use = TopicUse(topic, position, slot.text)
    before = [s for s in sketch.slots[max(0, position - 2) : position] if not s.means("filler")]
    finite = text_begins(slot, "came", "went", "flew", "got", "made it")
    use.predicate = finite or any(s.means("auxiliary") for s in before)
    following = sketch.slots[position + 1 : position + 2]
    use.attributive = bool(following) and following[0].means("kind")
    words = {s.text for s in sketch.slots[max(0, position - 3) : position]}
    use.relative = position > 2 and bool({"that", "which", "who"} & words)
    use.negated = any(
        s.means("negation") and not s.means("auxiliary") and s.text not in _EXCEPT for s in before
    )
    return use


def text_begins(slot: Slot, *words: str) -> bool:
    """Whether the text of a slot begins with one of these words."""
    return any(f"{slot.text} ".startswith(f"{word} ") for word in words)


def _direct(sketch: Sketch) -> None:
    """Turn "brought ... home" into a return and "took ... up" into a flight up."""
    for number, use in enumerate(sketch.topics):
        after = sketch.topics[number + 1 :]
        taken_out = bool(after) and after[0].topic == "recover"
        if use.topic == "carry" and (taken_out or _bears(sketch, number)):
            use.topic = ""
        elif use.topic == "carry":
            later = [value for position, value in sketch.directions if position > use.position]
            use.topic = later[0] if later else "fly"
        elif use.topic == "fly" and _rides_home(sketch, use):
            use.topic = "return"
    sketch.topics = [use for use in sketch.topics if use.topic]
    for first, second in zip(sketch.topics, sketch.topics[1:], strict=False):
        between = sketch.slots[first.position + 1 : second.position]
        if first.topic == second.topic and all(_is_transparent(slot) for slot in between):
            first.topic = ""  # "rode up on": one topic in two words
    sketch.topics = [use for use in sketch.topics if use.topic]
    told = sketch.topic_names
    if sketch.directions and not told & {"fly", "return"}:
        ways = {value: position for position, value in reversed(sketch.directions)}
        for value in ("fly", "return") if len(ways) > 1 else ("return",):
            if value in ways:  # "how up, how down": both ways; "up" alone is a mere preposition
                slot = sketch.slots[ways[value]]
                sketch.topics.append(_topic_use(sketch, ways[value], slot, value))


def _rides_home(sketch: Sketch, use: TopicUse) -> bool:
    """As in "rode the shuttle home": a verb of riding with a way back behind it."""
    rides = text_begins(use_slot(sketch, use), "ride", "rode", "rides", "hitched")
    return rides and any(w == "return" and p > use.position for p, w in sketch.directions)


def use_slot(sketch: Sketch, use: TopicUse) -> Slot:
    """The slot of a topic word."""
    return sketch.slots[use.position]


def _bears(sketch: Sketch, number: int) -> bool:
    """Whether "carry" means that covers bear a mark: its object is a mark, not a load."""
    after = sketch.topics[number + 1 :]
    own = sketch.topics[number]
    loads = any(slot.means("kind") for slot in sketch.slots[own.position :])
    return bool(after) and after[0].topic in {"mark", "postmark", "sign", "number"} and not loads


def _is_statement(sketch: Sketch, text: str) -> bool:
    """A statement with a question mark: "only 14 covers flew, no?", "it came home on CRS-1?"."""
    if not sketch.asks_back or sketch.types or sketch.asks or sketch.wants:
        return False
    if _TAG.search(text):
        return True
    numbers = any(mention.slot.kind == "number" for mention in sketch.mentions)
    verbs = any(use.text.split()[0] in {"came", "went", "flew"} for use in sketch.topics)
    subject = any(m.position < u.position for m in sketch.mentions for u in sketch.topics)
    lost = [n for n, slot in enumerate(sketch.slots) if slot.means("value", "outcome=lost")]
    bare = not (sketch.kinds or sketch.topics)
    if lost and bare and any(m.position < lost[0] for m in sketch.mentions):
        return True  # "CRS-7 blew up?"
    return (numbers and bool(sketch.kinds)) or (verbs and subject)


def _bound_asks(sketch: Sketch) -> None:
    """As in "a print run under 500": the field named before a limit is bounded, not asked for."""
    for position, _ in sketch.limit_words:
        before = [slot for slot in sketch.slots[:position] if slot.means("ask")]
        bounded = next((m for m in sketch.mentions if m.position == position + 1), None)
        near = before and all(_is_transparent(s) for s in sketch.slots[position - 1 : position])
        if bounded is None or bounded.slot.kind != "number" or not before:
            continue
        name = next(sense.value for sense in before[-1].senses if sense.kind == "ask")
        if (near or before[-1] is sketch.slots[position - 1]) and name in sketch.asks:
            bounded.ask = name
            sketch.asks.remove(name)


def _begins_with_auxiliary(slots: tuple[Slot, ...]) -> bool:
    for slot in slots:
        if slot.means("auxiliary"):
            return slot.means("auxiliary", "opens")
        if not slot.means("filler") and not slot.means("addition"):
            return False
    return False


def _govern(sketch: Sketch, knowledge: Knowledge) -> None:
    """Give each mention the topic before it, where that topic can be about such a thing."""
    _find_stays(sketch)
    things = [thing for mention in sketch.mentions for thing in mention.things]
    sketch.mentioned = [knowledge.thing(thing).kind_of_thing for thing in things]
    for mention in sketch.mentions:
        for use in reversed(sketch.topics):
            if use.position > mention.position:
                continue
            if mention.attributive and not mention.preposition:
                break
            between = sketch.slots[use.position + 1 : mention.position]
            if not all(_is_transparent(slot) for slot in between):
                break
            if _can_govern(use.topic, mention, knowledge):
                mention.topic = use
                use.governs.append(mention)
            break


def _find_stays(sketch: Sketch) -> None:
    """As in "was docked on 1 May", "ships docked when ...": stays are meant, not arrivals."""
    for use in sketch.topics:
        before = sketch.slots[use.position - 1] if use.position > 0 else None
        resting = use.predicate or (before is not None and before.means("kind"))
        if use.topic == "arrive" and use.text in {"docked", "berthed", "attached"} and resting:
            bounded = {position + 1 for position, _ in sketch.limit_words}
            timed = any(
                m.slot.kind == "day" and m.position > use.position and m.position not in bounded
                for m in sketch.mentions
            )
            years = [m.slot.day.day for m in sketch.mentions if m.slot.day and m.slot.day.day]
            yearly = any(day.precision == "year" for day in years)
            if yearly and (use.text == "berthed" or not use.predicate):
                continue  # "how many were berthed in 2013", "ships docked at Pirs in 2012"
            if timed and not any(
                s.means("auxiliary", None) and s.text == "did" for s in sketch.slots
            ):
                use.topic = "stay"


def _is_transparent(slot: Slot) -> bool:
    """Whether a topic reaches over this slot to a mention behind it."""
    if slot.kind in MENTIONS:
        return True
    return bool(slot.sense(*_TRANSPARENT, "addition", "alternative", "on_board", "limit"))


def _can_govern(topic: str, mention: Mention, knowledge: Knowledge) -> bool:
    kinds = {knowledge.thing(thing).kind_of_thing for thing in mention.things}
    if mention.slot.value is not None:
        return False
    for kind in ("cover", "mission"):
        for entry in fields_of(kind):
            if topic not in entry.topics:
                continue
            if kinds & entry.accepts:
                return True
            if mention.slot.kind == "day" and entry.type in {"day", "interval"}:
                return True
            if mention.slot.kind == "number" and entry.type == "quantity":
                return True
    return False
