"""Saying why a question is not answered: what is unknown, which there are, what may be meant."""

from __future__ import annotations

from bot.answers import say
from bot.answers.answer import Choice
from bot.answers.conditions import describe_query
from bot.answers.draft import Draft
from bot.answers.sentences import (
    MEANING,
    NOT_UNDERSTOOD,
    OFFER,
    OFFERED,
    OUTSIDE,
    PRONOUN,
    TALK,
    TOO_LONG,
    UNKNOWN,
)
from bot.knowledge.base import Knowledge
from bot.knowledge.facts import Fact
from bot.knowledge.records import Cover, Programme
from bot.questions.names import names_of
from bot.questions.normalise import words_of
from bot.questions.query import Trouble

_MOST_COVERS = 5  # that are named of another craft

# Troubles whose reason is a word of our own rather than one of the question's.
_SENTENCES = {
    ("too long",): TOO_LONG,
    ("meaning",): MEANING,
    ("pronoun",): PRONOUN,
    ("talk",): TALK,
    (): NOT_UNDERSTOOD,
}


def explain_trouble(knowledge: Knowledge, trouble: Trouble, draft: Draft) -> None:
    """Fill `draft` with one or two helpful sentences; nothing for what is ignored."""
    if trouble.status == "ignored":
        return
    if trouble.status == "ambiguous":
        _ask_back(knowledge, trouble, draft)
    elif trouble.among_others and trouble.programme is None and trouble.words not in _SENTENCES:
        draft.say(_not_understood(trouble))
    elif trouble.words in _SENTENCES:
        draft.say(_SENTENCES[trouble.words])
    elif trouble.offers:
        draft.say(_not_understood(trouble))
        _say_near(knowledge, trouble, draft)
        draft.say(OFFER.format(question=describe_query(knowledge, trouble.offers[0].query)))
        draft.choices.insert(0, Choice(label=OFFERED, question=trouble.offers[0].text))
    elif trouble.programme == "crewed":
        _another_craft(knowledge, trouble, draft)
    elif trouble.programme in OUTSIDE:
        draft.say(OUTSIDE[trouble.programme])
    elif trouble.programme is not None:
        _no_such_flight(knowledge, trouble, draft)
    else:
        _say_strange(trouble, draft)
        _say_near(knowledge, trouble, draft)


def _typed(trouble: Trouble) -> tuple[str, ...]:
    """The words of a trouble as they were typed, each run by itself."""
    return trouble.words if trouble.typed is None else trouble.typed


def _not_understood(trouble: Trouble) -> str:
    """As in 'I did not understand "rum".'; which words it were is not said where none stand so."""
    typed = _typed(trouble)
    return f"I did not understand {say.each_quoted(typed)}." if typed else NOT_UNDERSTOOD


def _say_strange(trouble: Trouble, draft: Draft) -> None:
    """What is not known: one run of words in the place of a name, or words here and there."""
    typed = _typed(trouble)
    if trouble.status == "unknown_subject" and len(typed) == 1:
        draft.say(UNKNOWN.format(words=say.quoted(*typed)))
    elif typed:
        draft.say(f"{_not_understood(trouble)} {NOT_UNDERSTOOD}")
    else:
        draft.say(NOT_UNDERSTOOD)


def _say_near(knowledge: Knowledge, trouble: Trouble, draft: Draft) -> None:
    """The names that a strange word comes near to: offered, never taken for what was meant."""
    if not trouble.near:
        return
    names = [say.name(knowledge, thing) for thing in trouble.near]
    draft.say(f"Did you mean {' or '.join(names)}?")
    draft.choices += [
        Choice(label=name, question=trouble.template.replace("{}", knowledge.name_of(thing)))
        for name, thing in zip(names, trouble.near, strict=True)
    ]


def _another_craft(knowledge: Knowledge, trouble: Trouble, draft: Draft) -> None:
    """A ship that is not ours: which covers made for it or carried by it are on record, if any."""
    words = say.quoted(*_typed(trouble))
    covers = [cover for cover in knowledge.all(Cover) if _is_of_craft(cover, trouble.words)]
    draft.say(OUTSIDE["crewed"].format(words=words))
    if covers:
        names = [say.name(knowledge, cover.id) for cover in covers[:_MOST_COVERS]]
        draft.say(f"On record here with it: {say.listed(names)}.")
        draft.about(*[cover.id for cover in covers[:_MOST_COVERS]])


def _is_of_craft(cover: Cover, words: tuple[str, ...]) -> bool:
    """Whether a cover bears the name of a craft, or a craft carried it up or down."""
    wanted = f" {' '.join(words_of(' '.join(words)))} "
    crafts = [leg.craft for leg in cover.legs if leg.craft]
    return any(wanted in f" {' '.join(words_of(text))} " for text in [*names_of(cover), *crafts])


def _ask_back(knowledge: Knowledge, trouble: Trouble, draft: Draft) -> None:
    names = [say.name(knowledge, thing) for thing in trouble.choices[:10]]
    draft.say(f"Which one do you mean: {' or '.join(names)}?")
    draft.choices += [
        Choice(label=name, question=trouble.template.format(knowledge.name_of(thing)))
        for name, thing in zip(names, trouble.choices, strict=False)
    ]
    draft.about(*trouble.choices[:10])


def _no_such_flight(knowledge: Knowledge, trouble: Trouble, draft: Draft) -> None:
    """A designator of a closed list: say which flights there are."""
    programme = str(trouble.programme)
    missions = knowledge.missions_of(programme)
    word = say.quoted(*trouble.words)
    if not missions:
        draft.say(f"I have nothing recorded under {word}.")
        return
    missing = _why_missing(knowledge, trouble)
    if missing is not None:
        draft.say(f"No flight to the ISS bears the number {word}: {missing.value}.")
        draft.add_context([missing])
        return
    name = knowledge.name_of(programme)
    if len(missions) <= 10:
        listed = say.listed(mission.name for mission in missions)
        draft.say(
            f"There is no {word} on record here. {name} flew {len(missions)} times: {listed}."
        )
        return
    first, last = missions[0].name, missions[-1].name
    draft.say(
        f"There is no {word} on record here. I know {len(missions)} flights of {name} to the ISS, "
        f"from {first} to {last}."
    )


def _why_missing(knowledge: Knowledge, trouble: Trouble) -> Fact | None:
    """Why a number of a series is missing, as recorded: NG-22 never flew; None for no reason."""
    programme = knowledge.thing(str(trouble.programme))
    words = words_of(" ".join(trouble.words))
    asked = {"-".join(words), "".join(words)}
    for numbering in programme.numbering if isinstance(programme, Programme) else ():
        for number, why in numbering.missing.items():
            if asked & _spellings(numbering.written(number)):
                return Fact(programme.id, "numbering", why, numbering.source or programme.source)
    return None


def _spellings(thing_id: str) -> set[str]:
    """The ways to write the id of a flight, with and without its line: "cygnus-ng-22", "ng22".

    Not run together where that is another number: M1-5 is not M-15.
    """
    words = words_of(thing_id)
    told = {"-".join(words), "-".join(words[1:])}
    if not words[-2][-1].isdigit():
        told |= {"".join(words), "".join(words[1:])}
    return told
