"""The YAML examples of CONTRIBUTING.md: what to write, and what each common mistake prints.

The first line of an example names its file. Under "## Common mistakes" each example is followed by
a fenced block marked `text` with what `flown check` prints.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge.base import Knowledge
from bot.knowledge.load import KnowledgeError, load_knowledge, shipped_knowledge
from tests.docs.pages import ROOT

GUIDE = ROOT / "CONTRIBUTING.md"
_MISTAKES = "## Common mistakes"
_EXAMPLE = re.compile(r"```yaml\n(# (knowledge/\S+)\n.*?)```\n", re.DOTALL)
_MISTAKE = re.compile(_EXAMPLE.pattern + r"\n```text\n(.*?)```\n", re.DOTALL)


@dataclass(frozen=True)
class Example:
    """A file as the guide shows it; `printed` is what the guide says that a check prints."""

    file: str
    text: str
    printed: str = ""


def examples(page: str) -> list[Example]:
    """The examples to follow, in their order."""
    found = _EXAMPLE.finditer(page.partition(_MISTAKES)[0])
    return [Example(match[2], match[1]) for match in found]


def mistakes(page: str) -> list[Example]:
    """The examples not to follow."""
    found = _MISTAKE.finditer(page.partition(_MISTAKES)[2])
    return [Example(match[2], match[1], match[3]) for match in found]


def load_beside_the_shipped(files: list[Example], folder: Path) -> Knowledge:
    """The shipped knowledge with these files beside it; KnowledgeError if something is wrong."""
    knowledge = folder / "knowledge"
    shutil.copytree(shipped_knowledge(), knowledge, dirs_exist_ok=True)
    for file in files:
        path = folder / file.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8")
    return load_knowledge(knowledge)


def printed_for(mistake: Example) -> str:
    """What a check prints about a mistake."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            load_beside_the_shipped([mistake], Path(folder))
        except KnowledgeError as error:
            return "".join(f"{problem}\n" for problem in error.problems)
    return ""


def same_print(mistake: Example, printed: str) -> bool:
    """Whether the guide shows what is printed; lines of other files may have moved since."""
    elsewhere = re.compile(rf"\b(?!{re.escape(mistake.file)})(knowledge/[\w./-]+):\d+")
    return elsewhere.sub(r"\1", mistake.printed) == elsewhere.sub(r"\1", printed)


def refreshed(page: str) -> str:
    """The guide with what a check prints now under every mistake."""
    before, title, after = page.partition(_MISTAKES)
    return before + title + "".join(_with_prints(after))


def _with_prints(text: str) -> Iterator[str]:
    end = 0
    for match in _MISTAKE.finditer(text):
        mistake = Example(match[2], match[1], match[3])
        printed = printed_for(mistake)
        yield text[end : match.start(3)]
        yield match[3] if same_print(mistake, printed) else printed
        end = match.end(3)
    yield text[end:]
