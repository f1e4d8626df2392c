"""Days as collectors write them: 2012-05-25, 25.05.12, 5/25/2012, 25 mai 2012, 25-V-2012."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from babel.dates import get_month_names

from bot.knowledge.values import Day
from bot.questions.normalise import normalise

LANGUAGES = ("en", "fr", "de", "it", "ru")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_CENTURY = 70  # two-digit years from 70 on belong to the twentieth century


@dataclass(frozen=True)
class WrittenDay:
    """A day met in a text. `other` is the second reading of an ambiguous one (5/6/2012).

    Without a year (`28 June`) the day is kept as `month_day` and `day` is None.
    """

    start: int
    end: int
    text: str
    day: Day | None
    other: Day | None = None
    month_day: tuple[int, int] | None = None

    @property
    def every_year(self) -> str:
        """The month and day of a day without a year, as `--06-28`."""
        assert self.month_day is not None
        return f"--{self.month_day[0]:02}-{self.month_day[1]:02}"


def _months() -> dict[str, int]:
    """Month names and their short forms in the languages that collectors write."""
    names = {}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale=language).items():
                    names[normalise(name).rstrip(".")] = number
    names |= {"sept": 9, "febr": 2, "janv": 1, "juil": 7}
    return names


MONTHS = _months()
_MONTH = "(?P<month>" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ORDINAL = r"(?:st|nd|rd|th|er|\.)?"
_FEASTS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "new year day": (1, 1),
    "new year eve": (12, 31),
}
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?P<feast>{'|'.join(_FEASTS)})\s*,?\s*(?:of\s+|in\s+)?{_YEAR}\b",
        rf"\b(?P<middle>mid|middle of)[\s-]*{_YEAR}\b",
        rf"(?<![\d.-]){_YEAR}-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])",
        r"(?<![\d.])(?P<d>\d{1,2})\s?\.\s?(?P<m>\d{1,2})\s?\.\s?(?P<year>(?:19|20)?\d\d)(?!\d|\.\s?\d)",
        r"(?<![\d/])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)?\d\d)(?![\d/])",
        r"(?<![\d-])(?P<first>\d{1,2})-(?P<second>\d{1,2})-(?P<year>(?:19|20)\d\d)(?![\d-])",
        r"(?<![\d])(?P<d>\d{1,2})\s?[-./]\s?(?P<roman>[ivx]{1,4})\s?[-./]\s?(?P<year>(?:19|20)?\d\d)(?!\d)",
        rf"(?<![\d.-])(?P<d>\d{{1,2}}){_ORDINAL}\s*(?:of\s+|de\s+)?[\s-]?{_MONTH},?[\s-]*{_YEAR}\b",
        rf"\b{_MONTH}\s*(?P<d>\d{{1,2}}){_ORDINAL}(?:,\s*|\s+){_YEAR}\b",
        rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}\b",
        rf"(?<![\d.-])(?P<d>\d{{1,2}}){_ORDINAL}\s*(?:of\s+)?{_MONTH}(?!\w)",
        rf"\b{_MONTH}\s+(?:the\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?![.,]?\d)",
        rf"(?<![\d.,#/-]){_YEAR}(?![\d#/]|[.,]\d|-\d)(?!\s*(?:covers|cards|pcs|pieces|pieces|kg|folders))",
    )
)


_FIRST_OF_TWO = re.compile(
    rf"(?<![\d.,/-])(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+{_MONTH})?\s*(?:and|or|&|/|und|oder|et|ou|to|until|till|through|bis)\s*$"
)
_FIRST_MONTH = re.compile(rf"\b{_MONTH}\s*(?:and|or|to|until|till|through|bis|und|et)\s*$")


_ONLY_A_MONTH = re.compile(
    rf"^(?:(?:and|or|also|what about|how about|only|just|no,?|i meant)\s+)*"
    rf"(?:the\s+)?(?:ones?\s+)?(?:in|for|during|of|from)?\s*{_MONTH}\s*(?:only|then|too)?$"
)


def is_bare_month(normalised: str) -> bool:
    """As in "and in October?": a month without a year, and nothing else."""
    return _ONLY_A_MONTH.match(normalised.strip(" ?!.")) is not None


def written_days(normalised: str) -> list[WrittenDay]:
    """Every day, month or year of a normalised text, left to right, without overlaps."""
    found: list[WrittenDay] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(normalised):
            if any(match.start() < day.end and day.start < match.end() for day in found):
                continue
            found += list(_read(match)) or [_no_day(match)]
    found.sort(key=lambda day: day.start)
    return _with_shared_years(found, normalised)


def _with_shared_years(days: list[WrittenDay], normalised: str) -> list[WrittenDay]:
    """The days of "24 or 25 February 2011", "25 May and 31 May 2012": the first ones, too."""
    completed: list[WrittenDay] = []
    for day in days:
        exact = day.day is not None and day.day.precision == "day"
        before = _FIRST_OF_TWO.search(normalised[: day.start]) if exact else None
        if before is not None and day.day is not None:
            own = before["month"]
            month = MONTHS[own] if own else day.day.start.month
            first = _day(day.day.start.year, month, int(before["d"]))
            completed = [other for other in completed if other.start < before.start("d")]
            begin, end = before.start("d"), before.end("month" if own else "d")
            completed.append(WrittenDay(begin, end, normalised[begin:end], first))
        month_before = _FIRST_MONTH.search(normalised[: day.start]) if _is_month(day) else None
        if month_before is not None and day.day is not None:  # "from March to June 2011"
            where = month_before.span("month")
            first = _day(day.day.start.year, MONTHS[month_before["month"]], None)
            completed.append(WrittenDay(*where, month_before["month"], first))
        completed.append(day)
    return completed


def _is_month(written: WrittenDay) -> bool:
    return written.day is not None and written.day.precision == "month"


def _no_day(match: re.Match[str]) -> WrittenDay:
    """What looks like a day and is none (30 February): kept, so that no part of it is read."""
    return WrittenDay(match.start(), match.end(), match.group(), None)


def _read(match: re.Match[str]) -> Iterator[WrittenDay]:
    parts = match.groupdict()
    where = (match.start(), match.end(), match.group())
    year = _full_year(parts.get("year"))
    if parts.get("middle"):
        yield WrittenDay(*where, Day.of(f"{year}-06"))
        return
    if parts.get("feast") and year is not None:
        yield WrittenDay(*where, _day(year, *_FEASTS[str(parts["feast"])]))
        return
    if parts.get("first"):
        first, second = int(parts["first"]), int(parts["second"])
        readings = [_day(year, second, first), _day(year, first, second)]
        days = list(dict.fromkeys(day for day in readings if day is not None))
        if days:
            yield WrittenDay(*where, days[0], days[1] if len(days) > 1 else None)
        return
    month = _month(parts)
    number = int(parts["d"]) if parts.get("d") else None
    if year is None:
        if month and number and _day(2000, month, number):
            yield WrittenDay(*where, None, month_day=(month, number))
        return
    day = _day(year, month, number)
    if day is not None:
        yield WrittenDay(*where, day)


def _month(parts: dict[str, str | None]) -> int | None:
    if parts.get("month"):
        return MONTHS[str(parts["month"])]
    if parts.get("roman"):
        roman = str(parts["roman"])
        return _ROMAN.index(roman) + 1 if roman in _ROMAN else 13
    return int(str(parts["m"])) if parts.get("m") else None


def _full_year(text: str | None) -> int | None:
    if text is None:
        return None
    year = int(text)
    return year if year >= 100 else year + (1900 if year >= _CENTURY else 2000)


def _day(year: int | None, month: int | None, number: int | None) -> Day | None:
    """The day, month or year; None where the calendar has no such day."""
    if year is None:
        return None
    if month is None:
        return Day.of(str(year))
    try:
        day = date(year, month, number or 1)
    except ValueError:
        return None
    return Day.of(day.isoformat() if number else day.isoformat()[:7])
