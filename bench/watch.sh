#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# From the close of a completely written file to its row visible by TAP, one file after the other, in a watched folder of
# FILES files.
# usage: bench/watch.sh [FILES=10000] [FOLDER=/tmp/vo4he-bench-watch] [ARRIVALS=41]
. "$(dirname "$0")/common.sh"
files=${1:-10000} folder=${2:-/tmp/vo4he-bench-watch} arrivals=${3:-41}
mkdir -p "$folder"

build
python3 "$here/bench/watch.py" make "$folder/products" "$files"
rm -rf "$folder/state"
start_server "$folder" --watch
machine
echo "# $files files; seconds from the close of a file to its row in TAP; quiet time 1 s"
python3 "$here/bench/watch.py" measure "$folder/products" "$url" "$arrivals"
stop_server
