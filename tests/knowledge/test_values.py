"""Days keep the precision of their source, counts keep their bounds."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.knowledge.values import Count, Day, midnight

SPELLED_DAYS = [
    ("2008", "year", datetime(2008, 1, 1, tzinfo=UTC)),
    (2008, "year", datetime(2008, 1, 1, tzinfo=UTC)),
    ("2008-11", "month", datetime(2008, 11, 1, tzinfo=UTC)),
    ("2008-11-30", "day", datetime(2008, 11, 30, tzinfo=UTC)),
    ("2008-11-30T21:25Z", "minute", datetime(2008, 11, 30, 21, 25, tzinfo=UTC)),
    ("2008-11-30T21:25:07Z", "second", datetime(2008, 11, 30, 21, 25, 7, tzinfo=UTC)),
]


@pytest.mark.parametrize(("raw", "precision", "start"), SPELLED_DAYS)
def test_a_day_keeps_its_precision(raw, precision, start):
    day = Day.of(raw)
    assert (day.precision, day.start) == (precision, start)
    assert day.iso() == str(raw)


@pytest.mark.parametrize(
    "raw",
    ["30 Nov 2008", "2008-11-30T21:25", "2008-1-3", "30.11.2008", "", "2008-11-30 21:25Z", "٢٠٠٨"],
)
def test_another_spelling_is_refused_with_the_right_ones(raw):
    with pytest.raises(ValidationError, match="write 2008, 2008-11, 2008-11-30"):
        Day.of(raw)


@pytest.mark.parametrize("raw", ["2011-02-30", "2011-13-01", "2011-02-16T25:00Z", "0000-01-01"])
def test_a_day_that_the_calendar_lacks_is_refused(raw):
    with pytest.raises(ValidationError, match="is no day of the calendar"):
        Day.of(raw)


@pytest.mark.parametrize(
    ("raw", "end"),
    [
        ("2008", "2009"),
        ("2008-12", "2009-01"),
        ("2008-02-29", "2008-03-01"),
        ("2008-12-31T23:59Z", "2009"),
        ("2008-12-31T23:59:59Z", "2009"),
    ],
)
def test_a_day_ends_where_the_next_begins(raw, end):
    assert Day.of(raw).end == Day.of(end).start


def test_the_last_year_of_the_calendar_has_an_end():
    assert Day.of("9999").end == Day.of("9999-12-31").end > Day.of("9999-12-30").end


def test_before_and_overlaps_respect_precision():
    year, month, day = Day.of("2012"), Day.of("2012-05"), Day.of("2012-05-25")
    assert year.overlaps(day)
    assert month.overlaps(day)
    assert not year.before(day)
    assert Day.of("2011").before(day)
    assert Day.of("2012-05-24").before(day)
    assert not Day.of("2012-05-24").overlaps(day)


def test_whole_day_drops_the_time_and_nothing_else():
    assert Day.of("2012-05-25T16:02Z").whole_day() == Day.of("2012-05-25")
    assert Day.of("2012-05").whole_day() == Day.of("2012-05")


def test_a_day_is_made_from_a_date_and_starts_at_midnight():
    assert Day.of(date(2012, 5, 25)).iso() == "2012-05-25"
    assert Day.of("2012-05-25").start == midnight(date(2012, 5, 25))


@given(st.datetimes(timezones=st.just(UTC)), st.sampled_from([4, 7, 10, 16, 19]))
def test_every_day_is_read_back_from_its_iso_text(instant, length):
    text = instant.isoformat()[:length] + ("Z" if length > 10 else "")
    day = Day.of(text)
    assert day.iso() == text
    assert day.start <= instant
    assert instant < day.end or day.start.year == 9999


@given(st.text())
def test_no_text_is_a_day_but_those_that_read_back(text):
    try:
        day = Day.of(text)
    except ValidationError:
        return
    assert day.iso() == text


SPELLED_COUNTS = [
    (1200, "exact", 1200, 1200),
    (1.5, "exact", 1.5, 1.5),
    ({"about": 300}, "about", 300, 300),
    ({"from": 300, "to": 400}, "range", 300, 400),
    ({"at_most": 50}, "at_most", None, 50),
    ({"fewer_than": 10}, "fewer_than", None, 10),
    ({"at_least": 5}, "at_least", 5, None),
    ({"more_than": 5}, "more_than", 5, None),
    ({"order": "hundreds"}, "order", 200, 999),
]


@pytest.mark.parametrize(("raw", "bound", "low", "high"), SPELLED_COUNTS)
def test_a_count_keeps_its_bound(raw, bound, low, high):
    count = Count.of(raw)
    assert (count.bound, count.min, count.max) == (bound, low, high)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("600", "is not a count: write 600"),
        (True, "is not a count"),
        ([600], "is not a count"),
        (None, "is not a count"),
        ({}, "a count has one bound, or from and to; here: none"),
        ({"from": 3}, "'from' is no bound"),
        ({"about": 3, "at_most": 5}, "one bound, or from and to; here: about, at_most"),
        ({"circa": 3}, "'circa' is no bound of a count: use about"),
        ({"about": "300"}, "about: '300' is not a number"),
        ({"about": True}, "about: 'True' is not a number"),
        ({"from": 3, "to": "many"}, "to: 'many' is not a number"),
        ({"from": 400, "to": 300}, "from 400 is above to 300"),
        ({"order": "dozens"}, "order: dozens is not one of tens, hundreds, thousands"),
        ({"order": ["tens"]}, "is not one of"),
        (-1, "a count is never negative"),
        ({"fewer_than": 0}, "nothing is fewer than 0"),
        ({"about": -300}, "a count is never negative"),
    ],
)
def test_another_spelling_of_a_count_is_refused(raw, message):
    with pytest.raises(ValidationError, match=message):
        Count.of(raw)


def test_what_a_count_is_per_and_how_loose_stays_with_it():
    count = Count.of({"fewer_than": 10, "per": "mission"})
    assert (count.per, count.loose) == ("mission", False)
    assert Count.of({"from": 300, "to": 400, "loose": True}).loose


@pytest.mark.parametrize(
    ("raw", "lowest", "highest", "single"),
    [
        (600, 600, 600, 600),
        ({"about": 300}, 300, 300, 300),
        ({"from": 300, "to": 400}, 300, 400, None),
        ({"at_most": 50}, 0, 50, 50),
        ({"fewer_than": 10}, 0, 9, 10),
        ({"at_least": 5}, 5, float("inf"), 5),
        ({"more_than": 5}, 6, float("inf"), 5),
        ({"order": "tens"}, 20, 99, None),
    ],
)
def test_the_numbers_that_a_wording_allows(raw, lowest, highest, single):
    count = Count.of(raw)
    assert (count.lowest, count.highest, count.single) == (lowest, highest, single)


@pytest.mark.parametrize(
    ("one", "other", "total"),
    [
        (600, 550, 1150),
        (600, {"about": 300}, {"about": 900}),
        (600, {"from": 300, "to": 400}, {"from": 900, "to": 1000}),
        (600, {"at_least": 5}, {"at_least": 605}),
        (600, {"fewer_than": 10}, {"from": 600, "to": 609}),
    ],
)
def test_a_sum_is_as_sure_as_its_parts(one, other, total):
    assert Count.of(one).plus(Count.of(other)) == Count.of(total)


def _counts():
    number = st.integers(0, 5000)
    bounds = st.sampled_from(["about", "at_most", "fewer_than", "at_least", "more_than"])
    ranges = st.tuples(number, number).map(sorted)
    return st.one_of(
        number,
        st.builds(lambda bound, n: {bound: n + 1}, bounds, number),
        ranges.map(lambda pair: {"from": pair[0], "to": pair[1]}),
        st.sampled_from(["tens", "hundreds", "thousands"]).map(lambda order: {"order": order}),
    ).map(Count.of)


@given(_counts(), _counts())
def test_a_sum_holds_every_sum_of_allowed_numbers(one, other):
    total = one.plus(other)
    assert total.lowest <= one.lowest + other.lowest
    assert total.highest >= one.highest + other.highest
    assert total == other.plus(one)
