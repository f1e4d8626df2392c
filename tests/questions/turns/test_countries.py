"""What a country in a question is said of."""

import pytest

from bot.questions.query import Trouble


def where(query):
    """The conditions of a Query, in no order."""
    return {str(condition) for condition in query.where}


@pytest.mark.parametrize(
    ("text", "kind", "conditions"),
    [
        ("covers with a Belgian postmark", "cover", {"strike_place = belgium"}),
        ("covers postmarked in Germany", "cover", {"strike_place = germany"}),
        ("Italian ATV-2 covers", "cover", {"maker_country = italy", "about = atv-2"}),
        ("covers by Belgian clubs", "cover", {"by_party = bfv-cosmos"}),
        ("covers made in Japan", "cover", {"maker_country = japan"}),
        ("covers flown on Russian ships", "cover", {"up = progress"}),
        ("American missions in 2015", "mission", {"country = united-states", "launched = 2015"}),
        ("which ships were launched from Kazakhstan?", "mission", {"launch_site = kazakhstan"}),
        ("list the German dealers", "party", {"country = germany", "roles = dealer"}),
        ("which dealers are there in the USA", "party",
         {"country = united-states", "roles = dealer"}),
    ],
)  # fmt: skip
def test_a_country_restricts_what_stands_beside_it(read, text, kind, conditions):
    query = read(text)
    assert (query.want, query.kind, where(query)) == ("list", kind, conditions)


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("is HTV Japanese?", "check programme; where self = htv; claim country = japan"),
        ("is ATV European", "check programme; where self = atv; claim country = europe"),
        ("which of the ships is European?", "list programme; where country = europe"),
        ("is there a Swiss club?", "list party; where country = switzerland and roles = club"),
        ("which cargo ships are American?", "list programme; where country = united-states"),
        (
            "European ATV or Japanese HTV, which carries more?",
            "compare programme; capacity; between self = atv | self = htv; order descending",
        ),
    ],
)
def test_a_line_is_of_a_country(brain, text, understood):
    assert brain.ask(text).answer.understood == understood


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("how many flights has the Japanese HTV made", {"programme = htv"}),
        ("62P = ?? in the Russian series", {"self = progress-ms-01"}),
    ],
)
def test_a_country_that_says_nothing_new_restricts_nothing(read, text, conditions):
    assert where(read(text)) == conditions


@pytest.mark.parametrize(
    "text",
    [
        "covers signed by Italian astronauts",  # whose country is not recorded
        "how many flights has the Russian HTV made",  # it is none
        "tell me about Belgium",
        "covers postmarked in space by Russians",
        "covers postmarked in Europe",  # which countries are of it is not recorded
        "are there any European dealers",
    ],
)
def test_a_country_of_anything_else_is_not_understood(read, text):
    assert isinstance(read(text), Trouble)
