"""Totals, rankings and comparisons: only where figures can really be compared."""

import pytest

from bot.questions.query import Condition, Query
from tests.answers.asking import ask, asked, context, figure, of

ATV_1, ATV_2, HTV = of("about", "atv-1"), of("about", "atv-2"), of("about", "htv")
UNSURE = ("overlap", "can't be told", "cannot be told")


@pytest.fixture
def total(world):
    return lambda field, *where: world.answer(ask("total", "cover", field, where=where))


@pytest.fixture
def ranked(world):
    """ranked(field, condition, ...): smallest first, the first only, unless said otherwise."""

    def rank(field, *where, kind="cover", order="asc", limit=1, offset=0):
        return world.answer(
            ask("rank", kind, field, where=where, order=order, limit=limit, offset=offset)
        )

    return rank


@pytest.fixture
def compared(world):
    def compare(field, one, other, kind="cover", order="asc", check=False):
        fields = (field,) if field else ()
        sides, limit = ((one,), (other,)), 1 if check else None
        query = Query(
            want="compare", kind=kind, fields=fields, groups=sides, order=order, limit=limit
        )
        return world.answer(query)

    return compare


def itself(thing):
    return of("self", thing)


# --- totals ---------------------------------------------------------------------------------------


def test_a_total_says_what_it_adds_up(total):
    found = total("flown", ATV_2)
    assert found.status == "answered"
    assert asked(found) == [("atv-2", "flown", figure(1150))]
    beside = ("two-flown", 14)  # told with it, and in no sum
    told = {(f[0], f[2]["min"]) for f in context(found)}
    assert told == {("two-flown", 600), ("two-card", 550), beside}
    (fact,) = [f for f in found.facts if f.role == "asked"]
    assert {*fact.derived_from} == {"two-flown.flown", "two-card.flown"}


def test_lots_and_the_bag_are_not_added(total):
    """14 beside, 25 within, 153 of unknown origin: none of them is one more piece that flew."""
    assert asked(total("flown", ATV_2))[0][2]["max"] == 1150


def test_parts_and_unattributed_pieces_make_no_total(total):
    """25 signed cards lie within the 550, and the 153 may be any of all these."""
    sums = [value["min"] for thing, _, value in asked(total("signed", ATV_2)) if thing == "atv-2"]
    assert not {14 + 25, 14 + 153, 25 + 153, 14 + 25 + 153} & {*sums}


def test_a_total_names_what_has_no_figure(total):
    found = total("issued", ATV_1)
    assert "Left out" in found.body
    assert "One bare" in found.body or "1 item" in found.body


def test_a_total_with_a_range_is_a_range(total):
    (subject, field, value) = asked(total("issued", ATV_1))[0]
    assert (subject, field) == ("atv-1", "issued")
    assert (value["min"], value["max"]) == (1850, 1950)
    assert value["bound"] != "exact"


def test_a_total_of_nothing_is_not_recorded_and_not_zero(total):
    found = total("flown", ATV_1)
    assert not [f for f in asked(found) if f[1] == "flown"]
    assert " 0 " not in found.body


def test_a_series_without_a_number_of_pieces_is_left_out_by_name(total):
    found = total("issued", HTV)
    (fact,) = [f for f in found.facts if f.role == "asked"]
    assert fact.derived_from == ("htv-limit.issued",)
    assert "HTV series" in found.body.split("Left out")[1]


# --- rankings -------------------------------------------------------------------------------------


def test_the_largest_is_clear_of_the_rest(ranked):
    found = ranked("issued", ATV_1, order="desc")
    assert asked(found) == [("one-folder", "issued", figure(1200))]
    assert not any(word in found.body for word in UNSURE)


def test_where_ranges_overlap_it_cannot_be_told(ranked):
    """About 300 to 400 may be more than 350 or less."""
    found = ranked("issued", ATV_1)
    assert any(word in found.body for word in UNSURE)
    assert "One range" in found.body
    assert "One middle" in found.body


def test_what_has_no_figure_is_named_as_left_out(ranked):
    assert "One bare" in ranked("issued", ATV_1).body
    assert "One bare" in ranked("issued", ATV_1, limit=None).body


def test_a_series_is_ranked_or_named_as_left_out(ranked):
    assert "HTV series" in ranked("issued", HTV).body


@pytest.mark.parametrize(
    ("order", "offset", "first"),
    [("asc", 0, "three-cover"), ("desc", 0, "one-folder"), ("desc", 1, "two-folder"),
     ("desc", 2, "one-range")],
)  # fmt: skip
def test_first_second_and_third(ranked, order, offset, first):
    found = ranked("issued", of("about", "atv"), order=order, offset=offset)
    assert [f[0] for f in asked(found)] == [first]


def test_the_tenth_of_five_does_not_exist(ranked):
    found = ranked("issued", of("about", "atv"), offset=9)
    assert (found.status, found.facts) == ("not_recorded", ())


def test_a_whole_ranking_is_numbered_in_order(ranked):
    found = ranked("issued", of("about", "atv"), limit=None, order="desc")
    assert [f[0] for f in asked(found)] == [
        "one-folder", "two-folder", "one-range", "one-middle", "three-cover",
    ]  # fmt: skip
    lines = found.body.splitlines()
    assert [line.split(".")[0] for line in lines[:5]] == ["1", "2", "3", "4", "5"]


def test_equal_figures_are_said_to_be_equal(world_with):
    covers = "\n".join(
        f"{name}: {{name: {name}, kind: cover, source: club, commemorates: atv-1, "
        f"quantities: {{of: issued, count: 20}}}}"
        for name in ("aaa", "bbb")
    )
    query = ask("rank", "cover", "issued", where=ATV_1, order="asc", limit=1)
    found = world_with(covers=covers).answer(query)
    assert "bbb" in found.body
    assert "same figure" in found.body


def test_nothing_to_rank(ranked):
    found = ranked("issued", of("self", "one-bare"))
    assert (found.status, found.facts) == ("not_recorded", ())


def test_ranked_by_another_figure_the_gap_comes_first(ranked):
    found = ranked("issued", of("self", "two-flown", "two-card"))
    assert "print run" in found.body.splitlines()[0]


@pytest.mark.parametrize(
    ("field", "order", "first"),
    [("launched", "asc", "atv-1"), ("launched", "desc", "atv-3"), ("docked_for", "desc", "atv-1"),
     ("docked_for", "asc", "atv-2")],
)  # fmt: skip
def test_flights_by_day_and_by_duration(ranked, field, order, first):
    found = ranked(field, of("programme", "atv"), kind="mission", order=order)
    assert [f[0] for f in asked(found)] == [first]


def test_a_flight_that_never_docked_is_named_as_left_out(ranked):
    assert "ATV-3" in ranked("docked_for", of("programme", "atv"), kind="mission").body


def test_shuttles_are_no_cargo_ships(ranked):
    assert asked(ranked("launched", kind="mission", order="desc"))[0][0] == "atv-3"


# --- comparisons ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "order", "verdict"),
    [
        ("two-folder", "one-folder", "asc", "Yes"),
        ("one-folder", "two-folder", "asc", "No"),
        ("one-folder", "two-folder", "desc", "Yes"),
        ("one-range", "one-folder", "asc", "Yes"),  # 400 at most is less than 1200
        ("one-folder", "one-range", "asc", "No"),
    ],
)
def test_figures_that_do_not_overlap_have_a_verdict(compared, one, other, order, verdict):
    found = compared("issued", itself(one), itself(other), order=order, check=True)
    assert found.status == "answered"
    assert found.body.startswith(verdict)
    assert {(one, "issued"), (other, "issued")} <= {f[:2] for f in asked(found)}


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("order", ["asc", "desc"])
def test_overlapping_figures_have_no_verdict(compared, swapped, order):
    one, other = ("one-middle", "one-range") if swapped else ("one-range", "one-middle")
    found = compared("issued", itself(one), itself(other), order=order, check=True)
    assert not found.body.startswith(("Yes", "No"))
    assert any(word in found.body for word in UNSURE)
    assert len([f for f in asked(found) if f[1] == "issued"]) == 2


def test_equal_sides_are_neither_more_nor_less(world_with):
    covers = "\n".join(
        f"{name}: {{name: {name}, kind: cover, source: club, commemorates: atv-1, "
        f"quantities: {{of: issued, count: 20}}}}"
        for name in ("aaa", "bbb")
    )
    query = Query(
        want="compare", kind="cover", fields=("issued",), order="asc", limit=1,
        groups=((itself("aaa"),), (itself("bbb"),)),
    )  # fmt: skip
    found = world_with(covers=covers).answer(query)
    assert not found.body.startswith("Yes")
    assert "equal" in found.body


@pytest.mark.parametrize("order", ["asc", "desc"])
def test_a_side_without_a_figure_has_no_verdict(compared, order):
    found = compared("issued", itself("one-bare"), itself("one-folder"), order=order, check=True)
    assert not found.body.startswith(("Yes", "No:"))
    assert "No print run is recorded for" in found.body
    assert "check" not in {f[1] for f in asked(found)}


def test_two_sides_without_a_figure_cannot_be_compared(compared):
    found = compared("marked", itself("one-bare"), itself("one-folder"))
    assert (found.status, found.facts) == ("not_recorded", ())


def test_sides_of_which_something_is_unknown_have_no_verdict(compared):
    """ATV-2's flown covers and cards have no recorded print run: they may outnumber ATV-1's."""
    found = compared("issued", ATV_1, ATV_2, order="desc", check=True)
    assert not found.body.startswith("Yes")


def test_flights_are_compared_by_their_days(compared):
    found = compared("launched", itself("atv-1"), itself("atv-2"), kind="mission")
    assert "ATV-1 Jules Verne was earlier than ATV-2" in found.body
    assert [f[0] for f in asked(found)][:2] == ["atv-1", "atv-2"]


@pytest.mark.parametrize(
    ("question", "difference"),
    [
        ("ATV-1 or ATV-2, which stayed docked longer?", "Difference: 39 days and 7 hours."),
        ("did CRS-2 launch before Progress M-18M?", "Difference: 18 days."),
        ("ATV-1 folder vs ATV-5 folder print run", "Difference: 800."),
    ],
)
def test_two_exact_figures_have_a_difference(brain, question, difference):
    assert difference in brain.ask(question).answer.body


def test_there_is_no_difference_where_something_is_left_out(brain):
    answer = brain.ask("Flew more Erno cards or more La Marianne covers on ATV-1?").answer
    assert "left out" in answer.body
    assert "Difference" not in answer.body


def test_things_are_compared_as_a_whole_side_by_side(compared):
    found = compared(None, itself("atv-1"), itself("atv-2"), kind="mission", order=None)
    assert found.status == "answered"
    assert {f[0] for f in asked(found)} == {"atv-1", "atv-2"}
    assert len(found.body.splitlines()) == 2


def test_a_condition_on_both_sides_binds_both(compared, world):
    query = Query(
        want="compare", kind="cover", fields=("issued",), order="asc",
        where=(Condition(field="form", text="folder"),), groups=((ATV_1,), (ATV_2,)),
    )  # fmt: skip
    assert [f[0] for f in asked(world.answer(query))] == ["one-folder", "two-folder"]
