"""Cool-downs per person and per channel: who asks too fast is told so once, then not answered."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

Verdict = Literal["go", "tell", "hush"]

AT_MOST = 5000


@dataclass(frozen=True)
class Pace:
    """At most `times` answers within `span`."""

    times: int
    span: timedelta


PERSON = Pace(6, timedelta(seconds=30))
CHANNEL = Pace(20, timedelta(seconds=60))


@dataclass
class _Track:
    """When something was answered lately, and whether its cool-down was told."""

    answered: deque[datetime] = field(default_factory=deque)
    told: bool = False


class CoolDowns:
    """Remembers when each person and channel was answered, in memory and within bounds."""

    def __init__(self) -> None:
        self._tracks: OrderedDict[Hashable, _Track] = OrderedDict()

    def check(self, person: int, channel: int, now: datetime) -> Verdict:
        """Whether to answer now (and count it), to say "not so fast", or to stay silent."""
        mine = self._track(("person", person), PERSON, now)
        here = self._track(("channel", channel), CHANNEL, now)
        full = [
            track
            for track, pace in ((mine, PERSON), (here, CHANNEL))
            if len(track.answered) >= pace.times
        ]
        if not full:
            for track in (mine, here):
                track.answered.append(now)
                track.told = False
            return "go"
        if any(track.told for track in full):
            return "hush"
        for track in full:
            track.told = True
        return "tell"

    def _track(self, key: Hashable, pace: Pace, now: datetime) -> _Track:
        """The track of `key` without what has passed its span; the oldest tracks give way."""
        track = self._tracks.setdefault(key, _Track())
        self._tracks.move_to_end(key)
        while track.answered and now - track.answered[0] >= pace.span:
            track.answered.popleft()
        while len(self._tracks) > AT_MOST:
            self._tracks.popitem(last=False)
        return track
