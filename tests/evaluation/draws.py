"""Draws that come out the same for the same seed."""

from __future__ import annotations

import random


def seeded(seed: int | str) -> random.Random:
    """A generator for tests: what it draws is no secret."""
    return random.Random(seed)  # noqa: S311
