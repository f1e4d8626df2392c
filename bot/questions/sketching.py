"""Drawing the sketch of a question: every slot noted for what it is there for."""

from __future__ import annotations

import re

from bot.knowledge.base import Knowledge
from bot.questions.governing import bound_asks, direct, govern, topic_use
from bot.questions.normalise import normalise, plain
from bot.questions.sketch import ADJECTIVES, MENTIONS, Mention, Sketch
from bot.questions.slots import Slot
from bot.questions.vocabulary import SenseKind

_POLITE_END = r"(?:[\s,]+(?:please|pls|plz|thanks?|thank you|thx|ty|cheers|ta))*"
_ITEM_NUMBER = re.compile(
    r"\b(?:no\.|nr\.?|number|nummer|numero)\s*\d{2,4}\b|\b(?:cover|card|folder) \d{2,4}\s*$",
    re.IGNORECASE,
)
_ASKS_OK = re.compile(
    rf"\bok(?:ay)?(?:{_POLITE_END}\s*\?|[\s,]+(?:please|thanks?|thank you))\s*$", re.IGNORECASE
)
_CORRECTS = re.compile(r"\s*no\s*,", re.IGNORECASE)  # "no, ATV-3": not that, but ATV-3
_TAG = re.compile(
    r"\b(?:right|correct|no|yes|yeah|eh|huh|true|isn't it|or not|or (?:did|was|is|were) "
    rf"(?:it|they)){_POLITE_END}\s*\?\s*$",
    re.IGNORECASE,
)


def draw_sketch(slots: tuple[Slot, ...], text: str, knowledge: Knowledge) -> Sketch:
    """Sort the slots of a question by what they are for."""
    sketch = Sketch(slots, asks_back="?" in text, fits=bool(_ASKS_OK.search(text)))
    sketch.item_number = bool(_ITEM_NUMBER.search(text))
    _note_slots(sketch)
    _settle_check(sketch, text)
    _settle_who(sketch)
    _settle_where(sketch)
    sketch.corrects = bool(_CORRECTS.match(text))
    sketch.none_so = _says_none(sketch)
    direct(sketch)
    _settle_negations(sketch)
    bound_asks(sketch)
    govern(sketch, knowledge)
    return sketch


def _note_slots(sketch: Sketch) -> None:
    """Note every slot for what it is there for; those that only say who says it are left out."""
    slots = sketch.slots
    told_by = _speaker(slots) or 0
    for position, slot in enumerate(slots):
        if slot.kind == "no_such" or position < told_by:
            continue
        if slot.kind in MENTIONS:
            _note_mention(sketch, position, slot)
        elif slot.text == "but" and not _excepts(slots[:position]):
            if position and [s.text for s in slots[position + 1 :]][:1] == ["one"]:
                sketch.unexplained.append("but one")  # "the last but one"
        elif slot.kind == "unknown":
            sketch.unexplained.append(slot.text)
        else:
            _note_word(sketch, position, slot)


def _settle_check(sketch: Sketch, text: str) -> None:
    """Whether yes or no is asked for."""
    slots = sketch.slots
    sketch.check = sketch.check or _begins_with_auxiliary(slots) or _is_statement(sketch, text)
    asked = sketch.types or sketch.asks or sketch.wants
    sketch.check = sketch.check or _ends_with_check(slots, text)
    told = _speaker(slots) is not None
    sketch.check = sketch.check or (told and sketch.asks_back and not asked)


def _settle_negations(sketch: Sketch) -> None:
    """As in "no, ATV-3", "no Progress was lost": what an opening "no" does not deny."""
    mentions = sketch.mentions if sketch.none_so else sketch.mentions[:1]
    topics = sketch.topics if sketch.none_so else sketch.topics[:1]
    if sketch.none_so:  # the whole is denied, and not the name or the verb behind it
        sketch.negations.pop(0)
    if sketch.none_so or sketch.corrects:
        for mention in mentions:
            mention.negated = False
        for use in topics:
            use.negated = False


_THERE = {"there", "there is", "there are", "there was", "there were"}
_NONE = {"no", "none", "none of", "none of the", "nobody", "nothing"}


def _says_none(sketch: Sketch) -> bool:
    """As in "no Progress was lost, right?": that there is none such is claimed, or asked."""
    place = 1 if sketch.slots and sketch.slots[0].text in _THERE else 0  # "there's no Libin cover"
    first = sketch.slots[place] if len(sketch.slots) > place else None
    opens = first is not None and first.text in _NONE and place in sketch.negations
    said = sketch.topics or sketch.values or sketch.kinds
    asked = sketch.types or sketch.asks or sketch.only or len(sketch.negations) > 1
    told = sketch.check or sketch.asks_back or sketch.topics or sketch.values
    return bool(opens and said and told and not asked and not sketch.corrects)


_ALL = {
    *("all", "every", "everything", "everyone", "everywhere", "any", "anything", "anyone"),
    *("anybody", "anywhere", "none", "nobody", "nowhere"),
}


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


_WHERE_AT = {"from", "at"}


def _settle_where(sketch: Sketch) -> None:
    """As in "launched from?", "docked at?": a preposition at the end asks for the place."""
    bare = not (sketch.types or sketch.asks or sketch.wants or sketch.check or sketch.kinds)
    ends = len(sketch.slots) > 1 and sketch.slots[-1].text in _WHERE_AT
    said = ends and sketch.slots[-2].means("topic") and len(sketch.topics) == 1
    if bare and said and sketch.topic_names != {"by"}:
        sketch.types.append("where")


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
        adjective = number and slot.means("topic") and slot.text in ADJECTIVES
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
        sketch.topics.append(topic_use(sketch, position, slot, sense.value))
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


def _begins_with_auxiliary(slots: tuple[Slot, ...]) -> bool:
    for slot in slots:
        if slot.means("auxiliary"):
            return slot.means("auxiliary", "opens")
        said_before = slot.means("filler") or slot.means("addition") or slot.text == "but"
        if not said_before:
            return False
    return False
