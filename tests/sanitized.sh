#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the tests of model and chain with AddressSanitizer and UndefinedBehaviorSanitizer and runs
# them; started by `tests/run.sh --full`, which gives it PostgreSQL and the nodes.
set -eu
cd "$(dirname "$0")/.."
# Long tests stay with the optimised build: a sanitized run of them takes hours.
unset TIEOUT_TEST_FULL

cmake --preset asan
for list in tests/model/*/CMakeLists.txt tests/chain/CMakeLists.txt tests/chain/*/CMakeLists.txt; do
    [ -f "$list" ] || continue
    folder=${list%/CMakeLists.txt}
    cmake --build build/asan -j "$(nproc)" --target "$folder/all"
    ctest --test-dir "build/asan/$folder" --output-on-failure --timeout 1800 -LE long
done
