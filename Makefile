# What one does with this project; `make` alone lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup dev demo test prove check audit bench format lock pictures

export PYTHONUTF8 := 1
PORT ?= 8000
PYTEST_ARGS ?=
RUN := .venv/bin
LOCK = .venv/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links \
	--no-header --no-annotate --python-version 3.11

help: ## List what can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

setup: ## Make .venv from the locks and migrate the database that DATABASE_URL names
	@bin/setup

dev:
	@SETUP_DATABASE=0 bin/setup --dev

demo: ## Show the portal with its example case on http://127.0.0.1:8000 (PORT=…)
	@SETUP_DATABASE=0 bin/setup
	@exec bin/demo $(PORT)

test: dev ## Run all tests on SQLite, and on a private PostgreSQL where databases differ (PYTEST_ARGS=…)
	@bin/test $(PYTEST_ARGS)

prove: dev ## Prove by mass what make test tries on a sample, in at most 40 minutes (PYTEST_ARGS=…)
	@bin/prove $(PYTEST_ARGS)

check: dev ## Format, lint, types, templates, migrations, production settings, architecture
	@bin/check

audit: ## Ask the public advisories about every locked package (AUDIT_ARGS=…)
	@bin/audit $(AUDIT_ARGS)

bench: dev ## Measure photos, reports, pages and signatures, and fail where one misses its must (BENCH=report)
	@$(RUN)/python -m benchmarks $(BENCH)

format: dev ## Put code and templates into their form
	@$(RUN)/ruff check --fix --quiet . || true
	@$(RUN)/ruff format .
	@$(RUN)/djlint templates --reformat --quiet || true

pictures: dev ## Photograph the demo for the README and the user guide
	@$(RUN)/python docs/pictures/make.py

lock: dev ## Lock the newest versions that requirements/*.in allow
	@for name in base dev fonts uv audit; do \
		$(LOCK) $(LOCK_ARGS) requirements/$$name.in -o requirements/$$name.txt || exit 1; done
	@bin/locks-fit
