#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Tieout and opens its console on the embedded sandbox. Without a
# display it plays the sandbox's scenarios, prints the queue and the reconciliation, and writes
# pictures of the windows to build/screenshots. Other arguments go to the console as they are.
set -eu
cd "$(dirname "$0")/.."
# shellcheck source=app/packages.sh
. app/packages.sh

case "${1:-}" in
-h | --help)
    echo "usage: sh app/run.sh [arguments of tieout]"
    echo "Builds Tieout and opens the console on the sandbox; see build/release/app/tieout --help."
    exit 0
    ;;
esac

# shellcheck disable=SC2086 # lists of names
install_packages $toolchain $libraries $runtime || exit 1

log=build/run.log
mkdir -p build
echo "Building (build/release)…"
if ! { cmake --preset release && cmake --build build/release --target tieout tieoutd; } >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    echo "The build failed; its whole output is in $log." >&2
    exit 1
fi

console=build/release/app/tieout
if [ $# -gt 0 ]; then
    exec "$console" "$@"
fi
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$console" --sandbox
fi
echo "No display here, so the console works without one."
mkdir -p build/screenshots
export QT_QPA_PLATFORM=offscreen
exec "$console" --headless --screenshots build/screenshots
