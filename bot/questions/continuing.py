"""Going on from the last answer: its next place, its list, another event, a claim about it."""

from __future__ import annotations

from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import fields_of
from bot.questions.conditions import SELF, condition_on, is_kind
from bot.questions.elliptic import elliptic
from bot.questions.practices import events_of, of_events
from bot.questions.query import Condition, Memory, Query
from bot.questions.sketch import Sketch
from bot.questions.weighing import weighed

SUBJECTS_KEPT = 25  # things that the last answer spoke of


def gone_on(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query | None:
    """What a question makes of the last answer by itself; None where it is of another kind."""
    if memory.query is None:
        return None
    return (
        _one_picked(sketch, memory.query)
        or _edge_of_those(sketch, memory.query)
        or weighed(sketch, memory)
        or _next_in_order(sketch, memory.query)
        or _listed(sketch, memory)
        or elliptic(sketch, memory, knowledge)
        or _other_event(sketch, memory.query, knowledge)
        or _claimed_of_those(sketch, memory, knowledge)
    )


def _one_picked(sketch: Sketch, last: Query) -> Query | None:
    """As in "the second one" after a list, or of what is in a folder: a description of it."""
    picked = [m for m in sketch.mentions if m.slot.text == sketch.slots[m.position].text]
    placed = any(sketch.slots[m.position].sense("ordinal", "order", "ask") for m in picked)
    bare = all(
        slot.sense("article", "pronoun", "ordinal", "order", "filler", "addition", "ask")
        for slot in sketch.slots
    )
    listed = last.want in {"list", "describe"} or "contains" in last.fields
    things = sketch.mentions[0].things if len(sketch.mentions) == 1 else ()
    if not (placed and bare and listed and len(things) == 1) or sketch.asks or sketch.topics:
        return None
    return Query(want="describe", kind=last.kind, where=(Condition(field=SELF, things=things),))


def _edge_of_those(sketch: Sketch, last: Query) -> Query | None:
    """As in "the last one?" after a list: of those, and not of their line."""
    edges = {"first_mission", "last_mission"} & set(sketch.asks)
    told = sketch.mentions or sketch.topics or sketch.kinds or sketch.types or sketch.values
    if last.kind != "mission" or last.want not in {"list", "count"} or not edges or told:
        return None
    if sketch.unexplained:  # "the last one but one"
        return None
    order = "asc" if "first_mission" in edges else "desc"
    return Query.model_validate(
        {
            "want": "rank",
            "kind": "mission",
            "fields": ("launched",),
            "where": last.where,
            "order": order,
            "limit": 1,
        }
    )


def _next_in_order(sketch: Sketch, last: Query) -> Query | None:
    """As in "second?", "and the one after that?": the next place of the last ranking."""
    if last.fields == ("first_mission",) and sketch.ordinal is not None and not _tells(sketch):
        line = tuple(c.model_copy(update={"field": last.kind}) for c in last.where)
        last = Query(
            want="rank", kind="mission", fields=("launched",), where=line, order="asc", limit=1
        )
    if last.want != "rank" or last.limit != 1 or _tells(sketch):
        return None
    if sketch.ordinal is not None:
        return last.model_copy(update={"offset": sketch.ordinal - 1})
    if sketch.sequence:
        return _other_way(sketch, last) or _one_further(sketch, last)
    return None


def _one_further(sketch: Sketch, last: Query) -> Query | None:
    """As in "and the next?": the next place of the same ranking."""
    further = sketch.sequence == "next" or _BEYOND.get(last.order or "") in _ops(last)
    return last.model_copy(update={"offset": last.offset + 1}) if further else None


_BEYOND = {"asc": ">", "desc": "<"}  # the flights after another one, or before it, nearest first


def _other_way(sketch: Sketch, last: Query) -> Query | None:
    """As in "and the one after?" after the flight before another one: the other neighbour of it."""
    turned = {"next": ("<", ">", "asc"), "previous": (">", "<", "desc")}.get(sketch.sequence)
    if turned is None or turned[0] not in _ops(last):
        return None
    if last.offset:  # two steps beyond it, and one back
        return last.model_copy(update={"offset": last.offset - 1})
    before, now, order = turned
    where = tuple(
        c.model_copy(update={"op": now}) if c.query is not None and c.op == before else c
        for c in last.where
    )
    return last.model_copy(update={"where": where, "order": order, "offset": 0})


def _ops(query: Query) -> set[str]:
    """How the days that a ranking is bounded by are held against another flight's."""
    return {condition.op for condition in query.where if condition.query is not None}


_SEVERAL = {("crew",), ("people_aboard",), ("expeditions",), ("signed_by",)}


def _listed(sketch: Sketch, memory: Memory) -> Query | None:
    """As in "list them": what the last answer counted, or spoke of."""
    last = memory.query
    if last is None:
        return None
    listed = "list" in sketch.wants and not _tells(sketch)
    if not sketch.pronoun or not (listed or _names_them(sketch)):
        return None
    plainly = _names_them(sketch) or sketch.slots[0].text == "list"  # "any of them in both?"
    if plainly and last.want == "value" and last.fields in _SEVERAL:
        return last.model_copy(update={"tally": False})  # "how many were aboard? name them"
    if last.want in {"count", "list"}:
        return last.model_copy(update={"want": "list", "offset": 0})
    if last.want == "value" and last.kind == "cover" and last.fields == ("quantity",):
        return Query(want="list", kind="cover", where=last.where)  # and those without a figure
    if not 0 < len(memory.subjects) < SUBJECTS_KEPT:
        return None
    spoken = Condition(field=SELF, things=memory.subjects)
    return Query(want="list", kind=last.kind, where=(spoken,))


def _names_them(sketch: Sketch) -> bool:
    """As in "name them", "can you name those": all that were told, and no name of a ship."""
    named = any(
        slot.text == "name" and following.text in {"them", "those", "these", "all"}
        for slot, following in pairwise(sketch.slots)
    )
    return named and sketch.topic_names == {"name"} and not sketch.mentions


def _other_event(sketch: Sketch, last: Query, knowledge: Knowledge) -> Query | None:
    """As in "and docking?" after "which postmark for a launch": another event's postmarks."""
    told = sketch.asks or sketch.kinds or sketch.types or sketch.check
    ships = sketch.things(knowledge, "programme", "mission")  # "and for HTV launch?"
    others = len(sketch.mentions) > len(ships) or len(ships) > 1
    if last.fields != ("postmark_places",) or told or others or len(sketch.topics) != 1:
        return None
    events = of_events(events_of(sketch))
    if not events:
        return None
    if ships:
        kind = knowledge.thing(ships[0].things[0]).kind_of_thing
        itself = Condition(field=SELF, things=ships[0].things)
        return last.model_copy(update={"kind": kind, "where": (itself, *events)})
    kept = tuple(c for c in last.where if c.field != "practice_event")
    return last.model_copy(update={"where": (*kept, *events)})


def _claimed_of_those(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query | None:
    """As in "was it signed by Padalka?": what is claimed of what was talked about."""
    kind = memory.query.kind if memory.query is not None else ""
    told = sketch.asks or sketch.kinds or sketch.types or sketch.orders or sketch.comparatives
    of_those = sketch.pronoun or sketch.slots[0].text in {"is it", "were they"}
    if not (sketch.check and of_those) or told or sketch.unexplained or sketch.negated:
        return None
    those = tuple(t for t in memory.subjects if is_kind(knowledge, t, kind))
    if kind not in {"cover", "mission"} or not those:
        return None
    topics = {topic for entry in fields_of(kind) for topic in entry.topics}
    said = [m for m in sketch.mentions if m.topic is not None and m.topic.topic in topics]
    claims = [condition_on(knowledge, kind, mention) for mention in said]
    found = tuple(c for c in claims if c is not None and c.number is None)
    if not found or len(found) != len(sketch.mentions):
        return None
    return Query(want="check", kind=kind, where=(Condition(field=SELF, things=those),), claim=found)


def _tells(sketch: Sketch) -> bool:
    """Whether a question says by itself what it is about or asks for."""
    told = sketch.topics or sketch.asks or sketch.mentions or sketch.kinds or sketch.types
    return bool(told or sketch.unexplained or sketch.values)
