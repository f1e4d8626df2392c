"""Follow-ups that ask of the very thing talked about: its mark, its crew, its usual postmark."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.questions.asked import EVENT_DAYS
from bot.questions.conditions import SELF, is_kind
from bot.questions.practices import events_of, of_events
from bot.questions.query import Condition, Memory, Query
from bot.questions.readings.describing import is_a_postmark
from bot.questions.sketch import Sketch


def of_the_very_thing(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query | None:
    """The question about the thing itself that the last question was on; None where it is not."""
    last = memory.query
    assert last is not None
    return (
        _right_postmark(sketch, last, knowledge)
        or _usual_makers(sketch, last)
        or of_the_mark(sketch, last)
        or _of_the_expedition(sketch, last)
        or _was_it_a(sketch, memory, knowledge)
        or _was_that_the_day(sketch, last)
        or _signed_by_whom(sketch, last)
    )


def at_another_event(sketch: Sketch, last: Query, knowledge: Knowledge) -> Query | None:
    """As in "and for the launch?" after a postmark, "and undocked?" after a list of a month."""
    home = sketch.asks == ["ended", "end_how"]  # "and ATV-3 return?"
    events = ["return", "landing"] if home else events_of(sketch)
    bare = sketch.addition and not sketch.types and len(sketch.topics) + len(sketch.asks[:1]) == 1
    if not bare or sketch.kinds or not events:
        return None
    named = [mention.things for mention in sketch.things(knowledge, "mission")]
    spoken = [c.things for c in last.where if c.field in {"about", SELF}]
    flights = [things for things in named or spoken if len(things) == 1]
    fits = last.want == "fits" or last.fields == ("postmark_places",)
    if fits and len(flights) == 1 and len(named) == len(sketch.mentions):
        kind = knowledge.thing(flights[0][0]).kind_of_thing
        itself = Condition(field=SELF, things=flights[0])
        where = (itself, *of_events(events))
        return Query(want="value", kind=kind, fields=("postmark_places",), where=where)
    if sketch.mentions or not sketch.topics:
        return None
    dated = [c for c in last.where if c.field in EVENT_DAYS.values() and c.day is not None]
    field = EVENT_DAYS.get(sketch.topics[0].topic)
    if last.kind != "mission" or last.want not in {"list", "count"} or len(dated) != 1:
        return None
    if field is None or field == dated[0].field:
        return None
    moved = tuple(c.model_copy(update={"field": field}) if c is dated[0] else c for c in last.where)
    return last.model_copy(update={"where": moved, "offset": 0})


def _names_flights(condition: Condition, knowledge: Knowledge) -> bool:
    return all(is_kind(knowledge, thing, "mission") for thing in condition.things)


def _right_postmark(sketch: Sketch, last: Query, knowledge: Knowledge) -> Query | None:
    """As in "so which postmark is right?" after a flight: what is usual for it."""
    asks = any(slot.means("ask", "postmark_places") for slot in sketch.slots)
    right = sketch.advice or bool({"right", "correct", "proper", "usual"} & sketch.words)
    right = right or sketch.fits
    flight = tuple(c for c in last.where if c.field == SELF)
    if last.kind == "cover":  # "who signed the CRS-12 covers? which postmark fits?"
        made_for = (c for c in last.where if c.field == "about" and c.op == "is")
        flight = tuple(c.model_copy(update={"field": SELF}) for c in made_for)
        flight = flight if all(_names_flights(c, knowledge) for c in flight) else ()
    lines = [c for c in last.where if c.field == "programme" and last.kind == "mission"]
    told = bool(sketch.mentions or set(sketch.kinds) - {"cover"})
    told = told or last.kind not in {"cover", "mission"}
    if not (asks and right) or told:
        return None
    if not flight and len(lines) == len(last.where) == 1:  # "where did HTV fly from?"
        line = lines[0].model_copy(update={"field": SELF})
        where = (line, *of_events(events_of(sketch)))
        return Query(want="value", kind="programme", fields=("postmark_places",), where=where)
    if not flight:
        return None
    where = (*flight, *of_events(events_of(sketch)))  # "for a launch cover of it"
    return Query(want="value", kind="mission", fields=("postmark_places",), where=where)


def _usual_makers(sketch: Sketch, last: Query) -> Query | None:
    """As in "and who makes the cachets?" after a line's usual postmarks: its cachet makers."""
    makes = {"make", "by"} & sketch.topic_names and "who" in sketch.types
    line = last.kind == "programme" and last.fields == ("postmark_places",)
    if not (makes and line) or sketch.mentions or {"cover", "folder", "card"} & set(sketch.kinds):
        return None
    where = tuple(c for c in last.where if c.field == SELF)
    return Query(want="value", kind="programme", fields=("cachet_makers",), where=where)


def _was_it_a(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query | None:
    """As in "was it a Dragon?" after a flight: whether it is of that line."""
    lines = sketch.things(knowledge, "programme", "variant")
    flights = [t for t in memory.subjects if is_kind(knowledge, t, "mission")]
    asks = sketch.check and {"it", "was it", "is it"} & sketch.words and not sketch.topics
    if not asks or len(lines) != len(sketch.mentions) or len(lines) != 1 or len(flights) != 1:
        return None
    field = knowledge.thing(lines[0].things[0]).kind_of_thing
    claim = Condition(field=field, things=lines[0].things)
    where = (Condition(field=SELF, things=(flights[0],)),)
    return Query(want="check", kind="mission", where=where, claim=(claim,))


def _was_that_the_day(sketch: Sketch, last: Query) -> Query | None:
    """As in "was that the docking day?" after a postmark: whether the ship docked on that day."""
    that = {"that", "it", "this", "is it", "was it"} & sketch.words
    events = [name for name in sketch.asks if name in EVENT_DAYS.values()]
    flights = [c for c in last.where if c.field == "about" and len(c.things) == 1]
    told = sketch.mentions or sketch.topics or sketch.kinds or sketch.types or sketch.values
    alone = len(events) == len(sketch.asks) == len(flights) == 1 and not told
    if not (sketch.check and that and alone) or "strike_day" not in last.fields:
        return None
    struck = last.model_copy(update={"fields": ("strike_day",)})
    itself = Condition(field=SELF, things=flights[0].things)
    claim = Condition(field=events[0], query=struck)
    return Query(want="check", kind="mission", where=(itself,), claim=(claim,))


def _signed_by_whom(sketch: Sketch, last: Query) -> Query | None:
    """As in "by whom?" after covers that were signed: the signers, and not the makers."""
    words = sketch.words <= {"by", "who", "whom", "by whom", "by who"}
    signed = any(c.field in {"signed_day", "signed_by", "signer_role"} for c in last.where)
    signed = signed or bool({"signed", "signed_by", "signed_day"} & set(last.fields))
    if not (words and signed) or last.kind != "cover":
        return None
    return last.model_copy(update={"want": "value", "fields": ("signed_by",)})


def of_the_mark(sketch: Sketch, last: Query) -> Query | None:
    """As in "who designed it?", "what does it show?", "is it a postmark?" after a mark."""
    it = any("it" in slot.text.split() for slot in sketch.slots)
    if not it or sketch.mentions or sketch.kinds:
        return None
    struck = bool(sketch.topic_names) and sketch.topic_names <= {"postmark", "mark"}
    borne = tuple(c for c in last.where if c.field == "marks" and c.things)
    if last.kind == "cover" and len(borne) == 1 and sketch.check and struck:
        return is_a_postmark(sketch, borne[0].things)
    itself = tuple(c for c in last.where if c.field == SELF)
    if last.kind != "mark" or not itself:
        return None
    if "who" in sketch.types and sketch.topic_names and sketch.topic_names <= {"make", "by"}:
        return Query(want="value", kind="mark", fields=("designer",), where=itself)
    shows = sketch.asks == ["features"] or {"say", "says"} & sketch.words
    if sketch.topic_names == {"look"} or (shows and not sketch.topics):
        return Query(want="value", kind="mark", fields=("looks",), where=itself)
    return is_a_postmark(sketch, itself[0].things) if sketch.check and struck else None


def _of_the_expedition(sketch: Sketch, last: Query) -> Query | None:
    """As in "when did it end?", "who was in it?" after an expedition."""
    crews = tuple(c for c in last.where if c.field == SELF)
    it = any("it" in slot.text.split() for slot in sketch.slots)
    told = sketch.mentions or sketch.kinds or sketch.asks or not it
    if last.kind != "expedition" or not crews or told:
        return None
    if sketch.types == ["when"] and sketch.topic_names in ({"end"}, {"first"}):
        field = "over" if sketch.topic_names == {"end"} else "begun"
        return Query(want="value", kind="expedition", fields=(field,), where=crews)
    if sketch.types == ["who"] and not sketch.topics:
        return Query(want="value", kind="expedition", fields=("crew",), where=crews)
    return None
