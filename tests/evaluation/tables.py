"""The question tables of `tests/questions`, as plain values. Their README explains the keys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parents[1] / "questions"
TABLES = (
    "article",
    "collectors",
    "chatter",
    "members",
    "newcomers",
    "guests",
    "recorded",
    "dialogues",
    "askers",
    "heldout",
    "traps",
)
OUR_OWN = frozenset({"traps"})  # kept beside this module: found by reading answers, not before
ABSTENTIONS = frozenset({"not_recorded", "unknown_subject", "not_understood", "ignored"})
STATUSES = ABSTENTIONS | {"answered", "ambiguous"}
_KEYS = {"q", "status", "facts", "only", "says", "never", "kind", "typed", "ambient", "id", "turns"}


@dataclass(frozen=True)
class ExpectedFact:
    """A fact that an answer must hold; None or an empty set stands for anything."""

    subjects: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    value: Any = None


@dataclass(frozen=True)
class Asking:
    """One question and what a sensible answer holds."""

    id: str
    question: str
    status: frozenset[str]
    facts: tuple[ExpectedFact, ...] = ()
    only: bool = False
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    kind: str = ""
    typed: str = ""
    ambient: bool = False

    @property
    def may_answer(self) -> bool:
        """Whether a sensible answer may state facts at all."""
        return "answered" in self.status


Conversation = tuple[Asking, ...]  # a single question is a conversation of one turn


@cache
def load_table(name: str) -> tuple[Conversation, ...]:
    """The conversations of one table, in the order of the file.

    Raises:
        ValueError: an entry has a key or a status that the README does not know.
    """
    folder = Path(__file__).parent if name in OUR_OWN else FOLDER
    entries = yaml.load((folder / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return tuple(_conversation(entry) for entry in entries)


def _conversation(entry: dict[str, Any]) -> Conversation:
    shared: dict[str, Any] = {
        key: entry[key] for key in ("kind", "typed", "ambient") if key in entry
    }
    if "turns" not in entry:
        return (_asking(entry, entry["id"]),)
    return tuple(
        _asking({**shared, **turn}, f"{entry['id']}.{number}")
        for number, turn in enumerate(entry["turns"], 1)
    )


def _asking(entry: dict[str, Any], asking_id: str) -> Asking:
    status = frozenset(_listed(entry["status"]))
    unknown = (set(entry) - _KEYS) | (status - STATUSES)
    if unknown:
        raise ValueError(f"{asking_id}: unknown: {', '.join(sorted(unknown))}")
    return Asking(
        id=asking_id,
        question=str(entry["q"]),
        status=status,
        facts=tuple(_fact(fact) for fact in entry.get("facts", ())),
        only=bool(entry.get("only")),
        says=tuple(map(str, _listed(entry.get("says")))),
        never=tuple(map(str, _listed(entry.get("never")))),
        kind=entry.get("kind", ""),
        typed=entry.get("typed", ""),
        ambient=bool(entry.get("ambient")),
    )


def _fact(entry: dict[str, Any]) -> ExpectedFact:
    return ExpectedFact(
        frozenset(_listed(entry.get("subject"))),
        frozenset(_listed(entry.get("attribute"))),
        entry.get("value"),
    )


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
