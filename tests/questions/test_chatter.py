import pytest

from tests.evaluation import report
from tests.evaluation.scoring import Verdict

LEAST_ASKINGS_ANSWERED = 0.9
MOST_TALK_HEARD = 0


@pytest.fixture
def talk(scored):
    return [score for score in scored("chatter") if not score.asking.may_answer]


@pytest.fixture
def askings(scored):
    return [score for score in scored("chatter") if score.asking.may_answer]


def test_talk_gets_no_answer(talk):
    answered = [score for score in talk if score.answer.status == "answered"]

    assert not answered, "\n".join(report.misses(answered))


def test_talk_is_left_alone(talk):
    answered = [score for score in talk if score.answer.status != "ignored"]

    assert len(answered) <= MOST_TALK_HEARD, "\n".join(report.misses(answered))


def test_what_is_asked_in_passing_is_answered(askings):
    answered = [score for score in askings if score.answer.status == "answered"]

    assert len(answered) >= LEAST_ASKINGS_ANSWERED * len(askings), "\n".join(report.misses(askings))


def test_no_asking_in_passing_gets_a_wrong_fact(askings):
    wrong = [score for score in askings if score.verdict in {Verdict.WRONG_FACT, Verdict.RAISED}]

    assert not wrong, "\n".join(report.misses(wrong))
