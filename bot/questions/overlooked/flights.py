"""What is asked of ships, modules and stations that no reading takes up."""

from __future__ import annotations

from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.questions.sketch import Sketch

_EVENTS = {"launch", "arrive", "capture", "depart", "end", "return", "fly", "stay"}


def module_itself(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "when was Harmony launched": the module is meant, not the ships at its port."""
    modules = sketch.things(knowledge, "module")
    others = sketch.things(knowledge, "mission", "programme", "variant")
    if not modules or others or "mission" in sketch.kinds or "which_ship" in sketch.types:
        return ""
    if sketch.names_covers(knowledge) or modules[0].preposition in {"at", "to", "from", "on"}:
        return ""
    lasted = "duration" in sketch.types or (sketch.asks and not sketch.topics)
    return sketch.topic_text(*_EVENTS, "recover", "return") or ("module" if lasted else "")


def value_and_field(sketch: Sketch, _: Knowledge) -> str:
    """As in "was the docking cover postmarked on the docking day": both would not be heard."""
    if sketch.check and sketch.values and sketch.asks:
        return sketch.first_text(lambda slot: slot.means("ask"))
    return ""


def flown_to_mir(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which Progress flew to Mir", "who was on Mir": only what mail went there is kept."""
    there = [mention for mention in sketch.mentions if mention.things == ("mir",)]
    asked = sketch.topics or sketch.asks or sketch.types or len(sketch.mentions) > 1
    asked = asked or sketch.slots[0].text.startswith("who")
    covers = sketch.names_covers(knowledge) or sketch.things(knowledge, "party", "mark")
    return there[0].slot.text if there and asked and not covers else ""


def after_leaving(sketch: Sketch, _: Knowledge) -> str:
    """As in "how long did it stay in orbit after leaving": not the time at the station."""
    timed = {"docked_for", "flight_time"} & set(sketch.asks) or "duration" in sketch.types
    return sketch.topic_text("depart") if timed else ""


def together(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "was ATV-1 docked together with HTV-1", "how long were both docked"."""
    flights = sketch.things(knowledge, "mission")
    if "both" in sketch.words and sketch.types == ["duration"] and len(flights) > 1:
        return "both"  # the time that they shared, not that of each
    if "both" in sketch.words and sketch.types == ["when", "when"]:
        return "both"  # "who was there both when it docked and when it left"
    beside = sketch.first_text(
        lambda slot: slot.text in {"together with", "docked with", "alongside"}
    )
    if sketch.check and beside and len(flights) > 1:
        return beside
    until = [sketch.slots[p].text for p, limit in sketch.limit_words if limit == "before"]
    rests = any(use.text in {"docked", "berthed", "attached"} for use in sketch.topics)
    return until[0] if sketch.check and rests and until and until[0] != "before" else ""


def now(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which Progress are at the ISS today", "where is MS-34 now"."""
    now = sketch.first_text(lambda slot: slot.text in {"now", "today", "nowadays", "right now"})
    there = (
        sketch.on_board
        or "where" in sketch.types
        or any(m.things == ("iss",) for m in sketch.mentions)
    )
    rests = sketch.topic_names & {"stay", "arrive"}
    return now if now and (there or rests) and not sketch.names_covers(knowledge) else ""


def came_home(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many Progress came home": what left the station did not come home."""
    back = sketch.topic_text("return")
    listed = not sketch.check and not set(sketch.types) - {"quantity", "which", "which_ship"}
    lines = {t for m in sketch.things(knowledge, "programme") for t in m.things}
    home = lines and lines <= {"dragon", "shuttle"}
    flights = sketch.things(knowledge, "mission")
    ships = not sketch.names_covers(knowledge) and not flights and not sketch.asks
    return back if back and listed and ships and not home else ""


def flight_of_a_module(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "NASA's number for the Pirs flight": not that of the ships at its port."""
    for module in sketch.things(knowledge, "module"):
        behind = sketch.slots[module.position + 1 : module.position + 2]
        if behind and behind[0].text in {"flight", "mission", "launch"}:
            return behind[0].text
    return ""


def carried_covers(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which ships brought covers home", "did a Japanese ship carry covers": not read."""
    covers = sketch.names_covers(knowledge) and "mission" in sketch.kinds
    unheard = "return" in sketch.topic_names or sketch.check
    return sketch.topic_text("return", "fly") if covers and unheard else ""


def on_the_pad(sketch: Sketch, _: Knowledge) -> str:
    """As in "did Orb-3 explode on the pad": where it was lost is not asked of the pad's name."""
    lost = any(value.startswith("outcome") for value in sketch.values)
    pad = sketch.first_text(lambda slot: slot.means("ask", "pad"))
    return pad if lost and "pad" in sketch.asks else ""


def able_to_dock(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "can Cygnus dock", "which ships cannot dock": what they did is recorded."""
    able = {"can", "could", "cannot", "can't", "able"} & sketch.words
    people = sketch.things(knowledge, "person", "expedition")
    return sketch.topic_text("arrive") if able and not (sketch.asks or people) else ""


def how_long_before(sketch: Sketch, _: Knowledge) -> str:
    """As in "how long did CRS-5 fly before berthing": not the whole flight."""
    times = "duration" in sketch.types or {"flight_time", "docked_for"} & set(sketch.asks)
    before = {"before", "after", "until"} & sketch.words
    return min(before) if times and before and sketch.topic_names & _EVENTS_OF_STAYS else ""


_EVENTS_OF_STAYS = {"arrive", "depart", "end", "capture"}


def named_for_people(sketch: Sketch, _: Knowledge) -> str:
    """As in "which Cygnus is named for an astronaut": what people were is not looked at."""
    named = any(slot.text.startswith("named") for slot in sketch.slots)
    return "named" if named and "person" in sketch.kinds else ""


def for_each_line(sketch: Sketch, _: Knowledge) -> str:
    """As in "how many flights had each programme": not all of them together."""
    each = sketch.every and "programme" in sketch.kinds and "quantity" in sketch.types
    return "each" if each else ""


def aboard_now(sketch: Sketch, _: Knowledge) -> str:
    """As in "who is on board now": what is recorded ends some day."""
    asks = {"people_aboard", "crew"} & set(sketch.asks)
    return "now" if asks and {"now", "today", "currently"} & sketch.words else ""


def named_after_whom(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which ATV was named after a writer": what people were is not recorded."""
    both = {"name", "sign"} <= sketch.topic_names
    return sketch.topic_text("sign") if both and not sketch.names_covers(knowledge) else ""


def off_the_station(sketch: Sketch, _: Knowledge) -> str:
    """As in "when came CRS-8 off the station": it left then, and did not come."""
    for word, behind in pairwise(sketch.slots if "when" in sketch.types else []):
        if word.text == "off" and behind.text in {"the station", "the iss", "station", "iss"}:
            return word.text
    return ""


def longest_to_arrive(sketch: Sketch, _: Knowledge) -> str:
    """As in "which HTV took longest to arrive": the way there, not the whole flight."""
    for word, behind in pairwise(sketch.slots):
        ordered = bool({"longest", "shortest"} & set(sketch.orders))
        if ordered and word.text == "to" and behind.means("topic", "arrive"):
            return behind.text
    return ""


def expedition_at(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "expedition at arrival of HTV-1": who was there is asked, and no day."""
    asked = sketch.kinds == ["expedition"] and not (sketch.asks or sketch.types)
    flights = sketch.things(knowledge, "mission")
    return sketch.first_text(lambda s: s.means("kind", "expedition")) if asked and flights else ""


def struck_by_expedition(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which expedition stamped the ATV-1 mail": not all that met the ship."""
    named = "expedition" in sketch.kinds and "which" in sketch.types
    asked = named or "expeditions_aboard" in sketch.asks
    return sketch.topic_text("postmark", "mark") if asked and sketch.names_covers(knowledge) else ""


def ships_at_once(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many ships at once", "which ships were there at the same time as CRS-21"."""
    ships = "mission" in sketch.kinds or sketch.things(knowledge, "mission", "programme")
    beside = {slot.text for slot in sketch.slots if slot.text in _AT_ONCE}
    return min(beside) if beside and ships and not sketch.names_covers(knowledge) else ""


_AT_ONCE = {"once", "at once", "same time", "at the same time", "same time as", "at same time as"}


def there_during(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which Progress were there during ATV-4": ships beside a ship are not read."""
    flights = [m for m in sketch.things(knowledge, "mission") if m.preposition == "during"]
    there = {"there", "were there", "was there"} & sketch.words or sketch.on_board
    return "during" if flights and there and "which" in sketch.types else ""


def near_somewhere(sketch: Sketch, _: Knowledge) -> str:
    """As in "how many Dragons came down near Florida": no distance is recorded."""
    return sketch.first_text(lambda slot: slot.text in {"near", "close to", "nearby"})


def started_again(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "when did Dragon start to land in the Pacific again": a change, and no launch."""
    flights = sketch.things(knowledge, "mission", "programme", "variant")
    started = {"start", "began", "begin", "started", "stop", "stopped"} & sketch.words
    acts = {"end", "arrive", "return", "depart"} & sketch.topic_names
    return min(started) if started and flights and acts and "when" in sketch.types else ""


def ships_that_brought(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many shuttle flights brought covers": what went up on them is counted."""
    brought = [
        use.text for use in sketch.topics if use.text in {"brought", "brought back", "bring"}
    ]
    counted = "quantity" in sketch.types and "mission" in sketch.kinds
    return brought[0] if brought and counted and sketch.names_covers(knowledge) else ""


def line_with_its_version(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many HTV flew, with HTV-X": both, and not that version alone."""
    lines = [thing for m in sketch.things(knowledge, "programme") for thing in m.things]
    for mention in sketch.things(knowledge, "variant"):
        own = [getattr(knowledge.thing(thing), "programme", "") for thing in mention.things]
        if set(own) & set(lines) and mention.preposition in {"with", "including"}:
            return mention.slot.text
    return ""


def orbiter_of_mail(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which orbiter brought the ATV-1 mail?": not what the ATV is called."""
    told = sketch.first_text(lambda slot: "orbiter" in slot.text.split())
    return told if sketch.names_covers(knowledge) else ""


def lines_with_covers(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which ships supply the ISS with covers?": all lines would be no answer."""
    told = sketch.first_text(lambda slot: slot.means("kind", "programme"))
    named = "programme" in sketch.kinds and sketch.names_covers(knowledge)
    return told if named and len(told.split()) > 1 else ""
