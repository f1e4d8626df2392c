"""Who services covers, asked and claimed; and what a maker is on record for."""

import pytest


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("who services covers at Kourou", "serviced by Michel Vasse"),
        ("did Vasse service covers at Kourou?", "Yes: ATV has its covers serviced by Michel Vasse"),
        ("does Vasse service ATV covers", "Yes: ATV has its covers serviced by Michel Vasse"),
        ("did Lollini service covers at Kourou?", "Not recorded"),
        ("Chizhov cachets", "Sergey Chizhov is on record for cachets for Progress"),
        ("folder contents Georges Lemaitre", "six covers in each folder"),
        ("covers postmarked on board", "CRS-21 flown cover: postmarked on board the ISS"),
    ],
)
def test_what_is_usual_is_told(brain, text, says):
    assert says in brain.ask(text).answer.body


@pytest.mark.parametrize(
    "text",
    [
        "did Vasse not service covers at Kourou?",
        "did Vasse service covers at Kourou in 2013?",
        "did Vasse sign covers at Kourou?",
        "did Vasse service ATV-3 covers at Kourou?",
    ],
)
def test_more_than_the_practice_is_not_claimed_of_it(brain, text):
    assert not brain.ask(text).answer.body.startswith("Yes")
