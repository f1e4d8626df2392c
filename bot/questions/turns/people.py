"""Turns of phrase on people: who, whose, signed by whom, written to whom."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Cover, Party
from bot.questions.sketch import Mention, Sketch, TopicUse

_OF_SHIPS = {"docked_for", "flight_time"}


def aboard_a_ship(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "was the Biscarrosse cover on board ATV-1": flown on it, not made for it."""
    if not sketch.names_covers(knowledge):
        return
    for mention in sketch.things(knowledge, "mission"):
        before = sketch.slots[mention.position - 1] if mention.position else None
        aboard = {"aboard", "on board", "onboard", "on board of", "aboard the"}
        if before is not None and before.text in aboard and mention.topic is None:
            mention.topic = TopicUse("fly", mention.position, before.text)
            mention.topic.governs.append(mention)
            sketch.topics.append(mention.topic)
            sketch.on_board = False


def which_crew_signed(sketch: Sketch, _: Knowledge) -> None:
    """As in "which crew signed the HTV-4 cover": the signers."""
    if "sign" in sketch.topic_names and "expeditions_aboard" in sketch.asks:
        sketch.asks.remove("expeditions_aboard")
        sketch.types = ["who"]


def stay_of_people(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how long did Kelly stay", "how long did Expedition 26 last", "whom he works for"."""
    others = [m for m in sketch.mentions if m.slot.kind == "thing" and m.things != ("iss",)]
    people = sketch.things(knowledge, "person", "expedition")
    if not people or len(people) != len(others) or sketch.names_covers(knowledge):
        return
    if "mission" in sketch.kinds:
        return
    if set(sketch.asks) & _OF_SHIPS or ("duration" in sketch.types and not sketch.asks):
        sketch.asks = ["at_station"]
        sketch.topics = []
    sketch.mentions = [m for m in sketch.mentions if m.things != ("iss",)]
    if "who" in sketch.types and "operate" in sketch.topic_names:
        sketch.types.remove("who")


def who_leads(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who runs La Marianne", "who is behind Premium Space Covers": its people."""
    parties = sketch.things(knowledge, "party")
    alone = len(parties) == len(sketch.mentions) == 1 and not sketch.kinds
    behind = len(sketch.topics) == 1 and sketch.topics[0].text in {"behind", "in charge of"}
    leads = sketch.topic_names == {"lead"} or (alone and (behind or sketch.asks == ["operator"]))
    leads = leads or (alone and sketch.topic_names == {"operate"} and "who runs" in sketch.words)
    if leads and parties and not sketch.check:
        sketch.ask_only("people")
        for party in parties:
            party.topic = None
    elif "lead" in sketch.topic_names:
        sketch.unexplained.append(sketch.topic_text("lead"))


def still_there(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "was Gerst still on board when ATV-5 undocked": whether he was, at that moment.

    "Gerst on board when ATV-5 docked?" leaves the verb out and asks the same.
    """
    there = sketch.on_board or "there" in sketch.words
    if sketch.slots[0].text == "war" and sketch.on_board:  # "war Gerst an Bord, als ATV-5 kam?"
        sketch.unexplained = [word for word in sketch.unexplained if word != "war"]
        sketch.check = True
    people = [mention.position for mention in sketch.things(knowledge, "person")]
    behind = sketch.slots[1].means("on_board") if len(sketch.slots) > 1 else False
    if people == [0] and behind and sketch.types == ["when"] and not sketch.asks:
        sketch.check = True
    if sketch.check and there and sketch.things(knowledge, "person", "expedition"):
        sketch.unexplained = [word for word in sketch.unexplained if word != "still"]


_SHIPS = {"which_ship", "how", "which"}
_HOMEWARD = {"return", "end", "depart"}


def ships_of_people(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which ship brought Padalka home", "how did Gerst get up there": one of his ships."""
    people = sketch.things(knowledge, "person")
    days = [mention for mention in sketch.mentions if mention.slot.kind == "day"]
    shuttles = [m for m in sketch.mentions if m.things == ("shuttle",)]
    others = [m for m in sketch.mentions if m not in [*people, *days, *shuttles]]
    others = [mention for mention in others if mention.things != ("iss",)]
    asked = sketch.types[-1:] and sketch.types[-1] in _SHIPS
    if sketch.types == ["which"]:  # "what did he come home on", "which shuttle took him home"
        asked = bool(shuttles) or sketch.slots[-1].text in {"on", "in", "with"}
    asked = asked or (sketch.kinds == ["mission"] and sketch.asks == ["expeditions_aboard"])
    moved = len(sketch.topics) == 1 and sketch.topic_names & {"fly", "arrive", "launch", *_HOMEWARD}
    alone = len(people) == 1 and not others and len(days) <= 1 and not sketch.check
    more = sketch.names_covers(knowledge) or sketch.orders or sketch.values or sketch.sequence
    if not (asked and moved and alone) or more or {"while", "when", "during"} & sketch.words:
        return
    home = sketch.topic_names & _HOMEWARD or any(way == "return" for _, way in sketch.directions)
    sketch.ask_only("ship_home" if home else "ship_up")
    sketch.mentions, sketch.kinds, sketch.on_board = [*people, *days], ["person"], False
    sketch.mentioned = ["person"]
    people[0].topic = None
    for day in days:
        day.topic = TopicUse("depart" if home else "arrive", day.position, "")


def stay_in_a_year(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "when was Padalka on the station in 2012": the stay of that time."""
    people = sketch.things(knowledge, "person")
    days = [mention for mention in sketch.mentions if mention.slot.kind == "day"]
    others = [m for m in sketch.mentions if m not in [*people, *days] and m.things != ("iss",)]
    there = sketch.types == ["when"] and sketch.on_board and sketch.topic_names <= {"stay"}
    if len(people) == len(days) == 1 and there and not (others or sketch.kinds or sketch.check):
        sketch.ask_only("at_station")
        sketch.mentions, sketch.on_board = [*people, *days], False
        days[0].topic = TopicUse("stay", days[0].position, "")


def times_aboard(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how many times was Padalka on the ISS": the stays on board, to be counted."""
    people = sketch.things(knowledge, "person")
    others = [m for m in sketch.mentions if m not in people and m.things != ("iss",)]
    often = {"how often", "how many times"} & sketch.words
    station = {"iss", "station", "board", "aboard"}  # in space one may have been elsewhere, too
    there = any(station & set(slot.text.split()) for slot in sketch.slots)
    stays = sketch.topic_names <= {"fly", "stay", "arrive"}
    if often and people and not others and there and stays:
        sketch.asks, sketch.topics, sketch.mentions = ["at_station"], [], people
        sketch.on_board = False


def publisher_of_a_journal(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who publishes Cosmos Express": the club that goes by its journal, and no cover."""
    clubs = sketch.things(knowledge, "party")
    publishes = [use for use in sketch.topics if use.text in {"publish", "publishes"}]
    alone = len(clubs) == len(sketch.mentions) == 1 and len(publishes) == len(sketch.topics) == 1
    told = sketch.names_covers(knowledge) or sketch.asks or sketch.check
    if sketch.types == ["who"] and alone and not told:
        sketch.topics, sketch.types, sketch.wants = [], [], ["describe"]
        clubs[0].topic = None


def who_is(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who is this Michel Vasse I see on Kourou covers": the person, whatever follows."""
    named = sketch.things(knowledge, "person", "party")[:1]
    first = next((n for n, slot in enumerate(sketch.slots) if slot.means("type", "who")), None)
    if not named or first is None or sketch.asks or named[0].attributive:
        return
    between = sketch.slots[first + 1 : named[0].position]
    small = all(slot.sense("article", "filler", "pronoun") for slot in between)
    mine = sketch.mentions[:1] == named and named[0].topic is None
    after = sketch.slots[named[0].position + 1 : named[0].position + 2]
    small = small and all(slot.sense("filler", "preposition", "reports") for slot in after)
    is_asked = sketch.slots[first].text != "who" or any(s.text in {"this", "the"} for s in between)
    if mine and small and is_asked and named[0].position > first and not sketch.on_board:
        sketch.mentions, sketch.topics, sketch.kinds = named, [], []
        sketch.types, sketch.wants = [], ["describe"]


def people_of_agency(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "astronauts of JAXA": its people; with anything else they are not told apart."""
    agencies = sketch.things(knowledge, "party")
    people_of = "person" in sketch.kinds or any(s.text.endswith("nauts of") for s in sketch.slots)
    works = any(use.text in {"works for", "work for", "worked for"} for use in sketch.topics)
    people_of = people_of or (works and "who" in sketch.types)
    listed = people_of and not sketch.check and sketch.topic_names <= {"crew", "operate"}
    crews = sketch.things(knowledge, "expedition")
    listed = listed or (len(crews) == 1 and _is_of_agency(sketch, agencies))
    if listed and len(agencies) == 1 and len(agencies) + len(crews) == len(sketch.mentions):
        sketch.values.append(f"agency={agencies[0].things[0]}")
        sketch.mentions, sketch.topics, sketch.asks = crews, [], []
        sketch.on_board = False
        sketch.kinds = sketch.mentioned = ["person"]
        sketch.types = [kind for kind in sketch.types if kind == "quantity"] or ["which"]
        return
    for mention in agencies:
        following = sketch.slots[mention.position + 1 : mention.position + 2]
        party = knowledge.thing(mention.things[0])
        agency = isinstance(party, Party) and "agency" in party.roles
        people = bool(following) and following[0].means("kind", "person")
        crew = people or "crew" in sketch.topic_names or "people_aboard" in sketch.asks
        if agency and crew:
            sketch.unexplained.append(mention.slot.text)


def _is_of_agency(sketch: Sketch, agencies: list[Mention]) -> bool:
    """As in "which ESA astronaut served on Expedition 40": those of the agency in the crew."""
    after = [sketch.slots[m.position + 1] for m in agencies if m.position + 1 < len(sketch.slots)]
    people = any(slot.means("kind", "person") for slot in after)
    return people and not sketch.check and sketch.topic_names <= {"crew", "fly", "stay", "work"}


def signed_by_members(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "signed by the members of Expedition 31": the signing is asked, not the crew."""
    uses = [use for use in sketch.topics if use.topic == "sign"]
    crews = sketch.things(knowledge, "expedition")
    if uses and crews and "crew" in {*sketch.asks, *sketch.topic_names}:
        crews[-1].topic = uses[-1]
        uses[-1].governs.append(crews[-1])
    if uses:
        sketch.asks = [name for name in sketch.asks if name not in {"crew", "people_aboard"}]
        sketch.drop("crew")


def letters_to(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "letters to Malenchenko": the one whom they were addressed to."""
    if "letter" not in sketch.kinds:
        return
    addressed = {person for cover in knowledge.all(Cover) for person in cover.addressee}
    for mention in sketch.things(knowledge, "person"):
        whom = mention.preposition in {"to", "for"}
        whose = mention.attributive and mention.things[0] in addressed
        if mention.topic is None and (whom or whose):
            mention.topic = TopicUse("address", mention.position, mention.preposition)


def named_after(sketch: Sketch, _: Knowledge) -> None:
    """As in "who was it named after": the name is asked, not a person."""
    if "who" in sketch.types and sketch.topic_names == {"name"}:
        sketch.types.remove("who")


def made_up_a_crew(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who made up Expedition 31?", "the names of Expedition 42": its crew."""
    crews = sketch.things(knowledge, "expedition")
    only = bool(crews) and len(crews) == len(sketch.mentions) and not sketch.kinds
    made_up = sketch.topic_names == {"by"} and "made up" in sketch.words
    names = [text for text in sketch.unexplained if text in {"names", "name"}]
    if only and not sketch.asks and (made_up or (names and not sketch.topics)):
        sketch.ask_only("crew")
        sketch.unexplained = [text for text in sketch.unexplained if text not in names]
        for crew in crews:
            crew.topic = None


def which_agency_issued(sketch: Sketch, _: Knowledge) -> None:
    """As in "which agency issued that one?": the issuer, and nobody's employer."""
    if sketch.asks == ["agency"] and {"by", "issue", "make"} & sketch.topic_names:
        sketch.asks, sketch.types = [], ["who"]


def did_something_for(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "did Erno do anything for ATV-3?": covers, and no flights of Erno's."""
    parties = sketch.things(knowledge, "party")
    flights = sketch.things(knowledge, "mission", "programme")
    does = {"do", "doing", "done", "did"} & sketch.words
    told = sketch.topics or sketch.asks or sketch.types or sketch.kinds
    if sketch.check and does and len(parties) == 1 and flights and not told:
        sketch.kinds = ["cover"]
        sketch.wants = [want for want in sketch.wants if want != "list"]
        parties[0].topic = TopicUse("by", parties[0].position, parties[0].slot.text)


def signed_anything(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "did Kuipers sign anything?": the covers that he signed, and not who he is."""
    people = sketch.things(knowledge, "person", "expedition")
    alone = len(people) == len(sketch.mentions) == 1 and sketch.topic_names == {"sign"}
    told = sketch.kinds or sketch.asks or sketch.types or sketch.values or sketch.pronoun
    acts = alone and people[0].position < sketch.topics[0].position  # not "signed by Kuipers"
    if sketch.check and acts and not told:
        sketch.check, sketch.kinds, sketch.types = False, ["cover"], ["which"]
