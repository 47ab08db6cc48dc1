#!/bin/sh
# Fetches the upstream sources of Debian packages, of the versions that are installed, and unpacks them. What was fetched once is kept in a
# cache folder, and taken from there when its hash is the one that Debian's signed list gave.
#
# usage: debian_sources.sh FOLDER SOURCE:BINARY...
# The source package SOURCE, of the version of the installed package BINARY, is unpacked in FOLDER.
set -eu
folder=$1
shift
cache=${DOSSIER_CACHE:-${XDG_CACHE_HOME:-${HOME:-$PWD}/.cache}/dossier}/sources
mkdir -p "$folder" "$cache"
cd "$folder"

wanted=
lacking=
for package in "$@"; do
  one=${package%%:*}=$(dpkg-query -W -f '${source:Version}' "${package#*:}")
  wanted="$wanted $one"
  # A list names the archives of one version, with their hashes.
  [ -s "$cache/$one" ] && (cd "$cache" && sha256sum --status -c "$one" 2>/dev/null) || lacking="$lacking $one"
done

if [ -n "$lacking" ]; then
  # Machines list binary packages only. Lists of our own leave theirs as they are; deb-src is as much Debian's, and signed by it.
  mkdir -p parts lists/partial
  for list in /etc/apt/sources.list.d/*.sources; do
    ! grep -q debian-archive-keyring "$list" || sed 's/^Types:.*/Types: deb-src/' "$list" >"parts/$(basename "$list")"
  done
  sed -n 's/^deb \(.* bookworm.*\)/deb-src \1/p' /etc/apt/sources.list 2>/dev/null >parts/old.list || true
  apt="-q -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts=$PWD/parts -o Dir::State::Lists=$PWD/lists -o APT::Sandbox::User=root"
  # shellcheck disable=SC2086 # words
  apt-get $apt update >apt.log 2>&1 || { cat apt.log >&2; exit 1; }
  for one in $lacking; do
    # An archive is of upstream's version: where Debian has only a later revision than the one that is installed, that has the same.
    name=${one%%=*} version=${one#*=}
    # shellcheck disable=SC2086
    offered=$(apt-cache $apt showsrc "$name" 2>/dev/null | sed -n 's/^Version: //p')
    echo "$offered" | grep -qFx "$version" || version=$(echo "$offered" | grep -F "${version%-*}-" | tail -n 1)
    source=$name=$version
    # shellcheck disable=SC2086
    { (cd "$cache" && apt-get $apt source --download-only --tar-only "$source") &&
      apt-get $apt source --print-uris --download-only --tar-only "$source"; } >apt.log 2>&1 || { cat apt.log >&2; exit 1; }
    sed -n "s/^'.*' \([^ ]*\) [0-9]* SHA256:\([0-9a-f]*\)$/\2  \1/p" apt.log >"$cache/$one"
    (cd "$cache" && sha256sum --status -c "$one") || { echo "debian_sources.sh: $one is not what Debian's list says" >&2; exit 1; }
  done
fi

# CMake unpacks by itself what tar needs other programs for.
for one in $wanted; do
  while read -r _ archive; do
    cmake -E tar xf "$cache/$archive"
  done <"$cache/$one"
done
