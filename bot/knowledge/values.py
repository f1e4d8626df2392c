"""The values that facts are made of: days with their precision and counts with their bounds."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, model_serializer, model_validator

Precision = Literal["year", "month", "day", "minute", "second"]
Bound = Literal[
    "exact", "about", "range", "at_most", "at_least", "fewer_than", "more_than", "order"
]

_FINEST_FIRST: tuple[Precision, ...] = ("second", "minute", "day", "month")
_DAY = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:T(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?Z)?)?)?",
    re.ASCII,
)
_STEPS = {
    "day": timedelta(days=1),
    "minute": timedelta(minutes=1),
    "second": timedelta(seconds=1),
}
_ORDERS = {"tens": (20, 99), "hundreds": (200, 999), "thousands": (2000, 9999)}


class Value(BaseModel):
    """Base of all immutable values that are read from YAML."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Day(Value):
    """A point in history as exactly as the source tells it; times are UTC.

    Written as ``2008``, ``2008-11``, ``2008-11-30`` or ``2008-11-30T21:25Z`` (seconds optional).
    """

    start: datetime
    precision: Precision

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, raw: Any) -> Any:
        if isinstance(raw, dict | Day):
            return raw
        match = _DAY.fullmatch(str(raw))
        if match is None:
            message = f"'{raw}' is not a day: write 2008, 2008-11, 2008-11-30 or 2008-11-30T21:25Z"
            raise ValueError(message)
        given = {name: int(text) for name, text in match.groupdict().items() if text is not None}
        return {"start": _first_instant(given, str(raw)), "precision": _precision_of(given)}

    @classmethod
    def __get_pydantic_json_schema__(cls, *_: Any) -> dict[str, Any]:
        """The spellings in a file: text, or the bare number of a year."""
        pattern = re.sub(r"\?P<\w+>|\?:", "", _DAY.pattern)
        return {
            "description": "2008, 2008-11, 2008-11-30 or 2008-11-30T21:25Z (UTC)",
            "anyOf": [
                {"type": "string", "pattern": f"^{pattern}$"},
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ],
        }

    @classmethod
    def of(cls, raw: str | int | date) -> Self:
        """The day written as `raw` (ISO text, a year, or a date)."""
        return cls.model_validate(raw.isoformat() if isinstance(raw, date) else raw)

    @property
    def end(self) -> datetime:
        """The first instant after it: the next year, month, day, minute or second."""
        try:
            if self.precision == "year":
                return self.start.replace(year=self.start.year + 1)
            if self.precision == "month":
                return (self.start + timedelta(days=31)).replace(day=1)
            return self.start + _STEPS[self.precision]
        except (OverflowError, ValueError):  # the calendar ends with the year 9999
            return datetime.max.replace(tzinfo=UTC)

    @property
    def has_time(self) -> bool:
        """Whether the source gives a time of day."""
        return self.precision in {"minute", "second"}

    @property
    def date(self) -> date:
        """The calendar day (the first one of a month or year)."""
        return self.start.date()

    def whole_day(self) -> Day:
        """The same day without its time; months and years stay what they are."""
        return Day.of(self.start.date()) if self.has_time else self

    def overlaps(self, other: Day) -> bool:
        """Whether both may name the same instant: 2012 overlaps 2012-05-25."""
        return self.start < other.end and other.start < self.end

    def before(self, other: Day) -> bool:
        """Whether this day is over before the other begins."""
        return self.end <= other.start

    @model_serializer
    def iso(self) -> str:
        """ISO text in the precision of the source."""
        lengths = {"year": 4, "month": 7, "day": 10, "minute": 16, "second": 19}
        text = self.start.isoformat()[: lengths[self.precision]]
        return f"{text}Z" if self.has_time else text

    def __str__(self) -> str:
        return self.iso()


def _first_instant(given: dict[str, int], text: str) -> datetime:
    """The instant at which a day begins whose parts are `given`; ValueError if there is none."""
    try:
        return datetime(
            given["year"],
            given.get("month", 1),
            given.get("day", 1),
            given.get("hour", 0),
            given.get("minute", 0),
            given.get("second", 0),
            tzinfo=UTC,
        )
    except ValueError as error:
        message = f"'{text}' is no day of the calendar: {error}"
        raise ValueError(message) from None


def time_between(first: Day, last: Day) -> timedelta | None:
    """The time from one day to another: to the minute where both have a time, else whole days.

    Returns:
        None where one is known to the month or year alone, or where both fall on one day and the
        time of one is not known.
    """
    if {first.precision, last.precision} & {"year", "month"}:
        return None
    if first.has_time and last.has_time:
        return last.start - first.start
    days = (last.start.date() - first.start.date()).days
    return timedelta(days=days) if days > 0 else None


def _precision_of(given: dict[str, int]) -> Precision:
    for part in _FINEST_FIRST:
        if part in given:
            return part
    return "year"


class Interval(Value):
    """A stretch of time, such as a stay at the station; `end` is None while it lasts."""

    begin: Day
    end: Day | None = None

    def overlaps(self, other: Interval | Day) -> bool:
        """Whether both share an instant; a day stands for the whole of it."""
        if isinstance(other, Day):
            other = Interval(begin=other, end=other)
        begins_in_time = other.end is None or self.begin.start < other.end.end
        ends_in_time = self.end is None or other.begin.start < self.end.end
        return begins_in_time and ends_in_time

    def __str__(self) -> str:
        return f"{self.begin}/{self.end or '..'}"


class Count(Value):
    """How many, and how surely: exact, about, a range, a limit, or only an order of magnitude.

    Written as ``1200``, ``{about: 300}``, ``{from: 300, to: 400, loose: true}``, ``{at_most: 50}``,
    ``{fewer_than: 10, per: mission}`` or ``{order: hundreds}``; never as bare text.
    `min` and `max` are None where the source sets no limit.
    """

    min: float | None
    max: float | None
    bound: Bound
    loose: bool = False
    per: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_yaml(cls, raw: Any) -> Any:
        if isinstance(raw, bool) or not isinstance(raw, int | float | dict | Count):
            message = f"'{raw}' is not a count: write 600, {{about: 300}} or {{from: 300, to: 400}}"
            raise ValueError(message)
        if isinstance(raw, int | float):
            return {"min": raw, "max": raw, "bound": "exact"}
        if isinstance(raw, dict) and "bound" not in raw:
            return _bounded(dict(raw))
        return raw

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.min is not None and self.max is not None and self.min > self.max:
            message = f"from {self.min:g} is above to {self.max:g}"
            raise ValueError(message)
        if (self.min or 0) < 0 or (self.max or 0) < 0:
            message = "a count is never negative"
            raise ValueError(message)
        if self.bound == "fewer_than" and self.max == 0:
            message = "nothing is fewer than 0: write 0"
            raise ValueError(message)
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, *_: Any) -> dict[str, Any]:
        """The spellings in a file: a number, or a mapping with its bound."""
        number = {"type": "number", "minimum": 0}
        rest = {"loose": {"type": "boolean"}, "per": {"type": "string"}}
        bounds: dict[str, dict[str, Any]] = {
            **dict.fromkeys(["about", "at_most", "fewer_than", "at_least", "more_than"], number),
            "order": {"enum": list(_ORDERS)},
        }
        spelled: list[dict[str, Any]] = [
            {"from": number, "to": number},
            *({key: bounds[key]} for key in bounds),
        ]
        return {
            "description": "600, {about: 300}, {from: 300, to: 400}, {fewer_than: 10} ...",
            "anyOf": [number, *(_mapping(keys, rest) for keys in spelled)],
        }

    @classmethod
    def of(cls, raw: float | dict[str, Any]) -> Self:
        """The count written as `raw` in YAML."""
        return cls.model_validate(raw)

    @property
    def exact(self) -> bool:
        """Whether the source gives one exact figure."""
        return self.bound == "exact"

    @property
    def single(self) -> float | None:
        """The one figure named by the source, whatever its bound; None for a range or an order."""
        if self.bound in {"exact", "about", "at_least", "more_than"}:
            return self.min
        return self.max if self.bound in {"at_most", "fewer_than"} else None

    @property
    def lowest(self) -> float:
        """The smallest number that the wording allows (one more than a `more_than`)."""
        return (self.min or 0) + (1 if self.bound == "more_than" else 0)

    @property
    def highest(self) -> float:
        """The largest number that the wording allows; infinite where nothing limits it."""
        if self.max is None:
            return float("inf")
        return self.max - (1 if self.bound == "fewer_than" else 0)

    def plus(self, other: Count) -> Count:
        """The sum; exact only when both are, else the range that both bounds allow."""
        if self.exact and other.exact:
            return Count.of(self.lowest + other.lowest)
        low, high = self.lowest + other.lowest, self.highest + other.highest
        if {self.bound, other.bound} <= {"exact", "about"}:
            return Count(min=low, max=high, bound="about")
        if high == float("inf"):
            return Count(min=low, max=None, bound="at_least")
        return Count(min=low, max=high, bound="range", loose=self.loose or other.loose)


def _bounded(raw: dict[str, Any]) -> dict[str, Any]:
    """The bounds that one of the YAML spellings of a count stands for."""
    rest: dict[str, Any] = {key: raw.pop(key) for key in ("loose", "per") if key in raw}
    if raw.keys() == {"from", "to"}:
        low, high = _number("from", raw["from"]), _number("to", raw["to"])
        return {"min": low, "max": high, "bound": "range", **rest}
    if len(raw) != 1:
        given = ", ".join(sorted(raw)) or "none"
        message = f"a count has one bound, or from and to; here: {given}"
        raise ValueError(message)
    ((bound, number),) = raw.items()
    return {**_one_bound(bound, number), **rest}


def _one_bound(bound: str, number: Any) -> dict[str, Any]:
    if bound == "order":
        if not isinstance(number, str) or number not in _ORDERS:
            message = f"order: {number} is not one of {', '.join(_ORDERS)}"
            raise ValueError(message)
        low, high = _ORDERS[number]
        return {"min": low, "max": high, "bound": "order"}
    if bound == "about":
        exact = _number(bound, number)
        return {"min": exact, "max": exact, "bound": "about"}
    if bound in {"at_most", "fewer_than"}:
        return {"min": None, "max": _number(bound, number), "bound": bound}
    if bound in {"at_least", "more_than"}:
        return {"min": _number(bound, number), "max": None, "bound": bound}
    message = (
        f"'{bound}' is no bound of a count: use about, from/to, at_most, at_least, fewer_than, "
        "more_than or order"
    )
    raise ValueError(message)


def _number(bound: str, raw: Any) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        message = f"{bound}: '{raw}' is not a number"
        raise ValueError(message)
    return raw


def _mapping(needed: dict[str, Any], allowed: dict[str, Any]) -> dict[str, Any]:
    """The JSON Schema of a mapping that has all the one and perhaps some of the other keys."""
    return {
        "type": "object",
        "properties": {**needed, **allowed},
        "required": list(needed),
        "additionalProperties": False,
    }


def midnight(day: date) -> datetime:
    """The first instant of a calendar day, in UTC."""
    return datetime.combine(day, time(), tzinfo=UTC)
