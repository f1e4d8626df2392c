"""Sums of pieces are compared side by side, as far as every piece has a figure."""

import pytest

from tests.answers.asking import ask, asked, figure, of

ATV_2 = of("about", "atv-2")
MOON, SUN = of("by_party", "moon"), of("by_party", "sun")


@pytest.fixture
def summed(world):
    """summed(field, side, ...): the pieces on each side, the most first, of ATV-2."""

    def compare(field, *sides, where=ATV_2, order="desc", claimed=False):
        groups = tuple((side,) for side in sides)
        rest = {"groups": groups, "order": order, "tally": True, "limit": 1 if claimed else None}
        return world.answer(ask("compare", "cover", field, where=where, **rest))

    return compare


def test_the_side_with_more_pieces_leads(summed):
    found = summed("flown", SUN, MOON)
    assert found.body.startswith("As far as recorded here, Moon Club has more.")
    assert asked(found) == [
        ("moon", "flown", figure(600)),  # without the 14 beside them, which no figure counts
        ("sun", "flown", figure(550)),
    ]


def test_the_fewest_come_first_where_they_are_asked_for(summed):
    found = summed("flown", MOON, SUN, order="asc")
    assert found.body.startswith("As far as recorded here, Sun Club has fewer.")


@pytest.mark.parametrize(("sides", "verdict"), [((MOON, SUN), "Yes."), ((SUN, MOON), "No.")])
def test_a_claim_is_of_the_first_side(summed, sides, verdict):
    found = summed("flown", *sides, claimed=True)
    assert found.body.startswith(verdict)
    assert (asked(found)[0][1:]) == ("check", verdict.lower().strip("."))


def test_a_cover_without_a_figure_leaves_it_open(summed):
    """Of ATV-1 one cover has no print run: a side that holds it has no upper limit."""
    folders, covers = of("by_party", "moon"), of("about", "atv-1")
    found = summed("issued", folders, covers, where=(), claimed=True)
    assert "can't be told" in found.body
    assert "Left out for want of a figure: ATV-1: One bare." in found.body


def test_sides_without_any_figure_say_so(summed):
    found = summed("signed", MOON, SUN, where=of("about", "atv-1"))
    assert found.status == "not_recorded"
