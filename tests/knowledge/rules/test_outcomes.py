"""A lost ship has a reason and no stay."""

LOST = "m: {name: M, programme: atv, source: club, outcome: lost, reason: third stage failed%s}\n"


def test_a_loss_with_its_reason_is_right(shelf):
    shelf.write("missions/m", LOST % "")
    assert shelf.problems() == []


def test_a_lost_ship_was_never_at_the_station(shelf):
    shelf.write("missions/m", LOST % ", stays: [{how: docked, at: 2015-05-01}]")
    assert shelf.problems() == [
        (
            "knowledge/missions/m.yaml:1: m: was lost, and yet has a stay at the station: "
            "correct one of them"
        )
    ]


def test_a_loss_needs_a_reason(shelf):
    shelf.write("missions/m", "m:\n  name: M\n  programme: atv\n  source: club\n  outcome: lost\n")
    assert shelf.problems() == [
        "knowledge/missions/m.yaml:5: m: was lost: give the reason in one line"
    ]
