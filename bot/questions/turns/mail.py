"""Turns of phrase on mail under way: taken out, handed over, kept in a bag, written to somebody."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import facts_of
from bot.knowledge.records import Cover
from bot.questions.sketch import Mention, Sketch, TopicUse

_TAKES = {"take", "took", "taken", "get", "got"}


def taken_out(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "when did they take the mail out of Leonardo": its recovery, and not its flight."""
    if not sketch.names_covers(knowledge):
        return
    for use in sketch.topics:
        behind = sketch.slots[use.position + 1 :]
        out = any(a.text == "out" and b.text == "of" for a, b in pairwise(behind))
        if use.topic == "fly" and use.text in _TAKES and (out or "out of" in sketch.words):
            use.topic = "recover"


def pieces_of_mail(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "how many pieces did ATV-1 mail have": those that were carried."""
    mail = {"mail", "post"} & sketch.words and "quantity" in sketch.types
    flights = sketch.things(knowledge, "mission")
    told = sketch.topics or sketch.asks or sketch.check
    if mail and len(flights) == len(sketch.mentions) == 1 and not told:
        sketch.topics.append(TopicUse("fly", len(sketch.slots) - 1, "carried"))


def handed_to(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "to whom was the mail of ATV-1 handed": the note on the handing over says it."""
    received = {"received", "receive", "receives"} & sketch.words
    mail = sketch.names_covers(knowledge) and "who" in sketch.types
    if mail and (sketch.topic_names == {"hand_over"} or (received and not sketch.topics)):
        sketch.unexplained = [word for word in sketch.unexplained if word not in received]
        sketch.mentions = [m for m in sketch.mentions if m not in sketch.things(knowledge, "place")]
        sketch.ask_only("handed_place")


_BY_HAND = {
    "carry",
    "carried",
    "take",
    "took",
    "taken",
    "bring",
    "brought",
    "flew",
    "haul",
    "hauled",
}


def carried_by_whom(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "who carried the mail of ATV-1 into the station": a member of the crew."""
    who = sketch.types == ["who"] or (sketch.types == ["which"] and "person" in sketch.kinds)
    carried = [
        use
        for use in sketch.topics
        if use.topic == "recover" or (use.topic == "fly" and use.text in _BY_HAND)
    ]
    alone = len(carried) == len(sketch.topics) == 1 and not carried[0].attributive
    told = sketch.things(knowledge, "person", "expedition", "module")  # "out of Leonardo"
    if who and alone and sketch.names_covers(knowledge) and not told:
        sketch.ask_only("carried_by")
        sketch.kinds = [kind for kind in sketch.kinds if kind != "person"]
        for mention in sketch.mentions:
            mention.topic = None


_ENDED_UP = {"end up", "ended up", "wind up", "wound up"}


def ended_up(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "where did the ATV-1 mail end up?": where it was handed over; of ships, the end."""
    if not _ENDED_UP & sketch.words or "where" not in sketch.types or sketch.check:
        return
    if sketch.names_covers(knowledge) or "bag" in sketch.words:
        sketch.ask_only("handed_place")
    elif sketch.things(knowledge, "mission"):
        sketch.ask_only("end_place")
    else:
        sketch.unexplained += sorted(_ENDED_UP & sketch.words)


def packed_where(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "where were the covers packed", "when was the mail loaded": a stage of the way."""
    packed = any(use.text.startswith("pack") for use in sketch.topics)
    loaded = "loaded" in sketch.unexplained or {"load", "loaded"} & sketch.words
    if not sketch.names_covers(knowledge) or len(sketch.topics) > 1:
        return
    if packed and sketch.types == ["which"]:
        sketch.ask_only("carried_in")  # "what was it packed in"
    elif sketch.types == ["where"] and packed:
        sketch.ask_only("packed_day")
    elif sketch.types == ["when"] and loaded and not sketch.topics:
        sketch.unexplained = [word for word in sketch.unexplained if word != "loaded"]
        sketch.ask_only("loaded_day")


def bag_of(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "was the bag of ATV-1 in Leonardo": the mail in it, and not the ship."""
    bag = {"bag", "mail bag", "mailbag", "postbag", "post bag"} & sketch.words
    flights = sketch.things(knowledge, "mission")
    if not bag or not flights or sketch.names_covers(knowledge):
        return
    bags = _bags_of(flights[0].things, knowledge)
    only = len(flights) == len(sketch.mentions) == 1 and not (sketch.topics or sketch.asks)
    if sketch.wants == ["describe"] and only and bags:  # "tell me about the mail bag of ATV-1"
        flights[0].slot = replace(flights[0].slot, things=bags)
        return
    sketch.kinds.append("cover")


def _bags_of(flights: tuple[str, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """The mail that flights carried, as a whole."""
    return tuple(
        cover.id
        for cover in knowledge.all(Cover)
        if cover.kind == "consignment"
        and {str(fact.value) for fact in facts_of(knowledge, cover, "up")} & set(flights)
    )


def got_to(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "when did the mail get to Bremen": when it was handed over there."""
    places = [m for m in sketch.things(knowledge, "place") if m.preposition == "to"]
    arrives = {"get", "got", "come", "came", "reach", "reached", "go", "went"} & sketch.words
    back = [use for use in sketch.topics if use.topic == "return"]
    if sketch.types != ["when"] or not (places and (arrives or back)):
        return
    if len(sketch.topics) > len(back):
        return
    sketch.topics = []
    if sketch.kinds[:1] == ["cover"]:
        use = TopicUse("hand_over", places[0].position - 1, "get to", governs=[places[0]])
        sketch.topics.append(use)
        places[0].topic = use


def what_contains(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "what contains the Proxima diptych", "what was in the ATV-1 bag": what is in it."""
    whole = [
        mention
        for mention in sketch.things(knowledge, "cover")
        if getattr(knowledge.thing(mention.things[0]), "kind", "") in {"folder", "consignment"}
    ]
    alone = len(whole) == len(sketch.mentions) == 1 and not sketch.check
    inside = [use for use in sketch.topics if use.topic == "contain"]
    opens = sketch.types == ["which"] or any(use.text.startswith("what") for use in inside)
    if not (alone and opens and len(inside) == len(sketch.topics) == 1):
        return
    whole[0].topic = None
    if getattr(knowledge.thing(whole[0].things[0]), "kind", "") == "folder":
        sketch.ask_only("contains", "covers_inside")
    else:  # a bag of mail
        sketch.topics, sketch.types, sketch.wants = [], [], ["describe"]


_HOLDS = {"has", "have", "had", "hold", "holds", "contain", "contains", "include", "includes"}


def folders_with(sketch: Sketch, _: Knowledge) -> None:
    """As in "folders with more than 3 covers", "which folder has 4": how many are in each."""
    numbers = [mention for mention in sketch.mentions if mention.slot.kind == "number"]
    both = sketch.kinds[:2] == ["folder", "cover"] and len(numbers) == 1 and not sketch.asks
    holds = "with" in sketch.words or (_HOLDS & sketch.words and not sketch.check)
    for number, kind in pairwise(sketch.slots) if both and holds else []:
        if number.kind == "number" and kind.means("kind", "cover"):
            numbers[0].ask = "covers_inside"
            sketch.kinds = ["folder"]
            sketch.topics = [use for use in sketch.topics if use.topic not in {"contain", "held"}]


def in_the_folder(sketch: Sketch, _: Knowledge) -> None:
    """As in "which covers are in the ATV-2 folder", "covers in the folder": what it contains."""
    told = sketch.check or sketch.asks or sketch.topics or sketch.orders
    if sketch.kinds[:2] != ["cover", "folder"] or told:
        return
    place = next(n for n, slot in enumerate(sketch.slots) if slot.means("kind", "folder"))
    inside = {"in", "inside", "within", "with"} & {slot.text for slot in sketch.slots[:place]}
    bare = not sketch.types and sketch.slots[0].means("kind", "cover") and "with" not in inside
    if inside and (sketch.types == ["which"] or bare):
        sketch.asks, sketch.kinds, sketch.types = ["contains"], ["folder"], []


def for_whom(sketch: Sketch, _: Knowledge) -> None:
    """As in "who were the letters for", "to whom was the mail": whom they were addressed to."""
    last = sketch.slots[-1].text
    whom = {"to whom", "for whom"} & sketch.words or any(
        first.text in {"to", "for"} and second.text == "whom"
        for first, second in pairwise(sketch.slots)
    )
    mail = "letter" in sketch.kinds or "mail" in sketch.words
    on_it = [use for use in sketch.topics if use.text not in {"on", "aboard"}]
    if mail and "who" in sketch.types and (whom or last in {"for", "to"}) and not on_it:
        sketch.asks.append("addressee")
        sketch.types.remove("who")


def return_of_mail(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "the return of the ATV-1 mail": mail of that flight, brought down by another."""
    if not sketch.names_covers(knowledge):
        return
    for mention in sketch.things(knowledge, "mission"):
        use = mention.topic
        of_it = mention.attributive and mention.preposition == "of"
        if use is not None and use.topic == "return" and of_it:
            mention.topic = None
            use.governs.remove(mention)


def landed_covers(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "which covers landed at KSC": where they came down."""
    if not sketch.names_covers(knowledge):
        return
    for use in sketch.topics:
        if use.topic == "end" and use.text.startswith(("land", "splash")):
            use.topic = "return"


def makes_cachets(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "does Chizhov make Progress cachets", "makers of ATV cachets": of a line in general."""
    lines = sketch.things(knowledge, "programme")
    makers = sketch.things(knowledge, "party", "person")
    made = bool(sketch.topic_names) and sketch.topic_names <= {"make", "by"}
    cachets = made and "cachets" in sketch.words and not _FORMS & set(sketch.kinds)
    cachets = cachets or (made and sketch.kinds == ["cover"] and _has_no_maker(lines, knowledge))
    if len(lines) != 1 or not cachets:
        return
    if sketch.check and len(makers) == 1 and len(sketch.mentions) == len("ab"):
        sketch.asks, sketch.topics, sketch.kinds = ["cachet_makers"], [], ["programme"]
        for mention in sketch.mentions:
            mention.topic = None
    elif not makers and len(sketch.mentions) == 1 and {"party", "cover"} & set(sketch.kinds):
        sketch.ask_only("cachet_makers")
        sketch.kinds = []


_MAKERS = {"maker", "makers", "cachet maker", "cachet makers", "cachetmaker", "cachetmakers"}


def which_makers(sketch: Sketch, _: Knowledge) -> None:
    """As in "which cachet makers made Dragon covers": who did, and not which covers."""
    asked = [use for use in sketch.topics if use.text in _MAKERS and use.position == 1]
    if sketch.types != ["which"] or not asked or sketch.check:
        return
    sketch.types = ["who"]
    others = [use for use in sketch.topics if use.topic in {"make", "by"} and use not in asked]
    if others:
        sketch.topics.remove(asked[0])


_FORMS = {"cover", "folder", "card"}


def _has_no_maker(lines: list[Mention], knowledge: Knowledge) -> bool:
    """Whether of no cover of a line a maker is on record: only those of the line in general."""
    names = {mention.things[0] for mention in lines}
    names |= {flight.id for line in [*names] for flight in knowledge.missions_of(line)}
    return not any(
        facts_of(knowledge, cover, "by_party")
        for cover in knowledge.all(Cover)
        if any(fact.value in names for fact in facts_of(knowledge, cover, "about"))
    )


def issuer_of(sketch: Sketch, _: Knowledge) -> None:
    """As in "issuer of the flown card": who issued it, and not how many."""
    issuers = {"issuer", "issuers", "publisher", "issuer of", "publisher of"}
    if any(use.text in issuers for use in sketch.topics) and not (sketch.types or sketch.asks):
        sketch.types = ["who"]
