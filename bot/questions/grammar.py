"""The grammar: from the sketch of a question to a Query, or to the trouble that it is in."""

from __future__ import annotations

from collections.abc import Callable

from bot.knowledge.base import Knowledge
from bot.questions.conditions import SELF
from bot.questions.overlooked import overlooked
from bot.questions.query import Query, Trouble
from bot.questions.question import Question
from bot.questions.readings.asking import read_value
from bot.questions.readings.checking import read_check
from bot.questions.readings.claiming import read_claims
from bot.questions.readings.commanding import read_commanding
from bot.questions.readings.comparing import read_before_event, read_comparison, read_ranking
from bot.questions.readings.describing import read_names
from bot.questions.readings.elapsing import read_elapsed
from bot.questions.readings.happening import read_happening
from bot.questions.readings.identifying import read_described, read_postmark_of_what
from bot.questions.readings.meanwhile import read_meanwhile
from bot.questions.readings.outnumbering import read_outnumbering
from bot.questions.readings.postmarks import (
    read_fits,
    read_identification,
    read_right_postmark,
)
from bot.questions.readings.servicing import read_servicing
from bot.questions.readings.spanning import read_spanning
from bot.questions.readings.tallying import read_tally
from bot.questions.readings.travelling import read_crew_of, read_travelling
from bot.questions.sketch import Sketch
from bot.questions.turns import take_turns

Reading = Callable[[Question], Query | Trouble | None]


def _read_meta(q: Question) -> Query | None:
    """As in "help" and "where is that from": about the bot itself."""
    if _is_meta(q.sketch):
        return Query.model_validate({"want": q.sketch.wants[0]})
    return None


def _is_meta(sketch: Sketch) -> bool:
    """Whether it is about the bot, and not "for the reference page: all the lost ships"."""
    if not sketch.wants or sketch.mentions:
        return False
    lists = sketch.wants[0] == "sources" and "list" in sketch.wants and bool(sketch.values)
    return sketch.wants[0] in {"help", "sources"} and not lists


# Tried in this order; the first reading that is not None counts, and the last one always reads.
READINGS: tuple[Reading, ...] = (
    _read_meta,
    read_names,
    read_fits,
    read_right_postmark,
    read_identification,
    read_tally,
    read_before_event,
    read_comparison,
    read_check,
    read_ranking,
    read_happening,
    read_value,
)

# Each reads a sentence only as a whole, every word with its part in it.
WHOLES: tuple[Callable[[Sketch, Knowledge], Query | None], ...] = (
    read_meanwhile,
    read_commanding,
    read_travelling,
    read_crew_of,
    read_spanning,
    read_claims,
    read_outnumbering,
    read_servicing,
    read_postmark_of_what,
    read_described,
)


def read_sketch(sketch: Sketch, knowledge: Knowledge) -> Query | Trouble:
    """The one reading of a question, or why there is none."""
    reading = _read_sketch(sketch, knowledge)
    return _of_none(reading, sketch.slots[0].text) if sketch.none_so else reading


def _of_none(reading: Query | Trouble, opening: str) -> Query | Trouble:
    """As in "no Progress was lost": read as though one was, and then denied."""
    if isinstance(reading, Trouble):
        return reading
    conditions = (*reading.where, *reading.claim)
    bare = all(c.field == SELF for c in conditions)  # "nothing flew on CRS-2"
    denies = any(c.op == "is not" for c in conditions)
    of_a_flight = reading.kind == "mission" and opening == "nothing"  # nothing of its mail, maybe
    if reading.want not in {"check", "list"} or denies or bare or of_a_flight:
        return Trouble(status="not_understood", words=("no",))
    return reading.model_copy(update={"want": "check", "denied": True, "existing": False})


def _read_sketch(sketch: Sketch, knowledge: Knowledge) -> Query | Trouble:
    # before the turns of phrase, which take such sentences to pieces
    if sketch.none_so:
        sketch.check = True
    readings_of_all = (read(sketch, knowledge) for read in WHOLES)
    whole = next((found for found in readings_of_all if found is not None), None)
    if sketch.slots:
        take_turns(sketch, knowledge)
    whole = whole or read_elapsed(sketch, knowledge)
    if whole is not None:  # nothing is left out of it, so no guard need look
        return whole
    trouble = _trouble(sketch, knowledge)
    if trouble is not None:
        return trouble
    question = Question(sketch, knowledge)
    readings = (read(question) for read in READINGS)
    return next(
        (found for found in readings if found is not None), Trouble(status="not_understood")
    )


def _trouble(sketch: Sketch, knowledge: Knowledge) -> Trouble | None:
    """What makes a question unanswerable whatever it asks."""
    if _is_meta(sketch):
        return None
    for slot in sketch.slots:
        if slot.kind == "no_such":
            return Trouble(status="unknown_subject", words=(slot.text,), programme=slot.programme)
    if sketch.outside:
        slot = sketch.outside[0]
        topic = slot.senses[0].value
        status = "unknown_subject" if topic == "crewed" else "not_understood"
        return Trouble.model_validate({"status": status, "words": (slot.text,), "programme": topic})
    if sketch.unexplained:
        return _unexplained(sketch)
    unheard = _unheard(sketch) or overlooked(sketch, knowledge)
    return Trouble(status="not_understood", words=(unheard,)) if unheard else None


def _unheard(sketch: Sketch) -> str:
    """A negation or an "only" that no reading would take up; "talk" where nothing is asked."""
    bare = [use for use in sketch.topics if use.negated and not use.governs]
    if [use.topic for use in bare] == ["arrive"]:  # never reached the station: lost on the way
        sketch.values.append("outcome=lost")
        sketch.topics = [use for use in sketch.topics if use not in bare]
        sketch.negations.clear()
    elif bare and not sketch.check:  # what is not recorded is not known to be absent
        return f"not {bare[0].text}"
    numbers = any(mention.slot.kind == "number" for mention in sketch.mentions)
    narrowing = sketch.pronoun or (sketch.kinds and not sketch.mentions)  # "only the cards"
    if sketch.only and not (numbers or narrowing or sketch.narrows):
        return "only"
    return sketch.unheard_negation() or ("talk" if _is_talk(sketch) else "")


def _is_talk(sketch: Sketch) -> bool:
    """Whether somebody tells something about themselves instead of asking."""
    asks = sketch.types or sketch.check or sketch.asks or sketch.wants or sketch.asks_back
    dated = any(mention.slot.kind == "day" for mention in sketch.mentions)
    described = dated and any(use.topic == "postmark" for use in sketch.topics)
    return sketch.first_person and not asks and not described


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
