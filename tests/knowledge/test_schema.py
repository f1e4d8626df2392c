"""The JSON Schemas accept what the loader accepts, and complete what a contributor types."""

import os

import pytest
from jsonschema import Draft202012Validator

from bot.knowledge.load import knowledge_files, shipped_knowledge
from bot.knowledge.records import RECORD_TYPES
from bot.knowledge.schema import FOLDER, schema_of, schema_text, write_schemas
from bot.knowledge.yamlfile import read_yaml

HEADER = "# yaml-language-server: $schema="


def _validator(kind):
    return Draft202012Validator(schema_of(kind))


def _kind_of(path):
    return path.stem if path.stem in RECORD_TYPES else path.parent.name


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_the_committed_schema_is_the_generated_one(kind):
    committed = (FOLDER / f"{kind}.json").read_text(encoding="utf-8")
    assert committed == schema_text(kind), "run: python -m bot.knowledge.schema"
    Draft202012Validator.check_schema(schema_of(kind))


def test_no_schema_is_left_over():
    assert {path.stem for path in FOLDER.glob("*.json")} == RECORD_TYPES.keys()


def test_schemas_are_written_where_asked(tmp_path):
    paths = write_schemas(tmp_path / "new")
    assert [path.stem for path in paths] == list(RECORD_TYPES)


@pytest.mark.parametrize(
    "path", knowledge_files(shipped_knowledge()), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_every_shipped_file_is_valid(path):
    data = read_yaml(path, path.name).data or {}
    errors = _validator(_kind_of(path)).iter_errors(data)
    assert [f"{error.json_path}: {error.message[:200]}" for error in errors] == []


COVER = {"name": "A", "kind": "cover"}


@pytest.mark.parametrize(
    "fields",
    [
        {"issuer": "la-marianne"},
        {"issuer": ["la-marianne", "erno"]},
        {"issuer": {"value": "la-marianne", "source": "club", "note": "as printed"}},
        {"issuer": [{"value": "a", "preferred": True}, {"value": "b", "source": ["x", "y"]}]},
        {"commemorates": "atv-1"},
        {"quantities": {"of": "flown", "count": 600}},
        {"quantities": [{"of": "flown", "count": {"about": 600}, "note": "x"}]},
        {"covers_inside": {"from": 3, "to": 4, "loose": True}},
        {"covers_inside": {"value": {"fewer_than": 10, "per": "mission"}}},
        {"strikes": {"place": "iss", "day": "2012-05-25"}},
        {"strikes": {"day": [2012, {"value": "2012-05-25T16:02Z"}]}},
        {"lots": {"id": "x", "from": "unknown", "count": {"order": "tens"}}},
        {"legs": [{"stage": "stored", "in": "leonardo"}]},
        {"remarks": {"text": "Scarce."}, "statements": {"field": "flights", "value": 6}},
    ],
)
def test_every_spelling_of_a_field_is_accepted(fields):
    assert list(_validator("covers").iter_errors({"a": COVER | fields})) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"isuer": "la-marianne"},
        {"id": "a"},
        {"at": "here"},
        {"issuer": 5},
        {"issuer": {"vaule": "a"}},
        {"quantities": {"of": "sold", "count": 3}},
        {"quantities": {"of": "flown"}},
        {"quantities": {"of": "flown", "count": "600"}},
        {"covers_inside": {"about": 3, "at_most": 4}},
        {"covers_inside": -1},
        {"strikes": {"day": "25.05.2012"}},
        {"strikes": "houston"},
        {"kind": "stamp"},
    ],
)
def test_what_the_loader_refuses_is_marked(fields):
    assert list(_validator("covers").iter_errors({"a": COVER | fields}))


def test_an_id_is_checked_too():
    assert list(_validator("covers").iter_errors({"A_1": COVER}))
    assert list(_validator("covers").iter_errors({"a": {"kind": "cover"}}))  # the name is missing


@pytest.mark.parametrize(
    "path", knowledge_files(shipped_knowledge()), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_every_shipped_file_names_its_schema_in_its_first_line(path):
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    schema = os.path.relpath(FOLDER / f"{_kind_of(path)}.json", path.parent)
    assert first == HEADER + schema
