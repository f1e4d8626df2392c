"""Turns of phrase on how ships come to a port: docked or berthed, by hand, moved to another one."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.questions.sketch import Sketch


def docked_to_what(sketch: Sketch, _: Knowledge) -> None:
    """As in "what did Progress M-16M dock to", "to what was CRS-6 attached": a port."""
    last, first = sketch.slots[-1].text, [slot.text for slot in sketch.slots[:2]]
    dangles = last in {"to", "at", "with"} or first[0] == "to"
    asked = set(sketch.types) <= {"which"} and "which" in sketch.types
    if asked and dangles and sketch.topic_names == {"arrive"} and not sketch.asks:
        sketch.asks = ["port"]
        sketch.drop("arrive")


def docks_or_is_berthed(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "does Cygnus dock?": how ships of the line are attached, and not that they came."""
    lines = sketch.things(knowledge, "programme")
    docks = [use for use in sketch.topics if use.text in {"dock", "docks", "berth", "berths"}]
    alone = len(lines) == len(sketch.mentions) == len(docks) == len(sketch.topics) == 1
    asked = sketch.check or sketch.types == ["how"]
    if asked and alone and not (sketch.asks or sketch.kinds or sketch.values):
        sketch.ask_only("attaches")
        sketch.check, lines[0].topic = False, None
    lines_asked = {"programme"} == set(sketch.kinds) and "which" in sketch.types
    bare = not sketch.mentions and len(docks) == len(sketch.topics) == 1
    if lines_asked and bare:  # "which of the lines berth"
        sketch.ask_only("attaches")


def by_hand(sketch: Sketch, _: Knowledge) -> None:
    """As in "docked by hand": by hand is what is said of the docking."""
    if "by_hand" in sketch.topic_names:
        sketch.topics = [use for use in sketch.topics if use.topic != "arrive" or use.governs]


def moved(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "was HTV-2 relocated?", "which Progress docked twice?": when ships changed ports."""
    if "move" not in sketch.topic_names:
        return
    flights = sketch.things(knowledge, "mission")
    lines = sketch.things(knowledge, "programme", "variant")
    ships = bool(flights or lines) or "mission" in sketch.kinds or "which_ship" in sketch.types
    asked = set(sketch.types) <= {"which", "which_ship", "when", "duration", "where"}
    if not ships or not asked or sketch.names_covers(knowledge):
        sketch.unexplained.append(sketch.topic_text("move"))
        return
    if "where" in sketch.types:
        return
    days = [mention for mention in sketch.mentions if mention.slot.kind == "day"]
    if not days:
        sketch.ask_only("moved", *(["port"] if flights and "when" not in sketch.types else []))
        sketch.check, sketch.wants = False, []
    if not flights:
        sketch.kinds = ["mission"]


def attaches_itself(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "when did Jules Verne attach itself to the station?": only modules are attached."""
    flights = sketch.things(knowledge, "mission", "programme")
    if "when" in sketch.types and flights and not sketch.things(knowledge, "module"):
        for use in sketch.topics:
            use.topic = "arrive" if use.topic == "attach" else use.topic
