"""Postmarks are struck where and when they can have been."""

import pytest

MISSIONS = """\
up: {name: Up, programme: atv, source: club, stays: {how: docked, at: 2012-05-25T16:02Z}}
down: {name: Down, programme: atv, source: club, end: {how: splashdown, at: 2012-10-28T19:22Z}}
"""


@pytest.mark.parametrize(
    ("place", "day", "problem"),
    [
        ("iss", "2012-05-25", None),
        ("iss", "2012-10-28", None),
        ("iss", "2012", None),
        ("iss", "2012-05-24", "struck on board on 2012-05-24, before it arrived 2012-05-25T16:02Z"),
        ("iss", "2012-10-29", "struck on board on 2012-10-29, after it left 2012-10-28T19:22Z"),
        ("ksc", "2012-11-30", None),
        ("ksc", "1964", "struck at ksc on 1964, before it opened"),
        ("ksc", "2023-09-27", "struck at ksc on 2023-09-27, after it closed"),
    ],
)
@pytest.mark.parametrize("as_member", [False, True])
def test_a_strike_is_of_its_time(shelf, place, day, problem, as_member):
    shelf.write("missions/m", MISSIONS)
    shelf.write("stations", "iss: {name: ISS, source: club}\n")
    shelf.write("places", "ksc: {name: KSC, source: club, opened: 1965, closed: 2023-09-26}\n")
    way = "up: up, down: down"
    text = f"a: {{name: A, kind: cover, source: club, strikes: {{place: {place}, day: {day}}}"
    mail = f"mail: {{name: M, kind: consignment, source: club, members: a, {way}}}\n"
    shelf.write("covers/a", f"{text}}}\n{mail}" if as_member else f"{text}, {way}}}\n")
    expected = [f"knowledge/covers/a.yaml:1: a: {problem}"] if problem else []
    assert shelf.problems() == expected
