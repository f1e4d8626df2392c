"""Whether there are any such covers: yes, or none recorded with what is; never no."""

import pytest

from tests.answers.asking import ask, asked, of


@pytest.fixture
def any_such(world):
    def check(where, claim):
        query = ask("check", "cover", where=where, claim=claim, existing=True)
        return world.answer(query)

    return check


def verdicts(answer):
    return [value for _, field, value in asked(answer) if field == "check"]


def test_another_postmark_is_no_evidence_that_there_is_none(any_such):
    found = any_such(of("about", "atv-2"), of("strike_place", "kourou"))
    assert verdicts(found) == ["not recorded"]
    assert found.body.startswith("Not recorded:")
    assert "Houston" in found.body


def test_another_maker_is_no_evidence_either_and_the_makers_others_are_told(any_such):
    found = any_such(of("about", "atv-1"), of("by_party", "moon"))
    assert verdicts(found) == ["yes"]
    found = any_such(of("about", "htv"), of("by_party", "moon"))
    assert verdicts(found) == ["not recorded"]
    assert "One folder" in found.body.split("Other covers")[1]


def test_that_a_ship_was_lost_is_evidence(any_such):
    assert verdicts(any_such(of("about", "atv-3"), of("up", "atv-3"))) == ["no"]


PRACTICES = """\
    atv-launch: {name: P, about: atv, what: postmarks, event: launch, place: kourou, source: club}
    htv-rule: {name: R, about: htv, what: postmarks, place: kourou, status: by rule, source: club}
    """


@pytest.mark.parametrize(
    ("line", "status"),
    [
        pytest.param("atv", "answered", id="seen on covers: that is an answer"),
        pytest.param("htv", "not_recorded", id="by rule only: told, but no cover is known"),
    ],
)
def test_what_is_usual_belongs_to_the_answer(world_with, line, status):
    world = world_with(practices=PRACTICES)
    claim = of("strike_place", "kourou")
    found = world.answer(ask("check", "cover", where=of("about", line), claim=claim, existing=True))
    assert found.status == status
    assert f"{line.upper()} usually gets its postmarks at Kourou" in found.body


def test_a_postmark_without_a_place_may_be_the_one(world_with):
    world = world_with(
        covers="""\
            unplaced: {name: Unplaced, kind: cover, source: club, commemorates: atv-1,
                       strikes: {day: 2007-07-13, note: the place is not told}}
            """
    )
    claim = of("strike_place", "houston")
    query = ask("check", "cover", where=of("about", "atv-1"), claim=claim, existing=True)
    assert "Without a place on record: ATV-1: Unplaced" in world.answer(query).body
