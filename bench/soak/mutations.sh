#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Seeded mutants of fourteen kinds of files - PHA of type I and II, ARF, RMF, light curve, image, catalogue, event list, gzip, image in
# tiles, tags of the slides, tags with the superset, tags of several rows, several tags - each described, checked, drawn, its events
# extracted, annotated, annotated again and stripped: no crash, no hang, no damage. The normal tests run 100 of each kind.
# usage: bench/soak/mutations.sh [MUTANTS=10000] [FIRST=0]     of each kind
. "$(dirname "$0")/../common.sh"
mutants=${1:-10000}
machine
echo "# $mutants mutants of each of 14 kinds, from number ${2:-0} on"
cd "$here"
time VO4HE_MUTANTS=$mutants VO4HE_FIRST_MUTANT=${2:-0} nice -n 19 mvn -q -B -pl vo4he-analysis -am test -Dtest='MutantsTest' \
    -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip=true </dev/null
echo "all survived"
