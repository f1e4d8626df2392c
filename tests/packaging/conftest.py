"""Walks the Dockerfile in clean folders, as an engine would, without an engine.

Each stage becomes a folder that plays the root of its file system, and a fresh
virtual environment that plays its Python. The build context is what a clone
holds, less what .dockerignore leaves out, so a file that nobody added is missed
here and not on somebody's server.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass
class Stage:
    """One FROM of the Dockerfile and the instructions under it."""

    image: str
    name: str
    steps: list[tuple[str, str]] = field(default_factory=list)

    def all(self, keyword: str) -> list[str]:
        return [rest for word, rest in self.steps if word == keyword]

    def last(self, keyword: str) -> str:
        return self.all(keyword)[-1]

    @property
    def env(self) -> dict[str, str]:
        pairs = (pair for rest in self.all("ENV") for pair in shlex.split(rest))
        return dict(pair.split("=", 1) for pair in pairs)


@dataclass
class Image:
    """The last stage after all its steps: what would run on a server."""

    root: Path
    venv: Path
    stage: Stage
    build_root: Path

    @property
    def wheel(self) -> Path:
        (wheel,) = (self.build_root / "dist").glob("*.whl")
        return wheel

    def run(self, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Start the container: its entry point with these arguments, or with its CMD."""
        command = json.loads(self.stage.last("ENTRYPOINT"))
        return self.call(*command, *(args or json.loads(self.stage.last("CMD"))), **env)

    def call(self, *command: str, **env: str) -> subprocess.CompletedProcess[str]:
        inside = {name: within(self.root, value) for name, value in self.stage.env.items()}
        return subprocess.run(
            command,
            cwd=within(self.root, self.stage.last("WORKDIR")),
            env={"PATH": search_path(self.venv), "LANG": "C.UTF-8", **inside, **env},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def tracked() -> list[Path]:
    """What a clone would hold, as paths from the top of the project."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode == 0:
        names = (Path(name) for name in listed.stdout.split("\0") if name)
        return [name for name in names if (ROOT / name).is_file()]
    unpacked = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    made = {".venv", "dist", "build", "__pycache__"}
    return [name for name in unpacked if not made.intersection(name.parts)]


@pytest.fixture(scope="session")
def stages() -> list[Stage]:
    text = re.sub(r"^\s*#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE)
    found: list[Stage] = []
    for line in text.replace("\\\n", " ").splitlines():
        if not line.strip():
            continue
        keyword, rest = line.split(maxsplit=1)
        if keyword == "FROM":
            image, _, name = rest.partition(" AS ")
            found.append(Stage(image, name or str(len(found))))
        else:
            found[-1].steps.append((keyword, rest.strip()))
    return found


@pytest.fixture(scope="session")
def context(tracked: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that a build is sent."""
    rules = [
        line
        for line in (ROOT / ".dockerignore").read_text().splitlines()
        if line and not line.startswith("#")
    ]
    sent = tmp_path_factory.mktemp("context")
    for name in tracked:
        if not ignored(name, rules):
            (sent / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, sent / name)
    return sent


@pytest.fixture(scope="session")
def image(stages: list[Stage], context: Path, tmp_path_factory: pytest.TempPathFactory) -> Image:
    """The image, built by the Dockerfile's own commands."""
    roots: dict[str, Path] = {}
    for stage in stages:
        root = roots[stage.name] = tmp_path_factory.mktemp(f"stage-{stage.name}")
        venv = tmp_path_factory.mktemp(f"python-{stage.name}")
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        build(stage, root, venv, context, roots)
    return Image(root, venv, stages[-1], roots[stages[0].name])


def build(stage: Stage, root: Path, venv: Path, context: Path, roots: dict[str, Path]) -> None:
    cwd = root
    for keyword, rest in stage.steps:
        if keyword == "WORKDIR":
            cwd = Path(within(root, rest))
            cwd.mkdir(parents=True, exist_ok=True)
        elif keyword == "COPY":
            copy(rest, context, cwd, root, roots)
        elif keyword == "RUN":
            shell(rest, cwd, root, venv)


def copy(rest: str, context: Path, cwd: Path, root: Path, roots: dict[str, Path]) -> None:
    *sources, target = rest.split()
    origin = context
    if sources[0].startswith("--from="):
        origin = roots[sources.pop(0).removeprefix("--from=")]
    goal = cwd / within(root, target)
    for source in sources:
        path = origin / source.lstrip("/")
        if path.is_dir():
            shutil.copytree(path, goal, dirs_exist_ok=True)
        else:
            shutil.copy2(path, goal / path.name if target.endswith("/") else goal)


def shell(command: str, cwd: Path, root: Path, venv: Path) -> None:
    # The cache saves a second download; only root may give files away.
    command = command.replace("--no-cache-dir ", "")
    if os.geteuid() != 0:
        command = re.sub(r"\bchown\b", ":", command)
    command = re.sub(r"(?<=\s)/[a-z][\w/.-]*", lambda path: f"{root}{path[0]}", command)
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        ["sh", "-ec", command],
        cwd=cwd,
        env={**env, "PATH": search_path(venv)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"RUN {command}\n{done.stdout}\n{done.stderr}"


def within(root: Path, value: str) -> str:
    """Where an absolute path of the image lies on this machine."""
    return f"{root}{value}" if value.startswith("/") else value


def search_path(venv: Path) -> str:
    return f"{venv / 'bin'}{os.pathsep}{os.defpath}"


def ignored(name: Path, rules: list[str]) -> bool:
    """Whether .dockerignore leaves a file out: the last rule that fits decides."""
    verdict = False
    prefixes = [str(name), *(str(parent) for parent in name.parents)]
    for rule in rules:
        pattern = rule.removeprefix("!").removeprefix("**/")
        candidates = name.parts if "**/" in rule else prefixes
        if any(fnmatchcase(candidate, pattern) for candidate in candidates):
            verdict = not rule.startswith("!")
    return verdict
