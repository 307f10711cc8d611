#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Resident memory of `vo4he serve`: the highest while it harvests FILES files and answers queries, and at that moment.
# usage: bench/memory.sh [FILES=10000] [FOLDER=/tmp/vo4he-bench] [QUERIES=500]
. "$(dirname "$0")/common.sh"
files=${1:-10000} folder=${2:-/tmp/vo4he-bench} queries=${3:-500}
mkdir -p "$folder"

build
event_files "$folder" "$files"
rm -rf "$folder/state"
start_server "$folder"

resident() { awk -v key="$1:" '$1 == key { printf "%.0f MB\n", $2 / 1024 }' "/proc/$pid/status"; }

machine
echo "after harvesting $files files:    highest $(resident VmHWM), now $(resident VmRSS)"
bench ConeClient "$url" "$queries" 1.0 tap >/dev/null
echo "after $queries cones:                highest $(resident VmHWM), now $(resident VmRSS)"
for format in votable csv; do
    curl -sS -o /dev/null --data-urlencode "QUERY=SELECT * FROM ivoa.obscore" -d "LANG=ADQL&MAXREC=$files&FORMAT=$format" "${url}tap/sync"
done
echo "after SELECT * in VOTable, CSV:  highest $(resident VmHWM), now $(resident VmRSS)"
