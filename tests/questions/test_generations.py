"""Old and new devices of a postmark, by the many names that people have for them."""

import pytest

OLD, NEW = "iss-postmark-old", "iss-postmark-new"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("the old datestamp", [OLD]),
        ("the old Russian Post board cancel", [OLD]),
        ("the newer round Russian postmark of the station", [NEW]),
        ("how does the old postmark differ from the new one", [OLD, NEW]),
        ("which ISS postmark is bigger, old or new", [OLD, NEW]),
        ("which is older, the new or the old device", [NEW, OLD]),
        ("the new cancel of Houston", []),  # of another office
        ("is there anything new", []),
        ("the old one", []),  # nothing says that it is a postmark
    ],
)
def test_devices_are_named(brain, text, named):
    things = [thing for slot in brain.reader.slots(text) for thing in slot.things]
    assert [thing for thing in things if thing in {OLD, NEW}] == named


@pytest.mark.parametrize(
    ("conversation", "says"),
    [
        ("until when was the old datestamp used?", "until 7 December 2020"),
        (
            "up to what day was the old Russian Post device employed aboard?",
            "until 7 December 2020",
        ),
        ("what is the old ISS postmark?|since when is the new one used?", "into use in 2021"),
        ("how many stars on the old postmark|and how many rays on the new one?", "six rays each"),
        ("which ISS postmark is bigger, old or new?", "a little larger"),
        (
            "what does the old ISS datestamp look like?|how does it differ from the new one?",
            "six rays",
        ),
        ("is my cover of 2019 from the old or the new device?", "was used until 7 December 2020"),
    ],
)
def test_what_is_asked_of_them(told, conversation, says):
    assert says in told(conversation).body
