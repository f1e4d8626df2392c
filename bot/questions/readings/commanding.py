"""Who commanded the station: "was De Winne ever commander", "did Kotov command Expedition 38".

A question of this kind is read only as a whole, so that no word of it is lost.
"""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.questions.conditions import SELF
from bot.questions.query import Condition, Query
from bot.questions.sketch import Sketch
from bot.questions.slots import Slot

_COMMANDS = {"command", "commander", "commanded", "in command", "in command of", "commander of"}
_BESIDE = {
    *("was", "is", "were", "did", "has", "been", "ever", "of", "the", "station", "iss", "in", "a"),
    *("when", "which", "what", "expedition", "expeditions", "crew", "crews", "how", "often", "on"),
    *("many", "times", "the iss", "the station", "space"),
}


def read_commanding(sketch: Sketch, knowledge: Knowledge) -> Query | None:
    """The expeditions that somebody commanded, or whether it was this one; else None."""
    people = sketch.things(knowledge, "person")
    crews = sketch.things(knowledge, "expedition")
    if len(people) != 1 or len(people[0].things) != 1 or len(crews) > 1:
        return None
    named = {people[0].position, *(crew.position for crew in crews)}
    said = [slot for n, slot in enumerate(sketch.slots) if n not in named]
    if not any(slot.text in _COMMANDS for slot in said) or not all(map(_has_a_part, said)):
        return None
    commander = Condition(field="commander", things=people[0].things)
    if not crews:
        return Query(want="list", kind="expedition", where=(commander,))
    itself = Condition(field=SELF, things=crews[0].things)
    check = {"want": "check", "kind": "expedition", "where": (itself,), "claim": (commander,)}
    return Query.model_validate(check) if sketch.check else None


def _has_a_part(slot: Slot) -> bool:
    return slot.text in _COMMANDS or set(slot.text.split()) <= _BESIDE
