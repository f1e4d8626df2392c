import pytest

from bot.answers.answer import Answer, StatedFact
from tests.evaluation.robustness import Mutant, Outcome, mutants, outcome
from tests.evaluation.scoring import Score, Verdict
from tests.evaluation.tables import Asking


def made_from(question, known=frozenset()):
    asking = Asking("q", question, frozenset({"answered"}))
    answer = Answer(status="answered", body="Yes.")
    return mutants([Score(asking, answer, Verdict.RIGHT)], known)


def slips(question, known=frozenset()):
    return [mutant.question for mutant in made_from(question, known) if mutant.change == "slip"]


def told(status, *values):
    facts = tuple(StatedFact(subject="atv-2", attribute="port", value=value) for value in values)
    return Answer(status=status, body="", facts=facts)


def test_a_slip_changes_one_longer_word():
    found = slips("who signed it")

    assert found
    assert all(slip.startswith("who ") and slip.endswith(" it") for slip in found)
    assert "who signed it" not in found


@pytest.mark.parametrize(
    "question",
    ["who did it", "Progress M-27M", "progress 59", "Expedition 26", "ATV-2", "never without"],
)
def test_short_words_designators_and_negations_are_left_alone(question):
    assert slips(question) == []


def test_a_slip_that_gives_another_word_is_no_slip():
    every = slips("signed")

    assert slips("signed", known=frozenset(every[:1])) == every[1:]


def test_answers_that_were_not_as_expected_have_no_mutants():
    asking = Asking("q", "who signed it", frozenset({"answered"}))
    wrong = Score(asking, Answer(status="answered", body=""), Verdict.WRONG)

    assert mutants([wrong], frozenset()) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (told("answered", "a"), told("answered", "a"), Outcome.SAME),
        (told("answered", "a"), told("not_understood"), Outcome.ABSTAINED),
        (told("answered", "a"), told("ambiguous"), Outcome.ASKED_BACK),
        (told("answered", "a"), told("answered", "b"), Outcome.DIFFERENT),
        (told("answered", "a", "b"), told("answered", "a"), Outcome.LESS),
        (told("answered", "a"), told("answered", "a", "b"), Outcome.DIFFERENT),
        (told("not_recorded"), told("answered", "a"), Outcome.DIFFERENT),
        (told("not_recorded"), told("not_recorded"), Outcome.SAME),
        (told("not_recorded"), told("not_understood"), Outcome.ABSTAINED),
    ],
)
def test_what_became_of_a_question(before, after, expected):
    assert outcome(before, after) == expected


def test_politeness_keeps_every_word():
    polite = [m for m in made_from("who signed it?") if isinstance(m, Mutant)]

    assert all("who signed it" in m.question for m in polite if m.change == "politeness")
