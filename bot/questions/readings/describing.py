"""Readings of names alone: "ATV-2", "tell me about La Marianne", "La Marianne ATV-2"."""

from __future__ import annotations

from bot.questions.conditions import SELF, condition_on
from bot.questions.query import Condition, Query, Trouble
from bot.questions.question import Question
from bot.questions.sketch import Mention, Sketch


def read_names(q: Question) -> Query | Trouble | None:
    """The description of what is named, where nothing else is asked."""
    return read_description(q) if q.sketch.mentions and _only_names(q) else None


def _only_names(q: Question) -> bool:
    """Whether the question consists of names, with at most "tell me about" around them."""
    sketch = q.sketch
    own = {q.knowledge.thing(t).kind_of_thing for m in sketch.mentions for t in m.things}
    asked = [kind for kind in sketch.kinds if kind not in own]  # "the Progress programme"
    silent = not (sketch.topics or sketch.asks or asked or sketch.orders)
    silent = silent and not (sketch.comparatives or sketch.on_board or sketch.values)
    silent = silent and sketch.ordinal is None
    offices = [m for m in sketch.mentions if _is_place(q, m)]
    silent = silent and not (sketch.alternative and len(offices) > 1)  # "KSC or Houston for it"
    silent = silent and not (sketch.sequence or sketch.limit_words or sketch.fits)
    if not silent or any(m.slot.kind != "thing" for m in sketch.mentions):
        return False
    wants = set(sketch.wants) - {"describe", "define", "list", "help"}
    types = set(sketch.types) - {"who", "which"}
    return not wants and not types and not (sketch.check and len(sketch.mentions) > 1)


def _is_place(q: Question, mention: Mention) -> bool:
    return any(q.knowledge.thing(thing).kind_of_thing == "place" for thing in mention.things)


def read_description(q: Question) -> Query | Trouble:
    """What is named, described: one thing, the covers of two, or several things."""
    denied = [mention for mention in q.sketch.mentions if mention.negated]
    if denied:
        return Trouble(status="not_understood", words=(f"not {denied[0].slot.text}",))
    things = tuple(t for mention in q.sketch.mentions for t in mention.things)
    if len(q.sketch.mentions) == 1 and len(things) > 1:
        return Trouble(status="ambiguous", choices=things, template="{}")
    named = _flight_of_line(q)
    if named is not None:
        things = named
    elif len(q.sketch.mentions) > 1:
        return _described_covers(q, things) or _several(q, things)
    return Query(
        want="describe",
        kind=q.knowledge.thing(things[0]).kind_of_thing,
        where=(Condition(field=SELF, things=things),),
    )


def _flight_of_line(q: Question) -> tuple[str, ...] | None:
    """As in "Which Progress is 59P?": the flight is asked about, the line only sorts it."""
    lines = q.sketch.things(q.knowledge, "programme", "variant")
    flights = q.sketch.things(q.knowledge, "mission")
    if "which" not in q.sketch.types or not len(lines) == len(flights) == 1:
        return None
    return flights[0].things if len(q.sketch.mentions) == 2 else None


def _described_covers(q: Question, things: tuple[str, ...]) -> Query | None:
    """As in "La Marianne ATV-2": names of different kinds stand for the covers of both."""
    kinds = [q.knowledge.thing(thing).kind_of_thing for thing in things]
    if len(set(kinds)) < 2:
        return None
    return _covers_where(q, q.sketch.mentions)


def _covers_where(q: Question, mentions: list[Mention]) -> Query | None:
    conditions = [condition_on(q.knowledge, "cover", mention) for mention in mentions]
    found = tuple(c for c in conditions if c is not None and c.field != SELF)
    return Query(want="list", kind="cover", where=found) if found else None


def _several(q: Question, things: tuple[str, ...]) -> Query:
    kind = q.knowledge.thing(things[0]).kind_of_thing
    return Query(want="describe", kind=kind, where=(Condition(field=SELF, things=things),))


_POSTMARK = {"cancel", "cancellation", "postmark", "stempel", "poststempel"}


def is_a_postmark(sketch: Sketch, marks: tuple[str, ...]) -> Query:
    """As in "is the octagonal seal a postmark?": whether a mark is one; else, what it is."""
    itself = (Condition(field=SELF, things=marks),)
    if not any(slot.text.split()[-1] in _POSTMARK for slot in sketch.slots):
        return Query(want="describe", kind="mark", where=itself)
    claim = Condition(field="mark_kind", op="contains", text="postmark")
    return Query(want="check", kind="mark", where=itself, claim=(claim,))
