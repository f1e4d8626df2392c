"""Scores as tables of plain text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tests.evaluation.scoring import Score, Verdict, describe

_SHORT = {
    Verdict.RIGHT: "right",
    Verdict.ABSTAINED: "rightly abstained",
    Verdict.ASKED_BACK: "asked back",
    Verdict.WRONGLY_ABSTAINED: "wrongly abstained",
    Verdict.NEEDLESSLY_ASKED: "asked needlessly",
    Verdict.WRONG: "wrong",
    Verdict.RAISED: "RAISED",
    Verdict.WRONG_FACT: "WRONG FACT",
}


def counts(scores: Iterable[Score]) -> Counter[Verdict]:
    """How often each verdict was given."""
    return Counter(score.verdict for score in scores)


def rate(scores: Sequence[Score]) -> float:
    """The share of answers that are as expected, from 0 to 1."""
    return sum(score.verdict.expected for score in scores) / max(1, len(scores))


def by_kind(scores: Iterable[Score]) -> dict[str, list[Score]]:
    """Scores grouped by the kind of question."""
    groups: dict[str, list[Score]] = defaultdict(list)
    for score in scores:
        groups[score.asking.kind or "any"].append(score)
    return dict(sorted(groups.items()))


def one_line(name: str, scores: Sequence[Score]) -> str:
    """The score of a table in one line."""
    tally = counts(scores)
    found = ", ".join(f"{tally[verdict]} {_SHORT[verdict]}" for verdict in Verdict)
    line = f"{name}: {rate(scores):.1%} of {len(scores)} as expected ({found})"
    offers = [score.offer for score in scores if score.offer is not None]
    right = sum(offer.expected for offer in offers)
    return f"{line}; a yes away from {right} more" if offers else line


def grid(groups: Mapping[str, Sequence[Score]]) -> list[str]:
    """One row a group, one column a verdict."""
    heads = ["", "asked", *(_SHORT[verdict] for verdict in Verdict), "as expected"]
    rows = [heads]
    for name, scores in groups.items():
        tally = counts(scores)
        numbers = [str(tally[verdict]) for verdict in Verdict]
        rows.append([name, str(len(scores)), *numbers, f"{rate(scores):.1%}"])
    return aligned(rows)


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines: the first column to the left, the others to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def miss(score: Score) -> list[str]:
    """All there is to know about an answer that is not as expected."""
    asking, answer = score.asking, score.answer
    expected = [f"status {' or '.join(sorted(asking.status))}", *map(describe, asking.facts)]
    expected += [f"says /{pattern}/" for pattern in asking.says]
    return [
        f"[{score.verdict}] {asking.id} ({asking.kind or 'any'}): {asking.question}",
        f"    expected:   {'; '.join(expected)}",
        f"    got:        {answer.status}: {answer.text[:400]!r}",
        f"    understood: {answer.understood}",
        *(f"    because:    {reason}" for reason in score.reasons),
    ]


def misses(scores: Iterable[Score]) -> list[str]:
    """Every miss, the gravest first."""
    order = list(reversed(Verdict))
    wrong = sorted(
        (score for score in scores if not score.verdict.expected),
        key=lambda score: order.index(score.verdict),
    )
    return [line for score in wrong for line in miss(score)]
