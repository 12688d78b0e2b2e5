#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# managed.sh PROGRAM [ARGUMENT…]: runs a program with windows on the display it is given, under a
# window manager, which ends with that display. Without one no window ever becomes the active one,
# so the program begins when the manager says that it stands, or that it won't.
set -eu
told=$(mktemp -u "${TMPDIR:-/tmp}/tieout.XXXXXX")
mkfifo -m 600 "$told"
trap 'rm -f "$told"' EXIT INT TERM HUP
exec 3<>"$told"
(
    openbox --startup "sh -c 'echo stands >\"$told\"'" >/dev/null 2>&1 || true
    echo gone >&3
) &
read -r state <&3
[ "$state" = stands ] || {
    echo "openbox, the window manager, ended before it stood" >&2
    exit 1
}
"$@"
