"""Turns of phrase on which ships were at the station, and on what they did in a year."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Mission
from bot.questions.conditions import is_station
from bot.questions.sketch import Mention, Sketch, TopicUse

_OF_COVERS = {"issue", "make", "by", "mark", "postmark", "sign", "number", "contain", "recover"}
_EVENTS = {"arrive", "capture", "depart", "end", "launch"}


def counted_events(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how many launches in 2012", "how many splashdowns in 2014": the ships are counted."""
    if sketch.names_covers(knowledge) or sketch.asks or sketch.kinds or sketch.check:
        return
    for word, event in pairwise(sketch.slots):
        topic = event.sense("topic")
        if word.means("type", "quantity") and topic is not None and topic.value in _EVENTS:
            sketch.kinds = ["mission"]
            return


def stay_at_a_port(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how long was HTV-2 at Harmony zenith": that stay, and not all of its time there."""
    flights = sketch.things(knowledge, "mission")
    ports = sketch.things(knowledge, "port", "module")
    alone = len(flights) == len(ports) == 1 and len(sketch.mentions) == len("ab")
    bare = not (sketch.topics or sketch.asks or sketch.kinds or sketch.check)
    if alone and bare and sketch.types in (["duration"], ["when"]):
        sketch.ask_only("at_station")


def docked_when(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which Progress was docked when STS-108 came": ships that were there at that time."""
    flights = sketch.things(knowledge, "mission")
    listed = {"which", "which_ship", "quantity"} & set(sketch.types) and not sketch.check
    if not listed or "when" not in sketch.types or len(flights) != 1 or sketch.asks:
        return
    resting = [use for use in sketch.topics if sketch.is_state(use)]
    when = next(n for n, slot in enumerate(sketch.slots) if slot.means("type", "when"))
    if not resting or not resting[0].position < when < flights[0].position:
        return
    sketch.topics = [use for use in sketch.topics if use not in resting]
    sketch.on_board = True
    sketch.types = [kind for kind in sketch.types if kind != "which_ship"]
    if "mission" not in sketch.kinds:
        sketch.kinds.insert(0, "mission")


def left_the_port(sketch: Sketch, _: Knowledge) -> None:
    """As in "when left HTV-9 the port": a day is asked, and not the port."""
    if sketch.asks == ["port"] and "when" in sketch.types and "depart" in sketch.topic_names:
        sketch.asks = []


def list_all_of_a_line(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "list all ATV": its flights, and no description of it."""
    lines = sketch.things(knowledge, "programme", "variant")
    told = sketch.topics or sketch.asks or sketch.kinds or sketch.types or sketch.values
    listed = "list" in sketch.wants and not sketch.names_covers(knowledge)
    if listed and len(lines) == len(sketch.mentions) == 1 and not told:
        sketch.kinds = ["mission"]


def dragons_landed(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how many Dragons landed": they splashed down; the lost one did not."""
    lines = sketch.things(knowledge, "programme", "variant")
    dragons = [m for m in lines if {"dragon", "dragon-1", "dragon-2"} & set(m.things)]
    for use in sketch.topics if dragons and "quantity" in sketch.types else []:
        if use.topic in {"end", "return"} and use.text.startswith("land"):
            use.topic, use.text = "end", "splashed down"


def docked_on(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "was any Progress docked on 1 May 2015": there on that day, not arrived on it."""
    lines = sketch.things(knowledge, "programme", "variant", "mission")
    days = [mention for mention in sketch.mentions if mention.slot.kind == "day"]
    opens = sketch.check and sketch.slots[0].text in {"was", "were", "is", "are"}
    for use in sketch.topics if opens and lines and days else []:
        if use.topic == "arrive" and use.text in {"docked", "berthed", "attached"}:
            use.topic = "stay"


def there_when(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "was ATV-1 there when STS-126 came": a yes or no, and no day."""
    flights = sketch.things(knowledge, "mission")
    resting = {"there", "docked", "berthed", "attached"} & sketch.words or sketch.on_board
    if sketch.check and len(flights) == len("ab") and resting and sketch.types == ["when"]:
        sketch.types = []


def any_of_a_line(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "did any Progress fly on Soyuz-FG": which of its ships did."""
    lines = sketch.things(knowledge, "programme", "variant")
    values = [mention for mention in sketch.mentions if mention.slot.value is not None]
    ever = {"any", "ever", "did any", "has any"} & sketch.words
    if sketch.check and ever and len(lines) == len(values) == 1 and len(sketch.mentions) == 2:
        sketch.check, sketch.kinds, sketch.types = False, ["mission"], ["which"]


def version_of_a_rocket(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which version of Falcon launched CRS-8": its rocket."""
    values = [mention for mention in sketch.mentions if mention.slot.value is not None]
    flights = sketch.things(knowledge, "mission")
    asked = "variant" in sketch.topic_names and sketch.topic_names <= {"variant", "launch", "fly"}
    rockets = [mention for mention in values if (mention.slot.value or ("",))[0] == "vehicle"]
    if asked and len(values) == len(rockets) == len(flights) == 1:
        sketch.mentions = flights
        sketch.ask_only("vehicle")


def which_soyuz(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which Soyuz launched M-27M": the rocket, and no day."""
    flights = sketch.things(knowledge, "mission")
    alone = len(flights) == len(sketch.mentions) == 1 and not sketch.names_covers(knowledge)
    started = sketch.topic_names and sketch.topic_names <= {"launch", "fly"}
    if alone and started and {"which soyuz", "what soyuz"} & sketch.words and not sketch.asks:
        sketch.ask_only("vehicle")


def at_the_station(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "what was at the ISS on 1 July 2012": the ships there, no postmark of it."""
    station = [m for m in sketch.mentions if m.things == ("iss",) and m.preposition == "at"]
    days = [mention for mention in sketch.mentions if mention.slot.kind == "day"]
    told = sketch.topics or sketch.asks or sketch.kinds or sketch.names_covers(knowledge)
    asks = {*sketch.types} and {*sketch.types} <= {"which", "which_ship", "what"}
    if asks and not told and len(station) == len(days) == 1 and len(sketch.mentions) == len("ab"):
        sketch.mentions, sketch.kinds, sketch.on_board = days, ["mission"], True


def one_of_a_line_there(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "was there a Dragon at the station on 4 July 2017": those of the line that were."""
    lines = sketch.things(knowledge, "programme", "variant")
    days = [mention for mention in sketch.mentions if mention.slot.kind == "day"]
    named = [mention for mention in sketch.mentions if not is_station(mention)]
    alone = len(lines) == len(days) == 1 and len(named) == len("ab")
    told = sketch.topics or sketch.asks or sketch.types or sketch.values or sketch.negations
    there = {"was there", "were there", "is there", "was there any"} & sketch.words
    placed = sketch.on_board or len(named) < len(sketch.mentions)
    if alone and there and placed and not told and not sketch.names_covers(knowledge):
        sketch.check, sketch.kinds, sketch.types = False, ["mission"], ["which"]
        sketch.mentions, sketch.on_board = named, True


def still_docked(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "is NG-24 still docked": the ship, and no item that may be so."""
    flights = sketch.things(knowledge, "mission")
    alone = len(flights) == len(sketch.mentions) == 1 and not sketch.names_covers(knowledge)
    if "still docked" in sketch.words and "which_ship" in sketch.types and not sketch.mentions:
        sketch.unexplained.append("still docked")  # what is so today is not on record
    if alone and "still docked" in sketch.words and not (sketch.topics or sketch.asks):
        sketch.fits = sketch.check = False
        sketch.ask_only("departed")


_ATTACHED = {"docked", "berthed", "attached"}


def still_there_on_a_day(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "was HTV-4 still berthed on 10 September 2013": whether it was there on that day."""
    flights = sketch.things(knowledge, "mission")
    days = [mention for mention in sketch.mentions if mention.slot.kind == "day"]
    alone = len(flights) == len(days) == 1 and len(sketch.mentions) == len("ab")
    said = {f"still {word}" for word in _ATTACHED} & sketch.words
    still = bool(said) or ("still" in sketch.words and bool(_ATTACHED & sketch.words))
    told = sketch.asks or sketch.kinds or sketch.types or sketch.topic_names - {"arrive", "stay"}
    if not (alone and still and sketch.check) or told or sketch.limit_words:
        return
    use = TopicUse("stay", days[0].position - 1, "there", predicate=True, governs=days)
    days[0].topic, sketch.topics, sketch.fits = use, [use], False
    sketch.unexplained = [word for word in sketch.unexplained if word != "still"]


def brought_module(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which Progress took Pirs away", "who brought Prichal": the ship that did."""
    modules = sketch.things(knowledge, "module")
    lines = sketch.things(knowledge, "programme", "variant")
    others = [m for m in sketch.mentions if m not in modules and not is_station(m)]
    only = len(modules) == 1 and others == lines and not sketch.asks
    asked = {"which", "which_ship", "who"} & set(sketch.types) and not sketch.names_covers(
        knowledge
    )
    moves = sketch.topic_names and sketch.topic_names <= {"fly", "return", "carry"}
    arrived = sketch.topic_names and sketch.topic_names <= {"arrive", "launch"}
    types = set(sketch.types) if arrived and not lines else set()
    if only and types and types <= {"when", "how", "which_ship"}:
        sketch.values.append(f"modules={modules[0].things[0]}")  # "when did Poisk arrive"
        sketch.mentions, sketch.kinds = [], ["mission"]
        if "when" not in types:
            sketch.topics, sketch.types = [], ["which"]
        return
    if not (only and asked and moves):
        return
    away = "return" in sketch.topic_names or "away" in sketch.words
    module = modules[0].things[0]
    sketch.values.append(f"{'modules_down' if away else 'modules'}={module}")
    sketch.mentions, sketch.topics = list(lines), []
    sketch.kinds, sketch.types = ["mission"], ["which"]


def brought_any_module(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which Progress brought a module", "how many ships took modules away"."""
    named = sketch.things(knowledge, "module", "mission") or sketch.names_covers(knowledge)
    lines = sketch.things(knowledge, "programme", "variant")
    days = [mention for mention in sketch.mentions if mention.slot.kind == "day"]
    if "module" not in sketch.kinds or named or sketch.asks or sketch.orders or sketch.values:
        return
    moves = sketch.topic_names and sketch.topic_names <= {"fly", "return", "carry"}
    others = len(sketch.mentions) > len(lines) + len(days)
    asked = {"which", "which_ship", "quantity"} & set(sketch.types) and not sketch.check
    if not (moves and asked) or others or (sketch.kinds.index("module") == 0 and not lines):
        return
    away = "return" in sketch.topic_names or "away" in sketch.words
    sketch.values.append("modules_down=*" if away else "modules=*")
    sketch.kinds, sketch.topics = ["mission"], []
    sketch.types = ["quantity" if "quantity" in sketch.types else "which"]


def ships_meant(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "HTV at Harmony zenith", "Progress before M-29M", "2013 Progress list": the ships."""
    lines = sketch.things(knowledge, "programme", "variant")
    others = [mention for mention in sketch.mentions if mention not in lines]
    told = sketch.kinds or sketch.asks or sketch.names_covers(knowledge) or sketch.check
    if told or len(lines) != 1 or not others or sketch.topic_names & _OF_COVERS:
        return
    if set(sketch.types) - {"which", "quantity"} or sketch.values or sketch.orders:
        return
    if all(_says_which_ship(sketch, mention, knowledge) for mention in others):
        sketch.kinds.insert(0, "mission")


def _says_which_ship(sketch: Sketch, mention: Mention, knowledge: Knowledge) -> bool:
    """Whether a mention can only sort ships: a port, an end on Earth, a flight before or after."""
    kinds = {knowledge.thing(thing).kind_of_thing for thing in mention.things}
    if kinds & {"port", "module"}:
        return mention.preposition in {"at", "to", "on", "from"}
    if kinds == {"place"}:
        sites = {site for m in knowledge.all(Mission) for site in _sites(m)}
        started = mention.preposition == "from" and set(mention.things) & sites
        return sketch.topic_names == {"end"} or bool(started and not sketch.topics)
    if kinds == {"mission"}:
        return any(position == mention.position - 1 for position, _ in sketch.limit_words)
    listed = "list" in sketch.wants or "list" in sketch.words
    placed = any(m.preposition == "from" and m.slot.kind == "thing" for m in sketch.mentions)
    return mention.slot.kind == "day" and (listed or placed)


def _sites(mission: Mission) -> list[str]:
    """Where a flight started from."""
    return [claim.value for claim in mission.launch.site] if mission.launch is not None else []


def what_flew(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "what flew in October 2014": ships, as no covers are named."""
    days = [mention for mention in sketch.mentions if mention.slot.kind == "day"]
    others = [m for m in sketch.mentions if m not in days and m.things != ("iss",)]
    moved = sketch.topic_names in ({"fly"}, {"end"})
    asked = moved and days and not others and not sketch.kinds
    if not asked or sketch.asks or sketch.check or sketch.names_covers(knowledge):
        return
    if sketch.types == ["who"]:
        sketch.unexplained.append(sketch.topics[0].text)
    elif sketch.types == ["which"]:
        sketch.kinds = ["mission"]
        for use in sketch.topics:
            use.topic = "launch" if use.topic == "fly" else use.topic


def ships_returned(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which ships returned during Expedition 73": they came down and did not burn up."""
    ships = "which_ship" in sketch.types and sketch.topic_names == {"return"}
    told = sketch.names_covers(knowledge) or sketch.asks or sketch.check or sketch.pronoun
    if ships and len(sketch.topics) == 1 and not told:
        use = sketch.topics[0]
        if use.text.startswith(("bring", "brought", "carr", "take", "took")):
            return  # something on it
        use.topic, use.text = "end", "splashed down"


_STANDS_FOR = {"acronym for", "full form of", "short for", "stand for", "stands for"}


def what_it_stands_for(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "what is ATV short for", "what does HTV stand for": the other names of the line."""
    lines = sketch.things(knowledge, "programme")
    told = sketch.topics or sketch.asks or sketch.kinds or sketch.names_covers(knowledge)
    if len(lines) == len(sketch.mentions) == 1 and _STANDS_FOR & sketch.words and not told:
        sketch.wants, sketch.types = [], []
        sketch.ask_only("other_names")


def names_of_ships(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "what were the names of the ATVs", "ATV names": those of its ships."""
    lines = sketch.things(knowledge, "programme", "variant")
    told = sketch.topics or sketch.asks or sketch.kinds or sketch.names_covers(knowledge)
    alone = len(lines) == len(sketch.mentions) == 1 and not told
    if alone and sketch.unexplained == ["names"]:
        sketch.unexplained = []
        sketch.ask_only("ship_name")
        sketch.kinds = ["mission"]


def country_of(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which country is ATV from": the country of a line, a club or a place."""
    named = sketch.things(knowledge, "programme", "party", "place", "mission")
    asked = any(use.text == "country" for use in sketch.topics) and "which" in sketch.types
    if asked and len(sketch.topics) == 1 and len(named) == len(sketch.mentions) == 1:
        sketch.ask_only("country")
        named[0].topic = None


def all_with_dates(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "all ATV with dates", "list HTV with dates": its flights, one by one."""
    lines = sketch.things(knowledge, "programme", "variant")
    told = sketch.topics or sketch.asks or sketch.kinds or sketch.names_covers(knowledge)
    alone = len(lines) == len(sketch.mentions) == 1 and not told
    every = sketch.every or "list" in sketch.wants
    if every and alone and sketch.types == ["when"] and "dates" in sketch.words:
        sketch.kinds, sketch.types = ["mission"], ["which"]


def dates_of_ships(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "re-entry dates of the ATVs": of each ship, and not the end of the line."""
    lines = sketch.things(knowledge, "programme", "variant")
    plural = [m for m in lines if m.slot.text.endswith("s") and m.preposition == "of"]
    dated = {"dates", "days"} & sketch.words and sketch.topic_names & _EVENTS
    if plural and dated and not (sketch.kinds or sketch.asks or sketch.names_covers(knowledge)):
        sketch.kinds.insert(0, "mission")


def ships_of_an_agency(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which ships belong to ESA": those that it operates."""
    ships = "mission" in sketch.kinds or "which_ship" in sketch.types
    ships = ships and not sketch.names_covers(knowledge)
    if ships and sketch.topic_names == {"part_of"} and sketch.things(knowledge, "party"):
        sketch.drop("part_of")
        sketch.kinds, sketch.types = ["mission"], ["which"]
        for mention in sketch.mentions:
            mention.topic = None


def since_when(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "since when flies Progress MS": its first flight."""
    lines = sketch.things(knowledge, "programme", "variant")
    alone = len(lines) == len(sketch.mentions) == 1
    if alone and "since when" in sketch.words and sketch.topic_names == {"fly"}:
        line = knowledge.thing(lines[0].things[0])
        told = ("introduced", "first_flight")
        known = next((name for name in told if getattr(line, name, ())), "first_mission")
        sketch.ask_only(known)
        sketch.kinds = []


def flew_to_the_station(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how long did HTV-1 fly to the station": from launch to arrival."""
    flights = sketch.things(knowledge, "mission")
    there = {"to the station", "to the iss"} & sketch.words and sketch.topic_names == {"fly"}
    if sketch.types == ["duration"] and there and len(flights) == len(sketch.mentions):
        sketch.ask_only("approach")


def who_was_on_a_shuttle(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who was on STS-126?": its crew."""
    opens = sketch.slots[0].text in {"who was", "who were"} and not sketch.topics
    flights = sketch.things(knowledge, "mission")
    if opens and len(flights) == len(sketch.mentions) == 1 and flights[0].preposition == "on":
        flight = knowledge.thing(flights[0].things[0])
        if isinstance(flight, Mission) and flight.crew:
            sketch.wants = []
            sketch.ask_only("crew")


def crew_of_a_shuttle(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who flew on STS-135": the people, and not the makers of the covers in it."""
    flights = [knowledge.thing(m.things[0]) for m in sketch.things(knowledge, "mission")]
    manned = flights and all(isinstance(f, Mission) and f.crew for f in flights)
    alone = len(flights) == len(sketch.mentions) and not sketch.names_covers(knowledge)
    if manned and alone and sketch.types == ["who"] and sketch.topic_names == {"fly"}:
        sketch.ask_only("crew")


def flights_of_a_capsule(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which other flights did the capsule of CRS-21 make": all that bear its number."""
    flights = sketch.things(knowledge, "mission")
    alone = len(flights) == len(sketch.mentions) == 1 and len(flights[0].things) == 1
    counted = sketch.words & {"how often", "how many times"}
    words = {word for slot in sketch.slots for word in slot.text.split()}
    if not alone or "capsule" not in words or not (counted or words & _FLIGHTS):
        return
    told = facts_of(knowledge, knowledge.thing(flights[0].things[0]), "serial")
    number = str(told[0].value).partition(".")[0] if told else ""
    if not number:
        return
    flights[0].slot = replace(flights[0].slot, kind="value", things=(), value=("serial", number))
    flights[0].topic, sketch.asks, sketch.topics, sketch.pronoun = None, [], [], False
    sketch.kinds, sketch.types = ["mission"], ["quantity" if counted else "which"]


_FLIGHTS = {"flight", "flights", "mission", "missions", "trips", "voyages"}
