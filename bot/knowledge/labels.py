"""Names for things that have none of their own: a cover is called by its mission, too."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Cover


def cover_label(knowledge: Knowledge, cover: Cover) -> str:
    """The name of a cover with the mission it belongs to: "ATV-2: La Marianne folder"."""
    subjects = cover.commemorates or tuple(claim.value for claim in cover.up)
    for consignment in () if subjects else knowledge.consignments_of(cover):
        subjects += tuple(claim.value for claim in consignment.up)
    alone = len(subjects) == 1 or cover.kind == "consignment"
    prefix = knowledge.name_of(subjects[0]) if subjects and alone else ""
    return f"{prefix}: {cover.name}" if prefix and prefix not in cover.name else cover.name
