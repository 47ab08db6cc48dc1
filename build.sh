#!/bin/sh
# ./build.sh        installs what is missing, compiles, and makes output/ from dossier.yaml
# ./build.sh test   the same set-up, and every test
# ./build.sh app       the same set-up, and the page that holds the whole program: build/dossier-app.html
# ./build.sh package   makes the packages for users, in build/package
#
# Works on a Debian 12 with nothing but a shell. Packages come from Debian only, and from npm for the browser tests.
# DOSSIER_WERROR=ON makes warnings errors, as CI does: another compiler may warn of what this one does not. DOSSIER_COMMIT names the
# commit for --version where the sources are in no clone.
set -eu
cd "$(dirname "$0")"

# The Debian packages, listed here and nowhere else.
packages_build="g++ cmake ninja-build
  libyaml-cpp-dev libkainjow-mustache-dev libpugixml-dev libhpdf-dev doctest-dev
  libcli11-dev nlohmann-json3-dev libdeflate-dev libharfbuzz-dev libqrencode-dev
  libpng-dev libhyphen-dev libpoppler-cpp-dev libutf8proc-dev libseccomp-dev libqpdf-dev libssl-dev
  libzip-dev nettle-dev libleptonica-dev libzxing-dev libcpp-httplib-dev hyphen-nl fonts-open-sans fonts-dejavu-core"
packages_package="dpkg-dev file"
packages_app="emscripten esbuild make perl"
packages_test="pkgconf libxml2-utils qpdf poppler-utils pdftk-java libnss3-tools gir1.2-poppler-0.18 python3-gi zbar-tools
  python3-jsonschema chromium firefox-esr fonts-liberation openjdk-17-jre-headless groff-base mandoc zsh fish $packages_package $packages_app"
# A machine may have Node.js from elsewhere, with which Debian's npm would conflict.
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  packages_app="$packages_app nodejs npm"
  packages_test="$packages_test nodejs npm"
fi

want=${1:-build}
case $want in
  build) packages=$packages_build ;;
  test) packages="$packages_build $packages_test" ;;
  app) packages="$packages_build $packages_app" ;;
  package) packages="$packages_build $packages_package" ;;
  *) echo "usage: ./build.sh [test|app|package]" >&2; exit 2 ;;
esac

missing=
for package in $packages; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing="$missing $package"
done
if [ -n "$missing" ]; then
  echo "installing:$missing"
  sudo=
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "build.sh: not root and no sudo; install as root:$missing" >&2; exit 3; }
    sudo=sudo
  fi
  $sudo apt-get update -q
  # shellcheck disable=SC2086 # a list of words
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
fi

# Objects are kept by content, where ccache is at hand; in another clone of the same sources they are the same.
if command -v ccache >/dev/null; then
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_BASEDIR="$PWD"
fi

tests=OFF
[ "$want" != test ] || tests=ON  # of the page too
# dossier is linked statically, also with libraries of which Debian has the source only.
static=
if [ "$(uname -m)" = x86_64 ]; then
  if src/packaging/static_libraries.sh build/static; then
    static=$PWD/build/static
  elif [ "$want" = build ]; then
    echo "build.sh: without those sources dossier is linked with shared libraries; it makes the same documents, and starts slower" >&2
  else
    exit 1
  fi
fi
mkdir -p build
cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DDOSSIER_TESTS=$tests -DDOSSIER_APP=$tests -DDOSSIER_WERROR="${DOSSIER_WERROR:-OFF}" \
  -DDOSSIER_EXTERNAL_DIR="${DOSSIER_EXTERNAL_DIR:-}" -DDOSSIER_STATIC_DIR="$static" \
  -DDOSSIER_COMMIT="${DOSSIER_COMMIT:-}" >build/configure.log 2>&1 || { cat build/configure.log >&2; exit 1; }
cmake --build build
case $want in test | app) src/packaging/app.sh build ;; esac

if [ "$want" = test ]; then
  # For the tests in a real browser. No install scripts: they would download programs.
  [ tests/browser/node_modules/.package-lock.json -nt tests/browser/package-lock.json ] ||
    npm ci --prefix tests/browser --ignore-scripts --omit=optional --no-audit --no-fund --loglevel=error
  ctest --test-dir build --output-on-failure --no-tests=error -j "$(nproc)"
elif [ "$want" = package ]; then
  (cd build && cpack -B package)
elif [ "$want" = build ]; then
  build/dossier build
fi
