"""From facts of the knowledge to those of an answer, and to the sources that are shown."""

from datetime import timedelta

import pytest

from bot.answers.stating import _MOST_SOURCES, citations, cite, stated
from bot.knowledge.facts import Fact
from bot.knowledge.fields import facts_of
from bot.knowledge.values import Count, Day


def fact(value, field="signed_by", **rest):
    return Fact("one-folder", field, value, rest.pop("source", ("club",)), **rest)


def values(*facts):
    return [found.value for found in stated(facts)]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Count.of(600), {"min": 600, "max": 600, "bound": "exact"}),
        (Count.of({"at_most": 5}), {"min": None, "max": 5, "bound": "at_most"}),
        (Count.of({"from": 1, "to": 2}), {"min": 1, "max": 2, "bound": "range"}),
        (Day.of("2008-11"), "2008-11"),
        (Day.of("2008-11-30T21:25Z"), "2008-11-30T21:25Z"),
        (timedelta(days=1, minutes=1), "PT1441M"),
        ("la-marianne", "la-marianne"),
        (True, True),
    ],
)
def test_a_value_has_the_shape_of_the_contract(value, shown):
    assert values(fact(value)) == [shown]


def test_several_things_of_one_field_are_one_fact_with_a_list():
    assert values(fact("ann"), fact("bob")) == [["ann", "bob"]]


def test_the_same_thing_twice_is_one():
    assert values(fact("ann"), fact("ann")) == ["ann"]


def test_things_of_different_lots_stay_apart():
    assert values(fact("ann", lot="a"), fact("bob", lot="b")) == ["ann", "bob"]


def test_different_figures_stay_apart():
    """600 issued by one source and 500 by another are two facts, not a list of figures."""
    found = values(fact(Count.of(600), "issued"), fact(Count.of(500), "issued"))
    assert [one["min"] for one in found] == [600, 500]


def test_claims_of_different_sources_on_one_day_stay_apart():
    found = stated(
        [
            fact(Day.of("2011-02-16"), "launched"),
            fact(Day.of("2011-02-17"), "launched", source=("forum",)),
        ]
    )
    assert [(one.value, one.source) for one in found] == [
        ("2011-02-16", ("club",)),
        ("2011-02-17", ("forum",)),
    ]


def test_a_list_names_every_source_once_and_what_it_was_derived_from():
    (found,) = stated(
        [
            fact("ann", source=("club", "forum"), derived_from=("x.y",)),
            fact("bob", source=("forum",), derived_from=("x.y", "z.y")),
        ],
        "context",
    )
    assert found.source == ("club", "forum")
    assert found.derived_from == ("x.y", "z.y")
    assert found.role == "context"


def test_a_citation_is_what_a_collector_knows(world):
    citation = cite(world.knowledge, "club")
    assert citation.name == "Club bulletin, about 2017"
    assert citation.url == "https://club.example/"
    assert cite(world.knowledge, "forum").url is None


def test_the_sources_of_what_was_asked_come_first(world):
    asked = stated([fact("ann", source=("forum",))])
    context = stated([fact("bob", source=("club",))], "context")
    assert [c.id for c in citations(world.knowledge, [*context, *asked])] == ["forum", "club"]


def test_each_source_is_cited_once(world):
    asked = stated([fact("ann"), fact(Count.of(5), "signed")])
    assert [c.id for c in citations(world.knowledge, asked)] == ["club"]


def test_context_does_not_crowd_out_what_was_asked(knowledge):
    """Of many sources a few are shown: those of the facts that were asked for."""
    sources = [source.id for source in knowledge.of_kind("source")][:20]
    asked = stated([fact("ann", source=(sources[-1],))])
    context = stated([fact(str(n), source=(s,), lot=str(n)) for n, s in enumerate(sources)],
                     "context")  # fmt: skip
    shown = [c.id for c in citations(knowledge, [*context, *asked])]
    assert shown[0] == sources[-1]
    assert len(shown) == _MOST_SOURCES


def test_every_shipped_fact_can_be_stated(knowledge):
    for name in ("issued", "flown", "signed_by", "strike_day", "up"):
        for cover in knowledge.of_kind("cover"):
            for found in stated(facts_of(knowledge, cover, name)):
                assert found.source
                assert found.model_dump(mode="json")["value"] is not None
