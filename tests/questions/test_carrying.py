"""Flights by the covers that they have: of a maker, of a form."""

import pytest


@pytest.mark.parametrize(
    ("question", "flights"),
    [
        ("which ATV flights have Erno cards?", {"atv-1", "atv-2"}),
        ("how many ATV flights have La Marianne folders?", {"atv-1", "atv-2"}),
        ("which HTV flights have Watanabe covers?", {"htv-1", "htv-2", "htv-3"}),
        (
            "which Progress flights carried letters?",
            {"progress-m1-7", "progress-m1-10", "progress-m-48"},
        ),
        ("which ATV flights have folders?", {"atv-1", "atv-2", "atv-5"}),
    ],
)
def test_maker_and_form_are_those_of_the_covers(told, question, flights):
    assert set(told(question).subjects) == flights


def test_an_operator_stays_one(told):
    assert "sts-126" in told("which flights did NASA operate?").subjects
