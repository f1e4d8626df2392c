"""A question with what it is likely about, and the conditions that its mentions set."""

from __future__ import annotations

from dataclasses import replace

from bot.knowledge.base import Knowledge
from bot.questions.conditions import is_station
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
FLIGHT_TOPICS = {"launch", "arrive", "capture", "depart", "stay"}

_OLDEST = {"earliest", "oldest", "newest", "latest"}


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
        told = told or (self.type == "who" and bool(self.topics))  # "who flew on the last shuttle"
        told = told or self.names_covers or (self.type == "where" and bool(self.topics))
        told = told and not any(mention.slot.value is not None for mention in sketch.mentions)
        for mention in sketch.things(self.knowledge, "programme", "variant") if told else []:
            before = sketch.slots[mention.position - 1] if mention.position else None
            order = before.sense("order") if before is not None else None
            oldest = before is not None and before.text in {
                "earliest",
                "oldest",
                "newest",
                "latest",
            }
            if oldest and mention.attributive:
                continue  # "the earliest ATV cover": of all ATV covers
            if self.topics <= {"arrive", "capture"} and self._goes_on(mention):
                continue  # "the last Dragon to be berthed": of those that were
            flights = self.knowledge.missions_of(mention.things[0])
            if order is None or order.value not in {"earliest", "latest"} or not flights:
                continue
            if self.sketch.things(self.knowledge, "module"):  # "last Progress to dock with Pirs"
                continue
            flight = flights[0] if order.value == "earliest" else flights[-1]
            mention.slot = replace(mention.slot, things=(flight.id,))
            sketch.orders.remove(order.value)

    def _goes_on(self, mention: Mention) -> bool:
        """Whether a name is followed by what sorts it: "the last Dragon to ...", "that ..."."""
        behind = self.sketch.slots[mention.position + 1 : mention.position + 2]
        return bool(behind) and behind[0].text in {"to", "to be", "that", "which"}

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
        ways = [way for _, way in sketch.directions]
        if "up" in sketch.asks and "return" in ways:  # "which ship took them down", "up and down"
            sketch.asks += ["down"]
            sketch.asks = [name for name in sketch.asks if name != "up" or "fly" in ways]
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
        elif self.type == "when":  # "when was the last Cygnus": its day
            sketch.kinds.append("mission")
            return
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
        has = bool({"has", "have", "had"} & set(words)) and "folder" in words
        within = has or bool(inside & set(words))
        return kinds.index("cover") < kinds.index("folder") and within

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

    def limit(self, mention: Mention) -> str | None:
        """The word that bounds a mention: before, after, fewer than ..."""
        before = mention.position - 1
        while before > 0 and self.sketch.slots[before].means("article"):
            before -= 1
        return next((limit for place, limit in self.sketch.limit_words if place == before), None)

    def on_board(self) -> bool:
        """Whether something is said to have been done on the station."""
        return self.sketch.on_board or any(is_station(m) for m in self.sketch.mentions)
