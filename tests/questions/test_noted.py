"""Questions that no field answers, and a remark, a statement or a note does."""

import pytest


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("how many of the letters had a poem in them?", "10 letters"),
        ("when did Klochko die?", "January 2018"),
        ("why is the flown Kepler cover so much sought after?", "last flight of the shuttle"),
        ("what undocking day was planned for Kepler back in April 2011?", "20 June 2011"),
        ("which Australian stations are covered in the Lemaître folder?", "Perth and Adelaide"),
        ("did the Belgians ever put an ATV on a stamp sheet", "2019"),
        ("did Onufriyenko stamp the letters", "Expedition 4 stamp"),
        ("who came home on STS-126", "Gregory Chamitoff"),
    ],
)
def test_a_note_is_quoted(brain, text, says):
    answer = brain.ask(text).answer
    assert answer.understood.startswith("noted ")
    assert answer.text.startswith("On record of ")
    assert says in answer.text
    assert answer.citations


@pytest.mark.parametrize(
    "text",
    [
        "how many of the letters had a drawing in them?",  # no note has the word
        "how many cards had a poem in them on ATV-2?",  # the note is on no mail of that flight
        "when did Klochko die in 2015?",  # another year
        "why is the flown Kepler cover not sought after?",  # the word that turns it round
        "was the octagonal seal in Bremen?",  # a place that the note does not name
        "which covers were designed",  # words of the field that no name binds
        "list the pictorial postmarks of Houston with debris",  # one note is no list
        "poem",
    ],
)
def test_a_note_that_does_not_hold_it_all_is_not_quoted(brain, text):
    assert not brain.ask(text).answer.understood.startswith("noted ")


def test_overheard_talk_is_not_searched_for_in_notes(brain):
    answer = brain.ask("how many of the letters had a poem in them?", ambient=True).answer
    assert answer.status == "ignored"


def test_the_query_holds_words_of_the_record_only(brain):
    query = brain.ask("when did Klochko die?").answer.query
    assert str(query) == "noted party; where self = klochko and note contains die"


def test_a_pronoun_stands_for_what_was_talked_about(brain):
    first = brain.ask("tell me about the La Marianne flown cover of ATV-2")
    answer = brain.ask("why is it so sought after?", first.memory).answer
    assert "last flight of the shuttle" in answer.text


def test_a_prepared_brain_answers_the_same(brain):
    before = brain.ask("when did Klochko die?").answer
    brain.prepare()
    assert brain.ask("when did Klochko die?").answer == before
