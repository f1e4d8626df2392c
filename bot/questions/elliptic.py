"""Follow-ups that leave nearly everything out: "and on 1 June?", "and 31?", "on which ship?"."""

from __future__ import annotations

import re

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import QUANTITIES, facts_of
from bot.knowledge.records import Cover
from bot.knowledge.values import Day
from bot.questions.conditions import SELF, default_day_field, is_kind
from bot.questions.days import is_bare_month
from bot.questions.normalise import normalise, plain
from bot.questions.query import Condition, Memory, Query
from bot.questions.sketch import Sketch
from bot.questions.slots import Slot

_NUMBERED = re.compile(r"(.*\D)(\d+)")
_OPPOSITE = {"asc": "desc", "desc": "asc"}
_WAY_DOWN = {"down", "return_day", "return_place", "recovered_day"}
_FEW = 25  # things that can be asked of one by one


def elliptic(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query | None:
    """What such a question makes of the last one; None where it says more, or too little."""
    last = memory.query
    strange = [word for word in sketch.unexplained if word != "names"]
    if last is None or strange or sketch.negated or sketch.check or sketch.outside:
        return None
    return (
        _at_another_time(sketch, last)
        or _another_number(sketch, last, knowledge)
        or _other_end(sketch, last)
        or _which_ones(sketch, last)
        or _on_which_ship(sketch, memory, knowledge)
        or _of_which_flights(sketch, last)
        or _to_whom(sketch, last, knowledge)
        or _only_flown(sketch, last)
        or _only_event(sketch, last)
        or _how_many_for(sketch, last, knowledge)
        or _and_the_flown(sketch, last, knowledge)
        or _by_how_much(sketch, last)
        or _by_which_maker(sketch, last)
        or _which_of_the_two(sketch, memory, knowledge)
        or _the_way_home(sketch, last)
        or _for_another_event(sketch, last)
        or _how_long_there(sketch, memory, knowledge)
    )


def _is_bare(sketch: Sketch) -> bool:
    """Whether no topic, field, kind, value or order is said."""
    asked = bool(sketch.topics or sketch.asks or sketch.kinds or sketch.orders)
    return not (asked or sketch.values or sketch.limit_words or sketch.comparatives)


def with_its_year(text: str, last: Query | None) -> str:
    """As in "and in October?" after "in July 2016": the month, with the year that was said."""
    years = {c.day.start.year for c in last.where if c.day is not None} if last else set()
    if len(years) != 1 or not is_bare_month(normalise(plain(text))):
        return text
    return f"{text.rstrip(' ?!.')} {min(years)}"


def _at_another_time(sketch: Sketch, last: Query) -> Query | None:
    """As in "how many in 2013?", "and on 1 June?": the same list or count, for another time."""
    if len(sketch.mentions) != 1 or not _is_bare(sketch) or last.want not in {"count", "list"}:
        return None
    counts = sketch.types == ["quantity"] and last.want == "count"
    again = sketch.addition or sketch.slots[0].means("preposition") or len(sketch.slots) == 1
    again = again or sketch.narrows  # "only 2016", "just those of 2016"
    before = [condition for condition in last.where if condition.day is not None]
    field = before[0].field if before else default_day_field(last.kind)
    day = _day_of(sketch.mentions[0].slot, before)
    going_on = counts or (again and not sketch.types and not sketch.wants)
    if day is None or field is None or not going_on or len(before) > 1:
        return None
    if last.want == "list" and not (before or sketch.narrows):
        return None
    kept = tuple(condition for condition in last.where if condition not in before)
    again_at = Condition(field=field, day=day)
    return last.model_copy(update={"where": (*kept, again_at), "offset": 0})


def _day_of(slot: Slot, before: list[Condition]) -> Day | None:
    """The day of a slot; one without a year is of the year that was asked for before."""
    written = slot.day
    if written is None or written.month_day is None:
        return written.day if written is not None else None
    if not before or before[0].day is None:
        return None
    return Day.model_validate(f"{before[0].day.start.year}{written.every_year[1:]}")


def _another_number(sketch: Sketch, last: Query, knowledge: Knowledge) -> Query | None:
    """As in "and 31?" after Expedition 30: the same question on that number of its series."""
    if len(sketch.mentions) != 1 or not (sketch.addition and _is_bare(sketch)) or sketch.types:
        return None
    number = sketch.mentions[0].slot.number
    series = [c for c in last.where if len(c.things) == 1 and _NUMBERED.fullmatch(c.things[0])]
    if number is None or len(series) != 1:
        return None
    prefix = str(_NUMBERED.sub(r"\1", series[0].things[0]))
    sibling = f"{prefix}{number:g}"
    if sibling not in knowledge or knowledge.thing(sibling).kind_of_thing not in _SERIES:
        return None
    where = tuple(
        c.model_copy(update={"things": (sibling,)}) if c is series[0] else c for c in last.where
    )
    return last.model_copy(update={"where": where, "offset": 0})


_SERIES = {"expedition", "mission"}
_EVENTS = {"arrived", "departed", "ended", "launched"}
_RISING = {"earliest", "shortest", "smallest"}


def _other_end(sketch: Sketch, last: Query) -> Query | None:
    """As in "and the shortest?" after the longest, "the latest?" after a list of flights."""
    said = sketch.mentions or sketch.topics or sketch.asks or sketch.kinds or sketch.types
    if said or len(sketch.orders) != 1 or (last.kind == "cover" and last.want != "rank"):
        return None
    rising = sketch.orders[0] in _RISING
    if last.want in {"count", "list"} and sketch.orders[0] in {"earliest", "latest"}:
        place = (sketch.ordinal or 1) - 1  # "and the second?"
        days = [c.field for c in last.where if c.field in _EVENTS and (c.day or c.text)]
        by = days[0] if days else "launched"  # of those that left, the latest to leave
        ranked = {"want": "rank", "fields": (by,), "limit": 1, "offset": place}
        return last.model_copy(update={**ranked, "order": "asc" if rising else "desc"})
    if last.want != "rank" or last.limit != 1:
        return None
    if last.order is None or rising == (last.order == "asc"):
        return None
    return last.model_copy(update={"order": _OPPOSITE[last.order], "offset": 0})


def _which_ones(sketch: Sketch, last: Query) -> Query | None:
    """As in "which ones?", "names?" after a count: they are listed; what is inside, by name."""
    alone = sketch.types == ["which"] and _is_bare(sketch) and not sketch.mentions
    alone = alone or [slot.text for slot in sketch.slots] in (["names"], ["their", "names"])
    if alone and "covers_inside" in last.fields:
        return last.model_copy(update={"fields": ("contains",), "tally": False})
    return last.model_copy(update={"want": "list"}) if alone and last.want == "count" else None


def _on_which_ship(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query | None:
    """As in "on which ship?", "for which HTVs?": the flights of the covers that were spoken of."""
    last = memory.query
    first = sketch.slots[0].text.split()[0]
    begins = first in {"aboard", "by", "for", "on", "with"}
    lines = sketch.things(knowledge, "programme")
    ship = set(sketch.kinds) <= {"mission"} and len(lines) == len(sketch.mentions) <= 1
    said = sketch.topics or sketch.asks or sketch.values or sketch.orders
    which = sketch.types == ["which"] and (bool(sketch.kinds) or bool(lines))
    which = which or "which_ship" in sketch.types
    if last is None or last.kind != "cover" or not (begins and ship and which) or said:
        return None
    covers = _spoken_of(memory, knowledge, "cover")
    asked = {*last.fields, *(c.field for c in (*last.where, *last.claim))}
    way = "down" if _WAY_DOWN & asked else "up"
    way = "about" if first == "for" else way
    where = (Condition(field=SELF, things=covers),) if covers else last.where
    return Query(want="value", kind="cover", fields=(way,), where=where)


def _of_which_flights(sketch: Sketch, last: Query) -> Query | None:
    """As in "which flights?" after a list of covers: those that they were made for."""
    alone = len(sketch.slots) == 1 and sketch.slots[0].means("type", "which_ship")
    told = any(c.field in {SELF, "about", "down", "flew", "up"} for c in last.where)
    if told or not alone or (last.kind, last.want) != ("cover", "list"):
        return None
    return last.model_copy(update={"want": "value", "fields": ("about",), "offset": 0})


def _to_whom(sketch: Sketch, last: Query, knowledge: Knowledge) -> Query | None:
    """As in "to whom?" after letters: to whom they were written."""
    whom = {slot.text for slot in sketch.slots} <= {"and", "to", "whom", "who", "to whom", "for"}
    letters = last.kind == "cover" and any(_speaks_of_letters(c, knowledge) for c in last.where)
    if not (whom and letters and "to" in sketch.slots[0].text.split()):
        return None
    return Query(want="value", kind="cover", fields=("addressee",), where=last.where)


def _speaks_of_letters(condition: Condition, knowledge: Knowledge) -> bool:
    named = [knowledge.thing(thing) for thing in condition.things]
    return condition.text == "letter" or any(
        isinstance(thing, Cover) and thing.piece_form == "letter" for thing in named
    )


def _only_flown(sketch: Sketch, last: Query) -> Query | None:
    """As in "only the flown ones" after a list of covers: those that flew."""
    only = sketch.only and sketch.topic_names == {"fly"} and not sketch.mentions
    said = sketch.types or sketch.asks or sketch.values or sketch.orders or sketch.wants
    if not only or said or last.kind != "cover" or last.want not in {"count", "list"}:
        return None
    flew = Condition(field="flew", op="recorded")
    return last.model_copy(update={"where": (*last.where, flew), "offset": 0})


_COVER_EVENTS = {"arrive": "dock", "launch": "launch", "return": "return", "capture": "berth"}


def _only_event(sketch: Sketch, last: Query) -> Query | None:
    """As in "only the docking ones" after a list of covers: those made for that event."""
    event = _COVER_EVENTS.get(next(iter(sketch.topic_names), ""))
    bare = sketch.narrows and len(sketch.topics) == 1 and not (sketch.mentions or sketch.types)
    if event is None or not bare or last.kind != "cover" or sketch.asks or sketch.orders:
        return None
    made_for = Condition(field="event", op="contains", text=event)
    return last.model_copy(update={"where": (*last.where, made_for), "offset": 0})


def _how_many_for(sketch: Sketch, last: Query, knowledge: Knowledge) -> Query | None:
    """As in "how many for ATV-1?", "how many by Thales?": of what was asked for before."""
    bare = sketch.types == ["quantity"] and _is_bare(sketch) and len(sketch.mentions) == 1
    if not bare or last.kind != "cover" or not last.where or not sketch.mentions[0].things:
        return None
    things = sketch.mentions[0].things
    kind = knowledge.thing(things[0]).kind_of_thing
    flight = "up" if any(c.field == "up" for c in last.where) else "about"
    field = {"mission": flight, "programme": flight, "party": "by_party"}.get(kind)
    if field is None:
        return None
    gone = {"about", "up", SELF} if field != "by_party" else {"by_party", SELF}
    kept = tuple(c for c in last.where if c.field not in gone)
    counts = tuple(name for name in last.fields if name in QUANTITIES)
    told = {condition.field for condition in kept}
    by_told = next((count for of, count in _COUNTED_BY.items() if of in told), "quantity")
    where = (*kept, Condition(field=field, things=things))
    return Query(want="value", kind="cover", fields=counts or (by_told,), where=where)


_COUNTED_BY = {"marks": "marked", "signed_by": "signed", "strike_place": "postmarked"}


def _and_the_flown(sketch: Sketch, last: Query, knowledge: Knowledge) -> Query | None:
    """As in "and the flown cover?" after a folder's print run, "no, the flown one": what flew."""
    flown = [use for use in sketch.topics if use.text == "flown"]
    noun = bool(sketch.kinds) or bool({"one", "ones"} & sketch.words)
    only = len(flown) == len(sketch.topics) == 1 and noun
    only = only and (sketch.addition or sketch.corrects)
    said = sketch.mentions or sketch.types or sketch.asks or sketch.values or sketch.orders
    if not only or said or last.kind != "cover" or last.want not in {"value", "describe", "list"}:
        return None
    where = last.where
    if len(where) == 1 and where[0].field == SELF:
        where = _whose(where[0], knowledge)
    kept = tuple(c for c in where if c.field not in {"event", "flew", "form", SELF})
    flew = Condition(field="flew", op="recorded")
    want = "list" if last.want == "describe" else last.want
    return last.model_copy(update={"want": want, "where": (*kept, flew)}) if kept else None


def _whose(itself: Condition, knowledge: Knowledge) -> tuple[Condition, ...]:
    """The flight and the maker of a cover: another one of them is asked for."""
    cover = knowledge.get(itself.things[0])
    found = []
    for field in ("about", "by_party"):
        facts = facts_of(knowledge, cover, field) if isinstance(cover, Cover) else []
        if facts:
            things = tuple(dict.fromkeys(str(fact.value) for fact in facts))
            found.append(Condition(field=field, things=things))
    return tuple(found)


def _by_how_much(sketch: Sketch, last: Query) -> Query | None:
    """As in "by how many days?", "how much longer?" after a comparison: it tells the difference."""
    asked = sketch.types in (["duration"], ["quantity"]) or "difference" in sketch.words
    said = sketch.mentions or sketch.topics or sketch.asks or sketch.kinds or sketch.values
    return last if last.want == "compare" and last.fields and asked and not said else None


def _by_which_maker(sketch: Sketch, last: Query) -> Query | None:
    """As in "by which club?", "from which dealer?" after a cover: whose cover it is."""
    asked = sketch.kinds == ["party"] and sketch.types == ["which"]
    told = sketch.mentions or sketch.topics or sketch.asks or sketch.orders
    of_it = sketch.slots[0].text in {"by", "from", "of", "for"} and len(sketch.slots) == len("abc")
    if not (asked and of_it) or told or last.kind != "cover" or not last.where:
        return None
    kept = tuple(c for c in last.where if c.op != "recorded")
    return Query(want="value", kind="cover", fields=("by_party",), where=kept)


def _which_of_the_two(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query | None:
    """As in "which of the two was longer?" after one flight and another: both are compared."""
    last = memory.query
    assert last is not None
    two = [m for m in sketch.mentions if m.slot.number == len("ab")]
    told = sketch.topics or sketch.asks or sketch.kinds or sketch.values or sketch.orders
    only = len(two) == len(sketch.mentions) == len(sketch.comparatives) == 1 and not told
    if not only or sketch.types != ["which"] or (last.want, last.kind) != ("value", "mission"):
        return None
    flights = [t for t in memory.named if is_kind(knowledge, t, "mission")][:2]
    itself = [c.things for c in last.where if c.field == SELF]
    if len(flights) != len("ab") or itself != [(flights[0],)]:
        return None
    sides = tuple((Condition(field=SELF, things=(flight,)),) for flight in reversed(flights))
    order = "asc" if set(sketch.comparatives) & {"fewer", "earlier", "shorter"} else "desc"
    parts = {"want": "compare", "where": (), "groups": sides, "order": order}
    return last.model_copy(update={**parts, "fields": last.fields[:1]})


def _the_way_home(sketch: Sketch, last: Query) -> Query | None:
    """As in "and home?" after how covers went up: how they came down."""
    bare = len(sketch.slots) <= len(["and", "back", "home"]) and not sketch.mentions
    homeward = sketch.topic_names == {"return"} and sketch.addition
    if last.kind != "cover" or not (bare and homeward) or not set(last.fields) & {"up", "up_day"}:
        return None
    return last.model_copy(update={"want": "value", "fields": ("down", "return_day")})


def _for_another_event(sketch: Sketch, last: Query) -> Query | None:
    """As in "and which for the launch?" after a docking's postmark: the one for that event."""
    events = [c for c in last.where if c.field in {"event", "strike_event"} and c.text]
    told = sketch.mentions or sketch.asks or sketch.kinds or sketch.values or sketch.orders
    words = {"and", "which", "which one", "the", "for", "one"}
    other = [slot for slot in sketch.slots if slot.text not in words]
    event = _COVER_EVENTS.get(next(iter(sketch.topic_names), ""))
    only = len(other) == len(sketch.topics) == 1 and sketch.types == ["which"]
    if "strike_place" not in last.fields or not (events and event and only) or told:
        return None
    kept = tuple(c for c in last.where if c not in events and c.field != SELF)
    struck = Condition(field="strike_event", op="contains", text=event)
    return last.model_copy(update={"where": (*kept, struck)})


def _how_long_there(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query | None:
    """As in "how long?", "how long was it there?": the time at the station."""
    last = memory.query
    alone = sketch.types == ["duration"] and _is_bare(sketch) and not sketch.mentions
    if last is None or not alone or last.kind not in {"mission", "person"}:
        return None
    spoken = _spoken_of(memory, knowledge, last.kind)
    itself = Condition(field=SELF, things=spoken)
    if last.kind == "person" and len(spoken) == 1:  # "how long was he there?"
        return Query(want="value", kind="person", fields=("at_station",), where=(itself,))
    if last.kind == "person" or not spoken:
        return None
    flew = {"in space", "in orbit", "in flight"} & sketch.words
    field = "flight_time" if flew else "docked_for"
    return Query(want="value", kind="mission", fields=(field,), where=(itself,))


def _spoken_of(memory: Memory, knowledge: Knowledge, kind: str) -> tuple[str, ...]:
    """The things of a kind that the last answer spoke of, if they are few."""
    spoken = tuple(
        thing
        for thing in memory.subjects
        if thing in knowledge and knowledge.thing(thing).kind_of_thing == kind
    )
    return spoken if len(spoken) < _FEW else ()
