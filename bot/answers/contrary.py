"""What is recorded against a claim: the evidence on which a yes/no question is answered with no."""

from __future__ import annotations

from bot.answers.select import Match, Selector
from bot.knowledge.clocks import is_local_day
from bot.knowledge.facts import Fact
from bot.knowledge.records import Mission, Party
from bot.knowledge.values import Count, Day
from bot.questions.query import Condition, Query

# Fields of which a source tells all there is: another value recorded there is contrary evidence.
# Signers, marks and makers are open lists: others may simply not be recorded.
_TOLD_IN_FULL = {"quantity", "issued", "flown", "marked", "signed", "postmarked"}
_SINGLE = {
    "up",
    "down",
    "reached",
    "issuer",
    "by_party",
    "strike_place",
    "strike_day",
    "return_place",
    "return_day",
    "recovered_day",
    "launched",
    "launch_site",
    "mark_kind",
    "commander",
    "crew",
    "ship_up",
    "ship_home",
    "arrived",
    "departed",
    "ended",
    "how_attached",
    "outcome",
    "port",
    "programme",
    "variant",
    "attaches",
    "returns_cargo",
    "reusable",
    "last_mission",
    "first_mission",
    "at_station",
    "operator",
    "vehicle",
    "end_place",
    "covers_inside",
    "form",
}


class Contrary:
    """Finds the things whose recorded values speak against a claim."""

    def __init__(self, selector: Selector) -> None:
        """Look among what `selector` finds."""
        self._selector = selector
        self._knowledge = selector.knowledge

    def find(self, query: Query, matches: list[Match]) -> tuple[list[Match], list[Fact]]:
        """The things whose recorded values speak against the claim."""
        for condition in query.claim:
            if condition.op == "recorded" or not self._is_testable(condition):
                continue
            if self._selector.select(query.kind, (*query.where, condition)):
                continue  # this part of the claim is so
            flown = [m for m in matches if self._selector.facts(m, "flew")]
            if flown and condition.field in {"strike_place", "strike_day"}:
                relevant = [m for m in flown if self._selector.facts(m, condition.field)]
                if not relevant:
                    continue  # the postmark of the flown ones is just not recorded
            known = [m for m in matches if self._selector.facts(m, condition.field)]
            if not known or condition.field not in _SINGLE | _TOLD_IN_FULL:
                continue
            partly = len(known) < len(matches)
            if condition.field in {"strike_day", "by_party", "issuer"} and partly:
                continue
            signers = any(c.field == "signed_by" for c in (*query.where, *query.claim))
            if condition.field == "signed" and partly and not signers:
                continue  # "were 1200 signed": of some the number is just not recorded
            if self._may_hold(condition, known) or self._is_sum(condition, known):
                continue
            evidence = (f for m in known[:3] for f in self._selector.facts(m, condition.field))
            return known, list(evidence)
        return [], []

    def _is_testable(self, condition: Condition) -> bool:
        """Whether the day that a nested query stands for is known at all."""
        if condition.query is None:
            return True
        found = self._selector.select(condition.query.kind, condition.query.where)
        return any(self._selector.facts(match, condition.query.fields[0]) for match in found)

    def _is_called_so(self, condition: Condition, known: list[Match]) -> bool:
        """Whether a ship that has no record here is called as the claimed one: Progress 33."""
        crafts = {str(f.value) for m in known for f in self._selector.facts(m, condition.field)}
        flights = [self._knowledge.thing(thing) for thing in condition.things]
        numbers = {f.nasa_number or "" for f in flights if isinstance(f, Mission)}
        names = {f"Progress {number.removesuffix('P')}" for number in numbers}
        names |= {name for flight in flights for name in (flight.name, *flight.names)}
        return bool(crafts & names)

    def _may_hold(self, condition: Condition, known: list[Match]) -> bool:
        """Whether an inexact figure leaves the claimed number possible, or a name the flight."""
        if condition.field in {"up", "down"} and self._is_called_so(condition, known):
            return True
        if self.by_another_clock(condition, known) or self._is_of_its_club(condition, known):
            return True
        if condition.number is None:
            return False
        if any(f.lot for m in known for f in self._selector.facts(m, "quantity")):
            sums = [f.value for m in known for f in self._selector.facts(m, "quantity")]
            most = sum(value.highest for value in sums if isinstance(value, Count))
            single = [v.lowest for v in sums if isinstance(v, Count)]
            if max(single, default=0) < condition.number <= most:
                return True  # further pieces beside those may make up the number
        for match in known:
            for fact in self._selector.facts(match, condition.field):
                value = fact.value
                if isinstance(value, Count) and _is_possible(value, condition.number):
                    return True
        return False

    def _is_of_its_club(self, condition: Condition, known: list[Match]) -> bool:
        """Whether what is claimed of a company is recorded of its club: Astrium's La Marianne."""
        facts = (f for m in known for f in self._selector.facts(m, condition.field))
        makers = [self._knowledge.get(str(fact.value)) for fact in facts]
        clubs = (maker for maker in makers if isinstance(maker, Party))
        companies = {claim.value for club in clubs for claim in club.part_of}
        return bool(companies & set(condition.things))

    def by_another_clock(self, condition: Condition, known: list[Match]) -> list[Fact]:
        """The facts that fall on a claimed day by local time only: ours are in UTC."""
        day = condition.day
        return [
            fact
            for match in known
            for fact in self._selector.facts(match, condition.field)
            if day and isinstance(fact.value, Day) and isinstance(match.thing, Mission)
            if is_local_day(self._knowledge, match.thing, condition.field, fact.value, day)
        ]

    def _is_sum(self, condition: Condition, known: list[Match]) -> bool:
        """Whether several items have a figure: their sum may be what is claimed."""
        if condition.number is None:
            return False
        counted = [m for m in known if self._selector.facts(m, condition.field)]
        return len(counted) > 1


def _is_possible(value: Count, number: float) -> bool:
    """Whether an inexact figure leaves a number possible; "about 40" may well be 41."""
    if value.exact:
        return False
    if value.bound == "about":
        return value.lowest / 2 <= number <= value.highest * 2
    return value.lowest <= number <= value.highest
