#!/usr/bin/env bash
# Formats every Rust file: `tools/format.sh`; with --check it changes nothing and fails when one is not formatted.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=versions.sh
source "$(dirname "${BASH_SOURCE[0]}")/versions.sh"
cd "$project_root"

# cargo fmt follows `mod` lines only, and a macro declares these modules: rustfmt gets them by name.
shopt -s nullglob
declared_in_a_macro=(src/scenarios/*.rs src/text/scenarios/*.rs)

status=0
cargo fmt "$@" || status=1
if ((${#declared_in_a_macro[@]} > 0)); then
  rustfmt --edition 2024 "$@" "${declared_in_a_macro[@]}" || status=1
fi
exit "$status"
