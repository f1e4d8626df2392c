"""What is asked of covers, their signing, marking and whereabouts that no reading takes up."""

from __future__ import annotations

from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.questions.sketch import Sketch


def lost_mail(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "were covers lost on CRS-7": of the ship it is known, of its mail nothing."""
    told = any(value.startswith("outcome") for value in sketch.values)
    lost = told and sketch.names_covers(knowledge)
    return sketch.first_text(lambda slot: slot.means("value")) if lost else ""


def makers_but_not(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which makers made covers for ATV-1 but not ATV-2": of covers it tells nothing."""
    denied = [m for m in sketch.things(knowledge, "mission", "programme") if m.negated]
    makers = "party" in sketch.kinds or sketch.types == ["who"]
    return f"not {denied[0].slot.text}" if denied and makers else ""


def there_and_on_board(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "postmarked at Houston and on the ISS": both, and no list of either."""
    offices = [m for m in sketch.things(knowledge, "place") if m.topic is not None]
    struck = any(m.topic is not None and m.topic.topic == "postmark" for m in offices)
    for first, second in pairwise(sketch.slots):
        if struck and first.text == "and" and second.means("on_board"):
            return second.text
        if struck and first.means("on_board") and second.text == "and":
            return first.text
    return ""


def mail_before_a_ship(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "was the ATV-1 mail recovered before STS-126 landed": a ship's day, no cover's."""
    flights = sketch.things(knowledge, "mission")
    told = next((s.text for s in sketch.slots if s.text in {"before", "after"}), "")
    both = len(flights) > 1 and len(sketch.topics) > 1 and sketch.check
    mail = sketch.names_covers(knowledge) or "postmark" in sketch.topic_names
    return told if both and mail else ""


def flown_on_itself(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "can a CRS-7 cover have been flown on it": on that ship, and not anyhow."""
    ships = [m for m in sketch.things(knowledge, "mission") if m.attributive]
    on_it = any(a.text == "on" and b.text == "it" for a, b in pairwise(sketch.slots))
    return "on it" if ships and on_it and sketch.check and "fly" in sketch.topic_names else ""


def undocking_covers(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "covers for undocking": one for a ship's departure from its works is none."""
    told = sketch.first_text(lambda slot: slot.text.startswith(("undocking", "unberthing")))
    bare = sketch.names_covers(knowledge) and not sketch.types and not sketch.check
    return told if bare and not sketch.things(knowledge, "mission", "place") else ""


def neither_nor(sketch: Sketch, _: Knowledge) -> str:
    """As in "neither ATV-3 nor ATV-4 had folders": said of those two, and not of all others."""
    return "neither" if {"neither", "nor"} <= sketch.words else ""


def after_it_did(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "where did the mail go after it landed": what came then, and not the landing."""
    for number, slot in enumerate(sketch.slots[:-1]):
        behind = sketch.slots[number + 1]
        if slot.text == "after" and behind.text in {"it", "they", "they had", "it had"}:
            asked = {"where", "when"} & set(sketch.types) and sketch.names_covers(knowledge)
            return "after" if asked else ""
    return ""


def stored_up_there(sketch: Sketch, _: Knowledge) -> str:
    """As in "which mail was stored on the station": in what it was packed is no answer."""
    stored = sketch.topic_text("store")
    return stored if stored in {"stored", "kept", "store"} and sketch.on_board else ""


def ship_brought_in(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "was CRS-5 recovered": the ship, and not the covers on it."""
    ships = sketch.check and sketch.things(knowledge, "mission")
    told = ships and not sketch.names_covers(knowledge) and not sketch.pronoun
    return sketch.topic_text("recover") if told else ""


def with_others(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "signed by Padalka with someone else": not all that he signed."""
    pairs = pairwise(sketch.slots)
    other = next((b.text for a, b in pairs if a.text in _SOMEBODY and b.text == "else"), "")
    return other if sketch.names_covers(knowledge) else ""


_SOMEBODY = {"someone", "somebody", "anyone", "anybody"}


def claimed_of_all(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "every ATV cover has the octagon?": a list of those that have it is no answer."""
    first = sketch.slots[0].text.split()[0] if sketch.slots else ""
    said = first in {"every", "all"} and sketch.asks_back and not sketch.check and not sketch.types
    verbs = {"has", "have", "had", "got", "get", "bears", "bear", "were", "was", "are", "is"}
    told = bool(verbs & sketch.words) and sketch.names_covers(knowledge)
    return first if said and told and not sketch.asks else ""


def taken_out(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "Nespoli took the covers out of the ATV": no flight, and no postmark or signature."""
    taken = {"took", "take", "taken", "takes", "got", "get"} & sketch.words
    out = next((n for n, slot in enumerate(sketch.slots) if slot.text in {"out", "out of"}), 0)
    ships = sketch.things(knowledge, "mission", "programme")
    of_it = any(mention.position > out for mention in ships)
    named = sketch.things(knowledge, "person") or sketch.types == ["who"]
    return "out" if taken and out and of_it and named and sketch.names_covers(knowledge) else ""


def covers_in_folder(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "is the flown cover in the folder": what a folder holds is listed, not checked."""
    named = bool(sketch.things(knowledge, "cover")) or "cover" in sketch.kinds
    both = named and "folder" in sketch.kinds
    inside = "contain" in sketch.topic_names or any(slot.text == "in" for slot in sketch.slots)
    holds = {"has", "have", "hold", "holds"} & sketch.words
    inside = inside or bool(holds and sketch.kinds[:1] == ["folder"])
    counted = any(mention.slot.kind == "number" for mention in sketch.mentions)
    counted = counted and not any(slot.means("each") for slot in sketch.slots)
    return "folder" if sketch.check and both and inside and not counted else ""


def events_of_covers(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which covers burned up", "covers of missions launched from Kourou"."""
    if not sketch.names_covers(knowledge):
        return ""
    if sketch.check:  # "did any covers burn up with an ATV?"
        burnt = (u.text for u in sketch.topics if u.topic == "end" and u.text.startswith("burn"))
        return next(burnt, "")
    if "mission" in sketch.kinds and "launch" in sketch.topic_names:
        return sketch.topic_text("launch")
    idle = [u for u in sketch.topics if u.topic in {"end", "depart", "capture"} and not u.governs]
    alone = idle and len(idle) == len(sketch.topics) and not sketch.asks
    return idle[0].text if alone and not ({"when", "where"} & set(sketch.types)) else ""


def wrongly_governed(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "signed in Houston", "issued in 2011", "flown from Kourou": struck there, if that."""
    for mention in sketch.mentions:
        topic = mention.topic.topic if mention.topic is not None else ""
        place = mention in sketch.things(knowledge, "place")
        before = sketch.slots[max(0, mention.position - 2) : mention.position]
        if place and any(slot.means("topic", "sign") for slot in before):
            return mention.slot.text
        flown = any(slot.text in {"flown", "flew"} for slot in before)
        if place and flown and mention.preposition == "from" and sketch.names_covers(knowledge):
            return mention.slot.text
        if mention.slot.kind == "day" and topic in {"issue", "make", "by", "commemorate"}:
            return mention.slot.text
    return ""


def covers_during(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which covers were on the ISS during Expedition 27": not those that it signed."""
    if not sketch.names_covers(knowledge):
        return ""
    for mention in sketch.things(knowledge, "expedition"):
        if mention.preposition == "during":
            return mention.slot.text
    return ""


_TAKES = {"take", "took", "taken", "bring", "brought", "carry", "carried", "get", "got"}


def taken_somewhere(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "when was the mail brought to KSC", "into the station": not the day of its flight."""
    takes = [use for use in sketch.topics if use.topic == "fly" and use.text in _TAKES]
    if not takes or "when" not in sketch.types or not sketch.names_covers(knowledge):
        return ""
    places = [m for m in sketch.things(knowledge, "place") if m.preposition in {"to", "into"}]
    ships = sketch.things(knowledge, "mission", "programme", "variant")
    out_of = [m for m in ships if m.preposition == "from"]
    return takes[0].text if places or out_of or "into" in sketch.words else ""


def numbered_bag(sketch: Sketch, _: Knowledge) -> str:
    """As in "the number of the ATV-1 bag", "how many pieces did it hold": a bag is not counted."""
    bag = sketch.first_text(lambda slot: "bag" in slot.text.split())
    numbers = any(mention.slot.kind == "number" for mention in sketch.mentions)
    return bag if "quantity" in sketch.types or (numbers and sketch.check) else ""


def part_of_folder(sketch: Sketch, _: Knowledge) -> str:
    """As in "is the flown cover part of the ATV-2 folder": that it flew says nothing of it."""
    asked = sketch.check and "part_of" in sketch.topic_names and "folder" in sketch.kinds
    return sketch.topic_text("part_of") if asked else ""


def left_the_station(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "when did the ATV-1 covers leave the station": not when the ship did."""
    asked = sketch.names_covers(knowledge) and sketch.types == ["when"] and not sketch.asks
    leaves = sketch.topic_names == {"depart"} and not sketch.things(knowledge, "cover")
    return sketch.topic_text("depart") if asked and leaves else ""


def numbered_cover(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which JAXA cover is number 105": a number on a cover is no number of pieces."""
    covers = sketch.names_covers(knowledge)
    for word, number in pairwise(sketch.slots):
        asked = "which" in sketch.types or sketch.fits
        if covers and asked and word.text in {"number", "no", "nr"} and number.kind == "number":
            return number.text
    return ""


def where_now(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "where is the mail bag now": where a piece is kept is not recorded."""
    asked = "where" in sketch.types and sketch.names_covers(knowledge)
    return "now" if asked and {"now", "today"} & sketch.words else ""


def per_design(sketch: Sketch, _: Knowledge) -> str:
    """As in "how many covers per design": designs are counted, or covers, not one by the other."""
    return "per" if "per" in sketch.words and "design" in sketch.words else ""


def which_flew_on_board(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "ATV-1 covers: which were on board?": not all that were made for it."""
    ships = sketch.things(knowledge, "mission", "programme")
    listed = sketch.names_covers(knowledge) and {"which were", "which was"} & sketch.words
    alone = sketch.on_board and len(ships) == len(sketch.mentions) and not sketch.topics
    return "on board" if listed and alone else ""


def who_flew_with(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "who flew home with the ATV-1 covers": people, and no ship of theirs."""
    with_them = sketch.names_covers(knowledge) and "who" in sketch.types
    home = sketch.topic_text("return")
    return home if with_them and home and "with" in sketch.words else ""


def set_side_by_side(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "launch cover vs event cover": terms are not compared."""
    versus = sketch.first_text(lambda slot: slot.text in {"vs", "versus"})
    named = [m for m in sketch.mentions if m.slot.kind == "thing"]
    return versus if versus and not named and sketch.names_covers(knowledge) else ""


def never_flown(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "covers never flown for ATV-1": not all that flew on other ships."""
    denied = [slot.text for slot in sketch.slots if slot.text.startswith("never")]
    flies = "fly" in sketch.topic_names and sketch.names_covers(knowledge)
    return denied[0] if denied and flies and not sketch.check else ""


def how_much_mail_they_take(sketch: Sketch, _: Knowledge) -> str:
    """As in "how many requests in a year", "how many covers can I send": not recorded."""
    sent = sketch.first_text(lambda slot: slot.text in {"requests", "request"})
    able = {"can", "could", "may"} & sketch.words and "send" in sketch.words
    return (sent or ("send" if able else "")) if "quantity" in sketch.types else ""


def made_for_whom(sketch: Sketch, _: Knowledge) -> str:
    """As in "for which dealer was it made", "for whom": not who issued it."""
    slots = sketch.slots
    party = any(
        one.text == "for" and two.means("type", "which") and three.means("kind", "party")
        for one, two, three in zip(slots, slots[1:], slots[2:], strict=False)
    )
    whom = any(one.text == "for" and two.text == "whom" for one, two in pairwise(slots))
    makes = sketch.topic_text("make", "by", "issue")
    return makes if (party or whom or "for whom" in sketch.words) and makes else ""


def same_number(sketch: Sketch, _: Knowledge) -> str:
    """As in "do the folder and its covers have the same number": numbers are not compared."""
    both = {"same", "the same"} & sketch.words and "quantity" in sketch.types
    return "same" if both else ""


def ship_recovered(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which ship recovered Dragon": ships at sea are not recorded."""
    ships = sketch.things(knowledge, "mission", "programme", "variant")
    asked = {"which_ship", "who"} & set(sketch.types) and not sketch.names_covers(knowledge)
    return sketch.topic_text("recover") if asked and len(ships) == len(sketch.mentions) else ""


def who_received(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "who received the mail": not those who issued it."""
    if "who" not in sketch.types or not sketch.names_covers(knowledge) or sketch.topics:
        return ""
    return sketch.first_text(
        lambda slot: slot.text in {"received", "receive", "got", "get", "gets"}
    )


def on_earth(sketch: Sketch, _: Knowledge) -> str:
    """As in "signed on Earth", "postmarked on Earth": neither is looked at."""
    told = sketch.topic_names & {"sign", "postmark"}
    earth = sketch.first_text(lambda slot: slot.text in {"on earth", "on the ground", "earth"})
    return earth if told and earth else ""


def can_be(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "can HTV covers be postmarked at Houston", "can I send covers": not what was done."""
    able = sketch.first_text(
        lambda slot: slot.text in {"can", "could", "is it possible to", "can i"}
    )
    for word, behind in pairwise(sketch.slots):  # "can i get a Houston postmark for any date"
        if able and word.text in {"i", "we", "one"} and behind.text in {"get", "have", "obtain"}:
            return able
    lines = sketch.things(knowledge, "programme") or not sketch.mentions
    covers = sketch.names_covers(knowledge) or "postmark" in sketch.topic_names
    people = sketch.things(knowledge, "person")
    asked = sketch.check and not (sketch.fits or sketch.types or "return" in sketch.topic_names)
    return able if able and asked and lines and covers and not people else ""


def covers_were_there(sketch: Sketch, _: Knowledge) -> str:
    """As in "which covers were on the ISS in 2008": the day is not that of a postmark."""
    dated = any(mention.slot.kind == "day" for mention in sketch.mentions)
    there = sketch.on_board or any(mention.things == ("iss",) for mention in sketch.mentions)
    bare = not sketch.topics and not sketch.asks and not sketch.values
    covers = "cover" in sketch.kinds and not sketch.fits and "identify" not in sketch.wants
    return "in" if dated and there and bare and covers and "which" in sketch.types else ""


def end_of_covers(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "where did the covers end up", "which Dragon missions brought covers back"."""
    if not sketch.names_covers(knowledge):
        return ""
    up = next((use.text for use in sketch.topics if use.text.startswith("end")), "")
    back = sketch.topic_text("return") if "mission" in sketch.kinds and not sketch.check else ""
    return up or back


def flown_in_claim(sketch: Sketch, _: Knowledge) -> str:
    """As in "did Vasse or Lollini make a flown cover": that it flew would go unheard."""
    flown = [use for use in sketch.topics if use.text == "flown" and use.attributive]
    made = {"by", "make", "issue"} & sketch.topic_names
    return flown[0].text if sketch.check and flown and made else ""


def mail_arrived(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which mail arrived at the ISS in 2003": the day is of the arrival, no postmark's."""
    dated = any(mention.slot.kind == "day" for mention in sketch.mentions)
    listed = "which" in sketch.types and sketch.names_covers(knowledge)
    return sketch.topic_text("arrive") if dated and listed else ""


def covers_on_board(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "were the covers on the station": that they were there is no field of its own."""
    bare = sketch.check and not (sketch.topics or sketch.asks or sketch.types or sketch.fits)
    there = sketch.on_board and sketch.names_covers(knowledge)
    return sketch.first_text(lambda slot: slot.means("on_board")) if bare and there else ""


def returned_to(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "did the cards return to Bremen": handed over there, not landed."""
    places = [m for m in sketch.things(knowledge, "place", "country") if m.preposition == "to"]
    named = sketch.check and places and sketch.names_covers(knowledge)
    return sketch.topic_text("return") if named else ""


def how_to_join(sketch: Sketch, _: Knowledge) -> str:
    """As in "how can I join AS.IT.AF": membership is not recorded."""
    return sketch.first_text(lambda slot: slot.text in {"join", "become", "membership"})


def told_as_a_story(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "timeline of the ATV-1 mail": the legs one after another are not told."""
    covers = sketch.names_covers(knowledge)
    return sketch.first_text(lambda slot: slot.text == "timeline") if covers else ""


def how_much_for(sketch: Sketch, _: Knowledge) -> str:
    """As in "how much for a flown ATV-1 cover?", "for one?": a price, and no number of pieces."""
    pairs = list(pairwise(sketch.slots))
    asked = any(a.text == "how much" and b.text == "for" for a, b in pairs)
    costs = any(a.text == "how much" and b.text in {"is", "was", "are", "were"} for a, b in pairs)
    covers = {"cover", "folder", "card", "letter"} & set(sketch.kinds)
    costs = costs and bool(covers) and not (sketch.topics or sketch.asks)
    return "how much" if asked or costs else ""


def made_for_another(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "made for one Dragon but postmarked for another": which other one is not looked for.

    Of a maker who is named all covers of that line are told.
    """
    if sketch.things(knowledge, "party") or not sketch.names_covers(knowledge):
        return ""
    for before, other in pairwise(sketch.slots):
        if other.text == "another" and before.means("preposition"):
            return other.text
    return ""
