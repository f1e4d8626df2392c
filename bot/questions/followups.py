"""Follow-ups: a question that changes one part of the last one and keeps the rest."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.questions.conditions import SELF
from bot.questions.query import Condition, Memory, Query, Trouble
from bot.questions.sketch import Sketch

_NAMED_KEPT = 6  # things of the last few turns
# Conditions that say which things are talked about; the others say which of their pieces.
_SUBJECT_FIELDS = {SELF, "about", "up", "down", "programme", "by_party", "form"}


def followed_up(
    reading: Query | Trouble, sketch: Sketch, memory: Memory, knowledge: Knowledge
) -> Query | Trouble:
    """The reading, completed from memory where the question leaves out what it is about."""
    if memory.query is None:
        return reading
    if isinstance(reading, Trouble):
        return reading
    if reading.want in {"help", "define"}:
        return reading
    if reading.want == "sources":
        return reading
    if _replaces_subject(reading, sketch):
        return _same_question(reading, memory.query)
    if not _names_subject(reading):
        return _same_subject(reading, sketch, memory, knowledge)
    return reading


def _names_subject(query: Query) -> bool:
    """Whether the question itself says what it is about."""
    return any(c.field in _SUBJECT_FIELDS - {"form"} or c.things for c in query.where) or bool(
        query.groups
    )


def _replaces_subject(query: Query, sketch: Sketch) -> bool:
    """ "And ATV-2?", "what about the cards?": a new subject for the last question."""
    if sketch.topics or sketch.asks or sketch.types or sketch.orders or sketch.check:
        return False
    elliptic = sketch.addition or bool(
        {"describe"} & set(sketch.wants) and any(s.text.endswith("about") for s in sketch.slots)
    )
    return elliptic and bool(query.where) and query.want in {"describe", "list"}


def _same_question(reading: Query, last: Query) -> Query | Trouble:
    """The last question about another subject."""
    if last.want in {"describe", "help", "sources", "define"}:
        return reading
    replaced = {_family(condition) for condition in reading.where}
    kept = tuple(c for c in last.where if _family(c) not in replaced)
    new = tuple(_retarget(condition, last) for condition in reading.where)
    return last.model_copy(update={"where": (*new, *kept), "offset": 0})


def _family(condition: Condition) -> str:
    """Conditions that stand for one another: a mission as such, made for it, flown on it."""
    return "mission" if condition.field in {SELF, "about", "up", "down"} else condition.field


def _retarget(condition: Condition, last: Query) -> Condition:
    """A bare mission restricts the last question as its own mission did."""
    if condition.field not in {SELF, "about"}:
        return condition
    for earlier in last.where:
        if _family(earlier) == "mission":
            return condition.model_copy(update={"field": earlier.field})
    field = SELF if last.kind != "cover" else "about"
    return condition.model_copy(update={"field": field})


def _same_subject(
    reading: Query, sketch: Sketch, memory: Memory, knowledge: Knowledge
) -> Query | Trouble:
    """Another question about what the last answer spoke of."""
    last = memory.query
    assert last is not None
    if reading.kind == last.kind:
        where = _carried(reading, last)
        return reading.model_copy(update={"where": (*where, *reading.where)})
    things = [
        thing
        for thing in (*memory.subjects, *memory.named)
        if thing in knowledge and knowledge.thing(thing).kind_of_thing == reading.kind
    ]
    if things:
        return reading.model_copy(
            update={"where": (Condition(field=SELF, things=(things[0],)), *reading.where)}
        )
    if reading.kind == "cover":
        missions = [t for c in last.where for t in c.things if c.field == SELF]
        if missions:
            about = Condition(field="about", things=tuple(missions))
            return reading.model_copy(update={"where": (about, *reading.where)})
    if reading.kind == "mission":
        missions = [t for c in last.where for t in c.things if _family(c) == "mission"]
        if missions:
            itself = Condition(field=SELF, things=tuple(missions))
            return reading.model_copy(update={"where": (itself, *reading.where)})
    return reading


def _carried(reading: Query, last: Query) -> tuple[Condition, ...]:
    """What of the last question's conditions still holds; a form or field named anew replaces it."""
    new = {condition.field for condition in reading.where}
    return tuple(c for c in last.where if c.field not in new)


def remembered(memory: Memory, reading: Query | Trouble, subjects: tuple[str, ...]) -> Memory:
    """What is remembered after a turn; trouble leaves the memory as it was."""
    if isinstance(reading, Trouble) or reading.want in {"help", "sources"}:
        return memory
    named = [t for c in reading.where for t in c.things]
    kept = tuple(dict.fromkeys((*named, *subjects[:3], *memory.named)))[:_NAMED_KEPT]
    return Memory(query=reading, subjects=subjects[:25], named=kept)
