"""A lot is within an item, beside it, or of nobody knows whom."""

import pytest

COVERS = """\
a: {name: A, kind: cover, source: club}
b: {name: B, kind: cover, source: club}
mail:
  name: Mail
  kind: consignment
  source: club
  members: a
  lots:
"""


@pytest.mark.parametrize("said", ["within: a", "beside: a", "from: unknown"])
def test_one_of_the_three_is_right(shelf, said):
    shelf.write("covers/mail", f"{COVERS}    - {{id: sealed, count: 3, {said}}}\n")
    assert shelf.problems() == []


@pytest.mark.parametrize("said", ["count: 3", "within: a, beside: a", "within: a, from: unknown"])
def test_none_or_two_are_a_problem(shelf, said):
    shelf.write("covers/mail", f"{COVERS}    - {{id: sealed, {said}}}\n")
    assert shelf.problems() == [
        (
            "knowledge/covers/mail.yaml:9: mail: the lot 'sealed' needs exactly one of within, "
            "beside or 'from: unknown'"
        )
    ]


def test_a_lot_of_a_consignment_is_of_its_members(shelf):
    shelf.write("covers/mail", f"{COVERS}    - {{id: sealed, within: b}}\n")
    (problem,) = shelf.problems()
    assert problem.endswith("the lot 'sealed' is of 'b', which is no member of this consignment")


def test_a_lot_of_an_item_is_of_that_item(shelf):
    text = "b: {name: B, kind: cover, source: club}\na:\n  name: A\n  kind: cover\n  source: club\n"
    shelf.write("covers/mail", f"{text}  lots:\n    - {{id: sealed, within: b}}\n")
    (problem,) = shelf.problems()
    assert problem.startswith("knowledge/covers/mail.yaml:7: a: the lot 'sealed' is of 'b': write")


def test_lots_have_ids_of_their_own(shelf):
    lot = "    - {id: sealed, within: a}\n"
    shelf.write("covers/mail", COVERS + lot + lot)
    assert [problem.partition(": mail: ")[2] for problem in shelf.problems()] == [
        "two lots are called 'sealed': give each an id of its own"
    ] * 2
