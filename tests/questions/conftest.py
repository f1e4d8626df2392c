"""The rooms of reading on the shipped knowledge."""

import pytest

from bot.questions.names import NameIndex
from bot.questions.query import Memory
from bot.questions.read import Reader
from bot.questions.slots import Annotator


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
