"""Names and days of a question that left no trace in its reading.

The guards of `overlooked` know constructions; this knows none. Whatever was read, a flight, a
cover, somebody or a day that was named must stand in a condition of the Query: else another
question would be answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import FIELDS
from bot.knowledge.records import Cover, Mission
from bot.questions.query import Condition, Query, Trouble
from bot.questions.sketch import Mention

# Lines, places and countries may go without: "which Progress is 59P", "a Russian launch".
_MUST_STAND = {"cover", "expedition", "mark", "mission", "module", "party", "person"}
_SAY_WHAT_THEY_ARE = {"define", "help", "sources"}


def unaccounted(reading: Query | Trouble, mentions: Iterable[Mention], knowledge: Knowledge) -> str:
    """The first of the names and days that stands in no condition of the reading, or ""."""
    if isinstance(reading, Trouble) or reading.want in _SAY_WHAT_THEY_ARE:
        return ""
    conditions = list(_conditions(reading))
    if reading.want == "identify" and any(c.field == "self" for c in conditions):
        return ""  # told by its picture: every word was held against the covers
    named = {thing for condition in conditions for thing in condition.things}
    named |= {c.text for c in conditions if c.field == "agency" and c.text is not None}
    dated = any(c.day is not None or (c.text or "").startswith("--") for c in conditions)
    mentions = list(mentions)
    guesses = [m for m in mentions if m.slot.kind in {"day", "number"}]
    dated = dated or (len(guesses) > 1 and _tells_the_day(reading))  # "was it 4 or 5 April"
    dated = dated or (reading.kind == "mark" and _tells_the_day(reading))  # "2019: old or new"
    numbered = any(c.number is not None for c in conditions)
    texts = {(c.text or "").casefold() for c in conditions}
    titles = set(named) if reading.kind == "cover" else set()
    for mention in mentions:
        if mention.slot.text in texts or _is_in_name(mention, titles, knowledge):
            continue  # "the 1989 double cover"
        value = mention.slot.value
        if value is not None and reading.want == "check" and value[1].casefold() not in texts:
            return mention.slot.text  # "did a Cygnus fly on Falcon 9"
        bears = mention.topic is not None and mention.topic.topic == "number"
        if bears and mention.slot.number and reading.want == "identify" and not numbered:
            return mention.slot.text  # "a cover numbered 8, what is it?"
        edition = mention.slot.edition
        if edition and reading.want == "value" and edition not in {c.number for c in conditions}:
            return mention.slot.text  # "mine is 38/250": of 250 pieces, and not of 38
        lost_day = mention.slot.kind == "day" and not dated
        by_name = any(knowledge.name_of(t).casefold() in texts for t in mention.things)
        if lost_day or (not by_name and _is_lost(mention, named, knowledge)):
            return mention.slot.text
    return ""


def _is_in_name(mention: Mention, things: set[str], knowledge: Knowledge) -> bool:
    """Whether a year that was said is part of the name of a cover that is asked about."""
    covers = (knowledge.thing(thing) for thing in things)
    names = (" ".join((c.name, *c.names)).split() for c in covers if isinstance(c, Cover))
    return mention.is_year and any(mention.slot.text in name for name in names)


def _tells_the_day(query: Query) -> bool:
    """Whether nothing but a day is asked for: what it is guessed to be needs no condition."""
    fields = [FIELDS.get((query.kind, name)) for name in query.fields]
    told = bool(fields) and all(f is not None and f.type == "day" for f in fields)
    return query.want == "value" and told


def _conditions(query: Query) -> Iterator[Condition]:
    """Every condition of a Query, those of nested ones too."""
    groups = (condition for group in query.groups for condition in group)
    for condition in (*query.where, *query.claim, *groups):
        yield condition
        if condition.query is not None:
            yield from _conditions(condition.query)


def _is_lost(mention: Mention, named: set[str], knowledge: Knowledge) -> bool:
    """Whether a mention must stand somewhere, and neither it nor its version does."""
    things = [knowledge.thing(thing) for thing in mention.things]
    versions = {thing.variant for thing in things if isinstance(thing, Mission)}
    must = any(thing.kind_of_thing in _MUST_STAND for thing in things)
    return must and not named & {*mention.things, *versions}
