#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Pictures of 800 by 500 pixels drawn in a second, file opened and read each time, one thread, heap of 256 MB.
# usage: bench/plots.sh [FILE ...]
. "$(dirname "$0")/common.sh"

build
machine
if [ $# = 0 ]; then mapfile -t files < <(find "$here/examples/products" -type f | sort); else files=("$@"); fi
"$JAVA_HOME/bin/java" -Xmx256m -Djava.awt.headless=true -cp "$here/vo4he-bench/target/classes:$here/vo4he-bench/target/lib/*" \
    org.vo4he.bench.PlotDrawing "${files[@]}"
