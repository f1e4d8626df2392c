"""The slash commands beside /ask and /mission."""

import pytest

from bot.doors.discord_bot.drawing import escape_body
from bot.doors.discord_bot.filters import Filters, Unknown, query_of
from bot.doors.discord_bot.postmarks import events, right_postmark
from bot.store.corrections import correction
from bot.store.links import link_of_reply


async def test_printrun_answers_for_one_cover(club):
    result = await club.ann.slash(club.channel, "printrun", cover="atv-2-folder-la-marianne")
    assert "600 folders" in result.response.content


async def test_printrun_says_when_only_another_number_is_known(club):
    result = await club.ann.slash(club.channel, "printrun", cover="atv-2-flown-la-marianne")
    assert "No print run" in result.response.content
    assert "600" in result.response.content


async def test_printrun_of_typed_words_is_a_question(club, brain):
    result = await club.ann.slash(club.channel, "printrun", cover="ATV-1 folder")
    expected = brain.ask("print run of ATV-1 folder").answer.body
    assert escape_body(expected) in result.response.content


async def test_list_by_signer(club):
    result = await club.ann.slash(club.channel, "list", what="cover", signer="padalka")
    assert "Dragon C2" in result.response.content


async def test_list_combines_its_filters(club):
    result = await club.ann.slash(club.channel, "list", what="mission", flight="atv", year=2012)
    assert "ATV-3" in result.response.content
    assert "ATV-2" not in result.response.content


async def test_list_is_paged(club):
    result = await club.ann.slash(club.channel, "list", what="mission")
    more = await club.ann.click(result.response, label="Show more")
    assert more.response.content != result.response.content


async def test_list_says_which_name_means_nothing(club):
    result = await club.ann.slash(club.channel, "list", what="cover", maker="*Nobody*")
    assert r"\*Nobody\*" in result.response.content
    assert result.ephemeral


def test_filters_become_conditions(brain):
    query = query_of(brain, Filters("cover", flight="ATV-2", maker="La Marianne", year=2011))
    assert {condition.field for condition in query.where} == {"about", "by_party"}
    assert query_of(brain, Filters("mission", flight="Progress M")).where
    assert query_of(brain, Filters("cover", signer="ATV-2")) == Unknown("ATV-2")


async def test_postmark_for_a_flight_and_event(club):
    result = await club.ann.slash(club.channel, "postmark", flight="progress", event="launch")
    assert "Baikonur" in result.response.content
    assert "-# Source" in result.response.content


async def test_postmark_identifies(club, brain):
    result = await club.ann.slash(club.channel, "postmark", place="houston", day="2 November 2012")
    assert "ATV-3" in result.response.content


async def test_postmark_without_options_says_what_it_needs(club):
    result = await club.ann.slash(club.channel, "postmark")
    assert "Name a flight" in result.response.content


def test_every_line_has_an_answer_for_every_event(brain):
    for programme in brain.knowledge.of_kind("programme"):
        for event in (None, *events(brain.knowledge)):
            answer = right_postmark(brain.knowledge, programme.id, event)
            assert answer.status in {"answered", "not_recorded"}
            assert bool(answer.citations) == (answer.status == "answered")


@pytest.mark.parametrize(
    "option",
    [
        ("list", "flight"),
        ("list", "maker"),
        ("list", "signer"),
        ("list", "place"),
        ("postmark", "event"),
        ("cover", "name"),
    ],
)
async def test_options_complete(club, option):
    choices = await club.ann.autocomplete(club.channel, *option, "")
    assert 0 < len(choices) <= 25


async def test_help_turns_its_pages_in_place(club):
    result = await club.ann.slash(club.channel, "help")
    assert result.ephemeral
    assert "Ask me" in result.response.content
    for label, words in (
        ("What do you read here?", "only messages that mention me"),
        ("Sources", "sources"),
        ("Data", club.brain.knowledge.revision),
        ("Privacy", "no message text"),
        ("What can I ask?", "Ask me"),
    ):
        await club.ann.click(result.response, label=label)
        assert words in result.response.content


async def test_help_in_a_direct_message_says_that_everything_is_read(club, ann_alone):
    result = await ann_alone.slash("help")
    await ann_alone.click(result.response, label="What do you read here?")
    assert "every message" in result.response.content


async def test_erasing_forgets_a_person(club):
    await club.ask("how many ATV-2 covers got the octagonal ISS stamp?")
    reply = club.last
    shown = await club.ann.click(reply, label="Wrong or missing?")
    await club.ann.submit_modal(shown, {"wrong": "no"})
    result = await club.ann.slash(club.channel, "help")
    await club.ann.click(result.response, label="Erase my data")
    store = club.bot.desk.store
    assert await link_of_reply(store, reply.id) is None
    assert (await correction(store, 1)).author_id is None
