# The layers of tests, from the fastest to the slowest; sourced by check.sh and test.sh.
# shellcheck shell=bash disable=SC2154  # project_root comes from versions.sh

number=0

# layer NAME COMMAND...: runs the command, and exits if it fails.
layer() {
  local name=$1
  shift
  number=$((number + 1))
  printf '\n=== layer %d: %s ===\n' "$number" "$name"
  # The layer's own output ends directly above this message.
  "$@" || {
    printf '\n%s: layer %d failed: %s.\n' "$(basename "$0" .sh)" "$number" "$name" >&2
    exit 1
  }
}

types() {
  tools/node_modules/.bin/tsc --project tsconfig.json && tools/node_modules/.bin/tsc --project tsconfig.worker.json
}

licenses() {
  mkdir -p target/licenses && node tools/licenses.mjs target/licenses
}

# The layers that need neither a browser nor WebAssembly.
check_layers() {
  layer "formatting" tools/format.sh --check
  layer "spelling" typos
  layer "types of JavaScript" types
  layer "licences" licenses
  layer "lints" cargo clippy --locked --all-targets -- -D warnings
  layer "native tests and documentation examples" cargo test --locked
  layer "tests of the editor's parts" node --test tests/editor/*.test.mjs
  layer "tests of the lab's engine" node --test --test-concurrency=2 tests/lab/*.test.mjs
  layer "answers to the exercises" node --test tests/exercises/*.test.mjs
  layer "tests of what the service worker keeps" node --test tests/e2e/keeping.test.mjs tests/e2e/lab-server.test.mjs
}
