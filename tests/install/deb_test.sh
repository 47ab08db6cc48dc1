#!/bin/sh
# Makes the .deb, installs it in a root of its own and builds the sample dossier there, as a user without rights. The .tar.gz with the same
# files goes into another folder there.
#
# The root holds what the package asks for and nothing else: the files of the packages in its Depends, of theirs and so on, as they are
# on this machine, where they are installed because we build with them. So it needs no network, dpkg judges the dependencies, and a
# library that the package forgets to name is missed.
#
# usage: deb_test.sh BUILD SOURCE
. "$(dirname "$0")/clean_root.sh"

cpack -G "DEB;TGZ" -B "$work/package" --config "$build/CPackConfig.cmake" >"$work/cpack.log" 2>&1 || { cat "$work/cpack.log" >&2; fail "cpack"; }
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
    depends=$(dpkg-query -W -f '${Pre-Depends},${Depends}' "$package") || fail "not installed here: $package"
    next="$next $(echo "$depends" | names)"
  done
  todo=$(echo "$next" | tr -s ' \n' ' ' | sed 's/^ *$//')
done

mkdir -p "$root/usr/bin" "$root/usr/sbin" "$root/usr/lib" "$root/usr/lib64" "$root/var/lib/dpkg/info"
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

# ---- installed -------------------------------------------------------------------------------------------------------

dpkg --root="$root" --log=/dev/null -i "$deb" >"$work/dpkg.log" 2>&1 || { cat "$work/dpkg.log" >&2; fail "dpkg -i"; }
for file in bin/dossier libexec/dossier/dossier-pdftext libexec/dossier/dossier-pdfform libexec/dossier/dossier-scan libexec/dossier/dossier-serve \
  share/man/man1/dossier.1 share/man/man5/dossier.yaml.5 share/bash-completion/completions/dossier \
  share/zsh/vendor-completions/_dossier share/fish/vendor_completions.d/dossier.fish share/dossier/templates/manifest.yaml \
  share/dossier/schema/kwalificatie.xsd share/dossier/schema/dossier.schema.json share/dossier/schema/resultaten.schema.json \
  share/doc/dossier/copyright share/doc/dossier/licences/fonts-open-sans share/doc/dossier/examples/dossier.yaml; do
  [ -s "$root/usr/$file" ] || fail "/usr/$file is not in the package"
done

program=/usr/bin/dossier
use "$root/usr/share/doc/dossier/examples/dossier.yaml"

# ---- the .tar.gz, in another folder ----------------------------------------------------------------------------------

mkdir "$root/opt"
tar -C "$root/opt" -xzf "$work"/package/*.tar.gz
program=/opt/$(ls "$root/opt")/bin/dossier
same 0 --version
same 1 import "$form"

# ---- gone ------------------------------------------------------------------------------------------------------------

dpkg --root="$root" --log=/dev/null -r dossier >"$work/dpkg.log" 2>&1 || { cat "$work/dpkg.log" >&2; fail "dpkg -r"; }
left=$(find "$root/usr" -name '*dossier*')
[ -z "$left" ] || fail "removing the package leaves $left"
echo "$self: $(echo "$all" | wc -w) packages, $(find "$work/here/output" -type f | wc -l) files the same"
