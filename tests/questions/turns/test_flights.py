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
        ("where did ATV-1 end up?", "value mission; end_place; where self = atv-1"),
        ("which company made the ATV?", "value programme; manufacturer; where self = atv"),
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


def test_a_start_that_may_be_a_departure_is_not_read(brain):
    assert brain.ask("wann flog HTV-1 ab").answer.status == "not_understood"
