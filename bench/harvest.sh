#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# `vo4he harvest` of FILES event files of 1 MB into an empty state, against astropy reading all their headers.
# usage: bench/harvest.sh [FILES=10000] [FOLDER=/tmp/vo4he-bench] [ROUNDS=3]
. "$(dirname "$0")/common.sh"
files=${1:-10000} folder=${2:-/tmp/vo4he-bench} rounds=${3:-3}
mkdir -p "$folder"
log=$folder/harvest.log
: >"$log"

build
event_files "$folder" "$files"

astropy() { /usr/bin/python3 "$here/bench/peers/read_headers.py" "$folder/products"; }
harvest() { "$here/vo4he" harvest "$folder/products" --state "$folder/state" --no-progress; }

machine
echo "# $files files; seconds of the whole command, wall and CPU, page cache warm; one round first that does not count"
echo "round astropy (CPU) vo4he (CPU)"
for ((round = 0; round <= rounds; round++)); do
    peer=$(seconds astropy)
    rm -rf "$folder/state"
    ours=$(seconds harvest)
    if [ "$round" -gt 0 ]; then echo "$round $peer $ours"; fi
done | tee "$folder/harvest.rounds"
middle() { awk -v column="$1" '{ print $column }' "$folder/harvest.rounds" | median; }
start=$(for _ in 1 2 3 4 5; do seconds "$here/vo4he" --version; done | cut -d ' ' -f 1 | median)
again=$(seconds harvest)
version=$(/usr/bin/python3 -c 'import astropy; print(astropy.__version__)')
awk -v n="$files" -v version="$version" -v peer="$(middle 2)" -v peer_cpu="$(middle 3)" -v ours="$(middle 4)" \
    -v ours_cpu="$(middle 5)" -v start="$start" -v again="${again% *}" 'BEGIN {
    printf "astropy %s, headers only  %8.3f s  %6.0f files/s  CPU %7.3f s\n", version, peer, n / peer, peer_cpu
    printf "vo4he harvest                %8.3f s  %6.0f files/s  CPU %7.3f s\n", ours, n / ours, ours_cpu
    printf "ratio, wall time             %8.2f x\n", peer / ours
    printf "of it JVM start (--version)  %8.3f s\n", start
    printf "harvest again, unchanged     %8.3f s\n", again
}'
