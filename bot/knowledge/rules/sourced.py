"""No fact without a source, and no source that nothing rests on."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Source
from bot.knowledge.rules.entries import entries, problem
from bot.knowledge.yamlfile import Problem


def check(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield a problem for every record without a source and every source that is never named."""
    for record in knowledge:
        if not record.source and not isinstance(record, Source):
            yield problem(knowledge, record, (), "has no source: say where its facts are from")
    named = _named_sources(knowledge)
    for source in knowledge.all(Source):
        if source.id not in named:
            yield problem(knowledge, source, (), "no fact names this source: use it or remove it")


def _named_sources(knowledge: Knowledge) -> set[str]:
    return {
        source_id
        for record in knowledge
        if not isinstance(record, Source)  # that a source vouches for itself is no use of it
        for _, part in entries(record)
        for source_id in getattr(part, "source", ())
    }
