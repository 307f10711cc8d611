#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# From the start of the process to the line `ready`, on a folder of FILES files that did not change.
# usage: bench/start.sh [FILES=1000] [FOLDER=/tmp/vo4he-bench-1000] [RUNS=11]
. "$(dirname "$0")/common.sh"
files=${1:-1000} folder=${2:-/tmp/vo4he-bench-1000} runs=${3:-11}
mkdir -p "$folder"

build
event_files "$folder" "$files"

# Prints the seconds from the start to `ready`, and the CPU seconds the process took until then.
start_once() {
    local start end ticks
    start=$EPOCHREALTIME
    start_server "$folder"
    end=$EPOCHREALTIME
    ticks=$(awk '{ sub(/^.*\) /, ""); print $12 + $13 }' "/proc/$pid/stat")
    awk -v a="$start" -v b="$end" -v t="$ticks" -v hz="$(getconf CLK_TCK)" 'BEGIN { printf "%.3f %.3f\n", b - a, t / hz }' >>"$folder/starts"
    stop_server
}

machine
echo "# $files unchanged files; seconds from process start to 'ready', page cache warm"
rm -rf "$folder/state" "$folder/starts"
start_once
echo "first start, harvesting: $(cut -d ' ' -f 1 "$folder/starts") s"
start_once
rm "$folder/starts"
for ((run = 0; run < runs; run++)); do start_once; done
echo "each: $(cut -d ' ' -f 1 "$folder/starts" | tr '\n' ' ')"
echo "median of $runs: $(cut -d ' ' -f 1 "$folder/starts" | median) s; CPU time $(cut -d ' ' -f 2 "$folder/starts" | median) s"
