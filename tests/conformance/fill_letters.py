#!/usr/bin/env python3
"""fill_letters.py EMPTY.pdf WORK_DIR: each letter of names, typed into a field by pdftk, comes back as typed or as a question mark.

Letters: Latin-1, Latin Extended-A, Romanian, Vietnamese, the signs of WinAnsi. Those of WinAnsi must come back as typed."""
import re
import subprocess
import sys
import unicodedata

empty, work = sys.argv[1:3]
win_ansi = [bytes([c]).decode("cp1252", "ignore") for c in range(0x21, 0x100)]
win_ansi = [c for c in win_ansi if c and c not in "\x7f\xa0\xad"]
letters = win_ansi + [chr(c) for c in range(0x100, 0x180)] + list("ȘșȚțƠơƯưƏə") + [chr(c) for c in range(0x1EA0, 0x1EFA)]
letters = list(dict.fromkeys(letters))
fields = [f"B1-K1-W{w}-G{g}-motivering" for w in (1, 2) for g in (1, 2, 3, 4, 5)]
each = 12


def hexed(text):
    return "<FEFF" + text.encode("utf-16-be").hex() + ">"


shown = {}
per_run = each * len(fields)
for run in range(0, len(letters), per_run):
    numbered = list(enumerate(letters[run:run + per_run], run))
    values = [" ".join(f"q{n}x{c}xq" for n, c in numbered[i:i + each]) for i in range(0, len(numbered), each)]
    fdf = "".join(f"<</T({f})/V{hexed(v)}>>" for f, v in zip(fields, values))
    with open(f"{work}/letters.fdf", "w", encoding="ascii") as out:
        out.write(f"%FDF-1.2\n1 0 obj\n<</FDF<</Fields[{fdf}]>>>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n")
    filled = f"{work}/letters.pdf"
    subprocess.run(["pdftk", empty, "fill_form", f"{work}/letters.fdf", "output", filled], check=True)
    text = subprocess.run(["pdftotext", "-raw", filled, "-"], check=True, capture_output=True).stdout.decode()
    shown.update((int(n), c) for n, c in re.findall(r"q(\d+)x(.+?)xq", text))

bad = 0
for n, letter in enumerate(letters):
    # pdftotext writes letters in their composed form.
    seen = shown.get(n, "nothing")
    if unicodedata.normalize("NFKC", seen) == unicodedata.normalize("NFKC", letter) or (seen == "?" and letter not in win_ansi):
        continue
    print(f"typed {letter} (U+{ord(letter):04X}), shown {seen}")
    bad = 1
sys.exit(bad)
