"""From a text to slots: the designators, days, numbers, names and words it consists of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.knowledge.base import Knowledge
from bot.questions.days import WrittenDay, written_days
from bot.questions.designators import PROGRAMME_OF, Designator, designators
from bot.questions.english import is_another_word
from bot.questions.names import NameIndex
from bot.questions.normalise import Token, normalise, plain, tokenise, words_of
from bot.questions.vocabulary import Sense, SenseKind, vocabulary

SlotKind = Literal["thing", "value", "day", "number", "word", "unknown", "no_such"]

_GROUPED = re.compile(r"(?<![\w/.#-])(\d{1,3}(?:[ ,.]\d{3})+)(?![\w/]|[.,]\d|-\d)")
_NUMBERED = re.compile(r"(?<!\w)#?(\d{1,4})\s?/\s?(\d{2,5})(?!\w|/)")
_FAMILIES = ("cygnus", "dragon", "expedition", "kounotori", "progress")
_MIN_LETTERS = 5  # shorter words are never corrected ...
_SWAPPED = 4  # ... but for two letters that are swapped in a small word of this length
_SMALL = {"article", "auxiliary", "direction", "filler", "preposition", "pronoun", "type"}
_NAME_LETTERS = 6  # and shorter names are nothing's slip: Perov is not Petrov
_PART_LETTERS = 6  # of a word that says something only within a phrase
_TWO_SLIPS_FROM = 8  # letters from which two slips are forgiven


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
        self._known = self._vocabulary.words | names.words
        parts = {part for part in self._vocabulary.parts if len(part) >= _PART_LETTERS}
        told = self._vocabulary.telling | self._vocabulary.ordinary | names.words | parts
        self._targets = sorted(
            word
            for word in told
            if word.isalpha()
            and len(word) >= (_MIN_LETTERS if word in self._vocabulary.words else _NAME_LETTERS)
        )
        self._parts = sorted(
            word for word in self._vocabulary.parts if word.isalpha() and len(word) >= _PART_LETTERS
        )
        self._long_names: dict[int, tuple[str, ...]] = defaultdict(tuple)
        for key in names.phrases:
            if len(key) > 1 and all(word.isalpha() for word in key):
                self._long_names[len(key)] += (" ".join(key),)
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
        return tuple(slots)

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
                and len(token.text) > _MIN_LETTERS
                and (token.text not in self._known)
            ):
                family = closest_word(token.text, _FAMILIES, most=1)
                if family is not None and not is_another_word(token.text, family):
                    normalised = normalised[: token.start] + family + normalised[token.end :]
        return normalised

    def _designated(self, normalised: str) -> Iterable[Slot]:
        for designator in designators(normalised):
            if self._is_value(designator):
                continue
            where = (designator.start, designator.end, designator.text)
            thing = self._names.by_designator(designator)
            named = self._names.phrases.get(words_of(designator.text), ())
            if thing is not None:
                yield Slot("thing", *where, things=(thing,))
            elif named:  # "Progress M1" is a variant, not a flight no. 1
                yield Slot("thing", *where, things=named)
            elif designator.family in _OTHER_CRAFT:
                yield Slot("word", *where, senses=(Sense("outside", "crewed"),))
            else:
                yield Slot("no_such", *where, programme=_programme(designator))

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
            slots.append(_counted(placed))
            position += length
        return _numbers_joined(slots)

    def _longest_phrase(self, words: list[str], position: int) -> tuple[int, Slot]:
        reach = min(self._longest, len(words) - position)
        if words[position] == "the" and self._name_begins(words, position + 1):
            reach = 1  # "the station cover shown for ...": a cover, and not the station
        for length in range(reach, 0, -1):
            key = tuple(words[position : position + length])
            things = self._names.phrases.get(key, ()) or self._plural_name(key)
            things = things or self._misspelt_name(key)
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

    def _misspelt_name(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The things whose name of several words is these words but for one slip: "jules vern"."""
        if len(words) < 2 or all(word in self._known for word in words):
            return ()
        if not all(word.isalpha() for word in words):
            return ()
        text = " ".join(words)
        if len(text) < _TWO_SLIPS_FROM:
            return ()
        name = closest_word(text, self._long_names[len(words)], most=1)
        return self._names.phrases[tuple(name.split())] if name else ()

    def mended(self, text: str) -> str:
        """A normalised text with the slips in its words mended."""
        words, _ = self._corrected(tokenise(text))
        return " ".join(words)

    def _corrected(self, tokens: list[Token]) -> tuple[list[str], list[bool]]:
        """The words with slips mended, and which of them were mended."""
        words = [self._mend(token.text) for token in tokens]
        return words, [word != token.text for word, token in zip(words, tokens, strict=True)]

    def _mend(self, word: str) -> str:
        if word in self._known or not word.isalpha():
            return word
        swapped = self._unswapped(word)
        if swapped or len(word) < _MIN_LETTERS:
            return swapped or word
        singular = word.removesuffix("s")
        if singular in self._names.words and singular not in self._vocabulary.words:
            return singular  # "lollinis": a possessive without its sign
        swapped_name = self._swapped_name(word)
        if swapped_name is not None:
            return swapped_name
        targets = _like(word, self._targets)
        closest = closest_word(word, targets) or self._one_name(closest_words(word, targets))
        named = closest in self._names.words or closest in _FAMILIES
        if closest is None or is_another_word(word, closest):
            return word
        if not named and OSA.distance(word, closest) > 1:
            return word  # "insurance" is no slip of "issuance"
        return closest

    def _unswapped(self, word: str) -> str | None:
        """The one small word that it is but for two swapped letters, such as "taht"."""
        if len(word) != _SWAPPED:
            return None
        pairs = range(len(word) - 1)
        swaps = {word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in pairs}
        known = [swap for swap in swaps if self._is_small(swap)]
        return known[0] if len(known) == 1 else None

    def _swapped_name(self, word: str) -> str | None:
        """The one name that a short word is but for two swapped letters: "revni" is Revin."""
        if not _MIN_LETTERS <= len(word) < _NAME_LETTERS:
            return None
        swaps = {word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(1, len(word) - 1)}
        known = [swap for swap in swaps if swap in self._names.words]
        return known[0] if len(known) == 1 else None

    def _is_small(self, word: str) -> bool:
        """Whether a word only joins others."""
        senses = self._vocabulary.phrases.get((word,), ())
        return bool(senses) and all(sense.kind in _SMALL for sense in senses)

    def _one_name(self, words: tuple[str, ...]) -> str | None:
        """The first of equally close words, if all of them name the same: Baikonur, Baikonour."""
        named = {self._names.phrases.get((word,), ()) for word in words}
        return words[0] if len(named) == 1 and any(named) else None


_GLUED = re.compile(
    r"(?<=\d)(?=(?:cover|folder|card|letter)s?\b)|(?<=\bdragon)(?=c2\+|crs|spx)|(?<=\bprogress)(?=m\d?-?\d)"
)


_NUMBER = re.compile(r"\b(?:no\.|nr\.?)\s*(?=\d)")


def _unglued(normalised: str) -> str:
    """A designator parted from the word that it was written together with: "htv4cover".

    "No. 105" is a number, and denies nothing.
    """
    return _NUMBER.sub("", _GLUED.sub(" ", normalised))


def _like(word: str, targets: list[str]) -> tuple[str, ...]:
    """Known words of a similar length that share the first letter or the second."""
    return tuple(
        target
        for target in targets
        if abs(len(target) - len(word)) <= 2 and _begins_alike(word, target)
    )


def _counted(slot: Slot) -> Slot:
    """A number in words as a number slot."""
    sense = slot.sense("number")
    if sense is None or slot.kind != "word":
        return slot
    return replace(slot, kind="number", number=float(sense.value))


def _numbers_joined(slots: list[Slot]) -> list[Slot]:
    """Number words that make one number: "twenty five", "one hundred and fifty three"."""
    return _joined_by(_sum, _joined_by(_product, slots))


def _joined_by(join: Callable[[float, float], float | None], slots: list[Slot]) -> list[Slot]:
    """Neighbours among number words made one where `join` gives the number that they make."""
    joined: list[Slot] = []
    for position, slot in enumerate(slots):
        before = joined[-1] if joined else None
        behind = slots[position + 1] if position + 1 < len(slots) else None
        if slot.text == "and" and _is_hundreds(before) and behind and _is_spelt_out(behind):
            continue  # said within a number
        number = None
        if before is not None and _is_spelt_out(before) and _is_spelt_out(slot):
            number = join(before.number or 0, slot.number or 0)
        if before is None or number is None:
            joined.append(slot)
        else:
            text = f"{before.text} {slot.text}"
            joined[-1] = replace(before, end=slot.end, text=text, number=number)
    return joined


def _is_spelt_out(slot: Slot) -> bool:
    return slot.kind == "number" and not any(character.isdigit() for character in slot.text)


def _is_hundreds(slot: Slot | None) -> bool:
    return slot is not None and _is_spelt_out(slot) and (slot.number or 0) >= _HUNDRED


def _product(first: float, second: float) -> float | None:
    """As in "two hundred", "twelve hundred"."""
    return first * second if second in {_HUNDRED, 1000} and first < second else None


def _sum(first: float, second: float) -> float | None:
    """As in "twenty five", "one hundred fifty"; None where they are two numbers."""
    tens = first % 10 == 0 and 20 <= first % _HUNDRED <= 90 and 0 < second < 10
    hundreds = first >= _HUNDRED and first % _HUNDRED == 0 and second < min(first, 1000)
    return first + second if tens or hundreds else None


_HUNDRED = 100


_OTHER_CRAFT = {"soyuz", "crew-dragon", "other"}


def _begins_alike(word: str, target: str) -> bool:
    """People rarely slip on the first letter; when they do they swap it with the second."""
    return word[0] == target[0] or (word[0] == target[1] and word[1] == target[0])


@lru_cache(maxsize=4096)
def closest_words(word: str, targets: tuple[str, ...], most: int | None = None) -> tuple[str, ...]:
    """The known words that `word` may be a slip of: the closest one, or several as close.

    One slip is forgiven from five letters on, two from eight (optimal string alignment), unless
    `most` says how many.
    """
    most = most or (2 if len(word) >= _TWO_SLIPS_FROM else 1)
    matches = process.extract(word, targets, scorer=OSA.distance, score_cutoff=most, limit=None)
    closest = tuple(str(match[0]) for match in matches if match[1] == matches[0][1])
    swapped = tuple(match for match in closest if sorted(match) == sorted(word))
    return swapped or closest  # letters swapped are the commonest slip: "peices" is not "prices"


def closest_word(word: str, targets: tuple[str, ...], most: int | None = None) -> str | None:
    """The one known word that `word` is a slip of, if it is clear of the next best."""
    closest = closest_words(word, targets, most)
    if len(closest) > 1:
        return closest[0] if _one_stem(closest) else None
    return closest[0] if closest else None


def _one_stem(words: tuple[str, ...]) -> bool:
    """Whether equally close words are forms of one another: flown/flow no, cover/covers yes."""
    shortest = min(words, key=len)
    return all(word.startswith(shortest[:-1]) for word in words)


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
