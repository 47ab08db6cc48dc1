#!/usr/bin/env python3
"""pile_test.py DOSSIER SCAN_PILE DOSSIER.yaml WORK_DIR

From class list to table on paper, as a school goes: forms for six made-up candidates, filled in with a pen and scanned by SCAN_PILE, are
collected; what is clear must be read as it was meant, what is not must be asked, and with the answers of a person all must be right.
WORK_DIR/scans then has nakijken.html with questions, and WORK_DIR/klaar one without; tests/browser looks at both."""

import html.parser
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True  # a test leaves nothing in the source tree
sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "conformance"))
from fdf import fdf  # noqa: E402

dossier, scan_pile, yaml, work = sys.argv[1:5]
work = pathlib.Path(work).resolve()
KERNTAAK = "P3-K1"
SECOND = "Gerrit <b>&amp; Co</b> Verzonnen"
KLAS = """studentnummer;naam;groep;profiel;leerbedrijf;beoordelaar1;poging
0012301;Fenna Proefman;VK4A;P3;Bakkerij De Gouden Aar;Şule Öztürk;1
0012302;Łukasz Verzonnen;VK4A;P3;Bakkerij De Gouden Aar;Şule Öztürk;1
0012303;Anne-Wil d'Hondt-van 't Ooster;VK4A;P3;;Şule Öztürk;1
0012304;Jan Testbeek;VK4B;P3;;Şule Öztürk;2
0012305;Zoë Nergenshuizen;VK4B;P3;;;1
0012306;Prins Papier;VK4B;P3;;;1
"""
problems = []


def same(what, found, expected):
    if found != expected:
        problems.append(f"{what} is {found!r}, expected {expected!r}")


def holds(what, true):
    if not true:
        problems.append(what)


def run(*command, status=(0,)):
    """Where nothing else is written, so that what is left behind is seen. Returns what it said."""
    surroundings = {**os.environ, "TMPDIR": str(work / "tmp"), "HOME": str(work / "tmp")}
    done = subprocess.run([str(x) for x in command], capture_output=True, cwd=work / "cwd", env=surroundings)
    if done.returncode not in status:
        sys.exit(f"{command}: status {done.returncode}\n{done.stdout.decode()}{done.stderr.decode()}")
    return done.stdout.decode() + done.stderr.decode()


def collect(inputs, out, *options):
    """The table, and what was said."""
    said = run(dossier, "collect", *inputs, "--dossier", yaml, "--klassenlijst", work / "klas.csv", "-o", out, *options, status=(0, 1))
    return json.loads(out.read_text()), said


class Page(html.parser.HTMLParser):
    """What nakijken.html asks, with who it is about."""

    def __init__(self, path):
        super().__init__()
        self.questions, self.who, self.heading, self.inside = [], None, False, False
        self.text = path.read_text()
        self.feed(self.text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.heading = tag == "h2"
        if "data-veld" in attrs:
            self.inside = True
            self.questions.append({"who": self.who, "file": attrs["data-bestand"], "page": int(attrs["data-bladzijde"]),
                                   "field": attrs["data-veld"], "values": [], "typed": False, "seen": False})
        if tag == "input" and attrs.get("type") == "radio":
            self.questions[-1]["values"].append(attrs["value"])
        if tag == "input" and attrs.get("type") == "text":
            self.questions[-1]["typed"] = True
        if tag == "img" and attrs["src"].startswith("data:image/png;base64,"):
            if self.inside:
                self.questions[-1]["seen"] = True

    def handle_data(self, data):
        if self.heading and (number := re.search(r"\((\d+)\)", data)):
            self.who = number[1]

    def handle_endtag(self, tag):
        self.heading = False
        self.inside = self.inside and tag != "fieldset"


def read_fields(form):
    """By field: what was read, and from where."""
    out = {c["code"]: (c["keuze"], c.get("papier")) for c in form["criteria"]}
    out |= {w["code"] + "-resultaat": (w["aangekruist"], w.get("papier")) for w in form["werkprocessen"]}
    out[KERNTAAK + "-resultaat"] = (form["aangekruist"], form.get("papier"))
    return out


def number(page):
    return f"00123{page['candidate'] + 1:02d}"


def by_field(truth):
    """(candidate, field) -> its truth, with the pages that have it; those that say who it is."""
    out = {}
    for page in truth["pages"]:
        for f in page["fields"]:
            one = out.setdefault((number(page), f["field"]), {**f, "pages": []})
            if not page["no_code"]:
                one["pages"].append(page)
    return out


def check_source(what, paper, pages):
    place = (pathlib.Path(paper["bestand"]).name, paper["bladzijde"])
    page = next((p for p in pages if (p["file"], p["number"]) == place), None)
    if page is None:
        problems.append(f"{what}: read from {place}")
        return
    left, top, right, bottom = paper["vlak"]
    inside = 0 <= left < right <= page["width"] and 0 <= top < bottom <= page["height"]
    holds(f"{what}: {paper['vlak']} is not on the page", inside and right - left > 20 and bottom - top > 10)
    holds(f"{what}: zekerheid {paper['zekerheid']}", 0 <= paper["zekerheid"] <= 100)


def unseen(t, value):
    """Of a pencil that hardly touched a scan may show nothing at all, not to an eye either: see unseen() of measure.cpp."""
    return t["how"] == "faint" and value == ""


def check_first(found, truth):
    """Without a person: nothing wrong, and what is clear is sure. Returns what must be asked."""
    fields, asked = by_field(truth), set()
    for f in found["formulieren"]:
        if "kandidaat" not in f:
            continue
        who = f["kandidaat"]["studentnummer"]
        for field, (value, paper) in read_fields(f).items():
            what, t = f"{who} {field}", fields.get((who, field))
            if not t or not t["pages"]:
                same(f"{what}, of a page that is not there,", (value, paper), ("", None))
                holds(f"{what} has a bevinding, and its page is not there",
                      not any(b["onderdeel"] == field and b["soort"] == "niet-aangekruist" for b in f["bevindingen"]))
                continue
            check_source(what, paper, t["pages"])
            doubt = "twijfel" in paper
            if doubt:
                asked.add((who, field))
                same(f"{what}, which is not sure,", value, "")
            if t["verdict"] == "exact":
                same(f"{what} ({t['how']})", (value, doubt), (t["value"], False))
            elif not doubt and not unseen(t, value):
                holds(f"{what} ({t['how']}) was not asked", t["verdict"] == "either" or t["how"] == "faint")
                same(f"{what} ({t['how']})", value, t["value"])
    hows = {t["how"] for t in fields.values() if t["pages"]}
    faint = [key for key, t in fields.items() if t["how"] == "faint"]
    holds(f"no faint mark was seen: {faint}", any(key in asked for key in faint))
    holds(f"not all ways of filling in: {hows}", hows >= {"plain", "empty", "two_marks", "faint", "correction", "outside"})
    holds(f"{len(asked)} of {len(fields)} are asked", 10 <= len(asked) <= len(fields) / 4)
    return asked


def remarks(found):
    return sorted((f.get("kandidaat", {}).get("studentnummer", ""), b["tekst"]) for f in found["formulieren"] for b in f["bevindingen"]
                  if b["soort"].startswith("bladzijde"))


def check_pages(found):
    same("candidates", sorted(f["kandidaat"]["studentnummer"] for f in found["formulieren"] if "kandidaat" in f),
         [line.split(";")[0] for line in KLAS.splitlines()[1:]])
    same("remarks about pages", remarks(found), [
        ("", "De code rechtsboven op deze bladzijde is niet te lezen. Scan de bladzijde opnieuw."),
        ("0012304", "Bladzijde 3 van het formulier is niet gescand."),
        ("0012305", "Bladzijde 2 van het formulier is niet gescand."),
        ("0012306", "Bladzijde 3 van het formulier is twee keer gescand.")])


def written_by_hand(truth):
    """What the class list does not say, and decides what comes of a form."""
    printed = {number: set() if number > "0012304" else {"beoordelaar-1"} for number in (f"00123{n:02d}" for n in range(1, 7))}
    return {(number(p), w) for p in truth["pages"] for w in p["written"]
            if w in ("datum", "beoordelaar-1", "beoordelaar-2") and w not in printed[number(p)]}


def answers(page, truth):
    """As someone would give them who knows what was meant."""
    fields, out = by_field(truth), []
    for q in page.questions:
        value = {"datum": "3-6-2026"}.get(q["field"], SECOND) if q["typed"] else fields[q["who"], q["field"]]["value"]
        holds(f"{q['who']} {q['field']}: {value!r} cannot be chosen of {q['values']}", q["typed"] or value in q["values"])
        holds(f"{q['who']} {q['field']}: nothing is to be seen", q["seen"])
        out.append({"bestand": q["file"], "bladzijde": q["page"], "veld": q["field"], "waarde": value})
    return out


def check_last(found, truth, asked):
    """With what a person decided: everything is what was meant."""
    fields = by_field(truth)
    for f in found["formulieren"]:
        if "kandidaat" not in f:
            continue
        who = f["kandidaat"]["studentnummer"]
        for field, (value, paper) in read_fields(f).items():
            if paper:
                if (who, field) in asked or not unseen(fields[who, field], value):
                    same(f"{who} {field} in the end", value, fields[who, field]["value"])
                same(f"{who} {field} was decided", paper["door_mens"], (who, field) in asked)
        same(f"{who}: date", f["datum"], "2026-06-03" if (who, "datum") in asked else "")
        same(f"{who}: second assessor", f["beoordelaars"][1], SECOND if (who, "beoordelaar-2") in asked else "")
        open_ = [b["tekst"] for b in f["bevindingen"] if b["soort"] in ("twijfel", "handschrift", "tegenstrijdig")]
        same(f"{who}: what is not decided", open_, [])


def files():
    return {str(p.relative_to(work)) for p in work.rglob("*") if p.is_file()}


def check_pile():
    truth = json.loads((work / "truth.json").read_text())
    before, scans = files(), work / "scans"
    first, said = collect([scans], work / "eerst.json", "--nakijken", scans)
    holds(f"the blank page is not told: {said}", "1 page of the scans had nothing on them" in said)
    same("new files", files() - before, {"eerst.json", "scans/nakijken.html"})
    check_pages(first)
    marks, page = check_first(first, truth), Page(scans / "nakijken.html")
    asked = marks | written_by_hand(truth)
    same("questions", sorted((q["who"], q["field"]) for q in page.questions), sorted(asked))
    shutil.copy(scans / "nakijken.html", work / "eerst.html")

    decided = answers(page, truth)
    (scans / "nakijken.json").write_text(json.dumps({"dossier-nakijken": 1, "beslissingen": decided}))
    for out in ("tweede.json", "weer.json"):
        found, said = collect([scans], work / out, "--nakijken", scans)
        if out == "tweede.json":
            shutil.copy(scans / "nakijken.html", work / "tweede.html")
    holds("two runs differ", (work / "tweede.json").read_bytes() == (work / "weer.json").read_bytes())
    holds("two pages differ", (work / "tweede.html").read_bytes() == (scans / "nakijken.html").read_bytes())
    holds(f"decisions are not used: {said}", "decision" not in said)
    check_pages(found)
    check_last(found, truth, asked)
    last = Page(scans / "nakijken.html")
    same("questions in the end", last.questions, [])
    for text in ("Bladzijde 2 van het formulier is niet gescand.", "De code rechtsboven op deze bladzijde is niet te lezen."):
        holds(f"not on the page: {text}", text in last.text and text in page.text)

    # Without the decisions of the same scans, and from elsewhere.
    elsewhere = scans / "nakijken.json"
    alone, said = collect([scans / "twee.tiff", elsewhere], work / "alleen.json", "--nakijken", work / "klaar")
    others = len(decided) - sum(q["who"] == "0012302" for q in page.questions)
    holds(f"unused decisions: {said}", f"{others} decisions of nakijken.json, made of other scans than these" in said)
    same("questions of one form", Page(work / "klaar" / "nakijken.html").questions, [])
    same("forms of one file", [f["kandidaat"]["studentnummer"] for f in alone["formulieren"]], ["0012302"])
    shutil.copy(work / "eerst.html", scans / "nakijken.html")
    elsewhere.unlink()


def check_large():
    """More bytes than a form may have that is filled in on screen."""
    pdf = (work / "scans" / "een.pdf").read_bytes()
    large = work / "groot.pdf"
    large.write_bytes(pdf + b"\n" * (65 << 20) + pdf[pdf.rindex(b"startxref"):])
    found, _ = collect([large], work / "groot.json")
    large.unlink()
    same("a large scan", [f.get("kandidaat", {}).get("studentnummer") for f in found["formulieren"]], ["0012301"])


def check_flat():
    """A form filled in on screen and made flat or printed as a PDF is read as paper is."""
    if not shutil.which("pdftk"):
        print("not tried: a flat copy, for pdftk is not installed")
        return
    form = work / "formulieren" / f"0012302-beoordelingsformulier-{KERNTAAK.lower()}-poging-1.pdf"
    choices = {f"{KERNTAAK}-W1-G{n}": ("goed", "voldoende", "onvoldoende")[n % 3] for n in range(1, 8)}
    (work / "waarden.fdf").write_text(fdf({**choices, "beoordelaar-2": "J. de Vries"}, lambda name, value: name in choices))
    run("pdftk", form, "fill_form", work / "waarden.fdf", "output", work / "plat.pdf", "flatten")
    found, _ = collect([work / "plat.pdf"], work / "plat.json")
    (flat,) = found["formulieren"]
    same("a flat copy is of", flat.get("kandidaat", {}).get("studentnummer"), "0012302")
    if "kandidaat" in flat:
        fields = read_fields(flat)
        same("a flat copy says", {field: value for field, (value, _) in fields.items() if value}, choices)
        same("of a flat copy not sure", [field for field, (_, paper) in fields.items() if "twijfel" in paper], [])


shutil.rmtree(work, ignore_errors=True)
for folder in ("tmp", "cwd"):
    (work / folder).mkdir(parents=True)
(work / "klas.csv").write_text(KLAS)
run(dossier, "forms", work / "klas.csv", "--dossier", yaml, "-o", work / "formulieren", "--kerntaak", KERNTAAK, "--quiet")
run(scan_pile, yaml, work / "formulieren", work)
check_pile()
check_large()
check_flat()
same("left behind", [str(p) for folder in ("tmp", "cwd") for p in (work / folder).rglob("*")], [])
if problems:
    sys.exit("\n".join(problems[:40]) + f"\n{len(problems)} problems")
