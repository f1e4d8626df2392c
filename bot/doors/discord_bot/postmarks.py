"""The right postmark for an event: what practices and rules on record say of a flight."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answers import say
from bot.answers.answer import Answer, StatedFact
from bot.answers.stating import cite
from bot.knowledge.base import Knowledge
from bot.knowledge.records import Mission, Practice, preferred

_RANK = {"main": 0, "also": 1, "secondary": 2}
_ROLES = {"main": "", "also": " (also used)", "secondary": " (secondary)"}


def events(knowledge: Knowledge) -> list[str]:
    """The events that a right postmark is recorded for."""
    found = {p.event for p in knowledge.all(Practice) if p.what == "postmarks" and p.event}
    return sorted(found)


def right_postmark(knowledge: Knowledge, thing: str, event: str | None) -> Answer:
    """Where the postmark of an event belongs, by practice or rule; `thing` is a flight or line."""
    practices = sorted(_fitting(knowledge, thing, event), key=lambda p: _RANK[p.role])
    name = say.name(knowledge, thing)
    if not practices:
        what = f"the {event} of {name}" if event else name
        body = f"No usual postmark is recorded for {what}."
        return Answer(status="not_recorded", body=body, subjects=(thing,))
    lines = [_line(knowledge, practice) for practice in practices]
    sources = dict.fromkeys(source for practice in practices for source in practice.source)
    return Answer(
        status="answered",
        body="\n".join([f"Postmarks for {name}:", *lines]),
        citations=tuple(cite(knowledge, source) for source in sources),
        facts=tuple(_fact(thing, practice) for practice in practices),
        subjects=(thing,),
    )


def _fitting(knowledge: Knowledge, thing: str, event: str | None) -> Iterable[Practice]:
    """Practices about a flight or its line; those without an event fit every event."""
    record = knowledge.get(thing)
    about = {thing} | ({record.programme} if isinstance(record, Mission) else set())
    for practice in knowledge.all(Practice):
        if practice.what != "postmarks" or not practice.place or not about & set(practice.about):
            continue
        flights = {p for p in practice.about if isinstance(knowledge.get(p), Mission)}
        if flights and isinstance(record, Mission) and thing not in flights:
            continue  # meant for other flights of the same line
        if isinstance(record, Mission) and not _suits(practice, record):
            continue
        if event is None or practice.event in {None, event}:
            yield practice


def _suits(practice: Practice, mission: Mission) -> bool:
    """Whether a practice held when a mission flew, and is about how it reached the station."""
    if mission.launch is not None and mission.launch.at:
        launched = preferred(mission.launch.at).value
        if practice.begin and launched.before(preferred(practice.begin).value):
            return False
        if practice.finish and preferred(practice.finish).value.before(launched):
            return False
    other = {"docked": "berthing", "berthed": "docking"}
    return practice.event not in {other[stay.how] for stay in mission.stays[:1]}


def _line(knowledge: Knowledge, practice: Practice) -> str:
    place = say.name(knowledge, practice.place or "")
    event = f"{practice.event}: " if practice.event else ""
    rule = ", by the rules; no such cover is on record here" if practice.status == "by rule" else ""
    note = f"; {practice.note}" if practice.note else ""
    return f"- {event}{place}{_ROLES[practice.role]}{rule}{note}"


def _fact(thing: str, practice: Practice) -> StatedFact:
    return StatedFact(
        subject=thing,
        attribute="postmark_places",
        value=practice.place,
        source=practice.source,
        derived_from=(practice.id,),
    )
