#!/usr/bin/env bash
# The one door: ./build.sh [build | demo | test | bench]. What each does is in .ci/*.mjs; here only what must be there before node.
set -euo pipefail
cd "$(dirname "$0")"

missing() { printf 'build.sh: %s is missing. %s\n' "$1" "$2" >&2; exit 2; }
debian_root() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

if ! command -v cargo >/dev/null; then
  [ -x "$HOME/.cargo/bin/cargo" ] || missing "Rust (cargo)" "Install it from https://rustup.rs and run this again."
  PATH="$HOME/.cargo/bin:$PATH"
fi
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  debian_root || missing "Node.js (20 or newer, with npm)" "Install it from https://nodejs.org or your package manager and run this again."
  echo "· installing Node.js"
  { apt-get update && apt-get install -y --no-install-recommends nodejs npm; } >/dev/null
fi
exec node .ci/main.mjs "${1:-build}" "${@:2}"
