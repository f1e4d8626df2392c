"""Answering where nothing is recorded: what is missing, and what is known of the same things."""

from __future__ import annotations

import re

from bot.answers import say
from bot.answers.conditions import describe_conditions
from bot.answers.covers import CoverWords
from bot.answers.draft import Draft
from bot.answers.select import Match, Selector, is_bag, items_of
from bot.answers.sentences import LABELS
from bot.answers.statements import statement_facts, statement_line
from bot.answers.things import predicate, sentence
from bot.knowledge.facts import Fact
from bot.knowledge.fields import QUANTITIES, facts_of
from bot.knowledge.records import Cover, Expedition, Mission, Practice, Programme
from bot.knowledge.values import Count
from bot.questions.query import Condition, Query

_MOST_ITEMS = 8
_MOST_RELATED = 4  # those that fit only part of what was asked
# Quantities that may stand in for one another, with the gap said first.
_STAND_IN = ("issued", "flown", "returned", "quantity")
_WHO_STRUCK = {"postmark.who", "mark.who"}
_BY_SOMEBODY = re.compile(r"\bby [A-Z]")
# Conditions on single pieces: without them the same items may still tell something.
_PIECE_FIELDS = {"marks", "strike_place", "strike_day", "signed_by", "signed_day", "quantity"}


def _asks_figure(query: Query) -> bool:
    """Whether a figure of covers is asked for, beside which others are worth telling."""
    return query.want != "value" or bool({*QUANTITIES, "quantity"} & set(query.fields))


class Gaps:
    """Answers to value questions of which nothing is recorded."""

    def __init__(self, selector: Selector) -> None:
        """Tell what is known beside from what `selector` finds."""
        self._selector = selector
        self._knowledge = selector.knowledge
        self._words = CoverWords(selector)

    def answer(self, query: Query, matches: list[Match], draft: Draft) -> str:
        """Fill `draft` with what is missing, and what is known of the same things.

        Args:
            query: a value question.
            matches: the things that hold its conditions, of which no asked field is recorded.
            draft: the answer so far.

        Returns:
            The status of the answer.
        """
        if matches:
            return self._field_missing(query, matches, draft)
        if query.kind == "cover":
            return self._no_such_cover(query, draft)
        draft.say(f"Nothing is recorded here on {describe_conditions(self._knowledge, query)}.")
        return "not_recorded"

    def _field_missing(self, query: Query, matches: list[Match], draft: Draft) -> str:
        things = [match.thing for match in matches]
        draft.about(*(thing.id for thing in things[:5]))
        told = self._told_by_statement(query, matches, draft)
        told = told or self._told_by_number(query, matches, draft)
        told = told or self._told_by_strikes(query, matches, draft)
        if told:
            return told
        missing = LABELS.get(query.fields[0]) if query.fields else None
        names = self._subject_names(query, matches)
        lost = self._never_happened(query, matches)
        told = f"No {missing} is recorded" if missing else "That is not recorded here"
        draft.say(lost or f"{told} for {names}.")
        if query.kind != "cover":
            self._say_known_things(query, matches, draft)
            self._say_remarks(matches, draft)
            return "answered" if lost else "not_recorded"
        known = self._known_quantities(matches)[:_MOST_ITEMS] if _asks_figure(query) else []
        self._say_known_quantities(known, draft)
        self._say_unattributed(query, matches, draft)
        self._say_series(query, draft)
        if not known:
            self._say_remarks(matches, draft)
        stands_in = query.fields and query.fields[0] in _STAND_IN and known
        return "answered" if stands_in else "not_recorded"

    def _told_by_statement(self, query: Query, matches: list[Match], draft: Draft) -> str:
        """A dated statement of a source may tell what no field holds."""
        if len(matches) != 1:
            return ""
        thing = matches[0].thing
        found = [s for s in thing.statements if s.field in query.fields]
        if not found:
            return ""
        draft.say(*(statement_line(self._knowledge, s, thing.source) for s in found))
        draft.state(statement_facts(thing, set(query.fields)))
        return "answered"

    def _told_by_number(self, query: Query, matches: list[Match], draft: Draft) -> str:
        """As of the ATV-5 folder: how many covers it holds is recorded, and not which."""
        if query.fields != ("contains",):
            return ""
        known = [(m.thing, self._selector.facts(m, "covers_inside")) for m in items_of(matches)]
        for cover, facts in known:
            if facts and isinstance(cover, Cover):
                words = "; ".join(self._words.phrases(Match(cover), {"covers_inside": facts}))
                draft.say(f"{say.capital(self._words.label(cover))}: {words}.")
                draft.state(facts)
        return "answered" if any(facts for _, facts in known) else ""

    def _told_by_strikes(self, query: Query, matches: list[Match], draft: Draft) -> str:
        """As of "who struck the letters": the note on a postmark may say by whom."""
        if not set(query.fields) <= _WHO_STRUCK:
            return ""
        names = ("strike_place", "strike_day")
        found = [f for m in matches for name in names for f in self._selector.facts(m, name)]
        noted = {fact.note: fact for fact in found if fact.note and _BY_SOMEBODY.search(fact.note)}
        for match in matches:
            own = [f for f in noted.values() if f.subject == match.thing.id]
            if own and isinstance(match.thing, Cover):
                notes = "; ".join(str(fact.note) for fact in own)
                draft.say(f"{say.capital(self._words.label(match.thing))}: {notes}.")
                draft.state(own)
        return "answered" if noted else ""

    def _never_happened(self, query: Query, matches: list[Match]) -> str:
        """A lost ship never arrived: that is a fact, not a gap."""
        thing = matches[0].thing
        if len(matches) != 1 or not isinstance(thing, Mission):
            return ""
        fields = {
            "arrived",
            "departed",
            "port",
            "docked_for",
            "captured",
            "end_place",
            "flight_time",
        }
        if not thing.was_lost or not set(query.fields) & fields:
            return ""
        reason = f": {thing.reason[0].value}" if thing.reason else ""
        return f"{say.mission_name(thing)} was lost and never reached the station{reason}."

    def _say_known_things(self, query: Query, matches: list[Match], draft: Draft) -> None:
        for match in matches[:1]:
            thing = match.thing
            if isinstance(thing, Mission):
                facts = facts_of(self._knowledge, thing, "launched")
                if facts:
                    text = predicate(self._knowledge, thing, "launched", facts)
                    draft.say(sentence(self._knowledge, thing, [text]))
                    draft.add_context(facts)
            elif isinstance(thing, Programme) and "servicers" in query.fields:
                self._say_servicing(thing, draft)

    def _say_servicing(self, line: Programme, draft: Draft) -> None:
        """What is on record of servicing for a line, where nobody is named who does it."""
        practices = [p for p in self._knowledge.all(Practice) if p.what == "servicing"]
        for practice in practices:
            if line.id in practice.about and practice.note:
                draft.say(f"{say.capital(practice.note)}.")
                note = Fact(line.id, "servicers", practice.note, practice.source, practice.id)
                draft.add_context([note])

    def _known_quantities(self, matches: list[Match]) -> list[tuple[Cover, str, list[Fact]]]:
        """The items of which a figure is recorded, the figure in words, and its facts."""
        known = []
        for match in items_of(matches):
            assert isinstance(match.thing, Cover)
            whole = Match(match.thing)
            facts = [f for f in self._selector.facts(whole, "quantity") if not f.lot]
            if facts:
                text = "; ".join(self._words.phrases(whole, {"quantity": facts}))
                known.append((match.thing, text, facts))
        return known

    def _say_remarks(self, matches: list[Match], draft: Draft) -> None:
        """What is remarked on the one thing asked about: it may tell what no field holds."""
        if len(matches) != 1 or isinstance(matches[0].thing, Mission):
            return
        features = self._selector.facts(matches[0], "features")
        if features:
            draft.say(f"{say.capital(str(features[0].value))}.")
            draft.add_context(features)
        draft.remark_on(matches[0].thing)

    def _say_series(self, query: Query, draft: Draft) -> None:
        """As of the covers made for each HTV: what is recorded of a flight's line as a whole."""
        if any(c.field in {"by_party", "signed_by", "features"} for c in query.where):
            return
        flights = [t for c in query.where if c.field in {"about", "up"} for t in c.things]
        lines = {m.programme for m in map(self._knowledge.get, flights) if isinstance(m, Mission)}
        for series in self._knowledge.all(Cover):
            if series.kind != "series" or not lines & set(series.commemorates):
                continue
            facts = [
                fact
                for fact in self._selector.facts(Match(series), "quantity")
                if isinstance(fact.value, Count) and fact.value.per == "mission"
            ]
            if facts:
                told = self._words.phrases(Match(series), {"quantity": facts})
                draft.say(f"{say.capital(series.name)}: {'; '.join(told)}.")
                draft.add_context(facts)

    def _say_known_quantities(
        self, known: list[tuple[Cover, str, list[Fact]]], draft: Draft
    ) -> None:
        if known:
            items = [f"{self._words.label(cover)}: {text}" for cover, text, _ in known]
            draft.say(f"Recorded: {'; '.join(items)}.")
            draft.add_context(fact for _, _, facts in known for fact in facts)

    def _say_unattributed(self, query: Query, matches: list[Match], draft: Draft) -> None:
        """Lots of the same mail that the source gives to nobody: told, but not as the answer."""
        if not set(query.fields) & {"marked", "signed", "postmarked", "signed_by", "marks"}:
            return
        told: set[str] = set()
        for match in matches:
            if not isinstance(match.thing, Cover):
                continue
            for mail in self._knowledge.consignments_of(match.thing):
                for lot in mail.lots:
                    if lot.origin == "unknown" and f"{mail.id}/{lot.id}" not in told:
                        told.add(f"{mail.id}/{lot.id}")
                        draft.say(f"{mail.name}: {self._words.lot(mail, lot.id)}.")
                        facts = facts_of(self._knowledge, mail, "quantity")
                        draft.add_context(fact for fact in facts if fact.lot == lot.id)

    def _no_such_cover(self, query: Query, draft: Draft) -> str:
        """No cover fits all conditions: say so, and what fits most of them."""
        asked = LABELS.get(query.fields[0], "") if query.fields else ""
        what = describe_conditions(self._knowledge, query)
        piece = tuple(c for c in query.where if c.field in _PIECE_FIELDS)
        rest = tuple(c for c in query.where if c not in piece)
        related = self._selector.select("cover", rest) if piece and rest else []
        if related:
            loose = query.model_copy(update={"where": rest})
            draft.say(f"Not recorded: {what}.")
            known = self._known_quantities(related)[:_MOST_RELATED] if _asks_figure(query) else []
            self._say_known_quantities(known, draft)
            self._say_unattributed(loose, related, draft)
            draft.about(*(match.thing.id for match in related[:5]))
            return "not_recorded"
        draft.say(
            f"No {asked} is recorded here for {what}." if asked else f"None recorded here: {what}."
        )
        self._say_work(query, draft)
        self._say_others(query, draft)
        self._say_signed_by_members(query, draft)
        return "not_recorded"

    def _say_work(self, query: Query, draft: Draft) -> None:
        """As of Chizhov, of whom no cover is recorded: that he makes cachets for Progress."""
        makers = [t for c in query.where if c.field == "by_party" for t in c.things]
        for maker in map(self._knowledge.thing, makers[:1] if len(query.where) == 1 else ()):
            facts = facts_of(self._knowledge, maker, "active")
            if facts:
                work = say.listed(str(fact.value) for fact in facts)
                draft.say(f"{maker.name} is on record for {work}.")
                draft.add_context(facts)

    def _say_others(self, query: Query, draft: Draft) -> None:
        """What is recorded for the mission that was asked about."""
        about = [c for c in query.where if c.field in {"about", "up", "down"}]
        for condition in about:
            wider = condition.model_copy(update={"field": "about"})
            others = self._selector.select("cover", [wider])
            items = [m.thing for m in items_of(others) if isinstance(m.thing, Cover)]
            if items:
                told, left = items[:_MOST_RELATED], len(items) - _MOST_RELATED
                labels = [self._words.label(cover) for cover in told]
                more = f" and {left} more" if left > 0 else ""
                draft.say(f"Recorded there: {'; '.join(labels)}{more}.")
                draft.about(*(cover.id for cover in told))
                break
        self._say_series(query, draft)

    def _say_signed_by_members(self, query: Query, draft: Draft) -> None:
        """As of covers signed by Expedition 31: what some of that crew signed."""
        crews = [t for c in query.where if c.field == "signed_by" for t in c.things]
        for crew in map(self._knowledge.get, crews):
            members = crew.crew if isinstance(crew, Expedition) else ()
            people = tuple(member.person for member in members)
            if not people:
                continue
            by_some = Condition(field="signed_by", things=people)
            found = items_of(self._selector.select("cover", [by_some]))
            for match in found[:_MOST_RELATED]:
                own = [f for f in self._selector.facts(match, "signed_by") if f.value in people]
                if isinstance(match.thing, Cover) and own:
                    who = say.listed(say.name(self._knowledge, str(f.value)) for f in own)
                    draft.say(f"Signed by some of them: {self._words.label(match.thing)} ({who}).")
                    draft.add_context(own)
                    draft.about(match.thing.id)

    def _subject_names(self, query: Query, matches: list[Match]) -> str:
        things = [match.thing for match in matches]
        if query.kind == "cover":
            covers = [t for t in things if isinstance(t, Cover) and not is_bag(t)]
            if not covers:
                return describe_conditions(self._knowledge, query)
            labels = [self._words.label(cover) for cover in covers]
        else:
            labels = [say.name(self._knowledge, thing.id) for thing in things]
        if len(labels) > 3:
            return describe_conditions(self._knowledge, query)
        return say.listed(labels)
