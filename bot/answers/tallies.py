"""Comparing how many there are on several sides: flights of lines, losses, covers."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers import say
from bot.answers.conditions import describe_conditions
from bot.answers.draft import Draft
from bot.answers.select import Selector
from bot.knowledge.facts import EVERYTHING, Fact
from bot.knowledge.values import Count, Day
from bot.questions.query import Query

_TWO = 2
_SIDES_TOLD = 8


@dataclass(frozen=True)
class Side:
    """One side of a comparison: what it is of (a thing or a year), and what was found on it."""

    thing: str
    name: str
    found: tuple[str, ...]
    source: tuple[str, ...]

    @property
    def is_year(self) -> bool:
        """Whether it is a year, in which things are counted, and no thing that has them."""
        return self.thing == EVERYTHING


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
        most = len(sides[0].found)
        told = [s for s in sides if not s.is_year or len(s.found) == most]
        draft.state(
            Fact(s.thing, "count", Count.of(len(s.found)), s.source, derived_from=s.found)
            for s in told
        )
        about = (s.found if s.is_year else (s.thing,) for s in told[:_SIDES_TOLD])
        draft.about(*(thing for things in about for thing in things))
        draft.say(self._verdict(query, sides))
        draft.say(*(f"- {s.name}: {say.number(len(s.found))}" for s in sides[:_SIDES_TOLD]))
        draft.say(f"... and {len(sides) - _SIDES_TOLD} more." if sides[_SIDES_TOLD:] else "")
        draft.say("Cargo flights only." if sides[0].is_year else "")
        return "answered"

    def _sides(self, query: Query) -> list[Side]:
        """What is on every side; of more than two sides those with nothing are left out."""
        sides = []
        for group in query.groups:
            matches = self._selector.select(query.kind, (*query.where, *group))
            counts = self._selector.supplies if not group[0].things else bool
            found = [match.thing for match in matches if counts(match.thing)]
            source = tuple(dict.fromkeys(s for thing in found for s in thing.source))[:_TWO]
            named = [say.name(self._knowledge, thing) for thing in group[0].things]
            name = named[0] if named else say.day(group[0].day or Day.of(2000))
            subject = (*group[0].things, EVERYTHING)[0]
            side = Side(subject, name, tuple(thing.id for thing in found), source)
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
        names = say.listed(side.name for side in first)
        verb = "has" if len(first) == 1 else "have"
        if len(sides) == _TWO:
            apart = abs(number - len(sides[1].found))
            more = "fewer" if query.order == "asc" else "more"
            other = sides[1].name
            return f"{names} {verb} {more} {noun} on record here than {other}, by {apart}."
        most = "fewest" if query.order == "asc" else "most"
        return f"{names} {verb} the {most} {noun} on record here: {say.number(number)}."
