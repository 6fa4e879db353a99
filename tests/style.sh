#!/usr/bin/env bash
# style.sh BUILD: clang-format and clang-tidy over the sources; prints what is wrong and fails.
set -euo pipefail
cd "$(dirname "$0")/.."
mapfile -t files < <(find src tests -name '*.h' -o -name '*.cpp' | sort)
clang-format --dry-run --Werror "${files[@]}"
mapfile -t sources < <(find src -name '*.cpp' | sort)
printf '%s\n' "${sources[@]}" | xargs -P "$(nproc)" -n 4 clang-tidy -p "$1" --quiet 2>/dev/null
echo "style: ${#files[@]} files formatted, ${#sources[@]} tidy"
