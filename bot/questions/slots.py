"""From a text to slots: the designators, days, numbers, names and words it consists of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from bot.knowledge.base import Knowledge
from bot.questions.days import WrittenDay, written_days
from bot.questions.designators import PROGRAMME_OF, Designator, designators
from bot.questions.english import is_another_word
from bot.questions.names import NameIndex
from bot.questions.normalise import Token, normalise, plain, tokenise, words_of
from bot.questions.numberwords import counted, numbers_behind_names, numbers_joined
from bot.questions.slips import FAMILIES, MIN_LETTERS, TWO_SLIPS_FROM, Mender, closest_word
from bot.questions.vocabulary import Sense, SenseKind, vocabulary

SlotKind = Literal["thing", "value", "day", "number", "word", "unknown", "no_such"]

_GROUPED = re.compile(r"(?<![\w/.#-])(\d{1,3}(?:[ ,.]\d{3})+)(?![\w/]|[.,]\d|-\d)")
_NUMBERED = re.compile(r"(?<!\w)#?(\d{1,4})\s?/\s?(\d{2,5})(?!\w|/)")


@dataclass(frozen=True)
class Slot:
    """One piece of a question with what it may mean.

    `things` are ids, `senses` the meanings of a word; `spelt` says that a word was corrected;
    `programme` goes with a designator of a closed list that has no such flight (`no_such`);
    `edition` with a number that stands on an item.
    """

    kind: SlotKind
    start: int
    end: int
    text: str
    things: tuple[str, ...] = ()
    senses: tuple[Sense, ...] = ()
    day: WrittenDay | None = None
    number: float | None = None
    edition: float | None = None  # of "38/250": 250
    value: tuple[str, str] | None = None  # a field and its text: ("vehicle", "Soyuz-FG")
    programme: str | None = None
    spelt: bool = False

    @property
    def is_strange(self) -> bool:
        """Whether no reading can explain it: an unknown word, or one of another subject."""
        return self.kind == "unknown" or self.sense("ordinary") is not None

    def sense(self, *kinds: SenseKind) -> Sense | None:
        """The first meaning of one of these kinds."""
        return next((sense for sense in self.senses if sense.kind in kinds), None)

    def means(self, kind: SenseKind, value: str | None = None) -> bool:
        """Whether one of the meanings is of this kind (and has this value)."""
        return any(s.kind == kind and value in {None, s.value} for s in self.senses)


class Annotator:
    """Finds the slots of texts, for one knowledge base."""

    def __init__(self, knowledge: Knowledge, names: NameIndex) -> None:
        """Prepare the word lists that misspelt words are compared with."""
        self._knowledge = knowledge
        self._names = names
        self._vocabulary = vocabulary()
        self._mender = Mender(self._vocabulary, names)
        self._long_names: dict[int, tuple[str, ...]] = defaultdict(tuple)
        for key in names.phrases:
            if len(key) > 1 and all(word.isalpha() for word in key):
                self._long_names[len(key)] += (" ".join(key),)
        self._run_together = {
            "".join(key): things
            for key, things in names.phrases.items()
            if len(key) > 1 and len("".join(key)) >= TWO_SLIPS_FROM
        }
        self._longest = max(self._vocabulary.longest, names.longest)

    def slots(self, text: str) -> tuple[Slot, ...]:
        """The slots of a text, left to right; every word of it is in exactly one of them."""
        normalised = self._mended_families(_unglued(normalise(plain(text))))
        fixed = self._compound_names(normalised)
        fixed += _outside(fixed, self._designated(normalised))
        fixed += _outside(fixed, self._days(normalised))
        fixed += _outside(fixed, _numbers(normalised))
        fixed.sort(key=lambda slot: slot.start)
        slots: list[Slot] = []
        position = 0
        for slot in fixed:
            slots += self._words(normalised, position, slot.start)
            slots.append(slot)
            position = max(position, slot.end)
        slots += self._words(normalised, position, len(normalised))
        slots = numbers_behind_names(slots, self._flight)
        return tuple(self._autocorrected(slots))

    def _autocorrected(self, slots: list[Slot]) -> Iterator[Slot]:
        """The slots with what is meant beside a ship: "a progress lunch" is a launch."""
        for position, slot in enumerate(slots):
            sense = slot.sense("beside_a_ship")
            before, behind = slots[max(position - 1, 0)], _behind(slots, position)
            if sense is None:
                yield slot
            elif not (self._is_ship(before) or self._is_ship(behind)):
                rest = tuple(other for other in slot.senses if other != sense)
                yield replace(slot, kind="word" if rest else "unknown", senses=rest)
            else:
                senses = self._vocabulary.phrases[(sense.value,)]
                yield replace(slot, text=sense.value, senses=senses, spelt=True)

    def _is_ship(self, slot: Slot | None) -> bool:
        """Whether a slot names a flight or a line of ships."""
        things = slot.things if slot is not None else ()
        kinds = {self._knowledge.thing(thing).kind_of_thing for thing in things}
        return bool(kinds) and kinds <= {"mission", "programme", "variant"}

    def _compound_names(self, normalised: str) -> list[Slot]:
        """Names that hold a number or a year, before their parts are read as something else."""
        tokens = tokenise(normalised)
        words = [token.text for token in tokens]
        slots: list[Slot] = []
        for first in range(len(tokens)):
            for length in range(min(self._longest, len(tokens) - first), 1, -1):
                key = tuple(words[first : first + length])
                start, end = tokens[first].start, tokens[first + length - 1].end
                things = self._names.phrases.get(key, ()) if key in self._names.compounds else ()
                kinds = {self._knowledge.thing(thing).kind_of_thing for thing in things}
                if things and kinds <= {"mark", "cover"}:
                    slot = Slot("thing", start, end, normalised[start:end], things=things)
                    slots += _outside(slots, [slot])
                    break
        return slots

    def _mended_families(self, normalised: str) -> str:
        """The text with slips in the names of the lines mended; their numbers stay as they are."""
        for token in reversed(tokenise(normalised)):
            if (
                token.text.isalpha()
                and len(token.text) > MIN_LETTERS
                and token.text not in self._mender.known
            ):
                family = closest_word(token.text, FAMILIES, most=1)
                if family is not None and not is_another_word(token.text, family):
                    normalised = normalised[: token.start] + family + normalised[token.end :]
        return normalised

    def _designated(self, normalised: str) -> Iterable[Slot]:
        for designator in designators(normalised):
            if self._is_value(designator):
                continue
            yield self._flight(designator)

    def _flight(self, designator: Designator) -> Slot:
        """The flight or crew of a designator; or that there is none."""
        where = (designator.start, designator.end, designator.text)
        thing = self._names.by_designator(designator)
        named = self._names.phrases.get(words_of(designator.text), ())
        if thing is not None:
            return Slot("thing", *where, things=(thing,))
        if named:  # "Progress M1" is a variant, not a flight no. 1
            return Slot("thing", *where, things=named)
        if designator.family in _OTHER_CRAFT:
            return Slot("word", *where, senses=(Sense("outside", "crewed"),))
        return Slot("no_such", *where, programme=_programme(designator))

    def _is_value(self, designator: Designator) -> bool:
        """Whether a rocket's name only looks like a designator: Ariane 5, Soyuz-2.1a."""
        return designator.family in _OTHER_CRAFT and (
            words_of(designator.text) in self._names.values
        )

    def _days(self, normalised: str) -> list[Slot]:
        slots = []
        for day in written_days(normalised):
            real = day.day is not None or day.month_day is not None
            where = (day.start, day.end, day.text)
            slots.append(Slot("day", *where, day=day) if real else Slot("unknown", *where))
        return slots

    def _words(self, normalised: str, start: int, end: int) -> list[Slot]:
        """Slots for the stretch between two fixed ones: longest phrase first."""
        tokens = [
            Token(token.text, token.start + start, token.end + start)
            for token in tokenise(normalised[start:end])
        ]
        words, spelt = self._corrected(tokens)
        slots: list[Slot] = []
        position = 0
        while position < len(tokens):
            length, slot = self._longest_phrase(words, position)
            first, last = tokens[position], tokens[position + length - 1]
            corrected = any(spelt[position : position + length])
            text = normalised[first.start : last.end]
            if corrected:
                text = " ".join(words[position : position + length])
            placed = replace(slot, start=first.start, end=last.end, text=text, spelt=corrected)
            slots.append(counted(placed))
            position += length
        return numbers_joined(slots)

    def _longest_phrase(self, words: list[str], position: int) -> tuple[int, Slot]:
        reach = min(self._longest, len(words) - position)
        if words[position] == "the" and self._name_begins(words, position + 1):
            reach = 1  # "the station cover shown for ...": a cover, and not the station
        for length in range(reach, 0, -1):
            key = tuple(words[position : position + length])
            things = self._names.phrases.get(key, ()) or self._plural_name(key)
            things = things or self._misspelt_name(key) or self._misspaced_name(key)
            senses = self._vocabulary.phrases.get(key, ())
            if key in self._names.values:
                return length, Slot("value", 0, 0, "", value=self._names.values[key])
            if things or senses:
                kind: SlotKind = "thing" if things else "word"
                return length, Slot(kind, 0, 0, "", things=things, senses=senses)
        if words[position].isdecimal():
            return 1, Slot("number", 0, 0, "", number=float(words[position]))
        return 1, Slot("unknown", 0, 0, "")

    def _name_begins(self, words: list[str], position: int) -> bool:
        """Whether a name of several words begins at a word."""
        lengths = range(min(self._names.longest, len(words) - position), 1, -1)
        return any(tuple(words[position : position + n]) in self._names.phrases for n in lengths)

    def _plural_name(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The things of a name of several words, met in the plural: "new cargo Dragons"."""
        if len(words) < 2 or not words[-1].endswith("s") or words in self._vocabulary.phrases:
            return ()
        things = self._names.phrases.get((*words[:-1], words[-1].removesuffix("s")), ())
        kinds = {self._knowledge.thing(thing).kind_of_thing for thing in things}
        return things if "party" not in kinds else ()  # "French clubs" are not the French club

    def _misspaced_name(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The things of a name with a space too many or without any: "le maitre", "julesverne"."""
        if len(words) == 1 and words[0] not in self._mender.known:
            return self._run_together.get(words[0], ())
        for n, (first, second) in enumerate(pairwise(words)):
            joined = (*words[:n], first + second, *words[n + 2 :])
            strange = first not in self._mender.known or second not in self._mender.known
            if strange and len(first + second) > MIN_LETTERS:
                things = self._names.phrases.get(joined, ()) or self._misspelt_name(joined)
                if things:
                    return things
        return ()

    def _misspelt_name(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The things whose name of several words is these words but for one slip: "jules vern"."""
        if len(words) < 2 or all(word in self._mender.known for word in words):
            return ()
        if not all(word.isalpha() for word in words):
            return ()
        text = " ".join(words)
        if len(text) < TWO_SLIPS_FROM:
            return ()
        name = closest_word(text, self._long_names[len(words)], most=1)
        return self._names.phrases[tuple(name.split())] if name else ()

    def mended(self, text: str) -> str:
        """A normalised text with the slips in its words mended."""
        words, _ = self._corrected(tokenise(text))
        return " ".join(words)

    def _corrected(self, tokens: list[Token]) -> tuple[list[str], list[bool]]:
        """The words with slips mended, and which of them were mended."""
        words = [self._mender.mend(token.text) for token in tokens]
        return words, [word != token.text for word, token in zip(words, tokens, strict=True)]


_GLUED = re.compile(
    r"(?<=[a-z]{3})(?=\+[a-z]{3})|(?<=[a-z]{3}\+)(?=[a-z]{3})|(?<=\d)(?=(?:cover|folder|card|letter)s?\b)|(?<=\bdragon)(?=c2\+|crs|spx)|(?<=\bmercury)(?=\d)|(?<=\bprogress)(?=m\d?-?\d)"
)


# "in 2015 or later": the bound is said behind its day.
_OR_LATER = re.compile(r"\b(?:in |from )?(\d{4})(?:,)? (?:or|and) (?:later|after|newer|onwards?)\b")
_ONWARDS = re.compile(r"\b(?:from |in )(\d{4}) (?:on|onwards?)\b")
_OR_EARLIER = re.compile(r"\b(?:in )?(\d{4})(?:,)? (?:or|and) (?:earlier|before|older)\b")

_OF_AN_EDITION = re.compile(
    r"(?P<named>\b(?:numbered|number|nummer|numero)\s+|\b(?:no|nr)\.?\s*|#\s*)"
    r"(?P<number>\d{1,4})\s+(?:(?:out )?of|von|sur|di|из)\s+(?P<edition>\d{2,5})(?!\w|[./-]\d)"
)
_NUMBER = re.compile(r"\b(?:no\.|nr\.?)\s*(?=\d)")


def _unglued(normalised: str) -> str:
    """A designator parted from the word that it was written together with: "htv4cover".

    "No. 105" is a number, and denies nothing.
    """
    of_edition = _OF_AN_EDITION.sub(_as_a_fraction, _bounded_before(normalised))
    return _NUMBER.sub("", _GLUED.sub(" ", of_edition))


def _as_a_fraction(match: re.Match[str]) -> str:
    """As in "numbered 0815 of 1200": 0815/1200, if a piece can bear such a number."""
    number, edition = int(match["number"]), int(match["edition"])
    named = match["named"] if match["named"].startswith("num") else ""
    return f"{named}{match['number']}/{match['edition']}" if number <= edition else match.group()


def _bounded_before(normalised: str) -> str:
    """A year with its bound before it: "2015 or later" as "since 2015"."""
    since = _ONWARDS.sub(r"since \1", _OR_LATER.sub(r"since \1", normalised))
    return _OR_EARLIER.sub(r"up to \1", since)


_OTHER_CRAFT = {"soyuz", "crew-dragon", "other"}


def _behind(slots: list[Slot], position: int) -> Slot | None:
    """What stands behind a word or is joined to it: "lunch of the ATV-2"."""
    rest = (slot for slot in slots[position + 1 :] if not slot.means("article"))
    slot = next(rest, None)
    return next(rest, None) if slot is not None and slot.text in {"of", "for"} else slot


def _numbers(normalised: str) -> list[Slot]:
    slots = []
    for match in _NUMBERED.finditer(normalised):
        number, edition = (float(digits) for digits in match.groups())
        text = match.group()
        slots.append(
            Slot("number", match.start(), match.end(), text, number=number, edition=edition)
        )
    for match in _GROUPED.finditer(normalised):
        digits = re.sub(r"\D", "", match.group(1))
        slot = Slot("number", match.start(), match.end(), match.group(), number=float(digits))
        slots += _outside(slots, [slot])
    return slots


def _outside(taken: Iterable[Slot], slots: Iterable[Slot]) -> list[Slot]:
    """The slots that overlap none of those taken."""
    taken = list(taken)
    return [
        slot for slot in slots if not any(slot.start < t.end and t.start < slot.end for t in taken)
    ]


def _programme(designator: Designator) -> str:
    return PROGRAMME_OF.get(designator.family, designator.family)
