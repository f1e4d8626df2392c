"""Turns of phrase on who was on the station: "who onboard iss", "commander when CRS-1 came"."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Mission
from bot.questions.sketch import Sketch

_EVENTS = {"arrive", "capture", "depart", "end", "fly", "launch", "return"}
_CREW_ASKS = {"crew", "people_aboard", "expeditions_aboard"}


def who_was_there(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who onboard iss 25 may 2012", "what expedition was in space when HTV-1 docked"."""
    told = sketch.asks or sketch.kinds not in ([], ["expedition"]) or sketch.check
    covers = sketch.names_covers(knowledge) or sketch.topic_names - _EVENTS
    named = sketch.things(knowledge, "person", "expedition", "party", "place")
    if told or covers or named or not sketch.on_board:
        return
    dated = any(mention.slot.kind == "day" for mention in sketch.mentions)
    flights = sketch.things(knowledge, "mission")
    who = sketch.types[:1] == ["who"]
    which = "expedition" in sketch.kinds and bool({"which", "who"} & set(sketch.types))
    if not (dated or flights) or not (who or which):
        return
    sketch.asks = ["expeditions_aboard" if which else "people_aboard"]
    sketch.kinds, sketch.on_board = [], False
    sketch.types = [asked for asked in sketch.types if asked not in {"who", "which"}]


def crew_of_the_station(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who was commander when CRS-1 came": cargo ships have no crew, the station has."""
    asks = "crew" in sketch.topic_names or "crew" in sketch.asks
    covers = sketch.names_covers(knowledge) or "sign" in sketch.topic_names
    if not asks or covers or sketch.check or sketch.things(knowledge, "person", "expedition"):
        return
    flights = [knowledge.thing(m.things[0]) for m in sketch.things(knowledge, "mission")]
    if any(isinstance(flight, Mission) and flight.crew for flight in flights):
        return
    dated = any(mention.slot.kind == "day" for mention in sketch.mentions)
    if sketch.things(knowledge, "programme", "variant", "party") or not (flights or dated):
        return
    commander = any("command" in slot.text or "skipper" in slot.text for slot in sketch.slots)
    asked = "commander" if commander else "people_aboard"
    sketch.asks = [asked, *(name for name in sketch.asks if name not in _CREW_ASKS)]
    sketch.drop("crew")
    sketch.mentions = [mention for mention in sketch.mentions if mention.things != ("iss",)]
    sketch.types = [kind for kind in sketch.types if kind not in {"who", "which"}]
