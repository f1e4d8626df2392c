"""Days stand in the order in which things happen."""

import pytest

FLIGHT = """\
atv-2:
  name: ATV-2
  programme: atv
  source: club
  launch: {{at: {launch}}}
  stays:
    - how: docked
      at: {docked}
      until: {until}
  end: {{how: reentry, at: {end}}}
"""
RIGHT = {
    "launch": "2011-02-16",
    "docked": "2011-02-24",
    "until": "2011-06-20",
    "end": "2011-06-21",
}


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"docked": "2011-02-16"},  # the same day is no contradiction
        {"docked": "2011"},  # nor is a year that holds it
        {"launch": "[{value: 2012}, {value: 2011, preferred: true}]"},
    ],
)
def test_days_in_order_are_right(shelf, changed):
    shelf.write("missions/atv", FLIGHT.format(**RIGHT | changed))
    assert shelf.problems() == []


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"docked": "2011-02-15"}, "8: atv-2: stays.at 2011-02-15 is before launch.at 2011-02-16"),
        (
            {"until": "2010-06-20T14:46Z"},
            "9: atv-2: stays.until 2010-06-20T14:46Z is before stays.at 2011-02-24",
        ),
        ({"end": "2011-05"}, "10: atv-2: end.at 2011-05 is before stays.until 2011-06-20"),
        (
            {"launch": "2011-02-24T10:00Z", "docked": "2011-02-24T09:59Z"},
            "8: atv-2: stays.at 2011-02-24T09:59Z is before launch.at 2011-02-24T10:00Z",
        ),
    ],
)
def test_a_day_before_one_that_comes_first_is_a_problem(shelf, changed, problem):
    shelf.write("missions/atv", FLIGHT.format(**RIGHT | changed))
    assert shelf.problems() == [f"knowledge/missions/atv.yaml:{problem}"]


def test_the_second_stay_is_after_the_first(shelf):
    shelf.write(
        "missions/atv",
        """\
        atv-2:
          name: ATV-2
          programme: atv
          source: club
          stays:
            - {how: docked, at: 2011-02-24, until: 2011-03-24}
            - {how: docked, at: 2011-03-23, until: 2011-06-20}
        """,
    )
    assert shelf.problems() == [
        (
            "knowledge/missions/atv.yaml:7: atv-2: "
            "stays.at 2011-03-23 is before stays.until 2011-03-24"
        ),
    ]


def test_a_span_begins_before_it_is_over(shelf):
    shelf.write(
        "expeditions",
        """\
        expedition-26:
          name: Expedition 26
          number: 26
          source: club
          from: 2010-11-26
          to: 2010-03-16
        """,
    )
    shelf.write("places", "ksc: {name: KSC, source: club, opened: 1965, closed: 1964}\n")
    assert shelf.problems() == [
        "knowledge/expeditions.yaml:6: expedition-26: to 2010-03-16 is before from 2010-11-26",
        "knowledge/places.yaml:1: ksc: closed 1964 is before opened 1965",
    ]


def test_the_legs_of_a_way_are_in_order(shelf):
    shelf.write(
        "covers/mail",
        """\
        mail:
          name: Mail
          kind: consignment
          source: club
          legs:
            - {stage: landed, day: 2008-11-30}
            - {stage: stored}
            - {stage: recovered, day: 2008-02-04}
        """,
    )
    assert shelf.problems() == [
        "knowledge/covers/mail.yaml:8: mail: legs.day 2008-02-04 is before legs.day 2008-11-30"
    ]


def test_the_stays_of_a_person_are_in_order(shelf):
    shelf.write(
        "people/crews",
        """\
        padalka:
          name: Gennady Padalka
          source: club
          stays:
            - {from: 2004-04-19, to: 2004-10-24}
            - {from: 2002-05-15}
        """,
    )
    assert shelf.problems() == [
        (
            "knowledge/people/crews.yaml:6: padalka: stays.from 2002-05-15 is before "
            "stays.to 2004-10-24"
        )
    ]
