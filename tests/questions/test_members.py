"""The tables that were written when all else was done, in the free wording of a club server."""

import pytest

from tests.evaluation import report
from tests.evaluation.scoring import Verdict

TABLES = ("members", "newcomers", "guests", "recorded", "dialogues", "askers", "heldout")


@pytest.mark.parametrize("table", TABLES)
def test_no_question_of_a_member_gets_a_wrong_fact(scored, table):
    wrong = [score for score in scored(table) if score.verdict == Verdict.WRONG_FACT]

    assert not wrong, "\n".join(report.misses(wrong))


@pytest.mark.parametrize("table", TABLES)
def test_no_question_of_a_member_raises(scored, table):
    raised = [score for score in scored(table) if score.verdict == Verdict.RAISED]

    assert not raised, "\n".join(report.misses(raised))
