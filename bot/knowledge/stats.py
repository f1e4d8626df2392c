"""What is known and what is missing, per programme and field: the curators' list of what to do.

Everything is counted over the field table, so a new field is counted without a word here. A field
counts only for the things that it can have: a lost ship has no arrival to miss.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import Group
from rich.table import Table
from rich.text import Text

from bot.knowledge.base import Knowledge
from bot.knowledge.expected import can_have
from bot.knowledge.fields import facts_of, fields_of
from bot.knowledge.records import Cover, Programme, Record

ALL = "all"
SHOWN = 3
_PLURALS = {"person": "people", "party": "parties"}


@dataclass(frozen=True)
class StatsRow:
    """How many things of one kind and programme have a value of one field."""

    programme: str  # a programme's id, or `ALL` for kinds that belong to none
    kind: str
    field: str
    known: int
    of: int
    missing: tuple[str, ...]  # the ids of those that have none

    @property
    def share(self) -> float:
        """The known part, from 0 to 1."""
        return self.known / self.of if self.of else 1.0


def stats_table(knowledge: Knowledge) -> list[StatsRow]:
    """One row for each programme, kind and field, missions before covers before the rest."""
    rows: list[StatsRow] = []
    for programme in knowledge.all(Programme):
        rows += _rows(knowledge, programme.id, knowledge.missions_of(programme.id))
    for programme in knowledge.all(Programme):
        rows += _rows(knowledge, programme.id, _covers_of(knowledge, programme.id))
    for kind in ("expedition", "person", "party", "place", "mark"):
        rows += _rows(knowledge, ALL, knowledge.of_kind(kind))
    return rows


def unconfirmed_flights(knowledge: Knowledge) -> list[tuple[str, str]]:
    """Flights that are not entered because no good source confirms them, each with the reason."""
    programmes = knowledge.all(Programme)
    return [(flight.name, flight.why) for p in programmes for flight in p.unconfirmed]


def _rows(knowledge: Knowledge, programme: str, things: Iterable[Record]) -> Iterator[StatsRow]:
    things = list(things)
    if not things:
        return
    kind = things[0].kind_of_thing
    for field in fields_of(kind):
        asked = [thing for thing in things if can_have(knowledge, thing, field.name)]
        missing = tuple(t.id for t in asked if not facts_of(knowledge, t, field.name))
        if asked:
            known = len(asked) - len(missing)
            yield StatsRow(programme, kind, field.name, known, len(asked), missing)


def _covers_of(knowledge: Knowledge, programme: str) -> list[Cover]:
    """The items, series and specimens that belong to a programme or to one of its flights."""
    flights = {mission.id for mission in knowledge.missions_of(programme)}
    found = []
    for cover in knowledge.all(Cover):
        about = {str(fact.value) for fact in facts_of(knowledge, cover, "about")}
        if cover.kind != "consignment" and about & (flights | {programme}):
            found.append(cover)
    return found


# --- drawing -------------------------------------------------------------------------------------


def render(knowledge: Knowledge) -> Group:
    """The rows as one table per programme and kind, with the flights that are not confirmed."""
    tables: dict[tuple[str, str], list[StatsRow]] = defaultdict(list)
    for row in stats_table(knowledge):
        tables[row.programme, row.kind].append(row)
    parts = [_table(knowledge, *key, rows) for key, rows in tables.items()]
    return Group(*parts, *_unconfirmed(knowledge))


def _table(knowledge: Knowledge, programme: str, kind: str, rows: list[StatsRow]) -> Table:
    whose = "All" if programme == ALL else knowledge.name_of(programme)
    plural = _PLURALS.get(kind, f"{kind}s")
    table = Table(title=f"{whose}: {plural}", title_justify="left")
    table.add_column("field")
    table.add_column("known", justify="right")
    table.add_column("share", justify="right")
    table.add_column("missing")
    for row in rows:
        table.add_row(row.field, f"{row.known} of {row.of}", f"{row.share:.0%}", _first(row))
    return table


def _first(row: StatsRow) -> str:
    rest = len(row.missing) - SHOWN
    return ", ".join(row.missing[:SHOWN]) + (f" and {rest} more" if rest > 0 else "")


def _unconfirmed(knowledge: Knowledge) -> list[Text | Table]:
    flights = unconfirmed_flights(knowledge)
    if not flights:
        return [Text("Every flight that a source names is confirmed and entered.")]
    table = Table(title="Not confirmed, and so not entered", title_justify="left")
    table.add_column("flight")
    table.add_column("why")
    for name, why in flights:
        table.add_row(Text(name), Text(why))
    return [table]
