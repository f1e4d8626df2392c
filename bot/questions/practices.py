"""The events that practices tell of: which postmark is usual for a launch, a docking, a landing."""

from __future__ import annotations

from bot.questions.query import Condition
from bot.questions.sketch import Sketch

_EVENTS = {
    "launch": ["launch"],
    "arrive": ["docking", "berthing"],
    "end": ["landing"],
    "return": ["return", "landing"],
    "depart": ["undocking"],
}


def of_events(events: list[str]) -> list[Condition]:
    """The condition on the event of a practice: "docking or berthing"; none where none is named."""
    return [Condition(field="practice_event", text=" or ".join(events))] if events else []


def events_of(sketch: Sketch) -> list[str]:
    """The events of practices that a question names, such as docking and berthing."""
    topics = sketch.topic_names
    events = [value.removeprefix("event=") for value in sketch.values if "event=" in value]
    for topic, names in _EVENTS.items():
        if topic in topics:
            events += names
    return list(dict.fromkeys(events))
