"""The field table: everything that can be asked, and where its values stand in the records.

Parser, executor, wording, `flown stats` and the page "what can I ask?" all read this one table. A
field belongs to one kind of thing, is about one topic (fly, sign, postmark ...) and has one type;
its words stand in `bot/questions/words/`. Adding a field here makes it askable everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Literal

from bot.knowledge.base import Knowledge
from bot.knowledge.records import (
    Claim,
    Cover,
    Expedition,
    Launch,
    Lot,
    MarkStruck,
    Mission,
    Party,
    Person,
    Practice,
    Programme,
    Record,
    Signing,
    Strike,
    Variant,
    preferred,
)
from bot.knowledge.values import Count, Day, Interval

FieldType = Literal["quantity", "day", "interval", "duration", "thing", "text", "yesno"]
Value = str | Day | Interval | Count | timedelta | bool


@dataclass(frozen=True)
class Fact:
    """One value of one field of one thing, with the sources that give it.

    `entry` names the strike, signing or stay that it belongs to: conditions on one of those bind
    the same entry. `lot` names the lot whose pieces it is true of; "" means the whole item.
    """

    subject: str
    field: str
    value: Value
    source: tuple[str, ...]
    entry: str = ""
    lot: str = ""
    note: str | None = None
    preferred: bool = False
    inferred: bool = False
    derived_from: tuple[str, ...] = ()


@dataclass(frozen=True)
class Field:
    """One thing that can be asked of a kind of thing.

    `accepts` names the kinds of thing that a `thing` field holds; `group` is the kind of entry
    (strike, signing, stay) whose facts belong together.
    """

    name: str
    kind: str
    topic: str  # one topic or several, separated by spaces; the first is its own
    type: FieldType
    read: Callable[[Knowledge, Any], Iterable[Fact]]
    accepts: frozenset[str] = frozenset()
    group: str = ""

    @property
    def topics(self) -> list[str]:
        """Every topic that the field answers to."""
        return self.topic.split()


Reader = Callable[[Knowledge, Any], Iterable[Fact]]


def facts_of_claims(
    record: Record,
    field: str,
    claims: Sequence[Claim[Any]],
    default: tuple[str, ...] = (),
    entry: str = "",
    lot: str = "",
) -> Iterator[Fact]:
    """Facts for every claim; `default` is the source of the entry around them, if it has one."""
    for claim in claims:
        yield Fact(
            subject=record.id,
            field=field,
            value=claim.value,
            source=claim.source or default or record.source,
            note=claim.note,
            preferred=claim.preferred,
            inferred=claim.inferred,
            entry=entry,
            lot=lot,
        )


def _claims(name: str, attribute: str | None = None) -> Reader:
    """A reader for a field of claims that stands on the record itself."""

    def read(_: Knowledge, record: Record) -> Iterator[Fact]:
        return facts_of_claims(record, name, getattr(record, attribute or name))

    return read


def _plain(name: str, attribute: str | None = None) -> Reader:
    """A reader for plain values (one or many) that stand on the record itself."""

    def read(_: Knowledge, record: Record) -> Iterator[Fact]:
        values = getattr(record, attribute or name)
        for value in values if isinstance(values, tuple) else (values,):
            if value is not None:
                yield Fact(record.id, name, value, record.source)

    return read


# --- covers -------------------------------------------------------------------------------------


def _with_consignments(knowledge: Knowledge, cover: Cover) -> list[Cover]:
    """The item itself and what it travelled in."""
    return [cover, *knowledge.consignments_of(cover)]


def lots_of(knowledge: Knowledge, cover: Cover) -> list[Lot]:
    """The lots of an item: those written with it, and those of its consignments that name it."""
    if cover.kind == "consignment":  # lots of a member are told of the member
        return [lot for lot in cover.lots if lot.origin is not None]
    found = list(cover.lots)
    for consignment in knowledge.consignments_of(cover):
        found += [lot for lot in consignment.lots if cover.id in {lot.within, lot.beside}]
    return found


def _lot_kinds(lot: Lot) -> Iterator[str]:
    """What the count of a lot counts."""
    if lot.marked:
        yield "marked"
    if any(strike.place == "iss" for strike in lot.strikes):
        yield "postmarked"
    if lot.signed:
        yield "signed"


def _quantity(of: str) -> Reader:
    """A reader for one kind of quantity: of the item, and of its lots."""

    def read(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
        for quantity in cover.quantities:
            if quantity.of == of:
                source = quantity.source or cover.source
                yield Fact(cover.id, of, quantity.count, source, note=quantity.note)
        for lot in lots_of(knowledge, cover):
            if lot.count is not None and of in _lot_kinds(lot):
                source = lot.source or cover.source
                yield Fact(cover.id, of, lot.count, source, lot=lot.id, note=lot.note)

    return read


def _any_quantity(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    for kind in QUANTITIES:
        yield from _quantity(kind)(knowledge, cover)


def _strikes(knowledge: Knowledge, cover: Cover) -> Iterator[tuple[str, str, Strike, Record]]:
    """Every postmark strike of an item with its entry id, its lot ("" for all) and its record."""
    for holder in _with_consignments(knowledge, cover):
        for number, strike in enumerate(holder.strikes):
            yield f"{holder.id}/strike-{number}", "", strike, holder
    for lot in lots_of(knowledge, cover):
        for number, strike in enumerate(lot.strikes):
            yield f"{lot.id}/strike-{number}", lot.id, strike, cover


def _strike_places(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    for entry, lot, strike, holder in _strikes(knowledge, cover):
        if strike.place is not None:
            source = strike.source or holder.source
            yield Fact(cover.id, "strike_place", strike.place, source, entry, lot, note=strike.note)


def _strike_days(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    for entry, lot, strike, holder in _strikes(knowledge, cover):
        source = strike.source or holder.source
        yield from facts_of_claims(cover, "strike_day", strike.day, source, entry=entry, lot=lot)
        if strike.day_of is not None and not strike.day:
            yield from _day_of_event(knowledge, cover, strike, entry, lot)


def _day_of_event(
    knowledge: Knowledge, cover: Cover, strike: Strike, entry: str, lot: str
) -> Iterator[Fact]:
    """The day of the mission event that a strike is known to mark: inferred."""
    assert strike.day_of is not None
    mission = knowledge.get(strike.day_of.mission)
    if mission is None:
        return
    for fact in FIELDS["mission", strike.day_of.event].read(knowledge, mission):
        if isinstance(fact.value, Day):
            yield Fact(
                cover.id,
                "strike_day",
                fact.value.whole_day(),
                (*(strike.source or cover.source), *fact.source),
                entry,
                lot,
                inferred=True,
                derived_from=(f"{mission.id}.{fact.field}",),
            )


def _strike_events(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    for entry, lot, strike, holder in _strikes(knowledge, cover):
        if strike.event:
            source = strike.source or holder.source
            yield Fact(cover.id, "strike_event", strike.event, source, entry, lot)


def _signings(knowledge: Knowledge, cover: Cover) -> Iterator[tuple[str, str, Signing, Record]]:
    for holder in _with_consignments(knowledge, cover):
        for number, signing in enumerate(holder.signed):
            yield f"{holder.id}/signing-{number}", "", signing, holder
    for lot in lots_of(knowledge, cover):
        for number, signing in enumerate(lot.signed):
            yield f"{lot.id}/signing-{number}", lot.id, signing, cover


def _signed_by(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    for entry, lot, signing, holder in _signings(knowledge, cover):
        source = signing.source or holder.source
        signers = [*signing.people, *signing.crew, *filter(None, [signing.unnamed])]
        note = "signed and inscribed" if signing.inscribed else signing.note
        for signer in signers:
            yield Fact(cover.id, "signed_by", signer, source, entry, lot, note=note)


def _signed_days(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    for entry, lot, signing, holder in _signings(knowledge, cover):
        source = signing.source or holder.source
        yield from facts_of_claims(cover, "signed_day", signing.day, source, entry=entry, lot=lot)


def _marks(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    for holder in _with_consignments(knowledge, cover):
        struck: tuple[MarkStruck, ...] = holder.marks
        for mark in struck:
            source = mark.source or holder.source
            yield Fact(cover.id, "marks", mark.mark, source, note=mark.note)
    for lot in lots_of(knowledge, cover):
        for mark_id in lot.marked:
            yield Fact(cover.id, "marks", mark_id, lot.source or cover.source, lot=lot.id)
    for entry, lot_id, strike, holder_record in _strikes(knowledge, cover):
        if strike.mark is not None:
            source = strike.source or holder_record.source
            yield Fact(cover.id, "marks", strike.mark, source, entry, lot_id)


def _inherited(name: str) -> Reader:
    """A reader for the ways up and down: the item's own, else those of what it travelled in."""

    def read(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
        for holder in _with_consignments(knowledge, cover):
            claims = getattr(holder, name)
            if claims:
                for fact in facts_of_claims(holder, name, claims):
                    yield replace(fact, subject=cover.id)
                return

    return read


def _leg_days(name: str, stage: str) -> Reader:
    """A reader for the day of one stage of the way."""

    def read(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
        for holder in _with_consignments(knowledge, cover):
            for leg in holder.legs:
                if leg.stage == stage:
                    source = leg.source or holder.source
                    for fact in facts_of_claims(holder, name, leg.day, source):
                        yield replace(fact, subject=cover.id)

    return read


def _up_days(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """The launch days of the flights that took a cover up: derived."""
    for way in _inherited("up")(knowledge, cover):
        mission = knowledge.get(str(way.value))
        for fact in facts_of(knowledge, mission, "launched")[:1] if mission else []:
            source = tuple(dict.fromkeys((*way.source, *fact.source)))
            derived = (f"{way.value}.launched",)
            yield Fact(cover.id, "up_day", fact.value, source, inferred=True, derived_from=derived)


def _return_places(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    for holder in _with_consignments(knowledge, cover):
        for leg in holder.legs:
            if leg.stage == "landed" and leg.place:
                yield Fact(cover.id, "return_place", leg.place, leg.source or holder.source)


def _carried_in(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    for holder in _with_consignments(knowledge, cover):
        for leg in holder.legs:
            if leg.within:
                yield Fact(cover.id, "carried_in", leg.within, leg.source or holder.source)


def _about(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """The missions and programmes of a cover: made for, gone up on, or postmarked for them."""
    seen: set[str] = set()
    readers: list[Reader] = [_plain("commemorates"), _inherited("up"), _struck_for]
    for fact in (fact for read in readers for fact in read(knowledge, cover)):
        if fact.value not in seen:
            seen.add(str(fact.value))
            yield Fact(cover.id, "about", fact.value, fact.source)


def _struck_for(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """The missions whose events a cover's postmarks mark: a CRS-6 design may bear CRS-5 marks."""
    for _, _, strike, holder in _strikes(knowledge, cover):
        if strike.day_of is not None:
            source = strike.source or holder.source
            yield Fact(cover.id, "struck_for", strike.day_of.mission, source)


def _by_party(_: Knowledge, cover: Cover) -> Iterator[Fact]:
    for name in ("issuer", "maker", "servicer"):
        yield from facts_of_claims(cover, name, getattr(cover, name))


def _form(_: Knowledge, cover: Cover) -> Iterator[Fact]:
    yield Fact(cover.id, "form", cover.piece_form, cover.source)


def _folders(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    for folder in knowledge.holders_of(cover):
        yield Fact(cover.id, "held_in", folder.id, folder.source)


# --- missions -----------------------------------------------------------------------------------


def _launch(name: str, attribute: str) -> Reader:
    def read(_: Knowledge, mission: Mission) -> Iterator[Fact]:
        launch: Launch | None = mission.launch
        if launch is not None:
            yield from facts_of_claims(mission, name, getattr(launch, attribute), launch.source)

    return read


def _stays(name: str, attribute: str, which: slice) -> Reader:
    """A reader for a day of the stays: the first one's arrival, the last one's departure."""

    def read(_: Knowledge, mission: Mission) -> Iterator[Fact]:
        for number, stay in list(enumerate(mission.stays))[which]:
            yield from facts_of_claims(
                mission, name, getattr(stay, attribute), stay.source, entry=f"stay-{number}"
            )

    return read


def _ports(_: Knowledge, mission: Mission) -> Iterator[Fact]:
    for number, stay in enumerate(mission.stays):
        if stay.port is not None:
            source = stay.source or mission.source
            yield Fact(mission.id, "port", stay.port, source, entry=f"stay-{number}")


def _how_attached(_: Knowledge, mission: Mission) -> Iterator[Fact]:
    for stay in mission.stays[:1]:
        yield Fact(mission.id, "how_attached", stay.how, stay.source or mission.source)


def _end(name: str, attribute: str) -> Reader:
    def read(_: Knowledge, mission: Mission) -> Iterator[Fact]:
        if mission.end is None:
            return
        value = getattr(mission.end, attribute)
        source = mission.end.source or mission.source
        if isinstance(value, str):
            yield Fact(mission.id, name, value, source)
        else:
            yield from facts_of_claims(mission, name, value, source)

    return read


def _cargo(name: str, attribute: str) -> Reader:
    def read(_: Knowledge, mission: Mission) -> Iterator[Fact]:
        for cargo in mission.cargo:
            for fact in facts_of_claims(mission, name, getattr(cargo, attribute), cargo.source):
                yield replace(fact, note=fact.note or cargo.note)

    return read


def _span(name: str, first: str, last: str) -> Reader:
    """A reader for the time between two days of a mission; both must be known to the minute."""

    def read(knowledge: Knowledge, mission: Mission) -> Iterator[Fact]:
        begin, finish = (_first_day(knowledge, mission, field) for field in (first, last))
        if begin is None or finish is None:
            return
        yield Fact(
            mission.id,
            name,
            finish.value.start - begin.value.start,  # type: ignore[union-attr]
            tuple(dict.fromkeys((*begin.source, *finish.source))),
            inferred=True,
            derived_from=(f"{mission.id}.{first}", f"{mission.id}.{last}"),
        )

    return read


def _first_day(knowledge: Knowledge, mission: Mission, field: str) -> Fact | None:
    """The preferred fact of a day field, if it is at least as precise as a day."""
    facts = list(FIELDS["mission", field].read(knowledge, mission))
    facts.sort(key=lambda fact: not fact.preferred)
    if not facts or not isinstance(facts[0].value, Day):
        return None
    return facts[0] if facts[0].value.precision not in {"year", "month"} else None


def _docked_for(_: Knowledge, mission: Mission) -> Iterator[Fact]:
    """The time at the station: the sum of the stays, where the last one has ended."""
    total = timedelta()
    source: tuple[str, ...] = ()
    for stay in mission.stays:
        if not stay.at or not stay.until:
            return
        begin, finish = preferred(stay.at).value, preferred(stay.until).value
        if {begin.precision, finish.precision} & {"year", "month"}:
            return
        total += finish.start - begin.start
        source += stay.source or mission.source
    if mission.stays:
        yield Fact(
            mission.id,
            "docked_for",
            total,
            tuple(dict.fromkeys(source)),
            inferred=True,
            derived_from=(f"{mission.id}.arrived", f"{mission.id}.departed"),
        )


def stay_of(mission: Mission) -> tuple[Day, Day | None] | None:
    """When a mission was at the station: from arrival to departure (None: still there)."""
    if not mission.stays or not mission.stays[0].at:
        return None
    begin = preferred(mission.stays[0].at).value
    last = mission.stays[-1].until
    return begin, preferred(last).value if last else None


def _at_station(_: Knowledge, mission: Mission) -> Iterator[Fact]:
    """Each stay at the station as a stretch of time."""
    for number, stay in enumerate(mission.stays):
        if stay.at:
            begin = preferred(stay.at).value
            end = preferred(stay.until).value if stay.until else None
            source = stay.source or mission.source
            value = Interval(begin=begin, end=end)
            yield Fact(mission.id, "at_station", value, source, entry=f"stay-{number}")


def _people_aboard(knowledge: Knowledge, mission: Mission) -> Iterator[Fact]:
    """Who was on board when the ship arrived: derived from the people's recorded stays."""
    stay = stay_of(mission)
    if stay is None:
        return
    for person in knowledge.all(Person):
        for fact in _person_times(knowledge, person):
            if isinstance(fact.value, Interval) and fact.value.overlaps(stay[0]):
                yield Fact(
                    mission.id,
                    "people_aboard",
                    person.id,
                    tuple(dict.fromkeys((*fact.source, *mission.source))),
                    inferred=True,
                    derived_from=(f"{mission.id}.arrived", f"{person.id}.{fact.entry}"),
                )


def _person_times(_: Knowledge, person: Person) -> Iterator[Fact]:
    """Each stay of a person on board as a stretch of time."""
    for number, stay in enumerate(person.stays):
        if stay.begin:
            begin = preferred(stay.begin).value
            end = preferred(stay.finish).value if stay.finish else None
            source = stay.source or person.source
            value = Interval(begin=begin, end=end)
            yield Fact(person.id, "at_station", value, source, entry=f"stay-{number}")


def _expedition_time(_: Knowledge, expedition: Expedition) -> Iterator[Fact]:
    """The dates of an expedition as a stretch of time."""
    if expedition.begin:
        begin = preferred(expedition.begin).value
        end = preferred(expedition.finish).value if expedition.finish else None
        value = Interval(begin=begin, end=end)
        yield Fact(expedition.id, "at_station", value, expedition.source)


def _any_day(names: tuple[str, ...]) -> Reader:
    """A reader for every dated event of a thing: "what happened on 28 June"."""

    def read(knowledge: Knowledge, record: Record) -> Iterator[Fact]:
        for name in names:
            for fact in facts_of(knowledge, record, name):
                yield replace(fact, entry=f"{name}/{fact.entry}")

    return read


def _flew(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """That a cover was in space: by its flight, its figures, its marks, or its very name."""
    on_board = [f for f in _strike_places(knowledge, cover) if f.value == "iss"]
    proofs = [
        *_inherited("up")(knowledge, cover),
        *_inherited("down")(knowledge, cover),
        *_quantity("flown")(knowledge, cover),
        *on_board,
    ]
    if proofs:
        yield Fact(cover.id, "flew", "yes", proofs[0].source)
    elif "flown" in f"{cover.name} {' '.join(c.value for c in cover.features)}".casefold():
        yield Fact(cover.id, "flew", "yes", cover.source)


def _pads(_: Knowledge, mission: Mission) -> Iterator[Fact]:
    if mission.launch is not None and mission.launch.pad is not None:
        source = mission.launch.source or mission.source
        yield Fact(mission.id, "pad", mission.launch.pad, source)


def _expeditions_aboard(knowledge: Knowledge, mission: Mission) -> Iterator[Fact]:
    """The expeditions whose dates overlap the ship's stay: derived from both."""
    stay = stay_of(mission)
    if stay is None:
        return
    begin, finish = stay
    for expedition in knowledge.all(Expedition):
        if not expedition.begin:
            continue
        first = preferred(expedition.begin).value
        last = preferred(expedition.finish).value if expedition.finish else None
        starts_in_time = finish is None or first.start < finish.end
        ends_in_time = last is None or begin.start < last.end
        if starts_in_time and ends_in_time:
            yield Fact(
                mission.id,
                "expeditions_aboard",
                expedition.id,
                tuple(dict.fromkeys((*mission.source, *expedition.source))),
                inferred=True,
                derived_from=(f"{mission.id}.arrived", f"{expedition.id}.begun"),
            )


def _covers_of(knowledge: Knowledge, mission: Mission) -> Iterator[Fact]:
    for cover in knowledge.all(Cover):
        for fact in _about(knowledge, cover):
            if fact.value == mission.id and cover.kind != "consignment":
                yield Fact(mission.id, "covers", cover.id, fact.source)


# --- programmes, variants and the rest -----------------------------------------------------------


def _flights(knowledge: Knowledge, record: Record) -> Iterator[Fact]:
    """How many flights are recorded here: a closed list, so a count is a fact."""
    missions = [
        mission
        for mission in knowledge.all(Mission)
        if record.id in {mission.programme, mission.variant}
    ]
    if missions:
        source = tuple(dict.fromkeys(s for mission in missions for s in mission.source))
        yield Fact(
            record.id,
            "flights",
            Count.of(len(missions)),
            source[:2],
            derived_from=tuple(mission.id for mission in missions),
        )


def _edge_mission(name: str, index: int) -> Reader:
    """A reader for the first or the last flight of a programme or variant."""

    def read(knowledge: Knowledge, record: Record) -> Iterator[Fact]:
        missions = [
            mission
            for programme in knowledge.all(Programme)
            for mission in knowledge.missions_of(programme.id)
            if record.id in {mission.programme, mission.variant}
        ]
        if missions:
            mission = missions[index]
            yield Fact(
                record.id,
                name,
                mission.id,
                mission.source,
                derived_from=(f"{mission.id}.launched",),
            )

    return read


def _first_launch(name: str) -> Reader:
    """A reader for a first flight: as recorded, else derived from the flights on record here."""

    def read(knowledge: Knowledge, programme: Programme) -> Iterator[Fact]:
        claimed = list(facts_of_claims(programme, name, getattr(programme, name)))
        missions = knowledge.missions_of(programme.id) if programme.supplies_iss else []
        if claimed or not missions:
            yield from claimed
            return
        for fact in facts_of(knowledge, missions[0], "launched")[:1]:
            derived = (f"{missions[0].id}.launched",)
            yield replace(
                fact, subject=programme.id, field=name, inferred=True, derived_from=derived
            )

    return read


def _variants(knowledge: Knowledge, programme: Programme) -> Iterator[Fact]:
    for variant in knowledge.all(Variant):
        if variant.programme == programme.id:
            yield Fact(programme.id, "variants", variant.id, variant.source)


def _practice(name: str, what: str, attribute: str) -> Reader:
    """A reader for a practice of a programme: its usual cachet makers or postmark places."""

    def read(knowledge: Knowledge, programme: Programme) -> Iterator[Fact]:
        for practice in _practices_for(knowledge, programme, what):
            value = getattr(practice, attribute)
            if value is not None:
                yield Fact(
                    programme.id,
                    name,
                    value,
                    practice.source,
                    entry=practice.id,
                    note=_practice_note(practice),
                )

    return read


def _practices_for(knowledge: Knowledge, thing: Record, what: str) -> list[Practice]:
    """The practices of a line or of one flight, the main ones first.

    A practice that names the flight counts before one of its whole line for the same event; one
    that names certain flights of a line is not told of the others.
    """
    ranked = {"main": 0, "also": 1, "secondary": 2}
    found = [practice for practice in knowledge.all(Practice) if practice.what == what]
    if isinstance(thing, Mission):
        own = [p for p in found if thing.id in p.about]
        events = {p.event for p in own}
        general = [
            p
            for p in found
            if set(p.about) <= {thing.programme, thing.variant} and p.event not in events
        ]
        found = own + general
    else:
        found = [p for p in found if thing.id in p.about]
    return sorted(found, key=lambda practice: ranked[practice.role])


def _practice_events(knowledge: Knowledge, thing: Record) -> Iterator[Fact]:
    for practice in _practices_for(knowledge, thing, "postmarks"):
        if practice.event is not None:
            yield Fact(thing.id, "practice_event", practice.event, practice.source, practice.id)


def _practice_note(practice: Practice) -> str | None:
    parts = [practice.event, "mainly" if practice.role == "main" else None]
    parts.append("secondary" if practice.role == "secondary" else None)
    parts.append("by rule" if practice.status == "by rule" else None)
    parts.append(practice.note)
    return ", ".join(part for part in parts if part) or None


def _active(_: Knowledge, party: Party) -> Iterator[Fact]:
    for number, active in enumerate(party.active):
        source = active.source or party.source
        yield Fact(party.id, "active", active.what, source, entry=f"active-{number}")


def _crew(_: Knowledge, expedition: Expedition) -> Iterator[Fact]:
    for member in expedition.crew:
        source = member.source or expedition.source
        note = member.part or member.role
        yield Fact(expedition.id, "crew", member.person, source, note=note)


def _expeditions(knowledge: Knowledge, person: Person) -> Iterator[Fact]:
    for expedition in knowledge.expeditions_of.get(person.id, []):
        yield Fact(person.id, "expeditions", expedition.id, expedition.source)


def _person_stays(name: str, attribute: str) -> Reader:
    def read(_: Knowledge, person: Person) -> Iterator[Fact]:
        for number, stay in enumerate(person.stays):
            yield from facts_of_claims(
                person, name, getattr(stay, attribute), stay.source, entry=f"stay-{number}"
            )

    return read


# --- the table ----------------------------------------------------------------------------------

QUANTITIES = (
    "issued",
    "flown",
    "marked",
    "postmarked",
    "signed",
    "numbered",
    "returned",
    "designs",
)
_PARTIES = frozenset({"party", "person"})
_MISSION = frozenset({"mission", "programme", "variant"})  # a line stands for its flights
_PLACES = frozenset({"place", "station"})
_ABOARD = frozenset({"person", "expedition"})


def _thing(kind: str, name: str, topic: str, read: Reader, accepts: frozenset[str]) -> Field:
    group = {
        "strike_place": "strike",
        "signed_by": "signing",
        "port": "stay",
        "postmark_places": "practice",
    }.get(name, "")
    return Field(name, kind, topic, "thing", read, accepts, group)


_TABLE: tuple[Field, ...] = (
    # covers: how many
    Field("issued", "cover", "issue", "quantity", _quantity("issued")),
    Field("flown", "cover", "fly", "quantity", _quantity("flown")),
    Field("marked", "cover", "mark", "quantity", _quantity("marked")),
    Field("postmarked", "cover", "postmark", "quantity", _quantity("postmarked")),
    Field("signed", "cover", "sign", "quantity", _quantity("signed")),
    Field("numbered", "cover", "number", "quantity", _quantity("numbered")),
    Field("returned", "cover", "return", "quantity", _quantity("returned")),
    Field("designs", "cover", "make", "quantity", _quantity("designs")),
    Field("quantity", "cover", "quantity", "quantity", _any_quantity),
    Field("covers_inside", "cover", "contain", "quantity", _claims("covers_inside")),
    # covers: by whom, for what
    _thing("cover", "issuer", "issue", _claims("issuer"), _PARTIES),
    _thing("cover", "maker", "make", _claims("maker"), _PARTIES),
    _thing("cover", "servicer", "service", _claims("servicer"), _PARTIES),
    _thing("cover", "by_party", "by", _by_party, _PARTIES),
    _thing(
        "cover",
        "commemorates",
        "commemorate",
        _plain("commemorates"),
        frozenset({"mission", "programme", "variant", "expedition", "station", "module"}),
    ),
    _thing("cover", "about", "about", _about, frozenset({"mission", "programme", "variant"})),
    _thing("cover", "contains", "contain", _plain("contains"), frozenset({"cover"})),
    _thing("cover", "held_in", "held", _folders, frozenset({"cover"})),
    # covers: the way up and down
    _thing("cover", "up", "fly", _inherited("up"), _MISSION),
    _thing("cover", "down", "return recover", _inherited("down"), _MISSION),
    Field("up_day", "cover", "fly launch", "day", _up_days),
    Field("return_day", "cover", "return end", "day", _leg_days("return_day", "landed")),
    _thing("cover", "return_place", "return end", _return_places, _PLACES),
    Field("recovered_day", "cover", "recover", "day", _leg_days("recovered_day", "recovered")),
    _thing("cover", "carried_in", "store", _carried_in, frozenset({"module", "term", "mission"})),
    # covers: what is on them
    Field(
        "signed_by",
        "cover",
        "sign",
        "thing",
        _signed_by,
        frozenset({"person", "expedition"}),
        "signing",
    ),
    Field("signed_day", "cover", "sign", "day", _signed_days, group="signing"),
    _thing("cover", "marks", "mark", _marks, frozenset({"mark"})),
    _thing("cover", "strike_place", "postmark", _strike_places, _PLACES),
    Field("strike_day", "cover", "postmark", "day", _strike_days, group="strike"),
    Field("strike_event", "cover", "postmark", "text", _strike_events, group="strike"),
    Field("flew", "cover", "flew", "text", _flew),
    Field("form", "cover", "form", "text", _form),
    Field(
        "any_day",
        "cover",
        "happen",
        "day",
        _any_day(("strike_day", "return_day", "recovered_day", "signed_day")),
    ),
    Field("event", "cover", "event", "text", _plain("event")),
    Field("features", "cover", "feature", "text", _claims("features")),
    Field("numbering", "cover", "number", "text", _claims("numbering")),
    # missions
    Field("launched", "mission", "launch fly", "day", _launch("launched", "at")),
    Field("vehicle", "mission", "vehicle", "text", _launch("vehicle", "vehicle")),
    _thing("mission", "launch_site", "launch fly", _launch("launch_site", "site"), _PLACES),
    Field(
        "captured",
        "mission",
        "capture",
        "day",
        _stays("captured", "captured", slice(0, 1)),
        group="stay",
    ),
    Field("arrived", "mission", "arrive", "day", _stays("arrived", "at", slice(0, 1))),
    _thing("mission", "port", "arrive", _ports, frozenset({"port", "module"})),
    Field("how_attached", "mission", "attach arrive", "text", _how_attached),
    Field("departed", "mission", "depart", "day", _stays("departed", "until", slice(-1, None))),
    Field("ended", "mission", "end return", "day", _end("ended", "at")),
    _thing("mission", "end_place", "end return", _end("end_place", "place"), _PLACES),
    Field("end_how", "mission", "end return", "text", _end("end_how", "how")),
    Field("at_station", "mission", "stay", "interval", _at_station, _ABOARD, "stay"),
    Field(
        "any_day",
        "mission",
        "happen",
        "day",
        _any_day(("launched", "captured", "arrived", "departed", "ended")),
        group="happen",
    ),
    Field("pad", "mission", "pad", "text", _pads),
    _thing("mission", "people_aboard", "aboard", _people_aboard, frozenset({"person"})),
    _thing("mission", "crew", "crew", _plain("crew"), frozenset({"person"})),
    Field("outcome", "mission", "outcome", "text", _claims("outcome")),
    Field("reason", "mission", "reason outcome", "text", _claims("reason")),
    Field("ship_name", "mission", "name", "text", _claims("ship_name")),
    Field("nasa_number", "mission", "number", "text", _plain("nasa_number")),
    Field("serial", "mission", "serial", "text", _claims("serial")),
    _thing("mission", "operator", "operate", _claims("operator"), _PARTIES),
    _thing("mission", "programme", "programme", _plain("programme"), frozenset({"programme"})),
    _thing("mission", "variant", "variant", _plain("variant"), frozenset({"variant"})),
    Field("cargo_up", "mission", "cargo", "quantity", _cargo("cargo_up", "up")),
    Field("cargo_down", "mission", "cargo_down", "quantity", _cargo("cargo_down", "down")),
    Field("docked_for", "mission", "arrive", "duration", _docked_for),
    Field(
        "flight_time", "mission", "fly end", "duration", _span("flight_time", "launched", "ended")
    ),
    _thing(
        "mission", "expeditions_aboard", "aboard", _expeditions_aboard, frozenset({"expedition"})
    ),
    _thing("mission", "covers", "covers", _covers_of, frozenset({"cover"})),
    # programmes
    Field("capacity", "programme", "capacity", "quantity", _claims("capacity")),
    Field("flights", "programme", "flights", "quantity", _flights),
    Field("first_flight", "programme", "first launch fly", "day", _claims("first_flight")),
    Field("first_iss_flight", "programme", "first", "day", _first_launch("first_iss_flight")),
    _thing("programme", "first_mission", "first", _edge_mission("first_mission", 0), _MISSION),
    _thing("programme", "last_mission", "last", _edge_mission("last_mission", -1), _MISSION),
    Field("ended", "programme", "end", "day", _claims("ended")),
    _thing("programme", "manufacturer", "build", _claims("manufacturer"), _PARTIES),
    _thing("programme", "operator", "operate fly", _claims("operator"), _PARTIES),
    Field("other_names", "programme", "name", "text", _plain("other_names", "names")),
    Field("attaches", "programme", "attach", "text", _claims("attaches")),
    Field("reusable", "programme", "", "yesno", _claims("reusable")),
    Field("returns_cargo", "programme", "return", "yesno", _claims("returns_cargo")),
    _thing("programme", "variants", "variant", _variants, frozenset({"variant"})),
    _thing(
        "programme",
        "cachet_makers",
        "make by",
        _practice("cachet_makers", "cachets", "party"),
        _PARTIES,
    ),
    _thing(
        "programme",
        "postmark_places",
        "postmark",
        _practice("postmark_places", "postmarks", "place"),
        _PLACES,
    ),
    Field("practice_event", "programme", "", "text", _practice_events, group="practice"),
    _thing(
        "mission",
        "postmark_places",
        "",
        _practice("postmark_places", "postmarks", "place"),
        _PLACES,
    ),
    Field("practice_event", "mission", "", "text", _practice_events, group="practice"),
    # variants
    _thing("variant", "programme", "programme", _plain("programme"), frozenset({"programme"})),
    Field("introduced", "variant", "first", "day", _claims("introduced")),
    Field("retired", "variant", "end", "day", _claims("retired")),
    Field("flights", "variant", "flights", "quantity", _flights),
    Field("capacity", "variant", "capacity", "quantity", _claims("capacity")),
    Field("changed", "variant", "change", "text", _claims("changed")),
    _thing("variant", "first_mission", "first", _edge_mission("first_mission", 0), _MISSION),
    _thing("variant", "last_mission", "last", _edge_mission("last_mission", -1), _MISSION),
    # parties, people, places, expeditions, marks, terms
    Field("roles", "party", "role", "text", _plain("roles")),
    Field("place", "party", "place", "text", _claims("place")),
    Field("part_of", "party", "part_of", "text", _claims("part_of")),
    Field("active", "party", "work", "text", _active),
    Field("agency", "person", "operate", "text", _claims("agency")),
    _thing("person", "expeditions", "expedition", _expeditions, frozenset({"expedition"})),
    Field(
        "aboard_from",
        "person",
        "aboard arrive launch fly first",
        "day",
        _person_stays("aboard_from", "begin"),
    ),
    Field("aboard_to", "person", "depart return end", "day", _person_stays("aboard_to", "finish")),
    Field("at_station", "person", "stay", "interval", _person_times, group="stay"),
    Field("at_station", "expedition", "stay", "interval", _expedition_time),
    _thing("expedition", "crew", "crew", _crew, frozenset({"person"})),
    Field("begun", "expedition", "first", "day", _claims("begun", "begin")),
    Field("over", "expedition", "end", "day", _claims("over", "finish")),
    Field("role", "module", "role", "text", _claims("role")),
    Field("country", "place", "place", "text", _plain("country")),
    Field("role", "place", "role", "text", _claims("role")),
    Field("opened", "place", "first", "day", _claims("opened")),
    Field("closed", "place", "end", "day", _claims("closed")),
    Field("looks", "mark", "look", "text", _claims("looks")),
    Field("begun", "mark", "first launch", "day", _claims("begun", "begin")),
    Field("over", "mark", "end", "day", _claims("over", "finish")),
    Field("definition", "term", "define", "text", _claims("definition")),
)

FIELDS: dict[tuple[str, str], Field] = {(field.kind, field.name): field for field in _TABLE}


def fields_of(kind: str) -> list[Field]:
    """Every field that can be asked of a kind of thing."""
    return [field for field in _TABLE if field.kind == kind]


def facts_of(knowledge: Knowledge, record: Record, name: str) -> list[Fact]:
    """The facts of one field of a thing; empty where nothing is recorded."""
    field = FIELDS.get((record.kind_of_thing, name))
    return list(field.read(knowledge, record)) if field else []
