"""A text in slots: every word in one of them, and slips mended where that is safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.normalise import normalise, plain, tokenise
from bot.questions.slips import closest_word


@pytest.fixture(scope="module")
def things(annotator):
    """things(text): the ids of the things that a text names, in order."""
    return lambda text: [slot.things for slot in annotator.slots(text) if slot.things]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("ATV-2 covers", ["atv-2"]),
        ("La Marianne and Erno-Philatelie", ["la-marianne", "erno-philatelie"]),
        ("Padalka at Houston", ["padalka", "houston"]),
        ("the octagonal ISS stamp", ["iss-octagon"]),
        ("Progress M1 ships", ["progress-m1"]),  # the variant, no flight no. 1
        ("Expedition 26 and 27", ["expedition-26", "expedition-27"]),
        # slips
        ("jules vern", ["atv-1"]),
        ("La Mariane", ["la-marianne"]),
        ("Padlka", ["padalka"]),
        ("Houstn", ["houston"]),
        ("Koroliov", ["korolev"]),
    ],
)
def test_things_are_found_in_a_text(things, text, named):
    assert things(text) == [(thing,) for thing in named]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("postmaked", "topic", "postmark"),
        ("postmakred", "topic", "postmark"),
        ("autogrpahed", "topic", "sign"),
        ("foldres", "kind", "folder"),
        ("undoked", "topic", "depart"),
    ],
)
def test_slips_in_long_words_are_mended_and_marked(annotator, text, kind, value):
    (slot,) = annotator.slots(text)
    assert slot.means(kind, value)
    assert slot.spelt


@pytest.mark.parametrize(
    "text",
    ["flow", "sing", "poem", "singer", "house", "marine", "weather", "stamps are nice", "kosmo",
     "gagarin", "armstrong", "aldrin"],
)  # fmt: skip
def test_short_or_everyday_words_are_no_slips(annotator, text):
    """ "singer" is no signer, a house not Houston, and nobody's name is another's slip."""
    for slot in annotator.slots(text):
        assert not slot.things
        assert not slot.spelt


@pytest.mark.parametrize(
    "text", ["こうのとり4号機", "SpaceX CRS-5", "Cygnus OA-9E", "Expedition 26", "Progress 59P"]
)
def test_a_designator_is_one_slot_with_all_its_words(annotator, text):
    (slot,) = annotator.slots(text)
    assert len(slot.things) == 1


@pytest.mark.parametrize(
    ("text", "programme"),
    [("ATV-6", "atv"), ("CRS-100", "dragon"), ("M-50M", "progress"), ("NG-99", "cygnus"),
     ("HTV-12", "htv"), ("999P", "progress"), ("OA-1", "cygnus"), ("MS-99", "progress")],
)  # fmt: skip
def test_a_designator_of_a_closed_list_that_has_no_such_flight(annotator, text, programme):
    (slot,) = annotator.slots(text)
    assert (slot.kind, slot.programme, slot.things) == ("no_such", programme, ())


@pytest.mark.parametrize("text", ["Soyuz TMA-04M", "Apollo 15", "Crew-5", "Shenzhou 7"])
def test_another_craft_is_outside_with_its_number(annotator, text):
    (slot,) = annotator.slots(text)
    assert slot.means("outside", "crewed")
    assert slot.number is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("600", 600), ("1,200", 1200), ("1.200", 1200), ("1 200", 1200), ("38/250", 38),
     ("#38/250", 38), ("three", 3), ("12,345,678", 12345678)],
)  # fmt: skip
def test_numbers(annotator, text, number):
    (slot,) = annotator.slots(text)
    assert (slot.kind, slot.number) == ("number", number)


def test_a_day_is_one_slot(annotator):
    day, word = annotator.slots("25.05.2012 covers")
    assert (day.kind, str(day.day.day)) == ("day", "2012-05-25")
    assert word.means("kind", "cover")


def test_the_longest_phrase_wins(annotator):
    """ "print run" is one field; "run" and "print" by themselves mean other things."""
    (slot,) = annotator.slots("print run")
    assert slot.means("ask", "issued")
    fewer, _ = annotator.slots("fewer than 20")
    assert fewer.means("limit", "<")


@given(st.text(max_size=80))
def test_every_word_is_in_one_slot(annotator, text):
    folded = normalise(plain(text))
    slots = annotator.slots(text)
    ends = [slot.end for slot in slots]
    assert all(slot.start < slot.end for slot in slots)
    assert all(end <= slot.start for end, slot in zip(ends, slots[1:], strict=False))
    for token in tokenise(folded):
        assert any(slot.start <= token.start < slot.end for slot in slots), token


@pytest.mark.parametrize(
    ("word", "targets", "closest"),
    [
        ("hosuton", ("houston", "boston"), "houston"),  # two letters swapped are one slip
        ("baikanoor", ("baikonur",), None),  # three slips
        ("baikanur", ("baikonur",), "baikonur"),
        ("postmrakde", ("postmark", "postmarked"), "postmarked"),
        ("couse", ("house", "mouse"), None),  # as near to one as to the other
        ("covert", ("cover", "covers"), "cover"),  # forms of one word: either will do
        ("xxxxx", ("flown",), None),
    ],
)
def test_the_closest_word_is_clear_of_the_next_or_none(word, targets, closest):
    assert closest_word(word, targets) == closest


@pytest.mark.parametrize(("length", "slips"), [(5, 1), (7, 1), (8, 2), (12, 2)])
def test_how_many_slips_are_forgiven(length, slips):
    word = "abcdefghijkl"[:length]
    for wrong in range(4):
        found = closest_word("z" * wrong + word[wrong:], (word,))
        assert (found == word) == (wrong <= slips), wrong
