"""From a reading to an `Answer`: one short method for each kind of question."""

from __future__ import annotations

from typing import cast

from bot.answers import say
from bot.answers.answer import Answer, Status
from bot.answers.checks import Checks
from bot.answers.describe import Describer
from bot.answers.draft import Draft
from bot.answers.fits import Fits
from bot.answers.lists import Lists
from bot.answers.ranking import Ranking
from bot.answers.select import Selector
from bot.answers.sentences import HELP
from bot.answers.troubles import explain_trouble
from bot.answers.values import Values
from bot.knowledge.base import Knowledge
from bot.knowledge.records import Source
from bot.questions.query import Query, Trouble


class Responder:
    """Answers readings from one knowledge base."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Answer from `knowledge`."""
        self._knowledge = knowledge
        self._selector = Selector(knowledge)
        self._values = Values(self._selector)
        self._lists = Lists(self._selector, self._values)
        self._ranking = Ranking(self._selector, self._values)
        self._checks = Checks(self._selector, self._lists)
        self._fits = Fits(self._selector)
        self._describer = Describer(self._selector)

    def respond(self, reading: Query | Trouble) -> Answer:
        """The answer to a reading."""
        draft = Draft(self._knowledge)
        if isinstance(reading, Trouble):
            explain_trouble(self._knowledge, reading, draft)
            return draft.seal(reading.status)
        status = cast(Status, self._carry_out(reading, draft))
        sealed = draft.seal(status)
        return sealed.model_copy(update={"query": reading, "understood": str(reading)})

    def describe(self, thing_id: str) -> Answer:
        """What is recorded about one thing."""
        draft = Draft(self._knowledge)
        return draft.seal(cast(Status, self._describer.answer((thing_id,), draft)))

    def _carry_out(self, query: Query, draft: Draft) -> str:
        match query.want:
            case "value":
                return self._values.answer(query, draft)
            case "list":
                return self._lists.answer(query, draft)
            case "count":
                return self._lists.count(query, draft)
            case "fits":
                return self._fits.answer(query, draft)
            case "identify":
                return self._lists.identify(query, draft)
            case "total":
                return self._ranking.total(query, draft)
            case "rank":
                return self._ranking.rank(query, draft)
            case "compare":
                return self._ranking.compare(query, draft)
            case "check":
                return self._checks.answer(query, draft)
            case "describe" | "define":
                things = tuple(t for c in query.where for t in c.things)
                return self._describer.answer(things, draft)
            case "sources":
                return self._sources(draft)
            case "help":
                draft.say(HELP)
                return "answered"

    def _sources(self, draft: Draft) -> str:
        """The sources with the most facts behind them."""
        sources = self._knowledge.all(Source)
        draft.say(f"My facts come from {len(sources)} sources; each answer names its own. Among them:")
        for source in sources[:6]:
            draft.say(f"- {say.source_name(source)}" + (f" ({source.url})" if source.url else ""))
        return "answered"
