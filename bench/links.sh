#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Links of IDS random products among PRODUCTS synthetic ones, over HTTP at /datalink/links.
# usage: bench/links.sh [PRODUCTS=1000000] [FOLDER=/tmp/vo4he-bench-links] [REQUESTS=500] [IDS=50]
. "$(dirname "$0")/common.sh"
products=${1:-1000000} folder=${2:-/tmp/vo4he-bench-links} requests=${3:-500} ids=${4:-50}
mkdir -p "$folder"

build
machine
if [ "$(cat "$folder/count" 2>/dev/null)" != "$products" ]; then
    rm -rf "$folder/state"
    bench LinkLoader "$folder/state" "$products"
    echo "$products" >"$folder/count"
fi

coproc server {
    exec "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
        -cp "$here/vo4he-bench/target/classes:$here/vo4he-bench/target/lib/*" org.vo4he.bench.LinkServer "$folder/state" 2>"$folder/serve.log"
}
pid=$server_PID
trap 'kill -TERM "$pid" 2>/dev/null || true' EXIT
read -r line <&"${server[0]}" || { cat "$folder/serve.log" >&2; exit 1; }

echo "# $products products"
bench LinkClient "${line#ready }" "$products" "$requests" "$ids"
awk '$1 == "VmHWM:" { printf "resident memory of the server, highest: %.0f MB\n", $2 / 1024 }' "/proc/$pid/status"
