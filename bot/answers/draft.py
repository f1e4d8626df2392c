"""A draft of an answer: lines and facts gathered step by step, then sealed into an `Answer`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.answers.answer import Answer, Choice, StatedFact, Status
from bot.answers.stating import citations, stated
from bot.knowledge.base import Knowledge
from bot.knowledge.facts import Fact
from bot.knowledge.records import Record
from bot.questions.query import Query

_MOST_REMARKS = 2


@dataclass
class Draft:
    """Collects what an answer says and what it rests on."""

    knowledge: Knowledge
    lines: list[str] = field(default_factory=list)
    facts: list[StatedFact] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    more: Query | None = None

    def say(self, *lines: str) -> None:
        """Add lines; empty ones are left out."""
        self.lines += [line for line in lines if line]

    def state(self, facts: Iterable[Fact]) -> None:
        """Add facts that were asked for."""
        self.facts += [f for f in stated(facts, "asked") if f not in self.facts]

    def add_context(self, facts: Iterable[Fact]) -> None:
        """Add facts that go with what was asked."""
        known = {(f.subject, f.attribute, str(f.value)) for f in self.facts}
        self.facts += [
            f
            for f in stated(facts, "context")
            if (f.subject, f.attribute, str(f.value)) not in known
        ]

    def remark_on(self, thing: Record) -> None:
        """Add what a source remarks on a thing, in the words of the record."""
        told = thing.remarks[:_MOST_REMARKS]
        self.say(*(remark.text for remark in told))
        self.add_context(Fact(thing.id, "remark", r.text, r.source or thing.source) for r in told)

    def about(self, *things: str) -> None:
        """Name the things that the answer is about, best first."""
        self.subjects += [thing for thing in things if thing not in self.subjects]

    def seal(self, status: Status) -> Answer:
        """The finished answer."""
        return Answer(
            status=status,
            body="\n".join(self.lines),
            citations=citations(self.knowledge, self.facts),
            facts=tuple(self.facts),
            choices=tuple(self.choices),
            subjects=tuple(self.subjects),
            more=self.more,
        )
