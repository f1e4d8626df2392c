"""From a text to a Query: slots, a sketch of what they are for, and the reading of the sketch."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.knowledge.base import Knowledge
from bot.questions.accounted import unaccounted
from bot.questions.afterthoughts import without_afterthoughts
from bot.questions.apart import each_apart
from bot.questions.asides import parts_of, without_asides
from bot.questions.context import asked_alone, excluded
from bot.questions.correcting import corrected
from bot.questions.elliptic import with_its_year
from bot.questions.followups import (
    about_nobody,
    about_nothing,
    followed_up,
    remembered,
)
from bot.questions.generations import devices_of, with_devices, with_its_device
from bot.questions.grammar import read_sketch
from bot.questions.its_flight import from_the_cover
from bot.questions.misses import told_of
from bot.questions.names import NameIndex
from bot.questions.normalise import MAX_LENGTH, normalise, plain, words_of
from bot.questions.noted import NoteFinder
from bot.questions.offers import consents, with_offers
from bot.questions.overlooked import denied_of_itself, said_of_all, says_nothing
from bot.questions.paging import goes_on, next_page
from bot.questions.people_meant import made_by_them, signed_by_that_crew
from bot.questions.query import Condition, Memory, Query, Trouble
from bot.questions.recalled import recall
from bot.questions.replacing import without_the_lost
from bot.questions.sketch import Sketch
from bot.questions.sketching import draw_sketch
from bot.questions.slots import Annotator, Slot
from bot.questions.unclear import lists_everything, loses_its_owner
from bot.questions.vocabulary import is_talk_among_people, vocabulary


class Reader:
    """Reads questions against one knowledge base."""

    def __init__(self, knowledge: Knowledge, names: NameIndex) -> None:
        """Prepare the word lists once."""
        self._knowledge = knowledge
        self._names = names
        self._annotator = Annotator(knowledge, names)
        self._slots = lru_cache(maxsize=_REMEMBERED)(self._annotated)
        self._devices = devices_of(knowledge)
        self._notes = NoteFinder(knowledge, self.slots)

    def prepare(self) -> None:
        """Index what is otherwise indexed when it is first needed."""
        self._notes.prepare()

    def read(self, text: str, memory: Memory, *, ambient: bool = False) -> Query | Trouble:
        """The reading of `text`; never raises.

        Args:
            text: what somebody wrote.
            memory: what the conversation remembers: follow-ups need it.
            ambient: the text was overheard: what is not clearly a question for us is `ignored`.
        """
        reading = self._read(text, memory, overheard=ambient)
        awaited = memory.more is not None and bool(goes_on(text))  # we said: say "more"
        if ambient and not (awaited or self._is_asking(text, reading)):
            return Trouble(status="ignored")
        if isinstance(reading, Trouble) and len(text) <= MAX_LENGTH:
            mend = self._annotator.mended
            return told_of(reading, text, self.slots(text), mend, self._names)
        return reading

    def _read(self, text: str, memory: Memory, *, overheard: bool) -> Query | Trouble:
        if len(text) > MAX_LENGTH:
            return Trouble(status="not_understood", words=("too long",))
        if memory.offer is not None and consents(text):
            return memory.offer
        following = next_page(text, memory)
        if following is not None:
            return following
        text = corrected(text, memory)
        text = with_its_year(self._without_afterthoughts(text), memory.query)
        text = with_its_device(text, memory.query, self._devices)
        left_out = excluded(text, self.slots, self._knowledge)
        if left_out:
            return Trouble(status="not_understood", words=(left_out,))
        alone = asked_alone(text, self.slots, self._knowledge)
        if alone is not None:
            reading = self._read_without_asides(alone, memory)
            if isinstance(reading, Query):
                return reading
        reading = self._read_without_asides(text, memory)
        if isinstance(reading, Trouble) and reading.status in _MENDED_BY_LESS:
            noted = None if overheard else self._noted(text, reading, memory)
            if noted is None and self.sketch(text).item_number:
                return reading  # with less of it the number of one piece would be one of pieces
            return noted or with_offers(
                reading,
                plain(text),
                self.slots,
                self._knowledge,
                lambda rest: self._read_without_asides(rest, memory),
            )
        return reading

    def _noted(self, text: str, trouble: Trouble, memory: Memory) -> Query | None:
        """A question for the notes that hold the words which nothing else explains."""
        return self._notes.find(self.sketch(text), trouble, memory.subjects)

    def _without_afterthoughts(self, text: str) -> str:
        """The text without its afterthoughts, where the rest still says what it is about."""
        rest = without_afterthoughts(text)
        return rest if rest != text and self.sketch(rest).mentions else text

    def _read_without_asides(self, text: str, memory: Memory) -> Query | Trouble:
        """The reading of a text, or of what is left without its asides."""
        reading = self._read_whole(text, memory)
        if isinstance(reading, Trouble) and reading.status in _MENDED_BY_LESS:
            rest = without_asides(plain(text), self.slots, self._knowledge)
            shorter = self._read_whole(rest, memory) if rest else reading
            if isinstance(shorter, Query):
                return shorter
            return self._term_asked_in(text) or reading
        return reading

    def _read_whole(self, text: str, memory: Memory) -> Query | Trouble:
        """The reading of all of a text: every word of it counts."""
        slots = self.slots(text)
        if not slots:
            return Trouble(status="not_understood")
        term = self._term(text) or self._term(_without_politeness(slots))
        if term is None and memory.query is not None and memory.query.want == "define":
            term = self._term(_BESIDES.sub("what is ", normalise(plain(text))))  # "and a cancel?"
        sketch = draw_sketch(slots, text, self._knowledge)
        alone = not sketch.mentions or self._is_within_term(term, sketch)
        if term is not None and alone and not _goes_on(sketch, memory):
            return term
        if not sketch.mentions and _asks_meaning(text):
            return Trouble(status="not_understood", words=("meaning",))
        inside = self._terms_within(text, sketch)
        if inside is not None:
            return inside
        if _MEANING.match(normalise(plain(text))):  # "what does capture mean for Dragons"
            return Trouble(status="not_understood", words=("meaning",))
        return self._of_what_was_told(sketch, memory) or self._read_drawn(sketch, memory)

    def _read_drawn(self, sketch: Sketch, memory: Memory) -> Query | Trouble:
        """The reading of a sketch, completed from memory and looked at for what it lost."""
        recall(sketch, memory, self._knowledge)
        named = tuple(sketch.mentions)  # before turns of phrase let go of any
        reading = read_sketch(sketch, self._knowledge)
        reading = followed_up(reading, sketch, memory, self._knowledge)
        reading = without_the_lost(reading, sketch)
        idle = said_of_all(reading, sketch) or denied_of_itself(reading, sketch)
        idle = idle or says_nothing(reading, sketch, self._knowledge)
        idle = idle or unaccounted(reading, named, self._knowledge)
        if idle:
            return Trouble(status="not_understood", words=(idle,))
        unclear = about_nothing(reading) or about_nobody(reading, sketch)
        unclear = unclear or loses_its_owner(reading, sketch, memory)
        if unclear or lists_everything(reading, sketch, memory):
            return Trouble(status="not_understood", words=("pronoun",))
        return each_apart(reading, sketch, named)

    def _of_what_was_told(self, sketch: Sketch, memory: Memory) -> Query | None:
        """A follow-up of which each word has its part, so that nothing of it can be lost."""
        if sketch.outside or any(slot.kind == "no_such" for slot in sketch.slots):
            return None
        return (
            from_the_cover(sketch, memory, self._knowledge)
            or signed_by_that_crew(sketch, memory, self._knowledge)
            or made_by_them(sketch, memory, self._knowledge)
        )

    def _term_asked_in(self, text: str) -> Query | None:
        """As in "sorry to ask, but what on earth is a cachet?": a term that one part asks for."""
        parts = parts_of(plain(text), self.slots, self._knowledge)
        asking = [part for part in parts if part.asks_something]
        if len(asking) != 1 or any(part.names for part in parts):
            return None
        return self._term(asking[0].text)

    def _term(self, text: str) -> Query | None:
        """A question for the meaning of one word of the field, or of two."""
        words = _EMPHATIC.sub(" ", normalise(plain(text))).strip(" ?!.,\"'")
        words = _ASKED_BEHIND.sub(r"what is \1", _WHAT.sub("what", words))
        opening = next((opening for opening in _DEFINING if words.startswith(opening)), "")
        words = words.removeprefix(opening)
        if _TELLS & set(words.split()):
            return None
        for ending in (" mean", " means", " stand for", " meaning", " definition"):
            words = words.removesuffix(ending)
        parts = words.split(" and ") if "between" in opening else [words]
        found = [
            self._one_term(part, loose=bool(opening))
            or self._one_term(self._annotator.mended(part), loose=bool(opening))
            for part in parts
        ]
        terms = tuple(term for term in found if term is not None)
        if len(terms) < len(parts):
            return None
        return _definition(terms)

    def _terms_within(self, text: str, sketch: Sketch) -> Query | None:
        """Terms inside a longer question: "CTB, what does it mean", "is A the same thing as B"."""
        languages = sketch.things(self._knowledge, "country")  # "what is it in French"
        tells = any(slot.text in _TELLS for slot in sketch.slots)
        costs = any(slot.text.startswith(("cost", "price")) for slot in sketch.outside)
        means = any(slot.text in _MEANS for slot in sketch.slots)
        beside = [m for m in sketch.mentions if means and m.preposition in {"for", "of"}]
        if tells or costs or len(languages) + len(beside) < len(sketch.mentions):
            return None
        found: dict[str, tuple[str, ...]] = {}
        words = words_of(text)
        for first in range(len(words)):
            for length in range(min(_LONGEST_TERM, len(words) - first), 0, -1):
                key = words[first : first + length]
                if key in self._names.terms:
                    found.setdefault(self._names.terms[key], key)
                    break
        apart = any(slot.text in _SAME for slot in sketch.slots)
        if apart and len(found) == _TWO:
            return _definition(tuple(found))
        unknown = set(sketch.unexplained)
        strange = [term for term, key in found.items() if unknown & set(key)]
        if means and len(found) == 1:  # "what does 'capture' mean"
            return _definition(tuple(found))
        return _definition(tuple(strange)) if "define" in sketch.wants and strange else None

    def _is_within_term(self, term: Query | None, sketch: Sketch) -> bool:
        """Whether all that is mentioned is part of a term's name: "ISS Mission Control Station"."""
        terms = term.where[0].things if term is not None else ()
        words = [words_of(self._knowledge.thing(one).name) for one in terms]
        held = [words_of(mention.slot.text) for mention in sketch.mentions]
        asks = "define" in sketch.wants
        return any(
            (asks or len(name) > 2) and all(set(part) < set(name) for part in held)
            for name in words
        )

    def _one_term(self, text: str, *, loose: bool) -> str | None:
        """The term that a text is; with `loose`, words of no meaning may follow it."""
        words = words_of(text)
        if words in self._names.terms:  # "A.I.E.P. certificate" begins with no article
            return self._names.terms[words]
        if words[:1] in {("a",), ("an",), ("the",)}:
            words = words[1:]
        for length in range(len(words), 0, -1):
            key = words[:length]
            several = (*key[:-1], f"{key[-1]}s")  # "what is a killer bar"
            term = self._names.terms.get(key) or self._names.terms.get(several)
            rest = words[length:]
            if term is not None and (not rest or (loose and all(_is_empty(w) for w in rest))):
                return term
        return None

    def _is_asking(self, text: str, reading: Query | Trouble) -> bool:
        """Whether an overheard text is clearly a question that can be answered here."""
        if isinstance(reading, Trouble) or is_talk_among_people(text):
            return False
        sketch = self.sketch(text)
        if reading.want == "define":
            return sketch.asks_back and not sketch.first_person
        if sketch.first_person and not (sketch.types or sketch.check):
            return False
        spoken_of = sketch.types or {"describe", "define"} & set(sketch.wants)
        if reading.want == "describe" and not spoken_of:
            return False  # a name alone is talk
        if sketch.first_person and not sketch.asks_back:
            return False
        asking = bool(sketch.types or sketch.check or sketch.asks or sketch.wants)
        flights = sketch.things(self._knowledge, "mission", "programme")
        asking = asking or (sketch.asks_back and bool(flights) and not sketch.sequence)
        return asking and bool(sketch.mentions) and reading.want not in {"help", "sources"}

    def sketch(self, text: str) -> Sketch:
        """The sketch of a text, for `flown explain`."""
        return draw_sketch(self.slots(text), text, self._knowledge)

    def slots(self, text: str) -> tuple[Slot, ...]:
        """The slots of a text, left to right; every word of it is in exactly one of them."""
        return self._slots(text)

    def _annotated(self, text: str) -> tuple[Slot, ...]:
        return with_devices(self._annotator.slots(text), self._devices, self._knowledge)

    def remember(
        self,
        memory: Memory,
        reading: Query | Trouble,
        subjects: tuple[str, ...],
        more: Query | None = None,
    ) -> Memory:
        """What the conversation remembers after this turn; `more` asks for the rest of a list."""
        return remembered(memory, reading, subjects, more)


_REMEMBERED = 64  # texts whose slots are kept: the parts of a question are looked at several times
_MENDED_BY_LESS = {
    "not_understood",
    "unknown_subject",
}  # troubles that an aside may be the cause of


_WHAT = re.compile(r"^(?:wot|wat|wut|wht)\b")
_ASKED_BEHIND = re.compile(r"^(.{4,40}?),? (?:whats|what's|what is) (?:that|this|it)$")
_EMPHATIC = re.compile(
    r"\s+(?:the (?:heck|hell|devil)|on earth|in the world|exactly|actually|really)\s+"
)
_MEANING = re.compile(r"what (?:does|do) \S+(?: \S+)? mean\b")
_BESIDES = re.compile(r"^(?:and|what about|how about|or)\s+")
_SAME = {
    "same thing",
    "the same thing",
    "same",
    "the same",
    "difference",
    "difference between",
    "differ",
    "differs",
    "different",
    "apart",
    "distinguish",
    "distinguishes",
}
_MEANS = {"mean", "means", "meaning", "meaning of", "meant", "what is meant by", "what does"}
_LONGEST_TERM = 5  # words
_TWO = 2


def _definition(terms: tuple[str, ...]) -> Query:
    where = (Condition(field="self", things=terms),)
    return Query(want="define", kind="term", fields=("definition",), where=where)


def _without_politeness(slots: tuple[Slot, ...]) -> str:
    """The words of a text without "hello" before them and "thanks" behind."""
    told = [n for n, slot in enumerate(slots) if not slot.means("filler")]
    return " ".join(slot.text for slot in slots[told[0] : told[-1] + 1]) if told else ""


def _goes_on(sketch: Sketch, memory: Memory) -> bool:
    """Whether a word asks what was talked about: "docking?", "the postmark?" of that flight."""
    last = memory.query
    said = len(sketch.topics) + len(sketch.asks)
    if last is None or last.kind not in {"cover", "mission", "party"}:
        return False
    if last.kind == "mission" and sketch.kinds and len(sketch.slots) == 1:
        return True  # "folder?"
    if not said:
        return False
    words = [slot for slot in sketch.slots if slot.text != "and"]
    bare = len(words) == said  # "postmark?", "print run?"
    definite = words[0].text in {"the", "what is", "whats", "what"} and any(
        slot.text in {"the", "its"} for slot in words
    )
    return definite or (bare and not sketch.wants and not sketch.types)


def _asks_meaning(text: str) -> bool:
    """Whether a text can only ask what a word means, so that nothing else may be read into it."""
    words = normalise(plain(text))
    return words.startswith(("what is a ", "what is an ", "define ", "meaning of ")) or (
        words.startswith(("what does a ", "what does the term ")) and " mean" in words
    )


def _is_empty(word: str) -> bool:
    """Whether a word adds nothing to "what does CDS mean on a cover, please"."""
    senses = vocabulary().phrases.get((word,), ())
    return any(s.kind in {"filler", "article", "preposition"} for s in senses) or word in _FIELD


_FIELD = {"cover", "covers", "philately", "astrophilately", "mean", "means"}
_TELLS = {"say", "says"}  # "what does the FIP say about dockings" is not what the FIP is
_DEFINING = tuple(
    sorted(
        (
            "what is a ",
            "what is an ",
            "what is the ",
            "what is ",
            "what are ",
            "what a ",  # "what's a": normalised text has lost the verb
            "what an ",
            "what's ",
            "whats a ",
            "whats an ",
            "whats ",
            "what does ",
            "what do ",
            "define ",
            "meaning of ",
            "definition of ",
            "explain ",
            "what is meant by ",
            "what does a ",
            "what does the ",
            "what do you mean by ",
            "the meaning of ",
            "tell me what a ",
            "explain the term ",
            "what is the meaning of ",
            "what is meaning of ",
            "what means ",
            "what exactly is a ",
            "please explain ",
            "what is the definition of ",
            "what is the difference between ",
            "difference between ",
            "the difference between ",
            "what does the term ",
            "what does the word ",
            "tell me about ",
            "tell us about ",
            "tell me something about ",
            "tell me more about ",
            "what do you know about ",
            "what can you tell me about ",
            "what exactly is an ",
            "what, exactly, is a ",
            "was ist ein ",
            "was ist eine ",
            "was ist der ",
            "was ist die ",
            "was ist das ",
            "was bedeutet ",
            "was heisst ",
            "qu'est-ce qu'un ",
            "qu'est-ce qu'une ",
            "qu'est-ce que ",
            "c'est quoi un ",
            "c'est quoi une ",
            "que signifie ",
            "que veut dire ",
            "cos'e un ",
            "cos'e una ",
            "che cos'e un ",
            "cosa significa ",
            "cosa vuol dire ",
            "что такое ",
            "что значит ",
            "что означает ",
        ),
        key=len,
        reverse=True,
    )
)
