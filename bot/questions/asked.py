"""Which fields a question asks for: topics and question words laid on the field table."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from bot.knowledge.fields import FIELDS, Field, fields_of
from bot.questions.sketch import Sketch, TopicUse

# Kinds of thing that a question word asks for, where a field holds a thing.
_ASKED_THINGS = {
    "who": {"party", "person", "expedition"},
    "where": {"place", "station", "port", "module"},
    "how": {"mission"},
}
_ASKED_TYPES = {"when": "day", "quantity": "quantity", "duration": "duration"}

# Topics that no question is about by the way: where they are not asked for, they are not read.
NEVER_IDLE = {
    "build",
    "capacity",
    "cargo",
    "change",
    "crew",
    "distance",
    "feature",
    "look",
    "operate",
    "outcome",
    "place",
    "reason",
    "role",
    "weight",
}

# The day field of every event in the flight of a ship.
EVENT_DAYS = {"launch": "launched", "arrive": "arrived", "depart": "departed", "end": "ended"}
_EVENTS = {"launch", "arrive", "capture", "depart", "end"}

# What a bare topic asks for ("ATV-3 postmark", "ATV-2 launch"), for each kind of owner.
_DEFAULTS: dict[str, dict[str, tuple[str, ...]]] = {
    "cover": {
        "issue": ("issued",),
        "make": ("maker",),
        "by": ("by_party",),
        "fly": ("up",),
        "return": ("down", "return_day"),
        "recover": ("recovered_day",),
        "mark": ("marks", "marked"),
        "postmark": ("strike_place", "strike_day"),
        "sign": ("signed_by",),
        "number": ("numbering",),
        "contain": ("contains", "covers_inside"),
    },
    "mission": {
        "launch": ("launched",),
        "fly": ("launched",),
        "arrive": ("arrived",),
        "depart": ("departed",),
        "end": ("ended", "end_how"),
        "return": ("ended", "end_how"),
        "outcome": ("outcome", "reason"),
        "reason": ("reason",),
        "move": ("moved", "port"),
    },
    "programme": {
        "first": ("first_flight", "first_iss_flight", "first_mission"),
        "end": ("ended", "last_mission"),
        "return": ("returns_cargo",),
        "postmark": ("postmark_places",),
    },
    "variant": {"first": ("introduced", "first_mission"), "end": ("retired", "last_mission")},
}


@dataclass(frozen=True)
class Asked:
    """The kind of thing and the fields that are asked for; no fields where none is recorded at all.

    `topic` is the topic use that was consumed by it, if one was.
    """

    kind: str
    fields: tuple[str, ...]
    topic: TopicUse | None = None


def fields_for(kind: str, topic: str, asked_type: str | None) -> tuple[str, ...]:
    """The fields of a kind of thing that answer a question word about a topic."""
    entries = [field for field in fields_of(kind) if topic in field.topics]
    if topic == "move" and asked_type in {"when", "duration"}:
        return tuple(f.name for f in entries if f.type == "interval")
    if asked_type in _ASKED_TYPES:
        return tuple(f.name for f in entries if f.type == _ASKED_TYPES[asked_type])
    if asked_type in _ASKED_THINGS:
        wanted = _ASKED_THINGS[asked_type]
        loads = {"modules", "modules_down"}  # what a ship brings is no place
        found = tuple(f.name for f in entries if f.accepts & wanted and f.name not in loads)
        if found or asked_type not in {"how", "where"}:
            return found
        return tuple(f.name for f in entries if f.type == "text")
    default = _DEFAULTS.get(kind, {}).get(topic)
    if default is not None:
        return default
    return tuple(field.name for field in entries if field.type != "quantity") or tuple(
        field.name for field in entries
    )


def owner_of_ask(name: str, kinds: list[str]) -> Field | None:
    """The field called `name`, of the first of these kinds that has it, else of any.

    `name` may give several fields, such as the name of a ship and the other names of a line.
    """
    for kind in kinds:
        for single in name.split():
            if (kind, single) in FIELDS:
                return FIELDS[kind, single]
    if " " in name:
        return None  # it has to be about something that is named
    return next((field for (_, n), field in FIELDS.items() if n == name), None)


def _owners(sketch: Sketch, name: str, kinds: list[str]) -> list[str]:
    """The kinds that a field may be of: for one of several names, those of what is named."""
    pieces = name.startswith("carried_in") and kinds[:1] == ["cover"]  # "which module ... mail"
    return sketch.mentioned if " " in name and sketch.mentioned and not pieces else kinds


def find_asked(sketch: Sketch, kinds: list[str], asked_type: str | None) -> Asked | None:
    """What is asked: named fields first, else the topic that the question word picks.

    Args:
        sketch: the question.
        kinds: the kinds of thing that it may be about, likeliest first.
        asked_type: who, when, where, quantity, duration, how; None for what and which.
    """
    if sketch.asks:
        owners = [owner_of_ask(name, _owners(sketch, name, kinds)) for name in sketch.asks]
        found = [field for field in owners if field is not None]
        if found:
            kind = found[0].kind
            same = [field.name for field in found if field.kind == kind]
            same += _asked_beside(sketch, found[0])
            same += _asked_besides(sketch, kind)
            same += [n for use in _listed_beside(sketch) for n in fields_for(kind, use.topic, None)]
            return Asked(kind, tuple(dict.fromkeys(same)))
        if sketch.mentioned:
            return Asked(sketch.mentioned[0], (sketch.asks[0],))  # a field that it does not have
    best = _best_topic(sketch, kinds, asked_type)
    if best is not None:
        return _with_others(sketch, best, asked_type)
    return None


def _asked_beside(sketch: Sketch, field: Field) -> list[str]:
    """As in "launch date, and where from": what another question word asks of the same topic."""
    asked = [asked for asked in sketch.types if asked in {"when", "where"}]
    if sketch.topics or len(field.topics) == 0 or field.type not in {"day", "thing"}:
        return []
    own = "when" if field.type == "day" else "where"
    return [n for a in asked if a != own for n in fields_for(field.kind, field.topics[0], a)]


def _asked_besides(sketch: Sketch, kind: str) -> list[str]:
    """As in "from which pad and on what day did it go up", "docked date and port": two at once."""
    for number, (before, slot) in enumerate(pairwise(sketch.slots)):
        sense = slot.sense("type")
        behind = sketch.slots[number + 2 : number + 4]
        goes_on = len(behind) > 1 and behind[0].means("addition") and behind[1].means("ask")
        joined = (before.means("addition") or goes_on) and len(sketch.topics) == 1
        if joined and sense is not None and sense.value in {"when", "where"}:
            return list(fields_for(kind, sketch.topics[0].topic, sense.value))
    return []


def _listed_beside(sketch: Sketch) -> list[TopicUse]:
    """Topics named in a row with a field: "print run and signers of the folder"."""
    beside = []
    for use in sketch.topics:
        before = sketch.slots[use.position - 1] if use.position > 0 else None
        if before is not None and before.means("addition") and not use.governs:
            beside.append(use)
    return beside or _listed_last(sketch)


_SAID_OF_IT = ("ed", "wn")  # "print run signed": of the signed ones


def _listed_last(sketch: Sketch) -> list[TopicUse]:
    """As in "the folder: print run, maker, signers": a row of nouns at the very end."""
    first = next((n for n, slot in enumerate(sketch.slots) if slot.means("ask")), None)
    row = sketch.slots[first:] if first is not None and not (sketch.types or sketch.check) else ()
    fits = all(slot.sense("ask", "topic", "article", "addition", "filler") for slot in row)
    if not row or not fits:
        return []
    return [
        use
        for use in sketch.topics
        if use.position > (first or 0) and not use.governs and not use.text.endswith(_SAID_OF_IT)
    ]


def _with_others(sketch: Sketch, asked: Asked, asked_type: str | None) -> Asked:
    """Several fields at once: "where and when was it postmarked"."""
    assert asked.topic is not None
    own = _own_questions(sketch, asked.kind)
    if own:
        return Asked(asked.kind, own, asked.topic)
    types = [t for t in dict.fromkeys(sketch.types) if t not in {asked_type, "which"}]
    extra = [name for t in types for name in fields_for(asked.kind, asked.topic.topic, t)]
    if asked_type is not None and sketch.types.count(asked_type) > 1:
        for use in sketch.topics:  # "how many flown, how many postmarked"
            extra += fields_for(asked.kind, use.topic, asked_type)
    row = [asked.topic]
    for use in sorted(sketch.topics, key=lambda use: use.position):
        if any(_is_joined(sketch, other, use) for other in row):
            row.append(use)  # "berthed and unberthed on which days"
            extra += fields_for(asked.kind, use.topic, asked_type)
    return Asked(asked.kind, tuple(dict.fromkeys((*asked.fields, *extra))), asked.topic)


def _own_questions(sketch: Sketch, kind: str) -> tuple[str, ...]:
    """The fields of "who signed it and how many flew": each question word with its own topic."""
    words = [n for n, slot in enumerate(sketch.slots) if slot.means("type")]
    fields: list[str] = []
    asked = 0
    for first, last in pairwise([*words, len(sketch.slots)]):
        sense = sketch.slots[first].sense("type")
        uses = [use for use in sketch.topics if first < use.position < last]
        if sense is None or sense.value == "which" or len(uses) != 1:
            return ()
        names = fields_for(kind, uses[0].topic, sense.value)
        asked += bool(names)
        fields += names
    told = len(sketch.topic_names) == len(sketch.topics) == asked
    return tuple(dict.fromkeys(fields)) if asked > 1 and told else ()


def _is_joined(sketch: Sketch, first: TopicUse, second: TopicUse) -> bool:
    """Whether two topics stand beside one another, joined by "and"."""
    ends = sorted((first.position, second.position))
    between = sketch.slots[ends[0] + 1 : ends[1]]
    if not between:  # "launch, docking and undocking dates"
        both = {first.topic, second.topic}
        return (both <= _EVENTS or both == {"fly", "return"}) and first is not second
    small = all(slot.sense("addition", "article", "auxiliary") for slot in between)
    return small and any(slot.means("addition") for slot in between)


def _best_topic(sketch: Sketch, kinds: list[str], asked_type: str | None) -> Asked | None:
    """The topic asked about: what is said of the subject comes before what narrows it down."""
    candidates: list[tuple[tuple[int, int, int], Asked]] = []
    for use in sketch.topics:
        named = {"cover", "card", "folder", "letter", "sheet"} & set(sketch.kinds)
        own = ["cover", "programme"] if named and kinds[0] == "cover" else kinds
        for rank, kind in enumerate(kind for kind in kinds if kind in own):
            names = fields_for(kind, use.topic, asked_type)
            if names:
                bound = bool(use.governs) and asked_type is None
                order = (int(bound) + int(use.relative), rank, _distance(use, asked_type))
                candidates.append((order, Asked(kind, names, use)))
                break
    if not candidates:
        return None
    order, asked = min(candidates, key=lambda candidate: candidate[0])
    if asked_type is None and asked.topic is not None and asked.topic.governs:
        return None  # "covers signed by Volkov" asks for the covers
    return asked


def _distance(use: TopicUse, asked_type: str | None) -> int:
    """Predicates first, then unbound topics; then the one closest behind the question word.

    Without a question word the last topic counts: "ATV-3 covers flown postmark".
    """
    near = use.position if asked_type else -use.position
    if use.topic in NEVER_IDLE:  # it can be nothing but what is asked
        return near - 10_000
    if use.attributive:  # "how many signed covers flew": of those that are signed
        near += 2000
    return (0 if use.predicate else 1000) + (0 if not use.governs else 500) + near
