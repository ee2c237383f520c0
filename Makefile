# Everything is set up from a bare python3 and kept in .venv; a second call finds it there and adds nothing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8787
SERVE ?=
UV := $(BIN)/uv --quiet --no-progress
JOBS ?= 2

.DEFAULT_GOAL := help
.PHONY: help run test check bench docs format clean

help: ## Show what make can do
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

run: $(VENV)/.run ## Start the app and print its address (PORT=8787, SERVE="--lan" and other options)
	@$(BIN)/dorsi serve --port $(PORT) $(SERVE)

test: $(VENV)/.dev ## Install what tests need and run them all, on files and on a PostgreSQL server
	-@$(BIN)/python tools/fetch_test_programs.py
	@TEST_DATABASE=postgresql $(BIN)/pytest -n $(JOBS) --dist worksteal tests/store tests/server tests/api tests/web
	@$(BIN)/pytest -n $(JOBS) --dist worksteal

check: $(VENV)/.dev ## Format, lint, types, import contract, generated docs up to date
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python tools/make_docs.py --check
	@$(BIN)/python tools/make_api_schema.py --check
	@$(BIN)/python -m tools.messages --check

bench: $(VENV)/.dev ## Measure the budgets
	@$(BIN)/python -m bench

docs: $(VENV)/.dev ## Write the generated pages under docs/
	@$(BIN)/python tools/make_docs.py
	@$(BIN)/python tools/make_api_schema.py

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
	@VIRTUAL_ENV=$(VENV) $(UV) pip uninstall pip setuptools

$(VENV)/.run: $(BIN)/uv pyproject.toml uv.lock package-lock.json tools/fetch_assets.py
	@$(UV) sync --frozen --no-dev --inexact
	@$(BIN)/python tools/fetch_assets.py
	@$(BIN)/python tools/compile_code.py
	@touch $@

$(VENV)/.dev: $(BIN)/uv pyproject.toml uv.lock package-lock.json tools/fetch_assets.py
	@$(UV) sync --frozen --inexact
	@$(BIN)/python tools/fetch_assets.py --dev
	@$(BIN)/python tools/compile_code.py
	@touch $@ $(VENV)/.run
