#!/usr/bin/env python3
"""circle_test.py PROGRAM DOSSIER DOSSIER.yaml WORK_DIR FILL_PDFJS.mjs BROWSER_DIR

From class list to table, as a school goes: forms for 200 made-up candidates, half of them filled in by PROGRAM (pdftk or pdfjs) with
known answers, collected, and every number of the tables held against what committee.py says. 77: PROGRAM is not installed."""

import concurrent.futures
import csv
import io
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

sys.dont_write_bytecode = True  # a test leaves nothing in the source tree
sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "conformance"))
import committee as c  # noqa: E402
from fdf import fdf  # noqa: E402

program, dossier, real, work, fill_pdfjs, browser = sys.argv[1:7]
work = pathlib.Path(work)
CANDIDATES = 200
NAMES = ["Łukasz Dvořák", "Şule Öztürk", "Nguyễn Văn Đức", "Anne-Wil d'Hondt-van 't Ooster", "Prince", "Zoë-Chloé Ångström",
         "Maria Wilhelmina Johanna Geertruida Antoinetta van der Woestijne-Vandenbroucke tot Hoog".ljust(80, "e")[:80],
         "Ýmir Þórðarson", "Ștefan Țăran", "Ağaoğlu, Işık", "Jan (Piet) \\ <b>{{naam}}</b>", "=SOM(A1)", "'s-Gravenzande, Ĳsbrand",
         "Đặng Thị Ngọc Ánh"]


def fail(message):
    sys.exit(message)


def run(*command, status=(0,)):
    done = subprocess.run([str(x) for x in command], capture_output=True)
    if done.returncode not in status:
        fail(f"{command}: status {done.returncode}\n{done.stdout.decode()}{done.stderr.decode()}")
    return done.stdout.decode()


# ---- who, and with what answers -----------------------------------------------------------------------------------------------


def side(value, line):
    """-1, 0 or 1: on the least whole number that reaches `line`, one step or more below it, or above."""
    return max(-1, min(1, value - -(-line.numerator // line.denominator)))


def situation(w, letters):
    """On which side of each line a werkproces is. One answer for each is enough."""
    part = c.Part(w, letters.replace("-", "o"))
    return (side(part.passed, c.Fraction(60 * part.count, 100)), side(part.have, c.Fraction(part.line * part.most, 100)), part.minimum,
            part.good, letters.count("x"), w == c.CRUCIAL[0] and letters[c.CRUCIAL[1]] == "o", "-" in letters)


def situation_of_kerntaak(answers):
    parts = c.parts_of({w: letters.replace("-", "o") for w, letters in answers.items()})
    good, have, most = c.whole(parts)
    return (sum(p.good for p in parts.values()), side(have, c.Fraction(55 * most, 100)), sum(p.minimum for p in parts.values()), good,
            c.results(answers)[0][c.KERNTAAK])


def answers_of_all():
    """Every situation of every werkproces and of the kerntaak, in one answer for each candidate."""
    chance = random.Random(11)
    lists = {}
    for w, count in c.CRITERIA.items():
        found = {}
        for _ in range(20000):
            weights = chance.choice([(1, 1, 1), (1, 5, 5), (4, 2, 1), (0, 4, 1), (0, 1, 6)])
            letters = "".join(
                "x" if (w, i) in c.MAY_DROP and chance.random() < 0.3 else "-" if chance.random() < 0.03 else chance.choices("ovg", weights)[0]
                for i in range(count))
            found.setdefault(situation(w, letters), letters)
        lists[w] = sorted(found.values())
        chance.shuffle(lists[w])
    out, seen = [], set()
    for _ in range(6000):
        answers = {w: chance.choice(found) for w, found in lists.items()}
        if situation_of_kerntaak(answers) not in seen:
            seen.add(situation_of_kerntaak(answers))
            out.append(answers)
    todo = {w: [letters for letters in found if all(answers[w] != letters for answers in out)] for w, found in lists.items()}
    for n in range(max(map(len, todo.values()))):
        out.append({w: todo[w][n] if n < len(todo[w]) else chance.choice(lists[w]) for w in lists})
    if len(out) > CANDIDATES:
        fail(f"more situations than candidates: {len(out)}")
    while len(out) < CANDIDATES:
        out.append({w: chance.choice(found) for w, found in lists.items()})
    chance.shuffle(out)  # for each program some of each
    return out


class Candidate:
    def __init__(self, n, answers):
        self.n = n
        self.number = f"{n + 1:07d}"
        self.name = NAMES[n % len(NAMES)] + ("" if n < len(NAMES) else f" {n}")
        self.answers = answers
        self.results, self.points, self.mark = c.results(answers)
        self.wrong_tick = n % 9 == 4      # the assessor ticked another result than follows
        self.no_reason = n % 7 == 3       # an onvoldoende without motivering
        self.attempt = 2 if n % 5 == 0 else 1

    def values(self):
        out = {"beoordelaar-1": "Şule Öztürk", "beoordelaar-2": "J. de Vries", "poging": str(self.attempt), "datum": "1-6-2026"}
        for w, letters in self.answers.items():
            for i, letter in enumerate(letters):
                code = f"{w}-G{i + 1}"
                if letter != "-":
                    out[code] = c.KEYS[letter]
                if letter == "o" and not self.no_reason:
                    out[code + "-motivering"] = "Dit liet de kandidaat niet zien.\nEn: “later” – óók niet (=1+1)."
        for code, result in self.results.items():
            if result != "onbeslist":
                turned = {"voldoende": "onvoldoende", "onvoldoende": "voldoende"}[result]
                out[code + "-resultaat"] = turned if self.wrong_tick and code == c.KERNTAAK else result
        return out

    def findings(self):
        """What collect must say of this form, as (soort, onderdeel)."""
        out = set()
        for w, letters in self.answers.items():
            for i, letter in enumerate(letters):
                code = f"{w}-G{i + 1}"
                if letter == "-":
                    out.add(("niet-aangekruist", code))
                if letter == "o" and self.no_reason:
                    out.add(("motivering-ontbreekt", code))
        for code, result in self.results.items():
            if result == "onbeslist":
                out |= {("uitslag-ontbreekt", code), ("onbeslist", code)}
        if self.wrong_tick and self.results[c.KERNTAAK] != "onbeslist":
            out.add(("uitslag-verschilt", c.KERNTAAK))
        return out


# ---- filling in ---------------------------------------------------------------------------------------------------------------


def by_pdftk(jobs):
    def one(job):
        values = pathlib.Path(job["out"]).with_suffix(".fdf")
        values.write_text(fdf(job["values"], lambda name, value: value in c.KEYS.values()))
        run("pdftk", job["in"], "fill_form", values, "output", job["out"])
        values.unlink()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(one, jobs))


def by_pdfjs(jobs):
    listed = work / "opdrachten.json"
    listed.write_text(json.dumps(jobs))
    copy = pathlib.Path(browser) / "node_modules" / ".circle_pdfjs.mjs"  # modules are looked for beside the script
    shutil.copy(fill_pdfjs, copy)
    run("node", copy, listed)


def installed():
    if program == "pdftk":
        return shutil.which("pdftk")
    return shutil.which("node") and os.path.isdir(f"{browser}/node_modules/pdfjs-dist")


# ---- the tables ---------------------------------------------------------------------------------------------------------------


def xlsx_rows(path, sheet):
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    out = []
    with zipfile.ZipFile(path) as z:
        for row in ElementTree.fromstring(z.read(f"xl/worksheets/sheet{sheet}.xml")).iter(main + "row"):
            cells = {}
            for cell in row.iter(main + "c"):
                column = cell.get("r").rstrip("0123456789")
                text = "".join(t.text or "" for t in cell.iter(main + "t"))
                value = cell.find(main + "v")
                cells[column] = text if value is None else float(value.text)
            out.append(cells)
    titles = out[0]
    return [{titles[column]: value for column, value in row.items()} for row in out[1:]]


def check(candidates):
    found = json.loads((work / "resultaten.json").read_text())
    by_number = {f["kandidaat"]["studentnummer"]: f for f in found["formulieren"]}
    problems = []

    def same(who, what, is_, expected):
        if is_ != expected:
            problems.append(f"{who.number} {who.answers}: {what} is {is_!r}, expected {expected!r}")

    same(candidates[0], "forms", sorted(by_number), [k.number for k in candidates])
    for k in candidates:
        f = by_number[k.number]
        same(k, "name", f["kandidaat"]["naam"], k.name)
        same(k, "attempt", f["poging"], k.attempt)
        same(k, "date", f["datum"], "2026-06-01")
        same(k, "choices", {r["code"]: r["keuze"] for r in f["criteria"]},
             {f"{w}-G{i + 1}": c.KEYS[letter] for w, letters in k.answers.items() for i, letter in enumerate(letters)})
        is_ = {w["code"]: w["berekend"]["uitslag"] for w in f["werkprocessen"]} | {c.KERNTAAK: f["berekend"]["uitslag"]}
        same(k, "results", is_, k.results)
        if k.points is not None:
            same(k, "points", f["berekend"]["punten"]["behaald"], k.points)
        same(k, "mark", f.get("cijfer_tienden"), k.mark)
        same(k, "findings", {(b["soort"], b["onderdeel"]) for b in f["bevindingen"] if b["soort"] != "handtekening-ontbreekt"}, k.findings())
        same(k, "to look at", f["nakijken"], bool(k.findings()))
    for table in ("xlsx", "csv"):
        if table == "csv":
            rows = csv.DictReader(io.StringIO((work / "resultaten.csv").read_bytes().decode("utf-8-sig"), newline=""), delimiter=";")
        else:
            rows = xlsx_rows(work / "resultaten.xlsx", 1)
        rows = {row["studentnummer"]: row for row in rows}
        same(candidates[0], table, sorted(rows), [k.number for k in candidates])
        for k in candidates:
            row = rows[k.number]
            same(k, f"name in {table}", row["naam"].removeprefix("'") if table == "csv" else row["naam"], k.name.removeprefix("'") if table == "csv" else k.name)
            same(k, f"result in {table}", row["uitslag"], k.results[c.KERNTAAK])
            mark, points = row.get("cijfer") or None, row.get("punten") or None
            if table == "csv":
                mark, points = mark and float(mark.replace(",", ".")), points and float(points)
            same(k, f"mark in {table}", mark, k.mark and k.mark / 10)
            if k.points is not None:
                same(k, f"points in {table}", points or 0, k.points)
    if problems:
        fail("\n".join(problems[:40]) + f"\n{len(problems)} differences")


if not installed():
    print(f"not run: {program} is not installed")
    sys.exit(77)
shutil.rmtree(work, ignore_errors=True)
(work / "ingevuld").mkdir(parents=True)
text = pathlib.Path(real).read_text()
begin, end = text.index("\nbeoordeling:\n") + 1, text.index("\nbegrippen:\n") + 1
(work / "dossier.yaml").write_text(text[:begin] + c.BEOORDELING + text[end:])
everyone = [Candidate(n, answers) for n, answers in enumerate(answers_of_all())]
outcomes = {k.results[c.KERNTAAK] for k in everyone}
if outcomes != {"voldoende", "onvoldoende", "onbeslist"}:
    fail(f"the candidates do not try all that matters: {outcomes}")
with open(work / "klas.csv", "w", newline="", encoding="utf-8") as out:
    rows = csv.writer(out, delimiter=";")
    rows.writerow(["Studentnummer", "Naam", "Groep", "Profiel", "Poging"])
    for k in everyone:
        rows.writerow([k.number, k.name, "VK4" + "AB"[k.n % 2], "P3", k.attempt])
run(dossier, "forms", work / "klas.csv", "--dossier", work / "dossier.yaml", "-o", work / "formulieren", "--kerntaak", c.KERNTAAK, "--quiet")
if len(list((work / "formulieren").glob("*.pdf"))) != CANDIDATES:
    fail("expected a form for each candidate")
mine = [k for k in everyone if (k.n % 2 == 0) == (program == "pdftk")]
{"pdftk": by_pdftk, "pdfjs": by_pdfjs}[program](
    [{"in": str(work / "formulieren" / f"{k.number}-beoordelingsformulier-b1-k2-poging-{k.attempt}.pdf"),
      "out": str(work / "ingevuld" / f"{k.number}.pdf"), "values": k.values()} for k in mine])
for name in ("json", "csv", "xlsx"):
    run(dossier, "collect", work / "ingevuld", "--dossier", work / "dossier.yaml", "-o", work / f"resultaten.{name}", "--zonder-handtekening",
        "--quiet", status=(1,))
check(mine)
print(f"{len(mine)} forms filled by {program}: " + ", ".join(f"{sum(k.results[c.KERNTAAK] == o for k in mine)} {o}" for o in sorted(outcomes)))
