"""Spelling help offers only what is near."""

import pytest

from bot.knowledge.hints import closest

FIELDS = ["issuer", "issued", "maker", "quantities"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("isuer", "issuer"),
        ("quantites", "quantities"),
        ("mkaer", "maker"),
        ("maker", "maker"),
        ("printrun", None),
        ("", None),
    ],
)
def test_the_nearest_word_within_two_slips(word, meant):
    assert closest(word, FIELDS) == meant


def test_nothing_is_near_to_no_words():
    assert closest("issuer", []) is None
