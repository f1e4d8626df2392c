import pytest

from bot.knowledge.clocks import is_local_day, local_dates
from bot.knowledge.values import Day


@pytest.mark.parametrize(
    ("instant", "place", "dates"),
    [
        ("2023-11-10T01:28Z", "ksc", {"2023-11-09"}),  # Eastern time
        ("2008-03-09T04:03Z", "kourou", {"2008-03-09"}),  # three hours behind
        ("2014-07-29T23:47Z", "kourou", {"2014-07-29"}),
        ("2013-08-03T19:48Z", "tanegashima", {"2013-08-04"}),
        ("2020-12-07T05:30Z", "houston", {"2020-12-06", "2020-12-07"}),  # by summer time
        ("2008-03-09", "ksc", {"2008-03-09"}),  # without a time of day
        ("2008-03-09T12:00Z", None, {"2008-03-09", "2008-03-10"}),  # by any clock
    ],
)
def test_a_place_keeps_its_own_date(knowledge, instant, place, dates):
    found = local_dates(knowledge, Day.model_validate(instant), place)
    assert {date.isoformat() for date in found} == dates


@pytest.mark.parametrize(
    ("flight", "instant", "day", "local"),
    [
        ("crs-29", "2023-11-10T01:28Z", "2023-11-09", True),
        ("crs-29", "2023-11-10T01:28Z", "2023-11-10", False),  # that is its day by UTC
        ("atv-1", "2008-03-09T04:03Z", "2008-03-08", False),
        ("atv-5", "2014-07-29T23:47Z", "2014-07-30", True),  # by the clock of ESA
        ("atv-5", "2014-07-29T23:47Z", "2014-07-31", False),
    ],
)
def test_a_launch_has_the_day_of_its_site_and_of_its_operator(
    knowledge, flight, instant, day, local
):
    days = (Day.model_validate(instant), Day.model_validate(day))
    assert is_local_day(knowledge, knowledge.thing(flight), "launched", *days) == local
