#!/bin/sh
# Compiles the libraries of the page to WebAssembly, from Debian's sources of the versions that the native program uses: FOLDER/include and
# FOLDER/lib. The headers that are for every machine alike are those of the -dev packages.
#
# usage: wasm_libraries.sh FOLDER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
recipe=$(cat "$0" "$here/debian_sources.sh" "$here/objects.sh" "$here/emscripten.sh" "$here/wasm_readers.sh" | cksum)
mkdir -p "$1"
cd "$1"

packages="libharu:libhpdf-dev yaml-cpp:libyaml-cpp-dev pugixml:libpugixml-dev harfbuzz:libharfbuzz-dev libdeflate:libdeflate-dev
  hyphen:libhyphen-dev qrencode:libqrencode-dev libpng1.6:libpng-dev zlib:zlib1g-dev utf8proc:libutf8proc-dev nettle:nettle-dev
  libzip:libzip-dev libjpeg-turbo:libjpeg62-turbo-dev qpdf:libqpdf-dev openssl:libssl-dev poppler:libpoppler-cpp-dev
  freetype:libfreetype6 openjpeg2:libopenjp2-7 leptonlib:libleptonica-dev tiff:libtiff6"
tools=emscripten:emscripten ar=emar
# shellcheck source=src/packaging/objects.sh
. "$here/objects.sh"
! is_made || exit 0
rm -rf include lib src made
mkdir -p include lib src
# shellcheck source=src/packaging/emscripten.sh
. "$here/emscripten.sh"
# shellcheck disable=SC2086 # words
"$here/debian_sources.sh" src $packages

cp src/zlib-*/zlib.h src/zlib-*/zconf.h include
objects z "$wasm_cc -O2 -DHAVE_UNISTD_H" src/zlib-*/*.c
cp src/libpng-*/png.h src/libpng-*/pngconf.h include
cp src/libpng-*/scripts/pnglibconf.h.prebuilt include/pnglibconf.h
objects png "$wasm_cc -O2 -Iinclude" $(ls src/libpng-*/png*.c | grep -v pngtest)
cp src/libdeflate-*/libdeflate.h include
objects deflate "$wasm_cc -O2 -Iinclude" src/libdeflate-*/lib/*.c
cp src/hyphen-*/hyphen.h include
objects hyphen "$wasm_cc -O2" src/hyphen-*/hyphen.c src/hyphen-*/hnjalloc.c
cp src/utf8proc-*/utf8proc.h include
objects utf8proc "$wasm_cc -O2 -DUTF8PROC_STATIC" src/utf8proc-*/utf8proc.c
cp src/pugixml-*/src/*.hpp include
objects pugixml "$wasm_cxx -O2" src/pugixml-*/src/pugixml.cpp
cp -r src/yaml-cpp-*/include/yaml-cpp include
objects yaml-cpp "$wasm_cxx -O2 -std=c++17 -Iinclude" src/yaml-cpp-*/src/*.cpp
# One file is all of it; the library that it rests on elsewhere is empty here.
mkdir include/harfbuzz
emar rcs lib/libharfbuzz.a
cp src/harfbuzz-*/src/hb*.h include/harfbuzz
objects harfbuzz-subset "$wasm_cxx -O2 -DHB_NO_MT" src/harfbuzz-*/src/harfbuzz-subset.cc
cp src/qrencode-*/qrencode.h include
rm -f src/qrencode-*/qrenc.c
objects qrencode "$wasm_cc -O2 -DSTATIC_IN_RELEASE=static -DVERSION='\"4\"' -DMAJOR_VERSION=4 -DMINOR_VERSION=0 -DMICRO_VERSION=0" src/qrencode-*/*.c
# With zlib, without PNG: what a configure script would find.
echo '#define LIBHPDF_HAVE_ZLIB' >src/hpdf_config.h
cp src/libharu-*/include/*.h src/hpdf_config.h include
objects hpdf "$wasm_cc -O2 -Iinclude" src/libharu-*/src/hpdf_*.c
# Hashes and base 16 and 64 are all that is asked of nettle.
cp -r /usr/include/nettle include
: >src/config.h
objects nettle "$wasm_cc -O2 -Isrc -Iinclude" $(for name in sha256 sha256-compress write-be32 base16-encode base64-encode; do
  ls src/nettle-*/$name.c; done)

# What its configure step finds, of which much is asked by linking: no encryption, deflate alone.
cp src/libzip-*/lib/zip.h include
cp /usr/include/zipconf.h include
cat >src/config.h <<'ZIP'
#define HAVE_FILENO
#define HAVE_FSEEKO
#define HAVE_FTELLO
#define HAVE_LOCALTIME_R
#define HAVE_RANDOM
#define HAVE_SNPRINTF
#define HAVE_STRCASECMP
#define HAVE_STRDUP
#define HAVE_STRINGS_H
#define HAVE_UNISTD_H
#define HAVE_DIRENT_H
#define SIZEOF_OFF_T 8
#define SIZEOF_SIZE_T 4
#define PACKAGE "libzip"
#define VERSION "1.7.3"
ZIP
zip=$(echo src/libzip-*)
sed -n '/^# create zip_err_str/,/^file(WRITE/p' "$zip/lib/CMakeLists.txt" >src/messages.cmake
(cd src && cmake "-DPROJECT_SOURCE_DIR=$PWD/../$zip" -P messages.cmake)
objects zip "$wasm_cc -O2 -Isrc -Iinclude -I$zip/lib" \
  $(ls "$zip"/lib/zip*.c src/zip_err_str.c | grep -v 'bzip2\|_xz\|zstd\|crypto\|win32\|winzip\|uwp\|_hard_')

# shellcheck source=src/packaging/wasm_readers.sh
. "$here/wasm_readers.sh"

# Headers alone, that are for every machine alike.
cp -r /usr/include/nlohmann /usr/include/kainjow include

# config NAME VERSION TARGET FILE: what find_package(NAME) finds; without FILE the library is its headers.
config() {
  mkdir -p "lib/cmake/$1"
  {
    echo "get_filename_component(root \"\${CMAKE_CURRENT_LIST_DIR}/../../..\" ABSOLUTE)"
    echo "if(NOT TARGET $3)"
    if [ -n "${4-}" ]; then
      echo "  add_library($3 STATIC IMPORTED)"
      echo "  set_target_properties($3 PROPERTIES IMPORTED_LOCATION \"\${root}/lib/$4\" INTERFACE_INCLUDE_DIRECTORIES \"\${root}/include\")"
    else
      echo "  add_library($3 INTERFACE IMPORTED)"
      echo "  set_target_properties($3 PROPERTIES INTERFACE_INCLUDE_DIRECTORIES \"\${root}/include\")"
    fi
    [ "$1" != qpdf ] || echo "  target_link_libraries($3 INTERFACE \"\${root}/lib/libqpdf-sums.a\" \"\${root}/lib/libjpeg.a\" \"\${root}/lib/libz.a\")"
    echo "endif()"
  } >"lib/cmake/$1/$1-config.cmake"
  {
    echo "set(PACKAGE_VERSION $2)"
    echo 'if(NOT PACKAGE_VERSION VERSION_LESS PACKAGE_FIND_VERSION)'
    echo '  set(PACKAGE_VERSION_COMPATIBLE TRUE)'
    echo 'endif()'
  } >"lib/cmake/$1/$1-config-version.cmake"
}
version_of() { dpkg-query -W -f '${Version}' "$1" | sed 's/^[0-9]*://; s/[-+].*//'; }
config yaml-cpp "$(version_of libyaml-cpp-dev)" yaml-cpp libyaml-cpp.a
config pugixml "$(version_of libpugixml-dev)" pugixml::pugixml libpugixml.a
config nlohmann_json "$(version_of nlohmann-json3-dev)" nlohmann_json::nlohmann_json
config qpdf "$(version_of libqpdf-dev)" qpdf::libqpdf libqpdf.a

done_making
