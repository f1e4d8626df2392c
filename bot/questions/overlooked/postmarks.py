"""What is asked of postmarks, marks and post offices that no reading takes up."""

from __future__ import annotations

from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.questions.sketch import Sketch


def number_of_strikes(sketch: Sketch, _: Knowledge) -> str:
    """As in "which covers have two postmarks": those with any would be listed."""
    listed = "which" in sketch.types or "list" in sketch.wants
    for number, word in pairwise(sketch.slots):
        topic = word.sense("topic")
        struck = topic is not None and topic.value in {"postmark", "mark", "sign"}
        if listed and number.kind == "number" and struck and word.text.endswith("s"):
            return number.text
    return ""


def struck_on_the_day_of(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "covers postmarked on the day of docking", "on the day ATV-3 docked": days of ships."""
    struck = "postmark" in sketch.topic_names and sketch.names_covers(knowledge)
    days = {"arrived", "launched", "departed", "ended"} & set(sketch.asks)
    events = sketch.topic_names & {"arrive", "launch", "depart", "end"}
    said = sketch.first_text(lambda slot: slot.text in {"day", "date", "same day"})
    asked = struck and not (sketch.check or sketch.fits)
    return said or "day" if asked and (days or (events and said)) else ""


def struck_by_whom(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "who stamped the letters": whose hand struck a mark is not looked up."""
    if sketch.types != ["who"] or not sketch.names_covers(knowledge):
        return ""
    acts = {"stamped", "postmarked", "cancelled", "canceled"}
    return next((use.text for use in sketch.topics if use.text in acts), "")


def where_on_it(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "where is the number on the cover", "where was the mail packed": not its postmarks."""
    if "where" not in sketch.types or not sketch.names_covers(knowledge):
        return ""
    packed = sketch.first_text(lambda slot: slot.text in {"packed", "sealed", "printed"})
    return packed or ("number" if "quantity" in sketch.types else "")


def marks_of_a_place(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which Houston postmarks exist": the marks, and not the covers that bear one."""
    if sketch.names_covers(knowledge) or sketch.check or sketch.kinds == ["mark"]:
        return ""
    listed = "which" in sketch.types or "list" in sketch.wants
    for place, word in pairwise(sketch.slots):
        beside = [m for m in sketch.things(knowledge, "place") if m.slot is place]
        if listed and beside and word.text in {"postmarks", "cancels", "marks", "handstamps"}:
            return word.text
    return ""


_OF_OFFICES = ("take over", "took over", "taken over", "should i send", "get a post office")


def of_the_office_itself(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "when did Titusville take over from KSC": of the offices, and of no cover."""
    said = " ".join(slot.text for slot in sketch.slots)
    told = next((words for words in _OF_OFFICES if words in said), "")
    settled = sketch.asks == ["requests_to"]
    return told if sketch.things(knowledge, "place") and not settled else ""


def what_a_postmark_shows(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "does the Tanegashima postmark show a rocket": its picture, and no rocket that flew."""
    shows = sketch.first_text(lambda slot: slot.text in {"show", "shows", "depict", "depicts"})
    struck = "postmark" in sketch.topic_names and sketch.things(knowledge, "place")
    return shows if shows and struck and not sketch.names_covers(knowledge) else ""


def pictorial_marks(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "list the pictorial postmarks of Houston": the marks, and not covers that bear them."""
    pictorial = sketch.first_text(lambda slot: "pictorial" in slot.text.split())
    listed = {"list"} & set(sketch.wants) or {"quantity"} & set(sketch.types)
    return pictorial if listed and not sketch.names_covers(knowledge) else ""


def written_on_a_mark(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "what is written on the old ISS postmark": not who signed covers with it."""
    marks = sketch.things(knowledge, "mark")
    signs = sketch.topic_text("sign")
    return signs if marks and signs.startswith("written") else ""


def day_of_the_event(sketch: Sketch, _: Knowledge) -> str:
    """As in "was the cover postmarked on the landing day": the day is not held against it."""
    days = {"launched", "arrived", "departed", "ended", "return_day"} & set(sketch.asks)
    struck = sketch.check and days and "postmark" in sketch.topic_names
    return sketch.first_text(lambda slot: slot.means("ask")) if struck else ""


def needs(sketch: Sketch, _: Knowledge) -> str:
    """As in "does a launch cover need a KSC postmark": a rule, not what is on record."""
    if not sketch.check:
        return ""
    return sketch.first_text(lambda slot: slot.text in _NEEDS)


_NEEDS = {"need", "needs", "required", "must", "have to", "have to be", "necessary", "obligatory"}


def designed_postmark(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "who designed the Houston postmark": which of them, and no cachet."""
    designs = [u for u in sketch.topics if u.text.startswith(("design", "drew", "drawn", "draw"))]
    struck = any(use.topic == "postmark" for use in sketch.topics)
    covers = sketch.names_covers(knowledge) or sketch.things(knowledge, "mark")
    denied = any(party.negated for party in sketch.things(knowledge, "party"))
    struck = struck or "postmark_places" in sketch.asks
    return designs[0].text if designs and struck and (denied or not covers) else ""


def lost_and_struck(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "postmarked on a day when no ship arrived": that is no loss."""
    lost = sketch.loss_text
    struck = "postmark" in sketch.topic_names and "which" in sketch.types
    return lost if struck and sketch.names_covers(knowledge) else ""


def country_aboard(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "has it a Russian cancel from on board": the station is in no country."""
    countries = sketch.things(knowledge, "country")
    struck = {"postmark", "mark"} & sketch.topic_names
    return countries[0].slot.text if countries and struck and sketch.on_board else ""


def which_kind_of_mark(sketch: Sketch, _: Knowledge) -> str:
    """As in "is a Bordstempel a postmark or a handstamp": a word, and not covers with either."""
    either = sketch.check and sketch.alternative and {"postmark", "mark"} <= sketch.topic_names
    named = sketch.first_text(lambda slot: slot.means("value", "strike_place=iss"))
    return named if either and named and not (sketch.mentions or sketch.kinds) else ""


def how_many_requests(sketch: Sketch, _: Knowledge) -> str:
    """As in "how many requests a year": not where they go."""
    for word, behind in pairwise(sketch.slots):
        if word.means("type", "quantity") and behind.text == "requests":
            return behind.text
    return ""


def undocking_postmark(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "postmark for undocking of Progress": usual postmarks are of other events."""
    usual = "postmark_places" in sketch.asks or not sketch.names_covers(knowledge)
    struck = usual and "postmark" in sketch.topic_names and not sketch.check
    return sketch.topic_text("depart") if struck else ""


def which_should_have(sketch: Sketch, _: Knowledge) -> str:
    """As in "which Dragon launches should have a KSC postmark": flights are not chosen by it."""
    flights = "which" in sketch.types and "launch" in sketch.topic_names
    return sketch.first_text(lambda slot: slot.text == "should have") if flights else ""


def written_in_a_postmark(sketch: Sketch, _: Knowledge) -> str:
    """As in "what is written in the Kourou postmark": its words, and nobody's signature."""
    written = sketch.first_text(lambda slot: slot.text in {"written", "is written", "inscribed"})
    return written if written and "postmark" in sketch.topic_names else ""
