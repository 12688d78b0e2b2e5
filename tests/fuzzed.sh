#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzzing programs and lets each look for input that breaks a promise; started by
# `tests/run.sh --full`. An input that does is printed and kept in build/fuzz/found.
#   sh tests/fuzzed.sh [SECONDS [NAME…]]     20 seconds each, all programs
#   build/fuzz/tests/fuzz/fuzz_NAME FILE     the same input once more
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-20}
[ $# = 0 ] || shift
tree=build/fuzz

cmake --preset fuzz
cmake --build "$tree" -j "$(nproc)" --target fuzz
# shellcheck disable=SC2046 # a list of names
[ $# -gt 0 ] || set -- $(sed -n 's/^tieout_fuzz(\([a-z]*\).*/\1/p' tests/fuzz/CMakeLists.txt)
mkdir -p "$tree/found"
corpus=$(mktemp -d "${TMPDIR:-/tmp}/corpus.XXXXXX")
trap 'rm -rf "$corpus"' EXIT
export ASAN_OPTIONS=quarantine_size_mb=16
export UBSAN_OPTIONS=print_stacktrace=1

# The strings that our own tests use: the file of the program, and every text of the test data.
seeds() { # NAME
    mkdir "$corpus/$1"
    awk -v folder="$corpus/$1" '
        BEGIN { file = folder "/seed" 0 }
        /^----$/ { close(file); part++; file = folder "/seed" part; first = 0; next }
        { printf "%s%s", (first++ ? "\n" : ""), $0 > file }' "tests/fuzz/seeds/$1.txt"
    case $1 in
    identities | xpubs)
        grep -oh '"[^"]*"' tests/data/bip32.json tests/data/caip.json tests/data/eip55.json \
            tests/data/tron-addresses.json | tr -d '"' | sort -u |
            awk -v folder="$corpus/$1" '{ file = folder "/text" NR; printf "%s", $0 > file; close(file) }'
        ;;
    configs) cp resources/config/example.toml "$corpus/$1/example" ;;
    esac
}

broken=0
for name in "$@"; do
    seeds "$name"
    log=$corpus/$name.log
    status=0
    "$tree/tests/fuzz/fuzz_$name" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 \
        -max_len=8192 -print_final_stats=1 -artifact_prefix="$tree/found/$name-" \
        "$corpus/$name" >"$log" 2>&1 || status=$?
    if [ "$status" = 0 ]; then
        printf 'fuzz_%-12s %s inputs\n' "$name" \
            "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")"
        continue
    fi
    broken=$((broken + 1))
    grep -v '^#[0-9]*.*\(NEW\|REDUCE\|pulse\|RELOAD\)' "$log" | tail -n 40
    printf 'fuzz_%s: broken; the input is named above and kept in %s/found\n' "$name" "$tree"
done
[ "$broken" = 0 ]
