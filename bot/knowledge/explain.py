"""Why a record was refused, in a sentence for the person who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bot.knowledge.hints import closest
from bot.knowledge.records import Record

_QUOTED = re.compile(r"'([^']*)'")


def explain(record_type: type[Record], detail: ErrorDetails) -> str:
    """What is wrong with a record and what was probably meant.

    Args:
        record_type: the kind of record that was expected.
        detail: one of pydantic's findings.
    """
    kind = detail["type"]
    if kind == "extra_forbidden":
        return _unknown_field(record_type, detail)
    if kind == "missing":
        return f"'{detail['loc'][-1]}' is missing from {_owner(record_type, detail['loc'])}"
    field = ".".join(filter(_is_field, map(str, detail["loc"]))) or record_type.kind_name
    return f"{field}: {_wrong_value(record_type, detail)}"


def _wrong_value(record_type: type[Record], detail: ErrorDetails) -> str:
    given = detail["input"]
    if detail["type"] == "literal_error":
        return _not_one_of(str(given), _QUOTED.findall(detail["ctx"]["expected"]))
    if detail["type"] == "string_type":
        return _not_text(given)
    if detail["type"] == "model_type":
        known = ", ".join(_fields_at(record_type, detail["loc"]))
        return f"{_short(given)} should be a mapping with some of the fields {known}"
    return detail["msg"].removeprefix("Value error, ")


def _is_field(step: str) -> bool:
    """Whether a step of a path is a field; the others are positions and pydantic's own words."""
    return step.isidentifier() and step not in {"value", "str", "Day"}


def _owner(record_type: type[Record], path: tuple[str | int, ...]) -> str:
    """What the last step of a path belongs to: a cover, or an entry such as quantities."""
    outer = [step for step in path[:-1] if isinstance(step, str)]
    if not outer:
        article = "an" if record_type.kind_name[0] in "aeiou" else "a"
        return f"{article} {record_type.kind_name}"
    return f"'{outer[-1]}'"


def _unknown_field(record_type: type[Record], detail: ErrorDetails) -> str:
    path = detail["loc"]
    word, owner = str(path[-1]), _owner(record_type, path)
    if detail["input"] is None and " " in word:
        return f"'{word}' is cut off by a comma: put the whole text in quotes"
    known = _fields_at(record_type, path[:-1])
    meant = closest(word, known)
    hint = f"did you mean '{meant}'?" if meant else f"the fields are {', '.join(known)}"
    return f"'{word}' is not a field of {owner}: {hint}"


def _not_one_of(given: str, allowed: list[str]) -> str:
    meant = closest(given, allowed)
    hint = f": did you mean '{meant}'?" if meant else ""
    return f"'{given}' is none of {', '.join(allowed)}{hint}"


def _not_text(given: object) -> str:
    if isinstance(given, bool | int | float):
        shown = str(given).lower() if isinstance(given, bool) else str(given)
        return f"{shown} should be text: write '{shown}' in quotes"
    return f"{_short(given)} should be text"


def _short(given: object) -> str:
    """What was given, cut to a length that fits a message."""
    if given is None:
        return "nothing"
    text = str(given)
    return f"'{text}'" if len(text) <= 40 else f"'{text[:37]}...'"


def _fields_at(record_type: type[Record], path: tuple[str | int, ...]) -> list[str]:
    """The fields, as they are written, of the entry at a path."""
    models: list[type[BaseModel]] = [record_type]
    for step in path:
        infos = [info for m in models for name, info in _fields(m) if name == step]
        if infos:
            models = [model for info in infos for model in _models(info.annotation)]
    hidden = {"id", "at"} if models == [record_type] else set()
    return [name for model in models for name, _ in _fields(model) if name not in hidden]


def _fields(model: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    for name, info in model.model_fields.items():
        yield info.alias or name, info


def _models(annotation: Any) -> list[type[BaseModel]]:
    """The models that an annotation such as tuple[Claim[Day], ...] is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in get_args(annotation) for model in _models(inner)]
