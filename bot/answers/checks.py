"""Answering yes/no questions with three results: yes; no, on recorded evidence; not recorded."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answers import say
from bot.answers.conditions import describe_conditions
from bot.answers.contrary import Contrary
from bot.answers.covers import CoverWords
from bot.answers.describe import Describer
from bot.answers.draft import Draft
from bot.answers.existence import Existence
from bot.answers.lists import Lists
from bot.answers.select import Match, Selector
from bot.answers.sentences import LABELS
from bot.answers.things import loss, predicate, sentence
from bot.knowledge.facts import EVERYTHING, Fact
from bot.knowledge.fields import FIELDS, facts_of
from bot.knowledge.records import Cover, Mission
from bot.knowledge.values import Count
from bot.questions.query import Condition, Query

_MOST_SOURCES = 2
_UNSURE = "Likely, but not certain."
# The quantity that tells how many pieces bear what is claimed.
_COUNTED_BY = {"signed_by": "signed", "numbering": "numbered", "marks": "marked"}
# The same events of a ship that was moved, or left and came back.
_AGAIN = {"arrived": "back_at_port", "departed": "left_port"}
_TIMES = {"arrived", "at_station", "departed", "ended", "launched"}
_FLIGHT = ("up", "down", "flown")  # proofs of a flight, best first


class Checks:
    """Answers of the kind check."""

    def __init__(self, selector: Selector, lists: Lists) -> None:
        """Check against what `selector` finds."""
        self._selector = selector
        self._knowledge = selector.knowledge
        self._lists = lists
        self._words = CoverWords(selector)
        self._existence = Existence(selector)
        self._against = Contrary(selector)

    def answer(self, query: Query, draft: Draft) -> str:
        """Fill `draft` with yes, no or not recorded, and the evidence; returns the status."""
        if query.denied:
            return self._none_so(query, draft)
        matches = self._selector.select(query.kind, query.where)
        if not matches:
            return self._nothing_known(query, draft)
        if not query.claim:
            return self._exists(query, matches, draft)
        return self._of_claim(query, matches, draft)

    def _of_claim(self, query: Query, matches: list[Match], draft: Draft) -> str:
        """Whether what is claimed holds of the things that were found."""
        if any(condition.op == "is not" for condition in query.claim):
            return self._denied(query, matches, draft)
        holding = self._selector.select(query.kind, (*query.where, *query.claim))
        named = all(c.field == "self" and c.op == "is" for c in query.where)
        known = [match for match in matches if self._claimed_facts(query.claim, match)]
        if query.kind == "person" and named and len(known) > 1:
            return self._each_apart(query, known, holding, draft)
        outcome = named and {c.field for c in query.claim} == {"outcome"}
        if outcome and 0 < len(holding) < len(matches):  # "were CRS-7 and CRS-8 lost"
            return self._each_apart(query, known or matches, holding, draft)
        if holding and query.every and not self._all_hold(query, matches, holding):
            return self._only_some(query, holding, draft)
        if holding:
            return self._yes(query, holding, draft)
        return self._no_or_unknown(query, matches, draft)

    def _exists(self, query: Query, matches: list[Match], draft: Draft) -> str:
        """As in "Are there HTV-4 covers?": what there is."""
        if query.kind != "cover":
            thing = matches[0].thing
            draft.say(Describer(self._selector).summary(thing, draft))
            draft.about(thing.id)
            return "answered"
        self._verdict("yes", matches[:1], draft)
        draft.say("Yes." if self._is_sure(query.where, matches) else _UNSURE)
        status = self._lists.answer(query.model_copy(update={"want": "list"}), draft)
        draft.say(*self._memberships(query.where, matches[:3]))
        return status

    def _yes(self, query: Query, holding: list[Match], draft: Draft) -> str:
        evidence = self._evidence(query.claim, holding[:3])
        self._verdict("yes", holding[:1], draft, evidence)
        lead = "Yes" if self._is_sure((*query.where, *query.claim), holding) else _UNSURE[:-1]
        draft.say(*self._told(lead, holding[:3], query.claim))
        draft.say(*self._held_against(query.claim, draft))
        draft.say(*self._memberships((*query.where, *query.claim), holding[:3]))
        draft.add_context(evidence)
        draft.about(*(match.thing.id for match in holding[:5]))
        return "answered"

    def _is_sure(self, conditions: tuple[Condition, ...], found: list[Match]) -> bool:
        """Whether what holds is not just likely, by the note of its source."""
        likely = {
            match.thing.id
            for match in found
            for c in conditions
            for fact in self._selector.facts(match, c.field)
            if self._selector.holds(fact, c) and (fact.note or "").startswith("likely")
        }
        return len(likely) < len({match.thing.id for match in found})

    def _memberships(self, conditions: tuple[Condition, ...], found: list[Match]) -> Iterator[str]:
        """Who is taken for a signer as one of a crew that signed: an inference, and told as one."""
        asked = [c for c in conditions if c.field == "signed_by" and c.things and c.op == "is"]
        told = {
            (person, str(fact.value))
            for condition in asked
            for match in found
            for fact in facts_of(self._knowledge, match.thing, "signed_by")
            for person in condition.things
            if str(fact.value) != person and self._selector.stands_for(person, str(fact.value))
        }
        for person, crew in sorted(told):
            who = say.name(self._knowledge, person)
            listed = say.name(self._knowledge, crew)
            yield f"That {who} signed is inferred from the {listed} crew list."

    def _none_so(self, query: Query, draft: Draft) -> str:
        """As in "no Progress was lost, right?": one that was says no.

        Of flights all are on record, so that none is an answer; of covers it is a gap.
        """
        found = self._selector.select(query.kind, (*query.where, *query.claim))
        found = [m for m in found if query.kind != "mission" or self._selector.supplies(m.thing)]
        if found:
            evidence = self._evidence(query.claim or query.where, found[:3])
            self._verdict("no", found[:1], draft, evidence)
            draft.say(*self._told("No", found[:3], query.claim or query.where))
            draft.about(*(match.thing.id for match in found[:5]))
            return "answered"
        positive = query.model_copy(update={"where": (*query.where, *query.claim)})
        what = describe_conditions(self._knowledge, positive)
        draft.say(f"None recorded here: {what}.")
        if query.kind != "mission":
            draft.say("That is no proof that there is none.")
            return "not_recorded"
        looked_at = self._selector.select("mission", query.where)
        source = tuple(dict.fromkeys(s for m in looked_at for s in m.thing.source))[:_MOST_SOURCES]
        if source:
            draft.state([Fact(EVERYTHING, "check", "yes", source)])
        return "answered"

    def _denied(self, query: Query, matches: list[Match], draft: Draft) -> str:
        """As in "was it not signed?": a record of it says no, the want of one says nothing."""
        claim = tuple(condition.model_copy(update={"op": "is"}) for condition in query.claim)
        holding = self._selector.select(query.kind, (*query.where, *claim))
        if not holding:
            self._verdict("not recorded", matches[:1], draft)
            what = describe_conditions(self._knowledge, query.model_copy(update={"where": claim}))
            draft.say(f"Not recorded: {what}; that is no proof that there is none.")
            return "not_recorded"
        evidence = self._evidence(claim, holding[:3])
        self._verdict("no", holding[:1], draft, evidence)
        draft.add_context(evidence)
        draft.say(*self._told("No", holding[:3], claim))
        return "answered"

    def _all_hold(self, query: Query, matches: list[Match], holding: list[Match]) -> bool:
        """Whether the claim is recorded for every piece of every item."""
        whole = {match.thing.id for match in holding if match.lots is None}
        facts = [f for m in holding for f in self._evidence(query.claim, [m])]
        in_lots = any(fact.lot for fact in facts)
        in_part = any((fact.note or "").startswith("said of") for fact in facts)
        if in_part or any(self._counts_fewer(query.claim, match) for match in holding):
            return False
        return not in_lots and {match.thing.id for match in matches} <= whole

    def _counts_fewer(self, claim: tuple[Condition, ...], match: Match) -> bool:
        """Whether fewer pieces are signed, numbered ... by their figure than there are."""
        figures = {_COUNTED_BY.get(c.field, "") for c in claim} - {""}
        done = [f.value for name in figures for f in self._selector.facts(match, name)]
        told = [f.value for n in ("flown", "issued") for f in self._selector.facts(match, n)]
        counts = [value for value in done if isinstance(value, Count)]
        whole = [value.highest for value in told if isinstance(value, Count)]
        return bool(counts and whole) and max(c.highest for c in counts) < max(whole)

    def _only_some(self, query: Query, holding: list[Match], draft: Draft) -> str:
        """As in "Were all of them signed?": what is recorded is told of some only."""
        evidence = self._evidence(query.claim, holding[:3])
        self._verdict("not recorded", holding[:1], draft, evidence)
        draft.add_context(evidence)
        draft.say("Not recorded for all of them, only for some.")
        lines = self._told("", holding[:3], query.claim)
        draft.say(*(f"Recorded: {line}" for line in lines))
        for match in holding[:3]:
            if self._counts_fewer(query.claim, match) and isinstance(match.thing, Cover):
                figures = self._selector.facts(match, "quantity")
                words = "; ".join(self._words.phrases(match, {"quantity": figures}))
                draft.say(f"By its figures: {words}.")
                draft.add_context(figures)
        return "not_recorded"

    def _each_apart(
        self, query: Query, matches: list[Match], holding: list[Match], draft: Draft
    ) -> str:
        """As in "were they on board when ...?": yes of the one, no of the other."""
        so = {match.thing.id for match in holding}
        for match in sorted(matches, key=lambda match: match.thing.id not in so):
            verdict = "yes" if match.thing.id in so else "no"
            evidence = self._evidence(query.claim, [match], holding=verdict == "yes")
            self._verdict(verdict, [match], draft, evidence)
            draft.say(*self._told(verdict.capitalize(), [match], query.claim))
            draft.add_context(evidence)
        draft.about(*(match.thing.id for match in matches[:5]))
        return "answered"

    def _no_or_unknown(self, query: Query, matches: list[Match], draft: Draft) -> str:
        draft.about(*(match.thing.id for match in matches[:5]))
        if self._on_lost_ship(query, matches, draft) or self._never_arrived(query, matches, draft):
            return "answered"
        if self._say_local(query, matches, draft) or self._say_later_stay(query, matches, draft):
            return "answered"
        if query.existing:
            forerunners = self._existence.forerunners(query)
            if forerunners:
                return self._yes(query, forerunners, draft)
            return self._none_such(query, matches, draft)
        contrary, evidence = self._against.find(query, matches)
        if contrary:
            draft.add_context(evidence)
            return self._no(query, contrary, draft)
        return self._unknown(query, matches, draft)

    def _no(self, query: Query, contrary: list[Match], draft: Draft) -> str:
        """A no, with what is recorded against the claim."""
        for match in contrary:
            evidence = self._evidence(query.claim, [match], holding=False)
            self._verdict("no", [match], draft, evidence)
        draft.say(*self._told_no(query, contrary))
        draft.say(*self._beside(query.claim, contrary))
        if query.kind == "mark":
            draft.remark_on(contrary[0].thing)
        draft.say(*self._held_against(query.claim, draft))
        return "answered"

    def _unknown(self, query: Query, matches: list[Match], draft: Draft) -> str:
        """Not recorded, with what is recorded beside it."""
        self._verdict("not recorded", matches[:1], draft)
        claim = describe_conditions(
            self._knowledge, query.model_copy(update={"where": (*query.where, *query.claim)})
        )
        draft.say(f"Not recorded: {claim}.")
        if self._say_where_they_were(query, matches, draft):
            return "not_recorded"
        known = [m for m in matches if self._claimed_facts(query.claim, m)]
        if known:
            lines = self._told("", known[:3], query.claim)
            draft.say(*(f"Recorded: {line}" for line in lines))
            draft.add_context(self._evidence(query.claim, known[:3], holding=False))
        elif len(matches) == 1 and query.kind == "cover":
            draft.remark_on(matches[0].thing)
        return "not_recorded"

    def _say_where_they_were(self, query: Query, matches: list[Match], draft: Draft) -> bool:
        """As in "was Kononenko on ATV-1?": who was at the station was not on the ship."""
        people = [t for c in query.claim if c.field == "crew" for t in c.things]
        ships = [m for m in matches if self._selector.facts(m, "at_station")]
        for person in map(self._knowledge.thing, people):
            stays = self._selector.facts(Match(person), "at_station")
            for ship in (*ships, Match(person)) if stays else ():
                facts = self._selector.facts(ship, "at_station")
                draft.say(self._line(ship, {"at_station": facts}))
                draft.add_context(facts)
        return bool(people)

    def _none_such(self, query: Query, matches: list[Match], draft: Draft) -> str:
        """As in "did Thales issue covers for ATV-3?": of an open list there is no no."""
        claim = describe_conditions(
            self._knowledge, query.model_copy(update={"where": (*query.where, *query.claim)})
        )
        before = len(draft.lines)
        usual = self._existence.usual(query, draft)
        if usual:
            draft.lines.insert(before, f"No single one is recorded here ({claim}), but:")
        else:
            self._verdict("not recorded", matches[:1], draft)
            draft.lines.insert(before, f"Not recorded: {claim}.")
        self._existence.others(query, matches, draft)
        return "answered" if usual else "not_recorded"

    def _nothing_known(self, query: Query, draft: Draft) -> str:
        """Nothing fits what the question takes for granted; yet it may be usual."""
        self._lists.answer(query.model_copy(update={"want": "list", "claim": ()}), draft)
        if query.existing:
            self._existence.usual(query, draft)
        return "not_recorded"

    def _never_arrived(self, query: Query, matches: list[Match], draft: Draft) -> bool:
        """As in "Did M-27M reach the ISS?": a lost ship did not."""
        asked = {c.field for c in query.claim if c.op in {"recorded", "is"}}
        there = {"arrived", "captured", "departed", "port"}
        ship = matches[0].thing
        if not asked & there or not isinstance(ship, Mission) or len(matches) > 1:
            return False
        if ship.was_lost:
            self._deny_for_loss(ship, matches, draft)
        return ship.was_lost

    def _on_lost_ship(self, query: Query, matches: list[Match], draft: Draft) -> bool:
        """A cover cannot have flown on a ship that was lost: said, with the loss as evidence."""
        for condition in query.claim:
            if condition.field not in {"up", "down"}:
                continue
            for ship in (self._knowledge.thing(thing) for thing in condition.things):
                if not isinstance(ship, Mission) or not ship.was_lost:
                    continue
                self._deny_for_loss(ship, matches, draft)
                shown = Match(matches[0].thing)
                known = {
                    n: self._selector.facts(shown, n) for n in ("up", "strike_place", "signed_by")
                }
                draft.say(self._line(shown, known) if any(known.values()) else "")
                return True
        return False

    def _deny_for_loss(self, ship: Mission, matches: list[Match], draft: Draft) -> None:
        text, facts = loss(self._knowledge, ship)
        self._verdict("no", matches[:1], draft, facts)
        draft.add_context(facts)
        draft.say(f"No: {text}")

    # --- evidence -----------------------------------------------------------------------------

    def _say_local(self, query: Query, matches: list[Match], draft: Draft) -> bool:
        """As in "was ATV-5 launched on 30 July 2014": by UTC the day before, at 23:47."""
        for condition in query.claim:
            evidence = self._against.by_another_clock(condition, matches)
            if not evidence or condition.day is None:
                continue
            self._verdict("not recorded", matches[:1], draft, evidence)
            draft.add_context(evidence)
            line = self._line(matches[0], {condition.field: evidence})
            draft.say(f"Not by UTC: {line}", f"By local time it may be {say.day(condition.day)}.")
            return True
        return False

    def _say_later_stay(self, query: Query, matches: list[Match], draft: Draft) -> bool:
        """As in "did M-15M dock on 29 July 2012": it did, when it came back to its port."""
        for condition in query.claim:
            again = _AGAIN.get(condition.field, "")
            facts = [f for m in matches for f in self._selector.facts(m, "any_day")]
            held = [f for f in facts if f.field == again and self._selector.holds(f, condition)]
            if condition.op != "is" or condition.day is None or not held or len(query.claim) > 1:
                continue
            self._verdict("yes", matches[:1], draft, held)
            draft.add_context(held)
            draft.say(f"Yes: {self._line(matches[0], {again: held})}")
            return True
        return False

    def _claimed_facts(self, claim: tuple[Condition, ...], match: Match) -> list[Fact]:
        return [f for c in claim for f in self._selector.facts(Match(match.thing), c.field)]

    def _evidence(
        self, claim: tuple[Condition, ...], matches: list[Match], *, holding: bool = True
    ) -> list[Fact]:
        found = []
        for match in matches:
            for condition in claim:
                facts = self._selector.facts(match, condition.field)
                found += [f for f in facts if not holding or self._selector.holds(f, condition)]
        return found

    def _told(self, verdict: str, matches: list[Match], claim: tuple[Condition, ...]) -> list[str]:
        """The recorded values of the claimed fields, one line a thing, the verdict before them."""
        lines = []
        for match in matches:
            names = tuple(dict.fromkeys(c.field for c in claim if c.field != "self"))
            shown = {name: self._selector.facts(match, name) for name in self._shown(match, names)}
            lines.append(self._line(match, shown))
        if not verdict:
            return lines
        return [f"{verdict}: {lines[0]}", *lines[1:]] if lines else [f"{verdict}."]

    def _held_against(self, claim: tuple[Condition, ...], draft: Draft) -> Iterator[str]:
        """As in "was HTV-2 there when ATV-2 docked?": the days of the other one, so one can see."""
        for condition in claim:
            field, where = "at_station", [Condition(field="self", things=condition.things)]
            if condition.query is not None:
                field, where = condition.query.fields[0], [*condition.query.where]
            beyond = condition.query is not None and condition.op in {"<", ">"}
            if (condition.op != "is" and not beyond) or condition.field not in _TIMES:
                continue
            for match in self._selector.select("mission", where):
                facts = self._selector.facts(match, field)
                draft.add_context(facts)
                yield self._line(match, {field: facts}) if facts else ""

    def _told_no(self, query: Query, contrary: list[Match]) -> list[str]:
        """The contrary values: one thing's in full, those of many things summed up."""
        if len(contrary) <= 2 or query.kind != "cover":
            return self._told("No", contrary[:3], query.claim)
        lines = []
        for field in dict.fromkeys(condition.field for condition in query.claim):
            values = [f for match in contrary for f in self._selector.facts(match, field)]
            names = dict.fromkeys(say.value(self._knowledge, fact.value) for fact in values)
            label = LABELS.get(field, field)
            lines.append(f"on record as {label}: {say.listed(list(names)[:8])}")
        return [f"No, not as far as recorded here; {'; '.join(lines)}."]

    def _beside(self, claim: tuple[Condition, ...], contrary: list[Match]) -> Iterator[str]:
        """As of "did 14 covers fly on ATV-3?": a number that is that of further pieces."""
        numbers = {condition.number for condition in claim} - {None}
        for match in contrary:
            for fact in self._selector.facts(Match(match.thing), "quantity"):
                exact = isinstance(fact.value, Count) and fact.value.exact
                if fact.lot and exact and getattr(fact.value, "lowest", None) in numbers:
                    assert isinstance(match.thing, Cover)
                    yield f"But beside them: {self._words.lot(match.thing, fact.lot)}."
                    break

    def _shown(self, match: Match, names: tuple[str, ...]) -> tuple[str, ...]:
        """What to show for a claim: for the maker the issuer, for the outcome also the reason."""
        kind = match.thing.kind_of_thing
        extra = ("reason",) if "outcome" in names else ()
        if "flew" in names:  # that it flew is told by how it did
            proofs = [n for n in _FLIGHT if self._selector.facts(match, n)] or ["features"]
            names = tuple(name for name in names if name != "flew") + tuple(proofs[:1])
        return tuple(name for name in (*names, *extra) if (kind, name) in FIELDS)

    def _line(self, match: Match, facts: dict[str, list[Fact]]) -> str:
        if isinstance(match.thing, Cover):
            text = "; ".join(self._words.phrases(match, facts))
            label = self._words.label(match.thing)
            return f"{label}: {text}." if text else f"{label}."
        parts = [
            predicate(self._knowledge, match.thing, name, found)
            for name, found in facts.items()
            if found
        ]
        return (
            sentence(self._knowledge, match.thing, parts)
            if parts
            else say.name(self._knowledge, match.thing.id)
        )

    def _verdict(
        self, result: str, matches: list[Match], draft: Draft, evidence: list[Fact] | None = None
    ) -> None:
        subject = matches[0].thing if matches else None
        source = tuple(dict.fromkeys(s for fact in evidence or [] for s in fact.source))
        if subject is not None:
            draft.state([Fact(subject.id, "check", result, source or subject.source)])
