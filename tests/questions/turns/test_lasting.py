"""Times that are bounded, in days."""

import pytest


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        (
            "progress ships that stayed more than 200 days",
            "list mission; where programme = progress and docked_for > 200",
        ),
        (
            "which dragon stayed over 100 days",
            "list mission; where programme = dragon and docked_for > 100",
        ),
        (
            "how many Progress stayed longer than 200 days",
            "count mission; where programme = progress and docked_for > 200",
        ),
        (
            "which progress stayed over a year",
            "list mission; where programme = progress and docked_for > 365",
        ),
        ("which ships flew longer than 300 days", "list mission; where flight_time > 300"),
    ],
)
def test_a_time_is_bounded(read, text, understood):
    assert str(read(text)) == understood
