"""What a postmark may stand for: covers that bear it, and flights whose event it may mark."""

import pytest

from tests.answers.asking import ask, asked, of, on
from tests.answers.conftest import World

FILES = {
    "practices": """\
        atv-cachets: {name: P, about: atv, what: cachets, party: moon, role: main, source: club}
        atv-docking: {name: P, about: atv, what: postmarks, event: docking, place: houston,
                      source: forum}
        """,
}


@pytest.fixture(scope="module")
def identified(tmp_path_factory):
    world = World(tmp_path_factory.mktemp("identify") / "knowledge", **FILES)
    return lambda *where: world.answer(ask("identify", "cover", where=where))


@pytest.mark.parametrize(
    ("place", "day", "flight", "field"),
    [
        ("kourou", "2008-03-09", "atv-1", "launched"),  # where it was launched
        ("ksc", "2011-07-21", "sts-9", "ended"),  # where it landed
        ("houston", "2008-04-03", "atv-1", "arrived"),  # usual for its line's dockings
        ("iss", "2011-02-24", "atv-2", "arrived"),  # on board
        ("iss", "2011-06-20", "atv-2", "departed"),
        ("houston", "2008-04-04", "atv-1", "arrived"),  # the day after, as offices do
    ],
)
def test_a_flight_whose_event_goes_with_the_place_and_day(identified, place, day, flight, field):
    found = identified(of("strike_place", place), on("strike_day", day))
    assert found.status == "answered"
    assert flight in found.subjects
    assert [(s, f) for s, f, _ in asked(found) if s == flight] == [(flight, field)]


@pytest.mark.parametrize(
    ("place", "day"),
    [
        ("kourou", "2008-04-03"),  # docked that day, and Kourou has no part in that
        ("houston", "2008-03-09"),  # launched that day, elsewhere
        ("iss", "2008-03-09"),  # launched: nobody on board
        ("kourou", "2010-01-01"),
    ],
)
def test_a_day_alone_is_not_enough(identified, place, day):
    found = identified(of("strike_place", place), on("strike_day", day))
    assert not [s for s, _, _ in asked(found) if s.startswith(("atv-", "sts-"))]


def test_a_cover_that_bears_it_comes_first(identified):
    found = identified(of("strike_place", "houston"), on("strike_day", "2012-11-02"))
    assert found.subjects[0] == "two-flown"


def test_both_readings_of_a_day_are_tried(identified):
    """11/02/2012 may be November or February."""
    day = on("strike_day", "2012-02-11", until="2012-11-02")
    assert identified(of("strike_place", "houston"), day).subjects[0] == "two-flown"


def test_a_day_off_is_said_to_be(identified):
    same = identified(of("strike_place", "houston"), on("strike_day", "2008-04-03")).body
    after = identified(of("strike_place", "houston"), on("strike_day", "2008-04-04")).body
    assert same != after
    assert "3 April 2008" in after
