#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Making products again: what being a job costs a built-in step in a warm server, and many jobs drained in rounds, with the
# server's memory. The product is a spectrum of the Chandra event list of the examples.
# Usage: bench/reprocess.sh [JOBS=1000] [FOLDER=/tmp/vo4he-bench/reprocess] [ROUNDS=3]
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

jobs=${1:-1000} folder=${2:-/tmp/vo4he-bench/reprocess} rounds=${3:-3}
build
rm -rf "$folder"
mkdir -p "$folder/products"
machine
cp "$here/examples/products/chandra/m82_10027_events.fits" "$folder/products/"
"$here/vo4he" extract "$folder/products/m82_10027_events.fits" --region 'circle(148.96,69.68,60")' --energy 0.5-7 \
    --spectrum "$folder/products/core.pha" </dev/null >/dev/null
start_server "$folder" --jobs-waiting $((jobs * 10)) --anonymous-jobs all --authority example.org --collection m82
/usr/bin/python3 "$here/bench/reprocess.py" "$(sed "s,^http://,,;s,/$,," <<<"$url")" "$pid" "$jobs" "$rounds"
stop_server
