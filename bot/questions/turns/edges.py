"""Turns about the first and the last ship: at a port, in a year, to do something."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import facts_of
from bot.knowledge.values import Day
from bot.questions.asked import EVENT_DAYS
from bot.questions.days import WrittenDay
from bot.questions.sketch import Sketch, TopicUse

_DAYS = {**EVENT_DAYS, "capture": "captured"}
_EDGES = {"first_mission": "earliest", "last_mission": "latest"}


_EDGES_SAID = {*_EDGES.values()}


def edge_by_event(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "last Dragon to land in the Gulf", "the first Cygnus that left in 2020".

    The ships that did so are ranked by the day on which they did; the last one of the line need
    not be among them.
    """
    lines = sketch.things(knowledge, "programme", "variant")
    told = sketch.names_covers(knowledge) or sketch.check or sketch.asks or sketch.values
    if len(lines) != 1 or len(sketch.orders) != 1 or told or sketch.ordinal is not None:
        return
    line, slots = lines[0].position, sketch.slots
    ordered = slots[line - 1].sense("order") if line else None
    linked = slots[line + 1].text in _LINKS if line + 1 < len(slots) else False
    done = [use for use in sketch.topics if linked and use.position == line + 2]
    done += [use for use in sketch.topics if use.position == line + 1 and _is_participle(use)]
    if ordered is None or ordered.value not in _EDGES_SAID or not done:
        return
    event = "end" if done[0].topic == "return" else done[0].topic
    if event not in _DAYS or len(sketch.topics) != 1 or event == "launch":
        return
    done[0].topic, done[0].relative = event, True
    if done[0].text.startswith("return"):
        done[0].text = "land"  # however it came back
    sketch.asks, sketch.kinds = [_DAYS[event]], ["mission"]
    sketch.types = [kind for kind in sketch.types if kind not in {"which", "which_ship"}]


_LINKS = {"to", "that", "which"}


def _is_participle(use: TopicUse) -> bool:
    """As in "first Cygnus berthed at Unity": what is said of the ship, with its place or day."""
    return use.text.split()[0].endswith("ed") and bool(use.governs)


def edge_of_a_port(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "last ship at Pirs", "first ship to leave in 2013", "the last to fly on Soyuz-U"."""
    edges = {_EDGES[name] for ask in sketch.asks for name in ask.split() if name in _EDGES}
    lines = sketch.things(knowledge, "programme", "variant")
    told = lines or sketch.names_covers(knowledge) or sketch.check or sketch.orders
    if len(edges) != 1 or len(sketch.asks) != 1 or told or not sketch.mentions:
        return
    if sketch.things(knowledge, "mission", "person", "party", "expedition"):
        return
    events = [_DAYS[use.topic] for use in sketch.topics if use.topic in _DAYS]
    ports = sketch.things(knowledge, "port", "module")
    sketch.asks, sketch.orders = events[:1] or (["arrived"] if ports else []), [*edges]
    sketch.types = [kind for kind in sketch.types if kind not in {"which", "which_ship"}]
    sketch.kinds = ["mission"]
    if ports and not sketch.topics:
        place = sketch.mentions[0].position
        sketch.topics.append(TopicUse("arrive", place, "at", governs=[sketch.mentions[0]]))
        sketch.mentions[0].topic = sketch.topics[-1]


def edge_of_a_year(sketch: Sketch, _: Knowledge) -> None:
    """As in "first launch in 2016", "the last arrival of 2010": the ships of that year."""
    years = [mention for mention in sketch.mentions if mention.slot.kind == "day"]
    words = [slot.text for slot in sketch.slots if not slot.means("article")]
    event = len(sketch.topics) == 1 and sketch.topics[0].topic in _DAYS
    edge = {"first": "earliest", "last": "latest"}.get(words[0] if words else "")
    told = sketch.asks or sketch.types or sketch.kinds or sketch.check
    if edge and event and years and len(years) == len(sketch.mentions) and not told:
        sketch.orders, sketch.kinds, sketch.unexplained = [edge], ["mission"], []
        sketch.asks = [_DAYS[use.topic] for use in sketch.topics]


_ONE_SHIP = {"ship", "flight", "mission", "spacecraft", "one"}
_NEIGHBOUR = {"before": "previous", "after": "next"}


def the_one_before(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "ship before HTV-3", "the Cygnus flight after OA-4": the nearest, and not all."""
    flights = sketch.things(knowledge, "mission")
    lines = sketch.things(knowledge, "programme", "variant")
    pairs = [(a, b) for a, b in pairwise(sketch.slots) if b.text in _NEIGHBOUR]
    sides = [b.text for a, b in pairs if a.text in _ONE_SHIP]
    told = sketch.topics or sketch.asks or sketch.values or sketch.check or len(lines) > 1
    alone = len(flights) == 1 and len(flights) + len(lines) == len(sketch.mentions)
    if len(sides) != 1 or told or not alone or sketch.types not in ([], ["which"]):
        return
    sketch.sequence = _NEIGHBOUR[sides[0]]
    sketch.limit_words, sketch.comparatives, sketch.kinds = [], [], []


def before_a_version(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how many HTVs flew before HTV-X": before the first flight of that version."""
    lines = sketch.things(knowledge, "programme")
    versions = sketch.things(knowledge, "variant")
    if len(lines) != 1 or len(versions) != 1 or len(sketch.mentions) != len("ab") or sketch.check:
        return
    version = versions[0]
    before = sketch.slots[version.position - 1] if version.position else None
    flights = knowledge.missions_of(version.things[0])
    own = bool(flights) and flights[0].programme in lines[0].things
    launched = next(iter(facts_of(knowledge, flights[0], "launched")), None) if own else None
    ships = "mission" in sketch.kinds or sketch.topic_names <= {"fly", "launch"}
    if before is None or before.text != "before" or launched is None or not ships:
        return
    assert isinstance(launched.value, Day)
    written = WrittenDay(version.slot.start, version.slot.end, version.slot.text, launched.value)
    version.slot = replace(version.slot, kind="day", things=(), day=written)
    version.topic, sketch.topics = None, []
    sketch.kinds = ["mission"]
