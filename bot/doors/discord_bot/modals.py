"""The two forms: "Wrong or missing?" and "Ask about this".

A form is handled by its custom_id alone, so one that was open during a restart still arrives.
"""

from __future__ import annotations

from typing import Any

import discord
from discord.ui import Label, Modal, TextInput

from bot.doors.discord_bot.answering import answer_interaction
from bot.doors.discord_bot.cardtexts import text_of
from bot.doors.discord_bot.exchange import Place, memory_from, query_from
from bot.doors.discord_bot.speaking import desk_of, guarded, link_under, say
from bot.doors.discord_bot.wording import THANKS
from bot.questions.query import Memory
from bot.store.corrections import submit
from bot.store.tables import Correction

Interaction = discord.Interaction[Any]

LONG = 1000
SHORT = 300


def wrong_or_missing(thing: str) -> Modal:
    """The form for whoever found a mistake or knows more; `thing` is an id or empty."""
    modal = Modal(title="Wrong or missing?", custom_id=f"wrong:{thing}")
    paragraph = discord.TextStyle.paragraph
    wrong: TextInput[Any] = TextInput(custom_id="wrong", style=paragraph, max_length=LONG)
    right: TextInput[Any] = TextInput(custom_id="right", required=False, max_length=SHORT)
    stands: TextInput[Any] = TextInput(custom_id="stands_in", required=False, max_length=SHORT)
    modal.add_item(Label(text="What is wrong or missing?", component=wrong))
    modal.add_item(Label(text="What is right?", component=right))
    modal.add_item(
        Label(
            text="Where does it stand?",
            description="A link, a catalogue, or the cover itself",
            component=stands,
        )
    )
    return modal


def ask_about(thing: str) -> Modal:
    """The form for a question about what a command's answer or card shows."""
    modal = Modal(title="Ask about this", custom_id=f"about:{thing}")
    question: TextInput[Any] = TextInput(custom_id="question", max_length=SHORT)
    modal.add_item(Label(text="Your question", component=question))
    return modal


@guarded
async def submitted(interaction: Interaction, /) -> None:
    """Take care of a form of ours that was sent in."""
    data: dict[str, Any] = dict(interaction.data or {})
    form, _, thing = str(data.get("custom_id", "")).partition(":")
    values = _values(data.get("components", []))
    if form == "wrong":
        await _keep_correction(interaction, thing, values)
    elif form == "about":
        memory = await _memory_about(interaction, thing)
        alone = interaction.message is not None and interaction.message.flags.ephemeral
        await answer_interaction(
            desk_of(interaction),
            interaction,
            values.get("question", ""),
            only_me=alone or None,
            memory=memory,
        )


def _values(components: list[dict[str, Any]]) -> dict[str, str]:
    """The texts of a form by the custom_id of their inputs."""
    found: dict[str, str] = {}
    for component in components:
        inner = component.get("component")
        found |= _values([inner] if isinstance(inner, dict) else component.get("components", []))
        if "value" in component:
            found[str(component.get("custom_id"))] = str(component["value"] or "").strip()
    return found


async def _memory_about(interaction: Interaction, thing: str) -> Memory:
    """What a question about this message continues from."""
    link = await link_under(interaction)
    if link is not None:
        return memory_from(link.after)
    brain = desk_of(interaction).brain
    name = brain.knowledge.name_of(thing)
    return brain.ask(f"tell me about {name}").memory if thing in brain.knowledge else Memory()


async def _keep_correction(interaction: Interaction, thing: str, values: dict[str, str]) -> None:
    desk = desk_of(interaction)
    link = await link_under(interaction)
    place = Place.of(interaction)
    after = memory_from(link.after if link else None)
    query = query_from(link.query if link else None)
    number = await submit(
        desk.store,
        Correction(
            author_id=place.person_id,
            guild_id=place.guild_id,
            wrong=values.get("wrong", ""),
            right=values.get("right", ""),
            stands_in=values.get("stands_in", ""),
            question=str(query) if query else f"card of {thing}" if thing else "",
            answer=text_of(interaction.message) if interaction.message else "",
            subjects=[thing] if thing else list(after.subjects),
            revision=desk.brain.knowledge.revision,
            created_at=interaction.created_at,
        ),
    )
    await say(interaction, THANKS.format(number=number))
