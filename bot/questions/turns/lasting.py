"""Turns of phrase that bound a time: "stayed more than 200 days", "docked over a year"."""

from __future__ import annotations

from dataclasses import replace

from bot.knowledge.base import Knowledge
from bot.questions.sketch import Mention, Sketch
from bot.questions.slots import Slot

_BOUNDS = {
    "more than": ">",
    "over": ">",
    "longer than": ">",
    "above": ">",
    "less than": "<",
    "fewer than": "<",
    "shorter than": "<",
    "under": "<",
    "below": "<",
    "at least": ">=",
    "at most": "<=",
}
_DAYS = {"day": 1.0, "week": 7.0, "year": 365.0, "hour": 1 / 24}  # months differ in length
_TIMES = {"docked_for", "flight_time", "approach"}
_RESTS = {"stayed", "stay", "stays", "docked", "berthed", "attached", "there", "moored"}
_RESTS |= {"remained", "station", "iss"}
_FLIES = {"flew", "fly", "flight", "flown", "in space"}


def stayed_longer(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which Dragon stayed over 100 days": ships whose time is bounded, in days."""
    lines = sketch.things(knowledge, "programme", "variant")
    ships = lines or "mission" in sketch.kinds or "which_ship" in sketch.types
    others = sketch.things(knowledge, "mission", "person", "expedition", "party")
    if not ships or others or sketch.names_covers(knowledge) or sketch.check:
        return
    bound = next((n for n in range(len(sketch.slots)) if _bounded(sketch, n) is not None), None)
    field = _measured(sketch)
    if bound is None or field is None:
        return
    days = _bounded(sketch, bound)
    assert days is not None
    unit = sketch.slots[bound + 2]
    slot = replace(sketch.slots[bound + 1], kind="number", number=days, senses=())
    mention = Mention(slot, bound + 1, ask=field)
    sketch.mentions = [m for m in sketch.mentions if m.position != bound + 1] + [mention]
    sketch.limit_words = [(p, limit) for p, limit in sketch.limit_words if p != bound]
    sketch.limit_words.append((bound, _BOUNDS[sketch.slots[bound].text]))
    sketch.unexplained = [text for text in sketch.unexplained if text != unit.text]
    sketch.asks = [name for name in sketch.asks if name not in _TIMES]
    sketch.topics = []
    sketch.comparatives, sketch.on_board = [], False
    sketch.types = [t for t in sketch.types if t == "quantity"] or ["which"]
    sketch.kinds = ["mission"]


def _bounded(sketch: Sketch, number: int) -> float | None:
    """The days of a bounded time that begins at a slot, or None: "more than 200 days"."""
    slots = sketch.slots[number : number + 3]
    if len(slots) < 3 or slots[0].text not in _BOUNDS:
        return None
    factor = _DAYS.get(slots[2].text.removesuffix("s"))
    count = _count(slots[1])
    return count * factor if factor is not None and count is not None else None


def _count(slot: Slot) -> float | None:
    """A number, or one for "a year"."""
    return 1.0 if slot.text in {"a", "an", "one"} else slot.number


def _measured(sketch: Sketch) -> str | None:
    """The time that is bounded: at the station, in flight, or on the way there."""
    named = [name for name in sketch.asks if name in _TIMES]
    if named:
        return named[0]
    words = {word for slot in sketch.slots for word in slot.text.split()}
    if words & _RESTS:
        return "docked_for"
    return "flight_time" if words & _FLIES else None
