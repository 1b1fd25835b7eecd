# Loopscope's commands, by name; `make` alone lists them. Each is a small script in tools/.

SHELL := bash
PORT ?= 8080
export PORT

.PHONY: help serve build test bench first-visit fixtures fuzz fmt
.DEFAULT_GOAL := help

help: ## list these commands
	@sed -nE 's/^([a-z-]+):.*## (.*)/make \1|\2/p' Makefile | while IFS='|' read -r command meaning; do \
		printf '%-16s %s\n' "$$command" "$$meaning"; done

serve: ## build the page and serve it on http://127.0.0.1:8080/ (PORT=8081 for another port)
	@tools/serve.sh

build: ## build the page into dist/, ready for any static host
	@tools/setup.sh build
	@source tools/versions.sh && trunk build --release --locked

test: ## run every test, from formatting to a real browser
	@tools/test.sh

bench: ## compare our event loop with CPython's and with JavaScript, and measure the built page
	@tools/bench.sh

first-visit: ## find out which functions the part of the program for a first visit must have
	@tools/setup.sh test
	@source tools/versions.sh && mkdir -p target/first-visit && \
		LOOPSCOPE_FIRST_VISIT=$$PWD/target/first-visit/names.txt trunk build --release --locked --dist target/first-visit/dist && \
		node tools/first_visit.mjs target/first-visit/dist target/first-visit/names.txt

fixtures: ## record the conformance fixtures with CPython 3.13
	@tools/fixtures.sh

fuzz: ## compare our event loop with CPython 3.13 on N=1000 fresh random programs (SEED=7 for the same ones again)
	@tools/fuzz.sh --n $(or $(N),1000) $(if $(SEED),--seed $(SEED))

fmt: ## format every Rust file
	@tools/setup.sh rust
	@tools/format.sh
