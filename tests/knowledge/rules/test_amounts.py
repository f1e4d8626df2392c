"""Parts are not above the whole, as far as the wordings allow to tell."""

import pytest

COVER = "a:\n  name: A\n  kind: cover\n  source: club\n  quantities:\n"


def _quantities(*pairs):
    return COVER + "".join(f"    - {{of: {of}, count: {count}}}\n" for of, count in pairs)


@pytest.mark.parametrize(
    "pairs",
    [
        [("issued", "600"), ("flown", "600")],
        [("issued", "600"), ("signed", "153"), ("flown", "400")],
        [("issued", "{fewer_than: 10}"), ("flown", "9")],
        [("issued", "{about: 600}"), ("flown", "620")],
        [("issued", "{from: 300, to: 400}"), ("flown", "{at_least: 250}")],
        [("issued", "{order: hundreds}"), ("marked", "153")],
        [("issued", "500"), ("issued", "600"), ("flown", "600")],  # one of two sources allows it
        [("flown", "100"), ("signed", "250")],  # signed on the ground, too
    ],
)
def test_what_may_be_is_right(shelf, pairs):
    shelf.write("covers/a", _quantities(*pairs))
    assert shelf.problems() == []


@pytest.mark.parametrize(
    ("pairs", "problem"),
    [
        ([("issued", "600"), ("flown", "601")], "7: a: more flown than issued: 601 of 600"),
        ([("flown", "601"), ("issued", "600")], "6: a: more flown than issued: 601 of 600"),
        (
            [("issued", "{fewer_than: 10}"), ("flown", "10")],
            "7: a: more flown than issued: 10 of 0 to 9",
        ),
        ([("issued", "600"), ("signed", "700")], "7: a: more signed than issued: 700 of 600"),
        ([("flown", "400"), ("marked", "401")], "7: a: more marked than flown: 401 of 400"),
        (
            [("issued", "{about: 100}"), ("numbered", "250")],
            "7: a: more numbered than issued: 250 of 100 to 100",
        ),
    ],
)
def test_more_of_a_part_is_a_problem(shelf, pairs, problem):
    shelf.write("covers/a", _quantities(*pairs))
    assert shelf.problems() == [f"knowledge/covers/a.yaml:{problem}"]


def test_quantities_of_one_event_are_held_against_that_event(shelf):
    text = COVER + "    - {of: issued, count: 100, event: launch}\n    - {of: flown, count: 300}\n"
    shelf.write("covers/a", text)
    assert shelf.problems() == []


def test_a_lot_is_not_larger_than_its_item(shelf):
    lot = "  lots:\n    - {id: signed, count: 601, within: a}\n"
    shelf.write("covers/a", _quantities(("flown", "600")) + lot)
    assert shelf.problems() == [
        "knowledge/covers/a.yaml:8: a: the lot 'signed' is larger than a, of which it is a part"
    ]


def test_further_pieces_may_be_any_number(shelf):
    lot = "  lots:\n    - {id: beside, count: 601, beside: a}\n"
    shelf.write("covers/a", _quantities(("flown", "600")) + lot)
    assert shelf.problems() == []


def test_a_folder_does_not_name_more_covers_than_it_holds(shelf):
    shelf.write(
        "covers/a",
        """\
        b: {name: B, kind: cover, source: club}
        c: {name: C, kind: cover, source: club}
        a: {name: A, kind: folder, source: club, covers_inside: 1, contains: [b, c]}
        """,
    )
    assert shelf.problems() == ["knowledge/covers/a.yaml:3: a: contains 2 covers and says 1"]
