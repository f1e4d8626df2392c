"""Answering whether there are any such covers, where none is recorded.

Covers are an open list, so that there is no "no": "did Thales issue covers for ATV-3?" is told that
none is recorded, what is recorded for ATV-3 and by Thales, and what is usual for such flights.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.answers import say
from bot.answers.conditions import describe_conditions
from bot.answers.covers import CoverWords
from bot.answers.draft import Draft
from bot.answers.select import Match, Selector, items_of
from bot.answers.sentences import LABELS
from bot.answers.things import predicate, sentence
from bot.knowledge.facts import Fact
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Cover, Mission, Practice, Programme, Record, Variant
from bot.questions.query import Condition, Query

_MOST_NAMED = 3
_MOST_VALUES = 8
# What is usual for a line of ships, by the field of covers that it speaks of.
_USUAL = {
    "strike_place": "postmark_places",
    "by_party": "cachet_makers",
    "issuer": "cachet_makers",
    "maker": "cachet_makers",
}
_TOLD_ELSEWHERE = {"by_party", "issuer", "maker", "reached"}
_OF_THE_FLIGHT = {"about", "up", "commemorates"}


class Existence:
    """What goes with "none is recorded"."""

    def __init__(self, selector: Selector) -> None:
        """Tell what `selector` finds."""
        self._selector = selector
        self._knowledge = selector.knowledge
        self._words = CoverWords(selector)

    def forerunners(self, query: Query) -> list[Match]:
        """Covers that are so, carried by a ship that has no record here, such as Progress 33."""
        flights = [c for c in query.where if c.field in _OF_THE_FLIGHT]
        rest = tuple(c for c in query.where if c not in flights)
        lines = [r.name for r in self._flights(query) if isinstance(r, Programme)]
        return [
            match
            for match in items_of(self._selector.select("cover", (*rest, *query.claim)))
            for fact in self._selector.facts(match, "up")
            if str(fact.value).startswith(tuple(f"{line} " for line in lines))
        ]

    def usual(self, query: Query, draft: Draft) -> list[Fact]:
        """What is usual for the flights asked about, of that which is claimed: said and stated."""
        told = []
        for condition in query.claim:
            for thing in self._flights(query):
                facts = self._usual(thing, condition)
                seen = [fact for fact in facts if self._was_seen(fact)]
                if seen or facts:
                    text = predicate(self._knowledge, thing, facts[0].field, seen or facts)
                    draft.say(sentence(self._knowledge, thing, [text]))
                draft.state(seen)
                draft.add_context(fact for fact in facts if fact not in seen)
                told += seen
        return told

    def others(self, query: Query, matches: list[Match], draft: Draft) -> None:
        """Say what is recorded of covers of the kind asked about, and where the claim is so."""
        for condition in query.claim:
            draft.say(*self._known(condition, matches, draft))
            draft.say(*self._without_place(condition, matches))
            draft.say(*self._elsewhere(query, condition, draft))

    def _known(self, condition: Condition, matches: list[Match], draft: Draft) -> Iterator[str]:
        """The values on record: one by one those of a few covers, else all of them summed up."""
        facts = {m.thing.id: self._selector.facts(m, condition.field) for m in matches}
        known = [m for m in items_of(matches) if facts[m.thing.id]]
        draft.add_context(f for m in known[:_MOST_NAMED] for f in facts[m.thing.id])
        if len(known) > _MOST_NAMED:
            values = (f.value for m in known for f in facts[m.thing.id])
            names = list(dict.fromkeys(say.value(self._knowledge, value) for value in values))
            more = [f"{len(names) - _MOST_VALUES} more"] if names[_MOST_VALUES:] else []
            label = LABELS.get(condition.field, condition.field)
            yield f"On record as {label}: {say.listed([*names[:_MOST_VALUES], *more])}."
            return
        for match in known:
            told = self._words.phrases(match, {condition.field: facts[match.thing.id]})
            yield f"Recorded: {self._label(match)}: {'; '.join(told)}."

    def _without_place(self, condition: Condition, matches: list[Match]) -> Iterator[str]:
        """Covers with a postmark whose place is not told: it may be the one asked about."""
        if condition.field != "strike_place":
            return
        for match in [*items_of(matches), *self._series_of(matches)]:
            strikes = getattr(match.thing, "strikes", ())
            if strikes and all(strike.place is None for strike in strikes):
                notes = dict.fromkeys(strike.note for strike in strikes if strike.note)
                yield f"Without a place on record: {self._label(match)} ({'; '.join(notes)})."

    def _series_of(self, matches: list[Match]) -> list[Match]:
        """The series that the covers belong to, which tell what all of them have in common."""
        told = {match.thing.id for match in matches}
        series = [cover for cover in self._knowledge.all(Cover) if cover.kind == "series"]
        return [Match(s) for s in series if s.id not in told and told & {*s.members}]

    def _elsewhere(self, query: Query, condition: Condition, draft: Draft) -> Iterator[str]:
        """As of "Airbus covers for ATV-1": those that Airbus made for other flights."""
        if condition.field not in _TOLD_ELSEWHERE or condition.op != "is":
            return
        form = tuple(c for c in query.where if c.field == "form")
        found = items_of(self._selector.select("cover", (*form, condition)))
        if not found:
            return
        what = describe_conditions(
            self._knowledge, query.model_copy(update={"where": (*form, condition)})
        )
        names = [self._label(match) for match in found[:_MOST_NAMED]]
        more = [f"{len(found) - _MOST_NAMED} more"] if found[_MOST_NAMED:] else []
        yield f"Other {what}: {say.listed([*names, *more])}."
        facts = (self._selector.facts(match, condition.field) for match in found[:_MOST_NAMED])
        draft.add_context(f for own in facts for f in own if self._selector.holds(f, condition))

    def _flights(self, query: Query) -> list[Record]:
        """The flights or lines of ships that are asked about."""
        things = (t for c in query.where if c.field in _OF_THE_FLIGHT for t in c.things)
        records = (self._knowledge.thing(thing) for thing in dict.fromkeys(things))
        return [r for r in records if isinstance(r, Mission | Programme | Variant)]

    def _usual(self, thing: Record, condition: Condition) -> list[Fact]:
        """The practices that the claim is about; makers are told of whole lines of ships only."""
        name = _USUAL.get(condition.field, "")
        if isinstance(thing, Variant):
            thing = self._knowledge.thing(thing.programme)
        if isinstance(thing, Mission) and name == "cachet_makers":
            return []
        found = facts_of(self._knowledge, thing, name)
        return [fact for fact in found if self._selector.holds(fact, condition)]

    def _was_seen(self, fact: Fact) -> bool:
        """Whether a practice is told of covers that exist, and not only recommended."""
        practice = self._knowledge.get(fact.entry)
        return isinstance(practice, Practice) and practice.status == "observed"

    def _label(self, match: Match) -> str:
        assert isinstance(match.thing, Cover)
        return self._words.label(match.thing)
