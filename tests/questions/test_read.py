"""From a text to its Query: what is wanted, of which things, under which conditions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.normalise import MAX_LENGTH
from bot.questions.query import Memory, Query, Trouble


def shown(query):
    """The parts of a Query that its meaning hangs on; conditions in no order."""
    return query.want, query.kind, query.fields, {str(condition) for condition in query.where}


@pytest.mark.parametrize(
    ("text", "field", "where"),
    [
        # each quantity is another number
        ("print run of the ATV-1 folder", "issued", {"about = atv-1", "form = folder"}),
        ("atv2 folder print run", "issued", {"about = atv-2", "form = folder"}),
        ("what's the tirage of the ATV-2 folder", "issued", {"about = atv-2", "form = folder"}),
        ("how many covers flew on ATV-2?", "flown", {"up = atv-2"}),
        ("how many ATV-2 covers flew?", "flown", {"about = atv-2"}),
        ("how many ATV-2 covers were signed?", "signed", {"about = atv-2"}),
        ("how many ATV-1 covers came back?", "returned", {"about = atv-1"}),
        ("how many ATV-3 covers were postmarked on board?", "postmarked", {"about = atv-3"}),
        ("how many ATV-2 covers got the octagonal stamp?", "marked",
         {"about = atv-2", "marks = iss-octagon"}),
        ("how many covers are in the ATV-1 folder?", "covers_inside",
         {"about = atv-1", "form = folder"}),
        # who, where, when
        ("who signed the ATV-1 covers?", "signed_by", {"about = atv-1"}),
        ("ATV-1 covers signed by whom", "signed_by", {"about = atv-1"}),
        ("where was the ATV-3 cover postmarked?", "strike_place", {"about = atv-3"}),
        ("when was the ATV-3 cover postmarked?", "strike_day", {"about = atv-3"}),
        ("who issued the ATV-5 folder?", "issuer", {"about = atv-5", "form = folder"}),
        ("how did the ATV-3 covers come back?", "down", {"about = atv-3"}),
    ],
)  # fmt: skip
def test_a_value_of_covers(read, text, field, where):
    want, kind, fields, conditions = shown(read(text))
    assert (want, kind) == ("value", "cover")
    assert fields[0] == field
    assert conditions == where


@pytest.mark.parametrize(
    ("text", "kind", "field", "thing"),
    [
        ("when did ATV-2 launch?", "mission", "launched", "atv-2"),
        ("launch date of ATV-2", "mission", "launched", "atv-2"),
        ("Progress 59 launch", "mission", "launched", "progress-m-27m"),
        ("when did Jules Verne dock?", "mission", "arrived", "atv-1"),
        ("when did HTV-4 undock", "mission", "departed", "htv-4"),
        ("where did ATV-1 dock?", "mission", "port", "atv-1"),
        ("how long was ATV-1 docked?", "mission", "docked_for", "atv-1"),
        ("which rocket launched ATV-3", "mission", "vehicle", "atv-3"),
        ("what is the capacity of the ATV?", "programme", "capacity", "atv"),
        ("who makes the cachets of Progress?", "programme", "cachet_makers", "progress"),
        ("last ATV", "programme", "last_mission", "atv"),
        ("crew of Expedition 26", "expedition", "crew", "expedition-26"),
    ],
)
def test_a_value_of_other_things(read, text, kind, field, thing):
    want, found, fields, conditions = shown(read(text))
    assert (want, found, fields[0]) == ("value", kind, field)
    assert conditions == {f"self = {thing}"}


@pytest.mark.parametrize(
    ("text", "kind", "where"),
    [
        ("ATV-2 covers", "cover", {"about = atv-2"}),
        ("covers of ATV-1 and ATV-2", "cover", {"about = atv-1 or atv-2"}),
        ("which covers did Padalka sign?", "cover", {"signed_by = padalka"}),
        ("Padalka covers", "cover", {"signed_by = padalka"}),
        ("which covers flew on ATV-2?", "cover", {"up = atv-2"}),
        ("what came back on CRS-1?", "cover", {"down = crs-1"}),
        ("covers flown on ATV-3 and brought back by CRS-1", "cover",
         {"up = atv-3", "down = crs-1"}),
        ("covers issued by La Marianne", "cover", {"by_party = la-marianne"}),
        ("covers not signed by Padalka", "cover", {"signed_by is not padalka"}),
        ("La Marianne covers flown on ATV-3", "cover", {"by_party = la-marianne", "up = atv-3"}),
        ("Progress flights launched in 2012", "mission",
         {"programme = progress", "launched = 2012"}),
    ],
)  # fmt: skip
def test_a_list_with_its_conditions(read, text, kind, where):
    want, found, _, conditions = shown(read(text))
    assert (want, found) == ("list", kind)
    assert conditions == where


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("covers postmarked at Houston on 2 November 2012", "2012-11-02"),
        ("covers postmarked at Houston in 2012", "2012"),
        ("which covers were cancelled at Houston on 11/02/2012", "2012-02-11 and 2012-11-02"),
    ],
)
def test_place_and_day_both_belong_to_the_postmark(read, text, day):
    want, kind, _, conditions = shown(read(text))
    assert want in {"list", "identify"}
    assert kind == "cover"
    assert conditions == {"strike_place = houston", f"strike_day = {day}"}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("how many ATV missions were there?", {"programme = atv"}),
        ("how many ATVs flew?", {"programme = atv"}),
        ("how many Progress ships were lost?", {"programme = progress", "outcome = lost"}),
        ("how many Progress flights were launched in 2012?",
         {"programme = progress", "launched = 2012"}),
        ("how many Progress flights were launched by mid 2017?",
         {"programme = progress", "launched <= 2017-06"}),
    ],
)  # fmt: skip
def test_a_count_of_flights(read, text, where):
    want, kind, _, conditions = shown(read(text))
    assert (want, kind, conditions) == ("count", "mission", where)


@pytest.mark.parametrize(
    ("text", "where", "claim"),
    [
        ("was CRS-7 lost?", {"self = crs-7"}, {"outcome = lost"}),
        ("was the CRS-7 cover flown on CRS-7?", {"about = crs-7"}, {"up = crs-7"}),
        ("were the ATV-1 covers postmarked at Houston?", {"about = atv-1"},
         {"strike_place = houston"}),
        ("did Padalka sign the CRS-7 cover?", {"about = crs-7"}, {"signed_by = padalka"}),
        ("is it true that Padalka signed the CRS-7 cover", {"about = crs-7"},
         {"signed_by = padalka"}),
    ],
)  # fmt: skip
def test_a_check_keeps_apart_what_is_asked_of_and_what_is_claimed(read, text, where, claim):
    query = read(text)
    assert query.want == "check"
    assert {str(c) for c in query.where} == where
    assert {str(c) for c in query.claim} == claim


def test_asked_politely_for_a_value_is_no_check(read):
    assert read("do you know the print run of the ATV-2 folder?").want == "value"


@pytest.mark.parametrize(
    ("text", "order", "sides"),
    [
        ("which is rarer, the ATV-1 or the ATV-2 folder?", "asc",
         ["about = atv-1", "about = atv-2"]),
        ("is the ATV-2 folder rarer than the ATV-1 folder?", "asc",
         ["about = atv-2", "about = atv-1"]),
        ("were more covers flown on ATV-1 or ATV-2?", "desc", None),
        ("did ATV-1 launch earlier than HTV-1?", "asc", ["self = atv-1", "self = htv-1"]),
        ("compare ATV-1 and ATV-2", None, ["self = atv-1", "self = atv-2"]),
    ],
)  # fmt: skip
def test_a_comparison_has_its_sides_and_its_direction(read, text, order, sides):
    query = read(text)
    assert (query.want, query.order) == ("compare", order)
    if sides:
        assert [" and ".join(map(str, group)) for group in query.groups] == sides


@pytest.mark.parametrize(
    ("text", "kind", "field", "order", "limit"),
    [
        ("which ATV folder has the smallest print run?", "cover", "issued", "asc", 1),
        ("which ATV folder has the largest print run?", "cover", "issued", "desc", 1),
        ("longest docked ATV", "mission", "docked_for", "desc", 1),
        ("top 3 of the ATV covers by print run", "cover", "issued", "desc", 3),
        ("rank the ATV folders by print run, smallest first", "cover", "issued", "asc", None),
    ],
)
def test_a_ranking(read, text, kind, field, order, limit):
    query = read(text)
    assert (query.want, query.kind, query.fields[0]) == ("rank", kind, field)
    assert (query.order, query.limit, query.offset) == (order, limit, 0)


@pytest.mark.parametrize(
    "text",
    [
        "which ATV folder has the second smallest print run?",
        "second smallest print run of the ATV folders",
    ],
)
def test_the_second_of_a_ranking(read, text):
    query = read(text)
    assert (query.want, query.order, query.limit, query.offset) == ("rank", "asc", 1, 1)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("is it possible that ATV-1 covers were signed by Padalka?",
         {"about = atv-1", "signed_by = padalka"}),
        ("does a Houston postmark fit ATV-3?", {"about = atv-3", "strike_place = houston"}),
    ],
)  # fmt: skip
def test_whether_something_fits(read, text, where):
    want, kind, _, conditions = shown(read(text))
    assert (want, kind, conditions) == ("fits", "cover", where)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("which postmark for a CRS-10 launch cover?",
         {"self = crs-10", "practice_event = launch"}),
        ("which postmark is right for HTV?", {"self = htv"}),
    ],
)  # fmt: skip
def test_which_postmark_is_right_asks_for_the_practice(read, text, where):
    want, _, fields, conditions = shown(read(text))
    assert (want, fields, conditions) == ("value", ("postmark_places",), where)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("was Padalka on the ISS on 28 June 2015?", "at_station = 2015-06-28"),
        ("was Padalka aboard when C2+ berthed?",
         "at_station = (value mission; arrived; where self = dragon-c2)"),
    ],
)  # fmt: skip
def test_whether_somebody_was_on_board_then(read, text, claim):
    query = read(text)
    assert (query.want, query.kind) == ("check", "person")
    assert [str(c) for c in query.where] == ["self = padalka"]
    assert [str(c) for c in query.claim] == [claim]


@pytest.mark.parametrize(
    ("text", "order", "sign"),
    [("next Progress after M-15M", "asc", ">"), ("previous Progress before M-15M", "desc", "<")],
)
def test_the_neighbour_of_a_flight(read, text, order, sign):
    query = read(text)
    assert (query.want, query.kind, query.order, query.limit) == ("rank", "mission", order, 1)
    (condition,) = [c for c in query.where if c.query is not None]
    assert (condition.field, condition.op) == ("launched", sign)
    assert str(condition.query.where[0]) == "self = progress-m-15m"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("I have a Houston postmark of 2.11.2012",
         {"strike_place = houston", "strike_day = 2012-11-02"}),
        ("I've a Korolev postmark 25.05.12, what for?",
         {"strike_place = korolev", "strike_day = 2012-05-25"}),
        ("i have a cover signed by Padalka, what could it be", {"signed_by = padalka"}),
        ("a cover numbered 38/1200, which one is it?", {"quantity = 1200"}),
        ("card no. 120/550, which flight?", {"quantity = 550", "form = card"}),
        ("La Marianne cover 12/400", {"quantity = 400", "by_party = la-marianne"}),
    ],
)  # fmt: skip
def test_an_item_to_identify(read, text, where):
    want, kind, _, conditions = shown(read(text))
    assert (want, kind, conditions) == ("identify", "cover", where)


def test_a_number_above_its_edition_is_of_no_item(brain):
    assert brain.ask("which cover is 1300/1200").answer.status != "answered"


@pytest.mark.parametrize(
    ("text", "want", "thing"),
    [
        ("tell me about ATV-2", "describe", "atv-2"),
        ("ATV-2", "describe", "atv-2"),
        ("who is Padalka?", "describe", "padalka"),
        ("Marianne", "describe", "la-marianne"),
        ("what is a cachet?", "define", "cachet"),
        ("what does CTB mean", "define", "ctb"),
        ("what's an MPLM?", "define", "mplm"),
        ("whats an MPLM", "define", "mplm"),
    ],
)
def test_a_thing_as_a_whole_and_a_word(read, text, want, thing):
    query = read(text)
    assert query.want == want
    assert [t for c in query.where for t in c.things] == [thing]


@pytest.mark.parametrize(
    ("text", "want"),
    [("what can you do?", "help"), ("help", "help"), ("where is that from?", "sources")],
)
def test_questions_about_the_bot(read, text, want):
    assert read(text).want == want


def test_several_fields_at_once(read):
    query = read("where and when was the ATV-3 cover postmarked?")
    assert {*query.fields} >= {"strike_place", "strike_day"}


@pytest.mark.parametrize(
    "text",
    ["print run and signers of the ATV-2 folder", "print run and postmark of the ATV-2 folder"],
)
def test_two_fields_named_at_once(read, text):
    want, _, fields, conditions = shown(read(text))
    assert want == "value"
    assert len(fields) >= 2
    assert conditions == {"about = atv-2", "form = folder"}


def test_a_limit_on_the_print_run_is_on_the_print_run(read):
    """600 issued and 50 of them signed is no folder with a print run under 100."""
    conditions = shown(read("folders with a print run under 500"))[3]
    assert conditions == {"issued < 500", "form = folder"}


@pytest.mark.parametrize(
    "texts",
    [
        ("print run of the ATV-2 folder",
         "Please, what's the print run of the ATV-2 folder? Thanks!",
         "PRINT RUN OF THE ATV-2 FOLDER", "hey, print run of the atv 2 folder pls",
         "**print run** of the ATV–2 folder", "<@123456789> print run of the ATV-2 folder?",
         "print run of the ATV-2 foldre"),
        ("who signed the ATV-1 covers?", "does anyone know who signed the ATV-1 covers?",
         "who singed the Jules Verne covers", "who autographed the ATV1 covers"),
    ],
)  # fmt: skip
def test_politeness_slips_and_spelling_change_nothing(read, texts):
    first, *others = (shown(read(text)) for text in texts)
    assert others == [first] * len(others)


@pytest.mark.parametrize(
    ("text", "status", "word"),
    [
        ("ATV-6 print run", "unknown_subject", "atv-6"),
        ("how many covers flew on CRS-99", "unknown_subject", "crs-99"),
        ("print run of the Apollo 11 covers", "unknown_subject", "apollo 11"),
        ("covers signed by Gagarin", "unknown_subject", "gagarin"),
        ("what is the price of the ATV-2 folder?", "not_understood", "price"),
        ("is my ATV-2 cover genuine?", "not_understood", "genuine"),
        ("what do you think of stamps?", "not_understood", None),
        ("hello", "not_understood", None),
        ("", "not_understood", None),
        ("🚀🚀🚀", "not_understood", None),
        ("print run of the ATV-2 folder" + " " * MAX_LENGTH + "?", "not_understood", None),
        ("just got my Kepler folder :)", "not_understood", None),
        ("who signed them?", "not_understood", None),  # nothing was said before
    ],
)
def test_what_is_no_query_says_why(read, text, status, word):
    trouble = read(text)
    assert isinstance(trouble, Trouble)
    assert trouble.status == status
    if word:
        assert word in trouble.words


def test_a_closed_list_is_named_with_the_number_it_lacks(read):
    assert read("how many covers flew on ATV-7?").programme == "atv"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("which mission carried the most covers?", "mission"),
        ("which astronaut signed the most covers?", "person"),
    ],
)
def test_what_is_ranked_is_what_was_asked_for(read, text, kind):
    """Who signed most is no cover; what cannot be ranked is not understood."""
    reading = read(text)
    assert isinstance(reading, Trouble) or kind in {reading.kind, *_sides(reading)}


def _sides(reading):
    """The kinds of the sides that are compared: "up = atv-1" is a flight."""
    return {"mission" for group in reading.groups if group[0].field == "up"}


@pytest.mark.parametrize("text", ["how many covers flew in 2012?", "covers flown in 2012"])
def test_the_day_of_a_flight_is_not_that_of_a_postmark(read, text):
    reading = read(text)
    fields = [] if isinstance(reading, Trouble) else [c.field for c in reading.where]
    assert "strike_day" not in fields


def test_a_time_between_two_events_is_not_that_of_the_stay(read):
    """ATV-1 was 155 days at the station; from launch to docking it took 25."""
    reading = read("how many days between launch and docking of ATV-1?")
    assert isinstance(reading, Trouble) or "docked_for" not in reading.fields


def test_a_word_that_nothing_explains_is_not_overlooked(read):
    """A question about insurance covers is not the question about the covers."""
    assert isinstance(read("print run of the ATV-2 insurance folder"), Trouble)


# --- overheard ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["my ATV-2 cover arrived today!", "we made good progress", "who wants to trade?",
     "ATV-2 folder", "nice", "what do you think?", "the ATV-2 folder is lovely", "help"],
)  # fmt: skip
def test_talk_is_ignored(read, text):
    trouble = read(text, ambient=True)
    assert isinstance(trouble, Trouble)
    assert trouble.status == "ignored"


@pytest.mark.parametrize(
    "text", ["what's the print run of the ATV-2 folder?", "who signed the ATV-1 covers?"]
)
def test_a_clear_question_is_read_even_when_overheard(read, text):
    assert read(text, ambient=True) == read(text)


# --- any text -------------------------------------------------------------------------------------

WORDS = (
    "how many which who when where what is was the a of on by and or not ATV-2 ATV-9 covers "
    "folder signed postmarked flown print run Padalka Houston 2012 25.05.2012 600 rarest first "
    "second than before more total it them also La Marianne Progress M-27M price ? lost"
)
TALK = st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join)


@given(TALK | st.text(max_size=200))
def test_every_text_is_read_and_printed(read, text):
    reading = read(text)
    assert isinstance(reading, Query | Trouble)
    if isinstance(reading, Query):
        assert str(reading).startswith(reading.want)
        assert Query.model_validate_json(reading.model_dump_json()) == reading


@given(TALK)
def test_reading_forgets_what_it_read(reader, text):
    """The same text is read the same way however often it is asked."""
    assert reader.read(text, Memory()) == reader.read(text, Memory())


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        # what stands last is claimed, and the rest says of which covers
        (
            "were ATV-1 covers signed by Eyharts numbered",
            "check cover; where about = atv-1 and signed_by = eyharts; claim numbering recorded",
        ),
        (
            "are the La Marianne covers flown on ATV-2 numbered",
            "check cover; where by_party = la-marianne and up = atv-2; claim numbering recorded",
        ),
        (
            "were the covers signed by Padalka postmarked on board?",
            "check cover; where signed_by = padalka; claim strike_place = iss",
        ),
        # a mark is a postmark, or it is none
        (
            "Is the octagonal seal a postmark?",
            "check mark; where self = iss-octagon; claim mark_kind contains postmark",
        ),
        # which pieces are counted
        (
            "how many ATV-3 covers were postmarked on 2 November 2012",
            "value cover; quantity; where about = atv-3 and strike_day = 2012-11-02",
        ),
        (
            "which postmark for the launch of ATV-1",
            (
                "value cover; strike_place, strike_day; where about = atv-1 "
                "and strike_event contains launch"
            ),
        ),
        (
            "welche Schiffe waren am 1. Mai 2012 angedockt",
            "list mission; where at_station = 2012-05-01",
        ),
        (
            "quels vaisseaux étaient amarrés le 1er mai 2012",
            "list mission; where at_station = 2012-05-01",
        ),
        ("which Soyuz launched M-27M", "value mission; vehicle; where self = progress-m-27m"),
        ("did Kuipers sign anything", "list cover; where signed_by = kuipers"),
        ("cover with the number 0345/1200", "identify cover; where quantity = 1200"),
        ("what is the largest edition", "rank cover; issued; order descending; limit 1"),
        ("how many different ATV-1 covers exist?", "count cover; where about = atv-1"),
        # covers and postmarks of several flights, of the flight that is not named
        (
            "launch postmark for CRS-8 and CRS-10?",
            (
                "value mission; postmark_places; where self = crs-8 or crs-10 and "
                "practice_event = launch"
            ),
        ),
        (
            "cape canaveral or ksc for crs-12",
            "value mission; postmark_places; where self = crs-12",
        ),
        (
            "Biscarrosse postmark, which ATV?",
            "value cover; about; where strike_place = biscarrosse and about = atv",
        ),
        ("anything for ATV-4 flown at all?", "value cover; up; where about = atv-4"),
        ("tell me about the mail bag of ATV-1", "describe cover; where self = atv-1-mail"),
        (
            "which cosmonauts were up when CRS-7 was lost?",
            "list person; where at_station = (value mission; ended; where self = crs-7)",
        ),
        (
            "was Suni Williams up there while ATV-3 was attached?",
            "check person; where self = sunita-williams; claim at_station = atv-3",
        ),
        ("when was AS.IT.AF. founded?", "value party; founded; where self = as-it-af"),
    ],
)
def test_the_whole_of_it_is_read(brain, text, understood):
    assert brain.ask(text).answer.understood == understood


@pytest.mark.parametrize(
    "text",
    [
        "cover made for one Dragon but postmarked for another",
        "what does capture mean for Dragons",
        "who has one",
    ],
)
def test_what_would_be_answered_beside_the_point_is_not_read(brain, text):
    assert brain.ask(text).answer.status == "not_understood"
