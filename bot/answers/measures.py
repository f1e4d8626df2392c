"""Figures, days and times on one scale each, so that they can be compared and put in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.knowledge.facts import Fact
from bot.knowledge.values import Count, Day


@dataclass(frozen=True)
class Measure:
    """One figure to be compared: the lowest and highest it may be, on one scale."""

    fact: Fact
    low: float
    high: float


def edge(measures: list[Measure], *, last: bool) -> Measure | None:
    """The first or the last of several postmarks, by the preferred day of each; else the first."""
    if not measures or not measures[0].fact.entry:
        return measures[0] if measures else None
    entries = {measure.fact.entry: measure for measure in reversed(measures)}
    ordered = sorted(entries.values(), key=lambda measure: measure.low)
    return ordered[-1 if last else 0]


def measure_of(fact: Fact) -> Measure | None:
    """The lowest and highest that a figure, a day or a time may be; None of what has no scale."""
    value = fact.value
    if isinstance(value, Count):
        if fact.field.startswith("cargo") and value.highest == float("inf"):
            return None  # "more than 2,500 kg" outranks nothing
        return Measure(fact, value.lowest, value.highest)
    if isinstance(value, Day):
        return Measure(fact, value.start.timestamp(), value.end.timestamp() - 1)
    if isinstance(value, timedelta):
        return Measure(fact, value.total_seconds(), value.total_seconds())
    return None


def same(one: Measure, other: Measure) -> bool:
    """Whether two figures are told alike: both 600, or both 300 to 400."""
    return (one.low, one.high) == (other.low, other.high)


def overlap(one: Measure, other: Measure) -> bool:
    """Whether either of two figures may be the larger one: 350, and about 300 to 400."""
    return one.low <= other.high and other.low <= one.high
