# Loopscope's commands; `make` alone lists them. Each runs a small script in tools/.

SHELL := bash
PORT ?= 8080
export PORT

.PHONY: help serve build check test bench fixtures fuzz fmt
.DEFAULT_GOAL := help

help: ## list these commands
	@sed -nE 's/^([a-z-]+):.*## (.*)/make \1|\2/p' Makefile | while IFS='|' read -r command meaning; do \
		printf '%-16s %s\n' "$$command" "$$meaning"; done

serve: ## build the page and serve it on http://127.0.0.1:8080/ (PORT=8081 for another port)
	@tools/serve.sh

build: ## build the page into dist/, ready for any static host
	@tools/setup.sh build
	@source tools/versions.sh && trunk build --release --locked

check: ## format, spelling, types, lints and native tests: what to run before a commit
	@tools/check.sh

test: ## run every test, from formatting to a real browser
	@tools/test.sh

bench: ## compare our event loop with CPython's and with JavaScript, and measure the built page
	@tools/bench.sh

fixtures: ## record the conformance fixtures with CPython 3.13
	@tools/fixtures.sh

fuzz: ## compare our event loop with CPython 3.13 on N=1000 fresh random programs (SEED=7 for the same ones again)
	@tools/fuzz.sh --n $(or $(N),1000) $(if $(SEED),--seed $(SEED))

fmt: ## format every Rust file
	@tools/setup.sh rust
	@tools/format.sh
