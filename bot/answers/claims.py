"""What a question claims of an item, and what was found of it: for the tests of "does it fit?"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from bot.knowledge.base import Knowledge
from bot.knowledge.facts import Fact
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Mark, Mission, Place, Programme, Variant
from bot.knowledge.values import Day
from bot.questions.query import Condition, Query

Result = Literal["fits", "does not fit", "told"]

STRIKE = frozenset({"strike_place"})
DAYS = frozenset({"strike_day", "signed_day", "any_day", "launched", "at_station"})
EVENTS = frozenset({"event", "strike_event"})
_FLIGHTS = ("about", "up", "commemorates", "self")


@dataclass(frozen=True)
class Finding:
    """One test's result and why; `told` findings are for information only.

    `of` names the fields of the claims that were tested; a claim that no finding is of is said not
    to have been checked.
    """

    result: Result
    text: str
    facts: tuple[Fact, ...] = ()
    of: frozenset[str] = frozenset()


class Claims:
    """The claims of one question: flights, signers, days, offices, marks."""

    def __init__(self, query: Query, knowledge: Knowledge) -> None:
        """Look at the conditions of `query`."""
        self.query = query
        self._knowledge = knowledge

    @property
    def where(self) -> tuple[Condition, ...]:
        """Every condition that the item is said to hold."""
        return self.query.where

    def things(self, *fields: str) -> list[str]:
        """The things that these fields are claimed to be."""
        return [t for c in self.where if c.field in fields for t in c.things]

    def missions(self) -> list[Mission]:
        """The flights that the item is said to be of, or to have gone up on."""
        named = [*self.things(*_FLIGHTS), *self._of_the_cover()]
        records = [self._knowledge.thing(thing) for thing in dict.fromkeys(named)]
        return [record for record in records if isinstance(record, Mission)]

    def _of_the_cover(self) -> list[str]:
        """The flights that a cover which is named went up on, or else was made for."""
        covers = [self._knowledge.thing(thing) for thing in self.things("self")]
        for name in ("up", "about"):
            facts = [f for cover in covers for f in facts_of(self._knowledge, cover, name)]
            found = [str(fact.value) for fact in facts if str(fact.value) in self._knowledge]
            if found:
                return found
        return []

    @property
    def is_carried(self) -> bool:
        """Whether the item is said to have flown, and not only to be for a flight."""
        return any(c.field in {"up", "down", "flew"} for c in self.where)

    def lines(self) -> list[str]:
        """The programmes of the flights; of no single flight where only a line is named."""
        flights = self.missions()
        if flights:
            return list(dict.fromkeys(mission.programme for mission in flights))
        named = [self._knowledge.thing(t) for t in self.things("about", "commemorates", "up")]
        lines = [n.programme if isinstance(n, Variant) else n.id for n in named if _is_line(n)]
        return list(dict.fromkeys(lines))

    def days(self) -> list[Day]:
        """The days that are claimed, whatever they are said to be the days of."""
        dated = [c for c in self.where if c.field in DAYS and c.op == "is"]
        return [c.day for c in dated if c.day is not None]

    def events(self) -> list[str]:
        """The events that the postmark or the cover is said to be for, such as "launch"."""
        return [c.text for c in self.where if c.field in EVENTS and c.text]

    def offices(self) -> list[str]:
        """The places whose postmark is claimed, by name or by a mark of theirs; not the station."""
        named = [t for t in self.things("strike_place") if t != "iss"]
        return named or [m.place for m in self.marks() if m.place and self._is_place(m.place)]

    def marks(self) -> list[Mark]:
        """The marks that the item is said to bear."""
        records = [self._knowledge.thing(thing) for thing in self.things("marks")]
        return [record for record in records if isinstance(record, Mark)]

    @property
    def is_struck_on_board(self) -> bool:
        """Whether it is said to be postmarked or marked on the station."""
        on_board = any(mark.place == "iss" for mark in self.marks())
        return on_board or "iss" in self.things("strike_place")

    def days_of(self, mission: Mission, names: Iterable[str]) -> list[Fact]:
        """The facts of these events of a flight that are days."""
        found = [fact for name in names for fact in facts_of(self._knowledge, mission, name)]
        return [fact for fact in found if isinstance(fact.value, Day)]

    def _is_place(self, thing: str) -> bool:
        return isinstance(self._knowledge.get(thing), Place)


def _is_line(record: object) -> bool:
    return isinstance(record, Programme | Variant)
