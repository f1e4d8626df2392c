"""The time between two events: which events they are, and when it is left alone."""

import pytest


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        (
            "how many days between the docking of ATV-2 and the launch of HTV-2?",
            "elapsed mission; arrived, launched; between self = atv-2 | self = htv-2",
        ),
        (
            "how long between ATV-3 undocking and HTV-3 launch",
            "elapsed mission; departed, launched; between self = atv-3 | self = htv-3",
        ),
        (
            "time between ATV-1 launch and docking",
            "elapsed mission; launched, arrived; between self = atv-1 | self = atv-1",
        ),
        (
            "days between launch of ATV-1 and ATV-2",
            "elapsed mission; launched, launched; between self = atv-1 | self = atv-2",
        ),
        (
            "how many days after its launch did ATV-1 dock?",
            "elapsed mission; launched, arrived; between self = atv-1 | self = atv-1",
        ),
        (
            "days between the launch of Progress M-27M and the loss of CRS-7",
            "elapsed mission; launched, ended; between self = progress-m-27m | self = crs-7",
        ),
        (
            "combien de jours entre le lancement et le docking de ATV-5?",
            "elapsed mission; launched, arrived; between self = atv-5 | self = atv-5",
        ),
    ],
)
def test_two_events_and_the_time_between_them(understood, text, reads):
    assert understood(text) == reads


@pytest.mark.parametrize(
    "text",
    [
        "how many days between ATV-1 and ATV-2",  # between which events?
        "days between the splashdown of CRS-1 and the Houston postmark on ATV-3 covers",
        "how many days between the docking of ATV-2 and 1 May 2011",
        "days between ATV-1 launch and launch",
        "how many covers between ATV-1 launch and ATV-2 launch",
        "how long between ATV-3 undocking and HTV-3 launch | and ATV-4?",
    ],
)
def test_what_is_not_two_events_of_flights_is_not_answered(understood, text):
    assert "elapsed" not in understood(text)
