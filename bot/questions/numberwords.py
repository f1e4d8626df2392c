"""Numbers written in words: "twenty five", "one hundred and fifty three", "ATV three"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.questions.designators import Designator
from bot.questions.vocabulary import SenseKind

if TYPE_CHECKING:
    from bot.questions.slots import Slot

_HUNDRED = 100
_TENS = range(20, _HUNDRED, 10)
# What stands before the number in words of a flight or an expedition, and the family it is of.
_FAMILIES = {
    "atv": "atv",
    "htv": "htv",
    "kounotori": "htv",
    "kounotory": "htv",
    "crs": "crs",
    "spx": "crs",
    "expedition": "expedition",
    "exp": "expedition",
    "ng": "cygnus-ng",
    "oa": "cygnus-oa",
}
_LINES = {"cygnus", "dragon", "progress"}  # with a bare number they name no flight
_MOST = 99  # and no flight has a higher number
# What may stand between an article and the line in "the rare signed ATV one".
_DESCRIBES: tuple[SenseKind, ...] = ("filler", "first_person", "topic", "value", "ordinary")
_POINTS: tuple[SenseKind, ...] = ("article", "each", "pronoun", "ordinal", "only", "negation")
_REACH = 3  # slots before the line that may belong to it


def counted(slot: Slot) -> Slot:
    """A number in words as a number slot."""
    sense = slot.sense("number")
    if sense is None or slot.kind != "word":
        return slot
    return replace(slot, kind="number", number=float(sense.value))


def numbers_joined(slots: list[Slot]) -> list[Slot]:
    """Number words that make one number: "twenty five", "one hundred and fifty three"."""
    return _joined_by(_sum, _joined_by(_product, _with_ones(slots)))


def _with_ones(slots: list[Slot]) -> list[Slot]:
    """The "one" of "thirty one" as a number, which it is nowhere else: "the signed one"."""
    tens = [bool(slot.number) and _is_spelt_out(slot) and slot.number in _TENS for slot in slots]
    return [
        replace(slot, kind="number", number=1.0, senses=())
        if slot.text == "one" and position and tens[position - 1]
        else slot
        for position, slot in enumerate(slots)
    ]


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
    tens = first % _HUNDRED in _TENS and 0 < second < 10
    hundreds = first >= _HUNDRED and first % _HUNDRED == 0 and second < min(first, 1000)
    return first + second if tens or hundreds else None


def numbers_behind_names(slots: list[Slot], flight: Callable[[Designator], Slot]) -> list[Slot]:
    """The slots with "ATV three" and "Expedition thirty one" made the flights that they name.

    Args:
        slots: the slots of a text.
        flight: the slot of a designator.
    """
    read: list[Slot] = []
    for position, slot in enumerate(slots):
        before = read[-1] if read else None
        number = _number_behind(before, slots, position)
        if before is None or number is None:
            read.append(slot)
        elif before.text in _LINES:
            read.append(replace(slot, kind="number", number=number, senses=()))
        else:
            text = f"{before.text} {number:g}"
            named = Designator(
                _FAMILIES[before.text], int(number), "", before.start, slot.end, text
            )
            read[-1:] = [flight(named)]
    return read


def _number_behind(before: Slot | None, slots: list[Slot], position: int) -> float | None:
    """The number that a word states behind the name of a line or a crew."""
    slot = slots[position]
    if before is None or before.text not in {*_FAMILIES, *_LINES}:
        return None
    if slot.text == "one":
        return 1 if _is_first(slots, position) else None
    spelt = _is_spelt_out(slot) and 0 < (slot.number or 0) <= _MOST
    return slot.number if spelt and before.text not in _LINES else None


def _is_first(slots: list[Slot], position: int) -> bool:
    """Whether "one" is a number: "ATV one covers", "did ATV one dock", but not "the ATV one"."""
    behind = slots[position + 1] if position + 1 < len(slots) else None
    if behind is not None and behind.sense("kind", "ask"):
        return True
    for before in reversed(slots[max(position - 1 - _REACH, 0) : position - 1]):
        if before.sense(*_POINTS) or before.means("type", "which") or before.means("order"):
            return False
        if before.kind != "unknown" and not before.sense(*_DESCRIBES):
            return True
    return True
