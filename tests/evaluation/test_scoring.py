import pytest

from bot.answers.answer import Answer, StatedFact
from tests.evaluation.scoring import Verdict, judge
from tests.evaluation.tables import Asking, ExpectedFact
from tests.evaluation.values import may_be_value, same_value

EXACTLY_153 = {"min": 153.0, "max": 153.0, "bound": "exact"}


def asking(*status, facts=(), **keys):
    return Asking("q", "how many?", frozenset(status), facts=tuple(facts), **keys)


def fact(value, subject="atv-2-mail", attribute="marked", role="asked"):
    return StatedFact(subject=subject, attribute=attribute, value=value, role=role)


def expected(value, subjects=("atv-2-mail",), attributes=("marked",)):
    return ExpectedFact(frozenset(subjects), frozenset(attributes), value)


def answered(*facts, body="153 were marked."):
    return Answer(status="answered", body=body, facts=facts)


@pytest.mark.parametrize(
    ("wanted", "stated"),
    [
        (None, "anything"),
        (153, EXACTLY_153),
        ({"min": 300, "max": 400}, {"min": 300, "max": 400, "bound": "range"}),
        ({"bound": "fewer_than"}, {"min": None, "max": 10, "bound": "fewer_than"}),
        ("2012-05-25", "2012-05-25"),
        ("2012-05-25", "2012-05-25T16:02Z"),
        ("2012", "2012-05-25"),
        ("2018-09-27", ["2018-09-27T14:09Z", "2018-09-27T18:08Z"]),
        (["volkov", "kononenko"], ["kononenko", "volkov"]),
        (["2012-05-25", "2012-05-31"], ["2012-05-31", "2012-05-25T16:02Z"]),
        (["volkov"], "volkov"),
        ("Jules Verne", "jules verne"),
    ],
)
def test_values_that_are_the_same(wanted, stated):
    assert same_value(wanted, stated)


@pytest.mark.parametrize(
    ("wanted", "stated"),
    [
        (153, {"min": 153, "max": 153, "bound": "about"}),
        (153, {"min": 15, "max": 15, "bound": "exact"}),
        ({"min": 300, "max": 400}, {"min": 300, "max": 300, "bound": "exact"}),
        ("2012-05-25", "2012-05"),
        ("2012-05-25", ["2012-05-25", "2012-05-31"]),
        (["volkov"], ["volkov", "kononenko"]),
        (["volkov", "kononenko"], "volkov"),
        ("crs-1", "crs-10"),
        ("yes", "no"),
    ],
)
def test_values_that_differ(wanted, stated):
    assert not same_value(wanted, stated)


def test_one_of_two_stated_days_is_no_contradiction():
    assert may_be_value("2012-05-25", ["2012-05-25", "2012-05-31"])


def test_the_expected_fact_makes_an_answer_right():
    score = judge(asking("answered", facts=[expected(153)]), answered(fact(EXACTLY_153)))

    assert score.verdict == Verdict.RIGHT


def test_a_fact_that_is_only_context_does_not_count():
    told = answered(fact(EXACTLY_153, role="context"))

    assert judge(asking("answered", facts=[expected(153)]), told).verdict == Verdict.WRONG


def test_another_value_of_the_same_fact_is_a_wrong_fact():
    told = answered(fact({"min": 25, "max": 25, "bound": "exact"}))

    assert judge(asking("answered", facts=[expected(153)]), told).verdict == Verdict.WRONG_FACT


def test_a_fact_about_another_thing_is_wrong_and_no_wrong_fact():
    told = answered(fact(EXACTLY_153, subject="atv-1-mail"))

    assert judge(asking("answered", facts=[expected(153)]), told).verdict == Verdict.WRONG


def test_no_for_yes_is_a_wrong_fact_whatever_it_is_about():
    told = answered(fact("no", subject="crs-7-roth", attribute="check"))
    wanted = expected("yes", subjects=(), attributes=("check",))

    assert judge(asking("answered", facts=[wanted]), told).verdict == Verdict.WRONG_FACT


def test_an_answer_where_only_silence_is_right_is_a_wrong_fact():
    score = judge(asking("not_recorded", "unknown_subject"), answered())

    assert score.verdict == Verdict.WRONG_FACT


@pytest.mark.parametrize("status", ["answered", "not_recorded"])
def test_what_must_never_be_said_is_a_wrong_fact_in_any_status(status):
    told = Answer(status=status, body="Dragon brought them home.")

    score = judge(asking("answered", "not_recorded", never=("dragon",)), told)

    assert score.verdict == Verdict.WRONG_FACT


def test_a_text_without_what_it_should_say_is_wrong():
    assert judge(asking("answered", says=("Houston",)), answered()).verdict == Verdict.WRONG


def test_what_it_should_say_does_not_bind_an_abstention():
    told = Answer(status="not_recorded", body="No place is recorded.")

    score = judge(asking("answered", "not_recorded", says=("Houston",)), told)

    assert score.verdict == Verdict.ABSTAINED


@pytest.mark.parametrize(
    ("wanted", "got", "verdict"),
    [
        (["not_recorded"], "not_recorded", Verdict.ABSTAINED),
        (["not_recorded"], "unknown_subject", Verdict.WRONG),
        (["answered"], "not_understood", Verdict.WRONGLY_ABSTAINED),
        (["answered", "ambiguous"], "ambiguous", Verdict.ASKED_BACK),
        (["answered"], "ambiguous", Verdict.NEEDLESSLY_ASKED),
        (["ignored"], "not_understood", Verdict.WRONG),
    ],
)
def test_every_silence_has_its_verdict(wanted, got, verdict):
    assert judge(asking(*wanted), Answer(status=got, body="")).verdict == verdict


def test_only_what_was_asked_may_be_told_where_the_table_says_only():
    told = answered(fact(EXACTLY_153), fact("iss-octagon", attribute="marks"))

    score = judge(asking("answered", facts=[expected(153)], only=True), told)

    assert score.verdict == Verdict.WRONG
