"""Moments and stretches of time that no reading takes up."""

from __future__ import annotations

from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import facts_of
from bot.knowledge.values import Day
from bot.questions.asked import EVENT_DAYS
from bot.questions.sketch import Sketch

_MOMENTS = {
    "by the time",
    "on the day that",
    "on the day when",
    "on the day of",
    "on the day",
    "the day of",
    "the day that",
    "day of",
    "in the year in which",
    "in the year that",
    "in the same year",
    "same year",
    "the same year",
}
_EVENTS = {"launch", "arrive", "capture", "depart", "end"}


def hour_of_a_day(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "at what hour was MS-33 launched", where the day is all that is recorded."""
    asked = sketch.first_text(lambda slot: "hour" in slot.text or "what time" in slot.text)
    flights = sketch.things(knowledge, "mission")
    fields = [EVENT_DAYS[use.topic] for use in sketch.topics if use.topic in EVENT_DAYS]
    if not asked or len(flights) != 1 or len(fields) != 1:
        return ""
    facts = facts_of(knowledge, knowledge.thing(flights[0].things[0]), fields[0])
    days = [fact.value for fact in facts if isinstance(fact.value, Day)]
    timed = any(day.precision not in {"day", "month", "year"} for day in days)
    return asked if days and not timed else ""


def at_that_moment(sketch: Sketch, _: Knowledge) -> str:
    """As in "by the time ATV-3 was launched", "on the day of their launch"."""
    others = not sketch.check and ({"which", "quantity", "which_ship"} & set(sketch.types))
    said = sketch.first_text(lambda slot: slot.text in _MOMENTS)
    texts = [slot.text for slot in sketch.slots]
    day = next((b for a, b in pairwise(texts) if b == "day" and a in {"a", "the", "same"}), "")
    for here, behind in pairwise([*texts, ""]):
        if here == "in the year" and behind in {"in", "which", "in which", "that", "when", "of"}:
            return here
        if here in {"the", "by"} and behind == "time" and "quantity" in sketch.types:
            return behind
    flights = bool({"fly", *_EVENTS} & sketch.topic_names)
    return (said or (day if flights else "")) if others else ""


def while_another(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "did HTV-1 arrive while ATV-4 was docked": two stays are not set side by side."""
    meanwhile = sketch.first_text(lambda slot: slot.text in {"while", "whilst", "as long as"})
    flights = sketch.things(knowledge, "mission")
    others = "which_ship" in sketch.types and bool(flights)  # "which undocked while it was there"
    return meanwhile if others or (sketch.check and len(flights) > 1) else ""


def next_to_arrive(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "the next to dock after CRS-6", "at that port before C2+": launches are in order.

    What docked at a port after another ship did is read: both days are of dockings.
    """
    flights = sketch.things(knowledge, "mission")
    bounded = bool({"before", "after", "directly before", "right before"} & sketch.words)
    ports = sketch.things(knowledge, "port", "module") and bounded
    came = [use for use in sketch.topics if use.topic == "arrive" and not sketch.is_state(use)]
    if ports and came and came == sketch.topics and sketch.types and not sketch.sequence:
        return ""
    later = {"arrive", "capture", "depart", "end"} & sketch.topic_names
    if not flights or sketch.check or not (sketch.sequence or ports):
        return ""
    return sketch.topic_text(*later) or ("before" if ports else "")


def after_a_loss(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many were launched after CRS-7 was lost": the loss is of that one."""
    flights = sketch.things(knowledge, "mission")
    bounded = {"before", "after", "since"} & sketch.words
    lost = "outcome=lost" in sketch.values
    counted = "quantity" in sketch.types or "latest" in sketch.orders
    if not (flights and bounded and lost and counted):
        return ""
    return sketch.loss_text


def two_dated_events(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which ships both arrived and departed in 2015": the year is said of both."""
    events = [use for use in sketch.topics if use.topic in _EVENTS]
    again = sketch.first_text(lambda slot: slot.text in {"again", "twice"})
    if again and {use.topic for use in events} == {"arrive", "depart"} and not sketch.check:
        return again  # "which Progress undocked and later docked again"
    dated = [use for use in events if use.is_dated]
    apart = len({use.topic for use in events}) > 1
    listed = {"which", "quantity"} & set(sketch.types) and not sketch.things(knowledge, "mission")
    return events[0].text if listed and apart and len(dated) == 1 else ""


def lost_meanwhile(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "while Expedition 28 was aboard, was a Progress lost", "lost on its way back"."""
    lost = sketch.loss_text
    flights = sketch.things(knowledge, "mission")
    crews = sketch.things(knowledge, "expedition", *(["person"] if not flights else []))
    ways = {"return", "arrive", "depart", "launch", "fly"} & sketch.topic_names
    return lost if sketch.check and lost and (crews or ways) else ""


def many_years(sketch: Sketch, _: Knowledge) -> str:
    """As in "launched in 2012, 2013 and 2014": two make a span, three are not taken up."""
    days = [mention for mention in sketch.mentions if mention.slot.kind == "day"]
    asked = {"quantity", "which"} & set(sketch.types) or "list" in sketch.wants
    return days[2].slot.text if asked and len(days) > len("ab") else ""


def since_which(sketch: Sketch, _: Knowledge) -> str:
    """As in "since which flight does it dock": the first one that did so, and not each of them."""
    for limit, asked in pairwise(sketch.slots):
        if limit.text == "since" and asked.sense("type") is not None:
            return limit.text
    return ""


def over_a_year(sketch: Sketch, _: Knowledge) -> str:
    """As in "which Progress stayed over a year": a length of time is no bound here."""
    units = {"year", "years", "month", "months", "week", "weeks", "day", "days"}
    over = {"over", "more than", "longer than", "under", "less than", "for", "at least"}
    times = {"docked_for", "flight_time", "at_station", "approach"} & set(sketch.asks)
    for first, second, third in zip(sketch.slots, sketch.slots[1:], sketch.slots[2:], strict=False):
        counted = second.means("article") or second.kind == "number"
        if times and first.text in over and counted and third.text in units:
            return first.text
    return ""


def between_two_launches(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many days between the launches of M-12M and M-13M": it is not worked out."""
    flights = sketch.things(knowledge, "mission")
    asked = "duration" in sketch.types and len(flights) > 1 and "between" in sketch.words
    return "between" if asked else ""


def docked_again(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "when did M-21M dock again": its second stay is not told apart."""
    flights = sketch.things(knowledge, "mission")
    for event, again in pairwise(sketch.slots):
        if event.means("topic", "arrive") and again.text == "again" and flights:
            return again.text
    return ""


def not_that_event(sketch: Sketch, _: Knowledge) -> str:
    """As in "when was it launched, not docked": a day is asked, and none is asked of the other."""
    for slot, following in pairwise(sketch.slots):
        denied = slot.means("negation") and not slot.means("auxiliary")
        if denied and following.means("topic") and "when" in sketch.types:
            return following.text
    return ""


_BY_THE_CLOCK = {"date", "time", "day", "clock", "local time", "local date"}


def by_the_clock_of_a_place(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "when did CRS-1 launch, Florida date?": times are in UTC, and no place is meant."""
    for mention in sketch.things(knowledge, "place", "country"):
        behind = sketch.slots[mention.position + 1 : mention.position + 2]
        if behind and behind[0].text in _BY_THE_CLOCK and not mention.preposition:
            return behind[0].text
    return ""
