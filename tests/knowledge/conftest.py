"""Small knowledge folders, written for one test."""

from textwrap import dedent

import pytest

from bot.knowledge.load import KnowledgeError, load_knowledge

# Things that nearly every small folder needs; a test adds files beside these or replaces them.
BASICS = {
    "sources": """\
        club:
          name: Club bulletin
          title: Club bulletin
          kind: club
        """,
    "programmes": """\
        atv: {name: ATV, source: club}
        """,
}


class Shelf:
    """A knowledge folder on disk: write files, then read it as Flown does."""

    def __init__(self, folder):
        self.folder = folder
        for name, text in BASICS.items():
            self.write(name, text)

    def write(self, name, text, suffix=".yaml"):
        """Write knowledge/<name>.yaml; indented text may be given."""
        path = self.folder / f"{name}{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
        return path

    def load(self):
        """The knowledge; fails the test if there is a problem."""
        return load_knowledge(self.folder)

    def problems(self):
        """What is wrong, one line each, as `flown check` prints it."""
        try:
            self.load()
        except KnowledgeError as error:
            return [str(problem) for problem in error.problems]
        return []


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "knowledge")
