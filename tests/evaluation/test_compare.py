import pytest

from tests.evaluation import compare
from tests.evaluation.rivals import FullText, Fuzzy, sentences


@pytest.fixture(scope="module")
def known(knowledge):
    return sentences(knowledge)


def test_every_fact_of_a_cover_becomes_a_sentence(known):
    texts = [sentence.text for sentence in known]

    assert "ATV-2: La Marianne folder: print run: 600" in texts


@pytest.mark.parametrize("rival", [Fuzzy, FullText])
def test_a_rival_finds_the_sentence_that_says_what_is_asked(rival, known):
    few = [sentence.text for sentence in known if "folder: print run" in sentence.text]

    place, _ = rival(few).find("ATV-5 Airbus folder print run")

    assert few[place].startswith("ATV-5: Airbus folder")


def test_every_question_that_stands_alone_is_compared():
    assert len(compare._askings()) > 900
