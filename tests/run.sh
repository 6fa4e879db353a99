#!/usr/bin/env bash
# Installs what is needed, builds incilint and passes every test: the suite under address and undefined-behaviour
# sanitizers with short fuzz runs, then the release suite. The last lines are ctest's summary.
set -euo pipefail
cd "$(dirname "$0")/.."
bash .ci/setup test
jobs=$(nproc)

step() { printf '\n== %s\n' "$*"; }

step "sanitizers: build"
cmake --preset asan >/dev/null
cmake --build --preset asan -j "$jobs"
step "sanitizers: suite and short fuzz runs"
ctest --preset asan -j "$jobs"

step "release: build"
cmake --preset release -DINCILINT_TESTS=ON >/dev/null
cmake --build --preset release -j "$jobs"
step "style"
tests/style.sh
step "release: suite"
ctest --preset release -j "$jobs"
