"""The reply follows its question: edited with it, deleted with it, also after a restart."""

import asyncio

from simcord.backend import serializers

from bot.doors.discord_bot import answering
from bot.doors.discord_bot.drawing import escape_body

FIRST = "how many ATV-2 covers got the octagonal ISS stamp?"
SECOND = "how many covers flew on ATV-3?"


def body_of(brain, question):
    return escape_body(brain.ask(question).answer.body)


async def test_an_edited_question_changes_its_reply(club, brain):
    asked = await club.ask(FIRST)
    await club.ann.edit(asked, f"{club.me} {SECOND}")
    [reply] = club.said()
    assert body_of(brain, SECOND) in reply.content


async def test_an_edit_after_a_restart_changes_the_reply(club, brain):
    asked = await club.ask(FIRST)
    await club.restart()
    await club.ann.edit(asked, f"{club.me} {SECOND}")
    [reply] = club.said()
    assert body_of(brain, SECOND) in reply.content


async def test_an_unfurled_link_is_no_edit(club):
    asked = await club.ask(FIRST)
    before = len(club.env.http_requests)
    stored = club.env.backend.messages[club.channel.id][asked.id]
    club.env.backend.emit(
        "MESSAGE_UPDATE", dict(simcord_payload(club, stored), embeds=[{"title": "unfurled"}])
    )
    await club.env.settle()
    assert len(club.env.http_requests) == before


async def test_an_edit_that_removes_the_mention_leaves_the_reply(club, brain):
    asked = await club.ask(FIRST)
    await club.ann.edit(asked, SECOND)
    [reply] = club.said()
    assert body_of(brain, FIRST) in reply.content


async def test_a_deleted_question_takes_its_reply_along(club):
    asked = await club.ask(FIRST)
    await club.ann.delete(asked)
    assert club.said() == []


async def test_a_deletion_after_a_restart_takes_the_reply_along(club):
    asked = await club.ask(FIRST)
    await club.restart()
    await club.ann.delete(asked)
    assert club.said() == []


async def test_a_bulk_deletion_takes_the_replies_along(club):
    asked = [await club.ask(FIRST), await club.ask(SECOND)]
    club.env.backend.bulk_delete_messages(club.channel.id, [message.id for message in asked])
    await club.env.settle()
    assert club.said() == []


async def test_a_question_that_is_gone_gets_no_reply(club):
    club.env.inject_error(
        "POST", "/channels/*/messages", status=400, code=50035, message="Unknown message"
    )
    await club.ask(FIRST)
    assert club.said() == []


async def test_a_question_deleted_while_answering_keeps_no_reply(club, monkeypatch):
    """The deletion reaches us before our reply is on record."""
    ask = club.brain.ask

    def deleted_meanwhile(*args, **options):
        club.env.backend.delete_message(club.channel.id, club.channel.last_message.id)
        return ask(*args, **options)

    monkeypatch.setattr(club.brain, "ask", deleted_meanwhile)
    await club.ask(FIRST)
    assert club.said() == []


async def test_a_question_deleted_while_the_reply_is_kept_keeps_no_reply(club, monkeypatch):
    keep = answering.keep_link

    async def deleted_meanwhile(store, link):
        club.env.backend.delete_message(club.channel.id, link.question_id)
        await asyncio.sleep(0)
        await keep(store, link)

    monkeypatch.setattr(answering, "keep_link", deleted_meanwhile)
    await club.ask(FIRST)
    await club.env.settle()
    assert club.said() == []


async def test_an_edited_question_changes_what_is_remembered(club, brain):
    asked = await club.ask(SECOND)
    await club.ann.edit(asked, f"{club.me} {FIRST}")
    await club.ask("who signed them?")
    expected = brain.ask("who signed them?", brain.ask(FIRST).memory).answer
    assert escape_body(expected.body) in club.last.content


async def test_after_a_restart_a_reply_still_continues_from_its_answer(club, brain):
    await club.ask(FIRST)
    first = club.last
    await club.restart()
    await club.ann.send(club.channel, "who signed them?", reply_to=first)
    expected = brain.ask("who signed them?", brain.ask(FIRST).memory).answer
    assert escape_body(expected.body) in club.last.content


def simcord_payload(club, stored):
    return serializers.message_payload(club.env.backend, stored)
