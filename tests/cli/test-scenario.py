"""tenure-cli scenario: changes written down in a script, tried on a copy; the document stays as it is."""
import hashlib
import pathlib
import random
import tap

KEYS = {"changes", "base", "scenario", "cost_by_year", "flags"}


def make(scratch):
    return scratch.document(
        organisation=[{"id": 1, "name": "Lantern House", "vcs": 1}, {"id": 2, "name": "North Council", "vcs": 0}],
        agreement=[{"id": 101, "title": "Befriending", "reference": "B-1", "provider": 1, "start": "2026-04-01",
                    "end": "2027-03-31", "value": 1200000, "value_basis": "total", "currency": "GBP"},
                   {"id": 102, "title": "St Mary's advice", "provider": 1, "start": "2026-04-01", "end": "2028-03-31",
                    "value": 600000, "value_basis": "annual", "currency": "GBP"},
                   {"id": 103, "title": "No end", "provider": 1, "start": "2026-04-01"}],
        extension=[{"id": 201, "agreement": 102, "length": "P12M"}],
        portfolio=[{"id": 901, "name": "Advice"}], membership=[{"id": 902, "portfolio": 901, "agreement": 102}])


def tried(scratch, script, *arguments, status=0):
    path = scratch.write("script", script)
    return scratch.run("scenario", make(scratch), path, "--as-of", tap.AS_OF, *arguments, "--json", status=status)


def horizon(figures, month):
    return figures["horizon"][month]["committed_minor"]["value"]


def test_both_sides(scratch):
    found = tried(scratch, "# a year and a half\n\nextend B-1 18 months\n").json()
    tap.equal(set(found), KEYS)
    tap.equal(found["changes"], [{"line": 3, "change": "extend B-1 18 months", "made": True, "problem": None}])
    tap.equal((horizon(found["base"], 12), horizon(found["scenario"], 12)), (600000, 1800000))
    [flag] = [flag for flag in found["flags"] if flag["rule"] == "T1" and flag["record"] == 101]
    tap.equal((flag["before"], flag["after"], flag["name"]), ("red", None, "Befriending"))
    costs = {year["from"]: (year["base_minor"]["value"], year["scenario_minor"]["value"]) for year in found["cost_by_year"]}
    tap.equal(set(costs), {"2026-04-01", "2027-04-01", "2028-04-01"})
    assert costs["2028-04-01"][0] == 0 < costs["2028-04-01"][1] < 610000, costs


def test_every_change(scratch):
    script = """extend 101 1 year
exercise "St Mary's advice"
uplift "St Mary's advice" 3.5 %
uplift B-1 -2%
move-end B-1 2028-06-30
end-early "St Mary's advice" 2027-01-31
add "Winter advice" provider "Lantern House" funder "North Council" from 2026-11-01 to 2029-10-31 yearly 6000.50
add "Summer advice" like B-1 from 2027-04-01 to 2028-03-31 yearly 100 currency JPY
"""
    found = tried(scratch, script).json()
    assert all(change["made"] for change in found["changes"]), found["changes"]
    tap.equal(found["scenario"]["agreements"]["value"], found["base"]["agreements"]["value"] + 2)


def keep(scratch, *changes):
    """A document that keeps a scenario of two changes, and others."""
    document = make(scratch)
    tap.insert(document, scenario=[{"id": 1001, "name": "Two more years", "notes": "For the panel"}],
               scenario_change=[{"id": 1101, "scenario": 1001, "kind": "extend", "length": "P24M"},
                                {"id": 1102, "scenario": 1001, "kind": "uplift", "rate": 350}, *changes],
               scenario_agreement=[{"id": 1201, "change": 1101, "agreement": 101},
                                   {"id": 1202, "change": 1101, "agreement": 102},
                                   {"id": 1203, "change": 1102, "agreement": 102}])
    return document


def test_kept(scratch):
    """The same as the script that says so; a copy with the changes made keeps it no more."""
    document, output = keep(scratch), scratch.path("made.tenure")
    script = scratch.write("script", "extend 101 24 months\nextend 102 2 years\nuplift 102 3.5 %\n")
    by_name = scratch.run("scenario", document, "Two more years", "--kept", "--as-of", tap.AS_OF, "--json").json()
    by_script = scratch.run("scenario", document, script, "--as-of", tap.AS_OF, "--json").json()
    tap.equal([change["change"] for change in by_name["changes"]],
              ["Extend “Lantern House: Befriending” by 24 months", "Extend “Lantern House: St Mary's advice” by 24 months",
               "Raise the price of “Lantern House: St Mary's advice” by 3.5 %"])
    tap.equal({**by_name, "changes": []}, {**by_script, "changes": []})
    scratch.run("scenario", document, "Two more years", "-k", "--as-of", tap.AS_OF, "-o", output)
    tap.equal(tap.rows(output, "SELECT * FROM scenario"), [])
    tap.equal(len(tap.rows(document, "SELECT * FROM scenario")), 1)
    assert "Two years" in scratch.run("scenario", document, "Two years", "--kept", status=2).err


def test_kept_by_another_version(scratch):
    """What this version does not know is said, and nothing is written without it."""
    document, output = keep(scratch, {"id": 1103, "scenario": 1001, "kind": "novate"},
                            {"id": 1104, "scenario": 1001, "kind": "exercise"}), scratch.path("made.tenure")
    result = scratch.run("scenario", document, "Two more years", "--kept", "-o", output, "--as-of", tap.AS_OF, status=1)
    assert "Take up the next option: its agreements are no longer there." in result.err, result.err
    assert "1 change that this version does not know is left out." in result.err, result.err
    assert "is not written: 2 changes cannot be made" in result.err, result.err
    assert not pathlib.Path(output).exists()


def test_merge(scratch):
    found = tried(scratch, "merge B-1 102 to 2030-03-31").json()
    tap.equal(found["scenario"]["agreements"]["value"], found["base"]["agreements"]["value"] - 1)
    tap.equal(horizon(found["scenario"], 30), 1800000)


def test_what_is_not_recorded(scratch):
    result = tried(scratch, "extend \"No end\" 12 months\nextend B-1 12 months\n", status=1)
    tap.equal([change["made"] for change in result.json()["changes"]], [False, True])
    assert "script:1: " in result.err and "has no end on record" in result.err, result.err
    tap.equal(horizon(result.json()["scenario"], 12), 1800000)


def test_faults_are_named(scratch):
    script = """prolong B-1 12 months
extend B-9 12 months
extend "Lantern House" 12 months
extend B-1 12 weeks
uplift B-1 3.5
move-end B-1 2027-02-30
merge B-1 to 2030-03-31
add "X" from 2027-04-01 to 2030-03-31
add "X" like B-1 from 2027-04-01 to
extend "B-1 12 months
exercise B-1 twice
end-early
"""
    result = scratch.run("scenario", make(scratch), scratch.write("script", script), status=2)
    for number in range(1, 13):
        assert f"script:{number}: " in result.err, (number, result.err)
    for words in ("“prolong”", "“B-9”", "“Lantern House” is no agreement", "“weeks”", "“2027-02-30”", "nothing was tried"):
        assert words in result.err, (words, result.err)


def test_files_that_cannot_be_read(scratch):
    document = make(scratch)
    pathlib.Path(scratch.path("bytes")).write_bytes(b"extend \xff 12 months")
    pathlib.Path(scratch.path("long")).write_bytes(b"#" * 1100000)
    for name in ("missing", "bytes", "long"):
        assert name in scratch.run("scenario", document, scratch.path(name), status=2).err, name


def test_in_a_portfolio(scratch):
    script = "extend B-1 12 months\nuplift 102 10 %\n"
    found = tried(scratch, script, "--portfolio", "Advice").json()
    tap.equal([found[side]["annual_value"][0]["value"] for side in ("base", "scenario")], [600000, 660000])
    assert not [flag for flag in found["flags"] if flag["record"] == 101], found["flags"]


def test_nothing_is_written(scratch):
    document = make(scratch)
    before = hashlib.sha256(pathlib.Path(document).read_bytes()).digest()
    out = scratch.run("scenario", document, scratch.write("script", "extend B-1 36 months\n"), "--as-of", tap.AS_OF).out
    for words in ("1 change tried, nothing written.", "As it is", "Scenario", "Cost of the year to", "£18,000", "Befriending"):
        assert words in out, (words, out)
    tap.equal(hashlib.sha256(pathlib.Path(document).read_bytes()).digest(), before)


def test_changes_are_made(scratch):
    """In a document of its own: what is tried afterwards begins where the scenario ended, and history tells each change."""
    document, output = make(scratch), scratch.path("changed.tenure")
    script = scratch.write("script", """extend B-1 18 months
exercise "St Mary's advice"
uplift B-1 -2.5 %
add "Winter advice" like B-1 funder "North Council" from 2026-11-01 to 2029-10-31 yearly 6000.50
""")
    before = hashlib.sha256(pathlib.Path(document).read_bytes()).digest()
    found = scratch.run("scenario", document, script, "--as-of", tap.AS_OF, "--portfolio", "Advice", "-o", output, "--json").json()
    tap.equal(hashlib.sha256(pathlib.Path(document).read_bytes()).digest(), before)
    figures = scratch.run("figures", output, "--as-of", tap.AS_OF, "--portfolio", "Advice", "--json").json()
    tap.equal(figures, found["scenario"])
    [step] = scratch.run("history", output, "--json").json()
    for words in ("Scenario: ", "Extend “Lantern House: Befriending” by 18 months", "Take up the next option of ",
                  "Lower the price of “Lantern House: Befriending” by 2.5 %", "Add “Winter advice”, 1 Nov 2026 to 31 Oct 2029"):
        assert words in step["label"], (words, step["label"])


def test_terms_are_merged(scratch):
    document, output = make(scratch), scratch.path("merged.tenure")
    out = scratch.run("scenario", document, scratch.write("script", "merge B-1 102 to 2030-03-31\n"), "--as-of", tap.AS_OF,
                      "--output", output).out
    assert "1 change made. Wrote " in out and "nothing written" not in out, out
    figures = scratch.run("figures", output, "--as-of", tap.AS_OF, "--portfolio", "Advice", "--json").json()
    tap.equal(figures["agreements"]["value"], 1)
    tap.equal(horizon(figures, 30), 1800000)


def test_what_is_there_is_never_written_over(scratch):
    document, script = make(scratch), scratch.write("script", "extend B-1 12 months\n")
    before = hashlib.sha256(pathlib.Path(document).read_bytes()).digest()
    for output in (document, script):
        assert "is there already" in scratch.run("scenario", document, script, "-o", output, status=2).err
    tap.equal(hashlib.sha256(pathlib.Path(document).read_bytes()).digest(), before)
    assert "x.tenure" in scratch.run("scenario", document, script, "-o", scratch.path("nowhere/x.tenure"), status=2).err


def test_all_or_none_is_made(scratch):
    output = scratch.path("changed.tenure")
    script = scratch.write("script", "extend B-1 12 months\nextend \"No end\" 12 months\n")
    result = scratch.run("scenario", make(scratch), script, "-o", output, status=1)
    assert "is not written: 1 change cannot be made." in result.err and "nothing written" in result.out, result.err
    assert not pathlib.Path(output).exists()


def test_whatever_is_written(scratch):
    """Lines of words that mean something, in any order, with ends of all time: an answer, never a crash."""
    document = make(scratch)
    tap.insert(document, agreement=[{"id": 104, "title": "For ever", "provider": 1, "start": "0001-01-01", "end": "9999-12-31",
                                     "value": 9223372036854775807, "value_basis": "total", "currency": "GBP"}])
    words = ["extend", "exercise", "uplift", "move-end", "end-early", "merge", "add", "B-1", "102", "104", "'No end'", "\"", "#",
             "to", "from", "like", "yearly", "currency", "JPY", "1200 months", "100 years", "1000 %", "-99.99%", "9999-12-31",
             "0001-01-01", "999999999.99", "\\", "é", ""]
    chance = random.Random(7)
    good = ["extend 104 1200 months", "move-end 104 0001-01-01", "uplift 104 1000 %", "merge 104 B-1 to 9999-12-31",
            "end-early 104 0001-01-01", "add X like 104 from 0001-01-01 to 9999-12-31 yearly 999999999.99", "extend 104 1 month",
            "merge B-1 104 to 9999-12-31", "move-end B-1 9999-12-31", "extend B-1 1200 months", "uplift B-1 1000%"]
    for _ in range(30):
        lines = [" ".join(chance.choices(words, k=chance.randrange(1, 7))) for _ in range(20)]
        assert scratch.run("scenario", document, scratch.write("script", "\n".join(lines)), status=None).status in (0, 1, 2)
        lines = chance.choices(good, k=5)
        result = scratch.run("scenario", document, scratch.write("script", "\n".join(lines)), "--json", status=None)
        assert result.status in (0, 1), (lines, result.err)
        tap.equal(len(result.json()["changes"]), 5)


def test_an_empty_script_changes_nothing(scratch):
    found = tried(scratch, "# nothing yet\n").json()
    tap.equal((found["changes"], found["flags"]), ([], []))
    tap.equal(found["base"], found["scenario"])
    assert "No figure of the portfolio differs." in scratch.run("scenario", scratch.path("document.tenure"),
                                                                 scratch.path("script")).out


if __name__ == "__main__":
    tap.main(globals())
