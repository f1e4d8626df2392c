"""The knowledge base in memory: every record by its id and by its kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from bot.knowledge.records import Cover, Expedition, Mission, Record, Source, Where, preferred
from bot.knowledge.values import Day
from bot.knowledge.yamlfile import EntryPath, line_at

R = TypeVar("R", bound=Record)


class Knowledge:
    """All records, immutable after loading. Ask it by id, by type, or by a relation."""

    def __init__(
        self,
        records: Iterable[Record],
        revision: str = "",
        *,
        lines: Mapping[str, Mapping[EntryPath, int]] | None = None,
        unreadable: Collection[str] = (),
    ) -> None:
        """Index `records`.

        Args:
            records: what was read, each with an id of its own.
            revision: a short digest of the files that they were read from.
            lines: for each file, the line of every entry, so that a rule can point at it.
            unreadable: ids that stand in the files, but whose records are not among these.
        """
        self.revision = revision
        self.unreadable = frozenset(unreadable)
        self._lines = lines or {}
        self._by_id: dict[str, Record] = {record.id: record for record in records}
        self._by_type: dict[type[Record], list[Any]] = defaultdict(list)
        for record in self._by_id.values():
            self._by_type[type(record)].append(record)
        self._by_kind: dict[str, list[Record]] = defaultdict(list)
        for record in self:
            self._by_kind[record.kind_of_thing].append(record)

    def __iter__(self) -> Iterator[Record]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, thing_id: object) -> bool:
        return thing_id in self._by_id

    def get(self, thing_id: str) -> Record | None:
        """The record with this id, or None."""
        return self._by_id.get(thing_id)

    def thing(self, thing_id: str) -> Record:
        """The record with this id; a KeyError if there is none."""
        return self._by_id[thing_id]

    def name_of(self, thing_id: str) -> str:
        """The name of a thing; the id itself where nothing is recorded under it."""
        record = self._by_id.get(thing_id)
        return record.name if record else thing_id

    def where(self, record: Record, *path: str | int) -> Where:
        """Where an entry of a record stands; `path` is in the words of the file ("in", "from")."""
        lines = self._lines.get(record.at.file)
        if lines is None:
            return record.at
        return Where(file=record.at.file, line=line_at(lines, (record.id, *path)))

    def all(self, record_type: type[R]) -> Sequence[R]:
        """Every record of one type, in the order of the files."""
        return self._by_type[record_type]

    def of_kind(self, kind: str) -> Sequence[Record]:
        """Every record of one kind of thing: mission, cover, party ..."""
        return self._by_kind[kind]

    def source(self, source_id: str) -> Source:
        """The source with this id."""
        record = self._by_id[source_id]
        if not isinstance(record, Source):
            raise TypeError(f"{source_id} is a {record.kind_of_thing}, not a source")
        return record

    @cached_property
    def _consignments(self) -> dict[str, list[Cover]]:
        holders: dict[str, list[Cover]] = defaultdict(list)
        for cover in self.all(Cover):
            if cover.kind == "consignment":
                for member in cover.members:
                    holders[member].append(cover)
        return holders

    def consignments_of(self, cover: Cover) -> list[Cover]:
        """The consignments that a cover travelled in: they tell its way up and down."""
        return self._consignments.get(cover.id, [])

    @cached_property
    def _holders(self) -> dict[str, list[Cover]]:
        holders: dict[str, list[Cover]] = defaultdict(list)
        for cover in self.all(Cover):
            for part in cover.contains:
                holders[part].append(cover)
        return holders

    def holders_of(self, cover: Cover) -> list[Cover]:
        """The folders that hold a cover."""
        return self._holders.get(cover.id, [])

    @cached_property
    def latest_day(self) -> Day | None:
        """The last day that a source of the ships' stays knows of: what came later is not here."""
        stays = ((m, stay) for m in self.all(Mission) for stay in m.stays)
        cited = {name for mission, stay in stays for name in stay.source or mission.source}
        dates = [self.source(name).date for name in cited]
        known = [date for date in dates if date is not None and date.precision == "day"]
        return max(known, key=lambda day: day.start, default=None)

    def missions_of(self, line: str) -> list[Mission]:
        """The flights of a programme or of a variant, by launch."""
        found = [m for m in self.all(Mission) if line in {m.programme, m.variant}]
        return sorted(found, key=lambda m: (launch_order(m), m.id))

    @cached_property
    def former_ships(self) -> dict[str, str]:
        """Ships of before the ISS that carried a cover, by their names in small letters."""
        legs = (leg for cover in self.all(Cover) for leg in cover.legs)
        return {leg.craft.casefold(): leg.craft for leg in legs if leg.craft is not None}

    @cached_property
    def visits_of(self) -> dict[str, list[Mission]]:
        """For each person, the flights that they came and went with: a shuttle's crew."""
        found: dict[str, list[Mission]] = defaultdict(list)
        for mission in self.all(Mission):
            for person in mission.crew:
                found[person].append(mission)
        return found

    @cached_property
    def expeditions_of(self) -> dict[str, list[Expedition]]:
        """For each person, the expeditions whose crew lists name them."""
        found: dict[str, list[Expedition]] = defaultdict(list)
        for expedition in self.all(Expedition):
            for member in expedition.crew:
                found[member.person].append(expedition)
        return found


def launch_order(mission: Mission) -> str:
    """A sort key: the ISO launch day, missions without one last."""
    if mission.launch is None or not mission.launch.at:
        return "9999"
    return preferred(mission.launch.at).value.iso()
