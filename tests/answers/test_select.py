"""Which things hold the conditions of a Query, and which of their pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.facts import Fact
from bot.knowledge.values import Count, Day
from bot.questions.query import Condition
from tests.answers.asking import ask, number, of, on, told


@pytest.fixture
def found(world):
    """found(kind, condition, ...): the ids of the things that hold all of them."""
    return lambda kind, *where: [m.thing.id for m in world.selector.select(kind, where)]


ONES = ["one-bare", "one-folder", "one-middle", "one-range"]


@pytest.mark.parametrize(
    ("where", "ids"),
    [
        ([of("about", "atv-1")], ONES),
        ([of("about", "atv-2")], ["two-card", "two-flown", "two-folder", "two-mail"]),
        ([of("about", "atv-1", "atv-3")], [*ONES, "three-cover"]),
        # a programme stands for its flights
        ([of("about", "htv")], ["htv-limit", "htv-series", "htv-torn"]),
        ([of("up", "atv")], ["two-card", "two-flown", "two-mail"]),
        # made for is not up, and up is not down
        ([of("up", "atv-2")], ["two-card", "two-flown", "two-mail"]),
        ([of("up", "atv-3")], []),
        ([of("commemorates", "atv-2")], ["two-card", "two-flown", "two-folder"]),
        ([of("down", "sts-9")], ["two-card", "two-flown", "two-mail"]),
        ([of("down", "atv-2")], []),
        # an expedition's crew signed, so each member did; one member's signature is not the crew's
        ([of("signed_by", "ann")], ["two-card", "two-mail"]),
        ([of("signed_by", "expedition-1")], ["two-mail"]),
        ([of("signed_by", "cleo")], ["three-cover"]),
        # several conditions must all hold
        ([of("about", "atv-2"), of("by_party", "moon")], ["two-flown", "two-folder"]),
        ([of("about", "atv-2"), Condition(field="form", text="card")], ["two-card"]),
        ([of("self", "two-card"), of("by_party", "moon")], []),
        ([told("signed_by"), of("about", "atv-3")], ["three-cover"]),
        ([told("signed_by"), of("about", "atv-1")], []),
    ],
)
def test_covers_that_hold_all_conditions(found, where, ids):
    assert sorted(found("cover", *where)) == ids


@pytest.mark.parametrize(
    ("place", "day", "ids"),
    [
        ("houston", "2012-11-02", ["two-flown"]),
        ("ksc", "2012-11-05", ["two-flown"]),
        ("houston", "2012-11-05", []),  # that day belongs to the other postmark
        ("ksc", "2012-11-02", []),
        ("houston", "2012", ["two-flown"]),
        ("houston", "2012-11", ["two-flown"]),
        ("iss", "2012-11-02", []),  # struck on a day that nobody recorded
    ],
)
def test_place_and_day_of_a_postmark_bind_the_same_strike(found, place, day, ids):
    assert found("cover", of("strike_place", place), on("strike_day", day)) == ids
    assert found("cover", on("strike_day", day), of("strike_place", place)) == ids


@pytest.mark.parametrize(
    ("signer", "mark", "ids"),
    [("ann", "octagon", ["two-mail"]), ("cleo", "octagon", []), ("expedition-1", "octagon",
     ["two-mail"])],
)  # fmt: skip
def test_conditions_bind_the_same_pieces(found, signer, mark, ids):
    """Ann signed 25 cards, and the crew she was in signed the 153 sealed pieces."""
    assert found("cover", of("signed_by", signer), of("marks", mark)) == ids


def test_some_pieces_were_marked_and_others_signed(world_with):
    """No piece was both, as far as the source tells."""
    world = world_with(
        covers="""\
            item:
              name: Item
              kind: cover
              source: [club, forum]
              commemorates: atv-1
              lots:
                - {id: marked, count: 5, within: item, marked: octagon}
                - {id: signed, count: 7, within: item, signed: {people: ann}}
                - {id: both, count: 2, within: item, marked: octagon, signed: {people: bob}}
            """
    )

    def lots(*where):
        return [match.lots for match in world.selector.select("cover", where)]

    assert lots(of("marks", "octagon"), of("signed_by", "ann")) == []
    assert lots(of("marks", "octagon"), of("signed_by", "bob")) == [{"both"}]
    assert lots(of("marks", "octagon")) == [{"marked", "both"}]


def test_a_match_knows_for_which_pieces_it_holds(world):
    (match,) = world.selector.select("cover", [of("self", "two-card"), of("signed_by", "ann")])
    assert match.lots == {"part"}
    (match,) = world.selector.select("cover", [of("self", "two-card"), of("up", "atv-2")])
    assert match.lots is None  # all of them


def test_what_is_true_of_an_item_is_not_told_of_further_pieces(world):
    """The 14 signed by Bob lie beside the 600: no figure or postmark of the 600 is theirs."""
    (match,) = world.selector.select("cover", [of("self", "two-flown"), of("signed_by", "bob")])
    figures = [(f.field, f.value.lowest) for f in world.selector.facts(match, "quantity")]
    assert sorted(figures) == [("postmarked", 14), ("signed", 14)]
    assert world.selector.facts(match, "flown") == []
    places = {f.value for f in world.selector.facts(match, "strike_place")}
    assert places == {"iss"}


def test_what_is_true_of_an_item_is_told_of_a_part_of_it(world):
    (match,) = world.selector.select("cover", [of("self", "two-card"), of("signed_by", "ann")])
    assert [f.value for f in world.selector.facts(match, "issuer")] == ["sun"]
    assert world.selector.facts(match, "flown") == []  # 550 flew, but not 550 of these


@pytest.mark.parametrize(
    ("op", "bound", "ids"),
    [
        # 1200 exactly, 350 exactly, about 300 to 400; one without a figure
        ("<", 350, []),
        ("<", 400, ["one-middle"]),
        ("<", 401, ["one-middle", "one-range"]),
        ("<=", 350, ["one-middle"]),
        ("<=", 400, ["one-middle", "one-range"]),
        (">", 300, ["one-folder", "one-middle"]),
        (">", 299, ["one-folder", "one-middle", "one-range"]),
        (">=", 300, ["one-folder", "one-middle", "one-range"]),
        (">=", 1200, ["one-folder"]),
        (">", 1200, []),
        ("is", 350, ["one-middle"]),
        ("is", 300, []),
        ("is", 1200, ["one-folder"]),
    ],
)
def test_a_figure_holds_only_if_all_that_it_may_be_holds(found, op, bound, ids):
    assert sorted(found("cover", of("about", "atv-1"), number("issued", op, bound))) == ids


ops = st.sampled_from(["<", ">", "<=", ">=", "is"])
counts = st.one_of(
    st.integers(0, 30).map(Count.of),
    st.tuples(st.integers(0, 30), st.integers(0, 30)).map(
        lambda ends: Count.of({"from": min(ends), "to": max(ends)})
    ),
    st.tuples(st.sampled_from(["at_most", "at_least", "more_than"]), st.integers(0, 30)).map(
        lambda pair: Count.of({pair[0]: pair[1]})
    ),
    st.integers(1, 30).map(lambda most: Count.of({"fewer_than": most})),
)
COMPARED = {
    "<": lambda one, other: one < other,
    ">": lambda one, other: one > other,
    "<=": lambda one, other: one <= other,
    ">=": lambda one, other: one >= other,
    "is": lambda one, other: one == other,
}


def possible(count):
    """Every number up to 100 that the wording of a count allows."""
    return [n for n in range(101) if count.lowest <= n <= count.highest]


@given(counts, ops, st.integers(0, 30))
def test_no_figure_holds_that_need_not(world, count, op, bound):
    fact = Fact("one-folder", "issued", count, ("club",))
    if world.selector.holds(fact, number("issued", op, bound)):
        assert all(COMPARED[op](n, bound) for n in possible(count))


def test_a_limit_is_not_the_number(found):
    assert found("cover", number("issued", "is", 50)) == []


@given(counts, st.sampled_from(["<", ">", "<=", ">="]), st.integers(0, 30))
def test_a_figure_that_must_hold_does(world, count, op, bound):
    fact = Fact("one-folder", "issued", count, ("club",))
    if all(COMPARED[op](n, bound) for n in possible(count)):
        assert world.selector.holds(fact, number("issued", op, bound))


@pytest.mark.parametrize(
    ("op", "day", "until", "ids"),
    [
        ("is", "2011", None, ["atv-2"]),
        ("is", "2011-02-16", None, ["atv-2"]),
        ("is", "2011-02-17", None, ["atv-2"]),  # as the other source says
        ("is", "2011-02-18", None, []),
        ("<", "2011", None, ["atv-1"]),
        (">", "2011", None, ["atv-3"]),
        ("<=", "2011", None, ["atv-1", "atv-2"]),
        ("<", "2008-03-09", None, []),
        ("<=", "2008-03-09", None, ["atv-1"]),
        ("between", "2008", "2011", ["atv-1", "atv-2"]),
        ("between", "2009", "2010", []),
        ("is", "2008-03-09", "2012-03-23", ["atv-1", "atv-3"]),  # two readings of one day
    ],
)
def test_days(found, op, day, until, ids):
    """Two readings of 5/6/2012 allow either day; `between` all from the one to the other."""
    where = of("programme", "atv"), on("launched", day, op, until)
    assert sorted(found("mission", *where)) == ids


@given(st.dates(), st.dates())
def test_before_after_and_on_a_day_exclude_one_another(world, one, other):
    fact = Fact("atv-1", "launched", Day.of(one), ("club",))
    held = [world.selector.holds(fact, on("launched", other, op)) for op in ("<", "is", ">")]
    assert held.count(True) == 1


def test_is_not_leaves_out_only_what_is_recorded_so(found):
    """Nobody knows who did not sign the others: they are only not excluded."""
    others = of("signed_by", "ann").model_copy(update={"op": "is not"})
    assert sorted(found("cover", of("about", "atv-2"), others)) == ["two-flown", "two-folder"]


def test_a_nested_question_selects_by_what_it_finds(found):
    lost = ask("list", "mission", where=Condition(field="outcome", text="lost"))
    assert found("cover", Condition(field="commemorates", query=lost)) == ["three-cover"]


def test_the_order_of_the_files_is_kept(found):
    assert found("cover", of("about", "atv-1")) == [
        "one-folder", "one-range", "one-middle", "one-bare",
    ]  # fmt: skip


def test_things_of_another_kind_are_never_selected(found):
    assert found("mission", of("self", "one-folder")) == []
