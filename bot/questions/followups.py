"""Follow-ups: a question that changes one part of the last one and keeps the rest."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import FIELDS, QUANTITIES
from bot.questions.asked import fields_for
from bot.questions.conditions import SELF, is_kind
from bot.questions.continuing import SUBJECTS_KEPT, gone_on
from bot.questions.its_flight import of_their_flight
from bot.questions.itself import at_another_event, of_the_mark, of_the_very_thing
from bot.questions.of_one import of_the_one
from bot.questions.people_meant import (
    at_another_moment,
    by_the_one_named,
    of_people_spoken_of,
    of_that_crew,
    of_the_person,
    ships_there_then,
    signed_by_them,
)
from bot.questions.query import Condition, Memory, Query, Trouble, Want
from bot.questions.referents import EDGES, family, same_subject
from bot.questions.replacing import replaces_subject, same_question, without_form
from bot.questions.sketch import Sketch
from bot.questions.those import (
    asks_which,
    narrowed,
    of_those,
    of_those_covers,
    so_many_of_those,
    which_of_those,
    which_ship,
)
from bot.questions.unclear import names_one_of_them, ranks_flights, says_too_little
from bot.questions.weighing import row_with

_NAMED_KEPT = 6  # things of the last few turns
# Conditions that say which things are talked about; the others say which of their pieces.
_SUBJECT_FIELDS = {SELF, "about", "up", "down", "programme", "by_party", "form"}


def followed_up(
    reading: Query | Trouble, sketch: Sketch, memory: Memory, knowledge: Knowledge
) -> Query | Trouble:
    """The reading, completed from memory where the question leaves out what it is about."""
    if memory.query is None:
        return _without_referent(reading, sketch)
    return of_their_flight(_followed_up(reading, sketch, memory, knowledge), knowledge)


def _followed_up(
    reading: Query | Trouble, sketch: Sketch, memory: Memory, knowledge: Knowledge
) -> Query | Trouble:
    """The reading as a follow-up of the last question, whichever way it goes on from it."""
    assert memory.query is not None
    again = gone_on(sketch, memory, knowledge) or _any_cover(sketch, memory, knowledge)
    again = again or of_the_one(sketch, memory, knowledge)
    again = again or of_people_spoken_of(sketch, memory, knowledge)
    again = again or ships_there_then(sketch, memory.query) or of_the_mark(sketch, memory.query)
    if again is not None:
        return again
    unheard = _unheard_here(reading, sketch)
    if unheard:
        return Trouble(status="not_understood", words=(unheard,))
    compared = _compared_again(sketch, memory.query)
    compared = compared or _longer_than(sketch, memory.query, knowledge)
    if compared is not None:
        return compared
    if isinstance(reading, Trouble):
        return _pronoun_alone(reading, sketch, memory, knowledge)
    if reading.want == "sources":
        answered = Condition(field="answer", query=memory.query)
        return reading.model_copy(update={"where": (answered,)})
    if reading.want in {"help", "define"}:
        return reading
    return _continued(reading, sketch, memory, knowledge)


def _any_cover(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query | None:
    """As in "is there a cover for it?" after a flight: the covers of that flight."""
    there = {"is there", "are there", "was there", "were there", "any", "is there any"}
    told = sketch.mentions or sketch.topic_names - {"commemorate"} or sketch.asks or sketch.orders
    covers = sketch.kinds and set(sketch.kinds) <= {"cover", "card", "folder", "letter"}
    last = memory.query
    if last is None or last.kind != "mission" or told or not (covers and there & sketch.words):
        return None
    if sketch.types or sketch.unexplained or sketch.values:
        return None
    flights = [t for t in memory.subjects if is_kind(knowledge, t, "mission")]
    if len(flights) != 1:
        return None
    form = [Condition(field="form", text=kind) for kind in sketch.kinds if kind != "cover"][:1]
    where = (Condition(field="about", things=(flights[0],)), *form)
    return Query(want="check", kind="cover", where=where)


# "Who else signed it": everybody who did is told, whoever was named before among them.
_TOLD_WHOLE = {"cachet_makers", "crew", "people_aboard", "signed_by"}


def _unheard_here(reading: Query | Trouble, sketch: Sketch) -> str:
    """As in "without ATV-1", "not letters", "what else did he sign": not the opposite of it."""
    if isinstance(reading, Trouble):
        return ""
    corrects = sketch.slots[0].text == "no" and len(sketch.negations) == 1
    denied = [slot.text for slot in sketch.slots if slot.means("negation")]
    heard = any(condition.op == "is not" for condition in reading.where)
    if denied and not sketch.check and not corrects and not heard:
        return denied[0]
    bare = corrects and not (sketch.mentions or sketch.types or sketch.asks or sketch.orders)
    if bare and sketch.topics and not sketch.check:  # "no, the signed ones"
        return sketch.topics[0].text
    other = next((s.text for s in sketch.slots if s.text in {"other", "the other"}), "")
    if other and reading.kind == "cover" and reading.want == "list" and sketch.addition:
        return other  # "and the other tracking cover": not the one that was just told
    else_ = next((s.text for s in sketch.slots if "else" in s.text.split()), "")
    all_told = reading.want == "value" and set(reading.fields) <= _TOLD_WHOLE
    return else_ if sketch.pronoun and not all_told else ""


def _continued(
    reading: Query, sketch: Sketch, memory: Memory, knowledge: Knowledge
) -> Query | Trouble:
    """The reading with what it takes over from the last question, if it takes over anything."""
    last = memory.query
    assert last is not None
    those = any(slot.text == "those" for slot in sketch.slots)
    if reading.want == "describe" and (sketch.only or sketch.narrows or those):
        return narrowed(reading, last, knowledge)
    asked_again = _compared_with_last(sketch, last, knowledge)
    asked_again = asked_again or at_another_moment(reading, sketch, last)
    asked_again = asked_again or at_another_event(sketch, last, knowledge)
    if asked_again is not None:
        return asked_again
    if says_too_little(reading, sketch, last) or ranks_flights(reading, sketch, last):
        return Trouble(status="not_understood", words=("pronoun",))
    those_of = of_those(reading, sketch, last, knowledge) or so_many_of_those(
        reading, sketch, last, knowledge
    )
    if those_of is not None:
        return those_of
    of_covers = which_ship(reading, sketch, last, knowledge)
    if of_covers is not None or replaces_subject(reading, sketch):
        return of_covers or same_question(reading, sketch, memory, knowledge)
    if reading.want == "describe" and asks_which(sketch) and last.kind in {"cover", "mission"}:
        return which_of_those(reading, sketch, last, knowledge)
    again = _same_topic(sketch, last) if _only_question_word(sketch) else reading
    if again is None or names_one_of_them(reading, sketch, last):
        return Trouble(status="not_understood", words=("pronoun",))
    return _completed(again, sketch, memory, knowledge)


def _completed(
    reading: Query, sketch: Sketch, memory: Memory, knowledge: Knowledge
) -> Query | Trouble:
    """A question of its own, about whoever or whatever was talked about where it names nothing."""
    last = memory.query
    assert last is not None
    asked_of = (
        of_the_very_thing(sketch, memory, knowledge)
        or of_the_person(reading, sketch, memory, knowledge)
        or signed_by_them(reading, sketch, memory, knowledge)
    )
    if asked_of is not None:
        return asked_of
    he = any(slot.text in {"he", "she"} for slot in sketch.slots)
    acts = {"by", "issue", "make", "sign", "address"} & sketch.topic_names
    person = "he" in sketch.words and reading.kind == "cover" and not acts
    ship = last.kind == "mission" and not {"he", "was he", "did he"} & sketch.words  # "she"
    if person or (he and reading.kind == "mission" and not ship):
        return Trouble(status="not_understood", words=("pronoun",))
    reading = by_the_one_named(reading, sketch, memory, knowledge)
    reading = of_that_crew(reading, sketch, memory, knowledge)
    if reading.kind == "person" and any(c.field == "at_station" for c in reading.where):
        return reading  # those who were there at that moment
    reading = _of_last_kind(reading, sketch, last)
    if _names_subject(reading, sketch):
        return of_those_covers(reading, sketch, last)
    several = bool({"they", "them", "those", "these"} & sketch.words)
    pronoun = sketch.pronoun or bool({"their", "his", "her", "its"} & sketch.words)
    same = same_subject(reading, memory, knowledge, pronoun=pronoun, several=several)
    if isinstance(same, Query):
        return same.model_copy(update={"where": without_form(same.where, sketch)})
    return same


def _of_last_kind(reading: Query, sketch: Sketch, last: Query) -> Query:
    """As in "re-entry" after "ATV-2 launch": a bare topic is still about what was talked about."""
    event = {"end", "arrive", "depart", "launch", "return", "fly"} & sketch.topic_names
    asked_of = sketch.types in (["when"], ["where"]) and bool(event)
    kind = "mission" if set(last.fields) & EDGES else last.kind  # "the last shuttle flight"
    same = kind == "mission" and asked_of  # "when did they land", "where did it burn up"
    told = bool(sketch.mentions or sketch.kinds or sketch.asks)
    told = told or (not same and bool(sketch.types or sketch.pronoun))
    described = last.want == "describe" and same and bool({"it", "they"} & sketch.words)
    listed = last.want in {"list", "count"} and same and "they" in sketch.words
    goes_on = last.want in {"rank", "value"} or described or listed
    bare = len(sketch.topics) == 1 and reading.want == "value" and goes_on and not told
    if not bare or reading.kind == kind:
        return reading
    asked = sketch.types[0] if sketch.types else None
    fields = fields_for(kind, sketch.topics[0].topic, asked)
    return Query(want="value", kind=kind, fields=fields) if fields else reading


def about_nobody(reading: Query | Trouble, sketch: Sketch) -> bool:
    """Whether "they" in a claim stands for nothing: "did they come back?" of all there are."""
    bare = isinstance(reading, Query) and reading.want == "check" and sketch.pronoun
    stated = {"reached"}  # "did they go to the ISS?"
    return (
        bare
        and isinstance(reading, Query)
        and all(c.op == "recorded" or c.field in stated for c in reading.where)
    )


def about_nothing(reading: Query | Trouble) -> bool:
    """Whether a value is asked of every cover or flight, or of all but some: nobody means that."""
    if not isinstance(reading, Query) or reading.fields == ("moved",):  # the few that were moved
        return False
    if reading.want == "value" and reading.kind in {"cover", "mission"}:
        counts = bool(reading.where) and set(reading.fields) <= {"quantity", *QUANTITIES}
        return not counts and all(c.op == "is not" for c in reading.where)  # "makes no progress"
    return reading.want == "total" and not reading.fields and not reading.where


def _compared_with_last(sketch: Sketch, last: Query, knowledge: Knowledge) -> Query | None:
    """As in "is that more than the ATV-2 one?": the last subject against a new one."""
    flights = sketch.things(knowledge, "mission")
    before = [c for c in last.where if family(c) == "mission" and c.things]
    if not sketch.comparatives or len(flights) != 1 or not before or last.want != "value":
        return None
    new = before[0].model_copy(update={"things": flights[0].things})
    rest = tuple(c for c in last.where if family(c) != "mission")
    order = "asc" if set(sketch.comparatives) & {"fewer", "earlier", "shorter"} else "desc"
    return last.model_copy(
        update={
            "want": "compare",
            "where": rest,
            "groups": ((before[0],), (new,)),
            "order": order,
            "limit": 1 if sketch.check else None,
        }
    )


def _longer_than(sketch: Sketch, last: Query, knowledge: Knowledge) -> Query | None:
    """As in "longer than ATV-4?": the last subject against a new one, and nothing else said."""
    told = sketch.topics or sketch.asks or sketch.kinds or sketch.types or sketch.check
    begins = sketch.slots[0].means("comparative")
    return _compared_with_last(sketch, last, knowledge) if begins and not told else None


def _compared_again(sketch: Sketch, last: Query) -> Query | None:
    """As in "and which undocked later?": the same sides, another event."""
    told = sketch.mentions or sketch.kinds or len(sketch.topics) != 1
    in_time = bool(sketch.comparatives) and set(sketch.comparatives) <= {"earlier", "later"}
    if not last.groups or not in_time or told:  # "which brought more cargo?"
        return None
    fields = fields_for(last.kind, sketch.topics[0].topic, "when")
    if not fields:
        return None
    order = "asc" if set(sketch.comparatives) & {"fewer", "earlier", "shorter"} else "desc"
    return last.model_copy(update={"fields": fields, "order": order})


def _names_subject(query: Query, sketch: Sketch) -> bool:
    """Whether the question itself says what it is about.

    A signer, mark or place alone narrows the last subject down ("how many were signed by
    Padalka?"), unless a word for covers or flights makes the question stand by itself.
    """
    names = (c.field for c in query.where if c.op != "recorded")  # "when they got home" names none
    numbered = query.want == "identify" and any(c.number is not None for c in query.where)
    if query.groups or numbered or any(field in _SUBJECT_FIELDS - {"form"} for field in names):
        return True
    if sketch.pronoun or not sketch.kinds:
        return False
    ships = query.kind == "mission" and "mission" in sketch.kinds  # "which ships were lost in 2011"
    return (ships and bool(query.where)) or any(c.things for c in query.where)


def _without_referent(reading: Query | Trouble, sketch: Sketch) -> Query | Trouble:
    """A pronoun with nothing before it: better to ask than to answer for everything."""
    it = sketch.pronoun or bool({"is it", "was it", "are they", "were they"} & sketch.words)
    it = it or (len(sketch.slots) == 1 and bool(sketch.types))  # "which flight?"
    it = it or "its" in sketch.words
    ranked = not isinstance(reading, Trouble) and reading.want == "rank" and not reading.where
    told = sketch.kinds or sketch.mentions or "issued" in sketch.asks
    it = it or (ranked and not told)  # "when did the first dock?"
    if isinstance(reading, Trouble) or not it or reading.want in {"help", "sources"}:
        return reading
    if reading.groups:
        return reading
    if reading.where and any(c.things or c.day or c.text or c.number for c in reading.where):
        return reading
    return Trouble(status="not_understood", words=("pronoun",))


def _pronoun_alone(
    trouble: Trouble, sketch: Sketch, memory: Memory, knowledge: Knowledge
) -> Query | Trouble:
    """As in "Who is he?": the person or maker that was named last."""
    if not (sketch.pronoun and "describe" in sketch.wants) or sketch.unexplained:
        return trouble
    for thing in (*memory.subjects, *memory.named):
        kind = knowledge.thing(thing).kind_of_thing if thing in knowledge else ""
        if kind in {"person", "party"} or (kind and "it" in sketch.words):
            return Query(
                want="describe", kind=kind, where=(Condition(field=SELF, things=(thing,)),)
            )
    return trouble


def _only_question_word(sketch: Sketch) -> bool:
    """As in "When?", "where?": a question word and nothing else."""
    told = sketch.topics or sketch.asks or sketch.mentions or sketch.kinds or sketch.orders
    return bool(sketch.types) and not (told or sketch.values)


# What a bare question word asks of flights that were told by an event of theirs.
_BARE_EVENT = {
    ("when", "arrived"): "arrived",
    ("when", "departed"): "departed",
    ("when", "ended"): "ended",
    ("where", "arrived"): "port",
    ("where", "ended"): "end_place",
}
# What a bare question word asks of the things that the last answer listed.
_BARE = {
    ("when", "mission"): "launched",
    ("where", "mission"): "launch_site",
    ("when", "cover"): "strike_day",
    ("where", "cover"): "strike_place",
    ("who", "cover"): "by_party",
    ("where", "party"): "place",
    ("where", "place"): "country",
    ("who", "expedition"): "crew",
    ("when", "expedition"): "begun",
    ("when", "person"): "at_station",
}


# The same of covers that were asked for by their way.
_BARE_WAY = {
    ("down", "when"): "return_day",
    ("down", "where"): "return_place",
    ("up", "when"): "up_day",
}


_STAGES = {"packed_day", "loaded_day", "stored_day", "recovered_day"}


def _same_topic(sketch: Sketch, last: Query) -> Query | None:
    """The last question's topic with another question word; None where none fits."""
    asked = sketch.types[0]
    dated = [
        n for n in last.fields if (last.kind, n) in FIELDS and FIELDS[last.kind, n].type == "day"
    ]
    if asked == "when" and "time" in {w for s in sketch.slots for w in s.text.split()} and dated:
        return last.model_copy(update={"fields": tuple(dated)})  # "at what time?"
    if asked == "when" and last.want == "rank" and dated:  # "what docked after that? when?"
        return Query(want="value", kind=last.kind, fields=tuple(dated))
    signed = (c for c in last.where if c.op == "recorded" and c.field == "signed_by")
    said = (*last.claim, *signed)
    checked = tuple(c.field for c in said)  # "did ATV-1 dock? when?", "was it signed? by whom?"
    if asked == "where" and "to" in {slot.text for slot in sketch.slots}:
        return None  # "where to?" is not where from
    for name in (*last.fields, *checked):
        for topic in FIELDS[last.kind, name].topics if (last.kind, name) in FIELDS else []:
            fields = fields_for(last.kind, topic, asked)
            if fields and fields != last.fields:  # "from where?" after "which rocket launched it"
                return Query(want="value", kind=last.kind, fields=fields)
    several = {"crew", "people_aboard", "expeditions", "variants", "signed_by"}
    if asked == "quantity" and last.want == "value" and set(last.fields) <= several:
        return last.model_copy(update={"tally": True})
    if asked == "quantity":
        want: Want = "count" if last.kind != "cover" else "value"
        return Query(want=want, kind=last.kind, fields=("quantity",) if want == "value" else ())
    way = next((c.field for c in last.where if c.field in {"down", "up"}), "")
    if last.kind == "cover" and (way, asked) in _BARE_WAY:  # "which covers came down? when?"
        return Query(want="value", kind="cover", fields=(_BARE_WAY[way, asked],))
    return _bare_question(asked, last)


def _bare_question(asked: str, last: Query) -> Query | None:
    """What a question word alone asks of things of that kind; None where it asks nothing."""
    if asked == "where" and set(last.fields) & _STAGES:
        return None  # "when was it unpacked? where?" is no place of a postmark
    if asked == "when" and "carried_by" in last.fields:
        return None  # "who took them out? when?" is no day of a postmark
    event = next((c.field for c in last.where if (asked, c.field) in _BARE_EVENT), "")
    if last.kind == "mission" and event:  # "which shuttle landed that day? where?"
        return Query(want="value", kind="mission", fields=(_BARE_EVENT[asked, event],))
    lost = any(condition.field == "outcome" for condition in (*last.where, *last.claim))
    bare = "ended" if lost and asked == "when" else _BARE.get((asked, last.kind))
    return Query(want="value", kind=last.kind, fields=(bare,)) if bare else None


def remembered(
    memory: Memory,
    reading: Query | Trouble,
    subjects: tuple[str, ...],
    more: Query | None = None,
) -> Memory:
    """What is remembered after a turn; trouble leaves the memory as it was.

    `lot` keeps the conditions that were carried over from the turn before, `more` asks for the
    rest of a list that was cut.
    """
    if isinstance(reading, Trouble):
        return memory.model_copy(
            update={"offer": reading.offers[0].query if reading.offers else None}
        )
    if reading.want in {"help", "sources"}:
        return memory
    if reading.want == "list" and reading.offset and not subjects:  # behind the last page
        return memory.model_copy(update={"more": None})
    if reading.want == "noted":  # the words of a note are no restriction on what follows
        of_it = tuple(condition for condition in reading.where if condition.field == SELF)
        reading = reading.model_copy(update={"want": "describe", "where": of_it})
    named = [t for c in reading.where for t in c.things]
    kept = tuple(dict.fromkeys((*named, *subjects[:3], *memory.named)))[:_NAMED_KEPT]
    before = memory.query.where if memory.query else ()
    pieces = reading.kind == "cover"  # of flights "lost" stays said: "and Dragon? and Cygnus?"
    carried = tuple(
        c for c in reading.where if pieces and c in before and c.field not in _SUBJECT_FIELDS
    )
    last = reading.model_copy(update={"aside": ()})
    spoken = subjects[:SUBJECTS_KEPT]
    row = row_with(memory, last)
    return Memory(query=last, subjects=spoken, lot=carried, named=kept, row=row, more=more)
