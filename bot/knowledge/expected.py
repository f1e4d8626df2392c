"""Which fields a thing can have at all: a lost ship has no arrival that could be missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Cover, Mission, Programme, Record, Variant, preferred
from bot.knowledge.values import Day

# A flight without a departure is taken to be still up there if it is among the latest.
_STILL_UP = timedelta(days=400)


def can_have(knowledge: Knowledge, thing: Record, field: str) -> bool:
    """Whether a value of the field is to be expected of this thing."""
    if isinstance(thing, Mission):
        flight = _MISSION_FIELDS.get(field)
        return flight is None or flight(knowledge, thing)
    if isinstance(thing, Cover):
        cover = _COVER_FIELDS.get(field)
        return cover is None or cover(thing)
    return True


def _got_there(knowledge: Knowledge, mission: Mission) -> bool:
    return not _was_lost(knowledge, mission)


def _was_lost(_: Knowledge, mission: Mission) -> bool:
    return mission.was_lost


def _was_captured(_: Knowledge, mission: Mission) -> bool:
    return any(stay.how == "berthed" for stay in mission.stays)


def _has_ended(knowledge: Knowledge, mission: Mission) -> bool:
    if mission.end or (mission.stays and mission.stays[-1].until):
        return True
    launched = _launched(mission)
    launches = [day.start for other in knowledge.all(Mission) if (day := _launched(other))]
    return launched is None or launched.start < max(launches) - _STILL_UP


def _has_left(knowledge: Knowledge, mission: Mission) -> bool:
    return _got_there(knowledge, mission) and _has_ended(knowledge, mission)


def _launched(mission: Mission) -> Day | None:
    claims = mission.launch.at if mission.launch else ()
    return preferred(claims).value if claims else None


def _programme(knowledge: Knowledge, mission: Mission) -> Programme | None:
    programme = knowledge.get(mission.programme)
    return programme if isinstance(programme, Programme) else None


def _has_nasa_number(knowledge: Knowledge, mission: Mission) -> bool:
    """NASA numbers the cargo flights of a programme; ships that brought a module have none."""
    programme = _programme(knowledge, mission)
    numberings = programme.numbering if programme else ()
    return not mission.modules and any(series.of == "nasa_number" for series in numberings)


def _brings_cargo_down(knowledge: Knowledge, mission: Mission) -> bool:
    programme = _programme(knowledge, mission)
    claims = programme.returns_cargo if programme else ()
    return bool(claims) and preferred(claims).value


def _carries_people(knowledge: Knowledge, mission: Mission) -> bool:
    programme = _programme(knowledge, mission)
    return programme is not None and not programme.supplies_iss


def _has_sisters_with_names(knowledge: Knowledge, mission: Mission) -> bool:
    return any(sister.ship_name for sister in knowledge.missions_of(mission.programme))


def _has_variants(knowledge: Knowledge, mission: Mission) -> bool:
    return any(variant.programme == mission.programme for variant in knowledge.all(Variant))


def _is_folder(cover: Cover) -> bool:
    return cover.kind == "folder"


def _is_counted(cover: Cover) -> bool:
    """A specimen is one piece that somebody showed: nobody counted the others."""
    return cover.kind != "specimen"


_MISSION_FIELDS: dict[str, Callable[[Knowledge, Mission], bool]] = {
    "captured": _was_captured,
    "arrived": _got_there,
    "port": _got_there,
    "how_attached": _got_there,
    "at_station": _got_there,
    "expeditions_aboard": _got_there,
    "people_aboard": _got_there,
    "departed": _has_left,
    "docked_for": _has_left,
    "flight_time": _has_left,
    "ended": _has_ended,
    "end_place": _has_ended,
    "end_how": _has_ended,
    "reason": _was_lost,
    "crew": _carries_people,
    "nasa_number": _has_nasa_number,
    "cargo_down": _brings_cargo_down,
    "ship_name": _has_sisters_with_names,
    "variant": _has_variants,
}
_COVER_FIELDS: dict[str, Callable[[Cover], bool]] = {
    "covers_inside": _is_folder,
    "contains": _is_folder,
    "issued": _is_counted,
    "flown": _is_counted,
    "quantity": _is_counted,
}
