"""The conditions of a query in words: what was looked for, as an answer repeats it."""

from __future__ import annotations

import re

from bot.answers import say
from bot.answers.sentences import LABELS
from bot.knowledge.base import Knowledge
from bot.knowledge.records import Country
from bot.questions.query import Condition, Query, Want

_CONDITION_WORDS = {
    "about": "of {}",
    "up": "flown on {}",
    "down": "brought back by {}",
    "reached": "that went to {}",
    "by_party": "by {}",
    "issuer": "issued by {}",
    "maker": "with a cachet by {}",
    "maker_country": "by makers in {}",
    "country": "from {}",
    "signed_by": "signed by {}",
    "signer_role": "signed by {} members",
    "marks": "with the {}",
    "strike_place": "postmarked at {}",
    "strike_day": "postmarked {}",
    "up_day": "sent up {}",
    "return_day": "brought back {}",
    "return_place": "that landed at {}",
    "recovered_day": "recovered {}",
    "commemorates": "made for {}",
    "launched": "launched {}",
    "launch_site": "launched from {}",
    "programme": "of {}",
    "carried_in": "carried in {}",
    "commander": "commanded by {}",
    "crew": "with {} in its crew",
    "servicers": "with covers serviced by {}",
    "serviced_at": "with covers serviced at {}",
    "outcome": "with the outcome {}",
    "port": "at {}",
    "arrived": "arrived {}",
    "departed": "departed {}",
    "flew": "flown",
    "at_station": "at the station {}",
    "any_day": "with an event {}",
    "vehicle": "launched by {}",
    "pad": "launched from {}",
    "ended": "ended {}",
    "end_place": "that came down in {}",
    "operator": "of {}",
    "variant": "of {}",
    "how_attached": "{}",
    "end_how": "ended by {}",
    "roles": "known as {}",
    "addressee": "to {}",
    "agency": "of {}",
    "practice_event": "for the event {}",
    "reusable": "being reusable",
    "place": "of {}",
    "looks": 'with "{}" in their looks',
    "begun": "in use {}",
    "form": "that it is a {}",
    "returns_cargo": "bringing cargo back",
}


_TIMES = {
    "docked_for": "at the station for",
    "flight_time": "in flight for",
    "approach": "on the way for",
}


def describe_conditions(knowledge: Knowledge, query: Query) -> str:
    """The conditions of a query in words: "folders, ATV-4, by La Marianne"."""
    form = next((c.text for c in query.where if c.field == "form"), None)
    kind = form or query.kind
    noun = say.word_plural(kind) if kind != "thing" else "that"
    named = [c for c in query.where if c.field == "self" and c.things and c.op == "is"]
    rest = [c for c in query.where if c.field != "form" and c not in named]
    rest = [c for c in rest if c.field != "self"]  # "beside ATV-2" goes without saying
    parts = [part for part in (condition_words(knowledge, c) for c in rest) if part]
    words = _said_once("postmarked", " ".join(parts))
    return f"{_subject(knowledge, noun, named)} {words}".strip()


def _said_once(verb: str, words: str) -> str:
    """As in "postmarked at Houston on 2 November 2012": a verb that two conditions share."""
    shared = re.compile(rf"\b({verb} (?:at|in|on) [^,]+?) {verb} (?=on|in|since|before|after|up)")
    return shared.sub(r"\1 ", words)


# A query of each kind in words, around what it is about: {fields} are the names of its fields.
_QUERY_WORDS: dict[Want, str] = {
    "value": "the {fields} of {things}",
    "total": "the total {fields} of {things}",
    "list": "which {things} there are",
    "count": "how many {things} there are",
    "rank": "{things} in order of {fields}",
    "compare": "{things}, compared by {fields}",
    "elapsed": "the time between {fields} of {things}",
    "check": "whether {things} are {claim}",
    "identify": "what an item may be, of {things}",
    "fits": "whether an item can be so, of {things}",
    "describe": "what is recorded of {things}",
    "define": "what {things} means",
}


def describe_query(knowledge: Knowledge, query: Query) -> str:
    """A whole query in words: "the print run of folders of ATV-4"."""
    fields = [LABELS.get(name, name) for name in query.fields] or ["details"]
    sides = [query.model_copy(update={"where": side}) for side in query.groups]
    things = say.listed(describe_conditions(knowledge, side) for side in (sides or [query]))
    claim = " and ".join(filter(None, (condition_words(knowledge, c) for c in query.claim)))
    pattern = _QUERY_WORDS.get(query.want, "{things}")
    return pattern.format(fields=say.listed(fields), things=things, claim=claim or "on record")


_MOST_NAMED = 3  # things that are named one by one; more of them are "those covers"


def _subject(knowledge: Knowledge, noun: str, named: list[Condition]) -> str:
    """What the conditions are about: the things themselves where the question names them."""
    things = tuple(dict.fromkeys(thing for condition in named for thing in condition.things))
    if not things:
        return noun
    if len(things) > _MOST_NAMED:
        return f"those {noun}"
    return " or ".join(say.name(knowledge, thing) for thing in things)


def condition_words(knowledge: Knowledge, condition: Condition) -> str:
    """One condition in words: "signed by Sergei Revin", "postmarked at Houston"."""
    pattern = _CONDITION_WORDS.get(condition.field, "with {}")
    if condition.op == "recorded":
        told = {"signed_by": "signed", "marks": "marked", "strike_place": "postmarked"}
        told |= {"flew": "that flew", "up": "that flew"}
        told |= {"numbering": "numbered", "servicer": "serviced", "carried_in": "stored"}
        told |= {"by_hand": "steered by hand", "modules": "with a module on board"}
        told |= {"arrived": "that reached the station", "captured": "captured by the arm"}
        told |= {"down": "that came back", "recovered_day": "recovered"}
        return told.get(condition.field, "")
    if condition.op == "is not":
        positive = condition.model_copy(update={"op": "is"})
        return f"without a record of being {condition_words(knowledge, positive)}"
    if condition.things:
        names = [
            "the ISS" if thing == "iss" else say.name(knowledge, thing)
            for thing in condition.things
        ]
        if condition.field == "at_station":
            return f"at the station with {' or '.join(names)}"
        things = [knowledge.get(thing) for thing in condition.things]
        if all(isinstance(thing, Country) for thing in things):
            pattern = pattern.replace("postmarked at", "postmarked in")
        return pattern.format(" or ".join(names))
    if condition.day is not None or (condition.text or "").startswith("--"):
        return pattern.format(_when(condition))
    if condition.query is not None:
        return _query_words(knowledge, condition)
    if condition.number is not None:
        return _number_words(condition)
    text = condition.text or ""
    return pattern.format(say.name(knowledge, text) if text in knowledge else text)


def _number_words(condition: Condition) -> str:
    """A bounded figure or time in words: "of more than 500 pieces", "at the station for ..."."""
    assert condition.number is not None
    signs = {"<": "fewer than ", ">": "more than ", "<=": "at most ", ">=": "at least "}
    sign = signs.get(condition.op, "")
    if condition.field in _TIMES:
        return f"{_TIMES[condition.field]} {sign}{say.plural(condition.number, 'day')}"
    if condition.field == "covers_inside":
        return f"with {sign}{say.plural(condition.number, 'cover')} inside"
    pieces = f"{sign}{say.number(condition.number)} pieces"
    told = {"signed": "signed", "marked": "marked", "postmarked": "postmarked on board"}
    told |= {"numbered": "numbered"}
    word = told.get(condition.field)
    return f"with {pieces} {word}" if word else f"of {pieces}"


def _when(condition: Condition) -> str:
    """The day of a condition in words: "on 1 May 2012", "before 2014", "between 2009 and 2016"."""
    if condition.day is None:
        return f"on {say.day_of_any_year(condition.text or '')}"
    when = say.day(condition.day)
    if condition.op == "between" and condition.until is not None:
        return f"between {when} and {say.day(condition.until)}"
    words = {
        "<": f"before {when}",
        ">": f"after {when}",
        "<=": f"up to {when}",
        ">=": f"since {when}",
    }
    return words.get(condition.op) or say.dated(condition.day)


def _query_words(knowledge: Knowledge, condition: Condition) -> str:
    """A condition with a nested query in words: "at the station when CRS-7 ended"."""
    assert condition.query is not None
    if condition.field in {"covers", "covers_up"}:
        return f"with {describe_conditions(knowledge, condition.query)}"
    things = [t for c in condition.query.where for t in c.things]
    names = say.listed(say.name(knowledge, thing) for thing in things) or "another flight"
    if condition.field == "at_station":
        return f"at the station at the {LABELS[condition.query.fields[0]]} of {names}"
    words = {"<": "before", ">": "after"}.get(condition.op)
    if words is not None:
        event = condition.query.fields[0]
        bound = names if event == "launched" else f"the {LABELS[event]} of {names}"
        return _CONDITION_WORDS.get(condition.field, "launched {}").format(f"{words} {bound}")
    asked = condition.query.fields[0]
    pattern = _CONDITION_WORDS.get(condition.field, "with {}")
    stay = f"during the time of {names} at the station"
    return pattern.format(
        stay if asked == "at_station" else f"on the day of the {LABELS[asked]} of {names}"
    )
