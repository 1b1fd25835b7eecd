#!/usr/bin/env bash
# Finds the tools that Loopscope needs, or installs them in pinned versions: `tools/setup.sh rust|build|check|test`.
#
#   rust   cargo and rustc, with rustfmt and clippy
#   build  for bundling the page: the wasm target, Trunk, wasm-bindgen, wasm-opt
#   check  for tests without a browser: Rust, the npm packages of tools/, the spelling checker
#   test   all of these, a browser with its driver, and the npm packages of tests/e2e
#
# A tool on PATH in the right version is used, so a second run installs nothing. Every failure is one sentence; the
# installers' output is in target/setup/.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=versions.sh
source "$(dirname "${BASH_SOURCE[0]}")/versions.sh"
# shellcheck source-path=SCRIPTDIR source=browser.sh
source "$project_root/tools/browser.sh"
cd "$project_root"

main() {
  case "${1:-}" in
    rust)
      need_rust
      need_rust_components
      ;;
    build)
      need_rust
      need_bundler
      ;;
    check)
      need_rust
      need_rust_components
      need_node
      need_bundler_packages
      need_typos
      fetch_crates
      ;;
    test)
      need_rust
      need_rust_components
      need_bundler
      need_typos
      need_browser
      need_browser_packages
      ;;
    *) fail "say which group is wanted: tools/setup.sh rust, build, check or test" ;;
  esac
}

# --- Rust ---------------------------------------------------------------------------------------------------------

rust_advice="install Rust from https://rustup.rs"

need_rust() {
  have rustc || fail "rustc is not on PATH: $rust_advice (Rust $rust_minimum or newer)"
  have cargo || fail "cargo is not on PATH: $rust_advice (Rust $rust_minimum or newer)"
  # rust-toolchain.toml names a version that rustup may not have yet.
  if have rustup && ! rustc --version >/dev/null 2>&1; then
    say "Rust: the version of rust-toolchain.toml is missing, adding it with rustup"
    logged rust rustup toolchain install || fail "rustup could not add it: read $(log_of rust), then try 'rustup toolchain install' yourself"
  fi
  local version
  version=$(rustc --version 2>/dev/null | cut -d ' ' -f 2) || true
  [[ -n $version ]] || fail "rustc is on PATH but does not run: try 'rustup default stable', or $rust_advice"
  cargo --version >/dev/null 2>&1 || fail "cargo is on PATH but does not run: try 'rustup default stable', or $rust_advice"
  at_least "${version%%-*}" "$rust_minimum" ||
    fail "Rust $version is too old, Loopscope needs $rust_minimum or newer: run 'rustup update stable', or $rust_advice"
  have cc || have gcc || have clang ||
    fail "no C linker (cc) is on PATH and Rust needs one: install it, for example with 'apt-get install gcc libc6-dev' or 'xcode-select --install'"
  say "Rust $version: found"
}

need_rust_components() {
  local component program
  for component in rustfmt clippy; do
    program=$component
    [[ $component == clippy ]] && program=cargo-clippy
    # rustup has a proxy on PATH even if the component is absent, so it is run to find out.
    if have "$program" && "$program" --version >/dev/null 2>&1; then
      say "$component: found"
      continue
    fi
    have rustup ||
      fail "$component is missing and there is no rustup to add it: install the $component of your Rust, or $rust_advice"
    say "$component: missing, adding it with rustup: the tests run it over the sources"
    logged "$component" rustup component add "$component" ||
      fail "rustup could not add $component: read $(log_of "$component"), then try 'rustup component add $component' yourself"
  done
}

# --- What bundles the page ----------------------------------------------------------------------------------------

need_bundler() {
  check_pins
  # Checked first, so that a missing Node.js is not reported after ten minutes of building.
  need_node
  need_wasm_target
  # Trunk's link-time optimisation takes minutes and would save no noticeable time. Without default features Trunk needs
  # no OpenSSL and does not look for updates.
  need_cargo_tool trunk trunk "$trunk_version" "about 8 minutes of CPU" "it bundles the page" \
    env CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
    cargo install trunk --locked --version "$trunk_version" --no-default-features
  # Without --locked: its lock file names a release of webpki-roots that some registries no longer serve.
  need_cargo_tool wasm-bindgen "wasm-bindgen wasm-bindgen-test-runner" "$wasm_bindgen_version" \
    "about 3 minutes of CPU" "it joins the wasm to the browser's JavaScript, and runs the browser tests" \
    cargo install wasm-bindgen-cli --version "$wasm_bindgen_version"
  need_bundler_packages
  fetch_crates
}

# The files that other tools read must have the versions of versions.sh; otherwise builds would differ silently.
check_pins() {
  local locked
  grep -q "^wasm_bindgen *= *\"$wasm_bindgen_version\"" Trunk.toml ||
    fail "Trunk.toml and tools/versions.sh name different versions of wasm-bindgen: make both say $wasm_bindgen_version"
  grep -q "\"binaryen\": \"$binaryen_version\\." tools/package.json ||
    fail "tools/package.json and tools/versions.sh name different versions of binaryen: make both say $binaryen_version"
  [[ -f Cargo.lock ]] || return 0
  locked=$(awk '$0 == "name = \"wasm-bindgen\"" { getline; gsub(/"/, "", $3); print $3 }' Cargo.lock)
  [[ -z $locked || $locked == "$wasm_bindgen_version" ]] ||
    fail "Cargo.lock has wasm-bindgen $locked and tools/versions.sh has $wasm_bindgen_version: the crate and its command must be the same version"
}

need_wasm_target() {
  # Looks where the compiler looks, because a distribution may ship the target without rustup.
  if wasm_target_is_there; then
    say "target wasm32-unknown-unknown: found"
    return
  fi
  have rustup ||
    fail "the target wasm32-unknown-unknown is missing and there is no rustup to add it: install your distribution's package for it (Debian: libstd-rust-dev-wasm32), or $rust_advice"
  say "target wasm32-unknown-unknown: missing, adding it with rustup (some seconds): the page is WebAssembly"
  logged wasm-target rustup target add wasm32-unknown-unknown ||
    fail "rustup could not add the target wasm32-unknown-unknown: read $(log_of wasm-target), then try 'rustup target add wasm32-unknown-unknown' yourself"
  wasm_target_is_there ||
    fail "rustup added the target wasm32-unknown-unknown, but not for $(command -v rustc): put rustup's directory ($cargo_home/bin) before it on PATH"
}

wasm_target_is_there() {
  local directory
  directory=$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null) &&
    compgen -G "$directory/libcore-*.rlib" >/dev/null
}

# need_cargo_tool NAME "PROGRAMS" VERSION COST REASON INSTALLER...
need_cargo_tool() {
  local name=$1 programs=$2 version=$3 cost=$4 reason=$5
  shift 5
  if programs_are "$programs" "$version"; then
    say "$name $version: found"
    return
  fi
  local root=() place="cargo's own directory" program state=missing
  for program in $programs; do
    if have "$program"; then
      root=(--root "$private_root")
      place="$private_root"
      state="another version is on PATH and stays as it is"
    fi
  done
  say "$name $version: $state, building it into $place ($cost): $reason"
  logged "$name" "$@" ${root[@]+"${root[@]}"} ||
    fail "$name $version could not be built: read $(log_of "$name"), or put $name $version on PATH yourself"
  hash -r
  programs_are "$programs" "$version" ||
    fail "$name $version was built, but another version still comes first on PATH ($(command -v "${programs%% *}")): read $(log_of "$name")"
}

programs_are() {
  local program
  for program in $1; do
    [[ "$("$program" --version 2>/dev/null)" == "$program $2"* ]] || return 1
  done
}

need_node() {
  local advice="install Node.js 20 or newer, from your distribution or from https://nodejs.org"
  have node || fail "node is not on PATH: $advice (the build and the browser tests run on it)"
  local version
  version=$(node --version 2>/dev/null) || true
  [[ -n $version ]] || fail "node is on PATH but does not run: $advice"
  at_least "${version#v}" "$node_minimum" || fail "Node.js ${version#v} is too old, Loopscope needs $node_minimum or newer: $advice"
  say "Node.js ${version#v}: found"
}

need_bundler_packages() {
  if packages_are_there tools && wasm_opt_fits; then
    say "npm packages of tools, with wasm-opt $binaryen_version: found"
    return
  fi
  say "npm packages of tools: missing or out of date, installing them (some seconds): wasm-opt makes the wasm smaller, esbuild bundles the lab's editor"
  install_packages tools tools-packages
  wasm_opt_fits || fail "wasm-opt $binaryen_version was unpacked into tools/node_modules but does not run: read $(log_of tools-packages)"
}

# A wasm-opt on PATH is not enough: tools/optimize.mjs also needs binaryen's library.
wasm_opt_fits() {
  local version
  version=$(tools/node_modules/.bin/wasm-opt --version 2>/dev/null) && [[ "$version " == "wasm-opt version $binaryen_version "* ]]
}

# After the crates are fetched, a build works without network. The stamp is the lock file that they were fetched for.
fetch_crates() {
  [[ -f Cargo.lock ]] || return 0
  local stamp=$log_directory/fetched-Cargo.lock
  if [[ -d $cargo_home/registry ]] && cmp -s Cargo.lock "$stamp"; then
    say "crates of Cargo.lock: found"
    return
  fi
  say "crates of Cargo.lock: fetching what is not here yet, so that later builds need no network"
  logged crates cargo fetch --locked ||
    fail "cargo could not fetch the crates: either crates.io does not answer, or Cargo.lock does not fit Cargo.toml; read $(log_of crates)"
  cp Cargo.lock "$stamp"
}

# --- What `make check` needs ----------------------------------------------------------------------------------------

need_typos() {
  if typos_is_there; then
    say "typos $typos_version: found"
    return
  fi
  local advice="install typos $typos_version (cargo install typos-cli --locked --version $typos_version), or Python 3 with pip, which has it as a wheel"
  { have python3 && python3 -m pip --version >/dev/null 2>&1; } || fail "typos is missing: $advice"
  say "typos $typos_version: missing, unpacking it from PyPI into $private_root (some seconds): it checks the spelling"
  logged typos python3 -m pip install --quiet --no-deps --upgrade --target "$private_root/typos" "typos==$typos_version" ||
    fail "pip could not install typos: read $(log_of typos); or $advice"
  mkdir -p "$private_root/bin"
  ln -sf "$private_root/typos/bin/typos" "$private_root/bin/typos"
  hash -r
  typos_is_there || fail "typos was installed but does not run: $advice"
}

typos_is_there() { [[ "$(typos --version 2>/dev/null)" == *" $typos_version" ]]; }

# --- What the browser tests need ----------------------------------------------------------------------------------

need_browser() {
  if find_browser; then
    say "Chromium $browser_major and its chromedriver: found"
    return
  fi
  local problem=$browser_problem become_root=()
  local advice="install Chromium and the chromedriver of the same version (Debian: apt-get install chromium chromium-driver), or name them in CHROMIUM and CHROMEDRIVER"
  have apt-get || fail "$problem: $advice"
  if [[ $(id -u) != 0 ]]; then
    { have sudo && sudo -n true 2>/dev/null; } || fail "$problem, and installing one takes root: $advice"
    become_root=(sudo -n)
  fi
  say "Chromium and chromedriver: $problem; installing Debian's (about half a minute): the browser tests drive them"
  logged chromium install_chromium ${become_root[@]+"${become_root[@]}"} ||
    fail "apt-get could not install chromium and chromium-driver: read $(log_of chromium); or $advice"
  hash -r
  find_browser || fail "chromium and chromium-driver are installed, but $browser_problem: $advice"
}

install_chromium() {
  "$@" env DEBIAN_FRONTEND=noninteractive apt-get update &&
    "$@" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      chromium chromium-driver fonts-liberation fonts-dejavu-core
}

need_browser_packages() {
  if packages_are_there tests/e2e; then
    say "npm packages of tests/e2e: found"
    return
  fi
  say "npm packages of tests/e2e: missing or out of date, installing them (some seconds): they drive the browser and check accessibility"
  install_packages tests/e2e e2e-packages
}

# --- Shared by the groups -----------------------------------------------------------------------------------------

# install_packages DIRECTORY LOG: installs exactly the directory's package-lock.json. No package may run a script, and no
# driver downloads a browser.
install_packages() {
  have npm || fail "npm is not on PATH: it comes with Node.js from https://nodejs.org, and Debian has it apart (apt-get install npm)"
  logged "$2" npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund ||
    fail "npm could not install the packages of $1: read $(log_of "$2"), then try 'npm ci --prefix $1' yourself"
  cp "$1/package-lock.json" "$1/node_modules/.installed-for"
}

packages_are_there() {
  cmp -s "$1/package-lock.json" "$1/node_modules/.installed-for"
}

have() { command -v "$1" >/dev/null 2>&1; }

# at_least 1.95.0 1.95: compares the first two numbers of two versions.
at_least() {
  local major minor wanted_major wanted_minor
  IFS=. read -r major minor _ <<<"$1.0"
  IFS=. read -r wanted_major wanted_minor _ <<<"$2.0"
  ((10#$major > 10#$wanted_major || (10#$major == 10#$wanted_major && 10#$minor >= 10#$wanted_minor)))
}

logged() {
  local name=$1
  shift
  mkdir -p "$log_directory"
  "$@" >"$log_directory/$name.log" 2>&1
}

log_of() { echo "target/setup/$1.log"; }
say() { echo "$1"; }

fail() {
  echo "setup: $1." >&2
  exit 1
}

main "$@"
