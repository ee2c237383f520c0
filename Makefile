# Everything is set up from a bare python3 and kept in .venv; a second call finds it there and adds nothing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ATHLETE ?= examples/athletes/newcomer.toml
UV := $(BIN)/uv --quiet --no-progress
JOBS ?= 2

.DEFAULT_GOAL := help
.PHONY: help run test check bench docs format clean

help: ## Show what make can do
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

run: $(VENV)/.run ## Plan for the newcomer in examples/athletes (or ATHLETE=path/to/athlete.toml)
	@$(BIN)/dorsi plan $(ATHLETE)

test: $(VENV)/.dev ## Install what tests need and run them all
	@$(BIN)/pytest -n $(JOBS)

check: $(VENV)/.dev ## Format, lint, types, import contract, generated docs up to date
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python tools/make_docs.py --check

bench: $(VENV)/.dev ## Measure the budgets
	@$(BIN)/python -m bench

docs: $(VENV)/.dev ## Write the generated pages under docs/
	@$(BIN)/python tools/make_docs.py

format: $(VENV)/.dev ## Format the code and mend what the linter can
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

clean: ## Forget the virtual environment and the caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dorsi needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 run")'
	@echo "Setting up Dorsi in $(VENV) (once)..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.6'

$(VENV)/.run: $(BIN)/uv pyproject.toml uv.lock
	@$(UV) sync --frozen --no-dev --inexact
	@touch $@

$(VENV)/.dev: $(BIN)/uv pyproject.toml uv.lock
	@$(UV) sync --frozen --inexact
	@touch $@ $(VENV)/.run
