"""Every id that a record names must be the id of a record of a fitting kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from bot.knowledge.base import Knowledge
from bot.knowledge.hints import closest
from bot.knowledge.records import (
    Active,
    Claim,
    Cover,
    CrewMember,
    DayOf,
    Launch,
    Leg,
    Lot,
    MarkStruck,
    Mission,
    Module,
    Party,
    PersonStay,
    Place,
    Port,
    Practice,
    Programme,
    Record,
    Signing,
    Stay,
    Strike,
    Variant,
)
from bot.knowledge.records import End, Expedition, Mark
from bot.knowledge.yamlfile import Problem

_ISSUERS = {"party", "person"}

# For each model, the fields that hold ids and the kinds of thing they may name.
REFERENCES: dict[type[BaseModel], dict[str, set[str]]] = {
    Programme: {"operator": {"party"}, "manufacturer": {"party"}},
    Variant: {"programme": {"programme"}},
    Mission: {
        "programme": {"programme"},
        "variant": {"variant"},
        "operator": {"party"},
        "crew": {"person"},
        "modules": {"module"},
    },
    Launch: {"site": {"place"}},
    Stay: {"port": {"port"}},
    End: {"place": {"place"}},
    Cover: {
        "commemorates": {"mission", "programme", "variant", "expedition", "station", "module"},
        "issuer": _ISSUERS,
        "maker": _ISSUERS,
        "servicer": _ISSUERS,
        "up": {"mission"},
        "down": {"mission"},
        "contains": {"cover"},
        "members": {"cover"},
    },
    Strike: {"place": {"place", "station"}, "mark": {"mark"}},
    MarkStruck: {"mark": {"mark"}},
    Signing: {"people": {"person"}, "crew": {"expedition"}},
    DayOf: {"mission": {"mission"}},
    Lot: {"within": {"cover"}, "beside": {"cover"}, "marked": {"mark"}},
    Leg: {
        "place": {"place", "station"},
        "by": {"mission"},
        "within": {"module", "term", "mission"},
        "person": {"person"},
    },
    Party: {"people": {"party", "person"}},
    Active: {"programme": {"programme"}, "missions": {"mission"}, "place": {"place"}},
    Place: {"within": {"place"}},
    Port: {"module": {"module", "station"}},
    Module: {"station": {"station"}},
    CrewMember: {"person": {"person"}},
    Mark: {"place": {"place", "station"}},
    PersonStay: {},
    Expedition: {},
    Practice: {
        "about": {"programme", "mission", "variant"},
        "party": _ISSUERS,
        "place": {"place", "station"},
        "mark": {"mark"},
    },
}


def check(knowledge: Knowledge) -> Iterable[Problem]:
    """Yield a problem for every id that leads nowhere or to the wrong kind of thing."""
    for record in knowledge:
        for part in _parts(record):
            yield from _check_part(knowledge, record, part)


def _parts(part: BaseModel) -> Iterator[BaseModel]:
    """A model and every model inside it."""
    yield part
    for name in type(part).model_fields:
        value = getattr(part, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, BaseModel):
                yield from _parts(item)


def _check_part(knowledge: Knowledge, record: Record, part: BaseModel) -> Iterator[Problem]:
    fields = {**REFERENCES.get(type(part), {})}
    if "source" in type(part).model_fields:
        fields["source"] = {"source"}
    for name, kinds in fields.items():
        for thing_id in _ids(getattr(part, name)):
            problem = _reference_problem(knowledge, name, thing_id, kinds)
            if problem:
                yield Problem(record.at.file, record.at.line, f"{record.id}: {problem}")


def _ids(value: object) -> list[str]:
    items = value if isinstance(value, tuple) else (value,)
    found = [item.value if isinstance(item, Claim) else item for item in items]
    return [item for item in found if isinstance(item, str)]


def _reference_problem(
    knowledge: Knowledge, field: str, thing_id: str, kinds: set[str]
) -> str | None:
    target = knowledge.get(thing_id)
    wanted = " or ".join(sorted(kinds))
    if target is None:
        meant = closest(thing_id, (r.id for r in knowledge if r.kind_of_thing in kinds))
        hint = f": did you mean '{meant}'?" if meant else f": add that {wanted}, or correct the id"
        return f"{field} names '{thing_id}', which is not recorded{hint}"
    if target.kind_of_thing not in kinds:
        return f"{field} names '{thing_id}', a {target.kind_of_thing}; expected a {wanted}"
    return None
