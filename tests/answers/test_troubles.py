"""Why a question is not answered: what is unknown, and what there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.query import Trouble


@pytest.fixture
def explained(world):
    return lambda status, *words, **rest: world.answer(Trouble(status=status, words=words, **rest))


def test_a_flight_that_does_not_exist_is_answered_with_those_that_do(explained):
    found = explained("unknown_subject", "atv-7", programme="atv")
    assert found.status == "unknown_subject"
    assert "ATV-7" in found.body
    for name in ("ATV-1", "ATV-2", "ATV-3"):
        assert name in found.body
    assert found.facts == ()


def test_of_many_flights_the_first_and_the_last_are_named(world_with):
    flights = "\n".join(
        f"atv-{n}: {{name: ATV-{n}, programme: atv, source: [club, forum], "
        f"launch: {{at: {1999 + n}}}}}"
        for n in range(1, 21)
    )
    world = world_with(missions=flights, covers="", practices="")
    trouble = Trouble(status="unknown_subject", words=("atv-99",), programme="atv")
    body = world.answer(trouble).body
    assert "20" in body
    assert "ATV-1 to ATV-20" in body


def test_a_name_that_is_not_here_is_repeated_and_nothing_is_said_of_it(explained):
    found = explained("unknown_subject", "gagarin")
    assert found.status == "unknown_subject"
    assert "gagarin" in found.body
    assert found.facts == found.citations == ()


@pytest.mark.parametrize(
    ("programme", "word"),
    [("price", "price"), ("genuine", "genuine"), ("crewed", "apollo"), ("future", "planned")],
)
def test_a_question_of_another_subject_is_told_so(explained, programme, word):
    found = explained("not_understood", word, programme=programme)
    assert word in found.body.casefold()
    assert found.facts == ()


def test_asking_back_offers_whole_questions(explained):
    found = explained("ambiguous", choices=("one-folder", "two-folder"), template="print run of {}")
    assert found.status == "ambiguous"
    assert [choice.question for choice in found.choices] == [
        "print run of One folder",
        "print run of Two folder",
    ]
    assert all(choice.label in found.body for choice in found.choices)
    assert found.subjects == ("one-folder", "two-folder")


@pytest.mark.parametrize("words", [("pronoun",), ("talk",), ("too long",), ()])
def test_each_kind_of_trouble_is_put_in_a_sentence(explained, words):
    found = explained("not_understood", *words)
    assert found.status == "not_understood"
    assert found.body


def test_kinds_of_trouble_are_told_apart(explained):
    bodies = {
        explained("not_understood", *words).body
        for words in [("pronoun",), ("talk",), ("too long",), ("price",), ()]
    }
    assert len(bodies) == 5


def test_what_is_ignored_is_left_without_a_word(explained):
    found = explained("ignored")
    assert (found.status, found.body) == ("ignored", "")


@given(st.text(max_size=300), st.sampled_from(["unknown_subject", "not_understood"]))
def test_no_echo_pings_or_breaks_anything(world, text, status):
    """Only letters, digits, spaces and a few signs of somebody's words come back, and few."""
    calm = world.answer(Trouble(status=status, words=("x",))).body
    body = world.answer(Trouble(status=status, words=(text,))).body
    for sign in "@<>*_`~|#[]()/\\\n":
        assert body.count(sign) <= calm.count(sign)
    assert len(body) <= len(calm) + 60


@given(st.text(max_size=300))
def test_no_word_is_an_everyone(world, text):
    trouble = Trouble(status="unknown_subject", words=(f"@everyone {text} @here",))
    assert "@" not in world.answer(trouble).body
