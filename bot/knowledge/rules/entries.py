"""Walking through a record entry by entry, and pointing at the line of one."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Record, Where
from bot.knowledge.yamlfile import EntryPath, Problem


def problem(knowledge: Knowledge, record: Record, path: EntryPath, text: str) -> Problem:
    """A problem of one entry of a record, at the line of that entry."""
    where = knowledge.where(record, *path)
    return Problem(where.file, where.line, f"{record.id}: {text}")


def entries(part: BaseModel, path: EntryPath = ()) -> Iterator[tuple[EntryPath, BaseModel]]:
    """A model and every model inside it, each with its path in the words of the file."""
    yield path, part
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        written = (*path, info.alias or name)
        if isinstance(value, BaseModel) and not isinstance(value, Where):
            yield from entries(value, written)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from entries(item, (*written, index))
