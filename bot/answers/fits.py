"""Checking whether an item can be what it is said to be: what can be checked, and no verdict.

Each test looks at one thing that the question claims (a signer, a day, a flight, a place, a number)
and says whether it goes together with what is recorded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from bot.answers import say
from bot.answers.conditions import describe_conditions
from bot.answers.draft import Draft
from bot.answers.select import Match, Selector
from bot.answers.things import loss, predicate
from bot.knowledge.facts import Fact
from bot.knowledge.fields import facts_of
from bot.knowledge.labels import cover_label
from bot.knowledge.reading.lines import happens_to
from bot.knowledge.reading.missions import EVENTS
from bot.knowledge.records import Cover, Mark, Mission, Place, Practice, Programme
from bot.knowledge.values import Count, Day, Interval
from bot.questions.query import Query

_NO_VERDICT = "That is what can be checked here; it is no verdict on the item."


Result = Literal["fits", "does not fit", "told"]
_LEADS: dict[Result, str] = {"fits": "Fits: ", "does not fit": "Does not fit: ", "told": ""}


@dataclass(frozen=True)
class Finding:
    """One test's result and why; `told` findings are for information only."""

    result: Result
    text: str
    facts: tuple[Fact, ...] = ()


# The event of a flight that an item says it is for.
_EVENT_DAYS = {
    "launch": "launched",
    "docking": "arrived",
    "berthing": "arrived",
    "depart": "departed",
    "recovery": "ended",
}

# The day that a postmark for an event of a practice bears.
_NEXT_WORKING_DAY = 3  # days after an event on which a closed office may first postmark for it
_DAY_OF_EVENT = {
    "launch": "launched",
    "docking": "arrived",
    "berthing": "arrived",
    "undocking": "departed",
    "landing": "ended",
}

# Hours that local time is ahead of UTC at the launch sites, winter and summer (IANA's time zone
# database). A postmark bears the local day.
_CLOCKS = {
    "united-states": (-5, -4),
    "french-guiana": (-3,),
    "kazakhstan": (5, 6),
    "japan": (9,),
}


class Fits:
    """Answers of the kind fits."""

    def __init__(self, selector: Selector) -> None:
        """Test against what `selector` finds."""
        self._selector = selector
        self._knowledge = selector.knowledge

    def answer(self, query: Query, draft: Draft) -> str:
        """Fill `draft` with every test that could be made; returns the status."""
        findings = list(self._findings(query))
        if not findings:
            what = describe_conditions(self._knowledge, query)
            draft.say(f"Nothing recorded here tells whether that fits: {what}.")
            return "not_recorded"
        for finding in findings:
            draft.say(f"{_LEADS[finding.result]}{finding.text}")
            draft.state(finding.facts)
        draft.say(_NO_VERDICT)
        draft.about(*(mission.id for mission in self._missions(query)))
        return "answered"

    def _findings(self, query: Query) -> Iterator[Finding]:
        yield from self._lost(query)
        yield from self._recorded_covers(query)
        yield from self._signers(query)
        yield from self._days(query)
        yield from self._routes(query)
        yield from self._places(query)
        yield from self._marks(query)
        yield from self._numbers(query)

    # --- what the question names --------------------------------------------------------------

    def _things(self, query: Query, *fields: str) -> list[str]:
        return [t for c in query.where if c.field in fields for t in c.things]

    def _missions(self, query: Query) -> list[Mission]:
        ids = self._things(query, "about", "up", "commemorates", "self")
        records = [self._knowledge.thing(thing) for thing in ids]
        return [record for record in records if isinstance(record, Mission)]

    def _claimed_days(self, query: Query) -> list[Day]:
        fields = {"strike_day", "signed_day", "any_day", "launched", "at_station"}
        return [c.day for c in query.where if c.day is not None and c.field in fields]

    # --- the tests ----------------------------------------------------------------------------

    def _lost(self, query: Query) -> Iterator[Finding]:
        """Nothing that went up on a ship that was lost reached the station."""
        flown = {"up", "down", "flew", "signed_by", "marks"}
        there = "iss" in self._things(query, "strike_place")
        there = there or any(condition.field in flown for condition in query.where)
        for mission in self._missions(query):
            if mission.was_lost:
                text, facts = loss(self._knowledge, mission)
                end = " Nothing it carried reached the station." if there else ""
                yield Finding("does not fit" if there else "told", text + end, tuple(facts))

    def _recorded_covers(self, query: Query) -> Iterator[Finding]:
        """A cover on record that is just so."""
        for match in self._selector.select("cover", query.where)[:1]:
            if isinstance(match.thing, Cover) and len(query.where) > 1:
                label = cover_label(self._knowledge, match.thing)
                facts = [f for c in query.where for f in self._selector.facts(match, c.field)][:3]
                yield Finding("fits", f"such a piece is on record: {label}.", tuple(facts))

    def _signers(self, query: Query) -> Iterator[Finding]:
        """Was the signer on board on that day, or while the ship was there?"""
        when = self._reference(query)
        for thing in self._things(query, "signed_by"):
            person = self._knowledge.thing(thing)
            stays = facts_of(self._knowledge, person, "at_station")
            if when is None or not stays:
                continue
            name, span = when
            held = [f for f in stays if isinstance(f.value, Interval) and f.value.overlaps(span)]
            told = held or stays
            words = say.listed(_span(f.value) for f in told if isinstance(f.value, Interval))
            verb = "was" if held else "was not"
            text = f"{person.name} {verb} on board {name}; on board as recorded: {words}."
            yield Finding("fits" if held else "does not fit", text, tuple(told))

    def _reference(self, query: Query) -> tuple[str, Interval] | None:
        """The time that a signature must go together with: a day, or the ship's stay."""
        days = self._claimed_days(query)
        if days:
            return f"on {say.day(days[0])}", Interval(begin=days[0], end=days[0])
        for mission in self._missions(query):
            stays = facts_of(self._knowledge, mission, "at_station")
            spans = [f.value for f in stays if isinstance(f.value, Interval)]
            if spans:
                whole = Interval(begin=spans[0].begin, end=spans[-1].end)
                return f"while {mission.name} was at the station ({_span(whole)})", whole
        return None

    def _days(self, query: Query) -> Iterator[Finding]:
        """Was the ship there on the day of the postmark, or launched by then at all?"""
        on_board = "iss" in self._things(query, "strike_place")
        told = [c.text for c in query.where if c.field in {"event", "strike_event"} and c.text]
        events = tuple(
            field for text in told for word, field in _EVENT_DAYS.items() if word.startswith(text)
        )
        claimed = [day for day in self._claimed_days(query) if day.precision != "year"]
        for mission in self._missions(query):
            for day in claimed:
                days = events or tuple(EVENTS)
                yield from self._day_of(mission, day, days, on_board=on_board)

    def _day_of(
        self, mission: Mission, day: Day, events: tuple[str, ...], *, on_board: bool
    ) -> Iterator[Finding]:
        """What of `events` was on that day; else whether the ship was there then."""
        launched = facts_of(self._knowledge, mission, "launched")
        beside = self._by_local_time(mission, day, events)
        if beside is not None:
            yield beside
            return
        if (
            launched
            and isinstance(launched[0].value, Day)
            and day.before(launched[0].value.whole_day())
        ):
            words = predicate(self._knowledge, mission, "launched", launched[:1])
            yield Finding(
                "does not fit",
                f"{mission.name} {words}, after {say.day(day)}.",
                tuple(launched[:1]),
            )
            return
        for name in events:
            for fact in self._selector.facts(Match(mission), name):
                if isinstance(fact.value, Day) and fact.value.overlaps(day):
                    words = predicate(self._knowledge, mission, name, [fact])
                    yield Finding("fits", f"{mission.name} {words}.", (fact,))
                    return
        if len(set(events)) == 1:  # an event was claimed, and it was on another day
            yield from self._another_day(mission, day, events[0])
            return
        stays = facts_of(self._knowledge, mission, "at_station")
        spans = [f for f in stays if isinstance(f.value, Interval)]
        if not spans:
            return
        there = [f for f in spans if isinstance(f.value, Interval) and f.value.overlaps(day)]
        words = say.listed(_span(f.value) for f in spans if isinstance(f.value, Interval))
        verb = "was" if there else "was not"
        text = f"{mission.name} {verb} at the station on {say.day(day)}; it was there {words}."
        if there or on_board:
            yield Finding("fits" if there else "does not fit", text, tuple(spans))
        else:
            yield Finding("told", text, tuple(spans))

    def _another_day(self, mission: Mission, day: Day, event: str) -> Iterator[Finding]:
        """When the claimed event was; a day more or less may be the local date."""
        for fact in self._selector.facts(Match(mission), event)[:1]:
            if not isinstance(fact.value, Day):
                continue
            words = predicate(self._knowledge, mission, event, [fact])
            apart = abs((fact.value.start - day.start).days)
            near = apart <= 1 and day.precision == "day"
            text = f"{mission.name} {words}, not on {say.day(day)}."
            yield Finding("told" if near else "does not fit", text, (fact,))

    def _by_local_time(self, mission: Mission, day: Day, events: tuple[str, ...]) -> Finding | None:
        """A launch whose local day is the claimed one, though its day by UTC is another."""
        if "launched" not in events or day.precision != "day":
            return None
        sites = facts_of(self._knowledge, mission, "launch_site")
        places = [self._knowledge.thing(str(fact.value)) for fact in sites]
        zones = [
            _CLOCKS[p.country] for p in places if isinstance(p, Place) and p.country in _CLOCKS
        ]
        for fact in facts_of(self._knowledge, mission, "launched"):
            if not (zones and isinstance(fact.value, Day) and fact.value.has_time):
                continue
            local = {(fact.value.start + timedelta(hours=hours)).date() for hours in zones[0]}
            if fact.value.date != day.date and day.date in local:
                words = predicate(self._knowledge, mission, "launched", [fact])
                text = f"{mission.name} {words}; by local time that may be {say.day(day)}."
                return Finding("told", text, (fact,))
        return None

    def _routes(self, query: Query) -> Iterator[Finding]:
        """Another way down than the recorded one."""
        claimed = self._things(query, "down")
        rest = [c for c in query.where if c.field in {"about", "by_party", "form"}]
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
            yield Finding("does not fit", f"their recorded way down is {names}.", tuple(facts[:2]))

    def _places(self, query: Query) -> Iterator[Finding]:
        """Was the post office open, and is its postmark usual for the event?"""
        places = [t for t in self._things(query, "strike_place") if t != "iss"]
        for place_id in places:
            place = self._knowledge.thing(place_id)
            if isinstance(place, Place):
                yield from self._open_then(place, query)
        if places:
            yield from self._usual(query, places)

    def _open_then(self, place: Place, query: Query) -> Iterator[Finding]:
        closed = self._closings(place)
        for day in self._claimed_days(query):
            for fact in closed:
                if isinstance(fact.value, Day) and fact.value.before(day):
                    text = f"the {place.name} post office closed on {say.day(fact.value)}."
                    yield Finding("does not fit", text, (fact,))
                    return

    def _closings(self, place: Place) -> list[Fact]:
        """The closing day of a place, or of the post office that stands in it."""
        inside = [p for p in self._knowledge.all(Place) if p.within == place.id]
        return [f for p in (place, *inside) for f in facts_of(self._knowledge, p, "closed")]

    def _usual(self, query: Query, places: list[str]) -> Iterator[Finding]:
        """What the practices say of the place for this flight and event."""
        fields = {"event", "strike_event"}
        events = [c.text for c in query.where if c.field in fields and c.text]
        practices = self._practices(query, events[0] if events else None)
        if not practices:
            return
        fitting = [p for p in practices if p.place in places]
        apart = self._of_another_day(query, fitting)
        if apart is not None:
            yield apart
            return
        told = fitting or practices
        names = [
            f"{say.name(self._knowledge, str(p.place))}"
            + (f" for the {p.event}" if p.event else "")
            + (f" ({p.note})" if p.note else "")
            for p in told
            if p.place
        ]
        facts = tuple(
            Fact(p.about[0], "postmark_places", str(p.place), p.source, entry=p.id)
            for p in told
            if p.place
        )
        usual = say.listed(dict.fromkeys(names))
        verb = "a usual postmark is" if fitting else "Usual postmarks are"
        yield Finding("fits" if fitting else "told", f"{verb} {usual}.", facts)

    def _of_another_day(self, query: Query, usual: list[Practice]) -> Finding | None:
        """As in a launch site's postmark with the day of the docking: the two do not go together.

        None where the day claimed is that of an event that the postmark is usual for, or a day
        beside it, for the local date may differ by one.
        """
        days = [day for day in self._claimed_days(query) if day.precision == "day"]
        missions = self._missions(query)
        if len(days) != 1 or len(missions) != 1 or not usual:
            return None
        facts: list[Fact] = []
        named = [f for name in EVENTS for f in self._selector.facts(Match(missions[0]), name)]
        of_event = any(isinstance(f.value, Day) and f.value.overlaps(days[0]) for f in named)
        late = 1 if of_event else _NEXT_WORKING_DAY
        for practice in usual:
            field = _DAY_OF_EVENT.get(practice.event or "")
            found = self._selector.facts(Match(missions[0]), field) if field else []
            dated = [f for f in found if isinstance(f.value, Day)]
            if not dated or any(_is_near(fact, days[0], late) for fact in dated):
                return None
            facts += dated[:1]
        place = say.name(self._knowledge, str(usual[0].place))
        events = say.listed(dict.fromkeys(f"the {p.event}" for p in usual))
        when = say.listed(
            dict.fromkeys(say.day(f.value) for f in facts if isinstance(f.value, Day))
        )
        text = f"{place} is usual for {events} ({when}), not for {say.day(days[0])}."
        return Finding("does not fit", text, tuple(facts))

    def _practices(self, query: Query, event: str | None) -> list[Practice]:
        """Practices for the flight itself, else for its programme."""
        missions = self._missions(query)
        ids = [mission.id for mission in missions]
        lines = [mission.programme for mission in missions] or [
            t
            for t in self._things(query, "about", "commemorates")
            if isinstance(self._knowledge.thing(t), Programme)
        ]
        found = [
            p
            for p in self._knowledge.all(Practice)
            if p.what == "postmarks" and p.place and (event is None or _is_event(p.event, event))
        ]
        own = [p for p in found if set(p.about) & set(ids)]
        events = {p.event for p in own}
        return own + [
            p
            for p in found
            if set(p.about) & set(lines)
            and p.event not in events
            and not (set(p.about) - set(lines))
            and all(happens_to(p, mission) for mission in missions)
        ]

    def _marks(self, query: Query) -> Iterator[Finding]:
        """Was the handstamp in use on that day?"""
        for thing in self._things(query, "marks"):
            mark = self._knowledge.thing(thing)
            if not isinstance(mark, Mark):
                continue
            for day in self._claimed_days(query):
                over = facts_of(self._knowledge, mark, "over")
                begun = facts_of(self._knowledge, mark, "begun")
                if over and isinstance(over[0].value, Day) and over[0].value.before(day):
                    text = f"the {mark.name} was used until {say.day(over[0].value)}."
                    yield Finding("does not fit", text, (over[0],))
                elif begun and isinstance(begun[0].value, Day) and day.before(begun[0].value):
                    text = f"the {mark.name} came into use in {say.day(begun[0].value)}."
                    yield Finding("does not fit", text, (begun[0],))

    def _numbers(self, query: Query) -> Iterator[Finding]:
        """A number above the recorded figure."""
        numbers = [c.number for c in query.where if c.number is not None]
        rest = [c for c in query.where if c.number is None]
        if not numbers or not rest:
            return
        for match in self._selector.select("cover", rest)[:3]:
            name = query.fields[0] if query.fields else "issued"
            for fact in self._selector.facts(match, name)[:1]:
                assert isinstance(fact.value, Count)
                label = say.name(self._knowledge, match.thing.id)
                most = fact.value.highest * (2 if fact.value.bound == "about" else 1)
                fits = numbers[0] <= most
                text = f"{label}: {say.count(fact.value)} {_DONE.get(name, name)} as recorded."
                yield Finding("fits" if fits else "does not fit", text, (fact,))


_DONE = {"issued": "issued", "marked": "marked on board"}


_ARRIVALS = {"docking", "berthing"}


def _is_event(event: str | None, asked: str) -> bool:
    """Whether a practice is for the event asked about; docking and berthing count as one."""
    if event is None:  # for whatever the flight does
        return True
    if event in _ARRIVALS and any(name.startswith(asked) for name in _ARRIVALS):
        return True
    return event.startswith(asked)


def _span(value: Interval) -> str:
    end = say.day(value.end) if value.end else "now, as far as recorded"
    return f"{say.day(value.begin)} to {end}"


def _is_near(fact: Fact, day: Day, late: int) -> bool:
    """Whether a day is that of an event, the one before it, or at most `late` days after it."""
    if not isinstance(fact.value, Day):
        return False
    return -1 <= (day.start - fact.value.whole_day().start).days <= late
