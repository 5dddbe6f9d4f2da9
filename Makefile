# `make audit` and `make test` do everything from a fresh clone; `make help` lists the rest.

SHELL := /bin/bash

TOOL := .build/release/fazhi-audit
SOURCES := Sources Tests Package.swift
STRICT := --explicit-target-dependency-import-check error

# What is audited and where the reports on it go: make audit REPORTS=/path/to/folder
REPORTS := reports/annual
COMPLIANCE := reports/compliance

# Where make install puts things
PREFIX := /usr/local

# The system's own Python, for which scripts/setup installs lxml.
PYTHON := $(if $(wildcard /usr/bin/python3),/usr/bin/python3,python3)

# Options of a measurement: make bench BENCH="--count 1000"
ACCURACY :=
BENCH :=

# Seconds of fuzzing over all targets together
FUZZ_SECONDS := 600

.DEFAULT_GOAL := help
.PHONY: help setup bench-setup build audit install deb test lint format golden reference accuracy bench bench-documents compare-word hostile fuzz renderings test-deb clean

help: ## show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: ## install the system packages that a build needs (apt; elsewhere say which)
	@scripts/setup build

bench-setup: setup
	@scripts/setup bench

build: setup ## build the release executable, .build/release/fazhi-audit
	swift build -c release --product fazhi-audit

# Status 1 is a finding about the documents, no failure of the audit; 2 means that something could not be done.
audit: build ## audit the sample reports, print the findings, write HTML and JSON into reports/compliance
	@mkdir -p $(COMPLIANCE)
	@$(TOOL) check $(REPORTS) --format console --format html=$(COMPLIANCE)/compliance.html --format json=$(COMPLIANCE)/compliance.json; status=$$?; \
	if (( status > 1 )); then exit $$status; fi; \
	echo; \
	if (( status == 1 )); then \
	  echo "Some reports fall short, which an audit is there to show (the samples hold weak ones on purpose)."; \
	fi; \
	echo "The same as a page and as JSON: $(COMPLIANCE)/compliance.html, compliance.json"

install: build ## install the executable, rules, man page and completions under PREFIX
	@scripts/install "$(PREFIX)"

deb: build ## make a Debian package in dist/
	@scripts/package-deb dist

test: setup lint ## build with the import check, lint, run all tests, check the rules and their examples
	swift build --build-tests $(STRICT)
	swift test --disable-xctest --skip-build
	.build/debug/fazhi-audit rules validate
	.build/debug/fazhi-audit rules test

lint: ## check the layout of the sources
	swift format lint --strict --parallel -r $(SOURCES)

format: ## lay out the sources
	swift format -i --parallel -r $(SOURCES)

# A run that records fails on purpose, so that nobody takes it for a pass; here that is expected, and its noise left out.
golden: setup ## record the golden files anew; read the difference before you commit it
	swift build --build-tests
	@FAZHI_RECORD_GOLDEN=1 swift test --disable-xctest --skip-build --filter RenderingTests.GoldenTests 2>&1 \
	  | grep -oE 'recorded [^ ;]+;' | tr -d ';' | sort -u
	@echo "What changed (nothing below: nothing did). Read it, then run make test."
	@git --no-pager diff --stat -- Tests/RenderingTests/Golden
	@git status --short -- Tests/RenderingTests/Golden

reference: ## make the reference and the schema of the rules anew
	swift build --product fazhi-audit
	@mkdir -p rules/schema
	.build/debug/fazhi-audit rules schema > rules/schema/rules.schema.json
	.build/debug/fazhi-audit rules reference --rules rules > rules/REFERENCE.md

accuracy: build ## audit the invented reports whose verdicts are known, and count the right ones
	swift run -c release workbench accuracy --executable $(TOOL) $(ACCURACY)

bench: build bench-setup ## measure speed and memory beside wc -m and ripgrep
	swift run -c release workbench bench --executable $(TOOL) $(BENCH)

# The yardsticks run on the system's Python, whose lxml has the same libxml2 as the tool.
bench-documents: ## measure the reading of docx, html and pdf beside lxml and pdftotext
	@scripts/setup documents
	swift build -c release --product workbench
	$(PYTHON) scripts/bench/documents.py .build/release/workbench $(BENCH)

compare-word: build ## compare the text of 50 Word files with their pages, python-docx and pandoc
	@scripts/setup documents
	$(PYTHON) scripts/compare/word_text.py $(TOOL)

hostile: build ## audit files that mean harm, each within 5 s and 300 MB
	swift run -c release workbench hostile --executable $(TOOL)

fuzz: setup ## fuzz every decoder, the rule loader and the check for FUZZ_SECONDS in all, with libFuzzer
	@scripts/fuzz $(FUZZ_SECONDS)

renderings: build ## hold every rendering of 1,000 generated documents against its schema and its readers
	swift build -c release --product workbench
	@scripts/validate-renderings

test-deb: deb ## install the Debian package in a clean Debian tree and audit there (as root)
	@scripts/test-deb dist

clean: ## remove what was built and generated
	rm -rf .build .bench dist
