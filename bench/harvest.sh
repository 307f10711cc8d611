#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# `vo4he harvest` of FILES event files of 1 MB into an empty state, without tags and with, against astropy reading all
# headers of the same files. The parts of one more harvest follow. With `quick` as first argument: 1,000 files.
# usage: bench/harvest.sh [quick | FILES=10000] [FOLDER=/tmp/vo4he-bench] [ROUNDS=3]
. "$(dirname "$0")/common.sh"
files=${1:-10000}
[ "$files" = quick ] && files=1000
folder=${2:-/tmp/vo4he-bench}
[ "${1:-}" = quick ] && folder=${2:-/tmp/vo4he-bench-1000}
rounds=${3:-3}
mkdir -p "$folder"
log=$folder/harvest.log
: >"$log"

build
event_files "$folder" "$files"

# Copies with tags, as this version writes them; the others are left alone.
annotated() {
    rm -rf "$folder/tagged"
    cp -r "$folder/products" "$folder/tagged"
    find "$folder/tagged" -name '*.fits' -print0 | xargs -0 -n 1000 "$here/vo4he" annotate --in-place >>"$log"
}
echo "annotating copies ..." >&2
annotated
sync

# CFITSIO by the same files, measured apart (two cores): headers of all HDUs.
cfitsio=16100

astropy() { /usr/bin/python3 "$here/bench/peers/read_headers.py" "$folder/$1"; }
# 20 GB of files do not stay in the memory of every machine by themselves.
warm() { find "$folder/$1" -name '*.fits' -print0 | xargs -0 cat >/dev/null; }
harvest() { "$here/vo4he" harvest "$folder/$1" --state "$folder/state-$1" --no-progress; }

machine
echo "# $files files; seconds of the whole command, wall and CPU, page cache warm; one round first that does not count"
echo "# load $(cut -d ' ' -f 1-3 /proc/loadavg)"
echo "round astropy (CPU) untagged (CPU) tagged (CPU) astropy on tagged (CPU)"
for ((round = 0; round <= rounds; round++)); do
    rm -rf "$folder/state-products" "$folder/state-tagged"
    warm products
    peer=$(seconds astropy products)
    plain=$(seconds harvest products)
    warm tagged
    peer_tagged=$(seconds astropy tagged)
    tagged=$(seconds harvest tagged)
    if [ "$round" -gt 0 ]; then echo "$round $peer $plain $tagged $peer_tagged"; fi
done | tee "$folder/harvest.rounds"
middle() { awk -v column="$1" '{ print $column }' "$folder/harvest.rounds" | median; }
start=$(for _ in 1 2 3 4 5; do seconds "$here/vo4he" --version; done | cut -d ' ' -f 1 | median)
again=$(seconds harvest tagged)
version=$(/usr/bin/python3 -c 'import astropy; print(astropy.__version__)')
awk -v n="$files" -v version="$version" -v peer="$(middle 2)" -v peer_cpu="$(middle 3)" -v plain="$(middle 4)" \
    -v peer_tagged="$(middle 8)" -v peer_tagged_cpu="$(middle 9)" -v plain_cpu="$(middle 5)" -v tagged="$(middle 6)" -v tagged_cpu="$(middle 7)" -v start="$start" \
    -v again="${again% *}" -v cfitsio="$cfitsio" '
    function line(what, s, cpu) { printf "%-28s %8.3f s  %6.0f files/s  CPU %7.3f s\n", what, s, n / s, cpu }
    BEGIN {
    line("astropy " version ", headers only", peer, peer_cpu)
    line("astropy, of tagged files", peer_tagged, peer_tagged_cpu)
    line("vo4he harvest, no tags", plain, plain_cpu)
    line("vo4he harvest, from tags", tagged, tagged_cpu)
    printf "of each JVM start (--version) %7.3f s\n", start
    printf "ratio to astropy, no tags    %8.2f x   without JVM start %6.2f x\n", peer / plain, peer / (plain - start)
    printf "ratio to astropy, from tags  %8.2f x   without JVM start %6.2f x\n", peer_tagged / tagged, peer_tagged / (tagged - start)
    printf "ratio to CFITSIO, from tags  %8.2f     (%d files/s, headers only)\n", n / (tagged - start) / cfitsio, cfitsio
    printf "harvest again, unchanged     %8.3f s\n", again
}'
for kind in products tagged; do
    rm -rf "$folder/state-$kind"
    export JDK_JAVA_OPTIONS="-XX:StartFlightRecording:settings=profile,jdk.ExecutionSample#period=10ms,jdk.NativeMethodSample#period=10ms,filename=$folder/$kind.jfr"
    harvest "$kind" >>"$log" 2>&1
    unset JDK_JAVA_OPTIONS
    echo "shares of the time of the Java threads, $kind:"
    bench HarvestParts "$folder/$kind.jfr"
done
