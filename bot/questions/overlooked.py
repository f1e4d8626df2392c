"""What no reading takes up: better not understood than overlooked.

A question whose every word is known can still ask something that no reading answers: "was it
launched before the other one docked", "which covers are unsigned". Each guard looks for one such
construction and names the word that would go unheard. It comes after the turns of phrase, which
have taken up what can be answered.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.knowledge.base import Knowledge
from bot.questions.query import Query, Trouble
from bot.questions.sketch import Sketch
from bot.questions.slots import Slot
from bot.questions.turns import is_state, names_covers

_EVENTS = {"launch", "arrive", "capture", "depart", "end", "return", "fly", "stay"}
_UN = re.compile(r"^un(?:signed|flown|numbered|postmarked|marked|cancell?ed|stamped|sealed)$")
_FORMS = {"card", "folder", "letter", "sheet"}


def overlooked(sketch: Sketch, knowledge: Knowledge) -> str:
    """The word of a sketch that nothing would hear, or "" where there is none."""
    return next((word for guard in _GUARDS if (word := guard(sketch, knowledge))), "")


def _first(sketch: Sketch, found: Callable[[Slot], bool]) -> str:
    return next((slot.text for slot in sketch.slots if found(slot)), "")


def _topics(sketch: Sketch) -> set[str]:
    return {use.topic for use in sketch.topics}


def _text_of(sketch: Sketch, *topics: str) -> str:
    return next((use.text for use in sketch.topics if use.topic in topics), "")


def denied_of_itself(reading: Query | Trouble, sketch: Sketch) -> str:
    """As in "who else signed it besides Nespoli": his covers bear the others' names, too."""
    if isinstance(reading, Trouble) or reading.want != "value":
        return ""
    by_several = "signed_by" in reading.fields
    denied = by_several and any(c.op == "is not" and c.field == "signed_by" for c in reading.where)
    word = _first(sketch, lambda slot: slot.means("negation")) or sketch.slots[0].text
    return word if denied else ""


def said_of_all(reading: Query | Trouble, sketch: Sketch) -> str:
    """A word that restricts what is listed or counted, where no condition came of it."""
    if isinstance(reading, Trouble) or reading.want not in {"list", "count"} or reading.where:
        return ""
    restricting = ("on_board", "limit", "negation", "direction", "ordinal", "order")
    for slot in sketch.slots:
        if any(sense.kind in restricting for sense in slot.senses):
            return slot.text
    words = (use.text for use in sketch.topics if use.topic != "fly")
    named = (m.slot.text for m in sketch.mentions if m.things != ("iss",))
    return next(words, next(named, ""))


# --- negations and comparisons --------------------------------------------------------------------


def _denied_word(sketch: Sketch, _: Knowledge) -> str:
    """As in "which covers are unsigned": what is not recorded is not known to be absent."""
    return _first(sketch, lambda slot: bool(_UN.match(slot.text)))


def _other_than(sketch: Sketch, _: Knowledge) -> str:
    """As in "other clubs than La Marianne", "another port than Harmony"."""
    words = [slot.text for slot in sketch.slots]
    if "than" in words and {"other", "others", "another", "else"} & set(words):
        return "than"
    return ""


def _compared_in_check(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "did more ships launch from Wallops than from Kourou": numbers are not compared."""
    if not sketch.check or not sketch.comparatives:
        return ""
    kinds = ("mission", "variant", "programme", "party", "person")
    sides = max(len(sketch.things(knowledge, kind)) for kind in kinds)
    flights = _topics(sketch) <= {"fly", "launch"} and not names_covers(sketch, knowledge)
    numbers = {"more", "fewer"} & set(sketch.comparatives) and flights and not sketch.asks
    return sketch.comparatives[0] if sides < len("ab") or numbers else ""


def _two_events(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "did M-09M leave before ATV-2 docked": two events are not set against one another."""
    flights = sketch.things(knowledge, "mission")
    timed = "when" in sketch.types and len(flights) > 1
    related = (
        timed
        or {"earlier", "later"} & set(sketch.comparatives)
        or any(limit in {"before", "after", "since", "by"} for _, limit in sketch.limit_words)
    )
    events = [use for use in sketch.topics if use.topic in _EVENTS - {"fly"}]
    apart = len({use.topic for use in events}) > 1
    if timed and apart and len(events) > 1:
        places = (events[0].position, events[-1].position)
        apart = any(places[0] < flight.position < places[1] for flight in flights)
    return events[-1].text if related and apart and len(flights) > 1 else ""


# --- people, expeditions, modules -----------------------------------------------------------------


def _people_did(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "did Kuipers come home on C2+", "launched during Expedition 42"."""
    people = sketch.things(knowledge, "person", "expedition")
    if not people or names_covers(sketch, knowledge):
        return ""
    ships = sketch.things(knowledge, "mission", "programme", "variant")
    asked = {"which_ship", "which"} & set(sketch.types)
    flights = bool(ships or asked or "mission" in sketch.kinds)
    held = any(mention.topic is not None and mention.topic.topic == "by_hand" for mention in people)
    rests = {use.topic for use in sketch.topics if is_state(sketch, use)}
    events = _topics(sketch) & (_EVENTS - {"stay"}) - rests
    aboard = sketch.check and sketch.on_board and len(people) == 1
    return _text_of(sketch, *events) if flights and events and not (held or aboard) else ""


def _module_itself(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "when was Harmony launched": the module is meant, not the ships at its port."""
    modules = sketch.things(knowledge, "module")
    others = sketch.things(knowledge, "mission", "programme", "variant")
    if not modules or others or "mission" in sketch.kinds or "which_ship" in sketch.types:
        return ""
    if names_covers(sketch, knowledge) or modules[0].preposition in {"at", "to", "from", "on"}:
        return ""
    return _text_of(sketch, *_EVENTS) or ("module" if sketch.asks and not sketch.topics else "")


def _kind_not_ranked(sketch: Sketch, _: Knowledge) -> str:
    """As in "the longest expedition", "the first module": flights are not what is meant."""
    kinds = {"expedition", "person", "place", "party"} & set(sketch.kinds[:1])
    ordered = bool(sketch.orders) or sketch.ordinal is not None
    return sketch.kinds[0] if kinds and ordered else ""


def _two_edges(sketch: Sketch, _: Knowledge) -> str:
    """As in "the first cargo ship after the last shuttle": one edge would go unheard."""
    return sketch.orders[1] if {"earliest", "latest"} <= set(sketch.orders) else ""


def _number_ranked(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "the largest number of covers on one ATV": of the flights, not of the covers."""
    if not (names_covers(sketch, knowledge) and _topics(sketch) & {"fly"}):
        return ""
    return _first(sketch, lambda s: s.means("order") and s.text.endswith("number of"))


# --- checks ---------------------------------------------------------------------------------------


def _edge_of_something(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "was M-12M the first Progress lost": first of the lost ones, not of the line."""
    if not (sketch.check and sketch.orders):
        return ""
    narrowed = sketch.values or names_covers(sketch, knowledge) or _topics(sketch) - {"fly"}
    crowded = bool(sketch.asks) or len(sketch.mentions) > len("ab")
    return sketch.orders[0] if narrowed or crowded else ""


def _edge_of_covers(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "was ATV-1 the first mission with flown covers": not the first of its line."""
    edges = {"first_mission", "last_mission", "first_flight"} & set(sketch.asks)
    lines = sketch.things(knowledge, "mission", "programme", "variant")
    more = (
        names_covers(sketch, knowledge)
        or len(sketch.mentions) > len(lines)
        or not (sketch.things(knowledge, "programme", "variant"))
    )
    named = sketch.check and edges and more
    return _first(sketch, lambda slot: slot.means("ask")) if named else ""


def _two_in_one(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many folders were issued and how many cards flew": one would be lost."""
    forms = set(sketch.kinds) & {*_FORMS, "cover"}
    if sketch.types.count("quantity") > 1 and len(forms) > 1:
        return "how many"
    each = sketch.every and "make" in _topics(sketch) and "quantity" in sketch.types
    if each and names_covers(sketch, knowledge):
        return _text_of(sketch, "make")
    return ""


def _denied_pieces(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many covers without the seal flew": figures are not told apart by it."""
    if "quantity" not in sketch.types or not names_covers(sketch, knowledge):
        return ""
    denied = [m for m in sketch.things(knowledge, "mark", "person", "place") if m.negated]
    return denied[0].slot.text if denied else ""


def _counted_there(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "were the 14 covers postmarked in Houston": which of them is not looked at."""
    counted = any(mention.slot.kind == "number" for mention in sketch.mentions)
    offices = [m for m in sketch.things(knowledge, "place") if m.topic is not None]
    struck = [m for m in offices if m.topic is not None and m.topic.topic == "postmark"]
    return struck[0].slot.text if sketch.check and counted and struck else ""


def _crews_of_two(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which expedition had both Padalka and Pettit": not the crews that met ships."""
    ships = sketch.things(knowledge, "mission", "programme", "variant")
    people = sketch.things(knowledge, "person")
    asked = {"expeditions_aboard", "expeditions"} & set(sketch.asks) or "expedition" in sketch.kinds
    return people[-1].slot.text if asked and len(people) > 1 and not ships else ""


def _lost_mail(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "were covers lost on CRS-7": of the ship it is known, of its mail nothing."""
    told = any(value.startswith("outcome") for value in sketch.values)
    lost = told and names_covers(sketch, knowledge)
    return _first(sketch, lambda slot: slot.means("value")) if lost else ""


def _value_and_field(sketch: Sketch, _: Knowledge) -> str:
    """As in "was the docking cover postmarked on the docking day": both would not be heard."""
    if sketch.check and sketch.values and sketch.asks:
        return _first(sketch, lambda slot: slot.means("ask"))
    return ""


def _by_people(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "signed by astronauts": who signed is recorded, what they were is not looked at."""
    people = "person" in sketch.kinds and "sign" in _topics(sketch) and not sketch.types
    if people and not sketch.things(knowledge, "person", "expedition"):
        return _first(sketch, lambda slot: slot.means("kind", "person"))
    return ""


def _flown_to_mir(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "flown to Mir": Mir is a place of postmarks here, not one that was flown to."""
    for mention in sketch.mentions:
        flights = sketch.things(knowledge, "programme") and not names_covers(sketch, knowledge)
        if mention.things == ("mir",) and (flights or _topics(sketch) & {"fly", "return"}):
            return mention.slot.text
    return ""


def _covers_in_folder(sketch: Sketch, _: Knowledge) -> str:
    """As in "is the flown cover in the folder": what a folder holds is listed, not checked."""
    both = {"cover", "folder"} <= set(sketch.kinds)
    inside = "contain" in _topics(sketch) or any(slot.text == "in" for slot in sketch.slots)
    counted = any(mention.slot.kind == "number" for mention in sketch.mentions)
    return "folder" if sketch.check and both and inside and not counted else ""


# --- covers ---------------------------------------------------------------------------------------


def _events_of_covers(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which covers burned up", "covers of missions launched from Kourou"."""
    if not names_covers(sketch, knowledge) or sketch.check:
        return ""
    if "mission" in sketch.kinds and "launch" in _topics(sketch):
        return _text_of(sketch, "launch")
    idle = [u for u in sketch.topics if u.topic in {"end", "depart", "capture"} and not u.governs]
    alone = idle and len(idle) == len(sketch.topics) and not sketch.asks
    return idle[0].text if alone and not ({"when", "where"} & set(sketch.types)) else ""


def _wrongly_governed(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "signed in Houston", "issued in 2011": no such place or day is recorded."""
    for mention in sketch.mentions:
        topic = mention.topic.topic if mention.topic is not None else ""
        place = mention in sketch.things(knowledge, "place")
        before = sketch.slots[max(0, mention.position - 2) : mention.position]
        if place and any(slot.means("topic", "sign") for slot in before):
            return mention.slot.text
        if mention.slot.kind == "day" and topic in {"issue", "make", "by", "commemorate"}:
            return mention.slot.text
    return ""


def _covers_during(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which covers were on the ISS during Expedition 27": not those that it signed."""
    if not names_covers(sketch, knowledge):
        return ""
    for mention in sketch.things(knowledge, "expedition"):
        if mention.preposition == "during":
            return mention.slot.text
    return ""


def _counted_others(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many ATVs carried mail", "how many clubs made covers": no figure of covers."""
    if not names_covers(sketch, knowledge) or "quantity" not in sketch.types:
        return ""
    position = next(n for n, slot in enumerate(sketch.slots) if slot.means("type", "quantity"))
    following = sketch.slots[position + 1 : position + 2]
    lines = [m.position for m in sketch.things(knowledge, "programme", "variant")]
    behind = sketch.slots[position + 2 : position + 3]
    if behind and behind[0].sense("kind", "topic") and behind[0].text != "carried":
        lines = []  # "how many ATV flown cards"
    others = {"issuers", "makers", "clubs", "dealers", "kinds", "types", "designers", "kinds of"}
    if following and (position + 1 in lines or following[0].text in others):
        return following[0].text
    return ""


def _who_received(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "who received the mail": not those who issued it."""
    if "who" not in sketch.types or not names_covers(sketch, knowledge) or sketch.topics:
        return ""
    return _first(sketch, lambda slot: slot.text in {"received", "receive", "got", "get", "gets"})


def _which_party(sketch: Sketch, _: Knowledge) -> str:
    """As in "which issuer issued the most covers": parties are not ranked."""
    parties = {"issuer", "maker", "signer", "club", "dealer", "designer", "cachet maker"}
    for number, slot in enumerate(sketch.slots[1:], 1):
        asked = sketch.slots[number - 1].means("type", "which") and slot.text in parties
        if asked and sketch.orders:
            return slot.text
    return ""


# --- flights --------------------------------------------------------------------------------------


def _after_leaving(sketch: Sketch, _: Knowledge) -> str:
    """As in "how long did it stay in orbit after leaving": not the time at the station."""
    timed = {"docked_for", "flight_time"} & set(sketch.asks) or "duration" in sketch.types
    return _text_of(sketch, "depart") if timed else ""


def _between_flights(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many flights between ATV-1 and ATV-2": not those two."""
    flights = sketch.things(knowledge, "mission")
    named = [m for m in flights if m.preposition == "between"]
    word = _first(sketch, lambda slot: slot.text == "between")
    bounds = word and len(flights) > 1 and not sketch.asks and "compare" not in sketch.wants
    return word if named and bounds else ""


def _how_often(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many times did HTV-2 berth": stays are not counted."""
    often = _first(sketch, lambda slot: slot.text in {"how often", "how many times"})
    return often if often and sketch.things(knowledge, "mission", "person") else ""


def _aboard_alone(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "was John Young aboard in 2018": nobody asks that of the ship of this name."""
    flights = sketch.things(knowledge, "mission")
    people = sketch.things(knowledge, "person", "expedition")
    aboard = _first(sketch, lambda slot: slot.text in {"aboard", "on board", "onboard"})
    covers = names_covers(sketch, knowledge)
    alone = sketch.check and flights and not people and not covers and not sketch.topics
    return aboard if aboard and alone else ""


def _together(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "was ATV-1 docked together with HTV-1", "docked until 2012"."""
    flights = sketch.things(knowledge, "mission")
    beside = _first(sketch, lambda slot: slot.text in {"together with", "docked with", "alongside"})
    if sketch.check and beside and len(flights) > 1:
        return beside
    until = [sketch.slots[p].text for p, limit in sketch.limit_words if limit == "before"]
    rests = any(use.text in {"docked", "berthed", "attached"} for use in sketch.topics)
    return until[0] if sketch.check and rests and until and until[0] != "before" else ""


def _counted_when(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many ships were docked when ATV-3 came": not that one alone."""
    both = {"quantity", "when"} <= set(sketch.types) and "mission" in sketch.kinds
    flights = sketch.things(knowledge, "mission")
    return "when" if both and flights and not names_covers(sketch, knowledge) else ""


def _how_long_after(sketch: Sketch, _: Knowledge) -> str:
    """As in "how long after CRS-7 did CRS-8 fly": such a span is not reckoned."""
    if {"duration", "quantity"} & set(sketch.types) and "later" in sketch.comparatives:
        return "later"
    bounds = [
        sketch.slots[p].text for p, limit in sketch.limit_words if limit in {"before", "after"}
    ]
    return bounds[0] if "duration" in sketch.types and bounds else ""


def _now(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which Progress are at the ISS today", "where is MS-34 now"."""
    now = _first(sketch, lambda slot: slot.text in {"now", "today", "nowadays", "right now"})
    there = (
        sketch.on_board
        or "where" in sketch.types
        or any(m.things == ("iss",) for m in sketch.mentions)
    )
    rests = _topics(sketch) & {"stay", "arrive"}
    return now if now and (there or rests) and not names_covers(sketch, knowledge) else ""


def _came_home(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many Progress came home": what left the station did not come home."""
    back = _text_of(sketch, "return")
    listed = not sketch.check and not set(sketch.types) - {"quantity", "which", "which_ship"}
    lines = {t for m in sketch.things(knowledge, "programme") for t in m.things}
    home = lines and lines <= {"dragon", "shuttle"}
    flights = sketch.things(knowledge, "mission")
    ships = not names_covers(sketch, knowledge) and not flights and not sketch.asks
    return back if back and listed and ships and not home else ""


def _expedition_of_a_day(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which crew was aboard in July 2014": not those of the ships launched then."""
    asks = "expeditions_aboard" in sketch.asks
    ships = sketch.things(knowledge, "mission", "programme", "variant")
    dated = any(mention.slot.kind == "day" for mention in sketch.mentions)
    return _first(sketch, lambda slot: slot.means("ask")) if asks and dated and not ships else ""


def _people_carried(sketch: Sketch, _: Knowledge) -> str:
    """As in "how many people can Dragon carry": kilograms are recorded, not seats."""
    able = "capacity" in _topics(sketch) or any(s.text in {"can", "could"} for s in sketch.slots)
    return "people" if "person" in sketch.kinds and able and "quantity" in sketch.types else ""


def _every_flight(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "does every ATV have a folder", "only 600 covers": one that fits is not all."""
    if not sketch.check or not names_covers(sketch, knowledge):
        return ""
    counted = any(mention.slot.kind == "number" for mention in sketch.mentions)
    if sketch.only and not (counted and len(sketch.mentions) > 1 and sketch.values == []):
        return _first(sketch, lambda slot: slot.means("only"))
    for number, slot in enumerate(sketch.slots[:-1]):
        every = {"every", "all", "each"} & set(slot.text.split())
        following = sketch.slots[number + 1]
        ships = any(m.slot is following for m in sketch.things(knowledge, "programme", "mission"))
        if (
            every
            and ships
            and not any(s.means("kind") for s in sketch.slots[number + 2 : number + 3])
        ):
            return slot.text
    return ""


def _whole_crew(sketch: Sketch, _: Knowledge) -> str:
    """As in "signed by the whole crew": that some signed is not that all did."""
    whole = {"whole", "entire", "everyone", "everybody", "full", "complete"}
    if sketch.check and "sign" in _topics(sketch):
        return _first(sketch, lambda slot: bool(whole & set(slot.text.split())))
    return ""


def _did_it_oneself(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "did Roth sign covers", "did Padalka postmark them": a maker is no signer."""
    for use in sketch.topics:
        before = [m for m in sketch.mentions if m.position < use.position]
        parties = [m for m in before if m in sketch.things(knowledge, "party")]
        people = [m for m in before if m in sketch.things(knowledge, "person")]
        active = sketch.check and use.text in {"sign", "autograph", "postmark", "cancel"}
        if active and use.topic == "sign" and parties and not people:
            return use.text
        if active and use.topic == "postmark" and people:
            return use.text
    return ""


def _on_earth(sketch: Sketch, _: Knowledge) -> str:
    """As in "signed on Earth", "postmarked on Earth": neither is looked at."""
    told = _topics(sketch) & {"sign", "postmark"}
    earth = _first(sketch, lambda slot: slot.text in {"on earth", "on the ground", "earth"})
    return earth if told and earth else ""


def _can_be(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "can HTV covers be postmarked at Houston", "can I send covers": not what was done."""
    able = _first(sketch, lambda slot: slot.text in {"can", "could", "is it possible to", "can i"})
    lines = sketch.things(knowledge, "programme") or not sketch.mentions
    covers = names_covers(sketch, knowledge) or "postmark" in _topics(sketch)
    people = sketch.things(knowledge, "person")
    asked = sketch.check and not (sketch.fits or sketch.types or "return" in _topics(sketch))
    return able if able and asked and lines and covers and not people else ""


def _two_figures(sketch: Sketch, _: Knowledge) -> str:
    """As in "did 1200 or 600 covers fly": of two guesses neither may be dropped."""
    numbers = [mention for mention in sketch.mentions if mention.slot.kind == "number"]
    return "or" if sketch.check and len(numbers) > 1 and sketch.alternative else ""


def _who_wrote_to(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "who wrote to Malenchenko": not a cover that he signed."""
    to = [m for m in sketch.things(knowledge, "person") if m.preposition == "to"]
    return _text_of(sketch, "sign") if to and "who" in sketch.types else ""


def _covers_were_there(sketch: Sketch, _: Knowledge) -> str:
    """As in "which covers were on the ISS in 2008": the day is not that of a postmark."""
    dated = any(mention.slot.kind == "day" for mention in sketch.mentions)
    there = sketch.on_board or any(mention.things == ("iss",) for mention in sketch.mentions)
    bare = not sketch.topics and not sketch.asks and not sketch.values
    covers = "cover" in sketch.kinds and not sketch.fits and "identify" not in sketch.wants
    return "in" if dated and there and bare and covers and "which" in sketch.types else ""


def _day_of_the_event(sketch: Sketch, _: Knowledge) -> str:
    """As in "was the cover postmarked on the landing day": the day is not held against it."""
    days = {"launched", "arrived", "departed", "ended", "return_day"} & set(sketch.asks)
    struck = sketch.check and days and "postmark" in _topics(sketch)
    return _first(sketch, lambda slot: slot.means("ask")) if struck else ""


def _marks_on_one(sketch: Sketch, _: Knowledge) -> str:
    """As in "how many postmarks are on the cover": not how many pieces got one."""
    for slot, following in zip(sketch.slots, sketch.slots[1:], strict=False):
        if slot.means("type", "quantity") and following.text in {"postmarks", "cancels", "seals"}:
            return following.text
    return ""


def _total_in_folders(sketch: Sketch, _: Knowledge) -> str:
    """As in "total covers in all ATV-1 folders": such a sum is not reckoned."""
    both = {"cover", "folder"} <= set(sketch.kinds)
    return "total" if both and "total" in sketch.wants else ""


def _total_of_flights(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "total time of ATVs at the ISS": no sum of covers."""
    about = _topics(sketch) or sketch.kinds or sketch.asks or names_covers(sketch, knowledge)
    ships = sketch.things(knowledge, "programme", "mission")
    return "total" if "total" in sketch.wants and ships and not about else ""


def _none_such(sketch: Sketch, _: Knowledge) -> str:
    """As in "why was there no OA-8": not of all the others."""
    why = "reason" in _topics(sketch)
    return _first(sketch, lambda slot: slot.means("negation")) if why and sketch.negated else ""


def _two_values(sketch: Sketch, _: Knowledge) -> str:
    """As in "was it on Atlas V or Antares": of two guesses neither may be dropped."""
    values = [mention for mention in sketch.mentions if mention.slot.value is not None]
    return "or" if sketch.check and len(values) > 1 else ""


def _aboard_at_first(sketch: Sketch, _: Knowledge) -> str:
    """As in "who was aboard when Dragon first arrived": the people would be lost."""
    people = "people_aboard" in sketch.asks
    return sketch.orders[0] if people and sketch.orders else ""


def _two_orders(sketch: Sketch, _: Knowledge) -> str:
    """As in "the first cargo ship after the last shuttle"."""
    bounded = [limit for _, limit in sketch.limit_words if limit in {"before", "after"}]
    edges = {"first_mission", "last_mission"} & set(sketch.asks)
    orders = len(sketch.orders) + len(edges)
    return "after" if bounded and orders > 1 else ""


def _flight_of_a_module(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "NASA's number for the Pirs flight": not that of the ships at its port."""
    for module in sketch.things(knowledge, "module"):
        behind = sketch.slots[module.position + 1 : module.position + 2]
        if behind and behind[0].text in {"flight", "mission", "launch"}:
            return behind[0].text
    return ""


def _cosmonauts_aboard(sketch: Sketch, _: Knowledge) -> str:
    """As in "how many cosmonauts were aboard": people are not told apart by what they are."""
    told = _first(sketch, lambda slot: slot.text in {"cosmonauts", "cosmonaut"})
    return told if told and sketch.on_board and "sign" not in _topics(sketch) else ""


def _needs(sketch: Sketch, _: Knowledge) -> str:
    """As in "does a launch cover need a KSC postmark": a rule, not what is on record."""
    return _first(sketch, lambda slot: slot.text in {"need", "needs"}) if sketch.check else ""


def _end_of_covers(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "where did the covers end up", "which Dragon missions brought covers back"."""
    if not names_covers(sketch, knowledge):
        return ""
    up = next((use.text for use in sketch.topics if use.text.startswith("end")), "")
    back = _text_of(sketch, "return") if "mission" in sketch.kinds and not sketch.check else ""
    return up or back


def _largest_number(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "the largest number of covers flown on one ATV": sums are not ranked."""
    ranked = bool(sketch.orders) and "quantity" in sketch.types
    return sketch.orders[0] if ranked and names_covers(sketch, knowledge) else ""


_GUARDS: tuple[Callable[[Sketch, Knowledge], str], ...] = (
    _denied_word,
    _other_than,
    _compared_in_check,
    _two_events,
    _people_did,
    _module_itself,
    _kind_not_ranked,
    _two_edges,
    _number_ranked,
    _edge_of_something,
    _edge_of_covers,
    _two_in_one,
    _denied_pieces,
    _counted_there,
    _crews_of_two,
    _lost_mail,
    _value_and_field,
    _by_people,
    _flown_to_mir,
    _covers_in_folder,
    _events_of_covers,
    _wrongly_governed,
    _covers_during,
    _counted_others,
    _who_received,
    _which_party,
    _after_leaving,
    _between_flights,
    _how_often,
    _aboard_alone,
    _together,
    _counted_when,
    _how_long_after,
    _now,
    _came_home,
    _expedition_of_a_day,
    _people_carried,
    _every_flight,
    _whole_crew,
    _did_it_oneself,
    _on_earth,
    _can_be,
    _two_figures,
    _who_wrote_to,
    _covers_were_there,
    _day_of_the_event,
    _marks_on_one,
    _total_in_folders,
    _total_of_flights,
    _none_such,
    _two_values,
    _aboard_at_first,
    _two_orders,
    _flight_of_a_module,
    _cosmonauts_aboard,
    _needs,
    _end_of_covers,
    _largest_number,
)
