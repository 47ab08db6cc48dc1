#!/bin/sh
# The page in a real browser: tests/browser/app.mjs. Not run (77) where the npm packages are not installed.
#
# usage: journeys.sh DOSSIER PAGE SOURCE SCRATCH
set -eu
dossier=$1 page=$2 source=$3 scratch=$4
tests=$source/tests/browser
[ -d "$tests/node_modules/playwright-core" ] || { echo "not run: no packages, see tests/browser/CMakeLists.txt"; exit 77; }
rm -rf "$scratch"
mkdir -p "$scratch"
SOURCE_DATE_EPOCH='' "$dossier" build "$source/dossier.yaml" -o "$scratch/uit" --quiet
exec node "$tests/app.mjs" "$page" "$source" "$scratch/uit"
