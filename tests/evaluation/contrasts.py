"""Pairs of questions that one small word sets apart: is that word heard?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.answers.answer import Answer
from bot.brain import Brain
from tests.evaluation.robustness import told

PAIRS = Path(__file__).with_name("contrasts.yaml")


@dataclass(frozen=True)
class Contrast:
    """Two questions and their answers."""

    questions: tuple[str, str]
    answers: tuple[Answer, Answer]

    @property
    def unheard(self) -> bool:
        """Whether both got one and the same answer."""
        one, other = self.answers
        answered = one.status == other.status == "answered"
        return answered and told(one) == told(other)

    @property
    def heard(self) -> bool:
        """Whether both were answered, and differently."""
        one, other = self.answers
        return one.status == other.status == "answered" and not self.unheard


def run(brain: Brain) -> list[Contrast]:
    """Ask every pair, each question on its own."""
    pairs = yaml.load(PAIRS.read_text("utf-8"), yaml.CSafeLoader)
    return [
        Contrast((one, other), (brain.ask(one).answer, brain.ask(other).answer))
        for one, other in pairs
    ]


def one_line(contrasts: list[Contrast]) -> str:
    """What became of all pairs, in one line."""
    heard = sum(contrast.heard for contrast in contrasts)
    unheard = sum(contrast.unheard for contrast in contrasts)
    rest = len(contrasts) - heard - unheard
    return (
        f"one word apart: of {len(contrasts)} pairs: {heard} answered apart, "
        f"{rest} not both answered, {unheard} ANSWERED ALIKE"
    )


def misses(contrasts: list[Contrast]) -> list[str]:
    """Every pair that was answered alike."""
    return [
        line
        for contrast in contrasts
        if contrast.unheard
        for line in (
            f"[answered alike] {contrast.questions[0]} | {contrast.questions[1]}",
            f"    understood: {contrast.answers[0].understood} | {contrast.answers[1].understood}",
            f"    got:        {contrast.answers[1].text[:200]!r}",
        )
    ]
