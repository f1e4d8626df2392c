"""Turns of phrase on covers: what they are for, where they were, what they bear."""

from __future__ import annotations

from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.questions.sketch import Mention, Sketch, TopicUse

# What "the journey of the mail" asks for.
_JOURNEY = ["up", "up_day", "carried_in", "down", "return_day", "return_place", "recovered_day"]


def three_in_the_folder(sketch: Sketch, _: Knowledge) -> None:
    """As in "are there three covers in the folder": a figure of the folder."""
    numbers = [mention for mention in sketch.mentions if mention.slot.kind == "number"]
    if not sketch.check or sketch.kinds != ["cover", "folder"] or len(numbers) != 1:
        return
    if any(slot.text in {"in", "inside"} for slot in sketch.slots):
        sketch.kinds = ["folder", "cover"]
        numbers[0].ask = "covers_inside"


def in_orbit_or_on_earth(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "postmarked in orbit or in Houston?": where it was is asked, both may be so."""
    offices = [m for m in sketch.things(knowledge, "place") if m.topic is not None]
    struck = "postmark" in sketch.topic_names and sketch.on_board and sketch.alternative
    if sketch.check and struck and offices and sketch.names_covers(knowledge):
        sketch.check, sketch.on_board, sketch.alternative = False, False, False
        sketch.types, sketch.asks = ["where"], ["strike_place"]
        sketch.mentions = [mention for mention in sketch.mentions if mention not in offices]
        sketch.drop("postmark")


def handed_over_at(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "when did the mail arrive in Bremen": covers arrive where they are handed over."""
    places = sketch.things(knowledge, "place")
    arrive = next((use for use in sketch.topics if use.topic == "arrive"), None)
    if arrive is None or not places or not sketch.names_covers(knowledge):
        return
    if sketch.kinds[:1] == ["cover"] and places[-1].position > arrive.position:
        arrive.topic = "hand_over"
        places[-1].topic = arrive
        arrive.governs.append(places[-1])


def tracking_stations(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which tracking stations are in the folder": its features name them."""
    asked = {"tracking stations", "which tracking stations", "ground stations", "two stations"}
    folders = [m for m in sketch.things(knowledge, "cover") if not m.attributive]
    there = bool({"in it", "in there"} & sketch.words) or (sketch.pronoun and not sketch.mentions)
    folder = "folder" in sketch.kinds or bool(folders) or there
    if folder and asked & sketch.words and not sketch.check and "which" in sketch.types:
        sketch.ask_only("features")
        sketch.pronoun = sketch.pronoun or not sketch.mentions
        sketch.values = [value for value in sketch.values if not value.startswith("event")]
        sketch.values.append("features=tracking")


def whose_stamp(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "whose hand stamp is on the cover": the mark, which is called after somebody."""
    whose = any(slot.text == "whose" for slot in sketch.slots)
    if whose and sketch.topic_names == {"mark"} and sketch.names_covers(knowledge):
        sketch.ask_only("marks")


def requests_for_postmark(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "where do I send requests for the KSC postmark": the office that takes them."""
    places = sketch.things(knowledge, "place")
    writes = [use for use in sketch.topics if use.text == "write"]
    if writes and "postmark" in sketch.topic_names and not sketch.names_covers(knowledge):
        sketch.topics = [use for use in sketch.topics if use not in writes]
        sketch.types = ["where"]  # "to whom do I write for a Houston postmark"
        sketch.topics.append(TopicUse("request", writes[0].position, "write"))
    gets = "get" in sketch.words and sketch.types in (
        ["how"],
        ["where"],
    )  # "how do I get a KSC one"
    got = (
        gets
        and places
        and sketch.topic_names == {"postmark"}
        and not sketch.things(knowledge, "mission", "cover")
    )
    if "request" not in sketch.topic_names and not got:
        return
    if not places or sketch.check:
        sketch.unexplained.append(sketch.topic_text("request"))
    elif len(places) == len(sketch.mentions) - len(sketch.things(knowledge, "mark")):
        sketch.ask_only("requests_to")
        sketch.kinds, sketch.mentions = [], places
        for place in places:
            place.topic = None


def flown_of_a_line(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who made HTV", "who designed the ATV": the ship's maker, not that of covers."""
    lines = sketch.things(knowledge, "programme", "variant")
    alone = len(lines) == len(sketch.mentions) == 1
    builds = all(u.topic == "by" or u.text.startswith("design") for u in sketch.topics)
    ships = alone and builds and not sketch.names_covers(knowledge)
    if "who" in sketch.types and ships and sketch.topics and not sketch.asks:
        sketch.ask_only("manufacturer")


# Events of a flight, as what a cover is made for.
_MADE_FOR = {"launch": "launch", "arrive": "dock", "depart": "depart", "end": "reentry"}


def cover_for_event(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "a cover for the undocking of ATV-2", "made for the docking of ATV-1"."""
    if not sketch.names_covers(knowledge) or "postmark" in sketch.topic_names or sketch.fits:
        return
    for use in [use for use in sketch.topics if use.topic in _MADE_FOR]:
        before = [
            slot
            for slot in sketch.slots[: use.position]
            if not slot.means("article") and slot.kind != "thing"
        ][-1:]
        if before and (before[0].text == "for" or before[0].means("topic", "commemorate")):
            sketch.topics.remove(use)
            sketch.drop("commemorate")
            berths = use.text.startswith("berth")
            sketch.values.append(f"event={'berth' if berths else _MADE_FOR[use.topic]}")
            for mention in sketch.mentions:
                mention.topic = None if mention.topic is use else mention.topic


def iss_postmark(sketch: Sketch, _: Knowledge) -> None:
    """As in "covers with an ISS postmark from 2012": struck on the station."""
    for mention in sketch.mentions:
        for use in sketch.topics:
            behind = use.topic == "postmark" and use.position == mention.position + 1
            if behind and mention.things == ("iss",) and mention.topic is None:
                mention.topic = use
                use.governs.append(mention)


_PRINTED = {"design", "cachet", "picture", "personalised stamp", "signature", "autograph"}


def bears_a_mark(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "does the cover carry the octagonal seal": it bears it."""
    marks = sketch.things(knowledge, "mark")
    for use in [use for use in sketch.topics if use.text.startswith(("carry", "carri"))]:
        behind = sketch.slots[use.position + 1 : use.position + 4]
        printed = any(slot.text in _PRINTED for slot in behind)
        if printed or any(mark.position > use.position for mark in marks):
            sketch.topics.remove(use)
            for mention in use.governs:
                mention.topic = None


def of_a_folder(sketch: Sketch, _: Knowledge) -> None:
    """As in "which covers belong to the ATV-1 folder": what it contains."""
    both = {"cover", "folder"} <= set(sketch.kinds) and "part_of" in sketch.topic_names
    if both and not (sketch.check or "quantity" in sketch.types):
        sketch.asks, sketch.kinds, sketch.types = ["contains"], ["folder"], []
        sketch.drop("part_of")


def from_a_year(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "covers from 2008": of that year, and not since then."""
    if sketch.names_covers(knowledge):
        sketch.limit_words = [
            (position, limit)
            for position, limit in sketch.limit_words
            if limit != "since" or sketch.slots[position].text != "from"
        ]


def for_tracking(sketch: Sketch, _: Knowledge) -> None:
    """As in "postmarked for a tracking station": the event of the postmark."""
    strikes = [use for use in sketch.topics if use.topic == "postmark"]
    for number, value in enumerate(sketch.values):
        name, _sign, text = value.partition("=")
        place = next((n for n, s in enumerate(sketch.slots) if s.means("value", value)), 0)
        before = sketch.slots[max(0, place - 2) : place]
        if strikes and name == "event" and any(slot.text == "for" for slot in before):
            sketch.values[number] = f"strike_event={text}"


# Topics of flights that say something else of covers.
_OF_COVERS = {"depart": "issue", "build": "by", "serial": "number"}


_ONLY_AS = {"depart": ("release",), "build": ("",), "serial": ("",)}


def said_of_covers(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who released the folder", "how many were manufactured"."""
    if not sketch.names_covers(knowledge):
        return
    for use in sketch.topics:
        if use.topic in _OF_COVERS and use.text.startswith(_ONLY_AS[use.topic]):
            use.topic = _OF_COVERS[use.topic]
    if "serial" in sketch.asks:
        sketch.asks[sketch.asks.index("serial")] = "numbering"


def postmarked_for(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "what does the postmark stand for", "what was it postmarked for": the event."""
    if "postmark" not in sketch.topic_names or not sketch.names_covers(knowledge):
        return
    stands = bool({"stand for", "stands for"} & sketch.words) or "event" in sketch.asks
    uses = [use for use in sketch.topics if use.topic in {"postmark", "commemorate"}]
    marks = len(uses) > 1 and uses[0].topic == "postmark"
    dangles = sketch.slots[-1].text == "for" and "which" in sketch.types
    if (stands or marks or dangles) and "commemorates" not in sketch.asks:
        sketch.asks = [*(name for name in sketch.asks if name != "event"), "strike_event"]
        sketch.wants = [want for want in sketch.wants if want != "define"]
        sketch.drop("mark", "commemorate")


def signed_on_board(sketch: Sketch, _: Knowledge) -> None:
    """As in "autographed on board": where something was signed is not recorded."""
    last = sketch.topics[-1] if sketch.topics else None
    if last is None or last.topic != "sign" or not sketch.on_board or sketch.fits:
        return
    if any(slot.text in {"can", "could"} for slot in sketch.slots):
        return  # whether it can be so is another question
    behind = [slot for slot in sketch.slots[last.position + 1 :] if slot.means("on_board")]
    if behind:
        sketch.unexplained.append(behind[0].text)


_A_CREW = {"crew", "crew members", "crew member", "crewmembers", "iss crew", "station crew"}
_WHOLE = {"whole", "entire", "full", "complete", "all"}  # who of a crew signed is not weighed


def signed_by_a_crew(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "signed by the crew", "crew signed": by no one else, such as a head of a club."""
    signs = [use for use in sketch.topics if use.topic == "sign" and not use.negated]
    crews = [n for n, slot in enumerate(sketch.slots) if slot.text in _A_CREW]
    before = [_word_before(sketch, position) for position in crews]
    crew = crews or any("crew" in use.text for use in signs)
    told = sketch.things(knowledge, "expedition", "person", "party", "station")
    told += [mention for mention in sketch.mentions if mention.slot.kind == "number"]
    if len(signs) != 1 or not crew or told or "just" in before:
        return
    flights = {mention.slot.text for mention in sketch.things(knowledge, "mission")}
    sketch.unexplained += [word for word in before if word in _WHOLE]
    sketch.unexplained += [
        f"{word} crew" for word in before if word in flights
    ]  # which is not said
    sketch.drop("crew")
    sketch.values.append("signer_role=crew")
    sketch.asks = [name for name in sketch.asks if name not in {"crew", "people_aboard"}]
    sketch.kinds = [kind for kind in sketch.kinds if kind != "person"]
    if not {"who", "quantity"} & set(sketch.types):
        sketch.drop("sign")  # "covers signed by the crew" are asked for, and not their signers


def _word_before(sketch: Sketch, position: int) -> str:
    """The word before a place in a question, over articles; "" before the first one."""
    before = [slot for slot in sketch.slots[:position] if not slot.means("article")]
    return before[-1].text if before else ""


def were_up_there(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how many covers were in space": flown, not postmarked there."""
    there = {"up there", "in space", "in orbit", "in the space", "in outer space"}
    if sketch.names_covers(knowledge) and there & sketch.words and not sketch.topics:
        place = next(n for n, slot in enumerate(sketch.slots) if slot.text in there)
        sketch.topics = [TopicUse("fly", place, sketch.slots[place].text)]
        sketch.on_board = False


def in_which_folder(sketch: Sketch, _: Knowledge) -> None:
    """As in "in which folder is it", "which folder did it come in": the one that holds it."""
    for position, slot in enumerate(sketch.slots[:-1]):
        folder = slot.means("type", "which") and sketch.slots[position + 1].means("kind", "folder")
        if not folder or sketch.kinds[:1] != ["folder"]:
            continue
        within = position > 0 and sketch.slots[position - 1].text == "in"
        dangles = sketch.slots[-1].text in {"in", "from", "inside"} and len(sketch.kinds) > 1
        if within or dangles or "contain" in sketch.topic_names:
            sketch.asks.append("held_in")
            sketch.kinds.remove("folder")
            return


def covers_of_the_folder(sketch: Sketch, _: Knowledge) -> None:
    """As in "the four covers in the folder": what it contains, however many there are."""
    if sketch.kinds != ["cover", "folder"] or sketch.types or sketch.check or sketch.asks:
        return
    inside = any(slot.text in {"in", "inside", "within"} for slot in sketch.slots)
    numbers = [mention for mention in sketch.mentions if mention.slot.kind == "number"]
    if inside and len(numbers) == 1 and not sketch.topics:
        sketch.mentions.remove(numbers[0])
        sketch.asks, sketch.kinds = ["contains"], ["folder"]


def return_postmark(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "where did they get their return cancel": the event of the postmark, no flight home."""
    for place, (before, slot) in enumerate(pairwise(sketch.slots)):
        strike = slot.means("topic", "postmark")
        if before.text == "return" and strike and sketch.names_covers(knowledge):
            sketch.topics = [u for u in sketch.topics if u.position != place or u.topic != "return"]
            sketch.values.append("strike_event=return")
    if "postmark" not in sketch.topic_names or not sketch.names_covers(knowledge):
        return
    for use in [use for use in sketch.topics if use.topic == "return" and not use.governs]:
        words = [s for s in sketch.slots[: use.position] if not s.means("article")]
        if words and words[-1].means("limit", "after"):  # "after its return"
            sketch.topics.remove(use)
            sketch.values.append("strike_event=return")
            sketch.comparatives = [word for word in sketch.comparatives if word != "later"]


def stamped_on_board(sketch: Sketch, _: Knowledge) -> None:
    """As in "how many got the stamp on the station": a mark or a postmark, it is not said."""
    uses = [use for use in sketch.topics if use.topic == "mark"]
    alone = len(uses) == len(sketch.topics) == 1 and not uses[0].governs
    stamps = {"stamp", "stamped", "stamps", "stamp on board", "got the stamp"}
    stamped = alone and uses[0].text in stamps
    if "quantity" in sketch.types and sketch.on_board and stamped:
        sketch.asks, sketch.topics = ["marked", "postmarked"], []


def instead(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "a launch cover with KSC cancel instead of Cape Canaveral": may it be so?"""
    offices = sketch.things(knowledge, "place")
    instead = any(slot.text in {"instead of", "rather than"} for slot in sketch.slots)
    if instead and len(offices) > 1 and not sketch.types and sketch.names_covers(knowledge):
        sketch.fits, sketch.negations = True, []
        for office in offices:
            office.negated = False


def measured(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how many kilos did the mail weigh": no cargo; and the stages of a journey."""
    if "weight" in sketch.topic_names:
        sketch.asks = ["weight", *(name for name in sketch.asks if name != "cargo_up")]
    if "journey" in sketch.topic_names:
        sketch.asks, sketch.topics = [*_JOURNEY], []
        ends = [m for m in sketch.things(knowledge, "place") if m.preposition in {"to", "from"}]
        sketch.mentions = [mention for mention in sketch.mentions if mention not in ends]


def who_printed(sketch: Sketch, _: Knowledge) -> None:
    """As in "who printed the woodblock covers": their maker, not who issued them."""
    for use in sketch.topics:
        if "who" in sketch.types and use.text.startswith("print"):
            use.topic = "make"


# What a number may count that is no piece: "which two tracking stations", "the seven signatures".
_COUNTED = {"person", "place", "expedition", "party", "port", "module"}
_COUNTED_WORDS = {"dates", "days", "names", "signatures", "signers", "autographs", "postmarks"}
_COUNTED_WORDS |= {"cancels", "strikes", "tracking stations", "stations", "towns", "scribbles"}


def counts_of_others(sketch: Sketch, _: Knowledge) -> None:
    """As in "two cosmonauts", "which two tracking stations": numbers that count no pieces."""

    def counts_others(mention: Mention) -> bool:
        following = sketch.slots[mention.position + 1 : mention.position + 2]
        if mention.slot.kind != "number" or not following:
            return False
        counted = following[0].means("kind", "person") or following[0].text in {"dates", "days"}
        kind = following[0].sense("kind")
        others = following[0].text in _COUNTED_WORDS or (kind and kind.value in _COUNTED)
        if others and not sketch.check:
            return True
        return counted or (following[0].means("type", "who") and mention.slot.text.isalpha())

    sketch.mentions = [mention for mention in sketch.mentions if not counts_others(mention)]


def pieces_of_a_flight(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "were the cards of ATV-2 returned?": the flight sorts the cards, they came back."""
    for mention in sketch.things(knowledge, "mission"):
        before = sketch.slots[: mention.position]
        of_kind = len(before) > 1 and before[-1].text in {"of", "for"} and before[-2].means("kind")
        later = any(use.position > mention.position for use in sketch.topics)
        if sketch.check and of_kind and later and mention.topic is None:
            mention.attributive = True


def of_which_flight(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "Biscarrosse postmark, which ATV?": the flights of the covers that have it."""
    places = sketch.things(knowledge, "place")
    lines = sketch.things(knowledge, "programme", "variant")
    struck = [use for use in sketch.topics if use.topic in {"postmark", "mark"}]
    only = len(places) == len(struck) == len(sketch.topics) == 1 and not sketch.check
    ship = "which_ship" in sketch.types or ("which" in sketch.types and bool(lines))
    told = sketch.asks or sketch.kinds or sketch.values or sketch.orders
    if not (only and ship) or told or len(places) + len(lines) < len(sketch.mentions):
        return
    before = sketch.slots[lines[0].position - 1] if lines and lines[0].position else None
    if lines and (before is None or not before.means("type", "which")):
        return
    sketch.asks, sketch.types, sketch.kinds = ["about"], [], ["cover"]
    places[0].topic = struck[0]
    struck[0].governs = [places[0]]


def anything_flown(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "anything for ATV-4 flown at all?": covers, and not the flight itself."""
    anything = {"anything", "something"} & sketch.words
    flights = sketch.things(knowledge, "mission", "programme")
    told = sketch.kinds or sketch.asks or sketch.types or sketch.values
    if anything and flights and sketch.topic_names == {"fly"} and not told:
        sketch.kinds, sketch.wants = ["cover"], ["list"]


def largest_edition(sketch: Sketch, _: Knowledge) -> None:
    """As in "what is the largest edition": of all covers the one with the highest print run."""
    sized = sketch.orders in (["largest"], ["smallest"])
    editions = [use for use in sketch.topics if use.text in {"edition", "editions"}]
    told = sketch.asks or sketch.types or sketch.check
    if sized and len(editions) == len(sketch.topics) == 1 and not told:
        sketch.ask_only("issued")
        sketch.kinds = sketch.kinds or ["cover"]
