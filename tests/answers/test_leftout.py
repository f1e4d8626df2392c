"""What a sum or a rank leaves out is named, with the figure that is known of it."""

import pytest

from tests.answers.asking import ask, asked, context, figure, of

ATV_2 = of("about", "atv-2")
FOLDER = """\
    folder: {name: Folder, kind: folder, source: club, commemorates: atv-1, contains: inside,
             quantities: {of: issued, count: 600}}
    inside: {name: Inside, kind: cover, source: club, commemorates: atv-1,
             quantities: {of: issued, count: 600}}
    apart: {name: Apart, kind: cover, source: club, commemorates: atv-1,
            quantities: {of: issued, count: 100}}
    """


def body_of(world, want, field, *where, **rest):
    return world.answer(ask(want, "cover", field, where=where, **rest)).body


def test_further_pieces_are_added_and_parts_named_with_their_figures(world):
    found = world.answer(ask("total", "cover", "signed", where=ATV_2))
    assert ("atv-2", "signed", figure(14)) in asked(found)
    left = found.body.split("Left out, as it cannot be added")[1]
    assert "25 cards" in left
    assert "153 pieces" in left
    assert {f[2]["min"] for f in context(found) if f[1] == "signed"} == {14, 25, 153}


def test_only_what_could_belong_to_a_sum_is_left_out_of_it(world):
    """The folder of ATV-2 is not known to have flown: a sum of the flown does not lack it."""
    assert "Two folder" not in body_of(world, "total", "flown", ATV_2)
    assert "Two folder: 600 folders issued" in body_of(world, "total", "quantity", ATV_2)


@pytest.mark.parametrize("want", ["total", "value"])
def test_what_lies_in_a_folder_is_not_added_again(world_with, want):
    body = body_of(world_with(covers=FOLDER), want, "issued", of("about", "atv-1"))
    assert "700 pieces" in body
    assert "1,300" not in body


def test_a_count_names_what_flew_without_a_figure(world_with):
    world = world_with(
        covers="""\
            known: {name: Known, kind: cover, source: club, up: atv-1,
                    quantities: {of: flown, count: 600}}
            bare: {name: Bare, kind: cover, source: club, up: atv-1}
            ground: {name: Ground, kind: cover, source: club, commemorates: atv-1}
            """
    )
    body = body_of(world, "value", "flown", of("about", "atv-1"))
    assert "Left out for want of a figure: ATV-1: Bare." in body
    assert "Ground" not in body


def test_an_example_of_a_counted_edition_is_not_left_out_of_it(world_with):
    world = world_with(
        covers="""\
            known: {name: Known, kind: cover, source: club, up: atv-1, commemorates: atv-1,
                    issuer: moon, quantities: {of: flown, count: 600}}
            one: {name: One of them, kind: specimen, form: cover, source: club, up: atv-1,
                  commemorates: atv-1, issuer: moon}
            """
    )
    assert "One of them" not in body_of(world, "value", "flown", of("up", "atv-1"))


@pytest.mark.parametrize(
    ("where", "order", "first", "ahead"),
    [
        pytest.param("htv", "asc", "HTV limit", "fewer than 10", id="a series"),
        pytest.param("atv", "asc", "Three cover", "a further 14", id="pieces beside others"),
        pytest.param("atv-2", "desc", "Two folder", "", id="flown as many as were issued"),
    ],
)
def test_what_could_come_before_the_first_is_named(world, where, order, first, ahead):
    body = body_of(world, "rank", "issued", of("about", where), order=order, limit=1)
    assert first in body.splitlines()[0]
    assert ("may come before" in body) == bool(ahead)
    assert ahead in body


def test_overlapping_figures_of_a_list_are_not_told_apart(world):
    body = body_of(world, "rank", "issued", of("about", "atv-1"), order="asc", limit=2)
    (line,) = [line for line in body.splitlines() if "cannot be told apart" in line]
    assert "One range" in line
    assert "One middle" in line
    assert "One folder" not in line


@pytest.mark.parametrize(("order", "day"), [("asc", "2001-12-06"), ("desc", "2001-12-07")])
def test_of_several_postmarks_the_first_or_the_last_counts(world_with, order, day):
    world = world_with(
        covers="""\
            two-days: {name: Two days, kind: letter, source: club, commemorates: atv-1,
                       strikes: [{place: iss, day: 2001-12-07}, {place: iss, day: 2001-12-06}]}
            """
    )
    query = ask(
        "rank", "cover", "strike_day", where=of("strike_place", "iss"), order=order, limit=1
    )
    assert asked(world.answer(query)) == [("two-days", "strike_day", day)]


def test_an_example_of_a_series_is_not_left_out_of_its_figure(world_with):
    world = world_with(
        covers="""\
            line: {name: Line, kind: series, form: cover, source: club, commemorates: atv,
                   members: one, quantities: {of: issued, count: {fewer_than: 10, per: mission}}}
            one: {name: One of them, kind: specimen, form: cover, source: club, commemorates: atv-1}
            """
    )
    body = body_of(world, "value", "issued", of("about", "atv"))
    assert "fewer than 10" in body
    assert "One of them" not in body
