"""`/settings`: only for who may manage the server, kept over restarts, erased on request."""

from datetime import timedelta

import pytest

from bot.store.servers import GRACE, erase_left_servers, note_left, note_returned, settings_of


async def shown(club):
    return await club.mod.slash(club.channel, "settings")


async def test_only_admins_may_see_or_change_settings(club):
    assert "settings" not in club.ann.available_commands(club.channel)
    result = await shown(club)
    assert result.ephemeral
    assert "Ask channels: none" in result.response.content


async def test_discords_permission_is_checked_again_by_us(club):
    """An admin may have opened the command to everybody; that does not open the settings."""
    result = await shown(club)
    [command] = [c for c in club.env.backend.commands[None].values() if c["name"] == "settings"]
    club.guild.set_command_permissions(int(command["id"]), {club.ann: True})
    result = await club.ann.slash(club.channel, "settings")
    assert "manage the server" in result.response.content
    assert not result.response.components


async def test_settings_are_changed_and_survive_a_restart(club):
    result = await shown(club)
    await club.mod.select(result.response, [club.channel], custom_id="set:ask")
    await club.mod.click(result.response, custom_id="set:inline:0")
    await club.mod.click(result.response, custom_id="set:ambient:1")
    assert f"Ask channels: <#{club.channel.id}>" in result.response.content
    await club.restart()
    settings = await club.bot.desk.server(club.guild.id)
    assert settings.ask_channels == [club.channel.id]
    assert (settings.inline, settings.ambient, settings.only_me) == (False, True, False)


async def test_roles_and_silent_channels_are_chosen(club):
    role = club.guild.create_role("Muted")
    result = await shown(club)
    await club.mod.select(result.response, [role], custom_id="set:roles")
    await club.mod.select(result.response, [club.channel], custom_id="set:channels")
    settings = await settings_of(club.bot.desk.store, club.guild.id)
    assert settings.ignored_roles == [role.id]
    assert settings.ignored_channels == [club.channel.id]


async def test_the_controls_work_after_a_restart(club):
    result = await shown(club)
    await club.restart()
    await club.mod.click(result.response, custom_id="set:only_me:1")
    assert (await club.bot.desk.server(club.guild.id)).only_me


async def test_without_the_intent_it_says_what_has_no_effect(club):
    assert "Message Content" in (await shown(club)).response.content


@pytest.mark.settings(message_content=True)
async def test_with_the_intent_it_does_not(club):
    assert "Message Content" not in (await shown(club)).response.content


async def test_a_server_is_erased_on_request(club):
    result = await shown(club)
    await club.mod.click(result.response, custom_id="set:only_me:1")
    await club.mod.click(result.response, label="Erase this server's data")
    assert not (await settings_of(club.bot.desk.store, club.guild.id)).only_me


async def test_a_server_is_erased_some_time_after_the_bot_was_removed(club):
    store, now = club.bot.desk.store, club.env.now()
    result = await shown(club)
    await club.mod.click(result.response, custom_id="set:only_me:1")
    await note_left(store, club.guild.id, now)
    assert await erase_left_servers(store, now + GRACE / 2) == []
    await note_returned(store, club.guild.id)
    assert await erase_left_servers(store, now + GRACE * 2) == []
    await note_left(store, club.guild.id, now)
    assert await erase_left_servers(store, now + GRACE + timedelta(days=1)) == [club.guild.id]
    assert not (await settings_of(store, club.guild.id)).only_me


async def test_removal_is_noticed(club):
    result = await shown(club)
    await club.mod.click(result.response, custom_id="set:only_me:1")
    club.env.backend.remove_guild(club.guild.id)
    await club.env.settle()
    settings = await settings_of(club.bot.desk.store, club.guild.id)
    assert settings.left_at is not None
