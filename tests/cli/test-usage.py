"""Wrong use, missing and foreign files: exit status 2, a sentence on stderr, nothing on stdout, nothing changed."""
import os
import sqlite3
import subprocess
import tap

COMMANDS = ["new", "import", "check", "figures", "flags", "scenario", "propose", "explain", "power", "chart", "history"]
READERS = [["check"], ["figures"], ["flags"], ["history"], ["explain", None, "1", "T1"],
           ["chart", "horizon", None, "-o", "chart.svg"]]


def reader(words, document):
    return [document if word is None else word for word in words] if None in words else [*words, document]


def test_help_lists_every_command(scratch):
    out = scratch.run("--help").out
    for command in COMMANDS:
        assert f"  {command} " in out, command
    assert "{" not in out, out


def test_every_command_has_help(scratch):
    for command in COMMANDS:
        result = scratch.run(command, "--help")
        assert f"tenure-cli [OPTION…] {command}" in result.out, result.out
        assert "{" not in result.out, result.out
        tap.equal(result.err, "")


def test_version(scratch):
    assert scratch.run("--version").out.startswith("tenure-cli ")


def test_no_command(scratch):
    assert "--help" in scratch.run(status=2).err


def test_unknown_command(scratch):
    assert "“figuers”" in scratch.run("figuers", "x.tenure", status=2).err


def test_unknown_option(scratch):
    for command in COMMANDS:
        assert "--no-such-option" in scratch.run(command, "--no-such-option", status=2).err, command


def test_missing_arguments(scratch):
    for command in COMMANDS:
        assert f"Use: tenure-cli {command}" in scratch.run(command, status=2).err, command


def test_too_many_arguments(scratch):
    for command in ["new", "check", "figures", "flags", "history"]:
        scratch.run(command, "a.tenure", "b.tenure", status=2)


def test_missing_document_is_named(scratch):
    for words in READERS:
        assert "missing.tenure" in scratch.run(*reader(words, "missing.tenure"), status=2).err, words
    assert not os.path.exists(scratch.path("chart.svg"))


def test_foreign_files_are_refused_untouched(scratch):
    foreign = {"text.tenure": b"not a database", "empty.tenure": b"", "other.tenure": b"SQLite format 3\0" + bytes(4080)}
    for name, contents in foreign.items():
        with open(scratch.path(name), "wb") as file:
            file.write(contents)
        for words in READERS:
            assert name in scratch.run(*reader(words, name), status=2).err, (name, words)
        with open(scratch.path(name), "rb") as file:
            tap.equal(file.read(), contents, name)


def test_another_sqlite_file_is_refused(scratch):
    database = sqlite3.connect(scratch.path("other.tenure"))
    database.execute("CREATE TABLE agreement (id INTEGER PRIMARY KEY)")
    database.commit()
    database.close()
    scratch.run("figures", "other.tenure", status=2)


def test_a_cut_file_is_refused(scratch):
    document = scratch.document()
    with open(document, "rb") as file:
        whole = file.read()
    with open(document, "wb") as file:
        file.write(whole[:len(whole) // 2])
    scratch.run("check", document, status=2)


def test_bad_dates(scratch):
    document = scratch.document()
    for text in ["21/11/2026", "2026-02-30", "tomorrow", ""]:
        for command in ["figures", "flags"]:
            assert "no date" in scratch.run(command, document, "--as-of", text, status=2).err, text


def test_new_makes_an_empty_document(scratch):
    result = scratch.run("new", scratch.path("new.tenure"))
    assert "new.tenure" in result.out
    tap.equal(tap.rows(scratch.path("new.tenure"), "SELECT count(*) AS n FROM agreement"), [{"n": 0}])
    tap.equal(scratch.run("figures", "new.tenure", "--json").json()["agreements"]["value"], 0)


def test_new_as_json(scratch):
    tap.equal(scratch.run("new", "new.tenure", "--json").json(), {"file": "new.tenure"})


def test_new_with_price_indexes(scratch):
    scratch.run("new", "new.tenure", "--price-indexes")
    found = tap.rows(scratch.path("new.tenure"), "SELECT p.name, p.source, p.usual, count(r.id) AS n, count(r.source) AS sources "
                     "FROM price_index p JOIN index_rate r ON r.price_index = p.id GROUP BY p.id ORDER BY p.id")
    tap.equal([(row["name"], row["usual"], row["n"], row["sources"]) for row in found],
              [("Consumer prices (CPI)", 1, 6, 6), ("NHS cost uplift", 0, 2, 2), ("Real Living Wage", 0, 5, 5)])
    assert all(row["source"] for row in found)
    assert "price indexes" in scratch.run("history", "new.tenure").out
    scratch.run("check", "new.tenure")


def test_new_does_not_overwrite(scratch):
    scratch.write("there.tenure", "precious")
    assert "there.tenure" in scratch.run("new", "there.tenure", status=2).err
    with open(scratch.path("there.tenure"), encoding="utf-8") as file:
        tap.equal(file.read(), "precious")


def test_new_in_a_missing_folder(scratch):
    scratch.run("new", "no/such/folder/new.tenure", status=2)


def test_output_that_cannot_be_written(scratch):
    document = scratch.document()
    for words in [["figures"], ["figures", "--json"], ["flags"], ["history", "--json"]]:
        with open("/dev/full", "wb") as full:
            process = subprocess.run([tap.PROGRAM, *words, document], stdout=full, stderr=subprocess.PIPE, check=False)
        tap.equal(process.returncode, 2, words)
        assert b"could not be written" in process.stderr, process.stderr


def test_reading_leaves_no_trace(scratch):
    document = scratch.document()
    with open(document, "rb") as file:
        before = file.read()
    for words in READERS[:4]:
        scratch.run(*reader(words, document))
    with open(document, "rb") as file:
        tap.equal(file.read(), before)
    tap.equal(sorted(os.listdir(scratch.folder)), ["document.tenure"])


if __name__ == "__main__":
    tap.main(globals())
