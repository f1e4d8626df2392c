"""What is claimed of an item is read as a whole: every claim a condition, or another question."""

import pytest


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        (
            "Is a Kennedy Space Center postmark of 22 December 2023 possible for CRS-29's return?",
            (
                "strike_place = ksc and strike_day = 2023-12-22 and about = crs-29"
                " and strike_event contains return"
            ),
        ),
        (
            "would the old ISS datestamp still be used in 2022?",
            "marks = iss-postmark-old and strike_day = 2022",
        ),
        (
            "new type ISS postmark dated 2019, ok?",
            "marks = iss-postmark-new and strike_day = 2019",
        ),
        (
            "Houston Crew Dragon pictorial on a cover of 2018, can it be?",
            "marks = houston-crew-dragon and strike_day = 2018",
        ),
        (
            "ATV-5 launch cover with a Baikonur postmark. Is this the usual place?",
            "about = atv-5 and strike_place = baikonur and strike_event contains launch",
        ),
        ("Wallops on OA-4?", "strike_place = wallops and about = cygnus-oa-4"),
        (
            "ATV-3 flown cover with an Edwards landing postmark, does that fit?",
            "up = atv-3 and strike_place = edwards and strike_event contains landing",
        ),
        (
            "ATV-2 cover said to be signed on board in 2011 by Alexander Gerst, genuine?",
            "about = atv-2 and signed_day = 2011 and signed_by = gerst",
        ),
        ("flown on CRS-7, for sale, believable?", "up = crs-7"),
        (
            "octagonal seal on a cover flown with Progress M-27M??",
            "marks = iss-octagon and up = progress-m-27m",
        ),
        (
            "signed on board by Padalka, postmark 25 May 2012, can it be?",
            "signed_by = padalka and strike_day = 2012-05-25 and strike_place = iss",
        ),
        (
            "Does a Houston postmark fit a Progress docking",
            "strike_place = houston and about = progress and strike_event contains dock",
        ),
    ],
)
def test_every_claim_is_a_condition(brain, text, understood):
    assert brain.ask(text).answer.understood == f"fits cover; where {understood}"


@pytest.mark.parametrize(
    "text",
    [
        "can a Houston postmark not be on a CRS-5 cover?",  # denied
        "could the ATV-2 cover signed by Padalka or Nespoli be genuine?",  # one of two
        "which covers could be signed by Padalka on 25 May 2012?",  # a list
        "how much would an ATV-2 cover with a Kourou postmark be worth?",
        "would an ATV-2 cover with a Kourou postmark sell well?",
        "is an unsigned CRS-5 cover with a Houston postmark ok?",
        "can I get a Houston postmark for CRS-5?",  # what to do
        "should I send my ATV-5 cover to Kourou?",
        "can Progress M-15M dock on 25 May 2012?",  # no item
        "Is it possible that ATV-1 launched from Kourou on 9 March 2008?",
        "could CRS-5 have launched from Wallops?",
        "could an ATV-2 cover without a Kourou postmark be genuine?",
        "the first ATV-2 cover signed by Nespoli in 2011, genuine?",  # one of several
        "could a zorbly ATV-2 cover with a Kourou postmark be genuine?",
        "is ATV-7 with a Kourou postmark genuine?",
        "is my ATV-2 cover genuine?",  # nothing to hold it against
        "Padalka autograph, real?",
        "genuine?",
    ],
)
def test_another_question_is_not_read_so(brain, text):
    assert not brain.ask(text).answer.understood.startswith("fits")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kennedy Space Center postmark of 22 December 2023 for CRS-29, ok?", "closed on 26 Sept"),
        ("would the old ISS datestamp still be used in 2022?", "until 7 December 2020"),
        ("Wallops on OA-4?", "a Wallops mark is wrong"),
        ("ATV-5 launch cover with a Baikonur postmark, usual?", "Kourou for the launch"),
        ("ATV-3 flown cover with an Edwards landing postmark, ok?", "came home with CRS-1"),
        ("Edwards postmark of 30 November 2008 on an ATV-1 return cover, ok?", "Fits: ATV-1"),
        ("seller says: flown on HTV-1, signed by Padalka, genuine?", "No mail flown on HTV-1"),
        ("Signed by Gerst with ISS postmark of 3 July 2014, is that possible?", "Not checked here"),
        ("ATV-5 cover with Kourou postmark 6/5/2014, does it fit?", "may also be read as"),
        ("Does a Houston postmark fit a Progress docking", "secondary"),
        ("Crew Dragon cancel on a CRS-21 docking cover, acceptable?", "came into use on 27 May"),
    ],
)
def test_what_is_found_is_told(brain, text, said):
    answer = brain.ask(text).answer
    assert said in answer.body
    assert "no verdict" in answer.body


@pytest.mark.parametrize(
    "text",
    [
        "Would a Houston postmark of 25 May 2012 be ok for Dragon C2+?",
        "Houston postmark on a CRS-5 berthing cover, ok?",
    ],
)
def test_an_office_is_not_closed_with_another_one(brain, text):
    """Sam Houston Station took over the requests in 2020: Houston struck its marks before."""
    assert "Does not fit" not in brain.ask(text).answer.body


@pytest.mark.parametrize("text", ["is a Kourou postmark before 9 March 2008 possible for ATV-1?"])
def test_a_bound_is_not_a_day(brain, text):
    body = brain.ask(text).answer.body
    assert "launched" not in body
    assert "Not checked here" in body
