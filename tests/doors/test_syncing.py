"""The commands are told to Discord when they changed, and only then."""

from discord import app_commands

from bot.doors.discord_bot import slash


def syncs(club):
    return [
        request
        for request in club.env.http_requests
        if request.method == "PUT" and request.path.endswith("/commands")
    ]


async def test_the_first_start_syncs(club):
    assert len(syncs(club)) == 1


async def test_a_restart_with_the_same_commands_does_not(club):
    await club.restart()
    assert len(syncs(club)) == 1


async def test_a_restart_with_other_commands_does(club, monkeypatch):
    @app_commands.command(name="newest", description="A command that is new")
    async def newest(interaction):
        del interaction

    monkeypatch.setattr(slash, "ALL", (*slash.ALL, newest))
    await club.restart()
    assert len(syncs(club)) == 2


async def test_a_failed_sync_does_not_keep_the_bot_from_answering(club, monkeypatch, caplog):
    await club.bot.desk.store.close()
    (club.settings.store).unlink()
    club.env.inject_error("PUT", "/applications/*/commands", status=500)
    await club.restart()
    assert "could not be synced" in caplog.text
    await club.ask("ATV-2")
    assert club.said()
