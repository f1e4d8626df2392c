"""A postmark is struck where and when it can have been: on board, or at a post office then open."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Cover, Mission, Place, Station, Strike, preferred
from bot.knowledge.rules.entries import entries, problem
from bot.knowledge.rules.travel import arrival, departure
from bot.knowledge.values import Day
from bot.knowledge.yamlfile import Problem


def check(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield a problem for every strike on a day on which it can't have been made."""
    for cover in knowledge.all(Cover):
        for path, part in entries(cover):
            if isinstance(part, Strike) and part.place and part.day:
                text = _what_is_wrong(knowledge, cover, part.place, preferred(part.day).value)
                if text:
                    yield problem(knowledge, cover, path, text)


def _what_is_wrong(knowledge: Knowledge, cover: Cover, place_id: str, day: Day) -> str | None:
    place = knowledge.get(place_id)
    if isinstance(place, Station):
        return _not_on_board(knowledge, cover, day)
    if isinstance(place, Place):
        if place.opened and day.before(preferred(place.opened).value):
            return f"struck at {place.id} on {day}, before it opened"
        if place.closed and preferred(place.closed).value.before(day):
            return f"struck at {place.id} on {day}, after it closed"
    return None


def _not_on_board(knowledge: Knowledge, cover: Cover, day: Day) -> str | None:
    """Whether a strike on board is before the way up or after the way down."""
    holders = [cover, *knowledge.consignments_of(cover)]
    ups = [knowledge.get(claim.value) for holder in holders for claim in holder.up]
    downs = [knowledge.get(claim.value) for holder in holders for claim in holder.down]
    came = [arrival(mission) for mission in ups if isinstance(mission, Mission)]
    left = [departure(mission) for mission in downs if isinstance(mission, Mission)]
    if came and all(first and day.before(first.whole_day()) for first in came):
        return f"struck on board on {day}, before it arrived {came[0]}"
    if left and all(last and last.whole_day().before(day) for last in left):
        return f"struck on board on {day}, after it left {left[0]}"
    return None
