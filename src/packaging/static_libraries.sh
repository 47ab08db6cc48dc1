#!/bin/sh
# Makes the static libraries that Debian does not ship, from Debian's sources of the versions that are installed: libharu, HarfBuzz,
# libqrencode and libzip. The headers are those of the -dev packages. lib/sources names for each the source package that it is from.
#
# usage: static_libraries.sh FOLDER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
recipe=$(cat "$0" "$here/debian_sources.sh" "$here/objects.sh" | cksum)
mkdir -p "$1"
cd "$1"

packages="libharu:libhpdf-dev harfbuzz:libharfbuzz-dev qrencode:libqrencode-dev libzip:libzip-dev"
tools="" ar=ar
# shellcheck source=src/packaging/objects.sh
. "$here/objects.sh"
! is_made || exit 0
rm -rf ./*
mkdir lib src
# shellcheck disable=SC2086 # words
"$here/debian_sources.sh" src $packages

objects hpdf "cc -O2" src/libharu-*/src/hpdf_*.c
# One file of HarfBuzz is all of it: no FreeType, GLib or Graphite, which dossier does not ask it for.
objects harfbuzz-subset "c++ -O2 -fno-exceptions -DHAVE_PTHREAD=1" src/harfbuzz-*/src/harfbuzz-subset.cc
rm -f src/qrencode-*/qrenc.c
objects qrencode "cc -O2 -DSTATIC_IN_RELEASE=static -DHAVE_LIBPTHREAD=1 -DVERSION='\"4\"' \
  -DMAJOR_VERSION=4 -DMINOR_VERSION=0 -DMICRO_VERSION=0" src/qrencode-*/*.c

# Deflate is all that zip files for dossier need.
quiet cmake -S src/libzip-* -B src/build-libzip -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF -DENABLE_COMMONCRYPTO=OFF \
  -DENABLE_GNUTLS=OFF -DENABLE_MBEDTLS=OFF -DENABLE_OPENSSL=OFF -DENABLE_BZIP2=OFF -DENABLE_LZMA=OFF -DENABLE_ZSTD=OFF -DBUILD_TOOLS=OFF \
  -DBUILD_REGRESS=OFF -DBUILD_EXAMPLES=OFF -DBUILD_DOC=OFF
quiet cmake --build src/build-libzip --parallel "$(nproc)"
cp src/build-libzip/lib/libzip.a lib

cat >lib/sources <<END
libhpdf.a libharu
libharfbuzz-subset.a harfbuzz
libqrencode.a qrencode
libzip.a libzip
END
done_making
