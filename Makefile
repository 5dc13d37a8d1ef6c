# The commands of this project. `make run` starts the site; nothing here asks, nothing needs root.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest
# A module to a worker, in the order of tests/conftest.py; one more than the machine has processors,
# for whoever looks at a page in the browser waits half of the time.
WORKERS := $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
SIDE_BY_SIDE := $(PYTEST) -n $(WORKERS) --dist loadscope --no-loadscope-reorder

# Each process of a run would compile everything anew.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help setup run test coverage check drill messages

help:
	@echo "make run        the site with its sample at http://127.0.0.1:8000 (HOST, PORT, SAMPLE=no)"
	@echo "make test       all tests, on SQLite and where it is installed on PostgreSQL"
	@echo "make check      style, types, import order, migrations, settings, translations: fast"
	@echo "make coverage   how much of publishing the tests reach, and that it is enough"
	@echo "make drill      the proofs at full size, which takes a while"
	@echo "make messages   the catalogues, brought up to date with code and templates"
	@echo "make setup      the environment alone, in $(VENV)"

setup: $(VENV)/runtime.stamp

run: setup
	@exec $(BIN)/python manage.py serve $(if $(filter no,$(SAMPLE)),--empty)

# Those of `make run` have a clock to keep, so they run after the others and alone.
test: $(VENV)/tests.stamp
	$(SIDE_BY_SIDE) -m "not site"
	$(BIN)/python -m tests.postgres $(SIDE_BY_SIDE) -m "database or postgresql"
	$(PYTEST) -m site

# Counting lines makes the tests take half as long again, so `make test` does not.
coverage: $(VENV)/tests.stamp
	$(SIDE_BY_SIDE) -m "not site" --cov --cov-report=term

check: $(VENV)/tests.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy newsroom relations_site
	git ls-files -z '*.html' | xargs -0 --no-run-if-empty $(BIN)/djade --check --target-version 5.2
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py check --fail-level WARNING
	deploy/check
	$(PYTEST) tests/site/test_catalogues.py

drill: $(VENV)/tests.stamp
	DRILL=1 $(PYTEST) -n $(WORKERS) -m scaled

# Needs gettext. What it leaves empty or fuzzy in locale/ is for people to translate.
messages: setup
	$(BIN)/python manage.py makemessages --locale ja --locale ko --extension html,py,txt \
		--ignore tests --ignore var --no-location --no-obsolete
	$(BIN)/python manage.py compilemessages --locale ja --locale ko --ignore $(VENV)

$(VENV)/runtime.stamp: requirements.txt
	@deploy/make-venv $(PYTHON) $(VENV)
	@echo "Installing what requirements.txt names (a minute or two the first time) ..."
	@$(BIN)/python -m pip install --disable-pip-version-check --no-input -r requirements.txt
	@touch $@

$(VENV)/tests.stamp: requirements-dev.txt $(VENV)/runtime.stamp
	@echo "Installing what the tests need ..."
	@$(BIN)/python -m pip install --disable-pip-version-check --no-input -r requirements-dev.txt
	@touch $@
