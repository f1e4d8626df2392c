from tests.evaluation import report
from tests.evaluation.scoring import Verdict

NEVER = {Verdict.WRONG_FACT, Verdict.RAISED}


def test_no_answer_on_the_article_states_a_wrong_fact(scored):
    wrong = [score for score in scored("article") if score.verdict in NEVER]

    assert not wrong, "\n".join(report.misses(wrong))


def test_nearly_all_questions_on_the_article_are_answered_as_expected(scored):
    scores = scored("article")

    assert report.rate(scores) >= 0.95, "\n".join(report.misses(scores))
