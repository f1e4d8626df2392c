"""The year with the most flights or losses; and what comes near to asking that."""

import pytest


@pytest.mark.parametrize(
    ("question", "years", "number"),
    [
        ("which year had the most cargo launches", ["2014", "2015"], 10),
        ("in which year were the most ships lost", ["2015"], 2),
        ("which year had the most losses", ["2015"], 2),
        ("what year saw the most Progress launches", ["2001", "2009", "2010", "2011", "2015"], 5),
    ],
)
def test_the_year_with_the_most_and_all_ties(brain, question, years, number):
    answer = brain.ask(question).answer
    first = answer.body.splitlines()[0]
    assert [word for word in years if word in first] == years
    assert {fact.value["min"] for fact in answer.facts if fact.attribute == "count"} == {number}
    assert len(answer.subjects) == number * len(years)


@pytest.mark.parametrize(
    "question",
    [
        "which year had the fewest launches",
        "which year had the second most launches",
        "which year did not have the most launches",
        "which year had the most covers",
        "which year had the most launches from Kourou",
        "which year had the most launches since 2015",
        "which year had the most visits by Padalka",
    ],
)
def test_other_questions_on_years_are_not_answered_so(brain, question):
    query = brain.ask(question).answer.query
    assert query is None or query.want not in {"compare", "rank"}


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("oldest flown cover", "mir-kniga-cover-1987"),
        ("earliest flown cover", "mir-kniga-cover-1987"),
        ("oldest flown ATV cover", "atv-1-flown-la-marianne"),
    ],
)
def test_the_first_cover_that_flew(brain, question, first):
    assert brain.ask(question).answer.subjects[0] == first


@pytest.mark.parametrize("question", ["latest flown cover", "oldest cover", "the newest cover"])
def test_of_the_latest_too_little_is_recorded(brain, question):
    assert brain.ask(question).answer.query is None
