"""Rules that every knowledge folder keeps, one small file a rule.

Each rule is a function `check(knowledge) -> Iterator[Problem]`; `RULES` lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.knowledge.base import Knowledge
from bot.knowledge.rules import (
    amounts,
    claims,
    lots,
    names,
    numbering,
    order,
    outcomes,
    ports,
    references,
    sourced,
    strikes,
    travel,
)
from bot.knowledge.yamlfile import Problem

Rule = Callable[[Knowledge], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    sourced.check,
    claims.check,
    order.check,
    outcomes.check,
    ports.check,
    amounts.check,
    lots.check,
    travel.check,
    strikes.check,
    names.check,
    numbering.check,
)


def broken_rules(knowledge: Knowledge, *, whole: bool = True) -> list[Problem]:
    """Every problem that any rule finds.

    Args:
        knowledge: what was read.
        whole: whether all of it could be read; else only the ids are checked, as other rules
            would stumble over what is missing.
    """
    rules = (references.check, *RULES) if whole else (references.check,)
    return [problem for rule in rules for problem in rule(knowledge)]
