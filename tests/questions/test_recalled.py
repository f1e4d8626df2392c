"""What a follow-up points at is read as if it had been named."""

import pytest


@pytest.mark.parametrize(
    ("conversation", "query"),
    [
        (
            "which capsule flew CRS-33? | which other flights did that capsule make?",
            "list mission; where serial contains C211",
        ),
        (
            "what ships supply the ISS? | which of them berth?",
            ("value programme; attaches; where self = progress or atv or htv or dragon or cygnus"),
        ),
        (
            "what ships supply the ISS? | which one is Japanese?",
            "list programme; where country = japan",
        ),
        # the person, the people
        (
            "who is Padalka? | was he on board when ATV-1 docked?",
            (
                "check person; where self = padalka; claim at_station = "
                "(value mission; arrived; where self = atv-1)"
            ),
        ),
        (
            "was Kononenko aboard when ATV-3 docked? | and ATV-4?",
            (
                "check person; where self = kononenko; claim at_station = "
                "(value mission; arrived; where self = atv-4)"
            ),
        ),
        (
            "was Volkov on board for ATV-1 docking? | and for undocking?",
            (
                "check person; where self = volkov; claim at_station = "
                "(value mission; departed; where self = atv-1)"
            ),
        ),
        (
            "who was on the station when ATV-1 docked? | and when ATV-2 docked?",
            "list person; where at_station = (value mission; arrived; where self = atv-2)",
        ),
        (
            "who was on board on 25 May 2012? | who was commander?",
            "value expedition; commander; where at_station = 2012-05-25",
        ),
        ("Expedition 31 | commander?", "value expedition; commander; where self = expedition-31"),
        (
            "Cristoforetti covers? | when was she on ISS?",
            "value person; at_station; where self = cristoforetti",
        ),
        # the time
        (
            "who was aboard on 25 May 2012? | which ship came that day?",
            "list mission; where arrived = 2012-05-25",
        ),
        (
            "what happened on 24 February 2011? | covers of that day?",
            "list cover; where about = atv-2 and strike_day = 2011-02-24",
        ),
        (
            "who was commander of expedition 36? | which HTV came then?",
            (
                "value mission; arrived; where programme = htv and arrived = "
                "(value expedition; at_station; where self = expedition-36)"
            ),
        ),
        (
            "which cargo ships came during expedition 36? | which left?",
            (
                "value mission; departed; where departed = "
                "(value expedition; at_station; where self = expedition-36)"
            ),
        ),
        (
            "postmark Kourou 17 feb 2011 | ok and 16 feb?",
            "identify cover; where strike_day = 2011-02-16 and strike_place = kourou",
        ),
        # the ship
        ("ATV-1 | when did it burn up?", "value mission; ended; where self = atv-1"),
        (
            "STS-126 | which covers came home on it?",
            "list cover; where down = sts-126",
        ),
        ("when did CRS-1 splash down? | what mail was on it?", "list cover; where down = crs-1"),
        (
            "which ATV covers came back on a Dragon? | which dragon?",
            "value cover; down; where about = atv and down = dragon",
        ),
        (
            "What happened on 28 June 2015? | was it a Dragon?",
            "check mission; where self = crs-7; claim programme = dragon",
        ),
        # covers, makers, marks
        ("ATV-1 | any cards?", "check cover; where about = atv-1 and form = card"),
        (
            "La Marianne | how many of their covers flew?",
            "value cover; flown; where by_party = la-marianne",
        ),
        (
            "Houston Dragon postmark | who designed it?",
            "value mark; designer; where self = houston-dragon",
        ),
        (
            "Padalka's cover for CRS-7 | when did he sign it?",
            "value cover; signed_day; where signed_by = padalka and about = crs-7",
        ),
        # narrowed, ranked, gone on
        (
            "show me the ATV-1 covers | only by Erno",
            "list cover; where about = atv-1 and by_party = erno-philatelie",
        ),
        (
            "show me the ATV-1 covers | only the docking ones",
            "list cover; where about = atv-1 and event contains dock",
        ),
        (
            "how many flights in 2011? | only HTV",
            "count mission; where launched = 2011 and programme = htv",
        ),
        (
            "list the HTV flights | which was the longest?",
            "rank mission; docked_for; where programme = htv; order descending; limit 1",
        ),
        (
            "which clubs are in Germany? | and France?",
            "list party; where country = france and roles = club",
        ),
        ("what is a cachet? | and a cancel?", "define term; definition; where self = cancel"),
        (
            "which covers have a Houston postmark? | and which Toulouse?",
            "list cover; where strike_place = toulouse",
        ),
        (
            "Which covers came back with the shuttle? | and with Dragon?",
            "list cover; where down = dragon",
        ),
        (
            "list all flown covers of ATV-2 | which came back with the shuttle?",
            "list cover; where about = atv-2 and flew recorded and down = shuttle",
        ),
        (
            "list the flights of Dragon 1 in 2014 | when did they land?",
            "value mission; ended; where variant = dragon-1 and launched = 2014",
        ),
        (
            "the last shuttle flight | which covers came back on it",
            "list cover; where down = sts-135",
        ),
        (
            "Dragons in 2015 | how many docked?",
            "count mission; where programme = dragon and launched = 2015 and arrived recorded",
        ),
        (
            "Progress in 2011 | how many launched in 2012?",
            "count mission; where programme = progress and launched = 2012",
        ),
        (
            "covers of 2008 | which were made by Erno?",
            "list cover; where strike_day = 2008 and by_party = erno-philatelie",
        ),
        (
            "when did HTV-4 dock? | who was there?",
            "value mission; people_aboard; where self = htv-4",
        ),
        (
            "when did Progress M1-10 dock? | how long was it in space?",
            "value mission; flight_time; where self = progress-m1-10",
        ),
        (
            "covers of ATV-2 | which are from 17 february 2011?",
            "list cover; where about = atv-2 and strike_day = 2011-02-17",
        ),
    ],
)
def test_it_is_read_as_what_it_points_at(understood, conversation, query):
    assert understood(conversation) == query


@pytest.mark.parametrize(
    "conversation",
    [
        "Who signed the MagISStra cover? | who was commander then?",
        "rarest Dragon cover? | why?",
        "who could sign a CRS-8 cover on board? | was Scott Kelly there?",
        "Was Kononenko aboard in 2012? | which ships came in that time?",
        "tell me the way of the ATV-1 mail | how long did it take?",
        "which flight?",
    ],
)
def test_what_points_at_nothing_is_asked_back(understood, conversation):
    assert understood(conversation) == ""


@pytest.mark.parametrize(
    ("turns", "picked"),
    [
        ("what is in the ATV-1 folder?|the second one", "atv-1-cover-la-marianne-launch"),
        ("what is in the ATV-1 folder?|the last one", "atv-1-cover-la-marianne-docking"),
        (
            "La Marianne folder ATV-2, what's inside?|and the second one?",
            "atv-2-cover-la-marianne-docking",
        ),
        ("list the ATV folders|the second one please", "atv-2-folder-la-marianne"),
        ("list the ATV folders|the last one", "atv-5-folder-airbus"),
        ("all Dragon flights|only 2016|the second one", "crs-9"),
        ("Dragon flights|just those of 2016|the first one", "crs-8"),
        ("which Progress were lost?|the third one", "progress-ms-04"),
    ],
)
def test_one_of_those_that_were_told_is_described_when_it_is_all_that_is_said(told, turns, picked):
    answer = told(turns)
    assert answer.status == "answered"
    assert answer.subjects[0] == picked
    assert answer.query.want == "describe"


@pytest.mark.parametrize(
    "turns",
    [
        "what is in the ATV-1 folder?|the fifth one",
        "print run of the ATV-1 folder|the second one",  # of one
        "which Progress were lost?|the fourth one",
        "all Dragon flights|the last one but one",
        "all Dragon flights|not the second one",
        "list the ATV folders|the second one that flew",
    ],
)
def test_what_was_not_told_cannot_be_picked(told, turns):
    assert told(turns).status in {"not_understood", "not_recorded"}


@pytest.mark.parametrize(
    ("turns", "fields"),
    [
        ("all Dragon flights|only 2016", {"programme", "launched"}),
        ("all Dragon flights|ok, and just those of 2016", {"programme", "launched"}),
        ("Dragon flights in 2015|only 2016", {"programme", "launched"}),
        ("covers of ATV-2|only those of 2011", {"about", "strike_day"}),
        ("covers by La Marianne|and only the cards", {"by_party", "form"}),  # it makes none
    ],
)
def test_a_list_is_made_shorter_and_keeps_what_it_was_of(told, turns, fields):
    answer = told(turns)
    assert answer.query.want == "list"
    assert {condition.field for condition in answer.query.where} == fields
