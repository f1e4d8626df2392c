"""Comparing how many pieces there are on several sides: flights, makers, cards and covers."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers import say
from bot.answers.conditions import describe_conditions
from bot.answers.covers import DONE
from bot.answers.draft import Draft
from bot.answers.leftout import LeftOut, Summed, held_within, is_series
from bot.answers.select import Match, Selector, items_of
from bot.answers.values import Row, Values, added_up
from bot.knowledge.facts import EVERYTHING, Fact
from bot.knowledge.values import Count
from bot.questions.query import Condition, Query

CANNOT_TELL = "From the recorded figures it can't be told."
_SIDES_TOLD = 12
_TWO = 2
_MOST = {  # the order, and whether there are but two sides
    ("desc", True): "more",
    ("asc", True): "fewer",
    ("desc", False): "the most",
    ("asc", False): "the fewest",
}


@dataclass(frozen=True)
class PieceSum:
    """One side: what it is of, the pieces found on it by form, and the covers they are of."""

    condition: Condition
    name: str
    sums: dict[str, Count]
    matches: tuple[Match, ...]
    added: tuple[Match, ...]
    missing: tuple[Match, ...]  # covers that would count, without a figure
    rows: tuple[Row, ...] = ()
    further: float = 0  # pieces beside those, of which nobody says that they are counted

    @property
    def whole(self) -> Count:
        """All pieces of the side that have a figure."""
        return added_up(self.sums.values())

    @property
    def fewest(self) -> float:
        """How many they are at least."""
        return self.whole.lowest if self.sums else 0

    @property
    def most(self) -> float:
        """How many they are at most; no limit where a cover has no figure."""
        if self.missing or not self.sums:
            return float("inf")
        return self.whole.highest + self.further


class PieceSums:
    """Answers that compare sums: "which ATV carried the most covers"."""

    def __init__(self, selector: Selector, values: Values) -> None:
        """Add up what `selector` finds."""
        self._selector = selector
        self._knowledge = selector.knowledge
        self._values = values
        self._left = LeftOut(selector)

    def compare(self, query: Query, draft: Draft) -> str:
        """Fill `draft` with the sum of every side; returns the status."""
        field = query.fields[0]
        sides = [self._side(query, group[0], field) for group in query.groups]
        told = [side for side in sides if side.sums]
        if not told:
            what = describe_conditions(self._knowledge, query)
            draft.say(f"No number {DONE[field]} is recorded here for {what}.")
            return "not_recorded"
        if query.order:
            told.sort(key=lambda side: side.whole.lowest, reverse=query.order == "desc")
            self._say_verdict(query, sides, told, draft)
        for side in told[:_SIDES_TOLD]:
            parts = say.listed(say.pieces(count, form) for form, count in side.sums.items())
            draft.say(f"- {say.capital(side.name)}: {parts} {DONE[field]}")
            draft.state([self._fact(query, side, field)])
            draft.about(*(side.condition.things or (m.thing.id for m in side.added)))
            asked = query.model_copy(update={"fields": (field,)})
            self._values.add_beside(asked, [*side.rows], draft)
        self._say_left_out(sides, field, draft)
        return "answered"

    def _side(self, query: Query, side: Condition, field: str) -> PieceSum:
        matches = self._selector.select(query.kind, (*query.where, side))
        items = [m for m in items_of(matches) if not is_series(m)]
        held = held_within(m for m in items if self._selector.facts(m, field))
        rows = self._values.rows([m for m in items if m.thing.id not in held], (field,))
        sums = self._values.totals(rows, field)
        added = [r.match for r in rows if self._left.addends(r.match, r.facts[field])]
        done = {match.thing.id for match in added} | held
        summed = Summed(field, [m for m in matches if m.thing.id not in done], done)
        missing = self._left.lacking(summed)
        beside = [fact.value for match in added for fact in self._left.further(match)]
        further = sum(value.highest for value in beside if isinstance(value, Count))
        named = (say.name(self._knowledge, thing) for thing in side.things)
        name = next(named, say.word_plural(side.text or "cover"))
        return PieceSum(
            side, name, sums, tuple(matches), tuple(added), tuple(missing), tuple(rows), further
        )

    # --- the verdict --------------------------------------------------------------------------

    def _say_verdict(
        self, query: Query, sides: list[PieceSum], told: list[PieceSum], draft: Draft
    ) -> None:
        """Which side has the most, as far as the figures tell; of a claim, whether it holds."""
        if query.limit is not None:
            self._say_whether(query, sides, draft)
            return
        first, rest = told[0], told[1:]
        sure = all(_surely_first(first, side, query.order) for side in rest)
        level = [
            side
            for side in rest
            if side.whole == first.whole and first.whole.exact
            if not (side.further or first.further)
        ]
        clear = all(_is_first(first.whole, s.whole, query.order) for s in rest if s not in level)
        if not clear or (not sure and len(sides) == _TWO):
            draft.say(CANNOT_TELL)
            return
        leaders = [first, *level]
        names = say.listed(s.name if s.condition.things else f"the {s.name}" for s in leaders)
        has = "has" if first.condition.things and not level else "have"
        alike = ", equally many" if level else ""
        unsure = not sure and any(side.missing for side in sides)
        known = "of those with a figure here, " if unsure else "as far as recorded here, "
        most = _MOST[query.order or "desc", len(sides) == _TWO]
        draft.say(say.capital(f"{known}{names} {has} {most}{alike}."))

    def _say_whether(self, query: Query, sides: list[PieceSum], draft: Draft) -> None:
        """Yes, no, or that it cannot be told, of the claim that the first side has more."""
        claimed, other = sides
        holds = _surely_first(claimed, other, query.order)
        level = claimed.fewest == claimed.most == other.fewest == other.most
        if not (holds or level or _surely_first(other, claimed, query.order)):
            draft.say(CANNOT_TELL)
            return
        draft.say("Yes." if holds else "No.")
        source = tuple(dict.fromkeys(s for m in claimed.added for s in m.thing.source))[:_TWO]
        subject = _subject(claimed.condition, query)
        draft.state([Fact(subject, "check", "yes" if holds else "no", source)])

    def _fact(self, query: Query, side: PieceSum, field: str) -> Fact:
        """The sum of one side, worked out from the figures of its covers."""
        facts = [
            fact
            for match in side.added
            for fact in self._left.addends(match, list(self._selector.facts(match, field)))
        ]
        source = tuple(dict.fromkeys(s for fact in facts for s in fact.source))
        names = tuple(f"{match.thing.id}.{field}" for match in side.added)
        subject = _subject(side.condition, query)
        return Fact(subject, field, side.whole, source, inferred=True, derived_from=names)

    def _say_left_out(self, sides: list[PieceSum], field: str, draft: Draft) -> None:
        """What has no figure that could be added, on whichever side."""
        matches = [match for side in sides for match in side.matches]
        added = {match.thing.id for side in sides for match in side.added}
        self._left.of_sum(Summed(field, matches, added), draft)


def _subject(side: Condition, query: Query) -> str:
    """What a sum is of: the side itself, or for cards and covers the flight that took them."""
    named = [t for c in (side, *query.where) for t in c.things]
    return named[0] if named else EVERYTHING


def _is_first(first: Count, other: Count, order: str | None) -> bool:
    """Whether the first sum is the larger one, or the smaller, of what has a figure."""
    if order == "asc":
        return first.highest < other.lowest
    return first.lowest > other.highest


def _surely_first(first: PieceSum, other: PieceSum, order: str | None) -> bool:
    """The same, whatever the covers without a figure may add."""
    if order == "asc":
        return first.most < other.fewest
    return first.fewest > other.most
