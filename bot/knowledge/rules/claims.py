"""Where sources disagree, at most one is preferred and each value stands once."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Claim
from bot.knowledge.rules.entries import entries, problem
from bot.knowledge.yamlfile import Problem


def check(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield a problem for every field with two preferred claims or with the same value twice."""
    for record in knowledge:
        for path, part in entries(record):
            for name, info in type(part).model_fields.items():
                claims = _claims(getattr(part, name))
                field = info.alias or name
                if sum(claim.preferred for claim in claims) > 1:
                    text = f"{field} has two preferred values: prefer one"
                    yield problem(knowledge, record, (*path, field), text)
                for index, claim in enumerate(claims):
                    if any(claim.value == earlier.value for earlier in claims[:index]):
                        text = f"{field} has the same value twice: give it once with both sources"
                        yield problem(knowledge, record, (*path, field, index), text)


def _claims(value: object) -> list[Claim[object]]:
    if not isinstance(value, tuple) or len(value) < 2:
        return []
    return [item for item in value if isinstance(item, Claim)]
