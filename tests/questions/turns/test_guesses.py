"""Two guesses: what is recorded is told, and neither is a condition of it."""

import pytest


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("was it 4 or 5 April that ATV-1 docked?", "value mission; arrived; where self = atv-1"),
        ("did ATV-1 dock in 2008 or 2009?", "value mission; arrived; where self = atv-1"),
        ("from which pad did CRS-10 start, 40 or 39A?", "value mission; pad; where self = crs-10"),
        ("CRS-32 splashdown: Gulf or Pacific?", "value mission; end_place; where self = crs-32"),
        (
            "four or five covers in the ATV-1 folder?",
            "value cover; covers_inside; where about = atv-1 and form = folder",
        ),
        ("was it 4.5 or 45 kg of mail on ATV-1?", "value cover; weight; where about = atv-1"),
        (
            "were there 600 or 1200 ATV-2 folders?",
            "value cover; quantity; where about = atv-2 and form = folder",
        ),
    ],
)
def test_what_it_was_is_asked(brain, text, understood):
    assert brain.ask(text).answer.understood == understood


def test_one_day_alone_is_a_claim(brain):
    answer = brain.ask("was ATV-1 launched on 9 March 2008?").answer
    assert answer.understood == "check mission; where self = atv-1; claim launched = 2008-03-09"
