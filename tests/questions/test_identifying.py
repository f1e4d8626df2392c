"""What an item may be: by its postmark, by its number, by what its cachet says or shows."""

import pytest


@pytest.mark.parametrize(
    ("text", "subject", "said"),
    [
        ("KSC cancel 6/5/2023, which launch?", "crs-28", "6 May 2023 or as 5 June 2023"),
        (
            "Signed by Cristoforetti, ISS postmark 10.02.2015. which Dragon would that be for?",
            "crs-5",
            "left the station on 10 February 2015",
        ),
        ("ISS postmark of 3 March 2015, which Progress would that be for?", "progress-m-25m", "At"),
        ("what launch was on 9 March 2008 with a Kourou cancel", "atv-1", "ATV-1"),
        ("cachet says MagISStra, what is it", "atv-2-flown-asitaf", "AS.IT.AF."),
        ("folder says Proxima on it, what do I have?", "proxima-folder", "Proxima"),
        (
            "Japanese woodblock print cover showing Kounotori near Kibo, which one is that?",
            "htv-2-cover-watanabe",
            "HTV-2",
        ),
        (
            "flown cover numbered 0815 of 1200, what do I have?",
            "atv-1-flown-la-marianne",
            "1,200 covers",
        ),
        ("cover no. 12 of 15, what have I got", "dragon-c2-energia", "15 covers"),
    ],
)
def test_an_item_is_named(brain, text, subject, said):
    answer = brain.ask(text).answer
    assert answer.status == "answered"
    assert subject in answer.subjects
    assert said in answer.body


@pytest.mark.parametrize(
    "text",
    [
        "ISS postmark of 3 March 2015 signed by Padalka, which Progress would that be for?",
        "Houston pmk 3 Nov 2013 - which ship?",  # no event of that day
        "cover reads Zorbly, what is it?",
        "cachet without MagISStra, what is it?",
        "mine is 38/250, who made it?",
    ],
)
def test_nothing_is_named_that_does_not_go_with_all_of_it(brain, text):
    assert brain.ask(text).answer.status != "answered"


def test_an_edition_is_not_the_number_of_a_piece(brain):
    assert "38" not in brain.ask("mine is 38/250, who made it?").answer.understood


@pytest.mark.parametrize("text", ["What else is Dragon called?", "What is HTV also called?"])
def test_a_name_is_no_inscription(brain, text):
    assert not brain.ask(text).answer.understood.startswith("identify")
