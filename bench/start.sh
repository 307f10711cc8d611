#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# From the start of the process to the line `ready`, on a folder of FILES files that did not change.
# usage: bench/start.sh [FILES=1000] [FOLDER=/tmp/vo4he-bench-1000] [RUNS=11]
. "$(dirname "$0")/common.sh"
files=${1:-1000} folder=${2:-/tmp/vo4he-bench-1000} runs=${3:-11}
mkdir -p "$folder"

build
event_files "$folder" "$files"

# Starts the server, waits for `ready`, prints the seconds, ends the server and waits for it.
start_once() {
    local start end line
    start=$(now)
    coproc server { exec "$here/vo4he" serve "$folder/products" --state "$folder/state" --port 0 --no-progress 2>"$folder/serve.log" </dev/null; }
    local pid=$server_PID
    while read -r line <&"${server[0]}"; do
        case $line in ready\ *) break ;; esac
    done
    end=$(now)
    kill -TERM "$pid"
    wait "$pid" || true
    case ${line:-} in
        ready\ *) awk -v a="$start" -v b="$end" 'BEGIN { printf "%.3f\n", b - a }' ;;
        *) cat "$folder/serve.log" >&2; exit 1 ;;
    esac
}

machine
echo "# $files unchanged files; seconds from process start to 'ready', page cache warm"
rm -rf "$folder/state"
echo "first start, harvesting: $(start_once)"
start_once >/dev/null
for ((run = 0; run < runs; run++)); do start_once; done >"$folder/starts"
echo "each: $(tr '\n' ' ' <"$folder/starts")"
echo "median of $runs: $(median <"$folder/starts") s"
