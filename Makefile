# make demo    install, read the example reports and answer the product's question
# make test    what runs in a minute: no model walks, no browser
# make slow    the walks over the whole product, and every property on all its examples
# make faults  kills, floods and mutilations
# make elsewhere  a part of the tests under another time zone and language
# make team    the tests that ask a PostgreSQL server (needs Debian's package postgresql)
# make desk    build the pages of the desk (needs Node.js with npm)
# make browser build the desk and drive a real browser over it (needs /usr/bin/chromium)
# make wheel   build the desk and the wheel that holds it
# make exchange open every export with the libraries of its ecosystem
# make check   format, lint, types, import layers
# make docs    write the reference pages from the program
# make bench   every benchmark whose data are there (AVOWED_DATA)
# make gate    no stored figure is below its floor

# What Python has compiled once is kept, also where the machine says otherwise: every test that starts a program is faster.
export PYTHONDONTWRITEBYTECODE :=

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: install dev demo test slow faults team elsewhere exchange desk browser wheel check docs bench gate clean

install: .venv/installed
dev: .venv/developed

.venv/installed: pyproject.toml requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing Avowed into .venv ..."
	@$(PIP) install --no-compile --constraint requirements.lock --editable .
	@touch $@

.venv/developed: .venv/installed requirements-dev.lock
	@echo "Installing what the tests need ..."
	@$(PIP) install --no-compile --constraint requirements-dev.lock --editable '.[dev,bulk]'
	@touch $@

demo: install
	@rm -rf demo-case
	@$(BIN)/avowed init demo-case
	@$(BIN)/avowed add --case demo-case examples/reports
	@$(BIN)/avowed ask --case demo-case "Halmar Liberation Front" "Dawn Brigades"

test: dev
	@$(BIN)/pytest -n 2 --dist worksteal -m "not slow and not faults and not exchange"

slow: dev
	@$(BIN)/pytest --hypothesis-profile=thorough \
		-m "(slow or (hypothesis and not faults and not exchange)) and not browser and not team"

team: dev
	@$(BIN)/pytest -m team

faults: dev
	@$(BIN)/pytest -m faults

elsewhere: dev
	@TZ=Pacific/Kiritimati LC_ALL=C PYTHONUTF8=0 $(BIN)/pytest -n 2 --dist worksteal -m "not slow and not faults and not exchange" \
		tests/model tests/read tests/store tests/assess tests/present tests/annotate/times

STATIC := src/avowed/web/static/index.html
desk: $(STATIC)

frontend/node_modules/installed: frontend/package.json frontend/package-lock.json
	@echo "Installing what the desk's pages are made with ..."
	@cd frontend && npm ci --silent
	@touch $@

$(STATIC): .venv/installed frontend/node_modules/installed $(shell find frontend/src frontend/public src/avowed/web src/avowed/model -type f -not -path '*/static/*' -not -name '*.pyc' -not -name schema.ts) frontend/index.html frontend/vite.config.ts
	@$(BIN)/python -m avowed.web.describe > frontend/openapi.json
	@cd frontend && npm run --silent types >/dev/null && npm run --silent build
	@touch $@

browser: dev desk
	@$(BIN)/pytest -m browser

wheel: desk
	@$(PIP) wheel --no-deps --wheel-dir dist .

exchange: .venv/exchanged
	@$(BIN)/pytest -m exchange

.venv/exchanged: .venv/developed
	@echo "Installing the libraries that exports are opened with ..."
	@$(PIP) install --no-compile --constraint requirements-dev.lock --editable '.[dev,bulk,exchange]'
	@touch $@

check: dev
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

docs: dev
	@$(BIN)/python docs/write_reference.py

gate: dev
	@$(BIN)/python -m benchmarks gate

bench: dev
	@$(BIN)/python -m benchmarks run
	@$(BIN)/python -m benchmarks gate

clean:
	rm -rf .venv demo-case
