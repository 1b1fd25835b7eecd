#!/usr/bin/env bash
# Compares our loop with real CPython 3.13 on fresh random programs: `make fuzz N=10000 SEED=7`.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=versions.sh
source "$(dirname "${BASH_SOURCE[0]}")/versions.sh"
# shellcheck source-path=SCRIPTDIR source=python.sh
source "$project_root/tools/python.sh"
cd "$project_root"

find_python || {
  echo "fuzz: $python_problem." >&2
  exit 1
}
cargo build --quiet --locked --example tell
"$PYTHON" tests/conformance/programs/fuzz.py --ours "${CARGO_TARGET_DIR:-target}/debug/examples/tell" "$@"
