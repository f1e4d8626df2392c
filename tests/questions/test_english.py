"""Real words of English are read as they stand, and slips of known words as those words."""

import pytest

from bot.questions.english import is_another_word


@pytest.mark.parametrize(
    ("word", "meant"),
    [("abort", "about"), ("storm", "story"), ("training", "tracking"), ("birth", "berth")],
)
def test_a_real_word_is_no_slip(word, meant, told):
    assert is_another_word(word, meant)
    assert told(f"which ATV had to {word} its docking?").status != "answered"


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("covets", "covers"),  # a real word, though hardly anybody's
        ("singed", "signed"),
        ("peices", "pieces"),
        ("groups", "group"),  # another form of it
        ("postmrak", "postmark"),
    ],
)
def test_a_slip_or_another_form_is_none_of_its_own(word, meant):
    assert not is_another_word(word, meant)
