"""What a message tells around the one sentence that asks.

"Got outbid on an Erno card for Kepler again, story of my life. How many of those flew?": the
sentence that asks is understood word for word, and "outbid" stands in one that only tells. Such a
word may be left aside, and the answer says so. It may not where it could change what is asked for:
where it is said of the piece itself ("a zorbly cover", "a cover with a zorbly print"), where it may
be the name of somebody, or where the sentence denies or leaves out something.

A sentence that says by itself what it asks for needs none of the others: what they tell is no
condition of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.questions.asides import MessagePart, sentences_of
from bot.questions.normalise import plain
from bot.questions.shortening import Shortened, without_words
from bot.questions.slots import Slot
from bot.questions.vocabulary import SenseKind

_BELONGS = {"by", "for", "from", "of", "with", "without"}  # "a cover with a zorbly print"
_AT = {"at", "from", "in", "near", "of", "to"}  # a town that somebody writes from
_PERSONAL = re.compile(r"\W*(?:i|i'm|i've|i'd|my|mine|we|our|anyone|nobody)\b", re.IGNORECASE)
_NO_IDEA = re.compile(r"\bno (?:idea|clue)\b", re.IGNORECASE)
_LEAVES_OUT = {
    "apart",
    "aside",
    "disregard",
    "disregarding",
    "drop",
    "exclude",
    "excluded",
    "forget",
    "forgetting",
    "ignore",
    "ignoring",
    "leave",
    "leaving",
    "minus",
    "omit",
    "rather",
    "skip",
    "skipping",
    "unlike",
}
_POINTS_BACK = re.compile(
    r"\b(?:that|this|those|these|it|its|they|them|their|one|ones|such|same)\b", re.IGNORECASE
)
_SOMEBODY = re.compile(r"\b(?:he|she|his|her|hers|him)\b", re.IGNORECASE)
_PEOPLE = {"party", "person"}
_SPECIFIC = {"cover", "expedition", "mission", "person"}
_KEPT: tuple[SenseKind, ...] = (  # what a sentence without its strange words still says
    "alternative",
    "comparative",
    "direction",
    "limit",
    "on_board",
    "only",
    "order",
    "ordinal",
    "preposition",
    "topic",
    "value",
)


def asked_in_context(
    text: str, slots_of: Callable[[str], tuple[Slot, ...]], knowledge: Knowledge
) -> Iterator[Shortened]:
    """The message without the strange words of the sentences that only tell, likeliest first.

    Nothing where the sentence that asks is not understood word for word, where there are several,
    or where a strange word could matter.

    Args:
        text: the message.
        slots_of: finds the slots of a text.
        knowledge: tells what the names in it stand for.
    """
    parts = sentences_of(text, slots_of, knowledge)
    asking = _the_asking(parts)
    telling = [part for part in parts if part is not asking and _strange(part)]
    if asking is None or _strange(asking) or not telling:
        return
    aside = tuple(slot.text for part in telling for slot in _strange(part))
    if any(_names_what_is_not_here(part) or _narrows(part) for part in telling):
        return
    if _stands_alone(asking, knowledge):
        yield Shortened(asking.text, aside)
    if _asks_only_whether(asking) or any(_may_matter(part) for part in telling):
        return
    if not _people_are_settled(asking, telling, knowledge):
        return
    for shorten in (_without_strange, _bare):
        kept = [shorten(part) if part in telling else part.text for part in parts if _tells(part)]
        yield Shortened(", ".join(text.strip().rstrip(".?!;:") for text in kept) + "?", aside)


def asked_alone(
    text: str, slots_of: Callable[[str], tuple[Slot, ...]], knowledge: Knowledge
) -> str | None:
    """The one sentence that asks, where it says by itself what it is about; None otherwise.

    "Padalka says that it was HTV-3. Which ship was lost on 28 June 2015?": what the others tell is
    no condition of the question, unless they narrow it down ("only the signed ones").
    """
    parts = sentences_of(text, slots_of, knowledge)
    asking = _the_asking(parts)
    if asking is None or _strange(asking) or not asking.asks or _is_bare_name(asking):
        return None
    place = parts.index(asking)
    before, behind = parts[:place], parts[place + 1 :]
    if not _is_whole(asking, knowledge):
        return _with_names(asking, before) if not behind else None
    if any(_narrows(part) for part in behind) or any(_excludes(part) for part in before):
        return None
    told = [part for part in (*before, *behind) if _names_anything(part)]
    return asking.text if told else None


def excluded(text: str, slots_of: Callable[[str], tuple[Slot, ...]], knowledge: Knowledge) -> str:
    """The word of a sentence that leaves something out, as in "forget the cards. ...", or ""."""
    parts = sentences_of(text, slots_of, knowledge)
    if len(parts) < len("ab"):
        return ""
    return next((part.slots[0].text for part in parts if part.slots and _excludes(part)), "")


def _is_bare_name(asking: MessagePart) -> bool:
    """As in "COSPAR (international designator) of ATV-5?": the end of what is asked."""
    opens = bool(asking.slots) and asking.slots[0].means("preposition")
    asks = any(s.sense("ask", "auxiliary", "kind", "topic", "type", "value") for s in asking.slots)
    return opens and not asks


def _with_names(asking: MessagePart, before: list[MessagePart]) -> str | None:
    """As in "I know the launch date of HTV-4. When did it leave?": that field is not asked for."""
    asks = any(slot.sense("ask", "topic") for slot in asking.slots)
    known = [part for part in before if any(slot.means("ask") for slot in part.slots)]
    if not (asks and known and all(_PERSONAL.match(plain(part.text)) for part in known)):
        return None
    named = [
        slot.text
        for part in before
        for slot in part.slots
        if slot.kind in {"day", "thing", "value"} or slot.means("kind")
    ]
    return f"{' '.join(named)}: {asking.text}" if named else None


def _is_whole(asking: MessagePart, knowledge: Knowledge) -> bool:
    """Whether a sentence names what it asks for, or says which ships it asks for."""
    if _stands_alone(asking, knowledge):
        return True
    pointing = _POINTS_BACK.search(asking.text) or _SOMEBODY.search(asking.text)
    ships = any(
        slot.means("kind", "mission") or slot.means("type", "which_ship") for slot in asking.slots
    )
    ships = ships or bool(_names([asking], knowledge, "programme"))
    dated = any(slot.kind == "day" for slot in asking.slots)
    return ships and dated and not pointing


def _excludes(part: MessagePart) -> bool:
    """As in "forget the cards", "not counting the cards": pieces are left out."""
    pieces = any(slot.means("kind") for slot in part.slots)
    opening = part.text.casefold().split()[:2]
    words = _LEAVES_OUT | {"not", "no", "without", "except", "excluding", "besides"}
    leaves_out = bool(opening) and opening[0].strip(",") in words
    return pieces and leaves_out


def _names_anything(part: MessagePart) -> bool:
    """Whether a sentence that tells holds what could be taken for a condition."""
    return part.names or any(
        slot.sense("ask", "kind", "topic", "value", "negation") for slot in part.slots
    )


def _people_are_settled(
    asking: MessagePart, telling: list[MessagePart], knowledge: Knowledge
) -> bool:
    """Whether "he" is somebody here, and nobody did a strange thing to what is asked for.

    After "Nespoli smuggled a cover up" Nespoli would be taken for its signer; "a fan of Nespoli"
    does no harm where "his" signature is asked for.
    """
    if _SOMEBODY.search(asking.text):
        return bool(_names([asking, *telling], knowledge, *_PEOPLE))
    return not any(_does_strangely(part, knowledge) for part in telling)


def _does_strangely(part: MessagePart, knowledge: Knowledge) -> bool:
    """As in "repaired by Nespoli", "Nespoli smuggled": a strange word beside somebody."""
    people = _names([part], knowledge, *_PEOPLE)
    told = [slot for slot in part.slots if not slot.means("article") and slot.text != "by"]
    return any(
        (first.is_strange and second in people) or (first in people and second.is_strange)
        for first, second in pairwise(told)
    )


def _the_asking(parts: list[MessagePart]) -> MessagePart | None:
    """The one sentence with a question mark; without one, the last that asks in words."""
    marked = [part for part in parts if part.asks and not part.is_tag]
    worded = [part for part in parts if part.asks_something]
    if len(parts) < len("ab") or len(marked) > 1 or not (marked or worded):
        return None
    return (marked or worded)[-1]


def _strange(part: MessagePart) -> list[Slot]:
    return [slot for slot in part.slots if slot.is_strange]


def _names_what_is_not_here(part: MessagePart) -> bool:
    """As in "my Apollo cover": another subject, whatever else is asked."""
    return any(slot.kind == "no_such" or slot.sense("outside") for slot in part.slots)


def _stands_alone(asking: MessagePart, knowledge: Knowledge) -> bool:
    """Whether a sentence names what it asks for and points to nothing said before."""
    pointing = _POINTS_BACK.search(asking.text) or _SOMEBODY.search(asking.text)
    # "who is Karl Petrov?"
    who = len(asking.slots) == len("ab") and asking.slots[0].means("type", "who")
    named = _names([asking], knowledge, *_SPECIFIC, *(_PEOPLE if who else ()))
    return not pointing and bool(named)


def _names(parts: list[MessagePart], knowledge: Knowledge, *kinds: str) -> list[Slot]:
    return [
        slot
        for part in parts
        for slot in part.slots
        if any(knowledge.thing(thing).kind_of_thing in kinds for thing in slot.things)
    ]


def _narrows(part: MessagePart) -> bool:
    """As in "only the signed ones matter": what is said narrows down what is asked for."""
    if not any(slot.means("kind") or slot.means("topic") or slot.things for slot in part.slots):
        return False
    bounds = any(
        slot.means("limit") and following.kind in {"day", "number"}
        for slot, following in pairwise(part.slots)
    )
    return bounds or _leaves_out(part) or any(slot.means("only") for slot in part.slots)


def _leaves_out(part: MessagePart) -> bool:
    """Whether a sentence denies something or leaves something out."""
    if any(slot.text in _LEAVES_OUT for slot in part.slots):
        return True
    denies = any(slot.means("negation") for slot in part.slots)
    text = plain(part.text)
    return denies and not _PERSONAL.match(text) and not _NO_IDEA.search(text)


def _asks_only_whether(asking: MessagePart) -> bool:
    """As in "is that so?": all that it asks for stands in the other sentences."""
    return not any(
        slot.things
        or slot.sense("topic", "ask", "type", "kind", "value")
        or (slot.means("want") and not slot.means("want", "check"))
        for slot in asking.slots
    )


def _may_matter(part: MessagePart) -> bool:
    """Whether a strange word of a sentence could change what is asked for."""
    if not _tells(part):
        return False
    return _leaves_out(part) or any(
        slot.is_strange and (_is_said_of_a_piece(part.slots, place) or _is_name(part, place))
        for place, slot in enumerate(part.slots)
    )


def _is_said_of_a_piece(slots: tuple[Slot, ...], place: int) -> bool:
    """As in "a zorbly cover", "a cover by Zorbly", "a cover with a zorbly print"."""
    following = slots[place + 1] if place + 1 < len(slots) else None
    does = slots[place].text.endswith("ing")  # "collecting covers"
    if following is not None and _is_piece(following) and not does:
        return True
    heads = following is not None and following.text == "of"  # "the zorbles of ATV-2"
    if heads and any(_is_piece(slot) for slot in slots[place + 2 : place + 4]):
        return True
    before = _before_strange(slots, place)
    return before > 0 and slots[before].text in _BELONGS and _is_piece(slots[before - 1])


def _is_piece(slot: Slot) -> bool:
    return slot.kind == "thing" or slot.means("kind")


def _before_strange(slots: tuple[Slot, ...], place: int) -> int:
    """The place of the slot before a strange word, over articles and other strange words."""
    while place >= 0 and (slots[place].is_strange or slots[place].means("article")):
        place -= 1
    return place


def _is_name(part: MessagePart, place: int) -> bool:
    """Whether a strange word is written like a name, and is no town that somebody writes from."""
    before = _before_strange(part.slots, place)
    if before >= 0 and part.slots[before].text in _AT:
        return False
    word = re.escape(part.slots[place].text)
    found = re.finditer(rf"(?<![\"'“(])\b{word}\b", plain(part.text), re.IGNORECASE)
    return any(match.start() > 0 and match.group()[0].isupper() for match in found)


def _tells(part: MessagePart) -> bool:
    """Whether a sentence says anything that could be of use: a name, a day, a kind of item."""
    if not _strange(part):
        return True
    return any(slot.kind in {"day", "thing", "value"} or slot.means("kind") for slot in part.slots)


def _without_strange(part: MessagePart) -> str:
    return without_words(part.text, [w for s in _strange(part) for w in s.text.split()])


def _bare(part: MessagePart) -> str:
    """What a sentence names, with the topics and prepositions between: no grammar is needed."""
    kept = []
    for place, slot in enumerate(part.slots):
        following = part.slots[place + 1] if place + 1 < len(part.slots) else None
        counts = slot.kind == "number" and following is not None and _is_piece(following)
        named = slot.kind in {"day", "thing", "value"} or slot.means("kind")
        if counts or named or (slot.senses and slot.senses[0].kind in _KEPT):
            kept.append(slot.text)
    return " ".join(kept)
