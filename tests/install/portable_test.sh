#!/bin/sh
# Unpacks a .tar.gz in an empty root and builds the sample dossier there, from another folder, as a user without rights. The portable
# package finds nothing of a system in it: no C library, no loader, no shell.
#
# usage: portable_test.sh BUILD SOURCE PACKAGE.tar.gz
. "$(dirname "$0")/clean_root.sh"
package=$3
mkdir "$root/opt"
tar -C "$root/opt" -xzf "$package"
folder=$(basename "$package" .tar.gz)
program=/opt/$folder/bin/dossier
! readelf -l "$root$program" | grep -q INTERP || fail "bin/dossier is not statically linked"
use "$root/opt/$folder/share/doc/dossier/examples/dossier.yaml"
# Without its libraries a helper says so.
mkdir -p "$work/bare/libexec/dossier"
cp "$root/opt/$folder/libexec/dossier/dossier-scan" "$work/bare/libexec/dossier"
status=0
said=$("$work/bare/libexec/dossier/dossier-scan" 2>&1) || status=$?
loader=$work/bare/libexec/dossier/../../lib/dossier/ld-linux-x86-64.so.2
[ "$status: $said" = "127: dossier-scan: cannot start $loader: No such file or directory" ] || fail "a bare helper says $status: $said"
# Everything that lies in it has its licence there.
[ -s "$root/opt/$folder/share/doc/dossier/licences/libc6" ] || fail "no licence of the C library"
[ -s "$root/opt/$folder/share/doc/dossier/licences/common-licenses/LGPL-2.1" ] || fail "no text of the LGPL"
echo "$self: $(find "$work/here/output" -type f | wc -l) files the same"
