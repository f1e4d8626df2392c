"""An answer as plain values: what is said, what it rests on, and what may be asked next."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from bot.questions.query import Query

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
