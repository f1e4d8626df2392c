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
        # two events at once, and an event since a flight
        "how many days were ATV-2 and HTV-2 both docked",
        "who was on board both when ATV-4 docked and when it undocked?",
        "since which flight does Dragon dock?",
        "which covers are part of the 400?",
        "did the STS-126 crew sign the Jules Verne covers",
        # manner, number and quality
        "how many dragons docked by themselves",
        "which covers have two postmarks",
        "which cover was struck with a wrong date?",
        "which covers were signed by the whole crew",
        "was the CRS-21 cover signed by all 7 crew",
        "covers flown from Kourou",
        "which Soyuz left after ATV-1",
        "which progress was launched after CRS-7 failed",
        "which JAXA cover is number 105?",
        "how many jim roth covers per design",
        # where mail was, and who had it in hand
        "when was ATV-1 mail brought to KSC",
        "when was the ATV-1 mail brought into the station",
        "who picked up the ATV-2 covers on the station",
        "where is the ATV-1 mail bag now?",
        "how many pieces did the ATV-1 bag hold",
        "who flew home with the ATV-1 covers?",
        # marks and folders
        "list the houston pictorial postmarks",
        "is the flown cover part of the ATV-2 folder?",
        "which covers have a folder",
        "launch cover vs event cover?",
        # days of other events, and of modules
        "which Dragon covers were postmarked on the day of docking",
        "covers postmarked on the day ATV-3 docked",
        "when was pirs removed",
        "when was the ship with Malenchenko letters docked",
        # ships, people and lines
        "which cygnus is named for an astronaut",
        "how many flights had each programme?",
        "who flew in 2012",
        "experts for space covers",
        "which flights have covers",
        "how high was ISS",
        # what is told apart, joined, weighed against another
        "is a cachet a postmark",
        "how can I join AS.IT.AF",
        "did the cards of ATV-1 return to Bremen",
        "how many pieces got marked on board on all ATVs",
        "which post office is near the HTV launch pad",
        "was there any postmark for HTV from the launch site",
        "for which dragon flights is Titusville the postmark",
        "which Progress flew to Mir",
        "who was on Mir",
        "timeline of the ATV-1 mail",
        "what does the FIP say about dockings",
        "postmark for undocking of Progress?",
        "which dragon launches should have KSC postmark",
        "what is the difference of HTV and HTV-X",
        "Kniga cover no 1020 possible",
        # other moments, other people, ships side by side
        "when came CRS-8 off the station",
        "which HTV took longest to arrive",
        "expedition at arrival of HTV-1",
        "which expedition stamped the ATV-1 mail",
        "how many ships at once in may 2012",
        "which Progress were there during ATV-4",
        "how many Dragons came down near Florida",
        "when did Dragon start to land in the Pacific again",
        "who was aboard when ATV-1 mail went home",
        "which astronaut caught Cygnus NG-10",
        "which crew members were on the ISS with Cristoforetti",
        "are tracking covers required",
        "do covers have to be flown",
        "can i get houston postmark for any date",
        "how much for a flown ATV-1 cover?",
        "were there six people at CRS-2 arrival",
        "docked at same time as CRS-1",
        "how many shuttle flights brought covers",
        "which year had no ATV",
        "editions between 300 and 700",
        "how many ATV-1 covers have the seal 25 or 12?",
        "was there any dragon at station with ATV-5",
        "what is written in the Kourou postmark",
    ],
)
def test_it_is_not_answered(brain, text):
    assert brain.ask(text).answer.status in {"not_understood", "unknown_subject"}


@pytest.mark.parametrize(
    "turns",
    [
        "how many people signed the CRS-21 cover? | when did he arrive?",
        "who was on board when HTV-7 arrived? | when did they go home?",
        "which mark has the CRS-21 cover? | until when?",
        "who was on board when HTV-1 berthed? | and HTV-2? | any of them in both?",
        "covers signed by Revin | who was with him on board?",
        "what is a tracking cover? | which ones exist for ATV?",
        "how many covers flew on ATV-2? | which progress took them?",
        "which HTV burned up in the pacific? | when did HTV-9?",
        "when was ATV-4 docked | who was on board | when ATV-5 did?",
        "Cargo Dragon 1 flights? | last one?",
        "covers flown on ATV-2 | how much for one?",
        "Kourou | how many launches from there?",
        "What is Harmony? | which ships berthed there in 2013?",
        "Wallops Island | is Wallops ok for it?",
        "longest docked Progress | crew then?",
    ],
)
def test_a_follow_up_is_not_answered_about_something_else(brain, turns):
    memory = None
    for text in turns.split(" | "):
        reply = brain.ask(text, memory)
        memory = reply.memory
    assert reply.answer.status == "not_understood"
