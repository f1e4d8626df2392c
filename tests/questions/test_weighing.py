"""Which of the things just talked about is most, and what they come to together."""

import pytest

DOCKED = "how long was ATV-1 docked?|and ATV-4?"
FOLDERS = "print run of the ATV-1 folder|and ATV-2?"
COMPARED = "compare the ATV-1 and ATV-2 folders"


def comes_to(answer):
    """What is told, however it was asked for."""
    facts = {(f.subject, f.attribute, str(f.value)) for f in answer.facts if f.role == "asked"}
    return answer.status, answer.subjects, facts


@pytest.mark.parametrize(
    ("turns", "first", "field"),
    [
        (f"{DOCKED}|which one stayed longest?", "atv-1", "docked_for"),
        (f"{DOCKED}|which stayed longer?", "atv-1", "docked_for"),
        (f"{DOCKED}|so which was the shortest?", "atv-4", "docked_for"),
        (f"{DOCKED}|which was launched first?", "atv-1", "launched"),
        ("ATV-4|ATV-5|which stayed longest?", "atv-5", "docked_for"),
        (
            "how long was ATV-5 docked?|when was it launched?|and ATV-1?|which stayed longest?",
            "atv-5",
            "docked_for",
        ),
        (f"{FOLDERS}|which is the smaller edition?", "atv-2-folder-la-marianne", "issued"),
        (f"{FOLDERS}|so which is rarest?", "atv-2-folder-la-marianne", "issued"),
        (f"{FOLDERS}|and ATV-5?|which one is the rarest?", "atv-5-folder-airbus", "issued"),
        (f"{COMPARED}|which is the rarer?", "atv-2-folder-la-marianne", "issued"),
        (f"{COMPARED}|which is the bigger one?", "atv-1-folder-la-marianne", "issued"),
        (f"{COMPARED}|and the ATV-5 one?|so which is rarest?", "atv-5-folder-airbus", "issued"),
        (
            "who made the ATV-1 folder?|and the ATV-2 folder?|which is rarer?",
            "atv-2-folder-la-marianne",
            "issued",
        ),
    ],
)
def test_the_first_of_those_talked_about_is_told(told, turns, first, field):
    answer = told(turns)
    assert answer.subjects == (first,)
    assert [f.attribute for f in answer.facts if f.role == "asked"] == [field]


def test_what_follows_is_asked_of_the_one_that_came_first(told):
    answer = told(f"{COMPARED}|so which is rarest?|who made it?")
    assert answer.subjects[0] == "atv-2-folder-la-marianne"
    answer = told("how long was ATV-1 docked?|and ATV-5?|which stayed longest?|where did it dock?")
    assert answer.subjects[0] == "atv-5"


@pytest.mark.parametrize(
    "turns",
    [
        "how long was ATV-1 docked?|which one stayed longest?",  # of one
        f"{DOCKED}|which did not stay longest?",
        f"{DOCKED}|which is the rarest?",  # flights have no print run
        f"{DOCKED}|which had the longest crew?",
        f"{FOLDERS}|which was the more beautiful?",
        f"{FOLDERS}|which is the most expensive?",
        f"{FOLDERS}|which was signed most?",
        f"{FOLDERS}|which stayed longest?",
        f"{COMPARED}|so which is rarest?|by how much?",  # than which other one
        "who signed the ATV-1 covers?|which ships were lost?|which is the rarest?",
    ],
)
def test_what_cannot_be_weighed_is_not_answered(told, turns):
    answer = told(turns)
    assert answer.status in {"not_understood", "not_recorded"}
    assert not [f for f in answer.facts if f.role == "asked"]


@pytest.mark.parametrize(
    ("turns", "same_as"),
    [
        ("list the ATV folders|how many altogether?", "how many ATV folders in total?"),
        ("list the ATV folders|what do they add up to?", "how many ATV folders in total?"),
        (f"{FOLDERS}|how many together?", "total print run of the ATV-1 and ATV-2 folders"),
        (
            "how many covers flew on ATV-1?|and on ATV-2?|how many together?",
            "how many covers flew on ATV-1 and ATV-2 in total?",
        ),
        ("all Dragon flights|how many altogether?", "how many Dragon flights?"),
    ],
)
def test_what_was_talked_about_is_added_up(told, turns, same_as):
    assert comes_to(told(turns)) == comes_to(told(same_as))


@pytest.mark.parametrize(
    "turns",
    [
        "who signed the ATV-1 covers?|and ATV-2?|how many altogether?",  # covers or signers
        "when was HTV-2 launched?|how many altogether?",
        "list the ATV folders|how many altogether came back?",
        "what is a cachet?|total?",
    ],
)
def test_what_has_no_sum_is_not_added_up(told, turns):
    answer = told(turns)
    assert answer.query is None or answer.query.want != "total"
    assert answer.status != "answered"


@pytest.mark.parametrize(
    ("turns", "subject"),
    [
        ("when was M-27M launched?|which Progress came next?", "progress-m-28m"),
        ("when was M-27M launched?|which one came after it?", "progress-m-28m"),
        ("when was M-27M launched?|what was the previous Progress?", "progress-m-26m"),
        ("which Progress was lost in 2016?|and the next one?", "progress-ms-05"),
        ("which Progress was lost in 2016?|and the one before it?", "progress-ms-03"),
    ],
)
def test_the_ship_beside_the_last_one_is_meant(told, turns, subject):
    assert told(turns).subjects == (subject,)


@pytest.mark.parametrize(
    ("turns", "fields"),
    [
        (
            "La Marianne covers|how did the ATV-2 ones come back?",
            {"about", "by_party"},
        ),
        ("La Marianne covers|who signed the ATV-2 ones?", {"about", "by_party"}),
        (
            "La Marianne covers|only the flown ones|how did the ATV-2 ones come back?",
            {"about", "by_party", "flew"},
        ),
    ],
)
def test_the_ones_of_a_flight_are_those_of_the_list(told, turns, fields):
    assert {condition.field for condition in told(turns).query.where} == fields
