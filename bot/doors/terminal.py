"""The terminal door: `flown chat`, with history and follow-ups; works piped, too."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from rich.console import Console
from rich.text import Text

from bot.answers.answer import Answer
from bot.brain import Brain
from bot.questions.query import Memory

_GREETING = 'Ask about flown space covers ("help" says what; Ctrl-D or "quit" ends).'
_LEAVING = {"quit", "exit", "bye", ":q"}


def chat(brain: Brain) -> int:
    """Answer questions from the terminal or from a pipe until the input ends; returns 0."""
    console = Console(highlight=False)
    at_terminal = sys.stdin.isatty()
    if at_terminal:
        console.print(Text(_GREETING, style="dim"))
    memory = Memory()
    for question in _typed() if at_terminal else _piped():
        if question.strip().casefold() in _LEAVING:
            break
        if not question.strip():
            continue
        reply = brain.ask(question, memory)
        memory = reply.memory
        _show(console, reply.answer)
    return 0


def _show(console: Console, answer: Answer) -> None:
    """Draw one answer: the facts plainly, the sources dimmed, choices numbered."""
    console.print(Text(answer.body), soft_wrap=True)
    choices = answer.choices if answer.status == "ambiguous" else ()  # an offer is in the body
    for number, choice in enumerate(choices, start=1):
        console.print(Text(f"  {number}. {choice.label}: {choice.question}"))
    for citation in answer.citations:
        link = f" ({citation.url})" if citation.url else ""
        console.print(Text(f"  Source: {citation.name}{link}", style="dim"), soft_wrap=True)
    console.print()


def _piped() -> Iterator[str]:
    for line in sys.stdin:
        yield line.rstrip("\n")


def _typed() -> Iterator[str]:
    """Lines typed at the terminal, with editing and a history that is kept for the next time."""
    history: History = InMemoryHistory()
    folder = Path(os.environ.get("XDG_STATE_HOME", "~/.local/state")).expanduser() / "flown"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        history = FileHistory(str(folder / "history"))
    except OSError:
        pass  # a home that cannot be written to only costs the history
    session: PromptSession[str] = PromptSession(history=history)
    while True:
        try:
            yield session.prompt("> ")
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
