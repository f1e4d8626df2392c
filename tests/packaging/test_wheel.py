"""The wheel and the image made from it work where there is no checkout."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

import bot

pytestmark = pytest.mark.slow


def test_the_wheel_carries_the_knowledge_and_no_test(image, tracked):
    with zipfile.ZipFile(image.wheel) as wheel:
        names = set(wheel.namelist())
    facts = [path for path in tracked if path.parts[0] == "knowledge" and path.suffix == ".yaml"]
    code = [path for path in tracked if path.parts[0] == "bot"]
    assert facts
    assert {f"bot/_data/{path.relative_to('knowledge').as_posix()}" for path in facts} <= names
    assert {path.as_posix() for path in code} <= names
    assert {Path(name).parts[0] for name in names} == {"bot", f"flown-{bot.__version__}.dist-info"}


def test_nothing_is_read_from_the_checkout(image, root):
    where = image.call("python", "-c", "import bot; print(bot.__file__)").stdout.strip()
    assert Path(where).is_relative_to(image.venv)
    assert not Path(where).is_relative_to(root)


def test_what_is_installed_fits_together(image):
    done = image.call("python", "-m", "pip", "check")
    assert done.returncode == 0, done.stdout


def test_the_knowledge_passes_its_checks(image):
    done = image.run("check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_question_is_answered(image):
    done = image.run("ask", "How many ATV-2 covers got the octagonal ISS stamp?")
    assert done.returncode == 0, done.stderr
    assert "153" in done.stdout
    assert "fimych" in done.stdout


def test_a_question_is_answered_for_a_program(image):
    done = image.run("ask", "--json", "How many ATV-2 covers got the octagonal ISS stamp?")
    assert json.loads(done.stdout)["status"] == "answered", done.stderr


def test_without_a_token_the_bot_says_so_and_stops(image):
    done = image.run(DISCORD_TOKEN="")
    assert done.returncode == 78
    assert "Traceback" not in done.stdout + done.stderr
    assert len((done.stdout + done.stderr).strip().splitlines()) == 1
