"""Who was on the station when, and what ships did in somebody's time."""

import pytest


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("who onboard iss 25 may 2012", "list person; where at_station = 2012-05-25"),
        ("who was there on 6 december 2001", "list person; where at_station = 2001-12-06"),
        (
            "who was there when the kounotori 3 came",
            "value mission; people_aboard; where self = htv-3",
        ),
        (
            "who was on the iss when CRS-7 blew up",
            "list person; where at_station = (value mission; ended; where self = crs-7)",
        ),
        (
            "who was on the station when HTV-2 left",
            "list person; where at_station = (value mission; departed; where self = htv-2)",
        ),
        (
            "who was on board when the last ATV left",
            "list person; where at_station = (value mission; departed; where self = atv-5)",
        ),
        (
            "which expedition was on board when ATV-2 docked?",
            "list expedition; where at_station = (value mission; arrived; where self = atv-2)",
        ),
        ("which expeditions in 2012", "list expedition; where at_station = 2012"),
        (
            "who commanded the ISS in july 2015",
            "value expedition; commander; where at_station = 2015-07",
        ),
        ("ISS commander during HTV-4", "value expedition; commander; where at_station = htv-4"),
        ("who was on the ISS during ATV-4", "list person; where at_station = atv-4"),
        (
            "who was on board from 1 to 30 june 2012",
            "list person; where at_station between 2012-06-01 and 2012-06-30",
        ),
        ("astronauts of JAXA", "list person; where agency = jaxa"),
        ("how many astronauts of ESA are recorded", "count person; where agency = esa"),
    ],
)
def test_people_and_crews_are_those_on_board_then(read, text, understood):
    assert str(read(text)) == understood


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        (
            "which ships arrived during Expedition 31?",
            (
                "value mission; arrived; where arrived = "
                "(value expedition; at_station; where self = expedition-31)"
            ),
        ),
        (
            "which cygnus came when Hopkins was on board",
            (
                "value mission; arrived; where programme = cygnus and arrived = "
                "(value person; at_station; where self = hopkins)"
            ),
        ),
        (
            "what was launched while Padalka was on board",
            (
                "value mission; launched; where launched = "
                "(value person; at_station; where self = padalka)"
            ),
        ),
        ("how many ships came in 2015?", "count mission; where arrived = 2015"),
        ("when did M-14M come?", "value mission; arrived; where self = progress-m-14m"),
    ],
)
def test_what_came_in_their_time_did_not_come_before(read, text, understood):
    assert str(read(text)) == understood


@pytest.mark.parametrize(
    "text",
    [
        "when did expedition 1 arrive",
        "who is on board now?",
    ],
)
def test_what_is_not_recorded_of_people_is_not_answered_with_ships(brain, text):
    assert brain.ask(text).answer.status != "answered"
