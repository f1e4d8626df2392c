"""Where the bot answers without a mention, and where it stays silent."""

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.doors.discord_bot import inline
from bot.doors.discord_bot.cards import card_of
from bot.doors.discord_bot.drawing import escape_body
from bot.doors.discord_bot.hearing import question_in
from bot.doors.discord_bot.lookups import lookups

COUNTED = "how many ATV-2 covers got the octagonal ISS stamp?"
FLOWN = "how many covers flew on ATV-3?"
reads_all = pytest.mark.settings(message_content=True)


def body_of(brain, question):
    return escape_body(brain.ask(question).answer.body)


async def configure(club, **changes):
    settings = await club.bot.desk.server(club.guild.id)
    for name, value in changes.items():
        setattr(settings, name, value)
    await club.bot.desk.keep_server(settings)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see [[ATV-2]] and [[La Marianne]]", ["ATV-2", "La Marianne"]),
        ("[[a]] [[b]] [[c]] [[d]]", ["a", "b", "c"]),
        ("[[a]] [[a]]", ["a"]),
        ("`[[ATV-2]]` and ```\n[[ATV-2]]\n```", []),
        ("> [[ATV-2]]\nno", []),
        ("> quoted\n[[ATV-2]]", ["ATV-2"]),
        (">>> all\n[[ATV-2]]", []),
        ("||[[ATV-2]]||", []),
        ("https://a.org/[[ATV-2]]", []),
        ("[[]] [[ ]] [[a\nb]] [a]", []),
        ("[[" + "x" * 101 + "]]", []),
    ],
)
def test_lookups_are_found_where_they_are_meant(text, found):
    assert lookups(text) == found


@given(st.text(alphabet="[]`|>\n aA-2h:/", max_size=400))
def test_any_text_has_few_short_lookups(text):
    found = lookups(text)
    assert len(found) <= 3
    assert all(0 < len(words) <= 100 for words in found)
    assert "<@1>" not in question_in(f"{text}<@1>")


@reads_all
async def test_a_lookup_in_passing_gets_one_line_each_in_one_reply(club):
    await club.ann.send(club.channel, "I have [[ATV-2]] and [[ATV-3]], nothing else")
    [reply] = club.said()
    lines = reply.content.splitlines()
    assert len(lines) == 2
    assert "ATV-2" in lines[0]
    assert "](<https://" in lines[0]


async def test_without_the_intent_a_lookup_works_behind_a_mention(club):
    await club.ann.send(club.channel, "I have [[ATV-2]]")
    assert club.said() == []
    await club.ask("I have [[ATV-2]]")
    assert "ATV-2" in club.last.content


@reads_all
async def test_a_lookup_that_means_nothing_here_is_left_alone(club):
    await club.ann.send(club.channel, "[[qwertyuiop]]")
    assert club.said() == []


@reads_all
async def test_lookups_can_be_switched_off(club):
    await configure(club, inline=False)
    await club.ann.send(club.channel, "[[ATV-2]]")
    assert club.said() == []


@reads_all
async def test_an_edited_lookup_changes_and_a_removed_one_goes(club, brain):
    sent = await club.ann.send(club.channel, "[[ATV-2]]")
    await club.ann.edit(sent, "[[ATV-3]]")
    assert inline.figure_line(card_of(brain, "atv-3")) == club.said()[0].content
    await club.env.advance_time(1)
    await club.ann.edit(sent, "nothing")
    assert club.said() == []


@reads_all
async def test_bots_and_webhooks_look_nothing_up(club):
    robot = club.guild.add_member(club.env.create_user("robot", bot=True))
    await robot.send(club.channel, "[[ATV-2]]")
    await club.guild.create_webhook(club.channel).send("[[ATV-2]]")
    assert club.said() == []


@reads_all
async def test_an_ask_channel_needs_no_mention(club, brain):
    await configure(club, ask_channels=[club.channel.id])
    await club.ann.send(club.channel, COUNTED)
    assert body_of(brain, COUNTED) in club.last.content


@reads_all
async def test_chatter_in_an_ask_channel_is_left_alone(club, brain):
    await configure(club, ask_channels=[club.channel.id])
    chatter = "good morning everybody"
    assert brain.ask(chatter, ambient=True).answer.status == "ignored"
    await club.ann.send(club.channel, chatter)
    assert club.said() == []


@reads_all
async def test_members_talking_to_each_other_in_an_ask_channel_are_left_alone(club):
    await configure(club, ask_channels=[club.channel.id])
    said = await club.ann.send(club.channel, "good morning everybody")
    await club.bob.send(club.channel, "how many covers flew on ATV-7?", reply_to=said)
    assert club.said() == []


@reads_all
async def test_an_ask_channel_includes_its_threads(club, brain):
    await configure(club, ask_channels=[club.channel.id])
    thread = await make_thread(club, club.channel)
    await club.ann.send(thread, COUNTED)
    assert body_of(brain, COUNTED) in club.said(thread)[-1].content


async def make_thread(club, channel):
    parent = club.bot.get_channel(channel.id)
    await parent.create_thread(name="a thread", type=discord.ChannelType.public_thread)
    await club.env.settle()
    return channel.threads[-1]


@reads_all
async def test_in_a_forum_title_and_text_are_one_question(club, brain):
    forum = club.guild.create_forum_channel("questions")
    await configure(club, ask_channels=[forum.id])
    heard = []
    ask = brain.ask

    def listening(text, *args, **options):
        heard.append(text)
        return ask(text, *args, **options)

    club.bot.desk.brain = type("Ear", (), {"ask": staticmethod(listening)})()
    thread = club.env.backend.create_thread(
        forum.id, "ATV-3", owner_id=club.ann.id, message_id=None
    )
    backend = club.env.backend
    message = backend.prepare_message(thread.id, club.ann.id, "how many covers flew?")
    message.id = thread.id
    backend.commit_message(message)
    await club.env.settle()
    assert heard == ["ATV-3\nhow many covers flew?"]


@reads_all
async def test_overheard_questions_are_answered_only_where_that_is_on(club, brain):
    await club.ann.send(club.channel, COUNTED)
    assert club.said() == []
    await configure(club, ambient=True)
    await club.ann.send(club.channel, COUNTED)
    assert body_of(brain, COUNTED) in club.last.content
    said = len(club.said())
    await club.ann.send(club.channel, "how many covers flew on ATV-7?")
    assert len(club.said()) == said


async def test_an_ignored_channel_stays_silent(club):
    await configure(club, ignored_channels=[club.channel.id])
    await club.ask(COUNTED)
    assert club.said() == []
    result = await club.ann.slash(club.channel, "ask", question=COUNTED)
    assert result.ephemeral


async def test_an_ignored_role_is_not_answered(club):
    role = club.guild.create_role("Muted")
    carl = club.guild.add_member(club.env.create_user("carl"), roles=[role])
    await configure(club, ignored_roles=[role.id])
    await club.ask(COUNTED, who=carl)
    assert club.said() == []
    await club.ask(COUNTED)
    assert len(club.said()) == 1


async def test_a_server_may_have_answers_for_the_asker_alone(club):
    await configure(club, only_me=True)
    result = await club.ann.slash(club.channel, "ask", question=COUNTED)
    assert result.ephemeral
    result = await club.ann.slash(club.channel, "ask", question=COUNTED, only_me=False)
    assert not result.ephemeral


async def test_who_asks_too_fast_is_told_once(club):
    for _ in range(9):
        await club.ask(COUNTED)
    said = club.said()
    assert len(said) == 7
    assert "One moment" in said[-1].content
    await club.env.advance_time(31)
    await club.ask(COUNTED)
    assert "One moment" not in club.last.content


async def test_a_command_asked_too_fast_still_gets_a_word(club):
    for _ in range(7):
        result = await club.ann.slash(club.channel, "ask", question=COUNTED)
    assert "One moment" in result.response.content
    assert result.ephemeral


async def test_a_mention_of_the_role_is_explained_once(club):
    role = club.guild.create_role("Flown")
    cached = club.bot.get_guild(club.guild.id).get_role(role.id)
    cached.tags = discord.RoleTags({"bot_id": str(club.bot.user.id)})  # as Discord sends it
    await club.ann.send(club.channel, f"{role.mention} {COUNTED}")
    await club.ann.send(club.channel, f"{role.mention} {COUNTED}")
    [reply] = club.said()
    assert club.me in reply.content


async def test_a_reply_to_a_commands_answer_is_explained(club):
    result = await club.ann.slash(club.channel, "ask", question=COUNTED)
    await club.ann.send(club.channel, "who signed them?", reply_to=result.response.message)
    assert "Ask about this" in club.last.content


async def test_a_question_about_somebodys_post_points_to_the_menu(club, brain):
    assert brain.ask("what's this?").answer.status == "not_understood"
    post = await club.bob.send(club.channel, "I found a cover with an octagonal stamp")
    await club.ask("what's this?", reply_to=post)
    assert "Look up covers" in club.last.content
