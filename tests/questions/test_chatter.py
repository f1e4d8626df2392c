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


@pytest.mark.parametrize(
    "text",
    [
        "who needs CRS-7 covers anyway",
        "would be nice to see where Kourou covers end up",
        "who would have thought that CRS-7 covers exist",
        "where did you find that Dragon cover?",
        "how many ATV-2 covers do you have?",
        "I know who signed the CRS-7 cover",
        "is your ATV-1 folder signed?",
    ],
)
def test_people_who_talk_to_one_another_ask_the_bot_nothing(brain, text):
    assert brain.ask(text, ambient=True).answer.status == "ignored"


@pytest.mark.parametrize(
    "text",
    [
        "would be nice to know who signed the CRS-7 cover",
        "do you know when ATV-5 was launched?",
        "how many ATV-2 covers were flown, do you have that?",
    ],
)
def test_a_clear_question_among_people_is_answered(brain, text):
    assert brain.ask(text, ambient=True).answer.status == "answered"
