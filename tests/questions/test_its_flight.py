"""From covers to their flight and back, and to those who made or signed them."""

import pytest

STRUCK = "i have a Toulouse postmark of 4.4.2008, what is it?"
HOUSTON = "which covers were postmarked at Houston on 2 November 2012?"
CRS_21 = "who signed the CRS-21 cover?"


def asked(answer):
    return {(f.subject, f.attribute, str(f.value)) for f in answer.facts if f.role == "asked"}


@pytest.mark.parametrize(
    ("turns", "outcome"),
    [
        (f"{STRUCK}|was that the docking day?", "no"),
        (f"{STRUCK}|which clubs made one?|was that the docking day?", "no"),
        (f"{STRUCK}|was the ship docked that day?", "yes"),
        ("La Marianne docking cover of ATV-1|was that the docking day?", "no"),
        (f"{CRS_21}|what date is on it?|was that the docking day?", "yes"),
        (f"{CRS_21}|what date is on it?|was the ship docked that day?", "yes"),
        (f"{HOUSTON}|was that the landing day?", "no"),  # of CRS-1, which brought them back
        (f"{HOUSTON}|was the ship docked that day?", "no"),
    ],
)
def test_a_day_of_a_postmark_is_held_against_the_flight(told, turns, outcome):
    assert [f.value for f in told(turns).facts if f.attribute == "check"] == [outcome]


@pytest.mark.parametrize(
    ("turns", "fact"),
    [
        (f"{CRS_21}|what date is on it?", ("crs-21-flown", "strike_day", "2020-12-07")),
        (
            "La Marianne docking cover of ATV-1|which flight was that for?",
            ("atv-1-cover-la-marianne-docking", "about", "atv-1"),
        ),
        (
            f"{STRUCK}|which clubs made one?|when did it launch?",
            ("atv-1", "launched", "2008-03-09T04:03"),
        ),
        (f"{HOUSTON}|which ship brought it back?", ("atv-3-flown-la-marianne", "down", "crs-1")),
    ],
)
def test_what_is_asked_of_a_cover_or_its_flight_is_told_of_it(told, turns, fact):
    found = asked(told(turns))
    assert any(
        (subject, attribute) == fact[:2] and value.startswith(fact[2][:10])
        for subject, attribute, value in found
    )


def test_a_cover_is_not_said_to_have_flown_on_the_flight_it_was_made_for(told):
    """The cover for CRS-7 did not go up on it: that ship was lost."""
    answer = told("Jim Roth cover for CRS-7|which flight took it up?")
    assert answer.status == "not_recorded"
    assert not asked(answer)


@pytest.mark.parametrize(
    "turns",
    [
        "covers by La Marianne|when did they launch?",  # of many flights
        "covers by La Marianne|was that the docking day?",
        f"{STRUCK}|was that not the docking day?",
        f"{STRUCK}|was that the docking day of ATV-9?",
        "what is a cachet?|which flight was that for?",
    ],
)
def test_what_belongs_to_no_single_flight_is_not_answered_of_one(told, turns):
    assert not asked(told(turns))


@pytest.mark.parametrize(
    ("turns", "status"),
    [
        ("who made the ATV-1 folder?|did they do HTV covers as well?", "not_recorded"),
        ("La Marianne|did they do HTV covers as well?", "not_recorded"),
        ("La Marianne|did they also make ATV-3 covers?", "answered"),
        ("La Marianne|did they do HTV covers too?|and ATV-3 covers?", "answered"),
        ("who made the HTV-1 covers?|did they do ATV covers as well?", "not_recorded"),
        ("when was CRS-5 launched?|did they do HTV covers as well?", "not_understood"),
        ("who made the ATV-2 flown covers?|did they do HTV covers?", "not_understood"),  # of four
        ("covers signed by Padalka|did he do ATV covers?", "not_understood"),
        ("La Marianne|did they not do HTV covers?", "not_understood"),
    ],
)
def test_they_who_make_covers_are_the_makers_spoken_of(told, turns, status):
    answer = told(turns)
    assert answer.status == status
    makers = {"la-marianne", "jaxa", "ginza-watanabe"}
    if answer.query is not None:
        assert {t for c in answer.query.claim for t in c.things} <= makers


def test_what_they_made_is_asked_of_whoever_the_last_answer_named(told):
    answer = told("who made the ATV-5 folder?|which covers did they make for ATV-1?")
    assert answer.status == "not_recorded"
    assert ("airbus",) in [c.things for c in answer.query.where if c.field == "by_party"]


@pytest.mark.parametrize(
    "turns",
    [
        "commander of expedition 36?|any cover signed by that crew?",
        "Expedition 36|covers signed by this crew?",
    ],
)
def test_that_crew_is_the_expedition_spoken_of(told, turns):
    answer = told(turns)
    assert answer.query.where[0].field == "signed_by"
    assert answer.query.where[0].things == ("expedition-36",)
    assert answer.status == "answered"


@pytest.mark.parametrize(
    ("turns", "signer"),
    [
        ("when was Sergey Volkov on the ISS?|did he sign covers?|together with?", "kononenko"),
        ("did Padalka sign the C2+ covers?|together with whom?", "revin"),
        ("covers signed by Volkov|with who else?", "kononenko"),
    ],
)
def test_together_with_asks_for_the_other_signers(told, turns, signer):
    assert any(signer in value for _, name, value in asked(told(turns)) if name == "signed_by")


@pytest.mark.parametrize(
    ("turns", "field"),
    [
        ("what was the first Cygnus?|launched from?", "launch_site"),
        ("when was CRS-5 launched?|docked at?", "port"),
        ("when was CRS-5 launched?|launched?", "launched"),
    ],
)
def test_a_preposition_at_the_end_asks_for_the_place(told, turns, field):
    assert {name for _, name, _ in asked(told(turns))} == {field}


@pytest.mark.parametrize(
    "turns",
    [
        "what is the octagonal seal?|which covers have it",
        "what is the octagonal seal?|is it a postmark?|which covers have it",
    ],
)
def test_covers_that_have_it_are_all_that_bear_the_mark(told, turns):
    answer = told(turns)
    assert [str(condition) for condition in answer.query.where] == ["marks = iss-octagon"]
    assert len(answer.subjects) == 5


def test_of_all_that_flew_those_that_were_marked_lead(told):
    flown = "how many covers flew on Jules Verne?"
    answer = told(f"{flown}|how many of them got the octagonal stamp?")
    assert answer.status == "answered"
    assert [f.value["min"] for f in answer.facts if f.role == "asked"] == [25]
    assert told(f"{flown}|how many of them did Padalka sign?").status == "not_recorded"


@pytest.mark.parametrize(
    "turns",
    [
        "any letters on Progress M1-10?|who wrote them?",
        "letters to Malenchenko|from whom?",
        "letters to Malenchenko|by whom were they written?",
    ],
)
def test_who_wrote_letters_is_told_without_a_word_on_signers(told, turns):
    answer = told(turns)
    assert answer.status == "answered"
    assert "from K. Valkov, S. Revin and A. Vasin" in answer.body
    assert "signer" not in answer.body


@pytest.mark.parametrize(
    "turns",
    [
        "letters to Malenchenko|who signed them?",
        "letters that went up on a Progress|who wrote them?",  # of one lot nobody says
        "letters to Malenchenko|who did not write them?",
        "La Marianne folder of ATV-2|who wrote it?",
    ],
)
def test_no_sender_is_told_where_none_is_asked_for_or_known(told, turns):
    assert told(turns).status != "answered"
