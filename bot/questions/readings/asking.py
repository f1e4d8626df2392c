"""Readings of questions for values, lists, counts and totals: all that nothing else reads."""

from __future__ import annotations

from itertools import pairwise

from bot.knowledge.fields import FIELDS
from bot.questions.asked import Asked, fields_for, find_asked
from bot.questions.conditions import SELF, bind_agents
from bot.questions.query import Condition, Query, Trouble, Want
from bot.questions.question import COVER_TOPICS, FLIGHT_TOPICS, Question
from bot.questions.restricting import finish
from bot.questions.sketch import FORMS


def _take_event_of_a_postmark(q: Question) -> None:
    """As in "which postmark for the launch of ATV-1": what the postmark was struck for."""
    sketch = q.sketch
    starts = [use for use in sketch.topics if use.topic == "launch" and not use.governs]
    of_flights = starts and not q.names_covers and sketch.things(q.knowledge, "mission")
    if "postmark_places" in q.practices and of_flights:
        sketch.drop("launch")
        sketch.values.append("strike_event=launch")


def read_value(q: Question) -> Query | Trouble:
    """A value, list, count or total: every question that nothing else reads is one of these."""
    sketch = q.sketch
    compared = [word for word in sketch.comparatives if word not in {"earlier", "later"}]
    if compared:  # "which has the smaller number": than what, nothing says
        return Trouble(status="not_understood", words=(compared[0],))
    ordered = [*sketch.orders, *(["ordinal"] if sketch.ordinal is not None else [])]
    if ordered:  # "the last lost ship": nothing ranked it
        return Trouble(status="not_understood", words=(sketch.order_text or ordered[0],))
    of_agency = _people_of_agency(q)
    if of_agency is not None:
        return of_agency
    _take_event_of_a_postmark(q)
    listing = q.type is None and ("which" in sketch.types or "list" in sketch.wants)
    listing = listing or q.type == "quantity" or not sketch.types
    bind_agents(sketch, q.knowledge, "cover", listing=listing)
    if "total" in sketch.wants and q.type in {None, "quantity"}:
        total = _read_total(q)
        if total is not None:
            return total
    asked = find_asked(sketch, q.kinds, q.type)
    if q.type == "quantity":
        return _read_quantity(q, asked)
    if asked is None and q.type is not None and not sketch.topics:
        asked = _asked_of_kind(q)
    if asked is None and sketch.topics and q.type not in {None, "how"}:
        return _no_such_field(q)
    if asked is None or _asks_for_things(q, asked):
        return _read_list(q)
    return _read_field(q, asked)


def _people_of_agency(q: Question) -> Query | None:
    """As in "astronauts of JAXA"."""
    agencies = [value for value in q.sketch.values if value.startswith("agency=")]
    if not agencies:
        return None
    of_it = Condition(field="agency", text=agencies[0].removeprefix("agency="))
    crews = [m.things for m in q.sketch.things(q.knowledge, "expedition")]
    of_crew = (Condition(field="expeditions", things=crew) for crew in crews)
    want: Want = "count" if q.type == "quantity" else "list"
    return Query(want=want, kind="person", where=(of_it, *of_crew))


def _read_field(q: Question, asked: Asked) -> Query | Trouble:
    """The values of a field; who did something, only of a field that names somebody."""
    if q.sketch.types[:1] == ["who"] and not _tells_of_somebody(asked):
        return Trouble(status="not_understood", words=("who",))
    return _of_those_carried(q, finish(q, "value", asked.kind, asked.fields, asked))


def _tells_of_somebody(asked: Asked) -> bool:
    """Whether one of the fields may name people: "who got the postmarks on the day" asks no day."""
    entries = [FIELDS[asked.kind, name] for name in asked.fields if (asked.kind, name) in FIELDS]
    return not entries or any(entry.type in {"thing", "text"} for entry in entries)


def _of_those_carried(q: Question, read: Query | Trouble) -> Query | Trouble:
    """As in "which ships brought mail down": of all covers that have a way on record."""
    if isinstance(read, Trouble) or read.where or q.type != "how" or not q.sketch.kinds:
        return read
    way = read.fields[0]
    carried = (Condition(field=way, op="recorded"),) if way in {"down", "up"} else ()
    return read.model_copy(update={"where": carried})


def _read_total(q: Question) -> Query | Trouble | None:
    """A sum over covers; None where it is not about their figures."""
    names = [n for u in q.sketch.topics for n in fields_for("cover", u.topic, "quantity")]
    if q.sketch.asks == ["carried_in"]:  # "how many has ATV carried in total"
        q.sketch.asks, names = [], [*names, "flown"]
    names += [n for n in q.sketch.asks if ("cover", n) in FIELDS]
    times = {"docked_for", "flight_time"} & set(q.sketch.asks)
    if times or q.topics & FLIGHT_TOPICS or "covers_inside" in names:
        return Trouble(status="not_understood", words=("total",))
    countable = set(q.sketch.kinds) - {*FORMS, "cover"}
    if countable and not q.names_covers:
        return None
    asked = Asked("cover", tuple(names[:1]) or _implied_quantity(q))
    return finish(q, "total", "cover", asked.fields, asked)


def _asks_for_things(q: Question, asked: Asked) -> bool:
    """Whether "which covers were signed" asks for the covers rather than for the signers."""
    sketch = q.sketch
    if q.type is not None or sketch.asks or asked.kind != "cover":
        return False
    which = "which" in sketch.types or "list" in sketch.wants
    return which and q.names_covers and not _topic_leads(q, asked)


def _topic_leads(q: Question, asked: Asked) -> bool:
    """Whether the topic comes before the kind word: "which postmarks are on the covers"."""
    if asked.topic is None:
        return True
    if asked.topic.attributive:  # "list flown covers"
        return False
    slots = q.sketch.slots
    return not any(slot.means("kind") for slot in slots[: asked.topic.position])


def _asked_of_kind(q: Question) -> Asked | None:
    """A bare question word about a thing: "where is La Marianne", "when was ATV-2"."""
    usual = {
        ("when", "mission"): ("launched",),
        ("where", "party"): ("place",),
        ("where", "mission"): ("launch_site",),
        ("where", "place"): ("country", "role"),
        ("who", "expedition"): ("crew",),
        ("duration", "mission"): ("docked_for", "flight_time"),
        ("when", "expedition"): ("begun", "over"),
        ("when", "mark"): ("begun", "over"),
        ("when", "person"): ("at_station",),
        ("duration", "person"): ("at_station",),
        ("when", "programme"): ("first_flight", "ended"),
        ("when", "cover"): ("strike_day",),
        ("where", "cover"): ("strike_place",),
        ("who", "cover"): ("by_party",),
    }
    if q.kinds[0] == "party" and "which" in q.sketch.types:
        return None  # "which dealers are there in the USA" asks for them
    for kind in q.kinds:
        if (q.type, kind) in usual:
            return Asked(kind, usual[str(q.type), kind])
    return None


def _no_such_field(q: Question) -> Query | Trouble:
    """A question that no field answers, such as the day of an issue: it is never recorded."""
    use = q.sketch.topics[0]
    ships = (
        fields_for("cover", use.topic, "how") if (q.type, use.topic) == ("who", "return") else ()
    )
    if ships and "cover" in q.kinds:  # "who took them down": a ship did
        return finish(q, "value", "cover", ships, Asked("cover", ships, use))
    for other in q.sketch.types if q.type != "who" else ():
        for kind in q.kinds:
            names = fields_for(kind, use.topic, other)
            if names and other != q.type:  # "where and when was it recovered": only a day is kept
                return finish(q, "value", kind, names, Asked(kind, names, use))
    if q.names_covers and not fields_for("cover", use.topic, None):
        return Trouble(status="not_understood", words=(use.text,))
    for kind in q.kinds:
        if fields_for(kind, use.topic, None):
            names = (f"{use.topic}.{q.type}",)
            return finish(q, "value", kind, names, Asked(kind, names, use))
    return Trouble(status="not_understood", words=(use.text,))


def _read_quantity(q: Question, asked: Asked | None) -> Query | Trouble:
    """As in "how many": a count of things, or a figure of covers or of something else."""
    counted = _counted_kind(q)
    several = _several_values(q, asked)
    if several is not None:
        return _tallied(finish(q, "value", several.kind, several.fields, several))
    if q.sketch.asks and asked is not None:
        return finish(q, "value", asked.kind, asked.fields, asked)
    if counted is not None:
        return _read_count(q, counted)
    if asked is not None and asked.kind != "cover":
        return finish(q, "value", asked.kind, asked.fields, asked)
    if not q.names_covers and _counts_flights(q):
        return _read_count(q, "mission")
    return _read_figure(q, asked)


# Fields of several values that can be counted: "how many crew were on STS-135".
_COUNTABLE = {"crew", "people_aboard", "expeditions", "at_station", "variants", "signed_by"}


def _several_values(q: Question, asked: Asked | None) -> Asked | None:
    """The field of several values whose number is asked; None where a figure or a count is."""
    signs = next((use for use in q.sketch.topics if use.topic == "sign"), None)
    people = q.sketch.things(q.knowledge, "person", "expedition")
    by_people = "person" in q.sketch.kinds or _counts_signers(q)
    if signs is not None and by_people and not people:
        return Asked("cover", ("signed_by",), signs)
    if asked is not None and q.sketch.asks and set(asked.fields) <= _COUNTABLE:
        return asked
    lines = q.sketch.things(q.knowledge, "programme")
    flights = q.sketch.things(q.knowledge, "mission", "expedition")
    for use in q.sketch.topics:
        if use.topic == "variant" and len(lines) == len(q.sketch.mentions) == 1:
            return Asked("programme", ("variants",), use)
        if use.topic == "crew" and len(flights) == len(q.sketch.mentions) == 1:
            kind = q.knowledge.thing(flights[0].things[0]).kind_of_thing
            return Asked(kind, ("crew",), use)
    return None


_SIGNERS = {"signatures", "autographs", "signers", "different signers", "different signatures"}


def _counts_signers(q: Question) -> bool:
    """As in "how many signatures are on it"."""
    pairs = pairwise(q.sketch.slots)
    return any(one.means("type", "quantity") and two.text in _SIGNERS for one, two in pairs)


def _tallied(reading: Query | Trouble) -> Query | Trouble:
    """The reading, with the number of the values asked for as well."""
    if isinstance(reading, Trouble):
        return reading
    return reading.model_copy(update={"tally": True})


def _counted_kind(q: Question) -> str | None:
    """The kind of thing that is counted by records: flights, clubs, people; covers if asked so."""
    if "count" in q.sketch.wants and q.names_covers and not q.sketch.topics:
        return "cover"
    if q.names_covers:
        return "mission" if _counts_ships(q) else None
    countable = {"mission", "party", "person", "programme", "expedition", "variant"}
    named = next((kind for kind in q.sketch.kinds if kind in countable), None)
    lost = any(value.startswith("outcome") for value in q.sketch.values)
    return named or ("mission" if lost else None)


def _counts_ships(q: Question) -> bool:
    """As in "how many ATV missions carried covers": the missions are counted."""
    slots = list(q.sketch.slots)
    asked = next((n for n, slot in enumerate(slots) if slot.means("type", "quantity")), None)
    if asked is None or q.sketch.kinds[:1] != ["mission"]:
        return False
    behind = [slot for slot in slots[asked + 1 :] if slot.kind != "thing"][:2]
    ships = bool(behind) and behind[0].means("kind", "mission")
    return ships and not (len(behind) > 1 and behind[1].means("kind"))


def _read_figure(q: Question, asked: Asked | None) -> Query | Trouble:
    """A figure of covers: the one asked for, or the one that a mark or a signer implies."""
    if asked is None and q.topics and q.topics <= FLIGHT_TOPICS and not q.names_covers:
        names = fields_for("mission", q.sketch.topics[0].topic, "when")  # "how much later"
        return finish(q, "value", "mission", names[:1], None)
    designs = any(slot.text.startswith("design") for slot in q.sketch.slots)
    apart = "how many different" in q.sketch.words and q.names_covers and not designs
    if apart and q.topics <= {"by", "issue", "make"}:
        return finish(q, "count", "cover", (), None)  # of the covers, and not of the copies
    figure = asked or Asked("cover", _implied_quantity(q))
    if figure.fields == ("postmarked",) and not q.on_board():
        figure = Asked("cover", ("quantity",), figure.topic)  # "postmarked in Houston"
    want: Want = "total" if "total" in q.sketch.wants else "value"
    return finish(q, want, "cover", figure.fields, figure)


def _counts_flights(q: Question) -> bool:
    """As in "how many ATVs flew": a line is named and nothing about covers."""
    lines = q.sketch.things(q.knowledge, "programme", "variant")
    slots = q.sketch.slots
    if any(m.position and slots[m.position - 1].means("type", "quantity") for m in lines):
        return True  # "how many Dragons came down"
    if any(m.slot.value is not None for m in q.sketch.mentions):
        return True  # "how often has C209 been up"
    if "return" in q.topics:  # "how many pieces came back on Dragons"
        return False
    if q.topics & COVER_TOPICS or not q.sketch.things(q.knowledge, "programme", "variant"):
        return False
    if any(slot.text in {"onboard", "on board"} for slot in slots) and not q.sketch.kinds:
        return False  # "HTV onboard qty"
    return not q.sketch.things(q.knowledge, "party", "mission", "person", "mark")


def _implied_quantity(q: Question) -> tuple[str, ...]:
    """Which quantity a bare "how many covers" means: a mark or a signer named implies it."""
    for kinds, name in ((("mark",), "marked"), (("person", "expedition"), "signed")):
        named = q.sketch.things(q.knowledge, *kinds)
        if any(m.topic is None or m.topic.topic != "address" for m in named):
            return (name,)
    if q.sketch.on_board:
        return ("postmarked",)
    return ("quantity",)


# The role of a party that a word for it tells.
_ROLES = {
    "club": "club",
    "dealer": "dealer",
    "issuer": "issuer",
    "cachet maker": "cachet maker",
    "agency": "agency",
    "servicer": "servicer",
    "company": "company",
    "companie": "company",
    "firm": "company",
    "philatelic club": "club",
    "stamp club": "club",
    "space club": "club",
    "cover dealer": "dealer",
}


def _of_role(q: Question, query: Query) -> Query | Trouble:
    """A query for parties, of those of the role only that the question names: "dealers"."""
    words = [slot.text.removesuffix("s") for slot in q.sketch.slots if slot.means("kind", "party")]
    roles = [_ROLES[word] for word in words if word in _ROLES]
    if words and not roles:
        return Trouble(status="not_understood", words=(words[0],))
    of_role = [Condition(field="roles", text=role) for role in roles[:1]]
    return query.model_copy(update={"where": (*query.where, *of_role)})


def _read_count(q: Question, kind: str) -> Query | Trouble:
    counted = finish(q, "count", kind, (), None)
    if kind == "party" and isinstance(counted, Query):
        return _of_role(q, counted)
    return counted


def _read_list(q: Question) -> Query | Trouble:
    sketch = q.sketch
    kind = _listed_kind(q)
    told = [mention for mention in sketch.mentions if mention.slot.kind != "number"]
    named = q.sketch.things(q.knowledge, kind)
    if kind == "mission" and len(named) == len(told) and sketch.topics and named:
        return Trouble(status="not_understood", words=(sketch.topics[0].text,))
    if not sketch.kinds and not sketch.topics and not told and not sketch.values:
        return Trouble(status="not_understood")
    listed = finish(q, "list", kind, (), None)
    asking = "which" in sketch.types or "list" in sketch.wants
    idle = sketch.topics and isinstance(listed, Query) and not listed.where
    if asking and idle:  # "which covers were designed" is not a question for all there are
        return Trouble(status="not_understood", words=(sketch.topics[0].text,))
    if kind == "party" and isinstance(listed, Query):
        return _of_role(q, listed)
    return _of_one_flight(listed)


def _of_one_flight(listed: Query | Trouble) -> Query | Trouble:
    """As in "CRS-29 launch 9 November 2023?": whether it was then, and no list of such flights."""
    if isinstance(listed, Trouble) or listed.kind != "mission":
        return listed
    itself = tuple(c for c in listed.where if c.field == SELF and c.op == "is")
    dated = tuple(c for c in listed.where if c.day is not None)
    one = len(itself) == 1 and len(itself[0].things) == 1
    if not (one and dated) or len(itself) + len(dated) < len(listed.where):
        return listed
    return listed.model_copy(update={"want": "check", "where": itself, "claim": dated})


def _listed_kind(q: Question) -> str:
    sketch = q.sketch
    for kind in sketch.kinds:
        return "cover" if kind in FORMS else kind
    topics = q.topics
    values = any(mention.slot.value is not None for mention in sketch.mentions)
    if values or (topics & FLIGHT_TOPICS and not topics & COVER_TOPICS):
        return "mission"
    if any(value.startswith("outcome") for value in sketch.values):
        return "mission"
    return "cover"
