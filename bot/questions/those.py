"""Follow-ups on a list: "how many of those were Dragons?", "how many docked?", "which ship?"."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Mission, Programme, preferred
from bot.questions.conditions import SELF, default_field
from bot.questions.query import Condition, Query, Trouble, Want
from bot.questions.referents import family
from bot.questions.sketch import Sketch
from bot.questions.unclear import THOSE

_SETS = {"list", "count", "rank"}


def of_those_covers(reading: Query, sketch: Sketch, last: Query) -> Query:
    """As in "which of those flew on ATV-2?": of the covers that were asked for before."""
    listed = reading.want == "list" and last.want in {"list", "count"}
    opening = sketch.slots[0].text.split()[0]
    which = opening == "which" and not sketch.kinds  # "which came back with ..."
    those = bool(THOSE & sketch.words) or (which and reading.where)
    if sketch.those_of_before:  # "who signed the ATV-2 ones?"
        return _with_the_rest(reading, last)
    if not (listed and those and reading.kind == last.kind == "cover"):
        return reading
    new = {condition.field for condition in reading.where}
    kept = tuple(c for c in last.where if c.field not in new)
    return reading.model_copy(update={"where": (*kept, *reading.where)})


def _with_the_rest(reading: Query, last: Query) -> Query:
    """A reading on some of the covers that were talked about, with what was said of all of them."""
    if any(condition.field == SELF for condition in reading.where):
        return reading  # "the ISS 36 one": that one, wherever it flew
    new = {family(condition) for condition in reading.where}
    said = (*last.where, *last.claim) if last.want == "check" else last.where
    kept = tuple(c for c in said if family(c) not in new and c.op != "is not")
    return reading.model_copy(update={"where": (*reading.where, *kept)})


def so_many_of_those(
    reading: Query, sketch: Sketch, last: Query, knowledge: Knowledge
) -> Query | None:
    """As in "Dragons in 2015? how many docked?": of the flights that were listed."""
    flights = reading.kind == last.kind == "mission" and last.want in {"list", "count"}
    named = any(slot.means("kind") for slot in sketch.slots)
    known = {condition.field for condition in last.where}
    days = [m for m in sketch.mentions if m.slot.kind == "day"]
    ports = sketch.things(knowledge, "port", "module")
    others = len(ports) + len(days) < len(sketch.mentions)
    another_day = any(c.field not in known for c in reading.where if c.day is not None)
    if not flights or reading.want not in {"list", "count"} or named or others or another_day:
        return None
    new = {condition.field for condition in reading.where}
    kept = tuple(c for c in last.where if c.field not in new and c.op != "recorded")
    return reading.model_copy(update={"where": (*kept, *reading.where)})


def of_those(reading: Query, sketch: Sketch, last: Query, knowledge: Knowledge) -> Query | None:
    """As in "how many of those were Dragons?", "and how many Cygnus?": of what was asked before."""
    lines = sketch.things(knowledge, "programme")
    partly = bool(THOSE & sketch.words)
    told = sketch.asks or sketch.topics or sketch.values or sketch.orders or sketch.check
    only = len(lines) == len(sketch.mentions) == 1 and not told
    partly = partly or "among" in sketch.words or _asks_which_were(sketch)
    bare = {"mission", "programme"} >= {reading.kind}
    if not (only and bare) or last.kind not in {"mission", "cover"} or last.want not in _SETS:
        return None
    any_of = any(slot.text == "any" for slot in sketch.slots)
    if not (partly or sketch.addition or any_of):
        return None
    carried = last.kind == "cover" and lines[0].preposition in {"with", "by", "on", "aboard"}
    if carried and not partly:  # "and with Dragon?"
        return None
    field = "programme" if last.kind == "mission" else "about"
    line = Condition(field=field, things=lines[0].things)
    kept = tuple(c for c in last.where if c.field != field)
    if last.want == "rank":
        return last.model_copy(update={"where": (*kept, line)})
    counts = "quantity" in sketch.types
    want: Want = "count" if counts else last.want if last.want == "count" else "list"
    if last.kind == "cover" and counts:
        return None
    return last.model_copy(update={"want": want, "where": (*kept, line), "fields": ()})


def which_ship(
    reading: Query, sketch: Sketch, last: Query, knowledge: Knowledge
) -> Query | Trouble | None:
    """As in "which ship?", "which shuttle?" after covers: theirs, and not all there are."""
    every = reading.want == "list" and reading.kind == "mission" and not sketch.topics
    every = every and all(c.field == "programme" for c in reading.where)
    if not every or not {"which", "which_ship"} & set(sketch.types) or sketch.addition:
        return None
    if last.kind == "cover" and last.want in {"value", "describe", "list"} and last.where:
        home = {"down", "return_day", "return_place"} & set(last.fields)
        home = home or {c.field for c in (*last.where, *last.claim)} & {"down"}
        brought = tuple(c for c in reading.where if _brought_home(c, last, knowledge))
        way = "down" if home or brought else "up"
        by = tuple(c.model_copy(update={"field": way}) for c in brought)
        kept = tuple(c for c in last.where if not by or c.field != way)
        return Query(want="value", kind="cover", fields=(way,), where=(*kept, *by))
    if last.kind == "cover" or not reading.where:
        return Trouble(status="not_understood", words=("pronoun",))
    if last.kind == "mission" and last.want in {"list", "count"}:  # "which ATV?" of those
        kept = tuple(c for c in last.where if c.field != "programme")
        return last.model_copy(update={"want": "list", "where": (*kept, *reading.where)})
    return None


def _brought_home(line: Condition, last: Query, knowledge: Knowledge) -> bool:
    """Whether ships of a line can only have brought covers back: those flew up on another one."""
    named = [knowledge.get(thing) for thing in line.things]
    returns = [one for one in named if isinstance(one, Programme) and one.returns_cargo]
    flights = [knowledge.get(thing) for c in last.where for thing in c.things]
    up_on = {flight.programme for flight in flights if isinstance(flight, Mission)}
    lands = any(preferred(one.returns_cargo).value for one in returns) or "shuttle" in line.things
    return lands and not up_on & set(line.things)


def _asks_which_were(sketch: Sketch) -> bool:
    """As in "how many were Dragons?", "which were HTV?", "how many Progress?" after a list."""
    asks = bool({"quantity", "which"} & set(sketch.types)) or sketch.slots[0].text == "which were"
    if not asks or len(sketch.mentions) != 1:
        return False
    before = sketch.slots[: sketch.mentions[0].position]
    verb = bool({"were", "are", "was", "is"} & {w for slot in before for w in slot.text.split()})
    bare = len(sketch.slots) == len(before) + 1 and not sketch.addition
    return verb or (bare and "quantity" in sketch.types)


def asks_which(sketch: Sketch) -> bool:
    """As in "which were for ATV-3?", "the flown ones": some of what was listed."""
    texts = [slot.text for slot in sketch.slots]
    if texts[:2] == ["what", "the"] and len(texts) == len(["what", "the", "stamp"]):
        return False  # "what's the MagISStra stamp?"
    return "which" in sketch.types or bool({"ones", "which ones"} & sketch.words)


def which_of_those(
    reading: Query, sketch: Sketch, last: Query, knowledge: Knowledge
) -> Query | Trouble:
    """As in "which were for ATV-3?" after covers; "by Dragon" could be up or down."""
    named = sketch.mentions[-1].preposition if sketch.mentions else "by"
    places = sketch.things(knowledge, "place")
    if places and named == "from" and last.kind == "cover":  # "which are from Kourou?"
        return narrowed(reading, last, knowledge)
    if named in {"", "for", "of"} and last.kind == "cover":
        return narrowed(reading, last, knowledge)
    return Trouble(status="not_understood", words=("pronoun",))


def narrowed(reading: Query, last: Query, knowledge: Knowledge) -> Query:
    """As in "only those from Houston": the last question with one more condition."""
    thing = reading.where[0].things[0]
    field = default_field(last.kind, knowledge.thing(thing).kind_of_thing)
    if field is None:
        return reading
    more = Condition(field=field, things=reading.where[0].things)
    others = {t for c in last.where if c.field == field and c.op == "is" for t in c.things}
    if last.kind == "cover" and field == "about" and others - set(more.things):
        kept = tuple(c for c in last.where if c.field not in {field, SELF})  # "those of ATV-1"
        return last.model_copy(update={"where": (*kept, more), "offset": 0})
    return last.model_copy(update={"where": (*last.where, more), "offset": 0})
