"""Answering for values: what is this field of these things."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from bot.answers import say
from bot.answers.covers import INHERITED, CoverWords
from bot.answers.draft import Draft
from bot.answers.gaps import Gaps
from bot.answers.leftout import LeftOut, Summed, held_within
from bot.answers.select import Match, Selector, is_bag
from bot.answers.sentences import LABELS
from bot.answers.statements import statement_facts, statement_line
from bot.answers.things import predicate, sentence
from bot.knowledge.facts import Fact, merged
from bot.knowledge.fields import FIELDS, QUANTITIES, facts_of
from bot.knowledge.reading.covers import lots_of
from bot.knowledge.records import Cover, Expedition
from bot.knowledge.values import Count
from bot.questions.conditions import SELF
from bot.questions.query import Condition, Query

_MOST_LINES = 8
# "Marked on board" is said of pieces with the postmark of the station as well.
_MARKED = Condition(field="marks", op="recorded")
_POSTMARKED = Condition(field="strike_place", things=("iss",))
# What each piece of a cover bears that is so described.
_BORNE = {"signed_by", "signer_role", "strike_place", "strike_day", "marks"}
_MOST_OTHERS = 6  # covers named that have no figure
_MOST_NAMED = 15  # things that follow-ups can refer to: a crew


@dataclass(frozen=True)
class Row:
    """One thing with the facts of the fields asked for."""

    match: Match
    facts: dict[str, list[Fact]]

    @property
    def all(self) -> list[Fact]:
        """Every fact of the row."""
        return [fact for facts in self.facts.values() for fact in facts]


class Values:
    """Answers of the kinds value and total."""

    def __init__(self, selector: Selector) -> None:
        """Answer from what `selector` finds."""
        self._selector = selector
        self._knowledge = selector.knowledge
        self._words = CoverWords(selector)
        self._gaps = Gaps(selector)
        self._left = LeftOut(selector)

    def answer(self, query: Query, draft: Draft) -> str:
        """Fill `draft` with the answer to a value question; returns its status."""
        matches = self._selector.select(query.kind, query.where)
        if not matches and any(c == _MARKED for c in query.where):
            postmarked = tuple(_POSTMARKED if c == _MARKED else c for c in query.where)
            matches = self._selector.select(query.kind, postmarked)
        if not matches and query.kind == "programme":
            matches = self._flights_of(query)
        rows = self.rows(matches, query.fields) or self._of_members(matches, query.fields)
        if not rows or self._asks_whose(query, matches):
            return self._gaps.answer(query, matches, draft)
        draft.about(*(row.match.thing.id for row in rows))
        for row in rows:
            draft.state(row.all)
        named = [f.value for row in rows for f in row.all if isinstance(f.value, str)]
        draft.about(*(name for name in named[:_MOST_NAMED] if name in self._knowledge))
        if query.kind == "cover":
            self._say_covers(query, rows, draft)
        else:
            self._say_things(query, rows, draft)
        return "answered"

    def _flights_of(self, query: Query) -> list[Match]:
        """The flights of a line of which it is so: "tracking postmarks of ATV" are of some."""
        lines = [c for c in query.where if c.field == SELF and c.op == "is"]
        rest = tuple(c for c in query.where if c not in lines)
        if not lines or not all(("mission", c.field) in FIELDS for c in rest):
            return []
        of_lines = (Condition(field="programme", things=c.things) for c in lines)
        found = self._selector.select("mission", (*of_lines, *rest))
        return [match for match in found if self._selector.facts(match, *query.fields)]

    def _of_members(self, matches: list[Match], fields: tuple[str, ...]) -> list[Row]:
        """What is recorded of the pieces of a series, where the series itself does not tell it."""
        if len(matches) != 1 or getattr(matches[0].thing, "kind", "") != "series":
            return []
        members = getattr(matches[0].thing, "members", ())
        return self.rows([Match(self._knowledge.thing(member)) for member in members], fields)

    def _asks_whose(self, query: Query, matches: list[Match]) -> bool:
        """Whether it asks who made pieces that the source gives to nobody."""
        lots = [m for m in matches if m.lots is not None and is_bag(m.thing)]
        return bool(lots) and bool(set(query.fields) & {"by_party", "issuer", "maker"})

    def rows(self, matches: list[Match], fields: tuple[str, ...]) -> list[Row]:
        """The matches that have any of the fields, each way home told once."""
        rows = [
            Row(match, {name: self._selector.facts(match, name) for name in fields})
            for match in matches
        ]
        rows = [row for row in rows if row.all]
        return _without_repeats(rows) if set(fields) & INHERITED else _items_first(rows)

    # --- covers -------------------------------------------------------------------------------

    def _say_covers(self, query: Query, rows: list[Row], draft: Draft) -> None:
        said: dict[str, list[str]] = {}
        for row in rows:
            assert isinstance(row.match.thing, Cover)
            phrases = self._words.phrases(row.match, row.facts)
            text = " ".join(["; ".join(phrases), *self._tally(query, row, draft)])
            said.setdefault(text, []).append(self._words.label(row.match.thing))
        total = self._total_line(query, rows)
        if total and len(said) > 1:
            draft.say(total)
        counted = all(name in {*QUANTITIES, "quantity"} for name in query.fields)
        lines = [
            f"{say.capital(say.listed(labels))}{', each' if counted and len(labels) > 1 else ''}: "
            f"{text}."
            for text, labels in said.items()
        ]
        self._put_lines(lines, draft, as_list=bool(total) or len(lines) > 1)
        self.add_beside(query, rows, draft)
        self._add_missing(query, rows, draft)
        self._add_without_figure(query, rows, draft)
        self._add_left_out(query, rows, draft)

    def _put_lines(self, lines: list[str], draft: Draft, *, as_list: bool) -> None:
        marker = "- " if as_list and len(lines) > 1 else ""
        draft.say(*(f"{marker}{line}" for line in lines[:_MOST_LINES]))
        if len(lines) > _MOST_LINES:
            draft.say(f"... and {len(lines) - _MOST_LINES} more on record here.")

    def _total_line(self, query: Query, rows: list[Row]) -> str:
        """The sum over several items, by form, where adding is right."""
        if len(query.fields) != 1 or query.fields[0] not in {"flown", "issued", "returned"}:
            return ""
        held = held_within(row.match for row in rows)
        apart = [row for row in rows if row.match.thing.id not in held]
        sums = self.totals(apart, query.fields[0])
        if not sums or len(apart) < 2:
            return ""
        parts = [say.pieces(count, form) for form, count in sums.items()]
        text = f"{say.capital(say.listed(parts))} {query.fields[0]}, as far as recorded here"
        if len(sums) > 1:
            text += f": {say.count(added_up(sums.values()))} pieces in all"
        if len(apart) < len(rows):
            text += "; what lies in a folder is not added again"
        return f"{text}."

    def totals(self, rows: list[Row], field: str) -> dict[str, Count]:
        """Sums by form over items, each once; lots count only where they lie beside their item."""
        sums: dict[str, Count] = {}
        for row in rows:
            for fact in self._left.addends(row.match, row.facts.get(field, [])):
                if isinstance(row.match.thing, Cover) and isinstance(fact.value, Count):
                    form = row.match.thing.piece_form
                    sums[form] = sums[form].plus(fact.value) if form in sums else fact.value
        return sums

    def add_beside(self, query: Query, rows: list[Row], draft: Draft) -> None:
        """Further pieces beside an item belong to the whole picture of its figures."""
        if not set(query.fields) & {"flown", "issued", "quantity"}:
            return
        for row in rows:
            if not isinstance(row.match.thing, Cover) or row.match.lots is not None:
                continue
            for lot in lots_of(self._knowledge, row.match.thing):
                told = any(fact.lot == lot.id for fact in row.all)
                if lot.beside == row.match.thing.id and not told:
                    draft.say(f"Beside them: {self._words.lot(row.match.thing, lot.id)}.")
                    facts = facts_of(self._knowledge, row.match.thing, "quantity")
                    draft.add_context(fact for fact in facts if fact.lot == lot.id)

    def _add_missing(self, query: Query, rows: list[Row], draft: Draft) -> None:
        """Of several fields asked for, those that nothing is recorded of."""
        for name in query.fields:
            if name in {"strike_event", "marks", "covers_inside", "contains"}:
                continue
            if not any(row.facts.get(name) for row in rows):
                draft.say(f"The {LABELS[name]} is not recorded.")

    def _add_without_figure(self, query: Query, rows: list[Row], draft: Draft) -> None:
        """As of "how many covers did he sign": those that he signed, with no number on record."""
        bearing = [c.field for c in query.where if c.field in _BORNE]
        if not bearing or not set(query.fields) <= {"signed", "quantity", "marked", "postmarked"}:
            return
        told = {row.match.thing.id for row in rows}
        matches = self._selector.select("cover", query.where)
        others = [match for match in matches if match.thing.id not in told]
        labels = [self._words.label(m.thing) for m in others if isinstance(m.thing, Cover)]
        if labels:
            shown = labels[:_MOST_OTHERS]
            rest = [f"{len(labels) - len(shown)} more"] if labels[_MOST_OTHERS:] else []
            draft.say(f"Likewise, with no number on record: {say.listed([*shown, *rest])}.")
            facts = (f for m in others for name in bearing for f in self._selector.facts(m, name))
            draft.add_context(facts)

    def _add_left_out(self, query: Query, rows: list[Row], draft: Draft) -> None:
        """As of "how many covers flew on ATV-2": those that flew, with no number on record."""
        quantity = query.fields[0] if len(query.fields) == 1 else ""
        if quantity not in {*QUANTITIES, "quantity"} - {"designs"}:
            return
        if any(c.field in _BORNE for c in query.where):
            return  # told by `_add_without_figure`
        matches = self._selector.select("cover", query.where)
        told = {row.match.thing.id for row in rows}
        self._left.of_sum(Summed(quantity, matches, told, parts_told=True), draft)

    def _tally(self, query: Query, row: Row, draft: Draft) -> list[str]:
        """How many values a row tells, where that is asked and each of them stands for one."""
        values = list(dict.fromkeys(str(fact.value) for fact in row.all))
        crews = [v for v in values if isinstance(self._knowledge.get(v), Expedition)]
        others = [f for f in row.all if isinstance(f.value, str) and f.value not in self._knowledge]
        whole = crews and "expeditions" not in query.fields
        if not query.tally or whole or others:
            return []
        sources = merged(*(fact.source for fact in row.all))
        thing = row.match.thing.id
        count = Fact(thing, "count", Count.of(len(values)), sources, derived_from=(thing,))
        draft.state([count])
        return [f"({len(values)} on record here)"]

    # --- other things -------------------------------------------------------------------------

    def _say_things(self, query: Query, rows: list[Row], draft: Draft) -> None:
        if query.fields == ("postmark_places",) and len(rows) > 1:
            draft.say(*self._usual_of_flights(rows))
            return
        lines = []
        for row in rows:
            thing = row.match.thing
            parts = [
                predicate(self._knowledge, thing, name, facts)
                for name, facts in row.facts.items()
                if facts and not (name == "end_how" and row.facts.get("ended"))  # its day says how
            ]
            lines.append(
                sentence(self._knowledge, thing, [*parts, *self._tally(query, row, draft)])
            )
            self._add_statements(row, draft)
        self._put_lines(lines, draft, as_list=len(lines) > 1)
        for row in rows:
            draft.say(*self._statement_lines(row))
        self._add_missing(query, rows, draft)

    def _usual_of_flights(self, rows: list[Row]) -> list[str]:
        """As in "Cygnus NG-20 and NG-21: usually postmarked at ...": flights alike told at once."""
        said: dict[str, list[str]] = {}
        for row in rows:
            facts = row.facts["postmark_places"]
            words = predicate(self._knowledge, row.match.thing, "postmark_places", facts)
            said.setdefault(words, []).append(row.match.thing.name)
        lines = []
        for words, names in said.items():
            few = len(names) <= _MOST_LINES
            which = say.listed(names) if few else f"{len(names)} flights, {names[0]} to {names[-1]}"
            which = f"{which}: each" if len(names) > 1 else which
            lines.append(f"- {which} {words}.")
        return lines if len(lines) > 1 else [line.removeprefix("- ") for line in lines]

    def _statement_lines(self, row: Row) -> list[str]:
        """What sources said at a time about the fields asked for."""
        return [
            statement_line(self._knowledge, statement, row.match.thing.source)
            for statement in row.match.thing.statements
            if statement.field in row.facts
        ]

    def _add_statements(self, row: Row, draft: Draft) -> None:
        draft.add_context(statement_facts(row.match.thing, set(row.facts)))


def added_up(counts: Iterable[Count]) -> Count:
    """The sum of one or more counts."""
    return reduce(Count.plus, counts)


def _without_repeats(rows: list[Row]) -> list[Row]:
    """Leave out the members of a bag where the bag itself tells the same way home."""
    bags = {row.match.thing.id: row for row in rows if is_bag(row.match.thing)}
    kept = []
    for row in rows:
        holders = [
            bag
            for bag in bags.values()
            if isinstance(bag.match.thing, Cover) and row.match.thing.id in bag.match.thing.members
        ]
        if any(_same_values(row, bag) for bag in holders):
            continue
        kept.append(row)
    return kept


def _same_values(row: Row, other: Row) -> bool:
    return {(f.field, str(f.value)) for f in row.all} <= {
        (f.field, str(f.value)) for f in other.all
    }


def _items_first(rows: list[Row]) -> list[Row]:
    """Items before bags, as a reader expects."""
    return sorted(rows, key=lambda row: is_bag(row.match.thing))
