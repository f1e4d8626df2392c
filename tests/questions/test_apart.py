import pytest

from bot.questions.query import Query

JOINED = [
    ("were the ATV-1 covers postmarked at KSC and Bremen", ["ksc", "bremen"]),
    ("did Erno and Thales make cards", ["erno-philatelie", "thales-alenia-space"]),
    ("did ATV-2 and ATV-3 carry cards", ["atv-2", "atv-3"]),
    ("did Dragon and Cygnus bring covers down", ["dragon", "cygnus"]),
    ("was the Kniga cover postmarked at both Baikonur and Arkalyk", ["baikonur", "arkalyk"]),
]


def sides(reading):
    """The one thing by which each of the queries differs from the others."""
    queries = (reading, *reading.then)
    told = [{t for c in (*q.where, *q.claim) for t in c.things} for q in queries]
    shared = set.intersection(*told)
    return [(things - shared).pop() for things in told]


@pytest.mark.parametrize(("question", "things"), JOINED)
def test_each_of_several_is_asked_by_itself(read, question, things):
    reading = read(question)

    assert isinstance(reading, Query)
    assert sides(reading) == things


def test_each_gets_its_own_answer(told):
    body = told("was the Kniga cover postmarked at Baikonur and Houston").body

    assert body.startswith("Yes: Kniga cover flown on Mir: postmarked at Baikonur")
    assert "\nNo: Kniga cover flown on Mir" in body


def test_two_days_are_two_postmarks(told):
    body = told("was the Energia cover postmarked on 25 May and 31 May 2012").body

    assert body.count("Yes: ") == len("ab")


@pytest.mark.parametrize(
    "question",
    [
        "did ATV-1 or ATV-2 carry cards",  # one will do
        "did Padalka and Revin sign the Energia cover",  # both on one piece
        "were CRS-7 and CRS-8 lost",  # told one by one anyway
        "covers postmarked at Baikonur and Arkalyk",  # no yes or no
    ],
)
def test_other_questions_stay_whole(read, question):
    assert not getattr(read(question), "then", ())
