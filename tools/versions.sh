# Defines every pinned version, and puts our tools on PATH; the other scripts source this file.
# shellcheck shell=bash disable=SC2034  # the scripts that source this file read these names

rust_minimum=1.95
node_minimum=20.10 # the first of the 20 series whose `node --test` takes --test-concurrency
trunk_version=0.21.14
wasm_bindgen_version=0.2.130
binaryen_version=132
python_version=3.13
typos_version=1.52.0

# Trunk, cargo and npm read their versions from their own files; `tools/setup.sh` fails if Trunk.toml, Cargo.lock or
# tools/package.json differs from this file.

project_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." >/dev/null && pwd)
log_directory=$project_root/target/setup

# A tool on PATH in another version is left for other projects. Ours is installed into a separate root, which comes first
# on PATH for our scripts only.
private_root=${XDG_CACHE_HOME:-$HOME/.cache}/loopscope/tools
cargo_home=${CARGO_HOME:-$HOME/.cargo}
cargo_install_root=${CARGO_INSTALL_ROOT:-$cargo_home}
export PATH="$private_root/bin:$project_root/tools/node_modules/.bin:$PATH:$cargo_home/bin:$cargo_install_root/bin"

# After set-up nothing is left to download, so Trunk runs offline.
export TRUNK_OFFLINE=${TRUNK_OFFLINE:-true}

# Trunk accepts only true or false for NO_COLOR and fails on the usual NO_COLOR=1; the other tools accept any value.
if [[ -n ${NO_COLOR:-} ]]; then
  export NO_COLOR=true
else
  unset NO_COLOR
fi
