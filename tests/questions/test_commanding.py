"""Who commanded the station, and which expeditions somebody commanded."""

import pytest


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("was Frank De Winne ever commander", "Expedition 21"),
        ("which expeditions did Padalka command", "- Expedition 44"),
        ("when did Padalka command the station", "commanded by Gennady Padalka recorded here"),
        ("did Kotov command Expedition 38?", "Yes: Expedition 38 was commanded by Oleg Kotov"),
        ("did Gerst command Expedition 38?", "No: Expedition 38 was commanded by Oleg Kotov"),
        ("kommandant von expedition 36?", "Pavel Vinogradov"),
    ],
)
def test_the_commander_is_told(brain, text, says):
    assert says in brain.ask(text).answer.body


@pytest.mark.parametrize(
    ("conversation", "says"),
    [
        ("when was CRS-7 lost|who was commander of the ISS then?", "commanded by Gennady Padalka"),
        ("which crew signed the HTV-4 cover|who was the commander?", "by Pavel Vinogradov"),
        (
            "when was CRS-7 lost|who was commander of the ISS then?|how many people aboard?",
            "3 people at the station at the end of CRS-7",
        ),
    ],
)
def test_the_moment_that_was_spoken_of_is_kept(told, conversation, says):
    assert says in told(conversation).body
