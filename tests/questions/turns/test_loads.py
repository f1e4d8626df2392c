"""What ships carried, and ships set side by side."""

import pytest


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("cargo of progress MS-08", "value mission; cargo_up; where self = progress-ms-08"),
        (
            "how much did progress m-29m carry",
            "value mission; cargo_up; where self = progress-m-29m",
        ),
        (
            "what did progress MS-16 take down",
            "value mission; modules_down; where self = progress-ms-16",
        ),
        ("what did the shuttle STS-135 bring", "value mission; modules; where self = sts-135"),
        ("what did progress MS-32 carry", "value mission; cargo_up; where self = progress-ms-32"),
        ("what did ATV-2 carry?", "list cover; where up = atv-2"),
        ("how many tons took an ATV", "value programme; capacity; where self = atv"),
        (
            "when was the docking cover of ATV-1 stamped?",
            "value cover; strike_day; where about = atv-1 and event contains docking",
        ),
        ("what capsule was used for CRS-13", "value mission; serial; where self = crs-13"),
        ("which covers were on the last shuttle flight", "list cover; where down = sts-135"),
        ("covers for STS-126", "list cover; where about = sts-126"),
        (
            "who flew longer, CRS-1 or CRS-2",
            "compare mission; flight_time; between self = crs-1 | self = crs-2; order descending",
        ),
        (
            "which took longer to get there, ATV-2 or ATV-3",
            "compare mission; approach; between self = atv-2 | self = atv-3; order descending",
        ),
        ("which covers flew on the shuttle", "list cover; where down = shuttle"),
        ("which cover flew on shuttle atlantis", "list cover; where down = sts-135"),
        (
            "was the ATV-3 mail carried by CRS-1",
            "check cover; where about = atv-3; claim down = crs-1",
        ),
        (
            "did STS-126 carry ATV-1 covers",
            "check cover; where about = atv-1; claim down = sts-126",
        ),
        ("which covers went up on CRS-1", "list cover; where up = crs-1"),
        ("did dragon bring covers to the ISS", "check cover; where up = dragon"),
        ("was there mail on CRS-7", "check cover; where up = crs-7"),
        ("mail on STS-126?", "list cover; where down = sts-126"),
        ("which atv had mail", "value cover; up; where up = atv"),
    ],
)
def test_the_load_is_meant(read, text, understood):
    assert str(read(text)) == understood
