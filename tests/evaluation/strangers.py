"""Questions about what is not on record: does Flown ever tell a fact of something near?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from bot.brain import Brain
from bot.knowledge.base import Knowledge
from bot.questions.normalise import words_of
from tests.evaluation.scoring import Score, run_table
from tests.evaluation.tables import ABSTENTIONS, Asking

STRANGERS = Path(__file__).with_name("strangers.yaml")


def askings(knowledge: Knowledge) -> list[Asking]:
    """Every question about every stranger."""
    table: dict[str, Any] = yaml.load(STRANGERS.read_text("utf-8"), yaml.CSafeLoader)
    missions = [*_designators(knowledge, table["designators"]), *table["others"]]
    return [
        *_asked(missions, table["mission_questions"]),
        *_asked(table["people"], table["people_questions"]),
    ]


def run(brain: Brain) -> list[Score]:
    """Ask each of them; an abstention of any kind is right, and so is asking back."""
    return run_table(brain, [(asking,) for asking in askings(brain.knowledge)])


def _designators(knowledge: Knowledge, patterns: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Designators of our families whose number no flight bears."""
    known = {
        "".join(words_of(name)) for record in knowledge for name in (record.name, *record.names)
    }
    for entry in patterns:
        for number in range(entry["from"], entry["to"] + 1):
            name = entry["pattern"].replace("{}", str(number))
            if "".join(words_of(name)) not in known:
                yield name


def _asked(names: Iterable[str], questions: Iterable[str]) -> Iterator[Asking]:
    silent = frozenset(ABSTENTIONS | {"ambiguous"})
    for name in names:
        for number, question in enumerate(questions):
            text = question.replace("{}", name)
            yield Asking(f"{name}.{number}", text, silent, kind=question)
