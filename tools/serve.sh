#!/usr/bin/env bash
# Serves the page and rebuilds it when a source changes: `make serve`, `make serve PORT=8081`.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=versions.sh
source "$(dirname "${BASH_SOURCE[0]}")/versions.sh"
cd "$project_root"

port=${PORT:-8080}
address=http://127.0.0.1:$port/

fail() {
  echo "serve: $1." >&2
  exit 1
}

port_answers() { (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; }

page_answers() (
  exec 3<>"/dev/tcp/127.0.0.1/$port" || exit 1
  printf 'GET / HTTP/1.0\r\nHost: 127.0.0.1\r\nAccept: text/html\r\n\r\n' >&3
  IFS= read -r -t 5 status <&3 && [[ $status == *" 200 "* ]]
) 2>/dev/null

# Trunk listens only after its first build. This waits in the background, and ends when Trunk ends.
announce() {
  while kill -0 "$$" 2>/dev/null; do
    if page_answers; then
      printf '\n    Loopscope is at %s    (Ctrl+C stops it)\n\n' "$address"
      return
    fi
    sleep 0.3
  done
}

if [[ ! $port =~ ^[1-9][0-9]{0,4}$ ]] || ((port > 65535)); then
  fail "PORT=$port is not a port: give a number from 1 to 65535, for example 'make serve PORT=8081'"
fi
if port_answers; then
  fail "port $port is taken by another program: choose another, for example 'make serve PORT=$((port < 65535 ? port + 1 : 8080))'"
fi

tools/setup.sh build
echo "Building the page (the first time takes a minute or two) ..."
announce &
exec trunk serve --release --address 127.0.0.1 --port "$port"
