"""Whether a value that an answer states is the one that was expected."""

from __future__ import annotations

import re
from typing import Any

_DAY = re.compile(r"\d{4}(-\d{2}){0,2}(T[\d:]+Z)?")
_DAY_LENGTH = 10


def same_value(expected: Any, stated: Any) -> bool:
    """Whether `stated` meets `expected`, by the rules of the tables' README."""
    if expected is None:
        return True
    if isinstance(expected, dict):
        return isinstance(stated, dict) and all(
            stated.get(key) == value for key, value in expected.items()
        )
    if isinstance(expected, bool):
        return stated is expected
    if isinstance(expected, int | float):
        return _is_exactly(stated, expected)
    if isinstance(expected, list):
        return _same_list(expected, stated)
    return _same_text(str(expected), stated)


def may_be_value(expected: Any, stated: Any) -> bool:
    """Whether `stated` gives the expected value, alone or among others: no contradiction."""
    items = stated if isinstance(stated, list) and not isinstance(expected, list) else [stated]
    return any(same_value(expected, item) for item in items)


def _is_exactly(stated: Any, number: float) -> bool:
    if isinstance(stated, dict):
        return stated == {"min": number, "max": number, "bound": "exact"}
    return not isinstance(stated, bool) and bool(stated == number)


def _same_list(expected: list[Any], stated: Any) -> bool:
    """Exactly these, in any order."""
    left = list(stated) if isinstance(stated, list) else [stated]
    if len(left) != len(expected):
        return False
    for value in expected:
        found = next((item for item in left if same_value(value, item)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _same_text(expected: str, stated: Any) -> bool:
    if isinstance(stated, list):  # two sources may give one day with different times
        return bool(stated) and all(_same_text(expected, item) for item in stated)
    text = str(stated)
    if _DAY.fullmatch(expected) and _DAY.fullmatch(text):
        return text.startswith(expected if "T" in expected else expected[:_DAY_LENGTH])
    return text.casefold() == expected.casefold()
