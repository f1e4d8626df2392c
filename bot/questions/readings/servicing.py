"""Who services covers for a line of flights, or at a post office: a practice, told of no one cover.

A question of this kind is read only as a whole, so that a maker, a flight or a day in it is not
left out.
"""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Practice, Programme
from bot.questions.conditions import SELF
from bot.questions.query import Condition, Query
from bot.questions.sketch import Sketch
from bot.questions.slots import Slot
from bot.questions.vocabulary import SenseKind

_SMALL: tuple[SenseKind, ...] = ("filler", "article", "auxiliary", "preposition")


def read_servicing(sketch: Sketch, knowledge: Knowledge) -> Query | None:
    """As in "who serviced ATV covers at Kourou", "did Vasse service covers at Kourou"."""
    lines = sketch.things(knowledge, "programme")
    offices = sketch.things(knowledge, "place")
    parties = sketch.things(knowledge, "party")
    whole = all(_has_a_part(slot, knowledge) for slot in sketch.slots)
    asked = sketch.types == ["who"] and not parties and not sketch.check
    claimed = sketch.check and not sketch.types and len(parties) == 1
    whole = whole and sketch.topic_names == {"service"} and not sketch.negations
    if not ((asked or claimed) and whole) or max(len(lines), len(offices)) != 1:
        return None
    told = [Condition(field=SELF, things=line.things) for line in lines]
    placed = [Condition(field="serviced_at", things=office.things) for office in offices]
    if not any(_is_serviced(one, told, placed, knowledge) for one in knowledge.all(Programme)):
        return None  # then the covers themselves may tell
    where = (*told, *placed)
    if not claimed:
        return Query(want="value", kind="programme", fields=("servicers",), where=where)
    claim = (Condition(field="servicers", things=parties[0].things),)
    return Query(want="check", kind="programme", where=where, claim=claim)


def _has_a_part(slot: Slot, knowledge: Knowledge) -> bool:
    """Whether a slot is a line, an office, a cover, who services it, or a small word."""
    kinds = {knowledge.thing(thing).kind_of_thing for thing in slot.things}
    if slot.kind == "thing":
        return kinds <= {"party", "place", "programme"}
    service = slot.means("topic", "service") or slot.means("type", "who")
    small = slot.kind == "word" and slot.sense(*_SMALL) is not None
    return slot.means("kind", "cover") or service or small


def _is_serviced(
    line: Programme, told: list[Condition], placed: list[Condition], knowledge: Knowledge
) -> bool:
    """Whether anything is on record of who services covers of a line, at that office."""
    named = all(line.id in condition.things for condition in told)
    offices = {str(fact.value) for fact in facts_of(knowledge, line, "serviced_at")}
    there = all(offices & set(condition.things) for condition in placed)
    known = any(p.what == "servicing" and line.id in p.about for p in knowledge.all(Practice))
    return named and there and known
