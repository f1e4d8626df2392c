"""What "it" and "them" stand for: the things that the last answer spoke of."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Cover
from bot.questions.conditions import SELF, default_field, is_kind, only_brought_back
from bot.questions.continuing import SUBJECTS_KEPT
from bot.questions.query import Condition, Memory, Query, Trouble

EDGES = {"first_mission", "last_mission"}  # fields of a line that name a flight of it
_PAGE = 10  # things of a list that are told at once
_FLIGHTS = {"mission", "programme", "variant"}


def same_subject(
    reading: Query, memory: Memory, knowledge: Knowledge, *, pronoun: bool, several: bool = False
) -> Query | Trouble:
    """Another question about what the last answer spoke of.

    Args:
        reading: the question by itself, which names nothing.
        memory: the last question and what its answer spoke of.
        knowledge: tells what the remembered ids stand for.
        pronoun: whether "it", "them" ... stands in the question.
        several: whether it is "them" or the like.
    """
    last = memory.query
    assert last is not None
    if reading.kind == last.kind:
        return _of_the_same(reading, memory, knowledge, pronoun=pronoun)
    lists = reading.want == "list"  # "tell me about ATV-2 | covers?", "Erno | where? | covers?"
    told = (
        last.want == "describe"
        or last.kind == "mark"
        or (lists and last.want == "value" and last.kind == "party")
    )
    described = [c.things for c in last.where if c.field == SELF and told]
    field = default_field(reading.kind, last.kind)
    its_covers = last.kind in {"mark", "party", "person", "place"}  # "Kourou | which postmarks?"
    if (pronoun or lists or its_covers) and described and field is not None:
        return _with(reading, Condition(field=field, things=described[0]))
    of_flight = last.kind == "mission" and reading.kind == "cover"  # not the first of its covers
    spoken = [t for t in memory.subjects if is_kind(knowledge, t, reading.kind)]
    named = spoken or [t for t in memory.named if is_kind(knowledge, t, reading.kind)]
    if named and not of_flight:
        meant = tuple(spoken if spoken and several else named[:1])
        return _with(reading, Condition(field=SELF, things=meant))
    if reading.kind == "cover":
        return _covers_of_those(reading, memory, knowledge)
    return _flights_of_covers(reading, memory, knowledge)


def _with(reading: Query, condition: Condition) -> Query:
    return reading.model_copy(update={"where": (condition, *reading.where)})


def _of_the_same(
    reading: Query, memory: Memory, knowledge: Knowledge, *, pronoun: bool
) -> Query | Trouble:
    """Of things of the same kind: by the last conditions, or those that the answer spoke of."""
    last = memory.query
    assert last is not None
    where = _carried(reading, last)
    if reading.want == last.want == "rank":  # "which arrived last in 2012? and left last?"
        where = tuple(_moved(c, last.fields[0], reading.fields[0]) for c in where)
    spoken = tuple(t for t in memory.subjects if is_kind(knowledge, t, last.kind))
    if last.want == "rank" and reading.want != "rank" and spoken:  # the one that came first
        where = tuple(c for c in where if c.field != SELF)
    which = reading.kind == "mission" and len(reading.fields) == 1 and not pronoun
    if which:  # "which came during Expedition 36? which left?"
        where = tuple(_in_that_time(c, reading.fields[0]) for c in where)
    cut = last.want == "list" and not last.where and len(memory.subjects) >= _PAGE
    if cut and reading.want != "list":  # only the first of all there are were told
        return Trouble(status="not_understood", words=("pronoun",))
    whole = last.want in {"list", "count"} and bool(where)  # its conditions say which
    whole = whole or _means_the_mail(reading, last)
    again = (pronoun and not whole) or (last.want == "rank" and reading.want != "rank")
    stays = any(c.field == "at_station" for c in where)  # of each ship all, not that stay
    if spoken and pronoun and stays and len(spoken) < SUBJECTS_KEPT:
        where = (Condition(field=SELF, things=spoken),)
    elif again and spoken and not any(c.field == SELF for c in where):
        where = (*_fitting(where, spoken, knowledge), _all_of(spoken, knowledge))
    return _claimed(reading.model_copy(update={"where": (*where, *reading.where)}))


# Told of mail without saying whose pieces they are.
_ON_PIECES = {"marks", "marked", "postmarked", "signed", "signed_by", "strike_place"}
_PIECES_FLOWN = {"flown", "marked", "postmarked", "signed"}
_PIECES_ASKED = {*_PIECES_FLOWN, "quantity"}


def _means_the_mail(reading: Query, last: Query) -> bool:
    """As in "how many flew on ATV-1? how many of them got the seal?": of all that flew on it."""
    of_flight = [c.field for c in last.where] == ["up"] and set(last.fields) <= _PIECES_ASKED
    flown = [c.field for c in last.where] == ["about"] and set(last.fields) <= _PIECES_FLOWN
    added = {*reading.fields, *(c.field for c in reading.where)} & _ON_PIECES
    counted = bool(last.fields) and (of_flight or flown)
    return counted and last.want == "value" and bool(added)


def _in_that_time(condition: Condition, now: str) -> Condition:
    """An event during a stay, as the event that is asked for now during it."""
    stay = condition.query is not None and condition.query.fields == ("at_station",)
    events = {"arrived", "departed", "ended", "launched"}
    timed = stay and condition.field in events and now in events
    return condition.model_copy(update={"field": now}) if timed else condition


def _moved(condition: Condition, before: str, now: str) -> Condition:
    """A time of one event, as the time of the event that is asked for now."""
    timed = condition.field == before and condition.day is not None
    return condition.model_copy(update={"field": now}) if timed else condition


def _covers_of_those(reading: Query, memory: Memory, knowledge: Knowledge) -> Query | Trouble:
    """The covers of the flights, people or makers that were talked about."""
    named = _flights_talked_about(memory, knowledge)
    if not named:
        return reading
    kind = knowledge.thing(named[0]).kind_of_thing
    field = "about" if kind in _FLIGHTS else default_field("cover", kind)
    if field is None:
        return Trouble(status="not_understood", words=("pronoun",))
    field = "down" if only_brought_back(named[0], knowledge) else field
    said = tuple(c for c in reading.where if c.field != field or c.op != "recorded")
    of_those = Condition(field=field, things=tuple(named))
    return reading.model_copy(update={"where": (of_those, *said)})


def _flights_of_covers(reading: Query, memory: Memory, knowledge: Knowledge) -> Query:
    """The flights of the covers that were talked about."""
    last = memory.query
    if reading.kind != "mission" or last is None:
        return reading
    missions = [t for c in last.where for t in c.things if family(c) == "mission"]
    several = reading.want == "list"  # "for which flights?"
    missions = missions or _flights_of_those(memory, knowledge, several=several)
    if not missions:
        return reading
    kind = knowledge.thing(missions[0]).kind_of_thing
    field = SELF if kind == "mission" else default_field("mission", kind) or SELF
    return _with(reading, Condition(field=field, things=tuple(missions)))


def _fitting(
    where: tuple[Condition, ...], spoken: tuple[str, ...], knowledge: Knowledge
) -> tuple[Condition, ...]:
    """The conditions without those that what was spoken of has not.

    As the form of a folder's covers, or the way up of a cover that was told as none had flown.
    """
    things = [knowledge.thing(thing) for thing in spoken]
    forms = {cover.piece_form for cover in things if isinstance(cover, Cover)}
    fitting = (c for c in where if c.field != "form" or forms <= {c.text})
    return tuple(
        c
        for c in fitting
        if c.field not in {"up", "down"} or any(facts_of(knowledge, t, c.field) for t in things)
    )


def _all_of(spoken: tuple[str, ...], knowledge: Knowledge) -> Condition:
    """What was spoken of, and what is in it: of the mail also the covers that travelled in it."""
    inside = [
        member
        for thing in spoken
        if isinstance(cover := knowledge.thing(thing), Cover) and cover.kind == "consignment"
        for member in cover.members
    ]
    return Condition(field=SELF, things=tuple(dict.fromkeys((*spoken, *inside))))


def _claimed(reading: Query) -> Query:
    """As in "was it flown?": what is asked of it is claimed, and does not select it."""
    claim = tuple(c for c in reading.where if c.op == "recorded" or c.field == "reached")
    if reading.want != "check" or reading.claim or not claim:
        return reading
    where = tuple(c for c in reading.where if c not in claim)
    return reading.model_copy(update={"where": where, "claim": claim}) if where else reading


def _flights_talked_about(memory: Memory, knowledge: Knowledge) -> list[str]:
    """The flights, or other things, whose covers "it" or "them" may ask for."""
    last = memory.query
    assert last is not None
    spoken = [t for t in memory.subjects if is_kind(knowledge, t, "mission")]
    if last.fields and set(last.fields) <= EDGES:  # "which ATV was last": the flight, and not ATV
        return spoken
    named = [t for c in last.where for t in c.things if c.field == SELF]
    few = last.kind == "mission" and len(memory.subjects) < SUBJECTS_KEPT
    return named or (spoken if few else [])


def _flights_of_those(memory: Memory, knowledge: Knowledge, *, several: bool) -> list[str]:
    """The flights of the covers which were talked about; only one unless `several` are asked."""
    covers = [knowledge.thing(t) for t in memory.subjects if is_kind(knowledge, t, "cover")]
    found = [str(fact.value) for cover in covers for fact in facts_of(knowledge, cover, "about")]
    flights = [flight for flight in dict.fromkeys(found) if is_kind(knowledge, flight, "mission")]
    return flights if several or len(flights) == 1 else []


def family(condition: Condition) -> str:
    """Conditions that stand for one another: a mission as such, made for it, flown on it."""
    return "mission" if condition.field in {SELF, "about", "up", "down"} else condition.field


# As in "was there a launch cover? print run?": what kind of cover was asked about.
_DESCRIBING = {"event", "features", "form", "purpose"}


def _carried(reading: Query, last: Query) -> tuple[Condition, ...]:
    """What of the last question's conditions still holds; a field named anew replaces it."""
    new = {condition.field for condition in reading.where}
    said = (c for c in last.claim if c.field in _DESCRIBING and c.op != "is not")
    kept = tuple(c for c in (*last.where, *said) if c.field not in new)
    if any((c.field, c.text) == ("form", "folder") for c in reading.where):
        kept = tuple(c for c in kept if c.field != "event")  # a folder is for the whole flight
    if last.kind == "mission":  # that ships arrived was asked, it is no restriction
        kept = tuple(c for c in kept if c.op != "recorded")
    return kept
