"""Parts are not above the whole: flown of issued, marked of flown, a lot of its item."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Cover, Quantity
from bot.knowledge.rules.entries import problem
from bot.knowledge.values import Count
from bot.knowledge.yamlfile import Problem

# What is part of what. Signed pieces are compared with the flown ones where those are all we know.
_WHOLES: dict[str, tuple[str, ...]] = {
    "flown": ("issued",),
    "marked": ("flown", "issued"),
    "postmarked": ("issued",),
    "returned": ("flown", "issued"),
    "signed": ("issued",),
    "numbered": ("issued",),
}


def check(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield a problem for every figure that is surely above the one it is a part of."""
    for cover in knowledge.all(Cover):
        yield from _quantities(knowledge, cover)
        yield from _lots(knowledge, cover)
        yield from _contents(knowledge, cover)


def _quantities(knowledge: Knowledge, cover: Cover) -> Iterator[Problem]:
    for number, part in enumerate(cover.quantities):
        for kind in _WHOLES.get(part.of, ()):
            wholes = [whole for whole in cover.quantities if _is_whole(whole, kind, part)]
            if wholes and all(_above(part.count, whole.count) for whole in wholes):
                text = f"more {part.of} than {kind}: {_say(part.count)} of {_say(wholes[0].count)}"
                yield problem(knowledge, cover, ("quantities", number), text)


def _is_whole(whole: Quantity, kind: str, part: Quantity) -> bool:
    return whole.of == kind and whole.event in {None, part.event} and whole.count.per is None


def _lots(knowledge: Knowledge, cover: Cover) -> Iterator[Problem]:
    """Each lot within an item against what is known of that item. Lots may share pieces: no sum."""
    for number, lot in enumerate(cover.lots):
        item = knowledge.get(lot.within) if lot.within else None
        if not isinstance(item, Cover) or lot.count is None:
            continue
        known = [q for q in item.quantities if q.of in {"issued", "flown"} and q.event is None]
        if known and all(_above(lot.count, quantity.count) for quantity in known):
            text = f"the lot '{lot.id}' is larger than {item.id}, of which it is a part"
            yield problem(knowledge, cover, ("lots", number), text)


def _contents(knowledge: Knowledge, cover: Cover) -> Iterator[Problem]:
    inside = [claim.value for claim in cover.covers_inside]
    if inside and all(len(cover.contains) > count.highest for count in inside):
        text = f"contains {len(cover.contains)} covers and says {_say(inside[0])}"
        yield problem(knowledge, cover, ("contains",), text)


def _above(part: Count, whole: Count) -> bool:
    """Whether a part is above the whole whatever the wordings allow; "about" is never sure."""
    if "about" in {part.bound, whole.bound} or whole.loose:
        return part.lowest > 1.5 * whole.highest
    return part.lowest > whole.highest


def _say(count: Count) -> str:
    return f"{count.lowest:g}" if count.exact else f"{count.lowest:g} to {count.highest:g}"
