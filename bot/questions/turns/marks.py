"""Turns of phrase on a handstamp or postmark itself: its picture, its designer, its first day."""

from __future__ import annotations

from dataclasses import replace

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Mark
from bot.questions.conditions import is_station
from bot.questions.generations import devices_of
from bot.questions.sketch import Mention, Sketch, TopicUse
from bot.questions.slots import Slot

_WRITTEN = {"written on", "writes", "inscribed on", "inscription", "legend"}
_STRUCK = {"mark", "postmark"}
_ASKED = {"marks", "postmark_places", "strike_place"}  # "which marks", "what postmarks"


def shown_on_a_mark(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "what is on the Tanegashima scenic postmark", "what is written on it": its looks."""
    written = _WRITTEN & sketch.words
    if _is_of_one_mark(sketch, knowledge) and (sketch.topic_names == {"feature"} or written):
        sketch.ask_only("looks")


def says_what(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "does the Kourou postmark say French Guiana": the looks of the mark of that office."""
    says = {"say", "says", "read", "reads", "show", "shows"} & sketch.words
    struck = sketch.topic_names and sketch.topic_names <= _STRUCK
    places = [m for m in sketch.things(knowledge, "place", "country") if not m.negated]
    told = sketch.names_covers(knowledge) or sketch.things(knowledge, "mission", "party", "person")
    dated = any(mention.slot.kind == "day" for mention in sketch.mentions)
    if not (says and struck and places) or told or dated:
        return
    office = places[0]
    known = [mark for mark in _marks_of(office.things[0], knowledge) if mark.looks]
    if len(known) != 1 or len(sketch.mentions) > len("ab"):
        sketch.unexplained.append(min(says))
        return
    sketch.ask_only("looks")
    sketch.mentions, sketch.kinds, sketch.check = [office], ["mark"], False
    sketch.unexplained = [word for word in sketch.unexplained if word not in says]
    office.topic = None


def two_devices(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how does the old postmark differ from the new one?", "2019: old or new device?"."""
    apart = bool((_APART | _SIZES) & {slot.text.split()[0] for slot in sketch.slots})
    if apart and sketch.pronoun:  # "how does it differ from the new one?"
        _add_the_other_device(sketch, knowledge)
    devices = {thing for m in sketch.things(knowledge, "mark") for thing in m.things}
    days = [mention for mention in sketch.mentions if mention.slot.kind == "day"]
    marks = [mention for mention in sketch.mentions if devices & set(mention.things)]
    rest = [m for m in sketch.mentions if m not in marks and m not in days]
    if devices != set(devices_of(knowledge).values()) or not all(map(is_station, rest)):
        return
    dated = bool(days) and (sketch.alternative or "which" in sketch.types)
    dated = dated or "older" in sketch.words
    if dated and sketch.topic_names <= {"postmark", "mark", "operate"}:
        sketch.ask_only("begun", "over")
    elif apart and not days:
        sketch.ask_only("looks")
    else:
        return
    sketch.unexplained = [word for word in sketch.unexplained if word not in _APART]
    sketch.kinds, sketch.wants, sketch.comparatives = [], [], []
    sketch.check, sketch.alternative, sketch.on_board = False, False, False
    sketch.mentions = marks
    for mention in marks:
        mention.topic = None


_APART = {"differ", "difference", "difference between", "differences", "apart", "distinguish"}
_SIZES = {"bigger", "larger", "smaller"}


def _add_the_other_device(sketch: Sketch, knowledge: Knowledge) -> None:
    """Where one device is named and nothing else: "it" is the other one."""
    marks = sketch.things(knowledge, "mark")
    other = set(devices_of(knowledge).values()) - {t for m in marks for t in m.things}
    if len(marks) == len(sketch.mentions) == len(other) == 1:
        slot = replace(marks[0].slot, things=tuple(other))
        sketch.mentions = [*marks, Mention(slot, marks[0].position)]
        sketch.pronoun = False


def mark_in_use(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "when was the old ISS postmark last used", "when did it come out"."""
    limits = [s.value for slot in sketch.slots for s in slot.senses if s.kind == "limit"]
    if sketch.types != ["when"] or not _is_of_one_mark(sketch, knowledge):
        return
    if sketch.topic_names == {"operate"} and limits in (["<="], ["since"]):
        sketch.ask_only("over" if limits == ["<="] else "begun")
        sketch.on_board, sketch.limit_words = False, []
    elif sketch.topic_names == {"issue"}:
        sketch.ask_only("begun")
    elif sketch.topic_names <= {"first"} and sketch.orders in (["latest"], ["earliest"]):
        sketch.ask_only("over" if sketch.orders == ["latest"] else "begun")
        sketch.orders = []


def office_opened(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "when did the KSC post office open": the day on which it did."""
    places = sketch.things(knowledge, "place")
    asked = sketch.types == ["when"] and sketch.unexplained == ["open"]
    if asked and len(places) == len(sketch.mentions) == 1 and not (sketch.topics or sketch.asks):
        sketch.unexplained = []
        sketch.ask_only("opened")


_USUAL_FOR = {"launch", "arrive", "depart", "return"}


def usual_for_an_event(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "what's usual for a Dragon berthing": the postmarks that are."""
    ships = sketch.things(knowledge, "programme", "variant", "mission")
    usual = {"usual", "customary", "common"} & sketch.words and sketch.types == ["which"]
    event = len(sketch.topics) == 1 and sketch.topic_names <= {
        "launch",
        "arrive",
        "depart",
        "return",
    }
    alone = len(ships) == len(sketch.mentions) == 1
    if usual and event and alone and not (sketch.asks or sketch.kinds or sketch.check):
        sketch.asks.append("postmark_places")


def office_of_a_mark(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "where is the Expedition 16 seal from", "which office has it": its own place."""
    alone = _names_one_mark(sketch, knowledge)
    office = bool({"which office", "which post office"} & sketch.words)
    office = office and "request" not in sketch.topic_names
    where = sketch.types == ["where"] and not sketch.asks
    if alone and not sketch.topics and not sketch.check and (where or office):
        sketch.ask_only("place")
    elif office and len(sketch.mentions) == 1 and sketch.things(knowledge, "place"):
        sketch.unexplained.append("which office")  # "which office has the Kourou postmark"


def counts_as_a_postmark(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "does the octagonal seal count as a postmark", "is it a real postmark or not"."""
    others = [mention for mention in sketch.mentions if not is_station(mention)]
    marks = sketch.things(knowledge, "mark")
    counts = bool({"count", "counts"} & sketch.words) and "as" in sketch.words
    if not (sketch.check or counts) or len(marks) != 1 or others != marks:
        return
    behind = sketch.slots[marks[0].position + 1 :]
    called = [
        place
        for place, slot in enumerate(behind)
        if slot.text.split()[-1] in {"cancel", "postmark"} and _is_said_to_be_one(behind[:place])
    ]
    rest = {slot.text for slot in behind if slot.is_strange} - _IN_A_FRAME
    if rest or not called:
        return
    place = marks[0].position + 1 + called[0]
    sketch.topics = [TopicUse("postmark", place, sketch.slots[place].text)]
    sketch.types, sketch.asks, sketch.kinds, sketch.values = [], [], [], []
    sketch.outside = [s for s in sketch.outside if not s.means("outside", "genuine")]
    sketch.unexplained = [word for word in sketch.unexplained if word not in _IN_A_FRAME]
    sketch.mentions, marks[0].topic, sketch.on_board = marks, None, False
    sketch.check, sketch.directions, sketch.pronoun = True, [], False


def _is_said_to_be_one(before: tuple[Slot, ...]) -> bool:
    """Whether "a" stands before the word, or "a real"."""
    before = tuple(slot for slot in before if not slot.means("outside", "genuine"))
    return bool(before) and before[-1].text in {"a", "an"}


_IN_A_FRAME = {"display", "exhibit", "exhibition", "fip", "frame", "sense"}


def size_of_a_mark(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how big is the octagonal seal?": its size, and not how many bear it."""
    sized = sketch.first_text(lambda slot: slot.text in {"how big", "how large", "how small"})
    if sized and _names_one_mark(sketch, knowledge):
        sketch.unexplained.append(sized)


def designer_of_marks(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who designed the Houston marks": of those of the office, and of no cover."""
    offices = sketch.things(knowledge, "place")
    both = bool(sketch.topic_names & {"make", "by"}) and bool(sketch.topic_names & _STRUCK)
    both = both and sketch.topic_names <= {"make", "by", *_STRUCK}
    alone = len(offices) == len(sketch.mentions) == 1 and not sketch.kinds and not sketch.asks
    if sketch.types == ["who"] and both and alone and _marks_of(offices[0].things[0], knowledge):
        sketch.ask_only("designer")
        offices[0].topic = None
        sketch.kinds = ["mark"]


def marks_of_a_designer(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which marks did van Ravanswaay design", "which postmarks are there from Houston"."""
    asked = bool(sketch.asks) and set(sketch.asks) <= _ASKED
    if "which" in sketch.types and {"exist", "exists"} & sketch.words:
        struck = [use for use in sketch.topics if use.topic in _STRUCK]
        asked = asked or len(struck) == len(sketch.topics) == 1
        sketch.topics = [use for use in sketch.topics if not asked or use not in struck]
    told = sketch.kinds or sketch.check or sketch.negations
    if not asked or len(sketch.mentions) != 1 or told:
        return
    mention = sketch.mentions[0]
    designed = sketch.topic_names == {"make"} and sketch.things(knowledge, "party")
    exist = {"exist", "exists", "are there"} & sketch.words
    placed = bool(sketch.things(knowledge, "place")) and bool(mention.preposition or exist)
    kept = placed and not sketch.topics
    if (designed and _designed_by(mention.things[0], knowledge)) or (
        kept and _marks_of(mention.things[0], knowledge)
    ):
        for use in sketch.topics:
            mention.topic = use
            use.governs = [mention]
        sketch.asks, sketch.kinds, sketch.types = [], ["mark"], ["which"]


_SHOWS = {"show", "shows", "showing", "shown", "depict", "depicts", "depicting", "picture"}
_SEVERAL_MARKS = {"cancels", "handstamps", "marks", "postmarks", "seals"}


def marks_by_their_looks(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "all marks struck on the ISS", "postmarks that show a Dragon", "which are round".

    The marks themselves are listed, where nothing but their office, their first year and their
    picture is said.
    """
    asked = set(sketch.asks) <= _ASKED and sketch.topic_names <= _STRUCK
    several = bool(sketch.asks) or bool(_SEVERAL_MARKS & sketch.words)
    told = sketch.names_covers(knowledge) or sketch.kinds or sketch.check or sketch.negations
    if not (asked and several) or told or sketch.orders or set(sketch.types) - {"which"}:
        return
    offices = sketch.things(knowledge, "place", "station")
    days = [mention for mention in sketch.mentions if mention.slot.kind == "day"]
    shown = sketch.things(knowledge, "programme") if _SHOWS & sketch.words else []
    if len(offices) + len(days) + len(shown) < len(sketch.mentions) or len(offices) > 1:
        return
    looks = [shown[0].slot.text] if shown else [*sketch.unexplained]
    if sketch.on_board and _SHOWS & sketch.words and not sketch.mentions:
        looks, sketch.on_board = ["station"], False  # in the picture
    since = bool(days) and [limit for _, limit in sketch.limit_words][-1:] == ["since"]
    said = looks or since or "mark" in sketch.topic_names or "marks" in sketch.asks
    marks = [mark for mark in knowledge.all(Mark) if _shows(mark, looks, knowledge)]
    if (days and not since) or (shown and not marks):
        sketch.unexplained.append((days or shown)[0].slot.text)  # "in use in 2012" is not on record
    if not said or not marks or (days and not since):
        return
    if not (offices or looks or since or sketch.on_board or "list" in sketch.wants):
        return  # "which marks?" of what was talked about
    sketch.values += [f"looks={text}" for text in looks]
    if sketch.on_board or any("onboard" in slot.text.split() for slot in sketch.slots):
        sketch.values.append("place=iss")
    sketch.on_board, sketch.unexplained, sketch.topics, sketch.asks = False, [], [], []
    sketch.kinds, sketch.types, sketch.wants = ["mark"], ["which"], []
    station = [mention for mention in offices if mention.things == ("iss",)]
    sketch.values += ["place=iss" for _ in station]
    gone = [*shown, *station]
    sketch.mentions = [mention for mention in sketch.mentions if mention not in gone]
    for mention in sketch.mentions:
        mention.topic = None


def _shows(mark: Mark, looks: list[str], knowledge: Knowledge) -> bool:
    """Whether the looks of a mark hold each of these words."""
    told = " ".join(str(fact.value) for fact in facts_of(knowledge, mark, "looks"))
    return all(word.casefold() in told.casefold() for word in looks)


def _names_one_mark(sketch: Sketch, knowledge: Knowledge) -> bool:
    """Whether one mark is named and nothing else."""
    marks = sketch.things(knowledge, "mark")
    alone = len(marks) == len(sketch.mentions) == 1 and len(marks[0].things) == 1
    return alone and not sketch.names_covers(knowledge)


def _is_of_one_mark(sketch: Sketch, knowledge: Knowledge) -> bool:
    """Whether something is asked about one mark, which names no field and claims nothing."""
    return _names_one_mark(sketch, knowledge) and not (sketch.check or sketch.asks)


def _marks_of(office: str, knowledge: Knowledge) -> list[Mark]:
    return [mark for mark in knowledge.all(Mark) if mark.place == office]


def _designed_by(party: str, knowledge: Knowledge) -> list[Mark]:
    return [
        mark
        for mark in knowledge.all(Mark)
        if any(fact.value == party for fact in facts_of(knowledge, mark, "designer"))
    ]
