"""Questions to the knowledge in memory: by id, by type, by relation, by place in the files."""

import pytest

from bot.knowledge.base import Knowledge, launch_order
from bot.knowledge.records import Cover, Expedition, Mission, Record, Source

FILES = {
    "missions/atv": """\
        atv-2: {name: ATV-2, programme: atv, source: club, launch: {at: 2011-02-16}}
        atv-9: {name: ATV-9, programme: atv, source: club}
        atv-1:
          name: ATV-1
          programme: atv
          source: club
          launch: {at: [{value: 2009}, {value: 2008-03-09, preferred: true}]}
        """,
    "covers/atv": """\
        flown: {name: Flown cover, kind: cover, source: club}
        folder: {name: Folder, kind: folder, source: club, contains: [flown]}
        mail: {name: Mail, kind: consignment, source: club, members: [flown]}
        series:
          name: Series
          kind: series
          source: club
          members: [flown]
          quantities:
            - of: flown
              count: 3
        """,
    "people": "volkov: {name: Sergey Volkov, source: club}\n",
    "expeditions": "expedition-1: {name: E1, number: 1, source: club, crew: {person: volkov}}\n",
}


@pytest.fixture
def knowledge(shelf):
    for name, text in FILES.items():
        shelf.write(name, text)
    return shelf.load()


def test_a_thing_is_found_by_its_id(knowledge):
    assert knowledge.thing("atv-1").name == "ATV-1"
    assert knowledge.get("atv-6") is None
    assert "atv-1" in knowledge
    assert "atv-6" not in knowledge
    with pytest.raises(KeyError):
        knowledge.thing("atv-6")


def test_a_name_is_the_id_where_nothing_is_recorded(knowledge):
    assert knowledge.name_of("atv-1") == "ATV-1"
    assert knowledge.name_of("atv-6") == "atv-6"


def test_things_come_by_type_and_by_kind(knowledge):
    assert {m.id for m in knowledge.all(Mission)} == {"atv-1", "atv-2", "atv-9"}
    assert {m.id for m in knowledge.of_kind("mission")} == {"atv-1", "atv-2", "atv-9"}
    assert len(knowledge) == len(list(knowledge)) == 11


def test_only_a_source_is_given_as_a_source(knowledge):
    assert isinstance(knowledge.source("club"), Source)
    with pytest.raises(TypeError, match="atv is a programme, not a source"):
        knowledge.source("atv")


def test_flights_come_by_their_preferred_launch_and_undated_ones_last(knowledge):
    assert [m.id for m in knowledge.missions_of("atv")] == ["atv-1", "atv-2", "atv-9"]
    assert launch_order(knowledge.thing("atv-1")) == "2008-03-09"


def test_what_a_cover_travelled_and_is_held_in(knowledge):
    flown = knowledge.thing("flown")
    assert [cover.id for cover in knowledge.consignments_of(flown)] == ["mail"]
    assert [cover.id for cover in knowledge.holders_of(flown)] == ["folder"]
    assert knowledge.consignments_of(knowledge.thing("mail")) == []


def test_the_expeditions_of_a_person(knowledge):
    assert knowledge.expeditions_of["volkov"] == knowledge.all(Expedition)


def test_an_entry_is_found_in_its_file(knowledge):
    series = knowledge.thing("series")
    assert str(knowledge.where(series)) == "knowledge/covers/atv.yaml:4"
    assert str(knowledge.where(series, "quantities", 0, "count")) == "knowledge/covers/atv.yaml:11"
    assert str(knowledge.where(series, "strikes", 2)) == "knowledge/covers/atv.yaml:4"


def test_knowledge_without_files_still_answers():
    record = Cover(id="a", name="A", kind="cover")
    knowledge = Knowledge([record])
    assert knowledge.where(record, "up") == record.at
    assert knowledge.all(Record) == []
    assert knowledge.revision == ""
