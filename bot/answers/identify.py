"""Naming what a postmark may stand for: covers with such a strike, and flights with such an event.

A flight is offered only where its event of that day and the place of the postmark go together: by
a recorded practice, by the launch or landing place itself, or on board while the ship was there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.answers import say
from bot.answers.draft import Draft
from bot.answers.fitting_times import event_fields
from bot.answers.select import Match, Selector
from bot.answers.things import local_day, predicate
from bot.knowledge.clocks import local_dates
from bot.knowledge.facts import Fact
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Mission
from bot.knowledge.values import Day, Interval
from bot.questions.query import Condition, Query

_MOST = 4
_DAY_AFTER = "(the day before; an office may strike its postmark on the next working day)"
# The events of practices that a dated field of a flight stands for.
_EVENTS = {
    "launched": {"launch"},
    "captured": {"berthing", "docking", "mission control"},
    "arrived": {"docking", "berthing", "mission control"},
    "departed": {"docking", "berthing", "mission control"},
    "back_at_port": {"docking", "berthing", "mission control"},
    "left_port": {"docking", "berthing", "mission control"},
    "ended": {"landing", "return"},
}
_ON_BOARD = {"captured", "arrived", "back_at_port", "departed", "left_port"}


class Identifier:
    """Finds the flights whose events a postmark's place and day may mark."""

    def __init__(self, selector: Selector) -> None:
        """Identify from what `selector` finds."""
        self._selector = selector
        self._knowledge = selector.knowledge

    def say_events(self, query: Query, draft: Draft) -> bool:
        """Add the flights that fit the place and day of `query`; returns whether there were any."""
        days = [d for c in query.where if c.day is not None for d in (c.day, c.until) if d]
        days = [day for day in days if day.precision == "day"]
        places = {t for c in query.where if c.field == "strike_place" for t in c.things}
        programmes = {t for c in query.where if c.field in {"about", "programme"} for t in c.things}
        days = [day for day in days if all(self._was_aboard(t, day) for t in _signers(query))]
        events = [c.text for c in query.where if c.field == "strike_event" and c.text]
        for shift in (0, -1, 1):
            found = [
                (mission, fact)
                for day in days
                for mission, fact in self._events_on(_shifted(day, shift), programmes)
                if not places or self._fits(mission, fact, places)
                if shift <= 0 or self._is_dated(fact, day, places)
                if not events or fact.field in event_fields(events)
            ]
            if found and (shift == 0 or places):
                late = shift < 0 and not any(
                    self._is_dated(fact, day, places) for _, fact in found for day in days
                )
                self._say(found, places, draft, late=late)
                return True
        return False

    def say_ships_there(self, query: Query, draft: Draft) -> bool:
        """Add the ships at the station on the day of a postmark struck there, if there were any."""
        days = [c.day for c in query.where if c.day is not None and c.field == "strike_day"]
        lines = [c for c in query.where if c.field == "about"]
        there = any("iss" in c.things for c in query.where if c.field == "strike_place")
        if not (there and len(days) == 1 and lines) or any(c.until for c in query.where):
            return False
        if not all(self._was_aboard(one, days[0]) for one in _signers(query)):
            return False
        asked = [Condition(field="at_station", day=days[0])]
        asked += [Condition(field="programme", things=line.things) for line in lines]
        found = self._selector.select("mission", asked)
        for match in found:
            draft.state(self._selector.facts(match, "at_station"))
            draft.about(match.thing.id)
        if found:
            names = say.listed(say.name(self._knowledge, match.thing.id) for match in found)
            draft.say(f"At the station {say.dated(days[0])}: {names}.")
        return bool(found)

    def _was_aboard(self, person: str, day: Day) -> bool:
        """Whether somebody was at the station on a day, or no stay of theirs is recorded."""
        stays = facts_of(self._knowledge, self._knowledge.thing(person), "at_station")
        spans = [f.value for f in stays if isinstance(f.value, Interval)]
        return not spans or any(span.overlaps(day) for span in spans)

    def _events_on(self, day: Day, programmes: set[str]) -> Iterator[tuple[Mission, Fact]]:
        condition = Condition(field="any_day", day=day)
        for match in self._selector.select("mission", [condition]):
            mission = match.thing
            assert isinstance(mission, Mission)
            if programmes and mission.programme not in programmes and mission.id not in programmes:
                continue
            for name in sorted(_EVENTS):
                for fact in self._selector.facts(Match(mission), "any_day"):
                    on_it = isinstance(fact.value, Day) and fact.value.overlaps(day)
                    if on_it and fact.field == name:
                        yield mission, fact

    def _is_dated(self, fact: Fact, day: Day, places: set[str]) -> bool:
        """Whether an event of another day by UTC bears this one by the clock of such a place."""
        instant = fact.value
        return isinstance(instant, Day) and any(
            day.date in local_dates(self._knowledge, instant, place) for place in places
        )

    def _fits(self, mission: Mission, fact: Fact, places: set[str]) -> bool:
        """Whether a postmark of one of these places suits an event of a flight."""
        if "iss" in places and fact.field in _ON_BOARD:
            return True
        own = {"launched": "launch_site", "ended": "end_place"}.get(fact.field)
        if own and any(f.value in places for f in facts_of(self._knowledge, mission, own)):
            return True
        usual = (
            Condition(field="self", things=(mission.id,)),
            Condition(field="postmark_places", things=tuple(sorted(places))),
            Condition(field="practice_event", text=" or ".join(sorted(_EVENTS[fact.field]))),
        )
        orbit = places & {"houston", "korolev"} and fact.field in _ON_BOARD
        return bool(self._selector.select("mission", usual) or orbit)

    def _say(
        self, found: list[tuple[Mission, Fact]], places: set[str], draft: Draft, *, late: bool
    ) -> None:
        told: dict[str, list[str]] = {}
        for mission, fact in found:
            words = predicate(self._knowledge, mission, fact.field, [fact])
            there = [local_day(self._knowledge, fact, place) for place in sorted(places)]
            words = ", ".join([words, *dict.fromkeys(filter(None, there))])
            words += f" {_DAY_AFTER}" if late else ""
            told.setdefault(say.mission_name(mission), []).append(words)
            draft.state([fact])
            draft.about(mission.id)
        lines = [f"{name} {say.listed(dict.fromkeys(words))}" for name, words in told.items()]
        draft.say(f"By its day and place it may stand for: {'; '.join(lines[:_MOST])}.")


def _signers(query: Query) -> list[str]:
    return [thing for c in query.where if c.field == "signed_by" for thing in c.things]


def _shifted(day: Day, days: int) -> Day:
    return Day.of((day.date + timedelta(days=days)).isoformat()) if days else day
