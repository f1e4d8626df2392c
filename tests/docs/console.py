"""Console examples in the documentation: what is typed, and what Flown prints for it.

A fenced block marked `console` holds commands after `$ `, what is typed into `flown chat` after
`> `, and under each of them what is printed. `run` prints such a block anew. Three commands are
known: `flown ...`, `echo ... |` before it and `| python -m json.tool` behind it.
"""

from __future__ import annotations

import io
import json
import re
import shlex
import textwrap
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest.mock import patch

from bot import cli
from bot.knowledge.load import load_knowledge

WIDTH = 96
_FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TOOK = re.compile(r'("took_ms": )[\d.]+')
_JSON_TOOL = ["python", "-m", "json.tool", "--no-ensure-ascii"]

# Every example is about the same facts: read them once.
_load_once = cache(load_knowledge)


@dataclass(frozen=True)
class Block:
    """A fenced block of a page: its language, its text, and where the text stands in the page."""

    language: str
    text: str
    start: int
    end: int


def blocks(page: str, language: str) -> list[Block]:
    """The fenced blocks of one language."""
    return [
        Block(found[1], found[2], found.start(2), found.end(2))
        for found in _FENCED.finditer(page)
        if found[1] == language
    ]


def run(text: str) -> str:
    """A console block with what its commands print now."""
    printed = ""
    for command, typed in _sessions(text):
        printed += f"$ {command}\n" + _fold(_execute(command, typed), command)
    return printed


def refreshed(page: str) -> str:
    """A page with every console example as it is printed now."""
    for block in reversed(blocks(page, "console")):
        page = page[: block.start] + run(block.text) + page[block.end :]
    return page


def _sessions(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each command with what is typed into it."""
    command, typed = "", []
    for line in text.splitlines():
        if line.startswith("$ "):
            if command:
                yield command, typed
            command, typed = line.removeprefix("$ "), []
        elif line.startswith("> "):
            typed.append(line.removeprefix("> "))
    if command:
        yield command, typed


class _Typed(io.StringIO):
    """Standard input that shows what is typed, as a terminal does."""

    def __iter__(self):
        for line in self.getvalue().splitlines():
            print(f"> {line}")
            yield line


def _execute(command: str, typed: list[str]) -> str:
    steps = _pipeline(command)
    given = _Typed("\n".join(typed))
    if steps[0][0] == "echo":
        given = io.StringIO(" ".join(steps.pop(0)[1:]) + "\n")
    program, *arguments = steps.pop(0)
    assert program == "flown", f"no such command in the documentation: {command}"
    printed = io.StringIO()
    with (
        redirect_stdout(printed),
        patch("sys.stdin", given),
        patch.object(cli, "load_knowledge", _load_once),
    ):
        cli.main(arguments)
    text = _TOOK.sub(r"\g<1>4.2", printed.getvalue())
    if steps:
        assert steps == [_JSON_TOOL], f"no such filter in the documentation: {command}"
        text = json.dumps(json.loads(text), indent=4, ensure_ascii=False) + "\n"
    return text.rstrip("\n") + "\n"


def _pipeline(command: str) -> list[list[str]]:
    words = shlex.shlex(command, posix=True, punctuation_chars="|")
    words.whitespace_split = True
    steps: list[list[str]] = [[]]
    for word in words:
        if word == "|":
            steps.append([])
        else:
            steps[-1].append(word)
    return steps


def _fold(text: str, command: str) -> str:
    """The text in lines that fit a page; JSON stays as it is."""
    if "json" in command:
        return text
    return "\n".join(map(_folded, text.split("\n")))


def _folded(line: str) -> str:
    indent = "  " if line.startswith("- ") else ""
    lead = line[: len(line) - len(line.lstrip())]
    return "\n".join(
        textwrap.wrap(
            line.strip(),
            WIDTH,
            initial_indent=lead,
            subsequent_indent=lead + indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
