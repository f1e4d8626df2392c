"""How ships come to a port, and when they were moved to another one."""

import pytest


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("when was HTV-2 relocated?", "value mission; moved; where self = htv-2"),
        ("was MS-17 moved?", "value mission; moved, port; where self = progress-ms-17"),
        ("MS-17 moved from where to where?", "value mission; port; where self = progress-ms-17"),
        ("which Progress docked twice?", "value mission; moved; where programme = progress"),
        (
            "which Progress docked twice in July 2012?",
            "list mission; where programme = progress and moved = 2012-07",
        ),
        ("which ships were moved to another port?", "value mission; moved"),
        ("which programmes berth?", "value programme; attaches"),
    ],
)
def test_it_is_read_as_said(brain, text, understood):
    assert brain.ask(text).answer.understood == understood


def test_a_move_is_told_by_its_hours(brain):
    body = brain.ask("when did MS-01 redock?").answer.body
    assert "1 July 2016, 05:36 UTC to 1 July 2016, 06:05 UTC" in body
