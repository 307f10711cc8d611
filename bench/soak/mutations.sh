#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Seeded mutants of plain and annotated files, each annotated, read, annotated again and stripped: no crash, no hang, no damage.
# The normal tests run 200 of them.
# usage: bench/soak/mutations.sh [MUTANTS=10000]
. "$(dirname "$0")/../common.sh"
mutants=${1:-10000}
machine
echo "# $mutants mutants"
cd "$here"
time VO4HE_MUTANTS=$mutants timeout 900 mvn -q -B -pl vo4he-core -am test -Dtest='MutatedFilesTest' -Dsurefire.failIfNoSpecifiedTests=false \
    -Dspotless.check.skip=true </dev/null
echo "all survived"
