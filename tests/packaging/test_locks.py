"""The locks install the same files anywhere, from any index."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata

import pytest
from packaging.requirements import Requirement

LOCKS = ["requirements.lock", "requirements-build.lock", "requirements-dev.lock"]


def pins(text: str) -> dict[str, str]:
    """The locked version of each package, with or without extras."""
    return dict(re.findall(r"^([a-z0-9.-]+)(?:\[[^]]*\])?==([^\s;\\]+)", text, flags=re.MULTILINE))


def pinned_extras(text: str) -> dict[str, set[str]]:
    """The extras that each package is locked with."""
    found = re.findall(r"^([a-z0-9.-]+)\[([^]]*)\]==", text, flags=re.MULTILINE)
    return {name: set(extras.split(",")) for name, extras in found}


@pytest.fixture(scope="session")
def project(root):
    return tomllib.loads((root / "pyproject.toml").read_text())


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_records_an_address(root, lock):
    text = (root / lock).read_text()
    assert "://" not in text
    assert not re.search(r"^\s*(-i|--\w*index|--find-links)", text, flags=re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(root, lock):
    entries = re.split(r"\n(?=\w)", (root / lock).read_text())
    pinned = [entry for entry in entries if "==" in entry.splitlines()[0]]
    assert pinned
    assert all("--hash=sha256:" in entry for entry in pinned)


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-build.lock"])
def test_developers_have_the_very_versions_that_servers_have(root, lock):
    developers = pins((root / "requirements-dev.lock").read_text())
    assert pins((root / lock).read_text()).items() <= developers.items()


def test_what_is_needed_with_extras_is_locked_with_them(root):
    """Else pip takes the newest release for "coverage[toml]", which has no hash in the lock."""
    lock = (root / "requirements-dev.lock").read_text()
    locked, extras = pins(lock), pinned_extras(lock)
    for name in locked:
        try:
            requires = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue  # for another platform
        for needed in map(Requirement, requires):
            wanted = re.sub(r"[-_.]+", "-", needed.name).lower()
            applies = needed.marker is None or needed.marker.evaluate({"extra": ""})
            if needed.extras and applies and wanted in locked:
                assert needed.extras <= extras.get(wanted, set()), f"{name} needs {needed}"


def test_the_locks_are_not_behind_the_ranges(root, project):
    extras = project["project"]["optional-dependencies"]
    wanted = {
        "requirements.lock": project["project"]["dependencies"],
        "requirements-build.lock": [
            *project["build-system"]["requires"],
            *project["dependency-groups"]["build"],
        ],
        "requirements-dev.lock": [asked for extra in extras.values() for asked in extra],
    }
    for lock, ranges in wanted.items():
        locked = pins((root / lock).read_text())
        for requirement in map(Requirement, ranges):
            name = re.sub(r"[-_.]+", "-", requirement.name).lower()
            assert locked[name] in requirement.specifier, f"{requirement}: run make lock"
