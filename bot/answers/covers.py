"""Wording what is recorded of covers: figures, lots, postmarks, signatures, the way up and down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answers import say
from bot.answers.select import Match, Selector
from bot.knowledge.base import Knowledge
from bot.knowledge.facts import Fact
from bot.knowledge.fields import QUANTITIES, facts_of
from bot.knowledge.labels import cover_label
from bot.knowledge.reading.covers import lots_of
from bot.knowledge.records import Cover, Lot
from bot.knowledge.values import Count, Day

_WAY = {
    "up": "went up on {}",
    "up_day": "went up on {}",
    "reached": "went to {}",
    "down": "came back on {}",
    "return_day": "came back to Earth on {}",
    "return_place": "came down {}",
    "recovered_day": "recovered on {}",
    "carried_in": "travelled in {}",
    "bag_number": "travelled in bag {}",
    "packed_day": "packed {}",
    "loaded_day": "loaded {}",
    "stored_day": "stored {}",
    "carried_by": "carried into the station by {}",
    "handed_day": "handed over on {}",
    "handed_place": "handed over {}",
}
INHERITED = set(_WAY)  # what is recorded of a consignment is true of all that was in it
_NOTED = {"up", "down", "carried_by"}
_STAGES = {"packed_day", "loaded_day", "stored_day"}  # of which a note says where and how
DONE = {
    "issued": "issued",
    "flown": "flown",
    "marked": "marked on board",
    "postmarked": "postmarked on board",
    "signed": "signed",
    "numbered": "numbered",
    "returned": "returned",
    "designs": "on record as different designs",
}
_PLAIN = {
    "issuer": "issued by {}",
    "maker": "cachet by {}",
    "servicer": "serviced by {}",
    "addressee": "addressed to {}",
    "weight": "{} in all",
    "distance": "travelled {}",
    "commemorates": "made for {}",
    "about": "made for {}",
    "contains": "contains {}",
    "features": "{}",
    "numbering": "numbering: {}",
    "event": "for the {}",
}


class CoverWords:
    """Phrases on covers: each says one group of facts, without naming the cover."""

    def __init__(self, selector: Selector) -> None:
        """Word facts found by `selector`."""
        self._selector = selector
        self._knowledge: Knowledge = selector.knowledge

    def label(self, cover: Cover) -> str:
        """The name of a cover with its mission."""
        return cover_label(self._knowledge, cover)

    def phrases(self, match: Match, facts: dict[str, list[Fact]]) -> list[str]:
        """What the facts of the asked fields say, in the order of the fields."""
        cover = match.thing
        assert isinstance(cover, Cover)
        said: list[str] = []
        for name, found in facts.items():
            said += self._phrase(cover, name, found, facts)
        return list(dict.fromkeys(phrase for phrase in said if phrase))

    def _phrase(
        self, cover: Cover, name: str, found: list[Fact], facts: dict[str, list[Fact]]
    ) -> Iterable[str]:
        if not found:
            return []
        if name in QUANTITIES or name == "quantity":
            return [self._quantity(cover, fact) for fact in found]
        if name in {"strike_place", "strike_day", "strike_event"}:
            return self._strikes(cover, found)
        if name in {"signed_by", "signed_day", "signer_role"}:
            return self._signings(cover, found)
        if name in INHERITED:
            return [self._way(cover, name, found, facts)]
        if name == "marks":
            return self._marks(cover, found)
        if name == "by_party":
            return self._makers(cover, found)
        return [self._plain(cover, name, found)]

    # --- figures and lots ---------------------------------------------------------------------

    def _quantity(self, cover: Cover, fact: Fact) -> str:
        assert isinstance(fact.value, Count)
        if fact.lot:
            return self.lot(cover, fact.lot)
        kind = fact.field if fact.field in QUANTITIES else "issued"
        if kind == "designs":
            return f"{say.count(fact.value)} of different designs"
        if kind == "issued" and cover.kind == "series" and fact.value.per:
            return f"{say.pieces(fact.value, cover.piece_form)} issued"
        text = f"{say.pieces(fact.value, cover.piece_form)} {DONE[kind]}"
        if kind == "issued" and cover.covers_inside:
            inside = cover.covers_inside[0].value
            text += f", {say.small(inside.lowest)} covers each" if inside.exact else ""
        return f"{text} ({fact.note})" if fact.note and cover.kind != "consignment" else text

    def lot(self, cover: Cover, lot_id: str) -> str:
        """All that happened to the pieces of a lot, with their number."""
        lot = next(lot for lot in lots_of(self._knowledge, cover) if lot.id == lot_id)
        match = Match(cover, frozenset({lot_id}))
        happened = []
        if lot.marked:
            names = say.listed(f"the {say.name(self._knowledge, mark)}" for mark in lot.marked)
            happened.append(f"marked on board with {names}")
        if lot.strikes:
            places = self._selector.facts(match, "strike_place")
            own = [fact for fact in places if fact.lot == lot_id]
            happened += [self._strike(cover, fact) for fact in own]
        if lot.signed:
            happened.append(f"signed by {self._signers(lot)}")
        amount = say.pieces(lot.count, cover.piece_form) if lot.count else "some"
        if cover.kind == "consignment" and lot.count and lot.count.exact:
            amount = say.plural(lot.count.lowest, "piece" if lot.origin else cover.piece_form)
        unknown = " (not said whose of the mail)" if lot.origin else ""
        beside = "a further " if lot.beside else ""
        return f"{beside}{amount} {say.listed(happened) or 'recorded'}{unknown}"

    def _signers(self, lot: Lot) -> str:
        names: list[str] = []
        for signing in lot.signed:
            names += self._signer_names((*signing.people, *signing.crew), signing.others)
        return say.listed(names)

    def _signer_names(self, ids: Sequence[str], others: str | None) -> list[str]:
        crews = [i for i in ids if self._is_expedition(i)]
        names = [say.name(self._knowledge, i) for i in ids if i not in crews]
        if crews:
            numbers = [self._knowledge.name_of(crew).removeprefix("Expedition ") for crew in crews]
            word = "crew" if len(crews) == 1 else "crews"
            names.append(f"the Expedition {say.listed(numbers)} {word}")
        return names + ([others] if others else [])

    def _is_expedition(self, thing_id: str) -> bool:
        record = self._knowledge.get(thing_id)
        return record is not None and record.kind_of_thing == "expedition"

    # --- postmarks, marks, signatures ---------------------------------------------------------

    def _strikes(self, cover: Cover, found: list[Fact]) -> list[str]:
        entries = dict.fromkeys(fact.entry for fact in found)
        firsts = {entry: next(f for f in found if f.entry == entry) for entry in entries}
        said = []
        for fact in firsts.values():
            strike = self._strike(cover, fact)
            amount = self._lot_count(cover, fact.lot)
            said.append(f"{amount}{strike}")
        return said

    def _strike(self, cover: Cover, fact: Fact) -> str:
        """One postmark: where, when, for which event."""
        places = self._of_entry(cover, "strike_place", fact.entry)
        days = self._of_entry(cover, "strike_day", fact.entry)
        events = self._of_entry(cover, "strike_event", fact.entry)
        where = say.listed(self._place(str(place.value)) for place in places)
        when = " or ".join(say.day(day.value) for day in days if isinstance(day.value, Day))
        inferred = ", inferred from the day of the event" if any(d.inferred for d in days) else ""
        event = f" ({events[0].value}{inferred})" if events else inferred and f" ({inferred[2:]})"
        text = "postmarked"
        text += f" {where}" if where else " at a place that is not recorded"
        text += f" on {when}" if when else ""
        return text + event

    def _place(self, place: str) -> str:
        if place == "iss":
            return "on board the ISS"
        return f"at {say.name(self._knowledge, place)}"

    def _of_entry(self, cover: Cover, name: str, entry: str) -> list[Fact]:
        return [f for f in facts_of(self._knowledge, cover, name) if f.entry == entry]

    def _signings(self, cover: Cover, found: list[Fact]) -> list[str]:
        said = []
        by_crew = {fact.entry for fact in found if fact.field == "signer_role"}
        if by_crew:
            signers = facts_of(self._knowledge, cover, "signed_by")
            found = [fact for fact in signers if fact.entry in by_crew]
        for lot_id in dict.fromkeys(fact.lot for fact in found):
            if lot_id:
                said.append(self.lot(cover, lot_id))
                continue
            ids = [str(f.value) for f in found if f.lot == lot_id and f.field == "signed_by"]
            known = [i for i in ids if i in self._knowledge]
            names = self._signer_names(known, None) + [i for i in ids if i not in known]
            days = [f for f in found if f.field == "signed_day" and isinstance(f.value, Day)]
            when = f" on {say.day(days[0].value)}" if days else ""  # type: ignore[arg-type]
            if names:
                inscribed = any(f.note == "signed and inscribed" for f in found if not f.lot)
                verb = "signed and inscribed" if inscribed else "signed"
                said.append(f"{verb} by {say.listed(dict.fromkeys(names))}{when}")
            elif when:
                said.append(f"signed{when}")
        return said

    def _marks(self, cover: Cover, found: list[Fact]) -> list[str]:
        said = [self.lot(cover, lot) for lot in dict.fromkeys(f.lot for f in found) if lot]
        whole = [say.name(self._knowledge, str(f.value)) for f in found if not f.lot]
        if whole:
            said.insert(0, "bears " + say.listed(f"the {name}" for name in dict.fromkeys(whole)))
        return said

    def _lot_count(self, cover: Cover, lot_id: str) -> str:
        lots = [lot for lot in lots_of(self._knowledge, cover) if lot.id == lot_id]
        if not lots or lots[0].count is None:
            return ""
        beside = "a further " if lots[0].beside else ""
        return f"{beside}{say.pieces(lots[0].count, cover.piece_form)} "

    # --- the way up and down, and the rest ----------------------------------------------------

    def _way(self, cover: Cover, name: str, found: list[Fact], facts: dict[str, list[Fact]]) -> str:
        if name in _STAGES:
            return _WAY[name].format(say.listed(_dated_stage(fact) for fact in found))
        names = say.listed(dict.fromkeys(self._way_value(fact) for fact in found))
        if name in _NOTED:
            notes = [fact.note for fact in found if fact.note]
            names += f" ({'; '.join(dict.fromkeys(notes))})" if notes else ""
        if name == "down":
            return f"came back on {names}{self._landing(cover)}"
        if name == "return_day" and facts.get("down"):
            return ""
        if name in {"return_place", "handed_place"}:
            places = dict.fromkeys(say.at_place(self._knowledge, str(f.value)) for f in found)
            names = say.listed(places)
            told = dict.fromkeys(fact.note for fact in found if fact.note)
            names += f" ({'; '.join(told)})" if told else ""
        return _WAY[name].format(names)

    def _way_value(self, fact: Fact) -> str:
        if fact.field == "reached" and fact.value == "iss":
            return "the ISS"
        if isinstance(fact.value, Day):
            return say.day(fact.value)
        name = say.name(self._knowledge, str(fact.value))
        record = self._knowledge.get(str(fact.value))
        return f"the {name}" if record is not None and record.kind_of_thing == "term" else name

    def _landing(self, cover: Cover) -> str:
        days = facts_of(self._knowledge, cover, "return_day")
        places = facts_of(self._knowledge, cover, "return_place")
        text = ""
        if days and isinstance(days[0].value, Day):
            text += f", landed on {say.day(days[0].value)}"
        if places:
            text += f" {say.at_place(self._knowledge, str(places[0].value))}"
        return text

    def _makers(self, cover: Cover, found: list[Fact]) -> list[str]:
        """Who issued it, who made the cachet, who serviced it: each said as what it is."""
        said = []
        for field in dict.fromkeys(fact.field for fact in found):
            own = [fact for fact in found if fact.field == field]
            inferred = " (inferred)" if all(fact.inferred for fact in own) else ""
            said.append(self._plain(cover, field, own) + inferred)
        return said

    def _plain(self, cover: Cover, name: str, found: list[Fact]) -> str:
        values = [
            say.name(self._knowledge, str(fact.value))
            for fact in found
            if not isinstance(fact.value, Count)
        ]
        listed = say.listed(dict.fromkeys(values)) if values else ""
        if name == "covers_inside":
            count = found[0].value
            assert isinstance(count, Count)
            word = say.small(count.lowest) if count.exact else say.count(count)
            return f"{word} covers in each {cover.piece_form}"
        if name == "form":
            return f"a {cover.piece_form}"
        return _PLAIN.get(name, "{}").format(listed)


def _dated_stage(fact: Fact) -> str:
    """The day of one stage of the way, with what is noted of it."""
    assert isinstance(fact.value, Day)
    return say.dated(fact.value) + (f" ({fact.note})" if fact.note else "")
