"""What the door can do is in its documentation, and nothing else is."""

import re
from pathlib import Path

import discord

from bot.config import Settings
from bot.doors.discord_bot import controls, menus, slash, wording
from bot.doors.discord_bot.helping import TOPICS
from bot.doors.discord_bot.serversettings import SWITCHES
from bot.store.links import KEPT_FOR
from bot.store.servers import GRACE

DOCS = Path(__file__).parents[2] / "docs"
COMMANDS = (DOCS / "commands.md").read_text(encoding="utf-8")
ADMIN = (DOCS / "admin.md").read_text(encoding="utf-8")
PRIVACY = (DOCS / "privacy.md").read_text(encoding="utf-8")


def section(heading):
    pattern = rf"^### {re.escape(heading)}$(.*?)(?=^##|\Z)"
    found = re.search(pattern, COMMANDS, re.MULTILINE | re.DOTALL)
    assert found, heading
    return found[1]


def test_every_command_and_option_is_documented():
    for command in slash.ALL:
        text = section(f"/{command.name}")
        for parameter in command.parameters:
            if parameter.name not in {"question", "name"}:
                assert f"`{parameter.name}`" in text, (command.name, parameter.name)


def test_every_menu_is_documented():
    for menu in menus.ALL:
        assert section(menu.name).strip()


def test_no_other_command_is_documented():
    known = {f"/{command.name}" for command in slash.ALL} | {menu.name for menu in menus.ALL}
    assert set(re.findall(r"^### (.+)$", COMMANDS, re.MULTILINE)) == known


async def test_every_button_is_documented():
    for item in (controls.More.to(1), controls.About.to("x"), controls.Wrong.to(),
                 controls.Dismiss.to(1), controls.Cite.to("x")):  # fmt: skip
        assert f"**{item.item.label}**" in COMMANDS


def test_every_setting_of_a_server_is_documented():
    for label in SWITCHES.values():
        assert f"**{label}**" in ADMIN


def test_every_environment_variable_is_documented_and_no_other():
    known = {
        str(field.validation_alias or Settings.environment_name(name))
        for name, field in Settings.model_fields.items()
    }
    assert set(re.findall(r"^\| `([A-Z_]+)`", ADMIN, re.MULTILINE)) == known


def test_the_invitation_asks_for_the_permissions_it_names():
    number = int(re.search(r"permissions=(\d+)", ADMIN)[1])
    asked = {name for name, on in discord.Permissions(number) if on}
    assert asked == {
        "read_messages", "send_messages", "send_messages_in_threads", "read_message_history",
    }  # fmt: skip


def test_the_times_that_privacy_names_are_the_times_kept():
    assert KEPT_FOR.days == 7
    assert "a week" in PRIVACY
    assert f"{GRACE.days} days" in PRIVACY
    assert f"{GRACE.days} days" in wording.PRIVACY
    assert f"{GRACE.days} days" in ADMIN


def test_help_and_documents_name_each_other():
    assert TOPICS["erase"] in PRIVACY
    assert TOPICS["erase"] in COMMANDS
