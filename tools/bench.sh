#!/usr/bin/env bash
# Compares our event loop with others, then measures the built page in a real browser: `make bench`.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=versions.sh
source "$(dirname "${BASH_SOURCE[0]}")/versions.sh"
# shellcheck source-path=SCRIPTDIR source=browser.sh
source "$project_root/tools/browser.sh"
# shellcheck source-path=SCRIPTDIR source=python.sh
source "$project_root/tools/python.sh"
cd "$project_root"

# Builds our programs, in the page's own profile, and prints where they are.
programs() {
  cargo build --locked --release --bench event_loop --message-format=json-render-diagnostics "$@" |
    sed -nE 's/.*"executable":"([^"]*event_loop[^"]*)".*/\1/p'
}

# Optimises the wasm as the page's is, with the same tool.
bundle() {
  wasm-bindgen --target web --no-typescript --out-dir target/bench --out-name ours "$1"
  node tools/optimize.mjs target/bench/ours_bg.wasm target/bench/ours_bg.wasm
  cp benches/page.html benches/event_loop.js target/bench/
}

tools/setup.sh test
find_browser
find_python || echo "bench: $python_problem. Its column is left out."
LOOPSCOPE_NATIVE=$(programs)
export LOOPSCOPE_NATIVE
bundle "$(programs --target wasm32-unknown-unknown)"
# Builds the page first, because figures of an old build would be misleading.
trunk build --release --locked

status=0
node benches/compare.mjs || status=1
node tests/e2e/bench.mjs || status=1
node benches/long_runs.mjs || status=1
node benches/editor.mjs || status=1
node benches/lab.mjs || status=1
exit "$status"
