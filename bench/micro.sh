#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The JMH micro benchmarks, or those whose names match PATTERN.
# usage: bench/micro.sh [PATTERN]
. "$(dirname "$0")/common.sh"

build
machine
"$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$here/vo4he-bench/target/classes:$here/vo4he-bench/target/lib/*" \
    org.openjdk.jmh.Main -foe true "${1:-org.vo4he.bench}" 2>&1 | grep -E '^(Benchmark|[A-Z][A-Za-z]+\.)'
