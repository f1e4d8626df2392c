"""The first and the last ship to do something: ranked by the day on which they did."""

import pytest


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        (
            "last Dragon to land in the Gulf of Mexico",
            (
                "rank mission; ended; where programme = dragon and end_place = gulf-of-mexico; "
                "order descending; limit 1"
            ),
        ),
        (
            "the last Progress to dock at Pirs",
            (
                "rank mission; arrived; where programme = progress and port = pirs; "
                "order descending; limit 1"
            ),
        ),
        (
            "how many HTV flew before HTV-X?",
            "count mission; where programme = htv and launched < 2025-10-26T00:00Z",
        ),
        (
            "how many Dragons flew before Dragon 2?",
            "count mission; where programme = dragon and launched < 2020-12-06T16:17Z",
        ),
        (
            "the first Cygnus that left the station in 2020",
            (
                "rank mission; departed; where programme = cygnus and departed = 2020; "
                "order ascending; limit 1"
            ),
        ),
        (
            "last Dragon to return",
            "rank mission; ended; where programme = dragon; order descending; limit 1",
        ),
        (
            "first Dragon at Harmony forward",
            (
                "rank mission; arrived; where programme = dragon and port = harmony-forward; "
                "order ascending; limit 1"
            ),
        ),
        (
            "when did a Dragon last splash down in the Pacific",
            (
                "rank mission; ended; where programme = dragon and end_place = pacific; "
                "order descending; limit 1"
            ),
        ),
        (
            "first Cygnus berthed at Unity nadir",
            (
                "rank mission; arrived; where programme = cygnus and port = unity-nadir and "
                "how_attached = berthed; order ascending; limit 1"
            ),
        ),
        # the flight itself, as before
        ("when did the last ATV dock", "value mission; arrived; where self = atv-5"),
    ],
)
def test_the_edge_is_that_of_the_event(understood, text, reads):
    assert understood(text) == reads
