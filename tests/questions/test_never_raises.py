import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.answer import Answer
from bot.questions.query import Memory
from tests.evaluation.tables import STATUSES, TABLES, load_table

LONGEST_ECHO = 80
STRANGE = [
    "",
    " ",
    "?",
    "🚀🚀🚀",
    "a" * 10_000,
    "ATV-2 " * 2_000,
    "atv" + "9" * 5_000,
    "who signed " * 900,
    "(" * 10_000,
    "**ATV-2** __folder__ ~~print run~~ ||signed|| `by whom`",
    "```sql\nDROP TABLE covers; --\n```",
    "'; DROP TABLE covers; --",
    "1 OR 1=1",
    "@everyone who signed ATV-2? @here",
    "<@123456789012345678> <@&123456789012345678> <#123456789012345678> print run",
    "<@!1> @everyone <@everyone>",
    "what is @everyone",
    "define <@123456789012345678>",
    "https://example.org/?q=ATV-2&x=<script>alert(1)</script>",
    "[ATV-2](https://example.org) print run",
    "who \u202esigned\u202c ATV-2",
    "A\u200bT\u200bV\u200b-\u200b2 print\u200d run",
    "\ufeffATV\u20112\u00a0folder",
    "طباعة ATV-2؟",
    "שלום ATV-2",
    "Сколько конвертов ATV-2?",
    "こうのとり4号機はいつ打ち上げ?",
    "Z̸̡̛a̷͓͝l̵̰̈́g̶̙̈́o̶ ATV-2 p̶r̶i̶n̶t̶ run",
    "\x00\x01\x02\x1b[31mred",
    "\ud800",
    "{} {0} %s %(name)s ${x} {{",
    "\\n\\r\\t \\x00",
    "ATV-0 ATV-00 ATV--2 ATV-2-2 M-- CRS- -1",
    "31.02.2012 99.99.9999 0000-00-00 12:61",
    "on 9999-12-31 and 0001-01-01",
    "-1 1e999 NaN inf 0x10 ½ ² Ⅳ ④ ٤",
    "> quoted\n> who signed ATV-2\n-# small\n# big",
    "[[ATV-2]] [[]] [[[[",
    "and",
    "them",
    "and? or? not?",
]
WORDS = st.sampled_from(
    """who;what;when;where;how many;did;is;not;and;or;of;the;on;by;ATV-2;atv2;Progress;M-15M;CRS-10
    62P;Padalka;La Marianne;Houston;folder;cover;cards;signed;flown;print run;postmarked;octagonal
    25.05.12;2012;1 May 2012;153;fewer than;between;most;last;them;compare;total;every;in all;each
    @everyone;<@1>;||;```;**;?;,;-;/;(;";'s;\u200b;\u202e;\ud800""".replace("\n    ", ";").split(
        ";"
    )
)
SENTENCES = st.lists(WORDS, max_size=30).map(" ".join)


def shows_nothing_unsafe(text: str, answer: Answer) -> None:
    assert answer.status in STATUSES
    for shown in (answer.text, *(choice.label for choice in answer.choices)):
        assert "@everyone" not in shown
        assert "@here" not in shown
        assert "<@" not in shown
    assert not echoes(text, answer.text)


def echoes(text: str, shown: str) -> bool:
    """Whether a stretch of the text longer than LONGEST_ECHO is repeated as it stands."""
    stretches = range(len(text) - LONGEST_ECHO)
    return any(text[at : at + LONGEST_ECHO + 1] in shown for at in stretches)


@pytest.mark.parametrize("text", STRANGE)
@pytest.mark.parametrize("ambient", [False, True])
def test_a_strange_text_gets_a_harmless_answer(brain, text, ambient):
    shows_nothing_unsafe(text, brain.ask(text, ambient=ambient).answer)


@given(text=st.text(max_size=300))
def test_no_text_raises(brain, text):
    shows_nothing_unsafe(text, brain.ask(text).answer)


@given(text=SENTENCES, ambient=st.booleans())
def test_no_heap_of_our_own_words_raises(brain, text, ambient):
    shows_nothing_unsafe(text, brain.ask(text, ambient=ambient).answer)


@given(turns=st.lists(SENTENCES, min_size=2, max_size=5))
def test_no_conversation_raises(brain, turns):
    memory = Memory()
    for text in turns:
        reply = brain.ask(text, memory)
        memory = reply.memory
        shows_nothing_unsafe(text, reply.answer)


QUESTIONS = [turn.question for name in TABLES for asked in load_table(name) for turn in asked]


@given(data=st.data())
def test_no_torn_question_raises(brain, data):
    question = data.draw(st.sampled_from(QUESTIONS))
    start = data.draw(st.integers(0, len(question)))
    end = data.draw(st.integers(start, len(question)))
    joined = question[:start] + data.draw(st.text(max_size=5)) + question[end:]

    shows_nothing_unsafe(joined, brain.ask(joined).answer)


def test_a_question_is_repeated_only_in_part(brain):
    text = "who signed " + "the very long name of a cover that nobody knows " * 20

    shown = brain.ask(text).answer.text

    assert not echoes(text, shown)
    assert not re.search(r"(?:nobody knows.*){3}", shown)
