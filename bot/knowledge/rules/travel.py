"""The way down is after the way up, and pieces of one consignment went the same way."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Claim, Cover, Leg, Mission, Programme, preferred
from bot.knowledge.rules.entries import problem
from bot.knowledge.values import Day
from bot.knowledge.yamlfile import Problem


def check(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield a problem for every way that can't have been."""
    for cover in knowledge.all(Cover):
        yield from _up_and_down(knowledge, cover)
        for name in ("up", "down"):
            yield from _unlike_its_consignment(knowledge, cover, name)
        for number, leg in enumerate(cover.legs):
            text = _landed_another_day(knowledge, leg)
            if text:
                yield problem(knowledge, cover, ("legs", number), text)


def _up_and_down(knowledge: Knowledge, cover: Cover) -> Iterator[Problem]:
    for down in _missions(knowledge, cover.down):
        programme = knowledge.get(down.programme)
        if isinstance(programme, Programme) and _burns_up(programme):
            text = f"came down on {down.id}, but {programme.name} brings nothing back"
            yield problem(knowledge, cover, ("down",), text)
    for up in _missions(knowledge, cover.up):
        for down in _missions(knowledge, cover.down):
            came, left = arrival(up), departure(down)
            if came and left and left.before(came):
                text = f"down on {down.id}, which left {left}, before {up.id} arrived {came}"
                yield problem(knowledge, cover, ("down",), text)


def _burns_up(programme: Programme) -> bool:
    return bool(programme.returns_cargo) and preferred(programme.returns_cargo).value is False


def _missions(knowledge: Knowledge, claims: tuple[Claim[str], ...]) -> list[Mission]:
    found = [knowledge.get(claim.value) for claim in claims]
    return [mission for mission in found if isinstance(mission, Mission)]


def arrival(mission: Mission) -> Day | None:
    """When a mission came to the station; its launch where that is not recorded."""
    stays = [preferred(stay.at).value for stay in mission.stays if stay.at]
    if stays:
        return stays[0]
    return preferred(mission.launch.at).value if mission.launch and mission.launch.at else None


def departure(mission: Mission) -> Day | None:
    """When a mission left the station; its end where that is not recorded."""
    stays = [preferred(stay.until).value for stay in mission.stays if stay.until]
    if stays:
        return stays[-1]
    return preferred(mission.end.at).value if mission.end and mission.end.at else None


def _unlike_its_consignment(knowledge: Knowledge, cover: Cover, way: str) -> Iterator[Problem]:
    own = {claim.value for claim in getattr(cover, way)}
    for consignment in knowledge.consignments_of(cover):
        theirs = {claim.value for claim in getattr(consignment, way)}
        if own and theirs and not own & theirs:
            text = (
                f"{way} is {', '.join(sorted(own))}, but it is a member of {consignment.id} "
                f"({consignment.at}), which went {way} on {', '.join(sorted(theirs))}"
            )
            yield problem(knowledge, cover, (way,), text)


def _landed_another_day(knowledge: Knowledge, leg: Leg) -> str | None:
    """What is wrong with the day of a landing, if the mission's own record has another."""
    mission = knowledge.get(leg.by) if leg.by and leg.stage == "landed" else None
    if not isinstance(mission, Mission) or not mission.end or not mission.end.at or not leg.day:
        return None
    told, known = preferred(leg.day).value, preferred(mission.end.at).value
    if told.whole_day().overlaps(known.whole_day()):
        return None
    return f"landed {told} by {mission.id}, whose own record ends {known} ({mission.at})"
