"""Numbers, days, durations and names in words."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import say
from bot.knowledge.values import Count, Day


def test_a_number_of_many_digits_is_told_too():
    assert say.number(9999999999999999832227841).startswith("10,000,000,000,000,000")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (600, "600"),
        (1200, "1,200"),
        (0, "0"),
        ({"about": 300}, "about 300"),
        ({"from": 300, "to": 400}, "300 to 400"),
        ({"from": 300, "to": 400, "loose": True}, "about 300 to 400"),
        ({"at_most": 50}, "at most 50"),
        ({"at_least": 5}, "at least 5"),
        ({"fewer_than": 10}, "fewer than 10"),
        ({"more_than": 5}, "more than 5"),
        ({"fewer_than": 10, "per": "mission"}, "fewer than 10 per mission"),
        ({"order": "hundreds"}, "hundreds"),
        ({"order": "tens"}, "tens"),
        ({"order": "thousands"}, "thousands"),
    ],
)
def test_a_count_keeps_its_bound(raw, words):
    assert say.count(Count.of(raw)) == words


bounds = st.sampled_from(["about", "at_most", "at_least", "fewer_than", "more_than"])


@given(bounds, bounds, st.integers(1, 5000))
def test_different_bounds_are_never_worded_alike(one, other, number):
    words = [say.count(Count.of({bound: number})) for bound in (one, other)]
    assert (words[0] == words[1]) == (one == other)
    assert say.count(Count.of(number)) not in words


@pytest.mark.parametrize(
    ("raw", "form", "words"),
    [
        (1, "cover", "1 cover"),
        (600, "folder", "600 folders"),
        ({"fewer_than": 10, "per": "mission"}, "cover", "fewer than 10 covers per mission"),
        ({"order": "hundreds"}, "cover", "hundreds of covers"),
    ],
)
def test_pieces(raw, form, words):
    assert say.pieces(Count.of(raw), form) == words


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("2008", "2008"),
        ("2008-11", "November 2008"),
        ("2008-11-30", "30 November 2008"),
        ("2008-11-30T21:25Z", "30 November 2008"),
        ("2008-01-01", "1 January 2008"),
    ],
)
def test_a_day_is_no_more_precise_than_its_source(raw, words):
    assert say.day(Day.of(raw)) == words


def test_a_time_is_told_in_utc_and_only_if_there_is_one():
    assert say.day(Day.of("2008-11-30T21:25Z"), with_time=True) == "30 November 2008, 21:25 UTC"
    assert say.day(Day.of("2008-11-30"), with_time=True) == "30 November 2008"


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(days=26), "26 days"),
        (timedelta(days=1, hours=1), "1 day and 1 hour"),
        (timedelta(hours=6, minutes=59), "6 hours"),
        (timedelta(minutes=30), "less than an hour"),
        (timedelta(days=115, hours=22, minutes=47), "115 days and 22 hours"),
    ],
)
def test_a_duration_in_days_and_hours(length, words):
    assert say.duration(length) == words


@given(st.timedeltas(timedelta(0), timedelta(days=9000)))
def test_a_duration_is_rounded_down_and_never_up(length):
    words = say.duration(length)
    parts = {"day": 0, "hour": 0}
    for part in words.replace(",", "").split(" and "):
        amount, unit = part.split()[:2]
        if amount.isdecimal():
            parts[unit.rstrip("s")] = int(amount)
    told = timedelta(days=parts["day"], hours=parts["hour"])
    assert told <= length < told + timedelta(hours=1)


@pytest.mark.parametrize(
    ("items", "words"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_items_of_a_list(items, words):
    assert say.listed(items) == words


@pytest.mark.parametrize(("number", "words"), [(3, "three"), (0, "no"), (10, "ten"), (11, "11")])
def test_small_numbers_as_words(number, words):
    assert say.small(number) == words


@pytest.mark.parametrize(
    ("thing", "words"),
    [
        ("atv-1", "ATV-1 Jules Verne"),
        ("atv-2", "ATV-2"),
        ("ann", "Ann Able"),
        ("one-folder", "ATV-1: One folder"),
        ("unheard-of", "unheard-of"),
    ],
)
def test_names(world, thing, words):
    assert say.name(world.knowledge, thing) == words


def test_a_source_goes_by_its_name_and_date_and_never_by_our_id(world):
    assert say.source_name(world.knowledge.source("club")) == "Club bulletin, about 2017"
    assert say.source_name(world.knowledge.source("forum")) == "Forum"


def test_a_sources_date_is_not_told_twice(knowledge):
    for source in knowledge.of_kind("source"):
        name = say.source_name(source)
        assert source.id not in name.split()
        if source.date is not None and str(source.date.start.year) in source.name:
            assert name == source.name


def test_a_day_without_a_year_is_said_in_words(brain):
    assert say.day_of_any_year("--02-29") == "29 February"
    assert "postmarked on 9 May." in brain.ask("covers postmarked on 9 May").answer.body
