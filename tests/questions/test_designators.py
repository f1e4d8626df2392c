"""A designator matches exactly or not at all, however it is spelt."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.records import Mission
from bot.questions.designators import designators
from bot.questions.normalise import normalise

# How collectors write the flights of each line: {} is where the number stands.
SPELLINGS = {
    r"atv-(\d+)": ("ATV-{}", "ATV №{}", "ATV no. {}", "ATV #{}"),
    r"htv-(\d+)": (
        "HTV-{}", "HTV no. {}", "Kounotori {}", "Kounotori-{}", "こうのとり{}号機",
        "こうのとり {}", "H-II Transfer Vehicle {}",
    ),
    r"htv-x(\d+)": ("HTV-X{}", "HTV-X-{}"),
    r"crs-(\d+)": (
        "CRS-{}", "SpX-{}", "SpaceX CRS-{}", "SpaceX-{}", "Dragon CRS-{}", "Space X CRS-{}",
    ),
    r"cygnus-orb-(\d+)": ("Orb-{}", "Cygnus Orb-{}", "Cygnus Orbital-{}", "Orb CRS-{}"),
    r"cygnus-orb-d(\d+)": ("Orb-D{}", "Cygnus Orb-D{}"),
    r"cygnus-oa-(\d+)": ("OA-{}", "Cygnus OA-{}"),
    r"cygnus-oa-(\d+)e": ("OA-{}E", "Cygnus OA-{}E", "OA-{}"),
    r"cygnus-ng-(\d+)": ("NG-{}", "Cygnus NG-{}"),
    r"progress-m-(\d+)": ("Progress M-{}", "M-{}", "Прогресс М-{}"),
    r"progress-m1-(\d+)": ("Progress M1-{}", "M1-{}", "Прогресс М1-{}"),
    r"progress-m-(\d+)m": ("Progress M-{}M", "M-{}M", "Прогресс М-{}М"),
    r"progress-ms-(\d+)": ("Progress MS-{}", "MS-{}", "Прогресс МС-{}"),
    r"progress-m-so(\d+)": ("Progress M-SO{}", "M-SO{}"),
    r"progress-m-mim(\d+)": ("Progress M-MIM{}", "M-MIM{}"),
    r"sts-(\d+)": ("STS-{}",),
}  # fmt: skip
HYPHENS = ["-", " ", "\u00a0", "–", "—", "\u2011", "−", "－"]
CASES = [str, str.upper, str.lower, str.title]
AROUND = ["{}", "how many {} covers flew?", "the launch of {}, please", "({})", "{}'s launch"]


def number_and_spellings(mission_id):
    for pattern, spellings in SPELLINGS.items():
        match = re.fullmatch(pattern, mission_id)
        if match:
            return int(match[1]), spellings
    return None


def respelt(spelling, number, hyphen, zeros, case):
    """A spelling with its number; the hyphen before that is what the writer made of it."""
    text = spelling.replace("-{}", hyphen + "{}")
    return case(text.replace("{}", "0" * zeros + str(number)))


def hyphen_for(spelling, hyphen):
    """What may stand for a hyphen: not all, as M14 is not M1-4 and a bare "M 44" may be metres."""
    joined = "1-{}" in spelling and not hyphen.strip()
    return "-" if joined or (spelling == "M-{}" and hyphen.isspace()) else hyphen


@pytest.fixture(scope="module")
def numbered(knowledge):
    return [m.id for m in knowledge.all(Mission) if number_and_spellings(m.id)]


def test_every_flight_but_two_has_a_number(knowledge, numbered):
    """So that the tests below leave out no line of ships."""
    rest = {m.id for m in knowledge.all(Mission)} - {*numbered}
    assert rest == {"dragon-c2", "progress-m-um"}


@given(st.data())
def test_every_spelling_of_a_flight_names_that_flight(names, numbered, data):
    mission = data.draw(st.sampled_from(numbered))
    number, spellings = number_and_spellings(mission)
    spelling = data.draw(st.sampled_from(spellings))
    hyphen = hyphen_for(spelling, data.draw(st.sampled_from([*HYPHENS, ""])))
    zeros = data.draw(st.integers(0, 4))
    text = respelt(spelling, number, hyphen, zeros, data.draw(st.sampled_from(CASES)))
    sentence = data.draw(st.sampled_from(AROUND)).replace("{}", text)
    found = designators(normalise(sentence))
    assert [names.by_designator(one) for one in found] == [mission], sentence


@given(st.data())
def test_a_number_that_does_not_exist_names_no_flight(knowledge, annotator, numbered, data):
    mission = data.draw(st.sampled_from(numbered))
    pattern = next(p for p in SPELLINGS if re.fullmatch(p, mission))
    taken = {int(m[1]) for n in numbered if (m := re.fullmatch(pattern, n))}
    if "-oa-" in pattern:  # OA-9 and OA-9E are one flight
        taken = {number_and_spellings(n)[0] for n in numbered if "-oa-" in n}
    number = data.draw(st.integers(0, 999).filter(lambda n: n not in taken))
    spelling = data.draw(st.sampled_from(SPELLINGS[pattern]))
    hyphen = hyphen_for(spelling, data.draw(st.sampled_from(HYPHENS)))
    text = respelt(spelling, number, hyphen, 0, data.draw(st.sampled_from(CASES)))
    things = {thing for slot in annotator.slots(f"{text} launch") for thing in slot.things}
    assert not things & {m.id for m in knowledge.all(Mission)}, (text, things)


@given(st.data())
def test_nasa_counts_progress_flights_by_themselves(names, knowledge, data):
    """59P is M-27M; "Progress 59" is NASA's count, too, and never M-59."""
    counted = [m for m in knowledge.all(Mission) if m.nasa_number]
    mission = data.draw(st.sampled_from(counted))
    number = mission.nasa_number.removesuffix("P")
    spelling = data.draw(
        st.sampled_from(["{}P", "{}p", "Progress {}", "Progress {}P", "ISS-{}P", "Прогресс {}"])
    )
    found = designators(normalise(spelling.replace("{}", number)))
    assert [names.by_designator(one) for one in found] == [mission.id]


@pytest.mark.parametrize(
    ("text", "mission"),
    [
        ("C2+", "dragon-c2"),
        ("Dragon C2+", "dragon-c2"),
        ("Progress M-UM", "progress-m-um"),
        ("Kounotori4", "htv-4"),
        ("Jules Verne", "atv-1"),
        ("Lemaitre", "atv-5"),
    ],
)
def test_other_names_of_flights(names, text, mission):
    assert names.things_named(text) == (mission,)


@pytest.mark.parametrize(
    ("text", "missions"),
    [
        ("ATV 1, 2 and 3", ["atv-1", "atv-2", "atv-3"]),
        ("ATV-1 & 2", ["atv-1", "atv-2"]),
        ("CRS-5 vs 6", ["crs-5", "crs-6"]),
        ("Expeditions 26 and 27", ["expedition-26", "expedition-27"]),
        ("Expedition 26/27", ["expedition-26", "expedition-27"]),
        ("ISS-36", ["expedition-36"]),
        ("ATV-2 and HTV-4", ["atv-2", "htv-4"]),
        ("ATV-1 and 300 covers", ["atv-1"]),  # that number counts something
    ],
)
def test_several_designators_in_one_text(names, text, missions):
    assert [names.by_designator(one) for one in designators(normalise(text))] == missions


@pytest.mark.parametrize(
    "text",
    ["Soyuz TMA-15M", "Soyuz MS-08", "Союз МС-08", "Crew-5", "SpaceX Crew-5", "Ariane 5",
     "Apollo 15", "Cosmos 1", "Soyuz T-15"],
)  # fmt: skip
def test_another_craft_keeps_its_number_for_itself(names, text):
    assert not any(names.by_designator(one) for one in designators(normalise(text)))


@pytest.mark.parametrize(
    "text",
    ["12 covers", "2012", "25 May 2012", "38/250", "no. 5", "5 p.m.", "36 crew", "lot 153", "the 4",
     "platform 5", "harm 5", "exng-5", "catv-2",
     "postmark iss 24.05.22"],
)  # fmt: skip
def test_a_bare_number_or_a_part_of_a_word_is_no_designator(text):
    assert designators(normalise(text)) == []


@pytest.mark.parametrize("text", ["Progress M14", "Progress M16", "Прогресс М14", "OA-4E", "OA-6E"])
def test_a_flight_that_only_looks_like_another_is_none(names, text):
    """M-14 flew to Mir; the flights to the ISS have no M-14, no M-16 and no OA-4E."""
    assert not [one for one in designators(normalise(text)) if names.by_designator(one)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("M-15M", "M-16M"), ("CRS-1", "CRS-10"), ("ATV-1", "ATV-5"), ("M-47", "M-47M"),
     ("M1-4", "M-14"), ("OA-4", "OA-4E")],
)  # fmt: skip
def test_siblings_are_different(one, other):
    """By likeness they are nearly the same; that is why no likeness is measured."""
    first, second = (designators(normalise(text))[0] for text in (one, other))
    assert (first.family, first.number, first.suffix) != (
        second.family, second.number, second.suffix,
    )  # fmt: skip


@given(st.text())
def test_a_designator_stands_where_it_says(text):
    folded = normalise(text)
    for one in designators(folded):
        assert folded[one.start : one.end] == one.text


@given(st.text("mМ1-0 aАtvpсs", max_size=30))
def test_no_text_is_too_strange(text):
    designators(normalise(text))
