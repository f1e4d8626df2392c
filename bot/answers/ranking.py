"""Answering for totals, comparisons and rankings: only where figures can really be compared."""

from __future__ import annotations

from datetime import timedelta

from bot.answers import say
from bot.answers.conditions import describe_conditions
from bot.answers.covers import DONE, CoverWords
from bot.answers.describe import Describer
from bot.answers.draft import Draft
from bot.answers.leftout import LeftOut, Summed, held_within, is_series
from bot.answers.measures import Measure, edge, measure_of, overlap, same
from bot.answers.select import Match, Selector, items_of
from bot.answers.sentences import LABELS
from bot.answers.things import predicate
from bot.answers.values import Values, added_up
from bot.knowledge.facts import EVERYTHING, Fact
from bot.knowledge.fields import FIELDS
from bot.knowledge.records import Cover, Record
from bot.knowledge.values import Count, Day, time_between
from bot.questions.query import Condition, Query

MOST_RANKED = 8
_MEASURED = ("issued", "flown", "quantity")  # what "rarer" may be judged by, best first


class Ranking:
    """Answers of the kinds total, compare and rank."""

    def __init__(self, selector: Selector, values: Values) -> None:
        """Compare what `selector` finds."""
        self._selector = selector
        self._knowledge = selector.knowledge
        self._values = values
        self._words = CoverWords(selector)
        self._left = LeftOut(selector)

    # --- totals -------------------------------------------------------------------------------

    def total(self, query: Query, draft: Draft) -> str:
        """Fill `draft` with a sum: what it adds up, and what is left out for want of a figure."""
        matches = self._selector.select(query.kind, query.where)
        items = items_of(matches)
        field = asked = query.fields[0] if query.fields else "flown"
        if field == "quantity":
            figures = ("flown", "issued")
            told = [f for f in figures if any(self._selector.facts(m, f) for m in items)]
            field = told[0] if told else "flown"
        counting = [m for m in items if self._selector.facts(m, field)]
        held = held_within(counting)  # they are in a folder of the sum
        rows = self._values.rows([m for m in items if m.thing.id not in held], (field,))
        sums = self._values.totals(rows, field)
        if not sums:
            return self._values.answer(query.model_copy(update={"fields": (field,)}), draft)
        whole = added_up(sums.values())
        parts = say.listed(say.pieces(count, form) for form, count in sums.items())
        text = f"{say.capital(parts)} {DONE[field]} in all, as far as recorded here"
        draft.say(f"{text}: {say.count(whole)} pieces." if len(sums) > 1 else f"{text}.")
        adding = [(row, self._left.addends(row.match, row.facts[field])) for row in rows]
        added = {row.match.thing.id: facts for row, facts in adding if facts}
        used = [row for row in rows if row.match.thing.id in added]
        facts = [f for row in used for f in added[row.match.thing.id]]
        source = tuple(dict.fromkeys(s for fact in facts for s in fact.source))
        names = tuple(f"{row.match.thing.id}.{field}" for row in used)
        draft.state([Fact(_subject_of(query), field, whole, source, derived_from=names)])
        draft.add_context(facts)
        draft.about(*(row.match.thing.id for row in used))
        lines = [f"- {self._told(row.match, added[row.match.thing.id])}" for row in used]
        draft.say(*lines[:MOST_RANKED])
        self._values.add_beside(query.model_copy(update={"fields": (field,)}), used, draft)
        self._left.of_sum(Summed(field, matches, {*added}, asked), draft)
        return "answered"

    def _figure(self, match: Match, facts: list[Fact]) -> str:
        assert isinstance(match.thing, Cover)
        own = [fact for fact in facts if not fact.lot] or facts
        return self._told(match, own[:1])

    def _told(self, match: Match, facts: list[Fact]) -> str:
        """A cover with some of its figures: "ATV-2: Erno flown card: 550 cards flown"."""
        assert isinstance(match.thing, Cover)
        words = "; ".join(self._words.phrases(match, {facts[0].field: facts}))
        return f"{self._words.label(match.thing)}: {words}"

    # --- rankings -----------------------------------------------------------------------------

    def rank(self, query: Query, draft: Draft) -> str:
        """Fill `draft` with a ranking; returns its status."""
        matches = self._items(query.kind, query.where)
        last = query.order == "desc"
        field, measured, missing = self._measured(matches, query.fields[0], last=last)
        what = describe_conditions(self._knowledge, query)
        if not matches and self._selector.select(query.kind, query.where):
            draft.say(f"Not all of them are on record here, so they are not ranked: {what}.")
            return "not_recorded"
        if not measured:
            label = LABELS.get(field, field)
            draft.say(f"No {label} is recorded for {what}, so there is nothing to rank.")
            series = [m for m in self._selector.select(query.kind, query.where) if is_series(m)]
            self._left.of_series(series, draft)
            return "not_recorded"
        asked = query.fields[0]
        if asked not in {field, "quantity"}:
            draft.say(f"No {LABELS[asked]} is recorded of them; by the {LABELS[field]}:")
        largest_first = query.order == "desc"
        measured.sort(key=lambda m: m[1].high if largest_first else m[1].low, reverse=largest_first)
        limit = query.limit or MOST_RANKED
        top = measured[query.offset : query.offset + limit]
        if not top:
            draft.say(f"Only {len(measured)} of them have this on record.")
            return "not_recorded"
        if query.limit == 1:
            self._say_first(query, top[0], measured, draft)
            draft.say(self._among_which(query))
        else:
            draft.say(
                *(f"{n}. {self._ranked_line(m)}" for n, m in enumerate(top, query.offset + 1))
            )
            draft.say(self._not_told_apart(top, measured))
        draft.state(measure.fact for _, measure in top)
        draft.about(*(match.thing.id for match, _ in top))
        series = [m for m in self._selector.select(query.kind, query.where) if is_series(m)]
        ranked = [match for match, _ in measured]
        order = query.order or "asc"
        if field == "covers_inside":
            return "answered"  # of folders alone: the figures of pieces beside them say nothing
        self._left.of_rank(ranked, [*missing, *series], top[-1][1].fact, order, draft)
        self._say_missing([*missing, *series], field, draft)
        return "answered"

    def _not_told_apart(
        self, top: list[tuple[Match, Measure]], measured: list[tuple[Match, Measure]]
    ) -> str:
        """As of "about 300 to 400" and 350: that the order of a list is not sure there."""
        unsure = [
            self._name(match.thing)
            for match, measure in measured
            if any(overlap(measure, other) and not same(measure, other) for _, other in measured)
            and any(overlap(measure, other) for _, other in top)
        ]
        if not unsure:
            return ""
        return f"The recorded ranges overlap, so these cannot be told apart: {'; '.join(unsure)}."

    def _among_which(self, query: Query) -> str:
        """Among which flights the next one was looked for, where the question does not say."""
        told = [c for c in query.where if c.field in query.assumed]
        names = [say.name(self._knowledge, thing) for c in told for thing in c.things]
        return f"Among the flights of {say.listed(names)}." if names else ""

    def _say_first(
        self,
        query: Query,
        first: tuple[Match, Measure],
        measured: list[tuple[Match, Measure]],
        draft: Draft,
    ) -> None:
        line = self._ranked_line(first)
        rivals = [
            (match, measure)
            for match, measure in measured
            if match is not first[0] and overlap(measure, first[1])
        ]
        draft.say(f"{line}." if not line.endswith(".") else line)
        equal = [m for m in rivals if same(m[1], first[1])]
        if equal:
            names = say.listed(self._name(match.thing) for match, _ in equal[:4])
            draft.say(f"The same figure: {names}.")
        elif rivals and not query.offset:
            names = say.listed(self._ranked_line(m) for m in rivals[:2])
            draft.say(f"The recorded ranges overlap, so it cannot be told apart from {names}.")

    def _ranked_line(self, ranked: tuple[Match, Measure]) -> str:
        match, measure = ranked
        if isinstance(match.thing, Cover):
            return self._figure(match, [measure.fact])
        words = predicate(self._knowledge, match.thing, measure.fact.field, [measure.fact])
        return f"{self._name(match.thing)} {words}"

    def _name(self, thing: Record) -> str:
        if isinstance(thing, Cover):
            return self._words.label(thing)
        return say.name(self._knowledge, thing.id)

    def _say_missing(self, missing: list[Match], field: str, draft: Draft) -> None:
        if missing:
            names = [self._name(match.thing) for match in missing[:3]]
            more = f" and {len(missing) - 3} more" if len(missing) > 3 else ""
            label = LABELS.get(field, field)
            draft.say(f"Without a single {label} on record, so left out: {'; '.join(names)}{more}.")

    def _items(self, kind: str, where: tuple[Condition, ...]) -> list[Match]:
        matches = self._selector.select(kind, where)
        if kind == "cover":
            return [match for match in items_of(matches) if not is_series(match)]
        if any(c.field == "self" and c.op == "is" for c in where):
            return matches  # a shuttle that is named: not all of them are on record
        return [match for match in matches if self._selector.supplies(match.thing)]

    def _measured(
        self, matches: list[Match], field: str, *, last: bool = False
    ) -> tuple[str, list[tuple[Match, Measure]], list[Match]]:
        """The matches with a figure for the field, and those without.

        Where the print run of none is known, the number flown is compared instead.
        """
        fields = _MEASURED if field in {"issued", "quantity"} else (field,)
        for name in fields:
            measured = []
            for match in matches:
                measure = self._measure(match, name, last=last)
                if measure is not None:
                    measured.append((match, measure))
            if measured:
                done = {match.thing.id for match, _ in measured}
                return name, measured, [m for m in matches if m.thing.id not in done]
        return field, [], matches

    def _measure(self, match: Match, name: str, *, last: bool = False) -> Measure | None:
        """The figure by which a thing is compared; of several postmarks the first, or the last."""
        told_of_lots = name in {"marked", "signed", "postmarked"}
        facts = self._selector.facts(match, name)
        facts = [f for f in facts if told_of_lots or not f.lot or match.lots]
        facts.sort(key=lambda fact: not fact.preferred)
        measures = [m for m in map(measure_of, facts) if m is not None]
        if isinstance(match.thing, Cover):
            return edge(measures, last=last)
        return measures[0] if measures else None

    # --- comparisons --------------------------------------------------------------------------

    def compare(self, query: Query, draft: Draft) -> str:
        """Fill `draft` with a comparison of two or more sides; returns its status."""
        sides = [self._side(query, group) for group in query.groups]
        if not query.fields:
            return self._side_by_side(query, draft)
        field = query.fields[0]
        if FIELDS[query.kind, field].type not in {"quantity", "day", "duration"}:
            return self._told_of_each(query, draft)
        found: list[tuple[str, list[tuple[Match, Measure]]]] = []
        fields = _MEASURED if field in {"issued", "quantity"} else (field,)
        for name in fields:
            found = [(name, self._measured_by(side, name)) for side in sides]
            if all(measured for _, measured in found):
                break
        names = [self._side_name(group) for group in query.groups]
        if not any(measured for _, measured in found):
            label = LABELS.get(field, field)
            draft.say(
                f"No {label} is recorded for {say.listed(names)}, so they cannot be compared."
            )
            return "not_recorded"
        unknown = [
            self._unmeasured(side, measured, name)
            for side, (name, measured) in zip(sides, found, strict=True)
        ]
        sums = [
            self._sum(measured, complete=not missing)
            for (_, measured), missing in zip(found, unknown, strict=True)
        ]
        for (_, measured), name in zip(found, names, strict=True):
            if not measured:
                label = LABELS.get(field, field)
                draft.say(f"No {label} is recorded for {name}.")
        self._say_verdict(query, names, sums, draft)
        self._state_verdict(query, draft)
        for name, measured in found:
            draft.say(*(f"- {self._ranked_line(m)}" for m in measured[:4]))
            draft.state(measure.fact for _, measure in measured)
            draft.about(*(match.thing.id for match, _ in measured))
            rows = self._values.rows([match for match, _ in measured], (name,))
            self._values.add_beside(query, rows, draft)
        if not any(unknown):
            self._say_difference([measured for _, measured in found], draft)
        self._say_missing([match for missing in unknown for match in missing], found[0][0], draft)
        return "answered"

    def _say_difference(self, sides: list[list[tuple[Match, Measure]]], draft: Draft) -> None:
        """By how much two sides differ, where each has one figure and it is exact."""
        if [len(measured) for measured in sides] != [1, 1]:
            return
        first, second = (measured[0][1].fact.value for measured in sides)
        if isinstance(first, timedelta) and isinstance(second, timedelta) and first != second:
            draft.say(f"Difference: {say.duration(abs(first - second))}.")
        elif isinstance(first, Day) and isinstance(second, Day):
            early, late = sorted((first, second), key=lambda day: day.start)
            between = time_between(early, late)
            if between:
                draft.say(f"Difference: {say.duration(between)}.")
        elif isinstance(first, Count) and isinstance(second, Count):
            exact = first.bound == second.bound == "exact"
            if exact and first.highest != second.highest:
                draft.say(f"Difference: {say.number(abs(first.highest - second.highest))}.")

    def _told_of_each(self, query: Query, draft: Draft) -> str:
        """Values that have no order, such as signers, told of one side after the other."""
        value = query.model_copy(
            update={"want": "value", "groups": (), "order": None, "limit": None}
        )
        sides = [
            value.model_copy(update={"where": (*query.where, *group)}) for group in query.groups
        ]
        told = [self._values.answer(side, draft) for side in sides]
        return "answered" if "answered" in told else "not_recorded"

    def _unmeasured(
        self, side: list[Match], measured: list[tuple[Match, Measure]], name: str
    ) -> list[Match]:
        """The items of a side without a figure that would count: for `flown`, those that flew."""
        done = {match.thing.id for match, _ in measured}
        left = [match for match in side if match.thing.id not in done]
        if name == "flown":
            return [match for match in left if self._selector.facts(match, "flew")]
        return left if name in {"issued", "quantity"} else []

    def _side(self, query: Query, group: tuple[Condition, ...]) -> list[Match]:
        """The items of one side; for figures that are told of lots also the mail as a whole."""
        where = (*query.where, *group)
        if set(query.fields) & {"marked", "signed", "postmarked"}:
            return self._selector.select(query.kind, where)
        return self._items(query.kind, where)

    def _measured_by(self, side: list[Match], name: str) -> list[tuple[Match, Measure]]:
        pairs = [(match, self._measure(match, name)) for match in side]
        return [(match, measure) for match, measure in pairs if measure is not None]

    def _side_name(self, group: tuple[Condition, ...]) -> str:
        return say.listed(say.name(self._knowledge, t) for c in group for t in c.things)

    def _sum(
        self, measured: list[tuple[Match, Measure]], *, complete: bool
    ) -> tuple[float, float] | None:
        """The lowest and highest sum of a side; no upper limit where a figure is missing."""
        if not measured:
            return None
        if not isinstance(measured[0][1].fact.value, Count):
            return measured[0][1].low, measured[0][1].high
        beside = [f.value for match, _ in measured for f in self._left.further(match)]
        more = sum(value.highest for value in beside if isinstance(value, Count))
        high = sum(m.high for _, m in measured) + more if complete else float("inf")
        return sum(m.low for _, m in measured), high

    def _say_verdict(
        self, query: Query, names: list[str], sums: list[tuple[float, float] | None], draft: Draft
    ) -> None:
        """Which side has more, and whether that is what was asked."""
        if any(one is None for one in sums) or len(sums) != 2:
            return
        (low_a, high_a), (low_b, high_b) = (one for one in sums if one is not None)
        scale = self._scale(query.kind, query.fields[0])
        if low_a == high_a == low_b == high_b:
            self._put_verdict(
                query, f"{names[0]} and {names[1]} are equal in this.", draft, holds=False
            )
        elif high_a < low_b:
            self._put_order(query, names, scale, draft, less=0)
        elif high_b < low_a:
            self._put_order(query, names, scale, draft, less=1)
        else:
            draft.say("From the recorded figures it can't be told.")

    def _put_order(
        self, query: Query, names: list[str], scale: tuple[str, str], draft: Draft, *, less: int
    ) -> None:
        """Which side is less; a claim is said of its first side, else what was asked for leads."""
        low, high = names[less], names[1 - less]
        lower, higher = f"{low} {scale[0]} {high}.", f"{high} {scale[1]} {low}."
        claimed = query.limit == 1
        text = lower if (less == 0 if claimed else query.order == "asc") else higher
        self._put_verdict(query, text, draft, holds=(query.order == "asc") == (less == 0))

    def _put_verdict(self, query: Query, text: str, draft: Draft, *, holds: bool) -> None:
        if query.limit != 1:  # not a yes/no question
            draft.say(text)
            return
        draft.say(f"{'Yes' if holds else 'No'}: {text}")

    def _state_verdict(self, query: Query, draft: Draft) -> None:
        """A yes/no question states its result as a fact of the first side."""
        if query.limit != 1 or not draft.lines:
            return
        verdicts = {"Yes": "yes", "No:": "no"}
        result = next((r for word, r in verdicts.items() if draft.lines[0].startswith(word)), None)
        first = [thing for condition in query.groups[0] for thing in condition.things][:1]
        if result is not None and first:
            source = self._knowledge.thing(first[0]).source
            draft.state([Fact(first[0], "check", result, source)])

    def _scale(self, kind: str, field: str) -> tuple[str, str]:
        if field == "docked_for":
            return ("was there for a shorter time than", "was there for longer than")
        types = {
            "day": ("was earlier than", "was later than"),
            "duration": ("took a shorter time than", "took a longer time than"),
        }
        entry = FIELDS.get((kind, field))
        return types.get(entry.type if entry else "", ("has fewer than", "has more than"))

    def _side_by_side(self, query: Query, draft: Draft) -> str:
        describer = Describer(self._selector)
        for group in query.groups:
            for thing in (t for c in group for t in c.things):
                draft.say("- " + describer.summary(self._knowledge.thing(thing), draft, short=True))
                draft.about(thing)
        return "answered"


def _subject_of(query: Query) -> str:
    """What a total is about: the mission, programme or maker that was named."""
    named = [t for c in query.where if c.field in {"about", "up", "by_party"} for t in c.things]
    return named[0] if named else EVERYTHING
