"""What a message tells around the sentence that asks: what may be left aside, and what may not."""

import pytest


@pytest.mark.parametrize(
    ("text", "aside", "answer"),
    [
        (
            "Got zorbled on an Erno card for Kepler, story of my life. How many of those flew?",
            "zorbled life",
            "550 cards flown",
        ),
        (
            "I zorbled an envelope with postmark Biscarrosse 10.3.2008 in Ohio. What is this?",
            "zorbled ohio",
            "La Marianne tracking cover",
        ),
        ("My zorble shows only a fire. Why was Orb-3 destroyed?", "zorble", "engine"),
        ("When did it launch? I mean the zorbling M-27M.", "zorbling", "28 April 2015"),
        (
            "For our zorble on Kepler: what was the print run of the folder?",
            "zorble",
            "600 folders",
        ),
    ],
)
def test_strange_words_around_the_question_are_left_aside_and_named(brain, text, aside, answer):
    reply = brain.ask(text)

    assert reply.answer.status == "answered"
    assert answer in reply.answer.text
    assert f'left aside what I did not understand: "{aside}' in reply.answer.text
    assert "left aside: " in reply.answer.understood


@pytest.mark.parametrize(
    "text",
    [
        "I have a zorbly cover of ATV-2. How many exist?",
        "I have a cover of ATV-2 with a zorbly print. How many exist?",
        "My Zorbly cover of ATV-2 is here. How many were issued?",
        "Zorbly printed covers for ATV-2. How many did he do?",
        "Forget the zorbly cards. How many flew on ATV-2?",
        "How many covers flew on ATV-2? Only the signed ones tickle my zorble.",
        "The zorble says that my Kepler cover was repaired by Nespoli. Is that so?",
        "The zorble says that my Kepler cover was repaired by Nespoli. Can this be?",
        "Nespoli zorbled a cover up on ATV-2. How many were made?",
        "None of the zorbled ATV-2 folders interests me. How many were made?",
        "My zorble has an Apollo 11 cover. How many were made?",
        "My zorble loves Kepler. Was a zorble aboard?",  # the question itself is not understood
        "The zorbles of ATV-2. What flew? And who signed?",  # two questions
    ],
)
def test_a_word_that_could_matter_is_not_left_aside(brain, text):
    answer = brain.ask(text).answer

    assert answer.status in {"not_understood", "unknown_subject"}
    assert not answer.facts


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("After ATV-1 came ATV-2. When did ATV-1 dock?", "3 April 2008"),
        ("In 2015 I moved to Florida. Which Cygnus flew in 2016?", "OA-6"),
        ("How many flew on ATV-3? I have one of the 14 signed ones.", "400 covers flown"),
        ("Padalka says it was HTV-3. Which ship was lost on 28 June 2015?", "CRS-7"),
        ("I already know the launch date of HTV-4. When did it leave?", "4 September 2013"),
        ("I have all the Dragon covers already. Which covers did Padalka sign?", "2 covers signed"),
    ],
)
def test_what_is_told_beside_a_whole_question_is_no_condition_of_it(brain, text, says):
    assert says in brain.ask(text).answer.text


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("I have the Kepler folder. How many were made?", "about = atv-2 and form = folder"),
        ("How many covers flew on ATV-2? Only the signed ones.", "signed_by recorded"),
        ("Got a La Marianne cover here. Is it flown on ATV-3?", "by_party = la-marianne"),
    ],
)
def test_what_a_question_points_to_or_is_narrowed_by_stays(brain, text, understood):
    assert understood in brain.ask(text).answer.understood


def test_what_is_told_to_be_left_out_is_not_asked_for(brain):
    answer = brain.ask("Forget the cards. How many covers did ATV-1 carry?").answer

    assert answer.status == "not_understood"
    assert "Forget" in answer.text


def test_nothing_that_was_left_aside_is_remembered_or_stored(brain):
    reply = brain.ask("My zorble shows only a fire. Why was Orb-3 destroyed?")

    assert reply.answer.query is not None
    assert "zorble" not in reply.answer.query.model_dump_json()
    assert "zorble" not in reply.memory.model_dump_json()


def test_talk_that_was_overheard_is_not_answered_by_leaving_words_aside(brain):
    text = "My zorble shows only a fire. Why was Orb-3 destroyed?"

    assert brain.ask(text, ambient=True).answer.status == "ignored"


def test_what_was_left_aside_does_not_come_back_in_the_next_turn(brain):
    first = brain.ask("My zorble shows only a fire. When was Orb-3 lost?")
    second = brain.ask("and Orb-2?", first.memory)

    assert "zorble" not in second.answer.text
