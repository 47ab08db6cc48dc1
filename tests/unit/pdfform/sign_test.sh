#!/bin/sh
# sign_test.sh FILLED_TOOL HELPER FORM.pdf WORK_DIR
# Our form signed by another program (pdfsig, with a certificate that certutil made): it holds; a field filled in after it is named; a changed
# byte breaks it.
set -eu
tool=$1 helper=$2 form=$3 work=$4
for need in certutil pdfsig pdftk qpdf python3; do
  command -v "$need" >/dev/null || { echo "not run: $need is not installed"; exit 77; }
done
rm -rf "$work"
mkdir -p "$work/nss"
head -c 64 /dev/zero >"$work/noise"
certutil -N -d "sql:$work/nss" --empty-password
certutil -S -d "sql:$work/nss" -n school -s "CN=B. Oordelaar,O=School" -x -t "CTu,Cu,Cu" -k rsa -g 2048 -Z SHA256 -m 1 -v 12 -z "$work/noise" >/dev/null 2>&1

expect() { [ "$1" = "$2" ] || { printf 'found:\n%s\nexpected:\n%s\n' "$1" "$2"; exit 1; }; }
signature() { "$tool" "$helper" "$1" | grep -A20 '^signature' | sed 's/, time .*//'; }

cat >"$work/vul.py" <<'PY'
"""vul.py FORM OUT NAME TEXT: saves with one text field filled in, behind what was there, as viewers do."""
import re, subprocess, sys
form, out, name, text = sys.argv[1:]
data = open(form, "rb").read()
plain = subprocess.run(["qpdf", "--json", "--json-key=qpdf", "--json-stream-data=none", form], capture_output=True).stdout
import json
objects = json.loads(plain)["qpdf"][1]
number = next(k for k, v in objects.items() if isinstance(v.get("value"), dict) and v["value"].get("/T") == "u:" + name).split(":")[1].split()[0]
body = subprocess.run(["qpdf", "--show-object=" + number, form], capture_output=True).stdout.strip()
body = re.sub(rb" /V (\([^)]*\)|<[0-9a-f]*>)", b"", body)[:-2] + b"/V(" + text.encode() + b")>>"
before = re.findall(rb"startxref\s+(\d+)", data)[-1]
size = max(int(k.split(":")[1].split()[0]) for k in objects if k.startswith("obj:")) + 1
root = objects["trailer"]["value"]["/Root"]
at = len(data) + 1
data += b"\n" + number.encode() + b" 0 obj\n" + body + b"\nendobj\n"
start = len(data)
data += b"xref\n%s 1\n%010d 00000 n \ntrailer <</Size %d/Root %s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (number.encode(), at, size, root.encode(), before, start)
open(out, "wb").write(data)
PY

python3 "$work/vul.py" "$form" "$work/ingevuld.pdf" kandidaat "Jan de Boer"
for kind in "" -etsi; do
  # shellcheck disable=SC2086 # no word, or one
  pdfsig -nssdir "sql:$work/nss" -nick school $kind -sign handtekening-beoordelaar-1 "$work/ingevuld.pdf" "$work/getekend.pdf" >/dev/null 2>&1
  expect "$(signature "$work/getekend.pdf")" 'signature handtekening-beoordelaar-1: intact, covers the whole file, certificate "B. Oordelaar"'
  expect "$("$tool" "$helper" "$work/getekend.pdf" | grep '^kandidaat \|^handtekening-')" 'kandidaat [text] "Jan de Boer"
handtekening-beoordelaar-1 [signature, signed] ""
handtekening-beoordelaar-2 [signature] ""
handtekening-kandidaat [signature] ""'
done

python3 "$work/vul.py" "$work/getekend.pdf" "$work/na.pdf" kandidaat "Piet de Boer"
python3 "$work/vul.py" "$work/na.pdf" "$work/na2.pdf" locatie "Utrecht"
expect "$(signature "$work/na2.pdf")" 'signature handtekening-beoordelaar-1: intact, covers an earlier version, certificate "B. Oordelaar"
  changed after: kandidaat
  changed after: locatie'

pdfsig -nssdir "sql:$work/nss" -nick school -sign handtekening-beoordelaar-2 "$work/na.pdf" "$work/twee.pdf" >/dev/null 2>&1
expect "$(signature "$work/twee.pdf")" 'signature handtekening-beoordelaar-1: intact, covers an earlier version, certificate "B. Oordelaar"
  changed after: kandidaat
  changed after: handtekening-beoordelaar-2
signature handtekening-beoordelaar-2: intact, covers the whole file, certificate "B. Oordelaar"'

sed 's/Jan de Boer/Jon de Boer/' "$work/getekend.pdf" >"$work/stuk.pdf"
expect "$(signature "$work/stuk.pdf")" 'signature handtekening-beoordelaar-1: broken (the bytes that it covers were changed), covers the whole file, certificate "B. Oordelaar"'

# Written anew by a program that keeps nothing of a signature but its bytes.
qpdf "$work/getekend.pdf" "$work/herschreven.pdf"
"$tool" "$helper" "$work/herschreven.pdf" | grep -q '^signature handtekening-beoordelaar-1: broken' || { echo "a form written anew is not told"; exit 1; }
