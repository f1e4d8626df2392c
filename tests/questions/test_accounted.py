"""Names and days that a reading lost."""

import pytest

from bot.knowledge.values import Day
from bot.questions.accounted import unaccounted
from bot.questions.query import Condition, Query, Trouble


def lost(brain, text, *where, want="value", fields=("launched",)):
    reading = Query(want=want, kind="mission", fields=fields, where=where)
    return unaccounted(reading, brain.reader.sketch(text).mentions, brain.knowledge)


ATV_2 = Condition(field="self", things=("atv-2",))
IN_2012 = Condition(field="launched", day=Day.model_validate("2012"))


@pytest.mark.parametrize(
    ("text", "where", "word"),
    [
        ("ATV-2 launch", (ATV_2,), ""),
        ("ATV-2 launch", (), "atv-2"),
        ("ATV-2 and Nespoli", (ATV_2,), "nespoli"),
        ("ATV-2 in 2012", (ATV_2,), "2012"),
        ("ATV-2 in 2012", (ATV_2, IN_2012), ""),
        ("Progress in 2012", (IN_2012,), ""),  # a line may go without
        (
            "after ATV-2",
            (Condition(field="launched", op=">", query=Query(want="value", where=(ATV_2,))),),
            "",
        ),
    ],
)
def test_a_name_or_a_day_must_stand_in_a_condition(brain, text, where, word):
    assert lost(brain, text, *where) == word


def test_sides_of_a_comparison_and_claims_count(brain):
    sides = ((ATV_2,), (Condition(field="self", things=("atv-3",)),))
    mentions = brain.reader.sketch("ATV-2 or ATV-3").mentions

    assert unaccounted(Query(want="compare", groups=sides), mentions, brain.knowledge) == ""
    assert unaccounted(Query(want="check", claim=sides[0]), mentions, brain.knowledge) == "atv-3"


def test_a_term_and_trouble_need_no_conditions(brain):
    assert lost(brain, "ATV-2", want="define") == ""
    trouble = Trouble(status="not_understood")
    assert unaccounted(trouble, brain.reader.sketch("ATV-2").mentions, brain.knowledge) == ""


@pytest.mark.parametrize(
    "text",
    [
        "who was aboard with Padalka in 2012",
        "who was with Kononenko on Expedition 30",
        "was any dragon at the station on 1 june 2016",
    ],
)
def test_what_was_answered_before_without_its_name_or_day_is_no_longer(brain, text):
    assert brain.ask(text).answer.status != "answered"
