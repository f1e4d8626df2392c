import pytest

LARGEST = [
    ("which ATV carried the most covers?", ("atv-1", "atv-2")),
    ("which ATV carried most La Marianne covers?", ("atv-1",)),
    ("which ATV flight had the most Marianne covers on it?", ("atv-1",)),
    ("the mission with the most covers on board", ("atv-1", "atv-2")),
    ("which Progress carried the most letters", ("progress-m1-7",)),
    ("which maker flew the most cards on ATV-1", ("erno-philatelie",)),
    ("who flew the most covers on ATV-2", ("la-marianne", "thales-alenia-space")),
    ("did La Marianne or Erno fly more on ATV-1?", ("la-marianne",)),
    ("who flew more on ATV-1, Erno or La Marianne?", ("la-marianne",)),
]


@pytest.mark.parametrize(("question", "leaders"), LARGEST)
def test_the_side_with_the_most_pieces_is_told_first(told, question, leaders):
    answer = told(question)

    assert answer.status == "answered"
    assert answer.subjects[: len(leaders)] == leaders
    assert ("equally many" in answer.body) == (len(leaders) > 1)


CLAIMS = [
    ("did more cards than covers fly on ATV-2", "No."),
    ("did more covers than cards fly on ATV-1", "Yes."),
    ("did ATV-2 carry more cards than covers?", "No."),
    ("did fewer cards than covers fly on ATV-1?", "Yes."),
    ("did Erno fly more than La Marianne on ATV-2?", "No."),
    ("did Thales fly more covers than La Marianne on ATV-2", "No."),  # equally many
]


@pytest.mark.parametrize(("question", "verdict"), CLAIMS)
def test_which_side_has_more_may_be_claimed(told, question, verdict):
    answer = told(question)

    assert answer.body.startswith(verdict)
    assert answer.facts[0].attribute == "check" or len(answer.facts) > 1


@pytest.mark.parametrize(
    "question",
    [
        "ATV with fewest covers?",  # 400 on ATV-3 and on ATV-5
    ],
)
def test_further_pieces_beside_an_edition_leave_it_open(told, question):
    answer = told(question)

    assert "can't be told" in answer.body
    assert "Beside them: a further 14 covers" in answer.body


def test_a_cover_without_a_figure_could_still_turn_it_round(told):
    answer = told("did fewer covers than cards fly on ATV-2?")

    assert answer.body.startswith("No.")  # the known covers alone are more
    assert "Left out for want of a figure: ATV-2: AS.IT.AF. flown cover." in answer.body


@pytest.mark.parametrize(
    "question",
    [
        "number of flown covers per ATV",
        "how many covers flew on each ATV",
        "rank the ATV flights by number of covers flown",
    ],
)
def test_pieces_are_told_flight_by_flight(told, question):
    answer = told(question)

    assert "- ATV-1 Jules Verne: 1,200 covers and 550 cards flown" in answer.body
    assert "- ATV-5 Georges Lemaître: 400 covers flown" in answer.body
    assert "ATV-4: La Marianne flown cover" in answer.body  # named, though without a figure


@pytest.mark.parametrize(
    "question",
    [
        "which ATV carried the most signed covers?",
        "which ATV carried the most covers to the Moon?",
        "which ATV did not carry the most covers?",
        "which ATV carried the most cargo?",
        "which ATV carried the most covers only by Erno?",
        "more cards or covers on ATV-9?",
    ],
)
def test_words_with_no_part_in_it_keep_it_from_being_read(told, question):
    understood = told(question).understood

    assert "flown counted" not in understood
