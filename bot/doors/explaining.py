"""`flown explain`: how a question is read, step by step, for contributors."""

from __future__ import annotations

from bot.brain import Brain
from bot.questions.query import Memory, Query
from bot.questions.slots import Slot


def explain(brain: Brain, text: str) -> str:
    """The slots of a text with their meanings, and the reading, as lines of plain text."""
    reading = brain.reader.read(text, Memory())
    lines = [f"question   {text}"]
    lines += [f"slot       {_slot(slot)}" for slot in brain.reader.slots(text)]
    if isinstance(reading, Query):
        lines.append(f"reading    {reading}")
    else:
        words = ", ".join(reading.words)
        lines.append(f"trouble    {reading.status}" + (f": {words}" if words else ""))
    answer = brain.ask(text).answer
    lines.append(f"status     {answer.status}")
    lines += [
        f"fact       {fact.subject} {fact.attribute} = {fact.value} [{', '.join(fact.source)}]"
        for fact in answer.facts
        if fact.role == "asked"
    ]
    return "\n".join(lines)


def _slot(slot: Slot) -> str:
    """One slot: its words and what they may mean."""
    if slot.things:
        meaning = "names " + " or ".join(slot.things)
    elif slot.day is not None:
        meaning = f"the day {slot.day.day or slot.day.every_year}"
    elif slot.value is not None:
        meaning = f"{slot.value[0]} = {slot.value[1]}"
    elif slot.number is not None:
        meaning = f"the number {slot.number:g}"
    elif slot.senses:
        meaning = ", ".join(f"{s.kind} {s.value}".strip() for s in slot.senses)
    else:
        meaning = "nothing known"
    return f"{slot.text!r}: {meaning}" + (" (spelling mended)" if slot.spelt else "")
