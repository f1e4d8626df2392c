"""Every field of every thing, asked: is what is recorded told, and what is not said to be missing?

The questions come from `templates.yaml`, which was written apart from Flown's own vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

import yaml

from bot.answers.answer import Answer
from bot.brain import Brain
from bot.knowledge.facts import Fact
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Cover, Mission, Programme, Record, Variant
from bot.knowledge.values import Count, Day
from tests.evaluation.addresses import Addresses
from tests.evaluation.draws import seeded
from tests.evaluation.scoring import Score, Verdict, asked_facts, where_raised
from tests.evaluation.tables import Asking
from tests.evaluation.values import same_value

TEMPLATES = Path(__file__).with_name("templates.yaml")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:]+Z")
_GAP = re.compile(
    r"\b(no|not|none|nothing|never|nobody|cannot|can't|neither|without)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Template:
    """The questions for one field, and the fields that tell the same."""

    kind: str
    field: str
    ask: tuple[str, ...]
    also: frozenset[str] = frozenset()
    by_subject: bool = False  # the value may be told by making it the subject of the answer
    any_will_do: bool = False  # one of several recorded values is enough

    @property
    def fields(self) -> frozenset[str]:
        """Every field whose values answer the question."""
        return self.also | {self.field}


@dataclass(frozen=True)
class Case:
    """One generated question."""

    record: Record
    template: Template
    question: str


def load_templates() -> list[Template]:
    """The templates of every field that there is."""
    kinds = yaml.load(TEMPLATES.read_text("utf-8"), yaml.CSafeLoader)
    return [
        Template(
            kind,
            field,
            tuple(entry["ask"]),
            frozenset(entry.get("also", ())),
            bool(entry.get("by_subject")),
            bool(entry.get("any_will_do")),
        )
        for kind, fields in kinds.items()
        for field, entry in fields.items()
    ]


class Completeness:
    """Generates the questions of a knowledge base, and judges the answers to them."""

    def __init__(self, brain: Brain) -> None:
        self._brain = brain
        self._knowledge = brain.knowledge
        self._addresses = Addresses(brain.knowledge)

    @cached_property
    def cases(self) -> dict[Template, list[Case]]:
        """Every question, by its field."""
        return {template: list(self._of(template)) for template in load_templates()}

    def all(self) -> list[Case]:
        """Every question."""
        return list(chain.from_iterable(self.cases.values()))

    def sample(self, size: int, seed: int) -> list[Case]:
        """`size` questions drawn at random: about as many of each field."""
        draw = seeded(seed)
        drawn = [draw.sample(cases, len(cases)) for cases in self.cases.values()]
        return [case for row in zip_longest(*drawn) for case in row if case is not None][:size]

    def run(self, cases: Iterable[Case]) -> list[Score]:
        """Ask each question on its own."""
        return [self._ask(case) for case in cases]

    def _of(self, template: Template) -> Iterator[Case]:
        for record in self._knowledge.of_kind(template.kind):
            for address in self._addresses.of(record):
                for question in template.ask:
                    text = question.replace("{it}", address)
                    yield Case(record, template, text[:1].upper() + text[1:])

    def _ask(self, case: Case) -> Score:
        asking = _asking(case)
        try:
            answer = self._brain.ask(case.question).answer
        except Exception as error:  # noqa: BLE001 - it never should: scored, so that the rest is
            nothing = Answer(status="not_understood", body="")
            return Score(asking, nothing, Verdict.RAISED, (where_raised(error),))
        recorded = facts_of(self._knowledge, case.record, case.template.field)
        judge = self._judge_recorded if recorded else self._judge_missing
        return Score(asking, answer, *judge(case, answer, recorded))

    def _judge_recorded(
        self, case: Case, answer: Answer, recorded: list[Fact]
    ) -> tuple[Verdict, tuple[str, ...]]:
        """The answer must hold every recorded value."""
        if answer.status == "ambiguous":
            return Verdict.ASKED_BACK, ()
        values = [in_contract(fact.value) for fact in recorded]
        reason = f"recorded: {case.template.field} = {', '.join(map(str, values))}"
        if answer.status != "answered":
            return Verdict.WRONGLY_ABSTAINED, (reason,)
        if self._strays(case, answer):
            return Verdict.WRONG_FACT, (reason, "told of other things")
        stated = self._stated(case, answer)
        told = [_among(value, stated) or _in_words(value, answer) for value in values]
        enough = any(told) if case.template.any_will_do else all(told)
        if enough or self._tells_otherwise(case, answer, stated):
            return Verdict.RIGHT, ()
        return Verdict.WRONG, (reason,)

    def _judge_missing(
        self, case: Case, answer: Answer, _: list[Fact]
    ) -> tuple[Verdict, tuple[str, ...]]:
        """Nothing is recorded: the answer must say so."""
        reason = f"nothing is recorded for {case.template.field}"
        if answer.status in {"not_recorded", "ambiguous"}:
            asks = answer.status == "ambiguous"
            return (Verdict.ASKED_BACK if asks else Verdict.ABSTAINED), ()
        if answer.status != "answered":
            return Verdict.WRONGLY_ABSTAINED, (reason,)
        if self._strays(case, answer):
            return Verdict.WRONG_FACT, (reason, "told of other things")
        gap = _GAP.search(answer.body) or self._stated(case, answer)
        return (Verdict.RIGHT, ()) if gap else (Verdict.WRONG, (reason, "no gap is stated"))

    def _strays(self, case: Case, answer: Answer) -> bool:
        """Whether facts are told, but all of them of other things."""
        told = {fact.subject for fact in asked_facts(answer)}
        return bool(told) and not told & self._related(case.record)

    def _stated(self, case: Case, answer: Answer) -> list[Any]:
        """Every value that the answer states for the field, of the thing and its relatives."""
        related = self._related(case.record)
        stated: list[Any] = []
        for fact in asked_facts(answer):
            if fact.attribute in case.template.fields and fact.subject in related:
                stated += fact.value if isinstance(fact.value, list) else [fact.value]
        return [*stated, *answer.subjects] if case.template.by_subject else stated

    def _tells_otherwise(self, case: Case, answer: Answer, stated: list[Any]) -> bool:
        """Whether the value is told in another field's shape: a check, a day of a mission."""
        others = {
            fact.attribute
            for fact in asked_facts(answer)
            if fact.attribute in case.template.also and fact.subject in self._related(case.record)
        }
        return bool(others & {"check", "launched"}) and bool(stated)

    def _related(self, record: Record) -> set[str]:
        """The thing and those that tell of it: its bag and folder, or the flights of a line."""
        knowledge = self._knowledge
        found = {record.id}
        if isinstance(record, Cover):
            found |= {cover.id for cover in knowledge.consignments_of(record)}
            found |= {cover.id for cover in knowledge.holders_of(record)}
            found |= {*record.members, *record.contains}
            found |= self._missions_of(record)
            found |= {c.id for c in knowledge.all(Cover) if self._is_specimen_of(c, record)}
        if isinstance(record, Cover) and record.kind == "consignment":  # "the ATV-2 mail"
            missions = self._missions_of(record)
            found |= {c.id for c in knowledge.all(Cover) if self._missions_of(c) & missions}
        if isinstance(record, Mission):
            found |= {str(fact.value) for fact in facts_of(knowledge, record, "covers")}
        if isinstance(record, Programme | Variant):
            found |= {m.id for m in knowledge.all(Mission) if record.id in {m.programme, m.variant}}
            found |= {c.id for c in knowledge.all(Cover) if found & self._missions_of(c)}
        return found

    def _is_specimen_of(self, other: Cover, cover: Cover) -> bool:
        """Whether one known piece bears the name of an item and more: "... signed by Eyharts"."""
        same = self._missions_of(other) == self._missions_of(cover)
        return other.kind == "specimen" and same and other.name.startswith(cover.name)

    def _missions_of(self, cover: Cover) -> set[str]:
        return {str(fact.value) for fact in facts_of(self._knowledge, cover, "about")}


def _asking(case: Case) -> Asking:
    template = case.template
    return Asking(
        id=f"{case.record.id}.{template.field}",
        question=case.question,
        status=frozenset({"answered", "not_recorded"}),
        kind=f"{template.kind}.{template.field}",
    )


def in_contract(value: Any) -> Any:
    """A recorded value in the shape in which an answer's facts state it."""
    if isinstance(value, Count):
        return {"min": value.min, "max": value.max, "bound": value.bound}
    if isinstance(value, Day):
        return value.iso()
    if isinstance(value, timedelta):
        return f"PT{int(value.total_seconds() // 60)}M"
    return value


def _among(value: Any, stated: list[Any]) -> bool:
    """Whether a value is stated; of two sources that give a day with other times, one is enough."""
    if isinstance(value, str) and _TIME.fullmatch(value):
        value = value[:10]
    return any(same_value(value, item) for item in stated)


def _in_words(value: Any, answer: Answer) -> bool:
    """Whether a text is told in the wording itself."""
    return isinstance(value, str) and " " in value and value.casefold() in answer.body.casefold()
