#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Asynchronous queries: what being a job costs a query, and many of them drained in rounds, with the server's memory.
# Usage: bench/jobs.sh [JOBS=1000] [FOLDER=/tmp/vo4he-bench/jobs] [ROUNDS=5]
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

jobs=${1:-1000} folder=${2:-/tmp/vo4he-bench/jobs} rounds=${3:-5}
build
rm -rf "$folder"
mkdir -p "$folder/products"
machine
start_server "$folder" --jobs-waiting $((jobs * 10))
/usr/bin/python3 "$here/bench/jobs.py" "$(sed "s,^http://,,;s,/$,," <<<"$url")" "$pid" "$jobs" "$rounds"
stop_server
