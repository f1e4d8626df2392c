"""A folder is read whole or not at all, and every problem is told at once with its line."""

import pytest

from bot.knowledge.load import KnowledgeError, knowledge_files, load_knowledge, shipped_knowledge
from bot.knowledge.records import Cover, Mission, Programme


def test_records_know_their_place_and_kind(shelf):
    shelf.write("missions/atv", "\natv-1:\n  name: ATV-1\n  programme: atv\n  source: club\n")
    mission = shelf.load().thing("atv-1")
    assert isinstance(mission, Mission)
    assert (mission.id, str(mission.at)) == ("atv-1", "knowledge/missions/atv.yaml:2")


def test_a_file_or_its_folder_names_the_kind(shelf):
    shelf.write("covers/general", "a: {name: A, kind: cover, source: club}")
    knowledge = shelf.load()
    assert [type(record) for record in knowledge.all(Cover)] == [Cover]
    assert [record.id for record in knowledge.all(Programme)] == ["atv"]


def test_the_revision_changes_with_any_byte(shelf):
    before = shelf.load().revision
    assert before == shelf.load().revision
    shelf.write("terms", "cachet: {name: cachet, definition: A printed design., source: club}")
    assert shelf.load().revision != before


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "a:\n  name: A\n  kind: cover\n  isuer: x\n",
            ":4: 'isuer' is not a field of a cover: did you mean 'issuer'?",
        ),
        (
            "a:\n  name: A\n  kind: cover\n  quantities:\n    - of: flown\n      cuont: 3\n",
            ":6: 'cuont' is not a field of 'quantities': did you mean 'count'?",
        ),
        (
            "a:\n  name: A\n  kind: cover\n  quantities:\n    of: flown\n    cuont: 3\n",
            ":6: 'cuont' is not a field of 'quantities': did you mean 'count'?",
        ),
        (
            (
                "a:\n  name: A\n  kind: cover\n  lots:\n    - id: x\n      from: unknown\n"
                "      strikes:\n        - place: iss\n          dya: 2012\n"
            ),
            ":9: 'dya' is not a field of 'strikes': did you mean 'day'?",
        ),
        (
            "a:\n  name: A\n  kind: cover\n  up:\n    - value: atv-1\n      sauce: club\n",
            ":6: 'sauce' is not a field of 'up': did you mean 'source'?",
        ),
        (
            "a:\n  name: A\n  kind: cover\n  strikes: {where: houston}\n",
            (
                ":4: 'where' is not a field of 'strikes': "
                "the fields are source, note, place, day, day_of, event, mark"
            ),
        ),
        (
            "a:\n  name: A\n  kind: cover\n  strikes: {place: iss, note: struck, as told}\n",
            ":4: 'as told' is cut off by a comma: put the whole text in quotes",
        ),
        ("a:\n  kind: cover\n", ":1: 'name' is missing from a cover"),
        (
            "a:\n  name: A\n  kind: cover\n  quantities:\n    - of: flown\n",
            ":5: 'count' is missing from 'quantities'",
        ),
        (
            "a:\n  name: A\n  kind: crad\n",
            (
                ":3: kind: 'crad' is none of cover, card, folder, letter, sheet, series, "
                "consignment, specimen: did you mean 'card'?"
            ),
        ),
        (
            "a:\n  name: A\n  kind: cover\n  quantities:\n    - {of: sold, count: 3}\n",
            (
                ":5: quantities.of: 'sold' is none of issued, flown, marked, postmarked, signed, "
                "numbered, returned"
            ),
        ),
        (
            "a:\n  name: A\n  kind: cover\n  quantities:\n    - of: flown\n      count: '3'\n",
            (
                ":6: quantities.count: '3' is not a count: "
                "write 600, {about: 300} or {from: 300, to: 400}"
            ),
        ),
        (
            (
                "a:\n  name: A\n  kind: cover\n  lots:\n    - id: x\n      from: unknown\n"
                "      marked: iss\n      signed: {crew: b, day: 3.5.2012}\n"
            ),
            (
                ":8: lots.signed.day: '3.5.2012' is not a day: "
                "write 2008, 2008-11, 2008-11-30 or 2008-11-30T21:25Z"
            ),
        ),
        ("a:\n  name: 57\n  kind: cover\n", ":2: name: 57 should be text: write '57' in quotes"),
        (
            "a:\n  name: true\n  kind: cover\n",
            ":2: name: true should be text: write 'true' in quotes",
        ),
        ("a:\n  name:\n  kind: cover\n", ":2: name: nothing should be text"),
        (
            "a:\n  name: A\n  kind: cover\n  strikes: houston\n",
            (
                ":4: strikes: 'houston' should be a mapping with some of the fields "
                "source, note, place, day, day_of, event, mark"
            ),
        ),
        ("a: cover\n", ":1: 'a' should be a mapping of fields"),
        ("a:\n", ":1: 'a' should be a mapping of fields"),
        ("A_b: {name: A}\n", ":1: 'A_b' is no id: use lower-case letters, digits and single hyph"),
        ("a:\n  id: b\n", ":2: 'id' is not written in a record: the key above it is the id"),
        ("a:\n  at: b\n", ":2: 'at' is not written in a record: the key above it is the id"),
        ("- a\n- b\n", ":1: expected a mapping from ids to records"),
    ],
)
def test_a_slip_is_told_with_its_line_and_what_was_meant(shelf, text, problem):
    shelf.write("covers/slips", text)
    assert any(p.startswith(f"knowledge/covers/slips.yaml{problem}") for p in shelf.problems())


def test_an_id_is_taken_once_over_all_kinds(shelf):
    shelf.write("terms", "\nclub: {name: club, definition: People., source: club}\n")
    assert shelf.problems() == [
        "knowledge/terms.yaml:2: the id 'club' is taken by knowledge/sources.yaml:1: choose another"
    ]


def test_every_problem_of_every_file_is_told_in_order(shelf):
    shelf.write("covers/one", "a: {name: A, kind: cover, isuer: x}\nb: {kind: cover}\n")
    shelf.write("missions/two", "c:\n  name: C\n  name: D\n  programme: apollo\n")
    assert shelf.problems() == [
        "knowledge/covers/one.yaml:1: 'isuer' is not a field of a cover: did you mean 'issuer'?",
        "knowledge/covers/one.yaml:2: 'name' is missing from a cover",
        "knowledge/missions/two.yaml:3: 'name' is given twice here (first in line 2): keep one",
        (
            "knowledge/missions/two.yaml:4: c: programme names 'apollo', which is not recorded: "
            "add that programme, or correct the id"
        ),
    ]


def test_a_record_with_a_slip_does_not_make_others_dangle(shelf):
    shelf.write("missions/atv", "atv-1: {nmae: ATV-1, programme: atv}\n")
    shelf.write("covers/atv", "a: {name: A, kind: cover, up: atv-1, source: club}\n")
    assert all("missions/atv.yaml" in problem for problem in shelf.problems())


def test_a_file_of_no_known_kind_is_a_problem(shelf):
    shelf.write("rockets", "a: {name: A}")
    (problem,) = shelf.problems()
    assert problem.startswith("knowledge/rockets.yaml:1: the name of the file or its folder must")
    assert "missions" in problem


def test_a_yml_file_is_not_silently_left_out(shelf):
    shelf.write("missions/atv", "atv-1: {name: ATV-1}", suffix=".yml")
    assert shelf.problems() == [
        "knowledge/missions/atv.yml:1: is not read: let its name end in .yaml"
    ]


@pytest.mark.parametrize("make", [False, True])
def test_a_folder_that_is_missing_or_empty_is_a_problem(tmp_path, make):
    folder = tmp_path / "elsewhere"
    if make:
        folder.mkdir()
    with pytest.raises(KnowledgeError, match="no knowledge here: expected a folder with YAML"):
        load_knowledge(folder)


def test_the_error_shows_every_problem(shelf):
    shelf.write("covers/one", "a: {}\n")
    with pytest.raises(KnowledgeError) as caught:
        shelf.load()
    assert str(caught.value).splitlines() == [str(p) for p in caught.value.problems]
    assert len(caught.value.problems) == 2


def test_flown_brings_its_own_knowledge():
    assert knowledge_files(shipped_knowledge())
