"""One spelling for all texts, whatever a keyboard or a phone made of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.normalise import normalise, plain, tokenise, words_of


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ATV-2", "atv-2"),
        ("ATV–2", "atv-2"),  # en dash
        ("ATV—2", "atv-2"),
        ("ATV\u20112", "atv-2"),  # no-break hyphen
        ("ATV−2", "atv-2"),  # minus sign
        ("ATV\u00a02", "atv 2"),  # no-break space
        ("ＡＴＶ－２", "atv-2"),  # full width
        ("  two\t\nwords ", "two words"),
        ("Lemaître", "lemaitre"),
        ("Lemai\u0302tre", "lemaitre"),  # the accent as a character of its own
        ("Müller", "muller"),
        ("STRASSE Straße", "strasse strasse"),
        ("ПРОГРЕСС М", "прогресс м"),
        ("didn’t", "didn't"),
        ("didn`t", "didn't"),
        ("didn´t", "didn't"),
        ("A\u200bT\u200dV\ufeff-2", "atv-2"),  # zero width
        ("\u202eATV-2\u202c", "atv-2"),  # direction marks
        ("ATV\x00-2", "atv-2"),
        ("½", "1⁄2"),
        ("", ""),
    ],
)
def test_spellings_of_one_text_are_one(text, folded):
    assert normalise(text) == folded


def test_kana_keep_their_voicing_marks():
    """か and が differ: a mark that changes the sound is no accent to strip."""
    assert normalise("が") != normalise("か")
    assert normalise("こうのとり") == "こうのとり"


@given(st.text())
def test_normalising_again_changes_nothing(text):
    once = normalise(text)
    assert normalise(once) == once


@given(st.text())
def test_no_space_is_doubled_or_left_at_an_end(text):
    assert " ".join(normalise(text).split(" ")) == " ".join(normalise(text).split())


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("<@123456789> print run", "print run"),
        ("<@!123456789> print run", "print run"),
        ("<@&123456789> print run", "print run"),
        ("<#123456789> print run", "print run"),
        ("<:rocket:123456789> print run", "print run"),
        ("<a:rocket:123456789> print run", "print run"),
        ("<t:1700000000:R> print run", "print run"),
        ("</ask:123456789> print run", "print run"),
        ("see https://example.org/atv-1 print run", "see print run"),
        ("**print** ~~run~~", "print run"),
        ("||print run||", "print run"),
        ("__print__ _run_", "print run"),
        ("> print run", "print run"),
        ("```py\natv-1\n``` print run", "print run"),
        ("print_run", "print_run"),  # a line inside a word is no emphasis
    ],
)
def test_the_markup_of_a_chat_is_no_text(text, seen):
    assert " ".join(plain(text).split()) == seen


@pytest.mark.parametrize("text", ["Kepler's", "Kepler’s", "KEPLER`S"])
def test_a_possessive_is_the_name_itself(text):
    assert words_of(text) == ("kepler",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What's the print run?", ("what", "the", "print", "run")),
        ("Kepler's covers", ("kepler", "covers")),
        ("who didn't sign", ("who", "didn't", "sign")),
        ("Dragon C2+", ("dragon", "c2+")),
        ("cover/card", ("cover", "card")),
        ("...!?", ()),
    ],
)
def test_words(text, words):
    assert words_of(text) == words


@given(st.text())
def test_each_token_stands_where_it_says(text):
    folded = normalise(text)
    end = 0
    for token in tokenise(folded):
        assert end <= token.start < token.end <= len(folded)
        assert folded[token.start : token.end].startswith(token.text)
        end = token.end
