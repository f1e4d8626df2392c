"""Turns of phrase: words that stand apart and mean something only together.

"How long did it take ATV-3 to arrive" is about no stay, "what did it dock to" about no day. Each
turn looks at the whole sketch and settles what the words mean; the readings then see plain topics
and fields. A turn that can only be misread is left as a word that nothing explains.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Cover, Party
from bot.questions.sketch import Mention, Sketch, TopicUse
from bot.questions.slots import Slot

FORMS = {"card", "folder", "letter", "sheet"}
# What "the journey of the mail" asks for.
_JOURNEY = ["up", "up_day", "carried_in", "down", "return_day", "return_place", "recovered_day"]
_FASTEST = {"fastest", "quickest", "speediest", "swiftest", "slowest"}
_OF_SHIPS = {"docked_for", "flight_time"}


def take_turns(sketch: Sketch, knowledge: Knowledge) -> None:
    """Settle every turn of phrase in a sketch."""
    for turn in _TURNS:
        turn(sketch, knowledge)


def names_covers(sketch: Sketch, knowledge: Knowledge) -> bool:
    """Whether a word for covers, cards, folders or letters is used, or one is named."""
    return bool(sketch.things(knowledge, "cover") or {*FORMS, "cover"} & set(sketch.kinds))


def _topics(sketch: Sketch) -> set[str]:
    return {use.topic for use in sketch.topics}


def _words(sketch: Sketch) -> set[str]:
    return {slot.text for slot in sketch.slots}


def _drop(sketch: Sketch, *topics: str) -> None:
    sketch.topics = [use for use in sketch.topics if use.topic not in topics]


def _not_read(sketch: Sketch, text: str) -> None:
    sketch.unexplained.append(text)


def _before(sketch: Sketch, mention: Mention) -> Slot | None:
    """The slot before a mention, over articles."""
    for slot in reversed(sketch.slots[: mention.position]):
        if not slot.means("article"):
            return slot
    return None


# --- flights --------------------------------------------------------------------------------------


def _ships_of_a_line(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "all Dragons that went up in 2015": the plural of a line's name means its ships."""
    if names_covers(sketch, knowledge) or sketch.check:
        return
    for mention in sketch.things(knowledge, "programme", "variant"):
        plural = mention.slot.text.endswith("s") and not mention.slot.text.endswith(("ss", "us"))
        head = not mention.attributive and not mention.preposition
        if plural and head and "mission" not in sketch.kinds:
            sketch.kinds.insert(0, "mission")


def _time_to_arrive(sketch: Sketch, _: Knowledge) -> None:
    """As in "how long did it take ATV-3 to arrive", "the fastest to the ISS"."""
    takes = any(slot.text in {"take", "took", "takes", "need", "needed"} for slot in sketch.slots)
    takes = takes and "duration" in sketch.types and "arrive" in _topics(sketch)
    quickest = bool(_FASTEST & _words(sketch)) and not sketch.asks
    if takes or quickest:
        sketch.asks = ["approach"]
        _drop(sketch, "arrive", "fly", "launch")


def _docked_to_what(sketch: Sketch, _: Knowledge) -> None:
    """As in "what did Progress M-16M dock to", "to what was CRS-6 attached": a port."""
    last, first = sketch.slots[-1].text, [slot.text for slot in sketch.slots[:2]]
    dangles = last in {"to", "at", "with"} or first[0] == "to"
    asked = set(sketch.types) <= {"which"} and "which" in sketch.types
    if asked and dangles and _topics(sketch) == {"arrive"} and not sketch.asks:
        sketch.asks = ["port"]
        _drop(sketch, "arrive")


def _where_at_the_station(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "where on the ISS was CRS-3": a port, not where it was launched from."""
    there = [mention for mention in sketch.mentions if mention.things == ("iss",)]
    flights = sketch.things(knowledge, "mission")
    at_it = any(slot.text.startswith("where on") for slot in sketch.slots)
    at_it = at_it or sketch.on_board or bool(there)
    if "where" in sketch.types and at_it and flights and not (sketch.topics or sketch.asks):
        sketch.asks, sketch.types = ["port"], []
        sketch.mentions = [mention for mention in sketch.mentions if mention not in there]
        sketch.on_board = False


def _started(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "when started M-15M from Baikonur": a launch."""
    flights = sketch.things(knowledge, "mission", "programme")
    for use in sketch.topics:
        starts = use.topic == "first" and use.text.startswith(("start", "begin", "began"))
        if starts and flights and {"when", "where"} & set(sketch.types) and not sketch.orders:
            sites = sketch.things(knowledge, "place") or "where" in sketch.types
            if sites or flights[0] in sketch.things(knowledge, "mission"):
                use.topic = "launch"


def _flight_by_name(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "the Cygnus named after Kalpana Chawla", "which ATV was named Johannes Kepler"."""
    lines = sketch.things(knowledge, "programme")
    flights = sketch.things(knowledge, "mission")
    if not len(lines) == len(flights) == 1 or len(sketch.mentions) != len("ab"):
        return
    names = _topics(sketch) <= {"name"} and all("name" in ask for ask in sketch.asks)
    said = "name" in _topics(sketch) or bool(sketch.asks)
    own = getattr(knowledge.thing(flights[0].things[0]), "programme", "")
    if names and said and own in lines[0].things and not sketch.check:
        sketch.mentions, sketch.topics, sketch.asks = flights, [], []
        sketch.types, sketch.kinds, sketch.wants = [], [], ["describe"]


def _left_the_ground(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "when did ATV-1 leave Kourou": a launch, not the undocking."""
    places = sketch.things(knowledge, "place")
    for use in sketch.topics:
        leaves = use.topic == "depart" and use.text.startswith(("leave", "left", "depart"))
        if leaves and any(place.position > use.position for place in places):
            use.topic = "launch"


def _at_the_end(sketch: Sketch, _: Knowledge) -> None:
    """As in "when was the flight over", "how long did it last": no bound, no latest one."""
    last, end = sketch.slots[-1], len(sketch.slots) - 1
    if last.text == "over" and "when" in sketch.types:
        sketch.topics = [TopicUse("end", end, last.text)]
    lasts = "duration" in sketch.types or "at_station" in sketch.asks
    if last.text == "last" and lasts and "latest" in sketch.orders:
        sketch.orders.remove("latest")


def _were_there(sketch: Sketch, knowledge: Knowledge) -> None:
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
    if not dated or sketch.check or names_covers(sketch, knowledge):
        return
    present = bool(there & _words(sketch)) or any(is_state(sketch, u) for u in sketch.topics)
    ships = ships or ("which" in sketch.types and not sketch.kinds)
    counted = "quantity" in sketch.types and any(_is_year(m) for m in sketch.mentions)
    present = present and _topics(sketch) <= {"arrive", "stay"} and ships and not counted
    inside = "which" in sketch.types and sketch.on_board and not sketch.topics and not sketch.kinds
    if present or inside:
        sketch.on_board = True
        sketch.topics = []
        sketch.kinds = ["mission"]
        sketch.types = ["which" if asked == "which_ship" else asked for asked in sketch.types]
        for mention in sketch.mentions:
            mention.topic = None


def _is_year(mention: Mention) -> bool:
    written = mention.slot.day
    return written is not None and written.day is not None and written.day.precision == "year"


def is_state(sketch: Sketch, use: TopicUse) -> bool:
    """Whether a topic tells how a ship was, not what it did: "were docked" on a day."""
    before = sketch.slots[use.position - 1] if use.position else None
    be = before is not None and before.text in {"was", "were"}
    if use.text == "berthed" and any(_is_year(mention) for mention in sketch.mentions):
        return False  # "how many were berthed in 2013"
    return be and use.text.split()[0] in {"docked", "berthed", "attached", "parked", "moored"}


def _was_there(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "was ATV-2 there on 1 March 2011": at the station then, not launched then."""
    there = {"there", "was there", "were there", "up there"} & _words(sketch) or sketch.on_board
    flights = sketch.things(knowledge, "mission")
    if not (sketch.check and there and flights) or sketch.topics or sketch.asks:
        return
    if names_covers(sketch, knowledge) or sketch.things(knowledge, "person"):
        return
    for mention in sketch.mentions:
        if mention.slot.kind == "day":
            mention.topic = TopicUse("stay", mention.position, "there")


def _aboard_when(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who is on board with Expedition 74": its crew, not those who met its ships."""
    crews = sketch.things(knowledge, "expedition")
    if "people_aboard" in sketch.asks and crews and len(crews) == len(sketch.mentions):
        sketch.asks[sketch.asks.index("people_aboard")] = "crew"


def _faster(sketch: Sketch, _: Knowledge) -> None:
    """As in "did MS-09 dock faster than MS-12": from launch to arrival."""
    quick = {"faster": "shorter", "quicker": "shorter", "slower": "longer"}
    told = [quick[word] for slot in sketch.slots if (word := slot.text.split()[0]) in quick]
    if told and not sketch.asks:
        sketch.comparatives, sketch.asks = told, ["approach"]
        _drop(sketch, "arrive", "fly", "launch")


def _three_in_the_folder(sketch: Sketch, _: Knowledge) -> None:
    """As in "are there three covers in the folder": a figure of the folder."""
    numbers = [mention for mention in sketch.mentions if mention.slot.kind == "number"]
    if not sketch.check or sketch.kinds != ["cover", "folder"] or len(numbers) != 1:
        return
    if any(slot.text in {"in", "inside"} for slot in sketch.slots):
        sketch.kinds = ["folder", "cover"]
        numbers[0].ask = "covers_inside"


def _aboard_a_ship(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "was the Biscarrosse cover on board ATV-1": flown on it, not made for it."""
    if not names_covers(sketch, knowledge):
        return
    for mention in sketch.things(knowledge, "mission"):
        before = sketch.slots[mention.position - 1] if mention.position else None
        aboard = {"aboard", "on board", "onboard", "on board of", "aboard the"}
        if before is not None and before.text in aboard and mention.topic is None:
            mention.topic = TopicUse("fly", mention.position, before.text)
            mention.topic.governs.append(mention)
            sketch.topics.append(mention.topic)
            sketch.on_board = False


def _flown_of_a_line(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who made HTV", "who designed the ATV": the ship's maker, not that of covers."""
    lines = sketch.things(knowledge, "programme", "variant")
    alone = len(lines) == len(sketch.mentions) == 1
    builds = all(u.topic == "by" or u.text.startswith("design") for u in sketch.topics)
    ships = alone and builds and not names_covers(sketch, knowledge)
    if "who" in sketch.types and ships and sketch.topics and not sketch.asks:
        sketch.asks, sketch.topics, sketch.types = ["manufacturer"], [], []


# Events of a flight, as what a cover is made for.
_MADE_FOR = {"launch": "launch", "arrive": "dock", "depart": "depart", "end": "reentry"}


def _cover_for_event(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "a cover for the undocking of ATV-2", "made for the docking of ATV-1"."""
    if not names_covers(sketch, knowledge) or "postmark" in _topics(sketch) or sketch.fits:
        return
    for use in [use for use in sketch.topics if use.topic in _MADE_FOR]:
        before = [s for s in sketch.slots[: use.position] if not s.means("article")][-1:]
        if before and (before[0].text == "for" or before[0].means("topic", "commemorate")):
            sketch.topics.remove(use)
            _drop(sketch, "commemorate")
            berths = use.text.startswith("berth")
            sketch.values.append(f"event={'berth' if berths else _MADE_FOR[use.topic]}")
            for mention in sketch.mentions:
                mention.topic = None if mention.topic is use else mention.topic


def _iss_postmark(sketch: Sketch, _: Knowledge) -> None:
    """As in "covers with an ISS postmark from 2012": struck on the station."""
    for mention in sketch.mentions:
        for use in sketch.topics:
            behind = use.topic == "postmark" and use.position == mention.position + 1
            if behind and mention.things == ("iss",) and mention.topic is None:
                mention.topic = use
                use.governs.append(mention)


def _bears_a_mark(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "does the cover carry the octagonal seal": it bears it."""
    marks = sketch.things(knowledge, "mark")
    for use in [use for use in sketch.topics if use.text.startswith(("carry", "carri"))]:
        if any(mark.position > use.position for mark in marks):
            sketch.topics.remove(use)
            for mention in use.governs:
                mention.topic = None


def _of_a_folder(sketch: Sketch, _: Knowledge) -> None:
    """As in "which covers belong to the ATV-1 folder": what it contains."""
    both = {"cover", "folder"} <= set(sketch.kinds) and "part_of" in _topics(sketch)
    if both and not (sketch.check or "quantity" in sketch.types):
        sketch.asks, sketch.kinds, sketch.types = ["contains"], ["folder"], []
        _drop(sketch, "part_of")


def _from_a_year(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "covers from 2008": of that year, and not since then."""
    if names_covers(sketch, knowledge):
        sketch.limit_words = [
            (position, limit)
            for position, limit in sketch.limit_words
            if limit != "since" or sketch.slots[position].text != "from"
        ]


def _which_crew_signed(sketch: Sketch, _: Knowledge) -> None:
    """As in "which crew signed the HTV-4 cover": the signers."""
    if "sign" in _topics(sketch) and "expeditions_aboard" in sketch.asks:
        sketch.asks.remove("expeditions_aboard")
        sketch.types = ["who"]


def _for_tracking(sketch: Sketch, _: Knowledge) -> None:
    """As in "postmarked for a tracking station": the event of the postmark."""
    strikes = [use for use in sketch.topics if use.topic == "postmark"]
    for number, value in enumerate(sketch.values):
        name, _sign, text = value.partition("=")
        place = next((n for n, s in enumerate(sketch.slots) if s.means("value", value)), 0)
        before = sketch.slots[max(0, place - 2) : place]
        if strikes and name == "event" and any(slot.text == "for" for slot in before):
            sketch.values[number] = f"strike_event={text}"


def _together_with(sketch: Sketch, knowledge: Knowledge) -> None:
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
    if len(flights) != 1 or not (others & _words(sketch)) or not asked:
        return
    if names_covers(sketch, knowledge) or sketch.check or "person" in sketch.kinds:
        return
    station = [mention for mention in sketch.mentions if mention.things == ("iss",)]
    there = sketch.on_board or sketch.topics or station
    if _topics(sketch) <= {"arrive", "stay"} and there:
        sketch.mentions = [mention for mention in sketch.mentions if mention not in station]
        flights[0].topic = TopicUse("stay", flights[0].position, "together with")
        sketch.topics, sketch.asks = [], []
        sketch.kinds, sketch.types = ["mission"], ["which"]
        sketch.on_board = sketch.together = True


def _size(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how large is ATV", "how long is an HTV": of ships no size is recorded."""
    ships = sketch.things(knowledge, "programme", "variant", "mission")
    if not ships or names_covers(sketch, knowledge) or sketch.asks or sketch.topics:
        return
    for slot in sketch.slots:
        sized = slot.text in {"how large", "how big", "how small", "bigger", "larger", "smaller"}
        long = slot.text == "how long" and sketch.slots[sketch.slots.index(slot) + 1 :][:1]
        if sized or (long and long[0].text == "is"):
            _not_read(sketch, slot.text)


# --- people ---------------------------------------------------------------------------------------


def _stay_of_people(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how long did Kelly stay", "how long did Expedition 26 last", "whom he works for"."""
    others = [m for m in sketch.mentions if m.slot.kind == "thing" and m.things != ("iss",)]
    people = sketch.things(knowledge, "person", "expedition")
    if not people or len(people) != len(others) or names_covers(sketch, knowledge):
        return
    if "mission" in sketch.kinds:
        return
    if set(sketch.asks) & _OF_SHIPS or ("duration" in sketch.types and not sketch.asks):
        sketch.asks = ["at_station"]
        sketch.topics = []
    sketch.mentions = [m for m in sketch.mentions if m.things != ("iss",)]
    if "who" in sketch.types and "operate" in _topics(sketch):
        sketch.types.remove("who")


def _who_is(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who is this Michel Vasse I see on Kourou covers": the person, whatever follows."""
    named = sketch.things(knowledge, "person", "party")[:1]
    first = next((n for n, slot in enumerate(sketch.slots) if slot.means("type", "who")), None)
    if not named or first is None or sketch.asks or named[0].attributive:
        return
    between = sketch.slots[first + 1 : named[0].position]
    small = all(slot.sense("article", "filler", "pronoun") for slot in between)
    mine = sketch.mentions[:1] == named and named[0].topic is None
    after = sketch.slots[named[0].position + 1 : named[0].position + 2]
    small = small and all(slot.sense("filler", "preposition", "reports") for slot in after)
    is_asked = sketch.slots[first].text != "who" or any(s.text in {"this", "the"} for s in between)
    if mine and small and is_asked and named[0].position > first and not sketch.on_board:
        sketch.mentions, sketch.topics, sketch.kinds = named, [], []
        sketch.types, sketch.wants = [], ["describe"]


def _people_of_agency(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which ESA astronauts": people are not told apart by their agency here."""
    for mention in sketch.things(knowledge, "party"):
        following = sketch.slots[mention.position + 1 : mention.position + 2]
        party = knowledge.thing(mention.things[0])
        agency = isinstance(party, Party) and "agency" in party.roles
        people = bool(following) and following[0].means("kind", "person")
        if agency and (people or "people_aboard" in sketch.asks):
            _not_read(sketch, mention.slot.text)


def _signed_by_members(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "signed by the members of Expedition 31": the signing is asked, not the crew."""
    uses = [use for use in sketch.topics if use.topic == "sign"]
    crews = sketch.things(knowledge, "expedition")
    if uses and crews and "crew" in {*sketch.asks, *_topics(sketch)}:
        crews[-1].topic = uses[-1]
        uses[-1].governs.append(crews[-1])
    if uses:
        sketch.asks = [name for name in sketch.asks if name not in {"crew", "people_aboard"}]
        _drop(sketch, "crew")


# --- covers ---------------------------------------------------------------------------------------

# Topics of flights that say something else of covers.
_OF_COVERS = {"depart": "issue", "build": "by", "serial": "number"}
_ONLY_AS = {"depart": ("release",), "build": ("",), "serial": ("",)}


def _said_of_covers(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who released the folder", "how many were manufactured"."""
    if not names_covers(sketch, knowledge):
        return
    for use in sketch.topics:
        if use.topic in _OF_COVERS and use.text.startswith(_ONLY_AS[use.topic]):
            use.topic = _OF_COVERS[use.topic]
    if "serial" in sketch.asks:
        sketch.asks[sketch.asks.index("serial")] = "numbering"


def _postmarked_for(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "what does the postmark stand for", "what was it postmarked for": the event."""
    if "postmark" not in _topics(sketch) or not names_covers(sketch, knowledge):
        return
    stands = bool({"stand for", "stands for"} & _words(sketch)) or "event" in sketch.asks
    uses = [use for use in sketch.topics if use.topic in {"postmark", "commemorate"}]
    marks = len(uses) > 1 and uses[0].topic == "postmark"
    dangles = sketch.slots[-1].text == "for" and "which" in sketch.types
    if (stands or marks or dangles) and "commemorates" not in sketch.asks:
        sketch.asks = [*(name for name in sketch.asks if name != "event"), "strike_event"]
        sketch.wants = [want for want in sketch.wants if want != "define"]
        _drop(sketch, "mark", "commemorate")


def _signed_on_board(sketch: Sketch, _: Knowledge) -> None:
    """As in "autographed on board": where something was signed is not recorded."""
    last = sketch.topics[-1] if sketch.topics else None
    if last is None or last.topic != "sign" or not sketch.on_board or sketch.fits:
        return
    if any(slot.text in {"can", "could"} for slot in sketch.slots):
        return  # whether it can be so is another question
    behind = [slot for slot in sketch.slots[last.position + 1 :] if slot.means("on_board")]
    if behind:
        _not_read(sketch, behind[0].text)


def _were_up_there(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how many covers were in space": flown, not postmarked there."""
    there = {"up there", "in space", "in orbit", "in the space", "in outer space"}
    if names_covers(sketch, knowledge) and there & _words(sketch) and not sketch.topics:
        place = next(n for n, slot in enumerate(sketch.slots) if slot.text in there)
        sketch.topics = [TopicUse("fly", place, sketch.slots[place].text)]
        sketch.on_board = False


def _in_which_folder(sketch: Sketch, _: Knowledge) -> None:
    """As in "in which folder is it", "which folder did it come in": the one that holds it."""
    for position, slot in enumerate(sketch.slots[:-1]):
        folder = slot.means("type", "which") and sketch.slots[position + 1].means("kind", "folder")
        if not folder or sketch.kinds[:1] != ["folder"]:
            continue
        within = position > 0 and sketch.slots[position - 1].text == "in"
        dangles = sketch.slots[-1].text in {"in", "from", "inside"} and len(sketch.kinds) > 1
        if within or dangles or "contain" in _topics(sketch):
            sketch.asks.append("held_in")
            sketch.kinds.remove("folder")
            return


def _covers_of_the_folder(sketch: Sketch, _: Knowledge) -> None:
    """As in "the four covers in the folder": what it contains, however many there are."""
    if sketch.kinds != ["cover", "folder"] or sketch.types or sketch.check or sketch.asks:
        return
    inside = any(slot.text in {"in", "inside", "within"} for slot in sketch.slots)
    numbers = [mention for mention in sketch.mentions if mention.slot.kind == "number"]
    if inside and len(numbers) == 1 and not sketch.topics:
        sketch.mentions.remove(numbers[0])
        sketch.asks, sketch.kinds = ["contains"], ["folder"]


def _stamped_on_board(sketch: Sketch, _: Knowledge) -> None:
    """As in "how many got the stamp on the station": a mark or a postmark, it is not said."""
    uses = [use for use in sketch.topics if use.topic == "mark"]
    alone = len(uses) == len(sketch.topics) == 1 and not uses[0].governs
    stamps = {"stamp", "stamped", "stamps", "stamp on board", "got the stamp"}
    stamped = alone and uses[0].text in stamps
    if "quantity" in sketch.types and sketch.on_board and stamped:
        sketch.asks, sketch.topics = ["marked", "postmarked"], []


def _instead(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "a launch cover with KSC cancel instead of Cape Canaveral": may it be so?"""
    offices = sketch.things(knowledge, "place")
    instead = any(slot.text in {"instead of", "rather than"} for slot in sketch.slots)
    if instead and len(offices) > 1 and not sketch.types and names_covers(sketch, knowledge):
        sketch.fits, sketch.negations = True, []
        for office in offices:
            office.negated = False


def _letters_to(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "letters to Malenchenko": the one whom they were addressed to."""
    if "letter" not in sketch.kinds:
        return
    addressed = {person for cover in knowledge.all(Cover) for person in cover.addressee}
    for mention in sketch.things(knowledge, "person"):
        whom = mention.preposition in {"to", "for"}
        whose = mention.attributive and not mention.preposition and mention.things[0] in addressed
        if mention.topic is None and (whom or whose):
            mention.topic = TopicUse("address", mention.position, mention.preposition)


def _measured(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how many kilos did the mail weigh": no cargo; and the stages of a journey."""
    if "weight" in _topics(sketch):
        sketch.asks = ["weight", *(name for name in sketch.asks if name != "cargo_up")]
    if "journey" in _topics(sketch):
        sketch.asks, sketch.topics = [*_JOURNEY], []
        ends = [m for m in sketch.things(knowledge, "place") if m.preposition in {"to", "from"}]
        sketch.mentions = [mention for mention in sketch.mentions if mention not in ends]


# --- small words ----------------------------------------------------------------------------------


def _who_printed(sketch: Sketch, _: Knowledge) -> None:
    """As in "who printed the woodblock covers": their maker, not who issued them."""
    for use in sketch.topics:
        if "who" in sketch.types and use.text.startswith("print"):
            use.topic = "make"


def _named_after(sketch: Sketch, _: Knowledge) -> None:
    """As in "who was it named after": the name is asked, not a person."""
    if "who" in sketch.types and _topics(sketch) == {"name"}:
        sketch.types.remove("who")


def _counts_of_others(sketch: Sketch, _: Knowledge) -> None:
    """As in "two cosmonauts", "two dates": numbers that count no pieces."""

    def counts_others(mention: Mention) -> bool:
        following = sketch.slots[mention.position + 1 : mention.position + 2]
        if mention.slot.kind != "number" or not following:
            return False
        counted = following[0].means("kind", "person") or following[0].text in {"dates", "days"}
        return counted or (following[0].means("type", "who") and mention.slot.text.isalpha())

    sketch.mentions = [mention for mention in sketch.mentions if not counts_others(mention)]


def _by_hand(sketch: Sketch, _: Knowledge) -> None:
    """As in "docked by hand": by hand is what is said of the docking."""
    if "by_hand" in _topics(sketch):
        sketch.topics = [use for use in sketch.topics if use.topic != "arrive" or use.governs]


def _back_in_time(sketch: Sketch, _: Knowledge) -> None:
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


def _two_days(sketch: Sketch, _: Knowledge) -> None:
    """As in "on 24 or 25 February": of two guesses neither may be dropped."""
    days = [mention for mention in sketch.mentions if mention.slot.kind == "day"]
    for first, second in pairwise(days):
        between = sketch.slots[first.position + 1 : second.position]
        if any(slot.means("alternative") for slot in between) and sketch.check:
            _not_read(sketch, f"{first.slot.text} or {second.slot.text}")


_TURNS: tuple[Callable[[Sketch, Knowledge], None], ...] = (
    _counts_of_others,
    _ships_of_a_line,
    _who_is,
    _back_in_time,
    _two_days,
    _time_to_arrive,
    _docked_to_what,
    _where_at_the_station,
    _started,
    _flight_by_name,
    _left_the_ground,
    _at_the_end,
    _were_there,
    _was_there,
    _aboard_when,
    _faster,
    _together_with,
    _size,
    _stay_of_people,
    _people_of_agency,
    _signed_by_members,
    _said_of_covers,
    _postmarked_for,
    _signed_on_board,
    _were_up_there,
    _three_in_the_folder,
    _aboard_a_ship,
    _flown_of_a_line,
    _for_tracking,
    _cover_for_event,
    _iss_postmark,
    _bears_a_mark,
    _of_a_folder,
    _from_a_year,
    _which_crew_signed,
    _in_which_folder,
    _instead,
    _covers_of_the_folder,
    _stamped_on_board,
    _letters_to,
    _measured,
    _who_printed,
    _named_after,
    _by_hand,
)
