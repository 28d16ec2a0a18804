"""tenure-cli history: the steps of a document and what happened to one record."""
import re
import tap

REGISTER = "Reference,Title,Supplier,Start Date,End Date\n1,Choir,Lantern House,01/04/2026,31/03/2027\n"


def imported_twice(scratch):
    document = scratch.document()
    scratch.run("import", scratch.write("one.csv", REGISTER), "-d", document, "--buyer", "North Council")
    scratch.run("import", scratch.write("two.csv", REGISTER.replace("2027", "2028")), "-d", document, "--buyer",
                "North Council")
    return document


def test_an_untouched_document(scratch):
    document = scratch.document()
    tap.equal(scratch.run("history", document, "--json").json(), [])
    assert "Nothing was changed yet." in scratch.run("history", document).out


def test_steps(scratch):
    entries = scratch.run("history", imported_twice(scratch), "--json").json()
    tap.equal(len(entries), 2)
    for entry in entries:
        tap.equal(set(entry), {"seq", "at", "author", "label", "state", "changes"})
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", entry["at"]), entry
        assert entry["author"], entry
        tap.equal(entry["state"], "done")
    assert "two.csv" in entries[0]["label"] and "one.csv" in entries[1]["label"], entries
    tap.equal(entries[1]["changes"]["agreement"], {"inserted": 1, "updated": 0, "deleted": 0})
    tap.equal(entries[0]["changes"]["agreement"], {"inserted": 0, "updated": 1, "deleted": 0})


def test_one_record(scratch):
    document = imported_twice(scratch)
    [row] = tap.rows(document, "SELECT id FROM agreement")
    changes = scratch.run("history", document, "--record", row["id"], "--json").json()
    [end] = [change for change in changes if change["field"] == "end" and change["kind"] == "updated"]
    tap.equal((end["before"], end["after"]), ("2027-03-31", "2028-03-31"))
    assert any(change["kind"] == "inserted" and change["field"] == "title" and change["after"] == "Choir"
               for change in changes), changes
    out = scratch.run("history", document, "--record", row["id"]).out
    assert "Agreement: Choir" in out and "31 Mar 2027" in out and "31 Mar 2028" in out, out


def test_for_people(scratch):
    out = scratch.run("history", imported_twice(scratch)).out
    lines = out.splitlines()
    assert "two.csv" in lines[1] and "one.csv" in lines[2], out


def test_an_unknown_record(scratch):
    document = imported_twice(scratch)
    for number in ["999", "0", "-5", "Choir"]:
        scratch.run("history", document, "--record", number, status=2)


if __name__ == "__main__":
    tap.main(globals())
