"""Days as collectors write them in five languages, and what only looks like a day."""

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.values import Day
from bot.questions.days import LANGUAGES, written_days
from bot.questions.normalise import normalise


def read(text):
    """The one day of a text."""
    (written,) = written_days(normalise(text))
    return written


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2012-05-25", "2012-05-25"),
        ("25.05.2012", "2012-05-25"),
        ("25.5.12", "2012-05-25"),
        ("25. 5. 2012", "2012-05-25"),
        ("25/5/2012", "2012-05-25"),
        ("5/25/2012", "2012-05-25"),
        ("25-05-2012", "2012-05-25"),
        ("25-V-2012", "2012-05-25"),
        ("25.V.12", "2012-05-25"),
        ("25 May 2012", "2012-05-25"),
        ("25th of May, 2012", "2012-05-25"),
        ("25-May-2012", "2012-05-25"),
        ("25may2012", "2012-05-25"),
        ("May 25, 2012", "2012-05-25"),
        ("May 25th 2012", "2012-05-25"),
        ("25 mai 2012", "2012-05-25"),
        ("1er mai 2012", "2012-05-01"),
        ("25 février 2012", "2012-02-25"),
        ("25. Mai 2012", "2012-05-25"),
        ("3. März 2012", "2012-03-03"),
        ("25 maggio 2012", "2012-05-25"),
        ("25 мая 2012", "2012-05-25"),
        ("25 Sept. 2012", "2012-09-25"),
        ("29 February 2012", "2012-02-29"),
        ("25.05.98", "1998-05-25"),
        ("May 2012", "2012-05"),
        ("in May of 2012", "2012-05"),
        ("mid 2017", "2017-06"),
        ("mid-2017", "2017-06"),
        ("2012", "2012"),
        ("in 2012?", "2012"),
        ("launched 1998", "1998"),
    ],
)
def test_a_day_in_many_spellings(text, day):
    written = read(text)
    assert written.day == Day.of(day)
    assert written.other is None


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [("2.11.2012", None, None), ("2/11/2012", "2012-11-02", "2012-02-11"),
     ("11/02/12", "2012-02-11", "2012-11-02"), ("5-6-2012", "2012-06-05", "2012-05-06")],
)  # fmt: skip
def test_slashes_leave_the_order_open_and_points_do_not(text, first, second):
    """Americans write the month first; both readings are kept, neither is dropped."""
    written = read(text)
    if first is None:
        assert (written.day, written.other) == (Day.of("2012-11-02"), None)
    else:
        assert (written.day, written.other) == (Day.of(first), Day.of(second))


def test_one_day_that_is_the_same_both_ways_is_not_ambiguous():
    assert read("5/5/2012").other is None


@pytest.mark.parametrize(
    ("text", "month_day"),
    [("28 June", (6, 28)), ("June 28", (6, 28)), ("the 28th of June", (6, 28)),
     ("28. Juni", (6, 28)), ("29 February", (2, 29))],
)  # fmt: skip
def test_a_day_without_a_year(text, month_day):
    written = read(text)
    assert (written.day, written.month_day) == (None, month_day)


@pytest.mark.parametrize(
    "text",
    ["M-15M", "15M", "38/250", "atv-1", "CRS-12", "1,200", "1200 covers", "2000 covers", "600",
     "12:30", "0001 to 1200", "25.05", "#2012", "20125", "1.2012.5", "second"],
)  # fmt: skip
def test_what_is_no_day(text):
    assert written_days(normalise(text)) == []


@pytest.mark.parametrize(
    "text",
    ["31.02.2012", "31/31/2012", "2012-13-01", "32 May", "29.02.2011", "30 February 2012",
     "February 30, 2012", "31 avril 2012"],
)  # fmt: skip
def test_a_day_that_the_calendar_lacks_is_none_and_not_its_month(text):
    for one in written_days(normalise(text)):
        assert one.day is one.other is one.month_day is None


def test_several_days_stand_in_their_order():
    found = written_days(normalise("between 3 May 2012 and 25.06.2013 or in 2015"))
    assert [str(one.day) for one in found] == ["2012-05-03", "2013-06-25", "2015"]


@given(
    st.dates(date(1970, 1, 1), date(2069, 12, 31)),
    st.sampled_from(LANGUAGES),
    st.sampled_from(["d MMMM y", "d MMM y", "MMMM d, y", "dd.MM.y", "d.M.yy", "y-MM-dd"]),
)
def test_every_day_is_read_as_it_is_written_in_each_language(day, language, pattern):
    text = format_date(day, pattern, locale=language)
    assert read(text).day == Day.of(day), text


@given(st.text("0123456789./- mayjunXVI", max_size=24))
def test_no_text_is_too_strange_and_no_two_days_overlap(text):
    folded = normalise(text)
    end = 0
    for one in written_days(folded):
        assert end <= one.start < one.end
        assert folded[one.start : one.end] == one.text
        assert one.day is None or one.month_day is None
        end = one.end
