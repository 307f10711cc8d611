#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Previews of a folder's products over HTTP: drawn for the first time, and from the cache.
# usage: bench/previews.sh [PRODUCTS=examples/products] [ROUNDS=30]
. "$(dirname "$0")/common.sh"
products=$(cd "${1:-$here/examples/products}" && pwd -P) rounds=${2:-30}
folder=$(mktemp -d)
ln -s "$products" "$folder/products"

build
start_server "$folder"
trap 'kill -TERM "$pid" 2>/dev/null || true; rm -rf "$folder"' EXIT

machine
ids=$(curl -s --get "${url}tap/sync" -d LANG=ADQL -d RESPONSEFORMAT=csv \
    --data-urlencode "QUERY=SELECT short_id FROM vo4he.products WHERE withdrawn = 0" | tail -n +2 | tr -d '\r')
count=$(echo "$ids" | wc -l)

# Seconds for each of the previews of all products with this query, one after the other on one connection.
times() {
    local id arguments=()
    for id in $ids; do arguments+=(-o /dev/null "${url}previews/$id.png$1"); done
    curl -s -w '%{time_total}\n' "${arguments[@]}"
}
milliseconds() { median | awk '{ printf "%.1f ms", 1000 * $1 }'; }

times '?width=801' >/dev/null # the virtual machine warms up
start=$(date +%s.%N)
drawn=$(times '' | milliseconds)
end=$(date +%s.%N)
echo "drawn: $count products, median $drawn," \
    "$(echo "$count $start $end" | awk '{ printf "%.1f previews per second", $1 / ($3 - $2) }') on one connection"
echo "from the cache: $((count * rounds)) requests, median $(for _ in $(seq "$rounds"); do times ''; done | milliseconds)"
awk '$1 == "VmHWM:" { printf "resident memory of the server, highest: %.0f MB\n", $2 / 1024 }' "/proc/$pid/status"
