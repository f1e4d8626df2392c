"""The words of questions: data that the grammar can rely on."""

import pytest

from bot.knowledge.fields import FIELDS
from bot.questions.normalise import words_of
from bot.questions.vocabulary import Sense, Vocabulary, vocabulary

TOPICS = {topic for field in FIELDS.values() for topic in field.topics}


def senses(phrase):
    return vocabulary().phrases.get(words_of(phrase), ())


@pytest.mark.parametrize(
    ("phrase", "sense"),
    [
        ("print run", Sense("ask", "issued")),
        ("Print-Run", Sense("ask", "issued")),
        ("tirage", Sense("ask", "issued")),
        ("how many", Sense("type", "quantity")),
        ("postmarked", Sense("topic", "postmark")),
        ("autographed", Sense("topic", "sign")),
        ("folders", Sense("kind", "folder")),
        ("rarest", Sense("order", "smallest")),
        ("fewer than", Sense("limit", "<")),
        ("second", Sense("ordinal", "2")),
        ("price", Sense("outside", "price")),
    ],
)
def test_a_collectors_word_has_its_meaning(phrase, sense):
    assert sense in senses(phrase)


def test_marked_is_not_postmarked():
    """The octagonal seal is a souvenir mark: no word may mean both."""
    both = {Sense("topic", "mark"), Sense("topic", "postmark")}
    assert [phrase for phrase, found in vocabulary().phrases.items() if both <= {*found}] == []


def test_every_phrase_can_be_met_in_a_text():
    """A key is what a text is cut into; one written otherwise would never be found."""
    for key in vocabulary().phrases:
        assert words_of(" ".join(key)) == key


def test_every_field_named_by_a_phrase_exists():
    named = {
        name
        for found in vocabulary().phrases.values()
        for sense in found
        if sense.kind == "ask"
        for name in sense.value.split()
    }
    assert named <= {name for _, name in FIELDS}


def test_every_value_named_by_a_phrase_is_of_a_field_that_exists():
    named = {
        sense.value.partition("=")[0]
        for found in vocabulary().phrases.values()
        for sense in found
        if sense.kind == "value"
    }
    assert named
    assert named <= {name for _, name in FIELDS}


def test_each_topic_of_the_words_is_in_the_field_table():
    """ "carry" is told apart by its direction: it becomes fly or return; a journey is both."""
    spoken = {
        sense.value
        for found in vocabulary().phrases.values()
        for sense in found
        if sense.kind == "topic"
    }
    assert spoken - TOPICS <= {"carry", "journey"}


def test_files_of_several_languages_are_one_vocabulary():
    files = [
        {"asks": {"issued": ["print run"]}, "articles": ["the"]},
        {"asks": {"issued": ["Auflage"]}, "numbers": {"zwei": "2"}, "articles": ["Die"]},
    ]
    both = Vocabulary(files)
    assert both.phrases["print", "run"] == both.phrases["auflage",]
    assert both.phrases["zwei",] == (Sense("number", "2"),)
    assert {"the", "die"} <= both.words
    assert both.longest == 2


def test_a_phrase_may_have_several_meanings_and_each_once():
    files = [{"topics": {"fly": ["ride"]}, "ordinary": ["ride"]}, {"ordinary": ["Ride"]}]
    assert Vocabulary(files).phrases["ride",] == (Sense("topic", "fly"), Sense("ordinary"))


def test_a_text_that_goes_on_is_no_word_of_a_sentence():
    both = Vocabulary([{"ordinary": ["cat"], "going_on": {"more": ["show more"]}}])
    assert both.going_on == {("show", "more"): "more"}
    assert ("show", "more") not in both.phrases


def test_a_section_that_nobody_knows_is_an_error():
    with pytest.raises(KeyError):
        Vocabulary([{"topicz": {"fly": ["ride"]}}])
