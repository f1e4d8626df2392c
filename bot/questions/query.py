"""What a question was read as: a `Query` to carry out, or the `Trouble` that keeps it from one.

Both are plain immutable values, printable and storable as JSON. A Query is carried out without the
text that it came from.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from bot.knowledge.values import Day

Want = Literal[
    "value",  # what is this field of these things?
    "list",  # which things are so?
    "count",  # how many things are so?
    "total",  # what do their figures add up to?
    "compare",  # which of these has more, or is earlier?
    "elapsed",  # how much time lies between these two events?
    "rank",  # which has the most, the least, the second?
    "check",  # is it so?
    "describe",  # tell me about it
    "noted",  # what does a remark, a statement or a note on a fact say of it?
    "fits",  # can it be what it is said to be?
    "identify",  # what could this strike, signature or number be?
    "define",  # what does the word mean?
    "help",  # what can you answer?
    "sources",  # where is that from?
]
Operator = Literal["is", "is not", "<", "<=", ">", ">=", "between", "contains", "recorded"]
_MOST_SIDES = 8  # sides of a comparison that are printed: of the years only the first and last
NOTE = "note"  # the field that stands for all that is noted of a thing


class Part(BaseModel):
    """Base of the immutable parts of a reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Condition(Part):
    """One thing that must hold: a field, an operator, and what it is held against.

    Exactly one of `things` (any of these ids), `day`, `number`, `text` or `query` (any thing that
    the nested query finds) is given, or none for the operator `recorded`.
    """

    field: str
    op: Operator = "is"
    things: tuple[str, ...] = ()
    day: Day | None = None
    until: Day | None = None  # the later day of a `between`
    number: float | None = None
    upper: float | None = None  # the larger number of a `between`
    text: str | None = None
    query: Query | None = None

    def __str__(self) -> str:
        value: object
        if self.things:
            value = " or ".join(self.things)
        elif self.query is not None:
            value = f"({self.query})"
        elif self.day is not None:
            value = f"{self.day} and {self.until}" if self.until else self.day
        elif self.number is not None:
            value = f"{self.number:g} and {self.upper:g}" if self.upper else f"{self.number:g}"
        else:
            value = self.text or ""
        sign = "=" if self.op == "is" else self.op
        return f"{self.field} {sign} {value}".strip()


class Query(Part):
    """A question, understood: see `Want` for the kinds.

    `where` selects the things, `claim` is what a check asserts of them, `groups` are the two or
    more sides of a comparison, `aside` the words of a message that were left aside, `then` what
    else it asks.
    """

    want: Want
    kind: str = "thing"
    fields: tuple[str, ...] = ()
    where: tuple[Condition, ...] = ()
    claim: tuple[Condition, ...] = ()
    groups: tuple[tuple[Condition, ...], ...] = ()
    order: Literal["asc", "desc"] | None = None
    limit: int | None = None
    offset: int = 0
    every: bool = False  # "each", "all": spell out every match
    denied: bool = False  # a check that nothing is so: "no Progress was lost, right?"
    existing: bool = False  # a check of whether there are any: "did Airbus make a CRS-5 cover?"
    tally: bool = False  # how many values there are is asked, as of a crew
    assumed: tuple[str, ...] = ()  # fields of conditions that nobody named: told with the answer
    aside: tuple[str, ...] = ()
    then: tuple[Query, ...] = ()  # the other questions of the same message

    def __str__(self) -> str:
        parts = [self.want if self.kind == "thing" else f"{self.want} {self.kind}"]
        if self.fields:
            parts.append(", ".join(self.fields) + (" counted" if self.tally else ""))
        if self.where:
            parts.append("where " + " and ".join(map(str, self.where)))
        if self.claim:
            parts.append("claim " + " and ".join(map(str, self.claim)))
        if self.groups:
            sides = [" and ".join(map(str, group)) for group in self.groups]
            sides = [sides[0], "...", sides[-1]] if sides[_MOST_SIDES:] else sides
            parts.append("between " + " | ".join(sides))
        if self.order:
            parts.append(f"order {self.order}ending" if self.order == "asc" else "order descending")
        if self.limit is not None:
            parts.append(f"limit {self.limit}" + (f" from {self.offset}" if self.offset else ""))
        elif self.offset:
            parts.append(f"from {self.offset}")
        parts += self._remarks()
        return "; and ".join(["; ".join(parts), *map(str, self.then)])

    def _remarks(self) -> list[str]:
        """What is printed behind all the rest."""
        denied = ["denied"] if self.denied else []
        assumed = [f"assumed: {', '.join(self.assumed)}"] if self.assumed else []
        aside = [f"left aside: {', '.join(self.aside)}"] if self.aside else []
        return [*denied, *assumed, *aside]


Condition.model_rebuild()
Query.model_rebuild()


class Offer(Part):
    """A shorter question that can be read where the whole cannot: its Query and its text.

    With words `aside`, all that was left out are words of sentences that only tell: the question
    itself is understood, so it may be answered at once.
    """

    query: Query
    text: str
    aside: tuple[str, ...] = ()


class Trouble(Part):
    """Why a text is no Query.

    `ambiguous` carries the ids among which to choose and the question with a `{}` for the choice;
    `unknown_subject` the words that name nothing here, with the programme whose list is closed;
    `not_understood` the words that nothing explains. `typed` are those words as they stood in the
    text, each run of neighbours by itself; `near` the ids of things whose names come near to one
    of them, for the `{}` of the question.
    """

    status: Literal["ambiguous", "unknown_subject", "not_understood", "ignored"]
    words: tuple[str, ...] = ()
    programme: str | None = None
    choices: tuple[str, ...] = ()
    template: str = "{}"
    typed: tuple[str, ...] | None = None
    near: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()  # shorter questions that can be read instead
    among_others: bool = False  # of one question in a message that asks several


class Memory(Part):
    """What a conversation remembers: the last Query, its subjects, and the things lately named.

    It holds no text that anybody wrote.
    """

    query: Query | None = None
    subjects: tuple[str, ...] = ()  # in the order of the last answer
    lot: tuple[Condition, ...] = ()  # the pieces that the last answer spoke of: "them"
    named: tuple[str, ...] = ()  # things of the last few turns, latest first
    offer: Query | None = None  # what the last answer offered to ask instead
    row: tuple[Query, ...] = ()  # what asked the same of one thing after another, latest last
    more: Query | None = None  # the next page of the list that was told last, if it was cut
