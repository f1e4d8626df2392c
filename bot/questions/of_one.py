"""Follow-ups on a mark, a club or an office: "since when?", "until when?", "which country?"."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import FIELDS
from bot.questions.conditions import SELF
from bot.questions.continuing import is_kind
from bot.questions.query import Condition, Memory, Query
from bot.questions.sketch import Sketch

# The words that ask, and the field that each kind of thing has for it.
_BEGIN = {"mark": "begun", "party": "founded", "place": "opened"}
_END = {"mark": "over", "place": "closed"}
_COUNTRY = {"party": "country", "place": "country"}
_HOME = {"party": "place"}
_ASKED = {
    **dict.fromkeys(("since when", "from when", "founded"), _BEGIN),
    **dict.fromkeys(("until when", "till when", "still in use"), _END),
    **dict.fromkeys(("country", "which country", "what country"), _COUNTRY),
    **dict.fromkeys(("where based", "where live", "where"), _HOME),
    "last day": _END,  # of use
}
_BESIDE = {
    *("and", "is", "was", "were", "it", "they", "the", "he", "she", "in", "from", "of", "use"),
    *("used", "in use", "been", "has", "does", "do", "there"),
}


def of_the_one(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query | None:
    """A field of the one thing that was talked about; None where more or another is asked."""
    last = memory.query
    if last is None:
        return None
    words = " ".join(slot.text for slot in sketch.slots if slot.text not in _BESIDE)
    asked = _ASKED.get(words)
    kind, things = _spoken_of(sketch, memory, knowledge)
    if asked is None or kind not in asked or len(things) != 1:
        return None
    itself = (Condition(field=SELF, things=things),)
    where = last.where if last.want == "list" else itself  # what it was found by stays said
    return Query(want="value", kind=kind, fields=(asked[kind],), where=where)


def _spoken_of(
    sketch: Sketch, memory: Memory, knowledge: Knowledge
) -> tuple[str, tuple[str, ...]]:
    """The kind of what was talked about, and its things; "he" after covers is their maker."""
    last = memory.query
    assert last is not None
    if last.kind == "cover" and {"he", "she", "they"} & sketch.words:
        makers = (c.things for c in last.where if c.field == "by_party" and c.op == "is")
        return "party", next(makers, ())
    named = tuple(thing for c in last.where if c.field == SELF for thing in c.things)
    spoken = (t for t in memory.subjects if is_kind(knowledge, t, last.kind))
    return last.kind, named or tuple(spoken)
