"""A name leads to one thing, or all who bear it say that it is shared."""

import pytest

from bot.knowledge.rules.names import normal


@pytest.mark.parametrize(
    "spelling", ["Progress M-27M", "progress m 27m", "PROGRESS  M–27M", "Progress M\u00a027M"]
)
def test_spellings_of_one_name_are_equal(spelling):
    assert normal(spelling) == "progress m 27m"


def test_two_designators_stay_apart():
    assert normal("Progress M1-1") != normal("Progress M-11")


def test_a_name_of_two_things_is_told_at_both(shelf):
    shelf.write("modules", "zvezda:\n  name: Zvezda\n  source: club\n")
    shelf.write(
        "missions/m", "m:\n  name: M\n  programme: atv\n  source: club\n  names: [X, ZVEZDA]\n"
    )
    assert shelf.problems() == [
        (
            "knowledge/missions/m.yaml:5: m: 'ZVEZDA' also names zvezda "
            "(knowledge/modules.yaml:1): put it into shared_names of each"
        ),
        (
            "knowledge/modules.yaml:2: zvezda: 'Zvezda' also names m "
            "(knowledge/missions/m.yaml:1): put it into shared_names of each"
        ),
    ]


def test_a_name_that_each_declares_as_shared_is_right(shelf):
    shelf.write("modules", "zvezda: {name: Zvezda, shared_names: Zvezda, source: club}\n")
    text = "m: {name: M, programme: atv, source: club, shared_names: zvezda}\n"
    shelf.write("missions/m", text)
    assert shelf.problems() == []


def test_one_declaration_is_not_enough(shelf):
    shelf.write("modules", "zvezda: {name: Zvezda, source: club}\n")
    text = "m: {name: M, programme: atv, source: club, shared_names: Zvezda}\n"
    shelf.write("missions/m", text)
    (problem,) = shelf.problems()
    assert problem.startswith("knowledge/modules.yaml:1: zvezda: 'Zvezda' also names m")


def test_covers_of_different_flights_may_have_one_name(shelf):
    shelf.write(
        "missions/m",
        """\
        atv-1: {name: ATV-1, programme: atv, source: club}
        atv-2: {name: ATV-2, programme: atv, source: club}
        """,
    )
    cover = "{}: {{name: Club cover, kind: cover, source: club, commemorates: {}}}\n"
    shelf.write("covers/c", cover.format("a", "atv-1") + cover.format("b", "atv-2"))
    assert shelf.problems() == []
    shelf.write("covers/d", cover.format("c", "atv-2"))
    assert [problem.partition(" also ")[0][-17:] for problem in shelf.problems()] == [
        ": b: 'Club cover'",
        ": c: 'Club cover'",
    ]


def test_a_source_may_be_called_like_a_club(shelf):
    shelf.write("parties", "the-club: {name: Club bulletin, roles: club, source: club}\n")
    assert shelf.problems() == []
