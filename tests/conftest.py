"""Settings that every test shares."""

import os

import pytest
from hypothesis import HealthCheck, settings

from bot.brain import Brain
from bot.knowledge.load import load_knowledge, shipped_knowledge

# A machine's speed never fails a test. In CI the examples are the same each
# time, so that a red run is about the change; elsewhere they are drawn anew.
settings.register_profile(
    "flown",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.load_profile("flown")


@pytest.fixture(scope="session")
def knowledge():
    """The knowledge that ships with Flown; it is immutable, so every test may share it."""
    return load_knowledge(shipped_knowledge())


@pytest.fixture(scope="session")
def brain(knowledge):
    """The real brain on the shipped knowledge; it holds no state between calls."""
    return Brain(knowledge)
