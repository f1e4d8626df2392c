"""Readings that kept no trace of a word of their sketch: what they answer was not asked."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import FIELDS
from bot.knowledge.records import Person
from bot.questions.conditions import SELF
from bot.questions.query import Query
from bot.questions.sketch import Sketch


def _covers_without_a_name(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "is a cachet a postmark": two words of the field, and no cover."""
    nouns = reading.want == "check" and reading.kind == "cover" and not sketch.mentions
    bare = all(c.op == "recorded" for c in (*reading.where, *reading.claim))
    unnamed = nouns and bare and not sketch.kinds and not sketch.pronoun
    return sketch.slots[-1].text if unnamed else ""


def _every_cover(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "which covers have a folder": all of them would be listed."""
    every = reading.want == "list" and reading.kind == "cover" and not reading.where
    strange = {"experts", "which flights", "which flight", "which ships"} & sketch.words
    told = sketch.mentions or len(set(sketch.kinds)) != 1 or strange
    return sketch.slots[-1].text if every and told else ""


def _the_thing_itself(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "how many exist", "post office for Tanegashima": what was named comes back."""
    places = reading.want == "list" and reading.kind == "place"
    return sketch.slots[0].text if (reading.want == "count" or places) and _named(reading) else ""


def _flights_for_pieces(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "how many pieces got marked on all ATVs": flights would be counted."""
    pieces = {"how many pieces", "how many covers", "how many letters"} & sketch.words
    flights = reading.want == "count" and reading.kind == "mission"
    return min(pieces) if pieces and flights else ""


def _pad_for_post_office(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "which post office is near the launch pad": the pad is no post office."""
    struck = "postmark" in sketch.topic_names or "which post office" in sketch.words
    sites = {*reading.fields, *(c.field for c in reading.where)} & {"pad", "launch_site"}
    usual = "postmark_places" in reading.fields  # "lifted off from pad 40, so KSC or the Cape"
    flights = reading.kind == "mission" and sites and not usual
    return sketch.slots[0].text if struck and flights else ""


def _list_for_difference(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "what is the difference of HTV and HTV-X": their covers would be listed."""
    apart = {"difference of", "difference between", "difference"} & sketch.words
    return min(apart) if apart and reading.want == "list" else ""


def _ranked_alone(reading: Query, sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "the last Kniga cover": one thing is first and last."""
    alone = any(c.field == SELF and len(c.things) == 1 for c in reading.where)
    flights = sketch.things(knowledge, "mission")  # "when did M-15M undock for the last time?"
    ranked = reading.want == "rank" and alone and not flights
    return (sketch.order_text or sketch.slots[-1].text) if ranked else ""


def _flight_checked_for_covers(reading: Query, sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "is ATV-1 number 5 a cover": that the flight is on record says nothing of it."""
    checked = reading.want == "check" and not reading.claim and reading.kind == "mission"
    numbers = any(mention.slot.kind == "number" for mention in sketch.mentions)
    other = sketch.names_covers(knowledge) or numbers
    return sketch.slots[-1].text if checked and _named(reading) and other else ""


def _two_postmarks(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "it has 3 April and 5 September": postmarks of one cover are told apart."""
    days = [c for c in reading.where if c.field == "strike_day"]
    several = reading.want == "identify" and len(days) > 1
    return next((m.slot.text for m in sketch.mentions if m.slot.kind == "day" and several), "")


def _site_for_itself(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "where is the launch site at Kourou": that ships were launched there is known."""
    asked = reading.fields == ("launch_site",) and not _named(reading)
    sites = [c for c in reading.where if c.field == "launch_site" and c.op == "is"]
    return sketch.slots[0].text if asked and sites else ""


def _of_another_kind(reading: Query, sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "any of them in both?" after two crews: people are no flights."""
    things = [t for c in reading.where if c.field == SELF for t in c.things]
    people = [thing for thing in things if isinstance(knowledge.get(thing), Person)]
    mixed = people and reading.kind in {"mission", "cover"} and reading.want != "describe"
    return sketch.slots[-1].text if mixed else ""


def _with_somebody(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "who was with him on board?": those beside somebody, and not he himself."""
    if reading.want != "describe":
        return ""
    beside = {"him", "her", "them"}
    return next(
        (a.text for a, b in pairwise(sketch.slots) if a.text == "with" and b.text in beside), ""
    )


def _all_of_a_line(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "which Progress took them?": every flight of the line would be listed."""
    lines = reading.where and all(c.field in {"programme", "variant"} for c in reading.where)
    listed = reading.want == "list" and reading.kind == "mission" and lines
    pointed = {"them", "it"} & sketch.words
    return min(pointed) if listed and pointed and "fly" in sketch.topic_names else ""


def _years_of_none(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "which year had no ATV": the years of the others would be told."""
    years = {"which year", "what year", "which years", "which month"} & sketch.words
    other = any(c.op == "is not" for c in reading.where)
    return min(years) if years and other else ""


def _place_for_yes(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "is Wallops ok for it": a description is no yes or no."""
    opens = sketch.slots[0].text in {"is", "are", "was", "were"}
    good = {"ok", "right", "fine", "correct", "good", "okay"} & sketch.words
    told = reading.want == "describe" and reading.kind == "place"
    return min(good) if told and opens and good else ""


def _two_numbers(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "editions between 300 and 700", "are the 14 among the 400": not two numbers at once."""
    both = (*reading.where, *reading.claim)
    told = [c.field for c in both if c.op == "is" and c.number is not None]
    twice = reading.kind == "cover" and len(told) > len(set(told))
    return next((m.slot.text for m in sketch.mentions if m.slot.kind == "number" and twice), "")


def _beside_a_ship(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "was there any Dragon at the station with ATV-5": ATV-5 is no Dragon, surely."""
    ships = reading.want == "check" and reading.kind == "mission" and reading.where
    itself = any(c.field == SELF for c in reading.claim)
    beside = {"with", "together with", "beside"} & sketch.words
    return min(beside) if ships and itself and beside else ""


def _reason_of_a_postmark(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "why is the postmark of 4 April?": not why a ship was lost."""
    lost = reading.kind == "mission" and "reason" in reading.fields
    return sketch.topic_text("postmark", "mark") if lost else ""


def _soyuz_for_ships(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "which Soyuz was lost": no cargo ship, and the rocket only where it is the vehicle."""
    asked = next((s.text for s in sketch.slots if s.text in {"which soyuz", "what soyuz"}), "")
    ships = reading.kind == "mission" and reading.want in {"count", "list"}
    return asked if ships and all(c.field != "vehicle" for c in reading.where) else ""


def _on_board_unheard(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "could Eyharts have signed one on the station": signed anywhere is not on board."""
    if reading.want != "check" or reading.kind != "cover" or not sketch.on_board:
        return ""
    signed = any(c.field == "signed_by" and c.things for c in reading.claim)
    told = {c.field for c in (*reading.where, *reading.claim)} & _ON_BOARD
    return sketch.first_text(lambda slot: slot.means("on_board")) if signed and not told else ""


_ON_BOARD = {"strike_place", "marks", "marked", "postmarked", "reached", "strike_day"}


def _covers_for_makers(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "which maker made covers for both": makers are asked for, and not the covers."""
    asked = sketch.first_text(lambda slot: slot.text in {"which maker", "maker", "makers"})
    listed = reading.want == "list" and reading.kind == "cover" and not reading.fields
    both = "both" in sketch.words and "which" in sketch.types
    return asked if listed and both else ""


def _nobody_told(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "who was on the shuttle that brought them": a ship is no answer to who was."""
    who = sketch.first_text(lambda slot: slot.text in {"who was", "who were", "who is"})
    ships = reading.want == "value" and {"down", "up"} & set(reading.fields)
    return who if ships else ""


def _together(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "when were Padalka and Kononenko there together", "did they fly together"."""
    people = reading.kind == "person" and sum(len(c.things) for c in reading.where) > 1
    joined = {"together", "at the same time", "same time"} & sketch.words
    return min(joined) if people and joined else ""


def _of_one_piece(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "weight of a single cover", "launches per pad": what is told is of them all."""
    single = {"single", "each", "one", "per"} & sketch.words
    weighed = "weight" in reading.fields
    per = "per" in sketch.words and reading.kind == "mission" and "quantity" in sketch.types
    return min(single) if single and (weighed or per) else ""


def _against_itself(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "did the ATV-1 mail leave before ATV-1 did": two events of one flight."""
    groups = reading.groups
    same = reading.want == "compare" and len(groups) > len(set(groups))
    return sketch.slots[-1].text if same else ""


def _people_at_two_events(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "on board for both its arrival and departure": who was there at its arrival is told."""
    told = "people_aboard" in reading.fields
    return sketch.topic_text("depart", "end") if told else ""


def _crew_unheard(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "signed by the crew" of a maker's covers: those who signed may be others."""
    signed = reading.kind == "cover" and "signed" in reading.fields
    told = any(c.field in {"signed_by", "signer_role"} for c in reading.where)
    return sketch.topic_text("crew") if signed and not told else ""


def _checked_nothing(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "did Revin and Acaba fly": of two people nothing would be said but who they are."""
    bare = reading.want == "check" and reading.kind in {"person", "party"} and not reading.claim
    several = sum(len(c.things) for c in reading.where) > 1
    return sketch.slots[-1].text if bare and several else ""


def _sameness(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "same designer?": whether it is the same one is asked, and not who it is."""
    opens = sketch.slots[0].text in {"same", "the same"}
    same = opens and any(slot.sense("topic", "ask") for slot in sketch.slots[1:2])
    return sketch.slots[0].text if same and reading.want in {"value", "list", "count"} else ""


def _aboard_the_ship(reading: Query, sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "hi, was Kononenko on ATV-1": at the station with it is not on it."""
    with_people = any(c.field == "at_station" and c.things for c in reading.where)
    itself = any(c.field == SELF for c in reading.claim)
    shape = reading.want == "check" and reading.kind == "mission" and with_people and itself
    people = sketch.things(knowledge, "person")
    return people[0].slot.text if shape and people else ""


def _none_at_all(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "hi, no covers flew on Cygnus": all other covers are not what is asked for."""
    told = [slot for slot in sketch.slots if not slot.means("filler")]
    denied = reading.where and all(c.op == "is not" for c in reading.where)
    opens = bool(told) and told[0].text in {"no", "none"}
    return told[0].text if opens and denied and not reading.claim else ""


def _on_board_elsewhere(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "how many were struck in Houston and how many on board": two figures, not one."""
    offices = [c for c in reading.where if c.field == "strike_place" and c.things != ("iss",)]
    on_board = sketch.first_text(lambda slot: slot.means("on_board"))
    return on_board if offices and "postmarked" in reading.fields else ""


def _signers_by_figures(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "who signed more covers, Padalka or Volkov": of most that they signed no number is."""
    sides = {c.field for group in reading.groups for c in group}
    counted = reading.want == "compare" and sides == {"signed_by"} and "signed" in reading.fields
    return sketch.first_text(lambda slot: slot.means("comparative")) if counted else ""


def _named(reading: Query) -> bool:
    return any(c.field == SELF and c.op == "is" for c in reading.where)


def _day_unheard(reading: Query, sketch: Sketch, _: Knowledge) -> str:
    """As in "when and at which port did it dock": of two that are asked, only the other is told."""
    entries = [FIELDS.get((reading.kind, name)) for name in reading.fields]
    dated = {"day", "interval", "duration"}
    timed = any(e is not None and (e.type in dated or e.group == "strike") for e in entries)
    if reading.want != "value" or timed or not reading.fields:
        return ""
    for number, slot in enumerate(sketch.slots):
        beside = sketch.slots[number + 1 : number + 2] or sketch.slots[number - 1 : number]
        if slot.means("type", "when") and beside and beside[0].means("addition"):
            return slot.text
    return ""


LOST: tuple[Callable[[Query, Sketch, Knowledge], str], ...] = (
    _day_unheard,
    _covers_without_a_name,
    _every_cover,
    _the_thing_itself,
    _flights_for_pieces,
    _pad_for_post_office,
    _list_for_difference,
    _ranked_alone,
    _flight_checked_for_covers,
    _two_postmarks,
    _site_for_itself,
    _of_another_kind,
    _with_somebody,
    _all_of_a_line,
    _years_of_none,
    _place_for_yes,
    _two_numbers,
    _beside_a_ship,
    _reason_of_a_postmark,
    _soyuz_for_ships,
    _on_board_unheard,
    _covers_for_makers,
    _nobody_told,
    _together,
    _of_one_piece,
    _against_itself,
    _people_at_two_events,
    _crew_unheard,
    _checked_nothing,
    _sameness,
    _aboard_the_ship,
    _none_at_all,
    _on_board_elsewhere,
    _signers_by_figures,
)
