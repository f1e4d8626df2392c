"""Spelling help for contributors: the known word that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

MOST_SLIPS = 2


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word at most two slips away from `word`, or None."""
    match = process.extractOne(word, list(known), scorer=OSA.distance, score_cutoff=MOST_SLIPS)
    return match[0] if match else None
