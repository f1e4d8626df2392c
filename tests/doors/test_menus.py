"""The message context menus answer privately about anyone's message."""

from bot.doors.discord_bot.menus import mentioned_things


def test_things_are_found_in_running_text(brain):
    text = "Sold my ATV-2 folder, looking for Progress M-27M and anything signed by Padalka"
    assert {"atv-2", "progress-m-27m", "padalka"} <= set(mentioned_things(brain, text))


def test_a_mission_that_never_flew_is_not_found(brain):
    assert mentioned_things(brain, "ATV-6 and CRS-99") == []


async def test_look_up_covers_reads_a_message_that_does_not_mention_us(club):
    post = await club.bob.send(club.channel, "got an ATV-2 folder signed by Padalka")
    result = await club.ann.context_menu(club.channel, "Look up covers", post)
    assert result.ephemeral
    assert "ATV-2" in result.response.content
    more = await club.ann.click(result.response, label="ATV-2")
    assert more.ephemeral
    assert "ATV-2" in more.response.content


async def test_look_up_covers_says_when_there_is_nothing(club):
    post = await club.bob.send(club.channel, "good morning")
    result = await club.ann.context_menu(club.channel, "Look up covers", post)
    assert "I find no mission" in result.response.content


async def test_identify_postmark_answers_privately(club):
    post = await club.bob.send(club.channel, "Houston, 2 November 2012")
    result = await club.ann.context_menu(club.channel, "Identify postmark", post)
    assert result.ephemeral
    assert result.response.content
