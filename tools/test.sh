#!/usr/bin/env bash
# Runs every test of Loopscope, in layers from the fastest to the slowest; stops at the first failure.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=versions.sh
source "$(dirname "${BASH_SOURCE[0]}")/versions.sh"
# shellcheck source-path=SCRIPTDIR source=browser.sh
source "$project_root/tools/browser.sh"
# shellcheck source-path=SCRIPTDIR source=layers.sh
source "$project_root/tools/layers.sh"
cd "$project_root"

browser_tests() {
  find_browser || {
    echo "test: $browser_problem." >&2
    return 1
  }
  # The runner's default limit, 20 seconds for the whole file, is too short for a slow machine.
  WASM_BINDGEN_TEST_TIMEOUT=${WASM_BINDGEN_TEST_TIMEOUT:-300} \
    cargo test --locked --target wasm32-unknown-unknown --test web
}

end_to_end_tests() {
  compgen -G "tests/e2e/*.test.mjs" >/dev/null || {
    echo "test: there is no tests/e2e/*.test.mjs to run." >&2
    return 1
  }
  node --test --test-concurrency=3 --test-reporter=spec tests/e2e/*.test.mjs
}

layer "set-up" tools/setup.sh test
check_layers
layer "lints for WebAssembly" cargo clippy --locked --target wasm32-unknown-unknown --all-targets -- -D warnings
layer "documentation" env RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps
layer "component tests in a browser" browser_tests
layer "release build of the page" trunk build --release --locked
layer "end-to-end tests against the built page" end_to_end_tests

printf '\nall %d layers passed\n' "$number"
