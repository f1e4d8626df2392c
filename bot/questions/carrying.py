"""Flights by the covers that they have: "which ATVs have Erno cards"."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Mission
from bot.questions.query import Condition, Query
from bot.questions.sketch import FORMS, Sketch

_HAVE_COVERS = {"covers", "covers_up"}


def with_their_covers(
    sketch: Sketch, found: list[Condition], knowledge: Knowledge
) -> list[Condition]:
    """The conditions on flights, those on the maker and the form put where they belong.

    A maker of covers runs no flights: "ATVs with La Marianne folders" are flights whose covers are
    folders by La Marianne.
    """
    having = [c for c in found if c.field in _HAVE_COVERS and c.op == "recorded"]
    makers = [c for c in found if c.field == "operator" and runs_none(c.things, knowledge)]
    forms = [form for form in sketch.kinds if form in FORMS]
    if len(having) != 1 or not (makers or forms) or len(forms) > 1:
        return found
    where = [c.model_copy(update={"field": "by_party"}) for c in makers]
    where += [Condition(field="form", text=form) for form in forms]
    covers = Condition(
        field=having[0].field, query=Query(want="list", kind="cover", where=tuple(where))
    )
    return [*(c for c in found if c not in makers and c not in having), covers]


def runs_none(parties: tuple[str, ...], knowledge: Knowledge) -> bool:
    """Whether none of these parties is the operator of a flight on record."""
    return not any(
        fact.value in parties
        for mission in knowledge.all(Mission)
        for fact in facts_of(knowledge, mission, "operator")
    )
