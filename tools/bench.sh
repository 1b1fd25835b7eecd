#!/usr/bin/env bash
# Measures the loop natively, then the built page in a real browser: `make bench`.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=versions.sh
source "$(dirname "${BASH_SOURCE[0]}")/versions.sh"
# shellcheck source-path=SCRIPTDIR source=browser.sh
source "$project_root/tools/browser.sh"
cd "$project_root"

tools/setup.sh test
find_browser
cargo bench --locked --bench event_loop
# Figures of an old build would be worse than none.
trunk build --release --locked
node tests/e2e/bench.mjs
