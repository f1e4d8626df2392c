"""The rooms of reading on the shipped knowledge, and the scores that end the test run."""

import pytest

from bot.questions.names import NameIndex
from bot.questions.query import Memory
from bot.questions.read import Reader
from bot.questions.slots import Annotator
from tests.evaluation import report
from tests.evaluation.scoring import run_table
from tests.evaluation.tables import load_table

_LINES = pytest.StashKey[list[str]]()


@pytest.fixture(scope="session")
def names(knowledge):
    return NameIndex(knowledge)


@pytest.fixture(scope="session")
def annotator(knowledge, names):
    return Annotator(knowledge, names)


@pytest.fixture(scope="session")
def reader(knowledge, names):
    return Reader(knowledge, names)


@pytest.fixture(scope="session")
def read(reader):
    """read(text) gives the Query or Trouble of a question that nothing was said before."""
    return lambda text, **options: reader.read(text, Memory(), **options)


@pytest.fixture(scope="session")
def told(brain):
    """told("...|..."): the answer to the last turn of a conversation."""

    def answer(conversation):
        memory = None
        for turn in conversation.split("|"):
            reply = brain.ask(turn, memory)
            memory = reply.memory
        return reply.answer

    return answer


@pytest.fixture(scope="session")
def understood(brain):
    """understood("... | ..."): what the last turn of a conversation was read as."""

    def read(conversation):
        memory = Memory()
        for text in conversation.split(" | "):
            reply = brain.ask(text, memory)
            memory = reply.memory
        return reply.answer.understood

    return read


@pytest.fixture(scope="session")
def tell(pytestconfig):
    """Shows a line at the end of the test run."""
    return pytestconfig.stash.setdefault(_LINES, []).append


@pytest.fixture(scope="session")
def scored(brain, tell):
    """The scores of a table, asked once and shown at the end."""
    asked = {}

    def score(name):
        if name not in asked:
            asked[name] = run_table(brain, load_table(name))
            tell(report.one_line(name, asked[name]))
        return asked[name]

    return score


def pytest_terminal_summary(terminalreporter, config):
    for line in config.stash.get(_LINES, []):
        terminalreporter.write_line(line)
