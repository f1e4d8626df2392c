"""From a text to a Query: slots, a sketch of what they are for, and the reading of the sketch."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.questions.followups import followed_up, remembered
from bot.questions.grammar import read_sketch
from bot.questions.names import NameIndex
from bot.questions.normalise import MAX_LENGTH, normalise, plain, words_of
from bot.questions.query import Condition, Memory, Query, Trouble
from bot.questions.sketch import Sketch, draw_sketch
from bot.questions.slots import Annotator, Slot


class Reader:
    """Reads questions against one knowledge base."""

    def __init__(self, knowledge: Knowledge, names: NameIndex) -> None:
        """Prepare the word lists once."""
        self._knowledge = knowledge
        self._names = names
        self._annotator = Annotator(knowledge, names)

    def read(self, text: str, memory: Memory, *, ambient: bool = False) -> Query | Trouble:
        """The reading of `text`; never raises.

        Args:
            text: what somebody wrote.
            memory: what the conversation remembers: follow-ups need it.
            ambient: the text was overheard: what is not clearly a question for us is `ignored`.
        """
        reading = self._read(text, memory)
        if ambient and not self._is_asking(text, reading):
            return Trouble(status="ignored")
        return reading

    def _read(self, text: str, memory: Memory) -> Query | Trouble:
        if len(text) > MAX_LENGTH:
            return Trouble(status="not_understood", words=("too long",))
        slots = self._annotator.slots(text)
        if not slots:
            return Trouble(status="not_understood")
        term = self._term(text)
        sketch = draw_sketch(slots, text, self._knowledge)
        if term is not None and not sketch.mentions:
            return term
        reading = read_sketch(sketch, self._knowledge)
        return followed_up(reading, sketch, memory, self._knowledge)

    def _term(self, text: str) -> Query | None:
        """A question for the meaning of a word of the field."""
        words = normalise(plain(text)).strip(" ?!.\"'")
        for opening in _DEFINING:
            if words.startswith(opening):
                words = words.removeprefix(opening)
                break
        for ending in (" mean", " means", " stand for", " meaning", " definition"):
            words = words.removesuffix(ending)
        term = self._names.terms.get(words_of(words))
        if term is None:
            return None
        return Query(
            want="define",
            kind="term",
            fields=("definition",),
            where=(Condition(field="self", things=(term,)),),
        )

    def _is_asking(self, text: str, reading: Query | Trouble) -> bool:
        """Whether an overheard text is clearly a question that can be answered here."""
        if isinstance(reading, Trouble):
            return False
        sketch = self.sketch(text)
        if sketch.first_person and not (sketch.types or sketch.check):
            return False
        asking = sketch.asks_back or bool(sketch.types or sketch.check)
        return asking and bool(sketch.mentions) and reading.want not in {"help", "sources"}

    def sketch(self, text: str) -> Sketch:
        """The sketch of a text, for `flown explain`."""
        return draw_sketch(self._annotator.slots(text), text, self._knowledge)

    def slots(self, text: str) -> tuple[Slot, ...]:
        """The slots of a text, for `flown explain`."""
        return self._annotator.slots(text)

    def remember(
        self, memory: Memory, reading: Query | Trouble, subjects: tuple[str, ...]
    ) -> Memory:
        """What the conversation remembers after this turn."""
        return remembered(memory, reading, subjects)


_DEFINING = tuple(
    sorted(
        (
            "what is a ",
            "what is an ",
            "what is the ",
            "what is ",
            "what are ",
            "what's a ",
            "what's an ",
            "what's ",
            "whats a ",
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
            "what exactly is a ",
            "please explain ",
            "what is the definition of ",
            "what exactly is an ",
            "what, exactly, is a ",
        ),
        key=len,
        reverse=True,
    )
)
