"""Stats count what is known of what can be known, over the whole field table."""

import io

import pytest
from rich.console import Console

from bot.knowledge.expected import _COVER_FIELDS, _MISSION_FIELDS
from bot.knowledge.fields import fields_of
from bot.knowledge.load import load_knowledge, shipped_knowledge
from bot.knowledge.stats import StatsRow, render, stats_table, unconfirmed_flights

PROGRAMMES = """\
atv:
  name: ATV
  source: club
  unconfirmed: {name: ATV-6, why: only a model of it was seen}
dragon: {name: Dragon, source: club, returns_cargo: true}
"""
MISSIONS = """\
atv-1:
  name: ATV-1
  programme: atv
  source: club
  launch: {at: 2008-03-09, vehicle: Ariane 5 ES}
  stays: {how: docked, at: 2008-04-03, until: 2008-09-05}
  outcome: success
atv-2: {name: ATV-2, programme: atv, source: club, launch: {at: 2011-02-16}, outcome: success}
atv-3:
  name: ATV-3
  programme: atv
  source: club
  launch: {at: 2015-04-28}
  outcome: lost
  reason: the third stage failed
atv-4: {name: ATV-4, programme: atv, source: club, launch: {at: 2015-05-28}, outcome: success}
"""
COVERS = """\
a: {name: A, kind: cover, source: club, commemorates: atv-1, quantities: {of: flown, count: 3}}
b: {name: B, kind: folder, source: club, commemorates: atv-2, covers_inside: 3}
c: {name: C, kind: specimen, source: club, commemorates: atv}
mail: {name: Mail, kind: consignment, source: club, up: atv-1}
"""


@pytest.fixture
def knowledge(shelf):
    shelf.write("programmes", PROGRAMMES)
    shelf.write("missions/atv", MISSIONS)
    shelf.write("covers/atv", COVERS)
    return shelf.load()


@pytest.fixture
def rows(knowledge):
    return {(row.programme, row.kind, row.field): row for row in stats_table(knowledge)}


@pytest.mark.parametrize(
    ("kind", "field", "known", "missing"),
    [
        ("mission", "launched", 4, ()),
        ("mission", "vehicle", 1, ("atv-2", "atv-3", "atv-4")),
        ("mission", "arrived", 1, ("atv-2", "atv-4")),  # a lost ship never arrives
        ("mission", "departed", 1, ("atv-2",)),  # the latest may still be up there
        ("mission", "ended", 0, ("atv-1", "atv-2")),
        ("mission", "reason", 1, ()),
        ("cover", "flown", 1, ("b",)),  # a specimen is not counted
        ("cover", "covers_inside", 1, ()),
        ("cover", "commemorates", 3, ()),  # a consignment is no item
    ],
)
def test_a_row_counts_those_that_can_have_the_field(rows, kind, field, known, missing):
    row = rows["atv", kind, field]
    assert row == StatsRow("atv", kind, field, known, known + len(missing), missing)


def test_a_field_that_nothing_can_have_has_no_row(rows):
    assert ("atv", "mission", "cargo_down") not in rows
    assert ("atv", "mission", "nasa_number") not in rows
    assert ("atv", "mission", "ship_name") not in rows


def test_a_programme_without_flights_has_no_rows(rows):
    assert "dragon" not in {programme for programme, _, _ in rows}


def test_the_share_is_of_those_that_can_have_it():
    assert StatsRow("atv", "mission", "arrived", 3, 4, ("x",)).share == 0.75


def test_every_field_with_a_condition_is_in_the_table():
    assert _MISSION_FIELDS.keys() <= {field.name for field in fields_of("mission")}
    assert _COVER_FIELDS.keys() <= {field.name for field in fields_of("cover")}


def test_flights_that_no_source_confirms_are_listed(knowledge):
    assert unconfirmed_flights(knowledge) == [("ATV-6", "only a model of it was seen")]
    assert "only a model of it was seen" in _drawn(knowledge)


def test_the_drawing_names_some_of_what_is_missing(knowledge):
    text = _drawn(knowledge)
    assert "ATV: missions" in text
    assert "1 of 4" in text
    assert "atv-2, atv-3, atv-4" in text


def test_the_shipped_knowledge_is_drawn_whole():
    text = _drawn(load_knowledge(shipped_knowledge()))
    for title in ("Progress: missions", "ATV: covers", "All: expeditions"):
        assert title in text


def _drawn(knowledge):
    console = Console(width=120, file=io.StringIO())
    console.print(render(knowledge))
    return console.file.getvalue()
