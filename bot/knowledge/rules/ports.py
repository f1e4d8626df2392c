"""A port takes one ship at a time, and only while it is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Mission, Port, preferred
from bot.knowledge.rules.entries import problem
from bot.knowledge.values import Day
from bot.knowledge.yamlfile import EntryPath, Problem


@dataclass(frozen=True)
class _Berth:
    """One ship at one port; `until` is None while no day of leaving is recorded."""

    mission: Mission
    path: EntryPath
    since: Day
    until: Day | None


def check(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield a problem for every two ships on one port, and every ship on a port not yet built."""
    for port, berths in _berths(knowledge).items():
        yield from _shared(knowledge, port, berths)
        record = knowledge.get(port)
        if isinstance(record, Port):
            yield from _out_of_time(knowledge, record, berths)


def _berths(knowledge: Knowledge) -> dict[str, list[_Berth]]:
    """The ships at each port by the time of their coming."""
    found: dict[str, list[_Berth]] = defaultdict(list)
    for mission in knowledge.all(Mission):
        for number, stay in enumerate(mission.stays):
            if stay.port and stay.at:
                until = stay.until or (mission.end.at if mission.end else ())
                found[stay.port].append(
                    _Berth(
                        mission,
                        ("stays", number),
                        preferred(stay.at).value,
                        preferred(until).value if until else None,
                    )
                )
    for berths in found.values():
        berths.sort(key=lambda berth: berth.since.start)
    return found


def _shared(knowledge: Knowledge, port: str, berths: list[_Berth]) -> Iterator[Problem]:
    for one, other in combinations(berths, 2):
        begun = one.until is None or other.since.before(one.until)
        over = other.until is not None and not one.since.before(other.until)
        if begun and not over:
            left = f"until {one.until}" if one.until else "with no day of leaving"
            text = (
                f"is at {port} from {other.since}, where {one.mission.id} "
                f"({one.mission.at}) is from {one.since} {left}"
            )
            yield problem(knowledge, other.mission, other.path, text)


def _out_of_time(knowledge: Knowledge, port: Port, berths: list[_Berth]) -> Iterator[Problem]:
    opened = preferred(port.begin).value if port.begin else None
    gone = preferred(port.finish).value if port.finish else None
    for berth in berths:
        if opened and berth.since.before(opened):
            text = f"is at {port.id} from {berth.since}, but that port is there from {opened}"
            yield problem(knowledge, berth.mission, berth.path, text)
        if gone and gone.before(berth.until or berth.since):
            text = f"is at {port.id} until {berth.until or berth.since}, but that port went {gone}"
            yield problem(knowledge, berth.mission, berth.path, text)
