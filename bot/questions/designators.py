"""Designators by grammar: ATV-2, M-27M, SpX-5, 59P, こうのとり4号機. The number must be equal.

A designator matches exactly or not at all: no measure of likeness can tell a sibling from a typing
slip ("Progress M-15M" and "Progress M-16M" are 93 % alike).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise


@dataclass(frozen=True)
class Designator:
    """One designator met in a text: its family, number and suffix, and where it stands."""

    family: str
    number: int
    suffix: str
    start: int
    end: int
    text: str

    @property
    def key(self) -> tuple[str, int, str]:
        """What to look up in the index of flights and expeditions."""
        return (self.family, self.number, self.suffix)


_S = r"[\s.-]*"
_N = r"0*(?P<number>\d{1,3})"
_PROGRESS = r"(?:progress|progres|прогресс)"

_SECOND = r"(?:\s*(?:-|/|&|and|und|et|to)\s*(?:expedition\s*)?0*(?P<second>\d{1,3}))"
_OTHER_CRAFT = (
    "apollo|gemini|mercury|skylab|salyut|shenzhou|tianzhou|vostok|voskhod|luna|foton|artemis|"
    "axiom|ax|starliner|ariane|vega|kosmos|cosmos"
)
_REST_OF_DATE = r"[./-]\d{1,2}[./-]\d{2}"  # "iss 24.05.22"
_MONTH_BEHIND = r"\s*(?:jan|feb|mar|apr|mai|may|jun|jul|aug|sep|oct|okt|nov|dec|dez)"
# The family and its pattern; the first pattern that matches at a place wins.
_PATTERNS: tuple[tuple[str, str], ...] = (
    # other spacecraft: read whole so that their numbers are never taken for ours
    (
        "soyuz",
        rf"(?:soyuz|sojus|soyouz|союз){_S}(?:tma|tm|ms|t|тма|мс){_S}{_N}(?P<suffix>[mм])?\b",
    ),
    ("crew-dragon", rf"\b(?:spacex{_S})?crew{_S}{_N}\b"),
    (
        "other",
        rf"\b(?:{_OTHER_CRAFT}){_S}{_N}\b",
    ),
    # Progress: module tugs, series with a number, NASA's count
    ("progress-m-um", rf"\b(?:{_PROGRESS}{_S})?m{_S}um\b"),
    ("progress-m-so", rf"\b(?:{_PROGRESS}{_S})?m{_S}so{_S}{_N}\b"),
    ("progress-m-mim", rf"\b(?:{_PROGRESS}{_S})?m{_S}mim{_S}{_N}\b"),
    ("progress-m1", rf"(?:{_PROGRESS}{_S}|\b)[mм]{_S}1\s*-\s*{_N}\b"),
    ("progress-m1", rf"{_PROGRESS}{_S}[mм]1[\s.-]+{_N}\b"),
    ("progress-ms", rf"(?:{_PROGRESS}{_S}|\b)(?:ms|мс){_S}{_N}\b"),
    ("progress-m-m", rf"(?:{_PROGRESS}{_S}|\b)[mм]{_S}{_N}\s?(?P<suffix>[mм])\b"),
    ("progress-m", rf"{_PROGRESS}{_S}[mм]{_S}{_N}\b"),
    ("progress-m", rf"\b[mм]-?{_N}\b"),
    ("nasa-progress", rf"(?:{_PROGRESS}|\biss){_S}{_N}\s?p\b"),
    ("nasa-progress", rf"{_PROGRESS}{_S}(?:flight\s+)?(?:no\.?\s*|#\s*)?{_N}\b"),
    ("nasa-progress", rf"\b{_N}p\b"),
    # the others
    ("atv", rf"\batv{_S}(?:no\.?\s*|#\s*)?{_N}(?!\d)(?![a-z]{{1,2}}\b)"),
    ("htv-x", rf"\bhtv{_S}x{_S}{_N}\b"),
    (
        "htv",
        rf"\b(?:htv|h-ii transfer vehicle|h-2 transfer vehicle){_S}(?:no\.?\s*|#\s*)?{_N}\b",
    ),
    ("htv", rf"(?:k(?:ou|u|o)no?tor[iy]|こうのとり|конотори){_S}{_N}(?:号機)?"),
    ("cygnus-orb-d", rf"\b(?:cygnus{_S})?orb{_S}d{_S}{_N}\b"),
    ("cygnus-orb", rf"\b(?:cygnus{_S})?(?:orb|orbital){_S}(?:crs{_S})?{_N}\b"),
    ("cygnus-oa", rf"\b(?:cygnus{_S})?oa{_S}{_N}(?P<suffix>e)?\b"),
    ("cygnus-ng", rf"\b(?:cygnus{_S})?ng{_S}{_N}\b"),
    ("crs", rf"\b(?:space{_S}x{_S}|dragon{_S})*(?:crs|spx|sp-x|spacex){_S}{_N}\b"),
    ("sts", rf"\bsts{_S}{_N}\b"),
    (
        "expedition",
        rf"\b(?:iss{_S})?(?:expeditions?|exp\.?|экспедици\w+){_S}{_N}{_SECOND}?\b",
    ),
    ("expedition", rf"\b(?:iss|мкс){_S}{_N}\b(?!\s*p\b)(?!{_MONTH_BEHIND})(?!{_REST_OF_DATE})"),
)
_COMPILED = tuple((family, re.compile(pattern)) for family, pattern in _PATTERNS)
_AND_MORE = re.compile(
    r"\s*(?:,|and|und|et|or|vs\.?|versus|/|&|\+)\s*-?0*(\d{1,3})\b(?!\s*(?:covers|cards|pcs|pieces|kg|%))"
)

# Families whose name may stand before several numbers.
_SHARED = {"atv", "htv", "crs", "expedition", "cygnus-oa", "cygnus-ng"}

# Families whose flights Flown keeps a closed list of, and the programme they belong to.
PROGRAMME_OF = {
    "atv": "atv",
    "htv": "htv",
    "htv-x": "htv",
    "crs": "dragon",
    "cygnus-orb": "cygnus",
    "cygnus-orb-d": "cygnus",
    "cygnus-oa": "cygnus",
    "cygnus-ng": "cygnus",
    "progress-m": "progress",
    "progress-m1": "progress",
    "progress-m-m": "progress",
    "progress-ms": "progress",
    "progress-m-so": "progress",
    "progress-m-mim": "progress",
    "progress-m-um": "progress",
    "nasa-progress": "progress",
}


def designators(normalised: str) -> list[Designator]:
    """Every designator of a normalised text, left to right, without overlaps."""
    found: list[Designator] = []
    for family, pattern in _COMPILED:
        for match in pattern.finditer(normalised):
            taken = any(match.start() < d.end and d.start < match.end() for d in found)
            if not taken:
                found += [*_read(family, match), *_further(family, normalised, match.end())]
    found.sort(key=lambda designator: designator.start)
    return [*found, *_between(found, normalised)]


def _between(found: list[Designator], normalised: str) -> Iterator[Designator]:
    """The numbers that "ATV-1 to ATV-5" leaves out."""
    for first, last in pairwise(found):
        joined = normalised[first.end : last.start].strip() in {"to", "through", "thru", "bis"}
        if joined and first.family == last.family:
            for number in range(first.number + 1, last.number):
                yield replace(last, number=number)


def _read(family: str, match: re.Match[str]) -> Iterator[Designator]:
    """The designator of a match, and the second one of "Expedition 26-27"."""
    groups = match.groupdict()
    suffix = "m" if groups.get("suffix") in {"m", "м"} else groups.get("suffix") or ""
    where = (match.start(), match.end(), match.group())
    yield Designator(family, int(groups.get("number") or 0), suffix, *where)
    if groups.get("second"):
        yield Designator(family, int(groups["second"]), "", *where)


def _further(family: str, normalised: str, end: int) -> Iterator[Designator]:
    """Numbers that share the family before them: "ATV 1, 2 and 3"."""
    if family not in _SHARED:
        return
    match = _AND_MORE.match(normalised, end)
    while match is not None:
        yield Designator(family, int(match[1]), "", match.start(1), match.end(1), match[1])
        match = _AND_MORE.match(normalised, match.end(1))
