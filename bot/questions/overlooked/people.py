"""What is asked of people, crews and expeditions that no reading takes up."""

from __future__ import annotations

from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.questions.sketch import Sketch
from bot.questions.turns.aboard import tells_time

_EVENTS = {"launch", "arrive", "capture", "depart", "end", "return", "fly", "stay"}


def people_did(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "did Kuipers come home on C2+", "launched during Expedition 42"."""
    people = sketch.things(knowledge, "person", "expedition")
    if not people or sketch.names_covers(knowledge):
        return ""
    ships = sketch.things(knowledge, "mission", "programme", "variant")
    asked = {"which_ship", "which"} & set(sketch.types)
    flights = bool(ships or asked or "mission" in sketch.kinds)
    held = any(mention.topic is not None and mention.topic.topic == "by_hand" for mention in people)
    rests = {use.topic for use in sketch.topics if sketch.is_state(use)}
    events = sketch.topic_names & (_EVENTS - {"stay"}) - rests
    there = sketch.on_board or "there" in sketch.words
    aboard = sketch.check and there and len(people) == len(sketch.things(knowledge, "person"))
    during = all(tells_time(sketch, mention) for mention in people)
    refused = flights and events and not (held or aboard or during)
    return sketch.topic_text(*events) if refused else ""


def crews_of_two(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which expedition had both Padalka and Pettit": not the crews that met ships."""
    ships = sketch.things(knowledge, "mission", "programme", "variant")
    people = sketch.things(knowledge, "person")
    asked = {"expeditions_aboard", "expeditions"} & set(sketch.asks) or "expedition" in sketch.kinds
    return people[-1].slot.text if asked and len(people) > 1 and not ships else ""


def crew_that_came(sketch: Sketch, _: Knowledge) -> str:
    """As in "which crew came while ATV-3 was docked": arrivals of crews are not on record."""
    came = {"came", "come", "arrived"} & sketch.words and "while" in sketch.words
    return sketch.first_text(lambda slot: slot.text in {"which crew", "crew"}) if came else ""


def members_of_a_crew(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "covers signed by members of Expedition 17": not those that the whole crew signed."""
    told = sketch.first_text(lambda slot: slot.text in {"members of", "members", "member of"})
    crews = sketch.things(knowledge, "expedition")
    return told if crews and "sign" in sketch.topic_names else ""


def on_both(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "who flew on both STS-126 and STS-135": not the crew of either."""
    flights = sketch.things(knowledge, "mission")
    who = "who" in sketch.types or "person" in sketch.kinds
    both = any("both" in slot.text.split() for slot in sketch.slots)
    return "both" if (who or "crew" in sketch.asks) and len(flights) > 1 and both else ""


def module_on_a_shuttle(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which module was on STS-135": what it carried, and not where it docked."""
    asked = sketch.first_text(lambda slot: slot.text in {"which module", "what module"})
    crewed = [m for m in sketch.things(knowledge, "mission") if _has_crew(m.things, knowledge)]
    on = any(mention.preposition in {"on", "in", "aboard"} for mention in crewed)
    return asked if on and not sketch.topics else ""


def _has_crew(things: tuple[str, ...], knowledge: Knowledge) -> bool:
    return any(bool(getattr(knowledge.thing(thing), "crew", ())) for thing in things)


def by_people(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "signed by astronauts": who signed is recorded, what they were is not looked at."""
    people = "person" in sketch.kinds and "sign" in sketch.topic_names and not sketch.types
    if people and not sketch.things(knowledge, "person", "expedition"):
        return sketch.first_text(lambda slot: slot.means("kind", "person"))
    return ""


def aboard_alone(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "was John Young aboard in 2018": nobody asks that of the ship of this name."""
    flights = sketch.things(knowledge, "mission")
    people = sketch.things(knowledge, "person", "expedition")
    aboard = sketch.first_text(lambda slot: slot.text in {"aboard", "on board", "onboard"})
    covers = sketch.names_covers(knowledge)
    alone = sketch.check and flights and not people and not covers and not sketch.topics
    return aboard if aboard and alone else ""


def people_carried(sketch: Sketch, _: Knowledge) -> str:
    """As in "how many people can Dragon carry": kilograms are recorded, not seats."""
    able = "capacity" in sketch.topic_names or any(s.text in {"can", "could"} for s in sketch.slots)
    return "people" if "person" in sketch.kinds and able and "quantity" in sketch.types else ""


def whole_crew(sketch: Sketch, _: Knowledge) -> str:
    """As in "signed by the whole crew", "by all 7 crew": that some signed is not that all did."""
    whole = {"whole", "entire", "everyone", "everybody", "full", "complete"}
    numbers = {m.position for m in sketch.mentions if m.slot.kind == "number"}
    for position, slot in enumerate(sketch.slots):
        people = slot.means("kind", "person") or slot.means("topic", "crew") or slot.text == "crew"
        if people and position - 1 in numbers and "sign" in sketch.topic_names:
            return slot.text
    if "sign" in sketch.topic_names:
        return sketch.first_text(lambda slot: bool(whole & set(slot.text.split())))
    return ""


def did_it_oneself(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "did Roth sign covers", "did Padalka postmark them": a maker is no signer."""
    for use in sketch.topics:
        before = [m for m in sketch.mentions if m.position < use.position]
        parties = [m for m in before if m in sketch.things(knowledge, "party")]
        people = [m for m in before if m in sketch.things(knowledge, "person")]
        active = sketch.check and use.text in _ACTS
        if active and use.topic == "sign" and parties and not people:
            return use.text
        if active and use.topic in {"mark", "postmark"} and people:
            return use.text
    return ""


_ACTS = {"sign", "autograph", "postmark", "cancel", "stamp", "strike", "mark"}


def flights_of_people(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how many flights has Whitson made": not the cargo ships that met her."""
    people = sketch.things(knowledge, "person")
    ships = "mission" in sketch.kinds and "quantity" in sketch.types and not sketch.on_board
    alone = people and len(people) == len([m for m in sketch.mentions if m.things != ("iss",)])
    timed = any(tells_time(sketch, mention) for mention in people)
    told = sketch.topic_names - {"fly", "by", "make"} or timed or sketch.names_covers(knowledge)
    return people[0].slot.text if ships and alone and not told else ""


def who_was_with(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "who was with Padalka on board in June 2015": those beside somebody."""
    beside = [m for m in sketch.things(knowledge, "person") if m.preposition == "with"]
    who = "who" in sketch.types or sketch.slots[0].text.startswith("who")
    return "with" if beside and who and "sign" not in sketch.topic_names else ""


def company_behind(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which company is behind Erno": not who made its covers."""
    parties = sketch.things(knowledge, "party")
    asked = "party" in sketch.kinds and not sketch.names_covers(knowledge)
    alone = len(parties) == len(sketch.mentions) == 1
    return sketch.topic_text("by") if asked and alone and "behind" in sketch.words else ""


def who_picked_up(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "who picked up the covers on the station", "who put them in the bag": no makers."""
    handled = sketch.first_text(lambda s: s.text in {"picked up", "pick up", "opened", "put"})
    return handled if "who" in sketch.types and sketch.names_covers(knowledge) else ""


def who_wrote_to(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "who wrote to Malenchenko": not a cover that he signed."""
    to = [m for m in sketch.things(knowledge, "person") if m.preposition == "to"]
    return sketch.topic_text("sign") if to and "who" in sketch.types else ""


def cosmonauts_aboard(sketch: Sketch, _: Knowledge) -> str:
    """As in "how many cosmonauts were aboard": people are not told apart by what they are."""
    told = sketch.first_text(lambda slot: slot.text in {"cosmonauts", "cosmonaut"})
    return told if told and sketch.on_board and "sign" not in sketch.topic_names else ""


def besides_in_check(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "did anyone besides Volkov sign it": not covers that he did not sign."""
    denied = [m for m in sketch.things(knowledge, "person", "expedition") if m.negated]
    anyone = {"anyone", "anybody", "did anyone", "someone", "did anybody"} & sketch.words
    return denied[0].slot.text if denied and (sketch.check or anyone) else ""


def counted_cosmonauts(sketch: Sketch, _: Knowledge) -> str:
    """As in "how many cosmonauts": people are not told apart by whom they fly for."""
    counted = "quantity" in sketch.types
    return sketch.first_text(lambda s: s.text.startswith("cosmonaut")) if counted else ""


def makers_of_a_country(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which Russian cachet makers are there": they themselves, not those of covers."""
    countries = sketch.things(knowledge, "country")
    makers = [slot for slot in sketch.slots if slot.text.startswith("cachet maker")]
    alone = len(countries) == len(sketch.mentions) == 1
    return makers[0].text if makers and alone and not sketch.names_covers(knowledge) else ""


def parties_in_check(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "are there any European dealers": the role is not tested."""
    countries = sketch.things(knowledge, "country")
    words = [slot.text for slot in sketch.slots if slot.means("kind", "party")]
    others = [word for word in words if not word.startswith("club")]
    return others[0] if sketch.check and countries and others else ""


def more_than_people(sketch: Sketch, _: Knowledge) -> str:
    """As in "signed by more than three people": how many signed is no number of pieces."""
    limits = {position + 1 for position, _ in sketch.limit_words}
    people = [n for n, slot in enumerate(sketch.slots) if slot.means("kind", "person")]
    bounded = any(number - 1 in limits for number in people)
    return sketch.slots[people[0]].text if bounded else ""


def longest_of_people(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "who stayed longest on the station?": ships are ranked by their stays, people not."""
    who = {"who"} & set(sketch.types) or "person" in sketch.kinds
    ranked = {"longest", "shortest"} & set(sketch.orders)
    ships = sketch.things(knowledge, "mission", "programme", "variant")
    return sketch.order_text if who and ranked and not ships else ""


def who_came_home(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "who came home on STS-126": of a shuttle's crew some only went up on it."""
    flights = sketch.things(knowledge, "mission")
    alone = flights and len(flights) == len(sketch.mentions) and not sketch.names_covers(knowledge)
    return sketch.topic_text("return") if alone and sketch.types == ["who"] else ""


def crew_arrived(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "when did Expedition 1 arrive": not the ships that came in its time."""
    crews = sketch.things(knowledge, "expedition")
    alone = bool(crews) and len(crews) == len(sketch.mentions) and not sketch.kinds
    asked = alone and sketch.types == ["when"] and not sketch.names_covers(knowledge)
    return sketch.topic_text("arrive", "launch", "depart", "return") if asked else ""


def letters_to_somebody(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "when did the ship with Malenchenko's letters dock": not ships that met him."""
    people = [m for m in sketch.things(knowledge, "person") if m.attributive or m.preposition]
    pieces = sketch.names_covers(knowledge) and sketch.kinds[:1] == ["mission"]
    return people[0].slot.text if people and pieces else ""


def who_was_there(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "who was there when ATV-3 docked?": not the day of the docking."""
    both = {"who", "when"} <= set(sketch.types)
    there = "there" in sketch.words and sketch.things(knowledge, "mission")
    return "there" if both and there else ""


def people_and_ships(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which astronaut caught NG-10", "who flew up on STS-126 to stay": who, not when."""
    people = sketch.kinds == ["person"] and {"which", "who"} & set(sketch.types)
    crews = {"crew", "people_aboard", "signed_by"} & set(sketch.asks) or "crew" in sketch.words
    ships = sketch.things(knowledge, "mission", "programme", "variant")
    did = ships and not (crews or sketch.on_board or sketch.names_covers(knowledge))
    if people and did:
        return sketch.topic_text("capture", "fly")
    stays = any(a.text == "to" and b.text == "stay" for a, b in pairwise(sketch.slots))
    return "stay" if stays and ships and sketch.slots[0].text == "who" else ""


def aboard_with_mail(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "who was aboard when the ATV-1 mail went home": the mail came on another ship."""
    covers = sketch.names_covers(knowledge)
    aboard = "people_aboard" in sketch.asks
    return sketch.topic_text("return", "end") if covers and aboard else ""


def crew_members_with(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which crew members were on the ISS with Cristoforetti": those beside her."""
    beside = [m for m in sketch.things(knowledge, "person") if m.preposition == "with"]
    crew = {"which crew", "crew", "members", "crew members"} & sketch.words
    return "with" if beside and crew and not sketch.names_covers(knowledge) else ""


def number_of_people(sketch: Sketch, _: Knowledge) -> str:
    """As in "were there six people when CRS-2 arrived": they are not counted in a yes or no."""
    for number, behind in pairwise(sketch.slots if sketch.check else []):
        if number.kind == "number" and behind.means("kind", "person"):
            return number.text
    return ""


def what_somebody_wrote(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "what did Ovchinin write on his cover": the words, and not what he signed."""
    writes = [use for use in sketch.topics if use.text in {"write", "wrote", "written"}]
    people = sketch.things(knowledge, "person", "party")
    asked = writes and people and sketch.types == ["which"] and not sketch.check
    return writes[0].text if asked and sketch.slots[0].text in {"what", "what did"} else ""


def crew_home_on_a_shuttle(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "which astronauts flew home on STS-126": of the crew some only went up on it."""
    flights = sketch.things(knowledge, "mission")
    if sketch.names_covers(knowledge) or sketch.check or not flights:
        return ""
    if not getattr(knowledge.thing(flights[0].things[0]), "crew", None):
        return ""
    crew = {"which crew", "what crew"} & sketch.words
    if crew and {"came", "come"} & sketch.words:
        return min(crew)
    people = "person" in sketch.kinds and "which" in sketch.types
    return sketch.topic_text("return") if people else ""


def commander_of_a_shuttle(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "who was the commander of STS-126": its crew is recorded, and who led it is not."""
    led = sketch.first_text(lambda slot: "commander" in slot.text or "commanded" in slot.text)
    flights = [knowledge.thing(m.things[0]) for m in sketch.things(knowledge, "mission")]
    alone = len(flights) == len(sketch.mentions) == 1 and "when" not in sketch.words
    return led if alone and bool(getattr(flights[0], "crew", ())) else ""


def days_of_stays_together(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how long was Padalka on the ISS in total": the stays are told, and no sum."""
    total = "total" in sketch.wants or {"altogether", "in all", "in total"} & sketch.words
    people = sketch.things(knowledge, "person")
    summed = bool(total) and "duration" in sketch.types and bool(people)
    return "total" if summed else ""


def how_somebody_came_home(sketch: Sketch, knowledge: Knowledge) -> str:
    """As in "how did Nespoli come home": not the way of covers that he signed."""
    people = sketch.things(knowledge, "person")
    days = [mention for mention in sketch.mentions if mention.slot.kind == "day"]
    alone = people and len(people) + len(days) == len(sketch.mentions)
    asked = alone and "how" in sketch.types and not sketch.names_covers(knowledge)
    return sketch.topic_text("return", "fly") if asked else ""


def who_owns(sketch: Sketch, _: Knowledge) -> str:
    """As in "who has one": whose they are today is not recorded."""
    told = sketch.topics or sketch.asks or sketch.kinds
    owns = {"has", "have", "owns", "own"} & sketch.words
    return min(owns) if owns and sketch.types == ["who"] and not told else ""
