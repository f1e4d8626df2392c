from tests.evaluation import report
from tests.evaluation.scoring import Verdict


def test_what_was_once_answered_falsely_is_not_so_again(scored):
    wrong = [score for score in scored("traps") if score.verdict == Verdict.WRONG_FACT]

    assert not wrong, "\n".join(report.misses(wrong))
