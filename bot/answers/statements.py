"""What a source said at a time, such as "68 flights as of June 2017": as facts and as a line."""

from __future__ import annotations

from bot.answers import say
from bot.answers.sentences import LABELS
from bot.knowledge.base import Knowledge
from bot.knowledge.facts import Fact
from bot.knowledge.records import Record, Statement
from bot.knowledge.values import Count, Day


def statement_facts(thing: Record, fields: set[str]) -> list[Fact]:
    """Dated statements of sources as facts."""
    return [
        Fact(thing.id, said.field, said.value, said.source or thing.source, entry="said")
        for said in thing.statements
        if said.field in fields
    ]


def statement_line(knowledge: Knowledge, said: Statement, default: tuple[str, ...]) -> str:
    """One dated statement of a source: "Number of flights by fimych.com, as of June 2017: 68"."""
    text = str(said.value)
    if isinstance(said.value, Count):
        text = say.count(said.value)
    elif isinstance(said.value, Day):
        text = say.day(said.value)
    name = knowledge.name_of((said.source or default)[0])
    dated = f", as of {say.day(said.as_of)}" if said.as_of else ""
    note = f" ({said.note.rstrip('.')})" if said.note else ""
    return f"{say.capital(LABELS.get(said.field, said.field))} by {name}{dated}: {text}{note}."
