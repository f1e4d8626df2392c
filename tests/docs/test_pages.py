"""The generated pages are current, everything is documented, and links lead somewhere."""

from __future__ import annotations

import ast
import re
from typing import get_args

import pytest

from bot.config import Settings
from bot.knowledge.fields import FIELDS, FieldType
from bot.knowledge.records import Claim, Record, Source, Sourced
from bot.questions.query import Want
from tests.docs import console, pages
from tests.docs.pages import ROOT

REFRESH = "run: python -m tests.docs.refresh"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *ROOT.glob("knowledge/*.md")])


@pytest.mark.parametrize("name", ["ask.md", "knowledge.md", "sources.md"])
def test_a_generated_page_is_current(name):
    path = ROOT / "docs" / name
    assert console.read(path) == pages.generated()[path], REFRESH


# --- everything has a meaning --------------------------------------------------------------------


def test_every_kind_of_question_is_documented():
    assert pages.meanings()["wants"].keys() == set(get_args(Want))


def test_every_askable_field_is_documented():
    described = {
        (kind, name) for kind, names in pages.meanings()["fields"].items() for name in names
    }
    assert described == FIELDS.keys()


def test_every_type_of_answer_has_a_word():
    assert pages._KINDS_OF_ANSWER.keys() == set(get_args(FieldType))


def test_every_field_of_a_knowledge_file_is_documented():
    written, parts = pages.written_models()
    tables = [(Record, ()), (Sourced, ()), (Claim, ())]
    tables += [(model, Record.model_fields) for model in written.values()]
    tables += [(model, Sourced.model_fields) for model in parts]
    fields = {
        (model.__name__, field)
        for model, hidden in tables
        for field, _ in pages.fields_written(model, hidden)
    }
    described = {
        (name, field) for name, names in pages.meanings()["records"].items() for field in names
    }
    assert described == fields


@pytest.mark.parametrize("want", pages.meanings()["wants"])
def test_the_example_of_a_kind_of_question_is_read_as_that_kind(brain, want):
    answer = brain.ask(pages.meanings()["wants"][want]["example"]).answer
    assert answer.status == "answered"
    assert answer.query is not None
    assert answer.query.want == want


def test_the_questions_of_the_introduction_are_answered(brain):
    introduction = pages.ask_page().partition("\n## ")[0].partition("-->")[2]
    memory = None
    for question in re.findall(r"`([^`]+)`", introduction):
        reply = brain.ask(question, memory)
        assert reply.answer.status == "answered", question
        memory = reply.memory


def test_every_credit_line_is_shown(knowledge):
    page = console.read(ROOT / "docs" / "sources.md")
    sources = knowledge.all(Source)
    assert [source.id for source in sources if f"`{source.id}`" not in page] == []
    assert [s.id for s in sources if s.credit and s.credit not in page] == []
    assert "Jonathan McDowell" in page
    assert "CC-BY" in page


# --- links, commands, rooms ----------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_to_files_and_headings(path):
    broken = []
    for target in re.findall(r"\]\((?!<|https?:)([^)\s]+)\)", console.read(path)):
        file, _, heading = target.partition("#")
        goal = (path.parent / file).resolve() if file else path
        if not goal.exists() or (heading and heading not in headings(goal)):
            broken.append(target)
    assert broken == []


def headings(path):
    titles = re.findall(r"^#+ (.+)$", console.read(path), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_make_command_exists(path):
    targets = set(re.findall(r"^([a-z-]+):", console.read(ROOT / "Makefile"), re.MULTILINE))
    shown = re.findall(r"`make ([^`]+)`|^make ([^#\n]*)", console.read(path), re.MULTILINE)
    words = {word for found in shown for word in "".join(found).split()}
    assert {word for word in words if word.islower() and "=" not in word} <= targets


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_variable_exists(path):
    known = {
        field.validation_alias or f"FLOWN_{name.upper()}"
        for name, field in Settings.model_fields.items()
    }
    assert set(re.findall(r"\b(?:FLOWN|DISCORD)_[A-Z_]+", console.read(path))) <= known


def rooms():
    page = console.read(ROOT / "docs" / "architecture.md")
    for room, allowed in re.findall(r"^\| `(bot/\w+)/` \|.*\| (.+?) \|$", page, re.MULTILINE):
        yield pytest.param(room, allowed, id=room)


@pytest.mark.parametrize(("room", "allowed"), list(rooms()))
def test_a_room_imports_what_the_page_says(room, allowed):
    if allowed == "all of the others":
        return
    own = room.replace("/", ".")
    may = (own, *re.findall(r"`(bot\.\w+)`", allowed))
    strangers = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOT / room).rglob("*.py")
        for name in imported(path)
        if name.startswith("bot.") and not name.startswith(may)
    }
    assert strangers == set()


def imported(path):
    for node in ast.walk(ast.parse(console.read(path))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)
