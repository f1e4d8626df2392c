"""Going on with a list that was cut: "more", "the next ones", "weiter"."""

import pytest

from bot.answers.lists import PAGE
from bot.questions.paging import goes_on
from bot.questions.query import Memory

FLIGHTS = "show all Progress MS flights"
LOST = "which Progress were lost?"


@pytest.fixture
def replies(brain):
    """replies("...", "..."): every reply of a conversation."""

    def talk(*texts):
        found, memory = [], Memory()
        for text in texts:
            found.append(brain.ask(text, memory))
            memory = found[-1].memory
        return found

    return talk


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("more", "more"),
        ("More please!", "more"),
        ("ok, and more?", "more"),
        ("next", "more"),
        ("the next ones", "more"),
        ("go on", "more"),
        ("could you go on, please?", "more"),
        ("Show me more", "more"),
        ("the rest", "rest"),
        ("weiter", "more"),
        ("mehr bitte", "more"),
        ("encore", "more"),
        ("la suite svp", "more"),
        ("ancora", "more"),
        ("дальше", "more"),
        ("ещё, пожалуйста", "more"),
        # these say more than that, or something else
        ("more on ATV-2", ""),
        ("more than 500", ""),
        ("no more", ""),
        ("not the rest", ""),
        ("the next Progress", ""),
        ("the next one after M-15M", ""),
        ("which has more?", ""),
        ("the rest of the ATV covers", ""),
        ("please", ""),
        ("", ""),
    ],
)
def test_a_text_goes_on_with_a_list_where_it_says_nothing_else(text, asked):
    assert goes_on(text) == asked


@pytest.mark.parametrize("more", ["more", "go on", "next ones please", "the rest", "дальше"])
def test_a_list_is_told_page_by_page_to_its_end(replies, more):
    found = replies(FLIGHTS, more, more, more, more, more)
    told = [reply.answer.subjects for reply in found]
    assert [len(page) for page in told] == [PAGE, PAGE, PAGE, 4, 0, 0]
    assert len({thing for page in told for thing in page}) == 3 * PAGE + 4
    assert "34 missions of Progress MS, 11 to 20:" in found[1].answer.body
    assert found[4].answer.body == found[5].answer.body == "That was the whole list."
    assert all(reply.answer.status == "answered" for reply in found)


def test_what_is_not_understood_in_between_does_not_end_the_list(replies):
    found = replies(FLIGHTS, "florble the wug", "more")
    assert found[-1].answer.subjects == replies(FLIGHTS, "more")[-1].answer.subjects


@pytest.mark.parametrize(
    ("turns", "same_as"),
    [
        # all of the list are meant, or what was told last of it
        (("more", "how many of them were lost?"), "how many Progress MS were lost?"),
        (
            ("more", "more", "more", "more", "how many were lost?"),
            "how many Progress MS were lost?",
        ),
        (("more", "the second one, when was it launched?"), "when was Progress MS-12 launched?"),
        (
            ("more", "more", "more", "more", "the second one, when did it dock?"),
            "MS-32 docked when?",
        ),
        (("more", "list them"), FLIGHTS),
    ],
)
def test_after_a_page_its_things_or_the_whole_list_are_talked_about(replies, turns, same_as):
    answer, expected = replies(FLIGHTS, *turns)[-1].answer, replies(same_as)[-1].answer
    assert (answer.status, answer.subjects) == (expected.status, expected.subjects)


@pytest.mark.parametrize(
    "turns",
    [
        ("more",),
        ("how many ATV-2 covers flew?", "more"),
        ("when was CRS-5 launched?", "show more"),
        ("ATV folders", "the others"),  # others than those: of other lines
        (FLIGHTS, "no more"),
        (FLIGHTS, "more on MS-99"),
    ],
)
def test_without_a_list_there_is_nothing_to_go_on_with(replies, turns):
    answer = replies(*turns)[-1].answer
    assert answer.status in {"not_understood", "unknown_subject"}
    assert not answer.facts


def test_a_short_list_says_that_it_was_the_whole(replies):
    assert (
        replies("which Progress were lost?", "more")[-1].answer.body == "That was the whole list."
    )


def test_overheard_more_is_heard_only_where_a_list_was_cut(brain, replies):
    cut, whole = replies(FLIGHTS)[-1].memory, replies(LOST)[-1].memory
    assert brain.ask("more", cut, ambient=True).answer.status == "answered"
    assert brain.ask("more", whole, ambient=True).answer.status == "ignored"
    assert brain.ask("more", Memory(), ambient=True).answer.status == "ignored"
