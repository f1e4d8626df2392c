"""Ships beside a ship: what came, left or was there while another one was at the station."""

import pytest


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        (
            "how many Progress were launched while ATV-4 was docked?",
            (
                "count mission; where programme = progress and launched = "
                "(value mission; at_station; where self = atv-4) and self is not atv-4"
            ),
        ),
        (
            "which ship undocked while ATV-3 was docked",
            (
                "list mission; where departed = (value mission; at_station; where self = atv-3) "
                "and self is not atv-3"
            ),
        ),
        (
            "which ships came while ATV-1 was there",
            (
                "list mission; where arrived = (value mission; at_station; where self = atv-1) "
                "and self is not atv-1"
            ),
        ),
        (
            "which ships were at the station during ATV-3's stay?",
            "list mission; where at_station = atv-3 and self is not atv-3",
        ),
        (
            "which ships did ATV-3 overlap with at the station?",
            "list mission; where at_station = atv-3 and self is not atv-3",
        ),
        (
            "did HTV-3 arrive while ATV-3 was docked?",
            (
                "check mission; where self = htv-3; claim arrived = (value mission; at_station; "
                "where self = atv-3)"
            ),
        ),
        (
            "were HTV-3 and CRS-1 at the station together?",
            "check mission; where self = htv-3; claim at_station = crs-1",
        ),
        (
            "did HTV-9 meet CRS-20",
            "check mission; where self = htv-9; claim at_station = crs-20",
        ),
        (
            "was ATV-5 docked when Orb-3 was lost",
            (
                "check mission; where self = atv-5; claim at_station = (value mission; ended; "
                "where self = cygnus-orb-3)"
            ),
        ),
        (
            "did ATV-2 ever overlap with HTV-2 at the ISS?",
            "check mission; where self = atv-2; claim at_station = htv-2",
        ),
        (
            "was HTV-2 still docked when ATV-2 arrived?",
            (
                "check mission; where self = htv-2; claim at_station = (value mission; arrived; "
                "where self = atv-2)"
            ),
        ),
    ],
)
def test_two_stays_are_set_side_by_side(brain, text, understood):
    assert brain.ask(text).answer.understood == understood


def test_the_lost_ones_are_not_all_that_ended(brain):
    body = brain.ask("which ships were lost while ATV-5 was docked").answer.body
    assert "Orb-3" in body
    assert "CRS-4" not in body


@pytest.mark.parametrize(
    "text",
    [
        "was ATV-5 docked when CRS-4 was lost",  # it was not lost
        "which ship undocked again while ATV-3 was docked",
        "which ship undocked while ATV-3 was not docked",
        "did HTV-3 arrive only while ATV-3 was docked?",
    ],
)
def test_a_word_without_a_part_leaves_it_unread(brain, text):
    assert brain.ask(text).answer.status in {"not_understood", "unknown_subject"}


def test_both_stays_are_told_with_a_yes_or_no(brain):
    body = brain.ask("were HTV-3 and CRS-1 at the station together?").answer.body
    assert body.startswith("No: HTV-3 was at the station from 27 July 2012 to 12 September 2012.")
    assert "CRS-1 was at the station from 10 October 2012 to 28 October 2012." in body


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("what docked at Zvezda aft after ATV-1?", True),
        ("which ships were at the station on 1 January 2015?", True),
        ("which Progress docked at Pirs after M-18M?", False),
    ],
)
def test_a_list_of_what_was_there_says_that_crewed_ships_are_left_out(brain, text, told):
    assert ("crewed ones are left out" in brain.ask(text).answer.body) == told
