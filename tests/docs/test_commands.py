"""docs/commands.md names every command, option and menu of the bot."""

from __future__ import annotations

import re

import pytest
from discord import app_commands

from bot.doors.discord_bot import menus, slash
from tests.docs import console
from tests.docs.pages import ROOT

PAGE = console.read(ROOT / "docs" / "commands.md")


def walk(commands):
    for command in commands:
        yield command
        if isinstance(command, app_commands.Group):
            yield from walk(command.commands)


@pytest.mark.parametrize("command", list(walk(slash.ALL)), ids=lambda c: c.qualified_name)
def test_every_slash_command_is_documented_with_what_may_be_left_out(command):
    title = rf"^### /{re.escape(command.qualified_name)}\n(.*?)(?=^##|\Z)"
    described = re.search(title, PAGE, re.MULTILINE | re.DOTALL)
    assert described, f"no heading for /{command.qualified_name}"
    parameters = getattr(command, "parameters", [])
    options = [option.display_name for option in parameters if not option.required]
    assert [name for name in options if f"`{name}`" not in described[1]] == []


@pytest.mark.parametrize("menu", menus.ALL, ids=lambda menu: menu.name)
def test_every_message_menu_is_documented(menu):
    assert menu.name in PAGE
