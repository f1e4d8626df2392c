"""Ships between two ships."""

import pytest


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        (
            "which Progress flights were launched between ATV-2 and ATV-3?",
            "list mission; where prog",
        ),
        ("how many Dragons were launched between CRS-1 and CRS-5?", "count mission; where prog"),
        ("what docked between ATV-2 and ATV-3", "list mission; where arrived > (value"),
    ],
)
def test_the_ships_between_two_are_told(brain, text, understood):
    answer = brain.ask(text).answer
    assert answer.understood.startswith(understood)
    assert answer.status == "answered"


@pytest.mark.parametrize(
    "text",
    [
        "ships between ATV-2 and ATV-3 that were lost",
        "was CRS-1 launched between ATV-2 and ATV-3",
        "covers launched between ATV-2 and ATV-3",
        "which Progress were not launched between ATV-2 and ATV-3",
    ],
)
def test_what_says_more_is_not_read_as_that(brain, text):
    assert "between" not in brain.ask(text).answer.understood
    assert "launched > (value" not in brain.ask(text).answer.understood
