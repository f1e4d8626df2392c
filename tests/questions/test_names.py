"""Things by their exact names, and names by how they begin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.load import load_knowledge
from bot.knowledge.records import Cover, Mission, Practice, Source, Term
from bot.questions.names import NameIndex, cover_label, names_of
from bot.questions.normalise import words_of

COMPLETED = {"mission", "cover", "party", "person", "place", "expedition"}


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("ATV-2", ("atv-2",)),
        ("johannes KEPLER", ("atv-2",)),
        ("Kepler", ("atv-2",)),  # the name that its namesake's ship goes by
        ("Marianne", ("la-marianne",)),
        ("Gennady Padalka", ("padalka",)),
        ("Padalka", ("padalka",)),
        ("Expedition 26", ("expedition-26",)),
        ("ISS-26", ("expedition-26",)),
        ("Baikonur", ("baikonur",)),
        ("Dragon", ("dragon",)),
        ("Progress M1", ("progress-m1",)),
        ("octagonal seal", ("iss-octagon",)),
        ("CTB", ("ctb",)),
        ("ATV-6", ()),
        ("CRS-100", ()),
        ("Gagarin", ()),
        ("", ()),
    ],
)
def test_a_name_names_exactly_its_thing(names, text, things):
    assert names.things_named(text) == things


def test_every_main_name_of_a_flight_person_or_maker_finds_it(names, knowledge):
    lost = [
        record.id
        for kind in ("mission", "person", "party", "place", "expedition", "programme")
        for record in knowledge.of_kind(kind)
        if record.id not in names.things_named(record.name)
    ]
    assert lost == []


def test_a_cover_is_labelled_with_its_mission(knowledge):
    label = cover_label(knowledge, knowledge.thing("atv-2-folder-la-marianne"))
    assert label.startswith("ATV-2")
    assert "folder" in label


def test_a_label_names_its_mission_once(knowledge):
    for cover in knowledge.all(Cover):
        for mission in (knowledge.name_of(thing) for thing in cover.commemorates[:1]):
            if mission in cover.name:
                assert cover_label(knowledge, cover) == cover.name


def test_names_of_a_ship_have_its_own_name_with_and_without_the_prefix(knowledge):
    names = names_of(knowledge.thing("atv-1"))
    assert names[0] == "ATV-1"
    assert "Jules Verne" in names
    cygnus = next(
        m for m in knowledge.all(Mission) for c in m.ship_name if c.value.startswith("S.S. ")
    )
    own = cygnus.ship_name[0].value
    assert {own, own.removeprefix("S.S. ")} <= {*names_of(cygnus)}


# --- completion -----------------------------------------------------------------------------------


def completed(names, typed, *kinds, **options):
    return [name.thing for name in names.complete(typed, kinds, **options)]


@pytest.mark.parametrize(
    ("typed", "kind", "first"),
    [
        ("ATV-2", "mission", "atv-2"),
        ("atv2", "mission", "atv-2"),
        ("atv 2", "mission", "atv-2"),
        ("kepl", "mission", "atv-2"),
        ("johanes kepler", "mission", "atv-2"),  # a slip
        ("verne", "mission", "atv-1"),
        ("m27m", "mission", "progress-m-27m"),
        ("M-27M", "mission", "progress-m-27m"),
        ("59P", "mission", "progress-m-27m"),
        ("progress m-27m", "mission", "progress-m-27m"),
        ("こうのとり4", "mission", "htv-4"),
        ("spx-5", "mission", "crs-5"),
        ("crs-1", "mission", "crs-1"),  # before CRS-10, which begins so, too
        ("padal", "person", "padalka"),
        ("la mar", "party", "la-marianne"),
        ("mariann", "party", "la-marianne"),
    ],
)
def test_the_best_completion_is_the_first(names, typed, kind, first):
    assert completed(names, typed, kind)[0] == first


def test_names_that_begin_so_come_before_names_that_contain_it(names):
    found = completed(names, "crs-1", "mission")
    begins = [t for t in found if t.startswith("crs-1")]
    assert found[: len(begins)] == begins
    assert len(begins) == 11  # CRS-1 and CRS-10 to 19


def test_nothing_typed_lists_flights_in_the_order_of_their_launches(names, knowledge):
    found = completed(names, "", "mission", limit=10)
    launches = [knowledge.thing(thing).launch.at[0].value.start for thing in found]
    assert len(found) == 10
    assert launches == sorted(launches)


def test_a_thing_is_shown_by_the_name_that_fits_best(names):
    """Its main name where all fit alike, else the one that was begun."""
    shown = {name.thing: name.text for name in names.complete("", {"mission"}, limit=200)}
    assert (shown["atv-2"], shown["htv-4"]) == ("ATV-2", "HTV-4")
    assert names.complete("Johannes", {"mission"})[0].text == "Johannes Kepler"


def test_a_place_is_not_mistaken_for_somebody_of_its_name(tmp_path):
    """A family name stands for its person only where nothing is called just that."""
    folder = tmp_path / "knowledge"
    folder.mkdir()
    (folder / "sources.yaml").write_text("club: {name: Club, title: Club, kind: club}\n")
    (folder / "places.yaml").write_text("town: {name: Abletown, source: club}\n")
    (folder / "people.yaml").write_text(
        "ann: {name: Ann Abletown, source: club}\nbob: {name: Bob Bakerman, source: club}\n"
    )
    index = NameIndex(load_knowledge(folder))
    assert index.things_named("Abletown") == ("town",)
    assert index.things_named("Bakerman") == ("bob",)


def test_what_nothing_begins_with_completes_to_nothing(names):
    assert completed(names, "zzzzzz", *COMPLETED) == []


@given(st.text(max_size=12), st.sets(st.sampled_from(sorted(COMPLETED)), min_size=1))
def test_completions_are_things_of_the_kinds_asked_for_each_once(names, knowledge, typed, kinds):
    found = names.complete(typed, kinds)
    things = [name.thing for name in found]
    assert len(found) <= 25
    assert len(things) == len({*things})
    assert all(name.kind in kinds for name in found)
    assert all(knowledge.thing(thing).kind_of_thing in kinds for thing in things)


@given(st.data())
def test_every_name_in_full_is_completed_to_its_thing(names, knowledge, data):
    """Whatever thing it is, and however it is typed, its own name leads to it."""
    records = [
        r for r in knowledge if not isinstance(r, Source | Practice | Term | Cover)
        and r.kind_of_thing in COMPLETED
    ]  # fmt: skip
    record = data.draw(st.sampled_from([r.id for r in records]).map(knowledge.thing))
    typed = data.draw(st.sampled_from([record.name, record.name.upper(), record.name.lower()]))
    found = completed(names, typed, record.kind_of_thing)
    assert record.id in found
    if names.things_named(typed) == (record.id,):
        assert found[0] == record.id


def test_a_covers_own_name_completes_to_it(names, knowledge):
    for cover in knowledge.all(Cover):
        found = completed(names, cover_label(knowledge, cover), "cover")
        assert cover.id in found, words_of(cover.name)
