"""Up before down, and together in one consignment."""

import pytest

MISSIONS = """\
atv-1:
  name: ATV-1
  programme: atv
  source: club
  stays: {how: docked, at: 2008-04-03, until: 2008-09-05}
sts-120: {name: STS-120, programme: shuttle, source: club, end: {how: landing, at: 2007-11-07}}
sts-126: {name: STS-126, programme: shuttle, source: club, end: {how: landing, at: 2008-11-30}}
"""


@pytest.fixture
def covers(shelf):
    """Writes covers beside three missions, and tells the problems."""

    def write(text):
        shelf.write(
            "programmes",
            """\
            atv: {name: ATV, source: club, returns_cargo: false}
            shuttle: {name: Shuttle, source: club, supplies_iss: false}
            """,
        )
        shelf.write("missions/m", MISSIONS)
        shelf.write("covers/c", text)
        return shelf.problems()

    return write


def test_up_and_then_down_is_right(covers):
    text = "a: {name: A, kind: cover, source: club, up: atv-1, down: sts-126}\n"
    assert covers(text) == []


def test_down_before_up_is_a_problem(covers):
    text = "a:\n  name: A\n  kind: cover\n  source: club\n  up: atv-1\n  down: sts-120\n"
    assert covers(text) == [
        (
            "knowledge/covers/c.yaml:6: a: down on sts-120, which left 2007-11-07, "
            "before atv-1 arrived 2008-04-03"
        )
    ]


def test_a_ship_that_burns_up_brings_nothing_down(covers):
    text = "a: {name: A, kind: cover, source: club, down: atv-1}\n"
    assert covers(text) == [
        "knowledge/covers/c.yaml:1: a: came down on atv-1, but ATV brings nothing back"
    ]


def test_a_member_went_the_way_of_its_consignment(covers):
    text = (
        "a: {name: A, kind: cover, source: club, down: sts-120}\n"
        "b: {name: B, kind: cover, source: club, up: atv-1}\n"
        "mail: {name: Mail, kind: consignment, source: club, up: atv-1, down: sts-126, "
        "members: [a, b]}\n"
    )
    assert covers(text) == [
        (
            "knowledge/covers/c.yaml:1: a: down is sts-120, but it is a member of mail "
            "(knowledge/covers/c.yaml:3), which went down on sts-126"
        )
    ]


@pytest.mark.parametrize(
    ("day", "right"), [("2008-11-30", True), ("2008-11", True), ("2008-12-01", False)]
)
def test_a_landing_is_on_the_day_of_the_missions_own_record(covers, day, right):
    text = (
        "mail: {name: Mail, kind: consignment, source: club, "
        f"legs: [{{stage: landed, by: sts-126, day: {day}}}]}}\n"
    )
    problems = covers(text)
    assert (problems == []) == right
    assert right or "by sts-126, whose own record ends 2008-11-30" in problems[0]
