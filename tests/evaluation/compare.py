"""`python -m tests.evaluation.compare`: Flown beside three usual ways to search; writes the page.

All of them get the same questions in one run, and the same mercy: where any abstention is right,
every abstention is.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import quantiles
from typing import TypeVar

from bot.answers.answer import Answer
from bot.brain import Brain
from bot.knowledge.load import load_knowledge, shipped_knowledge
from tests.evaluation import strangers
from tests.evaluation.rivals import RIVALS, Found, Rival, Sentence, sentences
from tests.evaluation.scoring import Verdict, judge
from tests.evaluation.tables import ABSTENTIONS, Asking, load_table

STEP = 8  # of the questions on what does not exist, every eighth
PAGE = Path(__file__).resolve().parents[2] / "docs" / "evaluation.md"
_HEADS = (
    "", "right", "rightly silent", "wrongly silent", "wrong", "of these, false",
    "answers on nothing", "typical time", "slow time",
)  # fmt: skip
_SILENCE = Answer(status="not_recorded", body="")

R = TypeVar("R")


@dataclass(frozen=True)
class Line:
    """How one contestant did on all questions."""

    name: str
    right: int
    abstained: int
    wrongly_abstained: int
    wrong: int
    false: int  # of the wrong ones: those that state what is false or can't be known
    on_nothing: float  # the share of questions on things that do not exist that it answers
    p50: float  # seconds
    p95: float


@dataclass(frozen=True)
class Questions:
    """What every contestant is asked: the tables, and things that do not exist."""

    askings: Sequence[Asking]
    strangers: Sequence[Asking]


def main() -> None:
    """Run the comparison and write the page."""
    knowledge = load_knowledge(shipped_knowledge())
    asked = Questions(_askings(), strangers.askings(knowledge)[::STEP])
    known = sentences(knowledge)
    brain = Brain(knowledge)
    answers, times = _timed(asked.askings, lambda text: brain.ask(text).answer)
    on_nothing = [brain.ask(asking.question).answer for asking in asked.strangers]
    lines = [_line("Flown", asked, answers, on_nothing, times)]
    for rival_type in RIVALS:
        print(f"{rival_type.name} ...", file=sys.stderr)
        lines += _lines(rival_type([sentence.text for sentence in known]), asked, known)
    PAGE.write_text(_page(lines, asked, len(known)), "utf-8")
    print(PAGE.read_text("utf-8"))


def _askings() -> list[Asking]:
    """The questions that stand on their own; what is right to leave unanswered, in any manner."""
    found = [
        conversation[0]
        for name in ("article", "collectors")
        for conversation in load_table(name)
        if len(conversation) == 1
    ]
    return [
        replace(asking, status=asking.status | ABSTENTIONS)
        if asking.status & ABSTENTIONS
        else asking
        for asking in found
    ]


def _timed(askings: Sequence[Asking], answer: Callable[[str], R]) -> tuple[list[R], list[float]]:
    answer(askings[0].question)  # warm
    results, times = [], []
    for asking in askings:
        begin = time.perf_counter()
        results.append(answer(asking.question))
        times.append(time.perf_counter() - begin)
    return results, times


def _lines(rival: Rival, asked: Questions, known: Sequence[Sentence]) -> list[Line]:
    """The rival always answering, and with the threshold that suits it best on these questions."""
    found, times = _timed(asked.askings, rival.find)
    on_nothing = [rival.find(asking.question) for asking in asked.strangers]
    lines = [
        _line(
            f"{rival.name}, {f'from {threshold:g} on' if threshold else 'always answering'}",
            asked,
            [_answer(item, known, threshold) for item in found],
            [_answer(item, known, threshold) for item in on_nothing],
            times,
        )
        for threshold in rival.thresholds
    ]
    best = max(lines[1:], key=lambda line: line.right + line.abstained)
    return [lines[0], best]


def _answer(found: Found | None, known: Sequence[Sentence], threshold: float) -> Answer:
    if found is None or found[1] < threshold:
        return _SILENCE
    sentence = known[found[0]]
    return Answer(status="answered", body=sentence.text, facts=(sentence.fact,))


def _line(
    name: str,
    asked: Questions,
    answers: Sequence[Answer],
    on_nothing: Sequence[Answer],
    times: Sequence[float],
) -> Line:
    scores = [judge(asking, answer) for asking, answer in zip(asked.askings, answers, strict=True)]
    answered = [score for score in scores if score.answer.status == "answered"]
    silent = [score for score in scores if score.answer.status != "answered"]
    cuts = quantiles(times, n=20)
    return Line(
        name,
        right=sum(score.verdict.expected for score in answered),
        abstained=sum(score.verdict.expected for score in silent),
        wrongly_abstained=sum(not score.verdict.expected for score in silent),
        wrong=sum(not score.verdict.expected for score in answered),
        false=sum(score.verdict == Verdict.WRONG_FACT for score in answered),
        on_nothing=sum(answer.status == "answered" for answer in on_nothing) / len(on_nothing),
        p50=cuts[9],
        p95=cuts[18],
    )


def _page(lines: Sequence[Line], asked: Questions, known: int) -> str:
    typical = lines[0].p50
    rows = [_row(_HEADS), _row(["---", *["---:"] * (len(_HEADS) - 1)])]
    for line in lines:
        numbers = (line.right, line.abstained, line.wrongly_abstained, line.wrong, line.false)
        nothing = f"{line.on_nothing:.0%}"
        times = (f"{seconds / typical:.1f}" for seconds in (line.p50, line.p95))
        rows.append(_row([line.name, *map(str, numbers), nothing, *times]))
    return _PAGE.format(
        table="\n".join(rows),
        asked=len(asked.askings),
        strangers=len(asked.strangers),
        known=known,
    )


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


_PAGE = """\
# How well Flown answers, beside other ways to search

`make compare` writes this page. It puts the {asked} questions of `tests/questions/article.yaml` and
`collectors.yaml` that stand on their own (follow-ups would be unfair) to Flown and to three usual
ways to find an answer, all in one run and over the same knowledge. The three know it as {known}
sentences, one a fact, such as "ATV-2: La Marianne folder: print run: 600", and answer with the one
that is nearest to the question.

{table}

- **Right**: answered, and with the facts that the table expects.
- **Rightly silent**: there is no answer, or none is recorded, and it says so; wrongly silent: there
  is one.
- **Wrong**: answered, but not with what was asked. **False** are those among them that answer what
  can't be answered, or give another value than the right one.
- **Answers on nothing**: the share of {strangers} questions on flights and people that are not on
  record (ATV-6, CRS-60, Apollo 15) that got an answer all the same.
- **Times** are multiples of Flown's typical (median) time for one question; slow is the time that
  one question in twenty exceeds.

Each of the three appears twice: always answering, and silent under a score that was set to what
suits it best on these very questions (in use it would do worse). A list, a total or a comparison is
no single sentence, so they can't get those right, however near they search. What no score can mend
is that a question on a flight that does not exist is as near to its neighbours as one on a flight
that does: whoever wants silence there gets silence nearly everywhere.
"""


if __name__ == "__main__":
    main()
