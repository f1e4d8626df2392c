"""Whatever is asked of the field table, an answer comes, and all that it states has a source."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.fields import FIELDS, fields_of
from bot.questions.query import Condition, Query
from tests.answers.asking import number, of, on, told

KINDS = sorted({kind for kind, _ in FIELDS})
STATUSES = {"answered", "not_recorded"}
DAYS = ["2008-03-09", "2011", "2011-02", "2012-11-02", "2012-11-05"]
NUMBERS = [0, 14, 40, 350, 600, 1200]
ORDERED = ["is", "<", "<=", ">", ">="]


@st.composite
def conditions(draw, knowledge, kind):
    """A condition that a question on things of this kind may set."""
    ids = [record.id for record in knowledge.of_kind(kind)]
    field = draw(st.sampled_from([None, *fields_of(kind)]))
    if field is None:
        return of("self", *draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3)))
    if field.type == "day":
        return on(field.name, draw(st.sampled_from(DAYS)), draw(st.sampled_from(ORDERED)))
    if field.type == "quantity":
        return number(field.name, draw(st.sampled_from(ORDERED)), draw(st.sampled_from(NUMBERS)))
    things = [r.id for k in sorted(field.accepts) for r in knowledge.of_kind(k)]
    if field.type == "thing" and things:
        condition = of(field.name, draw(st.sampled_from(things)))
        return condition.model_copy(update={"op": draw(st.sampled_from(["is", "is not"]))})
    return told(field.name)


@st.composite
def queries(draw, knowledge):
    """A Query as the grammar may build it: fields and conditions of one kind of thing."""
    kind = draw(st.sampled_from([k for k in KINDS if knowledge.of_kind(k)]))
    where = draw(st.lists(conditions(knowledge, kind), max_size=3))
    rest = {"kind": kind, "where": where}
    names = [field.name for field in fields_of(kind)]
    figures = [f.name for f in fields_of(kind) if f.type in {"quantity", "day", "duration"}]
    want = draw(st.sampled_from(["value", "list", "count", "total", "rank", "compare", "check"]))
    if want == "value":
        rest["fields"] = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))
    elif want == "total":
        rest |= {"kind": "cover", "fields": [draw(st.sampled_from(["flown", "issued", "signed"]))]}
        rest["where"] = draw(st.lists(conditions(knowledge, "cover"), max_size=3))
    elif want in {"rank", "compare"} and figures:
        rest["fields"] = [draw(st.sampled_from(figures))]
        rest |= {"order": draw(st.sampled_from(["asc", "desc"])), "limit": draw(LIMITS)}
        sides = [draw(conditions(knowledge, kind)), draw(conditions(knowledge, kind))]
        rest["groups"] = [[side] for side in sides] if want == "compare" else []
        rest["tally"] = want == "compare" and kind == "cover" and draw(st.booleans())
    elif want == "check":
        rest["claim"] = draw(st.lists(conditions(knowledge, kind), max_size=2))
        rest["every"], rest["denied"] = draw(st.booleans()), draw(st.booleans())
    elif want in {"rank", "compare"}:
        want = "list"
    return Query.model_validate({"want": want, **rest})


LIMITS = st.sampled_from([None, 1, 3])


def is_sound(knowledge, query, answer):
    assert answer.status in STATUSES
    assert answer.body.strip()
    assert answer.query == query
    cited = {citation.id for citation in answer.citations}
    for fact in answer.facts:
        assert fact.source, fact
        assert all(source in knowledge for source in fact.source)
        if fact.role == "asked":
            assert cited, fact
    assert all(subject in knowledge for subject in answer.subjects)


@settings(max_examples=400)
@given(st.data())
def test_any_query_on_the_made_up_world(world, data):
    query = data.draw(queries(world.knowledge))
    is_sound(world.knowledge, query, world.answer(query))


@given(st.data())
def test_any_query_on_the_shipped_knowledge(brain, knowledge, data):
    query = data.draw(queries(knowledge))
    is_sound(knowledge, query, brain.carry_out(query))


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda field: f"{field.kind}.{field.name}")
def test_every_field_is_answered_with_its_facts(brain, knowledge, field):
    """What is asked of all things of a kind is stated for each that has it."""
    query = Query(want="value", kind=field.kind, fields=(field.name,))
    answer = brain.carry_out(query)
    is_sound(knowledge, query, answer)
    having = {
        match.thing.id
        for match in brain._responder._selector.select(field.kind, [told(field.name)])
    }
    stated = {fact.subject for fact in answer.facts if fact.role == "asked"}
    assert stated <= having
    assert bool(stated) == bool(having)


def test_a_condition_on_a_thing_that_is_not_there_finds_nothing(world):
    query = Query(want="list", kind="cover", where=(of("about", "atv-77"),))
    assert world.answer(query).status == "not_recorded"


def test_a_condition_without_a_value_holds_for_nothing(world):
    query = Query(want="list", kind="cover", where=(Condition(field="about"),))
    assert world.answer(query).status == "not_recorded"
