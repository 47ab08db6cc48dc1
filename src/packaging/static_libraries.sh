#!/bin/sh
# Makes the static libraries that Debian does not ship, from Debian's sources of the versions that are installed: libharu, HarfBuzz,
# libqrencode and libzip. The headers are those of the -dev packages. lib/sources names for each the source package that it is from.
#
# usage: static_libraries.sh FOLDER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
recipe=$(cat "$0" "$here/debian_sources.sh" | cksum)
mkdir -p "$1"
cd "$1"

packages="libharu:libhpdf-dev harfbuzz:libharfbuzz-dev qrencode:libqrencode-dev libzip:libzip-dev"
# Changed versions, or a changed recipe, are made anew.
stamp=$recipe
for package in $packages; do stamp="$stamp ${package%%:*}=$(dpkg-query -W -f '${source:Version}' "${package#*:}")"; done
[ "$(cat made 2>/dev/null || true)" != "$stamp" ] || exit 0
rm -rf ./*
mkdir lib
# shellcheck disable=SC2086 # words
"$here/debian_sources.sh" . $packages

# objects NAME "COMPILER FLAGS" SOURCES...: lib/libNAME.a, with as many compilers at a time as there are processors.
objects() {
  name=$1 command=$2
  shift 2
  mkdir "obj-$name"
  printf '%s\n' "$@" | xargs -P "$(nproc)" -I{} sh -c "$command -c {} -o obj-$name/\$(basename {}).o"
  ar rcs "lib/lib$name.a" "obj-$name"/*.o
}

objects hpdf "cc -O2" libharu-*/src/hpdf_*.c
# One file of HarfBuzz is all of it: no FreeType, GLib or Graphite, which dossier does not ask it for.
objects harfbuzz-subset "c++ -O2 -fno-exceptions -DHAVE_PTHREAD=1" harfbuzz-*/src/harfbuzz-subset.cc
(cd qrencode-* && rm -f qrenc.c)
objects qrencode "cc -O2 -DSTATIC_IN_RELEASE=static -DHAVE_LIBPTHREAD=1 -DVERSION='\"4\"' \
  -DMAJOR_VERSION=4 -DMINOR_VERSION=0 -DMICRO_VERSION=0" qrencode-*/*.c

# Deflate is all that zip files for dossier need.
cmake -S libzip-* -B build-libzip -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF -DENABLE_COMMONCRYPTO=OFF \
  -DENABLE_GNUTLS=OFF -DENABLE_MBEDTLS=OFF -DENABLE_OPENSSL=OFF -DENABLE_BZIP2=OFF -DENABLE_LZMA=OFF -DENABLE_ZSTD=OFF -DBUILD_TOOLS=OFF \
  -DBUILD_REGRESS=OFF -DBUILD_EXAMPLES=OFF -DBUILD_DOC=OFF >libzip.log 2>&1 || { cat libzip.log >&2; exit 1; }
cmake --build build-libzip --parallel "$(nproc)" >>libzip.log 2>&1 || { cat libzip.log >&2; exit 1; }
cp build-libzip/lib/libzip.a lib

cat >lib/sources <<END
libhpdf.a libharu
libharfbuzz-subset.a harfbuzz
libqrencode.a qrencode
libzip.a libzip
END
rm -rf obj-* build-libzip
echo "$stamp" >made
