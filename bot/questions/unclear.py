"""Follow-ups that say too little, or would be answered about something else."""

from __future__ import annotations

from itertools import pairwise

from bot.questions.query import Memory, Query, Trouble
from bot.questions.sketch import Sketch

THOSE = {
    "of them",
    "of those",
    "of these",
    "those",
    "them",
    "these",
    "among them",
    "which of them",
}


def says_too_little(reading: Query, sketch: Sketch, last: Query) -> bool:
    """As in "together?", "and on 3 June?": what it adds to the last question is not clear."""
    told = sketch.mentions or sketch.topics or sketch.asks or sketch.kinds
    if reading.want == "total" and not told:
        return True
    if _then_or_others(reading, sketch):
        return True
    if last.want == "rank" and _is_of_all_ranked(sketch):
        return True
    if sketch.slots[0].text == "with" and sketch.types == ["who"] and not told:
        return True  # "with whom?"
    partly = bool(THOSE & sketch.words)
    if partly and last.kind == "cover" and reading.kind in {"mission", "programme"}:
        return True
    if reading.want == "count" and reading.kind == "person" and last.kind != "person":
        return True
    if _is_another_event(reading, sketch, last) or _compares_times(reading, sketch):
        return True
    return _is_undated(reading, sketch, last) or _leads_elsewhere(reading, sketch, last)


def _is_of_all_ranked(sketch: Sketch) -> bool:
    """As in "any lost?" after the last one: of all of them; "by how much?": than which other."""
    first = sketch.slots[0].text
    than_another = first == "by" and sketch.types == ["quantity"]
    return than_another or (first == "any" and not sketch.mentions)


def _then_or_others(reading: Query, sketch: Sketch) -> bool:
    """As in "which ships docked then?", "which other dealers?": not what it would be read as."""
    if reading.want == "fits":  # "which ships docked then?"
        return bool(sketch.types)
    if reading.kind == "mission" and reading.fields == ("crew",) and "then" in sketch.words:
        return True  # the station's at that time, and no crew of the ship
    others = any("other" in slot.text.split() for slot in sketch.slots)
    return others and reading.kind == "party" and not sketch.mentions


def _makes_no_one_told(reading: Query, sketch: Sketch) -> bool:
    """As in "did they do HTV covers?" where nobody was talked about: not of all makers' covers."""
    words = [
        word for slot in sketch.slots for word in slot.text.split() if word not in {"also", "not"}
    ]
    do = any(he in _HE and do == "do" for he, do in pairwise(words))
    named = any(c.field in {"by_party", "signed_by"} for c in (*reading.where, *reading.claim))
    return do and reading.kind == "cover" and not named


_HE = {"he", "she", "they"}
_WITH_THEM = {("with", "him"), ("with", "her"), ("with", "them")}


def loses_its_owner(reading: Query | Trouble, sketch: Sketch, memory: Memory) -> bool:
    """As in "which shuttle took its covers home?": covers of what was talked about."""
    if isinstance(reading, Trouble) or memory.query is None:
        return False
    signs = any(c.field == "signed_by" and c.op == "recorded" for c in reading.where)
    if signs and {"he", "she"} & sketch.words:
        return True  # "did he sign any?" where nobody was talked about
    if _makes_no_one_told(reading, sketch):
        return True
    ships = memory.query.kind == "mission" and reading.fields == ("signed_by",)
    if ships and "they" in sketch.words:
        return True  # "covers they signed?" after ships
    texts = " ".join(slot.text for slot in sketch.slots).split()
    with_them = any(pair in _WITH_THEM for pair in pairwise(texts))
    if with_them and texts[0] == "who" and reading.kind == "cover":
        return True  # "who was with him in May 2012?"
    on_it = any(a.text == "on" and b.text == "it" for a, b in pairwise(sketch.slots))
    if on_it and reading.kind == "cover" and reading.want == "list":  # "which came home on it?"
        return any(c.op == "recorded" and c.field in {"up", "down"} for c in reading.where)
    if "its" not in sketch.words:
        return False
    spoken = {*memory.subjects, *(t for c in memory.query.where for t in c.things)}
    return not spoken & {thing for c in (*reading.where, *reading.claim) for thing in c.things}


def lists_everything(reading: Query | Trouble, sketch: Sketch, memory: Memory) -> bool:
    """As in "ship?", "any covers?" after something else: not all that are on record."""
    if isinstance(reading, Trouble) or memory.query is None:
        return False
    if reading.want not in {"list", "count"}:
        return False
    owned = bool({"his", "her", "its", "their"} & sketch.words)
    if reading.kind == "party" and (sketch.slots[0].means("preposition") or owned):
        return all(c.field == "roles" for c in reading.where)  # "by which club?", "his club?"
    listed = reading.kind in {"cover", "mission"} and not reading.where
    every = sketch.every or any({"all", "every"} & set(s.text.split()) for s in sketch.slots)
    short = len(sketch.slots) <= len("ab") or sketch.slots[0].text == "any"
    return listed and short and not every


_EVENTS = {"arrive", "capture", "depart", "end", "launch"}


def _is_another_event(reading: Query, sketch: Sketch, last: Query) -> bool:
    """As in "how many docked? and undocked?", "ATV missions? which burned up over the Pacific?"."""
    if not sketch.topic_names or not sketch.topic_names <= _EVENTS or sketch.kinds:
        return False
    bare = not (sketch.types or sketch.mentions or sketch.asks)
    counts = sketch.types == ["quantity"] and not sketch.mentions  # "and how many left?"
    if (counts or (bare and last.want == "count")) and reading.want == "value":
        return True
    return bool(sketch.mentions) and last.kind == "mission" and reading.kind == "cover"


def _compares_times(reading: Query, sketch: Sketch) -> bool:
    """As in "was it before ATV-3 left?": which event of it is meant stands in the last question."""
    nested = any(condition.query is not None for condition in reading.where)
    return reading.want == "check" and sketch.pronoun and bool(sketch.limit_words) and nested


def names_one_of_them(reading: Query, sketch: Sketch, last: Query) -> bool:
    """As in "who designed the Dragon one?" after postmarks: not who builds Dragon."""
    one = any(
        slot.text in {"one", "ones"} and before.text not in {"that", "this"}  # "did that one dock"
        for before, slot in pairwise(sketch.slots)
    )
    named = bool(sketch.mentions) or last.kind == "cover"
    return one and named and reading.kind != last.kind


def ranks_flights(reading: Query, sketch: Sketch, last: Query) -> bool:
    """As in "which one carried the most covers?" after flights: no flight is measured by covers."""
    one = {"one", "which one", "of them", "which of them"} & sketch.words
    return (
        reading.want == "rank" and reading.kind == "cover" and last.kind == "mission" and bool(one)
    )


def _is_undated(reading: Query, sketch: Sketch, last: Query) -> bool:
    """As in "and on 3 June?", "and a day later?": what happened then is not said."""
    bare = not (sketch.mentions or sketch.kinds)
    if bare and {"later", "earlier"} & set(sketch.comparatives):
        return True
    yearless = any(c.text is not None and c.text.startswith("--") for c in reading.where)
    if yearless and last.kind == "mission":
        return True
    again = sketch.addition or sketch.slots[0].means("preposition")  # "and in 2015?"
    dated = reading.where and all(c.day is not None for c in reading.where) and not again
    return bool(last.kind == "mission" and reading.kind == "cover" and dated and not sketch.kinds)


def _leads_elsewhere(reading: Query, sketch: Sketch, last: Query) -> bool:
    """As in "where do requests go? since when?": an answer would be about something else."""
    bare = not (sketch.mentions or sketch.kinds)
    if bare and {"used", "in use"} & sketch.words and reading.fields == ("arrived",):
        return True  # "since when is it used?"
    if _about_another_time(reading, sketch, last) or _loses_a_word(reading, sketch, last):
        return True
    ships = bool(sketch.mentions) or "mission" in sketch.kinds
    if not ships and last.kind in {"place", "mark", "party"} and reading.kind == "mission":
        return True
    if reading.want == "list" and reading.kind == "cover" and last.groups and not sketch.mentions:
        return True  # "is A rarer than B? and the covers?"
    aboard = last.fields == ("people_aboard",) and reading.kind == "mission"
    return aboard and bool({"departed", "launched", "ended"} & set(reading.fields))


def _about_another_time(reading: Query, sketch: Sketch, last: Query) -> bool:
    """As in "was Scott Kelly there?", "who was commander then?": when is not said."""
    bare = not (sketch.mentions or sketch.kinds)
    if reading.want == "describe" and sketch.check and (sketch.on_board or "there" in sketch.words):
        return True  # "was he aboard too?"
    same = {"same as", "same"} & sketch.words
    they = any("they" in slot.text.split() for slot in sketch.slots)
    expedition = last.fields == ("crew",) and last.kind == "expedition"
    home = (expedition or last.fields in {("people_aboard",), ("signed_by",)}) and they
    returned = reading.fields == ("return_day",)
    one = reading.want == "value" and (reading.kind == "mission" or returned)
    if (reading.want == "describe" and same) or (home and one and bare):
        return True  # "same as CRS-20?", "when did they go home?" of a crew
    if {"with him", "with her", "with them"} & sketch.words:
        return True  # "who was with him?"
    if bare and "flight_time" in reading.fields and last.kind == "cover":
        return True  # "how long did it take?" of mail
    crew = reading.fields == ("crew",) or "reason" in reading.fields
    if bare and crew and last.kind == "cover" and "crew" not in sketch.words:
        return True  # "rarest cover? why?"
    time = {"that time", "in that time", "then", "that"} & sketch.words
    return bool(last.kind == "person" and last.claim and reading.kind == "mission" and time)


def _loses_a_word(reading: Query, sketch: Sketch, last: Query) -> bool:
    """As in "who was in both?", "who was on board when it left?": what it points at is lost."""
    people = {"people_aboard", "crew"} & set(reading.fields)
    if "both" in sketch.words and len(sketch.mentions) < len("ab"):
        return True
    if people and any(c.op == "recorded" for c in reading.where):
        return True  # the moment is another one than the arrival
    who = sketch.slots[0].text in {"who was", "who were"}
    if who and "there" in sketch.words and reading.kind in {"mission", "cover"} and not people:
        return True  # "who was there that day?"
    lasting = {"since when", "until when", "till when", "from when"} & sketch.words
    if lasting and last.kind == "cover" and reading.kind == "mission" and not sketch.mentions:
        return True  # "since when?" of a mark
    lines = reading.where and all(c.field in {"programme", "variant"} for c in reading.where)
    if reading.want == "list" and reading.kind == "mission" and lines:
        pointed = {"then", "there", "them", "it"} & sketch.words
        return bool(pointed) and last.kind in {"person", "cover", "party"}
    which = "which ones" in sketch.words or {"which", "ones"} <= sketch.words
    if which and reading.want == "describe":
        return True  # "which ones exist for ATV?"
    made = "they" in sketch.words and {"make", "issue", "by"} & sketch.topic_names
    if made and sketch.mentions and not any(c.field == "by_party" for c in reading.where):
        return True  # "which did they make for ATV-1?"
    return _means_their_flights(reading, sketch, last) or _loses_a_place(reading, sketch, last)


def _means_their_flights(reading: Query, sketch: Sketch, last: Query) -> bool:
    """As in "which of those splashed down in the Gulf?" of covers: no cover did."""
    covers = last.kind == "cover" and reading.kind == "cover" and not sketch.kinds
    return covers and "end" in sketch.topic_names and bool(THOSE & sketch.words)


def _loses_a_place(reading: Query, sketch: Sketch, last: Query) -> bool:
    """As in "how many launches from there?" after a place; "when ATV-5 did?" after an event."""
    if sketch.slots[-1].text in {"did", "does"} and sketch.mentions:
        return True
    somewhere = last.kind in {"place", "module", "port"} and {"there", "it"} & sketch.words
    if somewhere and reading.kind == "mission":
        return True
    bare = [slot.text for slot in sketch.slots[:2]] == ["when", "did"] and not sketch.topics
    return bare and bool(sketch.mentions)  # "when did HTV-9?"
