"""Readings of comparisons and rankings: the sides, the measure, the order."""

from __future__ import annotations

from itertools import pairwise

from bot.knowledge.fields import FIELDS
from bot.questions.asked import EVENT_DAYS, Asked, find_asked
from bot.questions.conditions import condition_on, event_of, itself
from bot.questions.query import Condition, Query, Trouble
from bot.questions.question import Question
from bot.questions.restricting import restrictions
from bot.questions.sketch import FORMS, Mention

# The field that a comparison or a superlative is about when none is named.
_MEASURES = {
    "fewer": "issued",
    "more": "issued",
    "smallest": "issued",
    "largest": "issued",
    "earlier": "launched",
    "later": "launched",
    "earliest": "launched",
    "latest": "launched",
    "longer": "docked_for",
    "shorter": "docked_for",
    "longest": "docked_for",
    "shortest": "docked_for",
}
_NEEDS_TWO = ("compared to", "compared with", "difference")
_MOST_RANKED = 100
_TWO = 2
# As in "which came first, ATV-1 or HTV-1": of two things a superlative compares.
_INSTEAD = {
    "earliest": "earlier",
    "latest": "later",
    "smallest": "fewer",
    "largest": "more",
    "longest": "longer",
    "shortest": "shorter",
}
_ASCENDING = {"fewer", "smallest", "earlier", "earliest", "shorter", "shortest"}


def read_comparison(q: Question) -> Query | Trouble | None:
    """Two or more things and what is compared: "is A rarer than B", "A vs B print run"."""
    sketch = q.sketch
    sides = _sides(q)
    _take_order_words(q, sides)
    with_what = next((s.text for s in sketch.slots if s.text.startswith(_NEEDS_TWO)), "")
    if len(sides) < 2 and with_what and sketch.asks != ["looks"]:
        return Trouble(status="not_understood", words=(with_what,))
    if len(sides) < 2 or not (sketch.comparatives or "compare" in sketch.wants):
        return None
    comparative = sketch.comparatives[0] if sketch.comparatives else None
    by_time = comparative in {"earlier", "later"}
    asked = find_asked(sketch, q.kinds, "when" if by_time else "quantity")
    signers = any(slot.text in {"signers", "signer"} for slot in sketch.slots)
    if (asked is None or signers) and not comparative:
        asked = find_asked(sketch, q.kinds, None)
    kind, fields = _measured(q, comparative, asked)
    if _measures_another(q, kind, sides):
        return Trouble(status="not_understood", words=(comparative or "compare",))
    if "folder" in sketch.kinds and len(set(sketch.kinds)) > 1:
        return Trouble(status="not_understood", words=("folder",))  # "A's folder vs B's cover"
    if "cover" in sketch.kinds and len(set(sketch.kinds)) > 1:
        sketch.kinds = ["cover"]  # "more cards than covers": each side has its own form
    where = restrictions(q, kind, asked, leave_out=sides)
    if isinstance(where, Trouble):
        return where
    groups = []
    for side in sides:
        side.topic = None
        condition = condition_on(q.knowledge, kind, side)
        if condition is None:
            return None
        groups.append((condition,))
    order = None if comparative is None else "asc" if comparative in _ASCENDING else "desc"
    where = tuple(c for c in where if c.op != "recorded" or _restricts(kind, c))
    return Query.model_validate(
        {
            "want": "compare",
            "kind": kind,
            "fields": _of_the_marked(fields, where),
            "where": where,
            "groups": tuple(groups),
            "order": order,
            "limit": 1 if sketch.check and not sketch.alternative else None,  # "before or after"
        }
    )


_CAME = {"came", "come", "comes"}


def read_before_event(q: Question) -> Query | None:
    """As in "did Orb-2 leave before ATV-5 came": two events that are not of one kind."""
    sketch = q.sketch
    flights = sketch.things(q.knowledge, "mission")
    limits = [slot.text for slot in sketch.slots if slot.text in {"before", "after", "when"}]
    events = {n: "arrived" for n, slot in enumerate(sketch.slots) if slot.text in _CAME}
    events |= {u.position: EVENT_DAYS[u.topic] for u in sketch.topics if u.topic in EVENT_DAYS}
    told = sketch.asks or sketch.values or q.names_covers or set(sketch.types) - {"when"}
    if not sketch.check or told or len(limits) != 1 or len(flights) != len(sketch.mentions):
        return None
    order = sorted([*((m.position, "flight") for m in flights), *events.items()])
    if [what == "flight" for _, what in order] != [True, False, True, False]:
        return None
    first, last = order[1][1], order[3][1]
    had = limits[0] == "when" and sketch.slots[0].text == "had"  # "had Orb-2 left when ATV-5 came"
    if first == last or (limits[0] == "when" and not had):
        return None
    operator = ">" if limits[0] == "after" else "<"
    event = event_of(flights[1].things, last)
    claim = Condition.model_validate({"field": first, "op": operator, "query": event})
    return Query(want="check", kind="mission", where=itself(flights[0].things), claim=(claim,))


def _of_the_marked(fields: tuple[str, ...], where: tuple[Condition, ...]) -> tuple[str, ...]:
    """As in "did more ATV-2 covers than ATV-1 covers get the seal": how many were marked."""
    marked = fields == ("quantity",) and any(c.field == "marks" for c in where)
    return ("marked",) if marked else fields


def _measures_another(q: Question, kind: str, sides: list[Mention]) -> bool:
    """As in "which flew more, HTV or ATV", "was Gerst there longer than Parmitano": not counted."""
    people = any(side in q.sketch.things(q.knowledge, "person") for side in sides)
    told = q.names_covers or q.sketch.asks or q.sketch.pronoun
    lines = set(map(id, sides)) <= set(
        map(id, q.sketch.things(q.knowledge, "programme", "variant"))
    )
    counted = lines and bool({"more", "or more", "fewer", "less"} & _words(q))
    flights = kind == "cover" and not told and (q.topics & {"fly", "by"} or counted)
    return bool((people and kind == "mission") or flights)


def _take_order_words(q: Question, sides: list[Mention]) -> None:
    """As in "did A dock before B", "which came first, A or B": words that compare two sides."""
    sketch = q.sketch
    if len(sides) != _TWO:
        return
    order_words = {"before": "earlier", "after": "later"}
    for position, limit in sketch.limit_words:
        bounded = any(side.position == position + 1 for side in sides)
        if sketch.check and bounded and limit in order_words:
            sketch.comparatives.append(order_words[limit])
    if not sketch.comparatives and sketch.alternative:
        sketch.comparatives += [_INSTEAD[order] for order in sketch.orders if order in _INSTEAD]
        sketch.orders = [order for order in sketch.orders if order not in _INSTEAD]


def _sides(q: Question) -> list[Mention]:
    """The things that are compared: two or more mentions of one kind."""
    for kinds in (("mission",), ("variant",), ("programme",), ("party",), ("person",)):
        sides = q.sketch.things(q.knowledge, *kinds)
        if len(sides) >= 2:
            return sides
    programmes = q.sketch.things(q.knowledge, "programme", "variant")
    return programmes if len(programmes) >= 2 else []


def _measured(
    q: Question, comparative: str | None, asked: Asked | None
) -> tuple[str, tuple[str, ...]]:
    """What is compared: the named field, else what the comparative word is about."""
    if asked is not None:
        return asked.kind, asked.fields
    name = _MEASURES.get(comparative or "")
    has_covers = q.names_covers
    if name == "issued" or (name is None and has_covers):
        return "cover", ("quantity",)
    if name == "launched" and "outcome=lost" in q.sketch.values and "launch" not in q.topics:
        return "mission", ("ended",)  # "which was lost first, M-27M or CRS-7"
    if name is not None:
        return "mission", (name,)
    return q.kinds[0], ()


def read_ranking(q: Question) -> Query | Trouble | None:
    """What comes first by a figure or a day: "the rarest ATV folder", "the third Cygnus"."""
    sketch = q.sketch
    if sketch.ordinal is not None and not sketch.orders:
        sketch.orders.append("earliest")
    if not sketch.orders and not sketch.ranking:
        return None
    order = sketch.orders[0] if sketch.orders else "largest"
    _let_go_of_by_numbers(q)
    asked = find_asked(sketch, q.kinds, q.type)
    measure = _ranked_by(q, order, asked)
    if measure is None:
        return None
    unranked = _most_of_what(q)
    if unranked:
        return Trouble(status="not_understood", words=(unranked,))
    kind, field = measure
    if not field or (kind == "cover" and not _ranks_covers(q)):
        return Trouble(status="not_understood", words=(sketch.order_text or order,))
    by_it = asked is not None and field in asked.fields  # else "signed" sorts: "rarest signed one"
    where = restrictions(q, kind, asked if by_it or kind != "cover" else None)
    if isinstance(where, Trouble):
        return where
    if kind == "cover" and _only_flown(q) and not any(c.field == "flew" for c in where):
        where = (*where, Condition(field="flew", op="recorded"))
    lost = _asks_when_lost(q) or ("outcome=lost" in sketch.values and not q.topics)
    field = "ended" if field == "launched" and lost else field
    if field == "covers_inside":
        where = (*where, Condition(field="form", text="folder"))
    field = _by_its_event(q, field, where)
    where = tuple(_of_that_event(q, c, field) for c in where)
    limit = _how_many_ranked(q)
    where = tuple(
        c
        for c in where
        if (c.op != "recorded" or _restricts(kind, c)) and (c.number is None or limit == 1)
    )
    return Query.model_validate(
        {
            "want": "rank",
            "kind": kind,
            "fields": (field,),
            "where": where,
            "order": "asc" if order in _ASCENDING else "desc",
            "limit": limit,
            "offset": (sketch.ordinal or 1) - 1,
        }
    )


def _let_go_of_by_numbers(q: Question) -> None:
    """As in "the scarcest by numbers": how many there are, and not the numbers on them."""
    slots = q.sketch.slots
    told = [use for use in q.sketch.topics if use.text in {"number", "numbers"}]
    by = [use for use in told if use.position and slots[use.position - 1].text == "by"]
    q.sketch.topics = [use for use in q.sketch.topics if use not in by]


_EVENTS = {"arrived", "departed", "ended"}


def _restricts(kind: str, condition: Condition) -> bool:
    """As in "the rarest signed cover", "the first manual docking": of those only."""
    return condition.field == "by_hand" or (kind == "cover" and condition.field != "strike_place")


def _asks_when_lost(q: Question) -> bool:
    """As in "when was the first Progress lost?": its end is asked for, not its launch."""
    return "when" in q.sketch.types and bool(q.sketch.loss_text) and not q.sketch.topics


def _by_its_event(q: Question, field: str, where: tuple[Condition, ...]) -> str:
    """As in "the first Dragon at Harmony forward": first to get there, not to be launched."""
    launch = {"launch", "fly", "first"} & q.sketch.topic_names
    events = [_EVENT_OF[c.field] for c in where if c.field in _EVENT_OF]
    return events[0] if field == "launched" and events and not launch else field


_EVENT_OF = {"port": "arrived", "end_place": "ended", "end_how": "ended"}


def _of_that_event(q: Question, condition: Condition, field: str) -> Condition:
    """As in "which burned up last in 2013?": the year is that of the event, not of the launch."""
    year = condition.field == "launched" and condition.day is not None and condition.op == "is"
    if year and field in _EVENTS and "launch" not in q.sketch.topic_names:
        return condition.model_copy(update={"field": field})
    return condition


def _only_flown(q: Question) -> bool:
    """As in "the rarest flown cover", "which flown ATV cover": of those only that flew."""
    for use in q.sketch.topics:
        behind = [s for s in q.sketch.slots[use.position + 1 :] if s.kind != "thing"][:1]
        if use.topic == "fly" and use.text == "flown" and behind and behind[0].means("kind"):
            return True
    return False


def _ranks_covers(q: Question) -> bool:
    """Whether covers themselves are ranked, and not flights or signers by their covers."""
    timed = q.type == "when" and not _of_a_strike(q)
    if timed and (not q.names_covers or {"most", "fewest"} & _words(q)):
        return False  # "when did it first fly", "which year had the most covers"
    if q.sketch.kinds and q.sketch.kinds[0] not in {*FORMS, "cover"}:
        return False
    if q.type == "who":
        return False  # "who has signed the most covers" counts signatures
    if q.type == "how" and (not q.line or {"most", "fewest"} & _words(q)):
        return False  # "which ATV had the most covers" counts covers
    return q.names_covers or bool(q.sketch.asks) or q.sketch.pronoun or _of_a_strike(q)


def _of_a_strike(q: Question) -> bool:
    """As in "the latest date struck on board": the first or last postmark is asked for."""
    dated = any(mention.slot.kind == "day" for mention in q.sketch.mentions)
    asked = q.names_covers or (q.type == "when" and not q.sketch.check and not dated)
    return asked and "postmark" in q.topics and bool({"earliest", "latest"} & {*q.sketch.orders})


def _ranked_by(q: Question, order: str, asked: Asked | None) -> tuple[str, str] | None:
    """The kind of thing and the field of a ranking; None where nothing can be ranked."""
    told = _flights_ranked(q, order, asked) or _pieces_ranked(q, order)
    if told is not None:
        return told
    covers = asked is not None and asked.kind == "cover"
    if (q.names_covers or _of_a_strike(q)) and order in _TIMELY:
        flown = q.topics == {"fly"} and order == "earliest" and q.type is None
        return ("cover", "strike_day" if _of_a_strike(q) else "up_day" if flown else "")
    if order in {"earliest", "latest", "longest", "shortest"} and not covers:
        lines = q.sketch.things(q.knowledge, "programme", "variant")
        flights = q.sketch.things(q.knowledge, "mission")
        spoken = lines or q.sketch.kinds or q.sketch.values  # "the last loss"
        if not spoken or (flights and not q.sketch.values):
            return None
        flew = "fly" in q.topics or bool({"flight", "in space", "in orbit"} & _words(q))
        return "mission", "flight_time" if flew and _MEASURES[order] == "docked_for" else _MEASURES[
            order
        ]
    kind = asked.kind if asked is not None else "cover"
    weighed = q.topics & {"capacity", "cargo"} or (asked and {*asked.fields} & _LOADS)
    if kind == "mission" and not weighed:  # "which port was used most"
        return kind, ""
    quantities = {n for (k, n), f in FIELDS.items() if k == kind and f.type == "quantity"}
    named = [name for name in (asked.fields if asked else ()) if name in quantities]
    return kind, (named or ["issued" if kind == "cover" else "capacity"])[0]


def _flights_ranked(q: Question, order: str, asked: Asked | None) -> tuple[str, str] | None:
    """Flights by the day or the time that is asked for: "the first to dock"."""
    if asked is None or asked.kind != "mission":
        return None
    types = {name: FIELDS["mission", name].type for name in asked.fields}
    days = [name for name, one in types.items() if one == "day"]
    if order in {"earliest", "latest"} and days:
        return "mission", days[0]
    times = [name for name, one in types.items() if one == "duration"]
    if order in {"longest", "shortest"} and q.sketch.asks and times:
        return "mission", times[0]
    return None


def _pieces_ranked(q: Question, order: str) -> tuple[str, str] | None:
    """Covers by a figure that is named: "the highest number flown", "most covers in a folder"."""
    pairs = pairwise(q.sketch.slots)
    if any({"flown most", "most flown"} & {f"{a.text} {b.text}"} for a, b in pairs):
        return "cover", "flown"  # "which cover was flown most"
    inside = {"cover", "folder"} <= set(q.sketch.kinds) and q.topics <= {"contain"}
    if inside and order in _SIZES:
        return "cover", "covers_inside"  # "which folder has most covers"
    counted = any(s.text in _COUNTS for s in q.sketch.slots if s.means("order"))
    if counted and q.names_covers and len(q.topics) == 1 and q.topics <= set(_COUNTED_BY):
        return "cover", _COUNTED_BY[min(q.topics)]  # "the highest number flown"
    return None


_SIZES = {"largest", "smallest"}
_COUNTS = {"highest number", "largest number", "lowest number", "smallest number"}
_COUNTS |= {f"{words} of" for words in _COUNTS}
_COUNTED_BY = {"fly": "flown", "sign": "signed", "mark": "marked", "number": "numbered"}
_TIMELY = {"earliest", "latest", "longest", "shortest"}
_LOADS = {"capacity", "cargo_up", "cargo_down"}
# Topics whose nouns are not counted: "most signatures".
_COUNTED = {"sign", "postmark", "mark", "number"}


def _most_of_what(q: Question) -> str:
    """As in "the most beautiful cover", "the most signatures": no figure is kept of that."""
    for word, following in pairwise(q.sketch.slots):
        if word.text not in {"most", "fewest", "least", "the most"}:
            continue
        counted = following.sense("topic")
        if counted is not None and counted.value in _COUNTED:
            return following.text
        if following.sense("first_person", "ordinary", "outside", "value"):
            return following.text
    return ""


def _words(q: Question) -> set[str]:
    return {slot.text for slot in q.sketch.slots}


def _how_many_ranked(q: Question) -> int | None:
    """As in "top 5", "the rarest folder" (one), "folders by print run" (all: None)."""
    numbers = [m.slot.number for m in q.sketch.mentions if m.slot.kind == "number"]
    if q.sketch.ordinal is not None:
        return 1
    if numbers and numbers[0] and numbers[0] < _MOST_RANKED:
        return int(numbers[0])
    plural = any(s.text.endswith("s") for s in q.sketch.slots if s.means("kind"))
    first = "first" in {slot.text for slot in q.sketch.slots}
    return None if (plural or q.sketch.ranking) and not first else 1
