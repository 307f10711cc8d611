# SPDX-License-Identifier: Apache-2.0
# Sourced by the scripts beside it: builds, and says how to start the bench classes and how to time.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
export LC_ALL=C

# The first JDK of 25 or later in JAVA_HOME and the usual folders.
find_jdk() {
    local home version
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
        [ -x "$home/bin/javac" ] && [ -r "$home/release" ] || continue
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
        if [ "${version:-0}" -ge 25 ]; then echo "$home" && return; fi
    done
    echo "no JDK 25 or later found: set JAVA_HOME" >&2
    exit 1
}
JAVA_HOME=$(find_jdk)
export JAVA_HOME

# Builds the program and the bench classes.
build() {
    echo "building ..." >&2
    (cd "$here" && mvn -q -B -pl vo4he-bench -am -Dmaven.test.skip=true -Dspotless.check.skip=true package) </dev/null >&2
    "$here/vo4he" --version </dev/null >/dev/null
}

# Runs a bench class, with the options for the JVM in jvm_options: bench Class arguments ...
jvm_options=()
bench() {
    local class=$1
    shift
    "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED "${jvm_options[@]}" -cp "$here/vo4he-bench/target/classes:$here/vo4he-bench/target/lib/*" \
        "org.vo4he.bench.$class" "$@"
}

# Prints the seconds a command takes: wall time, then CPU time of all its threads. Its output goes to the file $log.
seconds() {
    local TIMEFORMAT='%3R %3U %3S'
    { time "$@" >>"$log" 2>&1 </dev/null; } 2>&1 | awk '{ printf "%.3f %.3f\n", $1, $2 + $3 }'
    [ "${PIPESTATUS[0]}" -eq 0 ] || { tail -n 20 "$log" >&2; return 1; }
}

# The median of the numbers on standard input, one on each line.
median() {
    sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

# Starts `vo4he serve FOLDER/products --state FOLDER/state` with further options, waits for `ready`; sets url and pid. The
# server ends with the script, or by `stop_server`.
start_server() {
    local line
    coproc server { exec "$here/vo4he" serve "$1/products" --state "$1/state" --port 0 --no-progress "${@:2}" 2>"$1/serve.log" </dev/null; }
    pid=$server_PID
    trap 'kill -TERM "$pid" 2>/dev/null || true' EXIT
    while read -r line <&"${server[0]}"; do
        case $line in ready\ *) line=${line#ready } && url=${line%% *} && return ;; esac
    done
    cat "$1/serve.log" >&2
    exit 1
}

stop_server() {
    kill -TERM "$pid"
    wait "$pid" || true
}

# One line that says where a figure comes from.
machine() {
    echo "# $(date -u +%Y-%m-%d), $(nproc) cores, $("$JAVA_HOME/bin/java" --version | head -n 1), vo4he at $(git -C "$here" rev-parse --short HEAD)"
}

# Event files of 1 MB in $1/products, $2 of them; made when there aren't.
event_files() {
    local folder=$1/products files=$2
    if [ "$(find "$folder" -name '*.fits' 2>/dev/null | wc -l)" != "$files" ]; then
        rm -rf "$folder"
        echo "making $files event files, $((files / 1000 + 1)) GB, in $folder ..." >&2
        bench EventFiles "$folder" "$files"
    fi
}

# A state of $2 synthetic rows of ivoa.obscore in $1/state, beside an empty $1/products; made when there is none.
synthetic_rows() {
    mkdir -p "$1/products"
    if [ "$(cat "$1/rows" 2>/dev/null)" != "$2" ]; then
        echo "loading $2 rows ..." >&2
        rm -rf "$1/state"
        bench SkyLoader "$1/state" "$2"
        echo "$2" >"$1/rows"
    fi
}
