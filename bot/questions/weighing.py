"""Which of the things just talked about is most, and what they come to: "so which is rarest?".

Those are the sides of a comparison, or what the same was asked about one after the other: "how long
was ATV-1 docked? and ATV-4?".
"""

from __future__ import annotations

from itertools import pairwise

from bot.knowledge.fields import FIELDS, QUANTITIES
from bot.questions.conditions import SELF
from bot.questions.query import Condition, Memory, Query
from bot.questions.sketch import FORMS, Sketch

_MOST_BESIDE = 6  # questions of one row that are remembered
# What each word of order compares: the type of a field, and the field where none was talked about.
_BY = {
    "smallest": ("quantity", "asc"),
    "fewer": ("quantity", "asc"),
    "largest": ("quantity", "desc"),
    "more": ("quantity", "desc"),
    "earliest": ("day", "asc"),
    "earlier": ("day", "asc"),
    "latest": ("day", "desc"),
    "later": ("day", "desc"),
    "shortest": ("duration", "asc"),
    "shorter": ("duration", "asc"),
    "longest": ("duration", "desc"),
    "longer": ("duration", "desc"),
}
_FIELDS = {
    ("cover", "quantity"): "issued",
    ("mission", "day"): "launched",
    ("mission", "duration"): "docked_for",
}


def weighed(sketch: Sketch, memory: Memory) -> Query | None:
    """As in "so which is rarest?", "how many altogether?": of what was just talked about."""
    return _which_is_most(sketch, memory) or _in_all(sketch, memory)


def _which_is_most(sketch: Sketch, memory: Memory) -> Query | None:
    """As in "which one stayed longest?" after one flight and another, or a comparison of them."""
    words = [*sketch.orders, *sketch.comparatives]
    told = sketch.kinds or sketch.ordinal or sketch.sequence or sketch.limit_words
    told = bool(told or _says_more(sketch)) or _is_of_something_else(sketch)
    which = "which" in sketch.types or any("which" in slot.text.split() for slot in sketch.slots)
    where = _those(memory)
    if len(words) != 1 or words[0] not in _BY or told or not (which and where):
        return None
    last = memory.query
    assert last is not None
    kind, order = _BY[words[0]]
    field = _measure(sketch, last, kind)
    if field is None:
        return None
    parts = {"want": "rank", "kind": last.kind, "fields": (field,), "where": where, "limit": 1}
    return Query.model_validate({**parts, "order": order})


def _says_more(sketch: Sketch) -> bool:
    """Whether it names, claims, denies or restricts anything."""
    told = sketch.mentions or sketch.values or sketch.negations or sketch.check
    return bool(told or sketch.unexplained)


def _is_of_something_else(sketch: Sketch) -> bool:
    """As in "which was the more beautiful?": a word behind "more" that no figure is kept of."""
    pairs = pairwise(sketch.slots)
    return any(
        slot.sense("order", "comparative") and behind.sense("filler", "first_person")
        for slot, behind in pairs
    )


def _measure(sketch: Sketch, last: Query, kind: str) -> str | None:
    """The field that such a word compares: what was asked of them, or what the word is about."""
    asked = [name for name in (*sketch.asks, *last.fields) if _type_of(last.kind, name) == kind]
    usual = _FIELDS.get((last.kind, kind))
    if sketch.asks and sketch.asks[0] not in {*asked, usual}:
        return None
    topics = {topic for name in (*asked[:1], usual) for topic in _topics_of(last.kind, name)}
    if not sketch.topic_names <= topics:
        return None  # "which was signed most?"
    return asked[0] if asked else usual


def _type_of(kind: str, name: str) -> str:
    entry = FIELDS.get((kind, name))
    return entry.type if entry is not None else ""


def _topics_of(kind: str, name: str | None) -> frozenset[str]:
    entry = FIELDS.get((kind, name or ""))
    return frozenset(entry.topics) if entry is not None else frozenset()


def _in_all(sketch: Sketch, memory: Memory) -> Query | None:
    """As in "how many altogether?" after a list, or after one flight's covers and another's."""
    last = memory.query
    told = bool(sketch.topics or sketch.asks or sketch.orders) or _says_more(sketch)
    kinds, types = {"cover", *FORMS}, {"quantity", "which"}
    told = told or bool(sketch.comparatives) or not set(sketch.kinds) <= kinds
    told = told or not set(sketch.types) <= types
    if last is None or sketch.wants != ["total"] or told:
        return None
    form = tuple(Condition(field="form", text=k) for k in sketch.kinds if k in FORMS)
    counted = last.want == "list" or bool(set(last.fields) & {"quantity", *QUANTITIES})
    where = _those(memory) or last.where
    if last.kind == "mission" and last.want == "list" and not sketch.kinds:
        return last.model_copy(update={"want": "count", "offset": 0, "where": where})
    if last.kind != "cover" or not (where and counted):
        return None
    figures = tuple(name for name in last.fields if name in {"quantity", *QUANTITIES})[:1]
    fields = figures or ("quantity",)
    return Query(want="total", kind="cover", fields=fields, where=_of_form(where, form))


def _of_form(where: tuple[Condition, ...], form: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """The conditions, with the form that is named in the place of another one."""
    return (*(c for c in where if not (form and c.field == "form")), *form)


def _those(memory: Memory) -> tuple[Condition, ...]:
    """The conditions that select all things of a comparison, or of a row of questions."""
    last = memory.query
    if last is None:
        return ()
    if last.groups:
        return _united([(*last.where, *group) for group in last.groups])
    return _united([query.where for query in memory.row]) if len(memory.row) > 1 else ()


def _united(sides: list[tuple[Condition, ...]]) -> tuple[Condition, ...]:
    """Conditions that hold for each side; nothing where the sides differ in more than a thing."""
    united: list[Condition] = []
    for position, first in enumerate(sides[0]):
        same = [side[position] for side in sides if len(side) == len(sides[0])]
        alike = all(c.field == first.field and c.op == first.op for c in same)
        if len(same) < len(sides) or not alike:
            return ()
        if all(c == first for c in same):
            united.append(first)
        elif all(c.things and c.op == "is" for c in same):
            things = tuple(dict.fromkeys(thing for c in same for thing in c.things))
            united.append(first.model_copy(update={"things": things}))
        else:
            return ()
    differing = [c for c in united if c not in sides[0]]
    return tuple(united) if len(differing) == 1 else ()


def row_with(memory: Memory, reading: Query) -> tuple[Query, ...]:
    """The questions that ask the same of one thing after another, this one included."""
    row = memory.row
    now = reading.model_copy(update={"where": _in_order(reading)})
    if reading.want not in {"value", "describe"} or not row:
        return (now,)
    before = row[-1]
    if before.where == now.where:  # "when was ATV-1 launched? and how long was it docked?"
        return (*row[:-1], now)
    itself = [c.field for c in now.where] == [SELF]
    same = (before.want, before.fields) == (now.want, now.fields) or itself
    fields = [[c.field for c in query.where] for query in (before, now)]
    goes_on = same and before.kind == now.kind and fields[0] == fields[1]
    return (*row, now)[-_MOST_BESIDE:] if goes_on else (now,)


def _in_order(query: Query) -> tuple[Condition, ...]:
    return tuple(sorted(query.where, key=lambda c: (c.field, c.op)))
