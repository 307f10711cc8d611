#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# `vo4he show FILE`, whole command, again and again.
# usage: bench/start-up.sh [FILE] [RUNS=21]
. "$(dirname "$0")/common.sh"
build
file=${1:-$(find "$here/examples/products" -name '*.fits*' | sort | head -n 1)} runs=${2:-21}
log=$(mktemp)
for _ in 1 2 3; do seconds "$here/vo4he" show "$file" >/dev/null; done
machine
echo "# $file; load $(cut -d ' ' -f 1-3 /proc/loadavg)"
for command in show check; do
    for ((i = 0; i < runs; i++)); do seconds "$here/vo4he" "$command" "$file"; done >"$log.times"
    printf '%s: median %s s, CPU %s s, of %d runs; least %s s\n' "$command" \
        "$(cut -d ' ' -f 1 "$log.times" | median)" "$(cut -d ' ' -f 2 "$log.times" | median)" "$runs" "$(sort -n "$log.times" | head -n 1 | cut -d ' ' -f 1)"
done
rm -f "$log" "$log.times"
