"""How many covers are in a folder: asked for, or the number by which folders are picked."""

import pytest

THREE = {"atv-2-folder-la-marianne"}
FOUR = {"atv-1-folder-la-marianne", "proxima-folder"}
SIX = {"atv-5-folder-airbus"}


@pytest.mark.parametrize(
    ("question", "folders"),
    [
        ("Which folder has exactly 4 covers?", FOUR),
        ("which folders contain 3 covers", THREE),
        ("which folder holds six covers?", SIX),
        ("folders with four covers", FOUR),
        ("folders with fewer than 4 covers inside", THREE),
        ("Which of the folders on record have more than 3 covers inside?", FOUR | SIX),
    ],
)
def test_folders_by_the_number_of_covers_inside(brain, question, folders):
    assert set(brain.ask(question).answer.subjects) == folders


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("how many covers has the folder of Kepler", 3),
        ("how many covers does the Kepler folder have?", 3),
        ("how many covers are inside the ATV-1 folder?", 4),
    ],
)
def test_covers_of_one_folder(brain, question, number):
    facts = brain.ask(question).answer.facts
    found = {(f.attribute, f.value["min"]) for f in facts if f.role == "asked"}
    assert found == {("covers_inside", number)}


@pytest.mark.parametrize(
    "question",
    [
        "which folder does not have 4 covers?",
        "how many folders have covers?",
        "which folder has 600 pieces?",
        "how many covers have a folder of ATV-2 cards?",
        "does the ATV-2 folder have 4 covers inside?",
    ],
)
def test_near_by_askings_are_not_about_folders_of_so_many(brain, question):
    query = brain.ask(question).answer.query
    assert query is None or not any(c.field == "covers_inside" for c in query.where)


def test_what_was_carried_in_total_is_a_sum_and_no_bag(brain):
    answer = brain.ask("how many pieces of mail has ATV carried in total?").answer
    assert answer.query.fields == ("flown",)
    assert "Transfer Bag" not in answer.body
