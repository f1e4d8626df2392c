"""A follow-up changes one part of the last question and keeps the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.followups import remembered
from bot.questions.query import Condition, Memory, Query, Trouble


@pytest.fixture
def converse(brain):
    """converse("...", "..."): the last answer of a conversation."""

    def talk(*texts):
        memory = Memory()
        for text in texts:
            reply = brain.ask(text, memory)
            memory = reply.memory
        return reply.answer

    return talk


def parts(query):
    return query.want, query.kind, query.fields[:1], {str(c) for c in query.where}


def told(answer):
    """What the answer to a question comes to, however its subject was named."""
    facts = {(f.subject, f.attribute, str(f.value)) for f in answer.facts if f.role == "asked"}
    return answer.status, answer.query.want, answer.query.kind, facts


FOLDER = "print run of the ATV-2 folder"


@pytest.mark.parametrize(
    ("first", "then", "same_as"),
    [
        # another subject for the same question
        (FOLDER, "and ATV-1?", "print run of the ATV-1 folder"),
        (FOLDER, "what about ATV-5?", "print run of the ATV-5 folder"),
        (FOLDER, "and for Jules Verne?", "print run of the ATV-1 folder"),
        ("who signed the ATV-1 covers?", "and ATV-2?", "who signed the ATV-2 covers?"),
        ("when was ATV-2 launched?", "and HTV-4?", "when was HTV-4 launched?"),
        ("which covers came back on CRS-1?", "and on CRS-5?", "which covers came back on CRS-5?"),
        ("which covers did Padalka sign?", "and Kononenko?", "which covers did Kononenko sign?"),
        ("was CRS-7 lost?", "and CRS-8?", "was CRS-8 lost?"),
        ("how many ATV-2 covers flew?", "no, the cards", "how many ATV-2 cards flew?"),
        (
            "which dragons landed in the pacific?",
            "and in the atlantic?",
            "which dragons landed in the atlantic?",
        ),
        ("which covers flew on ATV-5?", "folders?", "folders of ATV-5"),
        ("who signed the HTV-4 cover?", "who was in that crew?", "crew of Expedition 36"),
        # a question for ships that says which ones stands by itself
        (
            "who signed the CRS-21 cover?",
            "which ships were lost on a Soyuz-U?",
            "which ships were lost on a Soyuz-U?",
        ),
        # another question about the same subject
        (FOLDER, "who issued it?", "who issued the ATV-2 folder?"),
        (FOLDER, "how many covers are in it?", "how many covers are in the ATV-2 folder?"),
        ("when was ATV-2 launched?", "and docked?", "when was ATV-2 docked?"),
        ("where was the ATV-3 cover postmarked?", "when?", "when was the ATV-3 cover postmarked?"),
        ("how many ATV-3 covers flew?", "who signed them?", "who signed the ATV-3 covers?"),
        ("HTV-4 cover?", "launched when", "when was HTV-4 launched?"),
        # the next place of a ranking, the day before or after, another event
        ("rarest ATV folder", "second rarest?", "second rarest ATV folder"),
        ("rarest ATV folder", "and third", "third rarest ATV folder"),
        ("first Cygnus?", "second?", "the second Cygnus"),
        ("next Progress after M-12M", "and the one after that?", "next Progress after M-13M"),
        (
            "how many Progress launches in 2012?",
            "in 2013?",
            "how many Progress launches in 2013?",
        ),
        (
            "what was docked on 1 May 2012",
            "and on 28 May 2012?",
            "what was docked on 28 May 2012",
        ),
        (
            "which postmark for a Cygnus berthing",
            "and launch?",
            "which postmark for a Cygnus launch",
        ),
        ("ATV-2 launch", "docking", "when did ATV-2 dock?"),
        ("ATV-2 launch", "re-entry", "ATV-2 re-entry"),
        ("when did ATV-2 launch?", "no, ATV-3, when", "when did ATV-3 launch?"),
        # a question of its own
        (FOLDER, "how many Progress ships were lost?", "how many Progress ships were lost?"),
        (FOLDER, "who signed the ATV-1 covers?", "who signed the ATV-1 covers?"),
        (FOLDER, "what is a cachet?", "what is a cachet?"),
        (FOLDER, "ATV-3", "ATV-3"),
    ],
)
def test_a_follow_up_is_the_question_it_stands_for(converse, first, then, same_as):
    assert told(converse(first, then)) == told(converse(same_as))


def test_a_chain_keeps_to_what_was_said_last(converse):
    answer = converse(FOLDER, "and ATV-1?", "who issued it?", "what about ATV-5?")
    assert told(answer) == told(converse("who issued the ATV-5 folder?"))


def test_trouble_in_between_is_forgotten(converse):
    assert told(converse(FOLDER, "thanks!", "and ATV-1?")) == told(converse(FOLDER, "and ATV-1?"))


def test_a_pronoun_with_nothing_before_it_is_asked_back_about(converse):
    assert converse("who signed them?").status == "not_understood"
    assert converse("how many of those flew?").facts == ()


def test_them_is_the_lot_that_the_last_answer_spoke_of(converse):
    """The 14 postmarked on board were signed; of the 400 that flew nobody says so."""
    answer = converse(
        "how many ATV-3 covers flew?",
        "how many more were postmarked on the station",
        "by who were they signed",
    )
    asked = [f for f in answer.facts if f.role == "asked"]
    assert [(f.subject, f.attribute, f.value) for f in asked] == [
        ("atv-3-flown-la-marianne", "signed_by", "the crew")
    ]


def test_a_subject_asked_for_anew_is_no_follow_up(converse):
    answer = converse("who signed the ATV-1 covers?", "how many ATV-2 cards flew?")
    assert {f.subject for f in answer.facts if f.role == "asked"} == {"atv-2-card-erno"}


@pytest.mark.parametrize("text", ["tell me about Padalka", "tell me about ATV-1"])
def test_tell_me_about_is_a_question_of_its_own(converse, text):
    assert converse(FOLDER, text).query.want == "describe"


@pytest.mark.parametrize(
    ("turns", "verdict"),
    [
        (("who made the CRS-7 cover?", "was it signed by Padalka?"), "yes"),
        (("who made the CRS-7 cover?", "did it fly on CRS-7?"), "no"),
        (("who made the ATV-3 cover?", "did it come back on CRS-1?"), "yes"),
        (("who made the ATV-3 cover?", "did they fly on ATV-2?"), "no"),
        (("who made the ATV-3 cover?", "was it postmarked at Houston?"), "yes"),
        (("who signed the ATV-1 covers?", "were they flown?"), "yes"),
        (("when did ATV-2 launch?", "did it launch from Kourou?"), "yes"),
        (("when did ATV-2 launch?", "did it launch from Kourou?", "from Baikonur?"), "no"),
    ],
)
def test_what_is_claimed_of_it_is_checked(converse, turns, verdict):
    asked = [fact.value for fact in converse(*turns).facts if fact.attribute == "check"]
    assert asked == [verdict]


def test_list_them_lists_what_was_counted(converse):
    answer = converse("how many Progress launches in 2013?", "list them")
    assert len({f.subject for f in answer.facts if f.role == "asked"}) == 4


@pytest.mark.parametrize("text", ["name them", "can you name them?", "list them"])
def test_name_them_names_no_ship_names(converse, text):
    answer = converse("how many Progress were lost?", text)
    assert {f.subject for f in answer.facts if f.role == "asked"} == {
        "progress-m-12m",
        "progress-m-27m",
        "progress-ms-04",
    }
    assert converse("who flew on STS-135?", text).text == converse("who flew on STS-135?").text


def test_what_docked_is_not_looked_for_among_the_lost(converse):
    answer = converse("list Progress of 2015", "which were lost?", "how many docked?")
    assert answer.understood == (
        "count mission; where programme = progress and launched = 2015 and arrived recorded"
    )


def test_list_them_lists_covers_without_a_figure_too(converse):
    answer = converse("how many covers of ATV-2 are there?", "list them")
    assert answer.understood == "list cover; where about = atv-2"


def test_list_them_lists_what_the_figures_were_of(converse):
    before = converse("how many ATV-2 covers were flown")
    answer = converse("how many ATV-2 covers were flown", "list them")
    assert {f.subject for f in answer.facts} >= {
        f.subject for f in before.facts if f.role == "asked"
    }


def test_the_second_one_of_the_last_answer(converse):
    first = "ATV folders by print run, smallest first"
    answer = converse(first, "who issued the second one?")
    asked = [f for f in answer.facts if f.role == "asked"]
    assert [(f.subject, f.value) for f in asked] == [("atv-2-folder-la-marianne", "la-marianne")]


def test_only_those_narrows_the_last_list_down(converse):
    answer = converse("covers issued by La Marianne", "only those from Houston")
    assert parts(answer.query)[3] == {"by_party = la-marianne", "strike_place = houston"}


def test_another_side_for_a_comparison(converse):
    answer = converse("which is rarer, the ATV-1 or the ATV-2 folder?", "and the ATV-5 one?")
    assert answer.status == "answered"
    assert any(f.subject == "atv-5-folder-airbus" for f in answer.facts)


def test_where_is_that_from_names_the_sources_of_the_last_answer(converse):
    before = converse("how many covers flew on ATV-3?")
    answer = converse("how many covers flew on ATV-3?", "where is that from?")
    for citation in before.citations:
        assert citation.name in answer.text


# --- memory ---------------------------------------------------------------------------------------

QUERY = Query(
    want="value",
    kind="cover",
    fields=("issued",),
    where=(Condition(field="about", things=("atv-2",)),),
)


@pytest.mark.parametrize(
    "reading",
    [Trouble(status="not_understood"), Trouble(status="ignored"), Query(want="help")],
)
def test_what_tells_of_nothing_leaves_the_memory_as_it_was(reading):
    before = Memory(query=QUERY, subjects=("atv-2-folder-la-marianne",), named=("atv-2",))
    assert remembered(before, reading, ("atv-1",)) == before


def test_the_last_query_its_subjects_and_what_was_named_are_remembered():
    before = Memory(named=("padalka",))
    after = remembered(before, QUERY, ("atv-2-folder-la-marianne",))
    assert after.query == QUERY
    assert after.subjects == ("atv-2-folder-la-marianne",)
    assert after.named[0] == "atv-2"
    assert {"padalka", "atv-2-folder-la-marianne"} <= {*after.named}


@given(st.lists(st.lists(st.sampled_from("abcdefghijklmnop"), max_size=40), max_size=6))
def test_memory_stays_small_and_names_each_thing_once(turns):
    memory = Memory()
    for things in turns:
        query = Query(
            want="list", kind="cover", where=(Condition(field="self", things=(*things,)),)
        )
        memory = remembered(memory, query, tuple(things))
    assert len(memory.named) == len({*memory.named}) <= 6
    assert len(memory.subjects) <= 25


SAID = (
    FOLDER, "and ATV-1?", "who signed them?", "how many?", "no, the cards", "when?", "and it?",
    "was CRS-7 lost?", "rarest ATV folder", "compare ATV-1 and ATV-2", "the second one", "zzz",
    "", "who is he?", "what is a cachet?", "ATV-9", "more", "and Houston?", "Padalka covers",
    "what can you do?", "how many Progress ships were lost?", "where did they land?",
)  # fmt: skip


@given(st.lists(st.sampled_from(SAID), max_size=6))
def test_no_conversation_is_too_strange(brain, texts):
    """Whatever was said before, an answer comes, and the memory of it can be stored."""
    memory = Memory()
    for text in texts:
        reply = brain.ask(text, memory)
        memory = reply.memory
        assert reply.answer.body
        assert Memory.model_validate_json(memory.model_dump_json()) == memory
