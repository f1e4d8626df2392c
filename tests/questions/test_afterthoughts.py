"""What is added to a question and changes nothing in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.afterthoughts import without_afterthoughts


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Which rocket lofted OA-7? Antares, I take it", "Which rocket lofted OA-7?"),
        ("who designs them? Urusov I know.", "who designs them?"),
        ("whose signatures? I can read Noguchi and Glover only", "whose signatures?"),
        ("which number? Surely not 59P", "which number?"),
        ("how many, counting the one that blew up?", "how many?"),
        ("launches in 2011 (with the lost one)", "launches in 2011"),
        ("covers for ATV-1, flown one included", "covers for ATV-1"),
        ("how many covers including cards?", "how many covers including cards?"),
        ("covers with the signed ones of Padalka", "covers with the signed ones of Padalka"),
        ("how many flew? I mean ATV-2", "how many flew? I mean ATV-2"),
        ("who signed it? And do I know him?", "who signed it? And do I know him?"),
    ],
)
def test_guesses_and_inclusions_are_cut(text, rest):
    assert without_afterthoughts(text) == rest


@given(st.text())
def test_nothing_is_added(text):
    assert len(without_afterthoughts(text)) <= len(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Which rocket lofted OA-7? Antares, I take it", "Atlas V"),
        ("progress launches in 2011, how many (with the lost one)", "5 missions"),
        (
            "How many Cygnus have been launched so far, counting the one that blew up?",
            "24 missions",
        ),
        ("who designs cachets for the Progress flights? Urusov I know", "Chizhov"),
    ],
)
def test_the_question_is_answered_whatever_was_guessed(brain, text, says):
    answer = brain.ask(text).answer

    assert answer.status == "answered"
    assert says in answer.text


def test_what_says_what_a_question_is_about_is_no_afterthought(brain):
    assert "ATV-2" in brain.ask("How many covers flew? ATV-2 I think").answer.text
