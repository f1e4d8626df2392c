"""Readings about what happened when: neighbours of a flight, who was there, events of a day."""

from __future__ import annotations

from bot.questions.asked import EVENT_DAYS, fields_for
from bot.questions.conditions import SELF, condition_on, event_of
from bot.questions.query import Condition, Query, Trouble
from bot.questions.question import FLIGHT_TOPICS, Question
from bot.questions.restricting import finish, restrictions, value_conditions
from bot.questions.sketch import Mention


def read_happening(q: Question) -> Query | Trouble | None:
    """The first of these readings that fits; None where the question is of another kind."""
    sketch = q.sketch
    if sketch.sequence:
        return _read_next_flight(q)
    spans = q.topics & {*FLIGHT_TOPICS, "end", "return"}
    if q.type == "duration" and len(spans) > 1:  # "between launch and docking" is not kept
        return Trouble(status="not_understood", words=("between",))
    times = {"docked_for", "flight_time", "approach"} & set(sketch.asks)
    if (q.type == "duration" or times) and q.names_covers:  # the ship's time is not the covers'
        return Trouble(status="not_understood", words=("how long",))
    if any(use.topic == "happen" for use in sketch.topics):
        return _read_events(q)
    return _read_around_event(q) or _read_presence(q) or _read_loss(q)


_SORTS_SHIPS = {"programme", "variant", "country", "port"}
_SHIPS = {"which ships", "what ships", "ships", "which missions", "missions", "flights", "all"}


def _read_around_event(q: Question) -> Query | Trouble | None:
    """As in "which ship left after ATV-4 left", "what undocked before CRS-5 arrived"."""
    sketch = q.sketch
    flights = sketch.things(q.knowledge, "mission")
    limits = [word for _, word in sketch.limit_words if word in {"before", "after"}]
    asks = {*sketch.types} and {*sketch.types} <= {"which", "which_ship", "what", "quantity"}
    if len(flights) != 1 or len(limits) != 1 or not asks or q.names_covers or sketch.check:
        return None
    uses = [use for use in sketch.topics if use.topic in EVENT_DAYS and not use.attributive]
    told = len(uses) == len(sketch.topics) and not sketch.asks
    if not uses or not told or len(uses) > len("ab"):
        return None
    if sketch.values or any("soyuz" in slot.text for slot in sketch.slots):
        return Trouble(status="not_understood", words=(limits[0],))  # "after CRS-7 failed"
    others = [m for m in sketch.mentions if m not in flights and m.things != ("iss",)]
    lines = [condition_on(q.knowledge, "mission", mention) for mention in others]
    if any(c is None or c.field not in _SORTS_SHIPS for c in lines):
        return Trouble(status="not_understood", words=(limits[0],))
    first, last = EVENT_DAYS[uses[0].topic], EVENT_DAYS[uses[-1].topic]
    operator, order = ("<", "desc") if limits == ["before"] else (">", "asc")
    beyond = {"field": first, "op": operator, "query": event_of(flights[0].things, last)}
    where = (*(c for c in lines if c is not None), Condition.model_validate(beyond))
    if "quantity" in sketch.types:
        return Query(want="count", kind="mission", where=where)
    if _SHIPS & sketch.words or any(_is_plural(mention) for mention in others):
        return Query(want="list", kind="mission", where=where)
    nearest = {"fields": (first,), "order": order, "limit": 1}
    return Query.model_validate({"want": "rank", "kind": "mission", "where": where, **nearest})


def _is_plural(mention: Mention) -> bool:
    """As in "which Dragons", and not "which Progress", "which Cygnus"."""
    return mention.slot.text.endswith("s") and not mention.slot.text.endswith(("ss", "us"))


def _read_loss(q: Question) -> Query | Trouble | None:
    """As in "when was M-27M lost": the day or the place of its end."""
    if q.type not in {"when", "where"} or "outcome=lost" not in q.sketch.values:
        return None
    if q.sketch.things(q.knowledge, "mission"):  # "when did a Cygnus explode": of the lost ones
        q.sketch.values.remove("outcome=lost")
    return finish(q, "value", "mission", ("ended" if q.type == "when" else "end_place",), None)


def _read_next_flight(q: Question) -> Query | Trouble:
    """As in "Next Progress after M-15M": the flight before or after another one."""
    flights = q.sketch.things(q.knowledge, "mission")
    if len(flights) != 1:
        return Trouble(status="not_understood", words=(q.sketch.sequence,))
    limit = "after" if q.sketch.sequence == "next" else "before"
    beyond = condition_on(q.knowledge, "mission", flights[0], limit)
    lines = q.sketch.things(q.knowledge, "programme", "variant")
    where = [condition_on(q.knowledge, "mission", line) for line in lines]
    assumed = not lines and "mission" not in q.sketch.kinds
    if assumed:
        flight = q.knowledge.thing(flights[0].things[0])
        programme = str(getattr(flight, "programme", ""))
        where.append(Condition(field="programme", things=(programme,)))
    if _qualifies(q, flights[0]):  # "the next successful one", not "after CRS-7 was lost"
        where += value_conditions(q, "mission")
    found = tuple(c for c in (*where, beyond) if c is not None)
    order = "asc" if limit == "after" else "desc"
    return Query.model_validate(
        {
            "want": "rank",
            "kind": "mission",
            "fields": ("launched",),
            "where": found,
            "order": order,
            "limit": 1,
            "assumed": ("programme",) if assumed else (),
        }
    )


def _qualifies(q: Question, flight: Mention) -> bool:
    """Whether a word that states a value stands before the flight that is counted from."""
    values = [n for n, slot in enumerate(q.sketch.slots) if slot.means("value")]
    if not values or values[0] > flight.position:
        return False
    between = q.sketch.slots[values[0] + 1 : flight.position]
    return not all(slot.text in {"of", "the"} for slot in between)  # "the loss of CRS-7"


# What may be asked of the station at a moment, and the things that answer it.
_ABOARD = {"people_aboard": "person", "expeditions_aboard": "expedition", "commander": "expedition"}


def _read_presence(q: Question) -> Query | None:
    """As in "who was on board on 1 May 2012", "which ships were there when CRS-7 failed"."""
    asked = next((name for name in q.sketch.asks if name in _ABOARD), None)
    if asked is not None:
        there = _then(q, asked)
        if there is None:
            return None
        want, fields = ("value", (asked,)) if asked == "commander" else ("list", ())
        parts = {"want": want, "kind": _ABOARD[asked], "fields": fields, "where": (there,)}
        return Query.model_validate(parts)
    ships = "mission" in q.sketch.kinds and q.on_board() and "when" in q.sketch.types
    flights = q.sketch.things(q.knowledge, "mission")
    lines = q.sketch.things(q.knowledge, "programme", "variant")
    ships = ships or bool(lines and q.on_board() and "when" in q.sketch.types)
    lines += q.sketch.things(q.knowledge, "port", "module")
    if not ships or len(flights) != 1 or q.names_covers:
        return None
    there = Condition(field="at_station", query=event_of(flights[0].things, _event_fields(q)[0]))
    other = Condition(field=SELF, op="is not", things=flights[0].things)
    of_lines = (condition_on(q.knowledge, "mission", line) for line in lines)
    where = (*(c for c in of_lines if c is not None), there, other)
    return Query(want="count" if q.type == "quantity" else "list", kind="mission", where=where)


def _then(q: Question, asked: str) -> Condition | None:
    """The day, or the event of a flight, at which somebody was on board."""
    flights = q.sketch.things(q.knowledge, "mission")
    days = [m.slot.day.day for m in q.sketch.mentions if m.slot.day and m.slot.day.day]
    if days and not flights:
        if not days[1:]:
            return Condition(field="at_station", day=days[0])
        return Condition(field="at_station", op="between", day=days[0], until=days[1])
    events = q.topics & {*FLIGHT_TOPICS, "end", "return"} or "outcome=lost" in q.sketch.values
    others = [m for m in q.sketch.mentions if m.things != ("iss",)]  # "aboard the ISS when"
    if len(flights) != 1 or len(others) != 1:
        return None
    met = any({"received", "welcomed", "greeted"} & {*s.text.split()} for s in q.sketch.slots)
    if met and not events and asked == "expeditions_aboard":
        return Condition(field="at_station", query=event_of(flights[0].things, "arrived"))
    if not events:  # during its stay
        there = Condition(field="at_station", things=flights[0].things)
        during = asked == "people_aboard" and "during" in q.sketch.words
        during = during and "docked_for" not in q.sketch.asks
        return there if asked == "commander" or during else None
    moment = _event_fields(q)[0]
    met = moment == "arrived" and asked == "people_aboard"  # kept with the flight itself
    return None if met else Condition(field="at_station", query=event_of(flights[0].things, moment))


def _event_fields(q: Question) -> list[str]:
    """The days of the events that a question tells of, likeliest first."""
    if "outcome=lost" in q.sketch.values:
        return ["ended"]
    uses = [name for use in q.sketch.topics for name in fields_for("mission", use.topic, "when")]
    return [*(name for name in uses if name != "any_day"), "arrived"]


def _read_events(q: Question) -> Query | Trouble:
    """As in "What happened on 28 June": every dated event of flights on that day."""
    days = [m for m in q.sketch.mentions if m.slot.kind == "day"]
    flights = q.sketch.things(q.knowledge, "mission")
    if len(flights) == len(q.sketch.mentions) == 1 and q.topics == {"happen"} and q.type is None:
        return finish(q, "value", "mission", ("outcome", "reason"), None)  # "Orb-3, what happened"
    if not days:
        return Trouble(status="not_understood", words=("happened",))
    where = restrictions(q, "mission", None)
    if isinstance(where, Trouble):
        return where
    event = next((e for e in _event_fields(q)[:-1]), "any_day")  # "which launches happened"
    dated = tuple(c.model_copy(update={"field": event}) if c.day or c.text else c for c in where)
    return Query(want="list", kind="mission", where=dated)
