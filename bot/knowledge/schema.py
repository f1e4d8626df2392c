"""JSON Schemas of the knowledge files, made from the records, for completion in editors.

`python -m bot.knowledge.schema` writes them to docs/schema. They accept every spelling that the
loader does: one entry or a list, a bare value or a claim, days and counts as they are written.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from bot.knowledge.load import ID_PATTERN
from bot.knowledge.records import RECORD_TYPES, as_claims

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "schema"

_MANY, _CLAIMS = "x-many", "x-claims"
_NEVER_WRITTEN = ("id", "at")  # the loader adds them


def schema_of(kind: str) -> dict[str, Any]:
    """The schema of a file of one kind: covers, missions ..."""
    record_type = RECORD_TYPES[kind]
    schema = record_type.model_json_schema(by_alias=True, schema_generator=_Generator)
    definitions = schema.pop("$defs", {})
    for field in _NEVER_WRITTEN:
        schema["properties"].pop(field)
    schema["required"] = [name for name in schema["required"] if name not in _NEVER_WRITTEN]
    record, definitions = (_spelled(part, definitions) for part in (schema, definitions))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Flown: {kind}",
        "type": "object",
        "propertyNames": {"pattern": f"^{ID_PATTERN.pattern}$"},
        "additionalProperties": record,
        "$defs": _used(record, definitions),
    }


def write_schemas(folder: Path = FOLDER) -> list[Path]:
    """Write one file per kind into `folder` and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in RECORD_TYPES:
        path = folder / f"{kind}.json"
        path.write_text(schema_text(kind), encoding="utf-8")
        written.append(path)
    return written


def schema_text(kind: str) -> str:
    """The schema of one kind as it stands in its file."""
    return json.dumps(schema_of(kind), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


class _Generator(GenerateJsonSchema):
    """Marks the fields that take one entry or many, and those that take claims."""

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """What a field accepts before its validator has made a tuple of it."""
        inner = schema["schema"]
        if inner["type"] != "tuple":
            return super().function_before_schema(schema)
        item = self.generate_inner(inner["items_schema"][0])
        return {_CLAIMS if schema["function"]["function"] is as_claims else _MANY: item}


def _spelled(schema: Any, definitions: dict[str, Any]) -> Any:
    """The schema with the marks turned into the spellings that they stand for."""
    if isinstance(schema, list):
        return [_spelled(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if _MANY in schema:
        return _one_or_many(_spelled(schema[_MANY], definitions))
    if _CLAIMS in schema:
        claim = schema[_CLAIMS]
        value = definitions[claim["$ref"].rpartition("/")[2]]["properties"]["value"]
        return _one_or_many({"anyOf": [_spelled(value, definitions), claim]})
    return {
        key: _spelled(value, definitions)
        for key, value in schema.items()
        if key not in {"default", "title"} or not isinstance(value, str | list | bool | None)
    }


def _one_or_many(item: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [item, {"type": "array", "items": item}]}


def _used(schema: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The definitions that a schema refers to, directly or through another one."""
    used: dict[str, Any] = {}
    waiting = [schema]
    while waiting:
        for name in _references(waiting.pop()):
            if name not in used:
                used[name] = definitions[name]
                waiting.append(definitions[name])
    return used


def _references(schema: Any) -> list[str]:
    if isinstance(schema, list):
        return [name for item in schema for name in _references(item)]
    if not isinstance(schema, dict):
        return []
    own = [schema["$ref"].rpartition("/")[2]] if isinstance(schema.get("$ref"), str) else []
    return own + [name for value in schema.values() for name in _references(value)]


def main() -> None:
    """Write the schemas to the folder given, or to docs/schema."""
    for path in write_schemas(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER):
        print(path)  # noqa: T201


if __name__ == "__main__":
    main()
