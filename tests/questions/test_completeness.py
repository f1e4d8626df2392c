import pytest

from bot.knowledge.fields import FIELDS
from tests.evaluation import report
from tests.evaluation.completeness import Completeness, load_templates
from tests.evaluation.scoring import Verdict

SAMPLE = 2000
SEED = 20170601
MOST_WRONG_FACTS = 0


@pytest.fixture(scope="module")
def scores(brain, tell):
    completeness = Completeness(brain)
    found = completeness.run(completeness.sample(SAMPLE, SEED))
    tell(report.one_line(f"every field of every thing (seed {SEED})", found))
    return found


def test_every_field_can_be_asked_in_words_of_our_own():
    asked = {(template.kind, template.field) for template in load_templates()}

    assert asked == set(FIELDS)


def test_no_field_is_told_of_another_thing(scores):
    wrong = [score for score in scores if score.verdict == Verdict.WRONG_FACT]

    assert len(wrong) <= MOST_WRONG_FACTS, "\n".join(report.misses(wrong))


def test_no_question_on_a_field_raises(scores):
    raised = [score for score in scores if score.verdict == Verdict.RAISED]

    assert not raised, "\n".join(report.misses(raised))
