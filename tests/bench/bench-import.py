#!/usr/bin/env python3
"""bench-import.py IMPORT_ONCE [ROWS]

How fast files come in, as ratios within one run, so that a slow machine judges itself:

  import of CSV   / sqlite3 .import of the same file   at most 4, aiming at 2.5
  JSON read       / the same parsed by json-glib       at most 1/3
  import of JSON  / import of the CSV of the same rows at most 1.3
  peak memory of the import of JSON                    below 200 MiB

Each pair runs in turn, several times, and the median of the ratios counts. What was not measured has not passed: where
json-glib is not installed the run fails, unless TENURE_BENCH_WITHOUT_JSON_GLIB is set."""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 5
PROGRAM = sys.argv[1]
ROWS = sys.argv[2] if len(sys.argv) > 2 else "100000"
HERE = pathlib.Path(__file__).resolve().parent


def ours(mode, file):
    result = subprocess.run([PROGRAM, mode, file], capture_output=True, encoding="utf-8", check=True)
    seconds, mebibytes = result.stdout.split()[-2:]
    return float(seconds), int(mebibytes)


def sqlite(file, folder):
    database = os.path.join(folder, "unit.db")
    if os.path.exists(database):
        os.unlink(database)
    started = time.monotonic()
    subprocess.run(["sqlite3", database, f".import --csv {file} rows"], check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - started


def main():
    worst = 0

    def judge(name, pairs, bound):
        nonlocal worst
        ratio = statistics.median(a / b for a, b in pairs)
        a, b = (statistics.median(side) for side in zip(*pairs))
        print(f"{name:58} {a:7.2f} / {b:6.2f} = {ratio:5.2f}  (at most {bound:.2f})", flush=True)
        worst = max(worst, ratio / bound)

    with tempfile.TemporaryDirectory(prefix="tenure-bench-") as folder:
        os.environ["TMPDIR"] = folder
        csv, json = os.path.join(folder, "register.csv"), os.path.join(folder, "grants.json")
        for form, file in (("csv", csv), ("json", json)):
            with open(file, "wb") as out:
                subprocess.run([sys.executable, HERE / "generate-register.py", form, ROWS], stdout=out, check=True)
        sqlite(csv, folder)
        judge("import of CSV, seconds / sqlite3 .import", [(ours("import", csv)[0], sqlite(csv, folder)) for _ in range(ROUNDS)], 4)
        judge("import of JSON, seconds / import of CSV",
              [(ours("import", json)[0], ours("import", csv)[0]) for _ in range(ROUNDS)], 1.3)
        judge("import of JSON, peak MiB / 200", [(ours("import", json)[1], 200)], 1)
        try:
            judge("JSON read into rows, seconds / parsed by json-glib",
                  [(ours("rows", json)[0], ours("tree", json)[0]) for _ in range(ROUNDS)], 1 / 3)
        except subprocess.CalledProcessError as error:
            print(f"not measured: JSON read into rows against json-glib ({error.stderr.strip()})")
            if not os.environ.get("TENURE_BENCH_WITHOUT_JSON_GLIB"):
                return 1
    return 1 if worst > 1 else 0


if __name__ == "__main__":
    if shutil.which("sqlite3") is None:
        sys.exit("sqlite3 is not installed: there is nothing to compare with.")
    sys.exit(main())
