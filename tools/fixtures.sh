#!/usr/bin/env bash
# Records the conformance fixtures anew, with real CPython 3.13: `make fixtures`. The tests do not need it.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=versions.sh
source "$(dirname "${BASH_SOURCE[0]}")/versions.sh"
cd "$project_root"

# pyenv leaves a python3.13 on PATH that refuses to run while no 3.13 is selected, so only running one tells.
is_the_right_python() {
  "$1" -c "import sys; sys.exit((sys.implementation.name, '%d.%d' % sys.version_info[:2]) != ('cpython', '$python_version'))" 2>/dev/null
}

for python in ${PYTHON:+"$PYTHON"} "python$python_version" "${PYENV_ROOT:-$HOME/.pyenv}/versions/$python_version".*/bin/"python$python_version"; do
  if is_the_right_python "$python"; then
    "$python" --version
    "$python" tests/conformance/record.py "$@"
    # Asked for one story or for a check, it changes nothing.
    (($# > 0)) || "$python" tests/conformance/record_random.py tests/conformance/draws.txt
    exit
  fi
done

echo "fixtures: no CPython $python_version was found on PATH or in pyenv: install it (pyenv install $python_version), or name it with PYTHON=/path/to/python$python_version." >&2
exit 1
