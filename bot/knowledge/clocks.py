"""The calendar day of an event by the clocks of a place: our times are UTC, postmarks are not."""

from __future__ import annotations

from datetime import date, timedelta

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Mission, Place
from bot.knowledge.values import Day

# Hours that local time is ahead of UTC, winter and summer, over the years since 1998 (IANA's time
# zone database). Of the American places all but Houston keep Eastern time.
_OF_COUNTRIES = {
    "australia": (8, 11),
    "belgium": (1, 2),
    "france": (1, 2),
    "french-guiana": (-3, -3),
    "germany": (1, 2),
    "japan": (9, 9),
    "kazakhstan": (5, 6),
    "russia": (3, 4),
    "united-states": (-5, -4),
}
# The crew lives by UTC; its Russian members and their control centre also write Moscow's date.
_OF_PLACES = {"houston": (-6, -5), "iss": (0, 4)}
# Whose operators date their launches by their own clock as well as by that of the site.
_OF_OPERATORS = {"atv": (1, 2), "progress": (3, 4)}
_ANYWHERE = (-12, 14)
_UTC = (0, 0)


def local_dates(knowledge: Knowledge, instant: Day, place: str | None) -> set[date]:
    """The dates that an event may bear at a place; of no place, by any clock on Earth.

    Args:
        knowledge: tells in which country a place is.
        instant: when it was; without a time of day only its own date comes back.
        place: the id of the place, or None where it is not known.
    """
    if not instant.has_time:
        return {instant.start.date()}
    return _dates(instant, _hours(knowledge, place))


def is_local_day(
    knowledge: Knowledge, mission: Mission, field: str, instant: Day, day: Day
) -> bool:
    """Whether an event of a flight fell on a day by local time, and by UTC on another one.

    A launch is told by the clock of its site; of what happened in orbit anybody's clock will do.
    """
    if not instant.has_time or day.precision != "day" or instant.date == day.date:
        return False
    sites = facts_of(knowledge, mission, "launch_site") if field == "launched" else ()
    dates = local_dates(knowledge, instant, str(sites[0].value) if sites else None)
    operator = _OF_OPERATORS.get(mission.programme)
    return day.date in dates or (operator is not None and day.date in _dates(instant, operator))


def _dates(instant: Day, hours: tuple[int, int]) -> set[date]:
    first, last = hours
    return {(instant.start + timedelta(hours=ahead)).date() for ahead in range(first, last + 1)}


def _hours(knowledge: Knowledge, place: str | None) -> tuple[int, int]:
    if place is None:
        return _ANYWHERE
    record = knowledge.get(place)
    country = record.country if isinstance(record, Place) else None
    return _OF_PLACES.get(place) or _OF_COUNTRIES.get(country or "", _UTC)
