#!/bin/sh
# Puts the portable package together; see Portable.cmake for what is in it.
# usage: portable.sh BUILD VERSION DATE LAUNCHER     makes BUILD/package/dossier-VERSION-portable-x86_64.tar.gz
set -eu
build=$1 version=$2 date=$3 launcher=$4
name=dossier-$version-portable-x86_64
stage=$build/portable/$name
rm -rf "$stage"
cmake --install "$build" --prefix "$stage" --strip >/dev/null

lib=$stage/lib/dossier
licences=$stage/share/doc/dossier/licences
mkdir -p "$lib/gconv"
for program in dossier-pdftext dossier-pdfform dossier-scan dossier-serve; do
  mv "$stage/libexec/dossier/$program" "$lib/$program"
  strip -o "$stage/libexec/dossier/$program" "$launcher"
  ldd "$build/$program"
done | sed -n 's|^[^/]*\(/[^ ]*\) (0x.*|\1|p' | sort -u >"$build/portable/libraries"
# The conversions that Poppler asks for beyond those in the C library itself.
cp -L "$(dirname "$(grep '/libc\.so' "$build/portable/libraries")")/gconv/UTF-16.so" "$lib/gconv/"
for encoding in UTF-16 UTF-16LE UTF-16BE; do
  printf 'module %s// INTERNAL UTF-16 1\nmodule INTERNAL %s// UTF-16 1\n' $encoding $encoding
done >"$lib/gconv/gconv-modules"

while read -r library; do
  cp -L "$library" "$lib/"
  # Packages name the folders of before /lib became /usr/lib, or those of after.
  file=$(realpath "$library")
  package=$(dpkg-query -S "$file" 2>/dev/null || dpkg-query -S "${file#/usr}") ||
    { echo "portable.sh: $file is of no package" >&2; exit 1; }
  package=${package%%:*}
  cp -L "/usr/share/doc/$package/copyright" "$licences/$package"
done <"$build/portable/libraries"
# Debian's texts call these by name, and elsewhere they are not at hand.
mkdir "$licences/common-licenses"
cp -L /usr/share/common-licenses/* "$licences/common-licenses/"

mkdir -p "$build/package"
tar -C "$build/portable" --sort=name --owner=0 --group=0 --numeric-owner --mode=u+rw,go+r,go-w \
  --mtime="${SOURCE_DATE_EPOCH:+@}${SOURCE_DATE_EPOCH:-$date}" \
  -c "$name" | gzip -9n >"$build/package/$name.tar.gz.new"
mv "$build/package/$name.tar.gz.new" "$build/package/$name.tar.gz"
