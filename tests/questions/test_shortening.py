"""Texts without some of their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.shortening import tidied, without_words


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("How many zorbly folders?", ["zorbly"], "How many folders?"),
        ("Zorbly, is it? Zorbly!", ["zorbly"], "is it? Zorbly!"),  # as often as it is given
        ("ATV-2 *quixotry* print_run", ["quixotry"], "ATV-2 print run"),
        ("the ATV-2 cover", ["atv"], "the ATV-2 cover"),  # part of a name is no word of its own
        ("l'été, zorbly", ["zorbly"], "l'été"),
    ],
)
def test_words_are_cut_and_the_gaps_closed(text, words, left):
    assert tidied(without_words(text, words)) == left


@given(st.text())
def test_nothing_is_left_that_a_door_takes_for_markup(text):
    assert not set("*_`~|<>@[]") & set(tidied(text))
