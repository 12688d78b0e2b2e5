#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the tests of model and chain, of kills and of a few lives of the simulation with
# AddressSanitizer and UndefinedBehaviorSanitizer and runs them; started by `tests/run.sh --full`,
# which gives it PostgreSQL and the nodes.
set -eu
cd "$(dirname "$0")/.."
# Long tests stay with the optimised build: a sanitized run of them takes hours.
unset TIEOUT_TEST_FULL
export TIEOUT_SIM_SEEDS=6
export UBSAN_OPTIONS=print_stacktrace=1

cmake --preset asan
broken=
for list in tests/model/*/CMakeLists.txt tests/chain/*/CMakeLists.txt tests/kill/CMakeLists.txt \
    tests/simulation/CMakeLists.txt; do
    folder=${list%/CMakeLists.txt}
    cmake --build build/asan -j "$(nproc)" --target "$folder/all" &&
        ctest --test-dir "build/asan/$folder" --output-on-failure --timeout 1800 --no-tests=error ||
        broken="$broken $folder"
done
[ -z "$broken" ] || echo "failed:$broken" >&2
[ -z "$broken" ]
