"""Cards: the figures first, sources and related things as buttons, and they outlive a restart."""

import pytest

from bot.doors.discord_bot.cards import ACCENTS, card_of, citation_line, headline
from bot.doors.discord_bot.cardtexts import text_of
from bot.store.corrections import correction


def buttons(message):
    """The buttons of a card by label."""
    found = {}

    def walk(components):
        for component in components:
            if component.get("type") == 2:
                found[component["label"]] = component
            walk(component.get("components", []))

    walk(message.components)
    return found


def test_a_missions_card(brain):
    card = card_of(brain, "atv-2")
    assert card.title.startswith("ATV-2")
    assert card.figures[0].startswith("Launched: 16 February 2011")
    assert any(line.startswith("Flown on it: ") for line in card.figures)
    assert "Kourou → ISS" in card.route
    assert card.accent == ACCENTS["atv"]
    assert "atv" in {related.thing for related in card.related}
    assert card.citations


def test_a_covers_card(brain):
    card = card_of(brain, "atv-2-flown-la-marianne")
    assert "Flown: 600 covers" in card.figures
    assert "Print run: not recorded" in card.figures
    assert card.route.startswith("Up on ATV-2")
    assert {"atv-2", "la-marianne"} <= {related.thing for related in card.related}


def test_a_lost_ship_shows_no_arrival(brain):
    card = card_of(brain, "progress-m-27m")
    assert "Outcome: lost" in card.figures
    assert not any(line.startswith("Docked") for line in card.figures)
    assert "ISS" not in card.route


def test_further_pieces_are_not_taken_for_part_of_the_item(brain):
    card = card_of(brain, "atv-3-flown-la-marianne")
    figures = " ".join(line.strip() for line in card.figures)
    assert "Flown: 400 covers" in figures
    assert "14 covers, further pieces" in figures


def test_pieces_that_a_source_gives_to_nobody_are_not_given_to_anybody(brain):
    figures = " ".join(line.strip() for line in card_of(brain, "atv-2-mail").figures)
    assert "153 pieces, whose is not told" in figures


def test_a_citation_is_one_line_with_source_and_revision(brain):
    line = citation_line(card_of(brain, "atv-2-flown-la-marianne"), brain.knowledge.revision)
    assert "\n" not in line
    assert "600 covers" in line
    assert "fimych.com, about 2017 <https://" in line
    assert brain.knowledge.revision in line


def test_a_headline_is_one_line_for_every_thing(brain):
    for record in brain.knowledge:
        assert "\n" not in headline(card_of(brain, record.id))


async def test_slash_mission_shows_a_card_and_its_buttons_outlive_a_restart(club):
    result = await club.ann.slash(club.channel, "mission", name="Johannes Kepler")
    card = result.response
    assert card.flags.components_v2
    assert "## ATV-2" in text_of(card.message)
    await club.restart()
    related = buttons(card)["ATV"]
    shown = await club.bob.click(card, custom_id=related["custom_id"])
    assert shown.ephemeral
    assert "## ATV" in text_of(shown.response.message)
    cited = await club.bob.click(card, label="Cite")
    assert cited.ephemeral
    assert cited.response.content.startswith("```\nATV-2")


async def test_a_cards_sources_are_links(club):
    result = await club.ann.slash(club.channel, "cover", name="atv-2-flown-la-marianne")
    links = [button for button in buttons(result.response).values() if button.get("url")]
    assert any("fimych.com" in button["url"] for button in links)


async def test_a_card_is_asked_about(club, brain):
    result = await club.ann.slash(club.channel, "mission", name="atv-2")
    shown = await club.bob.click(result.response, label="Ask about this")
    answer = await club.bob.submit_modal(shown, {"question": "when was it launched?"})
    assert "16 February 2011" in answer.response.content


async def test_a_correction_of_a_card_knows_what_it_is_about(club):
    result = await club.ann.slash(club.channel, "mission", name="atv-2")
    shown = await club.bob.click(result.response, label="Wrong or missing?")
    await club.bob.submit_modal(shown, {"wrong": "the launch was a day later"})
    kept = await correction(club.bot.desk.store, 1)
    assert kept.subjects == ["atv-2"]
    assert "16 February 2011" in kept.answer


async def test_only_the_asker_and_moderators_dismiss_a_card(club):
    result = await club.ann.slash(club.channel, "mission", name="atv-2")
    refused = await club.bob.click(result.response, label="Dismiss")
    assert "Only the person who asked" in refused.response.content
    assert result.response is not None
    await club.mod.click(result.response, label="Dismiss")
    assert result.response is None


async def test_after_a_card_the_conversation_goes_on(club):
    await club.ann.slash(club.channel, "mission", name="atv-2")
    await club.ask("when did it dock?")
    assert "24 February 2011" in club.last.content


@pytest.mark.parametrize("name", ["CRS-99", "nothing like that", "'; DROP TABLE", "*" * 100])
async def test_a_name_that_means_nothing_is_answered_in_words(club, name):
    result = await club.ann.slash(club.channel, "cover", name=name)
    assert result.response.content
    assert not result.response.flags.components_v2
