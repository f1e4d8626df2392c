"""The one brain behind every door: text in, answer out.

text -> bot.questions -> Query -> bot.answers -> Answer
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.answer import Answer
from bot.answers.respond import Responder
from bot.knowledge.base import Knowledge
from bot.questions.names import NameIndex
from bot.questions.query import Memory, Query, Trouble
from bot.questions.read import Reader


@dataclass(frozen=True)
class Reply:
    """An answer, and what the conversation remembers after it."""

    answer: Answer
    memory: Memory


class Brain:
    """Reads questions and answers them from one knowledge base; holds no state between calls."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Prepare the name index and the vocabulary for `knowledge` once."""
        self.knowledge = knowledge
        self.names = NameIndex(knowledge)
        self.reader = Reader(knowledge, self.names)
        self._responder = Responder(knowledge)

    def ask(self, text: str, memory: Memory | None = None, *, ambient: bool = False) -> Reply:
        """Answer `text`; never raises, whatever the text is.

        Args:
            text: what somebody wrote, of any length and language.
            memory: what the conversation remembers, for follow-ups.
            ambient: the text was overheard, not addressed to the bot: chatter is `ignored`.
        """
        before = memory or Memory()
        reading = self._with_best_offer(self.reader.read(text, before, ambient=ambient))
        answer = self._responder.respond(reading)
        return Reply(answer, self.reader.remember(before, reading, answer.subjects))

    def _with_best_offer(self, reading: Query | Trouble) -> Query | Trouble:
        """The reading, with the first of its offers that leads to an answer.

        The offer itself, where nothing but words of the sentences around the question is left out.
        """
        if isinstance(reading, Query) or not reading.offers:
            return reading
        answered = (
            offer
            for offer in reading.offers
            if self._responder.respond(offer.query).status == "answered"
        )
        first = next(answered, None)
        if first is not None and first.aside:
            return first.query.model_copy(update={"aside": first.aside})
        return reading.model_copy(update={"offers": (first,) if first else ()})

    def carry_out(self, query: Query) -> Answer:
        """Answer a Query that is already understood, as a command's options give it."""
        return self._responder.respond(query)

    def describe(self, thing_id: str) -> Answer:
        """What is recorded about one thing, as asked by "tell me about X"."""
        return self._responder.describe(thing_id)
