#!/usr/bin/env bash
# Records the conformance fixtures again, with real CPython 3.13: `make fixtures`. The tests do not need this.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=versions.sh
source "$(dirname "${BASH_SOURCE[0]}")/versions.sh"
# shellcheck source-path=SCRIPTDIR source=python.sh
source "$project_root/tools/python.sh"
cd "$project_root"

find_python || {
  echo "fixtures: $python_problem." >&2
  exit 1
}
"$PYTHON" --version
"$PYTHON" tests/conformance/record.py "$@"
# With arguments (one story, or a check) it changes no file.
(($# > 0)) || {
  "$PYTHON" tests/conformance/record_random.py tests/conformance/draws.txt
  "$PYTHON" tests/conformance/programs/record.py
}
