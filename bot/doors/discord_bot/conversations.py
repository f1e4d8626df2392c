"""What each conversation remembers: per person and channel, for fifteen minutes, in memory only."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.questions.query import Memory

LASTS = timedelta(minutes=15)
AT_MOST = 5000

Key = tuple[int, int]  # channel, person


@dataclass(frozen=True)
class Turn:
    """The end of a conversation so far: when, after which question, remembering what."""

    at: datetime
    question_id: int
    memory: Memory


class Conversations:
    """The latest turn of each conversation; the oldest give way when there are too many."""

    def __init__(self, at_most: int = AT_MOST) -> None:
        self._turns: OrderedDict[Key, Turn] = OrderedDict()
        self._at_most = at_most

    def recall(self, key: Key, now: datetime) -> Memory:
        """What the conversation remembers; an empty Memory once it is over."""
        turn = self._turns.get(key)
        if turn is None or now - turn.at > LASTS:
            self._turns.pop(key, None)
            return Memory()
        return turn.memory

    def remember(self, key: Key, turn: Turn) -> None:
        """Make `turn` the latest of its conversation."""
        self._turns[key] = turn
        self._turns.move_to_end(key)
        while len(self._turns) > self._at_most:
            self._turns.popitem(last=False)

    def correct(self, key: Key, turn: Turn) -> None:
        """A question was edited: where it is still the latest, remember its new answer."""
        latest = self._turns.get(key)
        if latest is not None and latest.question_id == turn.question_id:
            self._turns[key] = turn

    def forget_person(self, person: int) -> None:
        """Forget everything about one person."""
        for key in [key for key in self._turns if key[1] == person]:
            del self._turns[key]
