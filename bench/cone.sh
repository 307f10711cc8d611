#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Cones of 0.1 degrees on ROWS synthetic rows of ivoa.obscore, over HTTP at /tap/sync and at /scs.
# usage: bench/cone.sh [ROWS=1000000] [FOLDER=/tmp/vo4he-bench-cone] [QUERIES=1000]
. "$(dirname "$0")/common.sh"
rows=${1:-1000000} folder=${2:-/tmp/vo4he-bench-cone} queries=${3:-1000}

build
synthetic_rows "$folder" "$rows"
start_server "$folder"

machine
echo "# $rows rows of ivoa.obscore"
bench ConeClient "$url" "$queries" 0.1 tap
bench ConeClient "$url" "$queries" 0.1 scs
awk '$1 == "VmHWM:" { printf "resident memory of the server, highest: %.0f MB\n", $2 / 1024 }' "/proc/$pid/status"
