"""The message context menus answer privately about anyone's message."""

from bot.doors.discord_bot.cardtexts import text_of
from bot.doors.discord_bot.drawing import escape_body
from bot.doors.discord_bot.menus import mentioned_things


async def test_things_are_found_in_running_text(club):
    text = "Sold my ATV-2 folder, looking for Progress M-27M and anything signed by Padalka"
    assert {"atv-2", "progress-m-27m", "padalka"} <= set(mentioned_things(club.bot.desk, text))


async def test_a_mission_that_never_flew_is_not_found(club):
    assert mentioned_things(club.bot.desk, "ATV-6 and CRS-99") == []


async def test_look_up_covers_reads_a_message_that_does_not_mention_us(club):
    post = await club.bob.send(club.channel, "got an ATV-2 folder signed by Padalka")
    result = await club.ann.context_menu(club.channel, "Look up covers", post)
    assert result.ephemeral
    assert "ATV-2" in result.response.content
    more = await club.ann.click(result.response, custom_id="card:atv-2")
    assert more.ephemeral
    assert "ATV-2" in text_of(more.response.message)


async def test_look_up_covers_says_when_there_is_nothing(club):
    post = await club.bob.send(club.channel, "good morning")
    result = await club.ann.context_menu(club.channel, "Look up covers", post)
    assert "I find no mission" in result.response.content


async def test_identify_postmark_answers_privately(club, brain):
    post = await club.bob.send(
        club.channel, "Found at a fair: Houston, 2 November 2012, nice cover"
    )
    result = await club.ann.context_menu(club.channel, "Identify postmark", post)
    assert result.ephemeral
    expected = brain.ask("I have a postmark of Houston of 2 November 2012").answer
    assert expected.status == "answered"
    assert escape_body(expected.body) in result.response.content
