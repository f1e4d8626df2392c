"""Readings about postmarks: what one may stand for, which is right, whether an item can be so."""

from __future__ import annotations

from bot.knowledge.fields import facts_of
from bot.knowledge.records import Cover
from bot.knowledge.values import Count
from bot.questions.asked import fields_for
from bot.questions.conditions import SELF, bind_agents, condition_on, default_field
from bot.questions.practices import events_of, of_events
from bot.questions.query import Condition, Query, Trouble
from bot.questions.question import Question
from bot.questions.restricting import form_conditions, restrictions
from bot.questions.sketch import FORMS, Mention


def read_fits(q: Question) -> Query | Trouble | None:
    """Everything that is claimed of an item, to be tested one by one."""
    dated = q.sketch.advice and any(m.slot.kind == "day" for m in q.sketch.mentions)
    asked = q.sketch.fits or dated or _asks_office(q) or _may_bear(q)
    if not asked or not (q.sketch.mentions or q.sketch.kinds):
        return None
    if _is_of_a_ship(q):
        return None
    postmark = "postmark" in q.topics or "postmark_places" in q.sketch.asks
    usual = {"postmark_places"} & {*q.sketch.asks, *q.practices}
    if q.sketch.asks and q.sketch.types == ["which"] and not postmark:
        return None  # "which NASA number corresponds to M1-11"
    asks_one = {"which", "where"} & set(q.sketch.types) or "place" in q.sketch.kinds
    if usual or (asks_one and postmark):
        return None  # "which postmark fits NG-20" asks for the right one
    bind_agents(q.sketch, q.knowledge, "cover", listing=True)
    where = restrictions(q, "cover", None)
    if isinstance(where, Trouble):
        return where
    placed = any(c.field == "strike_place" for c in where)
    if q.on_board() and "postmark" in q.topics and not placed:
        where = (*where, Condition(field="strike_place", things=("iss",)))
    events = events_of(q.sketch)
    office = q.sketch.things(q.knowledge, "place") and q.sketch.things(
        q.knowledge, "mission", "programme"
    )
    if (
        office
        and not q.names_covers
        and events
        and not any(c.field == "strike_event" for c in where)
    ):
        where = (*where, Condition(field="strike_event", op="contains", text=events[0]))
    told = tuple(c for c in where if c.op != "recorded" or c.field == "flew")
    counted = [n for u in q.sketch.topics for n in fields_for("cover", u.topic, "quantity")]
    return Query(want="fits", kind="cover", fields=tuple(counted[:1]), where=told)


def _is_of_a_ship(q: Question) -> bool:
    """As in "is it possible that ATV-1 launched from Kourou on 9 March": no item is spoken of."""
    moved = {"launch", "end", "fly"}
    sites = [m for m in q.sketch.things(q.knowledge, "place") if m.preposition in {"from", "at"}]
    governed = any(m.topic is not None and m.topic.topic in moved for m in sites)
    return governed and not q.names_covers and q.topics <= moved


def _asks_right_postmark(q: Question) -> bool:
    """As in "Which postmark for a CRS-10 launch cover?": the practice, not a recorded cover."""
    sketch = q.sketch
    flights = sketch.things(q.knowledge, "mission", "programme")
    postmark = "postmark" in q.topics or "postmark_places" in sketch.asks
    if not (flights or _launched_so(q)) or any(m.slot.kind == "day" for m in sketch.mentions):
        return False
    right = sketch.advice or sketch.fits or "postmark_places" in sketch.asks
    usual = {"usually", "normally", "typically"} & {slot.text for slot in sketch.slots}
    office = any("post office" in slot.text for slot in sketch.slots) or "place" in sketch.kinds
    right_one = any(slot.text in {"right", "right one", "correct"} for slot in sketch.slots)
    postmark = postmark or (office and right_one)
    right = right or (office and right_one)
    right = right or (bool(usual) and bool(sketch.things(q.knowledge, "programme")))
    said = ("usual ", "right ", "correct ", "proper ")
    right = right or "usual" in sketch.words  # "which postmark is usual for the docking"
    right = right or any(slot.text.startswith(said) for slot in sketch.slots)
    practice = q.practices == ["postmark_places"] and not q.names_covers and not _has_strikes(q)
    if practice or _asks_town(q):
        return True
    for_line = sketch.asks == ["strike_event"] and not q.names_covers  # "for a Dragon landing"
    if for_line and events_of(sketch) and not sketch.things(q.knowledge, "mission"):
        return True
    offices = len(sketch.things(q.knowledge, "place")) > 1
    events = bool(events_of(q.sketch))
    about = any(m.preposition == "for" for m in flights)
    post = any("post office" in slot.text for slot in sketch.slots)
    told = sketch.check or q.names_covers
    if post and events and not told and not sketch.things(q.knowledge, "place"):
        return True  # "which post office for the CRS-33 launch"
    which_one = events or (about and not (q.topics or sketch.asks or sketch.types))
    if offices and sketch.alternative and which_one and not sketch.check and not q.names_covers:
        return True  # "Kourou or Toulouse for ATV docking", "KSC or the Cape for CRS-12"
    if (sketch.check and not offices) or q.type in {"when", "quantity", "who"}:
        return False
    if sketch.things(q.knowledge, "party", "person") and q.names_covers and not right:
        return False  # "where was the La Marianne launch cover for ATV-2 postmarked"
    chosen = offices and (about or sketch.alternative)  # "KSC or Cape Canaveral cancel?"
    return postmark and (right or (events and about) or chosen)


def _asks_town(q: Question) -> bool:
    """As in "which town should the HTV-2 cover be from": where its postmark ought to be of."""
    town = any(slot.means("advice") and slot.text.startswith(_TOWN) for slot in q.sketch.slots)
    return town and not q.topics - {"launch", "arrive", "end", "return"}


_TOWN = ("what town", "which town", "which office")


def _has_strikes(q: Question) -> bool:
    """Whether covers with a postmark of the event asked for are on record for these flights."""
    flights = {t for m in q.sketch.things(q.knowledge, "mission") for t in m.things}
    return any(
        flights & {str(fact.value) for fact in facts_of(q.knowledge, cover, "about")}
        and _is_struck(q, cover)
        for cover in q.knowledge.all(Cover)
    )


def _is_struck(q: Question, cover: Cover) -> bool:
    """Whether a cover has a postmark, of one of the events that are named if any are."""
    places = list(facts_of(q.knowledge, cover, "strike_place"))
    struck_for = [str(fact.value) for fact in facts_of(q.knowledge, cover, "strike_event")]
    events = events_of(q.sketch)
    return bool(places) and (
        not events or any(event in told for event in events for told in struck_for)
    )


def _asks_office(q: Question) -> bool:
    """As in "Wallops for NG-20, right?": a post office and a flight, and nothing of a cover."""
    sketch = q.sketch
    flights = sketch.things(q.knowledge, "mission", "programme")
    offices = sketch.things(q.knowledge, "place")
    both = len(flights) == len(offices) == 1 and len(sketch.mentions) == len("ab")
    right = sketch.fits or bool({"right", "correct", "wrong", "ok", "okay"} & sketch.words)
    events = {"postmark", "launch", "arrive", "end", "return", "capture"}
    bare = not sketch.asks and q.topics <= events and not q.names_covers
    apart = bool(flights) and flights[0].preposition in {"for", "on"}
    return both and right and bare and apart and not sketch.first_person


_MAY = {"can", "could", "may", "might", "right", "correct", "ok", "okay"}


def _may_bear(q: Question) -> bool:
    """As in "could an NG-20 launch cover be postmarked at Wallops?": an office for a flight."""
    sketch = q.sketch
    flights = sketch.things(q.knowledge, "mission", "programme")
    offices = sketch.things(q.knowledge, "place")
    both = len(flights) == len(offices) == 1 and len(sketch.mentions) == len("ab")
    may = any(_MAY & set(slot.text.split()) for slot in sketch.slots)
    struck = q.names_covers and q.topics == {"postmark"} and bool(events_of(sketch))
    used = "use" in sketch.words or (q.names_covers and flights and flights[0].preposition)
    used = bool(used) and bool(offices) and offices[0].preposition == "" and not q.topics
    asked = sketch.check or sketch.slots[0].text == "may"
    return both and may and asked and (struck or used) and not _has_strikes(q)


def read_right_postmark(q: Question) -> Query | Trouble | None:
    """The practice for a flight and event: "which postmark for a CRS-10 launch cover"."""
    if not _asks_right_postmark(q):
        return None
    flights = q.sketch.things(q.knowledge, "mission", "programme")
    launches = _launched_so(q)
    if "vehicle" in q.sketch.asks and not launches:  # "on that rocket": on which?
        return Trouble(status="not_understood", words=("rocket",))
    if launches or not flights:
        return _right_for_launches(q, flights, launches)
    kind = q.knowledge.thing(flights[0].things[0]).kind_of_thing
    alike = [m for m in flights if q.knowledge.thing(m.things[0]).kind_of_thing == kind]
    themselves = tuple(dict.fromkeys(thing for mention in alike for thing in mention.things))
    itself = Condition(field=SELF, things=themselves)
    countries = [
        Condition(field="postmark_places", things=country.things)
        for country in q.sketch.things(q.knowledge, "country")
    ]
    where = (itself, *of_events(events_of(q.sketch)), *countries)
    return Query(want="value", kind=kind, fields=("postmark_places",), where=where)


def _launched_so(q: Question) -> list[Condition]:
    """As in "on Antares", "from pad 39A", "from Wallops": the rocket, pad or site of a launch."""
    sites = [m for m in q.sketch.things(q.knowledge, "place") if m.preposition == "from"]
    found = [Condition(field="launch_site", things=site.things) for site in sites]
    told = [m.slot.value for m in q.sketch.mentions if m.slot.value is not None]
    named = [Condition(field=name, op="contains", text=text) for name, text in told]
    return found + named


def _right_for_launches(
    q: Question, flights: list[Mention], launches: list[Condition]
) -> Query | Trouble | None:
    """The practices of the flights that were launched so: those of a line differ by the rocket."""
    others = set(q.sketch.asks) - {"postmark_places"}
    events = events_of(q.sketch) or ["launch"]
    if not launches or events != ["launch"] or others - {"vehicle", "pad"}:
        return Trouble(status="not_understood", words=(q.sketch.slots[-1].text,))
    named = [
        Condition(field=default_field("mission", kind) or SELF, things=mention.things)
        for mention in flights
        for kind in [q.knowledge.thing(mention.things[0]).kind_of_thing]
    ]
    where = (*named, *launches, *of_events(events))
    return Query(want="value", kind="mission", fields=("postmark_places",), where=where)


def _strikes_alone(q: Question) -> bool:
    """A place and a day of a postmark and nothing else: "Kourou postmark 9 March 2008"."""
    sketch = q.sketch
    days = [
        m
        for m in sketch.mentions
        if m.slot.day is not None and m.slot.day.day and m.slot.day.day.precision == "day"
    ]
    places = sketch.things(q.knowledge, "place")
    postmark = any(use.topic == "postmark" for use in sketch.topics)
    flights = sketch.things(q.knowledge, "mission")
    topics = q.topics
    if not days or flights or sketch.check or topics - {"postmark", "commemorate", "happen"}:
        return False
    listing = q.names_covers and "which" in sketch.types
    if listing or {"when", "where", "who", "quantity"} & set(sketch.types):
        return False
    return bool(places) or (postmark and not sketch.asks)


def _of_an_edition(q: Question) -> Query | Trouble | None:
    """As in "a cover numbered 38/250, which one is it?": the editions of 250."""
    sketch = q.sketch
    numbers = [m for m in sketch.mentions if m.slot.edition is not None]
    makers = sketch.types == ["who"] and q.topics - {"number"} <= {"by", "make", "issue"}
    flown = {"fly"} if "identify" in sketch.wants else set()
    told = sketch.fits or sketch.asks or (q.topics - {"number"} - flown and not makers)
    told = told or (sketch.check and not makers)
    named = any("number" in slot.text for slot in sketch.slots if slot.means("type", "quantity"))
    asked = makers or {"how", "which", "which_ship", *(["quantity"] if named else [])} >= set(
        sketch.types
    )
    if len(numbers) != 1 or told or not asked or set(sketch.kinds) - {*FORMS, "cover", "mission"}:
        return None
    number, edition = numbers[0].slot.number, numbers[0].slot.edition
    if number is None or edition is None or number > edition:
        return Trouble(status="not_understood", words=(numbers[0].slot.text,))
    others = [condition_on(q.knowledge, "cover", m) for m in sketch.mentions if m not in numbers]
    found = [c for c in others if c is not None]
    if len(found) < len(others):
        return None
    of_it = Condition(field="quantity", number=edition)
    where = (of_it, *found, *form_conditions(q, "cover", None))
    if flown & q.topics:
        where = (*where, Condition(field="flew", op="recorded"))
    if makers and not _has_edition(q, edition):  # that nobody made it is not what is known
        return Trouble(status="not_understood", words=(numbers[0].slot.text,))
    if makers:  # "mine is 38/250, who made it?"
        return Query(want="value", kind="cover", fields=("by_party",), where=where)
    return Query(want="identify", kind="cover", where=where)


def _has_edition(q: Question, edition: float) -> bool:
    """Whether any cover on record was made in so many pieces."""
    figures = (
        f.value for c in q.knowledge.all(Cover) for f in facts_of(q.knowledge, c, "quantity")
    )
    return any(isinstance(value, Count) and value.single == edition for value in figures)


def read_identification(q: Question) -> Query | Trouble | None:
    """What an item may be: from a strike's place and day, a signature, a mark, its number."""
    numbered = _of_an_edition(q)
    if numbered is not None:
        return numbered
    named = "identify" in q.sketch.wants and (q.sketch.topics or q.sketch.mentions)
    if not named and not _strikes_alone(q):
        return None
    mentions = [m for m in q.sketch.mentions if m.slot.kind != "number"]
    conditions = [condition_on(q.knowledge, "cover", m) for m in mentions]
    found = [c for c in conditions if c is not None and c.field != SELF]
    asking = {"which", "how", "which_ship"}
    if not found or (q.sketch.types and not asking & set(q.sketch.types)):
        return None
    if q.on_board() and not any(c.field == "strike_place" for c in found):
        found.append(Condition(field="strike_place", things=("iss",)))
    found += form_conditions(q, "cover", None)
    return Query(want="identify", kind="cover", where=tuple(found))
