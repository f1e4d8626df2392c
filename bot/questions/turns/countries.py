"""Turns of phrase on countries: "a Belgian postmark", "French clubs", "the Japanese HTV".

A country belongs to the word beside it. Where that word is of a kind whose country is not recorded,
as with "Italian astronauts", the country is left as a word that nothing explains.
"""

from __future__ import annotations

from dataclasses import replace

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Party, Programme
from bot.questions.sketch import FORMS, Mention, Sketch, TopicUse
from bot.questions.slots import Slot

_EUROPE = ("europe",)  # ESA and its ATV are of Europe; which countries are is not recorded
_COVERS = {*FORMS, "cover"}


def line_of_a_country(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "is HTV Japanese?", "which of the ships is European?": the country of a line."""
    countries = sketch.things(knowledge, "country")
    lines = sketch.things(knowledge, "programme")
    told = sketch.topics or sketch.asks or sketch.values or sketch.names_covers(knowledge)
    if len(countries) != 1 or told or [*lines, *countries] != sketch.mentions:
        return
    place = countries[0].position
    if place != len(sketch.slots) - 1 or countries[0].preposition:
        return
    use = TopicUse("place", place, countries[0].slot.text)
    if sketch.check and len(lines) == 1 and lines[0].position == place - 1:
        sketch.asks, sketch.kinds, countries[0].topic = ["country"], [], use
    elif not lines and "which_ship" in sketch.types and sketch.slots[-2].text in {"are", "is"}:
        sketch.kinds, sketch.types, countries[0].topic = ["programme"], ["which"], use


def belongs_to_country(sketch: Sketch, knowledge: Knowledge) -> None:
    """Settle what each country in a question is said of."""
    for mention in sketch.things(knowledge, "country"):
        if mention.things == _EUROPE and _is_of_countries(sketch, mention, knowledge):
            sketch.unexplained.append(mention.slot.text)
            continue
        placed = mention.topic is not None and mention.preposition != "by"
        if placed and not mention.attributive:
            continue  # "launched from Kazakhstan"
        if not _settled(sketch, mention, knowledge):
            sketch.unexplained.append(mention.slot.text)


def _is_of_countries(sketch: Sketch, mention: Mention, knowledge: Knowledge) -> bool:
    """Whether "European" would take in what is recorded of single countries: clubs, postmarks."""
    named = _named_behind(sketch, mention)
    of_a_line = mention.topic is not None and mention.topic.position == mention.position
    if of_a_line or (named is not None and _countries_of(named, knowledge) == {*_EUROPE}):
        return False
    covers_or_clubs = bool({*_COVERS, "party"} & set(sketch.kinds))
    ships = any(slot.means("kind", "mission") for slot in sketch.slots[mention.position + 1 :][:2])
    return not ships and (covers_or_clubs or mention.topic is not None or bool(sketch.topics))


def _settled(sketch: Sketch, mention: Mention, knowledge: Knowledge) -> bool:
    """Whether the country is said of something that has one; what it restricts is set then."""
    if _names_its_own(sketch, mention, knowledge):
        sketch.mentions.remove(mention)
        return True
    strike = next((u for u in sketch.topics if u.position == mention.position + 1), None)
    if strike is not None and strike.topic == "postmark":
        mention.topic = strike  # "a Belgian postmark"
        strike.governs.append(mention)
        return True
    if mention.preposition and not mention.attributive:
        return _said_of(sketch, mention, _noun_before(sketch, mention), knowledge)
    named = _named_behind(sketch, mention)
    if named is not None:
        return _is_its_own(sketch, mention, named, knowledge)
    return _said_of(sketch, mention, _noun_behind(sketch, mention), knowledge)


_NAMING = {"series", "numbering", "count", "counting", "designation", "number", "name", "name for"}


def _names_its_own(sketch: Sketch, mention: Mention, knowledge: Knowledge) -> bool:
    """As in "62P in the Russian series", "what do the Russians call 59P": only a name is asked."""
    flights = sketch.things(knowledge, "mission", "programme")
    others = [m for m in sketch.mentions if m is not mention and m not in flights]
    if others or not flights or sketch.topics or sketch.kinds:
        return False
    own = all(_countries_of(flight, knowledge) <= set(mention.things) for flight in flights)
    behind = sketch.slots[mention.position + 1 : mention.position + 2]
    naming = bool(behind) and behind[0].text in _NAMING
    if own and naming and behind[0].text in sketch.unexplained:
        sketch.unexplained.remove(behind[0].text)
    return own and (naming or any(name.startswith("ship_name") for name in sketch.asks))


def _countries_of(named: Mention, knowledge: Knowledge) -> set[str]:
    """The countries that what is named belongs to, as far as they are recorded."""
    return {
        str(fact.value)
        for thing in named.things
        for fact in facts_of(knowledge, knowledge.thing(thing), "country")
    }


def _said_of(sketch: Sketch, mention: Mention, noun: Slot | None, knowledge: Knowledge) -> bool:
    """Whether a word for covers, parties or flights takes the country as a condition."""
    if noun is None:
        return False
    sense = noun.sense("kind")
    if sense is None:
        if noun.text.startswith(("overfl", "track")):  # it says what was flown over
            mention.topic = TopicUse("postmark", mention.position, mention.slot.text)
        return "cover" in noun.text
    about_covers = bool(_COVERS & set(sketch.kinds))
    if sense.value == "party" and about_covers:  # "covers by French clubs"
        return _made_by(sketch, mention, noun, knowledge)
    if sense.value == "mission" and about_covers:  # "covers flown on Russian ships": on Progress
        lines = [p.id for p in knowledge.all(Programme) if p.country in mention.things]
        mention.slot = replace(mention.slot, things=tuple(lines))
        return bool(lines)
    return sense.value in {*_COVERS, "party", "mission"}


def _made_by(sketch: Sketch, mention: Mention, noun: Slot, knowledge: Knowledge) -> bool:
    """Let "French clubs" stand for the clubs of France; whether there are any."""
    mention.topic = TopicUse("by", mention.position, mention.slot.text)
    if not noun.text.startswith(("club", "dealer")):
        return True
    role = "club" if noun.text.startswith("club") else "dealer"
    of_role = parties_of_role(role, knowledge)
    parties = [party.id for party in of_role if party.country in mention.things]
    mention.slot = replace(mention.slot, things=tuple(parties))
    sketch.kinds = [kind for kind in sketch.kinds if kind != "party"]
    return bool(parties)


def parties_of_role(role: str, knowledge: Knowledge) -> list[Party]:
    """The clubs or the dealers on record."""
    return [party for party in knowledge.all(Party) if role in party.roles]


_ROLES = {
    "cachet maker": "cachet maker",
    "maker": "cachet maker",
    "servicer": "servicer",
    "designer": "designer",
    "expert": "expert",
}


def makers_by_role(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "list cachet makers", "which cachet makers from the USA": those of that role."""
    others = [m for m in sketch.mentions if m not in sketch.things(knowledge, "country")]
    listed = "list" in sketch.wants or "which" in sketch.types
    if not listed or others or sketch.asks or sketch.names_covers(knowledge) or sketch.check:
        return
    role = next(
        (_ROLES[word] for slot in sketch.slots if (word := slot.text.removesuffix("s")) in _ROLES),
        None,
    )
    if role is None or sketch.topic_names - {"make", "service"}:
        return
    sketch.topics, sketch.kinds, sketch.types = [], ["party"], ["which"]
    sketch.values = [f"roles={role}"]
    sketch.unexplained = []
    for mention in sketch.mentions:
        mention.topic = TopicUse("place", mention.position, mention.preposition)


def any_club(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "is there an Austrian club?": the clubs of that country, and no dealer or expert."""
    there = {"is there", "are there", "is there any", "are there any"} & sketch.words
    countries = sketch.things(knowledge, "country")
    alone = len(countries) == len(sketch.mentions) == 1 and sketch.kinds == ["party"]
    if there and sketch.check and alone and not (sketch.topics or sketch.asks or sketch.values):
        sketch.check, sketch.wants = False, ["list"]


def clubs_or_dealers(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which clubs issued covers for ATV-1": those who did, and not all issuers."""
    made = [use for use in sketch.topics if use.topic in {"issue", "make", "by"}]
    others = sketch.things(knowledge, "party", "country", "person")
    if len(made) != 1 or others or not _COVERS & set(sketch.kinds) or sketch.check:
        return
    for place, slot in enumerate(sketch.slots):
        roles = {"club": "club", "dealer": "dealer", "compan": "company", "firm": "company"}
        role = next((roles[word] for word in roles if slot.text.startswith(word)), None)
        if role is None or not slot.means("kind", "party"):
            continue
        parties = tuple(party.id for party in parties_of_role(role, knowledge))
        mention = Mention(replace(slot, kind="thing", things=parties, senses=()), place)
        mention.topic = made[0]
        made[0].governs.append(mention)
        sketch.mentions.insert(0, mention)
        sketch.kinds = [kind for kind in sketch.kinds if kind != "party"]
        sketch.types = ["who" if kind == "which" else kind for kind in sketch.types]
        return


def _noun_behind(sketch: Sketch, mention: Mention) -> Slot | None:
    """The word that an adjective sorts, over names and others: "Italian ATV-2 covers"."""
    for slot in sketch.slots[mention.position + 1 :]:
        if slot.means("kind") or (slot.means("value") and "cover" in slot.text):
            return slot
        if slot.kind not in {"thing", "number"} and not slot.sense("topic", "value", "on_board"):
            return None
    return None


def _noun_before(sketch: Sketch, mention: Mention) -> Slot | None:
    """The word that "from Italy" belongs to; at the beginning of a question the first noun."""
    before = [s for s in sketch.slots[: mention.position] if not s.means("article")]
    told = [slot for slot in before if not slot.sense("filler", "preposition", "auxiliary")]
    if not told:
        return next((slot for slot in sketch.slots if slot.means("kind")), None)
    return told[-1] if told[-1].means("kind") else None


def _named_behind(sketch: Sketch, mention: Mention) -> Mention | None:
    """The line or party that is named right behind, where no noun follows it."""
    named = [m for m in sketch.mentions if m.position == mention.position + 1 and m.things]
    return named[0] if named and not named[0].attributive else None


def _is_its_own(sketch: Sketch, mention: Mention, named: Mention, knowledge: Knowledge) -> bool:
    """Whether "the Japanese HTV" says no more than the records do; it restricts nothing then."""
    own = _countries_of(named, knowledge)
    if not own or not own <= set(mention.things):
        return False
    sketch.mentions.remove(mention)
    return True
