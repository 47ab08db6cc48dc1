#!/bin/sh
# The manual pages: nothing in them that groff or mandoc warns of, every option of every --help, every key of the schema.
# usage: manual_test.sh DOSSIER SHARE
set -eu
dossier=$1 share=$2
fail() { echo "manual_test: $*" >&2; exit 1; }

for page in dossier.1 dossier.yaml.5; do
  warnings=$(groff -man -Tutf8 -ww -z "$share/$page" 2>&1; mandoc -T lint -W warning "$share/$page" 2>&1) || true
  [ -z "$warnings" ] || fail "$page: $warnings"
  mandoc -T utf8 "$share/$page" | sed 's/.\x08//g' | tr -s ' \n' ' ' >"$page.txt"
done

mandoc -T utf8 "$share/dossier.1" | tail -1 | grep -qF "$("$dossier" --version | head -1) " || fail "dossier.1 has another version"
subcommands=$("$dossier" --help | sed -n '/^Subcommands:/,$s/^  \([a-z]*\) .*/\1/p')
[ "$(echo "$subcommands" | wc -w)" -ge 11 ] || fail "--help lists hardly any subcommand: $subcommands"
for command in $subcommands; do
  grep -q -- "dossier $command \[OPTIONS\]" dossier.1.txt || fail "no synopsis of $command"
  for option in $("$dossier" "$command" --help | sed -n '/^Options:/,$s/^  \(-[^ ]*\).*/\1/p' | tr ',' ' '); do
    grep -q -- "$option" dossier.1.txt || fail "$option of $command is not in dossier.1"
  done
done
keys=$(python3 -c '
import json, sys
schema = json.load(open(sys.argv[1]))
for record in [schema, *schema["definitions"].values()]:
    for key, value in record["properties"].items(): print(key)' "$share/schemas/schema/dossier.schema.json")
[ "$(echo "$keys" | wc -w)" -gt 80 ] || fail "the schema has hardly any key"
for key in $keys; do
  grep -q -- " $key: " dossier.yaml.5.txt || fail "$key is not in dossier.yaml.5"
done
# What roff would take for a request or an escape is text.
grep -qF 'Een \ ervoor maakt er gewone tekst van.' dossier.yaml.5.txt || fail "a backslash of the text is gone"
