"""Counts are compared side by side."""

import pytest


@pytest.mark.parametrize(
    ("text", "first", "apart"),
    [
        ("which flew more, HTV or ATV", "HTV has more", "by 5"),
        ("more Progress or Dragon flights in 2015?", "Progress has more", "by 2"),
        ("which had more losses, progress or dragon", "Progress has more", "by 2"),
        ("how many more flights did progress make than ATV", "Progress has more", "than ATV"),
    ],
)
def test_two_sides_are_told_apart(brain, text, first, apart):
    answer = brain.ask(text).answer
    assert answer.status == "answered"
    assert answer.text.startswith(first)
    assert apart in answer.text.splitlines()[0]


def test_every_line_is_counted(brain):
    answer = brain.ask("which programme has the most flights").answer
    counted = {f.subject: f.value["min"] for f in answer.facts if f.attribute == "count"}
    assert list(counted) == ["progress", "dragon", "cygnus", "htv", "atv"]
    assert counted["atv"] == 5


def test_lines_that_have_none_are_left_out(brain):
    answer = brain.ask("which programme lost the most ships").answer
    assert "ATV" not in answer.text
    assert answer.text.startswith("Progress has the most")


def test_equal_counts_are_said_to_be_equal(brain):
    answer = brain.ask("which had more losses, cygnus or dragon").answer
    assert answer.text.startswith("They are equal")
