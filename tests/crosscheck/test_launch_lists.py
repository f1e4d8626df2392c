"""Flown's flights agree with lists that they were not entered from, or it is known why not."""

import pytest

from bot.knowledge.load import load_knowledge, shipped_knowledge
from tests.crosscheck.compare import Comparison, agreement, comparisons, explanations, report


@pytest.fixture(scope="module")
def found():
    return list(comparisons(load_knowledge(shipped_knowledge())))


def test_raw_agreement_is_above_97_percent(found):
    assert agreement(found) > 0.97
    print("\n" + "\n".join(line for line in report(found) if line.endswith("%")))


def test_the_same_flights_are_in_both(found):
    assert [c for c in found if c.field == "flight" and not c.agrees] == []


def test_every_disagreement_is_explained_by_a_third_source(found):
    told = explanations()
    differences = {(c.flight, c.field) for c in found if not c.agrees}
    explained = {(flight, field) for flight, fields in told.items() for field in fields}
    assert differences == explained
    for fields in told.values():
        for explanation in fields.values():
            assert explanation.keys() == {"right", "why", "by"}
            assert explanation["right"] in {"ours", "both"}  # what is wrong here is mended here


def test_the_lists_are_no_source_of_ours():
    knowledge = load_knowledge(shipped_knowledge())
    urls = [str(getattr(record, "url", "")) for record in knowledge]
    assert not [url for url in urls if "_in_spaceflight" in url or "launchdata" in url]


def test_the_report_tells_what_is_not_explained():
    found = [Comparison("crs-1", "pad", "A", "A"), Comparison("crs-2", "pad", "A", "B")]
    lines = list(report(found))
    assert lines[0].split() == ["pad", "1", "of", "2", "agree", "50.0%"]
    assert lines[-1].endswith("crs-2, pad: ours A, theirs B\n  NOT EXPLAINED")
