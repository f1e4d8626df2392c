"""Turns of phrase on who was on the station: "who onboard iss", "commander when CRS-1 came"."""

from __future__ import annotations

from dataclasses import replace

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Mission
from bot.questions.sketch import Mention, Sketch, TopicUse

_EVENTS = {"arrive", "capture", "depart", "end", "fly", "launch", "return"}
_CREW_ASKS = {"crew", "people_aboard", "expeditions_aboard"}


def who_was_there(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who onboard iss 25 may 2012", "what expedition was in space when HTV-1 docked"."""
    told = sketch.asks or sketch.kinds not in ([], ["expedition"], ["person"]) or sketch.check
    covers = sketch.names_covers(knowledge) or sketch.topic_names - _EVENTS
    named = sketch.things(knowledge, "person", "expedition", "party", "place")
    dated = any(mention.slot.kind == "day" for mention in sketch.mentions)
    flights = sketch.things(knowledge, "mission")
    who = sketch.types[:1] == ["who"] or sketch.slots[0].text in {"who was", "who were"}
    then = who and (dated or "when" in sketch.types)
    if told or covers or named or not (sketch.on_board or ("there" in sketch.words and then)):
        return
    which = "expedition" in sketch.kinds and bool({"which", "who"} & set(sketch.types))
    people = sketch.kinds == ["person"] and sketch.slots[0].means("kind", "person")
    who = who or (people and not sketch.types)  # "astronauts onboard 26 November 2008"
    if not (dated or flights) or not (who or which):
        return
    sketch.asks = ["expeditions_aboard" if which else "people_aboard"]
    sketch.kinds, sketch.on_board = [], False
    sketch.types = [asked for asked in sketch.types if asked not in {"who", "which"}]
    sketch.wants = [want for want in sketch.wants if want != "describe"]


def edge_then(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who was on board when the first ATV docked": that flight of the line."""
    if not {"people_aboard", "expeditions_aboard"} & set(sketch.asks) or len(sketch.orders) != 1:
        return
    for line in sketch.things(knowledge, "programme", "variant"):
        before = sketch.before(line)
        order = before.sense("order") if before is not None else None
        flights = knowledge.missions_of(line.things[0])
        if order is not None and order.value in {"earliest", "latest"} and flights:
            flight = flights[0] if order.value == "earliest" else flights[-1]
            line.slot = replace(line.slot, things=(flight.id,))
            sketch.orders, sketch.mentioned = [], ["mission"]


def which_expeditions(sketch: Sketch, _: Knowledge) -> None:
    """As in "which expedition was in March 2012", "which expeditions in 2012": aboard then."""
    asks = {"expeditions", "expeditions_aboard"} & set(sketch.asks)
    named = sketch.kinds == ["expedition"] and "which" in sketch.types and not sketch.asks
    days = [mention for mention in sketch.mentions if mention.slot.kind == "day"]
    alone = len(sketch.asks) <= 1 and len(days) == len(sketch.mentions) and not sketch.topics
    if (asks or named) and days and alone:
        sketch.asks, sketch.on_board = ["expeditions_aboard"], False
        sketch.kinds, sketch.types = [], []


def commands(sketch: Sketch) -> bool:
    """Whether it is asked who led, and not who was in the crew."""
    led = ("command", "kommandant", "skipper", "in charge")
    return any(word in slot.text for slot in sketch.slots for word in led)


def commander_of(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "commander of Expedition 31", "who was in charge of Expedition 1"."""
    crews = sketch.things(knowledge, "expedition")
    alone = bool(crews) and len(crews) == len(sketch.mentions) and not sketch.check
    asked = {*sketch.asks, *sketch.topic_names} <= {"crew", "by_party", "lead"}
    if alone and commands(sketch) and asked and not sketch.orders:
        others = {"crew", "members", "crew members", "crew list"} & sketch.words
        sketch.ask_only("commander", *(["crew"] if others else []))
        sketch.unexplained = [w for w in sketch.unexplained if "command" not in w]
        for crew in crews:
            crew.topic = None


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
    station = any(mention.things == ("iss",) for mention in sketch.mentions) or sketch.on_board
    commander = commands(sketch)
    event = {"arrive", "depart", "launch"} & sketch.topic_names  # "crew at the docking of ATV-5"
    if not (commander or dated or station or event or "when" in sketch.types):
        return  # "crew of CRS-14": it had none
    asked = "commander" if commander else "people_aboard"
    sketch.asks = [asked, *(name for name in sketch.asks if name not in _CREW_ASKS)]
    sketch.drop("crew")
    sketch.mentions = [mention for mention in sketch.mentions if mention.things != ("iss",)]
    sketch.types = [kind for kind in sketch.types if kind not in {"who", "which"}]


def came(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how many ships came in 2015", "when did M-14M come": they arrived."""
    rests = all(use.text in {"docked", "berthed", "attached", "there"} for use in sketch.topics)
    commanded = (
        sketch.topic_names == {"crew"} and "when" in sketch.types
    )  # "commander when it came"
    if sketch.names_covers(knowledge) or not (rests or commanded) or sketch.asks:
        return
    ships = sketch.things(knowledge, "mission", "programme", "variant")
    if not (ships or "mission" in sketch.kinds or "which_ship" in sketch.types):
        return
    for position, slot in enumerate(sketch.slots):
        before = sketch.slots[position - 1].text if position else ""
        onward = any(s.text in {"from", "with"} for s in sketch.slots[position + 1 : position + 2])
        if slot.text in {"came", "come"} and slot.means("filler") and before != "where":
            if onward:
                continue
            use = TopicUse("arrive", position, slot.text, predicate=True)
            sketch.topics.append(use)
            for mention in sketch.mentions:
                if mention.topic is not None:
                    continue
                if mention.slot.kind == "day" or mention.things[:1] in _ports(mention, knowledge):
                    mention.topic = use
                    use.governs.append(mention)
            return


def _ports(mention: Mention, knowledge: Knowledge) -> set[tuple[str, ...]]:
    """The first thing of a mention, as a set, if it is a port or a module."""
    kinds = {knowledge.thing(thing).kind_of_thing for thing in mention.things}
    return {mention.things[:1]} if kinds & {"port", "module"} else set()


def during_their_stay(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "what was launched while Padalka was on board": ships, by what they did then."""
    people = sketch.things(knowledge, "person", "expedition")
    events = [use for use in sketch.topics if use.topic in _EVENTS and not sketch.is_state(use)]
    listed = {"which", "which_ship", "quantity"} & set(sketch.types) or "mission" in sketch.kinds
    times = people and all(tells_time(sketch, mention) for mention in people)
    resting = not events and "docked" in sketch.words and sketch.asks == ["docked_for"]
    if not (times and listed and (events or resting)) or sketch.names_covers(knowledge):
        return
    if resting:  # "docked during Parmitano's stay": the topic was lost to "stay"
        place = next(n for n, slot in enumerate(sketch.slots) if slot.text == "docked")
        sketch.topics.append(TopicUse("arrive", place, "docked", predicate=True))
    sketch.asks = [name for name in sketch.asks if name != "docked_for"]
    sketch.types = [kind for kind in sketch.types if kind not in {"when", "which_ship"}]
    sketch.on_board = False
    if "mission" not in sketch.kinds:
        sketch.kinds.insert(0, "mission")


def tells_time(sketch: Sketch, mention: Mention) -> bool:
    """As in "during Expedition 31", "while Gerst was on board": somebody's name says when."""
    before = sketch.before(mention)
    if mention.preposition == "then":  # recalled from the last question
        return True
    if before is None:
        return False
    if before.text in {"when", "as"}:
        return mention.position < len(sketch.slots) - 1
    return before.text in {"during", "while", "whilst", "in", "within"}


def up_then(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which cosmonauts were up when CRS-7 failed": who was on board, and no day of it."""
    up = {"up", "up there", "in orbit", "in space"} & sketch.words
    listed = {"which", "who", "quantity"} & set(sketch.types) and "when" in sketch.types
    told = bool(sketch.asks) or sketch.check or sketch.names_covers(knowledge)
    told = told or bool(sketch.topic_names - {"arrive", "depart", "end", "launch"})
    if sketch.kinds == ["person"] and up and listed and not told:
        sketch.asks, sketch.kinds = ["people_aboard"], []
