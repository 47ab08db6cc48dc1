#!/usr/bin/env python3
"""filled_by_test.py PROGRAM FILLED_TOOL HELPER FORM.pdf WORK_DIR [BROWSER_DIR]

Fills our own form with PROGRAM, saves it in each way that the program has, and reads it back: each value is what was typed, every
other field is as it was, and nothing is doubted. PROGRAM is pdftk, qpdf, poppler, pdfjs or pdflib. 77: it is not installed."""

import json
import os
import pathlib
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True  # a test leaves nothing in the source tree
sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "conformance"))
from fdf import fdf  # noqa: E402

program, tool, helper, form, work = sys.argv[1:6]
browser = sys.argv[6] if len(sys.argv) > 6 else ""
work = pathlib.Path(work)

ANSWERS = {
    "kandidaat": "Łukasz Dvořák-d'Hondt (50%) \\ #1",
    "studentnummer": "0012345",
    "beoordelaar-1": "Şule Öztürk",
    "beoordelaar-2": "Nguyễn Văn Đức",
    "locatie": "€ 5 – “tussen” …",
    "B1-K1-W1-G1": "goed",
    "B1-K1-W1-G2": "onvoldoende",
    "B1-K1-W1-G3": "niet-beoordeeld",
    "B1-K1-W1-G1-motivering": "Eerste regel.\nTweede: (haakjes) 'en' \"meer\" =SOM(A1)\n\nVierde",
    "B1-K1-W1-G2-motivering": "x" * 80,
}
CHOICES = {"B1-K1-W1-G1", "B1-K1-W1-G2", "B1-K1-W1-G3"}


def run(*command, **options):
    done = subprocess.run([str(c) for c in command], capture_output=True, **options)
    if done.returncode not in (0, 3):  # 3: qpdf has a remark
        sys.exit(f"{command}: status {done.returncode}\n{done.stderr.decode(errors='replace')}")
    return done.stdout


def said(pdf):
    done = subprocess.run([tool, helper, pdf], capture_output=True)
    return (done.stdout + done.stderr).decode()


def as_shown(text):
    """As the dump has it in quotes."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def compare(pdf, change=lambda text: text, answers=None):
    expected = []
    for line in said(form).splitlines():
        name = line.split(" [", 1)[0]
        if " [" in line and name in (ANSWERS if answers is None else answers):
            value = (ANSWERS if answers is None else answers)[name]
            line = line[: line.index("] ") + 2] + f'"{as_shown(value)}"'
        expected.append(line)
    expected = change("\n".join(expected) + "\n")
    found = said(pdf)
    if found != expected:
        differ = [f"  found     {f}\n  expected  {e}" for f, e in zip(found.splitlines(), expected.splitlines()) if f != e]
        sys.exit(f"{pdf}: {len(found.splitlines())} lines, expected {len(expected.splitlines())}\n" + "\n".join(differ))


def missing(what):
    print(f"not run: {what} is not installed")
    sys.exit(77)


def by_pdftk():
    if not shutil.which("pdftk"):
        missing("pdftk")
    values = work / "waarden.fdf"
    values.write_text(fdf(ANSWERS, lambda name, value: name in CHOICES))
    for name, options in {"vol": [], "compress": ["compress"], "need": ["need_appearances"], "slot": ["owner_pw", "geheim", "encrypt_128bit"]}.items():
        out = work / f"{name}.pdf"
        run("pdftk", form, "fill_form", values, "output", out, *options)
        compare(out, (lambda t: t.replace("6 pages\n", "6 pages, encrypted\n", 1)) if name == "slot" else (lambda t: t))
    out = work / "plat.pdf"
    run("pdftk", form, "fill_form", values, "output", out, "flatten")
    flat(out)


def flat(pdf):
    text = said(pdf)
    if not text.startswith("no fields, 6 pages\n") or "this PDF has no fields, expected a form that was filled in on screen" not in text:
        sys.exit(f"{pdf}: expected no fields\n{text}")


def by_qpdf():
    whole = json.loads(run("qpdf", "--json=2", "--json-stream-data=none", form))
    head, objects = whole["qpdf"]
    changed, names = {}, {}
    for key, entry in objects.items():
        value = entry.get("value")
        name = value.get("/T", "")[2:] if isinstance(value, dict) and isinstance(value.get("/T"), str) else ""
        if name not in ANSWERS:
            continue
        value["/V"] = ("/" if name in CHOICES else "u:") + ANSWERS[name]
        changed[key] = entry
        for kid in value.get("/Kids", []):
            kid = "obj:" + kid
            button = objects[kid]["value"]
            states = objects["obj:" + button["/AP"]]["value"]["/N"] if isinstance(button["/AP"], str) else button["/AP"]["/N"]
            button["/AS"] = "/" + ANSWERS[name] if "/" + ANSWERS[name] in states else "/Off"
            changed[kid] = objects[kid]
    (work / "waarden.json").write_text(json.dumps({"version": 2, "qpdf": [head, changed]}))
    full = work / "vol.pdf"
    run("qpdf", form, f"--update-from-json={work / 'waarden.json'}", full)
    compare(full)
    ways = {"streams": ["--object-streams=generate"], "plain": ["--object-streams=disable"], "qdf": ["--qdf"], "linear": ["--linearize"],
            "raw": ["--stream-data=uncompress"]}
    for name, options in ways.items():
        out = work / f"{name}.pdf"
        run("qpdf", *options, full, out)
        compare(out)
    for name, bits in {"aes256": ["256"], "aes128": ["128", "--use-aes=y"], "rc4": ["128", "--use-aes=n"], "rc4-40": ["40"]}.items():
        out = work / f"{name}.pdf"
        run("qpdf", "--allow-weak-crypto", full, "--encrypt", "", "geheim", *bits, "--", out)
        compare(out, lambda t: t.replace("6 pages\n", "6 pages, encrypted\n", 1))
        out = work / f"{name}-slot.pdf"
        run("qpdf", "--allow-weak-crypto", full, "--encrypt", "open", "geheim", *bits, "--", out)
        if said(out) != f"locked, 0 pages\nerror: {out}: this PDF is locked with a password, expected one that opens without\n  hint: save it without password\n":
            sys.exit(f"{out}: expected to be locked\n{said(out)}")
    out = work / "plat.pdf"
    run("qpdf", "--flatten-annotations=all", "--generate-appearances", full, out)


def by_poppler():
    """As Evince does it, and a form printed to a PDF."""
    out = work / "geprint.pdf"
    if not shutil.which("pdftocairo"):
        missing("pdftocairo")
    run("pdftocairo", "-pdf", form, out)
    flat(out)
    script = work / "vul.py"
    script.write_text(POPPLER)
    python = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable
    if subprocess.run([python, "-c", "import gi; gi.require_version('Poppler', '0.18'); from gi.repository import Poppler"], capture_output=True).returncode:
        missing("Poppler for Python (python3-gi, gir1.2-poppler-0.18)")
    out = work / "vol.pdf"
    run(python, script, form, out, json.dumps(ANSWERS))
    compare(out)
    if not out.read_bytes().startswith(pathlib.Path(form).read_bytes()[:1000]):
        sys.exit(f"{out}: expected to be saved behind what was there")


POPPLER = """
import json, pathlib, sys
import gi
gi.require_version('Poppler', '0.18')
from gi.repository import Poppler
form, out, answers = sys.argv[1:]
answers = json.loads(answers)
document = Poppler.Document.new_from_file(pathlib.Path(form).resolve().as_uri(), None)
for number in range(document.get_n_pages()):
    for mapping in document.get_page(number).get_form_field_mapping():
        field = mapping.field
        name = field.get_name()
        if name not in answers:
            continue
        if field.get_field_type() == Poppler.FormFieldType.TEXT:
            field.text_set_text(answers[name])
        elif field.get_alternate_ui_name().endswith(': ' + answers[name].replace('-', ' ')):
            field.button_set_state(True)
document.save(pathlib.Path(out).resolve().as_uri())
"""


def by_pdfjs():
    node("pdfjs-dist", "fill_pdfjs.mjs", [form, work / "vol.pdf"] + [f"{n}={v}" for n, v in ANSWERS.items()])
    compare(work / "vol.pdf")
    # Saved once more, with one value taken back.
    node("pdfjs-dist", "fill_pdfjs.mjs", [work / "vol.pdf", work / "weer.pdf", "kandidaat=", "B1-K1-W1-G1=voldoende"])
    compare(work / "weer.pdf", answers={**ANSWERS, "kandidaat": "", "B1-K1-W1-G1": "voldoende"})


PDFLIB = """
import fs from 'node:fs';
import {PDFDocument, PDFTextField} from 'pdf-lib';
const [input, output, answers, streams] = process.argv.slice(2);
const doc = await PDFDocument.load(fs.readFileSync(input));
const form = doc.getForm();
for (const [name, value] of Object.entries(JSON.parse(answers))) {
  const field = form.getField(name);
  field instanceof PDFTextField ? field.setText(value) : field.select(value);
}
fs.writeFileSync(output, await doc.save({updateFieldAppearances: false, useObjectStreams: streams === 'ja'}));
"""


def by_pdflib():
    for streams in ("ja", "nee"):
        out = work / f"vol-{streams}.pdf"
        node("pdf-lib", None, [form, out, json.dumps(ANSWERS), streams])
        compare(out)


def node(package, script, arguments):
    if not shutil.which("node") or not os.path.isdir(f"{browser}/node_modules/{package}"):
        missing(package)
    # Modules are looked for beside the script.
    copy = pathlib.Path(browser) / "node_modules" / f".filled_by_{package}.mjs"
    source = pathlib.Path(__file__).parents[2] / "conformance" / script if script else None
    copy.write_text(source.read_text() if source else PDFLIB)
    run("node", copy, *arguments)


shutil.rmtree(work, ignore_errors=True)
work.mkdir(parents=True)
if not said(form).startswith("form, 6 pages\n"):
    sys.exit(said(form))
{"pdftk": by_pdftk, "qpdf": by_qpdf, "poppler": by_poppler, "pdfjs": by_pdfjs, "pdflib": by_pdflib}[program]()
