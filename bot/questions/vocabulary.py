"""The words of questions: YAML files of `words/`, one a language, read into one phrase table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

import yaml

from bot.questions.normalise import normalise, words_of

SenseKind = Literal[
    "topic",  # sign, fly, postmark ...
    "ask",  # a phrase that names one field
    "type",  # who, when, where, how many ...
    "fits",  # can it be what it is said to be?
    "advice",  # should, suits: which postmark is right
    "only",
    "sequence",  # next, previous
    "direction",  # back, home, up: where a verb of carrying leads to
    "number",  # two, three ...
    "value",  # a word that states a value: lost, successful
    "kind",  # cover, folder, mission ...
    "want",  # list, compare, total ...
    "order",  # smallest, first ...
    "ordinal",
    "ranking",
    "comparative",
    "limit",
    "on_board",
    "negation",
    "auxiliary",
    "preposition",
    "article",
    "pronoun",
    "addition",
    "alternative",
    "each",
    "reports",  # says, claims, heard: who says it is not what is asked
    "first_person",  # my, just got ...: talk rather than a question
    "filler",
    "outside",
    "ordinary",
    "beside_a_ship",  # what a phone makes of a word, which is meant only beside a ship: lunch
]

# How the sections of a file map to kinds of sense; those with a mapping have values of their own.
_SECTIONS: dict[str, SenseKind] = {
    "topics": "topic",
    "asks": "ask",
    "types": "type",
    "fits": "fits",
    "advice": "advice",
    "only": "only",
    "sequence": "sequence",
    "directions": "direction",
    "numbers": "number",
    "values": "value",
    "kinds": "kind",
    "wants": "want",
    "order": "order",
    "ordinals": "ordinal",
    "ranking": "ranking",
    "comparatives": "comparative",
    "limits": "limit",
    "on_board": "on_board",
    "negations": "negation",
    "auxiliaries": "auxiliary",
    "prepositions": "preposition",
    "articles": "article",
    "pronouns": "pronoun",
    "additions": "addition",
    "alternatives": "alternative",
    "each": "each",
    "reports": "reports",
    "first_person": "first_person",
    "fillers": "filler",
    "outside": "outside",
    "ordinary": "ordinary",
    "beside_a_ship": "beside_a_ship",
}
_GOING_ON = "going_on"  # whole texts, no words of a sentence: "more", "the next ones"


# A word of these kinds only says nothing of the field.
_UNTOLD: set[SenseKind] = {"filler", "ordinary", "beside_a_ship"}


@dataclass(frozen=True)
class Sense:
    """One meaning of a phrase: what kind of word it is, and its value (a topic, a field ...)."""

    kind: SenseKind
    value: str = ""


_OVERHEARD = "overheard"  # the section of what people say to one another


class Vocabulary:
    """Phrases and their senses; a phrase may have several, which the grammar chooses from."""

    def __init__(self, files: Iterable[dict[str, Any]]) -> None:
        """Merge the sections of all language files.

        `going_on` holds the texts that ask for the next page of a list, and whether for its rest;
        `overheard` are stretches of talk, which have no sense of their own.

        `alone` holds the words that are a phrase by themselves; `telling` those of them that mean
        something: a slip is mended only into one of them.
        `ordinary` are those of other subjects: a slip of one of them stays one; `parts` are the
        words of all phrases that mean something. No slip is mended into a filler: "Discovery" would
        become "discover", and nobody would miss it. The whole vocabulary takes these from English.
        """
        self.phrases: dict[tuple[str, ...], tuple[Sense, ...]] = {}
        self.going_on: dict[tuple[str, ...], str] = {}
        found: dict[tuple[str, ...], list[Sense]] = defaultdict(list)
        self.overheard: set[tuple[str, ...]] = set()
        for file in files:
            self.overheard |= {tuple(normalise(line).split()) for line in file.get(_OVERHEARD, ())}
            for section, content in file.items():
                if section == _GOING_ON:
                    entries = _entries(section, content)
                    self.going_on |= {words_of(phrase): value for phrase, value in entries}
                if section in {_GOING_ON, _OVERHEARD}:
                    continue
                for phrase, value in _entries(section, content):
                    sense = Sense(_SECTIONS[section], value)
                    key = words_of(phrase)
                    if key and sense not in found[key]:
                        found[key].append(sense)
        self.phrases = {key: tuple(senses) for key, senses in found.items()}
        for key, senses in list(self.phrases.items()):
            self.phrases.setdefault(_terse(key), senses)
        self.words: frozenset[str] = frozenset(word for key in self.phrases for word in key)
        self.alone: frozenset[str] = frozenset(key[0] for key in self.phrases if len(key) == 1)
        self.telling: frozenset[str] = frozenset(
            key[0]
            for key, senses in self.phrases.items()
            if len(key) == 1 and any(sense.kind not in _UNTOLD for sense in senses)
        )
        self.ordinary: frozenset[str] = frozenset(
            key[0]
            for key, senses in self.phrases.items()
            if len(key) == 1
            and all(sense.kind in {"ordinary", "beside_a_ship"} for sense in senses)
        )
        self.parts: frozenset[str] = frozenset(
            word
            for key, senses in self.phrases.items()
            if any(sense.kind not in _UNTOLD for sense in senses)
            for word in key
        )
        self.longest: int = max(map(len, self.phrases))


def _terse(phrase: tuple[str, ...]) -> tuple[str, ...]:
    """A phrase as people in haste write it, without the article in its middle: "get to iss"."""
    if len(phrase) < 3:
        return phrase
    return (phrase[0], *(word for word in phrase[1:-1] if word != "the"), phrase[-1])


def _entries(section: str, content: Any) -> Iterable[tuple[str, str]]:
    """Every phrase of a section with its value."""
    if isinstance(content, list):
        return [(str(phrase), "") for phrase in content]
    if section in {"ordinals", "numbers"}:
        return [(str(phrase), str(number)) for phrase, number in content.items()]
    return [(str(phrase), str(value)) for value, phrases in content.items() for phrase in phrases]


def is_talk_among_people(text: str) -> bool:
    """Whether somebody speaks to others, in a question or not: "who needs CRS-7 covers anyway"."""
    words = ("^", *words_of(text), "$")
    lines = vocabulary().overheard
    lengths = {len(line) for line in lines}
    return any(words[n : n + length] in lines for n in range(len(words)) for length in lengths)


_MENDED_INTO = "en.yaml"  # an English slip is no word of another language


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of all languages that ship with Flown."""
    folder = resources.files("bot.questions") / "words"
    files = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".yaml")),
        key=lambda entry: entry.name,
    )
    loaded = {
        entry.name: yaml.load(entry.read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506 (only text)
        for entry in files
    }
    whole = Vocabulary(loaded.values())
    english = Vocabulary([loaded[_MENDED_INTO]])
    whole.telling, whole.ordinary, whole.parts = english.telling, english.ordinary, english.parts
    return whole
