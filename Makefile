# Everything a newcomer needs: `make run` and `make test` set up the machine by themselves
# (tools/setup.sh: Debian packages, .venv, the install) and are quick when nothing has changed.

.DEFAULT_GOAL := run
.PHONY: run test fmt bench clean

PYTHON_BIN := .venv/bin
CODE = $(wildcard routines desktop tests bench)

run:    ## the window; without a display, two minutes in the terminal
	@tools/setup.sh run
	@if $(PYTHON_BIN)/python -c 'from desktop.system.display import has_display as here; exit(not here())'; \
	then $(PYTHON_BIN)/unbrace; \
	else $(PYTHON_BIN)/unbrace play hourly-reset --text; fi

test:   ## lint, format, types, who may know whom, tests: the first that fails ends it
	@tools/setup.sh test
	$(PYTHON_BIN)/ruff check --quiet .
	$(PYTHON_BIN)/ruff format --check .
	$(PYTHON_BIN)/mypy --no-error-summary $(CODE)
	$(PYTHON_BIN)/lint-imports --no-logo
	$(PYTHON_BIN)/pytest -q -n 2 --dist loadgroup

fmt:    ## let ruff write what ruff would complain about
	@tools/setup.sh test
	$(PYTHON_BIN)/ruff check --quiet --fix .
	$(PYTHON_BIN)/ruff format .

bench:  ## measure; never part of the tests
	@tools/setup.sh test
	$(PYTHON_BIN)/python -m bench

clean:  ## back to a fresh clone (Debian packages stay)
	rm -rf .venv build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
