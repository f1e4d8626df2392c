"""Controls under answers: dismiss, ask about this, wrong or missing; also after a restart."""

import pytest

from bot.answers.answer import Choice
from bot.brain import Reply
from bot.doors.discord_bot.drawing import escape_body
from bot.store.corrections import correction, corrections

COUNTED = "how many ATV-2 covers got the octagonal ISS stamp?"


async def test_many_choices_become_a_select(club, brain, monkeypatch):
    flights = [f"ATV-{n}" for n in range(1, 6)] + ["HTV-1", "HTV-2"]
    choices = tuple(Choice(label=name, question=f"tell me about {name}") for name in flights)
    ask = brain.ask

    def asking_back(text, *args, **options):
        reply = ask(text, *args, **options)
        many = reply.answer.model_copy(update={"status": "ambiguous", "choices": choices})
        return Reply(many, reply.memory) if text == "which?" else reply

    monkeypatch.setattr(club.brain, "ask", asking_back)
    await club.ask("which?")
    await club.restart()
    await club.ann.select(club.last, ["tell me about HTV-2"])
    assert "HTV-2" in club.last.content
    assert len(club.said()) == 1


async def test_the_asker_dismisses_a_reply(club):
    await club.ask(COUNTED)
    await club.ann.click(club.last, label="Dismiss")
    assert club.said() == []


async def test_a_moderator_dismisses_a_reply_after_a_restart(club):
    await club.ask(COUNTED)
    await club.restart()
    await club.mod.click(club.last, label="Dismiss")
    assert club.said() == []


async def test_somebody_else_may_not(club):
    await club.ask(COUNTED)
    result = await club.bob.click(club.last, label="Dismiss")
    assert len(club.said()) == 1
    assert result.ephemeral


async def test_a_commands_answer_is_dismissed(club):
    result = await club.ann.slash(club.channel, "ask", question=COUNTED)
    await club.ann.click(result.response, label="Dismiss")
    assert result.response is None


async def test_what_only_the_asker_sees_needs_no_dismissing(club):
    result = await club.ann.slash(club.channel, "ask", question=COUNTED, only_me=True)
    labels = [b["label"] for row in result.response.components for b in row["components"]]
    assert "Dismiss" not in labels


@pytest.mark.parametrize("restart", [False, True])
async def test_a_commands_answer_is_asked_about(club, brain, restart):
    result = await club.ann.slash(club.channel, "ask", question=COUNTED)
    answer = result.response
    if restart:
        await club.restart()
    shown = await club.bob.click(answer, label="Ask about this")
    result = await club.bob.submit_modal(shown, {"question": "who signed them?"})
    expected = brain.ask("who signed them?", brain.ask(COUNTED).memory).answer
    assert escape_body(expected.body) in result.response.content
    assert not result.ephemeral


async def test_asking_about_a_private_answer_stays_private(club):
    result = await club.ann.slash(club.channel, "ask", question=COUNTED, only_me=True)
    shown = await club.ann.click(result.response, label="Ask about this")
    result = await club.ann.submit_modal(shown, {"question": "who signed them?"})
    assert result.ephemeral


async def test_a_correction_is_kept_with_what_it_is_about(club, brain):
    await club.ask(COUNTED)
    shown = await club.bob.click(club.last, label="Wrong or missing?")
    report = {"wrong": "it was 154", "right": "154", "stands_in": "my album"}
    result = await club.bob.submit_modal(shown, report)
    assert result.ephemeral
    assert "number 1" in result.response.content
    kept = await correction(club.bot.desk.store, 1)
    assert (kept.wrong, kept.right, kept.stands_in) == ("it was 154", "154", "my album")
    assert kept.author_id == club.bob.id
    assert kept.answer == club.last.content
    assert kept.question == str(brain.ask(COUNTED).answer.query)
    assert kept.revision == brain.knowledge.revision
    assert kept.status == "open"


async def test_a_form_that_was_open_during_a_restart_still_arrives(club):
    await club.ask(COUNTED)
    shown = await club.bob.click(club.last, label="Wrong or missing?")
    await club.restart()
    await club.bob.submit_modal(shown, {"wrong": "it was 154"})
    [kept] = await corrections(club.bot.desk.store)
    assert kept.right == ""


async def test_more_pages_are_read_after_a_restart(club):
    await club.ask("list all missions")
    await club.restart()
    result = await club.bob.click(club.last, label="Show more")
    assert result.ephemeral
    assert result.response.content


async def test_a_control_whose_answer_is_forgotten_says_so(club):
    await club.ask("list all missions")
    reply = club.last
    await club.env.advance_time(8 * 24 * 3600)  # the daily cleaning forgets the link
    result = await club.bob.click(reply, label="Show more")
    assert "ask again" in result.response.content
