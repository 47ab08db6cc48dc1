#!/bin/sh
# Makes the page that holds the whole program, BUILD/dossier-app.html: compiles the program to WebAssembly and packs it with src/app/page.
#
# usage: app.sh BUILD     in the folder of the repository; BUILD has the native build, whose prepared files are taken over
set -eu
build=$1
src/packaging/wasm_libraries.sh "$build/wasm"
here=$PWD
cd "$build/wasm"
root=$PWD
# shellcheck source=src/packaging/emscripten.sh
. "$here/src/packaging/emscripten.sh"
cd "$here"

# Only linking is for em++. Of the machine nothing is seen but what is for every machine: fonts, and patterns for hyphenation.
compile="$wasm_cxx <DEFINES> <INCLUDES> <FLAGS> -MD -MT <DEP_TARGET> -MF <DEP_FILE> -o <OBJECT> -c <SOURCE>"
mkdir -p "$build/app"
emcmake cmake -S . -B "$build/app" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE="-O2 -DNDEBUG" \
  -DCMAKE_CXX_COMPILE_OBJECT="$compile" -DCMAKE_EXE_LINKER_FLAGS="-fwasm-exceptions -sSUPPORT_LONGJMP=wasm" \
  -DDOSSIER_NATIVE_DIR="$root/.." -DDOSSIER_WERROR="${DOSSIER_WERROR:-OFF}" -DCMAKE_FIND_ROOT_PATH="$root" -DCMAKE_PREFIX_PATH=/ \
  -DCMAKE_FIND_ROOT_PATH_MODE_PACKAGE=ONLY -DCMAKE_FIND_ROOT_PATH_MODE_INCLUDE=ONLY -DCMAKE_FIND_ROOT_PATH_MODE_LIBRARY=ONLY \
  -Wno-dev >"$build/app/configure.log" 2>&1 || { cat "$build/app/configure.log" >&2; exit 1; }
cmake --build "$build/app"

page=src/app/page
[ "$page/node_modules/.package-lock.json" -nt "$page/package-lock.json" ] ||
  npm ci --prefix "$page" --ignore-scripts --omit=optional --no-audit --no-fund --loglevel=error
"$build/dossier" --version --json >"$build/app/about.json"
node "$page/pack.mjs" "$build/app/src/app/app.js" "$build/app/src/app/app.wasm" "$build/app/about.json" "$build/dossier-app.html"
