#!/usr/bin/env python3
"""watch_test.py DOSSIER WORK_DIR: `dossier watch --serve` sees what is saved, in whatever way; its pages are the files, byte for byte, with
a header that has the browser ask again; nobody else and no other file can be reached."""

import http.client
import os
import pathlib
import shutil
import subprocess
import sys
import threading
import time

dossier, work = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
TEXT = """\
naam: Klein dossier
basisdeel:
  kerntaken:
    - code: B1-K1
      titel: Verkoopt
      werkprocessen:
        - {code: B1-K1-W1, titel: Ontvangt de klant, gedrag: {aanhef: "De verkoper:", criteria: [begroet de klant;, luistert goed.]}}
profielen:
  - {code: P1, naam: Verkoper, niveau: 2}
beoordeling:
  schaal: [onvoldoende, voldoende, goed]
  cesuur: {criteria: alle, werkprocessen: alle}
"""
PATIENCE = 60  # seconds, on a machine that has other things to do


def fail(message):
    sys.exit(message + "\n" + "".join(lines))


def listen():
    for line in child.stdout:
        lines.append(line)


def wait_for(what, since=0):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if any(what in line for line in lines[since:]):
            return
        time.sleep(0.01)
    fail(f"does not say {what!r}")


def get(path, host=None, answers=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", path, headers={"Host": host or f"127.0.0.1:{port}"})
    response = connection.getresponse()
    answer = response.status, response.getheader("Refresh"), response.read()
    if answers is not None:
        answers.append(answer)
    return answer


def expect(what, got, wanted):
    if got != wanted:
        fail(f"{what}: {got!r}, not {wanted!r}")


shutil.rmtree(work, ignore_errors=True)
(work / "eigen").mkdir(parents=True)
(work / "klein.yaml").write_text(TEXT, encoding="utf-8")
lines = []
child = subprocess.Popen([dossier, "watch", "klein.yaml", "-o", "uit", "--templates", "eigen", "--formaat", "html", "--serve", "--port", "0"],
                         cwd=work, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
threading.Thread(target=listen, daemon=True).start()
try:
    wait_for("waiting until klein.yaml or eigen is saved")
    address = next(line for line in lines if line.startswith("http://")).strip()
    expect("address", address.rsplit(":", 1)[0], "http://127.0.0.1")
    port = int(address.rstrip("/").rsplit(":", 1)[1])
    page = (work / "uit/index.html").read_bytes()
    expect("first page", get("/"), (200, "1; url=/?na=1", page))
    expect("the same page", get("/index.html?na=99"), (200, "1; url=/index.html?na=1", page))

    # What lies outside, is hidden, or is a link; and other names for this machine.
    (work / "geheim.html").write_text("geheim", encoding="utf-8")
    (work / "uit/.verborgen.html").write_text("geheim", encoding="utf-8")
    (work / "uit/koppeling.html").symlink_to(work / "geheim.html")
    (work / "uit/map").symlink_to(work)
    for path in ("/../geheim.html", "/%2e%2e/geheim.html", "/..%2fgeheim.html", "/.verborgen.html", "/koppeling.html", "/map/geheim.html",
                 "//etc/hostname", "/p1-verkoper", "/x%00.html"):
        status, _, body = get(path)
        if status == 200 or b"geheim" in body:
            fail(f"{path} can be reached: {status}")
    expect("another name", get("/", "kwaad.example")[0], 403)

    # A page that is open waits for the next time; then it is the new one.
    def saved(save, says):
        since, answers = len(lines), []
        time_now = int(get("/")[1].rsplit("=", 1)[1])
        waiting = threading.Thread(target=get, args=(f"/?na={time_now}", None, answers))
        waiting.start()
        time.sleep(0.2)
        if answers:
            fail("the page does not wait")
        save()
        wait_for(says, since)
        waiting.join(PATIENCE)
        return answers[0] if answers else fail("the page still waits")

    def replace():
        (work / "nieuw").write_text(TEXT.replace("Klein", "Groot"), encoding="utf-8")
        os.replace(work / "nieuw", work / "klein.yaml")

    status, refresh, body = saved(replace, "wrote uit/index.html (other contents)")
    if b"Groot dossier" not in body or body != (work / "uit/index.html").read_bytes():
        fail("the new page is not the new file")
    status, refresh, body = saved(lambda: (work / "klein.yaml").write_text(TEXT + "  fout: <b>\n", encoding="utf-8"), "unknown key")
    if status != 200 or b"Er is iets mis met het dossier" not in body or b"&lt;b>" not in body or not refresh:
        fail("the page does not show what is wrong")
    if b"Groot dossier" not in (work / "uit/index.html").read_bytes():
        fail("an error changed a file")
    body = saved(lambda: (work / "klein.yaml").write_text(TEXT, encoding="utf-8"), "wrote uit/index.html (other contents)")[2]
    expect("mended", body, page)
    body = saved(lambda: (work / "eigen/huisstijl.yaml").write_text("school: Het Voorbeeld\n", encoding="utf-8"), "changed: eigen")[2]
    if b"Het Voorbeeld" not in body:
        fail("the house style does not show")
finally:
    child.kill()
    child.wait()
# The server ends with the program.
until = time.monotonic() + PATIENCE
while time.monotonic() < until:
    try:
        get("/")
    except OSError:
        break
    time.sleep(0.05)
else:
    fail("the pages are still there")
shutil.rmtree(work)
