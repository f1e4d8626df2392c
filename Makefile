# Flown's commands. "make help" lists them.
#
# Everything is installed into .venv from the locks, by hash; nothing else is
# downloaded. Another interpreter: make run PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV_VERSION := 0.13.9

# Installing is silent unless it fails, and what it says goes to stderr, so that
# `echo "..." | make run` prints answers and nothing else.
PIP = $(BIN)/python -m pip --disable-pip-version-check --no-input -qq
COMPILE = $(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-strip-extras --no-emit-index-url --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run setup test lint format types check crosscheck docs ci coverage wheel lock clean evaluate evaluate-all compare

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

run: $(VENV)/.installed ## ask in the terminal; with DISCORD_TOKEN set, start the Discord bot
	@if [ -n "$$DISCORD_TOKEN$$DISCORD_TOKEN_FILE" ]; then exec $(BIN)/flown run; else exec $(BIN)/flown chat; fi

test: $(VENV)/.installed-dev ## run every test
	@$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/.installed-dev ## style and likely mistakes (ruff)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

format: $(VENV)/.installed-dev ## put the code into the form that lint wants
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

types: $(VENV)/.installed-dev ## strict types (mypy)
	@$(BIN)/mypy

check: $(VENV)/.installed ## check the knowledge
	@$(BIN)/flown check

crosscheck: $(VENV)/.installed-dev ## hold our flights against independent launch lists
	@$(BIN)/python -m tests.crosscheck.compare

docs: $(VENV)/.installed-dev ## does the documentation say what the program does?
	@$(BIN)/python -m pytest tests/docs $(ARGS)

ci: ## all that must pass before a change lands
	@.ci/run

coverage: $(VENV)/.installed-dev ## run every test and show the lines that none reached
	@$(BIN)/python -m pytest --cov --cov-report=term-missing $(ARGS)

evaluate: $(VENV)/.installed-dev ## score the question tables by kind (ARGS=-v: every miss)
	@$(BIN)/python -m tests.evaluation $(ARGS)

evaluate-all: $(VENV)/.installed-dev ## every field of every thing, and every misspelling, too
	@$(BIN)/python -m tests.evaluation --all $(ARGS)

compare: $(VENV)/compare/.installed ## side by side with three usual ways to search; writes docs/evaluation.md
	@$(VENV)/compare/bin/python -m tests.evaluation.compare

wheel: $(VENV)/.installed ## build dist/flown-*.whl, knowledge included
	@rm -rf dist
	@$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist . >&2
	@ls dist/*.whl

lock: $(VENV)/lock/bin/uv ## renew the locks after a change in pyproject.toml (UPGRADE=1: newest versions)
	@$(COMPILE) pyproject.toml -o requirements.lock
	@$(COMPILE) --group build -o requirements-build.lock
	@$(COMPILE) pyproject.toml --extra dev --group build \
		-c requirements.lock -c requirements-build.lock -o requirements-dev.lock

clean: ## remove what these commands made
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

setup: $(VENV)/.installed-dev ## install all that run, test and lint need
	@:

# The stamps below are newer than the files they depend on: a second run skips them.

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "Flown needs Python 3.11 or newer, and $(PYTHON) is not: name one with PYTHON=python3.12" >&2; exit 1; }
	@echo "Setting up $(VENV), once: this takes about a minute ..." >&2
	@$(PYTHON) -m venv $(VENV) >&2 \
		|| { rm -rf $(VENV); echo "$(PYTHON) lacks its venv module (on Debian: apt install python3-venv)" >&2; exit 1; }

# Editable: a changed fact or line of code needs no new install.
$(VENV)/.installed: $(VENV)/pyvenv.cfg pyproject.toml requirements.lock requirements-build.lock
	@$(PIP) install --require-hashes -r requirements.lock -r requirements-build.lock >&2
	@$(PIP) install --no-deps --no-build-isolation --editable . >&2
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	@$(PIP) install --require-hashes -r requirements-dev.lock >&2
	@touch $@

# In a place of its own: it brings PyTorch.
$(VENV)/compare/.installed: $(VENV)/lock/bin/uv pyproject.toml requirements.lock
	@echo "Setting up $(VENV)/compare, once: this downloads gigabytes ..." >&2
	@$(PYTHON) -m venv --clear $(VENV)/compare >&2
	@$(VENV)/lock/bin/uv pip install --quiet --python $(VENV)/compare/bin/python \
		-r requirements.lock --group compare >&2
	@touch $@

$(VENV)/lock/bin/uv: $(VENV)/pyvenv.cfg
	@$(PYTHON) -m venv $(VENV)/lock >&2
	@$(VENV)/lock/bin/python -m pip --disable-pip-version-check -qq install uv==$(UV_VERSION) >&2
	@touch $@
