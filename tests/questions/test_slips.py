"""Slips in short words, what a phone makes of ours, and words run together."""

import pytest

from bot.questions.names import NameIndex
from bot.questions.slips import Mender
from bot.questions.vocabulary import vocabulary


@pytest.fixture(scope="module")
def mend(knowledge):
    return Mender(vocabulary(), NameIndex(knowledge)).mend


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("covr", "cover"),  # a letter left out
        ("flwn", "flown"),
        ("whoo", "who"),  # one doubled
        ("nmae", "name"),  # two swapped
        ("crad", "card"),
        ("daet", "date"),
        ("sined", "signed"),  # or singed, which says the same; sized is an everyday word
    ],
)
def test_the_commonest_slips_are_mended_in_short_words(mend, slip, meant):
    assert mend(slip) == meant or vocabulary().phrases[mend(slip),] == vocabulary().phrases[meant,]


@pytest.mark.parametrize(
    "word",
    [
        "rover",  # words of English
        "rum",
        "flow",
        "nver",  # would deny
        "thre",  # would be a figure
        "roht",  # would be a name
        "covx",  # another letter in place of one
        "wenn",  # a word of another language
        "caro",
        "isss",
    ],
)
def test_no_other_short_word_is_a_slip(mend, word):
    assert mend(word) == word


@pytest.mark.parametrize(
    ("text", "rightly"),
    [
        ("crs7 covr signed by who", "CRS-7 cover signed by who"),
        ("whoo signed the CRS-7 cover", "who signed the CRS-7 cover"),
        ("ATV-2 lunch date", "ATV-2 launch date"),
        ("when was the lunch of ATV-4", "when was the launch of ATV-4"),
        ("lunch site of HTV-4", "launch site of HTV-4"),
        ("ATV-2 folder print rum", "ATV-2 folder print run"),
        ("who drawed the Progress cachets", "who drew the Progress cachets"),
        ("where were the ATV-3 covers stempled", "where were the ATV-3 covers postmarked"),
        ("isnt M-27M lost", "isn't M-27M lost"),
        ("whos the commander of Expedition 31", "who's the commander of Expedition 31"),
        ("didnt the CRS-7 cover fly", "didn't the CRS-7 cover fly"),
        ("as far as recorded, how many ATV-2 covers flew", "how many ATV-2 covers flew"),
        ("who is Mr Vasse", "who is Vasse"),
        ("georges le maitre docking date", "Georges Lemaitre docking date"),
        ("julesverne docking date", "Jules Verne docking date"),
        ("Erno Filatelia ATV-2 cards", "Erno-Philatelie ATV-2 cards"),
        ("mercury7 cover signed by", "Mercury-7 cover signed by"),
        ("when did kounotory-2 launch", "when did HTV-2 launch"),
        ("how many covers flew on atv three", "how many covers flew on ATV-3"),
        ("did the atv one mail come back with the shuttle",
         "did the ATV-1 mail come back with the shuttle"),
        ("crew of Expedition thirty one", "crew of Expedition 31"),
        ("ATV two covers", "ATV-2 covers"),
        ("how many covers flew on ATV one and ATV two", "how many covers flew on ATV-1 and ATV-2"),
    ],
)  # fmt: skip
def test_a_slip_asks_what_was_meant(told, text, rightly):
    assert told(text).text == told(rightly).text


@pytest.mark.parametrize(
    "text",
    [
        "what was served for lunch on the day of the ATV-2 folder",
        "who had lunch with Padalka",
        "did the ducks fly on ATV-2",
        "when did cygnus one dock",  # no flight is called so
        "which covers did Roht make",
        "was the cover nver signed",
        "wenn ATV-3 startet",
    ],
)
def test_what_is_no_slip_is_not_answered(told, text):
    assert told(text).status not in {"answered", "not_recorded"}


@pytest.mark.parametrize(
    "text", ["the ATV one", "which ATV one was the first", "did each ATV one carry covers"]
)
def test_one_of_the_covers_is_no_first_flight(annotator, text):
    assert all("atv-1" not in slot.things for slot in annotator.slots(text))


def test_a_flight_in_words_that_there_is_not_is_none(annotator):
    (slot,) = annotator.slots("ATV nine")
    assert (slot.kind, slot.programme) == ("no_such", "atv")
