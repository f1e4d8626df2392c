"""Which side has more pieces: "which ATV carried the most covers", "more cards or covers on ATV-1".

A question of this kind is read only as a whole: every word of it has a part in one of the forms
below, so that nothing is left out of it.
"""

from __future__ import annotations

import re

from bot.knowledge.base import Knowledge, launch_order
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Cover, Mission
from bot.questions.query import Condition, Query
from bot.questions.sketch import FORMS, Mention, Sketch
from bot.questions.slots import Slot

# The parts of such a question. In a form, the letter of a part stands for it.
_ASKS, _ASKS_FLIGHT, _BE, _BY, _COMPARES, _EACH = "WXBYVE"
_FLEW, _FLIGHT, _LINE, _MAKER, _MAKERS, _MORE = "CFLHPG"
_MOST, _NUMBER, _OR, _PIECE, _RANKS, _SHIPS = "MQOKRN"

_SAID = {
    _BE: {"did", "were", "was", "are", "is", "do", "does"},
    _BY: {"by"},
    _EACH: {"per", "each", "each of", "every", "for each", "on each", "by"},
    _FLEW: {"had", "has", "have", "got", "took", "with"},
    _MOST: {"most", "the most", "fewest", "the fewest", "highest number of", "largest number of"},
    _MORE: {"more", "fewer"},
    _OR: {"or", "and", "than", "vs", "versus"},
    _MAKERS: {"maker", "issuer", "publisher"},
    f"{_FLEW}{_MORE}": {"carry more", "carried more"},
    f"{_MORE}{_OR}": {"more than", "fewer than"},
    f"{_EACH}{_SHIPS}": {"per flight", "per mission", "per launch"},
}
_BESIDE = {"the", "on", "of", "for", "aboard", "in", "to", "a", "all", "there", "up", "it"}
_SMALL = {"smallest", "fewer"}

_COVERS = f"[{_MAKER}{_FLEW}]{{0,2}}{_PIECE}"
_SIDE = f"{_PIECE}{_OR}{_PIECE}"
_HOUSES = f"{_MAKER}{_OR}{_MAKER}"
_ASKED_FLIGHT = f"(?:{_ASKS}?{_LINE}?{_SHIPS}|{_ASKS}?{_LINE}|{_ASKS_FLIGHT})"
_MOST_OF_FLIGHTS = re.compile(f"{_ASKED_FLIGHT}{_FLEW}{_MOST}{_COVERS}{_FLEW}?")
_FLIGHTS_RANKED = re.compile(
    f"{_RANKS}{_LINE}?{_SHIPS}?{_BY}{_NUMBER}?{_COVERS}{_FLEW}?"
    f"|{_NUMBER}{_FLEW}?{_PIECE}{_FLEW}?{_EACH}{_LINE}?{_SHIPS}?"
)
_MOST_OF_MAKERS = re.compile(f"{_ASKS}{_MAKERS}?{_FLEW}{_MOST}{_COVERS}{_FLEW}?{_FLIGHT}")
_FORMS_ASKED = re.compile(
    f"(?:{_MORE}{_SIDE}{_FLEW}?|{_ASKS}{_FLEW}{_MORE})(?:{_FLIGHT}|{_FLIGHT}{_SIDE})"
    f"|{_COMPARES}{_SIDE}{_FLEW}?{_FLIGHT}"
)
_FORMS_CLAIMED = re.compile(
    f"{_BE}(?:{_MORE}{_SIDE}{_FLEW}?{_FLIGHT}|{_FLIGHT}{_FLEW}{_MORE}{_SIDE})"
)
_MAKERS_ASKED = re.compile(
    f"{_BE}{_HOUSES}{_FLEW}{_MORE}{_PIECE}?{_FLIGHT}"
    f"|{_ASKS}{_FLEW}{_MORE}{_PIECE}?{_FLIGHT}{_HOUSES}"
)
_MAKERS_CLAIMED = re.compile(f"{_BE}{_MAKER}{_FLEW}{_MORE}{_PIECE}?{_OR}{_MAKER}{_FLIGHT}")


def read_outnumbering(sketch: Sketch, knowledge: Knowledge) -> Query | None:
    """The pieces on each of several sides, compared; None where it asks anything else.

    The sides are flights ("which ATV carried most cards", "covers flown per ATV"), the makers of
    what flew on one flight, or forms ("more cards or covers on ATV-2").
    """
    if sketch.only or sketch.negations or any(m.negated for m in sketch.mentions):
        return None
    parts = _parts(sketch, knowledge)
    form = "".join(letter for letter, _ in parts)
    pieces = [_form_of(slot) for letter, slot in parts if letter == _PIECE]
    makers = sketch.things(knowledge, "party")
    flights = sketch.things(knowledge, "mission")
    by_flight = _MOST_OF_FLIGHTS.fullmatch(form)
    if by_flight or _FLIGHTS_RANKED.fullmatch(form):
        where = (*_of_form(pieces[0]), *_conditions(knowledge, makers))
        lines = sketch.things(knowledge, "programme", "variant")
        order = _order(sketch) if by_flight or sketch.ranking else None  # else by launch
        return _compared(where, _flights_with_mail(knowledge, lines), order)
    if not flights:
        return None
    where = _conditions(knowledge, flights)
    if _MOST_OF_MAKERS.fullmatch(form):
        sides = _makers_on(knowledge, flights[0].things)
        return _compared((*_of_form(pieces[0]), *where), sides, _order(sketch))
    claimed = _FORMS_CLAIMED.fullmatch(form) or _MAKERS_CLAIMED.fullmatch(form)
    order = _order(sketch) if _MORE in form else None
    if _FORMS_ASKED.fullmatch(form) or _FORMS_CLAIMED.fullmatch(form):
        sides = [Condition(field="form", text=piece) for piece in pieces]
        return _compared(where, sides, order, claimed=bool(claimed))
    if _MAKERS_ASKED.fullmatch(form) or _MAKERS_CLAIMED.fullmatch(form):
        forms = _of_form(pieces[0]) if pieces else ()
        sides = list(_conditions(knowledge, makers))
        return _compared((*forms, *where), sides, order, claimed=bool(claimed))
    return None


def _compared(
    where: tuple[Condition, ...],
    sides: list[Condition],
    order: str | None,
    *,
    claimed: bool = False,
) -> Query | None:
    """The pieces that flew, compared side by side; `claimed`, that the first side has more."""
    if len(sides) < len("ab"):
        return None
    groups = tuple((side,) for side in sides)
    compared = {"want": "compare", "kind": "cover", "fields": ("flown",), "tally": True}
    told = {"where": where, "groups": groups, "order": order, "limit": 1 if claimed else None}
    return Query.model_validate(compared | told)


def _parts(sketch: Sketch, knowledge: Knowledge) -> list[tuple[str, Slot]]:
    """The words that have a part in the question, in order; "?" for one that has none."""
    places: dict[int, str] = {}
    for kinds, letter in ((("programme", "variant"), _LINE), (("party",), _MAKER)):
        places |= {m.position: letter for m in sketch.things(knowledge, *kinds)}
    flights = sketch.things(knowledge, "mission")
    places |= {m.position: _FLIGHT for m in flights if len(m.things) == 1}
    letters = ((places.get(n) or _part(slot), slot) for n, slot in enumerate(sketch.slots))
    return [(letter, slot) for letter, slot in letters if letter]


def _part(slot: Slot) -> str:
    """The part that one word has; "" for a small word, "?" where it has none."""
    if slot.text in _BESIDE:
        return ""
    said = next((part for part, words in _SAID.items() if slot.text in words), "")
    if said:
        return said
    for sense in slot.senses:
        part = _SENSES.get((sense.kind, sense.value)) or _SENSES.get((sense.kind, ""))
        if part:
            return part
    return "?"


_SENSES = {
    ("type", "which"): _ASKS,
    ("type", "who"): _ASKS,
    ("type", "which_ship"): _ASKS_FLIGHT,
    ("type", "quantity"): _NUMBER,
    ("kind", "mission"): _SHIPS,
    ("kind", "party"): _MAKERS,
    ("kind", "cover"): _PIECE,
    **{("kind", form): _PIECE for form in FORMS},
    ("topic", "fly"): _FLEW,
    ("topic", "carry"): _FLEW,
    ("want", "compare"): _COMPARES,
    ("want", "list"): _RANKS,
    ("ranking", ""): _RANKS,
    ("on_board", ""): _FLEW,
}


def _form_of(slot: Slot) -> str:
    """The form that a word for pieces names: cover, card, letter ..."""
    return next(sense.value for sense in slot.senses if sense.kind == "kind")


def _of_form(piece: str) -> tuple[Condition, ...]:
    """Cards, letters or folders alone; "covers" stands for all that flew."""
    return (Condition(field="form", text=piece),) if piece in FORMS else ()


def _order(sketch: Sketch) -> str:
    return "asc" if _SMALL & {*sketch.orders, *sketch.comparatives} else "desc"


def _conditions(knowledge: Knowledge, mentions: list[Mention]) -> tuple[Condition, ...]:
    """What flew on a flight, and what is by a maker."""
    told = []
    for mention in mentions:
        flight = isinstance(knowledge.thing(mention.things[0]), Mission)
        told.append(Condition(field="up" if flight else "by_party", things=mention.things))
    return tuple(told)


def _makers_on(knowledge: Knowledge, flights: tuple[str, ...]) -> list[Condition]:
    """Who issued what flew on a flight, as far as recorded."""
    makers: dict[str, None] = {}
    for cover in knowledge.all(Cover):
        if any(fact.value in flights for fact in facts_of(knowledge, cover, "up")):
            issuers = (fact.value for fact in facts_of(knowledge, cover, "issuer"))
            makers |= dict.fromkeys(issuer for issuer in issuers if isinstance(issuer, str))
    return [Condition(field="by_party", things=(maker,)) for maker in makers]


def _flights_with_mail(knowledge: Knowledge, lines: list[Mention]) -> list[Condition]:
    """The flights that took covers up, as far as recorded: of one line, or all; by launch."""
    flown = {
        fact.value
        for cover in knowledge.all(Cover)
        for fact in facts_of(knowledge, cover, "up")
        if isinstance(fact.value, str)
    }
    flights = [flight for flight in knowledge.all(Mission) if flight.id in flown]
    of_line = {thing for line in lines for thing in line.things}
    if of_line:
        flights = [f for f in flights if of_line & {f.programme, f.variant}]
    return [
        Condition(field="up", things=(f.id,))
        for f in sorted(flights, key=lambda flight: (launch_order(flight), flight.id))
    ]
