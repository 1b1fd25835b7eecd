# Finds a Chromium and the chromedriver of the same major version; sourced by setup.sh, test.sh and bench.sh.
# shellcheck shell=bash disable=SC2034  # browser_major and browser_problem are for the scripts that source this

# Prints the major version that a browser or a driver reports, or nothing if it does not run.
# (Ubuntu's chromium-browser can be a stub that only says "install the snap": that one prints nothing.)
major_version() {
  "$1" --version 2>/dev/null | sed -nE 's/^[^0-9]*([0-9]+)\..*/\1/p' | head -n 1
}

# Exports CHROMIUM and CHROMEDRIVER, the absolute paths of a pair with equal major versions. Variables that are already set
# are used unchecked. If there is no pair, fails with a reason in browser_problem.
find_browser() {
  local driver driver_major candidate candidates path major seen=""
  driver=$(command -v "${CHROMEDRIVER:-chromedriver}" || true)
  if [[ -z $driver ]]; then
    browser_problem="chromedriver is not on PATH"
    return 1
  fi
  driver_major=$(major_version "$driver" || true)
  if [[ -n ${CHROMIUM:-} ]]; then
    candidates=("$CHROMIUM")
  else
    candidates=(chromium chromium-browser google-chrome google-chrome-stable)
  fi
  for candidate in "${candidates[@]}"; do
    path=$(command -v "$candidate" || true)
    [[ -n $path ]] || continue
    major=$(major_version "$path" || true)
    [[ -n $major ]] || continue
    if [[ $major == "$driver_major" ]]; then
      export CHROMIUM=$path CHROMEDRIVER=$driver
      browser_major=$major
      return 0
    fi
    seen="$seen$candidate $major, "
  done
  if [[ -n $seen ]]; then
    browser_problem="no browser fits chromedriver ${driver_major:-(which does not run)}: found ${seen%, }"
  else
    browser_problem="none of ${candidates[*]} is on PATH and runs"
  fi
  return 1
}
