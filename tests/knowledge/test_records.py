"""Records are frozen, and take one entry or many, bare values or claims."""

import pytest
from pydantic import ValidationError

from bot.knowledge.records import Cover, Mission, Numbering, Statement, preferred
from bot.knowledge.values import Count, Day


def _cover(**fields):
    return Cover.model_validate({"id": "a", "name": "A", "kind": "cover", **fields})


def _values(claims):
    return [claim.value for claim in claims]


@pytest.mark.parametrize(
    ("written", "values"),
    [
        (None, []),
        ("atv-1", ["atv-1"]),
        (["atv-1", "atv-2"], ["atv-1", "atv-2"]),
        ({"value": "atv-1"}, ["atv-1"]),
        ([{"value": "atv-1", "source": "club"}, "atv-2"], ["atv-1", "atv-2"]),
    ],
)
def test_a_claim_is_written_in_short_or_in_full(written, values):
    assert _values(_cover(up=written).up) == values


def test_a_claim_keeps_its_source_and_note():
    (claim,) = _cover(up={"value": "atv-1", "source": "club", "note": "as told"}).up
    assert (claim.source, claim.note, claim.preferred) == (("club",), "as told", False)


def test_a_count_in_a_claim_is_not_taken_for_the_claim():
    (claim,) = _cover(covers_inside={"fewer_than": 10, "per": "mission"}).covers_inside
    assert claim.value == Count.of({"fewer_than": 10, "per": "mission"})


@pytest.mark.parametrize("written", ["atv-1", ["atv-1"], ("atv-1",)])
def test_ids_are_one_or_many(written):
    assert _cover(commemorates=written).commemorates == ("atv-1",)


def test_entries_are_one_or_many():
    one = {"of": "flown", "count": 3}
    assert _cover(quantities=one).quantities == _cover(quantities=[one]).quantities


def test_the_preferred_claim_is_the_marked_one_or_the_first():
    assert preferred(_cover(up=["a", "b"]).up).value == "a"
    assert preferred(_cover(up=["a", {"value": "b", "preferred": True}]).up).value == "b"


def test_records_never_change():
    with pytest.raises(ValidationError, match="frozen"):
        _cover().name = "B"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (68, Count.of(68)),
        ({"about": 300}, Count.of({"about": 300})),
        ("2017-06", Day.of("2017-06")),
        ("ATV-5", "ATV-5"),
    ],
)
def test_a_statement_holds_a_count_a_day_or_words(written, value):
    statement = Statement.model_validate({"field": "flights", "value": written})
    assert statement.value == value


@pytest.mark.parametrize(
    ("kind", "form", "piece"),
    [
        ("cover", None, "cover"),
        ("card", None, "card"),
        ("consignment", None, "cover"),
        ("consignment", "letter", "letter"),
        ("specimen", "sheet", "sheet"),
    ],
)
def test_what_one_piece_is(kind, form, piece):
    assert _cover(kind=kind, form=form).piece_form == piece


def _mission(mission_id, nasa_number=None):
    return Mission(id=mission_id, name="M", programme="progress", nasa_number=nasa_number)


@pytest.mark.parametrize(
    ("fields", "mission", "number"),
    [
        ({"pattern": "crs-{}"}, _mission("crs-10"), 10),
        ({"pattern": "crs-{}"}, _mission("crs-x1"), None),
        ({"pattern": "progress-m-{}"}, _mission("progress-m-27m"), None),
        ({"pattern": "progress-m-{}m", "digits": 2}, _mission("progress-m-01m"), 1),
        ({"pattern": "progress-m-{}m", "digits": 2}, _mission("progress-m-1m"), None),
        ({"pattern": "{}P", "of": "nasa_number"}, _mission("progress-m-27m", "59P"), 59),
        ({"pattern": "{}P", "of": "nasa_number"}, _mission("progress-m-so1"), None),
        ({"pattern": "oa-{}", "unlike": {8: "oa-8e"}}, _mission("oa-8e"), 8),
        ({"pattern": "a.{}"}, _mission("ab1"), None),
    ],
)
def test_the_number_that_a_flight_bears(fields, mission, number):
    numbering = Numbering.model_validate(fields)
    assert numbering.number_of(mission) == number
    if number is not None:
        borne = mission.nasa_number if numbering.of == "nasa_number" else mission.id
        assert numbering.written(number) == borne
