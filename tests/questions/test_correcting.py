"""Corrections put something else in the place of what was talked about."""

import pytest

from bot.questions.correcting import corrected
from bot.questions.query import Memory, Query

FOLDER = "print run of the ATV-2 folder"
BEFORE = Memory(query=Query(want="value"))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("no, the cards", "no, the cards"),
        ("I meant the folder", "no, the folder"),
        ("no I meant the folder", "no, the folder"),
        ("oops, ATV-5 I mean", "no, ATV-5"),
        ("sorry, the flown cover I meant", "no, the flown cover"),
        ("not that one, the cards", "no, the cards"),
        ("nein, die Karten", "no, die Karten"),
        ("non, les cartes", "no, les cartes"),
        # these say something else, or deny it
        ("no", "no"),
        ("not that one", "not that one"),
        ("no covers of HTV-9?", "no covers of HTV-9?"),
        ("no, not the cards", "no, not the cards"),
        ("are there no cards?", "are there no cards?"),
    ],
)
def test_a_correction_is_told_from_a_denial(text, meant):
    assert corrected(text, BEFORE) == meant


def test_without_anything_before_there_is_nothing_to_correct():
    assert corrected("I meant the folder", Memory()) == "I meant the folder"


def comes_to(answer):
    """What is told, however it was asked for."""
    facts = {(f.subject, f.attribute, str(f.value)) for f in answer.facts if f.role == "asked"}
    return answer.status, answer.subjects, facts


@pytest.mark.parametrize(
    ("turns", "same_as"),
    [
        (f"{FOLDER}|no, the cards", "print run of the ATV-2 cards"),
        (f"{FOLDER}|nein, die Karten", "print run of the ATV-2 cards"),
        (f"{FOLDER}|no, I meant ATV-5", "print run of the ATV-5 folder"),
        ("print run of the ATV-2 flown cover|I meant the folder", FOLDER),
        (
            "what is in the ATV-2 folder?|the second one|where is it postmarked?|no, the flown one",
            "where is the La Marianne ATV-2 flown cover postmarked?",
        ),
    ],
)
def test_what_is_meant_takes_the_place_of_what_was_said(told, turns, same_as):
    assert comes_to(told(turns)) == comes_to(told(same_as))


@pytest.mark.parametrize(
    "then",
    ["no", "not that one", "no, not flown", "no, the blue one", "no, the signed ones"],
)
def test_what_says_too_little_is_not_taken_for_a_correction(told, then):
    answer = told(f"{FOLDER}|{then}")
    assert answer.status == "not_understood"
    assert not answer.facts
