"""Telling Discord our commands, and only when they changed."""

from __future__ import annotations

import hashlib
import json
import logging
from typing import Any

import discord
from discord import app_commands

from bot.store import Store
from bot.store.notes import keep_note, read_note

log = logging.getLogger(__name__)


async def command_payloads(tree: app_commands.CommandTree[Any]) -> list[dict[str, Any]]:
    """Every global command as Discord is told it, with its translations."""
    payloads = []
    for command in tree.get_commands():
        if tree.translator is None:
            payloads.append(command.to_dict(tree))
        else:
            payloads.append(await command.get_translated_payload(tree, tree.translator))
    return payloads


async def sync_when_changed(tree: app_commands.CommandTree[Any], store: Store) -> bool:
    """Sync the global commands unless the last sync was of the same set; whether it synced."""
    payloads = json.dumps(await command_payloads(tree), sort_keys=True)
    digest = hashlib.sha256(payloads.encode()).hexdigest()
    key = f"commands of {tree.client.application_id}"
    if await read_note(store, key) == digest:
        return False
    try:
        await tree.sync()
    except discord.HTTPException:
        log.exception("the commands could not be synced; mentions and DMs still work")
        return False
    await keep_note(store, key, digest)
    log.info("commands synced")
    return True
