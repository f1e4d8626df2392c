"""One ship at a port at a time, and a port has its years."""

import pytest

from bot.knowledge.rules import ports

STAY = "{id}: {{name: {id}, programme: atv, source: club, {end} stays: {{how: docked, {stay}}}}}\n"


@pytest.fixture
def moored(shelf):
    """Writes a port and ships at it, and tells the problems."""

    def write(*ships, port=""):
        shelf.write("ports", f"aft: {{name: Aft port, source: club{port}}}\n")
        lines = [
            STAY.format(id=f"ship-{number}", stay=f"port: aft, {stay}", end=end)
            for number, (stay, end) in enumerate(ships)
        ]
        shelf.write("missions/ships", "".join(lines))
        return shelf.problems()

    return write


@pytest.mark.parametrize(
    "second",
    [
        "at: 2008-09-17, until: 2008-11-14",
        "at: 2008-09-05, until: 2008-11-14",  # on the day the first one left: either order
        "at: 2008-09-05T22:00Z, until: 2008-11-14",
        "at: 2008, until: 2008",  # too vague to contradict
        "at: 2007-12-26, until: 2008-02-04",
    ],
)
def test_one_after_the_other_is_right(moored, second):
    first = "at: 2008-04-03T14:45Z, until: 2008-09-05T21:29Z"
    assert moored((first, ""), (second, "")) == []


def test_two_at_one_port_are_a_problem_at_the_one_that_came_later(moored):
    (problem,) = moored(
        ("at: 2008-05-16, until: 2008-09-01", ""), ("at: 2008-04-03, until: 2008-09-05", "")
    )
    assert problem == (
        "knowledge/missions/ships.yaml:1: ship-0: is at aft from 2008-05-16, where ship-1 "
        "(knowledge/missions/ships.yaml:2) is from 2008-04-03 until 2008-09-05"
    )


def test_without_a_day_of_leaving_the_end_of_the_flight_counts(moored):
    ended = "end: {how: reentry, at: 2008-09-29},"
    assert moored(("at: 2008-04-03", ended), ("at: 2008-10-01", "")) == []
    (problem,) = moored(("at: 2008-04-03", ended), ("at: 2008-09-17", ""))
    assert "until 2008-09-29" in problem


def test_a_ship_that_never_left_blocks_the_port(moored):
    (problem,) = moored(("at: 2008-04-03", ""), ("at: 2008-10-01", ""))
    assert problem.endswith("is from 2008-04-03 with no day of leaving")


def test_a_port_is_there_only_in_its_years(moored):
    years = ", from: 2009-11-12, to: 2021-07-26"
    before, after = moored(
        ("at: 2009-11-01, until: 2009-11-11", ""),
        ("at: 2010-01-01, until: 2010-05-01", ""),
        ("at: 2021-07-01, until: 2021-07-27", ""),
        port=years,
    )
    assert before.endswith(
        "ship-0: is at aft from 2009-11-01, but that port is there from 2009-11-12"
    )
    assert after.endswith("ship-2: is at aft until 2021-07-27, but that port went 2021-07-26")


def test_ships_at_other_ports_are_no_matter(shelf):
    shelf.write("ports", "aft: {name: Aft, source: club}\nnadir: {name: Nadir, source: club}\n")
    stays = ("port: aft, at: 2008-04-03", "port: nadir, at: 2008-04-03", "at: 2008-04-03")
    lines = [STAY.format(id=f"ship-{n}", stay=stay, end="") for n, stay in enumerate(stays)]
    shelf.write("missions/ships", "".join(lines))
    assert list(ports.check(shelf.load())) == []
