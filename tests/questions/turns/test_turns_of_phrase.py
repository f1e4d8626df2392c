"""Words that mean something only together."""

import pytest

from bot.questions.query import Trouble


@pytest.mark.parametrize(
    ("text", "kind", "field", "thing"),
    [
        ("when did the third HTV dock", "mission", "arrived", "htv-3"),
        ("The fourth Japanese freighter, when did it launch", "mission", "launched", "htv-4"),
        ("what was ATV number 3 called", "mission", "ship_name", "atv-3"),
        ("what did Progress M-UM bring?", "mission", "modules", "progress-m-um"),
        ("which module did MS-17 dock to first", "mission", "port", "progress-ms-17"),
        ("atv-5 down?", "mission", "ended", "atv-5"),
        ("who runs La Marianne", "party", "people", "la-marianne"),
        ("who is behind Premium Space Covers?", "party", "people", "premium-space-covers"),
        ("who designed the Houston Dragon postmark", "mark", "designer", "houston-dragon"),
        ("where do I send requests for the KSC postmark?", "place", "requests_to", "ksc"),
        ("Who made up Expedition 31?", "expedition", "crew", "expedition-31"),
        ("names of Expedition 42", "expedition", "crew", "expedition-42"),
        ("when did Jules Verne attach itself to the station?", "mission", "arrived", "atv-1"),
        ("how much stuff can a Dragon haul", "programme", "capacity", "dragon"),
    ],
)
def test_the_field_that_is_meant(read, text, kind, field, thing):
    query = read(text)
    assert (query.want, query.kind, query.fields[0]) == ("value", kind, field)
    assert [str(condition) for condition in query.where] == [f"self = {thing}"]


@pytest.mark.parametrize(
    ("text", "kind", "field"),
    [
        ("how many crew were on STS-135", "mission", "crew"),
        ("how many people signed the CRS-21 cover", "cover", "signed_by"),
        ("how many signatures are on the CRS-21 cover", "cover", "signed_by"),
        ("how many expeditions was Kononenko in", "person", "expeditions"),
        ("how many times was Padalka on the ISS", "person", "at_station"),
        ("how many variants of Progress are there", "programme", "variants"),
    ],
)
def test_the_values_of_a_field_are_counted(read, text, kind, field):
    query = read(text)
    assert (query.want, query.kind, query.fields, query.tally) == ("value", kind, (field,), True)


@pytest.mark.parametrize(
    "text",
    [
        "how many times was Padalka in space",  # on Mir, too
        "when did the third Dragon dock",  # which of them are counted is not said
        "the second ATV folder print run",  # of the second ATV, or the second of them
    ],
)
def test_what_may_mean_another_thing_is_not_counted(read, text):
    query = read(text)
    assert isinstance(query, Trouble) or not query.tally
    assert "self = crs-2" not in str(query)


@pytest.mark.parametrize(
    ("text", "field", "condition"),
    [
        ("when did the ATV-1 mail arrive in Bremen", "handed_day", "handed_place = bremen"),
        ("which tracking stations are in the ATV-5 folder", "features", "about = atv-5"),
        ("was the ATV-3 mail postmarked in orbit or in Houston?", "strike_place", "about = atv-3"),
        ("how many of the ATV-2 overflight covers were signed", "signed",
         "purpose contains tracking"),
    ],
)  # fmt: skip
def test_what_is_said_of_covers(read, text, field, condition):
    query = read(text)
    assert (query.want, query.kind, query.fields[0]) == ("value", "cover", field)
    assert condition in {str(one) for one in query.where}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("which covers flew in a run of twenty five", 25),
        ("which covers have a print run of twelve hundred", 1200),
        ("were one hundred and fifty three ATV-2 pieces marked on board?", 153),
        ("did one thousand two hundred ATV-1 covers fly?", 1200),
        ("were more than thousand ATV-1 pieces numbered?", 1000),
    ],
)
def test_a_number_in_words(read, text, number):
    query = read(text)
    assert number in {condition.number for condition in (*query.where, *query.claim)}


@pytest.mark.parametrize(
    "text",
    ["which two people signed the C2+ cover", "who are the seven signers of the CRS-21 cover"],
)
def test_a_number_of_people_is_no_number_of_pieces(read, text):
    assert all(condition.number is None for condition in read(text).where)


def test_a_kind_of_ship_is_a_line(read):
    query = read("which kind of ship returns cargo to Earth?")
    assert (query.want, query.kind, query.fields) == ("value", "programme", ("returns_cargo",))
