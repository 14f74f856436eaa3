# A clean checkout needs Python 3.11 or later and make; everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin
DEAL := examples/smart-handbag/answers.yaml
DRAFT := out/smart-handbag.docx

# What a file of tests makes once is made by one worker.
WORKERS ?= auto
TESTS = python -m pytest --numprocesses $(WORKERS) --dist loadfile \
  --ignore=tests/render --ignore=tests/services
# Those that say whether a release of what drafter uses will do: without the long proofs and counts,
# and without those that read the library's own text.
QUICK_TESTS = $(TESTS) --ignore=tests/mutants --ignore=tests/merging --ignore=tests/proof \
  --ignore=tests/matters/test_storage.py --ignore=tests/examples/test_cover.py \
  --ignore=tests/test_any_deal.py --ignore=tests/intake/test_form_laws.py \
  --ignore=tests/cli/test_broken_library.py --ignore=tests/cli/test_new.py \
  --ignore=tests/proofreading/test_hostile.py --ignore=tests/benchmarks/test_synthetic.py \
  --ignore=tests/rules --ignore=tests/consistency --ignore=tests/negotiation \
  --ignore=tests/examples/test_explanations.py --ignore=tests/examples/test_cover_words.py \
  --ignore=tests/examples/test_deviation.py --ignore=tests/examples/test_facts.py

.DEFAULT_GOAL := help
.PHONY: help demo test test-all hostile test-newest test-lowest test-services tools lint docs lock stress prove-deep any-value any-deal any-library any-merge power-cuts kills mutants random-redlines public-redlines openapi covering-files adopted-files bench bench-executors bench-proof bench-many bench-rows bench-intake fuzz soak clean
.NOTPARALLEL:
.DELETE_ON_ERROR:

help:  ## say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' Makefile

demo: .venv/installed  ## draft the smart handbag agreement and say why each clause is in
	@mkdir -p out
	@$(BIN)/drafter draft $(DEAL) -o $(DRAFT) --force

test: .venv/installed-dev  ## the tests that need nothing but pip
	$(BIN)/$(TESTS)

test-all: tools test  ## those, then the tests that open the drafts in other programs, and the table of attacks
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadfile tests/render
	@$(MAKE) --no-print-directory hostile

hostile: .venv/installed-dev  ## every attack, refused or survived, in a table
	PYTHONPATH=tests:. $(BIN)/python -m hostile --numprocesses $(WORKERS) --dist loadfile

test-newest:  ## the quick ones of them with the newest releases of everything drafter uses
	$(PYTHON) -m venv --clear .venv-newest
	.venv-newest/bin/python -m pip install --quiet --editable '.[dev,docs]'
	.venv-newest/bin/$(QUICK_TESTS)

test-lowest: .venv-lowest/installed  ## the quick ones with the oldest releases that drafter allows
	.venv-lowest/bin/$(QUICK_TESTS)

# Without a database that DRAFTER_TEST_POSTGRES names, one is made for them and is gone after.
# Such a database is not ours to stop.
NOT_OURS = $(if $(DRAFTER_TEST_POSTGRES),--ignore=tests/services/test_server_gone.py)
SERVED = $(if $(DRAFTER_TEST_POSTGRES),,.ci/with-postgres)
test-services: .venv/installed-dev  ## the registry's tests, and the intake store's, on PostgreSQL
	$(SERVED) $(BIN)/python -m pytest tests/registry tests/services $(NOT_OURS)

tools:
	@missing=; \
	for tool in soffice pdftoppm pandoc chromium; do command -v $$tool >/dev/null || missing="$$missing $$tool"; done; \
	$${OFFICE_PYTHON:-/usr/bin/python3} -c 'import uno' 2>/dev/null || missing="$$missing python3-uno"; \
	test -z "$$missing" || { \
	  echo "make test-all needs these programs, and does not find them:$$missing" >&2; \
	  echo "On Debian: apt-get install libreoffice-writer-nogui python3-uno poppler-utils pandoc fonts-liberation chromium" >&2; \
	  exit 1; }

lint: .venv/installed-dev  ## style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Without a date of the day the same pages give the same bytes.
docs: .venv/installed-dev  ## these pages as a site in out/site, with every command, rule and public call
	SOURCE_DATE_EPOCH=0 $(BIN)/mkdocs build --strict

# Releases stay as they are locked; UPGRADE=--upgrade takes the newest.
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
  --python-version 3.11 --custom-compile-command 'make lock' $(UPGRADE) pyproject.toml
lock: .venv/bin/uv  ## write the files in requirements/ anew from pyproject.toml
	$(LOCK) --extra dev --extra docs --extra dask --extra postgres --output-file requirements/dev.txt
	$(LOCK) --group build --constraints requirements/dev.txt --output-file requirements/run.txt
	$(LOCK) --extra dev --extra docs --resolution lowest-direct --output-file requirements/lowest.txt

# The same seed gives the same deals and the same slips.
SEED ?= 1
COUNT ?= 300
stress: prove-deep any-value any-deal any-library any-merge power-cuts kills openapi mutants  ## the large counts, by hand; SEED=1 and COUNT=300 unless told

prove-deep: .venv/installed-dev  ## two hundred random libraries, proved in three ways
	HYPOTHESIS_PROFILE=deep $(BIN)/python -m pytest -s tests/proof/test_three_engines.py

any-value: .venv/installed-dev  ## ten thousand values, conditions and texts of each sort, read and written
	HYPOTHESIS_PROFILE=many $(BIN)/python -m pytest --hypothesis-seed=$(SEED) tests/questionnaire/test_values.py \
	  tests/conditions tests/prose/test_any_text.py tests/test_yaml_nodes.py tests/redline/test_words.py

any-deal: .venv/installed-dev  ## two thousand deals of any answers
	HYPOTHESIS_PROFILE=deep $(BIN)/python -m pytest --hypothesis-seed=$(SEED) tests/test_any_deal.py

any-library: .venv/installed-dev  ## two thousand libraries spoiled in any way
	HYPOTHESIS_PROFILE=deep $(BIN)/python -m pytest --hypothesis-seed=$(SEED) tests/rules/test_any_library.py

power-cuts: .venv/installed-dev  ## two thousand histories on a disk that fails
	HYPOTHESIS_PROFILE=deep $(BIN)/python -m pytest tests/matters/test_storage.py

KILLS ?= 100
kills: .venv/installed-dev  ## kill -9 at KILLS random moments of apply and of batch; full disks, no room, several at once
	PYTHONPATH=tests:. $(BIN)/python -m kills $(SEED) $(KILLS)

MERGES ?= 1000
any-merge: .venv/installed-dev  ## MERGES mixtures of what counsel edits and the library changes
	HYPOTHESIS_PROFILE=deep HYPOTHESIS_EXAMPLES=$(MERGES) $(BIN)/python -m pytest --hypothesis-seed=$(SEED) tests/merging/test_mixtures.py

mutants: .venv/installed-dev  ## spoil the library by small slips, and count those that are found
	@echo "seed $(SEED), $(COUNT) slips"
	PYTHONPATH=tests:. $(BIN)/python -m mutants $(SEED) $(COUNT)

random-redlines: tools .venv/installed-dev  ## COUNT redlines of random answers and library edits, judged by drafter, pandoc and LibreOffice
	PYTHONPATH=tests:. $(BIN)/python -m random_redlines $(SEED) $(COUNT)

# As many of the covering answers as print every paragraph of each precedent; EVERY=text each wording
# of one too, EVERY=deal takes all. One set of answers of SHARE: so many seeds make all of them.
# LibreOffice gets COUNT files.
EVERY ?= paragraph
SHARE ?= 1
covering-files: COUNT := 10000
covering-files: tools .venv/installed-dev  ## the covering set in every house style, judged by validators and LibreOffice
	PYTHONPATH=tests:. $(BIN)/python -m covering_files $(EVERY) $(SEED) $(SHARE) $(COUNT)

# Schemathesis comes with much of its own, so it gets an environment of its own.
openapi: .venv/installed-dev .venv-openapi/installed  ## hold the intake service to its OpenAPI description, COUNT requests for each of its endpoints
	PYTHONPATH=tests:. $(BIN)/python -m openapi .venv-openapi/bin/st $(SEED) $(COUNT)

# The files that tests/public_redlines/pairs.yaml names, each as BLOB.docx.
FOLDER ?= out/public-redlines
public-redlines: tools .venv/installed-dev  ## redline fifty pairs of public Word files from FOLDER, in a table
	PYTHONPATH=tests:. $(BIN)/python -m public_redlines $(FOLDER)

# Any folder with Word files of firms; KEEP=out/adopted lays drafts and PDFs there, to be looked at.
adopted-files: FOLDER := out/firms
adopted-files: tools .venv/installed-dev  ## draft in every Word file of FOLDER as a firm has it, judged by validators and LibreOffice
	PYTHONPATH=tests:. $(BIN)/python -m adopted_files $(FOLDER) $(KEEP)

bench: .venv/installed .venv/peers/rust-docxtpl/installed  ## measure drafting against its peers
	$(BIN)/python -m benchmarks

bench-executors: .venv/installed-dev  ## measure batch in one process, in two, and on a Dask cluster of two workers
	$(BIN)/python -m benchmarks.executors

bench-proof: .venv/installed-dev  ## measure the proof against the solver by itself
	$(BIN)/python -m benchmarks.proving

# A thousand different deals in turn, of which COUNT agreements are recorded.
bench-many: COUNT := 1500
bench-many: .venv/installed  ## measure the registry and a plan over COUNT agreements, one clause edited
	nice $(BIN)/python -m benchmarks.regeneration $(COUNT)

bench-rows: COUNT := 5000
bench-rows: .venv/installed-dev  ## draft a table of COUNT rows with the starter library: all drafted, memory flat
	nice $(BIN)/python -m benchmarks.many_rows $(COUNT)

bench-intake: .venv/installed-dev  ## measure how many people the intake service bears on this machine
	$(BIN)/python -m benchmarks.intake_load

# By hand, an hour for each reader before a release; what was found stays in out/fuzz/.
READER ?= answers
SECONDS ?= 3600
fuzz: .venv-fuzz/installed  ## feed one reader with bytes that find their way through it: READER=answers SECONDS=3600
	PYTHONPATH=tests:. .venv-fuzz/bin/python -m fuzz $(READER) $(SECONDS)

soak: .venv/installed  ## draft COUNT agreements in one process: memory flat, the same bytes
	nice $(BIN)/python -m benchmarks.soak $(COUNT)

clean:  ## remove what was installed and made
	rm -rf .venv .venv-newest .venv-lowest .venv-fuzz .venv-openapi out build dist

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/bin/uv: | .venv/bin/python
	$(BIN)/python -m pip install --quiet 'uv>=0.9'

# What is locked goes in first, each file by its hash; then drafter itself, with nothing fetched.
LOCKED = -m pip install --quiet --require-hashes --requirement
ITSELF = -m pip install --quiet --no-deps --no-build-isolation --editable .

.venv/installed: requirements/run.txt pyproject.toml | .venv/bin/python
	$(BIN)/python $(LOCKED) $<
	$(BIN)/python $(ITSELF)
	@touch $@

.venv/installed-dev: requirements/dev.txt pyproject.toml | .venv/bin/python
	$(BIN)/python $(LOCKED) $<
	$(BIN)/python $(ITSELF)
	@touch $@ .venv/installed

.venv-lowest/installed: requirements/lowest.txt pyproject.toml
	$(PYTHON) -m venv --clear $(@D)
	$(@D)/bin/python $(LOCKED) $<
	$(@D)/bin/python $(ITSELF)
	@touch $@

# The fuzzer has wheels for few systems, so it gets an environment of its own.
.venv-fuzz/installed: requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv --clear $(@D)
	$(@D)/bin/python $(LOCKED) $<
	$(@D)/bin/python -m pip install --quiet atheris==3.0.0
	$(@D)/bin/python $(ITSELF)
	@touch $@

.venv-openapi/installed: | .venv/bin/python
	$(PYTHON) -m venv --clear $(@D)
	$(@D)/bin/python -m pip install --quiet schemathesis==4.32.5
	@touch $@

# This peer imports as docxtpl too and refuses to live beside it, so it gets an environment of its own.
.venv/peers/rust-docxtpl/installed: | .venv/bin/python
	$(BIN)/python -m venv $(@D)
	$(@D)/bin/python -m pip install --quiet rust-docxtpl==0.1.2
	@touch $@
