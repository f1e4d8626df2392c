"""What is said of a miss: the words as typed, and the names that they come near to."""

import pytest


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("who is Vassee?", ("Vassee",)),
        ("tell me about the Russian segment", ("Russian segment",)),
        ("did the CRS-7 cover get Zapped and blorbed", ("Zapped", "blorbed")),
        ("which ATV covers werent signed", ("werent",)),
        ("ATV-2 quixotry print run", ("quixotry",)),
    ],
)
def test_words_are_told_as_they_were_typed_each_run_by_itself(read, text, runs):
    assert read(text).typed == runs


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("who is Vassee?", "Michel Vasse"),
        ("covers signed by Kononen", "Oleg Kononenko"),
        ("rothe crs6 cover has which cancels", "Jim Roth"),
    ],
)
def test_a_miss_offers_the_nearest_names_with_the_question(told, text, name):
    answer = told(text)
    assert answer.status not in {"answered", "not_recorded"}
    assert f"Did you mean {name}?" in answer.text
    assert name in [choice.label for choice in answer.choices]


def test_the_choice_of_a_near_name_asks_the_same_of_it(told):
    (choice,) = told("covers signed by Kononen").choices
    assert choice.question == "covers signed by Oleg Kononenko"


@pytest.mark.parametrize("text", ["covers by Schmitz", "who blorbed the ATV-2 covers"])
def test_no_name_is_offered_that_is_not_near(told, text):
    assert "Did you mean" not in told(text).text


@pytest.mark.parametrize(
    "text",
    [
        "who blorbed the ATV-2 covers",
        "who was it that blorbed the ATV-2 covers",
        "when was ATV-3 blorbed",
        "where were the ATV-3 covers blorbed",
    ],
)
def test_nothing_is_offered_where_the_verb_is_strange(told, text):
    assert told(text).choices == ()


@pytest.mark.parametrize(
    ("text", "cover"),
    [
        ("who flew on starliner", "shown for Starliner"),
        ("which covers went to Soyuz TMA-2", "last with Soyuz TMA-2"),
    ],
)
def test_of_another_craft_the_covers_that_went_with_it_are_told(told, text, cover):
    assert cover in told(text).text


def test_another_craft_with_a_longer_number_is_another(told):
    assert "On record here" not in told("Soyuz TMA-20 covers").text
