"""The ships that people came to the station on and left it on."""

import pytest


@pytest.mark.parametrize(
    ("text", "query"),
    [
        (
            "which ship brought Chamitoff home",
            "value person; ship_home; where self = chamitoff",
        ),
        ("Which shuttle took Chamitoff home?", "value person; ship_home; where self = chamitoff"),
        (
            "What ship took Scott Kelly up in 2015?",
            "value person; ship_up; where self = scott-kelly and aboard_from = 2015",
        ),
        (
            "how did Koch get home in 2020?",
            "value person; ship_home; where self = koch and aboard_to = 2020",
        ),
        ("how did Gerst get to the station", "value person; ship_up; where self = gerst"),
        ("what did Nespoli come home on", "value person; ship_home; where self = nespoli"),
        (
            "who is Scott Kelly | how did he get home?",
            "value person; ship_home; where self = scott-kelly",
        ),
        (
            "when was Padalka on the station in 2012?",
            "value person; at_station; where self = padalka and at_station = 2012",
        ),
        (
            "Was Gerst still on board when ATV-5 undocked?",
            "check person; where self = gerst; claim at_station = (value mission; departed; where self = atv-5)",  # noqa: E501
        ),
    ],
)
def test_it_is_about_the_person(understood, text, query):
    assert understood(text) == query


@pytest.mark.parametrize(
    "text",
    [
        "how did the covers signed by Kononenko get home",
        "which cargo ship arrived when Gerst was up",
        "what was launched while Padalka was on board",
        "which ship did Malenchenko sign",
    ],
)
def test_it_is_not_about_the_ships_of_people(brain, text):
    assert "ship_" not in brain.ask(text).answer.understood
