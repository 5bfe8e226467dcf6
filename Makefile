# make demo    install, read the example reports and answer the product's question
# make test    what runs in a minute: no model walks, no browser
# make slow    the walks over the whole product
# make faults  kills, floods and mutilations
# make check   format, lint, types, import layers
# make docs    write the reference pages from the program
# make bench   every benchmark whose data are there (AVOWED_DATA)

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: install dev demo test slow faults check docs bench clean

install: .venv/installed
dev: .venv/developed

.venv/installed: pyproject.toml requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing Avowed into .venv ..."
	@$(PIP) install --no-compile --constraint requirements.lock --editable .
	@touch $@

.venv/developed: .venv/installed requirements-dev.lock
	@echo "Installing what the tests need ..."
	@$(PIP) install --no-compile --constraint requirements-dev.lock --editable '.[dev]'
	@touch $@

demo: install
	@rm -rf demo-case
	@$(BIN)/avowed init demo-case
	@$(BIN)/avowed add --case demo-case examples/reports
	@$(BIN)/avowed ask --case demo-case "Halmar Liberation Front" "Dawn Brigades"

test: dev
	@$(BIN)/pytest -m "not slow and not faults"

slow: dev
	@$(BIN)/pytest -m slow

faults: dev
	@$(BIN)/pytest -m faults

check: dev
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

docs: dev
	@$(BIN)/python docs/write_reference.py

bench: dev
	@$(BIN)/python -m benchmarks run
	@$(BIN)/python -m benchmarks gate

clean:
	rm -rf .venv demo-case
