"""Asks Flown every question of the tables, and generated ones, and prints the scores by kind."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from bot.brain import Brain
from bot.knowledge.load import load_knowledge, shipped_knowledge
from tests.evaluation import contrasts, report, robustness, strangers
from tests.evaluation.completeness import Completeness
from tests.evaluation.scoring import Score, run_table
from tests.evaluation.tables import TABLES, Conversation, load_table

SAMPLE = 2000
SEED = 20170601


def main() -> None:
    """Read the options and print what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("tables", nargs="*", default=TABLES, help=f"some of {', '.join(TABLES)}")
    parser.add_argument("-v", "--verbose", action="store_true", help="show every miss")
    parser.add_argument("--all", action="store_true", help="all generated questions, no sample")
    parser.add_argument("--seed", type=int, default=SEED, help="for the sample")
    options = parser.parse_args()
    brain = Brain(load_knowledge(shipped_knowledge()))
    alone = []
    for name in options.tables:
        table = load_table(name)
        scores = run_table(brain, table)
        _print(name, scores, verbose=options.verbose)
        alone += _single(table, scores)
    _print_unheard(brain, verbose=options.verbose)
    unknown = strangers.run(brain)
    print(f"\n{report.one_line('what is not on record', unknown)}")
    if options.verbose:
        print("\n".join(report.misses(unknown)))
    size = None if options.all else SAMPLE
    _print_robustness(brain, alone, size, options)
    _print_completeness(brain, size, options)


def _single(table: Sequence[Conversation], scores: Sequence[Score]) -> list[Score]:
    """The scores of the questions that stand on their own."""
    ids = {conversation[0].id for conversation in table if len(conversation) == 1}
    return [score for score in scores if score.asking.id in ids]


def _print(name: str, scores: Sequence[Score], *, verbose: bool) -> None:
    print(f"\n{report.one_line(name, scores)}\n")
    print("\n".join(report.grid({**report.by_kind(scores), "all": scores})))
    if verbose:
        print("\n" + "\n".join(report.misses(scores)))


def _print_unheard(brain: Brain, *, verbose: bool) -> None:
    pairs = contrasts.run(brain)
    print(f"\n{contrasts.one_line(pairs)}")
    if verbose:
        print("\n".join(contrasts.misses(pairs)))


def _print_robustness(
    brain: Brain, scores: Sequence[Score], size: int | None, options: argparse.Namespace
) -> None:
    chosen = robustness.mutants(scores, robustness.known_words(brain))
    if size is not None:
        chosen = robustness.sample(chosen, size, options.seed)
    results = robustness.run(brain, chosen)
    print(f"\nTyped in another way (seed {options.seed}):\n")
    print("\n".join(report.aligned(robustness.lines(results))))
    if options.verbose:
        print("\n" + "\n".join(robustness.misses(results)))


def _print_completeness(brain: Brain, size: int | None, options: argparse.Namespace) -> None:
    completeness = Completeness(brain)
    cases = completeness.all() if size is None else completeness.sample(size, options.seed)
    scores = completeness.run(cases)
    _print(f"every field of every thing (seed {options.seed})", scores, verbose=options.verbose)


if __name__ == "__main__":
    main()
