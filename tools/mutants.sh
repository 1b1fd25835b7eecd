#!/usr/bin/env bash
# Tries the 300 changes of tests/mutants.txt, one at a time, against the native tests: `tools/mutants.sh --shard 1/10`.
# Needs `cargo install cargo-mutants`. The list names functions and no lines, so edits elsewhere leave it valid.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=versions.sh
source "$(dirname "${BASH_SOURCE[0]}")/versions.sh"
cd "$project_root"

changes=()
while IFS=: read -r file change; do
  escaped=$(sed 's/[][(){}.*+?^$|\\]/\\&/g' <<<"$change")
  changes+=(--file "$file" --re "^${file//./\\.}:\\d+:\\d+:$escaped\$")
done <tests/mutants.txt

# cargo-mutants 27 also tries every deleted field of these files, whatever the patterns are.
cargo mutants "${changes[@]}" --timeout 120 "$@" -- --locked --lib --test conformance --test trace --test recorder_logs
