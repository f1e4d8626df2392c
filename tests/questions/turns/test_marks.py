"""Lists of marks: by their office, their picture and the year they came into use."""

import pytest


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        (
            "which marks are from Houston since 2013",
            "list mark; where place = houston and begun >= 2013",
        ),
        ("list all marks struck on the ISS", "list mark; where place = iss"),
        ("what marks exist at the ISS", "list mark; where place = iss"),
        ("postmarks that show a Dragon", "list mark; where looks contains dragon"),
        ("which onboard marks are round", "list mark; where looks contains round and place = iss"),
        ("houston marks", "list mark; where place = houston"),
        # marks of covers, as before
        ("what marks are on the CRS-21 cover?", "value cover; marks; where about = crs-21"),
        ("Houston postmarks", "list cover; where strike_place = houston"),
    ],
)
def test_marks_are_listed_where_only_they_are_told(understood, text, reads):
    assert understood(text) == reads


@pytest.mark.parametrize(
    "text",
    [
        "is the octagonal seal a postmark?",
        "is the octagon a proper postmark or a souvenir?",
        "is the octagonal mark a real postmark?",
        "does the octagonal seal count as a postmark in an exhibit?",
    ],
)
def test_whether_a_mark_is_a_postmark_is_told(brain, text):
    answer = brain.ask(text).answer
    assert answer.body.startswith("No: ISS octagonal seal is on record as a seal.")


@pytest.mark.parametrize(
    "text", ["is the Houston postmark real?", "is the octagonal seal on my cover genuine?"]
)
def test_whether_a_piece_is_genuine_is_not_judged(brain, text):
    assert "genuine" in brain.ask(text).answer.body


@pytest.mark.parametrize(
    "text",
    ["which marks were in use in 2012?", "which marks show an ATV?", "which marks show a CTB"],
)
def test_what_is_not_on_record_of_marks_is_not_answered(brain, text):
    assert brain.ask(text).answer.status != "answered"
