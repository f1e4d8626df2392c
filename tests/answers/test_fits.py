"""Can an item be what it is said to be? Each claim is tested by itself, and no verdict is given."""

import pytest

from tests.answers.asking import ask, asked, figure, number, of, on
from tests.answers.conftest import World

FILES = {
    "people": """\
        ann: {name: Ann Able, source: club, stays: [{from: 2011-03-01, to: 2011-05-20}]}
        bob: {name: Bob Baker, source: club, stays: [{from: 2012-01-01, to: 2012-06-01}]}
        cleo: {name: Cleo Cole, source: club}
        """,
    "marks": """\
        octagon: {name: octagonal seal, kind: seal, source: club, from: 2009, to: 2011}
        """,
    "places": """\
        kourou: {name: Kourou, source: club}
        houston: {name: Houston, source: club, closed: 2014-01-31}
        ksc: {name: Kennedy Space Center, source: club}
        """,
    "practices": """\
        atv-cachets: {name: P, about: atv, what: cachets, party: moon, role: main, source: club}
        atv-launch: {name: P, about: atv, what: postmarks, event: launch, place: kourou,
                     source: forum}
        """,
}


@pytest.fixture(scope="module")
def fits(tmp_path_factory):
    """fits(condition, ...): the answer to whether all of that goes together."""
    world = World(tmp_path_factory.mktemp("fits") / "knowledge", **FILES)
    return lambda *where, fields=(): world.answer(ask("fits", "cover", *fields, where=where))


def findings(answer):
    """What was found of the claims: fits, does not fit, or told."""
    leads = {"Fits": "fits", "Does not fit": "does not fit"}
    lines = answer.body.splitlines()[:-1] if answer.status == "answered" else []
    return [leads.get(line.partition(":")[0], "told") for line in lines]


ATV_1, ATV_2, ATV_3 = (of("about", f"atv-{number}") for number in (1, 2, 3))
ON_BOARD = of("strike_place", "iss")


@pytest.mark.parametrize(
    ("where", "found"),
    [
        # a signer must have been up while the ship was there: 24 February to 20 June 2011
        ([ATV_2, of("signed_by", "ann")], ["fits", "fits"]),  # and such a piece is on record
        ([ATV_1, of("signed_by", "ann")], ["does not fit"]),
        ([ATV_1, of("signed_by", "bob")], ["does not fit"]),
        ([of("signed_by", "ann"), on("strike_day", "2011-04-01")], ["fits"]),
        ([of("signed_by", "ann"), on("strike_day", "2011-05-21")], ["does not fit"]),
        # of whom no stay is recorded nothing can be said
        ([ATV_1, of("signed_by", "cleo")], []),
        # the day and the ship
        ([ATV_1, on("strike_day", "2008-03-08")], ["does not fit"]),
        ([ATV_1, on("strike_day", "2008-03-09")], ["fits"]),
        ([ATV_1, on("strike_day", "2008-04-03")], ["fits"]),
        ([ATV_1, ON_BOARD, on("strike_day", "2008-06-01")], ["fits"]),
        ([ATV_1, ON_BOARD, on("strike_day", "2008-09-06")], ["does not fit"]),
        ([ATV_1, on("strike_day", "2008-09-06")], ["told"]),  # on Earth it may be struck any day
        # another way down than the one on record
        ([ATV_2, of("down", "atv-1")], ["does not fit"]),
        # a mark in its years
        ([of("marks", "octagon"), on("strike_day", "2012-01-01")], ["does not fit"]),
        ([of("marks", "octagon"), on("strike_day", "2008-12-31")], ["does not fit"]),
        ([of("marks", "octagon"), on("strike_day", "2010-06-01")], ["fits"]),
        # an office that had closed
        ([of("strike_place", "houston"), on("strike_day", "2014-02-01")], ["does not fit"]),
        # a number of an edition
        ([of("self", "one-folder"), number("issued", "is", 1100)], ["fits"]),
        ([of("self", "one-folder"), number("issued", "is", 1200)], ["fits", "fits"]),
        ([of("self", "one-folder"), number("issued", "is", 1201)], ["does not fit"]),
        ([of("self", "one-range"), number("issued", "is", 399)], ["fits"]),
        ([of("self", "one-range"), number("issued", "is", 401)], ["does not fit"]),
        ([of("self", "one-bare"), number("issued", "is", 5)], []),
    ],
)
def test_each_claim_is_tested(fits, where, found):
    assert findings(fits(*where)) == found


@pytest.mark.parametrize(
    ("country", "at", "day", "result"),
    [
        # a postmark bears the local day, at most so many hours from UTC at that site
        ("united-states", "2012-10-08T00:35Z", "2012-10-07", "told"),
        ("united-states", "2012-10-08T00:35Z", "2012-10-08", "told"),
        ("united-states", "2012-10-08T05:00Z", "2012-10-07", "does not fit"),
        ("japan", "2009-09-10T17:01Z", "2009-09-11", "told"),
        ("french-guiana", "2008-03-09T04:03Z", "2008-03-08", "does not fit"),
        ("atlantis", "2012-10-08T00:35Z", "2012-10-07", "does not fit"),
    ],
)
def test_a_launch_day_may_be_the_local_one(tmp_path, country, at, day, result):
    mission = f"""\
        one: {{name: One, programme: atv, source: club, launch: {{at: '{at}', site: kourou}}}}
        """
    place = f"kourou: {{name: Kourou, country: {country}, source: forum}}\n"
    land = f"{country}: {{name: Somewhere, source: forum}}\n"
    files = {**FILES, "missions": mission, "covers": "", "practices": ""}
    files |= {"places": place, "countries": land}
    world = World(tmp_path / "knowledge", **files)
    answer = world.answer(ask("fits", "cover", where=(of("about", "one"), on("strike_day", day))))
    assert findings(answer) == [result]


def test_several_claims_are_tested_one_by_one(fits):
    answer = fits(ATV_2, of("signed_by", "bob"), of("down", "atv-1"))
    assert findings(answer) == ["does not fit", "does not fit"]


def test_a_cover_made_for_a_lost_ship_need_not_have_been_on_it(fits):
    answer = fits(ATV_3, ON_BOARD)
    assert findings(answer)[0] == "told"
    assert ("atv-3", "outcome", "lost") in asked(answer)


def test_nothing_came_from_a_ship_that_was_lost(fits):
    answer = fits(of("up", "atv-3"), ON_BOARD)
    assert findings(answer)[0] == "does not fit"
    assert ("atv-3", "outcome", "lost") in asked(answer)
    assert {"club", "forum"} <= {citation.id for citation in answer.citations}


def test_a_piece_that_is_on_record_just_so_is_named(fits):
    answer = fits(of("strike_place", "houston"), on("strike_day", "2012-11-02"))
    assert findings(answer)[0] == "fits"
    assert "Two flown" in answer.body


def test_a_usual_postmark_is_told_as_usual_and_another_is_no_contradiction(fits):
    usual = fits(ATV_1, of("strike_place", "kourou"))
    assert findings(usual) == ["fits"]
    assert ("atv", "postmark_places", "kourou") in asked(usual)
    assert findings(fits(ATV_1, of("strike_place", "ksc"))) == ["told"]


@pytest.mark.parametrize(
    ("day", "result"),
    [
        ("2008-03-09", "fits"),  # the launch
        ("2008-03-12", "fits"),  # the next working day, if the office was closed
        ("2008-04-03", "does not fit"),  # the docking: another day, which this office is not for
        ("2008-05-20", "does not fit"),
    ],
)
def test_a_usual_postmark_must_be_of_the_day_that_it_is_usual_for(fits, day, result):
    answer = fits(ATV_1, of("strike_place", "kourou"), on("strike_day", day))
    assert findings(answer)[-1] == result


def test_the_figure_that_speaks_against_a_number_is_stated(fits):
    answer = fits(of("self", "one-folder"), number("issued", "is", 1201))
    assert asked(answer) == [("one-folder", "issued", figure(1200))]


def test_a_number_a_little_above_an_approximate_figure_is_not_ruled_out(fits):
    answer = fits(of("self", "three-cover"), number("issued", "is", 41))
    assert "does not fit" not in findings(answer)


def test_whatever_is_found_there_is_no_verdict(fits):
    for where in ([ATV_2, of("signed_by", "ann")], [ATV_3, ON_BOARD]):
        body = fits(*where).body
        assert "no verdict" in body.splitlines()[-1]
        for word in ("genuine", "fake", "forge", "authentic"):
            assert word not in body.casefold()


def test_what_cannot_be_tested_is_not_recorded(fits):
    answer = fits(ATV_1, of("signed_by", "cleo"))
    assert (answer.status, answer.facts) == ("not_recorded", ())


def test_every_finding_has_its_source(fits):
    for where in (
        [ATV_2, of("signed_by", "ann")],
        [ATV_1, on("strike_day", "2008-03-08")],
        [of("marks", "octagon"), on("strike_day", "2012-01-01")],
        [ATV_2, of("down", "atv-1")],
    ):
        answer = fits(*where)
        assert answer.facts
        assert all(fact.source for fact in answer.facts)


@pytest.mark.parametrize(
    ("flight", "told"), [("CRS-3", False), ("Dragon C2+", False), ("CRS-21", True)]
)
def test_a_berthed_ship_gets_no_postmark_of_a_docking(brain, flight, told):
    answer = brain.ask(f"usual postmark for {flight}?").answer
    assert "Houston (berthing" in answer.body
    assert ("(docking" in answer.body) is told
