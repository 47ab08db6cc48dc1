#!/bin/sh
# Makes the .deb, installs it in a root of its own and builds the sample dossier there, as a user without rights.
#
# The root holds what the package asks for and nothing else: the files of the packages in its Depends, of theirs and so on, as they are
# on this machine, where they are installed because we build with them. So it needs no network, dpkg judges the dependencies, and a
# library that the package forgets to name is missed.
#
# usage: deb_test.sh BUILD SOURCE
set -eu
build=$1 source=$2
fail() { echo "deb_test: $*" >&2; exit 1; }

if [ -z "${DOSSIER_IN_NAMESPACE:-}" ]; then
  me=--map-root-user
  [ "$(id -u)" != 0 ] || me=
  # shellcheck disable=SC2086 # empty for root
  unshare $me --mount true || fail "needs a mount namespace, which this machine refuses (unshare $me --mount)"
  # shellcheck disable=SC2086
  DOSSIER_IN_NAMESPACE=${me:-root} exec unshare $me --mount --propagation private "$0" "$@"
fi

work=$(mktemp -d)
trap 'umount -l "$work/root/proc" "$work/root/dev" 2>/dev/null || true; rm -rf "$work"' EXIT
root=$work/root

(cd "$work" && cpack -G DEB -B "$work/package" --config "$build/CPackConfig.cmake" >"$work/cpack.log" 2>&1) || { cat "$work/cpack.log" >&2; fail "cpack"; }
deb=$(echo "$work"/package/*.deb)

# ---- the root --------------------------------------------------------------------------------------------------------

# "libc6 (>= 2.36), libgcc-s1 | libgcc1" to names, of which the first of a choice.
names() { tr ',' '\n' | sed -E 's/[|(].*//; s/:any//; s/ //g; /^$/d'; }
todo=$(dpkg-deb -f "$deb" Depends | names)
[ -n "$todo" ] || fail "the package depends on nothing"
all=
while [ -n "$todo" ]; do
  next=
  for package in $todo; do
    case " $all " in *" $package "*) continue ;; esac
    all="$all $package"
    next="$next $(dpkg-query -W -f '${Pre-Depends},${Depends}' "$package" | names)" || fail "not installed here: $package"
  done
  todo=$(echo "$next" | tr -s ' \n' ' ' | sed 's/^ *$//')
done

mkdir -p "$root/usr/bin" "$root/usr/sbin" "$root/usr/lib" "$root/usr/lib64" "$root/var/lib/dpkg/info" "$root/proc" "$root/dev" "$root/home/iemand"
for folder in bin sbin lib lib64; do ln -s "usr/$folder" "$root/$folder"; done
for package in $all; do
  dpkg-query -L "$package" | sed -n 's|^/\(..*\)|\1|p' >"$work/paths"
  # A machine may leave documentation out of what it installs.
  while read -r path; do [ ! -e "/$path" ] && [ ! -L "/$path" ] || echo "$path"; done <"$work/paths" >"$work/there"
  tar -C / --no-recursion -c -T "$work/there" | tar -C "$root" --keep-directory-symlink -x
  dpkg-query -s "$package" >>"$root/var/lib/dpkg/status"
  echo >>"$root/var/lib/dpkg/status"
done
touch "$root/var/lib/dpkg/available"
mount --rbind /proc "$root/proc" && mount --rbind /dev "$root/dev" || fail "cannot mount /proc and /dev in the root"

# ---- installed -------------------------------------------------------------------------------------------------------

dpkg --root="$root" --log=/dev/null -i "$deb" >"$work/dpkg.log" 2>&1 || { cat "$work/dpkg.log" >&2; fail "dpkg -i"; }
for file in bin/dossier libexec/dossier/dossier-pdftext libexec/dossier/dossier-pdfform libexec/dossier/dossier-scan \
  share/man/man1/dossier.1 share/man/man5/dossier.yaml.5 share/bash-completion/completions/dossier \
  share/zsh/vendor-completions/_dossier share/fish/vendor_completions.d/dossier.fish share/dossier/templates/manifest.yaml \
  share/dossier/schema/kwalificatie.xsd share/dossier/schema/dossier.schema.json share/dossier/schema/resultaten.schema.json \
  share/doc/dossier/copyright share/doc/dossier/licences/fonts-open-sans share/doc/dossier/examples/dossier.yaml; do
  [ -s "$root/usr/$file" ] || fail "/usr/$file is not in the package"
done

# ---- used ------------------------------------------------------------------------------------------------------------

example=/usr/share/doc/dossier/examples/dossier.yaml
user="--setgid=65534 --setuid=65534"
# Without rights to give there is one user only.
[ "$DOSSIER_IN_NAMESPACE" = root ] || user=
chmod 777 "$root/home/iemand"
cp "$source/tests/browser/resultaten.png" "$root/home/iemand/plaatje.png"
# installed ARGUMENTS..., here ARGUMENTS...: the same command there and in the build tree; what they say must be the same.
installed() {
  # shellcheck disable=SC2086 # two words or none
  env -i unshare --root="$root" --wd=/home/iemand $user /usr/bin/dossier "$@" >"$work/out" 2>"$work/err" </dev/null
}
here() { (cd "$work/here" && env -i "$build/dossier" "$@" >"$work/out.here" 2>"$work/err.here" </dev/null); }
mkdir "$work/here"
cp "$root/home/iemand/plaatje.png" "$work/here"
mkdir -p "$work/here/ex" && cp "$root$example" "$work/here/ex"
same() {
  wanted=$1
  shift
  status=0
  installed "$@" || status=$?
  [ "$status" = "$wanted" ] || { cat "$work/out" "$work/err" >&2; fail "dossier $*: status $status, expected $wanted"; }
  here "$@" || true
  diff "$work/out.here" "$work/out" >&2 && diff "$work/err.here" "$work/err" >&2 || fail "dossier $* says something else than the build tree"
}

cp "$root$example" "$root/home/iemand/dossier.yaml"
cp "$root$example" "$work/here/dossier.yaml"
same 0 --version
same 0 check
same 0 build
diff -r "$work/here/output" "$root/home/iemand/output" >&2 || fail "the installed program makes other files than the build tree"
[ "$(find "$root/home/iemand/output" -name '*.pdf' | wc -l)" -gt 100 ] || fail "the sample has hardly any forms"
# The three helpers: a form, a PDF that is no dossier, a picture. Status 3 would say that one is not found.
form=$(cd "$work/here" && find output -name 'beoordelingsformulier-*.pdf' | sort | head -1)
same 1 collect "$form" -o uit.json
same 1 import "$form"
same 1 collect plaatje.png -o plaatje.json

# ---- gone ------------------------------------------------------------------------------------------------------------

dpkg --root="$root" --log=/dev/null -r dossier >"$work/dpkg.log" 2>&1 || { cat "$work/dpkg.log" >&2; fail "dpkg -r"; }
left=$(find "$root/usr" -name '*dossier*')
[ -z "$left" ] || fail "removing the package leaves $left"
echo "deb_test: $(echo "$all" | wc -w) packages, $(find "$work/here/output" -type f | wc -l) files the same"
