"""What is offered where a word is not understood, and what a yes asks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.offers import consents


@pytest.mark.parametrize(
    ("text", "rest", "answer"),
    [
        (
            "How many of those zorbly folders of Jules Verne were made?",
            "How many of those folders of Jules Verne were made?",
            "1,200 folders issued",
        ),
        ("ATV-2 quixotry print run", "ATV-2 print run", "600 folders issued"),
        ("who signed the *zorbly* CRS-21 cover?", "who signed the CRS-21 cover?", "Rubins"),
    ],
)
def test_a_word_that_nothing_explains_is_offered_to_be_left_out(brain, text, rest, answer):
    reply = brain.ask(text)

    assert reply.answer.status in {"not_understood", "unknown_subject"}
    assert not reply.answer.facts
    assert [choice.question for choice in reply.answer.choices] == [rest]
    assert answer in brain.ask("yes please", reply.memory).answer.text
    assert answer in brain.ask(rest).answer.text


@pytest.mark.parametrize(
    "text",
    [
        "how many Apollo 11 covers were made?",  # another subject: nothing else is offered for it
        "what is the ATV-2 folder worth?",
        "zorbly quixotry",  # nothing is left
        "how many zorbly quixotry blorb frumious vorpal mimsy ATV-2 folders were made",
        "which zorbly covers flew on ATV-9?",
        "who signed the zorbly Cygnus OA-4 folders?",  # nothing is recorded of it
    ],
)
def test_nothing_is_offered_where_it_would_not_help(brain, text):
    reply = brain.ask(text)

    assert reply.answer.choices == ()
    assert reply.memory.offer is None


def test_an_offer_stands_for_one_turn_only(brain):
    offered = brain.ask("ATV-2 quixotry print run")
    other = brain.ask("when was ATV-3 launched?", offered.memory)

    assert offered.memory.offer is not None
    assert other.memory.offer is None
    assert "600" not in brain.ask("yes", other.memory).answer.text


def test_what_is_overheard_is_offered_nothing(brain):
    assert brain.ask("ATV-2 quixotry print run?", ambient=True).answer.status == "ignored"


@pytest.mark.parametrize("text", ["yes", "Yes please!", "ok", "ja bitte", "oui", "exactly", "да"])
def test_a_mere_yes_consents(text):
    assert consents(text)


@pytest.mark.parametrize("text", ["no", "yes, but which folder?", "is it right?", "", "ja ATV-2"])
def test_anything_more_does_not(text):
    assert not consents(text)


@given(st.text(max_size=80))
def test_an_offer_repeats_no_markup(brain, text):
    reply = brain.ask(f"ATV-2 quixotry print run {text}")

    for choice in reply.answer.choices:
        assert not set(choice.question) & set("@*_`<>|[]~")
