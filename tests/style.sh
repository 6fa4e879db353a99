#!/usr/bin/env bash
# style.sh [BUILD]: clang-format over the sources; with a clang build folder also clang-tidy, which takes some minutes and
# is run by hand: tests/style.sh build/asan
set -euo pipefail
cd "$(dirname "$0")/.."
mapfile -t files < <(find src tests -name '*.h' -o -name '*.cpp' | sort)
clang-format --dry-run --Werror "${files[@]}"
echo "style: ${#files[@]} files formatted"
if (($# == 0)); then exit 0; fi
mapfile -t sources < <(find src -name '*.cpp' | sort)
printf '%s\n' "${sources[@]}" | xargs -P "$(nproc)" -n 4 clang-tidy -p "$1" --quiet 2>/dev/null
echo "style: ${#sources[@]} sources tidy"
