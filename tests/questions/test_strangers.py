import pytest

from tests.evaluation import report, strangers


@pytest.fixture(scope="module")
def scores(brain, tell):
    found = strangers.run(brain)
    tell(report.one_line("what is not on record", found))
    return found


def test_what_is_not_on_record_is_never_answered_from_something_near(scores):
    answered = [score for score in scores if not score.verdict.expected]

    assert not answered, "\n".join(report.misses(answered))
