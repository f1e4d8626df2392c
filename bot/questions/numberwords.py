"""Numbers written in words: "twenty five", "one hundred and fifty three"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.questions.slots import Slot

_HUNDRED = 100


def counted(slot: Slot) -> Slot:
    """A number in words as a number slot."""
    sense = slot.sense("number")
    if sense is None or slot.kind != "word":
        return slot
    return replace(slot, kind="number", number=float(sense.value))


def numbers_joined(slots: list[Slot]) -> list[Slot]:
    """Number words that make one number: "twenty five", "one hundred and fifty three"."""
    return _joined_by(_sum, _joined_by(_product, slots))


def _joined_by(join: Callable[[float, float], float | None], slots: list[Slot]) -> list[Slot]:
    """Neighbours among number words made one where `join` gives the number that they make."""
    joined: list[Slot] = []
    for position, slot in enumerate(slots):
        before = joined[-1] if joined else None
        behind = slots[position + 1] if position + 1 < len(slots) else None
        if slot.text == "and" and _is_hundreds(before) and behind and _is_spelt_out(behind):
            continue  # said within a number
        number = None
        if before is not None and _is_spelt_out(before) and _is_spelt_out(slot):
            number = join(before.number or 0, slot.number or 0)
        if before is None or number is None:
            joined.append(slot)
        else:
            text = f"{before.text} {slot.text}"
            joined[-1] = replace(before, end=slot.end, text=text, number=number)
    return joined


def _is_spelt_out(slot: Slot) -> bool:
    return slot.kind == "number" and not any(character.isdigit() for character in slot.text)


def _is_hundreds(slot: Slot | None) -> bool:
    return slot is not None and _is_spelt_out(slot) and (slot.number or 0) >= _HUNDRED


def _product(first: float, second: float) -> float | None:
    """As in "two hundred", "twelve hundred"."""
    return first * second if second in {_HUNDRED, 1000} and first < second else None


def _sum(first: float, second: float) -> float | None:
    """As in "twenty five", "one hundred fifty"; None where they are two numbers."""
    tens = first % 10 == 0 and 20 <= first % _HUNDRED <= 90 and 0 < second < 10
    hundreds = first >= _HUNDRED and first % _HUNDRED == 0 and second < min(first, 1000)
    return first + second if tens or hundreds else None
