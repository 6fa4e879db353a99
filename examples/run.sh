#!/usr/bin/env bash
# Installs what is needed, builds incilint, and screens the example labels. Safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."
bash .ci/setup build
cmake --preset release -DINCILINT_TESTS=OFF >/dev/null
cmake --build --preset release --target incilint
./build/release/incilint check --fail-on never examples/labels examples/products
echo "The program is build/release/incilint; try: build/release/incilint check --text \"Aqua, Glycerin, Parfum\"" >&2
