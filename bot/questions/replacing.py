"""Another subject for the last question: "and ATV-2?", "what about the cards?", "no, ATV-3"."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import QUANTITIES, facts_of
from bot.knowledge.records import Cover
from bot.questions.conditions import SELF, default_day_field, default_field, is_kind
from bot.questions.query import Condition, Memory, Query, Trouble
from bot.questions.referents import family
from bot.questions.sketch import Sketch

_WHICH_SHIP = {SELF, "programme", "variant"}
_DESCRIBING = {"event", "features", "form"}  # what kind of cover is talked about
_CORRECTING = {"meant", "sorry", "actually", "oops", "i mean", "correction"}


def replaces_subject(query: Query, sketch: Sketch) -> bool:
    """As in "And ATV-2?", "what about the cards?": a new subject for the last question."""
    goes_on = sketch.addition or "one" in sketch.words
    which = sketch.types == ["which"] and goes_on and len(sketch.mentions) == 1
    told = bool(sketch.types) and not which  # "and which Toulouse?"
    if sketch.topics or sketch.asks or told or sketch.orders or sketch.check:
        return False
    if sketch.values and not sketch.mentions and not sketch.kinds:
        return False
    forms_only = bool(sketch.kinds) and not sketch.mentions
    begins = sketch.slots[0].means("preposition")
    again = any(slot.text in {"ones", "one"} for slot in sketch.slots)
    elliptic = (
        again
        or sketch.narrows
        or bool(_CORRECTING & sketch.words)
        or sketch.addition
        or begins
        or forms_only
        or sketch.negated
        or sketch.corrects
        or bool(any(slot.text in {"what about", "how about"} for slot in sketch.slots))
    )
    return elliptic and bool(query.where) and query.want in {"describe", "list"}


def same_question(
    reading: Query, sketch: Sketch, memory: Memory, knowledge: Knowledge
) -> Query | Trouble:
    """The last question about another subject; what it only carried along is let go."""
    last = memory.query
    assert last is not None
    if last.want == "describe" and {c.field for c in reading.where} == {"form"}:
        return _pieces_of(reading, last)
    if last.want in {"describe", "help", "sources", "define"}:
        return reading
    if last.want == "elapsed":  # "and ATV-3?": which of the two events would be its
        return Trouble(status="not_understood", words=("pronoun",))
    beside = _with_another(reading, sketch, last, knowledge)
    if beside is not None:
        return beside
    new = tuple(_retarget(condition, last, knowledge) for condition in reading.where)
    if last.groups:
        sides = (*last.groups, tuple(c for c in new if c.field != "form"))
        return last.model_copy(update={"groups": sides, "limit": None})
    nested = _of_another_flight(reading, last, knowledge)
    return nested or _with_new(new, last, sketch, memory, knowledge)


def _with_another(
    reading: Query, sketch: Sketch, last: Query, knowledge: Knowledge
) -> Query | None:
    """As in "did ATV-4 overlap with HTV-4? and with ATV-3?": the ship beside it is another."""
    there = [c for c in last.claim if c.field == "at_station" and c.things]
    ships = sketch.things(knowledge, "mission")
    alone = len(reading.where) == len(ships) == len(sketch.mentions) == len(there) == 1
    if not alone or ships[0].preposition != "with" or last.want != "check":
        return None
    claim = there[0].model_copy(update={"things": ships[0].things})
    return last.model_copy(update={"claim": (claim,)})


def _pieces_of(reading: Query, last: Query) -> Query:
    """As in "any cards?" after a flight or a maker was described: those of it."""
    field = default_field("cover", last.kind)
    themselves = [c for c in last.where if c.field == SELF]
    if field is None or not themselves:
        return reading
    of_it = tuple(c.model_copy(update={"field": field}) for c in themselves)
    return Query(want="list", kind="cover", where=(*of_it, *reading.where))


def without_the_lost(reading: Query | Trouble, sketch: Sketch) -> Query | Trouble:
    """As in "which were lost? how many docked?": none of the lost ones, the others are meant."""
    if isinstance(reading, Trouble) or reading.kind != "mission":
        return reading
    came = {c.field for c in reading.where if c.op == "recorded"} & {"arrived", "departed"}
    kept = tuple(c for c in reading.where if (c.field, c.text) != ("outcome", "lost"))
    said = "outcome=lost" in sketch.values
    return reading if said or not came else reading.model_copy(update={"where": kept})


def _with_new(
    new: tuple[Condition, ...],
    last: Query,
    sketch: Sketch,
    memory: Memory,
    knowledge: Knowledge,
) -> Query | Trouble:
    """The last question with new conditions in the place of those of their family."""
    claimed = {condition.field for condition in last.claim}
    if new and all(condition.field in claimed for condition in new):  # "and by Kononenko?"
        return last.model_copy(update={"claim": new})
    replaced = {family(condition) for condition in new}
    if sketch.corrects and replaced == {"form"}:  # "no, the cards": not those, so not their maker's
        replaced.add("by_party")
    if replaced == {"form"} and not (sketch.narrows or _makes_any(new[0], last, knowledge)):
        replaced.add("by_party")  # "and cards?" after somebody who makes none
    staying = tuple(c for c in last.where if family(c) not in replaced)
    kept = tuple(c for c in staying if c not in memory.lot or c.field in _DESCRIBING) or staying
    if last.kind == "mission":  # that it arrived was asked, it is no restriction
        kept = tuple(c for c in kept if c.op != "recorded")
    figures = set(last.fields) <= {"quantity", *QUANTITIES} or last.want != "value"
    if last.kind == "cover" and "mission" in replaced and not figures:
        # "who signed the 25 pieces of ATV-1? and for ATV-2?"
        kept = tuple(c for c in kept if c.number is None or c.op != "is")
    if last.kind == "mission" and any(c.field in _WHICH_SHIP for c in new):
        kept = tuple(c for c in kept if c.field not in _WHICH_SHIP)  # "and Progress MS-17?"
    ground = any(condition.field == "event" for condition in new)  # "and the launch cover?"
    if ground or "folder" in sketch.kinds:  # made for the flight: another cover flew
        kept = tuple(_made_for(condition) for condition in kept)
    if _describes_cover(new) and any(c.field != SELF for c in kept):  # no longer "it"
        kept = tuple(c for c in kept if c.field != SELF)
    where = without_form((*new, *kept), sketch)
    listed = last.want in {"list", "count"} and last.kind == "mission"
    restricted = any(condition.field != "programme" for condition in kept)
    itself = any(condition.field == SELF for condition in new)  # "which were lost? and M-27M?"
    if (listed and restricted and itself) or _is_of_another_kind(new, last, knowledge):
        return Trouble(status="not_understood", words=("pronoun",))
    return last.model_copy(update={"where": where, "offset": 0})


def _of_another_flight(reading: Query, last: Query, knowledge: Knowledge) -> Query | None:
    """As in "was Kononenko aboard when ATV-3 docked? and ATV-4?": the same event of another one."""
    flights = [c for c in reading.where if c.things and family(c) == "mission"]
    there = next((c for c in (*last.claim, *last.where) if c.query is not None), None)
    if len(flights) != len(reading.where) or len(flights) != 1 or there is None:
        return None
    event = there.query
    kind = knowledge.thing(flights[0].things[0]).kind_of_thing
    before = [thing for c in last.where if family(c) == "mission" for thing in c.things]
    if event is None or kind != event.kind or any(is_kind(knowledge, t, kind) for t in before):
        return None
    itself = Condition(field=SELF, things=flights[0].things)
    other = there.model_copy(update={"query": event.model_copy(update={"where": (itself,)})})
    parts = {
        part: tuple(other if c == there else c for c in getattr(last, part))
        for part in ("where", "claim")
    }
    return last.model_copy(update={**parts, "offset": 0})


def _makes_any(form: Condition, last: Query, knowledge: Knowledge) -> bool:
    """Whether the maker that was asked for has pieces of this form on record."""
    makers = {thing for c in last.where if c.field == "by_party" for thing in c.things}
    return not makers or any(
        cover.piece_form == form.text
        and makers & {str(fact.value) for fact in facts_of(knowledge, cover, "by_party")}
        for cover in knowledge.all(Cover)
    )


def _describes_cover(new: tuple[Condition, ...]) -> bool:
    """Whether other covers are meant: "and the launch cover?", "same for Erno?"."""
    return bool(
        {"by_party", "event", "features", "form", "issuer", "maker", "strike_place"}
        & {c.field for c in new}
    )


def _is_of_another_kind(new: tuple[Condition, ...], last: Query, knowledge: Knowledge) -> bool:
    """As in "and ATV-5?" after a club's town: of a flight that can't be asked."""
    themselves = [thing for c in new if c.field == SELF for thing in c.things]
    return any(knowledge.thing(thing).kind_of_thing != last.kind for thing in themselves)


def _made_for(condition: Condition) -> Condition:
    """A condition on the flight up, as one on the flight that something was made for."""
    return condition.model_copy(update={"field": "about"}) if condition.field == "up" else condition


def _retarget(condition: Condition, last: Query, knowledge: Knowledge) -> Condition:
    """A bare name restricts the last question as its like did: a mission as the mission before."""
    if condition.day is not None:
        dated = [c.field for c in last.where if c.day is not None]
        name = dated[0] if dated else default_day_field(last.kind)
        return condition.model_copy(update={"field": name or condition.field})
    alike = [c.field for c in last.where if _is_of_kind(knowledge, c, condition)]
    if condition.things and alike and condition.field != "about":
        return condition.model_copy(update={"field": alike[0]})  # "and in the Atlantic?"
    if condition.field not in {SELF, "about"}:
        return condition
    kind = knowledge.thing(condition.things[0]).kind_of_thing
    if kind == last.kind:
        return condition.model_copy(update={"field": SELF})
    if kind in {"mission", "programme", "variant"}:
        for earlier in last.where:
            if family(earlier) == "mission" and earlier.field != SELF:
                return condition.model_copy(update={"field": earlier.field})
    field = default_field(last.kind, kind) or condition.field
    return condition.model_copy(update={"field": field})


def _is_of_kind(knowledge: Knowledge, first: Condition, second: Condition) -> bool:
    """Whether two conditions name things of one kind: two places, two modules."""
    kinds = [
        {knowledge.thing(t).kind_of_thing for t in c.things if t in knowledge}
        for c in (first, second)
    ]
    return kinds[0] == kinds[1] and kinds[0] in ({"place"}, {"module"})


def without_form(where: tuple[Condition, ...], sketch: Sketch) -> tuple[Condition, ...]:
    """As in "and the rarest cover?", "no, the covers" after a folder or cards: of any form."""
    corrects = sketch.slots[0].means("negation")
    named = "cover" in sketch.kinds and (sketch.addition or corrects)
    return tuple(c for c in where if not (named and c.field == "form"))
