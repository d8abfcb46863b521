# `make status` prints the main job on the bundled data; `make test` runs every check.
# Both set up what they need in .venv first.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	&& echo $$p && break; done)
BIN := .venv/bin
CATALOGUE := src/sagaict/language/locale/ja/LC_MESSAGES/sagaict.mo
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: status test lint types unit lowest messages fuzz schemas docs picture bench package clean

status: .venv/run $(CATALOGUE)
	@$(BIN)/sagaict status

test: lint types unit

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev
	$(BIN)/mypy

unit: .venv/dev $(CATALOGUE) .cache/node/ready
	$(BIN)/python -m slipcover -m pytest -n auto
	@$(BIN)/python tools/branches.py .cache/coverage.json

# Run the tests with the lowest version of everything that the program needs.
lowest: .venv/dev .cache/node/ready
	@test -x .cache/lowest/bin/python || $(BIN)/python -m venv .cache/lowest
	@$(BIN)/python tools/lowest.py > .cache/lowest.txt
	@.cache/lowest/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	@.cache/lowest/bin/python -m pip install --quiet --editable '.[excel]' --group dev \
		--constraint .cache/lowest.txt
	.cache/lowest/bin/python -m pytest -n auto

# Extract the messages, bring the catalogue up to date, compile it.
messages: .venv/dev
	$(BIN)/python tools/messages.py

# Run the commands over mutated files, and count what must never happen. What is kept in .cache/fuzz goes on where it
# ended: `make fuzz ARGS="--inputs 1000000 --minutes 90 --seed 7"`.
fuzz: .venv/dev
	PYTHONPATH=tools $(BIN)/python -m fuzz commands --inputs 200
	PYTHONPATH=tools $(BIN)/python -m fuzz batches --inputs 10000 $(ARGS)

# Write the JSON Schemas that stand beside the data.
schemas: .venv/run
	mkdir -p data/schema
	$(BIN)/sagaict schema plan -o data/schema/plan.schema.json
	$(BIN)/sagaict schema project -o data/schema/project.schema.json

# Write a page for every rule that judges targets, one of all keys, one of all columns, and what the commands of the guide to the year print.
docs: .venv/dev
	$(BIN)/python tools/rule_pages.py
	$(BIN)/python tools/key_pages.py
	$(BIN)/python tools/column_pages.py
	$(BIN)/python tools/year_page.py

# Measure each command beside its floor; `make bench ARGS="--only check --sizes 70"` for a part.
bench: .venv/dev
	$(BIN)/python -m bench $(ARGS)

# Draw the pictures in the README: the terminal, and the pages as Chromium shows them.
picture: .venv/dev $(CATALOGUE)
	$(BIN)/python tools/picture.py
	$(BIN)/python tools/screenshots.py

# Build what is published, the wheel from the source archive, and see that a registry would take both.
package: .venv/dev
	rm -rf dist
	$(BIN)/python -m hatchling build --target sdist
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist dist/*.tar.gz
	$(BIN)/python -m twine check --strict dist/*
	$(BIN)/python -m pytest tests/test_packaging.py

clean:
	rm -rf .venv .cache build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/run: pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/dev: .venv/run
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --group dev
	@touch $@

# What the build compiles; again where the catalogue changed since (a merge, another branch).
$(CATALOGUE): $(CATALOGUE:.mo=.po) .venv/run
	@$(BIN)/python -m pip install --quiet --no-deps --editable .
	@touch $@

# Programs of others that tests talk to, such as the YAML language server of editors.
.cache/node/ready: tests/support/package.json .venv/run
	@$(BIN)/python tests/support/node_packages.py
	@touch $@
