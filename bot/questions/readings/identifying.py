"""What an item may be, told by its postmark, by what its cachet says, or by what it shows.

"Signed by Cristoforetti, ISS postmark 10.02.2015. Which Dragon would that be for?" tells a signer,
an office, a day and a line, and asks for the flight; "cachet says MagISStra, what is it" tells a
word of the cachet. Such questions are read only as a whole: every word tells something of the item,
asks what it is, or is a small one.
"""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import facts_of
from bot.knowledge.labels import cover_label
from bot.knowledge.records import Cover, Record
from bot.questions.conditions import SELF, condition_on, is_station
from bot.questions.names import names_of
from bot.questions.normalise import words_of
from bot.questions.query import Condition, Query
from bot.questions.sketch import FORMS, Mention, Sketch
from bot.questions.slots import Slot
from bot.questions.vocabulary import SenseKind

_SMALL: tuple[SenseKind, ...] = (
    *("filler", "article", "auxiliary", "preposition", "pronoun", "first_person", "addition"),
    "on_board",
)
_EVENTS = {
    "launch": "launch",
    "arrive": "dock",
    "capture": "dock",
    "depart": "undock",
    "end": "landing",
}
_ASKS_FLIGHT = {"which", "which_ship", "how"}
_ASKS_WHAT = {"identify", "define"}  # "what is it for", "what do I have"
_STRUCK = {"postmark", "mark"}
_TELLING = {"place", "station", "person", "expedition", "programme", "variant"}


def read_postmark_of_what(sketch: Sketch, knowledge: Knowledge) -> Query | None:
    """The flights and covers of a postmark: "KSC cancel 6/5/2023, which launch?"."""
    days = [m for m in sketch.mentions if m.slot.kind == "day"]
    offices = sketch.things(knowledge, "place")
    there = sketch.on_board or any(is_station(m) for m in sketch.mentions)
    struck = bool(sketch.topic_names & {"postmark"})
    if len(days) != 1 or not _is_exact(days[0]) or len(offices) + there != 1 or not struck:
        return None
    if not _asks_which(sketch, knowledge) or sketch.negations or sketch.check or sketch.limit_words:
        return None
    if not all(_tells_of_a_postmark(slot, knowledge) for slot in sketch.slots):
        return None
    people = sketch.things(knowledge, "person", "expedition")
    if bool(people) != ("sign" in sketch.topic_names):
        return None
    return Query(want="identify", kind="cover", where=_of_the_postmark(sketch, knowledge, days[0]))


def _is_exact(day: Mention) -> bool:
    """Whether a day is told in full: a postmark is of one day."""
    written = day.slot.day
    return written is not None and written.day is not None and written.day.precision == "day"


def _asks_which(sketch: Sketch, knowledge: Knowledge) -> bool:
    """As in "which launch?", "which Dragon would that be for?", "what event?", "which ship?"."""
    if sketch.asks == ["event"] and not sketch.types:
        return True
    event = [slot for slot in sketch.slots if _event_of(slot)]
    ship = "which_ship" in sketch.types or bool(sketch.things(knowledge, "programme", "variant"))
    asked = len(sketch.types) == 1 and sketch.types[0] in _ASKS_FLIGHT and not sketch.asks
    return asked and (bool(event) or ship) and len(event) <= 1


def _event_of(slot: Slot) -> str:
    """The event that a topic word is of, such as "docking": dock."""
    topic = slot.sense("topic")
    return _EVENTS.get(topic.value, "") if topic is not None else ""


def _tells_of_a_postmark(slot: Slot, knowledge: Knowledge) -> bool:
    """Whether a slot has a part in such a question."""
    if slot.kind == "thing":
        kinds = {knowledge.thing(thing).kind_of_thing for thing in slot.things}
        return kinds <= _TELLING and len(slot.things) == 1
    if slot.kind == "day":
        return True
    if slot.kind != "word":
        return False
    topic = slot.sense("topic")
    if topic is not None and slot.senses[0] is topic:
        return topic.value in {*_STRUCK, "sign", *_EVENTS, "commemorate"}
    first = slot.senses[0]
    asks = first.kind == "type" or slot.means("ask", "event")
    wants = first.kind == "want" and first.value in _ASKS_WHAT
    small = slot.sense(*_SMALL) is not None
    return asks or wants or small or first.value in {"cover", *FORMS, "mission"}


def _of_the_postmark(sketch: Sketch, knowledge: Knowledge, day: Mention) -> tuple[Condition, ...]:
    """The office, the day, the signer, the line and the event of a postmark."""
    told: list[Condition] = []
    fields = {"place": "strike_place", "station": "strike_place", "person": "signed_by"}
    fields |= {"expedition": "signed_by", "programme": "about", "variant": "about"}
    for mention in sketch.mentions:
        if mention is day:
            dated = condition_on(knowledge, "cover", mention)
            if dated is not None:
                told.append(dated.model_copy(update={"field": "strike_day"}))
        else:
            kind = knowledge.thing(mention.things[0]).kind_of_thing
            told.append(Condition(field=fields[kind], things=mention.things))
    if sketch.on_board and not any(c.field == "strike_place" for c in told):
        told.append(Condition(field="strike_place", things=("iss",)))
    forms = [kind for kind in sketch.kinds if kind in FORMS][:1]
    told += [Condition(field="form", text=form) for form in forms]
    events = [event for event in map(_event_of, sketch.slots) if event]
    return (*told, *(Condition(field="strike_event", op="contains", text=e) for e in events[:1]))


# --- what a cachet says or shows --------------------------------------------------------------

_SHOWS = {
    *("says", "say", "reads", "read", "shows", "show", "showing", "depicts", "depicting", "word"),
    *(
        "words",
        "inscription",
        "inscribed",
        "text",
        "picture",
        "picture shows",
        "picturing",
        "the word",
    ),
    *("with the word", "with the words", "titled", "entitled", "labelled", "labeled"),
}
_AROUND = {"cachet", "drawing", "artwork", "design", "print", "near", "attached", "with", "beside"}
_PICTURES = {"cachet", "drawing", "artwork", "design", "print", "picture", "picture shows"}
_MOST = 6  # a description that more covers answer to tells none of them


def read_described(sketch: Sketch, knowledge: Knowledge) -> Query | None:
    """The covers that bear the words or show the things told: "cachet says MagISStra, what is it".

    None where no cover on record does, or too many do.
    """
    shows = any(slot.text in _SHOWS for slot in sketch.slots)
    asks = _ASKS_WHAT & set(sketch.wants) or sketch.types == ["which"]
    drawn = any(slot.means("kind", kind) for slot in sketch.slots for kind in ("cover", *FORMS))
    drawn = drawn or bool(_PICTURES & sketch.words)
    if not (shows and asks and drawn) or sketch.check or sketch.negations:
        return None
    told = [slot for slot in sketch.slots if not _is_around(slot)]
    described = [slot for slot in told if slot.kind in {"thing", "unknown"} or slot.means("value")]
    if len(described) != len(told) or not described:
        return None
    covers = [c for c in knowledge.all(Cover) if c.kind != "consignment"]
    found = [c.id for c in covers if all(_bears(c, slot, knowledge) for slot in described)]
    if not 0 < len(found) <= _MOST:
        return None
    return Query(want="identify", kind="cover", where=(Condition(field=SELF, things=tuple(found)),))


def _is_around(slot: Slot) -> bool:
    """Whether a word asks, says that something is shown, or is a small one."""
    if slot.text in _SHOWS | _AROUND:
        return True
    first = slot.senses[0] if slot.kind == "word" else None
    if first is None:
        return False
    kinds = {"cover", *FORMS}
    wanted = first.kind in {"type", "reports"} or (
        first.kind == "want" and first.value in _ASKS_WHAT
    )
    return wanted or first.value in kinds or slot.sense(*_SMALL) is not None


def _bears(cover: Cover, slot: Slot, knowledge: Knowledge) -> bool:
    """Whether a cover is of what a slot names, or its name or picture holds the word."""
    said = words_of(_told_of(cover, knowledge))
    value = slot.sense("value")
    if value is not None:
        name, _, text = value.value.partition("=")
        return any(text in str(f.value).casefold() for f in facts_of(knowledge, cover, name))
    if slot.kind == "unknown":
        return all(word in said for word in words_of(slot.text))
    return any(_is_of(cover, knowledge.thing(thing), said, knowledge) for thing in slot.things)


def _is_of(cover: Cover, thing: Record, said: tuple[str, ...], knowledge: Knowledge) -> bool:
    """Whether a cover is for a flight or line, from a country, bears a mark, or shows a thing."""
    fields = ("about", "commemorates", "marks", "maker_country", "signed_by", "carried_in")
    values = {str(f.value) for name in fields for f in facts_of(knowledge, cover, name)}
    lines = {getattr(knowledge.get(value), "programme", None) for value in values}
    if thing.id in values | lines:
        return True
    names = [words_of(name) for name in names_of(thing)]
    return any(_holds(said, name) for name in names if name)


def _holds(said: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether words contain a name, in its order."""
    last = len(said) - len(name)
    return any(said[place : place + len(name)] == name for place in range(last + 1))


def _told_of(cover: Cover, knowledge: Knowledge) -> str:
    """The names of a cover and of its marks, and its picture."""
    marks = [knowledge.name_of(str(f.value)) for f in facts_of(knowledge, cover, "marks")]
    features = [str(f.value) for f in facts_of(knowledge, cover, "features")]
    return " . ".join((cover_label(knowledge, cover), *names_of(cover), *features, *marks))
