"""Telling of a thing as a whole."""

import pytest

from tests.answers.asking import ask, asked, context, figure, of


@pytest.fixture
def told(world):
    """told("atv-1"): the description of one thing."""
    return world.responder.describe


@pytest.mark.parametrize(
    ("thing", "facts"),
    [
        ("atv-1", [("atv-1", "launched", "2008-03-09T04:03Z"), ("atv-1", "arrived", "2008-04-03"),
                   ("atv-1", "ended", "2008-09-29"), ("atv-1", "outcome", "success")]),
        ("atv-3", [("atv-3", "outcome", "lost"), ("atv-3", "reason", "its rocket broke up")]),
        ("atv", [("atv", "capacity", figure(7700)), ("atv", "flights", figure(3)),
                 ("atv", "cachet_makers", "moon")]),
        ("ann", [("ann", "expeditions", "expedition-1")]),
        ("expedition-1", [("expedition-1", "begun", "2011-01-01"),
                          ("expedition-1", "crew", ["ann", "bob"])]),
        ("moon", [("moon", "roles", "club")]),
        ("cachet", [("cachet", "definition", "a drawing on a cover")]),
        ("one-folder", [("one-folder", "issued", figure(1200)),
                        ("one-folder", "issuer", "moon")]),
        ("two-flown", [("two-flown", "flown", figure(600)), ("two-flown", "up", "atv-2"),
                       ("two-flown", "down", "sts-9")]),
    ],
)  # fmt: skip
def test_a_description_states_what_is_recorded(told, thing, facts):
    found = told(thing)
    assert found.status == "answered"
    assert found.subjects[0] == thing
    for fact in facts:
        assert fact in asked(found)


def test_every_thing_can_be_described_with_a_source(world, told):
    for record in world.knowledge:
        if record.kind_of_thing not in {"source", "practice"}:
            found = told(record.id)
            assert found.body.strip()
            assert found.citations, record.id


def test_what_is_not_known_is_not_mentioned(told):
    """HTV-1 has a launch and no more: no word of a docking or an end."""
    body = told("htv-1").body
    assert "10 September 2009" in body
    for word in ("dock", "berth", "burned", "None", "success"):
        assert word not in body


def test_of_disagreeing_sources_the_preferred_one_is_told(told):
    facts = asked(told("atv-2"))
    assert ("atv-2", "launched", "2011-02-16") in facts
    assert ("atv-2", "launched", "2011-02-17") not in facts


@pytest.mark.parametrize(
    ("thing", "covers"),
    [
        ("atv-1", {"one-folder", "one-range", "one-middle", "one-bare"}),
        ("atv-3", {"three-cover"}),
        ("moon", {"one-folder", "two-folder", "two-flown"}),
        ("cleo", {"three-cover"}),
        ("ksc", {"two-flown"}),
    ],
)
def test_the_covers_of_a_thing_come_with_it(told, thing, covers):
    assert covers <= {*told(thing).subjects}


def test_a_flight_without_covers_says_that_none_are_recorded_here(told):
    assert "recorded here" in told("sts-9").body


def test_a_flight_that_brought_covers_back_tells_them(told):
    answer = told("sts-9")

    assert "No covers for it are recorded here; brought back: 2." in answer.body
    assert "two-flown" in answer.subjects


def test_remarks_are_told_in_descriptions_only(world_with):
    world = world_with(
        covers="""\
            folder: {name: Folder, kind: folder, source: club, commemorates: atv-1,
                     quantities: {of: issued, count: 5},
                     remarks: {text: Much sought after., source: forum}}
            """
    )
    told = world.responder.describe("folder")
    assert "Much sought after." in told.body
    assert {"club", "forum"} <= {c.id for c in told.citations}
    for want, fields in (("value", ["issued"]), ("rank", ["issued"]), ("total", ["issued"])):
        query = ask(want, "cover", *fields, where=of("about", "atv-1"), order="asc")
        assert "sought" not in world.answer(query).body


def test_several_things_are_described_one_after_the_other(world):
    found = world.answer(ask("describe", "mission", where=of("self", "atv-1", "atv-3")))
    assert [s for s in found.subjects if s.startswith("atv")] == ["atv-1", "atv-3"]


def test_a_dated_statement_is_told_with_its_date(told):
    found = told("atv")
    assert ("atv", "flights", figure(5)) in context(found)
    assert "2015" in found.body
