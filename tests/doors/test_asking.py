"""Mention, direct message, reply, /ask and /mission reach the same brain."""

import discord
import pytest

from bot.doors.discord_bot.cardtexts import text_of
from bot.doors.discord_bot.drawing import escape_body, pages
from bot.store.links import link_of_reply

COUNTED = "how many ATV-2 covers got the octagonal ISS stamp?"


@pytest.fixture(scope="session")
def ambiguous(brain):
    """A name that several things bear."""
    names = (" ".join(words) for words, things in brain.names.phrases.items() if len(things) > 1)
    return next(name for name in names if brain.ask(name).answer.status == "ambiguous")


def labels(message):
    return [button["label"] for row in message.components for button in row["components"]]


def body_of(brain, question):
    return escape_body(brain.ask(question).answer.body)


async def test_a_mention_is_answered_in_a_reply(club, brain):
    asked = await club.ask(COUNTED)
    [reply] = club.said()
    assert body_of(brain, COUNTED) in reply.content
    assert reply.reference.message_id == asked.id


async def test_the_source_is_a_short_link_in_small_print(club, brain):
    await club.ask(COUNTED)
    citation = brain.ask(COUNTED).answer.citations[0]
    last_line = club.last.content.splitlines()[-1]
    assert last_line.startswith("-# Source")
    assert f"[{citation.name}](<https://" in last_line


async def test_nobody_is_pinged_by_a_reply(club):
    await club.ask(COUNTED)
    stored = club.env.backend.messages[club.channel.id][club.last.id]
    assert not stored.ping_user_ids
    assert not stored.mention_everyone


async def test_the_mention_may_stand_anywhere(club, brain):
    await club.ann.send(club.channel, f"hey {club.me}, {COUNTED}")
    assert body_of(brain, COUNTED) in club.last.content


async def test_a_direct_message_needs_no_mention(club, brain, ann_alone):
    await ann_alone.send_dm(COUNTED)
    assert body_of(brain, COUNTED) in ann_alone.dm_channel.last_message.content


async def test_a_message_to_others_is_left_alone(club):
    await club.ann.send(club.channel, COUNTED)
    assert club.said() == []


async def test_other_bots_and_webhooks_are_left_alone(club):
    robot = club.guild.add_member(club.env.create_user("robot", bot=True))
    await club.ask(COUNTED, who=robot)
    await club.guild.create_webhook(club.channel).send(f"{club.me} {COUNTED}")
    assert club.said() == []


async def test_slash_ask_gives_the_same_answer(club, brain):
    result = await club.ann.slash(club.channel, "ask", question=COUNTED)
    assert body_of(brain, COUNTED) in result.response.content
    assert not result.ephemeral


async def test_slash_ask_answers_one_person_alone(club):
    result = await club.ann.slash(club.channel, "ask", question=COUNTED, only_me=True)
    assert result.ephemeral


async def test_slash_ask_in_a_direct_message(club, brain, ann_alone):
    result = await ann_alone.slash("ask", question=COUNTED)
    assert body_of(brain, COUNTED) in result.response.content


async def test_an_unanswerable_question_is_answered_honestly(club, brain):
    question = "how many covers flew on ATV-7?"
    assert brain.ask(question).answer.status == "unknown_subject"
    await club.ask(question)
    assert body_of(brain, question) in club.last.content


async def test_a_miss_offers_near_names_to_click(club, brain):
    await club.ask("how many covers flew on ATV-7?")
    await club.ann.click(club.last, label="ATV-5")
    assert body_of(brain, "how many covers flew on ATV-5?") in club.last.content


async def test_a_question_with_a_strange_word_is_a_click_away(club, brain):
    await club.ask("who signed the zorbly CRS-21 cover?")
    assert 'did not understand "zorbly"' in club.last.content
    await club.ann.click(club.last, label="Ask that")
    assert body_of(brain, "who signed the CRS-21 cover?") in club.last.content


async def test_a_question_with_a_strange_word_is_a_yes_away(club, brain):
    await club.ask("who signed the zorbly CRS-21 cover?")
    await club.ask("yes")
    assert body_of(brain, "who signed the CRS-21 cover?") in club.last.content


async def test_a_message_with_two_questions_gets_two_answers(club, brain):
    await club.ask("which rocket launched OA-7 and from where?")
    assert "Atlas V" in club.last.content
    assert "Cape Canaveral" in club.last.content


async def test_the_rest_of_two_long_answers_is_a_click_away_after_a_restart(club):
    await club.ask("which ships were launched in 2011? and which covers did La Marianne issue?")
    first = club.last.content
    await club.restart()
    result = await club.ann.click(club.last, label="Show more")
    assert "La Marianne" in first + result.response.content
    assert result.response.content not in first


async def test_words_left_aside_are_named_and_not_stored(club):
    await club.ask("My zorble shows only a fire. Why was Orb-3 destroyed?")
    assert "left aside what I did not understand" in club.last.content
    assert "zorble" in club.last.content
    link = await link_of_reply(club.bot.desk.store, club.last.id)
    assert "zorble" not in str(link)


async def test_a_follow_up_continues_from_the_last_answer(club, brain):
    await club.ask(COUNTED)
    await club.ask("who signed them?")
    expected = brain.ask("who signed them?", brain.ask(COUNTED).memory).answer
    assert expected.status == "answered"
    assert escape_body(expected.body) in club.last.content


async def test_a_reply_to_an_answer_is_a_follow_up(club, brain):
    await club.ask(COUNTED)
    await club.ann.send(club.channel, "who signed them?", reply_to=club.last)
    expected = brain.ask("who signed them?", brain.ask(COUNTED).memory).answer
    assert escape_body(expected.body) in club.last.content


async def test_a_reply_to_an_older_answer_continues_from_that_one(club, brain):
    await club.ask(COUNTED)
    first = club.last
    await club.ask("how many covers flew on ATV-3?")
    await club.bob.send(club.channel, "who signed them?", reply_to=first)
    expected = brain.ask("who signed them?", brain.ask(COUNTED).memory).answer
    assert escape_body(expected.body) in club.last.content


async def test_more_shows_the_next_page_to_a_mention_and_to_a_reply(club, brain):
    pages_told, memory = [], None
    for text in ("all Cygnus flights", "more", "more"):
        told = brain.ask(text, memory)
        memory = told.memory
        pages_told.append(escape_body(told.answer.body))
    await club.ask("all Cygnus flights")
    first = club.last
    await club.ask("more")
    assert pages_told[1] in club.last.content
    await club.ann.send(club.channel, "go on", reply_to=club.last)
    assert pages_told[2] in club.last.content
    await club.bob.send(club.channel, "more please", reply_to=first)
    assert pages_told[1] in club.last.content
    await club.ask("more")
    assert "That was the whole list." in club.last.content


async def test_conversations_are_kept_apart_and_end(club, brain):
    nothing = escape_body(brain.ask("who signed them?").answer.body)
    await club.ask(COUNTED)
    await club.ask("who signed them?", who=club.bob)
    assert nothing in club.last.content
    await club.env.advance_time(16 * 60)
    await club.ask("who signed them?")
    assert nothing in club.last.content


async def test_a_long_answer_is_cut_at_a_line_and_continued_on_request(club, brain):
    question = "list all missions"
    answer = brain.ask(question).answer
    await club.ask(question)
    first = club.last
    assert len(first.content) <= 2000
    shown = first.content
    result = await club.bob.click(first, label="Show more")
    while True:
        assert result.ephemeral
        assert len(result.response.content) <= 2000
        shown += result.response.content
        if "Show more" not in labels(result.response):
            break
        result = await club.bob.click(result.response, label="Show more")
    for line in pages(answer, limit=100_000)[0].splitlines():
        assert line in shown


async def test_an_ambiguous_question_is_completed_by_a_button(club, brain, ambiguous):
    answer = brain.ask(ambiguous).answer
    await club.ask(ambiguous)
    choice = answer.choices[0]
    await club.ann.click(club.last, label=choice.label)
    assert len(club.said()) == 1
    assert body_of(brain, choice.question) in club.last.content


async def test_somebody_elses_choice_is_shown_to_them_alone(club, brain, ambiguous):
    answer = brain.ask(ambiguous).answer
    await club.ask(ambiguous)
    before = club.last.content
    result = await club.bob.click(club.last, label=answer.choices[0].label)
    assert result.ephemeral
    assert club.said()[0].content == before


async def test_slash_mission_tells_about_a_mission(club, brain):
    result = await club.ann.slash(club.channel, "mission", name="atv-2")
    assert "ATV-2" in text_of(result.response.message)


@pytest.mark.parametrize(
    ("typed", "first"),
    [("ATV-2", "atv-2"), ("atv2", "atv-2"), ("Johannes K", "atv-2"), ("kepler", "atv-2")],
)
async def test_mission_names_complete_from_names_and_aliases(club, typed, first):
    choices = await club.ann.autocomplete(club.channel, "mission", "name", typed)
    assert choices[0]["value"] == first


async def test_completion_keeps_to_discords_limits(club):
    for typed in ("", "p", "progress", "x" * 100, "🚀", "'; DROP TABLE"):
        choices = await club.ann.autocomplete(club.channel, "mission", "name", typed)
        assert len(choices) <= 25
        assert all(1 <= len(choice["name"]) <= 100 for choice in choices)


async def test_a_mission_that_never_flew_is_not_replaced_by_a_near_one(club, brain):
    result = await club.ann.slash(club.channel, "mission", name="ATV-6")
    assert brain.ask("tell me about ATV-6").answer.status == "unknown_subject"
    assert escape_body(brain.ask("tell me about ATV-6").answer.body) in result.response.content


async def test_a_failed_question_gets_one_polite_sentence(club, monkeypatch, caplog):
    monkeypatch.setattr(club.brain, "ask", lambda *_, **__: 1 / 0)
    await club.ask(COUNTED)
    assert "Something went wrong" in club.last.content
    assert "Traceback" not in club.last.content
    assert "ZeroDivisionError" in caplog.text


async def test_a_failed_command_gets_one_polite_sentence(club, monkeypatch):
    monkeypatch.setattr(club.brain, "ask", lambda *_, **__: 1 / 0)
    result = await club.ann.slash(club.channel, "ask", question=COUNTED)
    assert "Something went wrong" in result.response.content
    assert result.ephemeral
    assert len(club.env.errors) == 1


async def test_without_permission_to_send_nothing_breaks(club):
    mute = discord.PermissionOverwrite(send_messages=False)
    closed = club.guild.create_text_channel("closed", overwrites={club.bot.user: mute})
    await club.ask(COUNTED, channel=closed)
    assert club.said(closed) == []


async def test_strange_input_is_survived(club):
    for text in (
        "",
        "🚀🚀🚀",
        "x" * 1900,
        "```py\nprint(1)\n```",
        "@everyone @here <@&1> how many?",
        "'; DROP TABLE covers; --",
        "\u202e\u200b\u0000 ATV-2",
        "[[[[]]]]",
        "**ATV-2** __print run__ ||spoiler||",
    ):
        await club.ask(text)
        await club.env.advance_time(60)
        assert len(club.last.content) <= 2000
        assert "@everyone" not in club.last.content
    assert not club.env.errors
