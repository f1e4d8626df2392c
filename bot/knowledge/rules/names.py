"""A name leads to one thing, or every thing that bears it says that it is shared."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Cover, Practice, Record, Source
from bot.knowledge.rules.entries import problem
from bot.knowledge.yamlfile import Problem

_GAPS = re.compile(r"[\s\-‐-―_]+")
_NEVER_ASKED_BY_NAME = (Source, Practice)


def check(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield a problem for every name that two things bear and one of them does not call shared."""
    for key, bearers in _bearers(knowledge).items():
        for record in bearers:
            others = [other for other in bearers if other is not record]
            rivals = [other for other in others if not told_apart_by_mission(record, other)]
            if rivals and key not in map(normal, record.shared_names):
                also = ", ".join(f"{other.id} ({other.at})" for other in rivals)
                written = next(n for n in (record.name, *record.names) if normal(n) == key)
                text = f"'{written}' also names {also}: put it into shared_names of each"
                yield problem(knowledge, record, _path(record, written), text)


def normal(name: str) -> str:
    """A name as it is compared: without case, and with every dash and gap alike."""
    return _GAPS.sub(" ", unicodedata.normalize("NFKC", name).casefold()).strip()


def told_apart_by_mission(one: Record, other: Record) -> bool:
    """Whether both are covers of different flights: their names leave the flight out."""
    if not isinstance(one, Cover) or not isinstance(other, Cover):
        return False
    return not _flights(one) & _flights(other)


def _flights(cover: Cover) -> set[str]:
    return {*cover.commemorates, *(claim.value for claim in cover.up)}


def _bearers(knowledge: Knowledge) -> dict[str, list[Record]]:
    """For each name, the things that bear it (once each)."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in knowledge:
        if not isinstance(record, _NEVER_ASKED_BY_NAME):
            names = (record.name, *record.names, *record.shared_names)
            for key in dict.fromkeys(map(normal, names)):
                found[key].append(record)
    return {key: bearers for key, bearers in found.items() if len(bearers) > 1}


def _path(record: Record, name: str) -> tuple[str | int, ...]:
    return ("name",) if name == record.name else ("names", record.names.index(name))
