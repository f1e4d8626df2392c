"""A lot says whose pieces it holds: within an item, beside it, or nobody knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Cover, Lot
from bot.knowledge.rules.entries import problem
from bot.knowledge.yamlfile import Problem


def check(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield a problem for every lot that is not told to be exactly one of the three."""
    for cover in knowledge.all(Cover):
        ids = Counter(lot.id for lot in cover.lots)
        for number, lot in enumerate(cover.lots):
            for text in _slips(cover, lot):
                yield problem(knowledge, cover, ("lots", number), f"the lot '{lot.id}' {text}")
            if ids[lot.id] > 1:
                text = f"two lots are called '{lot.id}': give each an id of its own"
                yield problem(knowledge, cover, ("lots", number), text)


def _slips(cover: Cover, lot: Lot) -> Iterator[str]:
    said = [word for word in (lot.within, lot.beside, lot.origin) if word is not None]
    if len(said) != 1:
        yield "needs exactly one of within, beside or 'from: unknown'"
    item = lot.within or lot.beside
    if item and cover.kind == "consignment" and cover.members and item not in cover.members:
        yield f"is of '{item}', which is no member of this consignment"
    if item and cover.kind != "consignment" and item != cover.id:
        yield f"is of '{item}': write it there, or in the consignment that both travelled in"
