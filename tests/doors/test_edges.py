"""Edges of Discord that are easy to forget: pings, caches, repeated events, what is kept."""

import re

import discord
import pytest
from simcord.backend import serializers

from bot.config import Settings, SettingsError, read_settings
from bot.doors.discord_bot.client import intents_for
from bot.doors.discord_bot.drawing import escape_body
from bot.store.links import link_of_question, link_of_reply
from bot.store.servers import settings_of
from bot.store.tables import ReplyLink

COUNTED = "how many ATV-2 covers got the octagonal ISS stamp?"
FLOWN = "how many covers flew on ATV-3?"


def test_only_what_is_needed_is_asked_of_discord():
    least = intents_for(message_content=False)
    assert {name for name, on in least if on} == {"guilds", "guild_messages", "dm_messages"}
    assert intents_for(message_content=True).message_content


async def test_nothing_is_cached_and_nobody_is_pinged(club):
    assert not list(club.bot.cached_messages)
    assert club.bot.allowed_mentions.to_dict() == {"parse": []}
    assert not club.bot._connection.member_cache_flags.value


async def test_a_question_cannot_make_the_bot_ping(club):
    role = club.guild.create_role("Everybody")
    evil = f"@everyone @here {role.mention} {club.bob.mention} ATV-2 covers?"
    await club.ask(evil)
    await club.ann.slash(club.channel, "ask", question=evil)
    await club.ann.slash(club.channel, "cover", name="@everyone")
    for reply in club.said():
        stored = club.env.backend.messages[club.channel.id][reply.id]
        assert not stored.mention_everyone
        assert not stored.ping_user_ids
        assert not stored.ping_role_ids
        assert "@everyone" not in reply.content


async def test_a_send_that_is_repeated_shows_once(club):
    asked = await club.ask(COUNTED)
    [sent] = [
        request
        for request in club.env.http_requests
        if request.method == "POST" and request.path.endswith("/messages")
    ]
    assert sent.json["nonce"] == str(asked.id)
    assert sent.json["enforce_nonce"] is True


async def test_an_unfurl_after_a_real_edit_changes_nothing(club):
    asked = await club.ask(COUNTED)
    await club.ann.edit(asked, f"{club.me} {FLOWN}")
    stored = club.env.backend.messages[club.channel.id][asked.id]
    before = len(club.env.http_requests)
    payload = dict(serializers.message_payload(club.env.backend, stored))
    club.env.backend.emit("MESSAGE_UPDATE", payload | {"embeds": [{"title": "unfurled"}]})
    await club.env.settle()
    assert len(club.env.http_requests) == before


async def test_a_new_connection_does_not_sync_again(club):
    before = len(club.env.http_requests)
    await club.bot.on_ready()
    assert len(club.env.http_requests) == before


async def test_removal_while_the_bot_was_away_is_noticed(club):
    settings = await club.bot.desk.server(club.guild.id)
    settings.only_me = True
    await club.bot.desk.keep_server(settings)
    store = club.bot.desk.store
    club.bot._connection._guilds.clear()
    await club.bot.on_ready()
    assert (await settings_of(store, club.guild.id)).left_at is not None


async def test_no_text_that_anybody_wrote_is_kept(club):
    for question in (COUNTED, "how many ATV-2 covers of grandmother Ottilie flew?", "Ottilie?"):
        await club.ask(question)
        await club.ann.slash(club.channel, "ask", question=question)
    store = club.bot.desk.store
    raw = b"".join(path.read_bytes() for path in club.settings.store.parent.glob("flown.sqlite3*"))
    await store.close()
    assert b"atv-2" in raw
    for words in (b"octagonal ISS stamp", b"Ottilie", b"ottilie", b"grandmother"):
        assert words not in raw


async def test_a_link_of_an_older_shape_is_no_obstacle(club):
    asked = await club.ask(COUNTED)
    store = club.bot.desk.store
    link = await link_of_question(store, asked.id)
    async with store.session() as session:
        kept = await session.get(ReplyLink, link.reply_id)
        kept.after = kept.before = {"from": "another time"}
        kept.query = {"want": "something else"}
    await club.ann.send(club.channel, "who signed them?", reply_to=club.last)
    assert "went wrong" not in club.last.content


async def test_a_reply_that_a_moderator_deletes_is_forgotten(club):
    await club.ask(COUNTED)
    reply = club.last
    await club.mod.delete(reply)
    assert await link_of_reply(club.bot.desk.store, reply.id) is None


async def test_days_are_words_and_not_shifted_by_a_time_zone(club, brain):
    await club.ask("when was ATV-2 launched?")
    assert not re.search(r"<t:\d", club.last.content)
    assert "16 February 2011" in club.last.content


async def test_a_server_error_on_sending_is_survived(club, caplog):
    club.env.inject_error("POST", "/channels/*/messages", status=500, times=None)
    await club.ask(COUNTED)
    assert club.said() == []
    assert "answering message" in caplog.text


async def test_direct_messages_follow_edits_and_deletions(club, ann_alone, brain):
    asked = await ann_alone.send_dm(COUNTED)
    await ann_alone.edit(asked, FLOWN)
    answer = escape_body(brain.ask(FLOWN).answer.body)
    channel = ann_alone.dm_channel
    assert answer in channel.last_message.content
    await ann_alone.delete(asked)
    assert all(message.author.id != club.bot.user.id for message in channel.history())


async def test_an_answer_in_a_thread_that_is_not_cached(club, brain):
    parent = club.bot.get_channel(club.channel.id)
    await parent.create_thread(name="talk", type=discord.ChannelType.public_thread)
    await club.env.settle()
    thread = club.channel.threads[-1]
    club.bot.get_guild(club.guild.id)._threads.clear()
    await club.ask(COUNTED, channel=thread)
    assert escape_body(brain.ask(COUNTED).answer.body) in club.said(thread)[-1].content


def test_a_wrong_setting_is_one_sentence(monkeypatch):
    monkeypatch.setenv("FLOWN_MESSAGE_CONTENT", "perhaps")
    with pytest.raises(SettingsError, match="FLOWN_MESSAGE_CONTENT"):
        read_settings()


def test_settings_come_from_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("FLOWN_STORE", str(tmp_path / "x.sqlite3"))
    monkeypatch.setenv("FLOWN_MESSAGE_CONTENT", "1")
    settings = read_settings()
    assert settings.store == tmp_path / "x.sqlite3"
    assert settings.message_content
    assert "secret" not in repr(Settings(DISCORD_TOKEN="secret"))  # noqa: S106
