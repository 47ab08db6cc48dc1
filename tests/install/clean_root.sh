# For tests that use dossier in a root of its own, in which nothing of this machine is but /proc and /dev; sourced.
# Sets $build, $source, $work and $root, which holds no more than an empty home.
set -eu
build=$1 source=$2
self=$(basename "$0")
fail() { echo "$self: $*" >&2; exit 1; }

# A mount namespace, in which /proc and /dev go into the root and are gone with the test; who is not root becomes it there.
if [ -z "${DOSSIER_IN_NAMESPACE:-}" ]; then
  me=--map-root-user
  [ "$(id -u)" != 0 ] || me=
  # shellcheck disable=SC2086 # empty for root
  unshare $me --mount true || fail "needs a mount namespace, which this machine refuses (unshare $me --mount)"
  # shellcheck disable=SC2086
  DOSSIER_IN_NAMESPACE=${me:-root} exec unshare $me --mount --propagation private "$0" "$@"
fi

work=$(mktemp -d)
root=$work/root
trap 'umount -l "$root/proc" "$root/dev" 2>/dev/null || true; rm -rf "$work"' EXIT
mkdir -p "$root/proc" "$root/dev" "$root/home/iemand" "$work/here"
chmod 755 "$work" "$root"
chmod 777 "$root/home/iemand"
mount --rbind /proc "$root/proc" && mount --rbind /dev "$root/dev" || fail "cannot mount /proc and /dev in the root"

# Without rights to give there is one user only.
user="--setgid=65534 --setuid=65534"
[ "$DOSSIER_IN_NAMESPACE" = root ] || user=

# same STATUS ARGUMENTS...: `$program ARGUMENTS` in the root, as nobody, in a folder of its own, ends with STATUS, and says what the
# program of the build tree says.
same() {
  wanted=$1
  shift
  status=0
  # shellcheck disable=SC2086 # two words or none
  env -i unshare --root="$root" --wd=/home/iemand $user "$program" "$@" >"$work/out" 2>"$work/err" </dev/null || status=$?
  [ "$status" = "$wanted" ] || { cat "$work/out" "$work/err" >&2; fail "dossier $*: status $status, expected $wanted"; }
  (cd "$work/here" && env -i "$build/dossier" "$@" >"$work/out.here" 2>"$work/err.here" </dev/null) || true
  diff "$work/out.here" "$work/out" >&2 && diff "$work/err.here" "$work/err" >&2 ||
    fail "dossier $* says something else than the build tree"
}

# use EXAMPLE: what a user does with $program: builds the sample, which gives the bytes that the build tree gives, and has each of the
# three helpers read something: a form, a PDF that is no dossier, a picture. Status 3 would say that one is not found.
use() {
  for home in "$root/home/iemand" "$work/here"; do
    cp "$1" "$home/dossier.yaml"
    cp "$source/tests/browser/resultaten.png" "$home/plaatje.png"
  done
  same 0 --version
  same 0 check
  same 0 build
  diff -r -x '.dossier-*' "$work/here/output" "$root/home/iemand/output" >&2 || fail "the installed program makes other files than the build tree"
  [ "$(find "$root/home/iemand/output" -name '*.pdf' | wc -l)" -gt 100 ] || fail "the sample has hardly any forms"
  form=$(cd "$work/here" && find output -name 'beoordelingsformulier-*.pdf' | sort | head -1)
  same 1 collect "$form" -o uit.json
  diff "$work/here/uit.json" "$root/home/iemand/uit.json" >&2 || fail "the installed program reads another form"
  same 1 import "$form"
  same 1 collect plaatje.png -o plaatje.json
}
