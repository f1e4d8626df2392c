"""Rules that every knowledge folder keeps, one small file a rule.

Each rule is a function `check(knowledge) -> Iterable[Problem]`; `RULES` lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.knowledge.base import Knowledge
from bot.knowledge.rules import references
from bot.knowledge.yamlfile import Problem

Rule = Callable[[Knowledge], Iterable[Problem]]

RULES: tuple[Rule, ...] = ()


def broken_rules(knowledge: Knowledge, *, whole: bool = True) -> list[Problem]:
    """Every problem that any rule finds.

    Args:
        knowledge: what was read.
        whole: whether all of it could be read; else only the ids are checked, as other rules
            would stumble over what is missing.
    """
    rules = (references.check, *RULES) if whole else (references.check,)
    return [problem for rule in rules for problem in rule(knowledge)]
