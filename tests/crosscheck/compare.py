"""Flown's flights held against a list that none of them was entered from.

`make crosscheck` prints, for each field, how many flights agree with the yearly launch lists of
Wikipedia (tests/data/launch-lists.json), and every disagreement with its explanation. The lists are
never a source of an entry, so agreement is evidence, and not an echo.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.knowledge.base import Knowledge
from bot.knowledge.load import load_knowledge, shipped_knowledge
from bot.knowledge.records import Claim, Mission, Programme, preferred
from bot.knowledge.values import Day

DATA = Path(__file__).resolve().parents[1] / "data"
YEARS = (2000, 2022)


@dataclass(frozen=True)
class Comparison:
    """One field of one flight, as Flown and as the lists have it."""

    flight: str
    field: str
    ours: str
    theirs: str

    @property
    def agrees(self) -> bool:
        """Whether both say the same."""
        return self.ours == self.theirs


def _claimed(claims: tuple[Claim[str], ...]) -> str:
    return preferred(claims).value if claims else "nothing"


def _launch(mission: Mission, length: int) -> str:
    claims = mission.launch.at if mission.launch else ()
    return _cut(preferred(claims).value, length) if claims else "nothing"


def _cut(day: Day, length: int) -> str:
    """The ISO text as far as a day (10 characters) or a minute (16)."""
    return day.iso().rstrip("Z")[:length]


def _outcome(mission: Mission) -> str:
    """The lists know a success and a failure; a cargo ship that never arrived is a failure."""
    outcome = _claimed(mission.outcome)
    return {"lost": "failure", "partial": "success"}.get(outcome, outcome)


def _end_day(mission: Mission) -> str:
    claims = mission.end.at if mission.end else ()
    return _cut(preferred(claims).value, 10) if claims else "nothing"


# For each field: our value, and how far the text of the lists is compared.
FIELDS: dict[str, tuple[str, Callable[[Mission], str], int | None]] = {
    "launch day": ("launched", lambda mission: _launch(mission, 10), 10),
    "launch minute": ("launched", lambda mission: _launch(mission, 16), 16),
    "vehicle": ("vehicle", lambda m: _claimed(m.launch.vehicle if m.launch else ()), None),
    "launch site": ("site", lambda m: _claimed(m.launch.site if m.launch else ()), None),
    "pad": ("pad", lambda m: (m.launch.pad if m.launch else None) or "nothing", None),
    "outcome": ("outcome", _outcome, None),
    "end day": ("ended", _end_day, 10),
    "NASA number": ("nasa_number", lambda mission: mission.nasa_number or "nothing", None),
}


def launch_lists() -> dict[str, dict[str, str]]:
    """For each flight of the lists, its fields."""
    text = (DATA / "launch-lists.json").read_text(encoding="utf-8")
    flights: dict[str, dict[str, str]] = json.loads(text)["flights"]
    return flights


def explanations() -> dict[str, dict[str, dict[str, str]]]:
    """For each flight and field that disagree, why they do, and by whom that is told."""
    text = (DATA / "explained.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text) or {}


def comparisons(knowledge: Knowledge) -> Iterator[Comparison]:
    """Every field that a flight of the lists has, and every flight that one side lacks."""
    lists = launch_lists()
    for flight, theirs in lists.items():
        mission = knowledge.get(flight)
        if not isinstance(mission, Mission):
            yield Comparison(flight, "flight", "nothing", "recorded")
            continue
        yield Comparison(flight, "flight", "recorded", "recorded")
        for field, (key, ours, length) in FIELDS.items():
            value = theirs.get(key, "")
            if (length is None or len(value) >= length) and value:
                yield Comparison(flight, field, ours(mission), value.rstrip("Z")[:length])
    for mission in _ours_in_those_years(knowledge):
        if mission.id not in lists:
            yield Comparison(mission.id, "flight", "recorded", "nothing")


def _ours_in_those_years(knowledge: Knowledge) -> Iterator[Mission]:
    suppliers = {p.id for p in knowledge.all(Programme) if p.supplies_iss}
    for mission in knowledge.all(Mission):
        year = _launch(mission, 4)
        if mission.programme in suppliers and year.isdigit() and YEARS[0] <= int(year) <= YEARS[1]:
            yield mission


def report(found: list[Comparison]) -> Iterator[str]:
    """Agreement per field, then every disagreement with what explains it."""
    compared, agreed = Counter(c.field for c in found), Counter(c.field for c in found if c.agrees)
    for field, count in compared.items():
        share = agreed[field] / count
        yield f"{field:14} {agreed[field]:4} of {count:4} agree  {share:7.1%}"
    yield f"{'all':14} {agreed.total():4} of {compared.total():4} agree  {agreement(found):7.1%}"
    told = explanations()
    for difference in (c for c in found if not c.agrees):
        why = told.get(difference.flight, {}).get(difference.field)
        text = f"{why['why']} ({why['by']})" if why else "NOT EXPLAINED"
        yield (
            f"\n{difference.flight}, {difference.field}: "
            f"ours {difference.ours}, theirs {difference.theirs}\n  {text}"
        )


def agreement(found: list[Comparison]) -> float:
    """The share of compared fields that agree, before anything is explained."""
    return sum(comparison.agrees for comparison in found) / len(found)


def main() -> None:
    """Print the report on the knowledge in the folder given, or on the one shipped."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else shipped_knowledge()
    print("\n".join(report(list(comparisons(load_knowledge(folder))))))


if __name__ == "__main__":
    main()
