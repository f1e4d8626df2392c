"""Turns of phrase on the postmarks of covers: where, when and for what they were struck."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.questions.sketch import Sketch, TopicUse


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
    for mark in [] if places else sketch.things(knowledge, "mark"):
        office = getattr(knowledge.thing(mark.things[0]), "place", None)
        if len(mark.things) == 1 and office is not None:  # "requests for the Dragon pictorial"
            mark.slot = replace(mark.slot, things=(office,))
            places = [mark]
    if sketch.types == ["who"] and len(places) > 1:  # "who took them at that station": a clerk
        sketch.unexplained += sketch.topic_text("request").split()[:1]
        return
    sketch.advice = False  # "where should I send requests"
    if not places or sketch.check:
        sketch.unexplained.append(sketch.topic_text("request"))
    elif len(places) == len(sketch.mentions) - len(sketch.things(knowledge, "mark")):
        sketch.ask_only("requests_to")
        sketch.kinds, sketch.mentions = [], places
        for place in places:
            place.topic = None


def iss_postmark(sketch: Sketch, _: Knowledge) -> None:
    """As in "covers with an ISS postmark from 2012": struck on the station."""
    for mention in sketch.mentions:
        for use in sketch.topics:
            behind = use.topic == "postmark" and use.position == mention.position + 1
            if behind and mention.things == ("iss",) and mention.topic is None:
                mention.topic = use
                use.governs.append(mention)


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


_UPON = {"at", "on", "upon"}


def return_postmark(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "where did they get their return cancel": the event of the postmark, no flight home."""
    for place, (before, slot) in enumerate(pairwise(sketch.slots)):
        strike = slot.means("topic", "postmark")
        if before.text == "return" and strike and sketch.names_covers(knowledge):
            sketch.topics = [u for u in sketch.topics if u.position != place or u.topic != "return"]
            sketch.values.append("strike_event=return")
    struck = "postmark" in sketch.topic_names or sketch.asks == ["postmark_places"]
    if not struck or not sketch.names_covers(knowledge):
        return
    for use in [use for use in sketch.topics if use.topic == "return" and not use.governs]:
        words = [s for s in sketch.slots[: use.position] if not s.sense("article", "pronoun")]
        upon = bool(words) and words[-1].text in _UPON and use.text.startswith("return")
        if upon or (words and words[-1].means("limit", "after")):  # "on its return", "after it"
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
