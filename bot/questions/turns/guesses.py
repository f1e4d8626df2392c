"""Turns of phrase on guesses: "on 4 or 5 April", "pad 40 or 39A", "four or five covers".

Whoever gives two guesses, or doubts one, asks what it was: no guess is a condition of what is told.
"""

from __future__ import annotations

from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.questions.sketch import Sketch

_GUESSED = {"launch", "arrive", "depart", "end"}


def day_of_two(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "was it 4 or 5 April that ATV-1 docked?": when it was is asked."""
    guesses = [m for m in sketch.mentions if m.slot.kind in {"day", "number"}]
    flights = sketch.things(knowledge, "mission")
    event = len(sketch.topics) == 1 and sketch.topic_names <= _GUESSED
    alone = len(flights) == 1 and len(sketch.mentions) == len(flights) + len(guesses)
    if not (sketch.check and sketch.alternative and event and alone) or len(guesses) < len("ab"):
        return
    sketch.mentions, sketch.check, sketch.alternative = flights, False, False
    sketch.types = ["when"]


def one_of_two_values(sketch: Sketch, _: Knowledge) -> None:
    """As in "from which pad did CRS-10 start, 40 or 39A?": which one it was is asked."""
    asked = [m for m in sketch.mentions if m.slot.value and m.slot.value[0] in sketch.asks]
    if not asked or not sketch.alternative:
        return
    guesses = [*asked, *(m for m in sketch.mentions if m.slot.kind == "number")]
    sketch.mentions = [mention for mention in sketch.mentions if mention not in guesses]
    sketch.alternative = False


def two_days(sketch: Sketch, _: Knowledge) -> None:
    """As in "on 24 or 25 February": of two guesses neither may be dropped."""
    days = [mention for mention in sketch.mentions if mention.slot.kind == "day"]
    for first, second in pairwise(days):
        between = sketch.slots[first.position + 1 : second.position]
        if any(slot.means("alternative") for slot in between) and sketch.check:
            sketch.unexplained.append(f"{first.slot.text} or {second.slot.text}")


def came_down_in_which(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "CRS-32 splashdown: Gulf or Pacific?": where it came down is asked."""
    waters = [
        mention
        for mention in sketch.things(knowledge, "place")
        if getattr(knowledge.thing(mention.things[0]), "country", None) is None
    ]
    flights = sketch.things(knowledge, "mission")
    ends = sketch.topic_names and sketch.topic_names <= {"end", "return"}
    if sketch.alternative and ends and flights and len(waters) == len("ab"):
        sketch.mentions = [mention for mention in sketch.mentions if mention not in waters]
        sketch.ask_only("end_place")
        sketch.check = False


def number_to_check(sketch: Sketch, _: Knowledge) -> None:
    """As in "it has four covers inside, how many should there be?": four is what is doubted."""
    if sketch.types == ["quantity"] and "covers_inside" in sketch.asks:
        sketch.mentions = [m for m in sketch.mentions if m.slot.kind != "number"]


def which_of_two_numbers(sketch: Sketch, knowledge: Knowledge) -> None:
    """As in "four or five covers in the ATV-1 folder?": how many, and neither is a condition."""
    numbers = [mention for mention in sketch.mentions if mention.slot.kind == "number"]
    places = sorted(mention.position for mention in numbers)
    two = len(numbers) > 1 and any(
        sketch.slots[place + 1].means("alternative") and place + 2 in places
        for place in places[:-1]
    )
    if not two or not sketch.check or not sketch.names_covers(knowledge):
        return
    sketch.mentions = [mention for mention in sketch.mentions if mention not in numbers]
    sketch.check, sketch.alternative, sketch.types = False, False, ["quantity"]
    if sketch.words & {"kg", "kilo", "kilos", "kilograms"}:
        sketch.ask_only("weight")
    elif set(sketch.kinds) == {"cover", "folder"}:
        sketch.ask_only("covers_inside")


_THERE = {"there", "was there", "were there", "are there", "is there"}


def number_of_losses(sketch: Sketch, _: Knowledge) -> None:
    """As in "weren't there two Cygnus losses?": a guess at a number that is counted."""
    numbers = [mention for mention in sketch.mentions if mention.slot.kind == "number"]
    told = sketch.topics or sketch.asks or sketch.limit_words or sketch.on_board or sketch.types
    lost = sketch.values == ["outcome=lost"] and len(numbers) == 1 and bool(_THERE & sketch.words)
    if sketch.check and lost and not told:
        sketch.mentions.remove(numbers[0])
        sketch.check, sketch.negations, sketch.types = False, [], ["quantity"]
        sketch.kinds = ["mission"]
