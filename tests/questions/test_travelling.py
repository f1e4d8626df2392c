"""Who travelled on a ship: its crew, and the ships of somebody's stays."""

import pytest


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("did Pettit fly on STS-126?", "Yes: STS-126 Endeavour had the crew"),
        ("was Boe a member of the crew of STS-126?", "Yes: STS-126 Endeavour had the crew"),
        ("was Borisenko on STS-135?", "No: STS-135 Atlantis had the crew"),
        ("did Magnus go up on STS-126?", "Yes: Sandra Magnus came to the station on STS-126"),
        ("did Magnus come home on STS-126?", "No: Sandra Magnus left the station on STS-119"),
        ("did Bowen come home on STS-126?", "Yes: STS-126 Endeavour had the crew"),
        ("was Gerst on ATV-5?", "Not recorded: ATV-5 Georges Lemaître with Alexander Gerst in its"),
    ],
)
def test_being_on_a_ship_is_told_by_its_crew(brain, text, says):
    assert brain.ask(text).answer.body.startswith(says)


@pytest.mark.parametrize(
    "text",
    [
        "was Pettit not on STS-126?",
        "was Walheim on STS-135 when it landed?",
        "did Ferguson sign a cover on STS-135?",
        "was only Magnus on STS-135?",
        "was Fincke on STS-126 or STS-135?",
    ],
)
def test_what_says_more_than_that_is_read_as_no_crew(brain, text):
    assert "had the crew" not in brain.ask(text).answer.body
