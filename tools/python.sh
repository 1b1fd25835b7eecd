# Finds a CPython of the version that the fixtures are from; sourced by fixtures.sh and bench.sh.
# shellcheck shell=bash disable=SC2034,SC2154  # versions.sh, sourced before, has the version; python_problem is for whoever sources this

# pyenv leaves a python3.13 on PATH that refuses to run while no 3.13 is selected, so only running one tells.
is_the_right_python() {
  "$1" -c "import sys; sys.exit((sys.implementation.name, '%d.%d' % sys.version_info[:2]) != ('cpython', '$python_version'))" 2>/dev/null
}

# Exports PYTHON. Where there is none, empties it and fails with a reason in python_problem.
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
