#!/usr/bin/env bash
# Formats every Rust file: `tools/format.sh`; with --check it changes nothing and fails if a file is not formatted.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=versions.sh
source "$(dirname "${BASH_SOURCE[0]}")/versions.sh"
cd "$project_root"

# cargo fmt finds only files of `mod` lines. A macro declares these modules, so they are passed to rustfmt by name.
shopt -s nullglob
texts=(src/text/scenarios/*.rs)
programs=(src/scenarios/*.py)
programs=("${programs[@]/%.py/.rs}")

status=0
cargo fmt "$@" || status=1
rustfmt --edition 2024 "$@" "${texts[@]}" || status=1
# The page shows these next to their Python twins, so their lines must be short.
rustfmt --edition 2024 --config max_width=80,use_small_heuristics=Default "$@" "${programs[@]}" || status=1
exit "$status"
