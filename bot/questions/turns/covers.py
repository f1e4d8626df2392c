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


def numbers_its_covers(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "did La Marianne number its covers?": whether they are numbered."""
    if not sketch.check or sketch.types != ["quantity"] or not sketch.names_covers(knowledge):
        return
    for place, (slot, behind) in enumerate(pairwise(sketch.slots)):
        if slot.text == "number" and behind.text in {"its", "the", "their", "these", "those"}:
            sketch.types = []
            sketch.topics.append(TopicUse("number", place, slot.text, predicate=True))
            return


def which_number(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "Watanabe cover of Kounotori 2, which number?": the one that it bears."""
    ends = [slot.text for slot in sketch.slots[-2:]] == ["which", "number"]
    asks = {"what number", "which number", "number"} & sketch.words
    bears = bool(asks) and bool({"bear", "bears"} & sketch.words)
    if (ends or bears) and sketch.names_covers(knowledge) and not sketch.topics:
        sketch.ask_only("numbering")


def item_number(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "does number 450 of the ATV-1 covers exist?": whether there can be such a one."""
    pieces = sketch.names_covers(knowledge) or "number" in sketch.topic_names
    numbers = [m for m in sketch.mentions if m.slot.kind == "number" and m.slot.edition is None]
    dated = any(mention.slot.kind == "day" for mention in sketch.mentions)
    if not (sketch.item_number and pieces and numbers) or dated:
        return
    if sketch.check and not set(sketch.types) - {"quantity"} and not sketch.asks:
        sketch.fits, sketch.types, sketch.wants = True, [], []
    elif sketch.types and set(sketch.types) <= {"who", "when", "where", "how"}:
        sketch.mentions = [mention for mention in sketch.mentions if mention not in numbers]
    elif not (sketch.fits or sketch.first_person):
        sketch.unexplained += [mention.slot.text for mention in numbers]


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


_OF_PIECES = {"sign", "postmark", "mark", "fly", "issue", "by", "return", "number", "commemorate"}


def everything_so(sketch: Sketch, _: Knowledge) -> None:
    """As in "everything signed by Padalka": the covers of which that is so."""
    first = sketch.slots[0].text if sketch.slots else ""
    alone = sketch.unexplained == [first] and not (sketch.types or sketch.asks or sketch.kinds)
    said = sketch.topics and sketch.topics[0].position == 1 and sketch.topic_names <= _OF_PIECES
    if first == "everything" and alone and said and sketch.mentions:
        sketch.unexplained, sketch.kinds, sketch.wants = [], ["cover"], ["list"]


def from_a_year(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "covers from 2008", "only those from 2012": of that year, and not since then."""
    if sketch.names_covers(knowledge) or {"those", "ones", "the ones"} & sketch.words:
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
    told = sketch.things(knowledge, "expedition", "person", "station")
    parties = sketch.things(knowledge, "party")  # "La Marianne covers signed by the crew"
    told += [party for party in parties if signs and party.position > signs[0].position]
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
