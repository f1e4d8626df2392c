"""The same question through every door gives the same facts."""

import json

import pytest

from bot.doors.discord_bot.drawing import escape_body
from bot.doors.discord_bot.inline import line_of

QUESTIONS = [
    "how many ATV-2 covers got the octagonal ISS stamp?",
    "print run of the ATV-2 folder",
    "who signed the Dragon C2+ covers?",
    "how many covers flew on ATV-3?",
    "when was ATV-2 launched?",
    "when did HTV-4 arrive?",
    "which covers did Padalka sign?",
    "how many covers flew on ATV-7?",
    "print run of the CRS-12 covers",
    "what is a cachet?",
    "tell me about La Marianne",
    "M27M",
    "Progress 59 launch",
    "ATV folders by print run, smallest first",
    "is the ATV-2 folder rarer than the ATV-1 one?",
    "was the CRS-7 cover flown on CRS-7?",
    "which cover bears a postmark of 25 May 2012?",
    "I have a Houston postmark of 2.11.2012",
    "how did the ATV-1 covers come back?",
    "who makes Progress cachets?",
    "how many Erno cards were made for Jules Verne?",
    "what was docked on 1 May 2012?",
    "next Progress after M-15M",
    "how small were Jim Roth's editions?",
    "covers per HTV flight",
    "what do you think of stamps?",
    "list all missions",
    "ATV-1",
    "Johannes Kepler",
    "CRS-5",
    "Progress M-27M",
    "HTV-4",
    "octagonal seal",
    "Expedition 26",
    "Oleg Urusov",
    "Baikonur",
    "how much cargo can a Progress carry?",
    "what happened to CRS-7?",
    "how long was ATV-4 docked?",
    "which covers came down on CRS-1?",
    "total of La Marianne covers flown on ATVs",
    "how many Thales covers flew on ATV-2?",
    "what did the ATV-5 folder contain?",
    "Lollini ATV-1 print run",
    "how many Cygnus covers were flown?",
    "atv2 print run",
    "who serviced the Kourou covers?",
    "which postmarks does Progress get?",
    "did Gagarin sign an ATV cover?",
    "what can you answer?",
]


@pytest.fixture(scope="module")
def answers(brain):
    return {question: brain.ask(question).answer for question in QUESTIONS}


def test_there_are_fifty():
    assert len(set(QUESTIONS)) == 50


@pytest.fixture
def facts_through(club, monkeypatch):
    """The facts of every answer that the brain gave to a door, in order."""
    given = []
    ask = club.brain.ask

    def noting(text, memory=None, *, ambient=False):
        reply = ask(text, memory, ambient=ambient)
        given.append(reply.answer)
        return reply

    monkeypatch.setattr(club.brain, "ask", noting)
    return given


def first_words(answer):
    return escape_body(answer.body)[:150].rstrip("\\")


@pytest.mark.parametrize("start", range(0, 50, 10))
async def test_mention_dm_and_command_agree(club, ann_alone, answers, facts_through, start):
    for question in QUESTIONS[start : start + 10]:
        expected = answers[question]
        facts_through.clear()
        asker = club.guild.add_member(club.env.create_user("someone"))
        await club.ask(question, who=asker)
        mentioned = club.last.content
        direct = await asker.user.send_dm(question)
        result = await asker.slash(club.channel, "ask", question=question)
        shown = (mentioned, asker.user.dm_channel.last_message.content, result.response.content)
        assert direct.content == question
        assert all(first_words(expected) in text for text in shown), question
        heard = [answer for answer in facts_through if answer.facts or answer.body]
        assert [answer.facts for answer in heard] == [expected.facts] * 3, question
        await club.env.advance_time(20 * 60)


@pytest.mark.settings(message_content=True)
async def test_a_lookup_in_passing_agrees(club, answers):
    for question in QUESTIONS:
        expected = answers[question]
        if expected.status not in {"answered", "not_recorded"} or len(question) > 100:
            continue
        if club.brain.names.things_named(question):
            continue  # a bare name gives its figure, which test_cards looks at
        asker = club.guild.add_member(club.env.create_user("someone"))
        await asker.send(club.channel, f"[[{question}]]")
        assert club.last.content == line_of(expected), question
        await club.env.advance_time(60)


def test_the_terminal_agrees(answers, capsys, tmp_path):
    cli = pytest.importorskip("bot.cli")
    lines = [json.dumps({"id": n, "question": q}) for n, q in enumerate(QUESTIONS)]
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert cli.main(["ask", "--jsonl", str(path)]) == 0
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    for question, found in zip(QUESTIONS, printed, strict=True):
        expected = [json.loads(fact.model_dump_json()) for fact in answers[question].facts]
        kept = [{key: fact[key] for key in ("subject", "attribute", "value")} for fact in expected]
        given = [
            {key: fact[key] for key in ("subject", "attribute", "value")} for fact in found["facts"]
        ]
        assert given == kept, question
