"""Counts, orders, comparisons and denials that no reading takes up."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.questions.sketch import FORMS, Sketch
from bot.questions.slots import Slot

_EVENTS = {"launch", "arrive", "capture", "depart", "end", "return", "fly", "stay"}


_UN = re.compile(r"^un(?:signed|flown|numbered|postmarked|marked|cancell?ed|stamped|sealed)$")


def denied_word(sketch: Sketch, _: Knowledge) -> str:
    """As in "which covers are unsigned": what is not recorded is not known to be absent."""
    return sketch.first_text(lambda slot: bool(_UN.match(slot.text)))


def sources_of_something(sketch: Sketch, _: Knowledge) -> str:
    """As in "which sources do you use for ATV-1?", "where can I read about ATV covers?"."""
    sources = sketch.first_text(lambda slot: slot.text in {"source", "sources"})
    reads = sketch.first_text(lambda slot: slot.text in {"i read", "we read", "read about"})
    named = bool(sketch.mentions or sketch.kinds)
    if sources and named and "which" in sketch.types:
        return sources
    return reads if named and sketch.types == ["where"] and not sketch.topics else ""


def other_than(sketch: Sketch, _: Knowledge) -> str:
    """As in "other clubs than La Marianne", "another port than Harmony"."""
    words = [slot.text for slot in sketch.slots]
    if "than" in words and {"other", "others", "another", "else"} & set(words):
        return "than"
    return ""


def compared_in_check(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "did more ships launch from Wallops than from Kourou": numbers are not compared."""
    if not sketch.check or not sketch.comparatives:
        return ""
    kinds = ("mission", "variant", "programme", "party", "person")
    sides = max(len(sketch.things(knowledge, kind)) for kind in kinds)
    flights = sketch.topic_names <= {"fly", "launch"} and not sketch.names_covers(knowledge)
    numbers = {"more", "fewer"} & set(sketch.comparatives) and flights and not sketch.asks
    return sketch.comparatives[0] if sides < len("ab") or numbers else ""


def part_of_a_number(sketch: Sketch, _: Knowledge) -> str:
    """As in "are they part of the 400": of which lot the pieces are, and no count of them."""
    numbers = any(mention.slot.kind == "number" for mention in sketch.mentions)
    folder = "folder" in sketch.kinds
    return sketch.topic_text("part_of") if numbers and not folder else ""


def two_events(sketch: Sketch, knowledge: Knowledge) -> str:
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


def kind_not_ranked(sketch: Sketch, _: Knowledge) -> str:
    """As in "the longest expedition", "the first module": flights are not what is meant."""
    kinds = {"expedition", "person", "place", "party"} & set(sketch.kinds[:1])
    ordered = bool(sketch.orders) or sketch.ordinal is not None
    return sketch.kinds[0] if kinds and ordered else ""


def edge_of_something(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "was M-12M the first Progress lost": first of the lost ones, not of the line."""
    if not (sketch.check and sketch.orders):
        return ""
    narrowed = sketch.values or sketch.names_covers(knowledge) or sketch.topic_names - {"fly"}
    crowded = bool(sketch.asks) or len(sketch.mentions) > len("ab")
    return sketch.orders[0] if narrowed or crowded else ""


def edge_of_covers(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "was ATV-1 the first mission with flown covers": not the first of its line."""
    edges = {"first_mission", "last_mission", "first_flight"} & set(sketch.asks)
    lines = sketch.things(knowledge, "mission", "programme", "variant")
    more = (
        sketch.names_covers(knowledge)
        or len(sketch.mentions) > len(lines)
        or not (sketch.things(knowledge, "programme", "variant"))
    )
    named = sketch.check and edges and more
    return sketch.first_text(lambda slot: slot.means("ask")) if named else ""


def two_in_one(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many folders were issued and how many cards flew": one would be lost."""
    forms = set(sketch.kinds) & {*FORMS, "cover"}
    if sketch.types.count("quantity") > 1 and len(forms) > 1:
        return "how many"
    each = sketch.every and "make" in sketch.topic_names and "quantity" in sketch.types
    if each and sketch.names_covers(knowledge):
        return sketch.topic_text("make")
    return ""


def denied_pieces(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many covers without the seal flew": figures are not told apart by it."""
    if "quantity" not in sketch.types or not sketch.names_covers(knowledge):
        return ""
    denied = [m for m in sketch.things(knowledge, "mark", "person", "place") if m.negated]
    return denied[0].slot.text if denied else ""


def so_many_signers(sketch: Sketch, _: Knowledge) -> str:
    """As in "which six signed it", "covers that flew on two ships": no number of pieces."""
    for mention in sketch.mentions:
        if mention.slot.kind != "number":
            continue
        before = sketch.slots[max(0, mention.position - 1) : mention.position]
        behind = sketch.slots[mention.position + 1 : mention.position + 2]
        signers = before and before[0].means("type", "which")
        ships = before and before[0].text == "on" and behind and behind[0].means("kind", "mission")
        if (signers and behind and behind[0].sense("topic")) or ships:
            return mention.slot.text
    every = sketch.first_text(lambda slot: slot.text.startswith("all ") and slot.text in _ALL_OF)
    return every if "sign" in sketch.topic_names else ""


_ALL_OF = {"all two", "all three", "all four", "all five", "all six", "all seven"}


def counted_postmarks(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many Houston postmarks exist": devices are not counted, nor covers by them."""
    for number, slot in enumerate(sketch.slots[:-1]):
        behind = [s for s in sketch.slots[number + 1 : number + 3] if s.kind != "thing"][:1]
        noun = behind and behind[0].text in {"postmarks", "cancels", "cancellations", "strikes"}
        if slot.means("type", "quantity") and noun and not sketch.names_covers(knowledge):
            return behind[0].text
    return ""


def half_of_a_day(sketch: Sketch, _: Knowledge) -> str:
    """As in "on 6 and 7 December": a day without its month, and no number of pieces."""
    for number in (m for m in sketch.mentions if m.slot.kind == "number"):
        behind = sketch.slots[number.position + 1 : number.position + 3]
        joined = len(behind) > 1 and behind[0].means("addition") and behind[1].kind == "day"
        if joined and number.preposition == "on":
            return number.slot.text
    return ""


def in_both_years(sketch: Sketch, _: Knowledge) -> str:
    """As in "on board in both 2008 and 2012": in each of them, and not in between."""
    days = [mention for mention in sketch.mentions if mention.slot.kind == "day"]
    return "both" if "both" in sketch.words and len(days) > 1 and not sketch.check else ""


def number_of_a_piece(sketch: Sketch, _: Knowledge) -> str:
    """As in "no. 0834 La Marianne", "cover no 105": it is no number of pieces, nor a denial."""
    for before, slot in pairwise(sketch.slots):
        if before.text == "no" and slot.kind == "number":
            return slot.text
    asked = sketch.types or sketch.check or sketch.fits or sketch.asks or sketch.orders
    numbers = [m.slot for m in sketch.mentions if m.slot.kind == "number" and not m.slot.edition]
    return numbers[0].text if sketch.item_number and numbers and not asked else ""


def both_forms(sketch: Sketch, _: Knowledge) -> str:
    """As in "were both covers and cards postmarked": one would be enough for a yes."""
    forms = {kind for kind in sketch.kinds if kind in {*FORMS, "cover"}}
    return "both" if sketch.check and "both" in sketch.words and len(forms) > 1 else ""


def counted_there(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "were the 14 covers postmarked in Houston": which of them is not looked at."""
    counted = any(mention.slot.kind == "number" for mention in sketch.mentions)
    offices = [m for m in sketch.things(knowledge, "place", "country") if m.topic is not None]
    struck = [m for m in offices if m.topic is not None and m.topic.topic == "postmark"]
    return struck[0].slot.text if sketch.check and counted and struck else ""


def counted_others(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many ATVs carried mail", "how many clubs made covers": no figure of covers."""
    if not sketch.names_covers(knowledge) or "quantity" not in sketch.types:
        return ""
    asking = (n for n, slot in enumerate(sketch.slots) if slot.means("type", "quantity"))
    position = next(asking, None)
    if position is None:  # a turn of phrase asks for a number: "four or five covers in it?"
        return ""
    following = sketch.slots[position + 1 : position + 2]
    lines = [m.position for m in sketch.things(knowledge, "programme", "variant")]
    behind = sketch.slots[position + 2 : position + 3]
    if behind and behind[0].means("kind") and behind[0].text != "carried":
        lines = []  # "how many ATV flown cards"
    others = {"issuers", "makers", "clubs", "dealers", "kinds", "types", "designers", "kinds of"}
    if following and (position + 1 in lines or following[0].text in others):
        return following[0].text
    return ""


def which_party(sketch: Sketch, _: Knowledge) -> str:
    """As in "which issuer issued the most covers": parties are not ranked."""
    parties = {"issuer", "maker", "signer", "club", "dealer", "designer", "cachet maker"}
    for number, slot in enumerate(sketch.slots[1:], 1):
        asked = sketch.slots[number - 1].means("type", "which") and slot.text in parties
        if asked and sketch.orders:
            return slot.text
    return ""


def between_flights(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many flights between ATV-1 and ATV-2": not those two."""
    flights = sketch.things(knowledge, "mission")
    named = [m for m in flights if m.preposition == "between"]
    word = sketch.first_text(lambda slot: slot.text == "between")
    bounds = word and len(flights) > 1 and not sketch.asks and "compare" not in sketch.wants
    return word if named and bounds else ""


def how_often(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many times did HTV-2 berth": stays are not counted."""
    often = sketch.first_text(lambda slot: slot.text in {"how often", "how many times"})
    others = sketch.things(knowledge, "mission", "person") and sketch.asks != ["at_station"]
    return often if often and others else ""


def how_many_ports(sketch: Sketch, _: Knowledge) -> str:
    """As in "how many ports has a Progress used": each ship's is told, and ports not counted."""
    counted = sketch.types == ["quantity"] and sketch.asks == ["port"]
    return sketch.first_text(lambda slot: slot.means("type", "quantity")) if counted else ""


def counted_when(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many ships were docked when ATV-3 came": not that one alone."""
    both = {"quantity", "when"} <= set(sketch.types) and "mission" in sketch.kinds
    flights = sketch.things(knowledge, "mission")
    return "when" if both and flights and not sketch.names_covers(knowledge) else ""


def how_long_after(sketch: Sketch, _: Knowledge) -> str:
    """As in "how long after CRS-7 did CRS-8 fly": such a span is not reckoned."""
    if {"duration", "quantity"} & set(sketch.types) and "later" in sketch.comparatives:
        return "later"
    bounds = [
        sketch.slots[p].text for p, limit in sketch.limit_words if limit in {"before", "after"}
    ]
    return bounds[0] if "duration" in sketch.types and bounds else ""


def every_flight(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "does every ATV have a folder", "only 600 covers": one that fits is not all."""
    if not sketch.check or not sketch.names_covers(knowledge):
        return ""
    counted = any(mention.slot.kind == "number" for mention in sketch.mentions)
    if sketch.only and not (counted and len(sketch.mentions) > 1 and sketch.values == []):
        return sketch.first_text(lambda slot: slot.means("only"))
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


def two_figures(sketch: Sketch, _: Knowledge) -> str:
    """As in "did 1200 or 600 covers fly": of two guesses neither may be dropped."""
    numbers = [mention for mention in sketch.mentions if mention.slot.kind == "number"]
    return "or" if sketch.check and len(numbers) > 1 and sketch.alternative else ""


def marks_on_one(sketch: Sketch, _: Knowledge) -> str:
    """As in "how many postmarks are on the cover": not how many pieces got one."""
    for slot, following in zip(sketch.slots, sketch.slots[1:], strict=False):
        if slot.means("type", "quantity") and following.text in {"postmarks", "cancels", "seals"}:
            return following.text
    return ""


def total_in_folders(sketch: Sketch, _: Knowledge) -> str:
    """As in "total covers in all ATV-1 folders": such a sum is not reckoned."""
    both = {"cover", "folder"} <= set(sketch.kinds)
    return "total" if both and "total" in sketch.wants else ""


def total_of_flights(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "total time of ATVs at the ISS": no sum of covers."""
    about = sketch.topic_names or sketch.kinds or sketch.asks or sketch.names_covers(knowledge)
    ships = sketch.things(knowledge, "programme", "mission")
    return "total" if "total" in sketch.wants and ships and not about else ""


def none_such(sketch: Sketch, _: Knowledge) -> str:
    """As in "why was there no OA-8": not of all the others."""
    why = "reason" in sketch.topic_names
    return sketch.first_text(lambda slot: slot.means("negation")) if why and sketch.negated else ""


def two_values(sketch: Sketch, _: Knowledge) -> str:
    """As in "was it on Atlas V or Antares": of two guesses neither may be dropped."""
    values = [mention for mention in sketch.mentions if mention.slot.value is not None]
    return "or" if sketch.check and len(values) > 1 else ""


def two_orders(sketch: Sketch, _: Knowledge) -> str:
    """As in "the first cargo ship after the last shuttle"."""
    if {"earliest", "latest"} <= set(sketch.orders):
        return sketch.orders[1]
    bounded = [limit for _, limit in sketch.limit_words if limit in {"before", "after"}]
    edges = {"first_mission", "last_mission"} & set(sketch.asks)
    orders = len(sketch.orders) + len(edges)
    return "after" if bounded and orders > 1 else ""


def largest_number(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "the largest number of covers flown on one ATV": sums are not ranked."""
    if not sketch.names_covers(knowledge) or _is_of_an_edge_flight(sketch, knowledge):
        return ""
    if sketch.orders and "quantity" in sketch.types and not sketch.ranking:
        return sketch.orders[0]
    number = sketch.first_text(lambda s: s.means("order") and s.text.endswith("number of"))
    return number if "fly" in sketch.topic_names else ""


def _is_of_an_edge_flight(sketch: Sketch, knowledge: Knowledge) -> bool:
    """As in "how many covers were made for the first Dragon": a flight, and no rank of covers."""
    lines = sketch.things(knowledge, "programme", "variant")
    before = [sketch.slots[line.position - 1] for line in lines if line.position]
    edges = [slot for slot in before if slot.means("order")]
    return len(edges) == len(sketch.orders) and set(sketch.orders) <= {"earliest", "latest"}


def number_in_check(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "were more than ten ATVs launched": flights are not counted in a yes or no."""
    numbers = [m for m in sketch.mentions if m.slot.kind == "number"]
    ships = "mission" in sketch.kinds or sketch.things(knowledge, "programme", "variant")
    pieces = sketch.names_covers(knowledge) or sketch.topic_names - _EVENTS
    return numbers[0].slot.text if sketch.check and numbers and ships and not pieces else ""


def number_of_ships(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "did at least two ATVs carry covers": a number of ships, not of covers."""
    lines = {m.position for m in sketch.things(knowledge, "programme", "variant")}
    for mention in sketch.mentions:
        beside = mention.slot.kind == "number" and mention.position + 1 in lines
        beside = beside and sketch.names_covers(knowledge)
        behind = sketch.slots[mention.position + 2 : mention.position + 3]
        if beside and not (behind and behind[0].means("kind")):
            return mention.slot.text
    return ""


def several_in_check(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "did they issue covers for ATV-1 as well as ATV-2": one of them is not both."""
    both = {"and", "as well as", "plus", "both"} & sketch.words
    flights = [m for m in sketch.things(knowledge, "mission", "programme") if m.topic is None]
    makers = sketch.things(knowledge, "party")
    joined = both and not sketch.alternative and not sketch.comparatives
    several = sketch.check and len(flights) > 1 and makers and joined
    return min(both) if several and sketch.names_covers(knowledge) else ""


def kinds_on_two_sides(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which is scarcer, an ATV-1 card or a cover of ATV-3": each side has its own form."""
    forms = set(sketch.kinds) & {*FORMS, "cover"}
    flights = sketch.things(knowledge, "mission")
    return "or" if sketch.comparatives and len(forms) > 1 and len(flights) > 1 else ""


def all_of_a_line(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "did all HTVs burn up": one that did is not all."""
    lines = {m.position for m in sketch.things(knowledge, "programme", "variant")}
    for number, slot in enumerate(sketch.slots):
        every = {"every", "all", "each", "both"} & set(slot.text.split())
        if sketch.check and every and number + 1 in lines | {line - 1 for line in lines}:
            return slot.text
    return ""


def other_counted(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many versions of the folder", "how many tracking stations are there"."""
    stations = {"tracking station", "tracking stations", "ground stations"}
    lines = sketch.things(knowledge, "programme")
    covers = sketch.names_covers(knowledge)
    for one, two in zip(sketch.slots, sketch.slots[1:], strict=False):
        if not one.means("type", "quantity"):
            continue
        sorts = two.means("topic", "variant") and (covers or len(lines) < len(sketch.mentions))
        behind = sketch.slots[sketch.slots.index(two) + 1 :][:1]
        ships = bool(behind) and behind[0].means("kind", "mission")
        ships = covers and ships and _is_country(two, knowledge)
        if sorts or ships or two.text in stations:
            return two.text
    return ""


def _is_country(slot: Slot, knowledge: Knowledge) -> bool:
    return any(knowledge.thing(thing).kind_of_thing == "country" for thing in slot.things)


def most_carried(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which of ATV-1, ATV-2 and ATV-3 carried the most covers": issues are no load."""
    flights = sketch.things(knowledge, "mission")
    carried = "fly" in sketch.topic_names and sketch.names_covers(knowledge)
    ranked = sketch.orders and "which" in sketch.types and len(flights) > 1
    return sketch.topic_text("fly") if carried and ranked else ""


def signatures_of_one(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many signatures did Padalka give": they are not counted by their giver."""
    words = {"signatures", "autographs"}
    people = sketch.things(knowledge, "person")
    counted = "quantity" in sketch.types and people
    return sketch.first_text(lambda slot: slot.text in words) if counted else ""
