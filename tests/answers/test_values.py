"""What is this field of these things: the figure with what it counts, or the gap first."""

import pytest

from bot.answers.sentences import LABELS
from bot.knowledge.fields import FIELDS
from bot.questions.query import Condition
from tests.answers.asking import ask, asked, context, figure, of

ATV_1, ATV_2 = of("about", "atv-1"), of("about", "atv-2")
FOLDERS = Condition(field="form", text="folder")


@pytest.fixture
def answer(world):
    return lambda *fields, where, kind="cover": world.answer(
        ask("value", kind, *fields, where=where)
    )


def test_each_of_several_covers_is_named_with_its_own_figure(answer):
    found = answer("issued", where=ATV_1)
    assert found.status == "answered"
    assert asked(found) == [
        ("one-folder", "issued", figure(1200)),
        ("one-range", "issued", figure(300, 400, "range")),
        ("one-middle", "issued", figure(350)),
    ]
    for name in ("One folder", "One range", "One middle"):
        assert name in found.body


@pytest.mark.parametrize(
    ("cover", "said"),
    [
        ("one-folder", "1,200 folders"),
        ("one-range", "about 300 to 400 covers"),
        ("three-cover", "about 40 covers"),
        ("htv-limit", "at most 50 covers"),
        ("htv-series", "fewer than 10 covers per mission"),
    ],
)
def test_a_bound_survives_into_the_wording(answer, cover, said):
    assert said in answer("issued", where=of("self", cover)).body


def test_pieces_are_added_by_form_and_together(answer):
    found = answer("flown", where=ATV_2)
    assert "600 covers and 550 cards" in found.body
    assert "1,150 pieces" in found.body


def test_further_pieces_are_told_beside_and_not_added(answer):
    found = answer("flown", where=ATV_2)
    assert ("two-flown", "signed", figure(14)) in context(found)
    assert "14" in found.body
    assert "1,164" not in found.body


def test_what_travelled_in_a_bag_is_not_added_to_the_bag(world_with):
    world = world_with(
        covers="""\
            a: {name: A, kind: cover, source: club, commemorates: atv-2,
                quantities: {of: flown, count: 600}}
            b: {name: B, kind: cover, source: forum, commemorates: atv-2,
                quantities: {of: flown, count: 550}}
            bag: {name: Bag, kind: consignment, source: club, up: atv-2, members: [a, b],
                  quantities: {of: flown, count: 1150}}
            """
    )
    body = world.answer(ask("value", "cover", "flown", where=ATV_2)).body
    assert "1,150 covers" in body
    assert "2,300" not in body


def test_one_figure_needs_no_sum(answer):
    found = answer("flown", where=of("self", "two-card"))
    assert asked(found) == [("two-card", "flown", figure(550))]
    assert len(found.body.splitlines()) == 1


# --- another quantity is not the one asked for ----------------------------------------------------


def test_asked_for_one_quantity_and_having_another_the_gap_comes_first(answer):
    """The 600 that flew are no print run."""
    found = answer("issued", where=of("self", "two-flown"))
    assert asked(found) == []
    assert ("two-flown", "flown", figure(600)) in context(found)
    first = found.body.splitlines()[0]
    assert first.startswith("No print run is recorded")
    assert "600" not in first
    assert "600 covers flown" in found.body


@pytest.mark.parametrize("field", ["signed", "marked", "postmarked", "numbered", "returned"])
def test_no_figure_stands_for_one_that_counts_something_else(answer, field):
    found = answer(field, where=of("self", "one-folder"))
    assert asked(found) == []
    assert found.body.startswith("No ")


def test_nothing_known_at_all_is_not_recorded_and_not_zero(answer):
    found = answer("flown", where=of("self", "one-bare"))
    assert (found.status, found.facts) == ("not_recorded", ())
    assert "0" not in found.body


def test_of_several_fields_the_missing_one_is_named(answer):
    found = answer("issued", "signed_by", where=of("self", "two-folder"))
    assert found.status == "answered"
    assert asked(found) == [("two-folder", "issued", figure(600))]
    assert "signer is not recorded" in found.body


# --- lots -----------------------------------------------------------------------------------------


def test_pieces_that_a_source_gives_to_nobody_are_given_to_nobody(answer):
    """The 153 of the mail may be anybody's: they are told, but not as this cover's figure."""
    found = answer("marked", where=of("self", "two-flown"))
    assert found.status == "not_recorded"
    assert asked(found) == []
    assert ("two-mail", "marked", figure(153)) in context(found)
    assert "not said whose" in found.body


def test_asked_of_the_whole_mail_the_unattributed_pieces_are_its_figure(answer):
    found = answer("marked", where=ATV_2)
    assert asked(found) == [("two-mail", "marked", figure(153))]
    assert [c.id for c in found.citations] == ["forum"]


def test_a_part_of_an_item_is_told_as_a_part(answer):
    found = answer("signed", where=of("self", "two-card"))
    assert asked(found) == [("two-card", "signed", figure(25))]
    assert "25 cards" in found.body
    assert "550" not in found.body


def test_only_the_pieces_that_hold_the_condition_are_counted(answer):
    found = answer("signed", where=(of("self", "two-flown"), of("signed_by", "bob")))
    assert asked(found) == [("two-flown", "signed", figure(14))]


def test_who_signed_is_said_of_the_pieces_that_were_signed(answer):
    """Bob signed the 14 further pieces, not the 600."""
    found = answer("signed_by", where=of("self", "two-flown"))
    assert asked(found) == [("two-flown", "signed_by", "bob")]
    assert "14 covers" in found.body
    assert "600" not in found.body


def test_a_lot_is_told_once(answer):
    found = answer("signed", where=ATV_2)
    assert sorted(f[2]["min"] for f in asked(found)) == [14, 25, 153]
    assert "25 covers" not in found.body  # they are cards


# --- the way up and down --------------------------------------------------------------------------


def test_a_cover_came_home_with_the_mail_it_travelled_in(answer):
    found = answer("up", "down", "return_day", where=of("self", "two-flown"))
    assert asked(found) == [
        ("two-flown", "up", "atv-2"),
        ("two-flown", "down", "sts-9"),
        ("two-flown", "return_day", "2011-07-21"),
    ]


def test_one_way_home_is_told_once_for_all_that_came_with_it(answer):
    assert asked(answer("down", where=ATV_2)) == [("two-mail", "down", "sts-9")]


def test_a_cover_made_for_a_flight_did_not_go_up_on_it_for_all_we_know(answer):
    found = answer("up", where=of("self", "three-cover"))
    assert (found.status, asked(found)) == ("not_recorded", [])


# --- conditions that nothing fits -----------------------------------------------------------------


def test_no_such_pieces_are_not_recorded_and_what_is_known_is_told(answer):
    found = answer("signed", where=(ATV_1, of("signed_by", "cleo")))
    assert (found.status, asked(found)) == ("not_recorded", [])
    assert ("one-folder", "issued", figure(1200)) in context(found)
    assert "Cleo Cole" in found.body.splitlines()[0]


def test_no_cover_at_all(answer):
    found = answer("issued", where=of("about", "sts-9"))
    assert (found.status, found.facts) == ("not_recorded", ())
    assert "STS-9" in found.body


def test_the_thing_exists_but_made_in_no_such_form(answer):
    found = answer("issued", where=(of("about", "atv-3"), FOLDERS))
    assert found.status == "not_recorded"
    assert asked(found) == []


# --- flights and programmes -----------------------------------------------------------------------


def test_where_sources_disagree_both_are_shown_with_who_says_so(answer):
    found = answer("launched", where=of("self", "atv-2"), kind="mission")
    assert [f[2] for f in asked(found)] == ["2011-02-16", "2011-02-17"]
    for words in ("16 February 2011", "Club bulletin", "17 February 2011", "Forum"):
        assert words in found.body
    assert {c.id for c in found.citations} == {"club", "forum"}


def test_each_claim_keeps_its_own_source(answer):
    found = answer("launched", where=of("self", "atv-2"), kind="mission")
    assert [(f.value, f.source) for f in found.facts] == [
        ("2011-02-16", ("club",)),
        ("2011-02-17", ("forum",)),
    ]


def test_a_time_of_day_is_shown_where_the_source_gives_one(answer):
    assert "04:03 UTC" in answer("launched", where=of("self", "atv-1"), kind="mission").body
    assert "UTC" not in answer("launched", where=of("self", "atv-3"), kind="mission").body


@pytest.mark.parametrize("field", ["arrived", "departed", "port", "docked_for"])
def test_what_a_lost_ship_never_did_is_a_fact_and_no_gap(answer, field):
    found = answer(field, where=of("self", "atv-3"), kind="mission")
    assert found.status == "answered"
    assert asked(found) == []
    assert "lost" in found.body
    assert "rocket broke up" in found.body


def test_what_is_not_recorded_of_a_ship_that_was_not_lost_is_a_gap(answer):
    found = answer("port", where=of("self", "atv-1"), kind="mission")
    assert found.status == "not_recorded"
    assert ("atv-1", "launched", "2008-03-09T04:03Z") in context(found)


def test_what_is_derived_says_from_what(answer):
    found = answer("docked_for", where=of("self", "atv-1"), kind="mission")
    (fact,) = found.facts
    assert fact.value == "PT223200M"
    assert set(fact.derived_from) == {"atv-1.arrived", "atv-1.departed"}
    assert fact.source == ("club",)
    assert "155 days" in found.body


def test_a_dated_statement_stands_beside_our_own_count(answer):
    found = answer("flights", where=of("self", "atv"), kind="programme")
    assert asked(found) == [("atv", "flights", figure(3))]
    assert ("atv", "flights", figure(5)) in context(found)
    assert "2015" in found.body


def test_a_dated_statement_may_tell_what_no_field_holds(world_with):
    world = world_with(
        parties="""\
            moon: {name: Moon Club, roles: club, source: club,
                   statements: {field: place, value: Lyon, as_of: 2014, source: forum}}
            sun: {name: Sun Club, roles: club, source: club}
            """,
    )
    found = world.answer(ask("value", "party", "place", where=of("self", "moon")))
    assert found.status == "answered"
    assert asked(found) == [("moon", "place", "Lyon")]
    assert "2014" in found.body


def test_a_programme_asked_for_a_fact_of_its_flights_gives_each(answer):
    found = answer("launched", where=of("programme", "atv"), kind="mission")
    assert {f[0] for f in asked(found)} == {"atv-1", "atv-2", "atv-3"}


# --- all answers ----------------------------------------------------------------------------------


def test_every_figure_in_the_facts_has_a_source(answer):
    for where in (ATV_1, ATV_2, of("about", "htv"), of("about", "atv-3")):
        for field in ("issued", "flown", "signed", "marked", "quantity"):
            for fact in answer(field, where=where).facts:
                assert fact.source, fact


def test_the_subjects_are_what_the_answer_is_about_best_first(answer):
    assert answer("issued", where=ATV_1).subjects[:3] == ("one-folder", "one-range", "one-middle")
    assert "bob" in answer("signed_by", where=of("self", "two-flown")).subjects


def test_a_long_list_is_cut_and_says_so(world_with):
    many = "\n".join(
        f"c{n}: {{name: Cover {n}, kind: cover, source: club, commemorates: atv-1, "
        f"quantities: {{of: flown, count: {n}}}}}"
        for n in range(1, 31)
    )
    found = world_with(covers=many).answer(ask("value", "cover", "flown", where=ATV_1))
    assert len(asked(found)) == 30
    assert len(found.body.splitlines()) < 15
    assert "more" in found.body.splitlines()[-1]


def test_each_field_has_a_name_to_say_that_it_is_not_recorded():
    assert {name for _, name in FIELDS} == set(LABELS)


def test_a_field_without_a_record_is_named_beside_one_with(answer):
    found = answer("launched", "practice_event", where=of("self", "atv-1"), kind="mission")
    assert found.status == "answered"
    assert "The event of a usual postmark is not recorded." in found.body
