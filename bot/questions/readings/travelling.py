"""Who travelled on a ship: "was Fincke on STS-126", "did Magnus come home on it".

To be on a ship is not to be on the station while the ship was docked. A question of this kind is
read only as a whole, so that no word of it is lost.
"""

from __future__ import annotations

import re

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Mission, Person
from bot.questions.conditions import itself
from bot.questions.query import Condition, Query
from bot.questions.sketch import Mention, Sketch
from bot.questions.slots import Slot

_ON = {"on", "aboard", "on board", "on board of", "aboard of", "onboard", "in", "inside"}
_IN_THE_CREW = {"crew of", "members of", "member of", "crew members of", "crew", "part of"}
_BESIDE = {"ever", "also", "too", "really", "of", "crew members", "crew member", "person"}
_TRAVELS = {"fly", "launch", "return", "end", "crew", "part_of"}


def read_travelling(sketch: Sketch, knowledge: Knowledge) -> Query | None:
    """Whether somebody was in the crew of a flight, or came up or went home on it; else None."""
    people = sketch.things(knowledge, "person")
    flights = sketch.things(knowledge, "mission")
    both = len(people) == len(flights) == 1 and len(sketch.mentions) == len("ab")
    if not both or not sketch.check or any(len(m.things) != 1 for m in (*people, *flights)):
        return None
    said = [s for n, s in enumerate(sketch.slots) if n not in _positions(people, flights)]
    inside = _preposition_before(sketch, flights[0])
    if not inside or not all(_has_a_part(slot) for slot in said):
        return None
    person, flight = knowledge.thing(people[0].things[0]), knowledge.thing(flights[0].things[0])
    assert isinstance(person, Person)
    assert isinstance(flight, Mission)
    return _on_a_stay(sketch, person, flight) or _in_the_crew(person, flight)


_WHO = re.compile(r"who (?:was|were|flew|went|travell?ed)(?: up)?(?: (?:on|in|on board|aboard))?")


def read_crew_of(sketch: Sketch, knowledge: Knowledge) -> Query | None:
    """As in "who was on STS-108", "who flew on ATV-1": the crew of that very ship; else None.

    A cargo ship has none: who was at the station when it came is told of it.
    """
    flights = sketch.things(knowledge, "mission")
    alone = len(flights) == len(sketch.mentions) == 1 and len(flights[0].things) == 1
    if not alone or flights[0].position != len(sketch.slots) - 1:
        return None
    said = " ".join(s.text for s in sketch.slots[:-1] if not s.means("article"))
    if not _WHO.fullmatch(said) or said in {"who was", "who were"}:
        return None
    shuttle = _is_of(flights[0], "shuttle", knowledge)
    if not shuttle and said.startswith(("who flew", "who went", "who travel")):
        return None  # nobody did
    field = "crew" if shuttle else "people_aboard"
    return Query(want="value", kind="mission", fields=(field,), where=itself(flights[0].things))


def _is_of(flight: Mention, programme: str, knowledge: Knowledge) -> bool:
    record = knowledge.thing(flight.things[0])
    return isinstance(record, Mission) and record.programme == programme


def _on_a_stay(sketch: Sketch, person: Person, flight: Mission) -> Query | None:
    """As in "did Magnus come home on STS-126": the ships of the stays on record tell it."""
    home = bool({"return", "end"} & sketch.topic_names)
    up = "launch" in sketch.topic_names or any("up" in u.text.split() for u in sketch.topics)
    stays = [stay for stay in person.stays if (stay.down if home else stay.up)]
    ships = {ship for stay in stays for ship in (stay.up, stay.down)}
    visited = person.id in flight.crew and flight.name not in ships  # went home as they came
    if not (home or up) or not stays or visited:
        return None
    claim = Condition(field="ship_home" if home else "ship_up", op="contains", text=flight.name)
    return Query(want="check", kind="person", where=itself((person.id,)), claim=(claim,))


def _in_the_crew(person: Person, flight: Mission) -> Query:
    claim = Condition(field="crew", things=(person.id,))
    return Query(want="check", kind="mission", where=itself((flight.id,)), claim=(claim,))


def _positions(*mentions: list[Mention]) -> set[int]:
    return {mention.position for found in mentions for mention in found}


def _preposition_before(sketch: Sketch, flight: Mention) -> bool:
    """Whether "on", "aboard" or "in the crew of" stands before the flight."""
    before = sketch.before(flight)
    return before is not None and before.text in _ON | _IN_THE_CREW


def _has_a_part(slot: Slot) -> bool:
    topic = slot.sense("topic")
    if topic is not None and topic.value in _TRAVELS:
        return True
    if slot.text in _ON | _IN_THE_CREW | _BESIDE:
        return True
    polite = slot.means("filler") and slot.text not in {"there", "only", "then"}
    return polite or bool(slot.sense("article", "direction")) or slot.means("auxiliary", "opens")
