"""Comparing how many there are on several sides: flights of lines, losses, covers."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers import say
from bot.answers.conditions import describe_conditions
from bot.answers.draft import Draft
from bot.answers.select import Selector
from bot.knowledge.facts import Fact
from bot.knowledge.values import Count
from bot.questions.query import Query

_TWO = 2
_SIDES_TOLD = 8


@dataclass(frozen=True)
class Side:
    """One side of a comparison: what it is of, and what was found on it."""

    thing: str
    found: tuple[str, ...]
    source: tuple[str, ...]


class Tallies:
    """Answers that compare counts: "more losses, Progress or Dragon?"."""

    def __init__(self, selector: Selector) -> None:
        """Count what `selector` finds."""
        self._selector = selector
        self._knowledge = selector.knowledge

    def compare(self, query: Query, draft: Draft) -> str:
        """Fill `draft` with the count of every side, the largest first; returns the status."""
        sides = self._sides(query)
        sides.sort(key=lambda side: len(side.found), reverse=query.order != "asc")
        if not sides:
            draft.say("None on record here.")
            return "not_recorded"
        draft.state(
            Fact(s.thing, "count", Count.of(len(s.found)), s.source, derived_from=s.found)
            for s in sides
        )
        draft.about(*(side.thing for side in sides[:_SIDES_TOLD]))
        draft.say(self._verdict(query, sides))
        draft.say(*(f"- {self._name(s)}: {say.number(len(s.found))}" for s in sides[:_SIDES_TOLD]))
        return "answered"

    def _sides(self, query: Query) -> list[Side]:
        """What is on every side; of more than two sides those with nothing are left out."""
        sides = []
        for group in query.groups:
            found = [m.thing for m in self._selector.select(query.kind, (*query.where, *group))]
            source = tuple(dict.fromkeys(s for thing in found for s in thing.source))[:_TWO]
            side = Side(group[0].things[0], tuple(thing.id for thing in found), source)
            if found or len(query.groups) == _TWO:
                sides.append(side)
        return sides

    def _verdict(self, query: Query, sides: list[Side]) -> str:
        """Which side has the most, or that several have."""
        noun = describe_conditions(self._knowledge, query)
        number = len(sides[0].found)
        first = [side for side in sides if len(side.found) == number]
        if len(first) == len(sides) > 1:
            return f"They are equal in {noun}, as far as recorded here: {number} each."
        names = say.listed(self._name(side) for side in first)
        verb = "has" if len(first) == 1 else "have"
        if len(sides) == _TWO:
            apart = abs(number - len(sides[1].found))
            more = "fewer" if query.order == "asc" else "more"
            other = self._name(sides[1])
            return f"{names} {verb} {more} {noun} on record here than {other}, by {apart}."
        most = "fewest" if query.order == "asc" else "most"
        return f"{names} {verb} the {most} {noun} on record here: {say.number(number)}."

    def _name(self, side: Side) -> str:
        return say.name(self._knowledge, side.thing)
