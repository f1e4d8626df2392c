"""Ships beside a ship: what was there, or came or left, while another one was at the station.

A question of this kind is read only as a whole: every word of it has a part in one of the few forms
below, so that nothing is left out of it.
"""

from __future__ import annotations

import re

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Mission
from bot.questions.asked import EVENT_DAYS
from bot.questions.conditions import SELF, condition_on, event_of, itself
from bot.questions.query import Condition, Query
from bot.questions.sketch import Mention, Sketch
from bot.questions.slots import Slot

# The parts of such a question. In a form, the letter of a part stands for it.
_AND, _ASKS, _BE, _DOCKED, _EVENT, _FLIGHT, _LINE = "&WBDEFL"
_MEANWHILE, _OVERLAP, _REST, _STAY, _TOGETHER, _WHEN = "MORSTN"
_COMMAND, _PERSON, _WHO = "KPH"

_SAID = {
    _AND: {"and", "und", "et"},
    _BE: {"was", "were", "is", "are", "did", "do", "does"},
    _DOCKED: {"docked", "berthed", "attached"},  # what it did, or how it was
    _EVENT: {"came", "come", "left"},
    _MEANWHILE: {"while", "whilst", "during"},
    _OVERLAP: {"overlap", "overlapped", "overlaps", "meet", "met"},
    _REST: {"there", "still there", "still docked", "still berthed", "was there", "iss", "the iss"},
    _TOGETHER: {"together", "at the same time", "same time", "at once", "simultaneously"},
    _STAY: {"stay", "visit"},
    _COMMAND: {"commander", "in command", "commander of"},
}
_LOST = "outcome=lost"
_BESIDE = {"with", "at", "to", "the", "still", "other", "ship", "ships", "ever", "in", "orbit"}

_RESTING = f"(?:{_BE}?{_REST}|{_BE}{_DOCKED}|{_BE}{_DOCKED}{_REST})"
_HAPPENED = f"(?:{_BE}?{_EVENT}|{_DOCKED})"
_STAYED = f"{_FLIGHT}(?:{_RESTING}|{_STAY})"  # "ATV-3 was docked", "ATV-3's stay"
_ASKED = f"{_ASKS}{_LINE}?"
# "while it was there", "when it was docked": a state, where "when it docked" is a moment
_DURING = f"(?:{_MEANWHILE}{_STAYED}|{_WHEN}{_FLIGHT}{_BE}{_DOCKED})"
_LISTS_EVENT = re.compile(f"{_ASKED}{_HAPPENED}{_MEANWHILE}{_STAYED}")
_LISTS_THOSE = re.compile(
    f"{_ASKED}{_RESTING}{_DURING}"
    f"|{_ASKED}{_OVERLAP}{_FLIGHT}{_REST}?"
    f"|{_ASKED}{_BE}{_FLIGHT}{_OVERLAP}{_REST}?"
)
_CHECKS_EVENT = re.compile(f"{_BE}{_FLIGHT}{_EVENT}{_MEANWHILE}{_STAYED}")
_CHECKS_BOTH = re.compile(
    f"{_BE}{_FLIGHT}{_AND}{_FLIGHT}[{_DOCKED}{_REST}]{{0,2}}{_TOGETHER}{_REST}?"
    f"|{_BE}{_FLIGHT}(?:{_AND}{_FLIGHT}{_OVERLAP}|{_OVERLAP}{_FLIGHT}){_REST}?"
    f"|{_BE}{_FLIGHT}[{_DOCKED}{_REST}]{_DURING}"
)
_CHECKS_PERSON = re.compile(
    f"{_BE}{_FLIGHT}[{_DOCKED}{_REST}](?:{_WHEN}|{_MEANWHILE}){_PERSON}{_BE}{_REST}"
)
_LISTS_PEOPLE = re.compile(f"{_WHO}{_BE}?{_REST}?{_DURING}")
_LISTS_COMMANDERS = re.compile(f"{_WHO}{_BE}?{_COMMAND}{_DURING}")
_CHECKS_MOMENT = re.compile(
    f"{_BE}{_FLIGHT}[{_DOCKED}{_REST}]{_WHEN}{_FLIGHT}(?P<event>{_HAPPENED})"
)


def read_meanwhile(sketch: Sketch, knowledge: Knowledge) -> Query | None:
    """The ships beside a ship, or what one did meanwhile; None where it asks anything else.

    As in "how many Progress were launched while ATV-4 was docked", "were HTV-3 and CRS-1 at the
    station together", "was HTV-2 still docked when ATV-2 arrived", "which ships did ATV-3 overlap
    with".
    """
    flights = sketch.things(knowledge, "mission")
    if not flights or any(len(flight.things) != 1 for flight in flights):
        return None
    parts = _parts(sketch, knowledge)
    form = "".join(letter for letter, _ in parts)
    events = [_day_of(slot) for letter, slot in parts if letter in {_EVENT, _DOCKED}]
    lost = any(slot.means("value", _LOST) for slot in sketch.slots)
    if _LISTS_EVENT.fullmatch(form):
        told = [_during(events[0], flights[0]), *([_lost()] if lost else [])]
        return _listed(sketch, knowledge, *told)
    if lost and not (_is_lost(flights[-1], knowledge) and _CHECKS_MOMENT.fullmatch(form)):
        return None  # "was it docked when CRS-4 was lost": it was not
    if _LISTS_THOSE.fullmatch(form):
        return _listed(sketch, knowledge, _beside(flights[0]))
    return _read_people(form, flights[0]) or _read_check(form, sketch, knowledge, events)


def _read_people(form: str, flight: Mention) -> Query | None:
    """Who was there beside a ship, or who commanded the station then."""
    if _LISTS_PEOPLE.fullmatch(form):
        return Query(want="list", kind="person", where=(_beside(flight),))
    if _LISTS_COMMANDERS.fullmatch(form):
        where, fields = (_beside(flight),), ("commander",)
        return Query(want="value", kind="expedition", fields=fields, where=where)
    return None


def _read_check(form: str, sketch: Sketch, knowledge: Knowledge, events: list[str]) -> Query | None:
    """Whether a ship was there beside another one, or beside somebody."""
    flights = sketch.things(knowledge, "mission")
    if _CHECKS_EVENT.fullmatch(form):
        return _checked(flights[0], _during(events[0], flights[1]))
    if _CHECKS_BOTH.fullmatch(form):
        return _checked(flights[0], _beside(flights[1]))
    if _CHECKS_PERSON.fullmatch(form):
        return _checked(flights[0], _beside(sketch.things(knowledge, "person")[0]))
    if _CHECKS_MOMENT.fullmatch(form):
        return _checked(flights[0], _then(events[-1], flights[1]))
    return None


def _parts(sketch: Sketch, knowledge: Knowledge) -> list[tuple[str, Slot]]:
    """The words that have a part in the question, in order; "?" for one that has none."""
    places = {m.position: _LINE for m in sketch.things(knowledge, "programme", "variant")}
    places |= {m.position: _FLIGHT for m in sketch.things(knowledge, "mission")}
    people = sketch.things(knowledge, "person")
    places |= {m.position: _PERSON for m in people if len(m.things) == 1}
    letters = ((places.get(n) or _part(slot), slot) for n, slot in enumerate(sketch.slots))
    return [(letter, slot) for letter, slot in letters if letter]


_ASKED_BY = {
    "when": _WHEN,
    "which": _ASKS,
    "which_ship": _ASKS,
    "quantity": _ASKS,
    "who": _WHO,
}


def _part(slot: Slot) -> str:
    """The part that one word has; "" for a small word, "?" where it has none."""
    for part, words in _SAID.items():
        if slot.text in words:
            return part
    kind = slot.sense("type")
    if kind is not None:
        return _ASKED_BY.get(kind.value, "?")
    if slot.means("ask", "people_aboard"):
        return _WHO
    topic = slot.sense("topic")
    if slot.means("value", _LOST) or (topic is not None and topic.value in EVENT_DAYS):
        return _EVENT
    if slot.means("on_board"):
        return _REST
    return "" if slot.text in _BESIDE else "?"


def _day_of(slot: Slot) -> str:
    """The field of the day on which the event of a word fell."""
    topic = slot.sense("topic")
    if slot.means("value", _LOST):
        return "ended"
    return EVENT_DAYS[topic.value] if topic is not None else "arrived"


def _is_lost(flight: Mention, knowledge: Knowledge) -> bool:
    ship = knowledge.thing(flight.things[0])
    return isinstance(ship, Mission) and ship.was_lost


def _beside(other: Mention) -> Condition:
    """At the station at the same time as a flight, or as somebody."""
    return Condition(field="at_station", things=other.things)


def _during(event: str, flight: Mention) -> Condition:
    """An event that fell into the stay of a flight."""
    return Condition(field=event, query=event_of(flight.things, "at_station"))


def _then(event: str, flight: Mention) -> Condition:
    """At the station on the day of an event of a flight."""
    return Condition(field="at_station", query=event_of(flight.things, event))


def _lost() -> Condition:
    """Not all that ended were lost."""
    return Condition(field="outcome", text="lost")


def _listed(sketch: Sketch, knowledge: Knowledge, *told: Condition) -> Query:
    """The other ships of which that holds, listed or counted."""
    lines = sketch.things(knowledge, "programme", "variant")
    found = (condition_on(knowledge, "mission", line) for line in lines)
    itself = sketch.things(knowledge, "mission")[0]
    other = Condition(field=SELF, op="is not", things=itself.things)
    where = (*(c for c in found if c is not None), *told, other)
    return Query(
        want="count" if "quantity" in sketch.types else "list", kind="mission", where=where
    )


def _checked(flight: Mention, claim: Condition) -> Query:
    return Query(want="check", kind="mission", where=itself(flight.things), claim=(claim,))
