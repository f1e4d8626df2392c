"""CONTRIBUTING.md: its examples load, its mistakes print what it shows."""

from __future__ import annotations

import pytest

from bot.brain import Brain
from tests.docs import console, guide

PAGE = console.read(guide.GUIDE)
EXAMPLES = guide.examples(PAGE)
MISTAKES = guide.mistakes(PAGE)


def lines_of_yaml(example):
    return len(example.text.splitlines()) - 1  # the first line names the file


def test_there_is_a_source_a_mission_a_cover_and_one_more_fact():
    folders = [example.file.split("/")[1] for example in EXAMPLES]
    assert folders == ["sources", "missions", "covers", "covers"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.file)
def test_an_example_is_under_ten_lines(example):
    assert lines_of_yaml(example) < 10


@pytest.mark.parametrize("steps", [2, 3, 4])
def test_the_examples_load_beside_the_shipped_knowledge_step_by_step(steps, tmp_path):
    guide.load_beside_the_shipped(EXAMPLES[:steps], tmp_path)


def asked(answer):
    return {(f.subject, f.attribute, str(f.value)) for f in answer.facts if f.role == "asked"}


def test_what_the_examples_enter_can_be_asked_for(tmp_path):
    brain = Brain(guide.load_beside_the_shipped(EXAMPLES, tmp_path))
    launch = brain.ask("When was Cygnus Example launched?").answer
    assert launch.text.endswith("Source: Example Club bulletin, July 1999")
    assert ("cygnus-example", "launched", "1999-03-01T08:15Z") in asked(launch)
    issued = brain.ask("How many Cygnus Example covers were issued?").answer
    assert issued.status == "answered"
    assert "80" in issued.body
    issuer = brain.ask("Who issued the Cygnus Example cover?").answer
    assert "Jim Roth" in issuer.body
    assert "La Marianne" in issuer.body


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.text.split("\n")[1])
def test_a_mistake_prints_what_the_guide_shows(mistake):
    printed = guide.printed_for(mistake)
    assert printed, "this is no mistake"
    if not guide.same_print(mistake, printed):
        assert mistake.printed == printed


def test_the_commonest_mistakes_are_shown():
    assert len(MISTAKES) >= 12


def test_lines_of_other_files_may_move():
    mistake = guide.Example("knowledge/covers/a.yaml", "", "knowledge/covers/a.yaml:2: b.yaml:3")
    moved = guide.Example("a.yaml", "", "knowledge/b.yaml:9: taken")
    assert not guide.same_print(mistake, "knowledge/covers/a.yaml:3: b.yaml:3")
    assert guide.same_print(moved, "knowledge/b.yaml:12: taken")
