#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Tieout and runs its tests against real parts: PostgreSQL on a socket of its own, EVM nodes
# from npm, windows offscreen and once under Xvfb. Installs what is missing, stops what it started,
# may run any number of times, and ends with a table of what ran. See tests/README.md.
set -eu
cd "$(dirname "$0")/.."
# shellcheck source=app/packages.sh
. app/packages.sh

usage() {
    cat <<'TEXT'
usage: sh tests/run.sh [--full] [--bench]
  (nothing)  everything that fits into half an hour on two cores
  --full     also the long ones: many more kills and seeds, sanitizers over model and chain, fuzzing,
             lint, Debian packages in a clean root; somewhat more than an hour
  --bench    the benchmarks only; prints ratios, absolute figures and CPU seconds
  TIEOUT_TEST_CACHE names the folder for npm packages (default ~/.cache/tieout-tests)
TEXT
}

full=no
bench=no
for option in "$@"; do
    case $option in
    --full) full=yes ;;
    --bench) bench=yes ;;
    -h | --help) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
    esac
done

# Another's data and settings are neither read nor written: the tests have a home of their own.
cache=${TIEOUT_TEST_CACHE:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/tieout-tests}
work=$(mktemp -d "${TMPDIR:-/tmp}/tieout.XXXXXX")
mkdir -p "$work/logs" "$work/home" "$work/run" "$cache"
chmod 755 "$work"
chmod 700 "$work/run"
table=$work/table
: >"$table"
child=
postgres=
memory=
began=$(date +%s)

# ---- what it starts, it stops ----

# Every process of a step's session: ninja gives each compiler a process group of its own.
end_session() {
    session=$1
    for stat in /proc/[0-9]*/stat; do
        line=$(cat "$stat" 2>/dev/null) || continue
        pid=${stat#/proc/}
        # shellcheck disable=SC2086 # fields, after the name in parentheses
        set -- ${line##*) }
        [ "$4" != "$session" ] || kill -TERM "${pid%/stat}" 2>/dev/null || true
    done
}

stop_all() {
    trap - EXIT INT TERM HUP
    [ -z "$child" ] || end_session "$child"
    [ -z "$postgres" ] || as_postgres "$postgres/pg_ctl" -D "$work/pg" -m immediate -w stop \
        >/dev/null 2>&1 || true
    rm -rf "$work" ${memory:+"$memory"}
}
trap stop_all EXIT
trap 'stop_all; exit 130' INT
trap 'stop_all; exit 143' TERM HUP

# ---- steps and their table ----

note() { # NAME SECONDS RESULT REMARK
    printf '%s|%s|%s|%s\n' "$1" "$2" "$3" "$4" >>"$table"
}

# step NAME COMMAND…: runs it in a session of its own with the output in a log. With live=yes
# the output is shown as it comes, otherwise only its end and only when the step fails.
live=no
step() {
    name=$1
    shift
    printf '== %s\n' "$name"
    log=$work/logs/$(printf '%s' "$name" | tr -c 'a-z0-9\n' '-')
    from=$(date +%s)
    status=0
    : >"$log" # there before it is read
    setsid "$@" >>"$log" 2>&1 </dev/null &
    child=$!
    [ "$live" = no ] || tail --pid="$child" -n +1 -f "$log" &
    shown=$!
    wait "$child" || status=$?
    [ "$live" = no ] || wait "$shown" || true
    child=
    seconds=$(($(date +%s) - from))
    if [ "$status" = 0 ]; then
        note "$name" "$seconds" passed ""
        return 0
    fi
    [ "$live" = yes ] || {
        tail -n 60 "$log"
        grep -n -A 3 -E '^(FAIL!|XPASS|QFATAL)' "$log" || true # they may stand above the end
    }
    note "$name" "$seconds" FAILED "exit status $status"
    return 1
}

finish() {
    failed=$(grep -c '|FAILED|' "$table" || true)
    printf '\n%-34s %8s  %-8s %s\n' "what" "seconds" "result" "remark"
    while IFS='|' read -r what seconds result remark; do
        printf '%-34s %8s  %-8s %s\n' "$what" "$seconds" "$result" "$remark"
    done <"$table"
    printf '%-34s %8s\n\n' "all" "$(($(date +%s) - began))"
    if [ -s "$work/counts" ]; then
        read -r passed bad skipped <"$work/counts"
        echo "$passed passed, $bad failed, $skipped skipped"
    fi
    [ "$failed" = 0 ] || echo "$failed of the steps above failed"
    [ "$failed" = 0 ]
}

# ---- packages ----

from=$(date +%s)
extra="postgresql dbus-daemon xvfb xauth openbox clang-format git"
command -v node >/dev/null 2>&1 || extra="$extra nodejs"
command -v npm >/dev/null 2>&1 || extra="$extra npm"
[ "$full" = no ] || extra="$extra clang clang-tidy libclang-rt-dev debootstrap desktop-file-utils appstream mandoc"
# shellcheck disable=SC2086 # lists of names
if install_packages $toolchain $libraries $runtime $extra; then
    note "packages" "$(($(date +%s) - from))" passed ""
else
    note "packages" "$(($(date +%s) - from))" FAILED "missing: $missing"
    finish
    exit 1
fi

npm_packages() {
    if ! cmp -s tests/lab/package.json "$cache/installed.json"; then
        cp tests/lab/package.json "$cache/package.json"
        (cd "$cache" && npm install --ignore-scripts --no-audit --no-fund --no-package-lock \
            --loglevel=error) || return 1
        cp tests/lab/package.json "$cache/installed.json"
    fi
    [ -x "$cache/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil" ]
}
printf '== npm packages\n'
from=$(date +%s)
if npm_packages; then
    note "npm packages" "$(($(date +%s) - from))" passed ""
else
    note "npm packages" "$(($(date +%s) - from))" FAILED "see above; the nodes are needed"
    finish
    exit 1
fi

# ---- PostgreSQL, which refuses to run as root ----

as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

start_postgres() {
    folder=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n | tail -n 1)
    [ -n "$folder" ] || folder=$(dirname "$(command -v initdb)")
    mkdir "$work/pg" "$work/socket"
    [ "$(id -u)" != 0 ] || chown postgres: "$work/pg" "$work/socket"
    as_postgres "$folder/initdb" -D "$work/pg" -U postgres -A trust -E UTF8 --locale=C.UTF-8 \
        --no-sync || return 1
    # Durability costs time and matters to the benchmarks alone: no test pulls the plug.
    durable=off
    [ "$bench" = no ] || durable=on
    as_postgres sh -c "cat >>'$work/pg/postgresql.conf'" <<TEXT
listen_addresses = ''
unix_socket_directories = '$work/socket'
port = 5432
max_connections = 200
shared_buffers = 512MB
max_wal_size = 4GB
fsync = $durable
full_page_writes = $durable
synchronous_commit = on
log_min_messages = fatal
TEXT
    postgres=$folder
    as_postgres "$folder/pg_ctl" -D "$work/pg" -l "$work/pg/log" -w -t 60 start
}

printf '== PostgreSQL\n'
from=$(date +%s)
if start_postgres >"$work/logs/postgres" 2>&1; then
    note "PostgreSQL" "$(($(date +%s) - from))" passed "$("$postgres/postgres" --version | cut -d' ' -f3), socket only"
else
    tail -n 20 "$work/logs/postgres"
    note "PostgreSQL" "$(($(date +%s) - from))" FAILED "it did not start"
    finish
    exit 1
fi

export TIEOUT_TEST_PG="postgresql://postgres@/postgres?host=$work/socket&port=5432"
export TIEOUT_TEST_LAB="$cache"
export TIEOUT_TEST_ANVIL="$cache/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil"
export TIEOUT_TEST_REQUIRE=1
export LC_ALL=C.UTF-8
# Qt ends a row after five minutes, and long ones take more; what hangs meets ctest's limit.
[ "$full" = no ] || export TIEOUT_TEST_FULL=1 QTEST_FUNCTION_TIMEOUT=5400000

# ---- build ----

jobs=$(nproc)
step "configure" cmake --preset release || { finish; exit 1; }
if [ "$bench" = yes ]; then
    if ! cmake --build build/release --target help | grep -q '^bench:'; then
        note "benchmarks" 0 FAILED "there is no target named bench"
        finish
        exit 1
    fi
    step "build" cmake --build build/release -j "$jobs" --target bench || { finish; exit 1; }
    program=$(find build/release -type f -name bench -perm -u+x | head -n 1)
    live=yes
    step "benchmarks" "$program" || true
    finish
    exit
fi
step "build" cmake --build build/release -j "$jobs" || { finish; exit 1; }

# From here on every step runs, whatever the others did. Settings and data go to a home of our own.
CCACHE_DIR=$(ccache -k cache_dir 2>/dev/null || echo "$cache/ccache")
export CCACHE_DIR
export HOME="$work/home" XDG_DATA_HOME="$work/home/data" XDG_CONFIG_HOME="$work/home/config"
export XDG_CACHE_HOME="$work/home/cache" XDG_RUNTIME_DIR="$work/run"

# ---- format and lint ----

case $(clang-format --version 2>/dev/null) in
*"version 14."*)
    step "format" sh -c "find app ui model chain tests -name '*.h' -o -name '*.cpp' |
        xargs clang-format --dry-run --Werror" || true
    ;;
*) note "format" 0 skipped "needs clang-format 14: other versions lay out differently" ;;
esac

# The files that differ from where this branch left the main one, else from the commit before.
changed_sources() {
    base=$(git merge-base HEAD origin/main 2>/dev/null || true)
    if [ -z "$base" ] || [ "$base" = "$(git rev-parse HEAD 2>/dev/null)" ]; then
        base=$(git rev-parse -q --verify HEAD~1 || true)
    fi
    [ -z "$base" ] || git diff --name-only --diff-filter=d "$base" -- 'app/*.cpp' 'ui/*.cpp' \
        'model/*.cpp' 'chain/*.cpp'
}
if [ "$full" = yes ]; then
    sources=$(changed_sources | head -n 8)
    if [ -n "$sources" ]; then
        # shellcheck disable=SC2086 # a list of names
        step "lint" sh -c 'cmake --preset dev >/dev/null && clang-tidy -p build/dev --quiet "$@"' \
            lint $sources || true
    else
        note "lint" 0 skipped "no changed source file"
    fi
else
    note "lint" 0 skipped "only with --full"
fi

step "contracts are what was compiled" node tests/lab/compile.mjs --check || true

# ---- the tests ----

# SQLite syncs each commit, as it must; the files of tests live in memory where there is room.
if [ "$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print ($4 > 2000000) }')" = 1 ] &&
    memory=$(mktemp -d /dev/shm/tieout.XXXXXX 2>/dev/null); then
    export TMPDIR="$memory"
fi
limit=600
[ "$full" = no ] || limit=5400
live=yes
step "tests" ctest --test-dir build/release --timeout "$limit" -j 2 --no-tests=error || true
live=no
log=build/release/Testing/Temporary/LastTest.log
[ -f "$log" ] || log=/dev/null
# Of a test that failed, what isn't "PASS": thousands of rows would hide the one that matters.
awk '/^[0-9]+\/[0-9]+ Testing: / { said = "" }
    !/^(PASS|Config)/ { said = said $0 "\n" }
    /^Test Failed\./ { printf "%s", said }' "$log"
awk '/^Totals: / { passed += $2; failed += $4; skipped += $6 } END { print passed+0, failed+0, skipped+0 }' \
    "$log" >"$work/counts"
awk '/ Test +#[0-9]+: .* sec/ {
    for (i = 1; i <= NF; i++) if ($i ~ /^#[0-9]+:$/) name = $(i + 1)
    print name "|" $(NF - 1) "|" ($0 ~ / Passed /  ? "passed" : "failed")
}' "$work/logs/tests" | while IFS='|' read -r what seconds result; do
    note "  $what" "$seconds" "$result" ""
done
sed -n 's/^SKIP *: [^(]*([^)]*) *//p' "$log" | sort | uniq -c | while read -r times why; do
    note "  $times test row(s)" 0 skipped "$why"
done
[ "$full" = yes ] || note "more kills, faults, seeds" 0 skipped "only with --full"

# ---- the programs as people start them ----

step "console without a display" env -u DISPLAY -u WAYLAND_DISPLAY sh app/run.sh || true
under_xvfb() { # NAME PROGRAM
    step "$1" env QT_QPA_PLATFORM=xcb xvfb-run -a sh tests/managed.sh "build/release/tests/$2" || true
}
under_xvfb "windows under Xvfb" ui/tst_ui
under_xvfb "a payment end to end under Xvfb" app/e2e/tst_e2e

# ---- the long ones ----

if [ "$full" = yes ]; then
    step "sanitizers over model and chain" sh tests/sanitized.sh || true
    live=yes
    step "fuzzing" sh tests/fuzzed.sh || true
    live=no
    step "Debian packages" sh tests/package.sh || true
    why=$(sed -n 's/^-- no clean root: //p' "$log")
    [ -z "$why" ] || note "  installed in a clean root" 0 skipped "$why"
else
    note "sanitizers" 0 skipped "only with --full"
    note "fuzzing" 0 skipped "only with --full"
    note "Debian packages" 0 skipped "only with --full"
fi
note "benchmarks" 0 skipped "only with --bench"

finish
