"""What a card shows about a thing, as plain values: figures first, the route, related things.

Everything comes from the field table and is worded by `bot.answers.say`; nothing here knows how
Discord draws it.
"""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.answers import say
from bot.answers.answer import Citation
from bot.answers.stating import cite
from bot.brain import Brain
from bot.knowledge.base import Knowledge
from bot.knowledge.facts import Fact
from bot.knowledge.fields import QUANTITIES, facts_of
from bot.knowledge.labels import cover_label
from bot.knowledge.reading.covers import lots_of
from bot.knowledge.records import Cover, Mission, Record
from bot.knowledge.values import Count, Day

FIGURE_WIDTH = 39  # so that a figure stays on one line of a phone
MOST_RELATED = 5
MOST_NAMED = 8
MOST_SOURCES = 5  # as many as one row of buttons holds

ACCENTS = {
    "progress": 0x2F7D4F,
    "atv": 0x1F4E9E,
    "htv": 0xC8A02C,
    "dragon": 0x5B6770,
    "cygnus": 0x7A3E9D,
    "shuttle": 0xB5542A,
}
NO_PROGRAMME = 0x4A4A4A


@dataclass(frozen=True)
class Related:
    """Another thing that a button leads to."""

    label: str
    thing: str


@dataclass(frozen=True)
class Card:
    """What a card shows; every text is plain, to be escaped by whoever draws it."""

    thing: str
    title: str
    under_title: str = ""
    figures: tuple[str, ...] = ()
    route: str = ""
    lines: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    citations: tuple[Citation, ...] = ()
    headline_citations: tuple[Citation, ...] = ()  # of the first figure alone
    accent: int = NO_PROGRAMME


@dataclass
class _Gathered:
    """What is being put on a card, with the sources of every fact used."""

    knowledge: Knowledge
    thing: Record
    figures: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    related: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    headline_sources: list[str] = field(default_factory=list)

    def facts(self, name: str, thing: Record | None = None) -> Sequence[Fact]:
        """The facts of a field, their sources noted."""
        found = facts_of(self.knowledge, thing or self.thing, name)
        self.sources += [source for fact in found for source in fact.source]
        return found

    def figure(self, label: str, *parts: str, facts: Sequence[Fact] = ()) -> None:
        """Add a figure, each part of it on as many short lines as it needs."""
        if not self.figures:
            self.headline_sources = [source for fact in facts for source in fact.source]
        for number, part in enumerate(parts):
            text = f"  {part}" if number else f"{label}: {part}"
            self.figures += textwrap.wrap(text, FIGURE_WIDTH, subsequent_indent="  ")

    def line(self, label: str, values: Iterable[str]) -> None:
        """Add a line that lists values, the first few by name; none where there are none."""
        unique = list(dict.fromkeys(values))
        if unique:
            left = len(unique) - MOST_NAMED
            more = f"; and {left} more" if left > 0 else ""
            self.lines.append(f"{label}: {'; '.join(unique[:MOST_NAMED])}{more}")

    def card(self, *, title: str, under: str, route: str, accent: int) -> Card:
        """The finished card."""
        related = [
            Related(related_label(self.knowledge, thing, self.thing.name), thing)
            for thing in dict.fromkeys(self.related)
            if thing in self.knowledge and thing != self.thing.id
        ]
        sources = list(dict.fromkeys(self.sources))[:MOST_SOURCES]
        return Card(
            thing=self.thing.id,
            title=title,
            under_title=under,
            figures=tuple(self.figures),
            route=route,
            lines=tuple(self.lines),
            related=tuple(related[:MOST_RELATED]),
            citations=tuple(cite(self.knowledge, source) for source in sources),
            headline_citations=tuple(
                cite(self.knowledge, source) for source in dict.fromkeys(self.headline_sources)
            ),
            accent=accent,
        )


def related_label(knowledge: Knowledge, thing: str, on_card_of: str = "") -> str:
    """What a button to another thing is called; the card's own name is not repeated."""
    return say.name(knowledge, thing).removeprefix(f"{on_card_of}: ")


def thing_called(brain: Brain, name: str, kinds: frozenset[str]) -> str | None:
    """The one thing of these kinds that was picked (by its id) or typed exactly; else None."""
    if name in brain.knowledge and brain.knowledge.thing(name).kind_of_thing in kinds:
        return name
    found = [
        thing
        for thing in brain.names.things_named(name)
        if brain.knowledge.thing(thing).kind_of_thing in kinds
    ]
    return found[0] if len(found) == 1 else None


def card_of(brain: Brain, thing_id: str) -> Card:
    """The card of any thing; a KeyError where nothing has that id."""
    knowledge = brain.knowledge
    record = knowledge.thing(thing_id)
    if isinstance(record, Mission):
        return _mission_card(knowledge, record)
    if isinstance(record, Cover):
        return _cover_card(knowledge, record)
    return _other_card(brain, record)


# --- missions -------------------------------------------------------------------------------------

_ENDS = {"reentry": "Burned up", "splashdown": "Splashed down", "landing": "Landed", "lost": "Lost"}
_ARRIVALS = {"docked": "Docked", "berthed": "Berthed"}
_OUTCOMES = {"success": "success", "partial": "partial success", "lost": "lost"}


def _mission_card(knowledge: Knowledge, mission: Mission) -> Card:
    card = _Gathered(knowledge, mission)
    ends = [_ENDS.get(str(fact.value), "Ended") for fact in card.facts("end_how")]
    arrivals = [_ARRIVALS.get(str(fact.value), "Arrived") for fact in card.facts("how_attached")]
    labels = {
        "launched": "Launched",
        "captured": "Captured",
        "arrived": arrivals[0] if arrivals else "Arrived",
        "departed": "Departed",
        "ended": ends[0] if ends else "Ended",
    }
    for name, label in labels.items():
        facts = card.facts(name)
        if facts:
            card.figure(label, *one_value(knowledge, facts), facts=facts)
    for fact in card.facts("outcome"):
        card.figure("Outcome", _OUTCOMES.get(str(fact.value), str(fact.value)))
    _add_covers_of_mission(card, mission)
    card.line("Reason", (str(fact.value) for fact in card.facts("reason")))
    card.line("Launch vehicle", (str(fact.value) for fact in card.facts("vehicle")))
    card.line("On board then", _names(knowledge, card.facts("expeditions_aboard")))
    first_covers = list(dict.fromkeys(card.related))[: MOST_RELATED - 1]
    card.related = [*first_covers, mission.programme]
    return card.card(
        title=say.mission_name(mission),
        under=_also_known(mission),
        route=_mission_route(card),
        accent=ACCENTS.get(mission.programme, NO_PROGRAMME),
    )


def _add_covers_of_mission(card: _Gathered, mission: Mission) -> None:
    """The covers made for a mission, gone up on it, and brought down by it."""
    mail = [
        cover
        for cover in card.knowledge.all(Cover)
        if cover.kind == "consignment" and any(claim.value == mission.id for claim in cover.up)
    ]
    card.line("Mail", (cover.name for cover in mail))
    card.related += [cover.id for cover in mail]
    for label, relation in (
        ("Made for it", "commemorates"),
        ("Flown on it", "up"),
        ("Brought down by it", "down"),
    ):
        covers = [
            cover
            for cover in card.knowledge.all(Cover)
            if cover.kind != "consignment"
            and any(f.value == mission.id for f in facts_of(card.knowledge, cover, relation))
        ]
        if covers:
            card.figure(label, f"{len(covers)} on record")
            card.line(label, (cover.name for cover in covers))
            card.related += [cover.id for cover in covers]
            for cover in covers:
                card.facts(relation, cover)


def _mission_route(card: _Gathered) -> str:
    """From the launch site over the station's port to the end."""
    knowledge = card.knowledge
    ports = " and ".join(dict.fromkeys(_names(knowledge, card.facts("port"))))
    arrived = bool(facts_of(knowledge, card.thing, "arrived"))
    station = f"ISS ({ports})" if ports else "ISS" if arrived else ""
    stops = [
        *_names(knowledge, card.facts("launch_site")[:1]),
        station,
        *_names(knowledge, card.facts("end_place")[:1]),
    ]
    known = [stop for stop in stops if stop]
    return " → ".join(known) if len(known) > 1 else ""


def _also_known(record: Record) -> str:
    names = [name for name in (*record.names, *record.shared_names) if name not in record.name]
    return ", ".join(list(dict.fromkeys(names))[:MOST_NAMED])


# --- covers ---------------------------------------------------------------------------------------

_COUNTED = {
    "issued": "Issued",
    "flown": "Flown",
    "marked": "Marked on board",
    "postmarked": "Postmarked on board",
    "signed": "Signed",
    "numbered": "Numbered",
    "returned": "Returned",
    "designs": "Designs",
}


def _cover_card(knowledge: Knowledge, cover: Cover) -> Card:
    card = _Gathered(knowledge, cover)
    for name in QUANTITIES:
        _add_quantity(card, cover, name)
    if cover.kind == "specimen":
        card.figure("Known here", f"one {cover.piece_form}")
    elif cover.kind != "consignment" and not card.facts("issued"):
        card.figure("Print run", "not recorded")
    for fact in card.facts("covers_inside"):
        if isinstance(fact.value, Count):
            card.figure("Inside", say.pieces(fact.value, "cover"))
    for name, label in (
        ("issuer", "Issued by"),
        ("maker", "Cachet by"),
        ("servicer", "Serviced by"),
        ("signed_by", "Signed by"),
        ("marks", "Marks"),
    ):
        card.line(label, _names(knowledge, card.facts(name)))
    card.line("Postmarks", _strikes(card))
    card.line("Features", (str(fact.value) for fact in card.facts("features")))
    card.line("Inside", _names(knowledge, card.facts("contains")))
    card.related += [
        str(fact.value)
        for name in ("up", "commemorates", "down", "contains", "held_in", "issuer", "maker")
        for fact in card.facts(name)
    ]
    programme = _programme_of(knowledge, card.related)
    return card.card(
        title=cover_label(knowledge, cover),
        under=cover.kind if cover.kind != cover.piece_form else cover.piece_form,
        route=_cover_route(card),
        accent=ACCENTS.get(programme, NO_PROGRAMME),
    )


def _add_quantity(card: _Gathered, cover: Cover, name: str) -> None:
    """The figures of one kind: of the whole item, and of its lots beside and within."""
    lots = {lot.id: lot for lot in lots_of(card.knowledge, cover)}
    for fact in card.facts(name):
        if not isinstance(fact.value, Count):
            continue
        piece = "design" if name == "designs" else _piece(cover)
        text = say.pieces(fact.value, piece)
        lot = lots.get(fact.lot)
        if lot is not None and lot.beside:
            text = f"{text}, further pieces"
        elif lot is not None and lot.origin:
            text = f"{text}, whose is not told"
        card.figure(_COUNTED.get(name, say.capital(name)), text, facts=[fact])


def _piece(cover: Cover) -> str:
    """What one piece is called; mail is of several forms unless it says so."""
    return "piece" if cover.kind == "consignment" and cover.form is None else cover.piece_form


def _strikes(card: _Gathered) -> list[str]:
    """Each postmark with its place and its day, as far as recorded."""
    places = {fact.entry: fact for fact in card.facts("strike_place")}
    days = {fact.entry: fact for fact in card.facts("strike_day")}
    found = []
    for entry in dict.fromkeys([*places, *days]):
        place, day = places.get(entry), days.get(entry)
        words = [say.name(card.knowledge, str(place.value))] if place else []
        if day is not None and isinstance(day.value, Day):
            words.append(say.day(day.value) + (" (inferred)" if day.inferred else ""))
        found.append(", ".join(words))
    return found


def _cover_route(card: _Gathered) -> str:
    """The way up, the station, and the way down, as far as recorded."""
    up = _names(card.knowledge, card.facts("up"))
    down = _names(card.knowledge, card.facts("down"))
    if not up and not down:
        return ""
    first = f"Up on {say.listed(up)}" if up else "Way up not recorded"
    last = f"down on {say.listed(down)}" if down else "way down not recorded"
    return f"{first} → ISS → {last}"


def _programme_of(knowledge: Knowledge, things: Sequence[str]) -> str:
    for thing in things:
        record = knowledge.get(thing)
        if isinstance(record, Mission):
            return record.programme
        if thing in ACCENTS:
            return thing
    return ""


# --- everything else ------------------------------------------------------------------------------


def _other_card(brain: Brain, record: Record) -> Card:
    """A card that says what "tell me about it" says."""
    knowledge = brain.knowledge
    answer = brain.describe(record.id)
    subjects = [thing for thing in answer.subjects if thing != record.id]
    stated = [
        value
        for fact in answer.facts
        for value in (fact.value if isinstance(fact.value, list) else [fact.value])
        if isinstance(value, str) and value in knowledge
    ]
    related = [
        Related(related_label(knowledge, thing), thing)
        for thing in dict.fromkeys([*subjects, *stated])
        if thing in knowledge and thing != record.id
    ]
    return Card(
        thing=record.id,
        title=record.name,
        under_title=_also_known(record),
        lines=tuple(answer.body.split("\n")),
        related=tuple(related[:MOST_RELATED]),
        citations=answer.citations[:MOST_SOURCES],
        headline_citations=answer.citations[:1],
        accent=ACCENTS.get(record.id, NO_PROGRAMME),
    )


# --- words ----------------------------------------------------------------------------------------


def one_value(knowledge: Knowledge, facts: Sequence[Fact]) -> list[str]:
    """A day or figure; where sources disagree, each with who says so, the preferred one first."""
    distinct: dict[str, Fact] = {}
    for fact in sorted(facts, key=lambda fact: not fact.preferred):
        distinct.setdefault(_value(knowledge, fact), fact)
    if len(distinct) < 2:
        return list(distinct)
    parts: list[str] = []
    for text, fact in distinct.items():
        parts += [f"or {text}" if parts else text, f"by {_by(knowledge, fact)}"]
    return parts


def _by(knowledge: Knowledge, fact: Fact) -> str:
    return say.listed(knowledge.name_of(source) for source in fact.source[:1])


def _value(knowledge: Knowledge, fact: Fact) -> str:
    if isinstance(fact.value, Day):
        return say.day(fact.value, with_time=True)
    if isinstance(fact.value, Count):
        return say.count(fact.value)
    return say.name(knowledge, str(fact.value))


def _names(knowledge: Knowledge, facts: Iterable[Fact]) -> list[str]:
    return list(dict.fromkeys(say.name(knowledge, str(fact.value)) for fact in facts))


# --- one line -------------------------------------------------------------------------------------


def headline(card: Card) -> str:
    """A card in one sentence: the thing and its most wanted figure."""
    if not card.figures:
        return card.lines[0] if card.lines else card.title
    first, *rest = card.figures
    continued = itertools.takewhile(lambda line: line.startswith("  "), rest)
    figure = " ".join([first, *(line.strip() for line in continued)])
    return f"{card.title}. {figure}"


def citation_line(card: Card, revision: str) -> str:
    """One line to copy: the statement, its sources, and the revision of the knowledge."""
    sources = "; ".join(
        f"{citation.name} <{citation.url}>" if citation.url else citation.name
        for citation in card.headline_citations or card.citations
    )
    return f"{headline(card)}. {sources}. Flown, knowledge {revision}."
