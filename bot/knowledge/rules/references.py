"""Every id that a record names must be the id of a record of a fitting kind."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from bot.knowledge.base import Knowledge
from bot.knowledge.hints import closest
from bot.knowledge.records import (
    Active,
    Claim,
    Country,
    Cover,
    CrewMember,
    DayOf,
    End,
    Launch,
    Leg,
    Lot,
    Mark,
    MarkStruck,
    Mission,
    Module,
    Party,
    Place,
    Port,
    Practice,
    Programme,
    Signing,
    Stay,
    Strike,
    Variant,
)
from bot.knowledge.rules.entries import entries, problem
from bot.knowledge.yamlfile import Problem

_ISSUERS = {"party", "person"}

# For each model, the fields that hold ids and the kinds of thing they may name.
REFERENCES: dict[type[BaseModel], dict[str, set[str]]] = {
    Programme: {"country": {"country"}, "operator": {"party"}, "manufacturer": {"party"}},
    Variant: {"programme": {"programme"}},
    Mission: {
        "programme": {"programme"},
        "variant": {"variant"},
        "operator": {"party"},
        "crew": {"person"},
        "modules": {"module"},
        "modules_down": {"module"},
    },
    Launch: {"site": {"place"}},
    Stay: {"port": {"port"}, "by_hand": {"person"}},
    End: {"place": {"place"}},
    Cover: {
        "commemorates": {"mission", "programme", "variant", "expedition", "station", "module"},
        "addressee": {"person"},
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
    Party: {"country": {"country"}, "people": {"party", "person"}},
    Active: {"programme": {"programme"}, "missions": {"mission"}, "place": {"place"}},
    Place: {"country": {"country"}, "within": {"place"}, "requests_to": {"place"}},
    Country: {"within": {"country"}},
    Port: {"module": {"module", "station"}},
    Module: {"station": {"station"}},
    CrewMember: {"person": {"person"}},
    Mark: {"place": {"place", "station"}, "designer": {"party"}, "follows": {"mark"}},
    Practice: {
        "about": {"programme", "mission", "variant"},
        "party": _ISSUERS,
        "place": {"place", "station"},
        "mark": {"mark"},
    },
}


def check(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield a problem for every id that leads nowhere or to the wrong kind of thing."""
    for record in knowledge:
        for path, part in entries(record):
            for field, kinds in _id_fields(type(part)).items():
                for thing_id in _ids(getattr(part, field)):
                    text = _what_is_wrong(knowledge, thing_id, kinds)
                    if text:
                        written = type(part).model_fields[field].alias or field
                        yield problem(knowledge, record, (*path, written), f"{written} {text}")


def _id_fields(model: type[BaseModel]) -> dict[str, set[str]]:
    fields = REFERENCES.get(model, {})
    return {**fields, "source": {"source"}} if "source" in model.model_fields else fields


def _ids(value: object) -> list[str]:
    items = value if isinstance(value, tuple) else (value,)
    found = [item.value if isinstance(item, Claim) else item for item in items]
    return [item for item in found if isinstance(item, str)]


def _what_is_wrong(knowledge: Knowledge, thing_id: str, kinds: set[str]) -> str | None:
    if thing_id in knowledge.unreadable:
        return None  # its own problem is told already
    target = knowledge.get(thing_id)
    wanted = " or ".join(sorted(kinds))
    if target is None:
        near = (record.id for record in knowledge if record.kind_of_thing in kinds)
        meant = closest(thing_id, (i for i in near if _digits(i) == _digits(thing_id)))
        hint = f": did you mean '{meant}'?" if meant else f": add that {wanted}, or correct the id"
        return f"names '{thing_id}', which is not recorded{hint}"
    if target.kind_of_thing not in kinds:
        return f"names '{thing_id}', a {target.kind_of_thing}; expected a {wanted}"
    return None


def _digits(thing_id: str) -> str:
    """The number in an id: another number is another thing, and no slip of the pen."""
    return "".join(filter(str.isdigit, thing_id))
