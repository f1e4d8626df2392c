"""Follow-ups on a mark, a club or an office: since when, until when, where."""

import pytest


@pytest.mark.parametrize(
    ("conversation", "says"),
    [
        ("who designed the Houston Dragon postmark?|since when is it used?", "into use in 2013"),
        ("old onboard postmark?|last day of use?", "used until 7 December 2020"),
        ("old onboard postmark?|last day of use?|and the new one, since when?", "into use in 2021"),
        ("who designed the Houston Dragon postmark?|and the Crew Dragon one?", "Houston Crew"),
        ("tell me about the KSC post office|until when?", "closed on 26 September 2023"),
        ("Which club in Switzerland?|since when?", "founded on 29 January 1969"),
        ("Which club in Switzerland?|since when?|and the Belgian one?", "19 December 1971"),
        ("Hopferwieser|country?", "Austria"),
        ("Who is Detlev van Ravanswaay?|where does he live?", "Duisburg"),
        ("Lollini cover of ATV-1|and Vasse?|where is he based?", "Kourou"),
    ],
)
def test_the_thing_spoken_of_is_meant(told, conversation, says):
    assert says in told(conversation).body


@pytest.mark.parametrize(
    "conversation",
    [
        "tell me about GWP|where does he live?",  # a club is no he
        "Hopferwieser|was he there?",
    ],
)
def test_more_or_another_thing_is_not_answered(told, conversation):
    assert told(conversation).status in {"not_understood", "unknown_subject"}


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        ("did Urusov make ATV covers?|where is he from?", "baikonur"),
        ("did Urusov make ATV cachets?|what did he do then?|where is he from?", "baikonur"),
        ("did Erno make HTV covers?|where are they based?", "bremen"),
    ],
)
def test_who_was_claimed_to_have_made_covers_may_be_asked_about(told, turns, value):
    assert value in [fact.value for fact in told(turns).facts if fact.role == "asked"]
