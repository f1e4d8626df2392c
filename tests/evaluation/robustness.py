"""The same question, typed worse or said more politely: is it answered the same, or not at all?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.answers.answer import Answer
from bot.brain import Brain
from bot.questions.normalise import words_of
from bot.questions.vocabulary import vocabulary
from tests.evaluation.draws import seeded
from tests.evaluation.scoring import Score, asked_facts, where_raised

SHORTEST = 5  # letters of a word in which a slip is tried
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_NEGATIONS = re.compile(r"(?i)(no|not|non|none|never|neither|nor|without|except|un\w+|\w+n't)$")
_FILLER = re.compile(r"(?i)\b(?:the|a|an|please|just|really|actually|exactly)\s+")
_FRONT = ("Hi, ", "hello! ", "Please, ", "Could you tell me: ", "Excuse me, ", "quick question: ")
_BACK = ("?", ", please", " please?", " Thanks!", ", thank you", " thanks in advance")
_NEIGHBOURS = {
    "a": "qs", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj",
    "i": "uo", "j": "hk", "k": "jl", "l": "ko", "m": "nk", "n": "bm", "o": "ip", "p": "ol",
    "q": "wa", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc",
    "y": "tu", "z": "xa",
}  # fmt: skip


class Outcome(StrEnum):
    """What became of a question that was typed in another way."""

    SAME = "the same"
    ASKED_BACK = "asks back"
    ABSTAINED = "abstains"
    LESS = "says part of it"
    DIFFERENT = "a different fact"


@dataclass(frozen=True)
class Mutant:
    """A question typed in another way."""

    change: str  # slip, filler or politeness
    original: Score
    question: str


@dataclass(frozen=True)
class Result:
    """A mutant, its answer and what became of it."""

    mutant: Mutant
    answer: Answer | None
    outcome: Outcome
    reason: str = ""


def mutants(scores: Iterable[Score], known: frozenset[str]) -> list[Mutant]:
    """Every mutant of the questions that are answered as expected.

    Args:
        scores: questions asked without a conversation, with their answers.
        known: words that mean something: a slip that gives one of them is no slip.
    """
    found: list[Mutant] = []
    for score in scores:
        if score.verdict.expected and not score.asking.typed:
            text = score.asking.question
            found += [Mutant("slip", score, slip) for slip in _slips(text, known)]
            found += [Mutant("filler", score, bare) for bare in _without_filler(text)]
            if not score.asking.ambient:  # "please" turns overheard talk into a question
                found += [Mutant("politeness", score, polite) for polite in _politely(text)]
    return found


def sample(all_mutants: Sequence[Mutant], size: int, seed: int) -> list[Mutant]:
    """`size` mutants drawn at random; all of them if there are fewer."""
    return seeded(seed).sample(all_mutants, min(size, len(all_mutants)))


def known_words(brain: Brain) -> frozenset[str]:
    """The words of the vocabulary and of every name."""
    names = (name for record in brain.knowledge for name in (record.name, *record.names))
    return vocabulary().words | {word for name in names for word in words_of(name)}


def run(brain: Brain, chosen: Iterable[Mutant]) -> list[Result]:
    """Ask each mutant on its own."""
    return [_ask(brain, mutant) for mutant in chosen]


def _ask(brain: Brain, mutant: Mutant) -> Result:
    try:
        answer = brain.ask(mutant.question, ambient=mutant.original.asking.ambient).answer
    except Exception as error:  # noqa: BLE001 - it never should: scored, so that the rest is
        return Result(mutant, None, Outcome.DIFFERENT, f"raised {where_raised(error)}")
    return Result(mutant, answer, outcome(mutant.original.answer, answer))


def outcome(before: Answer, after: Answer) -> Outcome:
    """What became of an answer when its question was typed in another way."""
    if after.status == "ambiguous":
        return Outcome.ASKED_BACK if before.status != "ambiguous" else Outcome.SAME
    if after.status != "answered":
        return Outcome.SAME if before.status == after.status else Outcome.ABSTAINED
    if before.status != "answered":
        return Outcome.DIFFERENT
    earlier, later = told(before), told(after)
    if earlier == later:
        return Outcome.SAME
    return Outcome.LESS if later and later < earlier else Outcome.DIFFERENT


def told(answer: Answer) -> frozenset[tuple[str, str, str]]:
    """What an answer tells: its asked facts, or its wording where it has none."""
    facts = {(fact.subject, fact.attribute, str(fact.value)) for fact in asked_facts(answer)}
    return frozenset(facts or {("", "", answer.body)})


def _slips(text: str, known: frozenset[str]) -> Iterator[str]:
    """One letter typed wrong, in each longer word that is no designator and no negation."""
    for match in _WORD.finditer(text):
        word = match.group()
        if len(word) < SHORTEST or _NEGATIONS.match(word) or _in_designator(text, match):
            continue
        for slip in _slips_of(word):
            if slip.casefold() not in known:
                yield text[: match.start()] + slip + text[match.end() :]


def _in_designator(text: str, match: re.Match[str]) -> bool:
    """Whether a digit stands at the word, or in the one after it ("Progress M-27M")."""
    before = text[match.start() - 1 : match.start()]
    following = re.match(r"[\s-]*\S*", text[match.end() :])
    assert following is not None
    return before.isdigit() or before == "-" or any(map(str.isdigit, following.group()))


def _slips_of(word: str) -> list[str]:
    """A letter left out, doubled, swapped with the next, or struck beside: one each, inside."""
    draw = seeded(word)
    at = draw.randrange(1, len(word) - 1)
    beside = _NEIGHBOURS.get(word[at].casefold(), "e")
    found = [
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + draw.choice(beside) + word[at + 1 :],
    ]
    return [slip for slip in found if slip != word]


def _without_filler(text: str) -> list[str]:
    bare = _FILLER.sub("", text)
    return [bare] if bare != text else []


def _politely(text: str) -> Iterator[str]:
    draw = seeded(text)
    yield draw.choice(_FRONT) + text
    yield text.rstrip(" ?!.") + draw.choice(_BACK)
    yield draw.choice(_FRONT) + text.rstrip(" ?!.") + draw.choice(_BACK)


def lines(results: Sequence[Result]) -> list[list[str]]:
    """One row a change with the share of each outcome, for a table."""
    rows = [["", "asked", *map(str, Outcome)]]
    for change in dict.fromkeys(result.mutant.change for result in results):
        group = [result for result in results if result.mutant.change == change]
        shares = [sum(r.outcome == outcome for r in group) for outcome in Outcome]
        rows.append(
            [change, str(len(group)), *(f"{n} ({n / len(group):.1%})" for n in shares)],
        )
    return rows


def misses(results: Iterable[Result]) -> list[str]:
    """Every mutant that turned into a different fact."""
    return [
        line for result in results if result.outcome == Outcome.DIFFERENT for line in _miss(result)
    ]


def _miss(result: Result) -> list[str]:
    before, after = result.mutant.original.answer, result.answer
    return [
        f"[{result.mutant.change}] {result.mutant.original.asking.id}: {result.mutant.question}",
        f"    was: {result.mutant.original.asking.question}",
        f"         {before.status}: {before.text[:200]!r} ({before.understood})",
        f"    now: {after.status}: {after.text[:200]!r} ({after.understood})"
        if after
        else f"    now: {result.reason}",
    ]


def one_line(name: str, results: Sequence[Result]) -> str:
    """What became of all mutants, in one line."""
    parts = [
        f"{sum(result.outcome == outcome for result in results)} {outcome}" for outcome in Outcome
    ]
    return f"{name}: of {len(results)}: {', '.join(parts)}"
