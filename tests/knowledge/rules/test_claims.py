"""Disagreements are told once for each value, with at most one preferred."""

FLIGHT = """\
atv-1:
  name: ATV-1
  programme: atv
  source: club
  ship_name:
    - {value: Jules Verne, %s}
    - {value: %s}
"""


def test_one_preferred_value_is_right(shelf):
    shelf.write("missions/atv", FLIGHT % ("preferred: true", "J. Verne"))
    assert shelf.problems() == []


def test_two_preferred_values_are_a_problem(shelf):
    shelf.write("missions/atv", FLIGHT % ("preferred: true", "J. Verne, preferred: true"))
    assert shelf.problems() == [
        "knowledge/missions/atv.yaml:5: atv-1: ship_name has two preferred values: prefer one"
    ]


def test_the_same_value_twice_is_a_problem_at_the_second(shelf):
    shelf.write("missions/atv", FLIGHT % ("source: club", "Jules Verne, source: club"))
    (problem,) = shelf.problems()
    assert problem.startswith("knowledge/missions/atv.yaml:7: atv-1: ship_name has the same value")
