"""Carrying out conditions: which things hold them, and for which of their pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from bot.knowledge.base import Knowledge
from bot.knowledge.facts import Fact, Value
from bot.knowledge.fields import FIELDS, QUANTITIES, facts_of
from bot.knowledge.reading.covers import lots_of
from bot.knowledge.records import (
    Country,
    Cover,
    Expedition,
    Mission,
    Place,
    Port,
    Programme,
    Record,
    Variant,
)
from bot.knowledge.values import Count, Day, Interval
from bot.questions.query import Condition

SELF = "self"
_BORNE = {"signing", "strike"}  # kinds of entry that each piece bears itself


@dataclass(frozen=True)
class Match:
    """A thing that holds all conditions.

    `lots` names the lots for whose pieces they hold, None if for all of its pieces. `entries`
    gives, for a kind of entry (strike, signing, stay), those that the conditions bind.
    """

    thing: Record
    lots: frozenset[str] | None = None
    entries: dict[str, frozenset[str]] = field(default_factory=dict)


def is_bag(thing: Record) -> bool:
    """Whether a thing is a consignment: the mail that covers travelled in, and no item itself."""
    return isinstance(thing, Cover) and thing.kind == "consignment"


def items_of(matches: Iterable[Match]) -> list[Match]:
    """The covers among what was found, without the mail that they travelled in."""
    return [m for m in matches if isinstance(m.thing, Cover) and not is_bag(m.thing)]


class Selector:
    """Finds things by conditions, and the facts of the things found."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Select from `knowledge`."""
        self.knowledge = knowledge

    def select(self, kind: str, where: Iterable[Condition]) -> list[Match]:
        """The things of `kind` that hold every condition, in the order of the files."""
        conditions = list(where)
        found = (self._match(record, conditions) for record in self._candidates(kind, conditions))
        return [match for match in found if match is not None]

    def facts(self, match: Match, name: str) -> list[Fact]:
        """The facts of one field of a match, only those of the pieces and entries it is about."""
        facts = _agreeing(facts_of(self.knowledge, match.thing, name))
        entry = FIELDS.get((match.thing.kind_of_thing, name))
        if entry is not None and entry.group in match.entries:
            facts = [fact for fact in facts if fact.entry in match.entries[entry.group]]
        if match.lots is None:
            return facts
        inside = [fact for fact in facts if fact.lot in match.lots]
        if inside or name in (*QUANTITIES, "quantity"):
            return inside
        return [fact for fact in facts if not fact.lot and not self._apart(match)]

    def _apart(self, match: Match) -> bool:
        """Whether the lots are further pieces: what is true of the item is not told of them."""
        if not isinstance(match.thing, Cover):
            return False
        lots = [lot for lot in lots_of(self.knowledge, match.thing) if lot.id in (match.lots or ())]
        return any(lot.beside for lot in lots)

    def _candidates(self, kind: str, conditions: list[Condition]) -> Sequence[Record]:
        named = next((c for c in conditions if c.field == SELF and c.op == "is"), None)
        if named is not None:
            things = [self.knowledge.thing(thing) for thing in named.things]
            return [thing for thing in things if thing.kind_of_thing == kind]
        return self.knowledge.of_kind(kind)

    def _match(self, record: Record, conditions: list[Condition]) -> Match | None:
        lots: set[str] | None = None
        entries: dict[str, set[str]] = {}
        struck: set[str] = set()  # fields of postmarks that were held: two places are two strikes
        for condition in conditions:
            if condition.field == SELF:
                if (record.id in condition.things) == (condition.op == "is not"):
                    return None
                continue
            facts = self._holding(record, condition)
            if facts is None:
                continue
            if not facts:
                return None
            lots = _narrowed(lots, self._pieces(record, facts))
            if lots is not None and not lots:
                return None
            group = FIELDS[record.kind_of_thing, condition.field].group
            if group:
                bound = {fact.entry for fact in facts}
                before = entries.get(group, bound)
                entries[group] = before | bound if condition.field in struck else before & bound
                if not entries[group]:
                    return None
                struck |= {condition.field} if group == "strike" else set()
        return Match(
            record,
            None if lots is None else frozenset(lots),
            {group: frozenset(bound) for group, bound in entries.items()},
        )

    def _pieces(self, record: Record, facts: list[Fact]) -> set[str] | None:
        """The lots of whose pieces facts tell, "" for those in no lot; None for all pieces.

        What each piece of an item bears is not borne by the further pieces beside it: the 400
        covers of ATV-3 were struck at Houston, and the 14 more on the station.
        """
        where = {fact.lot for fact in facts}
        if "" not in where:
            return where
        lots = lots_of(self.knowledge, record) if isinstance(record, Cover) else []
        entry = FIELDS.get((record.kind_of_thing, facts[0].field)) if facts else None
        group = entry.group if entry is not None else ""
        if group not in _BORNE or not any(lot.beside for lot in lots):
            return None
        return where | {lot.id for lot in lots if not lot.beside}

    def _holding(self, record: Record, condition: Condition) -> list[Fact] | None:
        """The facts by which a record holds a condition; None where it holds for want of any."""
        facts = _agreeing(facts_of(self.knowledge, record, condition.field))
        if condition.field == "quantity" and condition.op in {"<", "<=", ">", ">="}:
            facts = [fact for fact in facts if not fact.lot]  # of the item, not of some pieces
        holding = [fact for fact in facts if self.holds(fact, condition)]
        if condition.op == "is not":
            positive = condition.model_copy(update={"op": "is"})
            excluded = [fact for fact in facts if self.holds(fact, positive)]
            return [] if excluded or self._holds_inside(record, positive) else None
        return holding

    def _holds_inside(self, record: Record, condition: Condition) -> bool:
        """Whether mail holds pieces that meet a condition: a bag is not "not by La Marianne"."""
        members = record.members if isinstance(record, Cover) and is_bag(record) else ()
        things = (self.knowledge.get(member) for member in members)
        return any(thing is not None and self._holding(thing, condition) for thing in things)

    def holds(self, fact: Fact, condition: Condition) -> bool:
        """Whether one fact meets a condition."""
        value = fact.value
        if condition.op == "recorded":
            return True
        if isinstance(value, Interval):
            return self._interval_holds(value, condition)
        if condition.things:
            return isinstance(value, str) and any(
                self.stands_for(thing, value) for thing in condition.things
            )
        if condition.day is not None:
            return isinstance(value, Day) and _day_holds(value, condition)
        if condition.number is not None and isinstance(value, timedelta):
            return _time_holds(value, condition)
        if condition.number is not None:
            return isinstance(value, Count) and _count_holds(value, condition)
        if condition.text is not None:
            return _text_holds(value, condition)
        return condition.query is not None and self._query_holds(value, condition)

    def _query_holds(self, value: Value, condition: Condition) -> bool:
        """Whether a value is among what a nested query finds, or lies beyond or at its time."""
        assert condition.query is not None
        if condition.op in {"<", ">"}:
            return isinstance(value, Day) and self._beyond(value, condition)
        found = self.select(condition.query.kind, condition.query.where)
        if isinstance(value, Day):
            times = [f.value for match in found for f in self.facts(match, *condition.query.fields)]
            return any(_is_at(value, time) for time in times)
        return value in {match.thing.id for match in found}

    def _interval_holds(self, value: Interval, condition: Condition) -> bool:
        """Whether a stay contains a day, or overlaps somebody's time on board."""
        if condition.day is not None:
            return value.overlaps(
                Interval(begin=condition.day, end=condition.until or condition.day)
            )
        if condition.query is not None:
            name = condition.query.fields[0]
            days = [
                fact.value
                for match in self.select(condition.query.kind, condition.query.where)
                for fact in self.facts(match, name)
            ]
            return any(isinstance(day, Day) and value.overlaps(day) for day in days)
        times = [
            fact.value
            for thing in condition.things
            for fact in facts_of(self.knowledge, self.knowledge.thing(thing), "at_station")
        ]
        return any(isinstance(time, Interval) and value.overlaps(time) for time in times)

    def _beyond(self, value: Day, condition: Condition) -> bool:
        """Whether a day is before or after that of the things that the nested query finds."""
        assert condition.query is not None
        name = condition.query.fields[0]
        for match in self.select(condition.query.kind, condition.query.where):
            for fact in self.facts(match, name)[:1]:
                if isinstance(fact.value, Day):
                    earlier = value.start < fact.value.start
                    return earlier if condition.op == "<" else value.start > fact.value.start
        return False

    def supplies(self, thing: Record) -> bool:
        """Whether a flight belongs to one of the cargo programmes (a shuttle does not)."""
        programme = self.knowledge.get(thing.programme) if isinstance(thing, Mission) else None
        return not isinstance(programme, Programme) or programme.supplies_iss

    def stands_for(self, asked: str, value: str) -> bool:
        """Whether a recorded value falls under the thing asked for.

        A programme or variant stands for its missions, an expedition's crew for its members, a
        larger place for the places in it.
        """
        if asked == value:
            return True
        record = self.knowledge.get(value)
        if isinstance(record, Mission):
            return asked in {record.programme, record.variant}
        if isinstance(record, Variant):
            return asked == record.programme
        if isinstance(record, Port):
            return asked == record.module
        if isinstance(record, Place | Country):
            return any(self.stands_for(asked, wider) for wider in _wider(record))
        if isinstance(record, Expedition):
            return any(member.person == asked for member in record.crew)
        return False


def _wider(record: Place | Country) -> list[str]:
    """What a place or a country lies in, as far as it is recorded."""
    country = record.country if isinstance(record, Place) else None
    return [wider for wider in (record.within, country) if wider is not None]


def _agreeing(facts: Sequence[Fact]) -> list[Fact]:
    """Of claims that name the same calendar day only the preferred one: no disagreement."""
    kept: list[Fact] = []
    for fact in sorted(facts, key=lambda fact: not fact.preferred):
        same = any(
            isinstance(fact.value, Day)
            and isinstance(other.value, Day)
            and other.entry == fact.entry
            and other.lot == fact.lot
            and other.value.whole_day() == fact.value.whole_day()
            for other in kept
        )
        if not same:
            kept.append(fact)
    return [fact for fact in facts if fact in kept]


def _text_holds(value: Value, condition: Condition) -> bool:
    """Whether a value is, or contains, a text; a day is held against `--06-28` in every year."""
    assert condition.text is not None
    if isinstance(value, Day):
        return value.precision not in {"year", "month"} and value.iso()[4:10] == condition.text[1:]
    wanted, found = condition.text.casefold(), str(value).casefold()
    if condition.op == "contains":
        return wanted in found
    return found == wanted or found in wanted.split(" or ")


def _is_at(day: Day, time: Value) -> bool:
    """Whether a day falls on another day, or into a stay."""
    if isinstance(time, Interval):
        return time.overlaps(day)
    return isinstance(time, Day) and time.whole_day() == day.whole_day()


def _narrowed(lots: set[str] | None, where: set[str] | None) -> set[str] | None:
    """The lots for which one more condition holds; None stands for the whole item."""
    if lots is None or where is None:
        return where if lots is None else lots
    return lots & where


def _day_holds(value: Day, condition: Condition) -> bool:
    assert condition.day is not None
    if condition.op == "<":
        return value.before(condition.day)
    if condition.op == ">":
        return condition.day.before(value)
    if condition.op == "<=":
        return value.start < condition.day.end
    if condition.op == ">=":
        return value.end > condition.day.start
    if condition.op == "between" and condition.until is not None:
        return not (value.before(condition.day) or condition.until.before(value))
    readings = [condition.day] + ([condition.until] if condition.until else [])
    return any(value.overlaps(day) for day in readings)


def _time_holds(value: timedelta, condition: Condition) -> bool:
    """Whether a time is longer or shorter than so many days."""
    assert condition.number is not None
    bound = timedelta(days=condition.number)
    match condition.op:
        case "<":
            return value < bound
        case ">":
            return value > bound
        case "<=":
            return value <= bound
        case ">=":
            return value >= bound
        case _:
            return False


def _count_holds(value: Count, condition: Condition) -> bool:
    number = condition.number
    assert number is not None
    match condition.op:
        case "<":
            return value.highest < number
        case ">":
            return value.lowest > number
        case "<=":
            return value.highest <= number
        case ">=":
            return value.lowest >= number
        case _:
            return value.single == number and value.bound in {"exact", "about"}
