"""Post offices and marks: open and in use then, and usual for that flight and event?"""

from __future__ import annotations

from collections.abc import Iterator

from bot.answers import say
from bot.answers.claims import DAYS, EVENTS, STRIKE, Claims, Finding
from bot.answers.fitting_times import event_fields
from bot.answers.select import Match, Selector, is_bag
from bot.answers.things import predicate
from bot.knowledge.facts import Fact
from bot.knowledge.fields import facts_of
from bot.knowledge.reading.lines import happens_to
from bot.knowledge.reading.missions import EVENTS as FLIGHT_EVENTS
from bot.knowledge.records import Cover, Mark, Mission, Place, Practice
from bot.knowledge.values import Day

_MARKS = frozenset({"marks"})

# The day that a postmark for an event of a practice bears.
_NEXT_WORKING_DAY = 3  # days after an event on which a closed office may first postmark for it
_DAY_OF_EVENT = {
    "launch": "launched",
    "docking": "arrived",
    "berthing": "arrived",
    "undocking": "departed",
    "landing": "ended",
}
_ARRIVALS = {"docking", "berthing"}
_SET_BACK = "Such a piece would have its mark struck later, with the date set back on request."
_NOT_USUAL = "not among the usual postmarks on record here."
_RANKS = {"main": 0, "also": 1, "secondary": 2}
_ROLES = {"main": "the main one", "also": "a usual one", "secondary": "a secondary one"}


class Offices:
    """Tests of post offices and of marks."""

    def __init__(self, selector: Selector) -> None:
        """Test against what `selector` finds."""
        self._selector = selector
        self._knowledge = selector.knowledge

    def findings(self, claims: Claims) -> Iterator[Finding]:
        """What is found of the offices and the marks."""
        offices = claims.offices()
        for office in offices:
            place = self._knowledge.thing(office)
            if isinstance(place, Place):
                yield from self._open_then(place, claims)
        marks = list(self._marks_in_use(claims))
        late = [found for found in marks if found.result != "fits"]
        yield from late
        if offices and not late:  # a place is no fit for a mark that was not there yet
            yield from self._usual(claims, offices)
            yield from self._borne(claims, offices)
        yield from (found for found in marks if found not in late)

    # --- open then? ---------------------------------------------------------------------------

    def _open_then(self, place: Place, claims: Claims) -> Iterator[Finding]:
        """Whether an office was open on the day claimed, or on that of the event claimed."""
        opened, closed = self._days_of(place, "opened"), self._days_of(place, "closed")
        for day, when in self._reference(claims):
            name = f"the {place.name.removesuffix(' post office')} post office"
            after = [f for f in closed if isinstance(f.value, Day) and f.value.before(day)]
            early = [f for f in opened if isinstance(f.value, Day) and day.before(f.value)]
            if after and isinstance(after[0].value, Day):
                text = f"{name} closed {say.dated(after[0].value)}{when}."
                requests, facts = self._requests(place)
                yield Finding("does not fit", text + requests, (after[0], *facts), STRIKE | DAYS)
            elif early and isinstance(early[0].value, Day):
                text = f"{name} opened {say.dated(early[0].value)}{when}."
                yield Finding("does not fit", text, (early[0],), STRIKE | DAYS)
            elif closed and isinstance(closed[0].value, Day) and day.before(closed[0].value):
                text = f"{name} was open then; it closed {say.dated(closed[0].value)}."
                yield Finding("fits", text, (closed[0],))

    def _reference(self, claims: Claims) -> list[tuple[Day, str]]:
        """The day claimed; without one, the day of the event claimed, with what happened then."""
        if claims.days():
            return [(day, "") for day in claims.days()[:1]]
        dated = [
            (mission, fact)
            for mission in claims.missions()
            for fact in claims.days_of(mission, event_fields(claims.events()))[:1]
        ]
        return [
            (
                fact.value,
                f"; {mission.name} {predicate(self._knowledge, mission, fact.field, [fact])}",
            )
            for mission, fact in dated
            if isinstance(fact.value, Day)
        ]

    def _days_of(self, place: Place, name: str) -> list[Fact]:
        """The day that the post office of a place opened or closed."""
        facts = [f for p in self._offices_of(place) for f in facts_of(self._knowledge, p, name)]
        return sorted(facts, key=lambda fact: not fact.preferred)[:1]

    def _offices_of(self, place: Place) -> list[Place]:
        """A place, and the post office that bears its name: Houston has others."""
        own = f"{place.name} post office"
        inside = (p for p in self._knowledge.all(Place) if p.within == place.id)
        return [place, *(p for p in inside if p.name == own)]

    def _requests(self, place: Place) -> tuple[str, list[Fact]]:
        """Where requests for a postmark go, since its office closed."""
        offices = self._offices_of(place)
        facts = [f for p in offices for f in facts_of(self._knowledge, p, "requests_to")]
        if not facts:
            return "", []
        to = say.name(self._knowledge, str(facts[0].value))
        return f" Requests for its postmark now go to {to}.", facts[:1]

    # --- usual for it? ------------------------------------------------------------------------

    def _usual(self, claims: Claims, offices: list[str]) -> Iterator[Finding]:
        """What the practices say of the place for this flight and event."""
        events = claims.events()
        practices = self._practices(claims, events[0] if events else None)
        if not practices:
            return
        marks = {mark.id for mark in claims.marks()}
        fitting = [p for p in practices if self._is_of(p, offices)]
        fitting = [p for p in fitting if p.mark is None or not marks or p.mark in marks] or fitting
        apart = self._of_another_day(claims, fitting)
        if apart is not None:
            yield apart
            return
        of = STRIKE | EVENTS
        if not fitting:
            practices = self._of_the_event(practices)
            office = say.name(self._knowledge, offices[0])
            roles = facts_of(self._knowledge, self._knowledge.thing(offices[0]), "role")
            role = f" ({roles[0].value})" if roles else ""
            text = f"{office}{role} is {_NOT_USUAL} Usual postmarks are {self._named(practices)}."
            yield Finding("told", text, (*_facts(practices), *roles[:1]), of)
            return
        fitting = self._of_the_event(fitting)
        text = f"a usual postmark is {self._named(fitting)}."
        told = fitting
        if all(p.role != "main" for p in fitting):
            main = [p for p in self._of_the_event(practices) if p.role == "main"]
            main = [p for p in main if _goes_with(p, fitting)]
            text += f" Mainly: {self._named(main)}." if main else ""
            told = [*fitting, *main]
        yield Finding("fits", text, _facts(told), of)

    def _of_the_event(self, practices: list[Practice]) -> list[Practice]:
        """Those for an event, where there are any: the others are for whatever the flight does."""
        return [p for p in practices if p.event] or practices

    def _is_of(self, practice: Practice, offices: list[str]) -> bool:
        """Whether a practice is of an office, of one within it, or of the place it stands in."""
        place = str(practice.place)
        return any(
            self._selector.stands_for(office, place) or self._selector.stands_for(place, office)
            for named in offices
            for office in (named, *(own.id for own in self._offices_named_so(named)))
        )

    def _offices_named_so(self, place: str) -> list[Place]:
        """The post office that bears the name of a place: Tanegashima's, beside the launch site."""
        own = f"{self._knowledge.name_of(place)} post office"
        return [office for office in self._knowledge.all(Place) if office.name == own]

    def _named(self, practices: list[Practice]) -> str:
        """As in "Houston for the docking (secondary; the date is set on request)"."""
        names = []
        events = list(dict.fromkeys(practice.event for practice in practices))
        for practice in sorted(practices, key=lambda p: (events.index(p.event), _RANKS[p.role])):
            role = practice.role if practice.role == "secondary" else ""
            noted = "; ".join(part for part in (role, practice.note or "") if part)
            event = f" for {_event_words(practice.event)}" if practice.event else ""
            place = say.name(self._knowledge, str(practice.place))
            names.append(f"{place}{event}" + (f" ({noted})" if noted else ""))
        return say.listed(dict.fromkeys(names))

    def _of_another_day(self, claims: Claims, usual: list[Practice]) -> Finding | None:
        """As in a launch site's postmark with the day of the docking: the two do not go together.

        None where the day claimed is that of an event that the postmark is usual for, or a day
        beside it, for the local date may differ by one.
        """
        days = [day for day in claims.days() if day.precision == "day"]
        missions = claims.missions()
        if len(days) != 1 or len(missions) != 1 or not usual:
            return None
        facts: list[Fact] = []
        named = [
            f for name in FLIGHT_EVENTS for f in self._selector.facts(Match(missions[0]), name)
        ]
        of_event = any(isinstance(f.value, Day) and f.value.overlaps(days[0]) for f in named)
        late = 1 if of_event else _NEXT_WORKING_DAY
        for practice in usual:
            found = self._event_days(missions[0], practice.event)
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
        return Finding("does not fit", text, tuple(facts), STRIKE | DAYS | EVENTS)

    def _event_days(self, mission: Mission, event: str | None) -> list[Fact]:
        """The days of an event of a flight: the landing is that of its mail, if that came home."""
        field = _DAY_OF_EVENT.get(event or "")
        home = [
            fact
            for cover in self._knowledge.all(Cover)
            if field == "ended"
            and any(f.value == mission.id for f in facts_of(self._knowledge, cover, "up"))
            for fact in facts_of(self._knowledge, cover, "return_day")
        ]
        return home or (self._selector.facts(Match(mission), field) if field else [])

    def _practices(self, claims: Claims, event: str | None) -> list[Practice]:
        """Practices for the flight itself, else for its programme."""
        missions, lines = claims.missions(), claims.lines()
        ids = [mission.id for mission in missions]
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

    # --- borne by covers on record? -----------------------------------------------------------

    def _borne(self, claims: Claims, offices: list[str]) -> Iterator[Finding]:
        """The offices whose postmarks covers of the flight on record bear."""
        for mission in claims.missions()[:1]:
            strikes = list(self._strikes_of(mission, claims.events()))
            strikes = strikes or list(self._strikes_of(mission, []))
            if not strikes:
                continue
            borne = [f for f in strikes if self._selector.stands_for(offices[0], str(f.value))]
            told = borne or strikes
            names = say.listed(
                dict.fromkeys(say.name(self._knowledge, str(fact.value)) for fact in told)
            )
            text = f"covers of {mission.name} on record here bear postmarks of {names}."
            facts = tuple({str(fact.value): fact for fact in told}.values())
            if borne:
                yield Finding("fits", text, facts, STRIKE)
            else:
                yield Finding("told", say.capital(text), facts, STRIKE)

    def _strikes_of(self, mission: Mission, events: list[str]) -> Iterator[Fact]:
        """The strikes of the covers of a flight, those of an event where covers tell of it."""
        for cover in self._knowledge.all(Cover):
            about = any(f.value == mission.id for f in facts_of(self._knowledge, cover, "about"))
            if not about or is_bag(cover):
                continue
            told = {f.entry: str(f.value) for f in facts_of(self._knowledge, cover, "strike_event")}
            for fact in facts_of(self._knowledge, cover, "strike_place"):
                event = told.get(fact.entry)
                if not events or (event is not None and any(e in event for e in events)):
                    yield fact

    # --- in use then? -------------------------------------------------------------------------

    def _marks_in_use(self, claims: Claims) -> Iterator[Finding]:
        """Was the mark in use on that day, or when the ship flew?"""
        for mark in claims.marks():
            for day in claims.days()[:1]:
                yield from self._in_use(mark, day, _MARKS | DAYS, "")
            for mission in claims.missions()[:1] if not claims.days() else []:
                yield from self._in_use_then(mark, mission)

    def _in_use(self, mark: Mark, day: Day, of: frozenset[str], when: str) -> Iterator[Finding]:
        """Whether a mark had begun and was not over on a day; nothing where neither is recorded."""
        over = [f for f in facts_of(self._knowledge, mark, "over") if isinstance(f.value, Day)]
        begun = [f for f in facts_of(self._knowledge, mark, "begun") if isinstance(f.value, Day)]
        last = next((f.value for f in over if isinstance(f.value, Day)), None)
        first = next((f.value for f in begun if isinstance(f.value, Day)), None)
        until = f"was used until {say.day(last)}" if last else ""
        since = f"came into use {say.dated(first)}" if first else ""
        if last and last.before(day):
            yield Finding("does not fit", f"the {mark.name} {until}{when}.", (over[0],), of)
        elif first and day.before(first):
            yield Finding("does not fit", f"the {mark.name} {since}{when}.", (begun[0],), of)
        elif first or last:
            told = say.listed(part for part in (since, until) if part)
            yield Finding("fits", f"the {mark.name} {told}{when}.", (*begun[:1], *over[:1]), of)

    def _in_use_then(self, mark: Mark, mission: Mission) -> Iterator[Finding]:
        """Whether a mark was in use when a ship flew.

        Struck on the station it must be of that time; an office that sets the date on request may
        have put its mark on a cover of an older flight.
        """
        for fact in facts_of(self._knowledge, mission, "launched")[:1]:
            if not isinstance(fact.value, Day):
                continue
            words = predicate(self._knowledge, mission, "launched", [fact])
            for found in self._in_use(mark, fact.value, _MARKS, f"; {mission.name} {words}"):
                if found.result != "does not fit" or "came into use" not in found.text:
                    yield Finding(found.result, found.text, (*found.facts, fact), _MARKS)
                    continue
                text = f"{say.capital(found.text)} {_SET_BACK}"
                yield Finding("told", text, (*found.facts, fact), _MARKS)


def _facts(practices: list[Practice]) -> tuple[Fact, ...]:
    return tuple(
        Fact(p.about[0], "postmark_places", str(p.place), p.source, entry=p.id) for p in practices
    )


def _event_words(event: str | None) -> str:
    """As in "the launch", "mission control", "what is done on board"."""
    return {"on board": "what is done on board", "mission control": "mission control"}.get(
        event or "", f"the {event}"
    )


def _is_event(event: str | None, asked: str) -> bool:
    """Whether a practice is for the event asked about; docking and berthing count as one."""
    if event is None:  # for whatever the flight does
        return True
    if event in _ARRIVALS and any(name.startswith(asked) for name in _ARRIVALS):
        return True
    if asked == "return" and event == "landing":
        return True
    return event.startswith(asked)


def _goes_with(practice: Practice, others: list[Practice]) -> bool:
    """Whether a practice is for the event of one of the others, at another place."""
    events = {other.event for other in others}
    alike = None in events or practice.event in events
    alike = alike or (practice.event in _ARRIVALS and bool(_ARRIVALS & events))
    return alike and practice.place not in {other.place for other in others}


def _is_near(fact: Fact, day: Day, late: int) -> bool:
    """Whether a day is that of an event, the one before it, or at most `late` days after it."""
    if not isinstance(fact.value, Day):
        return False
    return -1 <= (day.start - fact.value.whole_day().start).days <= late
