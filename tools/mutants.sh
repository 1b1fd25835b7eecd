#!/usr/bin/env bash
# Tries the mutations of tests/mutants.txt, one at a time, against the native tests: `tools/mutants.sh --shard 1/10`.
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

# cargo-mutants would silently skip a change of a function that has been renamed.
found=$(cargo mutants "${changes[@]}" --list | sed -E 's/:[0-9]+:[0-9]+:/:/' | LC_ALL=C sort -u)
gone=$(LC_ALL=C sort tests/mutants.txt | LC_ALL=C comm -23 - <(echo "$found"))
if [[ -n $gone ]]; then
  printf 'mutants: these changes of tests/mutants.txt can no longer be made; draw others:\n%s\n' "$gone" >&2
  exit 1
fi

# Only the tests that are run are compiled. cargo-mutants 27 also tries every deleted field of these files, whatever the
# patterns are.
tests=(--locked --lib --test=conformance --test=trace --test=recorder_logs)
cargo mutants "${changes[@]}" --timeout 120 "${tests[@]/#/--cargo-arg=}" "$@"
