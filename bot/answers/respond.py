"""From a reading to an `Answer`: one short method for each kind of question."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from bot.answers import say
from bot.answers.answer import Answer, Status, joined
from bot.answers.checks import Checks
from bot.answers.covers import DONE
from bot.answers.describe import Describer
from bot.answers.draft import Draft
from bot.answers.elapsing import Elapsing
from bot.answers.fits import Fits
from bot.answers.lists import Lists
from bot.answers.noted import Notes
from bot.answers.piecesums import PieceSums
from bot.answers.ranking import Ranking
from bot.answers.select import Selector
from bot.answers.sentences import BEYOND, CARGO_ONLY, HELP, LEFT_ASIDE
from bot.answers.tallies import Tallies
from bot.answers.troubles import explain_trouble
from bot.answers.values import Values
from bot.knowledge.base import Knowledge
from bot.knowledge.records import Source
from bot.knowledge.values import Day
from bot.questions.query import Query, Trouble, Want

_ON_OR_AFTER = {"is", ">", ">=", "between"}


class Responder:
    """Answers readings from one knowledge base."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Answer from `knowledge`."""
        self._knowledge = knowledge
        self._selector = Selector(knowledge)
        self._values = Values(self._selector)
        self._lists = Lists(self._selector, self._values)
        self._ranking = Ranking(self._selector, self._values)
        self._tallies = Tallies(self._selector)
        self._piece_sums = PieceSums(self._selector, self._values)
        self._checks = Checks(self._selector, self._lists)
        self._fits = Fits(self._selector)
        self._describer = Describer(self._selector)
        self._by_want: dict[Want, Callable[[Query, Draft], str]] = {
            "value": self._values.answer,
            "list": self._lists.answer,
            "count": self._lists.count,
            "identify": self._lists.identify,
            "fits": self._fits.answer,
            "total": self._ranking.total,
            "rank": self._ranking.rank,
            "compare": self._compare,
            "elapsed": Elapsing(self._selector).answer,
            "check": self._checks.answer,
            "describe": self._describe,
            "define": self._describe,
            "noted": Notes(self._selector).answer,
            "help": self._help,
            "sources": self._sources,
        }

    def respond(self, reading: Query | Trouble) -> Answer:
        """The answer to a reading."""
        draft = Draft(self._knowledge)
        if isinstance(reading, Trouble):
            explain_trouble(self._knowledge, reading, draft)
            return draft.seal(reading.status)
        if reading.then:
            first = reading.model_copy(update={"then": ()})
            return joined([self.respond(query) for query in (first, *reading.then)])
        later = self._day_beyond(reading)
        if later is not None:
            last = say.day(cast("Day", self._knowledge.latest_day))
            draft.say(BEYOND.format(last=last, day=say.day(later)))
            return self._sealed(reading, draft, "not_recorded")
        status = self._carry_out(reading, draft)
        if _speaks_of_all_at_the_station(reading):
            draft.say(CARGO_ONLY)
        if reading.aside:
            draft.say(LEFT_ASIDE.format(words=say.quoted(*reading.aside)))
        return self._sealed(reading, draft, status)

    def _sealed(self, reading: Query, draft: Draft, status: Status) -> Answer:
        sealed = draft.seal(status)
        kept = reading.model_copy(update={"aside": ()})  # what is stored holds nobody's words
        return sealed.model_copy(update={"query": kept, "understood": str(reading)})

    def _day_beyond(self, query: Query) -> Day | None:
        """A day asked about that is later than what is recorded of ships and crews."""
        last = self._knowledge.latest_day
        if last is None or query.kind not in {"expedition", "mission", "person"}:
            return None
        days = [c.day for c in (*query.where, *query.claim) if c.day and c.op in _ON_OR_AFTER]
        return next((day for day in days if last.before(day)), None)

    def describe(self, thing_id: str) -> Answer:
        """What is recorded about one thing."""
        draft = Draft(self._knowledge)
        return draft.seal(cast("Status", self._describer.answer((thing_id,), draft)))

    def _carry_out(self, query: Query, draft: Draft) -> Status:
        """Fill `draft` by the kind of question; returns the status."""
        return cast("Status", self._by_want[query.want](query, draft))

    def _compare(self, query: Query, draft: Draft) -> str:
        """Figures side by side, counts of things, or sums of pieces."""
        if not query.tally:
            return self._ranking.compare(query, draft)
        if not query.fields:
            return self._tallies.compare(query, draft)
        summed = query.fields[0] in DONE  # flown, issued, signed ...
        return (self._piece_sums if summed else self._ranking).compare(query, draft)

    def _describe(self, query: Query, draft: Draft) -> str:
        things = tuple(thing for condition in query.where for thing in condition.things)
        return self._describer.answer(things, draft)

    def _help(self, _: Query, draft: Draft) -> str:
        draft.say(HELP)
        return "answered"

    def _sources(self, query: Query, draft: Draft) -> str:
        """The sources of the last answer; without one, some of all."""
        inner = next((c.query for c in query.where if c.query is not None), None)
        if inner is not None:
            last = self.respond(inner)
            draft.facts += [fact.model_copy(update={"role": "context"}) for fact in last.facts]
            draft.say("That comes from:" if last.citations else "That rests on no recorded fact.")
            draft.say(*(f"- {cited.name}" for cited in last.citations))
            return "answered"
        sources = self._knowledge.all(Source)
        draft.say(
            f"My facts come from {len(sources)} sources; each answer names its own. Among them:"
        )
        for source in sources[:6]:
            draft.say(f"- {say.source_name(source)}" + (f" ({source.url})" if source.url else ""))
        return "answered"


def _speaks_of_all_at_the_station(query: Query) -> bool:
    """As in "what docked at Zvezda aft after ATV-4": a Soyuz may have been there, too."""
    told = {c.field for c in query.where if c.op == "is"}
    listed = query.kind == "mission" and query.want in {"count", "list", "rank"}
    return listed and bool({"at_station", "port"} & told) and not {"programme", "variant"} & told
