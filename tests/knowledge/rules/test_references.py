"""Ids lead to a record of a fitting kind; the message points at the entry that names them."""

import pytest
from pydantic import BaseModel

from bot.knowledge import records
from bot.knowledge.rules.references import REFERENCES

ATV_1 = "atv-1: {name: ATV-1, programme: atv, source: club}\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "a:\n  name: A\n  kind: cover\n  source: club\n  issuer: la-mariane\n",
            "5: a: issuer names 'la-mariane', which is not recorded: did you mean 'la-marianne'?",
        ),
        (
            "a:\n  name: A\n  kind: cover\n  source: club\n  up: atv-2\n",
            "5: a: up names 'atv-2', which is not recorded: add that mission, or correct the id",
        ),
        (
            "a:\n  name: A\n  kind: cover\n  source: club\n  up: atv\n",
            "5: a: up names 'atv', a programme; expected a mission",
        ),
        (
            "a:\n  name: A\n  kind: cover\n  source: clubb\n",
            "4: a: source names 'clubb', which is not recorded: did you mean 'club'?",
        ),
        (
            (
                "a:\n  name: A\n  kind: cover\n  source: club\n  up:\n"
                "    - value: atv-1\n      source: forum\n"
            ),
            "7: a: source names 'forum', which is not recorded: add that source, or correct the id",
        ),
        (
            (
                "a:\n  name: A\n  kind: cover\n  source: club\n  lots:\n    - id: x\n"
                "      within: a\n      signed:\n        - crew: expedition-26\n"
            ),
            (
                "9: a: crew names 'expedition-26', which is not recorded: "
                "add that expedition, or correct the id"
            ),
        ),
        (
            (
                "a:\n  name: A\n  kind: consignment\n  source: club\n  legs:\n"
                "    - stage: stored\n      in: leonardo\n"
            ),
            (
                "7: a: in names 'leonardo', which is not recorded: "
                "add that mission or module or term, or correct the id"
            ),
        ),
    ],
)
def test_a_wrong_id_is_told_at_the_line_of_its_entry(shelf, text, problem):
    shelf.write("missions/atv", ATV_1)
    shelf.write("parties", "la-marianne: {name: La Marianne, roles: club, source: club}\n")
    shelf.write("covers/slips", text)
    assert shelf.problems() == [f"knowledge/covers/slips.yaml:{problem}"]


def test_another_number_is_never_taken_for_a_slip(shelf):
    shelf.write("missions/atv", ATV_1)
    shelf.write("covers/slips", "a: {name: A, kind: cover, source: club, up: [atv-6, atv1]}\n")
    six, one = shelf.problems()
    assert "did you mean" not in six
    assert one.endswith("did you mean 'atv-1'?")


def test_every_field_of_the_table_exists():
    for model, fields in REFERENCES.items():
        assert issubclass(model, BaseModel)
        assert fields.keys() <= model.model_fields.keys(), model.__name__
        kinds = {record.kind_name for record in records.RECORD_TYPES.values()}
        assert set().union(*fields.values()) <= kinds, model.__name__
