# Finds a CPython of the version that recorded the fixtures; sourced by fixtures.sh and bench.sh.
# shellcheck shell=bash disable=SC2034,SC2154  # versions.sh, sourced before, has the version; python_problem is for whoever sources this

# pyenv's python3.13 on PATH does not run unless a 3.13 is selected, so each candidate is run.
is_the_right_python() {
  "$1" -c "import sys; sys.exit((sys.implementation.name, '%d.%d' % sys.version_info[:2]) != ('cpython', '$python_version'))" 2>/dev/null
}

# Exports PYTHON. If there is no CPython, empties it and fails with a reason in python_problem.
find_python() {
  local python
  for python in ${PYTHON:+"$PYTHON"} "python$python_version" "${PYENV_ROOT:-$HOME/.pyenv}/versions/$python_version".*/bin/"python$python_version"; do
    if is_the_right_python "$python"; then
      export PYTHON=$python
      return 0
    fi
  done
  export PYTHON=
  python_problem="no CPython $python_version was found on PATH or in pyenv: install it (pyenv install $python_version), or name it with PYTHON=/path/to/python$python_version"
  return 1
}
