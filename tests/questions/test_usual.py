"""The usual postmark by rocket, pad or site; and who services covers."""

import pytest


@pytest.mark.parametrize(
    ("text", "told", "not_told"),
    [
        ("right postmark for a Cygnus launch on Antares?", "Wallops Island (", "Cape Canaveral ("),
        ("right postmark for a Cygnus launch on Falcon 9?", "Cape Canaveral (", "Wallops Island ("),
        ("correct postmark for an Antares launch?", "Wallops Island (", "Cape Canaveral ("),
        ("usual postmark for Dragon launches from pad 40", "Cape Canaveral (", "Titusville"),
        ("usual postmark for a Cygnus launched from Wallops", "Wallops Island (", "Cape Canaveral"),
        ("which cancel is right for the CRS-10 launch, Cape or KSC?", "Kennedy", "Canaveral ("),
        (
            "CRS-8 lifted off from pad 40, so KSC or the Cape cancel?",
            "Canaveral (",
            "Kennedy Space Center (",
        ),
    ],
)
def test_practices_are_told_apart_by_the_launch(brain, text, told, not_told):
    answer = brain.ask(text).answer
    assert answer.status == "answered"
    assert told in answer.body
    assert not_told not in answer.body


@pytest.mark.parametrize(
    "text",
    [
        "right postmark for a Cygnus launch on that rocket?",  # on which?
        "right postmark for CRS-10 on Antares",
        "which postmark for a Cygnus docking on Antares",
    ],
)
def test_a_rocket_is_not_dropped(brain, text):
    assert brain.ask(text).answer.status != "answered"


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        (
            "who serviced ATV covers at Kourou",
            "value programme; servicers; where self = atv and serviced_at = kourou",
        ),
        ("who services covers at Kourou", "value programme; servicers; where serviced_at = kourou"),
        ("who services ATV covers?", "value programme; servicers; where self = atv"),
    ],
)
def test_who_services_covers(brain, text, understood):
    answer = brain.ask(text).answer
    assert answer.understood == understood
    assert "Michel Vasse" in answer.body


@pytest.mark.parametrize(
    "text",
    [
        "who serviced covers at Toulouse",
        "who services Cygnus covers?",
        "who serviced the La Marianne covers at Kourou",
        "who serviced the ATV-1 covers at Kourou in 2008",
        "who services no ATV covers?",
    ],
)
def test_a_servicer_is_told_of_nothing_else(brain, text):
    assert "Vasse has" not in brain.ask(text).answer.body
    assert brain.ask(text).answer.status != "answered"
