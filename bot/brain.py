"""The one brain behind every door: text in, answer out.

text -> bot.questions -> Query -> bot.answers -> Answer
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.answer import Answer, joined
from bot.answers.respond import Responder
from bot.knowledge.base import Knowledge
from bot.questions.names import NameIndex
from bot.questions.normalise import words_of
from bot.questions.query import Memory, Query, Trouble
from bot.questions.read import Reader
from bot.questions.several import questions_in


@dataclass(frozen=True)
class Reply:
    """An answer, and what the conversation remembers after it."""

    answer: Answer
    memory: Memory


_WHOLE = 4  # words from which a further question says by itself what it asks


class Brain:
    """Reads questions and answers them from one knowledge base; holds no state between calls."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Prepare the name index and the vocabulary for `knowledge` once."""
        self.knowledge = knowledge
        self.names = NameIndex(knowledge)
        self.reader = Reader(knowledge, self.names)
        self._responder = Responder(knowledge)

    def prepare(self) -> None:
        """Look through the notes now: the first question that needs them would wait for it."""
        self.reader.prepare()

    def ask(self, text: str, memory: Memory | None = None, *, ambient: bool = False) -> Reply:
        """Answer `text`; never raises, whatever the text is.

        Args:
            text: what somebody wrote, of any length and language.
            memory: what the conversation remembers, for follow-ups.
            ambient: the text was overheard, not addressed to the bot: chatter is `ignored`.
        """
        before = memory or Memory()
        reading = self._with_best_offer(self.reader.read(text, before, ambient=ambient))
        questions = () if ambient else questions_in(text)
        elliptic = any(len(words_of(question)) < _WHOLE for question in questions)
        if isinstance(reading, Query) and len(reading.fields) >= len(questions) and elliptic:
            questions = ()  # one reading takes up all of them: "who signed it, and when?"
        return self._ask_several(questions, before) or self._reply(reading, before)

    def _reply(self, reading: Query | Trouble, before: Memory) -> Reply:
        answer = self._responder.respond(reading)
        return Reply(answer, self.reader.remember(before, reading, answer.subjects, answer.more))

    def _ask_several(self, questions: tuple[str, ...], before: Memory) -> Reply | None:
        """The answers to the questions of one message, each said to be missing that is missing.

        None where the first is not understood, none has an answer, or two get the same one.
        """
        answers: list[Answer] = []
        memory = before
        for question in questions:
            reading = self._with_best_offer(self.reader.read(question, memory))
            if isinstance(reading, Trouble):
                reading = reading.model_copy(update={"offers": (), "among_others": True})
            reply = self._reply(reading, memory)
            said_before = reply.answer.body in [answer.body for answer in answers]
            if said_before or reply.answer.status == "ambiguous" or _is_term(memory):
                return None
            answers.append(reply.answer)
            if answers[0].query is None:  # what the others go on from was not understood
                return None
            memory = reply.memory
        answered = any(answer.status == "answered" for answer in answers)
        return Reply(joined(answers), memory) if answered else None

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


def _is_term(memory: Memory) -> bool:
    """Whether a word was explained last: "who makes them?" behind it is asked of the word."""
    return memory.query is not None and memory.query.want == "define"
