"""The name index: every name and alias to its thing; and completion of half-typed names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.knowledge.base import Knowledge, launch_order
from bot.knowledge.fields import facts_of
from bot.knowledge.labels import cover_label
from bot.knowledge.records import (
    Country,
    Cover,
    Expedition,
    Mark,
    Mission,
    Module,
    Person,
    Practice,
    Record,
    Source,
    Term,
)
from bot.questions.designators import Designator, designators
from bot.questions.normalise import normalise, words_of
from bot.questions.vocabulary import vocabulary

DesignatorKey = tuple[str, int, str]

_SURNAME_LETTERS = 5  # shorter family names are too often ordinary words


_NEAR_LETTERS = 4  # of a word in a name that another one may be near to
_TWO_SLIPS_FROM = 7  # letters from which a word two slips away is still near


_CALLED = {"mission", "programme", "party", "person", "place", "module", "expedition"}


_YEAR_DIGITS = 4  # "Kniga cover 1987"
_FULL_NAME = 4  # words from which a cover's name is not met by chance
_STRIKES = {"postmark", "postmarks", "cancel", "cancellation", "pictorial"}
_PICTORIALS = ("cancel", "cancellation", "pictorial", "pictorial postmark", "pictorial cancel")
_NAMED_VALUES = ("vehicle", "pad", "serial")


@dataclass(frozen=True)
class Name:
    """One name of one thing, as shown when completing."""

    text: str
    thing: str
    kind: str


class NameIndex:
    """Finds things by exact name, by designator, and by the beginning of a name."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Index every name of every thing in `knowledge` that a question may mention."""
        self._knowledge = knowledge
        self.phrases: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.terms: dict[tuple[str, ...], str] = {}
        self.designated: dict[DesignatorKey, str] = {}
        self.values: dict[tuple[str, ...], tuple[str, str]] = {}
        self._names: list[Name] = []
        self._index()
        self.longest: int = max(map(len, self.phrases), default=1)
        self._index_values()
        self.compounds = {
            key
            for key in self.phrases
            if len(key) > 1 and (_holds_a_number(key) or any(map(_is_outside, key)))
        }
        self.words: frozenset[str] = frozenset(
            word for table in (self.phrases, self.values) for key in table for word in key
        )
        self._searchable = [normalise(name.text) for name in self._names]

    def _index(self) -> None:
        found: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for record in sorted(self._knowledge, key=_order):
            if isinstance(record, Source | Practice):
                continue
            for text in (*names_of(record), *_struck_alike(record)):
                self._index_name(record, text, found)
            for designator in _designators_of(record):
                self.designated.setdefault(designator.key, record.id)
        for key, thing in self._surnames():
            if key not in found and key[0] not in vocabulary().words:
                found[key].append(thing)
        known = vocabulary().alone | {
            word for key, things in found.items() if not self._names_no_item(things) for word in key
        }
        named = list(self._cover_names(known))
        bearers = Counter(key for key, _ in set(named))
        for key, thing in named:
            if bearers[key] == 1:  # a name that covers of several flights bear tells none of them
                found[key].append(thing)
        self.phrases = {key: tuple(dict.fromkeys(things)) for key, things in found.items()}

    def _names_no_item(self, things: list[str]) -> bool:
        """Whether a name is of marks or countries only: "MagISStra" tells a cover as well."""
        return all(isinstance(self._knowledge.thing(thing), Mark | Country) for thing in things)

    def _index_values(self) -> None:
        """Values that are words and no things: rockets, pads, capsule numbers."""
        for mission in self._knowledge.all(Mission):
            for name in _NAMED_VALUES:
                for fact in facts_of(self._knowledge, mission, name):
                    value = str(fact.value)
                    for spelling in _shortened(value):
                        key = words_of(spelling)
                        told = spelling if spelling.casefold() in value.casefold() else value
                        if key not in self.phrases and key not in vocabulary().phrases:
                            self.values.setdefault(key, (name, told))

    def _index_name(
        self, record: Record, text: str, found: dict[tuple[str, ...], list[str]]
    ) -> None:
        key = words_of(text)
        if not key:
            return
        if isinstance(record, Cover):
            label = cover_label(self._knowledge, record)
            self._names.append(Name(label, record.id, "cover"))
            return
        self._names.append(Name(text, record.id, record.kind_of_thing))
        if isinstance(record, Mark) and self._is_plain_strike(record, key):
            return
        if isinstance(record, Term):
            self.terms.setdefault(key, record.id)
        else:
            found[key].append(record.id)

    def _is_plain_strike(self, mark: Mark, key: tuple[str, ...]) -> bool:
        """Whether a mark's name, such as "Kourou postmark", says no more than place and strike."""
        if mark.place is None or key[-1] not in _STRIKES:
            return False
        place = self._knowledge.thing(mark.place)
        return key[:-1] in {words_of(name) for name in names_of(place)}

    def _cover_names(self, known: frozenset[str]) -> Iterator[tuple[tuple[str, ...], str]]:
        """Names of covers that are no mere description: long ones, and those with own words.

        "Proxima diptych" is one; "Lollini cover" only says whose cover it is. "Zarya cover" and
        "Tokarev letter" are names, too: a module makes no covers, and a letter is a single one.
        """
        modules = {
            words_of(name)[0] for one in self._knowledge.all(Module) for name in names_of(one)
        }
        for cover in self._knowledge.all(Cover):
            for name in names_of(cover):
                key = words_of(name)
                strange = [word for word in key if word not in known and not word.isdecimal()]
                own = strange or any(map(_is_outside, key))  # "Starliner cover"
                told = (
                    own
                    or key[0] in modules
                    or "recovery" in key
                    or any(word.isdecimal() and len(word) == _YEAR_DIGITS for word in key)
                    or {key[0], key[-1]} & {"bag", "letter"}
                    or self._names_another(name, cover)
                )
                if len(key) >= _FULL_NAME or (len(key) > 1 and told):
                    yield key, cover.id

    def _names_another(self, name: str, cover: Cover) -> bool:
        """As in "MS-10 cover": of Soyuz MS-10, though Progress MS-10 is called so, too."""
        meant = {self.by_designator(designator) for designator in designators(normalise(name))}
        about = {fact.value for fact in facts_of(self._knowledge, cover, "about")}
        return bool(meant - {None}) and not meant & about

    def _surnames(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Family names of crew, and of the people whom ships are named after."""
        for person in self._knowledge.all(Person):
            surnames = {
                words_of(name)[-1] for name in (person.name, *person.names) if words_of(name)
            }
            for surname in surnames:
                yield (surname,), person.id
        for mission in self._knowledge.all(Mission):
            for claim in mission.ship_name:
                words = words_of(claim.value)
                if len(words) > 1 and len(words[-1]) >= _SURNAME_LETTERS:
                    yield (words[-1],), mission.id

    def things_named(self, text: str) -> tuple[str, ...]:
        """The things that bear exactly this name (after normalising), or this designator."""
        found = designators(normalise(text))
        if len(found) == 1 and words_of(found[0].text) == words_of(text):
            thing = self.by_designator(found[0])
            if thing is not None:
                return (thing,)
        key = words_of(text)
        return self.phrases.get(key) or ((self.terms[key],) if key in self.terms else ())

    def by_designator(self, designator: Designator) -> str | None:
        """The flight or expedition with exactly this family and number."""
        found = self.designated.get(designator.key)
        if (
            found is None and designator.family == "cygnus-oa" and not designator.suffix
        ):  # OA-9 flew as OA-9E
            found = self.designated.get((designator.family, designator.number, "e"))
        if found is None and designator.family == "nasa-progress":  # "Progress No. 426"
            found = self._serials.get(designator.number)
        return found

    @cached_property
    def _serials(self) -> dict[int, str]:
        """The Progress flights by their factory numbers, far above the counts of flights."""
        return {
            int(serial): flight.id
            for flight in self._knowledge.missions_of("progress")
            for fact in facts_of(self._knowledge, flight, "serial")
            for serial in re.findall(r"\b\d{3}\b", str(fact.value))
        }

    def near(self, word: str, most: int) -> tuple[str, ...]:
        """The things with a word in their name that begins as this one or is a slip or two away."""
        ranked: dict[str, int] = {}
        for key, things in self.phrases.items():
            distances = [_distance(word, part) for part in key if _may_be_near(part)]
            closest = min((d for d in distances if d is not None), default=None)
            called = len(things) == 1 and self._knowledge.thing(things[0]).kind_of_thing in _CALLED
            if closest is not None and called:
                ranked[things[0]] = min(closest, ranked.get(things[0], closest))
        return tuple(sorted(ranked, key=lambda thing: ranked[thing]))[:most]

    def complete(self, typed: str, kinds: Collection[str], limit: int = 25) -> list[Name]:
        """The names that `typed` may be the beginning of, best first, each thing once.

        Tiers: the exact name, names that begin so, names with a word that begins so, names that
        contain it, and names a slip or two away. Nothing typed lists names in their own order.
        """
        wanted = normalise(typed)
        ranked: list[tuple[int, int]] = []
        for number, (name, text) in enumerate(zip(self._names, self._searchable, strict=True)):
            if name.kind in kinds:
                tier = _tier(wanted, text)
                if tier is not None:
                    ranked.append((tier, number))
        found = self._once(ranked, limit)
        if len(found) < limit and len(wanted) >= _SURNAME_LETTERS:
            found += self._slips(wanted, kinds, {name.thing for name in found}, limit - len(found))
        exact = self.things_named(typed)
        first = [name for name in self._names if name.thing in exact[:1] and name.kind in kinds][:1]
        rest = [name for name in found if name.thing not in {n.thing for n in first}]
        return [*first, *rest][:limit]

    def _once(self, ranked: list[tuple[int, int]], limit: int) -> list[Name]:
        chosen: dict[str, Name] = {}
        for _, number in sorted(ranked):
            name = self._names[number]
            chosen.setdefault(name.thing, name)
            if len(chosen) == limit:
                break
        return list(chosen.values())

    def _slips(
        self, wanted: str, kinds: Collection[str], known: set[str], limit: int
    ) -> list[Name]:
        matches = process.extract(
            wanted, self._searchable, scorer=OSA.distance, score_cutoff=2, limit=limit * 4
        )
        ranked = [(int(distance), number) for _, distance, number in matches]
        names = [(tier, n) for tier, n in ranked if self._names[n].kind in kinds]
        return [name for name in self._once(names, limit * 2) if name.thing not in known][:limit]


def _may_be_near(part: str) -> bool:
    """Whether a word of a name is one of its own, which no other word is taken for."""
    return part.isalpha() and len(part) >= _NEAR_LETTERS and part not in vocabulary().words


def _distance(word: str, part: str) -> int | None:
    """How far a word is from one of a name; None where that is too far to be worth asking."""
    if part.startswith(word):
        return 1
    most = 1 if len(word) < _TWO_SLIPS_FROM else 2
    distance = OSA.distance(word, part, score_cutoff=most)
    return int(distance) if distance <= most and word[0] == part[0] else None


def _struck_alike(record: Record) -> Iterator[str]:
    """A pictorial postmark by the other words for one: "Houston Crew Dragon pictorial"."""
    if not isinstance(record, Mark) or record.kind != "pictorial postmark":
        return
    for name in names_of(record):
        bare = name.removesuffix(" postmark").removesuffix(" pictorial")
        if name.endswith(" postmark"):
            yield from (f"{bare} {word}" for word in _PICTORIALS)


def _is_outside(word: str) -> bool:
    """Whether a word is of a subject that is not kept here, such as a crewed ship."""
    return any(sense.kind == "outside" for sense in vocabulary().phrases.get((word,), ()))


def _holds_a_number(key: tuple[str, ...]) -> bool:
    """Whether a name holds a number: "Expedition 4 stamp" must not be read as Expedition 4."""
    return any(character.isdigit() for word in key for character in word)


def _shortened(value: str) -> list[str]:
    """A value and the beginnings by which people call it: "Falcon 9 Block 5", "Falcon 9"."""
    words = value.split()
    beginnings = [" ".join(words[:n]) for n in range(len(words), 0, -1)]
    if len(words) > len("abc"):  # "Falcon 9 Block 5" is called by its end, too
        beginnings.append(" ".join(words[-2:]))
    kept = [text for text in beginnings if any(c.isdigit() or c == "-" for c in text)]
    extra = [value.split(".", maxsplit=1)[0]] if value.startswith("Soyuz") and "." in value else []
    known = {"Atlas V 401": ["Atlas V", "Atlas 5", "Atlas"], "Ariane 5 ES": ["Ariane", "Ariane V"]}
    if words[0] == "Antares":
        extra.append("Antares")
    if words[0] == "Falcon":
        extra.append("Falcon")
    if value.startswith(("LC-", "SLC-")):
        number = value.split("-", maxsplit=2)[1]
        extra += [number] if number[-1].isalpha() else []
        extra += [f"pad {number}", f"launch pad {number}", f"pad LC-{number}", f"LC {number}"]
    return [value, *kept, *extra, *known.get(value, [])]


def names_of(record: Record) -> list[str]:
    """Every name a thing goes by, its main one first."""
    names = [record.name, *record.names, *record.shared_names]
    if isinstance(record, Module):
        names += [f"{record.name} module", f"module {record.name}"]
    if isinstance(record, Mission):
        for claim in record.ship_name:
            names += [claim.value, claim.value.replace("S.S. ", "").replace("SS ", "")]
    if isinstance(record, Term):
        names += [word for words in record.in_languages.values() for word in words]
    return list(dict.fromkeys(names))


def _designators_of(record: Record) -> list[Designator]:
    """The designators that a flight or expedition goes by."""
    if not isinstance(record, Mission | Expedition):
        return []
    names = [record.name, *record.names]
    if isinstance(record, Mission) and record.nasa_number:
        names.append(record.nasa_number)
    found = []
    for name in names:
        read = designators(normalise(name))
        if len(read) == 1 and words_of(read[0].text) == words_of(name):
            found += read
    return found


def _order(record: Record) -> tuple[int, str]:
    """Missions first, by launch; then the other things as they stand in the files."""
    if isinstance(record, Mission):
        return (0, launch_order(record))
    return (1, "")


def _tier(wanted: str, text: str) -> int | None:
    """How well a half-typed name fits: 0 exact, 1 beginning, 2 a word's beginning, 3 inside."""
    if not wanted:
        return 1
    if text == wanted:
        return 0
    if text.startswith(wanted):
        return 1
    if f" {wanted}" in text or f"-{wanted}" in text:
        return 2
    squeezed = wanted.replace(" ", "").replace("-", "")
    if squeezed and squeezed in text.replace(" ", "").replace("-", ""):
        return 3
    return None
