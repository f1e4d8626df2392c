"""A question with what it is likely about, and the conditions that its mentions set."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import FIELDS, facts_of
from bot.questions.asked import NEVER_IDLE, Asked, fields_for
from bot.questions.conditions import SELF, condition_on
from bot.questions.query import Condition, Query, Trouble, Want
from bot.questions.sketch import FORMS, Mention, Sketch, TopicUse

COVER_TOPICS = {
    "issue",
    "make",
    "by",
    "store",
    "service",
    "mark",
    "postmark",
    "sign",
    "number",
    "contain",
    "commemorate",
    "recover",
}
_STRUCK_FOR = {"launch": "launch", "arrive": "dock", "return": "return", "end": "landing"}
_ENDS = {"burn": "reentry", "re": "reentry", "splash": "splashdown"}
# The field that shows whether a cover is signed, numbered ... at all.
_TOLD_BY = {
    "sign": "signed_by",
    "mark": "marks",
    "postmark": "strike_place",
    "number": "numbering",
    "return": "down",
    "recover": "recovered_day",
    "store": "carried_in",
}
FLIGHT_TOPICS = {"launch", "arrive", "capture", "depart", "stay"}


class Question:
    """The sketch of a question, prepared for the readings.

    `type` is the question word that counts (who, when, quantity ...), `kinds` the kinds of thing
    that it may be about, likeliest first.
    """

    def __init__(self, sketch: Sketch, knowledge: Knowledge) -> None:
        """Settle what the words of `sketch` mean together."""
        self.sketch = sketch
        self.knowledge = knowledge
        self.practices: list[str] = []  # what is usual, asked of one flight
        self.line: tuple[str, ...] = ()  # of a flight asked for: "which Dragon brought them"
        self.type = self._asked_type()
        self._take_edge_flight()
        self._take_which_ship()
        self._take_which_flight()
        self._take_practices()
        self.kinds = self._likely_kinds()
        self._take_fixed_asks()

    @property
    def names_covers(self) -> bool:
        """Whether a word for covers, cards, folders or letters is used, or one is named."""
        return self.sketch.names_covers(self.knowledge)

    @property
    def topics(self) -> set[str]:
        """The topics of the question."""
        return self.sketch.topic_names

    def _asked_type(self) -> str | None:
        """The question word that counts: "how many" before "which" before the rest."""
        types = [t for t in self.sketch.types if t != "which"]
        people = self.sketch.things(self.knowledge, "person", "expedition")
        first = self.sketch.types[:1]
        if people and "when" in types and (first != ["when"] or self.sketch.check):
            self.sketch.types.remove("when")
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

    def _take_edge_flight(self) -> None:
        """As in "covers of the last ATV": the flight stands for itself in the rest."""
        sketch = self.sketch
        relative = any(use.relative for use in sketch.topics) and not self.names_covers
        if relative or sketch.values:
            return  # "the last Dragon that berthed", "the last lost one"
        told = bool(sketch.asks or self.topics - {"fly", "launch", "first"})
        told = told or self.names_covers
        told = told and not any(mention.slot.value is not None for mention in sketch.mentions)
        for mention in sketch.things(self.knowledge, "programme") if told else []:
            before = sketch.slots[mention.position - 1] if mention.position else None
            order = before.sense("order") if before is not None else None
            flights = self.knowledge.missions_of(mention.things[0])
            if order is None or order.value not in {"earliest", "latest"} or not flights:
                continue
            if self.sketch.things(self.knowledge, "module"):  # "last Progress to dock with Pirs"
                continue
            flight = flights[0] if order.value == "earliest" else flights[-1]
            mention.slot = replace(mention.slot, things=(flight.id,))
            sketch.orders.remove(order.value)

    def _take_which_ship(self) -> None:
        """As in "Which Dragon returned the covers?": a flight is asked for, of that line."""
        slots = self.sketch.slots
        for mention in self.sketch.things(self.knowledge, "programme"):
            before = slots[mention.position - 1] if mention.position else None
            after = slots[mention.position + 1 : mention.position + 2]
            if before is None or not before.means("type", "which") or mention.attributive:
                continue
            if after and after[0].means("topic", "variant"):
                continue
            if self.names_covers:
                self.type = self.type or "how"
                self.line = mention.things
                self.sketch.mentions.remove(mention)
            elif not self.sketch.kinds:
                self.sketch.kinds.append("mission")

    def _take_which_flight(self) -> None:
        """As in "Which mission" asks for the way of covers, or else for flights."""
        if self.type != "which_ship":
            return
        covers = self.names_covers
        if covers or any(use.topic in COVER_TOPICS for use in self.sketch.topics):
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
            self.practices.append(name)
            if not any(use.topic == topics[name] for use in sketch.topics):
                sketch.topics.append(TopicUse(topics[name], -1, topics[name]))

    def _take_fixed_asks(self) -> None:
        """Readings that hang on two words apart: covers in a folder, what a ship can carry."""
        sketch = self.sketch
        named = {m.slot.value[0] for m in sketch.mentions if m.slot.value is not None}
        sketch.asks = [name for name in sketch.asks if name not in named]
        if "sign" in self.topics and "expeditions" in sketch.asks:  # "which expeditions signed"
            sketch.asks.remove("expeditions")
            self.type = "who"
        self._take_crews()
        homeward = "return" in self.topics or any(way == "return" for _, way in sketch.directions)
        if "cargo_up" in sketch.asks and homeward:
            sketch.asks[sketch.asks.index("cargo_up")] = "cargo_down"
        self._take_holders()
        self._take_variant()
        self._take_modules()
        if self.type == "quantity" and self._covers_in_folder():
            sketch.asks.append("covers_inside")
        ships = sketch.things(self.knowledge, "programme", "variant")
        topics = self.topics
        able = any(slot.text in {"can", "could", "able"} for slot in sketch.slots)
        if not ships or len(ships) != len(sketch.mentions) or sketch.values:
            return
        if able and topics == {"fly"} and not self.names_covers:
            sketch.asks = [name for name in sketch.asks if name != "cargo_up"] + ["capacity"]
        if sketch.orders and sketch.orders[0] in {"earliest", "latest"} and len(ships) == 1:
            self._take_edge(sketch.orders[0], topics)

    def _take_crews(self) -> None:
        """As in "cosmonauts on Expedition 31", "which expedition was Padalka in"."""
        sketch = self.sketch
        people = sketch.things(self.knowledge, "person")
        asked = "expedition" in sketch.kinds or "expeditions_aboard" in sketch.asks
        alone = len(people) == len(sketch.mentions) == 1 and not self.topics & COVER_TOPICS
        if asked and alone:
            sketch.asks = ["expeditions"]
            self.kinds.insert(0, "person")
        crews = sketch.things(self.knowledge, "expedition")
        crews += [m for m in sketch.things(self.knowledge, "mission") if self._has_crew(m)]
        alone = bool(crews) and len(crews) == len(sketch.mentions)
        if alone and self.type == "who" and self.topics == {"fly"}:  # "who flew on Expedition 31"
            sketch.asks.append("crew")
        if alone and "person" in sketch.kinds and not sketch.topics and self.type != "quantity":
            sketch.asks.append("crew")
            self.kinds.insert(0, self.knowledge.thing(crews[0].things[0]).kind_of_thing)

    def _has_crew(self, mention: Mention) -> bool:
        """Whether a flight had people on board: the shuttles did."""
        return bool(getattr(self.knowledge.thing(mention.things[0]), "crew", ()))

    def _take_modules(self) -> None:
        """As in "which module came with M-UM": not the one that it docked to."""
        asks = self.sketch.asks
        moved = {"fly": "modules", "return": "modules_down", "end": "modules_down"}
        way = next((moved[use.topic] for use in self.sketch.topics if use.topic in moved), None)
        if "carried_in port" in asks and way is not None and not self.names_covers:
            asks[asks.index("carried_in port")] = way

    def _take_variant(self) -> None:
        """As in "what changed with Progress M-01M": the version that the flight was of."""
        flights = self.sketch.things(self.knowledge, "mission")
        if "change" not in self.topics or not len(flights) == len(self.sketch.mentions) == 1:
            return
        flight = flights[0]
        variant = getattr(self.knowledge.thing(flight.things[0]), "variant", None)
        if variant is not None:
            flight.slot = replace(flight.slot, things=(variant,))
            self.kinds.insert(0, "variant")

    def _take_holders(self) -> None:
        """As in "which folder holds the launch cover", "which mission does the card belong to"."""
        sketch = self.sketch
        belongs = [use for use in sketch.topics if use.topic == "part_of"]
        about = any(slot.text == "about" for slot in sketch.slots)
        if (belongs or about) and self.names_covers and self.type == "how":
            sketch.asks.append("about")
            sketch.topics = [use for use in sketch.topics if use not in belongs]

    def _take_edge(self, order: str, topics: set[str]) -> None:
        """As in "The last ATV", "when did HTV first fly": the first or latest flight of a line."""
        sketch = self.sketch
        if sketch.ordinal is not None or self.names_covers:
            return
        ends = any(use.text.startswith(("splash", "land", "re", "burn")) for use in sketch.topics)
        if topics - {"fly", "launch", "first", "end"} or ends or sketch.values:
            return
        if any(s.kind == "number" for s in sketch.slots):
            return
        if order == "earliest" and self.type == "when":
            line = self.knowledge.thing(
                sketch.things(self.knowledge, "programme", "variant")[0].things[0]
            )
            if getattr(line, "introduced", ()):
                sketch.asks.append("introduced")
            elif getattr(line, "first_flight", ()):
                sketch.asks += ["first_flight", "first_iss_flight"]
            else:
                return  # no maiden flight is recorded: the first one on record here is told
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
        if kinds == ["folder", "cover"] and self.sketch.slots[-1].means("kind", "cover"):
            return self.sketch.slots[-2].means("type", "quantity")  # "the folder: how many covers"
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
        mentioned.sort(key=lambda kind: kind in {"place", "country"})  # they only say where
        about_covers = any(use.topic in COVER_TOPICS for use in sketch.topics)
        people = sketch.things(self.knowledge, "person", "expedition")
        if "cover" in mentioned and not kinds:
            kinds.append("cover")
        there = sketch.on_board and bool(people) and "which" in sketch.types
        if there and not kinds and not sketch.topics:
            kinds.append("mission")  # "what was at the station when Padalka was there"
            sketch.kinds.append("mission")
        about_flights = any(use.topic in FLIGHT_TOPICS for use in sketch.topics)
        own = {"person", "mark", "party", "expedition", "place"}
        itself = set(mentioned) & own and not set(mentioned) - own
        if about_flights and not about_covers and not kinds and not itself:
            kinds.append("mission")
        if itself and not kinds and not self._governs_any():
            return list(dict.fromkeys([*mentioned, "cover", "mission"]))
        if "programme" in mentioned and "mission" not in mentioned and self._asks_practice():
            return ["programme", "cover"]
        if about_covers and "cover" not in kinds and "mission" not in kinds:
            kinds.append("cover")
        return list(dict.fromkeys([*kinds, *mentioned, "cover", "mission"]))

    def _governs_any(self) -> bool:
        """Whether a topic governs a mention: "signed by Padalka" is about covers."""
        return any(use.governs for use in self.sketch.topics)

    def _asks_practice(self) -> bool:
        """Whether it asks who usually makes cachets, or which postmarks are usual."""
        if {"cachet_makers", "postmark_places"} & set(self.sketch.asks):
            return True
        topics = self.topics
        if any(m.slot.kind == "day" for m in self.sketch.mentions):
            return False
        parties = self.sketch.things(self.knowledge, "party", "person", "place")
        if parties or self.sketch.check:
            return False
        makes = bool({"make", "by"} & topics) and self.type == "who" and "make" in topics
        if self.on_board() and self.names_covers:
            return False  # "a Cygnus cover cancelled on board"
        return makes or (
            "postmark" in topics
            and self.type in {"where", None}
            and "list" not in self.sketch.wants
        )

    def finish(
        self, want: Want, kind: str, fields: tuple[str, ...], asked: Asked | None
    ) -> Query | Trouble:
        """The Query of this want, with every mention turned into a condition."""
        where = self.where(kind, asked)
        if isinstance(where, Trouble):
            return where
        return Query(
            want=want,
            kind=kind,
            fields=fields,
            where=where,
            every=self.sketch.every,
            limit=None,
        )

    def where(
        self, kind: str, asked: Asked | None, leave_out: list[Mention] | None = None
    ) -> tuple[Condition, ...] | Trouble:
        """The conditions that the mentions, forms and bare topics set on things of `kind`."""
        unheard = self._unheard(kind, asked)
        if unheard:
            return Trouble(status="not_understood", words=(unheard,))
        found: list[Condition] = []
        between = self._between(kind)
        if between is not None:
            found.append(between)
            leave_out = [*(leave_out or []), *(m for m in self.sketch.mentions if _bounds(m))]
        for mention in self.sketch.mentions:
            if leave_out and mention in leave_out:
                continue
            condition = self._condition(kind, mention)
            if isinstance(condition, Trouble):
                return condition
            found += [condition] if condition is not None else []
        if kind == "mission":
            found = [*self._at_station(found), *self._ways_to_end()]
        found += self.form_conditions(kind, asked)
        found += self._bare_topics(kind, asked)
        ways = [name for name in (asked.fields if asked else ()) if name in {"up", "down"}]
        if self.line and kind == "cover":  # "which Dragon brought them", "which ATVs have a folder"
            found.append(Condition(field=ways[0] if ways else "about", things=self.line))
        found += self._of_flights(kind, found)
        found += self.value_conditions(kind)
        texts = [c.field for c in found if c.op == "contains" and c.field in _NAMED_VALUES]
        if len(texts) > len(set(texts)):  # "on Atlas V and Falcon 9": no flight had both
            return Trouble(status="not_understood", words=(texts[0],))
        joined = _years_joined(found) if kind == "mission" else found
        if joined is None:
            return Trouble(status="not_understood", words=("two days",))
        found = joined
        both = any(slot.text == "both" for slot in self.sketch.slots)
        return tuple(found if both else merged(found, either=self.sketch.alternative))

    def _of_flights(self, kind: str, found: list[Condition]) -> list[Condition]:
        """What is only said of flights: that they carried covers, that they are others."""
        if kind != "mission":
            return []
        more: list[Condition] = []
        if self.sketch.together:  # "together with ATV-2": not ATV-2 itself
            stays = [c for c in found if c.field == "at_station" and c.things]
            more += [Condition(field=SELF, op="is not", things=c.things) for c in stays]
        if self.sketch.kinds[:1] == ["mission"] and self.names_covers:
            carried = "fly" in self.topics and "return" not in self.topics
            more.append(Condition(field="covers_up" if carried else "covers", op="recorded"))
        return more

    def _condition(self, kind: str, mention: Mention) -> Condition | Trouble | None:
        """The condition of a mention; None where it sets none, trouble where it should."""
        moved = self.topics & {"fly", "return", "end", "carry"}
        modules = mention in self.sketch.things(self.knowledge, "module")
        if kind == "mission" and modules and moved and mention.topic is None:
            return self._unplaced(mention)  # a module that was moved is no port
        condition = condition_on(self.knowledge, kind, mention, self.limit(mention))
        if condition is None:
            return None if is_station(mention) else self._unplaced(mention)
        if mention.negated and condition.op != "is not":
            return Trouble(status="not_understood", words=(f"not {mention.slot.text}",))
        postmark = mention.topic is not None and mention.topic.topic == "postmark"
        if is_station(mention) and condition.field != SELF and not postmark:
            return None
        return condition

    def _unheard(self, kind: str, asked: Asked | None) -> str:
        """A word that states or asks something which things of this kind do not have."""
        for value in self.sketch.values:
            if (kind, value.split("=")[0]) not in FIELDS:
                return next(s.text for s in self.sketch.slots if s.means("value", value))
        measured = self.names_covers or self.sketch.pronoun
        for use in self.sketch.topics:
            if use.topic in {"weight", "distance"} and not measured:
                return use.text  # the ship's own, which is not recorded
            taken = use.governs or (asked is not None and _is_same(use, asked.topic))
            taken = taken or (use.topic == "crew" and "sign" in self.topics)
            bare = use.topic == "service" and not self.sketch.things(self.knowledge, "place")
            idle = use.topic in NEVER_IDLE or bare  # "serviced in Toulouse": struck there
            if idle and not taken and not self._is_told(use, asked):
                return use.text
        return ""

    def _is_told(self, use: TopicUse, asked: Asked | None) -> bool:
        """Whether the fields asked for answer to a topic."""
        named = [(asked.kind, name) for name in asked.fields] if asked is not None else []
        return any(use.topic in FIELDS[key].topics for key in named if key in FIELDS)

    def _between(self, kind: str) -> Condition | None:
        """As in "Between 2009 and 2016": two days that bound one field."""
        if not (self._spans() or any(x == "between" for _, x in self.sketch.limit_words)):
            return None
        bounds = [mention for mention in self.sketch.mentions if _bounds(mention)]
        if len(bounds) != 2:
            return None
        first, last = (condition_on(self.knowledge, kind, mention) for mention in bounds)
        if first is None or last is None or first.day is None or last.day is None:
            return None
        return first.model_copy(update={"op": "between", "until": last.day})

    def _spans(self) -> bool:
        """As in "from 2010 to 2012": two days with "to" between them."""
        days = [mention for mention in self.sketch.mentions if _bounds(mention)]
        if len(days) != len("ab"):
            return False
        between = self.sketch.slots[days[0].position + 1 : days[1].position]
        return [slot.text for slot in between] in (["to"], ["until"], ["till"], ["through"])

    def _at_station(self, found: list[Condition]) -> list[Condition]:
        """Days belong to the stay where it is about being there: with somebody, "at the ISS on"."""
        with_people = any(c.field == "at_station" for c in found)
        there = self.sketch.on_board or any(is_station(m) for m in self.sketch.mentions)
        there = there or any(c.field == "port" for c in found)
        topics = self.topics
        if not with_people and (not there or topics):
            return found
        return [
            c.model_copy(update={"field": "at_station"}) if c.field == "launched" and c.day else c
            for c in found
        ]

    def _ways_to_end(self) -> list[Condition]:
        """As in "which ships burned up in 2012": the end that the verb tells."""
        if self.type not in {None, "quantity"} or self.sketch.check:
            return []
        for use in self.sketch.topics:
            for beginning, how in _ENDS.items():
                if use.topic == "end" and use.text.startswith(beginning):
                    return [Condition(field="end_how", text=how)]
        return []

    def _unplaced(self, mention: Mention) -> Trouble | None:
        """A mention that cannot restrict such things: what only counts them is let go."""
        counted = self.sketch.orders or self.sketch.ranking or self.names_covers
        if mention.slot.kind == "number" and (counted or self._is_serial(mention)):
            return None
        return Trouble(status="not_understood", words=(mention.slot.text,))

    def _is_serial(self, mention: Mention) -> bool:
        """Whether a number is the serial number of the flight that is named: "M1-10 #259"."""
        flights = self.sketch.things(self.knowledge, "mission")
        serials = {
            str(fact.value)
            for flight in flights
            for fact in facts_of(self.knowledge, self.knowledge.thing(flight.things[0]), "serial")
        }
        return any(f"{mention.slot.number:g}" in serial.split() for serial in serials)

    def limit(self, mention: Mention) -> str | None:
        """The word that bounds a mention: before, after, fewer than ..."""
        before = mention.position - 1
        while before > 0 and self.sketch.slots[before].means("article"):
            before -= 1
        return next((limit for place, limit in self.sketch.limit_words if place == before), None)

    def form_conditions(self, kind: str, asked: Asked | None = None) -> list[Condition]:
        """The condition that "cards", "folders" or "letters" set on covers."""
        if kind != "cover":
            return []
        forms = [form for form in self.sketch.kinds if form in FORMS]
        inside = {"covers_inside", "contains"} & set(asked.fields if asked else ())
        if "cover" in self.sketch.kinds and "folder" in forms and not inside:
            return []  # "folder covers": the covers of the folder or the folder, let both stand
        if self._joins_forms():
            return []
        return [Condition(field="form", text=form) for form in dict.fromkeys(forms)][:1]

    def _joins_forms(self) -> bool:
        """As in "covers and cards together": pieces of either form."""
        slots = self.sketch.slots
        for joint, slot in enumerate(slots):
            before, after = slots[:joint], slots[joint + 1 :]
            sides = [[s for s in part if s.means("kind")] for part in (before, after)]
            joins = slot.sense("addition", "alternative") or slot.text.startswith("or ")
            if joins and all(sides):
                last, first = sides[0][-1], sides[1][0]
                return last.means("kind", "cover") != first.means("kind", "cover")
        return False

    def _bare_topics(self, kind: str, asked: Asked | None) -> list[Condition]:
        """Topics that neither govern a mention nor are asked for: "the signed covers"."""
        if kind == "mission":
            return self._bare_flight_topics(asked)
        if kind != "cover":
            return []
        found = (self._bare_topic(use, asked) for use in self.sketch.topics)
        return [condition for condition in found if condition is not None]

    def _bare_topic(self, use: TopicUse, asked: Asked | None) -> Condition | None:
        """The condition of one topic word that governs nothing."""
        on_board = Condition(field="strike_place", things=("iss",))
        event = _STRUCK_FOR.get(use.topic)
        struck = "postmark" in self.topics and (asked is None or "strike_place" in asked.fields)
        if struck and event and not use.governs:
            return Condition(field="strike_event", op="contains", text=event)
        if asked is not None and use is asked.topic:
            counted = "postmarked" in asked.fields
            return on_board if use.topic == "postmark" and self.on_board() and not counted else None
        dated = all(mention.slot.kind == "day" for mention in use.governs)
        if use.topic == "postmark" and use.governs and dated and self.on_board():
            return on_board  # "cancelled on board in 2012"
        if use.governs or (asked is not None and self._is_asked(use, asked)):
            return None
        if use.topic == "postmark" and self.on_board():
            return on_board
        if use.topic == "fly" and (asked is None or use.text == "flown"):
            there = any({"iss", "station"} & set(slot.text.split()) for slot in self.sketch.slots)
            return Condition(field="up" if there and self.sketch.check else "flew", op="recorded")
        name = _TOLD_BY.get(use.topic)
        return Condition(field=name, op="recorded") if name else None

    def _bare_flight_topics(self, asked: Asked | None) -> list[Condition]:
        """As in "Did M-27M reach the ISS?": whether the event is on record."""
        by_hand = [use for use in self.sketch.topics if use.topic == "by_hand" and not use.governs]
        if by_hand and self.type is None:
            return [Condition(field="by_hand", op="recorded")]
        found = []
        lines = self.sketch.things(self.knowledge, "programme", "variant")
        for use in self.sketch.topics:
            governs = [mention for mention in use.governs if mention not in lines]
            berths = use.topic == "arrive" and use.text.startswith("berth")
            if berths and self.type in {None, "quantity"}:
                found.append(Condition(field="how_attached", text="berthed"))
                continue
            names = [n for n in fields_for("mission", use.topic, "when") if n != "any_day"]
            event = use.topic in FLIGHT_TOPICS or (use.topic == "return" and not self.sketch.check)
            if names and not governs and event and use.topic not in self._asked_topics(asked):
                name = "departed" if use.topic == "return" else names[0]
                found.append(Condition(field=name, op="recorded"))
        return found

    def _asked_topics(self, asked: Asked | None) -> set[str]:
        """The topics that the fields asked for answer to: those restrict nothing."""
        if self.type not in {None, "quantity"}:
            return self.topics
        fields = [FIELDS.get((asked.kind, name)) for name in asked.fields] if asked else []
        return {topic for field in fields if field is not None for topic in field.topics}

    def _is_asked(self, use: TopicUse, asked: Asked) -> bool:
        """Whether a topic is one of several asked for at once."""
        names = {*fields_for(asked.kind, use.topic, "quantity")}
        names |= {*fields_for(asked.kind, use.topic, None)}
        return bool(names & set(asked.fields))

    def on_board(self) -> bool:
        """Whether something is said to have been done on the station."""
        return self.sketch.on_board or any(is_station(m) for m in self.sketch.mentions)

    def value_conditions(self, kind: str) -> list[Condition]:
        """The conditions of words that state a value, such as "lost" or "tracking cover"."""
        pairs = [value.split("=") for value in self.sketch.values]
        if any(slot.text.startswith("overfl") for slot in self.sketch.slots):
            pairs = [_widened(name, text) for name, text in pairs]
        return [
            Condition(field=name, op="contains" if name in _TEXTS else "is", text=value)
            for name, value in pairs
            if (kind, name) in FIELDS
        ]


def _is_same(use: TopicUse, asked: TopicUse | None) -> bool:
    """Whether a topic is the one asked about, said once more: "mileage, how many kilometers"."""
    return use is asked or (asked is not None and use.topic == asked.topic and not asked.governs)


def _widened(name: str, text: str) -> list[str]:
    """An overflight cover may be a launch cover that was struck where the ship flew over."""
    return ["purpose", text] if (name, text) == ("event", "tracking") else [name, text]


_NAMED_VALUES = {"vehicle", "pad", "serial"}
_TEXTS = {"features", "event", "strike_event", "purpose"}


def _years_joined(conditions: list[Condition]) -> list[Condition] | None:
    """As in "in 2010 and 2011": from the one to the other; None where no stretch joins two days."""
    dated = [c for c in conditions if c.day is not None and c.op == "is" and c.until is None]
    for first, second in combinations(dated, 2):
        if first.field != second.field or first.day is None or second.day is None:
            continue
        years = [day.iso() for day in (first.day, second.day)]
        if any(len(year) != len("2010") for year in years) or int(years[1]) != int(years[0]) + 1:
            return None
        whole = first.model_copy(update={"op": "between", "until": second.day})
        return [whole if c is first else c for c in conditions if c is not second]
    return conditions


def is_station(mention: Mention) -> bool:
    """Whether a mention is the station itself, which restricts only where a postmark was struck."""
    return mention.things == ("iss",)


def _bounds(mention: Mention) -> bool:
    return mention.slot.kind == "day"


def merged(conditions: list[Condition], *, either: bool = False) -> list[Condition]:
    """Conditions on one field by several things allow any of them: "ATV-1 and ATV-2 covers"."""
    merged: list[Condition] = []
    for condition in conditions:
        same = next(
            (
                c
                for c in merged
                if c.field == condition.field
                and c.op == condition.op == "is"
                and c.things
                and condition.things
                and (either or c.field != "signed_by")  # "signed by X and Y": by both
            ),
            None,
        )
        if same is None:
            merged.append(condition)
        else:
            things = tuple(dict.fromkeys((*same.things, *condition.things)))
            merged[merged.index(same)] = same.model_copy(update={"things": things})
    return merged
