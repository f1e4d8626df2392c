"""The terminal door: lines in, answers out, and what was typed before."""

import io
import sys

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.answers.answer import Answer, Choice, Citation
from bot.brain import Reply
from bot.doors import terminal
from bot.questions.query import Memory

FOLDER = "print run of the ATV-2 folder"


@pytest.fixture
def chat(brain, monkeypatch, capsys):
    """chat("...\\n..."): what the terminal shows for lines that are piped in."""

    def talk(text, brain=brain):
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))
        assert terminal.chat(brain) == 0
        return capsys.readouterr().out

    return talk


class Parrot:
    """A brain that has one answer, and notes what it was asked."""

    def __init__(self, **answer):
        self.answer = Answer(**{"status": "answered", "body": "Yes.", **answer})
        self.asked = []
        self.memories = []

    def ask(self, text, memory=None):
        self.asked.append(text)
        self.memories.append(memory)
        return Reply(self.answer, Memory(named=(f"turn-{len(self.asked)}",)))


def test_each_line_is_answered_with_its_source(chat):
    shown = chat(f"{FOLDER}\nwho signed the CRS-7 cover?\n")
    assert shown.index("600 folders") < shown.index("Padalka")
    assert "Source: fimych.com" in shown


def test_a_follow_up_is_understood(chat):
    assert "1,200 folders" in chat(f"{FOLDER}\nand ATV-1?\n")


def test_the_memory_of_each_turn_reaches_the_next(chat):
    parrot = Parrot()
    chat("a\nb\nc\n", parrot)
    assert [memory.named for memory in parrot.memories] == [(), ("turn-1",), ("turn-2",)]


def test_empty_lines_are_passed_over(chat):
    parrot = Parrot()
    chat("\n  \na\n\n", parrot)
    assert parrot.asked == ["a"]


@pytest.mark.parametrize("word", ["quit", "exit", "bye", ":q", " QUIT "])
def test_a_word_of_leave_ends_it(chat, word):
    parrot = Parrot()
    chat(f"a\n{word}\nb\n", parrot)
    assert parrot.asked == ["a"]


def test_the_last_line_needs_no_newline(chat):
    parrot = Parrot()
    chat("a\nb", parrot)
    assert parrot.asked == ["a", "b"]


def test_a_pipe_is_not_greeted(chat):
    assert chat("", Parrot()) == ""


def test_choices_are_numbered_with_their_questions(chat):
    choices = (Choice(label="One", question="one?"), Choice(label="Two", question="two?"))
    shown = chat("a\n", Parrot(status="ambiguous", body="Which?", choices=choices))
    assert "1. One: one?" in shown
    assert "2. Two: two?" in shown


def test_sources_are_shown_with_their_links(chat):
    citations = (Citation(id="x", name="Club", url="https://club.example/a"),
                 Citation(id="y", name="Book"))  # fmt: skip
    shown = chat("a\n", Parrot(citations=citations))
    assert "Source: Club (https://club.example/a)" in shown
    assert "Source: Book\n" in shown


def test_no_sign_of_an_answer_is_taken_for_markup(chat):
    """rich reads [red] as a colour, and :rocket: as a picture, unless told otherwise."""
    body = "[bold]M-27M[/bold] [link=x] :rocket: 59P"
    assert body in chat("a\n", Parrot(body=body))


def test_a_long_answer_is_not_broken_into_lines(chat):
    body = "word " * 100 + "end"
    assert body in chat("a\n", Parrot(body=body))


# --- typed at a terminal --------------------------------------------------------------------------


@pytest.fixture
def typed(monkeypatch, tmp_path):
    """typed("...\\n"): the lines that somebody types, with a home of their own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def lines(keys):
        with create_pipe_input() as keyboard:
            keyboard.send_text(keys)
            with create_app_session(input=keyboard, output=DummyOutput()):
                return [*terminal._typed()]

    return lines


END = "\x04"  # Ctrl-D


def test_lines_typed_until_the_end(typed):
    assert typed(f"one\ntwo\n{END}") == ["one", "two"]


def test_ctrl_c_drops_the_line_and_nothing_else(typed):
    assert typed(f"on\x03two\n{END}") == ["two"]


def test_what_was_typed_is_there_the_next_time(typed):
    typed(f"one\n{END}")
    up = "\x1b[A"
    assert typed(f"{up}\n{END}") == ["one"]


def test_a_home_that_cannot_be_written_to_only_costs_the_history(typed, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert typed(f"one\n{END}") == ["one"]


def test_a_terminal_is_greeted(monkeypatch, capsys):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(terminal, "_typed", lambda: iter(["a"]))
    parrot = Parrot()
    assert terminal.chat(parrot) == 0
    assert parrot.asked == ["a"]
    assert "Ask about flown space covers" in capsys.readouterr().out
