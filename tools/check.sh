#!/usr/bin/env bash
# The checks that every change must pass, without browser and WebAssembly: `make check`.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=versions.sh
source "$(dirname "${BASH_SOURCE[0]}")/versions.sh"
# shellcheck source-path=SCRIPTDIR source=layers.sh
source "$project_root/tools/layers.sh"
cd "$project_root"

layer "set-up" tools/setup.sh check
check_layers

printf '\nall %d layers passed\n' "$number"
