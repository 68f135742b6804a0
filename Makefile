# Two commands from a fresh clone: `make site` builds the site, `make test` runs every test.
# `make help` lists the rest. Everything is installed into .venv/ in this folder.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MESSAGES ?= pl
# One date for the whole build: the day of the last commit.
COMMITTED := $(shell git log -1 --format=%ct 2>/dev/null)
ifneq ($(COMMITTED),)
export SOURCE_DATE_EPOCH ?= $(COMMITTED)
endif
export NO_MKDOCS_2_WARNING := 1
export PYTHONPATH := hooks

.DEFAULT_GOAL := help
.PHONY: help site serve check new translations stamp stubs test test-full bench lint lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

site: $(VENV)/site.done ## set up and build the site into site/
	$(BIN)/mkdocs build --strict

serve: $(VENV)/site.done ## set up and show the site at http://127.0.0.1:8000/, rebuilt on every change
	$(BIN)/mkdocs serve

check: $(VENV)/site.done ## check data and pages in about a second, without building (MESSAGES=en for English)
	@$(BIN)/python -m opencity check --lang $(MESSAGES)

new: $(VENV)/site.done ## files for one more network, news, page or language: make new NETWORK=id, NEWS=2026-05-06-name, PAGE=search, LANGUAGE=uk
	@$(BIN)/python -m opencity new $(if $(LANGUAGE),language "$(LANGUAGE)",$(if $(NEWS),news "$(NEWS)",$(if $(PAGE),page "$(PAGE)",network "$(NETWORK)"))) --lang $(MESSAGES)

translations: $(VENV)/site.done ## list what is missing, outdated, new or without an original, by language
	@$(BIN)/python -m opencity translations --lang $(MESSAGES)

stamp: $(VENV)/site.done ## record new translations and addresses; confirm reviewed ones: make stamp FILES="docs/en/index.md", ALL=1
	@$(BIN)/python -m opencity stamp $(FILES) $(if $(ALL),--all) --lang $(MESSAGES)

stubs: $(VENV)/site.done ## a stub for every page that a language lacks: it shows the original until it is translated
	@$(BIN)/python -m opencity stubs --lang $(MESSAGES)

test: $(VENV)/dev.done ## set up and run every test
	$(BIN)/ruff check hooks tests
	$(BIN)/ruff format --check hooks tests
	$(BIN)/mypy
	$(BIN)/pytest -m "not slow" --doctest-modules tests hooks/opencity

test-full: test ## the same, then everything with new random examples and the long runs
	OPENCITY_EXPLORE=1 $(BIN)/pytest

bench: $(VENV)/dev.done ## measure builds, check and search against plain MkDocs + Material + static-i18n
	$(BIN)/python tests/bench/run.py

lock: ## pin the packages of pyproject.toml anew, with hashes (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --group dev -o requirements-dev.txt

clean: ## remove what was built and installed
	rm -rf site $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@sh tests/needs.sh $(PYTHON)
	$(PYTHON) -m venv $(VENV)

$(VENV)/site.done: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev.done: requirements-dev.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@sh tests/browser.sh $(BIN)/python
	@touch $@ $(VENV)/site.done
