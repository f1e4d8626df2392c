"""Follow-ups on people: "did he sign anything?", "when did she leave?"."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import facts_of
from bot.questions.asked import EVENT_DAYS
from bot.questions.conditions import SELF, is_kind
from bot.questions.query import Condition, Memory, Query
from bot.questions.sketch import FORMS, Sketch
from bot.questions.turns.aboard import commands

# What a ship does, said of a person.
_DID = {
    "arrived": "aboard_from",
    "departed": "aboard_to",
    "docked_for": "at_station",
    "ended": "aboard_to",
    "expeditions_aboard": "expeditions",
}


def of_the_person(
    reading: Query, sketch: Sketch, memory: Memory, knowledge: Knowledge
) -> Query | None:
    """As in "when did she leave the station?": the person that was named last."""
    last = memory.query
    bare = not (sketch.mentions or sketch.kinds)  # "till when?"
    somebody = bool({"he", "she"} & sketch.words)
    somebody = somebody or (bare and last is not None and last.kind == "person")
    fields = tuple(_DID[name] for name in reading.fields if name in _DID)
    there = sketch.on_board or {"up", "there", "up there"} & sketch.words
    if somebody and there and sketch.types == ["when"] and not (fields or sketch.topics):
        fields = ("at_station",)  # "when was she on the ISS?"
    people = _people_asked_about(memory, knowledge)
    if bare and _which_is_open(people, memory):
        return None
    if not (somebody and fields and people) or sketch.things(knowledge, "mission", "person"):
        return None
    itself = Condition(field=SELF, things=(people[0],))
    return Query(want="value", kind="person", fields=fields[:1], where=(itself,))


def signed_by_them(
    reading: Query, sketch: Sketch, memory: Memory, knowledge: Knowledge
) -> Query | None:
    """As in "did he sign anything?", "did any of them sign covers?": the people named last."""
    last = memory.query
    signs = "sign" in sketch.topic_names
    one = {"he", "she", "did he", "did she"} & sketch.words
    crew = last is not None and bool({"crew", "people_aboard", "signed_by"} & set(last.fields))
    crew = crew or (last is not None and (last.want, last.kind) == ("list", "person"))
    several = crew and bool({"they", "them", "any of them", "one of them"} & sketch.words)
    active = any(slot.text in {"sign", "autograph"} for slot in sketch.slots)
    people = _people_asked_about(memory, knowledge)
    if several:  # of the last answer alone, not of earlier ones
        people = [t for t in memory.subjects if is_kind(knowledge, t, "person")]
    if reading.kind != "cover" or not (signs and active and people and (one or several)):
        return None
    if sketch.things(knowledge, "person", "expedition"):
        return None
    signer = Condition(field="signed_by", things=tuple(people if several else people[:1]))
    it = last is not None and last.kind == "cover" and "it" in sketch.words
    if it and last is not None and not reading.where:  # "when did he sign it?"
        return reading.model_copy(update={"where": last.where})
    rest = tuple(c for c in reading.where if c.field != "signed_by" and c.things)
    if not rest and "its" in sketch.words:  # "what docked that day? who was there? its covers?"
        rest = _covers_of_the_ship(memory, knowledge)
    if not rest and sketch.slots[-1].text == "sign":  # "was he aboard too? so did he sign?"
        rest = _covers_of_that_flight(last)
    if reading.want == "check" and rest:  # "did he sign the CRS-21 cover?"
        return reading.model_copy(update={"where": rest, "claim": (signer,)})
    want = "list" if reading.want == "check" else reading.want
    return reading.model_copy(update={"want": want, "where": (signer, *rest), "claim": ()})


def _covers_of_the_ship(memory: Memory, knowledge: Knowledge) -> tuple[Condition, ...]:
    """The covers of the ship that was named last."""
    last = memory.query
    asked = [t for c in last.where for t in c.things] if last is not None else []
    lately = (*asked, *memory.subjects, *memory.named)
    ships = [thing for thing in lately if is_kind(knowledge, thing, "mission")]
    return (Condition(field="about", things=(ships[0],)),) if ships else ()


def _covers_of_that_flight(last: Query | None) -> tuple[Condition, ...]:
    """The covers of the flight during which somebody was said to be on board."""
    flights = [c for c in last.claim if c.field == "at_station" and c.things] if last else []
    return tuple(c.model_copy(update={"field": "about"}) for c in flights)


def _which_is_open(people: list[str], memory: Memory) -> bool:
    """Whether "he" may be any of several signers or residents that the last answer told."""
    last = memory.query
    told = [thing for thing in memory.subjects if thing in people]
    asked = [t for c in (*last.where, *last.claim) for t in c.things] if last is not None else []
    return len(told) > 1 and not set(people) & set(asked)


def _people_asked_about(memory: Memory, knowledge: Knowledge) -> list[str]:
    """The people of the last question and its answer first, then those named before."""
    last = memory.query
    asked = [t for c in (*last.where, *last.claim) for t in c.things] if last is not None else []
    lately = dict.fromkeys((*asked, *memory.subjects, *memory.named))
    return [thing for thing in lately if is_kind(knowledge, thing, "person")]


def by_the_one_named(reading: Query, sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query:
    """As in "what did he make for ATV-1": the covers of the maker who was talked about."""
    he = any(slot.text in {"he", "she", "they"} for slot in sketch.slots)
    makes = any(use.topic in {"by", "make", "issue"} for use in sketch.topics)
    told = any(c.field in {"by_party", "signed_by", SELF} for c in reading.where)
    if not (he and makes) or told or reading.kind != "cover":
        return reading
    for thing in memory.subjects[:1]:
        if is_kind(knowledge, thing, "party"):
            maker = Condition(field="by_party", things=(thing,))
            return Query(want="list", kind="cover", where=(maker, *reading.where))
    return reading


def of_that_crew(reading: Query, sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query:
    """As in "who was in that crew?", "commander?": the expedition that was on board, or named."""
    last = memory.query
    crew = {("crew",), ("commander",), ("people_aboard",)}
    if reading.fields not in crew or sketch.mentions or last is None:
        return reading
    asked = ("commander",) if commands(sketch) else ("crew",)
    aboard = _aboard_then(last) if reading.fields == ("people_aboard",) else None
    if aboard is not None:
        return aboard
    then = [c for c in last.where if c.field == "at_station"]
    if last.kind == "person" and last.want == "list" and then:  # "who was aboard? | commander?"
        return Query(want="value", kind="expedition", fields=asked, where=(then[0],))
    if last.fields == ("people_aboard",):
        there = Condition(field="at_station", query=_arrival(last))
        return Query(want="value", kind="expedition", fields=asked, where=(there,))
    crews = [t for t in (*memory.subjects, *memory.named) if is_kind(knowledge, t, "expedition")]
    if not crews or (last.kind == "mission" and "crew" not in sketch.words):
        return reading
    itself = Condition(field=SELF, things=(crews[0],))
    return Query(want="value", kind="expedition", fields=asked, where=(itself,))


def _commander_then(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query | None:
    """As in "when was CRS-7 lost? who was commander then?", "which crew signed? the commander?"."""
    last = memory.query
    others = [m for m in sketch.mentions if m.things != ("iss",)]
    told = others or sketch.asks or sketch.kinds or sketch.topic_names != {"crew"}
    if last is None or told or not commands(sketch):
        return None
    signed = _crews_that_signed(last, memory, knowledge)
    moment = _then(last) if "then" in sketch.words else None
    there = Condition(field=SELF, things=tuple(signed)) if signed else moment
    if there is None:
        return None
    return Query(want="value", kind="expedition", fields=("commander",), where=(there,))


def _crews_that_signed(last: Query, memory: Memory, knowledge: Knowledge) -> list[str]:
    """As in "which crew signed it? who was the commander?": the one crew that the answer told."""
    if last.fields != ("signed_by",):
        return []
    covers = [knowledge.thing(t) for t in memory.subjects if is_kind(knowledge, t, "cover")]
    told = {str(fact.value) for cover in covers for fact in facts_of(knowledge, cover, "signed_by")}
    crews = [thing for thing in told if is_kind(knowledge, thing, "expedition")]
    return crews if len(told) == 1 else []


def _then(last: Query) -> Condition | None:
    """The moment of the event that a question on one flight asked for."""
    flight = [c for c in last.where if c.field == SELF and len(c.things) == 1]
    days = {"arrived", "departed", "ended", "launched"}
    event = len(last.fields) == 1 and last.fields[0] in days and last.kind == "mission"
    return Condition(field="at_station", query=last) if event and flight else None


def _aboard_then(last: Query) -> Query | None:
    """As in "docked on 3 May? who was aboard?", "when did it undock? who was aboard?"."""
    dated = [c for c in last.where if c.field == "at_station" and c.day is not None]
    event = _then(last) if last.fields != ("arrived",) else None  # kept with the flight itself
    there = [c for c in last.where if c.field == "at_station"]
    if last.kind == "expedition" and len(there) == 1:  # "who was commander then? and aboard?"
        return Query(want="list", kind="person", where=(there[0],))
    then = dated[0] if dated else event
    if last.kind != "mission" or then is None:
        return None
    return Query(want="list", kind="person", where=(then,))


def _arrival(last: Query) -> Query:
    """The arrival of the flights that a question was about."""
    where = tuple(condition for condition in last.where if condition.op != "recorded")
    return Query(want="value", kind="mission", fields=("arrived",), where=where)


def of_people_spoken_of(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query | None:
    """What stands by itself and is meant of the signers, the flight or the moment before."""
    return (
        _one_of_the_signers(sketch, memory, knowledge)
        or _aboard_too(sketch, memory, knowledge)
        or _commander_then(sketch, memory, knowledge)
        or _what_they_do(sketch, memory, knowledge)
        or _together_with(sketch, memory)
    )


_MAKE = {"by", "issue", "make"}
_MOST_MAKERS = 2  # "issued by JAXA, cachet by Watanabe": of more of them "they" is too little


def made_by_them(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query | None:
    """As in "who made the folder? did they do HTV covers as well?": those makers, and no others."""
    words = [word for slot in sketch.slots for word in slot.text.split() if word != "also"]
    he = next((n for n, word in enumerate(words) if word in {"he", "she", "they"}), len(words))
    does = words[he + 1 : he + 2] == ["do"] and not sketch.topics
    makes = does or (bool(sketch.topics) and sketch.topic_names <= _MAKE)
    flights = sketch.things(knowledge, "mission", "programme", "variant")
    told = len(flights) < len(sketch.mentions) or sketch.asks or sketch.types or sketch.negations
    told = told or sketch.values or sketch.orders or sketch.unexplained or sketch.comparatives
    covers = {"cover", *FORMS}
    if told or not (sketch.check and makes and sketch.kinds and set(sketch.kinds) <= covers):
        return None
    makers = _makers_spoken_of(memory, knowledge) if he < len(words) else ()
    if not 0 < len(makers) <= _MOST_MAKERS:
        return None
    about = tuple(Condition(field="about", things=flight.things) for flight in flights)
    form = tuple(Condition(field="form", text=kind) for kind in sketch.kinds if kind in FORMS)
    claim = Condition(field="by_party", things=makers)
    return Query(want="check", kind="cover", where=(*about, *form), claim=(claim,))


def _makers_spoken_of(memory: Memory, knowledge: Knowledge) -> tuple[str, ...]:
    """Who made the covers that were asked about, or the club or dealer that was."""
    last = memory.query
    if last is None:
        return ()
    if last.kind == "party":
        return tuple(t for c in last.where if c.field == SELF for t in c.things)
    if last.kind == "cover" and set(last.fields) & {"by_party", "issuer", "maker"}:
        told = tuple(t for t in memory.subjects if is_kind(knowledge, t, "party"))
        if told:
            return told
    said = (*last.where, *last.claim) if last.kind == "cover" else ()
    return tuple(t for c in said if c.field == "by_party" and c.op == "is" for t in c.things)


def signed_by_that_crew(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query | None:
    """As in "commander of Expedition 36? any cover signed by that crew?": by that expedition."""
    last = memory.query
    texts = [slot.text for slot in sketch.slots]
    that = any(texts[n : n + 2] in (["that", "crew"], ["this", "crew"]) for n in range(len(texts)))
    told = sketch.mentions or sketch.asks or sketch.values or sketch.negations or sketch.orders
    covers = bool(sketch.kinds) and sketch.names_covers(knowledge)
    if last is None or last.kind != "expedition" or told or not (that and covers):
        return None
    crews = [c.things for c in last.where if c.field == SELF and len(c.things) == 1]
    if sketch.topic_names != {"sign", "crew"} or len(crews) != 1 or sketch.unexplained:
        return None
    signed = Condition(field="signed_by", things=crews[0])
    form = tuple(Condition(field="form", text=kind) for kind in sketch.kinds if kind != "cover")
    return Query(want="list", kind="cover", where=(signed, *form))


_WITH = {"along", "alongside", "and", "else", "he", "sign", "signed", "together", "who", "whom"}


def _together_with(sketch: Sketch, memory: Memory) -> Query | None:
    """As in "did he sign covers? together with?": everybody who signed them."""
    last = memory.query
    texts = [word for slot in sketch.slots for word in slot.text.split()]
    if last is None or last.kind != "cover" or not set(texts) <= {*_WITH, "with", "did"}:
        return None
    said = (*last.where, *last.claim)
    signed = "signed_by" in last.fields or any(c.field == "signed_by" for c in said)
    if not signed or not {"with", "alongside"} & set(texts):
        return None
    kept = tuple(c for c in said if c.op != "recorded")
    return Query(want="value", kind="cover", fields=("signed_by",), where=kept)


_DOING = {"and", "did", "do", "does", "he", "she", "so", "then", "they", "what"}


def _what_they_do(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query | None:
    """As in "did Urusov make ATV covers? what did he do then?": what is known of him."""
    last = memory.query
    texts = " ".join(slot.text for slot in sketch.slots).split()
    he = {"he", "she", "they"} & set(texts)
    if last is None or not he or "do" not in texts or texts[0] not in {"what", "so", "and"}:
        return None
    if not set(texts) <= _DOING:
        return None
    asked = [t for c in (*last.where, *last.claim) for t in c.things]
    named = [t for t in dict.fromkeys(asked) if is_kind(knowledge, t, "person")]
    named = named or [t for t in dict.fromkeys(asked) if is_kind(knowledge, t, "party")]
    if len(named) != 1:
        return None
    itself = Condition(field=SELF, things=(named[0],))
    return Query(want="describe", kind=knowledge.thing(named[0]).kind_of_thing, where=(itself,))


def _one_of_the_signers(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query | None:
    """As in "which crew signed it? was Gerst part of it?": whether somebody is among them."""
    last = memory.query
    people = sketch.things(knowledge, "person")
    among = {"part of", "among them", "one of them", "of them", "in it", "of it"} & sketch.words
    told = sketch.asks or sketch.kinds or sketch.types or sketch.topic_names - {"part_of"}
    alone = len(people) == len(sketch.mentions) == 1 and bool(among)
    if last is None or told or not (sketch.check and alone) or last.fields != ("signed_by",):
        return None
    claim = Condition(field="signed_by", things=people[0].things)
    return Query(want="check", kind="cover", where=last.where, claim=(claim,))


def _aboard_too(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query | None:
    """As in "was Kononenko aboard too?" after the signers of a cover: during its flight."""
    last = memory.query
    people = sketch.things(knowledge, "person")
    too = bool({"too", "also", "as well"} & sketch.words)
    there = sketch.on_board or "there" in sketch.words
    told = sketch.topics or sketch.asks or sketch.kinds or sketch.types or sketch.values
    if last is None or last.kind != "cover" or told or not (sketch.check and there and too):
        return None
    flights = {t for c in last.where if c.field in {"about", "up"} for t in c.things}
    flights = {thing for thing in flights if is_kind(knowledge, thing, "mission")}
    if len(people) != 1 or len(sketch.mentions) != 1 or len(flights) != 1:
        return None
    itself = Condition(field=SELF, things=people[0].things)
    claim = Condition(field="at_station", things=tuple(flights))
    return Query(want="check", kind="person", where=(itself,), claim=(claim,))


def ships_there_then(sketch: Sketch, last: Query) -> Query | None:
    """As in "who was on board in July 2012? which ships were there?": the ships of that time."""
    then = [c for c in last.where if c.field == "at_station"]
    docked = any(slot.text in {"docked", "there", "were there"} for slot in sketch.slots)
    asked = "which_ship" in sketch.types or "mission" in sketch.kinds
    if last.kind != "person" or last.want != "list" or len(then) != 1 or sketch.mentions:
        return None
    return Query(want="list", kind="mission", where=(then[0],)) if asked and docked else None


def at_another_moment(reading: Query, sketch: Sketch, last: Query) -> Query | None:
    """As in "and when ATV-2 docked?" after "who was aboard when ATV-1 docked": the same of it."""
    moment = EVENT_DAYS.get(next(iter(sketch.topic_names), ""))
    there = next((c for c in last.claim if c.query is not None), None)
    it = sketch.types == ["when"] and "it" in sketch.words  # "and when it left?"
    alone = sketch.addition and len(sketch.topics) == 1 and not sketch.mentions
    alone = alone and (it or not sketch.types)
    if moment and alone and there is not None and there.query is not None:  # "and for undocking?"
        then = there.query.model_copy(update={"fields": (moment,)})
        return last.model_copy(update={"claim": (there.model_copy(update={"query": then}),)})
    itself = [c for c in last.where if c.field == SELF]
    event = reading.kind == "mission" and len(reading.fields) == 1 and not reading.where
    if last.fields == ("people_aboard",) and "it" in sketch.words and event and itself:
        reading = reading.model_copy(update={"where": (itself[0],)})  # "and when it left?"
    asks = len(sketch.slots) > 1 and sketch.slots[1].means("auxiliary")  # "when did it leave?"
    goes_on = sketch.addition or (sketch.slots[0].text == "when" and not asks)
    event = reading.want == "value" and reading.kind == "mission" and len(reading.fields) == 1
    days = {"arrived", "departed", "ended", "launched"}
    itself = [c for c in reading.where if c.field == SELF]
    told = bool(sketch.topics or sketch.values)  # "when ATV-5 did?" tells no event
    goes_on = goes_on and told and sketch.types == ["when"]
    if not (goes_on and event and itself and reading.fields[0] in days):
        return None
    there = Condition(field="at_station", query=reading.model_copy(update={"where": (itself[0],)}))
    if last.fields == ("people_aboard",):
        return Query(want="list", kind="person", where=(there,))
    if any(c.field == "at_station" for c in last.claim):
        return last.model_copy(update={"claim": (there,)})
    if last.kind in {"person", "expedition"} and any(c.field == "at_station" for c in last.where):
        return last.model_copy(update={"where": (there,)})
    return None
