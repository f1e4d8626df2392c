"""What a server's keeper relies on in the Dockerfile."""

from __future__ import annotations

import json
import re


def test_two_stages_so_that_no_build_tool_is_in_the_image(stages):
    assert len(stages) == 2
    assert "hatchling" not in "\n".join(rest for _, rest in stages[-1].steps)
    assert f"--from={stages[0].name}" in " ".join(stages[-1].all("COPY"))


def test_the_user_is_a_number_and_not_root(stages):
    user = stages[-1].last("USER")
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", user)


def test_signals_reach_the_bot(stages):
    assert json.loads(stages[-1].last("ENTRYPOINT")) == ["flown"]
    assert json.loads(stages[-1].last("CMD")) == ["run"]


def test_every_install_is_locked(stages):
    installs = [run for stage in stages for run in stage.all("RUN") if "pip install" in run]
    assert len(installs) == 3
    for run in installs:
        assert ("--require-hashes" in run and ".lock" in run) or (
            "--no-index" in run and "--no-deps" in run
        ), run
    assert "requirements-build.lock" in installs[0]
    assert "requirements.lock" in installs[1]
    assert "*.whl" in installs[2]


def test_the_wheel_is_built_with_the_locked_tools(stages):
    (build,) = [run for run in stages[0].all("RUN") if "pip wheel" in run]
    assert "--no-build-isolation" in build
    assert "--no-deps" in build


def test_the_store_outlives_the_container(stages):
    stage = stages[-1]
    assert stage.env["FLOWN_STORE"].startswith(stage.last("VOLUME") + "/")


def test_no_secret_is_named(stages):
    named = " ".join(rest for stage in stages for word, rest in stage.steps if word != "RUN")
    assert not re.search(r"token|secret|password", named, re.IGNORECASE)


def test_the_context_holds_the_build_and_nothing_private(context):
    sent = {path.name for path in context.iterdir()}
    assert {"bot", "knowledge", "pyproject.toml", "requirements.lock"} <= sent
    assert not {".git", ".env", "tests"} & sent
