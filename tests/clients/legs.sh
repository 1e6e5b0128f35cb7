# What the scripts that run clients share; sourced. It goes to the root of the repository, and sets
#   target   where everything is built, as cargo does
#   built    the folder of this script's own programs
# A script says a line for each leg and closes with `ends`: exit status 1 on a failure.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
target=${CARGO_TARGET_DIR:-$root/target}
case $target in /*) ;; *) target=$root/$target ;; esac
export CARGO_TARGET_DIR=$target
built=$target/clients/$(basename "$(cd "$(dirname "$0")" && pwd)")
mkdir -p "$built"
cd "$root" || exit

passed=0 failed=0 skipped=0

# leg NAME COMMAND…: the command's output is shown only when it fails.
leg() {
    local name=$1 log=$built/log
    shift
    if "$@" >"$log" 2>&1; then
        echo "ok   $name"
        passed=$((passed + 1))
    else
        echo "FAIL $name"
        sed 's/^/     /' "$log"
        failed=$((failed + 1))
        return 1
    fi
}

skip() {
    echo "skip $1 (install $2)"
    skipped=$((skipped + 1))
}

ends() {
    echo "$passed passed, $failed failed, $skipped skipped"
    exit $((failed > 0))
}

has() { command -v "$1" >/dev/null; }

# refuses COMMAND…: the command ends with another status than 0.
refuses() { ! "$@"; }
