#!/usr/bin/env bash
# One stream, many workers: GNU parallel cuts JSON Lines at line ends and keeps the order of the results. Hadoop
# streaming and Spark's pipe() start the same command: JSON Lines in, JSON Lines out, one line a product.
# usage: parallel.sh [WORKERS] < catalog.jsonl > result.jsonl
set -euo pipefail
parallel --will-cite --pipe --keep-order --jobs "${1:-2}" --block 64k \
    incilint scan -q --jobs 1 --line-buffered --format jsonl -
