"""What a sum or a rank leaves out: named, and with its figure where another one is on record.

A figure of another kind (25 flown, where print runs are added), of a series (fewer than 10 each) or
of pieces that may be counted already (25 of unknown origin) is known, but cannot be added.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.answers.covers import CoverWords
from bot.answers.draft import Draft
from bot.answers.select import Match, Selector, is_bag, items_of
from bot.knowledge.facts import Fact
from bot.knowledge.reading.covers import lots_of
from bot.knowledge.records import Cover
from bot.knowledge.values import Count

_MOST_FIGURES = 4
_MOST_NAMES = 3
_MOST_CLAIMS = 2
# What shows that a cover is one of those counted, though nothing tells how many there are of it.
_PROOFS = {
    "flown": "flew",
    "returned": "down",
    "signed": "signed_by",
    "marked": "marks",
    "numbered": "numbering",
}


@dataclass(frozen=True)
class Summed:
    """What was added up: the quantity, all covers asked for, and which of them are in the sum.

    `asked` is the quantity that was asked for, where that is another one ("how many in all");
    `parts_told` says that all figures of those in the sum are told anyway, also of some pieces.
    """

    field: str
    matches: list[Match]
    added: set[str]
    asked: str = ""
    parts_told: bool = False


class LeftOut:
    """Names what figures leave out."""

    def __init__(self, selector: Selector) -> None:
        """Tell of what `selector` finds."""
        self._selector = selector
        self._knowledge = selector.knowledge
        self._words = CoverWords(selector)

    # --- sums ---------------------------------------------------------------------------------

    def addends(self, match: Match, facts: list[Fact]) -> list[Fact]:
        """Of the facts of one quantity of an item those to add: its own, and pieces beside it."""
        if is_bag(match.thing) or is_series(match):
            return []
        own = [f for f in facts if not f.lot][:1]
        return own + [fact for fact in facts if fact.lot and self._lies_beside(match, fact)]

    def _lies_beside(self, match: Match, fact: Fact) -> bool:
        """Whether the pieces of a lot are further ones, and not some of those counted."""
        assert isinstance(match.thing, Cover)
        lots = lots_of(self._knowledge, match.thing)
        return any(lot.id == fact.lot and lot.beside is not None for lot in lots)

    def of_sum(self, summed: Summed, draft: Draft) -> None:
        """Say what a sum leaves out of what was asked for.

        What lies in a folder that is counted is left out of nothing: it is the same edition.
        """
        held = held_within(m for m in summed.matches if m.thing.id in summed.added)
        figures = []
        bare = []
        for match in summed.matches:
            told = match.thing.id in summed.added
            if match.thing.id in held or (told and summed.parts_told):
                continue
            counted = self._is_counted(match, summed.asked or summed.field)
            facts = self._not_added(match, summed.field, told=told or not counted)
            if facts:
                figures.append(self._figure(match, facts))
                draft.add_context(facts)
            elif counted and not told and self._belongs(match, summed):
                bare.append(self._label(match))
        if figures:
            draft.say(f"Left out, as it cannot be added: {_some(figures, _MOST_FIGURES)}.")
        if bare:
            draft.say(f"Left out for want of a figure: {_some(bare, _MOST_NAMES)}.")

    def _not_added(self, match: Match, field: str, *, told: bool) -> list[Fact]:
        """What is known of a match, but not added: parts of it, or figures of another kind."""
        facts = self._selector.facts(match, field)
        parts = [f for f in facts if f.lot and not self._lies_beside(match, f)]
        if told or parts or is_bag(match.thing):
            return parts
        other = self._selector.facts(Match(match.thing), "quantity")
        other = [f for f in other if not f.lot and f.field != "designs"]
        return [f for f in other if f.field == other[0].field][:_MOST_CLAIMS]

    def lacking(self, summed: Summed) -> list[Match]:
        """The covers that the quantity counts, but that have no figure and are in no sum."""
        return [
            match
            for match in summed.matches
            if match.thing.id not in summed.added
            and self._is_counted(match, summed.field)
            and self._belongs(match, summed)
        ]

    def _belongs(self, match: Match, summed: Summed) -> bool:
        """Whether a cover without a figure is no example of an edition in the sum."""
        editions = (m.thing for m in summed.matches if m.thing.id in summed.added)
        alike = any(_is_example_of(match.thing, edition) for edition in editions)
        return not (alike or is_bag(match.thing))

    def _is_counted(self, match: Match, field: str) -> bool:
        """Whether a cover is one of those that a quantity counts: flown, signed ..."""
        if field == "postmarked":
            places = self._selector.facts(Match(match.thing), "strike_place")
            return any(fact.value == "iss" for fact in places)
        proof = _PROOFS.get(field)
        return proof is None or bool(self._selector.facts(Match(match.thing), proof))

    # --- ranks --------------------------------------------------------------------------------

    def of_rank(
        self, ranked: list[Match], missing: list[Match], last: Fact, order: str, draft: Draft
    ) -> None:
        """Say which figures that are left out of a rank could come before the last one told.

        Of a cover that is ranked these are the further pieces beside it.
        """
        apart = [(match, fact) for match in ranked for fact in self.further(match)]
        apart += [(m, f) for m in items_of(missing) for f in self._figures(m) if not f.lot]
        apart += [(match, fact) for match in missing for fact in self.further(match)]
        ahead = [(match, fact) for match, fact in apart if _beats(fact.value, last.value, order)]
        ahead.sort(key=lambda pair: _size(pair[1].value), reverse=order == "desc")
        best = list({match.thing.id: (match, fact) for match, fact in reversed(ahead)}.values())
        draft.add_context(fact for _, fact in best)
        if best:
            told = [self._figure(match, [fact]) for match, fact in reversed(best)]
            draft.say(f"Left out, though it may come before: {_some(told, _MOST_FIGURES)}.")

    def _figures(self, match: Match) -> list[Fact]:
        """What is recorded of the number of pieces of a cover, whatever it counts."""
        facts = self._selector.facts(match, "quantity")
        return [fact for fact in facts if fact.field != "designs"]

    def further(self, match: Match) -> list[Fact]:
        """The figures of further pieces beside a cover."""
        if not isinstance(match.thing, Cover):
            return []
        return [f for f in self._figures(match) if f.lot and self._lies_beside(match, f)]

    def of_series(self, series: list[Match], draft: Draft) -> None:
        """Say what is recorded of series, where no single cover has a figure to be ranked by."""
        for match in series:
            facts = self._figures(match)
            draft.say(f"{self._figure(match, facts)}." if facts else "")
            draft.add_context(facts)

    # --- words --------------------------------------------------------------------------------

    def _figure(self, match: Match, facts: list[Fact]) -> str:
        """As in "ATV-2: La Marianne launch cover: 600 covers issued"."""
        told = self._words.phrases(match, {"quantity": facts})
        return f"{self._label(match)}: {', '.join(told)}"

    def _label(self, match: Match) -> str:
        assert isinstance(match.thing, Cover)
        return self._words.label(match.thing)


def is_series(match: Match) -> bool:
    """Whether it stands for many editions, so that its figure is no single one."""
    return isinstance(match.thing, Cover) and match.thing.kind == "series"


def held_within(folders: Iterable[Match]) -> set[str]:
    """What lies in these folders: counted with them, it would be counted twice."""
    return {part for m in folders if isinstance(m.thing, Cover) for part in m.thing.contains}


def _is_example_of(thing: object, edition: object) -> bool:
    """Whether a single known piece is of the maker and flight of an edition: perhaps one of it."""
    if not (isinstance(thing, Cover) and isinstance(edition, Cover)) or thing.kind != "specimen":
        return False
    if thing.id in edition.members:
        return True
    flights = set(thing.commemorates) & set(edition.commemorates)
    makers = {c.value for c in thing.issuer} & {c.value for c in edition.issuer}
    return bool(flights and makers)


def _beats(value: object, first: object, order: str) -> bool:
    """Whether a figure may be smaller, or larger, than that of the first of a rank."""
    if not (isinstance(value, Count) and isinstance(first, Count)):
        return False
    if order == "asc":
        return value.lowest < first.highest
    return value.highest > first.lowest


def _size(value: object) -> float:
    """By what figures are put in order: the lowest number that they allow."""
    return value.lowest if isinstance(value, Count) else 0


def _some(items: list[str], most: int) -> str:
    """The first items, and how many more there are."""
    more = f" and {len(items) - most} more" if items[most:] else ""
    return "; ".join(items[:most]) + more
