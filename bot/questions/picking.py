"""Which of the things that were told is meant: "the second one", "the Belgian one".

They become mentions, before the sketch is read.
"""

from __future__ import annotations

from dataclasses import replace

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Cover, Place
from bot.questions.conditions import is_kind
from bot.questions.query import Memory
from bot.questions.referents import EDGES
from bot.questions.sketch import Mention, Sketch

_MOST_LISTED = 10  # things that an answer names at once


def pick_one(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> None:
    """As in "the second one": the thing at that place of the last answer becomes a mention."""
    told = _told_in_order(memory, knowledge)
    ordered = [(s, slot) for s, slot in enumerate(sketch.slots) if slot.sense("ordinal", "order")]
    one = any(slot.text in {"one", "ones"} for slot in sketch.slots) or _ends_with_ordinal(sketch)
    edges = [(s, x) for s, x in enumerate(sketch.slots) if x.text in {"first one", "last one"}]
    if edges and len(told) == 1:  # "the last one" of a single thing
        sketch.unexplained.append(edges[0][1].text)
    bare = len(sketch.slots) <= len(["the", "first one"])
    if edges and len(told) > 1 and (sketch.topics or sketch.types or bare):
        ordered, one = edges, True
        sketch.asks = [name for name in sketch.asks if name not in EDGES]
        sketch.orders = ["latest"] if edges[0][1].text == "last one" else []
    if not ordered or not one or not told or sketch.mentions:
        return
    place = (sketch.ordinal or 1) - 1
    if "latest" in sketch.orders:
        place = len(told) - 1
        if len(told) >= _MOST_LISTED:  # the last of a list that was cut
            sketch.unexplained.append(ordered[0][1].text)
            return
    if place >= len(told):
        return
    position, slot = ordered[0]
    picked = replace(slot, kind="thing", things=(told[place],), senses=())
    sketch.mentions.append(Mention(picked, position))
    sketch.ordinal, sketch.pronoun = None, False
    sketch.orders.clear()


def _told_in_order(memory: Memory, knowledge: Knowledge) -> tuple[str, ...]:
    """The things that the last answer told one after another; of one folder, what is in it."""
    last = memory.query
    folder = knowledge.get(memory.subjects[0]) if memory.subjects else None
    opened = last is not None and (last.want in {"list", "describe"} or "contains" in last.fields)
    if isinstance(folder, Cover) and folder.contains and opened:
        others = set(memory.subjects[1:]) - set(folder.contains)
        return memory.subjects if others else folder.contains
    return memory.subjects


def _ends_with_ordinal(sketch: Sketch) -> bool:
    """As in "what number has the second?": the second of those that were told."""
    last = sketch.slots[-1]
    article = len(sketch.slots) > 1 and sketch.slots[-2].means("article")
    asks = bool(sketch.types or sketch.asks or sketch.topics)
    return last.sense("ordinal") is not None and article and asks


def the_one_of_a_country(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> None:
    """As in "the Belgian one, how many?": the cover among those told that is of that country."""
    countries = sketch.things(knowledge, "country")
    lines = memory.query is not None and memory.query.kind == "programme"
    if lines and len(countries) == 1 and "which" in sketch.types:  # "which one is European?"
        sketch.types = ["which_ship"]
    behind = [sketch.slots[m.position + 1 : m.position + 2] for m in countries]
    one = len(countries) == 1 and any(slot.text == "one" for slot in behind[0])
    if not one or len(sketch.mentions) > 1:
        return
    found = [t for t in memory.subjects if _is_of(t, countries[0], knowledge)]
    if len(found) == 1:
        countries[0].slot = replace(countries[0].slot, things=(found[0],))
        kind = knowledge.thing(found[0]).kind_of_thing
        sketch.mentioned, sketch.pronoun = [kind], False


def _is_of(thing: str, country: Mention, knowledge: Knowledge) -> bool:
    """Whether a line is of a country, or a cover is called by it or got its postmark there."""
    if is_kind(knowledge, thing, "programme"):
        told = facts_of(knowledge, knowledge.thing(thing), "country")
        return any(fact.value in country.things for fact in told)
    if not is_kind(knowledge, thing, "cover"):
        return False
    cover = knowledge.thing(thing)
    struck = [str(fact.value) for fact in facts_of(knowledge, cover, "strike_place")]
    places = [knowledge.get(place) for place in struck]
    there = any(isinstance(p, Place) and p.country in country.things for p in places)
    return there or country.slot.text in cover.name.casefold().split()


def the_ones_of(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> None:
    """As in "who signed the ATV-2 ones?" after covers: those covers of ATV-2."""
    last = memory.query
    if last is None or last.kind != "cover" or sketch.kinds or len(sketch.mentions) != 1:
        return
    mention = sketch.things(knowledge, "mission", "programme", "variant", "party")[:1]
    behind = [sketch.slots[m.position + 1 : m.position + 2] for m in mention]
    if not behind or not behind[0] or behind[0][0].text != "ones":
        return
    asks = sketch.types or sketch.topics or sketch.asks  # "the ATV-2 ones" alone narrows the list
    if asks:
        mention[0].attributive, sketch.pronoun = True, False
        sketch.kinds, sketch.those_of_before = ["cover"], True
