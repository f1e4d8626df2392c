"""Follow-ups that ask of the very thing talked about, and the same question at another event."""

import pytest


@pytest.mark.parametrize(
    ("text", "query"),
    [
        (
            "what is the Houston Dragon postmark? | what does it show?",
            "value mark; looks; where self = houston-dragon",
        ),
        (
            "what is the Houston Dragon postmark? | who made it?",
            "value mark; designer; where self = houston-dragon",
        ),
        (
            "octagonal seal? | which covers have it? | is it a postmark?",
            "check mark; where self = iss-octagon; claim mark_kind contains postmark",
        ),
        (
            "expedition 42 crew? | when did it end?",
            "value expedition; over; where self = expedition-42",
        ),
        ("Expedition 31 | who was in it?", "value expedition; crew; where self = expedition-31"),
        (
            "Does a Toulouse postmark fit ATV-1 docking? | and for the launch?",
            "value mission; postmark_places; where self = atv-1 and practice_event = launch",
        ),
        (
            "Does a Toulouse postmark fit ATV-1 docking? | and ATV-3 return?",
            (
                "value mission; postmark_places; where self = atv-3"
                " and practice_event = return or landing"
            ),
        ),
        (
            "which ATV-1 covers have 550 pieces? | and ATV-2?",
            "value cover; quantity; where about = atv-2 and quantity = 550",
        ),
        (
            "who signed the 25 ATV-1 pieces? | and for ATV-2?",
            "value cover; signed, signed_by; where about = atv-2",
        ),
        (
            "which flights docked in june 2021? | and undocked?",
            "list mission; where departed = 2021-06",
        ),
        (
            "what flew to the ISS in July 2016? | and in October?",
            "list mission; where launched = 2016-10",
        ),
        ("rocket of CRS-1? | and ATV?", "value mission; vehicle; where programme = atv"),
        (
            "tell me about Progress M1-3 | what did it carry?",
            "value mission; cargo_up; where self = progress-m1-3",
        ),
    ],
)
def test_it_is_read_as_said_of_it(understood, text, query):
    assert understood(text) == query


@pytest.mark.parametrize(
    "text",
    ["Kniga cover | ship?", "who was on board on 7 December 2020? | any covers?"],
)
def test_all_on_record_is_no_answer_to_a_word(understood, text):
    assert understood(text) == ""
