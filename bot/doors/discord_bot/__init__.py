"""The Discord door: mention, DM, reply, slash command, menus and cards, all on the one brain."""

from bot.doors.discord_bot.run import run_bot

__all__ = ["run_bot"]
