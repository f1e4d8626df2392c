"""What is claimed of one item, and whether it can be so: all of it, or nothing, is read.

"ATV-2 cover said to be signed on board in 2011 by Alexander Gerst, genuine?" claims a flight, a
signer, a year and that it was done on board; "genuine" and "said to be" claim nothing. A question
of this kind is read only as a whole: a word that is neither a claim nor one of these makes it
another question, so that no part of what is claimed goes untested in silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Mission
from bot.questions.conditions import condition_on, is_station
from bot.questions.query import Condition, Query
from bot.questions.sketch import FORMS, Mention, Sketch
from bot.questions.slots import Slot
from bot.questions.vocabulary import SenseKind

# Words that ask whether it can be so, and those that go with them: "is this the usual place?"
_MAY = {"can", "could", "may", "might", "would", "should", "must"}
_USUAL = {"usual", "normal", "standard", "typical", "customary", "believable", "plausible"}
_RIGHT = {"right", "right one", "correct", "wrong", "wrong one", "ok", "okay", "fine", "proper"}
_PLACES = {"place", "office", "post office", "town", "spot", "one"}
# What dealers say around an item, and what is said of a mark in use: neither claims anything.
_TRADE = {
    *("for sale", "sale", "selling", "auction", "auctioned", "ebay", "on ebay"),
    *("offered", "offer", "offers", "advertised", "a dealer", "dealer", "seller", "vendor", "lot"),
    *("offered as", "sold as", "described as", "listed as", "listed", "be real"),
}
_SPEAKERS = {"i", "we", "you", "one"}
_IN_USE = {"still", "already", "used", "in use", "use", "back then", "then", "be used"}
_SMALL: tuple[SenseKind, ...] = (
    *("filler", "article", "auxiliary", "preposition", "reports", "first_person", "pronoun"),
    *("fits", "advice", "on_board", "addition", "direction"),
)
_SMALL_WANTS = {"check", "identify"}
_NAMES = {
    *("mission", "programme", "variant", "person", "expedition", "place", "mark", "station"),
    "party",
}
# What a topic word claims: the event that a postmark marks, how it travelled, what is on it.
_EVENTS = {
    "launch": "launch",
    "arrive": "dock",
    "capture": "dock",
    "depart": "undock",
    "return": "return",
    "end": "landing",
}
_WAYS = {"fly": "up", "return": "down", "recover": "down", "carry": "up"}
_ON = {"on", "by", "with", "aboard", "in", "on board", "onboard", "from", "inside", "via"}
_STRUCK = {"postmark", "mark"}
_MAKING = {"make", "by", "issue"}
_BEARING = {"postmark", "mark", "sign", "commemorate"}


def read_claims(sketch: Sketch, knowledge: Knowledge) -> Query | None:
    """Everything that is claimed of an item, to be tested one by one; None for another question.

    As in "Is a Kennedy Space Center postmark of 22 December 2023 possible for the CRS-29 return?",
    "would the old ISS datestamp still be used in 2022?", "Wallops on OA-4?".
    """
    if sketch.types or sketch.asks or sketch.alternative or sketch.limit_words or sketch.ranking:
        return None
    if _asks_leave(sketch) or not _speaks_of_an_item(sketch, knowledge):
        return None
    doubt = _asks_whether(sketch) or _asks_of_an_office(sketch, knowledge)
    if not (doubt or _is_hopeless(sketch, knowledge)):
        return None
    if not all(_is_explained(sketch, knowledge, place) for place in range(len(sketch.slots))):
        return None
    claims = _Claims(sketch, knowledge)
    where = claims.conditions()
    return Query(want="fits", kind="cover", where=where) if where else None


def _asks_whether(sketch: Sketch) -> bool:
    """Whether a word asks if it can be so: "possible?", "genuine?", "the usual place?"."""
    opens = next((slot.text for slot in sketch.slots if not slot.means("filler")), "")
    genuine = any(slot.means("outside", "genuine") for slot in sketch.slots)
    usual = sketch.asks_back and bool((_USUAL | _RIGHT) & sketch.words)
    return sketch.fits or sketch.advice or genuine or usual or opens in _MAY


def _asks_leave(sketch: Sketch) -> bool:
    """As in "can I get a Houston postmark", "should I send my cover to Kourou": what to do."""
    words = [slot.text for slot in sketch.slots if slot.text in _MAY | _SPEAKERS]
    return any(first in _MAY and second in _SPEAKERS for first, second in pairwise(words))


def _speaks_of_an_item(sketch: Sketch, knowledge: Knowledge) -> bool:
    """Whether a cover, a postmark, a signature or an office is spoken of, and not only a ship."""
    bears = sketch.topic_names & {*_STRUCK, "sign"}
    named = sketch.names_covers(knowledge) or sketch.things(knowledge, "mark", "place")
    return bool(bears or named or sketch.values) or _is_flown(sketch)


def _is_flown(sketch: Sketch) -> bool:
    """As in "flown on CRS-7, for sale": an item without a word for it."""
    return any(use.topic == "fly" and use.text.startswith("flown") for use in sketch.topics)


def _asks_of_an_office(sketch: Sketch, knowledge: Knowledge) -> bool:
    """As in "Wallops on OA-4?", "Kourou for ATV-5?": an office, a flight and a question mark."""
    offices = sketch.things(knowledge, "place")
    flights = sketch.things(knowledge, "mission", "programme")
    both = len(offices) == len(flights) == 1 and len(sketch.mentions) == len("ab")
    apart = both and flights[0].preposition in {"for", "on"}
    return sketch.asks_back and apart and not (sketch.kinds or sketch.topics or sketch.check)


def _is_hopeless(sketch: Sketch, knowledge: Knowledge) -> bool:
    """As in "octagonal seal on a cover flown with Progress M-27M??": the ship was lost."""
    flown = [u for u in sketch.topics if _WAYS.get(u.topic) == "up" and not u.negated]
    flights = [m for use in flown for m in use.governs if _was_lost(m, knowledge)]
    struck = sketch.things(knowledge, "mark") or sketch.topic_names & _STRUCK
    return sketch.asks_back and bool(flights and struck) and not sketch.check


def _was_lost(mention: Mention, knowledge: Knowledge) -> bool:
    ships = [knowledge.thing(thing) for thing in mention.things]
    return any(isinstance(ship, Mission) and ship.was_lost for ship in ships)


def _is_explained(sketch: Sketch, knowledge: Knowledge, place: int) -> bool:
    """Whether a slot is a claim that can be read here, or claims nothing."""
    slot = sketch.slots[place]
    if slot.means("negation"):
        return False
    if slot.kind == "thing":
        kinds = {knowledge.thing(thing).kind_of_thing for thing in slot.things}
        return kinds <= _NAMES and len(slot.things) == 1
    if slot.kind == "day":
        return slot.day is not None and slot.day.day is not None
    if slot.text in _TRADE | _IN_USE | _USUAL | _RIGHT:
        return True
    if slot.text in _PLACES and not slot.means("kind"):
        return place > 0 and sketch.slots[place - 1].text in _USUAL | _RIGHT
    return slot.kind == "word" and _word_is_explained(sketch, knowledge, slot)


def _word_is_explained(sketch: Sketch, knowledge: Knowledge, slot: Slot) -> bool:
    """Whether a word is one of covers, of what happened to them, or a small one."""
    sense = slot.senses[0]
    if sense.kind == "kind":
        flights = sense.value == "mission" and sketch.things(knowledge, "mission")
        return bool(flights) or sense.value in {"cover", *FORMS}
    if sense.kind == "topic":
        crew = sense.value == "crew" and sketch.things(knowledge, "expedition")
        made = sense.value in _MAKING and sketch.things(knowledge, "party")
        return bool(crew or made) or sense.value in {*_EVENTS, *_WAYS, *_BEARING}
    if sense.kind == "value":
        return sense.value.partition("=")[0] in {"event", "strike_event"}
    if sense.kind == "outside":
        return sense.value == "genuine"
    if sense.kind == "want":
        return sense.value in _SMALL_WANTS
    return sense.kind in _SMALL or (slot.means("preposition") and slot.text == "by")


class _Claims:
    """The conditions that the claims of a question set; none where one of them cannot be set."""

    def __init__(self, sketch: Sketch, knowledge: Knowledge) -> None:
        self._sketch = sketch
        self._knowledge = knowledge
        self._topics = sketch.topic_names
        marks = bool(sketch.things(knowledge, "mark"))
        self._struck = bool(self._topics & _STRUCK) or marks
        self._flown_on = [m for m in sketch.mentions if self._way_of(m)]

    def conditions(self) -> tuple[Condition, ...]:
        """All of them, or none where too little is claimed or something cannot be claimed so."""
        sketch = self._sketch
        offices, days, flights = (
            len(found)
            for found in (
                sketch.things(self._knowledge, "place"),
                [m for m in sketch.mentions if m.slot.kind == "day"],
                [m for m in self._flights() if m not in self._flown_on],
            )
        )
        events = self._events()
        if max(offices, days, flights, len(events)) > 1 or self._is_idle():
            return ()
        named = [self._condition(mention) for mention in sketch.mentions]
        found = [c for c in named if c is not None]
        if len(found) + len([m for m in sketch.mentions if is_station(m)]) < len(named):
            return ()
        found += [*self._on_the_station(), *self._of_bare_topics(), *self._forms()]
        field = "strike_event" if self._struck or offices else "event"
        found += [Condition(field=field, op="contains", text=event) for event in events]
        return tuple(found) if self._can_be_tested(found) else ()

    def _flights(self) -> list[Mention]:
        return self._sketch.things(self._knowledge, "mission", "programme", "variant")

    def _way_of(self, mention: Mention) -> str:
        """As in "flown on CRS-7", "ATV-3 flown cover", "brought back by CRS-1": up or down."""
        if mention not in self._flights():
            return ""
        use = mention.topic
        if use is not None and use.topic in _WAYS and mention.preposition in _ON:
            return _WAYS[use.topic]
        behind = [u for u in self._sketch.topics if u.position == mention.position + 1]
        flown = bool(behind) and behind[0].topic == "fly" and behind[0].attributive
        return "up" if flown and mention.topic is None else ""

    def _events(self) -> list[str]:
        """The events that the postmark or the cover is said to be for."""
        ways = [m.topic for m in self._flown_on if m.topic is not None]
        told = [
            _EVENTS[use.topic]
            for use in self._sketch.topics
            if use.topic in _EVENTS and use not in ways
        ]
        told += [value.partition("=")[2] for value in self._sketch.values]
        known = {"landing": "landing", **{event: event for event in _EVENTS.values()}}
        shortened = [next((k for k in known if event.startswith(k)), event) for event in told]
        return list(dict.fromkeys(shortened))

    def _is_idle(self) -> bool:
        """Whether something is said that sets no condition: "on board" of nothing done there."""
        sketch = self._sketch
        people = sketch.things(self._knowledge, "person", "expedition")
        if people and "sign" not in self._topics:
            return True
        done_there = self._struck or "sign" in self._topics or self._flown_on
        there = sketch.on_board or any(is_station(m) for m in sketch.mentions)
        denied = any(use.negated for use in sketch.topics) or sketch.negations
        return bool(denied) or (there and not done_there)

    def _condition(self, mention: Mention) -> Condition | None:
        """The claim that a name or a day makes; None where it makes none that can be tested."""
        if is_station(mention) or mention.negated:
            return None
        if mention.slot.kind == "day":
            return self._dated(mention)
        kind = self._knowledge.thing(mention.things[0]).kind_of_thing
        if kind == "place" and not self._names_the_office(mention):
            return None
        fields = {
            "place": "strike_place",
            "mark": "marks",
            "party": "by_party",
            "person": "signed_by",
            "expedition": "signed_by",
        }
        field = fields.get(kind) or self._way_of(mention) or "about"
        return Condition(field=field, things=mention.things)

    def _names_the_office(self, mention: Mention) -> bool:
        """Whether a place is that of a postmark, and not "launched from Wallops"."""
        use = mention.topic
        if mention.preposition == "from" and not self._struck:
            return False
        sited = use is not None and use.topic in {"launch", "end", "fly"} and mention.preposition
        return not sited and (use is None or use.topic != "sign")

    def _dated(self, mention: Mention) -> Condition | None:
        """The day of a postmark, of a signature, or of whatever is dated."""
        set_on = condition_on(self._knowledge, "cover", mention)
        before = [use for use in self._sketch.topics if use.position < mention.position]
        signed = bool(before) and before[-1].topic == "sign"
        offices = self._sketch.things(self._knowledge, "place")
        struck = "strike_day" if self._struck or offices else "any_day"
        field = "signed_day" if signed else struck
        return set_on.model_copy(update={"field": field}) if set_on is not None else None

    def _on_the_station(self) -> Iterator[Condition]:
        """As in "ISS postmark", "cancelled aboard"."""
        there = self._sketch.on_board or any(is_station(m) for m in self._sketch.mentions)
        offices = self._sketch.things(self._knowledge, "place")
        if there and "postmark" in self._topics and not offices:
            yield Condition(field="strike_place", things=("iss",))

    def _of_bare_topics(self) -> Iterator[Condition]:
        """As in "a flown cover", "signed", "with a handstamp": nothing says whose or which."""
        people = self._sketch.things(self._knowledge, "person", "expedition")
        marks = self._sketch.things(self._knowledge, "mark")
        flown = any(self._way_of(mention) for mention in self._flown_on)
        if "fly" in self._topics and not flown:
            yield Condition(field="flew", op="recorded")
        if "sign" in self._topics and not people:
            yield Condition(field="signed_by", op="recorded")
        if "mark" in self._topics and not marks:
            yield Condition(field="marks", op="recorded")

    def _forms(self) -> list[Condition]:
        forms = [kind for kind in self._sketch.kinds if kind in FORMS]
        return [Condition(field="form", text=form) for form in dict.fromkeys(forms)][:1]

    def _can_be_tested(self, found: list[Condition]) -> bool:
        """Whether two claims can be held against each other, or the ship never arrived."""
        told = {c.field for c in found}
        when = bool(told & {"strike_day", "signed_day", "any_day"})
        flight = bool(told & {"about", "up"})
        where = "strike_place" in told
        lost = [m for m in self._flown_on if _was_lost(m, self._knowledge)]
        pairs = (
            where and (when or flight),
            when and flight,
            bool({"marks", "signed_by"} & told)
            and any(c.things for c in found)
            and (when or flight),
            {"up", "down"} <= told or {"about", "down"} <= told,
            "by_party" in told and flight,
        )
        return any(pairs) or bool(lost)
