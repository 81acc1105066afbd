# What a developer and CI run. `make run` is all a newcomer needs.

.PHONY: help install install-map run test test-long test-ui check bench lock format clean

VENV    := .venv
BIN     := $(VENV)/bin
# A worker waits a third of its time: three keep two cores busy.
WORKERS ?= 3
UV      ?= uv
PIP     ?= $(BIN)/python -m pip
PYTEST  := $(BIN)/python -m pytest
# The first interpreter that answers and is new enough.
PYTHON  ?= $(shell for p in python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)

help:
	@echo 'make run        start: the rehearsal, or the bot itself when LIAISON_BOT_TOKEN is set'
	@echo 'make install    make $(VENV) with everything in it, $(BIN)/liaison too'
	@echo 'make install-map  add what maps need (PIP=/opt/liaison/bin/pip for another place)'
	@echo 'make check      format, lint, types, layers, structure'
	@echo 'make test       all tests but the browser and the longer plays, on SQLite and PostgreSQL'
	@echo 'make test-ui    the tests that drive a browser'
	@echo 'make test-long  the longer plays, and what is played on SQLite again on PostgreSQL'
	@echo 'make bench      what things cost'

install: $(VENV)/installed

$(VENV)/installed: requirements.lock pyproject.toml
	@[ -n '$(PYTHON)' ] || { echo 'Python 3.11 or newer is needed (set PYTHON=...)' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation \
		--config-settings editable_mode=compat --editable .
	@touch $@

# For an installation that runs; developers have it by the lock.
install-map:
	$(PIP) install --require-hashes -r requirements-map.lock

run: install
	@if [ -n "$$LIAISON_BOT_TOKEN$$LIAISON_BOT_TOKEN_FILE" ]; \
	then exec $(BIN)/liaison run; else exec $(BIN)/liaison rehearse; fi

test: install
	$(PYTEST) -m 'not ui and not long' -n $(WORKERS) --cov --cov-report=term

test-long: install
	$(PYTEST) -m 'long and not ui' -n $(WORKERS)

test-ui: install
	@scripts/need_chromium
	$(PYTEST) -m ui

check: install
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST) -q tests/structure tests/docs

bench: install
	$(BIN)/python -m benchmarks

# Needs uv (https://docs.astral.sh/uv/) on the path; everything else needs only what the lock brings.
COMPILE := --universal --python-version 3.11 --generate-hashes --no-annotate \
	--quiet --custom-compile-command 'make lock'
lock:
	$(UV) pip compile pyproject.toml --extra build --extra dev --extra map $(COMPILE) \
		--output-file requirements.lock
	$(UV) pip compile pyproject.toml --extra build --constraint requirements.lock $(COMPILE) \
		--output-file requirements-run.lock
	sed -n 's/^map = \["\(.*\)"\]$$/\1/p' pyproject.toml | \
		$(UV) pip compile - $(COMPILE) --output-file requirements-map.lock

format: install
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) build *.egg-info .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
