"""Turns of phrase on flights: verbs that are taken apart, names that say one flight twice."""

import pytest


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("wann dockte ATV-3 ab", "value mission; departed; where self = atv-3"),
        ("wann legte ATV-3 ab?", "value mission; departed; where self = atv-3"),
        ("wann legte ATV-3 an?", "value mission; arrived; where self = atv-3"),
        ("wann koppelte ATV-2 ab", "value mission; departed; where self = atv-2"),
        ("wann kam HTV-4 an", "value mission; arrived; where self = htv-4"),
        ("when was HTV-2 relocated?", "value mission; moved; where self = htv-2"),
        ("was MS-17 moved?", "value mission; moved, port; where self = progress-ms-17"),
        ("MS-17 moved from where to where?", "value mission; port; where self = progress-ms-17"),
        ("which Progress docked twice?", "value mission; moved; where programme = progress"),
        (
            "which Progress docked twice in July 2012?",
            "list mission; where programme = progress and moved = 2012-07",
        ),
        ("which ships were moved to another port?", "value mission; moved"),
        (
            "CRS-32 splashdown: Gulf or Pacific?",
            "value mission; end_place; where self = crs-32",
        ),
        ("was it 4 or 5 April that ATV-1 docked?", "value mission; arrived; where self = atv-1"),
        ("did ATV-1 dock in 2008 or 2009?", "value mission; arrived; where self = atv-1"),
        ("where did ATV-1 end up?", "value mission; end_place; where self = atv-1"),
        ("which company made the ATV?", "value programme; manufacturer; where self = atv"),
        ("from which pad did CRS-10 start, 40 or 39A?", "value mission; pad; where self = crs-10"),
        ("which programmes berth?", "value programme; attaches"),
        ("welche ATV kamen 2012 an", "list mission; where programme = atv and arrived = 2012"),
        (
            "was there a launch cover for the Kepler ATV by La Marianne?",
            (
                "check cover; where about = atv-2 and by_party = la-marianne; "
                "claim event contains launch"
            ),
        ),
    ],
)
def test_it_is_read_as_said(brain, text, understood):
    assert brain.ask(text).answer.understood == understood


@pytest.mark.parametrize(
    "text",
    [
        "who moved to Houston?",
        "how many ships redocked?",
        "which cover was moved?",
        "which flights did ATV-2 make?",
    ],
)
def test_what_no_ship_does_is_not_read(brain, text):
    assert brain.ask(text).answer.status == "not_understood"


def test_a_move_is_told_by_its_hours(brain):
    body = brain.ask("when did MS-01 redock?").answer.body
    assert "1 July 2016, 05:36 UTC to 1 July 2016, 06:05 UTC" in body


def test_a_start_that_may_be_a_departure_is_not_read(brain):
    assert brain.ask("wann flog HTV-1 ab").answer.status == "not_understood"
