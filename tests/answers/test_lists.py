"""Lists and counts: closed ones are complete, open ones hold what is recorded here."""

import pytest

from bot.answers.lists import PAGE
from bot.questions.query import Condition
from tests.answers.asking import ask, asked, context, figure, number, of, on

ATV_1, ATV_2 = of("about", "atv-1"), of("about", "atv-2")
HOUSTON = of("strike_place", "houston")
LOST = Condition(field="outcome", text="lost")


@pytest.fixture
def listed(world):
    return lambda kind, *where, **rest: world.answer(ask("list", kind, where=where, **rest))


@pytest.fixture
def counted(world):
    return lambda kind, *where: world.answer(ask("count", kind, where=where))


# --- lists ----------------------------------------------------------------------------------------


def test_a_list_names_each_thing_with_its_figures(listed):
    found = listed("cover", ATV_1)
    assert found.status == "answered"
    assert found.subjects == ("one-folder", "one-range", "one-middle", "one-bare")
    for words in ("1,200 folders", "about 300 to 400 covers", "350 covers", "One bare"):
        assert words in found.body


def test_items_are_listed_rather_than_the_bag_they_travelled_in(listed):
    assert "two-mail" not in listed("cover", of("up", "atv-2")).subjects
    assert listed("cover", of("marks", "octagon")).subjects == ("two-mail",)


def test_an_open_list_says_recorded_here_and_a_closed_one_is_complete(listed):
    assert "recorded here" in listed("cover", ATV_1).body.splitlines()[0]
    assert "recorded here" not in listed("mission", of("programme", "atv")).body.splitlines()[0]


def test_flights_are_listed_by_launch_and_without_shuttles(listed):
    assert listed("mission").subjects == ("atv-1", "htv-1", "atv-2", "atv-3")


def test_programmes_that_only_carried_mail_are_no_cargo_programmes(listed):
    assert listed("programme").subjects == ("atv", "htv")


def test_none_on_an_open_list_is_none_recorded_here(listed):
    found = listed("cover", of("about", "sts-9"))
    assert (found.status, found.facts) == ("not_recorded", ())
    assert "recorded here" in found.body


def test_place_and_day_of_two_postmarks_find_nothing(listed):
    found = listed("cover", HOUSTON, on("strike_day", "2012-11-05"))
    assert (found.status, asked(found)) == ("not_recorded", [])


def test_the_evidence_for_a_place_on_the_list_is_stated(listed):
    facts = asked(listed("cover", ATV_1, number("issued", ">=", 350)))
    assert ("one-folder", "issued", figure(1200)) in facts
    assert ("one-middle", "issued", figure(350)) in facts


def test_a_cover_of_a_lost_ship_is_offered_where_none_flew(listed):
    found = listed("cover", of("up", "atv-3"))
    assert found.status == "not_recorded"
    assert "Three cover" in found.body
    assert asked(found) == []


def test_a_denied_condition_is_not_worded_as_its_contrary(listed):
    others = of("signed_by", "ann").model_copy(update={"op": "is not"})
    found = listed("cover", ATV_2, others)
    assert "covers of ATV-2 signed by Ann Able" not in found.body


def test_asked_holds_what_was_asked_and_the_rest_is_context(listed):
    found = listed("cover", of("signed_by", "cleo"))
    assert asked(found) == [("three-cover", "signed_by", "cleo")]
    assert ("three-cover", "issued", figure(40, bound="about")) in context(found)


# --- long lists -----------------------------------------------------------------------------------


@pytest.fixture
def long_world(world_with):
    return world_with(
        covers="\n".join(
            f"c{n:02}: {{name: Cover {n:02}, kind: cover, source: club, commemorates: atv-1}}"
            for n in range(2 * PAGE + 3)
        )
    )


def test_a_long_list_is_counted_cut_and_continued(long_world):
    first = long_world.answer(ask("list", "cover", where=ATV_1))
    assert str(2 * PAGE + 3) in first.body.splitlines()[0]
    second = long_world.answer(first.more)
    third = long_world.answer(second.more)
    shown = [*first.subjects, *second.subjects, *third.subjects]
    assert shown == [f"c{n:02}" for n in range(2 * PAGE + 3)]
    assert third.more is None


def test_beyond_the_end_of_a_list_there_is_nothing_more(long_world):
    found = long_world.answer(ask("list", "cover", where=ATV_1, offset=100))
    assert (found.status, found.facts, found.more) == ("answered", (), None)


# --- counts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "where", "subject", "count"),
    [
        ("mission", [of("programme", "atv")], "atv", 3),
        ("mission", [of("programme", "atv"), LOST], "atv", 1),
        ("mission", [of("programme", "atv"), on("launched", "2011", "<=")], "atv", 2),
        ("cover", [ATV_1], "atv-1", 4),
        ("cover", [of("signed_by", "cleo")], "cleo", 1),
    ],
)
def test_a_count_is_a_fact_that_says_what_it_counted(counted, kind, where, subject, count):
    found = counted(kind, *where)
    assert found.status == "answered"
    assert asked(found) == [(subject, "count", figure(count))]
    (fact,) = [f for f in found.facts if f.role == "asked"]
    assert len(fact.derived_from) == count
    assert fact.source


def test_none_of_a_closed_list_is_a_count_of_zero(counted):
    found = counted("mission", of("programme", "htv"), on("launched", "2011"))
    assert found.status == "answered"
    assert asked(found) == [("htv", "count", figure(0))]


def test_a_count_of_zero_has_a_source_too(counted):
    (fact,) = counted("mission", of("programme", "htv"), on("launched", "2011")).facts
    assert fact.source


def test_none_of_an_open_list_is_no_zero(counted):
    found = counted("cover", of("about", "sts-9"))
    assert (found.status, asked(found)) == ("not_recorded", [])
    assert "0" not in found.body


def test_a_count_of_covers_says_that_it_counts_what_is_recorded(counted):
    assert "recorded here" in counted("cover", ATV_1).body


def test_our_own_count_stands_beside_what_a_source_said_at_a_time(counted):
    found = counted("mission", of("programme", "atv"))
    assert ("atv", "flights", figure(5)) in context(found)
    assert "3" in found.body.splitlines()[0]


# --- identifying ----------------------------------------------------------------------------------


@pytest.fixture
def identified(world):
    return lambda *where: world.answer(ask("identify", "cover", where=where))


def test_an_item_may_be_what_bears_such_a_postmark(identified):
    found = identified(HOUSTON, on("strike_day", "2012-11-02"))
    assert found.status == "answered"
    assert found.subjects[0] == "two-flown"
    assert {f[1] for f in asked(found)} == {"strike_place", "strike_day"}
    assert "may be" in found.body


def test_what_fits_only_in_part_is_said_to(identified):
    found = identified(HOUSTON, on("strike_day", "2012-11-05"))
    assert found.body.startswith("Nothing")
    assert ("two-flown", "strike_place", "houston") not in asked(found)


def test_nothing_fits(identified):
    found = identified(of("strike_place", "kourou"))
    assert (found.status, found.facts) == ("not_recorded", ())
