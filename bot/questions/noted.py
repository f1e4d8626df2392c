"""Questions that no field answers and a note does, as of letters with a poem in them.

Remarks, statements and the notes on facts are sentences of their own. One is the answer where it
holds every word of the question that nothing else explains, most of the others, and all that the
question names. It is then quoted as it stands: nothing is concluded from it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import FIELDS, facts_of, fields_of
from bot.knowledge.notes import Note, notes_of
from bot.knowledge.records import Cover
from bot.knowledge.values import Count, Day
from bot.questions.conditions import SELF
from bot.questions.days import MONTHS
from bot.questions.normalise import stems_of, words_of
from bot.questions.query import NOTE, Condition, Query, Trouble
from bot.questions.sketch import Sketch
from bot.questions.slots import Slot
from bot.questions.vocabulary import SenseKind

_MOST_NOTES = 3
_ENOUGH = 0.65  # share of the question's words, by weight, that a note must hold
_FEWEST = 2  # words and names of a question that a note may answer
_LONG = 6  # letters from which one strange word alone may find its note
_TELLS = 1.0  # weight of a word that a third of the notes hold
_TELLS_MUCH = 2.5  # weight of a word that few notes hold
# Words that carry a question and tell nothing of its subject.
_SMALL: tuple[SenseKind, ...] = (
    "type",
    "auxiliary",
    "preposition",
    "article",
    "pronoun",
    "filler",
    "want",
    "addition",
    "direction",
    "advice",
    "reports",
)
_ITEMS = ("cover", "card", "folder", "letter", "mission")  # what most notes are on
_TOLD: tuple[SenseKind, ...] = ("topic", "kind", "ask", "value")
_POINTING = {"it", "they", "them", "he", "she", "that"}
_VAGUE = frozenset({"old", "new", "rule", "rules", "used", "whole", "different", "others"})
_PLACES = {"place", "station", "country"}
_REASON = {"why", "how come", "what for", "reason"}  # a note that holds the rest tells it
# Words that turn a question round: a note without them answers another one.
_TURNING: tuple[SenseKind, ...] = (
    "comparative",
    "limit",
    "negation",
    "number",
    "only",
    "order",
    "ordinal",
    "ranking",
    "sequence",
)


@dataclass(frozen=True)
class _Indexed:
    """A note with all that it can be found by."""

    note: Note
    stems: frozenset[str]
    senses: frozenset[str]
    things: frozenset[str]  # that it may be on
    own: frozenset[str]  # that it is on, or names
    days: tuple[Day, ...]
    numbers: frozenset[float]
    tells_number: bool
    named: frozenset[str]  # the words of the thing's own name

    @property
    def keys(self) -> frozenset[str]:
        """Its words and their meanings."""
        return self.stems | self.senses


@dataclass(frozen=True)
class _Wanted:
    """What a note must hold: all of `must`, and enough of the `words` by weight."""

    words: tuple[Slot, ...]
    must: frozenset[str]
    named: tuple[tuple[str, ...], ...]
    strange: frozenset[str]

    @property
    def enough(self) -> float:
        """The share of the words that a note must hold."""
        return _ENOUGH if self.strange and self.named else 1.0

    @property
    def is_one_long_word(self) -> bool:
        """Whether a word that nothing explains is long enough to be looked for alone."""
        return bool(self.strange) and all(len(text) >= _LONG for text in self.strange)


def _wanted(sketch: Sketch, trouble: Trouble, subjects: tuple[str, ...]) -> _Wanted:
    """What a question that could not be read asks of a note."""
    named = tuple(mention.things for mention in sketch.mentions if mention.things)
    if not named and any(_POINTING & set(slot.text.split()) for slot in sketch.slots):
        named = (subjects[:1],) if subjects else ()
    words = [slot for slot in sketch.slots if _is_telling(slot)]
    strange = frozenset(slot.text for slot in words if slot.is_strange)
    must = strange | {*trouble.words, *sketch.unexplained}
    must |= {slot.text for slot in sketch.slots if _turns(slot)}
    if not strange:  # words of the field that no reading joins: only the very words will do
        words = [slot for slot in words if not any(slot.means("kind", k) for k in _ITEMS)]
        must |= {slot.text for slot in words}
    return _Wanted(tuple(words), frozenset(must), named, strange)


class NoteFinder:
    """Finds the notes that answer a question."""

    def __init__(self, knowledge: Knowledge, slots: Callable[[str], tuple[Slot, ...]]) -> None:
        """Look through the notes of `knowledge`, read by `slots` as questions are."""
        self._knowledge = knowledge
        self._slots = slots

    def prepare(self) -> None:
        """Index the notes and their words now: it takes a second or two."""
        _ = self._notes, self._held_by

    def find(self, sketch: Sketch, trouble: Trouble, subjects: tuple[str, ...]) -> Query | None:
        """A Query for the notes that answer what could not be read; None where none does.

        Args:
            sketch: the question.
            trouble: why it could not be read.
            subjects: what was last talked about, which a pronoun may stand for.
        """
        if sketch.outside or any(slot.kind == "no_such" for slot in sketch.slots):
            return None
        if set(trouble.words) & {sketch.slots[place].text for place in sketch.negations}:
            return None  # that a note holds a "not", too, tells nothing
        if {"difference", "difference between", "differ"} & sketch.words:
            return None  # what one note says of the one is no comparison
        if set(MONTHS) & {word.casefold() for word in trouble.words}:
            return None  # "postmarked in April": some notes would not be all such days
        excepts = not sketch.types and {"but", "all but"} & sketch.words  # "all but the flown ones"
        if excepts or _asks_an_edge(sketch) or sketch.limit_words or sketch.sequence:
            return None  # "the first Watanabe cover" is not "cover of the first module"
        if sketch.check and sketch.negations:
            return None  # "was CRS-7 not lost" is no question for a note with a "not" in it
        wanted = _wanted(sketch, trouble, subjects)
        vague = wanted.strange and wanted.strange <= _VAGUE
        narrows = sketch.only or "only" in sketch.words or "list" in sketch.wants
        if not (wanted.strange or wanted.named) or vague or narrows:
            return None
        scored = [
            (score, indexed)
            for indexed in self._notes
            if self._is_of(indexed, wanted.named) and _agrees(indexed, sketch)
            for score in [self._score(indexed, wanted)]
            if score
        ]
        best = max((score for score, _ in scored), default=0.0)
        found = [indexed for score, indexed in scored if math.isclose(score, best)]
        found = self._nearest(found, wanted)
        asks_one = wanted.is_one_long_word and bool(sketch.types) and len(found) == 1
        told = len(wanted.words) + len(wanted.named) >= _FEWEST or asks_one
        return (
            self._asked_of(found, wanted.words) if told and 0 < len(found) <= _MOST_NOTES else None
        )

    def _nearest(self, found: list[_Indexed], wanted: _Wanted) -> list[_Indexed]:
        """The notes on what is named, if there are any; of a place alone, no others will do."""
        own = {thing for things in wanted.named for thing in things}
        itself = [indexed for indexed in found if indexed.note.subject in own]
        bound = any(self._kind(things[0]) not in _PLACES for things in wanted.named)
        return itself or (found if wanted.strange or bound else [])

    @cached_property
    def _notes(self) -> list[_Indexed]:
        notes = (note for record in self._knowledge for note in notes_of(self._knowledge, record))
        return [self._indexed(note) for note in notes]

    @cached_property
    def _held_by(self) -> Counter[str]:
        """How many notes hold a stem or a sense."""
        return Counter(key for one in self._notes for key in one.keys)

    def _indexed(self, note: Note) -> _Indexed:
        slots = self._slots(note.text)
        value = note.fact.value if note.fact is not None else note.said and note.said.value
        days = [s.day.day for s in slots if s.day is not None and s.day.day is not None]
        days += [value] if isinstance(value, Day) else []
        days += [note.said.as_of] if note.said is not None and note.said.as_of is not None else []
        own = frozenset({note.subject, *(thing for slot in slots for thing in slot.things)})
        own |= {value} if isinstance(value, str) else set()
        numbers = [slot.number for slot in slots if slot.number is not None]
        counted = isinstance(value, Count) or any(slot.means("number") for slot in slots)
        counted = counted or "one" in words_of(note.text)
        return _Indexed(
            note=note,
            stems=frozenset(stems_of(note.text)),
            senses=frozenset(key for slot in slots for key in _senses(slot)),
            things=own | self._related(note.subject),
            own=own,
            days=tuple(days),
            numbers=frozenset(numbers),
            tells_number=bool(numbers) or counted,
            named=self._named(note.subject),
        )

    def _named(self, subject: str) -> frozenset[str]:
        """The words of a thing's name and of what it is."""
        record = self._knowledge.thing(subject)
        form = record.piece_form if isinstance(record, Cover) else record.kind_of_thing
        slots = self._slots(", ".join((record.name, *record.names, form)))
        return frozenset(key for slot in slots for key in _keys(slot))

    def _related(self, subject: str) -> frozenset[str]:
        """A thing, and all that the facts of a cover name: its flights, makers and places."""
        record = self._knowledge.thing(subject)
        if not isinstance(record, Cover):
            return frozenset({subject})
        facts = (
            fact
            for field in fields_of(record.kind_of_thing)
            for fact in facts_of(self._knowledge, record, field.name)
        )
        return frozenset({subject, *(fact.value for fact in facts if isinstance(fact.value, str))})

    def _is_of(self, indexed: _Indexed, named: Iterable[tuple[str, ...]]) -> bool:
        """Whether a note is on all that is named, or names it; a place must be its own."""
        return all(
            set(things) & indexed.things
            and (set(things) & indexed.own or self._kind(things[0]) not in _PLACES)
            for things in named
        )

    def _kind(self, thing: str) -> str:
        return self._knowledge.thing(thing).kind_of_thing

    def _score(self, indexed: _Indexed, wanted: _Wanted) -> float:
        """How much of the question a note holds, by weight; 0 where it is too little."""
        if any(not set(stems_of(text)) <= indexed.stems for text in wanted.must):
            return 0.0
        fields = [slot for slot in wanted.words if slot.sense("ask")]
        figures = [slot for slot in wanted.words if _names_figure(slot)]
        if any(not set(_keys(slot)) & indexed.keys for slot in fields) or any(
            not set(stems_of(slot.text)) & indexed.stems for slot in figures
        ):
            return 0.0  # what is asked by its name is not told by a note on something else
        total = held = telling = 0.0
        for slot in wanted.words:
            keys = set(_keys(slot))
            weight = max((self._weight(key) for key in keys), default=0.0)
            total += weight
            own = [self._weight(key) for key in (keys & indexed.keys) - indexed.named]
            held += weight if own or keys & indexed.named else 0.0
            telling = max(telling, *own) if own else telling
        return held if telling >= _TELLS_MUCH and held >= wanted.enough * total else 0.0

    def _asked_of(self, found: list[_Indexed], words: Iterable[Slot]) -> Query | None:
        """The Query for notes, by the telling words that all of them hold; None without any."""
        stems = [
            s for slot in words for s in stems_of(slot.text) if all(s in f.stems for f in found)
        ]
        stems = [s for s in dict.fromkeys(stems) if self._weight(s) >= _TELLS]
        if not any(len(stem) > len("no") for stem in stems):
            return None
        subjects = tuple(dict.fromkeys(indexed.note.subject for indexed in found))
        conditions = [Condition(field=NOTE, op="contains", text=s) for s in stems]
        return Query(
            want="noted",
            kind=self._kind(subjects[0]),
            where=(Condition(field=SELF, things=subjects), *conditions),
        )

    def _weight(self, key: str) -> float:
        """The rarer among the notes, the more a word tells."""
        return math.log((1 + len(self._notes)) / (1 + self._held_by[key]))


def _agrees(indexed: _Indexed, sketch: Sketch) -> bool:
    """Whether a note has the days and numbers of a question, and a number where one is asked."""
    for mention in sketch.mentions:
        day = mention.slot.day.day if mention.slot.day is not None else None
        if day is not None and not any(day.overlaps(other) for other in indexed.days):
            return False
        if mention.slot.day is not None and day is None:
            return False  # "7 December": of which year a note would have to tell
        if mention.slot.number is not None and mention.slot.number not in indexed.numbers:
            return False
    if "quantity" in sketch.types:
        said = indexed.note.said
        flights = said is not None and said.field == "flights"  # "how many brought modules"
        return indexed.tells_number and not flights
    types = {field.type for (_, name), field in FIELDS.items() if name in sketch.asks}
    dated = "when" in sketch.types or (bool(types) and types <= {"day", "interval"})
    return not dated or bool(indexed.days)


def _asks_an_edge(sketch: Sketch) -> bool:
    """Whether one cover or flight in an order is asked for, as in "what was the first card"."""
    for place, slot in enumerate(sketch.slots):
        if slot.means("order") or slot.means("ordinal"):
            behind = [s for s in sketch.slots[place + 1 :] if not s.things]
            return bool(behind) and any(behind[0].means("kind", kind) for kind in _ITEMS)
    return False


def _is_telling(slot: Slot) -> bool:
    """Whether a word of a question tells what it is about, beside what it names."""
    if slot.kind not in {"word", "unknown"} or slot.text in _REASON:
        return False
    return slot.is_strange or slot.sense(*_TOLD) is not None or slot.sense(*_SMALL) is None


def _turns(slot: Slot) -> bool:
    """Whether a word turns the question round: "from" and "where" do not."""
    return slot.sense(*_TURNING) is not None and slot.sense("preposition", "type") is None


def _names_figure(slot: Slot) -> bool:
    """As in "edition", "weight": a figure is asked for by its name."""
    return any(slot.means("topic", topic) for topic in ("issue", "weight", "distance", "number"))


def _keys(slot: Slot) -> list[str]:
    return [*stems_of(slot.text), *_senses(slot)]


def _senses(slot: Slot) -> list[str]:
    return [f"{sense.kind}:{sense.value}" for sense in slot.senses if sense.kind in _TOLD]
