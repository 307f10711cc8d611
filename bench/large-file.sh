#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# VO-TAGS appended to event lists of 1, 100 and 1,000 MB, in place: astropy, the library and the command. The files are made in
# FOLDER, which is removed at the end.
# usage: bench/large-file.sh [ROUNDS=21] [FOLDER=a new one]
. "$(dirname "$0")/common.sh"
rounds=${1:-21} folder=${2:-}
if [ -z "$folder" ]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
fi
mkdir -p "$folder"
build
log=$folder/log

# From lines of milliseconds and bytes: the median of both.
medians() { tee "$folder/times" | cut -d ' ' -f 1 | median | tr '\n' ' ' && cut -d ' ' -f 2 "$folder/times" | median; }

# The whole command, which also infers the row; its bytes are those by which the file grew.
command_again() {
    local size
    size=$(stat -c %s "$1")
    for ((round = 0; round < 5; round++)); do
        { seconds "$here/vo4he" annotate --in-place "$1"; stat -c %s "$1"; } | tr '\n' ' ' |
            awk -v size="$size" '{ printf "%.3f %d\n", 1000 * $1, $3 - size }'
        truncate -s "$size" "$1"
    done
}

machine
echo "# medians of $rounds, of the command of 5; page cache warm; load $(cut -d ' ' -f 1-3 /proc/loadavg)"
echo "MB astropy-ms astropy-bytes library-ms library-bytes ratio command-ms command-bytes"
for megabytes in 1 100 1000; do
    file=$folder/$megabytes.fits
    bench LargeFile make "$file" "$megabytes"
    astropy=$(/usr/bin/python3 "$here/bench/peers/annotate.py" again "$file" "$rounds" | medians)
    library=$(bench LargeFile append "$file" "$rounds" | medians)
    command=$(command_again "$file" | medians)
    awk -v mb="$megabytes" -v a="$astropy" -v l="$library" -v c="$command" \
        'BEGIN { split(a, x); split(l, y); printf "%s %s %s %.1f %s\n", mb, a, l, x[1] / y[1], c }'
    rm "$file"
done
