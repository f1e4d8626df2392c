"""What every answer keeps to, whatever was asked: looked at over all questions of the tables."""

import re
from itertools import chain

import pytest

from bot.knowledge.facts import EVERYTHING
from tests.evaluation.tables import STATUSES, TABLES

MOST_CHARACTERS = 400  # of an answer that states one asked value
MOST_CITATIONS = 8  # a long list names no more sources
DAY = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?Z)?)?)?")
OUR_FILES = re.compile(r"\.yaml|knowledge/|bot/|\{\}|None\b(?!( of| recorded))|\b(nan|inf)\b")


@pytest.fixture(scope="module")
def answers(scored):
    scores = chain.from_iterable(scored(name) for name in TABLES)
    return [(score.asking, score.answer) for score in scores]


@pytest.fixture(scope="module")
def facts(answers):
    return [(asking.id, fact) for asking, answer in answers for fact in answer.facts]


def test_every_status_is_one_of_the_contract(answers):
    assert {answer.status for _, answer in answers} <= STATUSES


def test_every_fact_is_about_something_on_record(facts, knowledge):
    strange = [(where, fact.subject) for where, fact in facts if fact.subject not in knowledge]

    assert [item for item in strange if item[1] != EVERYTHING] == []


def test_every_fact_has_a_source_that_is_on_record(facts, knowledge):
    unsourced = [(where, fact.subject, fact.attribute) for where, fact in facts if not fact.source]
    unknown = {source for _, fact in facts for source in fact.source if source not in knowledge}

    assert unsourced == []
    assert unknown == set()


def test_every_asked_fact_shows_a_source(answers):
    unshown = [
        (asking.id, fact.subject, fact.attribute)
        for asking, answer in answers
        for fact in answer.facts
        if fact.role == "asked"
        and len(answer.citations) < MOST_CITATIONS
        and not {citation.id for citation in answer.citations} & set(fact.source)
    ]

    assert unshown == []


def test_every_count_says_what_kind_of_figure_it_is(facts):
    counts = [fact.value for _, fact in facts if isinstance(fact.value, dict)]

    assert all(value.keys() >= {"min", "max", "bound"} for value in counts)


def test_every_day_is_an_iso_day(facts):
    days = [
        (where, value)
        for where, fact in facts
        if fact.attribute in {"launched", "arrived", "departed", "ended", "strike_day"}
        for value in (fact.value if isinstance(fact.value, list) else [fact.value])
    ]

    assert [item for item in days if not DAY.fullmatch(str(item[1]))] == []


def test_an_answer_says_something_and_talk_gets_nothing(answers):
    for asking, answer in answers:
        assert bool(answer.text) == (answer.status != "ignored"), asking.id


def test_a_question_back_offers_whole_questions(answers):
    for asking, answer in answers:
        if answer.status == "ambiguous":
            assert len(answer.choices) > 1, asking.id
            assert all(choice.label and choice.question for choice in answer.choices), asking.id


def test_an_answer_on_one_value_is_short(answers):
    long = [
        (asking.id, len(answer.body))
        for asking, answer in answers
        if answer.query is not None
        and answer.query.want == "value"
        and [type(f.value) for f in answer.facts if f.role == "asked"] in ([str], [dict])
        and len(answer.body) > MOST_CHARACTERS
    ]

    assert long == []


def test_no_text_shows_what_is_inside(answers):
    shown = [(asking.id, OUR_FILES.search(answer.body)) for asking, answer in answers]

    assert [(where, match.group()) for where, match in shown if match] == []


def test_no_text_shows_an_id_in_place_of_a_name(answers, knowledge):
    ids = {record.id for record in knowledge if "-" in record.id and record.id != record.name}
    lower = {thing for thing in ids if not any(thing in name for name in names(knowledge))}

    shown = [
        (asking.id, word)
        for asking, answer in answers
        for word in re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", answer.body)
        if word in lower and word not in asking.question  # an offer repeats the question
    ]
    assert shown == []


def names(knowledge):
    for record in knowledge:
        yield record.name
        yield from record.names
