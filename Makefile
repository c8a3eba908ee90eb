# The chores, each a single command. They need an environment in which this has been run:
#   python3 -m pip install -e '.[dev]'

PYTHON ?= python3

# The tests that take longest: invented datasets and command lines of any kind, and hostile ones.
SLOW = tests/test_anything.py tests/test_attack.py

# What `make mutants` changes, and the tests that should notice.
MODULE ?= itupp/text.py
TESTS ?= tests/test_$(notdir $(basename $(MODULE))).py

.DEFAULT_GOAL := help
.PHONY: help test quick pictures lint style format mutants bench startup ci

help: ## List the chores
	@sed -n 's/^\([a-z]*\): ## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

test: ## Run all tests
	$(PYTHON) -m pytest

quick: ## Run the tests without the two slow files
	$(PYTHON) -m pytest $(addprefix --ignore=,$(SLOW))

pictures: ## Take all pictures again; read the difference before you commit it
	$(PYTHON) -m pytest --regen-all $(addprefix --ignore=,$(SLOW))
	$(PYTHON) tests/pictures.py

lint: ## Run the linter, the format check, the type check and the style figures
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(PYTHON) tests/style.py

style: ## Print how the code reads, in figures
	$(PYTHON) tests/style.py

format: ## Format the code
	$(PYTHON) -m ruff format .

mutants: ## Show changes of MODULE that TESTS do not notice (needs '.[mutants]')
	$(PYTHON) tests/mutants.py $(MODULE) $(TESTS)

bench: ## Measure speed and memory for the tables beside the bench (needs '.[bench]', takes minutes)
	$(PYTHON) tests/bench

startup: ## Measure how long the program takes to start, in seconds
	$(PYTHON) tests/bench/startup.py

ci: ## Run everything that has to hold, in fresh environments (takes minutes)
	.ci/run
