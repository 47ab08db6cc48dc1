#!/bin/sh
# What --version --json says of licences: every library that a program links is there, with the program; every licence has its text.
# usage: licences_test.sh BUILD
set -eu
build=$1
fail() { echo "licences_test: $*" >&2; exit 1; }

"$build/dossier" --version --json >about.json
# "SOURCE PROGRAM" for each library, as Debian names the source that its package is made from.
python3 -c '
import json
about = json.load(open("about.json"))
assert about["licence"] is None, "the owner has named no licence"
for part in about["embedded"] + about["libraries"]:
    if not part["origin"].startswith("Debian package "): continue
    for program in part["program"].split(", "): print(part["origin"].split()[2], program)' | while read -r package program; do
  [ -s "$build/share/licences/$package" ] || fail "no text for $package"
  echo "$(dpkg-query -W -f '${source:Package}' "$package") $program"
done >said

# known FILE PROGRAM: a library of a Debian package, of which "said" speaks.
known() {
  # Packages name the folders of before /lib became /usr/lib, or those of after.
  package=$(dpkg-query -S "$1" 2>/dev/null || dpkg-query -S "${1#/usr}" 2>/dev/null) || fail "$1 is of no package"
  source=$(dpkg-query -W -f '${source:Package}\n' "${package%%: *}" | head -1)
  case $source in glibc | gcc-*) return ;; esac # of the system, and of the compiler
  grep -qx "$source $2" said || fail "$2 links $1 (of $source), which is not in src/cmake/Components.cmake"
}

programs="dossier dossier-pdftext dossier-pdfform dossier-scan dossier-serve"
if ! readelf -l "$build/dossier" | grep -q INTERP; then
  programs=${programs#dossier }
  while read -r archive; do
    sources=$(dirname "$archive")/sources
    case $archive in
      /usr/*) known "$archive" dossier ;;
      *) source=$(sed -n "s/^$(basename "$archive") //p" "$sources")
         grep -qx "$source dossier" said || fail "dossier links $archive (of $source), which is not in src/cmake/Components.cmake" ;;
    esac
  done <"$build/share/dossier.archives"
fi
for program in $programs; do
  needed=$(readelf -d "$build/$program" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p')
  ldd "$build/$program" >"$program.ldd"
  [ -n "$needed" ] || fail "$program links nothing"
  for library in $needed; do
    path=$(sed -n "s|^\s*$library => \([^ ]*\) .*|\1|p" "$program.ldd")
    [ -n "$path" ] || continue # the loader
    known "$(realpath "$path")" "$program"
  done
done
