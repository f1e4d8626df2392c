"""What a fact is, and the makers of the plainest readers of facts.

A reader is given the knowledge and one record, and yields the facts of one field of it; nothing
where nothing is recorded. The makers here build a reader from the name of the field; those that
know more of one kind of thing stand in `bot/knowledge/reading/`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Claim, Record
from bot.knowledge.values import Count, Day, Interval

Value = str | Day | Interval | Count | timedelta | bool


EVERYTHING = "flown"  # the subject of a figure over all that is on record


@dataclass(frozen=True)
class Fact:
    """One value of one field of one thing, with the sources that give it.

    `entry` names the strike, signing or stay that it belongs to: conditions on one of those bind
    the same entry. `lot` names the lot whose pieces it is true of; "" means the whole item.
    """

    subject: str
    field: str
    value: Value
    source: tuple[str, ...]
    entry: str = ""
    lot: str = ""
    note: str | None = None
    preferred: bool = False
    inferred: bool = False
    derived_from: tuple[str, ...] = ()


Reader = Callable[[Knowledge, Any], Iterable[Fact]]


def facts_of_claims(
    record: Record,
    field: str,
    claims: Sequence[Claim[Any]],
    default: tuple[str, ...] = (),
    entry: str = "",
    lot: str = "",
) -> Iterator[Fact]:
    """Facts for every claim of a list.

    Args:
        record: the thing that the claims are about.
        field: the name of the field.
        claims: what the sources say, each claim with a source of its own or none.
        default: the source of the entry around them, if it has one; else the record's is taken.
        entry: the entry that they belong to.
        lot: the lot that they are true of; "" for the whole item.
    """
    for claim in claims:
        yield Fact(
            subject=record.id,
            field=field,
            value=claim.value,
            source=claim.source or default or record.source,
            note=claim.note,
            preferred=claim.preferred,
            inferred=claim.inferred,
            entry=entry,
            lot=lot,
        )


def claimed(name: str, attribute: str | None = None) -> Reader:
    """A reader for a field of claims that stands on the record itself."""

    def read(_: Knowledge, record: Record) -> Iterator[Fact]:
        return facts_of_claims(record, name, getattr(record, attribute or name))

    return read


def plain(name: str, attribute: str | None = None) -> Reader:
    """A reader for plain values (one or many) that stand on the record itself."""

    def read(_: Knowledge, record: Record) -> Iterator[Fact]:
        values = getattr(record, attribute or name)
        for value in values if isinstance(values, tuple) else (values,):
            if value is not None:
                yield Fact(record.id, name, value, record.source)

    return read


def gathered(*readers: Reader) -> Reader:
    """A reader for the facts of several others, one after the other; they keep their names."""

    def read(knowledge: Knowledge, record: Record) -> Iterator[Fact]:
        for reader in readers:
            yield from reader(knowledge, record)

    return read


def happenings(*days: Reader) -> Reader:
    """A reader for every dated event of a thing ("what happened on 28 June"), each an entry."""

    def read(knowledge: Knowledge, record: Record) -> Iterator[Fact]:
        for fact in gathered(*days)(knowledge, record):
            yield replace(fact, entry=f"{fact.field}/{fact.entry}")

    return read


def merged(*sources: tuple[str, ...]) -> tuple[str, ...]:
    """The sources of a fact that is worked out from several others, each once."""
    return tuple(dict.fromkeys(source for several in sources for source in several))
