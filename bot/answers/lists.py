"""Answering for lists and counts: which things are so, and how many."""

from __future__ import annotations

from bot.answers import say
from bot.answers.conditions import describe_conditions
from bot.answers.covers import CoverWords
from bot.answers.describe import Describer
from bot.answers.draft import Draft
from bot.answers.identify import Identifier
from bot.answers.select import Match, Selector, is_bag
from bot.answers.sentences import ENDED, SAY_MORE
from bot.answers.statements import statement_facts, statement_line
from bot.answers.things import predicate
from bot.answers.values import Values
from bot.knowledge.base import launch_order
from bot.knowledge.facts import EVERYTHING, Fact
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Cover, Mission
from bot.knowledge.values import Count, Day
from bot.questions.query import Condition, Query

PAGE = 10
_MOST_MOVED = 3
_CLOSED_KINDS = {"mission"}  # Flown keeps every one of these: none found means there is none


class Lists:
    """Answers of the kinds list, count and identify."""

    def __init__(self, selector: Selector, values: Values) -> None:
        """List what `selector` finds."""
        self._selector = selector
        self._knowledge = selector.knowledge
        self._values = values
        self._words = CoverWords(selector)
        self._identifier = Identifier(selector)

    def answer(self, query: Query, draft: Draft) -> str:
        """Fill `draft` with a list; returns its status."""
        matches = self.listed(query)
        if not matches:
            return self._none(query, draft)
        page = matches[query.offset : query.offset + PAGE]
        if not page:
            draft.say("That was the whole list.")
            return "answered"
        draft.about(*(match.thing.id for match in page))
        for match in page:
            draft.state(self._named(match, query))
        if len(matches) == 1 and matches[0].lots is None and query.kind == "cover":
            draft.say(Describer(self._selector).summary(matches[0].thing, draft, role="context"))
            return "answered"
        if len(matches) > 1:
            told = tuple(c for c in query.where if c.field != "self")  # they follow by name
            what = describe_conditions(self._knowledge, query.model_copy(update={"where": told}))
            here = "" if query.kind in _CLOSED_KINDS else " recorded here"
            place = f", {query.offset + 1} to {query.offset + len(page)}" if query.offset else ""
            draft.say(f"{len(matches)} {what}{here}{place}:")
        marker = "- " if len(matches) > 1 else ""
        draft.say(*(f"{marker}{self.line(match)}" for match in page))
        left = len(matches) - query.offset - len(page)
        if left > 0:
            draft.say(f"... and {left} more{SAY_MORE}.")
            draft.more = query.model_copy(update={"offset": query.offset + PAGE})
        draft.say(self._shuttles_too(query, matches))
        return "answered"

    def listed(self, query: Query) -> list[Match]:
        """The matches that a list shows: items rather than the bags they travelled in."""
        matches = self._selector.select(query.kind, query.where)
        if query.kind == "cover":
            items = [m for m in matches if not is_bag(m.thing)]
            members = {i for m in items if isinstance(m.thing, Cover) for i in [m.thing.id]}
            bags = [
                m
                for m in matches
                if isinstance(m.thing, Cover)
                and is_bag(m.thing)
                and (m.lots is not None or not members & set(m.thing.members))
                and (m.lots is not None or not items)
            ]
            return items + bags
        if query.kind == "programme":
            return [m for m in matches if getattr(m.thing, "supplies_iss", True)] or matches
        happened = any(condition.field == "any_day" for condition in query.where)
        if query.kind == "mission" and happened:  # on that day shuttles count, too
            return sorted(matches, key=_launch_order)
        if query.kind == "mission":
            own = [m for m in matches if self._selector.supplies(m.thing)]
            return sorted(own or matches, key=_launch_order)
        return matches

    def _shuttles_too(self, query: Query, shown: list[Match]) -> str:
        """As of "launches from Florida": that shuttles, which are no cargo ships, would be so too.

        Of what was at the station it is said in general that other ships are left out.
        """
        in_general = any(c.field in {"at_station", "port"} for c in query.where)
        if query.kind != "mission" or not shown or not query.where or in_general:
            return ""
        told = {match.thing.id for match in shown}
        others = [
            m for m in self._selector.select("mission", query.where) if m.thing.id not in told
        ]
        names = say.listed(say.name(self._knowledge, match.thing.id) for match in others)
        return f"Cargo flights only; left out: {names}." if others else ""

    def line(self, match: Match) -> str:
        """One line of a list: the thing and its most wanted figure."""
        thing = match.thing
        if isinstance(thing, Cover):
            return f"{say.capital(self._words.label(thing))}{self._cover_figures(match)}"
        if isinstance(thing, Mission):
            events = match.entries.get("happen", frozenset())
            return f"{say.mission_name(thing)}{self._flight(thing, events)}"
        return say.name(self._knowledge, thing.id)

    def _cover_figures(self, match: Match) -> str:
        if "strike" in match.entries:
            struck = self._selector.facts(match, "strike_place")
            told = self._words.phrases(match, {"strike_place": struck[:2]})
            return f": {'; '.join(told)}" if told else ""
        facts = self._selector.facts(match, "quantity")
        said = self._words.phrases(match, {"quantity": facts[:3]}) if facts else []
        signed = self._selector.facts(match, "signed_by")
        if signed and not any("signed by" in text for text in said):
            said += self._words.phrases(match, {"signed_by": signed})
        strikes = self._selector.facts(match, "strike_place")
        if strikes and not any("postmarked" in text for text in said):
            said += self._words.phrases(match, {"strike_place": strikes[:2]})
        return f": {'; '.join(said)}" if said else ""

    def _flight(self, mission: Mission, events: frozenset[str]) -> str:
        """The days of a flight; only those of the events that were asked for, if any were."""
        if events:
            happened = facts_of(self._knowledge, mission, "any_day")
            dated = [
                [fact for fact in happened if fact.entry == event][:1] for event in sorted(events)
            ]
            told = [
                predicate(self._knowledge, mission, facts[0].field, facts)
                for facts in dated
                if facts
            ]
            return f" {say.listed(told)}"
        parts = []
        for name, word in (("launched", "launched"), ("arrived", "arrived"), ("ended", "")):
            facts = facts_of(self._knowledge, mission, name)
            if facts and isinstance(facts[0].value, Day):
                how = facts_of(self._knowledge, mission, "end_how") if not word else []
                verb = word or ENDED.get(str(how[0].value) if how else "", "ended")
                parts.append(f"{verb} {say.day(facts[0].value)}")
        return f", {', '.join(parts)}" if parts else ""

    def _named(self, match: Match, query: Query) -> list[Fact]:
        """The facts that put a thing on the list."""
        found: list[Fact] = []
        for condition in query.where:
            facts = self._selector.facts(match, condition.field)
            found += [f for f in facts if self._selector.holds(f, condition)][:2]
        source = match.thing.source
        return found or [Fact(match.thing.id, "name", match.thing.name, source)]

    def _say_moved(self, query: Query, draft: Draft) -> None:
        """Ships that were back at a port then, or left one, where none came or went for good."""
        again = {"arrived": "back_at_port", "departed": "left_port"}
        dated = [c for c in query.where if c.field in again and c.day is not None]
        if query.kind != "mission" or len(dated) != 1:
            return
        then = dated[0].model_copy(update={"field": "any_day"})
        where = tuple(then if c is dated[0] else c for c in query.where)
        for match in self._selector.select("mission", where)[:_MOST_MOVED]:
            for fact in self._selector.facts(match, "any_day"):
                if fact.field == again[dated[0].field] and self._selector.holds(fact, then):
                    words = predicate(self._knowledge, match.thing, fact.field, [fact])
                    draft.say(f"But {say.name(self._knowledge, match.thing.id)} {words}.")
                    draft.add_context([fact])

    def _none(self, query: Query, draft: Draft) -> str:
        if query.kind in _CLOSED_KINDS:
            what = describe_conditions(self._knowledge, query)
            draft.say(f"None of the flights on record here: {what}.")
            self._say_moved(query, draft)
            told_in_full = any(c.field in {"at_station", "outcome"} for c in query.where)
            return "answered" if told_in_full else "not_recorded"
        dated = any(c.field == "strike_day" for c in query.where)
        if query.kind == "cover" and dated and self._identifier.say_events(query, draft):
            what = describe_conditions(self._knowledge, query)
            draft.lines.insert(0, f"None recorded here: {what}.")
            return "answered"
        self._values.answer(query.model_copy(update={"want": "value"}), draft)
        return "not_recorded"

    # --- counts -------------------------------------------------------------------------------

    def count(self, query: Query, draft: Draft) -> str:
        """Fill `draft` with a count; returns its status."""
        matches = self.listed(query)
        what = describe_conditions(self._knowledge, query)
        if not matches and query.kind not in _CLOSED_KINDS:
            return self._none(query, draft)
        single = next((c.things for c in query.where if len(c.things) == 1), (EVERYTHING,))
        counted = [m.thing for m in matches] or self._knowledge.of_kind(query.kind)
        sources = tuple(dict.fromkeys(s for thing in counted for s in thing.source))[:2]
        names = tuple(match.thing.id for match in matches)
        draft.state([Fact(single[0], "count", Count.of(len(matches)), sources, derived_from=names)])
        draft.about(*names[:10])
        here = "on record here" if query.kind in _CLOSED_KINDS else "recorded here"
        noun = (
            what if len(matches) != 1 else what.replace(say.word_plural(query.kind), query.kind, 1)
        )
        amount = say.number(len(matches)) if matches else "No"
        draft.say(f"{amount} {noun} {here}{self._first_and_last(matches)}.")
        draft.say(self._shuttles_too(query, matches))
        self._add_statements(query, draft)
        return "answered"

    def _first_and_last(self, matches: list[Match]) -> str:
        if not matches:
            return ""
        names = [say.name(self._knowledge, match.thing.id) for match in matches]
        if len(names) <= 6:
            return f": {say.listed(names)}"
        return f", from {names[0]} to {names[-1]}"

    def _add_statements(self, query: Query, draft: Draft) -> None:
        """What sources said about the number of flights, beside our own count."""
        for condition in query.where:
            if condition.field not in {"programme", "variant"}:
                continue
            for thing_id in condition.things:
                thing = self._knowledge.thing(thing_id)
                for said in thing.statements:
                    days = [c.day for c in query.where if c.day is not None]
                    then = said.as_of is not None and any(said.as_of.overlaps(d) for d in days)
                    plain = len(query.where) == 1 + len(days)
                    if said.field == "flights" and plain and (then or not days):
                        draft.say(statement_line(self._knowledge, said, thing.source))
                draft.add_context(statement_facts(thing, {"flights"}))

    # --- identify -----------------------------------------------------------------------------

    def identify(self, query: Query, draft: Draft) -> str:
        """Name what an item may be, best first, with the reason; returns the status."""
        matches = self.listed(query)
        struck = tuple(c for c in query.where if c.field != "strike_event")
        matches = matches or self.listed(query.model_copy(update={"where": struck}))
        draft.say(*_two_readings(query))
        note = ""
        told = not matches and self._identifier.say_events(query, draft)
        if told or (not matches and self._identifier.say_ships_there(query, draft)):
            what = describe_conditions(self._knowledge, query)
            draft.lines.insert(0, f"None recorded here: {what}.")
            return "answered"
        if not matches and len(query.where) > 1:
            for leave_out in query.where:
                rest = tuple(c for c in query.where if c != leave_out)
                fewer = query.model_copy(update={"where": rest})
                found = self.listed(fewer) if _still_tells(leave_out, rest) else []
                if found and len(found) <= PAGE:
                    matches, note = found, describe_conditions(self._knowledge, fewer)
                    break
        if not matches:
            what = describe_conditions(self._knowledge, query)
            draft.say(f"Nothing on record here fits {what}.")
            return "not_recorded"
        if note:
            draft.say(f"Nothing on record fits all of that; this fits {note}:")
        draft.about(*(match.thing.id for match in matches[:PAGE]))
        for match in matches[:3]:
            draft.state(self._named(match, query))
        lines = [f"It may be {self.line(match)}." for match in matches[:3]]
        draft.say(*lines)
        if len(matches) > 3:
            draft.say(f"{len(matches) - 3} more on record here would fit.")
        if any(c.field in {"strike_event", "about"} for c in query.where) and not note:
            self._identifier.say_events(query, draft)
        return "answered"


def _two_readings(query: Query) -> list[str]:
    """As in "6/5/2023 may be 6 May or 5 June": both readings of a day are tried."""
    unsure = [c for c in query.where if c.day and c.until and c.op == "is"]
    return [
        f"The day may be read as {say.day(c.day)} or as {say.day(c.until)}."
        for c in unsure
        if c.day and c.until
    ]


def _still_tells(left_out: Condition, rest: tuple[Condition, ...]) -> bool:
    """Whether what is left tells an item: an office without the day of its postmark does not."""
    return left_out.field != "strike_day" or any(c.field != "strike_place" for c in rest)


def _launch_order(match: Match) -> str:
    return launch_order(match.thing) if isinstance(match.thing, Mission) else ""
