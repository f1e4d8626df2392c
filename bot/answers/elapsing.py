"""Answering how much time lies between two events of flights."""

from __future__ import annotations

from bot.answers import say
from bot.answers.draft import Draft
from bot.answers.select import Match, Selector
from bot.answers.sentences import LABELS
from bot.answers.things import predicate
from bot.knowledge.facts import Fact
from bot.knowledge.values import Day, time_between
from bot.questions.query import Query


class Elapsing:
    """Tells two days and the time between them."""

    def __init__(self, selector: Selector) -> None:
        """Tell the days that `selector` finds."""
        self._selector = selector
        self._knowledge = selector.knowledge

    def answer(self, query: Query, draft: Draft) -> str:
        """Fill `draft` with both events and the time between them; returns the status."""
        days: list[Day] = []
        for field, side in zip(query.fields, query.groups, strict=True):
            flight = self._knowledge.thing(side[0].things[0])
            facts = [f for f in self._selector.facts(Match(flight), field) if _is_day(f)]
            name = say.name(self._knowledge, flight.id)
            if not facts:
                draft.say(f"No {LABELS[field]} is recorded for {name}.")
                continue
            draft.say(f"{name} {predicate(self._knowledge, flight, field, facts)}.")
            draft.state(facts)
            draft.about(flight.id)
            known = sorted(facts, key=lambda fact: not fact.preferred)
            days += [known[0].value] if isinstance(known[0].value, Day) else []
        if len(days) == len(query.fields):
            draft.say(_between(*sorted(days, key=lambda day: day.start)))
        return "answered" if days else "not_recorded"


def _is_day(fact: Fact) -> bool:
    return isinstance(fact.value, Day)


def _between(first: Day, last: Day) -> str:
    """The time between two days in a sentence, as far as their precision tells it."""
    time = time_between(first, last)
    if time is None:
        return "The days are not known well enough to tell the time between them."
    return f"Between them: {say.duration(time)}."
