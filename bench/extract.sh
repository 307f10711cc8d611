#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Spectrum, light curve and image of the events in a circle and an energy range, in one pass over an event list: the library, the
# whole command, and astropy with numpy in turn; how fast the machine reads the same file from its cache; the memory of the command
# for two sizes; and a light curve of gamma rays against gammapy, where it is installed. The files are made in FOLDER, which is
# removed at the end.
# usage: bench/extract.sh [MEGABYTES=1000] [ROUNDS=5] [FOLDER=a new one]
. "$(dirname "$0")/common.sh"
megabytes=${1:-1000} rounds=${2:-5} folder=${3:-}
if [ -z "$folder" ]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
fi
mkdir -p "$folder"
build
log=$folder/log
python=/usr/bin/python3
jvm_options=(-XX:+UseSerialGC)
file=$folder/$megabytes.fits small=$folder/100.fits sky=$folder/sky.fits
circle=(25921 25921 1200) energy=(500 7000)

# From lines of milliseconds and counts: the counts must be those of $1, made by the first who asks.
checked() {
    local counts
    tee "$folder/rounds" | cut -d ' ' -f 1
    counts=$(cut -d ' ' -f 2- "$folder/rounds" | sort -u)
    [ -e "$1" ] || echo "$counts" >"$1"
    [ "$(cat "$1")" = "$counts" ] || { echo "counted '$counts', and before '$(cat "$1")'" >&2; return 1; }
}

peer() { $python "$here/bench/peers/extract.py" "$@"; }

# The whole command on $1, into a folder that was not there.
command() {
    rm -rf "$folder/out" && mkdir "$folder/out"
    "$here/vo4he" extract "$1" --region "physical; circle(25921,25921,1200)" --energy pi:500-7000 --json \
        --spectrum "$folder/out/s.pha" --lightcurve "$folder/out/l.fits" --image "$folder/out/i.fits"
}

# The highest resident memory of the command on $1, MB.
memory() {
    $python -c 'import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)' \
        "$here/vo4he" extract "$1" --region "physical; circle(25921,25921,1200)" --energy pi:500-7000 --overwrite \
        --spectrum "$folder/s.pha" --lightcurve "$folder/l.fits" --image "$folder/i.fits"
}

rate() { awk -v ms="$1" -v file="$file" -v bytes="$(stat -c %s "$file")" 'BEGIN { printf "%.0f", bytes / 1000 / ms }'; }

rm -f "$folder"/{dd,first,numpy,cold,warm,script,command,counts}
bench EventExtraction make "$file" "$megabytes" pixels
cat "$file" >/dev/null
machine
echo "# $megabytes MB, medians of $rounds rounds in turn, the page cache warm; load $(cut -d ' ' -f 1-3 /proc/loadavg)"
for ((round = 0; round < rounds; round++)); do
    dd if="$file" of=/dev/null bs=1M 2>&1 | tail -n 1 | sed 's/.*copied, \([0-9.e+-]*\) s,.*/\1/' | awk '{ print 1000 * $1 }' >>"$folder/dd"
    # The first pass of a process also compiles the loop, or maps the file; the median of the last ten is that of a server.
    bench EventExtraction extract "$file" "physical; circle(25921,25921,1200)" pi:500-7000 20 | checked "$folder/counts" >"$folder/passes"
    head -n 1 "$folder/passes" >>"$folder/cold"
    tail -n 10 "$folder/passes" | median >>"$folder/warm"
    peer numpy "$file" 4 "${circle[@]}" "${energy[@]}" | checked "$folder/counts" >"$folder/passes"
    head -n 1 "$folder/passes" >>"$folder/first"
    tail -n 1 "$folder/passes" >>"$folder/numpy"
    seconds command "$file" | awk '{ print 1000 * $1 }' >>"$folder/command"
    seconds peer numpy "$file" 1 "${circle[@]}" "${energy[@]}" | awk '{ print 1000 * $1 }' >>"$folder/script"
done
for side in dd first numpy cold warm script command; do
    declare "$side=$(median <"$folder/$side")"
done
# numpy and the library: first and cold are first passes, numpy and warm later ones; script and command are whole processes.
echo "side ms MB/s ratio-to-numpy"
for side in dd first numpy cold warm script command; do
    of=$numpy
    case $side in script | command) of=$script ;; cold) of=$first ;; esac
    echo "$side ${!side} $(rate "${!side}") $(awk -v a="$of" -v b="${!side}" 'BEGIN { printf "%.1f", a / b }')"
done
awk -v dd="$dd" -v warm="$warm" 'BEGIN { printf "# a warm pass reads at %.2f of the speed of dd\n", dd / warm }'

[ "$megabytes" = 100 ] || bench EventExtraction make "$small" 100 pixels
echo "# highest memory of the command: 100 MB $(memory "$small") MB, $megabytes MB $(memory "$file") MB"

if $python -c 'import gammapy.data, regions' 2>/dev/null; then
    bench EventExtraction make "$sky" "$megabytes" sky
    # gammapy tests circles on a plane of pixels: a few events at the edge are others.
    peer gammapy "$sky" 3 83.63 22.01 0.3 0.2 1 | tail -n 1 >"$folder/gammapy"
    bench EventExtraction extract "$sky" "icrs; circle(83.63,22.01,0.3)" 0.2-1TeV 8 | tail -n 1 >"$folder/sky"
    echo "# light curve of a list of gamma rays of $megabytes MB, ms and events: gammapy $(cut -d ' ' -f 1,2 "$folder/gammapy"), library $(cut -d ' ' -f 1,2 "$folder/sky")"
else
    echo "# gammapy is not installed: nothing to compare a list of gamma rays with"
fi
