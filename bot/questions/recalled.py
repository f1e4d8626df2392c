"""Things that a follow-up points at, "the second one", "that Dragon", "he", "on it", as mentions.

They are put into the sketch before it is read, so that they are read as if they had been named.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Mission
from bot.knowledge.values import Day
from bot.questions.conditions import SELF, is_kind
from bot.questions.days import WrittenDay
from bot.questions.its_flight import struck_days
from bot.questions.picking import pick_one, the_one_of_a_country, the_ones_of
from bot.questions.query import Memory, Query
from bot.questions.referents import EDGES
from bot.questions.sketch import Mention, Sketch, TopicUse
from bot.questions.slots import Slot


def recall(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> None:
    """Put what a follow-up points at into its sketch."""
    pick_one(sketch, memory, knowledge)
    does_the_same(sketch, memory)
    which_of_those_lines(sketch, memory)
    the_one_of_a_country(sketch, memory, knowledge)
    that_ship(sketch, memory, knowledge)
    that_capsule(sketch, memory, knowledge)
    that_person(sketch, memory, knowledge)
    somebody_carried(sketch, memory, knowledge)
    bearing_that_mark(sketch, memory, knowledge)
    what_it_carried(sketch, memory, knowledge)
    what_came_back(sketch, memory, knowledge)
    beside_that_ship(sketch, memory, knowledge)
    that_day(sketch, memory, knowledge)
    on_that_ship(sketch, memory, knowledge)
    if memory.query is not None:
        the_ones_of(sketch, memory, knowledge)
        in_their_time(sketch, memory, knowledge)
        what_they_made(sketch, memory, knowledge)
        of_that_year(sketch, memory.query)
        narrow(sketch, memory.query)
        rank_those(sketch, memory.query)
        of_another_country(sketch, memory.query, knowledge)


def does_the_same(sketch: Sketch, memory: Memory) -> None:
    """As in "how does HTV do it?": what was asked of another ship is asked of this one."""
    done = [slot.text for slot in sketch.slots[-2:]]
    if done not in (["do", "it"], ["do", "that"]) or len(sketch.mentions) != 1:
        return
    if memory.query is None or memory.query.want != "value" or sketch.topics:
        sketch.unexplained.append("do")
        return
    sketch.types, sketch.pronoun, sketch.addition, sketch.check = [], False, True, False


def which_of_those_lines(sketch: Sketch, memory: Memory) -> None:
    """As in "which of them berth?" after the lines of ships: lines are meant, and no flights."""
    last = memory.query
    texts = [slot.text for slot in sketch.slots]
    those = any(pair in _OF_THEM for pair in pairwise(texts)) or "which ones" in texts
    if last is not None and last.kind == "programme" and last.want == "list" and those:
        sketch.kinds = sketch.kinds or ["programme"]


_OF_THEM = {("of", "them"), ("of", "those"), ("of", "these")}


def that_ship(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> None:
    """As in "did it go up with that Dragon?": the flight of that line which was named last."""
    last = memory.query
    asked = [thing for c in last.where for thing in c.things] if last is not None else []
    lately = [*asked, *memory.subjects, *memory.named]
    for mention in sketch.things(knowledge, "programme"):
        before = sketch.slots[mention.position - 1] if mention.position else None
        if before is None or before.text not in {"that", "this", "with that", "on that"}:
            continue
        flights = [
            thing
            for thing in lately
            if isinstance(flight := knowledge.thing(thing), Mission)
            and flight.programme in mention.things
        ]
        if flights:
            mention.slot = replace(mention.slot, things=(flights[0],))
            sketch.mentioned = ["mission", *sketch.mentioned]
            _join_to_its_verb(sketch, mention)


def _join_to_its_verb(sketch: Sketch, mention: Mention) -> None:
    """As in "did it go up with that Dragon": "that" stands between the preposition and the name."""
    before = sketch.slots[mention.position - 2] if mention.position > 1 else None
    verbs = [use for use in sketch.topics if use.topic in {"fly", "return"}]
    if before is not None and before.means("preposition") and verbs and mention.topic is None:
        mention.preposition, mention.topic = before.text, verbs[-1]
        verbs[-1].governs.append(mention)


def that_capsule(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> None:
    """As in "which other flights did that capsule make?": of the flight that was talked about."""
    flights = [t for t in memory.subjects if is_kind(knowledge, t, "mission")]
    if sketch.mentions or len(flights) != 1:
        return
    for place, (before, slot) in enumerate(pairwise(sketch.slots)):
        if slot.text == "capsule" and before.text in {"that", "this", "the", "its"}:
            meant = replace(slot, kind="thing", things=(flights[0],), senses=())
            sketch.mentions.append(Mention(meant, place + 1))
            sketch.pronoun = False  # what it stood for is named now
            return


def that_person(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> None:
    """As in "was he on board when ATV-1 docked?", "were they there?": a mention of those people."""
    last = memory.query
    there = sketch.on_board or "there" in sketch.words
    named = sketch.things(knowledge, "person", "expedition")
    if last is None or named or not (there and sketch.check) or sketch.names_covers(knowledge):
        return
    asked = [t for c in (*last.where, *last.claim) for t in c.things]
    people = [t for t in asked if is_kind(knowledge, t, "person")]
    people = people or [t for t in memory.subjects if is_kind(knowledge, t, "person")]
    place = next((n for n, slot in enumerate(sketch.slots) if slot.text in _PRONOUNS), None)
    one = place is not None and sketch.slots[place].text not in _SEVERAL
    if place is None or not people or (one and len(people) > 1):
        return
    meant = replace(sketch.slots[place], kind="thing", things=tuple(people), senses=())
    sketch.mentions.insert(0, Mention(meant, place))


def somebody_carried(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> None:
    """As in "which ship took him up?": the one person who was talked about becomes a mention."""
    last = memory.query
    asked = [t for c in (*last.where, *last.claim) for t in c.things] if last is not None else []
    people = [t for t in (*asked, *memory.subjects) if is_kind(knowledge, t, "person")]
    words = [set(slot.text.split()) for slot in sketch.slots]
    place = next((n for n, said in enumerate(words) if said & _SOMEBODY), None)
    ship = {"which_ship", "how", "which"} & set(sketch.types)
    moved = sketch.topic_names and sketch.topic_names <= {
        "fly",
        "return",
        "end",
        "arrive",
        "depart",
    }
    told = sketch.mentions or sketch.names_covers(knowledge) or sketch.check
    if place is None or len(set(people)) != 1 or not (ship and moved) or told:
        return
    meant = replace(sketch.slots[place], kind="thing", things=(people[0],), senses=())
    sketch.mentions.insert(0, Mention(meant, place))
    sketch.pronoun = False


def bearing_that_mark(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> None:
    """As in "which ATV covers have it?" after a mark: the covers of those that bear it."""
    last = memory.query
    marks = [t for t in memory.subjects if is_kind(knowledge, t, "mark")]
    place = len(sketch.slots) - 1
    it = sketch.slots[place].text in {"it", "that", "this"} and sketch.names_covers(knowledge)
    if last is None or last.kind != "mark" or len(marks) != 1 or not (it and sketch.mentions):
        return
    meant = replace(sketch.slots[place], kind="thing", things=(marks[0],), senses=())
    sketch.mentions.append(Mention(meant, place))
    sketch.pronoun = False


def what_it_carried(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> None:
    """As in "what did it carry?" after a ship was told of: its cargo, and not covers."""
    last = memory.query
    if last is None or last.kind != "mission" or last.want not in {"describe", "value"}:
        return
    flights = [t for c in last.where if c.field == SELF for t in c.things]
    carried = {"carry", "carried", "bring", "brought", "take up", "took up", "deliver", "haul"}
    uses = [use for use in sketch.topics if use.topic == "fly" and use.text in carried]
    plain = sketch.types == ["which"] and len(uses) == len(sketch.topics) == 1
    told = sketch.mentions or sketch.kinds or sketch.asks or sketch.check
    it = any({"it", "she"} & set(slot.text.split()) for slot in sketch.slots)
    known = [f for t in flights for f in facts_of(knowledge, knowledge.thing(t), "cargo_up")]
    if len(flights) == 1 and known and plain and it and not told:
        meant = replace(sketch.slots[uses[0].position], kind="thing", things=(flights[0],))
        sketch.mentions.insert(0, Mention(meant, uses[0].position))
        sketch.pronoun = False
        sketch.ask_only("cargo_up")


def what_came_back(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> None:
    """As in "what came back?", "what went up?" after a ship was told of: the mail on it."""
    last = memory.query
    flights = [t for t in memory.subjects if is_kind(knowledge, t, "mission")]
    moved = len(sketch.topics) == 1 and sketch.topic_names <= {"fly", "return"}
    told = sketch.mentions or sketch.kinds or sketch.asks or sketch.pronoun or sketch.check
    if last is None or last.kind != "mission" or len(flights) != 1 or told:
        return
    if moved and sketch.slots[0].text == "what" and len(sketch.slots) == len("ab"):
        use = sketch.topics[0]
        meant = replace(sketch.slots[use.position], kind="thing", things=(flights[0],), senses=())
        mention = Mention(meant, use.position, "on", topic=use)
        use.governs.append(mention)
        sketch.mentions.append(mention)
        sketch.mentioned = ["mission", *sketch.mentioned]


def beside_that_ship(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> None:
    """As in "and the next?", "which Progress came next?" after a ship: next to that one."""
    last = memory.query
    lines = sketch.things(knowledge, "programme")
    told = bool(sketch.topics or sketch.kinds or sketch.asks or sketch.check)
    told = told or not set(sketch.types) <= {"which", "which_ship"}
    if last is None or not sketch.sequence or told or len(lines) < len(sketch.mentions):
        return
    named = [t for c in last.where if c.field == SELF and c.op == "is" for t in c.things]
    ships = last.kind == "mission" and last.want in {"check", "describe", "list", "value"}
    pointed = {"that", "that one", "it", "this"} & sketch.words  # to the one that was just told
    ships = ships or (last.kind == "mission" and last.want == "rank" and bool(pointed))
    if ships and not named and len(memory.subjects) == 1:  # "which of them was lost?": that one
        named = [*memory.subjects]
    if not ships or len(named) != 1 or not is_kind(knowledge, named[0], "mission"):
        return
    place = len(sketch.slots) - 1
    that = replace(sketch.slots[place], kind="thing", things=(named[0],), senses=())
    sketch.mentions.append(Mention(that, place))


_SOMEBODY = {"he", "she", "him", "her"}
_SEVERAL = {"they", "were they", "any of them"}
_PRONOUNS = {"he", "she", "was he", "was she", "did he", "did she", *_SEVERAL}


def in_their_time(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> None:
    """As in "which HTV came then?", "which ATV was there?" after a crew or a person."""
    last = memory.query
    assert last is not None
    named = sketch.things(knowledge, "person", "expedition", "mission")
    dated = any(mention.slot.kind == "day" for mention in sketch.mentions)
    events = {"arrive", "launch", "depart", "end"} & sketch.topic_names
    came = events or {"came", "come", "there", "was there", "were there"} & sketch.words
    lines = bool(sketch.things(knowledge, "programme"))
    ships = lines or "mission" in sketch.kinds or "which_ship" in sketch.types
    listed = {"which", "which_ship", "quantity"} & set(sketch.types)
    told = named or dated or not (came and ships and listed)
    if last.kind not in {"person", "expedition"} or told:
        return
    asked = [t for c in last.where if c.field == SELF for t in c.things]
    people = [t for t in asked if is_kind(knowledge, t, last.kind)]
    if len(people) == 1:
        end = len(sketch.slots) - 1
        slot = replace(sketch.slots[end], kind="thing", things=(people[0],), senses=())
        sketch.mentions.append(Mention(slot, end, "then"))


def of_that_year(sketch: Sketch, last: Query) -> None:
    """As in "and 16 Feb?" after "Kourou 17 Feb 2011": the year that was said before."""
    years = {c.day.start.year for c in last.where if c.day is not None}
    for mention in sketch.mentions:
        written = mention.slot.day
        if written is None or written.month_day is None or len(years) != 1:
            continue
        month, number = written.month_day
        day = Day.of(f"{min(years)}-{month:02}-{number:02}")
        mention.slot = replace(mention.slot, day=replace(written, day=day, month_day=None))
    which = sketch.slots[0].text == "which" or {"which are", "which were"} & sketch.words
    if which or "ones" in sketch.words:  # "the ones from 2015": of that year, not since then
        sketch.limit_words = [
            (place, limit)
            for place, limit in sketch.limit_words
            if sketch.slots[place].text != "from"
        ]


def what_they_made(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> None:
    """As in "what covers did he make?" after a maker: the maker becomes a mention."""
    last = memory.query
    made_by = (*last.where, *last.claim) if last is not None and last.kind == "cover" else ()
    makers = [c.things for c in made_by if c.field == "by_party"]
    if last is not None and last.kind == "party":
        makers = [c.things for c in last.where if c.field == SELF]
    if last is not None and not makers and set(last.fields) & {"by_party", "issuer", "maker"}:
        parties = [t for t in memory.subjects if is_kind(knowledge, t, "party")]
        makers = [(party,) for party in parties]  # "who made the folder? did they do others?"
    made = sketch.topic_names and sketch.topic_names <= {"make", "by", "issue"}
    marks = sketch.asks == ["postmark_places"] and sketch.topic_names == {"make"}
    place = next((n for n, s in enumerate(sketch.slots) if s.text in {"he", "she", "they"}), None)
    asks = sketch.asks and not marks
    told = sketch.things(knowledge, "party", "person") or asks or place is None
    if len(makers) != 1 or len(makers[0]) != 1 or told or not made:
        return
    if marks:  # "which postmarks did he design?"
        sketch.asks, sketch.kinds, sketch.types = [], ["mark"], ["which"]
    assert place is not None
    slot = replace(sketch.slots[place], kind="thing", things=makers[0], senses=())
    sketch.mentions.insert(0, Mention(slot, place))
    sketch.pronoun = False


def narrow(sketch: Sketch, last: Query) -> None:
    """As in "only by Erno", "and just HTV" after a list: the same with one more condition."""
    leading = takewhile(_leads_in, sketch.slots)
    only = any(slot.means("only") or slot.text.split()[0] == "just" for slot in leading)
    sketch.narrows = only and last.want in {"count", "list", "total", "value"}


def _leads_in(slot: Slot) -> bool:
    """Whether a slot says nothing but that the list is to be made shorter: "ok, and just"."""
    return slot.text != "more" and slot.sense("addition", "filler", "want", "only") is not None


def rank_those(sketch: Sketch, last: Query) -> None:
    """As in "which was the longest?", "the smallest edition?" after a list: of what it told."""
    told = sketch.mentions or sketch.kinds or sketch.topic_names - {"issue"} or sketch.check
    ordered = {"longest", "shortest", "largest", "smallest"}
    dated = sketch.types == ["when"] and {"earliest", "latest"} & {*sketch.orders}
    ranked = {*sketch.orders} & ordered or (dated and last.kind == "mission")
    if last.want in {"list", "count"} and ranked and not told:
        sketch.kinds = [last.kind] if last.kind in {"cover", "mission"} else []


def of_another_country(sketch: Sketch, last: Query, knowledge: Knowledge) -> None:
    """As in "and France?" after "which clubs are in Germany?": the country takes its place."""
    countries = sketch.things(knowledge, "country")
    asked = any(c.field in {"country", "maker_country"} and c.things for c in last.where)
    told = sketch.kinds or sketch.topics or sketch.asks or sketch.types
    if asked and sketch.addition and len(countries) == len(sketch.mentions) == 1 and not told:
        countries[0].topic = TopicUse("place", countries[0].position, "in")


_EVENTS = {"arrive", "capture", "depart", "end", "launch", "postmark", "return"}


def that_day(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> None:
    """As in "which ship came that day?", "covers of that day?": the day that was asked about."""
    last = memory.query
    asked = [c.day for c in (*last.where, *last.claim) if c.day is not None] if last else []
    if last is not None and last.kind == "cover" and not asked:  # the day of their postmark
        asked = [*struck_days(memory.subjects, knowledge)]
    texts = [slot.text for slot in sketch.slots]
    place = next((n for n in range(1, len(texts)) if texts[n - 1 : n + 1] == ["that", "day"]), None)
    dated = any(mention.slot.kind == "day" for mention in sketch.mentions)
    if place is None or len(set(asked)) != 1 or dated:
        return
    slot = sketch.slots[place]
    written = WrittenDay(slot.start, slot.end, "that day", asked[0])
    mention = Mention(replace(slot, kind="day", day=written, senses=()), place, "on")
    events = [use for use in sketch.topics if use.topic in _EVENTS]
    if events:
        mention.topic = events[-1]
        events[-1].governs.append(mention)
    sketch.mentions.append(mention)
    sketch.types = [kind for kind in sketch.types if kind != "when"]
    sketch.pronoun = False


def on_that_ship(sketch: Sketch, memory: Memory, knowledge: Knowledge) -> None:
    """As in "which covers came home on it?", "what mail did it bring?": the flight named last."""
    last = memory.query
    ways = [use for use in sketch.topics if use.topic in {"fly", "return"}]
    edge = last is not None and set(last.fields) & EDGES  # "the last shuttle flight"
    lines = [m for m in sketch.things(knowledge, "programme") if m.topic is None]
    if last is None or not (last.kind == "mission" or edge) or len(ways) > 1:
        return
    if sketch.mentions and sketch.mentions != lines:  # "which ATV covers came home on it?"
        return
    if len(sketch.topics) > len(ways):
        return
    flights = [thing for thing in memory.subjects if is_kind(knowledge, thing, "mission")]
    if last.fields == ("crew",):  # "STS-135 crew? what covers did they bring back?"
        flights = [t for c in last.where if c.field == SELF for t in c.things]
    covers = sketch.names_covers(knowledge) or "cover" in sketch.kinds
    words = {"it", "they"} if last.fields == ("crew",) else {"it"}
    place = next((n for n, slot in enumerate(sketch.slots) if slot.text in words), None)
    if place is None or not place or len(flights) != 1 or not covers:
        return
    before = sketch.slots[place - 1]
    on_it = before.text in {"on", "with", "aboard", "by"}
    if not (on_it or (ways and place < ways[0].position)):
        return
    meant = replace(sketch.slots[place], kind="thing", things=(flights[0],), senses=())
    mention = Mention(meant, place, before.text if on_it else "")
    if on_it and ways:
        mention.topic = ways[0]
        ways[0].governs.append(mention)
    sketch.mentions.append(mention)
    sketch.mentioned = ["mission", *sketch.mentioned]
    sketch.pronoun = False
