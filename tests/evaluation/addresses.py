"""What collectors call a thing when they ask about it."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Cover, Mission, Record

_PROPER = frozenset({"mission", "programme", "variant", "party", "person", "expedition", "term"})


class Addresses:
    """The words for each thing; a cover goes by its maker, its mission and its form."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def of(self, record: Record) -> list[str]:
        """How a thing may be called in a question: at least one way, none of them shared."""
        if isinstance(record, Cover):
            return self._of_cover(record)
        article = "" if record.kind_of_thing in _PROPER else self._article(record.name)
        return [f"{article}{record.name}"]

    def _of_cover(self, cover: Cover) -> list[str]:
        mission = self._mission(cover)
        name = cover.name if _says(cover.name, mission) else f"{mission} {cover.name}"
        found = [f"{self._article(name)}{name.strip()}"]
        by_maker = self._by_maker(cover)
        if by_maker and self._shared[by_maker] == 1:
            found.append(by_maker)
        return found

    def _by_maker(self, cover: Cover) -> str:
        """ "the La Marianne launch cover for ATV-1": maker, event, form and mission."""
        parties = facts_of(self._knowledge, cover, "by_party")
        mission = self._mission(cover)
        if not parties or not mission or cover.kind == "consignment":
            return ""
        maker = self._knowledge.name_of(str(parties[0].value))
        set_apart = "flown" if self._has_flown(cover) else cover.event
        if not set_apart and cover.piece_form == "cover" and len(self._alike(cover)) > 1:
            return ""
        words = [maker, set_apart, cover.piece_form]
        return f"the {' '.join(word for word in words if word)} for {mission}"

    def _alike(self, cover: Cover) -> list[Cover]:
        """All covers of the same mission by the same makers."""
        return [
            other
            for other in self._knowledge.all(Cover)
            if self._mission(other) == self._mission(cover)
            and self._makers(other) & self._makers(cover)
        ]

    def _makers(self, cover: Cover) -> set[str]:
        return {str(fact.value) for fact in facts_of(self._knowledge, cover, "by_party")}

    def _has_flown(self, cover: Cover) -> bool:
        return bool(facts_of(self._knowledge, cover, "up"))

    def _mission(self, cover: Cover) -> str:
        """The one mission that a cover belongs to; empty if it belongs to none, or to several."""
        ids = [str(fact.value) for fact in facts_of(self._knowledge, cover, "about")]
        missions = [thing for thing in map(self._knowledge.get, ids) if isinstance(thing, Mission)]
        return missions[0].name if len(missions) == 1 else ""

    @cached_property
    def _shared(self) -> Counter[str]:
        """How many covers each description by maker fits."""
        return Counter(map(self._by_maker, self._knowledge.all(Cover)))

    @staticmethod
    def _article(name: str) -> str:
        """Common names take an article; "Urusov's cover" and "Kourou" do not."""
        return "" if "'s " in name or len(name.split()) == 1 else "the "


def _says(name: str, mission: str) -> bool:
    return mission.casefold() in name.casefold()
