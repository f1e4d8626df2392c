"""What no reading takes up is said not to be understood, and not answered about something else."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        # no figure ranks it
        "which cover is the most beautiful",
        "which cover has most signatures",
        "which port was used most by progress",
        "who was longest on board, Kuipers or Pettit",
        # manner, number and quality
        "how many dragons docked by themselves",
        "which covers have two postmarks",
        "which cover was struck with a wrong date?",
        "which covers were signed by the whole crew",
        "was the CRS-21 cover signed by all 7 crew",
        "which JAXA cover is number 105?",
        "how many jim roth covers per design",
        "when did M-21M dock again",
        # where mail was, and who had it in hand
        "when was ATV-1 mail brought to KSC",
        "when was the ATV-1 mail brought into the station",
        "who picked up the ATV-2 covers on the station",
        "when did the ATV-1 covers leave the station",
        "where is the ATV-1 mail bag now?",
        "where was atv-1 mail packed",
        "how many pieces did the ATV-1 bag hold",
        "who flew home with the ATV-1 covers?",
        # marks and folders
        "which houston postmarks exist",
        "list the houston pictorial postmarks",
        "what is written on the old iss postmark",
        "did Onufriyenko stamp the letters",
        "is the flown cover part of the ATV-2 folder?",
        "which covers have a folder",
        "launch cover vs event cover?",
        # days of other events, and of modules
        "which Dragon covers were postmarked on the day of docking",
        "covers postmarked on the day ATV-3 docked",
        "when was pirs removed",
        "how many days between launch of M-12M and M-13M",
        "when was the ship with Malenchenko letters docked",
        # ships, people and lines
        "which ship recovered Dragon",
        "which cygnus is named for an astronaut",
        "how many flights had each programme?",
        "who flew in 2012",
        "experts for space covers",
        "which flights have covers",
        "how high was ISS",
    ],
)
def test_it_is_not_answered(brain, text):
    assert brain.ask(text).answer.status in {"not_understood", "unknown_subject"}
