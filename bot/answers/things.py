"""Wording facts of missions, programmes, clubs, people, places and words: sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.answers import say
from bot.answers.sentences import ATTACHED, ATTACHES, ENDED, NOTES, OUTCOMES, PREDICATES
from bot.knowledge.base import Knowledge
from bot.knowledge.clocks import local_dates
from bot.knowledge.facts import Fact
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Mission, Record
from bot.knowledge.values import Count, Day, Interval

_WITH_TIME = {"launched", "arrived", "departed", "ended", "captured", "moved"}
_WITH_TIME |= {"left_port", "back_at_port"}


def predicate(knowledge: Knowledge, thing: Record, name: str, facts: Sequence[Fact]) -> str:
    """What the facts of one field say of a thing, as the rest of a sentence about it."""
    pattern = PREDICATES.get((thing.kind_of_thing, name), "{value}")
    return _filled(knowledge, thing, name, facts, pattern)


def local_day(knowledge: Knowledge, fact: Fact, place: str) -> str:
    """As in "by the clock there 9 November 2023": the day at a place, where it is another one."""
    instant = fact.value
    if not isinstance(instant, Day) or not instant.has_time:
        return ""
    dates = local_dates(knowledge, instant, place)
    if len(dates) != 1 or dates == {instant.date}:
        return ""
    return f"by the clock there {say.day(Day.of(min(dates)))}"


def note(knowledge: Knowledge, thing: Record, name: str, facts: Sequence[Fact]) -> str:
    """The same as one of the notes of a description: "launched 16 February 2011"."""
    key = (thing.kind_of_thing, name)
    if name == "postmark_places":  # the events they are for are told when asked for
        facts = [replace(fact, note=None) for fact in facts]
    return _filled(knowledge, thing, name, facts, NOTES.get(key) or PREDICATES.get(key, "{value}"))


def _filled(
    knowledge: Knowledge, thing: Record, name: str, facts: Sequence[Fact], pattern: str
) -> str:
    """A pattern with the values of the facts, their prepositions and their notes."""
    value = _values(knowledge, name, facts)
    first = facts[0].value if facts else None
    if isinstance(first, Day) and not _is_disagreement(facts):
        bare = pattern.replace(" on {value}", " {value}").replace(" in {value}", " {value}")
        value = say.dated(first, value) if bare != pattern else value
        pattern = bare
    if name == "end_place":
        value = say.listed(dict.fromkeys(say.at_place(knowledge, str(f.value)) for f in facts))
    text = pattern.format(
        value=value,
        attached=_attached(knowledge, thing) if "{attached}" in pattern else "",
        ended=_ended(knowledge, thing) if "{ended}" in pattern else "",
    )
    remarks = dict.fromkeys(f.note for f in facts if f.note and name not in _NOTED_INSIDE)
    told = [remark for remark in remarks if remark not in text]
    return text + "".join(f" ({remark})" for remark in told[:1])


_NOTED_INSIDE = {"cachet_makers", "servicers", "postmark_places", "crew", "commander"}


def _values(knowledge: Knowledge, name: str, facts: Sequence[Fact]) -> str:
    """The values of a field, joined; alternatives of disagreeing sources are both given."""
    if _is_disagreement(facts):
        return " or ".join(_with_source(knowledge, name, fact) for fact in facts)
    words = [_value(knowledge, name, fact) for fact in facts]
    return say.listed(dict.fromkeys(words))


def _is_disagreement(facts: Sequence[Fact]) -> bool:
    """Several single values (days, figures) of one field come from sources that disagree."""
    distinct = {str(fact.value) for fact in facts}
    entries = {fact.entry for fact in facts}
    single = all(isinstance(fact.value, Day | Count) for fact in facts)
    return single and len(distinct) > 1 and len(entries) == 1


def _with_source(knowledge: Knowledge, name: str, fact: Fact) -> str:
    sources = say.listed(knowledge.name_of(source) for source in fact.source[:2])
    return f"{_value(knowledge, name, fact)} (by {sources})"


def _value(knowledge: Knowledge, name: str, fact: Fact) -> str:
    value = fact.value
    if isinstance(value, Day):
        return say.day(value, with_time=name in _WITH_TIME)
    if isinstance(value, Count):
        return say.count(value)
    if isinstance(value, timedelta):
        return say.duration(value)
    if isinstance(value, Interval):
        timed = name in _WITH_TIME
        end = say.day(value.end, with_time=timed) if value.end else "now, as far as recorded"
        return f"from {say.day(value.begin, with_time=timed)} to {end}"
    if isinstance(value, bool):
        return "can" if value else "cannot"
    coded = {"outcome": OUTCOMES, "end_how": _END_NOUNS, "attaches": ATTACHES}.get(name, {})
    text = coded.get(str(value)) or say.name(knowledge, str(value))
    if name in _NOTED_INSIDE and fact.note:
        return f"{text} ({fact.note})"
    return text


_END_NOUNS = {
    "reentry": "burning up on re-entry",
    "splashdown": "splashdown",
    "landing": "landing",
    "lost": "loss",
}


def _attached(knowledge: Knowledge, thing: Record) -> str:
    facts = facts_of(knowledge, thing, "how_attached")
    return ATTACHED.get(str(facts[0].value), "arrived") if facts else "arrived"


def _ended(knowledge: Knowledge, thing: Record) -> str:
    facts = facts_of(knowledge, thing, "end_how")
    return ENDED.get(str(facts[0].value), "ended") if facts else "ended"


def sentence(knowledge: Knowledge, thing: Record, parts: Iterable[str]) -> str:
    """As in "ATV-2 Johannes Kepler was launched on ... and docked on ...": a full sentence."""
    told = list(parts)
    main = [part for part in told if not part.startswith("(")]
    aside = "".join(f" {part}" for part in told if part.startswith("("))
    words = say.listed(main) if main else ""
    return f"{say.capital(say.name(knowledge, thing.id))} {words}{aside}.".replace("  ", " ")


def loss(knowledge: Knowledge, ship: Mission) -> tuple[str, list[Fact]]:
    """How a ship was lost, as far as recorded: a sentence, and the facts that it states."""
    facts = [f for name in ("outcome", "reason") for f in facts_of(knowledge, ship, name)]
    parts = [predicate(knowledge, ship, fact.field, [fact]) for fact in facts]
    return sentence(knowledge, ship, parts), facts
