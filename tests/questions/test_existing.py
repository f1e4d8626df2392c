"""Whether a yes/no question asks for any such covers, or speaks of definite ones."""

import pytest

ANY = [
    "Were ATV-3 covers postmarked in Toulouse",
    "Were HTV covers postmarked at Tanegashima?",
    "Was any ATV-1 cover postmarked in Bremen?",
    "were any of the ATV-1 covers postmarked in Bremen?",
    "Did Airbus make a cover for CRS-5?",
    "did Thales issue covers for ATV-3?",
    "Is there a Houston postmark for HTV?",
    "Are there Progress covers with a Baikonur postmark?",
    "Were Progress covers ever postmarked in Houston?",
    "did any Progress cover fly to Mir",
    "Did any Erno card fly on ATV-5?",
]
DEFINITE = [
    "Were the ATV-3 covers postmarked in Toulouse?",
    "Was the flown ATV-3 cover postmarked in Toulouse?",
    "were all ATV-3 covers postmarked in Toulouse?",
    "Was the CRS-7 cover flown on CRS-7?",
    "Did La Marianne make the Dragon C2+ cover?",
    "Energia made 50 C2+ covers, correct?",
    "Did the Kniga covers go to the ISS?",
    "were my ATV-3 covers postmarked in Toulouse",
    "could an ATV-3 cover have come home on CRS-2?",
]


@pytest.mark.parametrize("question", ANY)
def test_any_such_covers_are_asked_for(brain, question):
    assert brain.ask(question).answer.query.existing


@pytest.mark.parametrize("question", DEFINITE)
def test_definite_covers_are_spoken_of(brain, question):
    assert not brain.ask(question).answer.query.existing


@pytest.mark.parametrize("question", ANY)
def test_of_an_open_list_there_is_no_no(brain, question):
    answer = brain.ask(question).answer
    assert not answer.body.startswith("No:")
    assert "No, not" not in answer.body
    assert ("check", "no") not in {(f.attribute, f.value) for f in answer.facts}


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Were the ATV-3 covers postmarked in Toulouse?", "Houston"),
        ("Was the CRS-7 cover flown on CRS-7?", "lost"),
        ("Did the Kniga covers go to the ISS?", "Mir"),
        ("Energia made 50 C2+ covers, correct?", "15"),
        ("did 14 covers fly on ATV-3?", "a further 14"),
    ],
)
def test_another_value_of_a_definite_thing_says_no(brain, question, says):
    answer = brain.ask(question).answer
    assert answer.body.startswith("No:")
    assert says in answer.body


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Were HTV covers postmarked at Tanegashima?", "near the launch site"),
        ("Is there a Houston postmark for HTV?", "berthing"),
        ("Are there Progress covers postmarked at Korolev?", "mainly"),
        ("Were Progress covers ever postmarked in Houston?", "secondary"),
        ("did any Progress cover fly to Mir", "^Yes"),
        ("Are there Progress covers with a Baikonur postmark?", "^Yes: Kniga"),
        ("Was any ATV-1 cover postmarked in Bremen?", "departure cover"),
        ("Did Airbus make a cover for CRS-5?", "ATV-5: Airbus folder"),
    ],
)
def test_what_is_recorded_beside_is_told(brain, question, says):
    body = brain.ask(question).answer.body
    assert body.startswith(says[1:]) if says.startswith("^") else says in body
