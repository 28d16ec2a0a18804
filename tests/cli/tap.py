"""The little that the tests of the command line share: TAP, scratch folders, running tenure-cli, making documents.

A test file is `python3 test-x.py TENURE_CLI [MORE…]`. It defines functions named test_… that take a Scratch, and ends
with `tap.main (globals ())`. A function that returns passed; an AssertionError or any other exception failed it."""
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback

ARGUMENTS = [os.path.abspath(path) for path in sys.argv[1:]]  # the tests run in folders of their own
PROGRAM = ARGUMENTS[0]
AS_OF = "2026-11-21"


class Result:
    """What a run of tenure-cli left: exit status and what it wrote."""

    def __init__(self, process):
        self.status = process.returncode
        self.raw = process.stdout
        self.out = process.stdout.decode("utf-8", "replace")
        self.err = process.stderr.decode("utf-8", "replace")

    def json(self):
        return json.loads(self.raw.decode("utf-8"))

    def json_lines(self):
        return [json.loads(line) for line in self.raw.decode("utf-8").splitlines()]


class Scratch:
    """A folder of its own for one test."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def path(self, name):
        return str(self.folder / name)

    def write(self, name, text, encoding="utf-8"):
        pathlib.Path(self.path(name)).write_bytes(text.encode(encoding))
        return self.path(name)

    def run(self, *arguments, status=0, env=None, cwd=None):
        """Runs tenure-cli and insists on its exit status, unless that is None; whatever failed was said on stderr."""
        environment = dict(os.environ, **(env or {}))
        result = Result(subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, env=environment,
                                       cwd=cwd or self.folder, check=False))
        assert status in (result.status, None), f"{arguments}: status {result.status}, not {status}\n{result.out}{result.err}"
        if status == 2:
            assert result.err.startswith("tenure-cli: "), f"{arguments}: nothing said on stderr: {result.err!r}"
            assert result.raw == b"", f"{arguments}: wrong use was answered on stdout: {result.out!r}"
        return result

    def document(self, name="document.tenure", **tables):
        """A new document with rows written straight into its tables: agreement=[{"id": 1, "title": "A"}]."""
        path = self.path(name)
        self.run("new", path)
        insert(path, **tables)
        return path


def insert(path, **tables):
    with sqlite3.connect(path) as database:
        for table, rows in tables.items():
            for row in rows:
                columns = ", ".join(f'"{column}"' for column in row)
                marks = ", ".join("?" * len(row))
                database.execute(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', tuple(row.values()))
    database.close()


def rows(path, sql, *values):
    """The rows of a document as dictionaries."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    found = [dict(row) for row in database.execute(sql, values)]
    database.close()
    return found


def equal(found, expected, what=""):
    assert found == expected, f"{what}: {found!r} is not {expected!r}"


def main(names):
    """Runs the tests in the order in which they are written."""
    tests = [(name, function) for name, function in names.items() if name.startswith("test_")]
    failed = False
    print(f"1..{len(tests)}", flush=True)
    for number, (name, function) in enumerate(tests, 1):
        folder = tempfile.mkdtemp(prefix="tenure-cli-")
        try:
            function(Scratch(folder))
            print(f"ok {number} {name}", flush=True)
        except Exception:  # pylint: disable=broad-except
            failed = True
            print(f"not ok {number} {name}")
            for line in traceback.format_exc().splitlines():
                print(f"# {line}", flush=True)
        finally:
            shutil.rmtree(folder)
    sys.exit(1 if failed else 0)
