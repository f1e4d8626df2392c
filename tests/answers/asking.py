"""Short ways to write Queries, and to look at what an answer states."""

from bot.knowledge.values import Day
from bot.questions.query import Condition, Query


def of(field, *things):
    """The field holds one of these things."""
    return Condition(field=field, things=things)


def number(field, op, value):
    """The field's figure compared with a number."""
    return Condition(field=field, op=op, number=value)


def on(field, day, op="is", until=None):
    """The field's day compared with a day."""
    return Condition(field=field, op=op, day=Day.of(day), until=Day.of(until) if until else None)


def told(field):
    """Anything at all is recorded in the field."""
    return Condition(field=field, op="recorded")


def ask(want, kind, *fields, where=(), claim=(), **rest):
    """A Query; one condition need not be put in a tuple."""
    where, claim = ((c,) if isinstance(c, Condition) else tuple(c) for c in (where, claim))
    return Query(want=want, kind=kind, fields=fields, where=where, claim=claim, **rest)


def figure(low, high=None, bound="exact"):
    """A count as an answer states it."""
    return {"min": low, "max": low if bound in {"exact", "about"} else high, "bound": bound}


def asked(answer):
    """What the answer states as exactly what was asked: (subject, field, value)."""
    return [(f.subject, f.attribute, f.value) for f in answer.facts if f.role == "asked"]


def context(answer):
    """What the answer adds: (subject, field, value)."""
    return [(f.subject, f.attribute, f.value) for f in answer.facts if f.role == "context"]
