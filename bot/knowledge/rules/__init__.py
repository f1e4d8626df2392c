"""Rules that every knowledge folder keeps, one small file a rule.

Each rule is a function `check(knowledge) -> Iterable[Problem]`; `RULES` lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.knowledge.base import Knowledge
from bot.knowledge.rules import references
from bot.knowledge.yamlfile import Problem

Rule = Callable[[Knowledge], Iterable[Problem]]

RULES: tuple[Rule, ...] = (references.check,)


def broken_rules(knowledge: Knowledge) -> list[Problem]:
    """Every problem that any rule finds."""
    return [problem for rule in RULES for problem in rule(knowledge)]
