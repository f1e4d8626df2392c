"""Drawn text shows as written, pings nobody, and keeps within Discord's limits."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.answer import Answer, Choice, Citation
from bot.doors.discord_bot import controls
from bot.doors.discord_bot.composing import compose
from bot.doors.discord_bot.drawing import escape, escape_body, pages, sources_line, split
from bot.questions.query import Query

ARTICLE = Citation(id="a", name="fimych.com, about 2017", url="https://fimych.com/iss")


def shown(drawn):
    """What a reader sees of escaped text: the character after each backslash, no invisible ones."""
    return re.sub(r"\\(.)", r"\1", drawn).replace("\u200b", "")


@pytest.mark.parametrize(
    "text",
    ["_M_*15*M", "a~~b~~", "||x||", "`code`", "[a](b)", "# head", "> quote", "1. one", "-# small"],
)
def test_markdown_in_data_shows_as_written(text):
    drawn = escape(text)
    assert shown(drawn) == text
    assert drawn != text


@pytest.mark.parametrize(
    "text", ["@everyone", "@here", "<@123456789012345678>", "<@&123456789012345678>"]
)
def test_mentions_in_data_are_inert(text):
    drawn = escape(text)
    assert text not in drawn
    assert not re.search(r"(?<!\\)<@", drawn)


@pytest.mark.parametrize("text", ["<#1>", "<t:0:R>", "</ask:1>", "<:rocket:1>", "<id:browse>"])
def test_discords_own_tokens_in_data_are_inert(text):
    assert escape(text).startswith(r"\<")


def test_a_list_stays_a_list():
    assert escape_body("Two:\n- one_two\n- three") == "Two:\n- one\\_two\n- three"


def test_a_link_in_data_unfolds_nothing():
    assert escape("see https://a.org/x_y now") == "see <https://a.org/x_y> now"


def test_direction_marks_are_dropped():
    assert escape("a\u202eb\u200bc") == "abc"


def test_the_sources_line_names_and_links():
    assert (
        sources_line([ARTICLE]) == "-# Source: [fimych.com, about 2017](<https://fimych.com/iss>)"
    )
    two = [ARTICLE, Citation(id="b", name="a club's list")]
    assert sources_line(two).endswith("; a club's list")
    assert sources_line(two).startswith("-# Sources: ")


def test_many_sources_are_cut_and_counted():
    many = [Citation(id=str(n), name=f"source number {n} " + "x" * 60) for n in range(40)]
    line = sources_line(many)
    assert len(line) < 900
    assert re.search(r"and \d+ more$", line)


def test_every_page_carries_its_sources():
    body = "\n".join(f"- item {n} and some words about it" for n in range(300))
    drawn = pages(Answer(status="answered", body=body, citations=(ARTICLE,)))
    assert len(drawn) > 3
    assert all(page.endswith(sources_line([ARTICLE])) for page in drawn)


@given(st.text(max_size=6000), st.integers(min_value=50, max_value=2000))
def test_pieces_keep_the_limit_and_lose_nothing_but_space(text, limit):
    pieces = split(text, limit)
    assert all(len(piece) <= limit for piece in pieces)
    kept = re.sub(r"\s", "", "".join(pieces))
    assert kept == re.sub(r"\s", "", text)


@given(st.text(max_size=5000))
def test_any_body_is_drawn_within_the_limit(body):
    drawn = pages(Answer(status="answered", body=body, citations=(ARTICLE,)))
    assert drawn
    assert all(len(page) <= 2000 for page in drawn)
    assert not any("@everyone" in page or "@here" in page for page in drawn)


@given(st.lists(st.tuples(st.text(max_size=200), st.text(max_size=200)), max_size=40))
def test_any_choices_make_valid_controls(pairs):
    found = [Choice(label=label, question=question) for label, question in pairs]
    items = controls.choices(found)
    assert len(items) <= 5
    for item in items:
        assert 1 <= len(item.custom_id) <= 100
    assert len({item.custom_id for item in items}) == len(items)


def test_a_long_answer_without_a_query_is_cut():
    plain = compose(Answer(status="not_understood", body="word " * 2000), asker=1)
    assert len(plain.content) <= 2000
    assert [item.custom_id for item in plain.items] == ["dismiss:1"]
    whole = compose(
        Answer(status="answered", body="word " * 2000, query=Query(want="help")), asker=1
    )
    assert [item.custom_id for item in whole.items] == ["more:0:1", "dismiss:1"]
