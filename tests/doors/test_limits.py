"""For every thing in the knowledge: its card, its line, its completion keep Discord's limits."""

import discord
import pytest

from bot.doors.discord_bot import controls, menus, slash
from bot.doors.discord_bot.cards import FIGURE_WIDTH, card_of, citation_line
from bot.doors.discord_bot.cardviews import card_view
from bot.doors.discord_bot.composing import compose, fitting
from bot.doors.discord_bot.inline import figure_line, line_of
from bot.doors.discord_bot.postmarks import events, right_postmark

ASKER = 2**64 - 1  # the longest id


@pytest.fixture(scope="module")
def cards(brain):
    return [card_of(brain, record.id) for record in brain.knowledge]


def dispatchable(view):
    return [item for item in view.walk_children() if item.is_dispatchable()]


async def test_every_card_keeps_the_limits(cards):
    for card in cards:
        view = card_view(card, dismissible_by=ASKER)
        assert view.content_length() <= 4000, card.thing
        assert view.total_children_count <= 40, card.thing
        ids = [item.custom_id for item in dispatchable(view)]
        assert len(set(ids)) == len(ids), card.thing
        assert all(1 <= len(custom_id) <= 100 for custom_id in ids), card.thing
        for item in view.walk_children():
            if isinstance(item, discord.ui.Button):
                assert 1 <= len(item.label) <= 34, card.thing
                assert len(item.url or "") <= 512, card.thing
            if isinstance(item, discord.ui.TextDisplay):
                assert item.content.strip(), card.thing


def test_every_figure_reads_on_a_phone(cards):
    for card in cards:
        assert all(len(line) <= FIGURE_WIDTH < 40 for line in card.figures), card.thing


def test_every_card_has_its_sources(cards):
    for card in cards:
        assert card.citations or not card.figures, card.thing


def test_every_line_in_passing_is_short(brain, cards):
    for card in cards:
        for line in (figure_line(card), line_of(brain.describe(card.thing))):
            assert 0 < len(line) <= 1000, card.thing
            assert "\n" not in line, card.thing


def test_every_citation_fits_a_message(brain, cards):
    for card in cards:
        assert len(citation_line(card, brain.knowledge.revision)) <= 1900, card.thing


def test_every_description_fits(brain):
    for record in brain.knowledge:
        plain = compose(brain.describe(record.id), asker=ASKER, command=True)
        assert len(plain.content) <= 2000, record.id
        assert len(plain.items) <= 10, record.id


def test_every_right_postmark_fits(brain):
    for record in (*brain.knowledge.of_kind("mission"), *brain.knowledge.of_kind("programme")):
        for event in (None, *events(brain.knowledge)):
            answer = right_postmark(brain.knowledge, record.id, event)
            assert len(compose(answer, asker=ASKER).content) <= 2000, record.id


def test_every_name_completes_to_its_thing(brain):
    kinds = frozenset(record.kind_of_thing for record in brain.knowledge)
    for record in brain.knowledge.of_kind("mission"):
        [first, *_] = brain.names.complete(record.name, kinds, 25)
        assert first.thing == record.id


def test_every_completion_keeps_the_limits(brain):
    kinds = frozenset({"mission", "cover", "programme", "party", "person", "place", "expedition"})
    for record in brain.knowledge:
        assert len(record.id) <= 90, "an id has to fit a button"
        for typed in (record.name, record.name[:3]):
            found = slash.choices_of(brain, typed, kinds)
            assert len(found) <= 25, typed
            for choice in found:
                assert 1 <= len(choice.name) <= 100, choice
                assert 1 <= len(choice.value) <= 100, choice


def test_many_lines_are_cut_between_lines():
    assert fitting(["x" * 900] * 3) == "\n".join(["x" * 900] * 2)


def test_every_control_has_its_own_pattern():
    patterns = [item.__discord_ui_compiled_template__.pattern for item in controls.ALL]
    assert len(set(patterns)) == len(patterns)
    assert len(menus.ALL) <= 5
