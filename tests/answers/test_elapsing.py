"""How much time lies between two events: both days, their sources and the difference."""

import pytest

from bot.answers.respond import Responder
from bot.questions.query import Condition, Query


@pytest.fixture
def respond(knowledge):
    return Responder(knowledge).respond


def between(first, last, *fields):
    sides = tuple((Condition(field="self", things=(thing,)),) for thing in (first, last))
    return Query(want="elapsed", kind="mission", fields=fields, groups=sides)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        (between("atv-2", "htv-2", "arrived", "launched"), "33 days and 10 hours"),
        (between("htv-2", "atv-2", "launched", "arrived"), "33 days and 10 hours"),
        (between("atv-1", "atv-1", "launched", "arrived"), "25 days and 10 hours"),
        (between("progress-ms-29", "crs-32", "ended", "ended"), "37 days"),  # a day without time
    ],
)
def test_the_time_between_does_not_depend_on_the_order(respond, query, says):
    answer = respond(query)
    assert answer.status == "answered"
    assert f"Between them: {says}." in answer.body
    assert {fact.role for fact in answer.facts} == {"asked"}
    assert all(fact.source for fact in answer.facts)


def test_an_event_that_is_not_on_record_leaves_no_difference(respond):
    answer = respond(between("atv-1", "crs-34", "launched", "ended"))
    assert "No end is recorded for CRS-34." in answer.body
    assert "Between them" not in answer.body


def test_nothing_is_answered_where_neither_event_is_on_record(respond):
    answer = respond(between("crs-34", "progress-ms-34", "ended", "departed"))
    assert (answer.status, answer.facts) == ("not_recorded", ())
