"""Turns of phrase on ships: their starts, stays, names and times."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Mission, Programme
from bot.questions.sketch import Mention, Sketch, TopicUse

_FASTEST = {"fastest", "quickest", "speediest", "swiftest", "slowest"}


def ships_of_a_line(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "all Dragons that went up in 2015": the plural of a line's name means its ships."""
    if sketch.names_covers(knowledge) or sketch.check:
        return
    for mention in sketch.things(knowledge, "programme", "variant"):
        plural = mention.slot.text.endswith("s") and not mention.slot.text.endswith(("ss", "us"))
        head = not mention.attributive and not mention.preposition
        if plural and head and "mission" not in sketch.kinds:
            sketch.kinds.insert(0, "mission")


def line_in_a_year(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "was there an HTV in 2014?", "any ATV in 2010?": its flights are meant."""
    lines = sketch.things(knowledge, "programme", "variant")
    days = [mention for mention in sketch.mentions if mention.slot.kind == "day"]
    told = sketch.topics or sketch.asks or sketch.kinds or sketch.types or sketch.values
    alone = len(lines) == len(days) == 1 and len(sketch.mentions) == len("ab") and not told
    if alone and lines[0].position < days[0].position and days[0].preposition == "in":
        sketch.kinds, sketch.check = ["mission"], False


def _is_the_ship(sketch: Sketch, line: Mention) -> bool:
    """Whether "the ATV" stands at the end for a flight that was named, and sorts nothing."""
    article = line.position > 0 and sketch.slots[line.position - 1].text == "the"
    last = line.position == len(sketch.slots) - 1
    whole = line.preposition == "among" or sketch.comparatives or sketch.orders
    return article and last and not whole


_NUMBERED = {"number", "no", "nr", "nummer", "numero", "number of"}


def named_twice(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "where did Endeavour land after STS-126": the ship's name says no other flight."""
    flights = sketch.things(knowledge, "mission")
    single = [mention for mention in flights if len(mention.things) == 1]
    for mention in flights:
        others = [one for one in single if one is not mention and one.things[0] in mention.things]
        if len(mention.things) > 1 and others:
            sketch.mentions.remove(mention)
    for line in sketch.things(knowledge, "programme"):  # "the Kepler ATV": one flight of it
        before = [m for m in single if m.position == line.position - 1]
        if not before and _is_the_ship(sketch, line):  # "out of ATV-2: who took them from the ATV"
            before = [m for m in single if m.position < line.position][-1:]
        flight = knowledge.thing(before[0].things[0]) if before else None
        if isinstance(flight, Mission) and flight.programme in line.things:
            sketch.mentions.remove(line)


def flight_by_order(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "when did the third HTV dock", "ATV number 3", "the fourth Japanese freighter"."""
    for mention in sketch.things(knowledge, "programme", "country"):
        line = _line_of(mention, knowledge)
        place, number = _number_beside(sketch, mention)
        if line is None or number is None or _is_of_covers(sketch, mention):
            continue
        flights = knowledge.missions_of(line)
        if not 0 < number <= len(flights):
            continue
        flight = flights[number - 1]
        if not flight.id.endswith(f"-{number}"):
            continue  # "the third Dragon": which flights are counted is not said
        mention.slot = replace(mention.slot, things=(flight.id,))
        sketch.mentions = [m for m in sketch.mentions if m is mention or m.position != place]
        sketch.ordinal, sketch.kinds = None, [k for k in sketch.kinds if k != "mission"]
        sketch.mentioned = ["mission", *sketch.mentioned]
        if place > mention.position:  # "number" asks for nothing here
            sketch.types = [asked for asked in sketch.types if asked != "quantity"]


def _line_of(mention: Mention, knowledge: Knowledge) -> str | None:
    """The one line that a mention stands for: itself, or the only one of a country."""
    lines = [
        programme.id
        for programme in knowledge.all(Programme)
        if programme.id in mention.things or programme.country in mention.things
    ]
    return lines[0] if len(lines) == 1 else None


def _number_beside(sketch: Sketch, mention: Mention) -> tuple[int, int | None]:
    """Where the number of a flight stands beside its line, and the number."""
    before = sketch.slots[mention.position - 1] if mention.position else None
    ordinal = before.sense("ordinal") if before is not None else None
    if ordinal is not None:
        return mention.position - 1, int(ordinal.value)
    behind = sketch.slots[mention.position + 1 : mention.position + 3]
    if len(behind) > 1 and behind[0].text in _NUMBERED and behind[1].number is not None:
        return mention.position + 2, int(behind[1].number)
    return mention.position, None


def _is_of_covers(sketch: Sketch, mention: Mention) -> bool:
    """Whether "the second ATV folder" may be meant: a folder is counted, or a flight."""
    return any(
        slot.means("kind") and not slot.means("kind", "mission")
        for slot in sketch.slots[mention.position + 1 : mention.position + 2]
    )


def time_to_arrive(sketch: Sketch, _: Knowledge) -> None:
    """As in "how long did it take ATV-3 to arrive", "the fastest to the ISS"."""
    takes = any(slot.text in {"take", "took", "takes", "need", "needed"} for slot in sketch.slots)
    takes = takes and "duration" in sketch.types and "arrive" in sketch.topic_names
    quickest = bool(_FASTEST & sketch.words) and not sketch.asks
    if takes or quickest:
        sketch.asks = ["approach"]
        sketch.drop("arrive", "fly", "launch")


def first_to_get_there(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "what was the first Cygnus to reach the ISS": a ship, and not how long it took."""
    reach = [slot for slot in sketch.slots if slot.means("ask", "approach")]
    lines = sketch.things(knowledge, "programme", "variant")
    edge = sketch.orders and set(sketch.orders) <= {"earliest", "latest"}
    if not (edge and lines and sketch.asks == ["approach"]) or "duration" in sketch.types:
        return
    if reach[0].text.startswith("to ") and not {"take", "took", "takes"} & sketch.words:
        sketch.asks = []
        position = sketch.slots.index(reach[0])
        sketch.topics.append(TopicUse("arrive", position, reach[0].text))


def first_docked_to(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which port did MS-17 dock to first": all its ports are told, in their order."""
    flights = sketch.things(knowledge, "mission")
    ports = [name for name in sketch.asks if "port" in name.split()]
    if ports and len(flights) == len(sketch.mentions) == 1 and sketch.orders == ["earliest"]:
        sketch.orders = []


_ROW = {"launch": "launched", "arrive": "arrived", "depart": "departed"}


def events_in_a_row(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "ATV-3 launch docking undocking": the days of all of them."""
    flights = sketch.things(knowledge, "mission")
    told = sketch.types or sketch.asks or sketch.kinds or sketch.check or sketch.values
    row = sketch.topic_names <= set(_ROW) and len(sketch.topics) > len("ab")
    if row and len(flights) == len(sketch.mentions) == 1 and not told:
        sketch.ask_only(*(_ROW[use.topic] for use in sketch.topics))


def destroyed(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "was ATV-1 destroyed": it burned up, as was meant; "lost" is said of other ships."""
    flights = sketch.things(knowledge, "mission")
    told = sketch.check and "destroyed" in sketch.words and sketch.values == ["outcome=lost"]
    if not told or len(flights) != 1:
        return
    ship = knowledge.thing(flights[0].things[0])
    ends = {fact.value for fact in facts_of(knowledge, ship, "end_how")}
    if ends == {"reentry"} and isinstance(ship, Mission) and not ship.was_lost:
        sketch.values = ["end_how=reentry"]


def came_down(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "ATV-5 down?", "CRS-1 return?": the end of the ship, where only the ship is named."""
    flights = sketch.things(knowledge, "mission")
    alone = len(flights) == len(sketch.mentions) == 1 and not (sketch.kinds or sketch.asks)
    down = len(sketch.topics) == 1 and sketch.topics[0].text in {"down", "return"}
    if alone and down and not sketch.types:
        sketch.asks, sketch.topics, sketch.check = ["ended", "end_how"], [], False


def kind_of_ship(sketch: Sketch, _: Knowledge) -> None:
    """As in "which kind of ship returns cargo to Earth": a line, and no single flight."""
    sorts = {"kind of", "type of", "sort of", "kinds of", "types of", "which kind of"}
    for slot, following in pairwise(sketch.slots):
        ship = following.means("kind", "mission") and "ship" in following.text
        if slot.text in sorts and ship and "return" in sketch.topic_names:
            sketch.kinds = ["programme"]
            sketch.ask_only("returns_cargo")
            return


def described_by_name(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "S.S. Deke Slayton - which flight was this": the flight itself, no cover of it."""
    flights = sketch.things(knowledge, "mission")
    alone = len(flights) == len(sketch.mentions) == 1
    flight = any("flight" in s.text or "mission" in s.text for s in sketch.slots if s.means("want"))
    silent = not (sketch.topics or sketch.asks or sketch.kinds or sketch.types)
    if alone and flight and silent and sketch.wants == ["identify"]:
        sketch.wants = ["describe"]


def where_at_the_station(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "where on the ISS was CRS-3", "where was HTV-2 on 1 March 2011": a port."""
    there = [mention for mention in sketch.mentions if mention.things == ("iss",)]
    flights = sketch.things(knowledge, "mission")
    at_it = any(slot.text.startswith("where on") for slot in sketch.slots)
    dated = any(mention.slot.kind == "day" for mention in sketch.mentions)
    at_it = at_it or sketch.on_board or dated or bool(there)
    if "where" in sketch.types and at_it and flights and not (sketch.topics or sketch.asks):
        sketch.asks, sketch.types = ["port"], []
        sketch.mentions = [mention for mention in sketch.mentions if mention not in there]
        sketch.on_board = False


def started(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "when started M-15M from Baikonur": a launch."""
    flights = sketch.things(knowledge, "mission", "programme")
    for use in sketch.topics:
        starts = use.topic == "first" and use.text.startswith(("start", "begin", "began"))
        if starts and flights and {"when", "where"} & set(sketch.types) and not sketch.orders:
            sites = sketch.things(knowledge, "place") or "where" in sketch.types
            if sites or flights[0] in sketch.things(knowledge, "mission"):
                use.topic = "launch"


def flight_by_name(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "the Cygnus named after Kalpana Chawla", "which ATV was named Johannes Kepler"."""
    lines = sketch.things(knowledge, "programme")
    flights = sketch.things(knowledge, "mission")
    if not len(lines) == len(flights) == 1 or len(sketch.mentions) != len("ab"):
        return
    names = sketch.topic_names <= {"name"} and all("name" in ask for ask in sketch.asks)
    said = "name" in sketch.topic_names or bool(sketch.asks)
    own = getattr(knowledge.thing(flights[0].things[0]), "programme", "")
    if names and said and own in lines[0].things and not sketch.check:
        sketch.mentions, sketch.topics, sketch.asks = flights, [], []
        sketch.types, sketch.kinds, sketch.wants = [], [], ["describe"]


def left_the_ground(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "when did ATV-1 leave Kourou": a launch, not the undocking."""
    places = sketch.things(knowledge, "place")
    for use in sketch.topics:
        leaves = use.topic == "depart" and use.text.startswith(("leave", "left", "depart"))
        if leaves and any(place.position > use.position for place in places):
            use.topic = "launch"


def at_the_end(sketch: Sketch, _: Knowledge) -> None:
    """As in "when was the flight over", "how long did it last": no bound, no latest one."""
    last, end = sketch.slots[-1], len(sketch.slots) - 1
    if last.text == "over" and "when" in sketch.types:
        sketch.topics = [TopicUse("end", end, last.text)]
    lasts = "duration" in sketch.types or "at_station" in sketch.asks
    if last.text == "last" and lasts and "latest" in sketch.orders:
        sketch.orders.remove("latest")


def were_there(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which ships were there on 5 June 2012", "what was at the station then"."""
    dated = any(mention.slot.kind == "day" for mention in sketch.mentions)
    ships = bool("mission" in sketch.kinds or sketch.things(knowledge, "programme"))
    ships = ships or "which_ship" in sketch.types
    there = {
        "there",
        "were there",
        "was there",
        "up",
        "at the same time",
        "same time",
        "at once",
        "simultaneously",
    }
    if not dated or sketch.check or sketch.names_covers(knowledge):
        return
    present = bool(there & sketch.words) or any(sketch.is_state(u) for u in sketch.topics)
    ships = ships or ("which" in sketch.types and not sketch.kinds)
    counted = "quantity" in sketch.types and any(m.is_year for m in sketch.mentions)
    present = present and sketch.topic_names <= {"arrive", "stay"} and ships and not counted
    inside = "which" in sketch.types and sketch.on_board and not sketch.topics and not sketch.kinds
    if present or inside:
        sketch.on_board = True
        sketch.topics = []
        sketch.kinds = ["mission"]
        sketch.types = ["which" if asked == "which_ship" else asked for asked in sketch.types]
        for mention in sketch.mentions:
            mention.topic = None


def was_there(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "was ATV-2 there on 1 March 2011": at the station then, not launched then."""
    there = {"there", "was there", "were there", "up there"} & sketch.words or sketch.on_board
    flights = sketch.things(knowledge, "mission")
    if not (sketch.check and there and flights) or sketch.topics or sketch.asks:
        return
    if sketch.names_covers(knowledge) or sketch.things(knowledge, "person"):
        return
    for mention in sketch.mentions:
        if mention.slot.kind == "day":
            mention.topic = TopicUse("stay", mention.position, "there")


def aboard_when(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who is on board with Expedition 74": its crew, not those who met its ships."""
    crews = sketch.things(knowledge, "expedition")
    if "people_aboard" in sketch.asks and crews and len(crews) == len(sketch.mentions):
        sketch.asks[sketch.asks.index("people_aboard")] = "crew"


def faster(sketch: Sketch, _: Knowledge) -> None:
    """As in "did MS-09 dock faster than MS-12": from launch to arrival."""
    quick = {"faster": "shorter", "quicker": "shorter", "slower": "longer"}
    told = [quick[word] for slot in sketch.slots if (word := slot.text.split()[0]) in quick]
    if told and not sketch.asks:
        sketch.comparatives, sketch.asks = told, ["approach"]
        sketch.drop("arrive", "fly", "launch")


def together_with(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which ships were there together with ATV-2", "what else was docked meanwhile"."""
    flights = sketch.things(knowledge, "mission")
    others = {
        "together with",
        "while",
        "at the same time as",
        "during",
        "alongside",
        "same time as",
    }
    asked = {"which", "which_ship"} & set(sketch.types)
    were_there = {"were there", "was there"} & sketch.words
    if asked and "when" in sketch.types and were_there:
        sketch.on_board = True  # "which ships were there when ATV-3 docked?"
        return
    beside = bool(others & sketch.words)
    station = [mention for mention in sketch.mentions if mention.things == ("iss",)]
    there = bool(sketch.on_board or station)
    beside = beside or (there and any(m.preposition == "with" for m in flights))
    beside = beside or any(use.text == "docked with" for use in sketch.topics)
    listed = asked or ("mission" in sketch.kinds and not sketch.types)
    if len(flights) != 1 or not beside or not listed:
        return
    if sketch.names_covers(knowledge) or sketch.check or "person" in sketch.kinds:
        return
    there = there or bool(sketch.topics) or "there" in " ".join(sketch.words).split()
    if sketch.topic_names <= {"arrive", "stay"} and there:
        sketch.mentions = [mention for mention in sketch.mentions if mention not in station]
        flights[0].topic = TopicUse("stay", flights[0].position, "together with")
        sketch.topics, sketch.asks = [], []
        sketch.kinds, sketch.types = ["mission"], ["which"]
        sketch.on_board = sketch.together = True


def size(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how large is ATV", "how long is an HTV": of ships no size is recorded."""
    ships = sketch.things(knowledge, "programme", "variant", "mission")
    if not ships or sketch.names_covers(knowledge) or sketch.asks or sketch.topics:
        return
    for slot in sketch.slots:
        sized = slot.text in {"how large", "how big", "how small", "bigger", "larger", "smaller"}
        long = slot.text == "how long" and sketch.slots[sketch.slots.index(slot) + 1 :][:1]
        if sized or (long and long[0].text == "is"):
            sketch.unexplained.append(slot.text)


def makes_flights(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which other flights did ATV-2 make": it made one, and no cover is asked for."""
    makes = sketch.topic_names == {"by"} and not sketch.names_covers(knowledge)
    flights = sketch.things(knowledge, "mission")
    asked = sketch.kinds == ["mission"] or sketch.types == ["which_ship"]
    if makes and asked and flights == sketch.mentions and (flights or sketch.pronoun):
        sketch.unexplained.append(sketch.topic_text("by"))


def ended_how_and_where(sketch: Sketch, _: Knowledge) -> None:
    """As in "how did ATV-1 end, and over which ocean?": its end, and not the place alone."""
    if sketch.asks == ["end_place"] and sketch.types == ["how"] and sketch.topic_names == {"end"}:
        sketch.ask_only("ended", "end_how", "end_place")


def made_by_whom(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which company made the ATV?": who built it, as with "who made"."""
    lines = sketch.things(knowledge, "programme")
    made = sketch.topic_names == {"by"} and not sketch.check and "which" in sketch.types
    if made and sketch.kinds == ["party"] and lines == sketch.mentions and lines:
        sketch.kinds, sketch.types = [], ["who"]


def back_in_time(sketch: Sketch, _: Knowledge) -> None:
    """As in "back in 2008, who ...", "back to ATV-2": no return."""
    for use in [use for use in sketch.topics if _is_back(use)]:
        after = sketch.slots[use.position + 1 : use.position + 3]
        in_time = len(after) > 1 and after[0].text == "in" and after[1].kind == "day"
        turns = use.position == 0 and bool(after) and after[0].text == "to"
        if in_time or turns:
            sketch.topics.remove(use)
            for mention in use.governs:
                mention.topic = None


def _is_back(use: TopicUse) -> bool:
    return use.topic == "return" and use.text in {"back", "way back"}


def separable_verb(sketch: Sketch, _: Knowledge) -> None:
    """As in "wann dockte ATV-3 ab", "wann kam HTV-4 an": the last word belongs to the verb."""
    last = sketch.slots[-1].text
    came = [word for word in sketch.unexplained if word in {"kam", "kamen"}]
    if last == "an" and came:
        place = next(n for n, slot in enumerate(sketch.slots) if slot.text == came[0])
        sketch.unexplained.remove(came[0])
        days = [m for m in sketch.mentions if m.slot.kind == "day" and m.topic is None]
        sketch.topics.append(TopicUse("arrive", place, came[0], governs=days))
        for day in days:
            day.topic = sketch.topics[-1]
    for use in sketch.topics if last == "ab" else []:
        if use.topic == "arrive":
            use.topic = "depart"
        elif use.topic in {"launch", "fly"}:  # from the Earth, or from the station
            sketch.unexplained.append(use.text)
