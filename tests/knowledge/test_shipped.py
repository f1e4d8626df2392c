"""What the shipped knowledge must reach: the fleet is closed and its main facts are known."""

import pytest

from bot.knowledge.load import load_knowledge, shipped_knowledge
from bot.knowledge.records import Claim, Cover, Mission, Programme
from bot.knowledge.rules.entries import entries
from bot.knowledge.schema import FOLDER
from bot.knowledge.stats import stats_table, unconfirmed_flights


@pytest.fixture(scope="module")
def knowledge():
    return load_knowledge(shipped_knowledge())


@pytest.fixture(scope="module")
def coverage(knowledge):
    """For each mission field, how many suppliers' flights have it, and of how many."""
    suppliers = {p.id for p in knowledge.all(Programme) if p.supplies_iss}
    rows = [row for row in stats_table(knowledge) if row.kind == "mission"]
    fields = {row.field for row in rows}
    return {
        field: (sum(r.known for r in chosen), sum(r.of for r in chosen))
        for field in fields
        if (chosen := [r for r in rows if r.field == field and r.programme in suppliers])
    }


@pytest.mark.parametrize(
    ("field", "share"),
    [
        ("launched", 1),
        ("vehicle", 1),
        ("launch_site", 1),
        ("outcome", 1),
        ("reason", 1),
        ("ended", 1),
        ("end_how", 1),
        ("arrived", 1),
        ("port", 1),
        ("departed", 0.95),
        ("nasa_number", 1),
    ],
)
def test_the_main_facts_of_the_flights_are_known(coverage, field, share):
    known, of = coverage[field]
    assert known >= share * of
    assert of > 0


def test_the_five_losses_are_told(knowledge):
    lost = [m.id for m in knowledge.all(Mission) if any(c.value == "lost" for c in m.outcome)]
    assert sorted(lost) == [
        "crs-7",
        "cygnus-orb-3",
        "progress-m-12m",
        "progress-m-27m",
        "progress-ms-04",
    ]


def test_flights_that_are_not_confirmed_are_told_in_the_docs_too(knowledge):
    page = (FOLDER.parent / "unconfirmed-flights.md").read_text(encoding="utf-8")
    names = [name for name, _ in unconfirmed_flights(knowledge)]
    assert names
    assert [name for name in names if name.rpartition(" ")[2] not in page] == []


def test_every_cover_tells_something_of_itself(knowledge):
    """A cover with a name and nothing else answers no question."""
    told = {"commemorates", "up", "issuer", "maker", "strikes", "quantities", "legs", "members"}
    told |= {"remarks", "lots", "features", "statements", "marks"}
    empty = [c.id for c in knowledge.all(Cover) if not any(getattr(c, name) for name in told)]
    assert empty == []


def test_no_text_is_left_over(knowledge):
    """Notes and reasons speak to collectors, not to those who enter facts."""
    bad = ("TODO", "FIXME", "XXX", "???")
    found = [
        (record.id, text)
        for record in knowledge
        for _, part in entries(record)
        for text in _texts(part)
        if any(word in text for word in bad)
    ]
    assert found == []


def _texts(part):
    values = [getattr(part, name) for name in type(part).model_fields]
    values += [part.value] if isinstance(part, Claim) else []
    return [value for value in values if isinstance(value, str)]
