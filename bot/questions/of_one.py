"""Follow-ups on a mark, a club or an office: "since when?", "until when?", "which country?"."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Mark, Party
from bot.questions.conditions import SELF, is_kind
from bot.questions.query import Condition, Memory, Query
from bot.questions.sketch import Sketch

# The words that ask, and the field that each kind of thing has for it.
_BEGIN = {"mark": "begun", "party": "founded", "place": "opened"}
_END = {"mark": "over", "place": "closed"}
_COUNTRY = {"party": "country", "place": "country"}
_HOME = {"party": "place"}
_CLOSED = {"place": "closed"}
_OPENED = {"place": "opened"}
_EXPEDITIONS = {"person": "expeditions"}
_ASKED = {
    **dict.fromkeys(("since when", "from when", "founded"), _BEGIN),
    **dict.fromkeys(("until when", "till when", "last day"), _END),
    **dict.fromkeys(("closed", "when closed", "when close"), _CLOSED),
    **dict.fromkeys(("expeditions", "which expeditions", "expedition"), _EXPEDITIONS),
    **dict.fromkeys(("opened", "when opened", "when open"), _OPENED),
    **dict.fromkeys(("country", "which country", "what country"), _COUNTRY),
    **dict.fromkeys(("where based", "where live", "where lives", "where home", "where"), _HOME),
}
_BESIDE = {
    *(
        "and",
        "is",
        "are",
        "was",
        "were",
        "it",
        "they",
        "the",
        "he",
        "she",
        "in",
        "from",
        "of",
        "use",
    ),
    *("used", "been", "has", "have", "does", "do", "there", "exist", "exists", "existed"),
}
_GOES_ON = {"and", "what about", "how about", "or"}


def _another_mark(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> tuple[str, ...]:
    """As in "and the new one", "the Crew Dragon one" after a mark: another mark called so."""
    last = memory.query
    texts = [slot.text for slot in sketch.slots]
    if last is None or last.kind != "mark" or not {"the", "one"} <= set(texts):
        return ()
    if not set(texts[: texts.index("the")]) <= _GOES_ON:
        return ()
    called = set(" ".join(texts[texts.index("the") + 1 : texts.index("one")]).split())
    before = {thing for c in last.where if c.field == SELF for thing in c.things}
    near = {mark.place for mark in knowledge.all(Mark) if mark.id in before}
    found = [
        mark.id
        for mark in knowledge.all(Mark)
        if mark.id not in before and mark.place in near and called <= _words_of(mark)
    ]
    return tuple(found) if called and len(found) == 1 else ()


def _words_of(mark: Mark) -> set[str]:
    """Every word that a mark is called by."""
    names = " ".join((mark.name, *mark.names)).casefold()
    return set(names.replace(",", " ").split())


def of_the_one(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> Query | None:
    """A field of the one thing that was talked about; None where more or another is asked."""
    last = memory.query
    if last is None:
        return None
    texts = " ".join(slot.text for slot in sketch.slots).split()
    other = _another_mark(sketch, memory, knowledge)
    if other:  # "and the new one, since when?", "and the new one?"
        behind = texts[texts.index("one") + 1 :]
        same = last.model_copy(update={"where": (Condition(field=SELF, things=other),)})
        return _of(other, "mark", behind) if behind else same
    kind, things = _spoken_of(sketch, memory, knowledge)
    named = knowledge.thing(things[0]) if len(things) == 1 else None
    person = isinstance(named, Party) and named.individual
    if named is None or ({"he", "she"} & sketch.words and not person):
        return None
    found = _of(things, kind, texts)
    if found is None:
        return None
    listed = last.want == "list" and last.kind == kind
    kept = last.where if listed else found.where  # what it was found by stays said
    return found.model_copy(update={"where": kept})


def _of(things: tuple[str, ...], kind: str, texts: list[str]) -> Query | None:
    """What such words ask of a thing; None where they are others."""
    words = " ".join(text for text in texts if text not in _BESIDE)
    field = _ASKED.get(words, {}).get(kind)
    itself = (Condition(field=SELF, things=things),)
    return Query(want="value", kind=kind, fields=(field,), where=itself) if field else None


def _spoken_of(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> tuple[str, tuple[str, ...]]:
    """The kind of what was talked about, and its things; "he" after covers is their maker."""
    last = memory.query
    assert last is not None
    if last.kind == "cover" and {"he", "she", "they"} & sketch.words:
        said = (*last.where, *last.claim)  # "did Urusov make ATV covers? where is he from?"
        makers = (c.things for c in said if c.field == "by_party" and c.op == "is")
        return "party", next(makers, ())
    named = tuple(thing for c in last.where if c.field == SELF for thing in c.things)
    spoken = (t for t in memory.subjects if is_kind(knowledge, t, last.kind))
    return last.kind, named or tuple(spoken)
