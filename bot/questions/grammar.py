"""The grammar: from the sketch of a question to a Query, or to the trouble that it is in."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import FIELDS, Field
from bot.questions.asked import Asked, fields_for, find_asked, owner_of_ask
from bot.questions.conditions import SELF, bind_agents, condition_on
from bot.questions.query import Condition, Query, Trouble, Want
from bot.questions.sketch import Mention, Sketch, TopicUse

FORMS = {"card", "folder", "letter", "sheet"}
_COVER_TOPICS = {
    "issue", "make", "by", "store", "service", "mark", "postmark", "sign", "number", "contain", "commemorate",
    "recover",
}
_FLIGHT_TOPICS = {"launch", "arrive", "capture", "depart", "stay"}
_PRACTICE_EVENTS = {
    "launch": ["launch"], "arrive": ["docking", "berthing"], "end": ["landing"],
    "return": ["return"],
}
# The field that a comparison or a superlative is about when none is named, for each kind.
_MEASURES = {
    "fewer": "issued", "more": "issued", "smallest": "issued", "largest": "issued",
    "earlier": "launched", "later": "launched", "earliest": "launched", "latest": "launched",
    "longer": "docked_for", "shorter": "docked_for", "longest": "docked_for",
    "shortest": "docked_for",
}
_ASCENDING = {"fewer", "smallest", "earlier", "earliest", "shorter", "shortest"}


def read_sketch(sketch: Sketch, knowledge: Knowledge) -> Query | Trouble:
    """The one reading of a question, or why there is none."""
    return _trouble(sketch) or _Grammar(sketch, knowledge).read()


def _trouble(sketch: Sketch) -> Trouble | None:
    """What makes a question unanswerable whatever it asks."""
    if sketch.wants and sketch.wants[0] in {"help", "sources"} and not sketch.mentions:
        return None
    for slot in sketch.slots:
        if slot.kind == "no_such":
            return Trouble(status="unknown_subject", words=(slot.text,), programme=slot.programme)
    if sketch.outside:
        slot = sketch.outside[0]
        topic = slot.senses[0].value
        status = "unknown_subject" if topic == "crewed" else "not_understood"
        return Trouble.model_validate(
            {"status": status, "words": (slot.text,), "programme": topic}
        )
    if sketch.unexplained:
        return _unexplained(sketch)
    bare = [use for use in sketch.topics if use.negated and not use.governs]
    if [use.topic for use in bare] == ["arrive"]:  # never reached the station: lost on the way
        sketch.values.append("outcome=lost")
        sketch.topics = [use for use in sketch.topics if use not in bare]
    elif bare and not sketch.check:  # what is not recorded is not known to be absent
        return Trouble(status="not_understood", words=(f"not {bare[0].text}",))
    if _is_talk(sketch):
        return Trouble(status="not_understood", words=("talk",))
    return None


def _is_talk(sketch: Sketch) -> bool:
    """Whether somebody tells something about themselves instead of asking."""
    asks = sketch.types or sketch.check or sketch.asks or sketch.wants or sketch.asks_back
    return sketch.first_person and not asks


def _unexplained(sketch: Sketch) -> Trouble:
    """Words that nothing explains: what stands where a name would is a subject not known."""
    words = tuple(sketch.unexplained)
    asks = bool(sketch.topics or sketch.kinds or sketch.asks) or bool(
        {"describe", "define"} & set(sketch.wants)
    )
    for position, slot in enumerate(sketch.slots):
        if slot.kind != "unknown" or not asks:
            continue
        before = sketch.slots[position - 1] if position else None
        if before is None or before.sense("preposition", "article", "auxiliary", "want"):
            return Trouble(status="unknown_subject", words=words)
    return Trouble(status="not_understood", words=words)


class _Grammar:
    """The reading of one sketch."""

    def __init__(self, sketch: Sketch, knowledge: Knowledge) -> None:
        self.sketch = sketch
        self.knowledge = knowledge
        self.type = self._asked_type()
        self._take_which_ship()
        self._take_which_flight()
        self._take_practices()
        self.kinds = self._likely_kinds()
        self._take_fixed_asks()

    def read(self) -> Query | Trouble:
        sketch = self.sketch
        if sketch.wants and sketch.wants[0] in {"help", "sources"} and not sketch.mentions:
            return Query.model_validate({"want": sketch.wants[0]})
        if sketch.mentions and self._only_names():
            return self._describe()
        if sketch.fits and (sketch.mentions or sketch.kinds):
            return self._fits()
        if self._asks_right_postmark():
            return self._right_postmark()
        if self._strikes_alone():
            identified = self._identify()
            if identified is not None:
                return identified
        if "identify" in sketch.wants and (sketch.topics or sketch.mentions):
            identified = self._identify()
            if identified is not None:
                return identified
        if sketch.comparatives or "compare" in sketch.wants:
            compared = self._compare()
            if compared is not None:
                return compared
        if sketch.check and not sketch.types and not self._asks_politely():
            return self._check()
        if sketch.ordinal is not None and not sketch.orders:
            sketch.orders.append("earliest")
        if sketch.orders or sketch.ranking:
            ranked = self._rank()
            if ranked is not None:
                return ranked
        return self._value_or_list()

    def _asks_politely(self) -> bool:
        """ "Do you have the print run of ...?" asks for the value, not whether it is known."""
        if self._claimed_asks() or self.sketch.values:
            return False
        numbers = any(mention.slot.kind == "number" for mention in self.sketch.mentions)
        return bool(self.sketch.asks) and not numbers

    def _claimed_asks(self) -> list[tuple[Mention, Field]]:
        """Mentions that a named field may hold: "was M-67 the last flight of Progress M"."""
        found = []
        for name in self.sketch.asks:
            entry = owner_of_ask(name, self.kinds)
            for mention in self.sketch.mentions:
                kinds = {self.knowledge.thing(t).kind_of_thing for t in mention.things}
                if entry is not None and kinds & entry.accepts and entry.kind not in kinds:
                    found.append((mention, entry))
        return found

    # --- what it is about ---------------------------------------------------------------------

    def _asked_type(self) -> str | None:
        """The question word that counts: "how many" before "which" before the rest."""
        types = [t for t in self.sketch.types if t != "which"]
        if self.sketch.types[:1] in (["which"], ["which_ship"], ["quantity"]) and "when" in types:
            if self.sketch.things(self.knowledge, "person", "expedition"):
                types.remove("when")  # "which Progress was docked when Kononenko was up"
        if "quantity" in types:
            return "quantity"
        if types:
            return types[0]
        asked_kinds = {"party": "who", "person": "who", "expedition": "who", "place": "where"}
        if "which" in self.sketch.types:
            for kind in self.sketch.kinds:
                if kind in asked_kinds:
                    return asked_kinds[kind]
        return None

    def _take_which_ship(self) -> None:
        """ "Which Dragon returned the covers?" asks for a flight; the programme only says which."""
        slots = self.sketch.slots
        for mention in self.sketch.things(self.knowledge, "programme"):
            before = slots[mention.position - 1] if mention.position else None
            after = slots[mention.position + 1 : mention.position + 2]
            if before is None or not before.means("type", "which") or mention.attributive:
                continue
            if after and after[0].means("topic", "variant"):
                continue
            if {*FORMS, "cover"} & set(self.sketch.kinds):
                self.type = self.type or "how"
                self.sketch.mentions.remove(mention)
            elif not self.sketch.kinds:
                self.sketch.kinds.append("mission")

    def _take_which_flight(self) -> None:
        """ "Which mission" asks for the way of covers, or else for flights."""
        if self.type != "which_ship":
            return
        covers = {*FORMS, "cover"} & set(self.sketch.kinds)
        if covers or any(use.topic in _COVER_TOPICS for use in self.sketch.topics):
            self.type = "how"
        else:
            self.type = None
            self.sketch.types.append("which")
            self.sketch.kinds.insert(0, "mission")

    def _take_practices(self) -> None:
        """Usual makers and postmarks are told of programmes; of a flight they are its covers'."""
        sketch = self.sketch
        if sketch.things(self.knowledge, "programme", "variant"):
            return
        topics = {"cachet_makers": "make", "postmark_places": "postmark"}
        for name in [name for name in sketch.asks if name in topics]:
            sketch.asks.remove(name)
            if not any(use.topic == topics[name] for use in sketch.topics):
                sketch.topics.append(TopicUse(topics[name], -1, topics[name]))

    def _take_fixed_asks(self) -> None:
        """Readings that hang on two words apart: covers in a folder, what a ship can carry."""
        sketch = self.sketch
        named = {m.slot.value[0] for m in sketch.mentions if m.slot.value is not None}
        sketch.asks = [name for name in sketch.asks if name not in named]
        self._take_crews()
        if self.type == "quantity" and self._covers_in_folder():
            sketch.asks.append("covers_inside")
        ships = sketch.things(self.knowledge, "programme", "variant")
        topics = {use.topic for use in sketch.topics}
        able = any(slot.text in {"can", "could", "able"} for slot in sketch.slots)
        if not ships or len(ships) != len(sketch.mentions) or sketch.values:
            return
        if able and topics == {"fly"} and not {*FORMS, "cover"} & set(sketch.kinds):
            sketch.asks.append("capacity")
        if sketch.orders and sketch.orders[0] in {"earliest", "latest"} and len(ships) == 1:
            self._take_edge(sketch.orders[0], topics)

    def _take_crews(self) -> None:
        """ "Cosmonauts on Expedition 31" asks for its crew."""
        sketch = self.sketch
        crews = sketch.things(self.knowledge, "expedition")
        alone = len(crews) == len(sketch.mentions) and crews
        if alone and "person" in sketch.kinds and not sketch.topics and self.type != "quantity":
            sketch.asks.append("crew")
            self.kinds.insert(0, "expedition")

    def _take_edge(self, order: str, topics: set[str]) -> None:
        """ "The last ATV", "when did HTV first fly": the first or latest flight of a line."""
        sketch = self.sketch
        if sketch.ordinal is not None or {*FORMS, "cover"} & set(sketch.kinds):
            return
        if topics - {"fly", "launch", "first", "end"} or any(s.kind == "number" for s in sketch.slots):
            return
        if order == "earliest" and self.type == "when":
            sketch.asks += ["first_flight", "first_iss_flight"]
        else:
            sketch.asks.append("first_mission" if order == "earliest" else "last_mission")
        sketch.orders.clear()
        sketch.kinds = [kind for kind in sketch.kinds if kind != "mission"]

    def _covers_in_folder(self) -> bool:
        """Whether it is about the covers in a folder: "how many covers are in the folder"."""
        kinds = self.sketch.kinds
        if "cover" not in kinds or "folder" not in kinds:
            return False
        inside = {"in", "inside", "within", "per"}
        words = [slot.text for slot in self.sketch.slots]
        return kinds.index("cover") < kinds.index("folder") and bool(inside & set(words))

    def _likely_kinds(self) -> list[str]:
        """The kinds of thing that the question may be about, likeliest first."""
        sketch = self.sketch
        kinds = ["cover" if kind in FORMS else kind for kind in sketch.kinds]
        mentioned = [
            self.knowledge.thing(thing).kind_of_thing
            for mention in sketch.mentions
            for thing in mention.things
        ]
        about_covers = any(use.topic in _COVER_TOPICS for use in sketch.topics)
        about_flights = any(use.topic in _FLIGHT_TOPICS for use in sketch.topics)
        if about_flights and not about_covers and not kinds:
            kinds.append("mission")
        if "programme" in mentioned and "mission" not in mentioned and self._asks_practice():
            return ["programme", "cover"]
        if about_covers and "cover" not in kinds and "mission" not in kinds:
            kinds.append("cover")
        return list(dict.fromkeys([*kinds, *mentioned, "cover", "mission"]))

    def _asks_practice(self) -> bool:
        """Whether it asks who usually makes cachets, or which postmarks are usual."""
        if {"cachet_makers", "postmark_places"} & set(self.sketch.asks):
            return True
        topics = {use.topic for use in self.sketch.topics}
        if any(m.slot.kind == "day" for m in self.sketch.mentions):
            return False
        parties = self.sketch.things(self.knowledge, "party", "person", "place")
        if parties or self.sketch.check:
            return False
        makes = bool({"make", "by"} & topics) and self.type == "who" and "make" in topics
        return makes or (
            "postmark" in topics and self.type in {"where", None} and "list" not in self.sketch.wants
        )

    def _only_names(self) -> bool:
        """Whether the question consists of names, with at most "tell me about" around them."""
        sketch = self.sketch
        silent = not (sketch.topics or sketch.asks or sketch.kinds or sketch.orders)
        silent = silent and not (sketch.comparatives or sketch.on_board or sketch.values)
        silent = silent and not (sketch.sequence or sketch.limit_words or sketch.fits)
        if not silent or any(m.slot.kind != "thing" for m in sketch.mentions):
            return False
        wants = set(sketch.wants) - {"describe", "define", "list"}
        types = set(sketch.types) - {"who", "which"}
        return not wants and not types and not (sketch.check and len(sketch.mentions) > 1)

    def _describe(self) -> Query | Trouble:
        things = tuple(t for mention in self.sketch.mentions for t in mention.things)
        if len(self.sketch.mentions) == 1 and len(things) > 1:
            return Trouble(status="ambiguous", choices=things, template="{}")
        if len(self.sketch.mentions) > 1:
            return self._described_covers(things) or self._several(things)
        return Query(
            want="describe",
            kind=self.knowledge.thing(things[0]).kind_of_thing,
            where=(Condition(field=SELF, things=things),),
        )

    def _described_covers(self, things: tuple[str, ...]) -> Query | None:
        """ "La Marianne ATV-2": names of different kinds stand for the covers of both."""
        kinds = [self.knowledge.thing(thing).kind_of_thing for thing in things]
        if len(set(kinds)) < 2:
            return None
        return self._covers_where(self.sketch.mentions)

    def _covers_where(self, mentions: list[Mention]) -> Query | None:
        conditions = [condition_on(self.knowledge, "cover", mention) for mention in mentions]
        found = tuple(c for c in conditions if c is not None and c.field != SELF)
        return Query(want="list", kind="cover", where=found) if found else None

    def _several(self, things: tuple[str, ...]) -> Query:
        kind = self.knowledge.thing(things[0]).kind_of_thing
        return Query(
            want="describe", kind=kind, where=(Condition(field=SELF, things=things),)
        )

    # --- kinds of question --------------------------------------------------------------------

    def _value_or_list(self) -> Query | Trouble:
        sketch = self.sketch
        listing = self.type is None and ("which" in sketch.types or "list" in sketch.wants)
        listing = listing or self.type == "quantity" or not sketch.types
        bind_agents(sketch, self.knowledge, "cover", listing)
        if sketch.sequence:
            return self._next_flight()
        if any(use.topic == "happen" for use in sketch.topics):
            return self._happened()
        if "total" in sketch.wants and self.type in {None, "quantity"}:
            total = self._total()
            if total is not None:
                return total
        asked = find_asked(sketch, self.kinds, self.type)
        if self.type == "quantity":
            return self._quantity(asked)
        if asked is None and self.type is not None and not sketch.topics:
            asked = self._asked_of_kind()
        if asked is None and sketch.topics and self.type not in {None, "how"}:
            return self._no_such_field()
        if asked is None or self._asks_for_things(asked):
            return self._list()
        return self._finish("value", asked.kind, asked.fields, asked)

    def _next_flight(self) -> Query | Trouble:
        """ "Next Progress after M-15M": the flight before or after another one."""
        flights = self.sketch.things(self.knowledge, "mission")
        if len(flights) != 1:
            return Trouble(status="not_understood", words=(self.sketch.sequence,))
        limit = "after" if self.sketch.sequence == "next" else "before"
        beyond = condition_on(self.knowledge, "mission", flights[0], limit)
        lines = self.sketch.things(self.knowledge, "programme", "variant")
        where = [condition_on(self.knowledge, "mission", line) for line in lines]
        if not lines and "mission" not in self.sketch.kinds:
            flight = self.knowledge.thing(flights[0].things[0])
            where.append(Condition(field="programme", things=(flight.programme,)))  # type: ignore[attr-defined]
        found = tuple(c for c in (*where, beyond) if c is not None)
        order = "asc" if limit == "after" else "desc"
        return Query.model_validate(
            {"want": "rank", "kind": "mission", "fields": ("launched",), "where": found,
             "order": order, "limit": 1}
        )

    def _happened(self) -> Query | Trouble:
        """ "What happened on 28 June": every dated event of flights on that day."""
        days = [m for m in self.sketch.mentions if m.slot.kind == "day"]
        if not days:
            return Trouble(status="not_understood", words=("happened",))
        where = self._where("mission", None)
        if isinstance(where, Trouble):
            return where
        dated = tuple(
            c.model_copy(update={"field": "any_day"}) if c.day or c.text else c for c in where
        )
        return Query(want="list", kind="mission", where=dated)

    def _total(self) -> Query | Trouble | None:
        """A sum over covers; None where it is not about their figures."""
        names = [n for u in self.sketch.topics for n in fields_for("cover", u.topic, "quantity")]
        names += [n for n in self.sketch.asks if ("cover", n) in FIELDS]
        countable = set(self.sketch.kinds) - {*FORMS, "cover"}
        if countable and not {*FORMS, "cover"} & set(self.sketch.kinds):
            return None
        asked = Asked("cover", tuple(names[:1]) or ("quantity",))
        return self._finish("total", "cover", asked.fields, asked)

    def _asks_for_things(self, asked: Asked) -> bool:
        """Whether "which covers were signed" asks for the covers rather than for the signers."""
        sketch = self.sketch
        if self.type is not None or sketch.asks or asked.kind != "cover":
            return False
        which = "which" in sketch.types or "list" in sketch.wants
        return which and bool({*FORMS, "cover"} & set(sketch.kinds)) and not self._topic_leads(asked)

    def _topic_leads(self, asked: Asked) -> bool:
        """Whether the topic comes before the kind word: "which postmarks are on the covers"."""
        if asked.topic is None:
            return True
        slots = self.sketch.slots
        return not any(slot.means("kind") for slot in slots[: asked.topic.position])

    def _asked_of_kind(self) -> Asked | None:
        """A bare question word about a thing: "where is La Marianne", "when was ATV-2"."""
        usual = {
            ("when", "mission"): ("launched",),
            ("where", "party"): ("place",),
            ("where", "mission"): ("launch_site",),
            ("who", "expedition"): ("crew",),
            ("duration", "mission"): ("docked_for", "flight_time"),
            ("when", "expedition"): ("begun", "over"),
            ("when", "programme"): ("first_flight", "ended"),
            ("when", "cover"): ("strike_day",),
            ("where", "cover"): ("strike_place",),
            ("who", "cover"): ("by_party",),
        }
        for kind in self.kinds:
            if (self.type, kind) in usual:
                return Asked(kind, usual[str(self.type), kind])
        return None

    def _no_such_field(self) -> Query | Trouble:
        """A question that no field answers, such as the day of an issue: it is never recorded."""
        use = self.sketch.topics[0]
        for kind in self.kinds:
            if fields_for(kind, use.topic, None):
                names = (f"{use.topic}.{self.type}",)
                return self._finish("value", kind, names, Asked(kind, names, use))
        return Trouble(status="not_understood", words=(use.text,))

    def _quantity(self, asked: Asked | None) -> Query | Trouble:
        sketch = self.sketch
        countable = {"mission", "party", "person", "programme", "expedition", "variant"}
        kinds = set(sketch.kinds)
        cover_kinds = kinds & {*FORMS, "cover"}
        if sketch.asks and asked is not None:
            return self._finish("value", asked.kind, asked.fields, asked)
        if "person" in kinds and any(use.topic == "sign" for use in sketch.topics):
            use = next(use for use in sketch.topics if use.topic == "sign")
            return self._finish("value", "cover", ("signed_by",), Asked("cover", (), use))
        if "count" in sketch.wants and cover_kinds and not sketch.topics:
            return self._count("cover")
        if kinds & countable and not cover_kinds:
            return self._count(next(kind for kind in sketch.kinds if kind in countable))
        if any(value.startswith("outcome") for value in sketch.values) and not cover_kinds:
            return self._count("mission")
        if asked is not None and asked.kind != "cover":
            return self._finish("value", asked.kind, asked.fields, asked)
        named_missions = self._programme_counts()
        if named_missions is not None and not cover_kinds:
            return named_missions
        if asked is None:
            fields = self._implied_quantity()
            asked = Asked("cover", fields)
        want: Want = "total" if "total" in sketch.wants else "value"
        return self._finish(want, "cover", asked.fields, asked)

    def _programme_counts(self) -> Query | None:
        """ "How many ATVs flew?" counts flights."""
        sketch = self.sketch
        if any(use.topic in _COVER_TOPICS for use in sketch.topics):
            return None
        if not sketch.things(self.knowledge, "programme", "variant"):
            return None
        others = sketch.things(self.knowledge, "party", "mission", "person", "mark")
        return None if others else self._count("mission")

    def _implied_quantity(self) -> tuple[str, ...]:
        """Which quantity a bare "how many covers" means: a mark or a signer named implies it."""
        for kinds, name in ((("mark",), "marked"), (("person", "expedition"), "signed")):
            if self.sketch.things(self.knowledge, *kinds):
                return (name,)
        if self.sketch.on_board:
            return ("postmarked",)
        return ("quantity",)

    def _count(self, kind: str) -> Query | Trouble:
        return self._finish("count", kind, (), None)

    def _list(self) -> Query | Trouble:
        sketch = self.sketch
        kind = self._listed_kind()
        told = [mention for mention in sketch.mentions if mention.slot.kind != "number"]
        if not sketch.kinds and not sketch.topics and not told and not sketch.values:
            return Trouble(status="not_understood")
        return self._finish("list", kind, (), None)

    def _listed_kind(self) -> str:
        sketch = self.sketch
        for kind in sketch.kinds:
            return "cover" if kind in FORMS else kind
        topics = {use.topic for use in sketch.topics}
        values = any(mention.slot.value is not None for mention in sketch.mentions)
        if values or (topics & _FLIGHT_TOPICS and not topics & _COVER_TOPICS):
            return "mission"
        if any(value.startswith("outcome") for value in sketch.values):
            return "mission"
        return "cover"

    def _finish(
        self, want: Want, kind: str, fields: tuple[str, ...], asked: Asked | None
    ) -> Query | Trouble:
        """The Query of this want, with every mention turned into a condition."""
        where = self._where(kind, asked)
        if isinstance(where, Trouble):
            return where
        return Query(
            want=want, kind=kind, fields=fields, where=where, every=self.sketch.every,
            limit=None,
        )

    def _where(
        self, kind: str, asked: Asked | None, leave_out: list[Mention] | None = None
    ) -> tuple[Condition, ...] | Trouble:
        """The conditions that the mentions, forms and bare topics set on things of `kind`."""
        found: list[Condition] = []
        between = self._between(kind)
        if between is not None:
            found.append(between)
            leave_out = [*(leave_out or []), *(m for m in self.sketch.mentions if _bounds(m))]
        for mention in self.sketch.mentions:
            if leave_out and mention in leave_out:
                continue
            condition = condition_on(self.knowledge, kind, mention, self._limit(mention))
            if condition is None:
                if self._is_station(mention):
                    continue
                trouble = self._unplaced(kind, mention)
                if trouble is not None:
                    return trouble
                continue
            if self._is_station(mention) and condition.field != SELF:
                if mention.topic is None or mention.topic.topic != "postmark":
                    continue
            found.append(condition)
        if kind == "mission":
            found = self._at_station(found)
        found += self._form_conditions(kind, asked)
        found += self._bare_topics(kind, asked)
        found += self._value_conditions(kind)
        return tuple(_merged(found))

    def _between(self, kind: str) -> Condition | None:
        """ "Between 2009 and 2016": two days that bound one field."""
        if not any(limit == "between" for _, limit in self.sketch.limit_words):
            return None
        bounds = [mention for mention in self.sketch.mentions if _bounds(mention)]
        if len(bounds) != 2:
            return None
        first, last = (condition_on(self.knowledge, kind, mention) for mention in bounds)
        if first is None or last is None or first.day is None or last.day is None:
            return None
        return first.model_copy(update={"op": "between", "until": last.day})

    def _at_station(self, found: list[Condition]) -> list[Condition]:
        """Days belong to the stay where it is about being there: with somebody, "at the ISS on"."""
        with_people = any(c.field == "at_station" for c in found)
        there = self.sketch.on_board or any(self._is_station(m) for m in self.sketch.mentions)
        topics = {use.topic for use in self.sketch.topics}
        if not with_people and (not there or topics):
            return found
        return [
            c.model_copy(update={"field": "at_station"}) if c.field == "launched" and c.day else c
            for c in found
        ]

    def _is_station(self, mention: Mention) -> bool:
        return mention.things == ("iss",)

    def _unplaced(self, kind: str, mention: Mention) -> Trouble | None:
        """A mention that cannot restrict such things: a number is let go, a name is not."""
        if mention.slot.kind in {"number"}:
            return None
        return Trouble(status="not_understood", words=(mention.slot.text,))

    def _limit(self, mention: Mention) -> str | None:
        for position, limit in self.sketch.limit_words:
            if position == mention.position - 1:
                return limit
        return None

    def _form_conditions(self, kind: str, asked: Asked | None = None) -> list[Condition]:
        if kind != "cover":
            return []
        forms = [form for form in self.sketch.kinds if form in FORMS]
        inside = {"covers_inside", "contains"} & set(asked.fields if asked else ())
        if "cover" in self.sketch.kinds and "folder" in forms and not inside:
            return []  # "folder covers": the covers of the folder or the folder, let both stand
        return [Condition(field="form", text=form) for form in dict.fromkeys(forms)][:1]

    def _bare_topics(self, kind: str, asked: Asked | None) -> list[Condition]:
        """Topics that neither govern a mention nor are asked for: "the signed covers"."""
        if kind == "mission":
            return self._bare_flight_topics()
        if kind != "cover":
            return []
        conditions: list[Condition] = []
        for use in self.sketch.topics:
            if asked is not None and use is asked.topic:
                counted = "postmarked" in asked.fields
                if use.topic == "postmark" and self._on_board_applies() and not counted:
                    conditions.append(Condition(field="strike_place", things=("iss",)))
                continue
            if use.governs or (asked is not None and self._is_asked(use, asked)):
                continue
            if use.topic == "postmark" and self._on_board_applies():
                conditions.append(Condition(field="strike_place", things=("iss",)))
            elif use.topic in {"sign", "mark", "postmark"}:
                name = {"sign": "signed_by", "mark": "marks", "postmark": "strike_place"}[use.topic]
                conditions.append(Condition(field=name, op="recorded"))
            elif use.topic == "fly" and (asked is None or use.text == "flown"):
                conditions.append(Condition(field="flew", op="recorded"))
        return conditions

    def _bare_flight_topics(self) -> list[Condition]:
        """ "Did M-27M reach the ISS?": whether the event is on record."""
        if not self.sketch.check:
            return []
        for use in self.sketch.topics:
            names = [n for n in fields_for("mission", use.topic, "when") if n != "any_day"]
            if names and not use.governs and use.topic in _FLIGHT_TOPICS:
                return [Condition(field=names[0], op="recorded")]
        return []

    def _is_asked(self, use: TopicUse, asked: Asked) -> bool:
        """Whether a topic is one of several asked for at once."""
        return bool(set(fields_for(asked.kind, use.topic, "quantity")) & set(asked.fields))

    def _on_board_applies(self) -> bool:
        return self.sketch.on_board or any(self._is_station(m) for m in self.sketch.mentions)

    def _value_conditions(self, kind: str) -> list[Condition]:
        pairs = [value.split("=") for value in self.sketch.values]
        return [
            Condition(field=name, op="contains" if name in {"features", "event"} else "is", text=value)
            for name, value in pairs
            if (kind, name) in FIELDS
        ]

    # --- does it fit, which postmark is right -------------------------------------------------

    def _fits(self) -> Query | Trouble:
        """Everything that is claimed of an item, to be tested one by one."""
        bind_agents(self.sketch, self.knowledge, "cover", listing=True)
        where = self._where("cover", None)
        if isinstance(where, Trouble):
            return where
        if self._on_board_applies() and not any(c.field == "strike_place" for c in where):
            if any(use.topic == "postmark" for use in self.sketch.topics):
                where = (*where, Condition(field="strike_place", things=("iss",)))
        told = tuple(c for c in where if c.op != "recorded")
        return Query(want="fits", kind="cover", where=told)

    def _asks_right_postmark(self) -> bool:
        """ "Which postmark for a CRS-10 launch cover?": the practice, not a recorded cover."""
        sketch = self.sketch
        flights = sketch.things(self.knowledge, "mission", "programme")
        postmark = any(use.topic == "postmark" for use in sketch.topics)
        if not flights or any(m.slot.kind == "day" for m in sketch.mentions):
            return False
        right = sketch.advice or "postmark_places" in sketch.asks
        offices = len(sketch.things(self.knowledge, "place")) > 1
        events = bool(self._practice_events())
        about = any(m.preposition == "for" for m in flights)
        if sketch.check and not offices:
            return False
        return postmark and (right or (events and about) or (offices and about))

    def _practice_events(self) -> list[str]:
        """The events of practices that the question names."""
        topics = {use.topic for use in self.sketch.topics}
        events = [value.removeprefix("event=") for value in self.sketch.values if "event=" in value]
        for topic, names in _PRACTICE_EVENTS.items():
            if topic in topics:
                events += names
        return list(dict.fromkeys(events))

    def _right_postmark(self) -> Query | Trouble:
        flight = self.sketch.things(self.knowledge, "mission", "programme")[0]
        kind = self.knowledge.thing(flight.things[0]).kind_of_thing
        itself = Condition(field=SELF, things=flight.things)
        events = self._practice_events()
        fitting = [Condition(field="practice_event", text=event) for event in events[:1]]
        if len(events) > 1:
            fitting = []  # docking or berthing: the line's own practices tell which
        return Query(
            want="value", kind=kind, fields=("postmark_places",), where=(itself, *fitting)
        )

    def _strikes_alone(self) -> bool:
        """A place and a day of a postmark and nothing else: "Kourou postmark 9 March 2008"."""
        sketch = self.sketch
        days = [m for m in sketch.mentions if m.slot.kind == "day"]
        places = sketch.things(self.knowledge, "place")
        postmark = any(use.topic == "postmark" for use in sketch.topics)
        flights = sketch.things(self.knowledge, "mission")
        topics = {use.topic for use in sketch.topics}
        if not days or flights or sketch.check or topics - {"postmark", "commemorate"}:
            return False
        listing = bool({*FORMS, "cover"} & set(sketch.kinds)) and "which" in sketch.types
        if listing or {"when", "where", "who", "quantity"} & set(sketch.types):
            return False
        return bool(places) or (postmark and not sketch.asks)

    # --- check, compare, rank, identify -------------------------------------------------------

    def _check(self) -> Query | Trouble:
        sketch = self.sketch
        bind_agents(sketch, self.knowledge, "cover", listing=True)
        if self._asks_what_it_is():
            return self._describe()
        aboard = self._asks_aboard()
        if aboard is not None:
            return aboard
        if self._asks_ability():
            sketch.values.append("returns_cargo=true")
        if sketch.values:
            kind = next(k for k, name in FIELDS if name == sketch.values[0].split("=")[0])
            where = self._where(kind, None)
            if isinstance(where, Trouble):
                return where
            values = tuple(self._value_conditions(kind))
            claims = (*values, *(c for c in where if c.day is not None))
            rest = tuple(c for c in where if c not in claims)
            return Query(want="check", kind=kind, where=rest, claim=claims)
        for mention, entry in self._claimed_asks():
            where = self._where(entry.kind, None, leave_out=[mention])
            if not isinstance(where, Trouble):
                claim = Condition(field=entry.name, things=mention.things)
                return Query(want="check", kind=entry.kind, where=where, claim=(claim,))
        kind = self._checked_kind()
        claimed = self._claimed(kind)
        where = self._where(kind, None, leave_out=claimed)
        if isinstance(where, Trouble):
            return where
        conditions = [
            condition_on(self.knowledge, kind, mention, self._limit(mention)) for mention in claimed
        ]
        claim = tuple(c for c in conditions if c is not None)
        if self._folder_has_covers():
            claim = tuple(
                c.model_copy(update={"field": "covers_inside"}) if c.number is not None else c
                for c in claim
            )
        if not claim:
            bare = [c for c in where if c.op == "recorded" or c.things == ("iss",)]
            claim = tuple(bare)
            where = tuple(c for c in where if c not in bare)
        else:
            where = tuple(c for c in where if c.op != "recorded")
            claim += tuple(c for c in where if c.things == ("iss",))
            where = tuple(c for c in where if c.things != ("iss",))
        if not where and len(claim) > 1:
            where, claim = claim[:1], claim[1:]
        elif not where:
            where, claim = tuple(claim), ()
        if not where and not claim:
            return Trouble(status="not_understood")
        return Query(
            want="check", kind=kind, where=where, claim=tuple(_merged(list(claim))),
            every=any(slot.text == "all" for slot in sketch.slots),
        )

    def _asks_aboard(self) -> Query | None:
        """ "Was Padalka on the ISS on 28 June 2015?", "... when C2+ berthed?"."""
        sketch = self.sketch
        people = sketch.things(self.knowledge, "person")
        there = sketch.on_board or any(self._is_station(m) for m in sketch.mentions)
        if len(people) != 1 or not there or {*FORMS, "cover"} & set(sketch.kinds):
            return None
        itself = Condition(field=SELF, things=people[0].things)
        days = [m.slot.day.day for m in sketch.mentions if m.slot.day and m.slot.day.day]
        if days:
            claim = Condition(field="at_station", day=days[0])
            return Query(want="check", kind="person", where=(itself,), claim=(claim,))
        flights = sketch.things(self.knowledge, "mission")
        if len(flights) != 1:
            return None
        names = [
            n for u in sketch.topics for n in fields_for("mission", u.topic, "when") if n != "any_day"
        ]
        flight = Query(
            want="value", kind="mission", fields=(names[0] if names else "arrived",),
            where=(Condition(field=SELF, things=flights[0].things),),
        )
        claim = Condition(field="at_station", query=flight)
        return Query(want="check", kind="person", where=(itself,), claim=(claim,))

    def _asks_what_it_is(self) -> bool:
        """ "Is the octagonal seal a postmark?" asks about the mark itself, not about covers."""
        sketch = self.sketch
        itself = sketch.things(self.knowledge, "mark", "term", "party", "person", "place")
        covers = {*FORMS, "cover", "mission"} & set(sketch.kinds)
        return len(itself) == len(sketch.mentions) == 1 and not covers and not sketch.asks

    def _asks_ability(self) -> bool:
        """ "Can Dragon bring letters back?" is about the ship, not about recorded covers."""
        sketch = self.sketch
        ships = sketch.things(self.knowledge, "programme")
        able = any(slot.text in {"can", "could", "able"} for slot in sketch.slots)
        topics = {use.topic for use in sketch.topics}
        return able and topics == {"return"} and len(ships) == len(sketch.mentions) == 1

    def _folder_has_covers(self) -> bool:
        """ "The folder has 6 covers": the number is that of the covers inside."""
        kinds = self.sketch.kinds
        both = "folder" in kinds and "cover" in kinds
        return both and kinds.index("folder") < kinds.index("cover")

    def _checked_kind(self) -> str:
        """What a yes/no question is about: covers where a word for them or about them is used."""
        sketch = self.sketch
        if {*FORMS, "cover"} & set(sketch.kinds):
            return "cover"
        if any(use.topic in _COVER_TOPICS for use in sketch.topics):
            return "cover"
        named = sketch.things(self.knowledge, "mission")
        if named:
            return "mission"
        return self.kinds[0]

    def _claimed(self, kind: str) -> list[Mention]:
        """The mentions that are asserted: those that the last topic governs."""
        uses = [use for use in self.sketch.topics if use.governs and not use.relative]
        for use in reversed(uses):
            fitting = [
                m for m in use.governs if condition_on(self.knowledge, kind, m) is not None
            ]
            others = [m for m in self.sketch.mentions if m not in fitting]
            if fitting and (others or self.sketch.kinds):
                return fitting
        numbers = [m for m in self.sketch.mentions if m.slot.kind == "number"]
        if numbers:
            return numbers[:1]
        if len(self.sketch.mentions) > 1 and not self.sketch.topics:
            return [self.sketch.mentions[-1]]
        return []

    def _compare(self) -> Query | Trouble | None:
        sketch = self.sketch
        sides = self._sides()
        if len(sides) < 2:
            return None
        comparative = sketch.comparatives[0] if sketch.comparatives else None
        by_time = comparative in {"earlier", "later"}
        asked = find_asked(sketch, self.kinds, "when" if by_time else "quantity")
        if asked is None and not comparative:
            asked = find_asked(sketch, self.kinds, None)
        kind, fields = self._measured(comparative, asked)
        rest = [m for m in sketch.mentions if m not in sides]
        where = self._where(kind, asked, leave_out=sides)
        if isinstance(where, Trouble):
            return where
        groups = []
        for side in sides:
            side.topic = None
            condition = condition_on(self.knowledge, kind, side)
            if condition is None:
                return None
            groups.append((condition,))
        del rest
        order = None if comparative is None else "asc" if comparative in _ASCENDING else "desc"
        where = tuple(c for c in where if c.op != "recorded")
        return Query.model_validate(
            {"want": "compare", "kind": kind, "fields": fields, "where": where,
             "groups": tuple(groups), "order": order, "limit": 1 if sketch.check else None}
        )

    def _sides(self) -> list[Mention]:
        """The things that are compared: two or more mentions of one kind."""
        for kinds in (("mission",), ("variant",), ("programme",), ("party",), ("person",)):
            sides = self.sketch.things(self.knowledge, *kinds)
            if len(sides) >= 2:
                return sides
        programmes = self.sketch.things(self.knowledge, "programme", "variant")
        return programmes if len(programmes) >= 2 else []

    def _measured(
        self, comparative: str | None, asked: Asked | None
    ) -> tuple[str, tuple[str, ...]]:
        """What is compared: the named field, else what the comparative word is about."""
        if asked is not None:
            return asked.kind, asked.fields
        name = _MEASURES.get(comparative or "")
        has_covers = bool({*FORMS, "cover"} & set(self.sketch.kinds))
        if name == "issued" or (name is None and has_covers):
            return "cover", ("quantity",)
        if name is not None:
            return "mission", (name,)
        return self.kinds[0], ()

    def _rank(self) -> Query | Trouble | None:
        sketch = self.sketch
        order = sketch.orders[0] if sketch.orders else "largest"
        asked = find_asked(sketch, self.kinds, self.type)
        if order in {"earliest", "latest", "longest", "shortest"} and not (
            asked and asked.kind == "cover"
        ):
            if not sketch.things(self.knowledge, "programme", "variant") and not sketch.kinds:
                return None
            if sketch.things(self.knowledge, "mission") and not sketch.values:
                return None
            kind = "mission"
            measures = {"earliest": "launched", "latest": "launched"}
            name = measures.get(order, "docked_for")
            fields: tuple[str, ...] = (name,)
        else:
            kind = asked.kind if asked is not None else "cover"
            quantities = {n for (k, n), f in FIELDS.items() if k == kind and f.type == "quantity"}
            named = [n for n in (asked.fields if asked else ()) if n in quantities]
            fields = tuple(named) or (("issued",) if kind == "cover" else ("capacity",))
        where = self._where(kind, asked)
        if isinstance(where, Trouble):
            return where
        where = tuple(c for c in where if c.op != "recorded")
        plural = sketch.ranking or any(
            slot.text.endswith("s") for slot in sketch.slots if slot.means("kind")
        )
        numbers = [m.slot.number for m in sketch.mentions if m.slot.kind == "number"]
        limit = None if plural and "first" not in {s.text for s in sketch.slots} else 1
        if numbers and numbers[0] and numbers[0] < 100:
            limit = int(numbers[0])
            where = tuple(c for c in where if c.number is None)
        return Query.model_validate(
            {"want": "rank", "kind": kind, "fields": fields, "where": where,
             "order": "asc" if order in _ASCENDING else "desc", "limit": limit,
             "offset": (sketch.ordinal or 1) - 1}
        )

    def _identify(self) -> Query | None:
        """What an item may be: from a strike's place and day, a signature, a mark."""
        mentions = [m for m in self.sketch.mentions if m.slot.kind != "number"]
        conditions = [condition_on(self.knowledge, "cover", m) for m in mentions]
        found = [c for c in conditions if c is not None and c.field != SELF]
        asking = {"which", "how", "which_ship"}
        if not found or (self.sketch.types and not asking & set(self.sketch.types)):
            return None
        if self._on_board_applies() and not any(c.field == "strike_place" for c in found):
            found.append(Condition(field="strike_place", things=("iss",)))
        found += self._form_conditions("cover")
        return Query(want="identify", kind="cover", where=tuple(found))


def _bounds(mention: Mention) -> bool:
    return mention.slot.kind == "day"


def _merged(conditions: list[Condition]) -> list[Condition]:
    """Conditions on one field by several things allow any of them: "ATV-1 and ATV-2 covers"."""
    merged: list[Condition] = []
    for condition in conditions:
        same = next(
            (
                c
                for c in merged
                if c.field == condition.field and c.op == condition.op == "is" and c.things
                and condition.things
            ),
            None,
        )
        if same is None:
            merged.append(condition)
        else:
            things = tuple(dict.fromkeys((*same.things, *condition.things)))
            merged[merged.index(same)] = same.model_copy(update={"things": things})
    return merged
