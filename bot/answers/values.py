"""Answering for values: what is this field of these things, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers import say
from bot.answers.covers import INHERITED, CoverWords
from bot.answers.draft import Draft
from bot.answers.select import Match, Selector
from bot.answers.sentences import LABELS
from bot.answers.things import predicate, sentence
from bot.knowledge.base import Knowledge
from bot.knowledge.facts import Fact
from bot.knowledge.fields import facts_of
from bot.knowledge.reading.covers import lots_of
from bot.knowledge.records import Cover, Mission, Record, Statement
from bot.knowledge.values import Count, Day
from bot.questions.query import Condition, Query

MOST_LINES = 8
# Quantities that may stand in for one another, with the gap said first.
_STAND_IN = ("issued", "flown", "returned", "quantity")
# Conditions on single pieces: without them the same items may still tell something.
_PIECE_FIELDS = {"marks", "strike_place", "strike_day", "signed_by", "signed_day", "quantity"}


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

    def answer(self, query: Query, draft: Draft) -> str:
        """Fill `draft` with the answer to a value question; returns its status."""
        matches = self._selector.select(query.kind, query.where)
        rows = self.rows(matches, query.fields)
        if self._asks_whose(query, matches):
            return self._nothing(query, matches, draft)
        if not rows:
            return self._nothing(query, matches, draft)
        draft.about(*(row.match.thing.id for row in rows))
        for row in rows:
            draft.state(row.all)
        named = [f.value for row in rows for f in row.all if isinstance(f.value, str)]
        draft.about(*(name for name in named[:6] if name in self._knowledge))
        if query.kind == "cover":
            self._say_covers(query, rows, draft)
        else:
            self._say_things(query, rows, draft)
        return "answered"

    def _asks_whose(self, query: Query, matches: list[Match]) -> bool:
        """Whether it asks who made pieces that the source gives to nobody."""
        lots = [m for m in matches if m.lots is not None and _is_bag(Row(m, {}))]
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
            text = "; ".join(phrases)
            said.setdefault(text, []).append(self._words.label(row.match.thing))
        total = self._total_line(query, rows)
        if total and len(said) > 1:
            draft.say(total)
        lines = [f"{say.capital(say.listed(labels))}: {text}." for text, labels in said.items()]
        self._put_lines(lines, draft, as_list=bool(total) or len(lines) > 1)
        self._add_beside(query, rows, draft)
        self._add_missing(query, rows, draft)

    def _put_lines(self, lines: list[str], draft: Draft, *, as_list: bool) -> None:
        marker = "- " if as_list and len(lines) > 1 else ""
        draft.say(*(f"{marker}{line}" for line in lines[:MOST_LINES]))
        if len(lines) > MOST_LINES:
            draft.say(f"... and {len(lines) - MOST_LINES} more on record here.")

    def _total_line(self, query: Query, rows: list[Row]) -> str:
        """The sum over several items, by form, where adding is right."""
        if len(query.fields) != 1 or query.fields[0] not in {"flown", "issued", "returned"}:
            return ""
        sums = totals(rows, query.fields[0])
        if not sums or len(rows) < 2:
            return ""
        parts = [say.pieces(count, form) for form, count in sums.items()]
        done = {"flown": "flown", "issued": "issued", "returned": "returned"}[query.fields[0]]
        text = f"{say.capital(say.listed(parts))} {done}, as far as recorded here"
        if len(sums) > 1:
            whole = None
            for count in sums.values():
                whole = count if whole is None else whole.plus(count)
            assert whole is not None
            text += f": {say.count(whole)} pieces in all"
        return f"{text}."

    def _add_beside(self, query: Query, rows: list[Row], draft: Draft) -> None:
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

    # --- other things -------------------------------------------------------------------------

    def _say_things(self, query: Query, rows: list[Row], draft: Draft) -> None:
        lines = []
        for row in rows:
            thing = row.match.thing
            parts = [
                predicate(self._knowledge, thing, name, facts)
                for name, facts in row.facts.items()
                if facts
            ]
            lines.append(sentence(self._knowledge, thing, parts))
            self._add_statements(row, draft)
        self._put_lines(lines, draft, as_list=len(lines) > 1)
        for row in rows:
            draft.say(*self._statement_lines(row))
        self._add_missing(query, rows, draft)

    def _statement_lines(self, row: Row) -> list[str]:
        """What sources said at a time about the fields asked for."""
        return [
            statement_line(self._knowledge, statement, row.match.thing.source)
            for statement in row.match.thing.statements
            if statement.field in row.facts
        ]

    def _add_statements(self, row: Row, draft: Draft) -> None:
        draft.add_context(statement_facts(row.match.thing, set(row.facts)))

    # --- nothing recorded ---------------------------------------------------------------------

    def _nothing(self, query: Query, matches: list[Match], draft: Draft) -> str:
        """Say what is missing, and what is known of the same things."""
        if matches:
            return self._field_missing(query, matches, draft)
        if query.kind == "cover":
            return self._no_such_cover(query, draft)
        draft.say(f"Nothing is recorded here on {describe_conditions(self._knowledge, query)}.")
        return "not_recorded"

    def _field_missing(self, query: Query, matches: list[Match], draft: Draft) -> str:
        things = [match.thing for match in matches]
        draft.about(*(thing.id for thing in things[:5]))
        told = self._told_by_statement(query, matches, draft)
        if told:
            return told
        missing = LABELS.get(query.fields[0]) if query.fields else None
        names = self._subject_names(query, matches)
        lost = self._never_happened(query, matches)
        told = f"No {missing} is recorded" if missing else "That is not recorded here"
        draft.say(lost or f"{told} for {names}.")
        if query.kind != "cover":
            self._say_known_things(matches, draft)
            return "answered" if lost else "not_recorded"
        known = self._known_quantities(matches)
        if known:
            items = [f"{self._words.label(c)}: {text}" for c, text, _ in known[:MOST_LINES]]
            draft.say(f"Recorded: {'; '.join(items)}.")
            draft.add_context(fact for _, _, facts in known[:MOST_LINES] for fact in facts)
        self._say_unattributed(query, matches, draft)
        stands_in = query.fields and query.fields[0] in _STAND_IN and known
        return "answered" if stands_in else "not_recorded"

    def _told_by_statement(self, query: Query, matches: list[Match], draft: Draft) -> str:
        """A dated statement of a source may tell what no field holds."""
        if len(matches) != 1:
            return ""
        thing = matches[0].thing
        found = [s for s in thing.statements if s.field in query.fields]
        if not found:
            return ""
        draft.say(*(statement_line(self._knowledge, s, thing.source) for s in found))
        draft.state(statement_facts(thing, set(query.fields)))
        return "answered"

    def _never_happened(self, query: Query, matches: list[Match]) -> str:
        """A lost ship never arrived: that is a fact, not a gap."""
        thing = matches[0].thing
        if len(matches) != 1 or not isinstance(thing, Mission):
            return ""
        lost = any(claim.value == "lost" for claim in thing.outcome)
        fields = {
            "arrived",
            "departed",
            "port",
            "docked_for",
            "captured",
            "end_place",
            "flight_time",
        }
        if not lost or not set(query.fields) & fields:
            return ""
        reason = f": {thing.reason[0].value}" if thing.reason else ""
        return f"{say.mission_name(thing)} was lost and never reached the station{reason}."

    def _say_known_things(self, matches: list[Match], draft: Draft) -> None:
        for match in matches[:1]:
            thing = match.thing
            if isinstance(thing, Mission):
                facts = facts_of(self._knowledge, thing, "launched")
                if facts:
                    text = predicate(self._knowledge, thing, "launched", facts)
                    draft.say(sentence(self._knowledge, thing, [text]))
                    draft.add_context(facts)

    def _known_quantities(self, matches: list[Match]) -> list[tuple[Cover, str, list[Fact]]]:
        known = []
        for match in matches:
            if not isinstance(match.thing, Cover) or match.thing.kind == "consignment":
                continue
            whole = Match(match.thing)
            facts = [f for f in self._selector.facts(whole, "quantity") if not f.lot]
            if facts:
                text = "; ".join(self._words.phrases(whole, {"quantity": facts}))
                known.append((match.thing, text, facts))
        return known

    def _say_unattributed(self, query: Query, matches: list[Match], draft: Draft) -> None:
        """Lots of the same mail that the source gives to nobody: told, but not as the answer."""
        if not set(query.fields) & {"marked", "signed", "postmarked", "signed_by", "marks"}:
            return
        told: set[str] = set()
        for match in matches:
            if not isinstance(match.thing, Cover):
                continue
            for mail in self._knowledge.consignments_of(match.thing):
                for lot in mail.lots:
                    if lot.origin == "unknown" and f"{mail.id}/{lot.id}" not in told:
                        told.add(f"{mail.id}/{lot.id}")
                        draft.say(f"{mail.name}: {self._words.lot(mail, lot.id)}.")
                        facts = facts_of(self._knowledge, mail, "quantity")
                        draft.add_context(fact for fact in facts if fact.lot == lot.id)

    def _no_such_cover(self, query: Query, draft: Draft) -> str:
        """No cover fits all conditions: say so, and what fits most of them."""
        asked = LABELS.get(query.fields[0], "") if query.fields else ""
        what = describe_conditions(self._knowledge, query)
        piece = tuple(c for c in query.where if c.field in _PIECE_FIELDS)
        rest = tuple(c for c in query.where if c not in piece)
        related = self._selector.select("cover", rest) if piece and rest else []
        if related:
            loose = query.model_copy(update={"where": rest})
            draft.say(f"Not recorded: {what}.")
            known = self._known_quantities(related)[:4]
            if known:
                items = [f"{self._words.label(c)}: {text}" for c, text, _ in known]
                draft.say(f"Recorded: {'; '.join(items)}.")
                draft.add_context(fact for _, _, facts in known for fact in facts)
            self._say_unattributed(loose, related, draft)
            draft.about(*(match.thing.id for match in related[:5]))
            return "not_recorded"
        draft.say(
            f"No {asked} is recorded here for {what}." if asked else f"None recorded here: {what}."
        )
        self._say_others(query, draft)
        return "not_recorded"

    def _say_others(self, query: Query, draft: Draft) -> None:
        """What is recorded for the mission that was asked about."""
        about = [c for c in query.where if c.field in {"about", "up", "down"}]
        for condition in about:
            wider = condition.model_copy(update={"field": "about"})
            others = self._selector.select("cover", [wider])
            named = [
                m for m in others if isinstance(m.thing, Cover) and m.thing.kind != "consignment"
            ]
            if named:
                labels = [self._words.label(m.thing) for m in named[:4]]  # type: ignore[arg-type]
                more = f" and {len(named) - 4} more" if len(named) > 4 else ""
                draft.say(f"Recorded there: {'; '.join(labels)}{more}.")
                draft.about(*(m.thing.id for m in named[:4]))
                return

    def _subject_names(self, query: Query, matches: list[Match]) -> str:
        things = [match.thing for match in matches]
        if query.kind == "cover":
            covers = [t for t in things if isinstance(t, Cover) and t.kind != "consignment"]
            if not covers:
                return describe_conditions(self._knowledge, query)
            labels = [self._words.label(cover) for cover in covers]
        else:
            labels = [say.name(self._knowledge, thing.id) for thing in things]
        if len(labels) > 3:
            return describe_conditions(self._knowledge, query)
        return say.listed(labels)


def totals(rows: list[Row], field: str) -> dict[str, Count]:
    """Sums by form over items, each once; lots count only where they stand beside their item."""
    sums: dict[str, Count] = {}
    for row in rows:
        cover = row.match.thing
        if not isinstance(cover, Cover) or cover.kind in {"series", "consignment"}:
            continue  # no single item: its figures are told on their own line
        for fact in row.facts.get(field, [])[:1]:
            if isinstance(fact.value, Count) and not fact.lot:
                form = cover.piece_form
                sums[form] = sums[form].plus(fact.value) if form in sums else fact.value
    return sums


def _without_repeats(rows: list[Row]) -> list[Row]:
    """Leave out the members of a bag where the bag itself tells the same way home."""
    bags = {row.match.thing.id: row for row in rows if _is_bag(row)}
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


def _is_bag(row: Row) -> bool:
    return isinstance(row.match.thing, Cover) and row.match.thing.kind == "consignment"


def _same_values(row: Row, other: Row) -> bool:
    return {(f.field, str(f.value)) for f in row.all} <= {
        (f.field, str(f.value)) for f in other.all
    }


def _items_first(rows: list[Row]) -> list[Row]:
    """Items before bags, as a reader expects."""
    return sorted(rows, key=_is_bag)


def statement_facts(thing: Record, fields: set[str]) -> list[Fact]:
    """Dated statements of sources as facts."""
    return [
        Fact(thing.id, said.field, said.value, said.source or thing.source, entry="said")
        for said in thing.statements
        if said.field in fields
    ]


def statement_line(knowledge: Knowledge, said: Statement, default: tuple[str, ...]) -> str:
    """One dated statement of a source: "Number of flights by fimych.com, as of June 2017: 68"."""
    text = str(said.value)
    if isinstance(said.value, Count):
        text = say.count(said.value)
    elif isinstance(said.value, Day):
        text = say.day(said.value)
    name = knowledge.name_of((said.source or default)[0])
    dated = f", as of {say.day(said.as_of)}" if said.as_of else ""
    note = f" ({said.note.rstrip('.')})" if said.note else ""
    return f"{say.capital(LABELS.get(said.field, said.field))} by {name}{dated}: {text}{note}."


def describe_conditions(knowledge: Knowledge, query: Query) -> str:
    """The conditions of a query in words: "folders, ATV-4, by La Marianne"."""
    form = next((c.text for c in query.where if c.field == "form"), None)
    kind = form or query.kind
    noun = say.word_plural(kind) if kind != "thing" else "that"
    parts = [_condition_words(knowledge, c) for c in query.where if c.field != "form"]
    return f"{noun} {' '.join(part for part in parts if part)}".strip()


_CONDITION_WORDS = {
    "about": "of {}",
    "up": "flown on {}",
    "down": "brought back by {}",
    "by_party": "by {}",
    "signed_by": "signed by {}",
    "marks": "with the {}",
    "strike_place": "postmarked at {}",
    "strike_day": "postmarked {}",
    "commemorates": "made for {}",
    "self": "{}",
    "launched": "launched {}",
    "launch_site": "launched from {}",
    "programme": "of {}",
    "carried_in": "carried in {}",
    "outcome": "with the outcome {}",
    "port": "at {}",
    "arrived": "arrived {}",
    "flew": "flown",
    "at_station": "at the station {}",
    "any_day": "with an event {}",
    "vehicle": "launched by {}",
    "pad": "launched from {}",
    "ended": "ended {}",
    "operator": "of {}",
    "variant": "of {}",
}


def _when(condition: Condition) -> str:
    """The day of a condition in words: "on 1 May 2012", "before 2014", "between 2009 and 2016"."""
    assert condition.day is not None
    when = say.day(condition.day)
    if condition.op == "between" and condition.until is not None:
        return f"between {when} and {say.day(condition.until)}"
    words = {
        "<": f"before {when}",
        ">": f"after {when}",
        "<=": f"up to {when}",
        ">=": f"since {when}",
    }
    return words.get(condition.op) or say.dated(condition.day)


def _query_words(knowledge: Knowledge, condition: Condition) -> str:
    """A condition with a nested query in words: "at the station when CRS-7 ended"."""
    assert condition.query is not None
    things = [t for c in condition.query.where for t in c.things]
    names = say.listed(say.name(knowledge, thing) for thing in things) or "another flight"
    if condition.field == "at_station":
        return f"at the station at the {LABELS[condition.query.fields[0]]} of {names}"
    words = {"<": "before", ">": "after"}.get(condition.op, "of")
    return f"launched {words} {names}"


def _condition_words(knowledge: Knowledge, condition: Condition) -> str:
    pattern = _CONDITION_WORDS.get(condition.field, "with {}")
    if condition.op == "recorded":
        told = {"signed_by": "signed", "marks": "marked", "strike_place": "postmarked"}
        told |= {"flew": "that flew", "up": "that flew"}
        return told.get(condition.field, "")
    if condition.op == "is not":
        positive = condition.model_copy(update={"op": "is"})
        return f"without a record of being {_condition_words(knowledge, positive)}"
    if condition.things:
        names = [
            "the ISS" if thing == "iss" else say.name(knowledge, thing)
            for thing in condition.things
        ]
        if condition.field == "at_station":
            return f"at the station with {' or '.join(names)}"
        return pattern.format(" or ".join(names))
    if condition.day is not None:
        return pattern.format(_when(condition))
    if condition.query is not None:
        return _query_words(knowledge, condition)
    if condition.number is not None:
        sign = {"<": "fewer than ", ">": "more than ", "<=": "at most ", ">=": "at least "}
        return f"of {sign.get(condition.op, '')}{say.number(condition.number)} pieces"
    return pattern.format(condition.text or "")
