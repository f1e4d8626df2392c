import pytest

from tests.evaluation import contrasts

MOST_UNHEARD = 0


@pytest.fixture(scope="module")
def pairs(brain, tell):
    found = contrasts.run(brain)
    tell(contrasts.one_line(found))
    return found


def test_a_small_word_that_turns_a_question_round_is_heard(pairs):
    unheard = [pair for pair in pairs if pair.unheard]

    assert len(unheard) <= MOST_UNHEARD, "\n".join(contrasts.misses(unheard))
