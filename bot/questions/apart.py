"""What "and" joins in a yes/no question: each is asked by itself, as one would do for a yes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.questions.query import Condition, Query, Trouble
from bot.questions.sketch import Mention, Sketch

_TOLD_TOGETHER = {"self", "signed_by"}  # covers told one by one, signers of one and the same piece


def each_apart(
    reading: Query | Trouble, sketch: Sketch, named: Sequence[Mention]
) -> Query | Trouble:
    """As in "were they struck at KSC and Bremen": whether at KSC, and whether at Bremen.

    Args:
        reading: what was read; anything but a check of covers comes back as it is.
        sketch: the words between what is named.
        named: all that the question names, before turns of phrase let go of any.
    """
    if isinstance(reading, Trouble) or reading.want != "check" or reading.kind != "cover":
        return reading
    if sketch.alternative or reading.denied:
        return reading
    crossed = _of_where_and_claim(reading, sketch, named)
    if crossed is not None:
        return crossed
    for part in ("claim", "where"):
        conditions: tuple[Condition, ...] = getattr(reading, part)
        sides = _of_several_things(conditions, sketch, named) or _of_several_days(conditions)
        if sides:
            asked = [reading.model_copy(update={part: side}) for side in sides]
            return asked[0].model_copy(update={"then": tuple(asked[1:])})
    return reading


def _of_where_and_claim(
    reading: Query, sketch: Sketch, named: Sequence[Mention]
) -> Query | Trouble | None:
    """As in "did both ATV-1 and ATV-2 have folders": the one was claimed of the other.

    Of two that are joined, but were read as different things, no answer would be of both.
    """
    flights = [m for m in named if m.things and m.slot.kind == "thing"]
    pairs = [(a, b) for a, b in pairwise(flights) if _joined(sketch, a, b)]
    for first, second in pairs:
        own = [c for c in (*reading.where, *reading.claim) if set(c.things) == set(first.things)]
        other = [c for c in (*reading.where, *reading.claim) if set(c.things) == set(second.things)]
        if len(own) != 1 or len(other) != 1:
            continue
        if own[0].field != other[0].field:
            both = "both" in sketch.words
            return Trouble(status="not_understood", words=("both",)) if both else None
        sides = {*reading.where} & {own[0], other[0]}, {*reading.claim} & {own[0], other[0]}
        if own[0].field not in _TOLD_TOGETHER and all(sides):
            rest = tuple(c for c in (*reading.where, *reading.claim) if c not in (own[0], other[0]))
            asked = [
                reading.model_copy(update={"where": rest, "claim": (c,)})
                for c in (own[0], other[0])
            ]
            return asked[0].model_copy(update={"then": tuple(asked[1:])})
    return None


def _of_several_things(
    conditions: tuple[Condition, ...], sketch: Sketch, named: Sequence[Mention]
) -> list[tuple[Condition, ...]]:
    """The conditions with one of the things that "and" joins in the place of all of them."""
    for condition in conditions:
        parts = [m for m in named if m.things and set(m.things) <= set(condition.things)]
        if condition.op != "is" or condition.field in _TOLD_TOGETHER or len(parts) < len("ab"):
            continue
        if {thing for part in parts for thing in part.things} == set(condition.things) and all(
            _joined(sketch, first, second) for first, second in pairwise(parts)
        ):
            return [_with(conditions, condition, part.things) for part in parts]
    return []


def _joined(sketch: Sketch, first: Mention, second: Mention) -> bool:
    """Whether nothing but "and", and small words, stands between two names."""
    between = sketch.slots[first.position + 1 : second.position]
    if len(between) == 0:
        return False
    small = all(slot.sense("addition", "article", "preposition", "pronoun") for slot in between)
    return small and any(slot.means("addition") for slot in between)


def _with(
    conditions: tuple[Condition, ...], changed: Condition, things: tuple[str, ...]
) -> tuple[Condition, ...]:
    one = changed.model_copy(update={"things": things})
    return tuple(one if c is changed else c for c in conditions)


def _of_several_days(conditions: tuple[Condition, ...]) -> list[tuple[Condition, ...]]:
    """The conditions with one of several days, or places, of the same field; no piece has both."""
    for condition in conditions:
        alike = [
            c
            for c in conditions
            if c.field == condition.field and c.op == "is" and c.field not in _TOLD_TOGETHER
        ]
        told = condition.day is not None or condition.text is not None or bool(condition.things)
        if told and len(alike) > 1:
            rest = tuple(c for c in conditions if c not in alike)
            return [(*rest, one) for one in alike]
    return []
