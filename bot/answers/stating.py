"""From facts of the knowledge to facts of an answer, and to the sources that a reader is shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Literal

from bot.answers import say
from bot.answers.answer import Citation, StatedFact
from bot.knowledge.base import Knowledge
from bot.knowledge.facts import Fact
from bot.knowledge.values import Count, Day

_MOST_SOURCES = 4


def stated(facts: Iterable[Fact], role: Literal["asked", "context"] = "asked") -> list[StatedFact]:
    """Facts as an answer states them: several things of one field and entry become one list."""
    grouped: dict[tuple[str, str, str, bool], list[Fact]] = {}
    for fact in facts:
        several = isinstance(fact.value, str) or (isinstance(fact.value, Day) and bool(fact.entry))
        key = (fact.subject, fact.field, fact.lot if several else str(fact.value), several)
        grouped.setdefault(key, []).append(fact)
    return [_one(group, role) for group in grouped.values()]


def _one(group: list[Fact], role: Literal["asked", "context"]) -> StatedFact:
    values = list(dict.fromkeys(str(fact.value) for fact in group))
    first = group[0]
    value: Any = values if len(values) > 1 else _json(first)
    return StatedFact(
        subject=first.subject,
        attribute=first.field,
        value=value,
        source=tuple(dict.fromkeys(s for fact in group for s in fact.source)),
        role=role,
        derived_from=tuple(dict.fromkeys(d for fact in group for d in fact.derived_from)),
    )


def _json(fact: Fact) -> Any:
    """A value in the shape that the output contract names."""
    value = fact.value
    if isinstance(value, Count):
        return {"min": _whole(value.min), "max": _whole(value.max), "bound": value.bound}
    if isinstance(value, Day):
        return value.iso()
    if isinstance(value, timedelta):
        return f"PT{int(value.total_seconds() // 60)}M"
    return value


def _whole(number: float | None) -> float | None:
    """Whole numbers without a decimal point."""
    return int(number) if number is not None and number == int(number) else number


def citations(knowledge: Knowledge, facts: Iterable[StatedFact]) -> tuple[Citation, ...]:
    """The sources of what is stated, those of what was asked first, each once."""
    ordered = sorted(facts, key=lambda fact: fact.role != "asked")
    ids = list(dict.fromkeys(source for fact in ordered for source in fact.source))
    asked = {s for fact in ordered if fact.role == "asked" for s in fact.source}
    kept = [s for s in ids if s in asked][: _MOST_SOURCES * 2] or ids
    shown = list(dict.fromkeys([*kept, *ids]))[: max(_MOST_SOURCES, len(kept))]
    return tuple(cite(knowledge, source_id) for source_id in shown)


def cite(knowledge: Knowledge, source_id: str) -> Citation:
    """One source as a reader is shown it."""
    source = knowledge.source(source_id)
    return Citation(id=source.id, name=say.source_name(source), url=source.url)
