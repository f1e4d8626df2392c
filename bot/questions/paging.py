"""Going on with a list that was cut: "more", "the next ones", "weiter", "дальше"."""

from __future__ import annotations

from bot.questions.normalise import words_of
from bot.questions.query import Memory, Query
from bot.questions.vocabulary import vocabulary


def next_page(text: str, memory: Memory) -> Query | None:
    """As in "more" after a list: its next page, or what is behind the last one, which is nothing.

    "The others" after a list that was told whole are others than those, so no page of it.
    """
    last = memory.query
    asked = goes_on(text)
    if memory.more is not None:
        return memory.more if asked else None
    if last is None or last.want != "list" or not asked or (asked == "rest" and not last.offset):
        return None
    return last.model_copy(update={"offset": last.offset + max(len(memory.subjects), 1)})


def goes_on(text: str) -> str:
    """What a text asks a list for, "more" or "rest", where it is nothing else; else "".

    "Ok, more please" is, "more on ATV-2" is not.
    """
    words, known = words_of(text), vocabulary().going_on
    empty = [_says_nothing(word) for word in words]
    for first in range(len(words)):
        for end in range(len(words), first, -1):
            if words[first:end] in known and all(empty[:first] + empty[end:]):
                return known[words[first:end]]
    return ""


def _says_nothing(word: str) -> bool:
    """Whether a word around them is mere politeness, or "and"."""
    senses = vocabulary().phrases.get((word,), ())
    return any(sense.kind in {"filler", "addition"} for sense in senses)
