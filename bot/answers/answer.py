"""An answer as plain values: what is said, what it rests on, and what may be asked next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict

from bot.answers.sentences import SAY_MORE
from bot.questions.query import Query

T = TypeVar("T")
Status = Literal[
    "answered", "ambiguous", "not_recorded", "unknown_subject", "not_understood", "ignored"
]


class Part(BaseModel):
    """Base of the immutable parts of an answer."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class StatedFact(Part):
    """One fact that an answer states.

    `value` is text, an ISO day, an id, a list of ids, or `{min, max, bound}`; `role` is `asked`
    for exactly what was asked and `context` for what was added to it.
    """

    subject: str
    attribute: str
    value: Any
    source: tuple[str, ...] = ()
    role: Literal["asked", "context"] = "asked"
    derived_from: tuple[str, ...] = ()


class Choice(Part):
    """One way to complete an ambiguous question: what to show, and the whole question to ask."""

    label: str
    question: str


class Citation(Part):
    """A source as a reader is shown it: its name with its date, and the link."""

    id: str
    name: str
    url: str | None = None


class Answer(Part):
    """The reply to one question, ready for any door to draw.

    `body` is the answer itself in plain text (no markup, lines of a list begin with "- ");
    `citations` are its sources; `subjects` the ids of the things it is about, best first.
    """

    status: Status
    body: str
    citations: tuple[Citation, ...] = ()
    facts: tuple[StatedFact, ...] = ()
    choices: tuple[Choice, ...] = ()
    understood: str = ""
    query: Query | None = None
    subjects: tuple[str, ...] = ()
    more: Query | None = None  # asks for the rest of a list that was cut

    @property
    def text(self) -> str:
        """The whole answer as plain text, sources included."""
        if not self.citations:
            return self.body
        word = "Source" if len(self.citations) == 1 else "Sources"
        shown = "; ".join(f"{c.name} ({c.url})" if c.url else c.name for c in self.citations)
        return f"{self.body}\n{word}: {shown}"


def joined(answers: Sequence[Answer]) -> Answer:
    """The answers to the questions of one message, as one; what may be asked next is the last's.

    Its Query asks them all again, where each was understood.
    """
    last = answers[-1]
    queries = tuple(answer.query for answer in answers if answer.query is not None)
    whole = queries[0].model_copy(update={"then": queries[1:]}) if queries else None
    return last.model_copy(
        update={
            "status": "answered" if any(a.status == "answered" for a in answers) else last.status,
            "body": "\n".join([*(_without_more(one) for one in answers[:-1]), last.body]),
            "citations": _once(cited for answer in answers for cited in answer.citations),
            "facts": _once(fact for answer in answers for fact in answer.facts),
            "subjects": _once(thing for answer in answers for thing in answer.subjects),
            "understood": "; and ".join(a.understood or "(not understood)" for a in answers),
            "query": whole if len(queries) == len(answers) else None,
        }
    )


def _without_more(answer: Answer) -> str:
    """A body that others follow: "more" would go on with the last of them."""
    return answer.body.replace(SAY_MORE, "") if answer.more is not None else answer.body


def _once(values: Iterable[T]) -> tuple[T, ...]:
    """Each value once, in order; they may be of a kind that cannot be hashed."""
    kept: list[T] = []
    for value in values:
        if value not in kept:
            kept.append(value)
    return tuple(kept)
