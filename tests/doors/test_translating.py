"""Names of commands and options are valid in every language; nothing is left untranslated."""

import re

import pytest
from discord import app_commands

from bot.doors.discord_bot import menus, slash
from bot.doors.discord_bot.syncing import command_payloads
from bot.doors.discord_bot.translating import LOCALES, words

NAME = re.compile(r"[-_\w]{1,32}")


@pytest.fixture
async def payloads(club):
    return await command_payloads(club.bot.tree)


def names_in(item):
    """Every name of a command or option: the default and its translations."""
    return {"default": item["name"], **item.get("name_localizations", {})}


async def test_the_commands_are_those_of_the_door(payloads):
    assert {p["name"] for p in payloads} == {
        "ask", "mission", "cover", "printrun", "list", "postmark", "help", "settings",
        "Look up covers", "Identify postmark",
    }  # fmt: skip


async def test_every_name_is_valid_everywhere(payloads):
    commands = [payload for payload in payloads if payload["type"] == 1]
    for item in (*commands, *(option for c in commands for option in c["options"])):
        for name in names_in(item).values():
            assert NAME.fullmatch(name), name
            assert name == name.lower()


async def test_names_are_distinct_in_every_language(payloads):
    commands = [payload for payload in payloads if payload["type"] == 1]
    for group in (commands, *(command["options"] for command in commands)):
        for locale in ("default", "en-US", *(locale.value for locale in LOCALES)):
            names = [names_in(item)[locale] for item in group]
            assert len(set(names)) == len(names), (locale, names)


async def test_the_default_stands_under_american_english_too(payloads):
    for payload in payloads:
        assert payload["name_localizations"]["en-US"] == payload["name"]


async def test_every_text_is_translated_and_short_enough(payloads):
    for payload in payloads:
        for item in (payload, *payload.get("options", ())):
            for locale in LOCALES:
                assert locale.value in item["name_localizations"], item["name"]
                if "description" in item:
                    text = item["description_localizations"][locale.value]
                    assert 1 <= len(text) <= 100, text
            if "description" in item:
                assert 1 <= len(item["description"]) <= 100


async def test_a_command_is_within_discords_total(payloads):
    for payload in payloads:
        size = len(payload["name"]) + len(payload.get("description", ""))
        for option in payload.get("options", ()):
            size += len(option["name"]) + len(option["description"])
        longest = max((sum(map(len, _texts(payload, locale))) for locale in LOCALES), default=0)
        assert max(size, longest) <= 8000
        assert len(payload.get("options", ())) <= 25


def _texts(payload, locale):
    for item in (payload, *payload.get("options", ())):
        yield item["name_localizations"][locale.value]
        yield item.get("description_localizations", {}).get(locale.value, "")


def test_no_translation_is_left_over():
    used = {menu.name for menu in menus.ALL}
    for command in slash.ALL:
        used |= {command.name, command.description}
        for parameter in command.parameters:
            used |= {parameter.name, str(parameter.description)}
            used |= {choice.name for choice in parameter.choices}
    for language in LOCALES.values():
        for section in words(language).values():
            assert set(section) <= used, set(section) - used


async def test_commands_work_in_servers_direct_messages_and_for_a_users_own_install(payloads):
    for payload in payloads:
        if payload["name"] == "settings":
            assert payload["contexts"] == [0]
            continue
        assert payload["contexts"] == [0, 1, 2], payload["name"]
        assert payload["integration_types"] == [0, 1], payload["name"]


def test_menus_fit():
    kinds = [menu.type for menu in menus.ALL]
    assert len(kinds) <= 5
    assert all(isinstance(menu, app_commands.ContextMenu) for menu in menus.ALL)
