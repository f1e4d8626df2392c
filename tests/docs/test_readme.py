"""The README, line by line: its examples, tables, commands, addresses and links."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

import discord
import pytest

from bot import cli
from bot.answers.answer import Choice, StatedFact, Status
from bot.config import Settings
from bot.doors.discord_bot import run
from tests.docs import console
from tests.docs.pages import ROOT

README = console.read(ROOT / "README.md")


def example(file, block):
    line = console.read(ROOT / file)[: block.start].count("\n") + 1
    return pytest.param(block.text, id=f"{file}:{line}")


EXAMPLES = [
    example(file, block)
    for file in ("README.md", "docs/architecture.md")
    for block in console.blocks(console.read(ROOT / file), "console")
]


def rows(page, *head):
    """The rows of the table that begins with this head."""
    title = "| " + " | ".join(head) + " |\n"
    lines = page.partition(title)[2].splitlines()[1:]
    found = []
    for line in lines:
        if not line.startswith("|"):
            break
        found.append([cell.strip() for cell in line.strip("|").split(" | ")])
    assert found, f"no table with the head {head}"
    return found


def code(cell):
    return re.findall(r"`([^`]+)`", cell)


@pytest.mark.parametrize("text", EXAMPLES)
def test_what_is_shown_is_what_is_printed(text):
    assert console.run(text) == text


@pytest.mark.parametrize(("kind", "question"), rows(README, "kind", "for example"))
def test_what_it_can_answer_is_answered(brain, kind, question):
    assert brain.ask(question).answer.status == "answered"


def test_every_command_of_flown_is_listed(capsys):
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    offered = re.findall(r"^    (\w+)", capsys.readouterr().out, re.MULTILINE)
    listed = [code(row[0])[0].split()[1] for row in rows(README, "command", "what it does")]
    assert sorted(set(listed)) == sorted(offered)


def test_the_contract_has_exactly_the_keys_of_an_answer(brain):
    listed = [code(row[0])[0] for row in rows(README, "key", "value")]
    reply = brain.ask("La Marianne folder print run")
    choices = (Choice(label="ATV-1", question="ATV-1 folder print run"),)
    asking_back = reply.answer.model_copy(update={"status": "ambiguous", "choices": choices})
    printed = cli.as_json(replace(reply, answer=asking_back), 0.0, 7)
    assert listed == sorted(printed, key=listed.index)


def test_the_contract_names_every_status_and_every_key_of_a_fact():
    cells = {code(row[0])[0]: row[1] for row in rows(README, "key", "value")}
    assert set(get_args(Status)) <= set(code(cells["status"]))
    assert set(re.findall(r"\w+", code(cells["facts"])[0])) == set(StatedFact.model_fields)
    assert set(re.findall(r"\w+", code(cells["choices"])[1])) == set(Choice.model_fields)


def test_every_setting_is_listed():
    listed = {code(row[0])[0] for row in rows(README, "variable", "meaning")}
    names = {
        field.validation_alias or f"FLOWN_{name.upper()}"
        for name, field in Settings.model_fields.items()
    }
    assert listed == names


def test_the_invitation_asks_for_the_permissions_that_are_listed():
    needed = discord.Permissions(
        view_channel=True,
        send_messages=True,
        send_messages_in_threads=True,
        read_message_history=True,
    )
    assert re.findall(r"permissions=(\d+)", README) == [str(needed.value)]


CODES = {int(row[0]) for row in rows(README, "code", "meaning")}
CASES = [
    (0, ["ask", "what is a cachet?"]),
    (1, ["check", "--knowledge", "broken"]),
    (1, ["run", "--knowledge", "broken"]),
    (1, ["ask", "--jsonl", "no-such-file"]),
    (2, ["no-such-command"]),
    (78, ["run"]),
]


@pytest.mark.parametrize(("code", "arguments"), CASES)
def test_the_exit_codes_are_as_listed(code, arguments, tmp_path, monkeypatch, capsys):
    for name in ("DISCORD_TOKEN", "DISCORD_TOKEN_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "covers.yaml").write_text("broken: [")
    try:
        done = cli.main(arguments)
    except SystemExit as stopped:
        done = stopped.code
    assert done == code
    assert "Traceback" not in capsys.readouterr().err


def test_every_exit_code_is_listed():
    assert {code for code, _ in CASES} | {run.OK, run.UNAVAILABLE, run.MISCONFIGURED} == CODES
