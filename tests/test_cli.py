"""The `flown` command: what it prints, and the code it ends with."""

import io
import json
import os
import subprocess
import sys

import pytest

from bot import cli
from bot.brain import Brain
from bot.cli import main
from bot.knowledge.load import load_knowledge, shipped_knowledge

KEYS = {"status", "text", "facts", "understood", "took_ms"}
FACT_KEYS = {"subject", "attribute", "value", "source", "role", "derived_from"}
FOLDER = "print run of the ATV-2 folder"
SMALL = {
    "sources.yaml": "club: {name: Club, title: Club, kind: club}\n",
    "programmes.yaml": "atv: {name: ATV, source: club}\n",
    "missions.yaml": "atv-9: {name: ATV-9, programme: atv, source: club, launch: {at: 2029}}\n",
}


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    """No setting of the machine that runs the tests reaches them."""
    for name in [*os.environ]:
        if name.startswith(("FLOWN_", "DISCORD_")):
            monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def already_read(monkeypatch, knowledge, brain):
    """The shipped knowledge is read once for all of these tests; other folders as ever."""

    def load(folder):
        return knowledge if folder == shipped_knowledge() else load_knowledge(folder)

    monkeypatch.setattr(cli, "load_knowledge", load)
    monkeypatch.setattr(cli, "Brain", lambda known: brain if known is knowledge else Brain(known))


@pytest.fixture
def flown(capsys):
    """flown("ask", "..."): the exit code, what was printed, and what was complained about."""

    def run(*arguments):
        code = main(arguments)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def asked_lines(flown, tmp_path):
    """asked_lines({...}, {...}): the objects printed for a file of questions."""

    def ask(*questions):
        file = tmp_path / "questions.jsonl"
        lines = [q if isinstance(q, str) else json.dumps(q) for q in questions]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        code, out, err = flown("ask", "--jsonl", str(file))
        return code, [json.loads(line) for line in out.splitlines()], err

    return ask


@pytest.fixture
def folder(tmp_path):
    """A small knowledge folder; folder(**{"missions.yaml": ...}) replaces a file."""

    def write(**files):
        path = tmp_path / "knowledge"
        path.mkdir(exist_ok=True)
        for name, text in {**SMALL, **files}.items():
            (path / name).write_text(text, encoding="utf-8")
        return path

    return write


# --- ask ------------------------------------------------------------------------------------------


def test_ask_prints_the_whole_answer_with_its_source(flown):
    code, out, err = flown("ask", FOLDER)
    assert (code, err) == (0, "")
    for words in ("600 folders", "Source", "fimych.com"):
        assert words in out


def test_words_of_a_question_need_no_quotes(flown):
    assert flown("ask", *FOLDER.split()) == flown("ask", FOLDER)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        (FOLDER, "answered"),
        ("ATV-9 launch", "unknown_subject"),
        ("who signed the CRS-12 covers", "not_recorded"),
        ("what do you think of stamps?", "not_understood"),
        ("", "not_understood"),
    ],
)
def test_ask_json_prints_one_object_of_the_contract(flown, question, status):
    code, out, _ = flown("ask", "--json", question)
    assert code == 0
    assert out.count("\n") == 1
    answer = json.loads(out)
    assert KEYS <= answer.keys() <= {*KEYS, "choices"}
    assert answer["status"] == status
    assert answer["text"]
    assert answer["took_ms"] >= 0
    for fact in answer["facts"]:
        assert fact.keys() == FACT_KEYS
        assert fact["role"] in {"asked", "context"}
        assert isinstance(fact["source"], list)


def test_the_fact_that_was_asked_for(flown):
    answer = json.loads(flown("ask", "--json", FOLDER)[1])
    assert [f for f in answer["facts"] if f["role"] == "asked"] == [
        {
            "subject": "atv-2-folder-la-marianne",
            "attribute": "issued",
            "value": {"min": 600, "max": 600, "bound": "exact"},
            "source": ["fimych-2017"],
            "role": "asked",
            "derived_from": [],
        }
    ]
    assert "issued" in answer["understood"]


def test_what_is_not_ascii_is_printed_as_it_is(flown):
    out = flown("ask", "--json", "tell me about ATV-5")[1]
    assert "Lemaître" in out


# --- ask --jsonl ----------------------------------------------------------------------------------


def test_each_line_is_answered_in_order_with_its_id(asked_lines):
    code, answers, err = asked_lines(
        {"id": "one", "question": FOLDER},
        {"id": 0, "question": "ATV-9 launch"},
        {"question": "hello"},
    )
    assert (code, err) == (0, "")
    assert [answer.get("id", "none") for answer in answers] == ["one", 0, "none"]
    assert [a["status"] for a in answers] == ["answered", "unknown_subject", "not_understood"]


def test_lines_of_one_conversation_share_its_memory_and_no_others(asked_lines):
    _, answers, _ = asked_lines(
        {"question": FOLDER, "conversation": "a"},
        {"question": "who signed the ATV-1 covers?", "conversation": "b"},
        {"question": "and ATV-1?", "conversation": "a"},
        {"question": "and ATV-1?"},  # nothing was said before
        {"question": "and ATV-2?", "conversation": 5},
    )
    issued = [f["subject"] for f in answers[2]["facts"] if f["attribute"] == "issued"]
    assert issued == ["atv-1-folder-la-marianne"]
    assert answers[3]["understood"].startswith("describe")
    assert answers[4]["understood"].startswith("describe")


def test_an_ambient_line_may_be_ignored(asked_lines):
    _, answers, _ = asked_lines(
        {"question": "my ATV-2 cover arrived today!", "ambient": True},
        {"question": "my ATV-2 cover arrived today!"},
        {"question": "what's the print run of the ATV-2 folder?", "ambient": True},
    )
    assert [a["status"] for a in answers] == ["ignored", "not_understood", "answered"]
    assert answers[0]["text"] == ""


def test_empty_lines_are_passed_over(asked_lines):
    code, answers, _ = asked_lines("", {"question": FOLDER}, "   ")
    assert (code, len(answers)) == (0, 1)


@pytest.mark.parametrize(
    "line", ["{", "print run of the ATV-2 folder", "[]", '"text"', "5", "null", '{"id": 1}']
)
def test_a_bad_line_is_named_after_those_before_it_were_answered(asked_lines, line):
    code, answers, err = asked_lines({"question": FOLDER}, "", line, {"question": FOLDER})
    assert code == 1
    assert answers[0]["status"] == "answered"
    assert "questions.jsonl:3: " in err
    assert "Traceback" not in err


def test_a_file_that_is_not_there_is_told_in_one_line(flown, tmp_path):
    code, out, err = flown("ask", "--jsonl", str(tmp_path / "none.jsonl"))
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert "none.jsonl" in err


def test_a_file_that_is_no_text_is_told_in_one_line(flown, tmp_path):
    (tmp_path / "latin.jsonl").write_bytes(b'{"question": "Lema\xeetre"}\n')
    code, _, err = flown("ask", "--jsonl", str(tmp_path / "latin.jsonl"))
    assert code == 1
    assert "latin.jsonl" in err


def test_a_line_separator_inside_a_question_ends_no_line(asked_lines, tmp_path, flown):
    """JSON allows U+2028 unescaped; only a newline ends a line of a JSON lines file."""
    code, answers, _ = asked_lines('{"question": "print run\u2028of the ATV-2 folder"}')
    assert (code, len(answers)) == (0, 1)


def test_a_dash_reads_what_is_piped_in(flown, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps({"id": 7, "question": FOLDER})))
    code, out, _ = flown("ask", "--jsonl", "-")
    assert (code, json.loads(out)["id"]) == (0, 7)


def test_half_a_character_in_a_question_is_no_harm(asked_lines):
    """A lone surrogate is valid JSON, and no text."""
    code, answers, _ = asked_lines(r'{"question": "\ud83d print run of the ATV-2 folder"}')
    assert (code, answers[0]["status"]) == (0, "answered")


# --- check, and which knowledge -------------------------------------------------------------------


def test_check_counts_what_is_right(flown, folder):
    code, out, err = flown("check", "--knowledge", str(folder()))
    assert (code, err) == (0, "")
    assert out.startswith("3 records")


def test_the_shipped_knowledge_is_right(flown, knowledge):
    code, out, _ = flown("check")
    assert code == 0
    assert str(len(knowledge)) in out


def test_check_names_every_error_with_file_and_line(flown, folder):
    broken = folder(
        **{
            "missions.yaml": "atv-9:\n  name: ATV-9\n  programme: htv\n  source: nobody\n",
            "parties.yaml": "moon:\n  name: Moon\n  source: club\n  rolls: club\n",
        }
    )
    code, out, err = flown("check", "--knowledge", str(broken))
    assert (code, out) == (1, "")
    *problems, last = err.splitlines()
    assert last == f"{len(problems)} problems"
    for place in ("missions.yaml:3: ", "missions.yaml:4: ", "parties.yaml:4: "):
        assert any(place in problem for problem in problems), place


def test_a_folder_that_is_not_there_is_no_empty_knowledge(flown, tmp_path):
    code, _, err = flown("check", "--knowledge", str(tmp_path / "none"))
    assert code == 1
    assert "none" in err


@pytest.mark.parametrize("command", [["ask", "ATV-9"], ["chat"], ["run"]])
def test_nothing_starts_on_broken_knowledge(flown, folder, monkeypatch, command):
    monkeypatch.setenv("DISCORD_TOKEN", "a.b.c")
    broken = folder(**{"missions.yaml": "atv-9: {name: ATV-9, programme: htv, source: club}\n"})
    code, out, err = flown(*command, "--knowledge", str(broken))
    assert (code, out) == (1, "")
    assert "missions.yaml:1: " in err


def test_the_knowledge_may_be_named_by_option_or_environment(flown, folder, monkeypatch):
    path = str(folder())
    named = flown("ask", "--knowledge", path, "when was ATV-9 launched?")
    assert "2029" in named[1]
    monkeypatch.setenv("FLOWN_KNOWLEDGE", path)
    assert flown("ask", "when was ATV-9 launched?") == named


# --- chat and run ---------------------------------------------------------------------------------


@pytest.fixture
def piped(tmp_path):
    """piped("chat", text): the command in a process of its own, with the text piped in."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("FLOWN_", "DISCORD_"))
    }
    environment |= {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}

    def run(command, text=""):
        return subprocess.run(
            [sys.executable, "-m", "bot", command],
            input=text, capture_output=True, encoding="utf-8", env=environment, check=False,
            timeout=120,
        )  # fmt: skip

    return run


def test_chat_answers_what_is_piped_in_with_follow_ups(piped, tmp_path):
    done = piped("chat", f"{FOLDER}\n\nand ATV-1?\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.index("600 folders") < done.stdout.index("1,200 folders")
    assert "Source: fimych.com" in done.stdout
    assert "\x1b" not in done.stdout  # no colours in a pipe
    assert not (tmp_path / "state").exists()  # and no history of it


def test_run_without_a_token_says_so_in_one_line_and_exits_78(piped):
    done = piped("run")
    assert (done.returncode, done.stdout) == (78, "")
    assert done.stderr.count("\n") == 1
    assert "DISCORD_TOKEN" in done.stderr


def test_a_wrong_setting_is_told_in_one_line_and_exits_78(flown, monkeypatch):
    monkeypatch.setenv("FLOWN_LOG_LEVEL", "LOUD")
    code, out, err = flown("run")
    assert (code, out) == (78, "")
    assert err.count("\n") == 1
    assert "FLOWN_LOG_LEVEL" in err


@pytest.mark.parametrize("arguments", [[], ["sing"], ["ask", "--loud"]])
def test_what_is_no_command_is_refused(arguments, capsys):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert "usage: flown" in capsys.readouterr().err
