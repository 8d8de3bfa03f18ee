# make run    connect to Slack where its tokens are set, else open a conversation and the playground here
# make test   all tests; ARGS="tests/cli -k chat" for some
# make lint   ruff and mypy
# make check  the content: every problem, and that no slip of the pen flips an answer
# make bench  the figures of the README
# make docs   write the answers in the README anew
# make lock   resolve the dependencies anew (network)

PYTHON ?= $(shell for v in 3.11 3.12 3.13 3.14 3; do \
	python$$v -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null && echo python$$v && break; done)
VENV := .venv
PY := $(VENV)/bin/python

# A stamp carries the checksum of what it installed: another lock is another stamp, and a touched file is not.
RUN := $(VENV)/run-$(firstword $(shell cat requirements.txt pyproject.toml | cksum))
DEV := $(VENV)/dev-$(firstword $(shell cat requirements-dev.txt pyproject.toml | cksum))

# Tried once: where no Chromium can be had, the tests that need it are skipped.
BROWSER := $(VENV)/browser

check: $(RUN)
	$(PY) -m bot check
	$(PY) -m bot mutate

.PHONY: run test check lint format bench docs lock

run: $(RUN)
	@$(PY) -m bot run

test: $(DEV) $(BROWSER)
	$(PY) -m pytest $(ARGS)

lint: $(DEV)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

format: $(DEV)
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

bench: $(DEV)
	$(PY) -m tests.bench $(ARGS)

docs: $(DEV)
	$(PY) -m pytest tests/test_docs.py --update

$(RUN): | $(PY)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): $(RUN)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(BROWSER): | $(DEV)
	@$(PY) -m tests.playground.chromium
	@touch $@

$(PY):
	@test -n '$(PYTHON)' || { echo 'Docent needs Python 3.11 to 3.14. Name yours: make PYTHON=/path/to/python3.11' >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)

# One lock for every platform and every Python that is supported; hashes, and no address of an index.
LOCK := $(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade

lock: | $(PY)
	$(PY) -m pip install --quiet --disable-pip-version-check 'uv>=0.9'
	$(LOCK) --group build --output-file requirements.txt pyproject.toml
	$(LOCK) --group dev --constraints requirements.txt --output-file requirements-dev.txt pyproject.toml
