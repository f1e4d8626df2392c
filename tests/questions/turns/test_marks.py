"""A handstamp or postmark itself: its picture, its designer, its office, its first day."""

import pytest


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        (
            "what is on the Tanegashima scenic postmark",
            "value mark; looks; where self = tanegashima-scenic-datestamp",
        ),
        (
            "what is written on the old iss postmark",
            "value mark; looks; where self = iss-postmark-old",
        ),
        (
            "when was the old ISS postmark last used",
            "value mark; over; where self = iss-postmark-old",
        ),
        (
            "when did the Houston Soyuz postmark come out",
            "value mark; begun; where self = houston-soyuz",
        ),
        (
            "where is the Expedition 16 seal from?",
            "value mark; place; where self = expedition-16-seal",
        ),
        (
            "which office has the Houston Soyuz postmark?",
            "value mark; place; where self = houston-soyuz",
        ),
        ("who designed the Houston marks", "value mark; designer; where place = houston"),
        ("which marks did van Ravanswaay design", "list mark; where designer = van-ravanswaay"),
        ("which postmarks from Houston are there", "list mark; where place = houston"),
    ],
)
def test_it_is_about_the_mark(brain, text, understood):
    assert brain.ask(text).answer.understood == understood


@pytest.mark.parametrize(
    "text",
    [
        "which covers have the octagonal seal",
        "who designed the covers with the Houston Soyuz postmark",
        "which marks did La Marianne design",  # it designed none on record
        "which postmarks were not designed by van Ravanswaay",
    ],
)
def test_it_is_not_about_marks(brain, text):
    assert " mark" not in brain.ask(text).answer.understood.split(";")[0]
