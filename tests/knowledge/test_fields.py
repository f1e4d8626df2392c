"""The field table reads every value that stands in the records, with its source."""

from datetime import timedelta

import pytest

from bot.knowledge.fields import FIELDS, facts_of, fields_of
from bot.knowledge.load import load_knowledge, shipped_knowledge
from bot.knowledge.values import Count, Day, Interval

VALUE_TYPES = {
    "quantity": Count,
    "day": Day,
    "interval": Interval,
    "duration": timedelta,
    "thing": str,
    "text": str,
    "yesno": bool,
}

# Fields that gather the facts of others, whose names and kinds those facts keep.
GATHERING = {"quantity", "by_party", "about", "any_day", "purpose"}

FILES = {
    "sources/forum": "forum: {name: Forum, title: Forum, kind: forum}\n",
    "places": "ksc: {name: KSC, source: club}\nedwards: {name: Edwards, source: club}\n",
    "stations": "iss: {name: ISS, source: club}\n",
    "modules": "leonardo: {name: Leonardo, source: club}\n",
    "ports": "aft: {name: Aft port, source: club}\n",
    "marks": "octagon: {name: octagonal seal, kind: seal, source: club}\n",
    "people": "volkov: {name: Sergey Volkov, source: club}\n",
    "parties": "marianne: {name: La Marianne, roles: club, source: club}\n",
    "expeditions": """\
        expedition-17:
          {name: E17, number: 17, source: club, from: 2008-04-10, to: 2008-10-24,
           crew: {person: volkov}}
        expedition-18: {name: E18, number: 18, source: club, from: 2008-10-24}
        """,
    "practices": """\
        atv-second: {name: P, about: atv, what: cachets, party: volkov, role: also, source: club}
        atv-cachets: {name: P, about: atv, what: cachets, party: marianne, role: main, source: club}
        """,
    "missions/all": """\
        atv-1:
          name: ATV-1
          programme: atv
          source: club
          launch: {at: 2008-03-09T04:03Z, vehicle: Ariane 5 ES, source: forum}
          stays:
            - {how: docked, at: 2008-04-03T14:45Z, until: 2008-07-01T14:45Z, port: aft}
            - {how: docked, at: 2008-07-02T14:45Z, until: 2008-09-05T14:45Z, port: aft}
          end: {how: reentry, at: 2008-09-29}
        sts-126: {name: STS-126, programme: atv, source: club,
                  launch: {at: 2008-11-15}, end: {how: landing, at: 2008-11-30, place: edwards}}
        """,
    "covers/all": """\
        flown:
          name: Flown cover
          kind: cover
          source: club
          commemorates: atv-1
          issuer: [{value: marianne, source: forum, note: as printed}]
          quantities: [{of: flown, count: 1200}, {of: issued, count: {about: 1300}, source: forum}]
          strikes:
            - {place: ksc, event: return}
            - {day_of: {mission: atv-1, event: departed}}
          lots: [{id: own, within: flown, count: 5, strikes: {place: iss, day: 2008-08-01}}]
        folder: {name: Folder, kind: folder, source: club, covers_inside: 2, contains: flown}
        mail:
          name: Mail
          kind: consignment
          source: forum
          up: atv-1
          down: sts-126
          members: flown
          lots:
            - {id: sealed, count: 25, from: unknown, marked: octagon, signed: {people: volkov}}
            - {id: more, count: 14, beside: flown, signed: {crew: expedition-17, day: 2008-08-02}}
          legs:
            - {stage: stored, in: leonardo}
            - {stage: landed, by: sts-126, place: edwards, day: 2008-11-30}
            - {stage: recovered, day: 2009-02-04}
        """,
}


@pytest.fixture
def knowledge(shelf):
    for name, text in FILES.items():
        shelf.write(name, text)
    return shelf.load()


@pytest.mark.parametrize(
    ("thing", "field", "values"),
    [
        ("flown", "flown", [1200]),
        ("flown", "issued", [{"about": 1300}]),
        ("flown", "signed", [14]),  # a further lot; nobody knows whose the 25 are
        ("flown", "postmarked", [5]),
        ("flown", "marked", []),
        ("mail", "marked", [25]),
        ("mail", "signed", [25]),  # the 14 are told of the item that they stand beside
        ("folder", "covers_inside", [2]),
        ("flown", "issuer", ["marianne"]),
        ("flown", "by_party", ["marianne"]),
        ("flown", "about", ["atv-1"]),
        ("folder", "contains", ["flown"]),
        ("flown", "held_in", ["folder"]),
        ("flown", "up", ["atv-1"]),
        ("flown", "down", ["sts-126"]),
        ("flown", "return_day", [Day.of("2008-11-30")]),
        ("flown", "return_place", ["edwards"]),
        ("flown", "recovered_day", [Day.of("2009-02-04")]),
        ("flown", "carried_in", ["leonardo"]),
        ("flown", "signed_by", ["expedition-17"]),
        ("mail", "signed_by", ["volkov"]),
        ("flown", "signed_day", [Day.of("2008-08-02")]),
        ("mail", "marks", ["octagon"]),
        ("flown", "strike_place", ["ksc", "iss"]),
        ("flown", "strike_day", [Day.of("2008-09-05"), Day.of("2008-08-01")]),
        ("flown", "strike_event", ["return"]),
        ("flown", "form", ["cover"]),
        ("atv-1", "launched", [Day.of("2008-03-09T04:03Z")]),
        ("atv-1", "vehicle", ["Ariane 5 ES"]),
        ("atv-1", "arrived", [Day.of("2008-04-03T14:45Z")]),
        ("atv-1", "departed", [Day.of("2008-09-05T14:45Z")]),
        ("atv-1", "port", ["aft", "aft"]),
        ("atv-1", "ended", [Day.of("2008-09-29")]),
        ("atv-1", "end_how", ["reentry"]),
        ("atv-1", "docked_for", [timedelta(days=89 + 65)]),
        ("atv-1", "expeditions_aboard", ["expedition-17"]),
        ("atv-1", "covers", ["flown"]),
        ("sts-126", "arrived", []),
        ("sts-126", "docked_for", []),
        ("atv", "flights", [2]),
        ("atv", "first_mission", ["atv-1"]),
        ("atv", "last_mission", ["sts-126"]),
        ("atv", "cachet_makers", ["marianne", "volkov"]),  # the main one first
        ("volkov", "expeditions", ["expedition-17"]),
        ("expedition-17", "crew", ["volkov"]),
        ("expedition-17", "begun", [Day.of("2008-04-10")]),
        ("expedition-18", "over", []),
    ],
)
def test_a_field_gives_what_is_recorded(knowledge, thing, field, values):
    found = [fact.value for fact in facts_of(knowledge, knowledge.thing(thing), field)]
    wanted = [Count.of(v) if isinstance(v, int | dict) else v for v in values]
    assert found == wanted


@pytest.mark.parametrize(
    ("thing", "field", "source"),
    [
        ("flown", "flown", "club"),  # the record's
        ("flown", "issued", "forum"),  # the entry's own
        ("flown", "issuer", "forum"),  # the claim's own
        ("flown", "up", "forum"),  # that of the consignment
        ("atv-1", "launched", "forum"),  # that of the launch
        ("atv-1", "arrived", "club"),
    ],
)
def test_a_fact_has_the_nearest_source(knowledge, thing, field, source):
    (fact,) = facts_of(knowledge, knowledge.thing(thing), field)
    assert fact.source == (source,)


def test_what_is_derived_says_from_what(knowledge):
    (fact,) = facts_of(knowledge, knowledge.thing("atv-1"), "docked_for")
    assert fact.inferred
    assert set(fact.derived_from) == {"atv-1.arrived", "atv-1.departed"}
    inferred, struck = facts_of(knowledge, knowledge.thing("flown"), "strike_day")
    assert (inferred.inferred, struck.inferred) == (True, False)


def test_a_note_stays_with_its_fact(knowledge):
    (fact,) = facts_of(knowledge, knowledge.thing("flown"), "issuer")
    assert fact.note == "as printed"


def test_a_thing_has_no_facts_of_another_kinds_field(knowledge):
    assert facts_of(knowledge, knowledge.thing("atv-1"), "issued") == ()
    assert facts_of(knowledge, knowledge.thing("atv-1"), "price") == ()


def test_each_field_stands_once_in_the_table():
    assert all(FIELDS[kind, name].name == name for kind, name in FIELDS)
    assert sum(len(fields_of(kind)) for kind in {kind for kind, _ in FIELDS}) == len(FIELDS)


@pytest.fixture(scope="module")
def shipped():
    return load_knowledge(shipped_knowledge())


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda field: f"{field.kind}.{field.name}")
def test_every_shipped_fact_is_whole(shipped, field):
    """Its subject, field, type and source are right, and a thing it names exists."""
    for record in shipped.of_kind(field.kind):
        for fact in facts_of(shipped, record, field.name):
            assert fact.subject == record.id
            assert fact.field == field.name or field.name in GATHERING, fact
            assert isinstance(fact.value, VALUE_TYPES[field.type]), fact
            assert fact.source, fact
            assert all(shipped.source(source) for source in fact.source)
            if field.type == "thing" and fact.value in shipped and field.name not in GATHERING:
                assert shipped.thing(fact.value).kind_of_thing in field.accepts, fact
