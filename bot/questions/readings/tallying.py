"""Readings that compare counts: "which flew more, HTV or ATV", "the year with most losses"."""

from __future__ import annotations

from bot.knowledge.fields import facts_of
from bot.knowledge.records import Mission, Programme
from bot.knowledge.values import Day
from bot.questions.conditions import condition_on
from bot.questions.query import Condition, Query, Trouble
from bot.questions.question import Question
from bot.questions.restricting import restrictions
from bot.questions.sketch import Mention

_MORE = {"more", "or more", "fewer", "less"}
_MOST = {"most", "the most", "fewest", "the fewest", "least"}


def read_tally(q: Question) -> Query | Trouble | None:
    """A comparison of how many there are on each side; None where figures are compared."""
    lines = q.sketch.things(q.knowledge, "programme", "variant")
    asks = q.sketch.check and not q.sketch.alternative  # "are there more HTV or ATV flights"
    if asks or q.sketch.things(q.knowledge, "party", "person", "place", "mark"):
        return None
    if _asks_for_year(q):
        return _of_every_year(q)
    if _MORE & q.sketch.words and len(lines) > 1 and not q.names_covers:
        return _between_lines(q, lines)
    if _MOST & q.sketch.words and _asks_for_line(q):
        return _of_every_line(q)
    return None


def _asks_for_line(q: Question) -> bool:
    """As in "which programme has the most flights": a line of ships is asked for."""
    lines = q.sketch.things(q.knowledge, "programme", "variant")
    return q.sketch.asks == ["programme"] and not lines and q.topics <= {"launch", "fly"}


_EVENTS = {"launch": "launched", "fly": "launched", "arrive": "arrived", "depart": "departed"}


def _asks_for_year(q: Question) -> bool:
    """As in "which year had the most Progress launches": flights are counted by year."""
    sketch = q.sketch
    year = any("year" in slot.text.split() for slot in sketch.slots if slot.means("type", "when"))
    counted = sketch.kinds == ["mission"] or sketch.topics or sketch.values == ["outcome=lost"]
    lines = sketch.things(q.knowledge, "programme", "variant")
    alone = len(lines) == len(sketch.mentions) and not (sketch.asks or q.names_covers)
    told = q.topics <= set(_EVENTS) and len(q.topics) < len("ab")
    most = {"most", "the most"} & sketch.words and sketch.orders == ["largest"]
    return bool(year and most and counted and alone and told and sketch.ordinal is None)


def _of_every_year(q: Question) -> Query | Trouble:
    """The flights of every year in which one was launched, docked ..."""
    field = next((_EVENTS[topic] for topic in q.topics), "launched")
    q.sketch.kinds = ["mission"]
    where = _where(q, [])
    if isinstance(where, Trouble):
        return where
    flights = q.knowledge.all(Mission)
    days = [fact.value for flight in flights for fact in facts_of(q.knowledge, flight, field)]
    years = sorted({day.start.year for day in days if isinstance(day, Day)})
    groups = tuple((Condition(field=field, day=Day.of(year)),) for year in years)
    return _tally(q, "mission", where, groups)


def _between_lines(q: Question, lines: list[Mention]) -> Query | Trouble | None:
    sketch = q.sketch
    ships = "mission" in sketch.kinds or q.topics <= {"fly", "launch", "by"}
    if not ships or sketch.asks or (not sketch.comparatives and not _MORE & sketch.words):
        return None
    where = _where(q, lines)
    if isinstance(where, Trouble):
        return where
    sides = [condition_on(q.knowledge, "mission", line) for line in lines]
    groups = tuple((side,) for side in sides if side is not None)
    return _tally(q, "mission", where, groups) if len(groups) == len(lines) else None


def _of_every_line(q: Question) -> Query | Trouble:
    """As in "which programme has most flights", "most covers": of each supply programme."""
    covers = q.names_covers
    kind, field = ("cover", "about") if covers else ("mission", "programme")
    q.sketch.asks = []
    q.sketch.kinds = [kind]
    where = _where(q, [])
    if isinstance(where, Trouble):
        return where
    lines = [line.id for line in q.knowledge.all(Programme) if line.supplies_iss]
    groups = tuple((Condition(field=field, things=(line,)),) for line in lines)
    return _tally(q, kind, where, groups)


def _where(q: Question, lines: list[Mention]) -> tuple[Condition, ...] | Trouble:
    for line in lines:
        line.topic = None
    q.sketch.topics = []
    where = restrictions(q, q.sketch.kinds[0] if q.sketch.kinds else "mission", None, lines)
    if isinstance(where, Trouble):
        return where
    return tuple(c for c in where if c.op != "recorded")


def _tally(
    q: Question,
    kind: str,
    where: tuple[Condition, ...],
    groups: tuple[tuple[Condition, ...], ...],
) -> Query:
    fewer = {"fewer", "less", "fewest", "least", "the fewest"} & q.sketch.words
    return Query(
        want="compare",
        kind=kind,
        where=where,
        groups=groups,
        order="asc" if fewer else "desc",
        tally=True,
    )
