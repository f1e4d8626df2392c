"""Near names for a question that missed: offered to click, never taken for what was meant."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from bot.answers.answer import Choice
from bot.brain import Brain
from bot.questions.normalise import normalise
from bot.questions.slots import Annotator, Slot

KINDS = frozenset({"mission", "programme", "party", "person", "place", "expedition", "term"})
MOST_NEAR = 3
_NUMBER = re.compile(r"\d+")
SHORTEST = 4  # letters; shorter words are near everything


def near_choices(brain: Brain, annotator: Annotator, question: str) -> tuple[Choice, ...]:
    """The question with the word that nothing is recorded under replaced by near names."""
    normalised = normalise(question)
    for slot in annotator.slots(normalised):
        near = _near(brain, slot)
        if near:
            before, after = normalised[: slot.start], normalised[slot.end :]
            return tuple(Choice(label=n, question=f"{before}{n}{after}".strip()) for n in near)
    return ()


def _distance(wanted: str, name: str) -> tuple[int, int]:
    """How far a designator is from another: by its letters, then by its last number."""
    spelling = OSA.distance(wanted.casefold(), name.casefold())
    numbers = [int(found[-1]) for found in map(_NUMBER.findall, (wanted, name)) if found]
    return spelling, abs(numbers[0] - numbers[-1]) if numbers else 0


def _near(brain: Brain, slot: Slot) -> list[str]:
    if slot.kind == "no_such" and slot.programme is not None:
        missions = [mission.name for mission in brain.knowledge.missions_of(slot.programme)]
        return sorted(missions, key=lambda name: _distance(slot.text, name))[:MOST_NEAR]
    if slot.kind == "unknown" and len(slot.text) >= SHORTEST:
        names = brain.names.complete(slot.text, KINDS, MOST_NEAR)
        return [name.text for name in names]
    return []
