"""Yes; no, only on recorded contrary evidence; or not recorded."""

import pytest

from bot.questions.query import Condition
from tests.answers.asking import ask, asked, context, figure, number, of, on, told

LOST = Condition(field="outcome", text="lost")
WON = Condition(field="outcome", text="success")


def check(world, thing, *claim, kind="cover", **rest):
    where = thing if isinstance(thing, Condition) else of("self", thing)
    return world.answer(ask("check", kind, where=where, claim=claim, **rest))


def verdict(answer):
    """yes, no or not recorded: as a fact, and the words and the status agree with it."""
    (result,) = [value for _, field, value in asked(answer) if field == "check"]
    status = {"yes": "answered", "no": "answered", "not recorded": "not_recorded"}
    assert answer.status == status[result]
    assert answer.body.startswith({"yes": "Yes", "no": "No", "not recorded": "Not rec"}[result])
    assert not answer.body.startswith("No:") or result == "no"
    return result


@pytest.mark.parametrize(
    ("thing", "claim", "result"),
    [
        # up, down and made for are three relations
        ("two-flown", of("up", "atv-2"), "yes"),
        ("two-flown", of("up", "atv-1"), "no"),
        ("two-flown", of("down", "sts-9"), "yes"),
        ("two-flown", of("down", "atv-2"), "no"),
        ("two-folder", of("up", "atv-2"), "not recorded"),  # made for it: no more is known
        ("one-bare", of("down", "sts-9"), "not recorded"),
        # a source tells the postmarks that it saw
        ("two-flown", of("strike_place", "houston"), "yes"),
        ("two-flown", of("strike_place", "ksc"), "yes"),
        ("two-flown", of("strike_place", "kourou"), "no"),
        ("one-folder", of("strike_place", "kourou"), "not recorded"),
        # one issuer
        ("two-card", of("issuer", "sun"), "yes"),
        ("two-card", of("issuer", "moon"), "no"),
        ("one-bare", of("issuer", "moon"), "not recorded"),
        # signers are an open list: another signer does not speak against this one
        ("three-cover", of("signed_by", "cleo"), "yes"),
        ("three-cover", of("signed_by", "ann"), "not recorded"),
        ("one-bare", of("signed_by", "cleo"), "not recorded"),
        ("two-flown", of("signed_by", "bob"), "yes"),
        # marks, too; and pieces that nobody attributed prove nothing about this cover
        ("two-flown", of("marks", "octagon"), "not recorded"),
        ("two-flown", of("signed_by", "expedition-1"), "not recorded"),
        # figures
        ("one-folder", number("issued", "is", 1200), "yes"),
        ("one-folder", number("issued", "is", 1000), "no"),
        ("one-folder", number("issued", "<", 1300), "yes"),
        ("one-folder", number("issued", "<", 1200), "no"),
        ("one-range", number("issued", "is", 350), "not recorded"),
        ("one-range", number("issued", "is", 900), "no"),
        ("one-range", number("issued", "<", 500), "yes"),
        ("one-range", number("issued", ">", 500), "no"),
        ("one-range", number("issued", "<", 350), "not recorded"),
        ("htv-limit", number("issued", "is", 30), "not recorded"),
        ("htv-limit", number("issued", "is", 60), "no"),
        ("two-flown", number("issued", "is", 600), "not recorded"),  # 600 flew: another figure
    ],
)
def test_three_results(world, thing, claim, result):
    assert verdict(check(world, thing, claim)) == result


@pytest.mark.parametrize(
    ("thing", "claim"),
    [
        pytest.param("htv-limit", 50, id="at most 50 is not 50"),
        pytest.param("three-cover", 41, id="about 40 may be 41"),
    ],
)
def test_an_inexact_figure_neither_proves_nor_disproves_a_number_near_it(world, thing, claim):
    assert verdict(check(world, thing, number("issued", "is", claim))) == "not recorded"


@pytest.mark.parametrize(
    ("mission", "claim", "result"),
    [
        ("atv-3", LOST, "yes"),
        ("atv-1", LOST, "no"),
        ("atv-1", WON, "yes"),
        ("atv-3", WON, "no"),
        ("htv-1", LOST, "not recorded"),
        ("htv-1", WON, "not recorded"),
        ("atv-1", on("launched", "2008-03-09"), "yes"),
        ("atv-1", on("launched", "2008"), "yes"),
        ("atv-1", on("launched", "2009"), "no"),
        ("atv-2", on("launched", "2011-02-17"), "yes"),  # one of the sources says so
        ("sts-9", of("end_place", "ksc"), "yes"),
        ("sts-9", of("end_place", "houston"), "no"),
        ("atv-1", of("end_place", "houston"), "not recorded"),
    ],
)
def test_three_results_for_flights(world, mission, claim, result):
    assert verdict(check(world, mission, claim, kind="mission")) == result


def test_another_mark_does_not_speak_against_this_one(world_with):
    """Marks are an open list, as signers are: a source tells those that it saw."""
    world = world_with(
        marks="""\
            octagon: {name: octagonal seal, kind: seal, source: club}
            round: {name: round seal, kind: seal, source: club}
            """,
        covers="""\
            sealed: {name: Sealed, kind: cover, source: forum, commemorates: atv-1,
                     marks: {mark: octagon}}
            """,
    )
    assert verdict(check(world, "sealed", of("marks", "octagon"))) == "yes"
    assert verdict(check(world, "sealed", of("marks", "round"))) == "not recorded"


def test_that_somebody_did_not_sign_is_never_known(world):
    """Signers are an open list: "was it not signed by Cleo?" has no yes."""
    unsigned = of("signed_by", "cleo").model_copy(update={"op": "is not"})
    assert verdict(check(world, "two-flown", unsigned)) == "not recorded"
    assert verdict(check(world, "three-cover", unsigned)) == "no"


def test_a_verdict_is_on_the_cover_that_its_evidence_is_of(world):
    """The folder's way home is not recorded: no evidence says that it did not come by ATV-1."""
    found = check(world, of("about", "atv-2"), of("down", "atv-1"))
    on_whom = {subject for subject, field, _ in asked(found) if field == "check"}
    assert on_whom <= {subject for subject, field, _ in context(found) if field == "down"}


def test_a_figure_that_adds_further_pieces_is_not_denied(world):
    """600 flew, and 14 beside them were postmarked on board: who says 614 is not wrong."""
    assert verdict(check(world, "two-flown", number("flown", "is", 614))) != "no"


def test_a_cover_did_not_fly_on_a_ship_that_was_lost(world):
    """Nothing is recorded of its way up; but the loss of the ship is evidence enough."""
    found = check(world, of("about", "atv-3"), of("up", "atv-3"))
    assert verdict(found) == "no"
    assert ("atv-3", "outcome", "lost") in context(found)
    assert "rocket broke up" in found.body
    assert {"club", "forum"} <= {c.id for c in found.citations}


def test_place_and_day_must_be_of_one_postmark(world):
    both = of("strike_place", "houston"), on("strike_day", "2012-11-05")
    assert verdict(check(world, "two-flown", *both)) != "yes"
    true = of("strike_place", "houston"), on("strike_day", "2012-11-02")
    assert verdict(check(world, "two-flown", *true)) == "yes"


def test_yes_tells_the_evidence_and_its_source(world):
    found = check(world, "two-flown", of("strike_place", "houston"))
    assert ("two-flown", "strike_place", "houston") in context(found)
    assert "Houston" in found.body
    assert all(fact.source for fact in found.facts)


def test_no_tells_what_is_recorded_instead(world):
    found = check(world, "one-folder", number("issued", "is", 1000))
    assert ("one-folder", "issued", figure(1200)) in context(found)
    assert "1,200" in found.body


def test_not_recorded_tells_what_is_known_of_it(world):
    found = check(world, "three-cover", of("signed_by", "ann"))
    assert ("three-cover", "signed_by", "cleo") in context(found)
    assert "Cleo Cole" in found.body


@pytest.mark.parametrize(
    ("thing", "result"),
    [
        (of("about", "atv-2"), "not recorded"),  # some pieces of some covers
        (of("self", "two-flown"), "not recorded"),  # 14 further pieces, none of the 600
        (of("self", "three-cover"), "yes"),
    ],
)
def test_all_is_more_than_some(world, thing, result):
    assert verdict(check(world, thing, told("signed_by"), every=True)) == result
    assert verdict(check(world, thing, told("signed_by"))) == "yes"


def test_one_wrong_part_of_a_claim_makes_it_no(world):
    found = check(world, "two-flown", of("up", "atv-2"), of("down", "atv-1"))
    assert verdict(found) == "no"


def test_one_unknown_part_of_a_claim_leaves_it_open(world):
    found = check(world, "two-flown", of("up", "atv-2"), of("signed_by", "cleo"))
    assert verdict(found) == "not recorded"


def test_whether_there_is_any(world):
    found = world.answer(ask("check", "cover", where=of("about", "atv-3")))
    assert (found.status, asked(found)[0][2]) == ("answered", "yes")
    assert "Three cover" in found.body


def test_what_is_taken_for_granted_but_not_recorded(world):
    """ "Were the covers of STS-9 signed by Ann?": there are none here, so neither yes nor no."""
    found = check(world, of("about", "sts-9"), of("signed_by", "ann"))
    assert (found.status, found.facts) == ("not_recorded", ())
    assert not found.body.startswith(("Yes", "No:"))
