"""Readers of covers: how many, which way they went, and what is on them.

A member of a consignment inherits what is recorded of the consignment: its way up and down, its
strikes, marks and signatures. A lot is some pieces of an item: what it tells is true of those only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from bot.knowledge.base import Knowledge
from bot.knowledge.facts import Fact, Reader, facts_of_claims, gathered, merged, plain
from bot.knowledge.reading.missions import EVENTS, arrived, ended, launched, on
from bot.knowledge.records import Cover, Leg, Lot, Mission, Party, Signing, Station, Strike
from bot.knowledge.values import Day

E = TypeVar("E", Strike, Signing)

_ISS = "iss"  # the station that every flight on record here went to


def _with_consignments(knowledge: Knowledge, cover: Cover) -> list[Cover]:
    """The item itself and what it travelled in."""
    return [cover, *knowledge.consignments_of(cover)]


# --- how many -------------------------------------------------------------------------------------


def lots_of(knowledge: Knowledge, cover: Cover) -> list[Lot]:
    """The lots of an item: those written with it, and those of its consignments that name it."""
    if cover.kind == "consignment":  # lots of a member are told of the member
        return [lot for lot in cover.lots if lot.origin is not None]
    found = list(cover.lots)
    for consignment in knowledge.consignments_of(cover):
        found += [lot for lot in consignment.lots if cover.id in {lot.within, lot.beside}]
    return found


def quantity(of: str) -> Reader:
    """A reader for one kind of quantity: of the item, and of its lots."""

    def read(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
        for recorded in cover.quantities:
            if recorded.of == of:
                source = recorded.source or cover.source
                yield Fact(cover.id, of, recorded.count, source, note=recorded.note)
        for lot in lots_of(knowledge, cover):
            if lot.count is not None and of in _counted_as(lot):
                source = lot.source or cover.source
                yield Fact(cover.id, of, lot.count, source, lot=lot.id, note=lot.note)

    return read


def _counted_as(lot: Lot) -> Iterator[str]:
    """The kinds of quantity that the count of a lot is one of."""
    if lot.marked:
        yield "marked"
    if any(strike.place == "iss" for strike in lot.strikes):
        yield "postmarked"
    if lot.signed:
        yield "signed"


# --- strikes, signatures, marks -------------------------------------------------------------------


@dataclass(frozen=True)
class _Entry(Generic[E]):
    """A strike or signing of an item: on every piece of it, or on those of one lot."""

    what: E
    id: str
    lot: str  # "" for the whole item
    source: tuple[str, ...]


def _entries(
    knowledge: Knowledge, cover: Cover, name: str, of: Callable[[Cover | Lot], Sequence[E]]
) -> Iterator[_Entry[E]]:
    """The entries of an item, of what it travelled in, and of its lots; `of` gives those of one."""
    for holder in _with_consignments(knowledge, cover):
        for number, what in enumerate(of(holder)):
            yield _Entry(what, f"{holder.id}/{name}-{number}", "", what.source or holder.source)
    for lot in lots_of(knowledge, cover):
        for number, what in enumerate(of(lot)):
            yield _Entry(what, f"{lot.id}/{name}-{number}", lot.id, what.source or cover.source)


def _strikes(knowledge: Knowledge, cover: Cover) -> Iterator[_Entry[Strike]]:
    return _entries(knowledge, cover, "strike", lambda holder: holder.strikes)


def _signings(knowledge: Knowledge, cover: Cover) -> Iterator[_Entry[Signing]]:
    return _entries(knowledge, cover, "signing", lambda holder: holder.signed)


def strike_places(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """The places of the postmarks."""
    for entry in _strikes(knowledge, cover):
        place, note = entry.what.place, entry.what.note
        if place is not None:
            yield Fact(cover.id, "strike_place", place, entry.source, entry.id, entry.lot, note)


def strike_days(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """The days of the postmarks: as recorded, else those of the events that they mark."""
    for entry in _strikes(knowledge, cover):
        claims = entry.what.day
        yield from facts_of_claims(
            cover, "strike_day", claims, entry.source, entry=entry.id, lot=entry.lot
        )
        if not claims:
            yield from _day_of_event(knowledge, cover, entry)


def _day_of_event(knowledge: Knowledge, cover: Cover, entry: _Entry[Strike]) -> Iterator[Fact]:
    """The day of the mission event that a strike is known to mark: inferred."""
    marked = entry.what.day_of
    mission = knowledge.get(marked.mission) if marked else None
    if marked is None or mission is None:
        return
    for fact in EVENTS[marked.event](knowledge, mission):
        if isinstance(fact.value, Day):
            yield Fact(
                cover.id,
                "strike_day",
                fact.value.whole_day(),
                (*entry.source, *fact.source),
                entry.id,
                entry.lot,
                inferred=True,
                derived_from=(f"{mission.id}.{fact.field}",),
            )


def strike_events(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """What the postmarks mark: launch, docking, return ..."""
    for entry in _strikes(knowledge, cover):
        event = entry.what.event
        if event:
            yield Fact(cover.id, "strike_event", event, entry.source, entry.id, entry.lot)


def signed_by(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """Who signed: people, whole crews, or somebody whom the source does not name."""
    for entry in _signings(knowledge, cover):
        signing = entry.what
        note = "signed and inscribed" if signing.inscribed else signing.note
        for signer in (*signing.people, *signing.crew, signing.others):
            if signer:
                yield Fact(cover.id, "signed_by", signer, entry.source, entry.id, entry.lot, note)


def signer_roles(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """Whether a crew signed, or members of one: "crew"; nothing of anybody else."""
    for entry in _signings(knowledge, cover):
        signing = entry.what
        if signing.people or signing.crew or signing.others_flew:
            source = entry.source
            yield Fact(cover.id, "signer_role", "crew", source, entry.id, entry.lot, inferred=True)


def signed_days(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """The days of the signatures."""
    for entry in _signings(knowledge, cover):
        yield from facts_of_claims(
            cover, "signed_day", entry.what.day, entry.source, entry=entry.id, lot=entry.lot
        )


def marks(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """The seals and handstamps on it: those recorded as such, those of lots, those of strikes."""
    for holder in _with_consignments(knowledge, cover):
        for struck in holder.marks:
            source = struck.source or holder.source
            yield Fact(cover.id, "marks", struck.mark, source, note=struck.note)
    for lot in lots_of(knowledge, cover):
        for mark in lot.marked:
            yield Fact(cover.id, "marks", mark, lot.source or cover.source, lot=lot.id)
    for entry in _strikes(knowledge, cover):
        if entry.what.mark is not None:
            yield Fact(cover.id, "marks", entry.what.mark, entry.source, entry.id, entry.lot)


def maker_countries(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """The countries of those who issued, made or serviced it, where they are recorded."""
    for name in ("issuer", "maker", "servicer"):
        for fact in facts_of_claims(cover, name, getattr(cover, name)):
            party = knowledge.get(str(fact.value))
            if isinstance(party, Party) and party.country is not None:
                source = merged(fact.source, party.source)
                yield Fact(cover.id, "maker_country", party.country, source, inferred=True)


# --- the way up and down --------------------------------------------------------------------------


def _way(name: str) -> Reader:
    """A reader for the flight `up` or `down`: the item's own, else that of what it travelled in."""

    def read(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
        for holder in _with_consignments(knowledge, cover):
            claims = getattr(holder, name)
            if claims:
                yield from facts_of_claims(cover, name, claims, holder.source)
                return

    return read


def _way_or_craft(name: str, stage: str) -> Reader:
    """A reader for the flight; the name of the craft where it was one that has no record here."""
    recorded = _way(name)

    def read(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
        found = list(recorded(knowledge, cover))
        if not found:
            for leg, source in _legs(knowledge, cover):
                if leg.stage == stage and leg.craft is not None:
                    found.append(Fact(cover.id, name, leg.craft, source, note=leg.note))
        yield from found

    return read


up = _way_or_craft("up", "launched")
down = _way_or_craft("down", "landed")


def reached(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """The stations that it came to: by a step, by a flight that arrived, by a mark struck there."""
    told = False
    for leg, source in _legs(knowledge, cover):
        if leg.stage == "arrived" and _is_station(knowledge, leg):
            told = True
            yield Fact(cover.id, "reached", leg.place or "", source)
    for flight in up(knowledge, cover) if not told else ():
        mission = knowledge.get(str(flight.value))
        if isinstance(mission, Mission):
            for fact in list(arrived(knowledge, mission))[:1]:
                source = merged(flight.source, fact.source)
                derived = (f"{mission.id}.arrived",)
                told = True
                yield Fact(cover.id, "reached", _ISS, source, inferred=True, derived_from=derived)
    for fact in strike_places(knowledge, cover) if not told else ():
        if isinstance(knowledge.get(str(fact.value)), Station):  # struck there, so it was there
            yield Fact(cover.id, "reached", fact.value, fact.source, inferred=True)


def _is_station(knowledge: Knowledge, leg: Leg) -> bool:
    return leg.place is not None and isinstance(knowledge.get(leg.place), Station)


def up_days(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """The launch days of the flights that took a cover up: of those on record, derived."""
    yield from _leg_days("up_day", "launched")(knowledge, cover)
    for flight in up(knowledge, cover):
        mission = knowledge.get(str(flight.value))
        if isinstance(mission, Mission):
            for fact in list(launched(knowledge, mission))[:1]:
                source = merged(flight.source, fact.source)
                derived = (f"{mission.id}.launched",)
                yield Fact(
                    cover.id, "up_day", fact.value, source, inferred=True, derived_from=derived
                )


def _legs(knowledge: Knowledge, cover: Cover) -> Iterator[tuple[Leg, tuple[str, ...]]]:
    """Every step of the way of an item and of what it travelled in, with its source."""
    for holder in _with_consignments(knowledge, cover):
        for leg in holder.legs:
            yield leg, leg.source or holder.source


def _leg_days(name: str, stage: str, *, noted: bool = False) -> Reader:
    """A reader for the day of one stage of the way, with the note on that stage where asked."""

    def read(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
        for leg, source in _legs(knowledge, cover):
            if leg.stage == stage:
                for fact in facts_of_claims(cover, name, leg.day, source):
                    yield replace(fact, note=fact.note or leg.note) if noted else fact

    return read


_landed_days = _leg_days("return_day", "landed")


def return_days(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """When it came down; where that is not told, when the ship did that brought it: derived."""
    told = list(_landed_days(knowledge, cover))
    yield from told or _of_the_ship_home(knowledge, cover, "return_day", ended)


def _of_the_ship_home(
    knowledge: Knowledge, cover: Cover, name: str, read: Reader
) -> Iterator[Fact]:
    """What a reader tells of the ship that brought a cover down, as a field of the cover."""
    for flight in down(knowledge, cover):
        mission = knowledge.get(str(flight.value))
        for fact in read(knowledge, mission) if isinstance(mission, Mission) else ():
            source = merged(flight.source, fact.source)
            derived = (f"{flight.value}.{fact.field}",)
            yield Fact(cover.id, name, fact.value, source, inferred=True, derived_from=derived)


recovered_days = _leg_days("recovered_day", "recovered")
packed_days = _leg_days("packed_day", "packed", noted=True)
loaded_days = _leg_days("loaded_day", "loaded", noted=True)
stored_days = _leg_days("stored_day", "stored", noted=True)


def carried_by(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """Who took it out of the ship or into the station by hand."""
    for leg, source in _legs(knowledge, cover):
        if leg.person is not None:
            yield Fact(cover.id, "carried_by", leg.person, source, note=leg.note)


def _was_handed_over(knowledge: Knowledge, leg: Leg) -> bool:
    """Whether a step is the arrival of the covers at their end on the ground."""
    there = leg.stage == "arrived" and leg.place is not None
    return there and not _is_station(knowledge, leg)


def handed_days(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """When it was handed over to those who had sent it."""
    for leg, source in _legs(knowledge, cover):
        if _was_handed_over(knowledge, leg):
            yield from facts_of_claims(cover, "handed_day", leg.day, source)


def handed_places(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """Where it was handed over."""
    for leg, source in _legs(knowledge, cover):
        if _was_handed_over(knowledge, leg):
            yield Fact(cover.id, "handed_place", str(leg.place), source, note=leg.note)


def return_places(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """Where it came down; where that is not told, where the ship did that brought it: derived."""
    told = [(leg, source) for leg, source in _legs(knowledge, cover) if leg.stage == "landed"]
    places = [Fact(cover.id, "return_place", leg.place, s) for leg, s in told if leg.place]
    yield from places or _of_the_ship_home(knowledge, cover, "return_place", _end_place)


_end_place = on("end", "end_place", "place")


def carried_in(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """In what it was carried and stored: a module, a ship, a bag."""
    for leg, source in _legs(knowledge, cover):
        if leg.within:
            yield Fact(cover.id, "carried_in", leg.within, source)


def bag_number(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """The number of the bag that it was packed in."""
    for leg, source in _legs(knowledge, cover):
        if leg.bag_number is not None:
            yield Fact(cover.id, "bag_number", leg.bag_number, source)


def flew(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """That it was in space: by its flight, its figures, its marks, or its very name."""
    proofs = list(gathered(up, down, quantity("flown"))(knowledge, cover))
    proofs += [fact for fact in strike_places(knowledge, cover) if fact.value == "iss"]
    if proofs:
        yield Fact(cover.id, "flew", "yes", proofs[0].source)
    elif "flown" in f"{cover.name} {' '.join(c.value for c in cover.features)}".casefold():
        yield Fact(cover.id, "flew", "yes", cover.source)


# --- what it is, and for what ---------------------------------------------------------------------


def form(_: Knowledge, cover: Cover) -> Iterator[Fact]:
    """What one piece is: cover, card, folder, letter or sheet."""
    yield Fact(cover.id, "form", cover.piece_form, cover.source)


def held_in(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """The folders that hold it."""
    for folder in knowledge.holders_of(cover):
        yield Fact(cover.id, "held_in", folder.id, folder.source)


def about(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """The missions and programmes of a cover: made for, gone up on, or postmarked for them."""
    seen: set[str] = set()
    for fact in gathered(plain("commemorates"), up, _struck_for)(knowledge, cover):
        if fact.value not in seen:
            seen.add(str(fact.value))
            yield Fact(cover.id, "about", fact.value, fact.source)


def _struck_for(knowledge: Knowledge, cover: Cover) -> Iterator[Fact]:
    """The missions whose events a cover's postmarks mark: a CRS-6 design may bear CRS-5 marks."""
    for entry in _strikes(knowledge, cover):
        if entry.what.day_of is not None:
            yield Fact(cover.id, "struck_for", entry.what.day_of.mission, entry.source)


def sent_up_on(knowledge: Knowledge, mission: Mission) -> Iterator[Fact]:
    """The covers that went up on a mission, which are not all that were made for it."""
    for cover in knowledge.all(Cover):
        for fact in up(knowledge, cover):
            if fact.value == mission.id:
                yield Fact(mission.id, "covers_up", cover.id, fact.source)


def of_mission(knowledge: Knowledge, mission: Mission) -> Iterator[Fact]:
    """The covers of a mission; its mail is told of by the covers that travelled in it."""
    for cover in knowledge.all(Cover):
        for fact in about(knowledge, cover):
            if fact.value == mission.id and cover.kind != "consignment":
                yield Fact(mission.id, "covers", cover.id, fact.source)
