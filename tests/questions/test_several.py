"""Messages that ask several things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.several import questions_in


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("How many flew? Who signed them?", ("How many flew?", "Who signed them?")),
        ("when did it dock and where", ("when did it dock?", "where?")),
        ("who made it, how many and for whom?", ("who made it?", "how many?", "for whom?")),
        ("was it flown, and did he sign it", ("was it flown?", "did he sign it?")),
        ("when did it fly, was it lost", ("when did it fly?", "was it lost?")),
        ("it was flown, was it?", ()),  # a tag
        ("how many flew and did they come back", ("how many flew?", "did they come back?")),
        ("who signed the cover?", ()),
        ("covers of ATV-1 and ATV-2", ()),
        ("did Erno make cards? And for ATV-2?", ("did Erno make cards?", "And for ATV-2?")),
        ("the folder and the card, who made them?", ()),  # only one of the parts asks
        ("Could you tell me: the M1-10 letters, to whom were they sent?", ()),  # likewise
        ("who? what? when? where?", ()),  # too many
    ],
)
def test_the_questions_of_a_message(text, questions):
    assert questions_in(text) == questions


@given(st.text())
def test_any_text_is_one_question_or_a_few(text):
    assert len(questions_in(text)) in {0, 2, 3}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Which rocket launched OA-7 and from where?", ("Atlas V", "Cape Canaveral")),
        ("Who leads La Marianne and where is the club?", ("Delmon", "Bordeaux")),
        ("How many Progress flights in 2012 and how many in 2013?", ("M-14M", "M-18M")),
        (
            "when did atv-4 dock, when did it undock, and did it carry covers?",
            ("15 June 2013", "28 October 2013", "Likely"),
        ),
        (
            "How many covers flew on ATV-5 and did they come back on CRS-5?",
            ("400 covers", "Yes: flown cover of ATV-5: came back on CRS-5"),
        ),
        ("Which ATV was last and how many covers did it carry?", ("ATV-5", "400 covers")),
        ("Who signed the ATV-2 covers and when did it dock?", ("Nespoli", "24 February 2011")),
        (
            "Which ship brought back the ATV-3 covers and when was it launched?",
            ("CRS-1", "8 October 2012"),
        ),
        ("How many Libin covers exist and where were they postmarked?", ("100 covers", "Libin")),
    ],
)
def test_each_question_gets_its_answer(brain, text, says):
    answer = brain.ask(text).answer

    assert answer.status == "answered"
    assert "; and " in answer.understood
    for part in says:
        assert part in answer.text


@pytest.mark.parametrize(
    "text",
    ["where and when was the ATV-3 cover postmarked?", "when did ATV-2 dock and undock?"],
)
def test_bare_question_words_belong_to_the_same_question(brain, text):
    answer = brain.ask(text).answer

    assert "; and " not in answer.understood
    assert answer.status == "answered"


def test_sources_and_facts_are_those_of_all_answers(brain):
    text = "Who leads La Marianne and where is the club?"
    first, second = (brain.ask(question) for question in questions_in(text))
    second = brain.ask("where is the club?", first.memory)
    answer = brain.ask(text).answer

    assert {f.attribute for f in answer.facts if f.role == "asked"} == {"people", "place"}
    assert set(answer.citations) == {*first.answer.citations, *second.answer.citations}


@pytest.mark.parametrize(
    ("text", "says", "gap"),
    [
        ("What did CRS-1 bring back, and what is it worth?", "400 covers", "I keep no prices"),
        ("Who signed the CRS-21 cover? Is it zorbly?", "Rubins", 'did not understand "zorbly"'),
        (
            "Who signed the CRS-21 cover? Is it zorbly? Where was it postmarked?",
            "7 December 2020",
            'did not understand "zorbly"',
        ),
    ],
)
def test_a_question_without_an_answer_is_said_to_be_one(brain, text, says, gap):
    answer = brain.ask(text).answer

    assert answer.status == "answered"
    assert says in answer.text
    assert gap in answer.text


def test_a_pronoun_goes_back_to_nothing_said_before_the_message(brain):
    before = brain.ask("who signed the CRS-21 cover?").memory
    answer = brain.ask("how many zorbs of Kepler exist, and who signed them?", before).answer

    assert "Rubins" not in answer.text


def test_what_goes_on_from_a_term_is_not_asked_of_something_else(brain):
    answer = brain.ask("What is a cachet and who makes the Progress ones?").answer

    assert "Energia" not in answer.text


def test_the_next_turn_follows_the_last_of_them(brain):
    memory = brain.ask("when was ATV-2 launched? and when was ATV-3 launched?").memory

    assert "ATV-3" in brain.ask("from where?", memory).answer.text


def test_what_was_overheard_is_not_taken_apart(brain):
    text = "When was OA-7 launched and how zorbly is it?"

    assert brain.ask(text).answer.status == "answered"
    assert brain.ask(text, ambient=True).answer.status == "ignored"
