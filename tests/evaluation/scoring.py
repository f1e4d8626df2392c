"""Compares an answer with what the table expects of it."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.answers.answer import Answer, StatedFact
from bot.brain import Brain
from bot.questions.query import Memory
from tests.evaluation.tables import ABSTENTIONS, Asking, Conversation, ExpectedFact
from tests.evaluation.values import may_be_value, same_value


class Verdict(StrEnum):
    """How an answer did. The first three are as expected."""

    RIGHT = "right"
    ABSTAINED = "rightly abstained"
    ASKED_BACK = "rightly asked back"
    WRONGLY_ABSTAINED = "wrongly abstained"
    NEEDLESSLY_ASKED = "needlessly asked back"
    WRONG = "wrong"
    RAISED = "raised"
    WRONG_FACT = "wrong fact"

    @property
    def expected(self) -> bool:
        """Whether the answer is as the table expects it."""
        return self in {Verdict.RIGHT, Verdict.ABSTAINED, Verdict.ASKED_BACK}


@dataclass(frozen=True)
class Score:
    """One question, its answer, the verdict and the reasons for it."""

    asking: Asking
    answer: Answer
    verdict: Verdict
    reasons: tuple[str, ...] = ()
    offer: Verdict | None = None  # of what was offered instead of an answer, once it is taken


def run_table(brain: Brain, table: Iterable[Conversation]) -> list[Score]:
    """Ask every question of a table; the turns of a conversation share their memory."""
    return [score for conversation in table for score in run_conversation(brain, conversation)]


def run_conversation(brain: Brain, conversation: Conversation) -> Iterator[Score]:
    """Ask the turns of one conversation in order."""
    memory: Memory | None = None
    for asking in conversation:
        try:
            reply = brain.ask(asking.question, memory, ambient=asking.ambient)
        except Exception as error:  # noqa: BLE001 - it never should: scored, so that the rest is
            nothing = Answer(status="not_understood", body="")
            yield Score(asking, nothing, Verdict.RAISED, (where_raised(error),))
            continue
        memory = reply.memory
        score = judge(asking, reply.answer)
        if score.verdict == Verdict.WRONGLY_ABSTAINED and memory.offer is not None:
            taken = judge(asking, brain.ask("yes", memory).answer)
            score = replace(score, offer=taken.verdict)
        yield score


def judge(asking: Asking, answer: Answer) -> Score:
    """The verdict on one answer.

    A wrong fact is an answer where only abstention is right, a text that says what it must never
    say, or an asked fact that gives another value than the expected one. What is merely missing is
    wrong, and no wrong fact.
    """
    false = [*_said_never(asking, answer), *_answered_needlessly(asking, answer)]
    if answer.status == "answered" and asking.may_answer:
        false += _contradictions(asking, answer)
    if false:
        return Score(asking, answer, Verdict.WRONG_FACT, tuple(false))
    if answer.status != "answered":
        return Score(asking, answer, *_judge_silence(asking, answer))
    missing = tuple(_missing(asking, answer))
    return Score(asking, answer, Verdict.WRONG if missing else Verdict.RIGHT, missing)


def where_raised(error: Exception) -> str:
    """An exception with the file and line that it comes from."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({last.filename.rpartition('/')[2]}:{last.lineno})"


def asked_facts(answer: Answer) -> list[StatedFact]:
    """The facts that answer exactly what was asked."""
    return [fact for fact in answer.facts if fact.role == "asked"]


def _judge_silence(asking: Asking, answer: Answer) -> tuple[Verdict, tuple[str, ...]]:
    asks_back = answer.status == "ambiguous"
    if answer.status in asking.status:
        return (Verdict.ASKED_BACK if asks_back else Verdict.ABSTAINED), ()
    reason = (f"status {answer.status}, not {' or '.join(sorted(asking.status))}",)
    if asks_back:
        return Verdict.NEEDLESSLY_ASKED, reason
    needed = not asking.status & ABSTENTIONS
    return (Verdict.WRONGLY_ABSTAINED if needed else Verdict.WRONG), reason


def _said_never(asking: Asking, answer: Answer) -> Iterator[str]:
    for pattern in asking.never:
        match = re.search(pattern, answer.text, re.IGNORECASE)
        if match:
            yield f"must never say /{pattern}/, says {match.group()!r}"


def _answered_needlessly(asking: Asking, answer: Answer) -> Iterator[str]:
    if answer.status == "answered" and not asking.may_answer:
        yield f"answered, and only {' or '.join(sorted(asking.status))} is right"


def _contradictions(asking: Asking, answer: Answer) -> Iterator[str]:
    """Asked facts with the subject and attribute of an expected one, and another value."""
    for expected in asking.facts:
        if not expected.attributes or expected.value is None:
            continue
        alike = [fact for fact in asked_facts(answer) if _about(expected, fact, loosely=False)]
        if alike and not any(may_be_value(expected.value, fact.value) for fact in alike):
            stated = ", ".join(f"{f.subject}.{f.attribute} = {f.value}" for f in alike)
            yield f"{stated}; expected {expected.value}"


def _missing(asking: Asking, answer: Answer) -> Iterator[str]:
    facts = asked_facts(answer)
    for expected in asking.facts:
        if not any(_meets(expected, fact) for fact in facts):
            yield f"no asked fact {describe(expected)}"
    if asking.only:
        yield from (
            f"more than was asked: {fact.subject}.{fact.attribute} = {fact.value}"
            for fact in facts
            if not any(_meets(expected, fact) for expected in asking.facts)
        )
    for pattern in asking.says:
        if not re.search(pattern, answer.text, re.IGNORECASE | re.DOTALL):
            yield f"does not say /{pattern}/"


def _meets(expected: ExpectedFact, fact: StatedFact) -> bool:
    return _about(expected, fact, loosely=True) and same_value(expected.value, fact.value)


def _about(expected: ExpectedFact, fact: StatedFact, *, loosely: bool) -> bool:
    """Whether a fact has an expected fact's subject and attribute.

    Where no subject is named, any will do (`loosely`), or none but that of a check, which is the
    question itself.
    """
    if expected.attributes and fact.attribute not in expected.attributes:
        return False
    if expected.subjects:
        return fact.subject in expected.subjects
    return loosely or fact.attribute == "check"


def describe(expected: ExpectedFact) -> str:
    """An expected fact in one line."""
    subject = " or ".join(sorted(expected.subjects)) or "*"
    attribute = " or ".join(sorted(expected.attributes)) or "*"
    return f"{subject}.{attribute}" + ("" if expected.value is None else f" = {expected.value}")
