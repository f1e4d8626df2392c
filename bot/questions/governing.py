"""Topic words and the mentions they govern: in "postmarked at Houston on 2 May" both its own."""

from __future__ import annotations

from itertools import dropwhile

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import fields_of
from bot.questions.sketch import ADJECTIVES, MENTIONS, Mention, Sketch, TopicUse
from bot.questions.slots import Slot
from bot.questions.vocabulary import SenseKind

_TRANSPARENT: tuple[SenseKind, ...] = (
    "filler",
    "article",
    "auxiliary",
    "each",
    "preposition",
    "direction",
    "reports",
)
_EXCEPT = {"except", "excepting", "excluding", "besides", "without", "instead of", "other than"}


def topic_use(sketch: Sketch, position: int, slot: Slot, topic: str) -> TopicUse:
    """The use of a topic at a slot: whether it is said of the subject, narrows it or is denied."""
    use = TopicUse(topic, position, slot.text)
    before = [s for s in sketch.slots[max(0, position - 2) : position] if not s.means("filler")]
    finite = _text_begins(slot, "came", "went", "flew", "got", "made it")
    use.attributive = _sorts_a_kind(slot, sketch.slots[position + 1 :])
    named_between = use.attributive and not sketch.slots[position + 1].means("kind")
    use.predicate = finite or (any(s.means("auxiliary") for s in before) and not named_between)
    words = {s.text for s in sketch.slots[max(0, position - 3) : position]}
    use.relative = position > 2 and bool({"that", "which", "who"} & words)
    use.negated = any(
        s.means("negation") and not s.means("auxiliary") and s.text not in _EXCEPT for s in before
    )
    return use


def _sorts_a_kind(slot: Slot, following: tuple[Slot, ...]) -> bool:
    """As in "flown covers", "the flown ATV-1 covers": a word that sorts the kind word behind it."""
    behind = list(dropwhile(lambda s: slot.text in ADJECTIVES and s.kind == "thing", following))
    return bool(behind) and behind[0].means("kind")


def _text_begins(slot: Slot, *words: str) -> bool:
    """Whether the text of a slot begins with one of these words."""
    return any(f"{slot.text} ".startswith(f"{word} ") for word in words)


def direct(sketch: Sketch) -> None:
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
    _add_the_other_way(sketch)
    told = sketch.topic_names
    if sketch.directions and not told & {"fly", "return"}:
        ways = {value: position for position, value in reversed(sketch.directions)}
        for value in ("fly", "return") if len(ways) > 1 else ("return",):
            if value in ways:  # "how up, how down": both ways; "up" alone is a mere preposition
                slot = sketch.slots[ways[value]]
                sketch.topics.append(topic_use(sketch, ways[value], slot, value))


def _add_the_other_way(sketch: Sketch) -> None:
    """As in "went up with ATV and down with Dragon": a way that has no verb of its own."""
    for position, way in sketch.directions:
        joined = position > 0 and sketch.slots[position - 1].means("addition")
        gone = any(
            use.topic in {"fly", "return"} and use.position < position for use in sketch.topics
        )
        if joined and gone and way not in sketch.topic_names:
            sketch.topics.append(topic_use(sketch, position, sketch.slots[position], way))
    sketch.topics.sort(key=lambda use: use.position)


def _rides_home(sketch: Sketch, use: TopicUse) -> bool:
    """As in "rode the shuttle home": a verb of riding with a way back behind it."""
    rides = _text_begins(_slot_of(sketch, use), "ride", "rode", "rides", "hitched")
    return rides and any(w == "return" and p > use.position for p, w in sketch.directions)


def _slot_of(sketch: Sketch, use: TopicUse) -> Slot:
    """The slot of a topic word."""
    return sketch.slots[use.position]


def _bears(sketch: Sketch, number: int) -> bool:
    """Whether "carry" means that covers bear a mark: its object is a mark, not a load."""
    after = sketch.topics[number + 1 :]
    own = sketch.topics[number]
    loads = any(slot.means("kind") for slot in sketch.slots[own.position :])
    return bool(after) and after[0].topic in {"mark", "postmark", "sign", "number"} and not loads


def bound_asks(sketch: Sketch) -> None:
    """As in "a print run under 500": the field named before a limit is bounded, not asked for.

    So is the one that stands right behind its number: "folders with more than 3 covers inside".
    """
    for mention in sketch.mentions if not (sketch.check or "quantity" in sketch.types) else []:
        behind = sketch.slots[mention.position + 1 : mention.position + 2]
        names = [s.value for slot in behind for s in slot.senses if s.kind == "ask"]
        if mention.slot.kind == "number" and "covers_inside" in names and names[0] in sketch.asks:
            mention.ask = names[0]
            sketch.asks.remove(names[0])
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


def govern(sketch: Sketch, knowledge: Knowledge) -> None:
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
    _govern_numbers(sketch)


def _govern_numbers(sketch: Sketch) -> None:
    """As in "covers with at least 600 flown": the number of those that flew, behind its limit."""
    bounded = {position + 1 for position, _ in sketch.limit_words}
    for mention in sketch.mentions:
        behind = [use for use in sketch.topics if use.position == mention.position + 1]
        done = behind and behind[0].topic in {"fly", "sign", "number", "mark", "postmark"}
        if mention.slot.kind == "number" and mention.position in bounded and done:
            mention.topic = behind[0]
            behind[0].governs.append(mention)


_THERE = {"was there", "is there", "were there", "are there"}


def _find_stays(sketch: Sketch) -> None:
    """As in "was docked on 1 May", "ships docked when ...": stays are meant, not arrivals."""
    for use in sketch.topics:
        before = sketch.slots[use.position - 1] if use.position > 0 else None
        resting = use.predicate or (before is not None and before.means("kind"))
        resting = resting or bool(_THERE & sketch.words)  # "was there an ATV docked on 25 December"
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
