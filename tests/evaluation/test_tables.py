import re

import pytest

from bot.knowledge.fields import FIELDS
from tests.evaluation.tables import TABLES, load_table

STATED_ONLY = {"check", "count", "total"}  # attributes of answers that are no field


@pytest.fixture(scope="module")
def conversations():
    return [conversation for name in TABLES for conversation in load_table(name)]


@pytest.fixture(scope="module")
def askings(conversations):
    return [asking for conversation in conversations for asking in conversation]


def test_no_id_is_used_twice(askings):
    ids = [asking.id for asking in askings]

    assert len(ids) == len(set(ids))


def test_every_expected_thing_is_on_record(askings, knowledge):
    named = {thing for asking in askings for fact in asking.facts for thing in fact.subjects}

    assert [thing for thing in named if thing not in knowledge] == []


def test_every_expected_attribute_can_be_stated(askings):
    named = {name for asking in askings for fact in asking.facts for name in fact.attributes}

    assert named - {field for _, field in FIELDS} - STATED_ONLY == set()


def test_every_pattern_can_be_read(askings):
    for asking in askings:
        for pattern in (*asking.says, *asking.never):
            re.compile(pattern)


def test_no_expectation_forbids_what_it_asks_for(askings):
    assert [asking.id for asking in askings if set(asking.says) & set(asking.never)] == []


def test_the_tables_are_as_large_as_they_should_be(conversations, askings):
    questions = [asking for asking in askings if not asking.ambient]

    assert len(questions) >= 500
    assert sum(not asking.may_answer for asking in questions) >= 150
    assert sum(len(conversation) > 1 for conversation in conversations) >= 60
    assert sum(bool(asking.typed) for asking in askings) >= 100
    assert sum(asking.status == {"ignored"} for asking in askings) >= 200
