"""Times that must go together: signers and ships at the station, postmarks and events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.answers import say
from bot.answers.claims import DAYS, EVENTS, STRIKE, Claims, Finding
from bot.answers.select import Match, Selector
from bot.answers.things import local_day, predicate
from bot.knowledge.clocks import is_local_day
from bot.knowledge.facts import Fact
from bot.knowledge.fields import facts_of
from bot.knowledge.reading.missions import EVENTS as FLIGHT_EVENTS
from bot.knowledge.records import Cover, Mission
from bot.knowledge.values import Day, Interval

# The field of the day of an event that an item says it is for; the events begin so.
_EVENT_DAYS = {
    "launch": "launched",
    "docking": "arrived",
    "berthing": "arrived",
    "undock": "departed",
    "depart": "departed",
    "recovery": "ended",
    "landing": "ended",
    "return": "ended",
}
_HOMECOMINGS = {"landing", "return", "recovery"}


def event_fields(events: list[str]) -> tuple[str, ...]:
    """The fields of the days of events that are named, as of "dock": arrived."""
    return tuple(
        field for text in events for word, field in _EVENT_DAYS.items() if word.startswith(text)
    )


class Times:
    """Tests of signers and days."""

    def __init__(self, selector: Selector) -> None:
        """Test against what `selector` finds."""
        self._selector = selector
        self._knowledge = selector.knowledge

    def findings(self, claims: Claims) -> Iterator[Finding]:
        """What is found of the signers and the days."""
        yield from self._signers(claims)
        yield from self._in_space(claims)
        yield from self._days(claims)
        yield from self._homecoming(claims)
        yield from self._recovered(claims)

    # --- signers ------------------------------------------------------------------------------

    def _signers(self, claims: Claims) -> Iterator[Finding]:
        """Was the signer on board on that day, or while the ship was there?"""
        when = self._reference(claims)
        for thing in claims.things("signed_by"):
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
            of = frozenset({"signed_by", *(DAYS if claims.days() else ())})
            yield Finding("fits" if held else "does not fit", text, tuple(told), of)

    def _reference(self, claims: Claims) -> tuple[str, Interval] | None:
        """The time that a signature must go together with: a day, or the ship's stay."""
        days = claims.days()
        if days:
            return say.dated(days[0]), Interval(begin=days[0], end=days[0])
        for mission in claims.missions():
            spans = [f.value for f in self._stays(mission) if isinstance(f.value, Interval)]
            if spans:
                whole = Interval(begin=spans[0].begin, end=spans[-1].end)
                return f"while {self._who_stayed(mission)} at the station ({_span(whole)})", whole
            ended = facts_of(self._knowledge, mission, "ended") if mission.was_lost else []
            for fact in ended:
                if isinstance(fact.value, Day):
                    day = fact.value.whole_day()
                    return f"{say.dated(day)}, when {mission.name} was lost", _whole(day)
        return None

    def _stays(self, mission: Mission) -> list[Fact]:
        """The stays of a ship; the last lasts until its mail left, where that was later."""
        stays = [
            fact
            for fact in facts_of(self._knowledge, mission, "at_station")
            if isinstance(fact.value, Interval)
        ]
        left = self._mail_left(mission)
        if not stays or left is None or not isinstance(stays[-1].value, Interval):
            return stays
        last = stays[-1].value
        if last.end is None or not last.end.before(left):
            return stays
        return [*stays[:-1], replace(stays[-1], value=Interval(begin=last.begin, end=left))]

    def _mail_left(self, mission: Mission) -> Day | None:
        """When the mail of a flight left the station with other ships, the last of it."""
        days = [
            departed.value
            for fact, _ in self._brought_home(mission)
            if str(fact.value) in self._knowledge
            for departed in facts_of(
                self._knowledge, self._knowledge.thing(str(fact.value)), "departed"
            )
            if isinstance(departed.value, Day)
        ]
        return max(days, key=lambda day: day.start, default=None)

    def _who_stayed(self, mission: Mission) -> str:
        """As in "ATV-1 or its mail was": the mail came home months after the ship had left."""
        own = [
            f.value.end
            for f in facts_of(self._knowledge, mission, "at_station")
            if isinstance(f.value, Interval)
        ]
        left = self._mail_left(mission)
        longer = left is not None and bool(own) and own[-1] is not None and own[-1].before(left)
        return f"{mission.name} or its mail was" if longer else f"{mission.name} was"

    # --- days ---------------------------------------------------------------------------------

    def _days(self, claims: Claims) -> Iterator[Finding]:
        """Was the ship there on the day of the postmark, or launched by then at all?"""
        events = event_fields(claims.events())
        claimed = [day for day in claims.days() if day.precision != "year"]
        for mission in claims.missions():
            if _is_homecoming(claims) and self._brought_home(mission):
                continue  # the ship burned up, and its mail came home otherwise
            for day in claimed:
                days = events or tuple(FLIGHT_EVENTS)
                on_board = claims.is_struck_on_board
                found = self._day_of(mission, day, days, on_board=on_board)
                of = DAYS | EVENTS | (STRIKE if on_board else frozenset())
                yield from (replace(finding, of=of) for finding in found)

    def _day_of(
        self, mission: Mission, day: Day, events: tuple[str, ...], *, on_board: bool
    ) -> Iterator[Finding]:
        """What of `events` was on that day; else whether the ship was there then."""
        beside = self._by_local_time(mission, day, events)
        if beside is not None:
            yield beside
            return
        early = self._before_launch(mission, day)
        if early is not None:
            yield early
            return
        for name in events:
            for fact in self._selector.facts(Match(mission), name):
                if isinstance(fact.value, Day) and fact.value.overlaps(day):
                    yield self._on_that_day(mission, fact)
                    return
        if len(set(events)) == 1:  # an event was claimed, and it was on another day
            yield from self._another_day(mission, day, events[0])
            return
        yield from self._there(mission, day, on_board=on_board)

    def _on_that_day(self, mission: Mission, fact: Fact) -> Finding:
        """An event on the day claimed, by UTC: at a launch site it may have been another day."""
        words = predicate(self._knowledge, mission, fact.field, [fact])
        launch = fact.field == "launched"
        sites = facts_of(self._knowledge, mission, "launch_site") if launch else ()
        there = [local_day(self._knowledge, fact, str(site.value)) for site in sites[:1]]
        told = ", ".join([f"{mission.name} {words}", *filter(None, there)])
        return Finding("told" if any(there) else "fits", f"{told}.", (fact,))

    def _before_launch(self, mission: Mission, day: Day) -> Finding | None:
        """A postmark that is older than the flight."""
        for fact in facts_of(self._knowledge, mission, "launched")[:1]:
            if isinstance(fact.value, Day) and day.before(fact.value.whole_day()):
                words = predicate(self._knowledge, mission, "launched", [fact])
                text = f"{mission.name} {words}, after {say.day(day)}."
                return Finding("does not fit", text, (fact,))
        return None

    def _there(self, mission: Mission, day: Day, *, on_board: bool) -> Iterator[Finding]:
        """Whether the ship was at the station that day; on Earth a mark may be struck any day."""
        spans = self._stays(mission)
        if not spans:
            return
        there = [f for f in spans if isinstance(f.value, Interval) and f.value.overlaps(day)]
        words = say.listed(_span(f.value) for f in spans if isinstance(f.value, Interval))
        who = self._who_stayed(mission) + ("" if there else " not")
        text = f"{who} at the station {say.dated(day)}; there from {words}."
        apart: Finding = Finding("does not fit" if on_board else "told", text, tuple(spans))
        yield Finding("fits", text, tuple(spans)) if there else apart

    def _another_day(self, mission: Mission, day: Day, event: str) -> Iterator[Finding]:
        """When the claimed event was; a day more or less may be the local date."""
        for fact in self._selector.facts(Match(mission), event)[:1]:
            if not isinstance(fact.value, Day):
                continue
            words = predicate(self._knowledge, mission, event, [fact])
            apart = abs((fact.value.start - day.start).days)
            near = apart <= 1 and day.precision == "day" and event != "launched"
            text = f"{mission.name} {words}, not {say.dated(day)}."
            yield Finding("told" if near else "does not fit", text, (fact,))

    def _by_local_time(self, mission: Mission, day: Day, events: tuple[str, ...]) -> Finding | None:
        """A launch whose local day is the claimed one, though its day by UTC is another."""
        if "launched" not in events:
            return None
        for fact in facts_of(self._knowledge, mission, "launched"):
            instant = fact.value
            if isinstance(instant, Day) and is_local_day(
                self._knowledge, mission, "launched", instant, day
            ):
                words = predicate(self._knowledge, mission, "launched", [fact])
                text = f"{mission.name} {words}; by local time that may be {say.day(day)}."
                return Finding("told", text, (fact,))
        return None

    def _in_space(self, claims: Claims) -> Iterator[Finding]:
        """A postmark of an office on Earth, of a day on which the mail was in space."""
        days = [day for day in claims.days()[:1] if day.precision == "day"]
        if not (claims.is_carried and claims.offices() and days):
            return
        for mission in claims.missions()[:1]:
            up = facts_of(self._knowledge, mission, "launched")[:1]
            home = [fact for _, returns in self._brought_home(mission) for fact in returns]
            ends = [f.value for f in (*up, *home) if isinstance(f.value, Day)]
            if len(ends) < len("ab") or not home:
                continue
            first, last = ends[0], min(ends[1:], key=lambda day: day.start)
            if first.before(days[0]) and days[0].before(last.whole_day()):
                words = predicate(self._knowledge, mission, "launched", up)
                text = f"{mission.name} {words}, and its mail on record came home {say.dated(last)}"
                of = DAYS | STRIKE | EVENTS
                yield Finding(
                    "does not fit", f"{text}: it was in space then.", (*up, *home[:1]), of
                )
                return

    # --- the way home -------------------------------------------------------------------------

    def _homecoming(self, claims: Claims) -> Iterator[Finding]:
        """As in an Edwards landing postmark of ATV-3: its mail came home on another ship."""
        if not _is_homecoming(claims):
            return
        for mission in claims.missions():
            home = self._brought_home(mission)
            ends = [
                f for n in ("ended", "end_place") for f in facts_of(self._knowledge, mission, n)
            ]
            dated = home and any(day.precision == "day" for day in claims.days())
            if ends and not home and claims.days():
                continue  # its own end is told of beside the day
            words = [predicate(self._knowledge, mission, f.field, [f]) for f in ends]
            text = f"{mission.name} {say.listed(words)}." if words else ""
            ships = dict.fromkeys(say.name(self._knowledge, str(f.value)) for f, _ in home)
            days = [fact for _, returns in home for fact in returns]
            when = dict.fromkeys(say.day(f.value) for f in days if isinstance(f.value, Day))
            if ships:
                on = f" on {say.listed(when)}" if when else ""
                text += f" Mail of its flight on record came home with {say.listed(ships)}{on}."
            there = dated and any(
                isinstance(f.value, Day) and f.value.overlaps(day)
                for f in days
                for day in claims.days()
            )
            facts = (*ends, *(fact for fact, _ in home[:2]), *days[:2])
            of = EVENTS | DAYS if there else EVENTS
            if text:
                yield Finding("fits" if there else "told", text.strip(), facts, of)

    def _recovered(self, claims: Claims) -> Iterator[Finding]:
        """As in a KSC postmark of 30 November 2008: the mail was unpacked in February 2009."""
        for mission in claims.missions() if claims.is_carried and claims.offices() else []:
            up = [
                cover
                for cover in self._knowledge.all(Cover)
                if any(f.value == mission.id for f in facts_of(self._knowledge, cover, "up"))
            ]
            days = [f for cover in up for f in facts_of(self._knowledge, cover, "recovered_day")]
            for day in claims.days():
                later = [f for f in days if isinstance(f.value, Day) and day.before(f.value)]
                if later and len(later) == len(days) and isinstance(later[0].value, Day):
                    when = say.dated(later[0].value)
                    text = f"the mail of {mission.name} on record was unpacked only {when}."
                    yield Finding("does not fit", text, (later[0],), DAYS | STRIKE)

    def _brought_home(self, mission: Mission) -> list[tuple[Fact, list[Fact]]]:
        """The other ships that brought down mail of a flight, with the days of it."""
        return [
            (fact, list(facts_of(self._knowledge, cover, "return_day")))
            for cover in self._knowledge.all(Cover)
            if any(f.value == mission.id for f in facts_of(self._knowledge, cover, "up"))
            for fact in facts_of(self._knowledge, cover, "down")
            if fact.value != mission.id
        ]


def _whole(day: Day) -> Interval:
    return Interval(begin=day, end=day)


def _is_homecoming(claims: Claims) -> bool:
    return any(name.startswith(event) for event in claims.events() for name in _HOMECOMINGS)


def _span(value: Interval) -> str:
    end = say.day(value.end) if value.end else "now, as far as recorded"
    return f"{say.day(value.begin)} to {end}"
