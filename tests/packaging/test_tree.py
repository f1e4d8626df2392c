"""The commands of a fresh clone, and what must not be in one."""

from __future__ import annotations

import re
import subprocess

# Folders of one person's machine. Written so that this line does not match itself.
MACHINE_PATH = re.compile(r"(?<![\w.~:/-])(/(?:root|work|[U]sers)/|/home/\w|[A-Z]:\\[U]sers)")


def test_no_file_names_a_folder_of_somebodys_machine(root, tracked):
    found = []
    for name in tracked:
        text = (root / name).read_bytes().decode(errors="replace")
        found += [
            f"{name}:{number}: {line.strip()}"
            for number, line in enumerate(text.splitlines(), start=1)
            if MACHINE_PATH.search(line) and "MACHINE_PATH = " not in line
        ]
    assert found == []


def test_help_lists_every_command(root):
    makefile = (root / "Makefile").read_text()
    commands = re.search(r"^\.PHONY: (.*)$", makefile, flags=re.MULTILINE)[1].split()
    shown = subprocess.run(
        ["make", "help"], cwd=root, capture_output=True, text=True, check=True
    ).stdout
    assert set(re.findall(r"make ([\w-]+)", shown)) == set(commands)


def test_an_old_python_is_refused_in_one_line(root, tmp_path):
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    done = subprocess.run(
        ["make", "run", f"PYTHON={old}", f"VENV={tmp_path / 'venv'}"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    said, tally = done.stderr.splitlines()
    assert done.returncode != 0
    assert "3.11 or newer" in said
    assert tally.startswith("make")
    assert not (tmp_path / "venv").exists()


def test_ci_runs_every_gate_and_ends_with_the_tests(root):
    steps = re.search(r"^for step in (.*); do$", (root / ".ci/run").read_text(), re.MULTILINE)[1]
    assert steps.split() == ["lint", "types", "check", "test"]
