#!/usr/bin/env bash
# Many catalogs, as many workers: xargs starts one scan a file, each writes its result beside it, whole or not at all.
# usage: xargs.sh FOLDER [WORKERS]   (FOLDER holds *.jsonl; results are FOLDER/*.result.jsonl)
set -euo pipefail
find "$1" -name '*.jsonl' ! -name '*.result.jsonl' -print0 |
    xargs -0 -n 1 -P "${2:-2}" sh -c 'incilint scan -q --jobs 1 -o "${1%.jsonl}.result.jsonl" "$1"' worker
