"""Turns of phrase on what ships carry, and on ships set side by side."""

from __future__ import annotations

from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Cover, Mission
from bot.questions.sketch import Mention, Sketch, TopicUse

_CARRIES = {"lug", "carry", "haul", "lift", "hold", "take", "transport", "deliver", "bring"}


def carries_more(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which could lug more, the ATV or the HTV": what their ships can carry."""
    ships = sketch.things(knowledge, "programme", "variant")
    said = {"carries more", "carry more", "carried more"}
    carries = [use for use in sketch.topics if use.text in _CARRIES | said]
    more = {"more", "most", "less", *said} & sketch.words
    alone = len(ships) == len(sketch.mentions) > 1
    if carries and more and alone and not (sketch.asks or sketch.kinds or sketch.check):
        sketch.asks, sketch.orders = ["capacity"], []
        sketch.comparatives = ["fewer" if "less" in sketch.words else "more"]
        sketch.types = [asked for asked in sketch.types if asked != "who"]
        sketch.topics = [use for use in sketch.topics if use not in carries]


_LOADS = {"stuff", "gear", "goods", "freight", "things", "load"}


def goes_into(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how much goes into a Cygnus XL", "load of M-04M": what it can, or did, carry."""
    lines = sketch.things(knowledge, "programme", "variant")
    flights = sketch.things(knowledge, "mission")
    if len(sketch.mentions) != 1 or sketch.names_covers(knowledge) or sketch.asks or sketch.check:
        return
    into = {"goes", "go", "fits"} & sketch.words and "into" in sketch.words
    if lines and into and sketch.types == ["quantity"] and not sketch.topics:
        sketch.ask_only("capacity")
    elif flights and "load" in sketch.words and sketch.topic_names == {"capacity"}:
        sketch.ask_only("cargo_up")


def carried_how_much(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how much did all ATVs carry?": their loads, and not how many flew."""
    ships = sketch.things(knowledge, "programme", "variant") or "mission" in sketch.kinds
    able = {"able", "can", "could"} & sketch.words  # that is the capacity
    carried = sketch.topic_names == {"fly"} and not sketch.asks and not able
    if "how much" in sketch.words and carried and ships and not sketch.names_covers(knowledge):
        sketch.unexplained.append("how much")


def can_haul(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how much stuff can a Dragon haul": what a ship can carry, and no covers."""
    ships = sketch.things(knowledge, "programme", "variant")
    able = {"can", "could", "able"} & sketch.words and sketch.topic_names == {"fly"}
    loads = [slot for slot in sketch.slots if slot.text in _LOADS or slot.means("kind")]
    loaded = bool(loads) and all(slot.text in _LOADS for slot in loads)
    if able and ships and "quantity" in sketch.types and loaded:
        sketch.kinds, sketch.asks = [], ["capacity"]
        sketch.drop("fly")


def load_of_a_line(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how many tons took an ATV": of a line what its ships can carry is recorded."""
    lines = sketch.things(knowledge, "programme", "variant")
    alone = lines and len(lines) == len(sketch.mentions) and not sketch.kinds
    if alone and sketch.asks == ["cargo_up"] and not (sketch.types or sketch.check):
        sketch.asks = ["capacity"]
        sketch.drop("fly")


def stamped_when(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "when was the docking cover stamped": the day of its postmark."""
    for use in sketch.topics if sketch.types == ["when"] and sketch.names_covers(knowledge) else []:
        if use.topic == "mark" and use.text == "stamped":
            use.topic = "postmark"


def brought_what(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "what did Progress M-UM bring", "take down": the module, if it carried one."""
    flights = sketch.things(knowledge, "mission")
    fields = {frozenset({"fly"}): "modules", frozenset({"return"}): "modules_down"}
    field = fields.get(frozenset(sketch.topic_names))
    asked = sketch.types == ["which"] and field is not None and not sketch.asks
    if not (asked and len(flights) == len(sketch.mentions) == 1) or sketch.kinds:
        return
    modules = [getattr(knowledge.thing(thing), str(field), ()) for thing in flights[0].things]
    if all(modules) and not sketch.check:
        sketch.ask_only(str(field))
        return
    ship = knowledge.thing(flights[0].things[0])
    covers = [c for c in knowledge.all(Cover) if flights[0].things[0] in _went_up_on(c, knowledge)]
    if field == "modules" and facts_of(knowledge, ship, "cargo_up") and not covers:
        sketch.ask_only("cargo_up")  # "what did Progress MS-32 carry"


def _went_up_on(cover: Cover, knowledge: Knowledge) -> set[str]:
    return {str(fact.value) for fact in facts_of(knowledge, cover, "up")}


def apposed(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "the shuttle STS-135", "STS-126 Endeavour": both say which flight it is."""
    named = sketch.things(knowledge, "mission")
    for first, second in pairwise(named):
        same = set(first.things) & set(second.things)
        if second.position == first.position + 1 and same and set(first.things) <= same:
            sketch.mentions.remove(second)
    for line in sketch.things(knowledge, "programme"):
        flights = [
            m for m in sketch.things(knowledge, "mission") if m.position == line.position + 1
        ]
        for flight in flights:
            thing = knowledge.thing(flight.things[0])
            if not (isinstance(thing, Mission) and thing.programme in line.things):
                continue
            sketch.mentions.remove(line)
            if line.topic is not None and line in line.topic.governs:
                line.topic.governs.remove(line)
            flight.preposition = flight.preposition or line.preposition


def cargo_of(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "cargo of Progress MS-08", "how much did M-29M carry": its mass, and no covers."""
    ships = sketch.things(knowledge, "mission", "programme", "variant")
    told = sketch.asks or sketch.kinds or sketch.check or sketch.names_covers(knowledge)
    if told or not ships or len(ships) != len(sketch.mentions):
        return
    if not sketch.topic_names <= {"fly", "return"} or {"can", "could", "able"} & sketch.words:
        return
    much = "quantity" in sketch.types and "how much" in sketch.words and sketch.topics
    if not (much or any(_is_cargo(sketch, number) for number in range(len(sketch.slots)))):
        return
    down = "return" in sketch.topic_names
    sketch.ask_only("cargo_down" if down else "cargo_up")
    for ship in ships:
        ship.topic = None


def _is_cargo(sketch: Sketch, number: int) -> bool:
    """Whether a slot says "cargo", and not of what sort a ship is: "cargo Dragon"."""
    following = sketch.slots[number + 1 : number + 2]
    sorts = bool(following) and (following[0].kind == "thing" or following[0].means("kind"))
    return sketch.slots[number].text == "cargo" and not sorts


def flew_longer(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who flew longer, CRS-1 or CRS-2", "which took longer to get there": their times."""
    ships = sketch.things(knowledge, "mission")
    longer = {"longer", "shorter"} & set(sketch.comparatives)
    told = sketch.asks or sketch.kinds or sketch.names_covers(knowledge)
    if told or not longer or len(ships) < len("ab") or sketch.topic_names - {"fly", "arrive"}:
        return
    resting = any(use.text in {"docked", "berthed", "attached"} for use in sketch.topics)
    there = "arrive" in sketch.topic_names or "get there" in sketch.words
    if sketch.topics and not resting:
        sketch.ask_only("approach" if there else "flight_time")
        for ship in ships:
            ship.topic = None


_UPWARD = {"up", "launched", "sent", "loaded", "lofted"}


def brought_home(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "covers that flew on the shuttle": a ship that on record only brought mail home."""
    if not sketch.names_covers(knowledge):
        return
    ships = sketch.things(knowledge, "mission", "programme", "variant")
    upward = any(way == "fly" for _, way in sketch.directions)  # "did it bring covers up?"
    if upward and not any(way == "return" for _, way in sketch.directions):
        return
    homeward = [ship for ship in ships if not ship.attributive and _came_down_only(knowledge, ship)]
    for use in sketch.topics:
        bound = [ship for ship in homeward if ship.topic in (None, use)]
        if use.topic == "fly" and bound and not _UPWARD & set(use.text.split()):
            use.topic = "return"
            for ship in bound:
                if ship.position > use.position and ship.topic is None:
                    ship.topic = use
                    use.governs.append(ship)


def _came_down_only(knowledge: Knowledge, ship: Mention) -> bool:
    """Whether covers came down with a ship, and none went up on it, as far as recorded."""
    return not _carried(knowledge, "up", ship) and _carried(knowledge, "down", ship)


def _carried(knowledge: Knowledge, field: str, named: Mention) -> bool:
    """Whether any cover went up on, or came down with, one of the ships that are named."""
    ships = (
        knowledge.get(str(fact.value))
        for cover in knowledge.all(Cover)
        for fact in facts_of(knowledge, cover, field)
    )
    return any(
        isinstance(ship, Mission) and {ship.id, ship.programme, ship.variant} & {*named.things}
        for ship in ships
    )


def mail_on(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "was there mail on CRS-7": carried by it, and not made for it."""
    mail = any(slot.text in {"mail", "post", "space mail"} for slot in sketch.slots)
    lines = sketch.things(knowledge, "programme")
    had = {"had", "have", "has"} & sketch.words and "which" in sketch.types
    if mail and had and len(lines) == len(sketch.mentions) == 1 and not sketch.topics:
        sketch.topics.append(TopicUse("fly", lines[0].position + 1, "carried"))
        return  # "which ATV had mail"
    ships = sketch.things(knowledge, "mission", "programme", "variant")
    on = [ship for ship in ships if ship.preposition in {"on", "aboard"} and ship.topic is None]
    others = [m for m in sketch.mentions if m not in on and not m.attributive]
    if mail and len(on) == 1 and not others and not (sketch.topics or sketch.asks):
        use = TopicUse("fly", on[0].position, on[0].preposition, governs=[on[0]])
        sketch.topics.append(use)
        on[0].topic = use
        sketch.on_board = False
