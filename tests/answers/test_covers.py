"""What is said of covers: each phrase tells which pieces it is true of."""

import pytest

from bot.answers.covers import CoverWords
from bot.answers.select import Match


@pytest.fixture
def phrases(world):
    """phrases("two-flown", "flown", lots={...}): what is said of the fields of one cover."""
    words = CoverWords(world.selector)

    def say(cover, *fields, lots=None):
        match = Match(world.knowledge.thing(cover), lots and frozenset(lots))
        return words.phrases(match, {name: world.selector.facts(match, name) for name in fields})

    return say


@pytest.mark.parametrize(
    ("cover", "field", "said"),
    [
        ("one-folder", "issued", ["1,200 folders issued, four covers each"]),
        ("two-folder", "issued", ["600 folders issued"]),
        ("two-card", "flown", ["550 cards flown"]),
        ("htv-series", "issued", ["fewer than 10 covers per mission issued"]),
        ("one-bare", "issued", []),
    ],
)
def test_a_figure_says_what_it_counts_and_of_what_form(phrases, cover, field, said):
    assert phrases(cover, field) == said


def test_each_postmark_has_its_own_place_and_day(phrases):
    said = phrases("two-flown", "strike_place", "strike_day")
    assert any("Houston" in phrase and "2 November 2012" in phrase for phrase in said)
    assert any("Kennedy" in phrase and "5 November 2012" in phrase for phrase in said)
    assert not any("Houston" in phrase and "5 November" in phrase for phrase in said)


def test_a_postmark_on_board_is_told_of_its_pieces_without_a_day(phrases):
    (said,) = phrases("two-flown", "strike_place", lots={"further"})
    assert "on board the ISS" in said
    assert "14 covers" in said
    assert "2012" not in said


def test_both_days_of_a_disagreement_are_told(phrases):
    (said,) = phrases("htv-torn", "strike_day")
    assert "10 September 2009 or 11 September 2009" in said


def test_who_signed_what(phrases):
    assert phrases("three-cover", "signed_by") == ["signed by Cleo Cole"]
    (said,) = phrases("two-flown", "signed_by")
    assert "further 14 covers" in said
    assert "Bob Baker" in said


def test_a_lot_of_unknown_origin_says_so(world):
    words = CoverWords(world.selector)
    said = words.lot(world.knowledge.thing("two-mail"), "unattributed")
    assert "153 pieces" in said  # covers or cards: nobody says
    assert "octagonal seal" in said
    assert "Expedition 1 crew" in said
    assert "not said whose" in said


def test_marked_is_not_postmarked(world):
    words = CoverWords(world.selector)
    said = words.lot(world.knowledge.thing("two-mail"), "unattributed")
    assert "marked on board" in said
    assert "postmarked" not in said


def test_a_part_is_no_further_lot(world):
    words = CoverWords(world.selector)
    card, flown = (world.knowledge.thing(thing) for thing in ("two-card", "two-flown"))
    assert words.lot(card, "part") == "25 cards signed by Ann Able"
    assert words.lot(flown, "further").startswith("a further 14 covers")


def test_the_way_home_is_told_with_the_landing(phrases):
    (said,) = phrases("two-flown", "down")
    for words in ("STS-9", "21 July 2011", "Kennedy Space Center"):
        assert words in said


def test_the_same_is_not_said_twice(phrases):
    said = phrases("two-flown", "strike_place", "strike_day", "signed_by", "signed")
    assert len(said) == len({*said})


def test_a_postmark_may_have_a_day_without_a_place_or_be_inferred(world_with):
    world = world_with(
        covers="""\
            placeless: {name: A, kind: cover, source: forum, commemorates: atv-1,
                        strikes: {day: 2008-03-09}}
            inferred: {name: B, kind: cover, source: club, commemorates: atv-1,
                       strikes: {place: kourou, event: launch,
                                 day_of: {mission: atv-1, event: launched}}}
            """
    )
    words = CoverWords(world.selector)

    def said(thing):
        match = Match(world.knowledge.thing(thing))
        facts = {"strike_day": world.selector.facts(match, "strike_day")}
        return " ".join(words.phrases(match, facts))

    assert "not recorded" in said("placeless")
    assert "9 March 2008" in said("placeless")
    assert "inferred" not in said("placeless")
    assert "9 March 2008" in said("inferred")
    assert "inferred" in said("inferred")
