#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# VO-TAGS into FILES event files of 1 MB, in place, by astropy, CFITSIO, the library and the command; then read back. One
# process each side; files are cut back to what they were between the sides.
# usage: bench/annotate.sh [FILES=10000] [FOLDER=/tmp/vo4he-bench-annotate] [ROUNDS=3]
# CFITSIO takes part when cc finds fitsio.h and libcfitsio (CPATH and LIBRARY_PATH are heeded).
. "$(dirname "$0")/common.sh"
files=${1:-10000} folder=${2:-/tmp/vo4he-bench-annotate} rounds=${3:-3}
mkdir -p "$folder"

# Collector and compiler that the launcher asks for.
jvm_options=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1)
build
event_files "$folder" "$files"
bench EventFiles "$folder/one" 1
size=$(stat -c %s "$folder"/one/rev000/*.fits)
find "$folder/products" -name '*.fits' | sort >"$folder/list"
sed 's/.*/{"file": "&", "in_place": true}/' "$folder/list" >"$folder/requests"
cc -O2 -o "$folder/cfitsio" "$here/bench/peers/annotate.c" -lcfitsio 2>"$folder/cc.log" || {
    rm -f "$folder/cfitsio"
    echo "# CFITSIO is skipped: cc, fitsio.h or libcfitsio is missing (libcfitsio-dev)"
}

cut_back() { xargs truncate -s "$size" <"$folder/list"; }
python() { /usr/bin/python3 "$here/bench/peers/annotate.py" "$1" "$folder/products" | cut -d ' ' -f 1; }
library() { bench TagFiles "$1" "$folder/products" "$2" | cut -d ' ' -f 1; }
several=$(nproc)
cfitsio() { "$folder/cfitsio" <"$folder/list" | cut -d ' ' -f 1; }
command_lines() {
    local TIMEFORMAT=%3R
    { time "$here/vo4he" annotate --json-lines --workers "$1" <"$folder/requests" >"$folder/results"; } 2>&1
    if grep -vq '"outcome":"written"' "$folder/results"; then grep -v '"outcome":"written"' "$folder/results" | head -n 3 >&2; exit 1; fi
}

machine
echo "# $files files, page cache warm; seconds; one round first that does not count; load $(cut -d ' ' -f 1-3 /proc/loadavg)"
echo "side seconds"
for ((round = 0; round <= rounds; round++)); do
    {
        cut_back; echo "astropy-append $(python append)"
        echo "astropy-read $(python read)"
        if [ -x "$folder/cfitsio" ]; then cut_back; echo "cfitsio-append $(cfitsio)"; fi
        for threads in 1 "$several"; do
            cut_back; echo "library-write-$threads-threads $(library write "$threads")"
            echo "library-read-$threads-threads $(library read "$threads")"
            cut_back; echo "library-annotate-$threads-threads $(library annotate "$threads")"
        done
        cut_back; echo "command-1-worker $(command_lines 1)"
        cut_back; echo "command-$several-workers $(command_lines "$several")"
    } | if [ "$round" -gt 0 ]; then cat; else cat >/dev/null; fi
done | tee "$folder/rounds"
cut_back
awk -v n="$files" '{ t[$1] = t[$1] " " $2 } END { for (side in t) print side t[side] }' "$folder/rounds" |
    while read -r side times; do echo "$side $(tr ' ' '\n' <<<"$times" | median)"; done >"$folder/medians"
awk -v n="$files" '{ s[$1] = $2; order[NR] = $1 } END {
    for (i = 1; i <= NR; i++) {
        side = order[i]
        peer = side ~ /-read/ ? s["astropy-read"] : s["astropy-append"]
        line = sprintf("%-26s %8.3f s %8.0f files/s %7.1f x astropy", side, s[side], n / s[side], peer / s[side])
        if ("cfitsio-append" in s && side !~ /-read/) line = line sprintf(" %7.2f x CFITSIO", s["cfitsio-append"] / s[side])
        print line
    }
}' <(sort "$folder/medians")
log=$folder/start.log
echo "of the command JVM start (--version) $(for _ in 1 2 3 4 5; do seconds "$here/vo4he" --version; done | cut -d ' ' -f 1 | median) s"
