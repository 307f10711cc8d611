#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The first page, and what its map asks for, on ROWS synthetic rows of ivoa.obscore, or on a folder of products.
# usage: bench/first-page.sh [ROWS=1000000] [FOLDER=/tmp/vo4he-bench-cone] [REQUESTS=500]
#        bench/first-page.sh PRODUCTS [FOLDER=/tmp/vo4he-bench-page] [REQUESTS=500]
. "$(dirname "$0")/common.sh"
what=${1:-1000000} requests=${3:-500}

build
if [ -d "$what" ]; then
    folder=${2:-/tmp/vo4he-bench-page}
    mkdir -p "$folder"
    ln -sfn "$(cd "$what" && pwd -P)" "$folder/products"
else
    folder=${2:-/tmp/vo4he-bench-cone}
    synthetic_rows "$folder" "$what"
fi
start_server "$folder"

machine
echo "# $what"
bench PageClient "$requests" "$url" "${url}sky.json" "${url}sky.json?ra=83.6&dec=22&radius=5&order=8"
