"""What is recorded in words: remarks, dated statements, and the notes that go with facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.knowledge.base import Knowledge
from bot.knowledge.facts import Fact
from bot.knowledge.fields import facts_of, fields_of
from bot.knowledge.reading.covers import lots_of
from bot.knowledge.records import Cover, Record, Statement

_SENTENCE = 3  # words from which a text is more than a name or a code
# Fields that repeat others, and those whose notes are the same for every flight of a line.
_PASSED_OVER = {"about", "by_party", "crew", "definition", "expeditions_aboard", "flew"}
_PASSED_OVER |= {"people_aboard", "purpose", "quantity"}
_OF_THE_LINE = {("mission", "postmark_places"), ("mission", "ship_name"), ("mission", "vehicle")}
# Fields that a cover has from the mail that it travelled in, where they are told.
_OF_THE_MAIL = {"packed_day", "loaded_day", "stored_day", "recovered_day", "handed_day"}
_OF_THE_MAIL |= {"handed_place", "bag_number", "carried_by"}
_OF_THE_MAIL |= {"up", "reached", "down", "return_day", "return_place"}


@dataclass(frozen=True)
class Note:
    """Something that a source says of one thing in words.

    `text` is what it says: a remark, unless `fact` or `said` gives the noted fact or the dated
    statement that it belongs to.
    """

    subject: str
    text: str
    source: tuple[str, ...]
    fact: Fact | None = None
    said: Statement | None = None


def notes_of(knowledge: Knowledge, record: Record) -> Iterator[Note]:
    """Every note on one thing, in the order of the record."""
    for remark in record.remarks:
        yield Note(record.id, remark.text, remark.source or record.source)
    for said in record.statements:
        text = f"{said.field}: {said.value}. {said.note or ''}"
        yield Note(record.id, text, said.source or record.source, said=said)
    for lot in lots_of(knowledge, record) if isinstance(record, Cover) else ():
        if lot.note and lot.count is not None:
            source = lot.source or record.source
            of_lot = Fact(record.id, "quantity", lot.count, source, lot=lot.id, note=lot.note)
            yield Note(record.id, lot.note, source, fact=of_lot)
    told: set[str] = set()
    for field in fields_of(record.kind_of_thing):
        if field.name in _PASSED_OVER or (field.kind, field.name) in _OF_THE_LINE:
            continue
        if field.name in _OF_THE_MAIL and not getattr(record, "legs", ()):
            continue
        for fact in facts_of(knowledge, record, field.name):
            words = str(fact.value) if field.type == "text" else ""
            text = " ".join(part for part in (words, fact.note or "") if part)
            if (fact.note or len(words.split()) >= _SENTENCE) and text not in told:
                told.add(text)
                yield Note(record.id, text, fact.source, fact=fact)
