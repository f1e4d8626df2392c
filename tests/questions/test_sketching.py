"""What the parts of a question are for: topics and what they govern."""

import pytest

from bot.questions.sketching import draw_sketch


@pytest.fixture(scope="module")
def sketch(annotator, knowledge):
    return lambda text: draw_sketch(annotator.slots(text), text, knowledge)


def governed(sketch):
    """For each topic the texts of the mentions that it governs."""
    return {use.topic: [m.slot.text for m in use.governs] for use in sketch.topics}


@pytest.mark.parametrize(
    ("text", "topic", "mentions"),
    [
        ("covers postmarked at Houston on 2 November 2012", "postmark",
         ["houston", "2 november 2012"]),
        ("covers signed by Padalka and Kononenko", "sign", ["padalka", "kononenko"]),
        ("covers signed by Padalka", "sign", ["padalka"]),
        ("covers flown on ATV-2", "fly", ["atv-2"]),
        ("when was ATV-2 launched", "launch", []),  # it stands before
        ("signed ATV-2 covers", "sign", []),  # it belongs to the covers
        ("covers signed by Houston", "sign", []),  # a place signs nothing
    ],
)  # fmt: skip
def test_a_topic_governs_what_follows_it_and_fits_it(sketch, text, topic, mentions):
    drawn = sketch(text)
    assert governed(drawn)[topic] == mentions
    assert [m.slot.text for m in drawn.mentions if m.topic and m.topic.topic == topic] == mentions


def test_each_topic_has_its_own(sketch):
    found = governed(sketch("covers flown on ATV-3 and postmarked at Houston"))
    assert (found["fly"], found["postmark"]) == (["atv-3"], ["houston"])


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("what brought the covers home", "return"),
        ("what took the covers up to the station", "fly"),
        ("who carried the covers", "fly"),
        ("which ship brought them back", "return"),
    ],
)
def test_a_verb_of_carrying_gets_its_direction(sketch, text, topic):
    topics = [use.topic for use in sketch(text).topics]
    assert topic in topics
    assert "carry" not in topics


@pytest.mark.parametrize(
    ("text", "is_check"),
    [
        ("was CRS-7 lost", True),
        ("did Padalka sign it", True),
        ("hey, was CRS-7 lost?", True),
        ("is it true that CRS-7 was lost", True),
        ("who was lost", False),
        ("covers that were signed", False),
    ],
)
def test_a_question_for_yes_or_no_begins_with_its_verb(sketch, text, is_check):
    assert sketch(text).check == is_check


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("covers not signed by Padalka", True),
        ("covers never flown", True),
        ("covers signed by Padalka", False),
    ],
)
def test_a_topic_knows_that_it_is_denied(sketch, text, negated):
    assert [use.negated for use in sketch(text).topics] == [negated]


@pytest.mark.parametrize(
    ("text", "part", "value"),
    [
        ("and ATV-2?", "addition", True),
        ("who signed them", "pronoun", True),
        ("each cover", "every", True),
        ("second smallest", "ordinal", 2),
        ("postmarked on board", "on_board", True),
        ("just got my folder", "first_person", True),
        ("fewer than 20", "limit_words", [(0, "<")]),
        ("ATV-2?", "asks_back", True),
        ("ATV-2", "asks_back", False),
        ("the xyzzy folder", "unexplained", ["xyzzy"]),
    ],
)
def test_words_are_sorted_by_what_they_are_for(sketch, text, part, value):
    assert getattr(sketch(text), part) == value


def test_a_limit_is_one_only_before_a_number_or_day(sketch):
    assert sketch("before 2012").limit_words == [(0, "before")]
    assert sketch("before the launch").limit_words == []


def test_the_mention_before_a_kind_word_belongs_to_it(sketch):
    (mention,) = sketch("the ATV-2 covers").mentions
    assert mention.attributive
    (mention,) = sketch("the covers of ATV-2").mentions
    assert not mention.attributive
    assert mention.preposition == "of"
