"""A ship that was lost never came to the station, and somebody said why."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Mission, preferred
from bot.knowledge.rules.entries import problem
from bot.knowledge.yamlfile import Problem


def check(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield a problem for every lost mission that docked or whose loss has no reason."""
    for mission in knowledge.all(Mission):
        if not mission.outcome or preferred(mission.outcome).value != "lost":
            continue
        if mission.stays:
            text = "was lost, and yet has a stay at the station: correct one of them"
            yield problem(knowledge, mission, ("stays",), text)
        if not mission.reason:
            text = "was lost: give the reason in one line"
            yield problem(knowledge, mission, ("outcome",), text)
