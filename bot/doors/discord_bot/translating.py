"""Names and descriptions of the commands in the languages that Discord shows them in.

One file a language in `languages/`: `names` for commands and options (one lower-case word each, by
Discord's rules), `texts` for descriptions, choices and menus.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from discord import Locale, app_commands
from discord.app_commands import TranslationContextLocation, TranslationContextTypes, locale_str

from bot.knowledge.yamlfile import read_yaml

FOLDER = Path(__file__).parent / "languages"
LOCALES = {Locale.german: "de", Locale.french: "fr", Locale.russian: "ru"}
_NAMES = {
    TranslationContextLocation.command_name,
    TranslationContextLocation.parameter_name,
    TranslationContextLocation.group_name,
}


@cache
def words(language: str) -> dict[str, dict[str, str]]:
    """The translations into one language, by section.

    Raises:
        ValueError: with every problem of the file.
    """
    file = read_yaml(FOLDER / f"{language}.yaml", f"{language}.yaml")
    if file.problems:
        raise ValueError("\n".join(map(str, file.problems)))
    found: dict[str, dict[str, str]] = file.data
    return found


class Translator(app_commands.Translator):
    """Translates from the files; what a file lacks stays in English."""

    async def translate(
        self, string: locale_str, locale: Locale, context: TranslationContextTypes
    ) -> str | None:
        """The text in the language of `locale`; the English itself for American English."""
        if locale is Locale.american_english:
            return string.message  # else a reader of another English might be shown it translated
        language = LOCALES.get(locale)
        if language is None:
            return None
        section = "names" if _is_name(context) else "texts"
        return words(language)[section].get(string.message)


def _is_name(context: TranslationContextTypes) -> bool:
    """Whether Discord wants one lower-case word; the names of menus are free."""
    data: Any = context.data
    return context.location in _NAMES and not isinstance(data, app_commands.ContextMenu)
