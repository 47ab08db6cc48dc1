#!/bin/sh
# Completion in the shells themselves: what is typed, and what the shell makes of it.
# usage: completion_test.sh DOSSIER SHARE bash|zsh|fish
set -eu
dossier=$1 share=$2 shell=$3
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/map" "$work/bin"
touch "$work/klas.csv" "$work/een naam.yaml"
ln -s "$dossier" "$work/bin/dossier"
PATH=$work/bin:$PATH
fails=0
# is TYPED EXPECTED: "complete" of the shell gives the possible words, in any order.
is() {
  got=$(complete "$1" | sort | tr '\n' '|')
  want=$(printf '%s\n' "$2" | tr '|' '\n' | sed '/^$/d' | sort | tr '\n' '|')
  [ "$got" = "$want" ] || { echo "$shell: \"$1\" gives $got, expected $want" >&2; fails=1; }
}
words() { echo "$1" | tr ' ' '|'; }

case $shell in
bash)
  # The last word of an array, as readline splits a line; "=" is a word of its own there.
  complete() { (cd "$work" && bash "$here/complete.bash" "$share/dossier.bash" "$1"); } ;;
fish)
  complete() {
    (cd "$work" && HOME=$work fish --no-config -c "source '$share/dossier.fish'; complete -C '$1'" | cut -f1)
  } ;;
esac

if [ "$shell" = zsh ]; then
  # Typed, and what stands in the line after Tab. All in one shell, which takes seconds to start.
  cat >"$work/pairs" <<'PAIRS'
dossier bui|dossier build |
dossier build --templ|dossier build --templates=|
dossier build --templates=m|dossier build --templates=map/|
dossier build --formaat jso|dossier build --formaat json-schema |
dossier dump --stage=lay|dossier dump --stage=layout |
dossier forms k|dossier forms klas.csv |
dossier completion zs|dossier completion zsh |
dossier manual dossier.y|dossier manual dossier.yaml |
dossier diff --exit|dossier diff --exit-code |
dossier diff klas.csv k|dossier diff klas.csv klas.csv |
dossier --vers|dossier --version |
PAIRS
  set --
  while IFS='|' read -r typed want; do set -- "$@" "$typed"; done <"$work/pairs"
  (cd "$work" && zsh -f "$here/complete.zsh" "$share/_dossier" "$@") | sed 's/$/|/' >"$work/got"
  cut -d'|' -f2- "$work/pairs" | diff - "$work/got" >&2
  exit
fi

is 'dossier bui' build
is 'dossier ' "$(words "$("$dossier" --help | sed -n '/^Subcommands:/,$s/^  \([a-z]*\) .*/\1/p' | tr '\n' ' ')")"
is 'dossier --vers' --version
is 'dossier dump --stage ' 'model|view|markup|layout'
is 'dossier diff --formaat p' pdf
is 'dossier forms --codering ' 'utf-8|windows-1252|utf-16'
is 'dossier completion ' 'bash|zsh|fish'
is 'dossier manual ' 'dossier|dossier.yaml'
is 'dossier build --jobs ' ''
is 'dossier forms k' klas.csv
is 'dossier build --templates m' "$([ "$shell" = fish ] && echo map/ || echo map)"
for command in $("$dossier" --help | sed -n '/^Subcommands:/,$s/^  \([a-z]*\) .*/\1/p'); do
  options=$("$dossier" "$command" --help | sed -n '/^Options:/,$s/^  \(-[^ ]*\).*/\1/p' | tr ',' '\n' | grep '^--')
  is "dossier $command --" "$(echo "$options" | tr '\n' '|')"
done
if [ "$shell" = bash ]; then
  is 'dossier dump --stage=v' view
  is 'dossier check een' 'een naam.yaml'
fi
exit "$fails"
