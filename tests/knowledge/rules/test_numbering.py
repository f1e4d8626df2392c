"""Series have no gaps but those that are declared."""

from textwrap import indent

import pytest


@pytest.fixture
def series(shelf):
    """Writes flights and how they are numbered, and tells the problems without their place."""

    def write(numbering, *flights):
        head = "atv:\n  name: ATV\n  source: club\n  numbering:\n"
        shelf.write("programmes", head + indent(numbering, "    "))
        lines = [
            f"{name}: {{name: {name}, programme: atv, source: club{rest}}}\n"
            for name, _, rest in (flight.partition(" ") for flight in flights)
        ]
        shelf.write("missions/m", "".join(lines))
        return [problem.partition("programmes.yaml:4: atv: ")[2] for problem in shelf.problems()]

    return write


def test_a_series_without_gaps_is_right(series):
    assert series("pattern: htv-{}\nto: 3\n", "htv-1", "htv-2", "htv-3", "htv-x1") == []


def test_a_gap_and_an_end_that_is_short_are_told(series):
    assert series("pattern: htv-{}\nto: 3\n", "htv-1", "htv-3", "htv-4") == [
        "htv-2 is not recorded: enter it, or say under 'missing' why there is none",
        "htv-4 is recorded, but the series ends before it",
    ]


def test_an_open_series_ends_with_its_last_flight(series):
    assert series("pattern: crs-{}\n", "crs-1", "crs-2") == []
    assert len(series("pattern: crs-{}\n", "crs-1", "crs-3")) == 1


def test_numbers_are_read_with_their_zeros(series):
    text = "pattern: ms-{}\ndigits: 2\n"
    assert series(text, "ms-01", "ms-02", "ms-2") == []
    assert series(text, "ms-01", "ms-03")[0].startswith("ms-02 is not recorded")


def test_a_declared_exception_is_right_until_it_is_recorded(series):
    text = "pattern: m1-{}\nfrom: 3\nto: 5\nmissing: {4: it flew to Mir}\n"
    assert series(text, "m1-3", "m1-5") == []
    assert series(text, "m1-3", "m1-4", "m1-5") == [
        "m1-4 is recorded (knowledge/missions/m.yaml:2), and yet said to be missing"
    ]


def test_a_flight_may_depart_from_the_pattern(series):
    text = "pattern: oa-{}\nfrom: 7\nto: 9\nunlike: {8: oa-8e, 9: oa-9e}\n"
    assert series(text, "oa-7", "oa-8e", "oa-9e") == []
    assert series(text, "oa-7", "oa-9e")[0].startswith("oa-8e is not recorded")


def test_nasas_numbers_are_complete_and_in_the_order_of_launch(series):
    text = 'pattern: "{}P"\nof: nasa_number\nin_launch_order: true\n'
    one, two = "a , nasa_number: 1P, launch: {at: 2000}", "b , nasa_number: 2P, launch: {at: 2001}"
    assert series(text, one, two, "tug ") == []
    assert series(text, one, "c , nasa_number: 1P") == ["1P is borne by a and c"]
    late = "a , nasa_number: 1P, launch: {at: 2002}"
    assert series(text, late, two) == ["b was launched before a, which has a lower number"]


def test_expeditions_have_no_gap_and_are_called_by_their_numbers(shelf):
    expedition = "{}: {{name: Expedition, number: {}, source: club}}\n"
    names = [
        expedition.format(f"expedition-{n}", n).replace("Expedition,", f"E{n},") for n in (1, 3)
    ]
    shelf.write("expeditions", "".join(names) + expedition.format("expedition-v", 5))
    assert shelf.problems() == [
        "knowledge/expeditions.yaml:2: expedition-3: expedition-2 before it is not recorded",
        "knowledge/expeditions.yaml:3: expedition-v: its number is 5: call it expedition-5",
    ]
