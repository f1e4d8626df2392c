"""Checking whether an item can be what it is said to be: what can be checked, and no verdict.

Each test looks at one thing that the question claims (a signer, a day, a flight, a place, a number)
and says whether it goes together with what is recorded. A claim that no test looked at is named as
not checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.answers import say
from bot.answers.claims import DAYS, EVENTS, Claims, Finding, Result
from bot.answers.conditions import condition_words, describe_conditions
from bot.answers.draft import Draft
from bot.answers.fitting_offices import Offices
from bot.answers.fitting_times import Times
from bot.answers.select import Selector, items_of
from bot.answers.things import loss
from bot.knowledge.labels import cover_label
from bot.knowledge.records import Cover
from bot.knowledge.values import Count
from bot.questions.query import Condition, Query

_NO_VERDICT = "That is what can be checked here; it is no verdict on the item."
_NOT_CHECKED = "Not checked here: {claims}."
_TWO_READINGS = "The day may also be read as {other}; taken here as {day}."

_LEADS: dict[Result, str] = {"fits": "Fits: ", "does not fit": "Does not fit: ", "told": ""}
_GROUPS = (DAYS, EVENTS)  # fields of which one stands for all


class Fits:
    """Answers of the kind fits."""

    def __init__(self, selector: Selector) -> None:
        """Test against what `selector` finds."""
        self._selector = selector
        self._knowledge = selector.knowledge
        self._times = Times(selector)
        self._offices = Offices(selector)

    def answer(self, query: Query, draft: Draft) -> str:
        """Fill `draft` with every test that could be made; returns the status."""
        claims, findings, note = self._best_reading(query)
        if not findings:
            what = describe_conditions(self._knowledge, query)
            draft.say(f"Nothing recorded here tells whether that fits: {what}.")
            return "not_recorded"
        for finding in findings:
            draft.say(say.capital(f"{_LEADS[finding.result]}{finding.text}"))
            draft.state(finding.facts)
        unchecked = list(self._unchecked(claims, findings))
        left = _NOT_CHECKED.format(claims=say.listed(unchecked)) if unchecked else ""
        draft.say(" ".join(filter(None, (note, left, _NO_VERDICT))))
        draft.about(*(mission.id for mission in claims.missions()))
        return "answered"

    def _best_reading(self, query: Query) -> tuple[Claims, list[Finding], str]:
        """The findings on the claims; of a day with two readings on the one that fits better."""
        readings = [Claims(one, self._knowledge) for one in _readings(query)]
        found = [(claims, list(self._findings(claims))) for claims in readings]
        found.sort(key=lambda pair: _contradictions(pair[1]))
        claims, findings = found[0]
        if len(found) == 1:
            return claims, findings, ""
        day, other = (pair[0].days()[0] for pair in found)
        return claims, findings, _TWO_READINGS.format(other=say.day(other), day=say.day(day))

    def _findings(self, claims: Claims) -> Iterator[Finding]:
        yield from self._lost(claims)
        known = list(self._recorded_covers(claims))
        yield from known
        for finding in self._times.findings(claims):
            if not (known and finding.result == "does not fit"):
                yield finding  # a piece on record can be so, whatever else is told of it
        yield from self._carried(claims)
        yield from self._routes(claims)
        yield from self._kinds(claims)
        yield from self._offices.findings(claims)
        yield from self._numbers(claims)

    def _unchecked(self, claims: Claims, findings: list[Finding]) -> Iterator[str]:
        """The claims that no finding is of, in words."""
        tested = {field for finding in findings for field in finding.of}
        groups = [group for group in _GROUPS if group & tested]
        for condition in claims.where:
            known = condition.field in {*tested, "about", "self"}
            if not known and not any(condition.field in group for group in groups):
                yield condition_words(self._knowledge, condition) or condition.field

    # --- the tests ----------------------------------------------------------------------------

    def _lost(self, claims: Claims) -> Iterator[Finding]:
        """Nothing that went up on a ship that was lost reached the station."""
        flown = frozenset({"up", "down", "flew"})
        for mission in claims.missions():
            if mission.was_lost:
                text, facts = loss(self._knowledge, mission)
                text += " Nothing it carried reached the station."
                result: Result = "does not fit" if claims.is_carried else "told"
                yield Finding(result, text, tuple(facts), flown)

    def _recorded_covers(self, claims: Claims) -> Iterator[Finding]:
        """A cover on record that is just so."""
        for match in self._selector.select("cover", claims.where)[:1]:
            if isinstance(match.thing, Cover) and len(claims.where) > 1:
                label = cover_label(self._knowledge, match.thing)
                facts = [f for c in claims.where for f in self._selector.facts(match, c.field)][:3]
                of = frozenset(condition.field for condition in claims.where)
                yield Finding("fits", f"such a piece is on record: {label}.", tuple(facts), of)

    def _carried(self, claims: Claims) -> Iterator[Finding]:
        """Whether the flight carried covers at all, as far as recorded."""
        flown = any(c.field in {"up", "flew"} for c in claims.where)
        of = frozenset({"up", "flew"})
        for mission in [m for m in claims.missions() if flown and not m.was_lost]:
            up = Condition(field="up", things=(mission.id,))
            found = items_of(self._selector.select("cover", [up]))
            facts = [f for match in found for f in self._selector.facts(match, "up")]
            names = [say.name(self._knowledge, match.thing.id) for match in found]
            if names:
                more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
                pieces = say.listed(names[:_NAMED])
                sure = any(not (fact.note or "").startswith("likely") for fact in facts)
                doubt = "" if sure else " (that it flew is likely, not certain)"
                text = f"mail flown on {mission.name} is on record: {pieces}{more}{doubt}."
                result: Result = "fits" if sure else "told"
                text = text if sure else say.capital(text)
                yield Finding(result, text, tuple(facts[:_NAMED]), of)
            else:
                text = f"No mail flown on {mission.name} is recorded here."
                yield Finding("told", text, (), of)

    def _routes(self, claims: Claims) -> Iterator[Finding]:
        """Another way down than the recorded one."""
        claimed = claims.things("down")
        rest = [c for c in claims.where if c.field in {"about", "up", "by_party", "form"}]
        if not claimed or not rest:
            return
        facts = [
            fact
            for match in self._selector.select("cover", rest)
            for fact in self._selector.facts(match, "down")
        ]
        if facts and not any(
            self._selector.stands_for(c, str(f.value)) for f in facts for c in claimed
        ):
            names = say.listed(
                dict.fromkeys(say.name(self._knowledge, str(f.value)) for f in facts)
            )
            text = f"their recorded way down is {names}."
            yield Finding("does not fit", text, tuple(facts[:2]), frozenset({"down"}))

    def _kinds(self, claims: Claims) -> Iterator[Finding]:
        """Pieces of that maker, or of that form, for that flight."""
        told = [c for c in claims.where if c.field in {"by_party", "form"}]
        about = [Condition(field="about", things=(m.id,)) for m in claims.missions()[:1]]
        if not told or not about:
            return
        found = items_of(self._selector.select("cover", [*told, *about]))[:_NAMED]
        named = [say.name(self._knowledge, match.thing.id) for match in found]
        facts = [f for match in found for c in told for f in self._selector.facts(match, c.field)]
        if named:
            text = f"on record here of that kind: {say.listed(named)}."
            yield Finding("fits", text, tuple(facts), frozenset(c.field for c in told))

    def _numbers(self, claims: Claims) -> Iterator[Finding]:
        """A number above the recorded figure."""
        numbers = [c.number for c in claims.where if c.number is not None]
        of = frozenset(c.field for c in claims.where if c.number is not None)
        rest = [c for c in claims.where if c.number is None]
        if not numbers or not rest:
            return
        for match in self._selector.select("cover", rest)[:3]:
            name = claims.query.fields[0] if claims.query.fields else "issued"
            for fact in self._selector.facts(match, name)[:1]:
                assert isinstance(fact.value, Count)
                label = say.name(self._knowledge, match.thing.id)
                most = fact.value.highest * (2 if fact.value.bound == "about" else 1)
                fits = numbers[0] <= most
                text = f"{label}: {say.count(fact.value)} {_DONE.get(name, name)} as recorded."
                yield Finding("fits" if fits else "does not fit", text, (fact,), of)


_NAMED = 3  # pieces that are named one by one
_DONE = {"issued": "issued", "marked": "marked on board"}


def _readings(query: Query) -> list[Query]:
    """A query for each reading of its day: 6/5/2023 may be in May or in June."""
    unsure = [c for c in query.where if c.day is not None and c.until is not None and c.op == "is"]
    if len(unsure) != 1:
        return [query]
    days = (unsure[0].day, unsure[0].until)
    plain = [unsure[0].model_copy(update={"day": day, "until": None}) for day in days]
    return [
        query.model_copy(update={"where": tuple(one if c is unsure[0] else c for c in query.where)})
        for one in plain
    ]


def _contradictions(findings: list[Finding]) -> tuple[int, int]:
    results = [finding.result for finding in findings]
    return results.count("does not fit"), -results.count("fits")
