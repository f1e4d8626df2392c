from tests.evaluation import report
from tests.evaluation.scoring import Verdict

MOST_WRONG_FACTS = 0
LEAST_AS_EXPECTED = 0.97


def test_no_question_of_a_collector_gets_a_wrong_fact(scored):
    wrong = [score for score in scored("collectors") if score.verdict == Verdict.WRONG_FACT]

    assert len(wrong) <= MOST_WRONG_FACTS, "\n".join(report.misses(wrong))


def test_no_question_of_a_collector_raises(scored):
    raised = [score for score in scored("collectors") if score.verdict == Verdict.RAISED]

    assert not raised, "\n".join(report.misses(raised))


def test_most_questions_of_collectors_are_answered_as_expected(scored):
    assert report.rate(scored("collectors")) >= LEAST_AS_EXPECTED
