#!/usr/bin/env python3
"""faults_test.py DOSSIER FAULTS.so WORK_DIR KILLS

`dossier build` over an older output folder, with one call of the system going wrong: each call of each kind once, and killed before each;
then killed at KILLS moments of the clock. After each run every file is the old one or the new one, whole, files of others are there, the
run says that it failed if it did, and the next run makes the rest and leaves nothing behind."""

import errno
import hashlib
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import time

dossier, faults, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
KILLS = int(sys.argv[4])
# Few files, for each of their calls is tried.
DOSSIER = """\
naam: Klein dossier
basisdeel:
  kerntaken:
    - code: B1-K1
      titel: Verkoopt
      werkprocessen:
        - code: B1-K1-W1
          titel: Ontvangt de klant
          gedrag: {aanhef: "De verkoper:", criteria: [begroet de klant vriendelijk;, luistert goed.]}
profielen:
  - {code: P1, naam: Verkoper, niveau: 2}
  - {code: P2, naam: Eerste verkoper, niveau: 3}
beoordeling:
  schaal: [onvoldoende, voldoende, goed]
  cesuur: {criteria: alle, werkprocessen: alle}
"""
OWN = {"eigen.txt": b"van de school", "p1-verkoper/eigen.txt": b"ook van de school"}
OF_THE_PROGRAM = {".dossier-inhoud", ".dossier-stand"}
# What may go wrong with each kind of call, and whether the run may still be good: one that only remembers, looks or tidies up.
KINDS = {"write": errno.ENOSPC, "fsync": errno.EIO, "rename": errno.EACCES, "open": errno.EMFILE, "mkdir": errno.EROFS, "close": errno.EIO,
         "unlink": errno.EPERM}
CHANGES = "write,fsync,rename,mkdir,unlink,open"


def fail(message):
    sys.exit(message)


def run(source, env=None):
    done = subprocess.run([dossier, "build", str(source), "-o", str(out), "--formaat", "html", "--formaat", "xml",
                           "--quiet", "--jobs", "1"], capture_output=True, env={**os.environ, **(env or {})})
    return done.returncode, done.stdout.decode() + done.stderr.decode()


def run_well(source, what):
    status, said = run(source)
    if status != 0 or said:
        fail(f"{what}: status {status}\n{said}")


def hashes(folder):
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*") if p.is_file()}


def documents(folder):
    return {name: h for name, h in hashes(folder).items() if name not in OF_THE_PROGRAM and name not in OWN}


def reset(to):
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(to, out)


def check_whole(what):
    for name, data in OWN.items():
        if (out / name).read_bytes() != data:
            fail(f"{what}: {name} of the school is not as it was")
    there = hashes(out)
    for name, h in there.items():
        if name.endswith(".dossier-tmp") or name.startswith(".dossier-") or name in OWN:
            continue
        if h not in (old.get(name), new.get(name)):
            fail(f"{what}: {name} is neither the old nor the new one")
    for name in old.keys() & new.keys():
        if name not in there:
            fail(f"{what}: {name} is gone")


def check_repaired(what):
    status, said = run(later)
    if status != 0 or (said and "interrupted" not in said):
        fail(f"{what}: the next run gives status {status}\n{said}")
    if documents(out) != new:
        fail(f"{what}: the next run does not give what an undisturbed run gives")
    left = [name for name in hashes(out) if name.endswith(".dossier-tmp") or name == ".dossier-onderweg"]
    if left:
        fail(f"{what}: left behind {left}")


shutil.rmtree(work, ignore_errors=True)
work.mkdir(parents=True)
out = work / "uit"
# One text changes and one profiel has another name: files that change, that come and that go.
first, later = work / "eerst.yaml", work / "later.yaml"
first.write_text(DOSSIER, encoding="utf-8")
later.write_text(DOSSIER.replace("Eerste verkoper", "Senior verkoper").replace("vriendelijk", "hartelijk"), encoding="utf-8")

run_well(later, "a new folder")
new = documents(out)
shutil.rmtree(out)
run_well(first, "a new folder")
old = documents(out)
for name, data in OWN.items():
    (out / name).parent.mkdir(exist_ok=True)
    (out / name).write_bytes(data)
before = work / "voor"
shutil.copytree(out, before)
if not (old.keys() - new.keys() and new.keys() - old.keys() and any(old[n] != new[n] for n in old.keys() & new.keys())):
    fail("the second dossier must add, change and remove files")

counted = {}
for kind, error in KINDS.items():
    reset(before)
    count_file = work / "aantal"
    status, said = run(later, {"LD_PRELOAD": faults, "FAULT_CALLS": kind, "FAULT_COUNT": str(count_file)})
    if status != 0 or documents(out) != new:
        fail(f"nothing went wrong, and yet: status {status}\n{said}")
    counted[kind] = int(count_file.read_text())
    failures = 0
    for n in range(1, counted[kind] + 1):
        reset(before)
        what = f"call {n} of {counted[kind]} of {kind} fails"
        status, said = run(later, {"LD_PRELOAD": faults, "FAULT_CALLS": kind, "FAULT_AT": str(n), "FAULT_ERROR": str(error)})
        check_whole(what)
        if status not in (0, 1, 3) or (status == 0) != (said == ""):
            fail(f"{what}: status {status}\n{said}")
        if status == 0 and documents(out) != new:
            fail(f"{what}: the run says that all went well, and it did not")
        failures += status != 0
        check_repaired(what)
    if failures == 0:
        fail(f"no call of {kind} matters")

reset(before)
run(later, {"LD_PRELOAD": faults, "FAULT_CALLS": CHANGES, "FAULT_COUNT": str(count_file)})
calls = int(count_file.read_text())
for n in range(1, calls + 1):
    reset(before)
    status, said = run(later, {"LD_PRELOAD": faults, "FAULT_CALLS": CHANGES, "FAULT_AT": str(n), "FAULT_ERROR": "kill"})
    if status != -signal.SIGKILL:
        fail(f"not killed before call {n} of {calls}: status {status}\n{said}")
    check_whole(f"killed before call {n} of {calls}")
    check_repaired(f"killed before call {n} of {calls}")

# By the clock, to and fro, so that a run also finds what several killed ones left behind.
reset(before)
began = time.monotonic()
run(later)
whole_run = time.monotonic() - began
chance, killed = random.Random(13), 0
for n in range(KILLS):
    source = (first, later)[n % 2]
    child = subprocess.Popen([dossier, "build", str(source), "-o", str(out), "--formaat", "html", "--formaat", "xml",
                              "--quiet", "--jobs", "1"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    time.sleep(chance.uniform(0, whole_run))
    child.kill()
    child.communicate()
    killed += child.returncode == -signal.SIGKILL
    check_whole(f"kill {n} by the clock")
check_repaired("after all kills")
if killed < KILLS // 4:
    fail(f"only {killed} of {KILLS} runs were killed")

# The dossier is written while it is read.
reset(before)
status, said = run(later, {"LD_PRELOAD": faults, "FAULT_CALLS": "read", "FAULT_AT": "2", "FAULT_CHANGE": str(later)})
if status != 3 or f'error: cannot read "{later}": was changed while it was read\n' != said:
    fail(f"changed while it was read: status {status}\n{said}")
if documents(out) != old:
    fail("changed while it was read: and yet something was made")

shutil.rmtree(work)
print(", ".join(f"{n} {kind}" for kind, n in counted.items()) + f"; killed before {calls} calls, and {killed} times of {KILLS} by the clock")
