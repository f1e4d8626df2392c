"""`/settings`: what the admins of a server decide, as one private message with controls."""

from __future__ import annotations

import re
from typing import Any, Self, cast

import discord
from discord.ui import Button, ChannelSelect, DynamicItem, Item, RoleSelect

from bot.doors.discord_bot import wording
from bot.doors.discord_bot.speaking import desk_of, guarded, say
from bot.store.tables import ServerSettings

Interaction = discord.Interaction[Any]

MOST = 25  # of channels or roles; as many as one select holds

ASKABLE = [
    discord.ChannelType.text,
    discord.ChannelType.forum,
    discord.ChannelType.public_thread,
    discord.ChannelType.news,
]
SWITCHES = {
    "inline": "[[…]] lookups",
    "ambient": "Answer what is overheard",
    "only_me": "Command answers to the asker alone",
}


def _picked(kind: str) -> str:
    return "ask_channels" if kind == "ask" else f"ignored_{kind}"


class PickChannels(DynamicItem[ChannelSelect[Any]], template=r"set:(?P<kind>ask|channels)"):
    """A select of the channels where no mention is needed, or where the bot stays silent."""

    @classmethod
    def to(cls, kind: str, settings: ServerSettings) -> Self:
        """A select that shows what is set."""
        chosen = getattr(settings, _picked(kind))[:MOST]
        channel = discord.SelectDefaultValueType.channel
        words = "Channels where I answer without a mention" if kind == "ask" else "Silent channels"
        select: ChannelSelect[Any] = ChannelSelect(
            custom_id=f"set:{kind}",
            placeholder=words,
            channel_types=ASKABLE,
            min_values=0,
            max_values=MOST,
            default_values=[discord.SelectDefaultValue(id=n, type=channel) for n in chosen],
        )
        return cls(select)

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /
    ) -> Self:
        """The select as it was sent."""
        del interaction, match
        return cls(cast("ChannelSelect[Any]", item))

    async def callback(self, interaction: Interaction) -> None:
        """Keep the chosen channels."""
        ids = [channel.id for channel in self.item.values]
        await change(interaction, _picked(self.custom_id.partition(":")[2]), ids)


class PickRoles(DynamicItem[RoleSelect[Any]], template=r"set:roles"):
    """A select of the roles that the bot does not answer."""

    @classmethod
    def to(cls, settings: ServerSettings) -> Self:
        """A select that shows what is set."""
        role = discord.SelectDefaultValueType.role
        select: RoleSelect[Any] = RoleSelect(
            custom_id="set:roles",
            placeholder="Roles that I do not answer",
            min_values=0,
            max_values=MOST,
            default_values=[
                discord.SelectDefaultValue(id=n, type=role) for n in settings.ignored_roles[:MOST]
            ],
        )
        return cls(select)

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /
    ) -> Self:
        """The select as it was sent."""
        del interaction, match
        return cls(cast("RoleSelect[Any]", item))

    async def callback(self, interaction: Interaction) -> None:
        """Keep the chosen roles."""
        await change(interaction, "ignored_roles", [role.id for role in self.item.values])


class Switch(
    DynamicItem[Button[Any]], template=r"set:(?P<name>inline|ambient|only_me):(?P<on>[01])"
):
    """A button that turns one setting on or off."""

    def __init__(self, button: Button[Any], name: str, *, on: bool) -> None:
        super().__init__(button)
        self.name = name
        self.on = on

    @classmethod
    def to(cls, name: str, settings: ServerSettings) -> Self:
        """A button that turns the setting to what it is not."""
        on = bool(getattr(settings, name))
        style = discord.ButtonStyle.success if on else discord.ButtonStyle.secondary
        label = f"{SWITCHES[name]}: {'on' if on else 'off'}"
        custom_id = f"set:{name}:{int(not on)}"
        return cls(Button(label=label, custom_id=custom_id, style=style), name, on=not on)

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button as it was sent."""
        del interaction
        return cls(cast("Button[Any]", item), match["name"], on=match["on"] == "1")

    async def callback(self, interaction: Interaction) -> None:
        """Turn it."""
        await change(interaction, self.name, self.on)


class EraseServer(DynamicItem[Button[Any]], template=r"set:erase"):
    """A button that erases everything kept about the server."""

    @classmethod
    def to(cls) -> Self:
        """The button."""
        danger = discord.ButtonStyle.danger
        return cls(Button(label="Erase this server's data", custom_id="set:erase", style=danger))

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button as it was sent."""
        del interaction, match
        return cls(cast("Button[Any]", item))

    async def callback(self, interaction: Interaction) -> None:
        """Erase, and show the defaults."""
        await erase(interaction)


ALL: tuple[type[DynamicItem[Any]], ...] = (PickChannels, PickRoles, Switch, EraseServer)


def settings_text(settings: ServerSettings, *, reads_all: bool) -> str:
    """The settings in words; says what has no effect without MESSAGE_CONTENT."""
    lines = [
        "**Settings of this server**",
        f"Ask channels: {_channels(settings.ask_channels)}",
        f"Silent channels: {_channels(settings.ignored_channels)}",
        f"Roles not answered: {_roles(settings.ignored_roles)}",
    ]
    lines += [
        f"{label}: {'on' if getattr(settings, name) else 'off'}" for name, label in SWITCHES.items()
    ]
    if not reads_all:
        lines.append(wording.READS_ONLY_MENTIONS)
    return "\n".join(lines)


def _channels(ids: list[int]) -> str:
    return " ".join(f"<#{number}>" for number in ids) or "none"


def _roles(ids: list[int]) -> str:
    return " ".join(f"<@&{number}>" for number in ids) or "none"


def settings_view(settings: ServerSettings) -> discord.ui.View:
    """The controls that change the settings."""
    view = discord.ui.View(timeout=None)
    view.add_item(PickChannels.to("ask", settings))
    view.add_item(PickChannels.to("channels", settings))
    view.add_item(PickRoles.to(settings))
    for name in SWITCHES:
        view.add_item(Switch.to(name, settings))
    view.add_item(EraseServer.to())
    return view


async def show(interaction: Interaction) -> None:
    """Show the settings to an admin."""
    if not await _is_admin(interaction):
        return
    desk = desk_of(interaction)
    settings = await desk.server(interaction.guild_id)
    text = settings_text(settings, reads_all=desk.settings.message_content)
    await interaction.response.send_message(text, view=settings_view(settings), ephemeral=True)


@guarded
async def change(interaction: Interaction, name: str, value: object) -> None:
    """Change one setting, if this person may."""
    if interaction.guild_id is None or not await _is_admin(interaction):
        return
    desk = desk_of(interaction)
    now = await desk.server(interaction.guild_id)
    columns = ServerSettings.__table__.columns.keys()
    changed = ServerSettings(**{column: getattr(now, column) for column in columns} | {name: value})
    await desk.keep_server(changed)
    await _redraw(interaction, changed)


@guarded
async def erase(interaction: Interaction) -> None:
    """Erase everything that is kept of this server, if this person may."""
    if interaction.guild_id is None or not await _is_admin(interaction):
        return
    desk = desk_of(interaction)
    await desk.erase_server(interaction.guild_id)
    await _redraw(interaction, await desk.server(interaction.guild_id))


async def _redraw(interaction: Interaction, settings: ServerSettings) -> None:
    text = settings_text(settings, reads_all=desk_of(interaction).settings.message_content)
    await interaction.response.edit_message(content=text, view=settings_view(settings))


async def _is_admin(interaction: Interaction) -> bool:
    """Whether this person may manage the server; Discord's own check is only a default."""
    if interaction.permissions.manage_guild:
        return True
    await say(interaction, wording.NOT_ADMIN)
    return False
