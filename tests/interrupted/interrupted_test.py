#!/usr/bin/env python3
"""interrupted_test.py DOSSIER DOSSIER.yaml WORK_DIR CANDIDATES

`dossier forms` killed at several moments, by the number of forms there are: what lies there is whole, the next run makes only what is
missing, and in the end the folder is that of a run that nobody disturbed. Then the same while forms of an earlier list are replaced, and
the shares of --shard against one run."""

import csv
import hashlib
import io
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

dossier, real, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
CANDIDATES = int(sys.argv[4])
CHANGED = CANDIDATES // 3  # of whom the second list says something else
KERNTAAK = "P3-K2"


def fail(message):
    sys.exit(message)


def class_list(name, numbers, place_of):
    path = work / name
    rows = ["studentnummer;naam;groep;profiel;locatie"] + [f"{n:07d};Kandidaat {n};VK4{'AB'[n % 2]};P3;{place_of(n)}" for n in numbers]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def command(listed, folder, *more):
    return [dossier, "forms", str(listed), "--dossier", real, "--kerntaak", KERNTAAK, "--jobs", "2", "--quiet", "-o", str(folder), *more]


def run(listed, folder, *more):
    done = subprocess.run(command(listed, folder, *more), capture_output=True)
    if done.returncode != 0 or done.stdout or done.stderr:
        fail(f"{listed.name} {more}: status {done.returncode}\n{done.stdout.decode()}{done.stderr.decode()}")


def names(folder):
    return os.listdir(folder) if folder.exists() else []


def hash_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def hashes(folder):
    return {name: hash_of(folder / name) for name in names(folder)}


def identity(path):
    """Other for a file that was written again, also with the same bytes."""
    s = path.stat()
    return s.st_ino, s.st_mtime_ns, s.st_size


def identities(folder):
    return {name: identity(folder / name) for name in names(folder)}


def kill_when(listed, folder, reached):
    """Runs until `reached` says so; the status it ended with."""
    child = subprocess.Popen(command(listed, folder), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    while child.poll() is None and not reached():
        time.sleep(0.002)
    child.kill()
    said = child.communicate()[0].decode()
    if child.returncode not in (0, -signal.SIGKILL) or said:
        fail(f"status {child.returncode}\n{said}")
    return child.returncode


def check_whole(folder, allowed, known):
    """Every PDF is one of those that may be there under its name. `known` are files that were looked at before."""
    for name in names(folder):
        if not name.endswith(".pdf") or known.get(name) == identity(folder / name):
            continue
        data = (folder / name).read_bytes()
        if not data.rstrip().endswith(b"%%EOF"):
            fail(f"{name} is torn: {len(data)} bytes")
        if hashlib.sha256(data).hexdigest() not in allowed[name]:
            fail(f"{name} is whole, and not the form that it should be")


def strays(folder):
    return [name for name in names(folder) if name.endswith(".dossier-tmp")]


def plant_strays(folder, form):
    """What a run that is killed while it writes leaves behind: of a form, and of the overview. With luck one is there anyway."""
    for name in (form, "overzicht.csv"):
        (folder / f".{name}.dossier-tmp").write_bytes(b"%PDF-1.7\nhalf a f")


def check_same(what, got, expected):
    differ = [name for name in sorted(got.keys() | expected.keys()) if got.get(name) != expected.get(name)]
    if differ:
        fail(f"{what}: {len(differ)} files differ from an undisturbed run, the first is {differ[0]}")


def check_not_written_again(before, folder, what):
    after = identities(folder)
    again = [name for name, was in before.items() if name.endswith(".pdf") and after.get(name) != was]
    if again:
        fail(f"{what}: {len(again)} forms that were there have been written again, the first is {again[0]}")


def check_overview(folder, numbers):
    rows = list(csv.DictReader(io.StringIO((folder / "overzicht.csv").read_bytes().decode("utf-8-sig"), newline=""), delimiter=";"))
    if [row["studentnummer"] for row in rows] != [f"{n:07d}" for n in numbers]:
        fail("overzicht.csv does not have each candidate once, in the order of the list")
    if sorted(row["bestand"] for row in rows) != sorted(name for name in names(folder) if name.endswith(".pdf")):
        fail("overzicht.csv does not name the forms that are there")


shutil.rmtree(work, ignore_errors=True)
work.mkdir(parents=True)
everyone = range(1, CANDIDATES + 1)
first = class_list("klas.csv", everyone, lambda n: "Utrecht")
second = class_list("klas-later.csv", everyone, lambda n: "Zwolle" if n <= CHANGED else "Utrecht")
only_changed = class_list("klas-zwolle.csv", range(1, CHANGED + 1), lambda n: "Zwolle")

# What nobody disturbed. Of each folder only the hashes are kept: there are some hundreds of megabytes in it.
whole = work / "ongestoord"
run(first, whole)
expected = hashes(whole)
forms = sorted(name for name in expected if name.endswith(".pdf"))
if len(forms) != CANDIDATES or len(expected) != CANDIDATES + 1:
    fail(f"expected {CANDIDATES} forms and an overview, found {len(expected)} files")
check_overview(whole, everyone)
overview = (whole / "overzicht.csv").read_bytes()
shutil.rmtree(whole)

# ---- killed while it makes forms --------------------------------------------------------------------------------------------

folder = work / "gestoord"
killed, natural, before = [], 0, {}
for moment in (0.0, 0.13, 0.37, 0.62, 0.86, 0.999):
    least = max(1, int(moment * CANDIDATES))
    status = kill_when(first, folder, lambda least=least: sum(name.endswith(".pdf") for name in names(folder)) >= least)
    check_whole(folder, {name: {h} for name, h in expected.items()}, before)
    check_not_written_again(before, folder, f"killed at {least}")
    if (folder / "overzicht.csv").exists() and (folder / "overzicht.csv").read_bytes() != overview:
        fail("overzicht.csv is there and not whole")
    before = {name: i for name, i in identities(folder).items() if name.endswith(".pdf")}
    if status != 0 and len(before) < CANDIDATES:
        killed.append(len(before))
    natural += len(strays(folder))
    plant_strays(folder, forms[-1])
if len(set(killed)) < 3:
    fail(f"expected to kill it at three moments or more while forms are missing, not at {killed}")
run(first, folder)
check_same("killed, then run again", hashes(folder), expected)
check_not_written_again(before, folder, "run again")
check_overview(folder, everyone)
before = identities(folder)
run(first, folder)
if identities(folder) != before:
    fail("a run with nothing to do wrote a file")

# ---- killed while it replaces forms -----------------------------------------------------------------------------------------

run(only_changed, whole)
later = expected | {name: h for name, h in hashes(whole).items() if name.endswith(".pdf")}
shutil.rmtree(whole)
old = before


def replaced():
    return sum(identity(folder / name) != old[name] for name in forms[:CHANGED] if (folder / name).exists())


counts = []
for moment in (0.1, 0.6):
    kill_when(second, folder, lambda moment=moment: replaced() >= moment * CHANGED)
    check_whole(folder, {name: {expected[name], later[name]} for name in forms}, old)
    if not set(forms) <= set(names(folder)):
        fail("a form that was to be replaced is gone")
    counts.append(replaced())
    plant_strays(folder, forms[0])
if not 0 < counts[0] < CHANGED:
    fail(f"expected to kill it while forms are replaced, not at {counts}")
before = {name: i for name, i in identities(folder).items() if name in expected and i != old.get(name)}
run(second, folder)
check_same("killed while it replaced forms, then run again", hashes(folder), later)
check_not_written_again(before | {name: old[name] for name in forms[CHANGED:]}, folder, "run again after replacing")
check_overview(folder, everyone)
shutil.rmtree(folder)

# ---- shares -----------------------------------------------------------------------------------------------------------------

made = {}
few = class_list("klas-deel.csv", everyone[:301], lambda n: "Utrecht")
for share in (1, 2, 3):
    run(few, folder, "--shard", f"{share}/3")
    mine = hashes(folder)
    mine.pop(f"overzicht-{share}-van-3.csv")
    if made.keys() & mine.keys() or not 100 <= len(mine) <= 101:
        fail(f"share {share}/3 has {len(mine)} files, {len(made.keys() & mine.keys())} of them of an earlier share")
    made |= mine
    shutil.rmtree(folder)
check_same("the shares together", made, {name: expected[name] for name in forms[:301]})
shutil.rmtree(work)
print(f"{CANDIDATES} forms, killed at {', '.join(map(str, killed))} (left half-written: {natural}); {CHANGED} replaced, killed at "
      + ", ".join(map(str, counts)))
