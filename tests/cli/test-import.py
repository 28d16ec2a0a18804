"""tenure-cli import: the report, what is refused, the answers given by options, importing twice, real files."""
import json
import os
import pathlib
import subprocess

import tap

DATA = os.path.join(os.environ["TENURE_TEST_DATA"], "import")

# file, profile, records, sum in pence by currency: as worked out by other means (tests/data/README.md)
REAL = [
    ("register_title_rows_and_total.xlsx", "register", 193, {"GBP": 357945755376}),
    ("register_title_rows_and_total.ods", "register", 193, {"GBP": 357945755376}),
    ("register_lgtc_layout_bom.csv", "register", 193, {"GBP": 357945755376}),
    ("register_nhsbsa_layout.csv", "register", 119, {None: 257404280000}),
    ("baring.json", "360giving", 53, {"GBP": 208693700}),
    ("esmee_fairbairn_5_grants_grantnav-20180903134856.json", "360giving", 5, {"GBP": 194648600}),
    ("arts_council_northern_ireland.csv", "360giving", 755, {"GBP": 2104891447}),
    ("lancashire_cc_committee_memberships.csv", "boards", 253, {}),
    ("charity_commission_publicextract_layout_20.json", "organisations", 20, {}),
]
DAMAGED = ["fixtures/invalid_truncated.json", "fixtures/fundingproviders-grants_malformed.json"]

KEYS = {"file", "profile", "records_read", "added", "updated", "unchanged", "refused", "problems", "totals"}
PROBLEM_KEYS = {"row", "column", "level", "code", "message"}

REGISTER = """Reference Number,Contract Title,Supplier Name,Start Date,End Date,Contract Value
A-1,Befriending,Lantern House,01/04/2026,31/03/2027,"£12,000.00"
A-2,Advice line,Harbour Rights,01/04/2024,31/03/2027,"£90,000.50"
A-3,Lunch club,Lantern House,01/10/2026,30/09/2028,£8000
"""

GRANTS = {"grants": [
    {"id": "360G-lantern-1", "title": "Core costs", "description": "Core costs of the centre", "currency": "GBP",
     "amountAwarded": 30000, "awardDate": "2026-02-01",
     "recipientOrganization": [{"id": "GB-CHC-1990901", "name": "Lantern House"}],
     "fundingOrganization": [{"id": "GB-CHC-1990112", "name": "The Fellmonger Foundation"}],
     "plannedDates": [{"startDate": "2026-04-01", "endDate": "2029-03-31"}]},
    {"id": "360G-lantern-2", "title": "Van", "description": "A van", "currency": "GBP", "amountAwarded": 9500.25,
     "awardDate": "2026-03-01", "recipientOrganization": [{"id": "GB-CHC-1990902", "name": "Harbour Rights"}],
     "fundingOrganization": [{"id": "GB-CHC-1990112", "name": "The Fellmonger Foundation"}]},
]}


def register(scratch, text=REGISTER):
    return scratch.write("register.csv", text)


def import_one(scratch, document, file, *options, status=0):
    result = scratch.run("import", file, "-d", document, "--json", *options, status=status)
    lines = result.json_lines()
    tap.equal(len(lines), 1, "one object a file")
    return lines[0]


def test_report_of_a_register(scratch):
    document = scratch.document()
    report = import_one(scratch, document, register(scratch), "--buyer", "North Council", "--currency", "GBP")
    assert KEYS <= set(report), report
    tap.equal(report["file"].split("/")[-1], "register.csv")
    tap.equal(report["profile"], "register")
    tap.equal({key: report[key] for key in ["records_read", "added", "updated", "unchanged", "refused"]},
              {"records_read": 3, "added": 3, "updated": 0, "unchanged": 0, "refused": 0})
    tap.equal(report["totals"], [{"currency": "GBP", "minor": 1200000 + 9000050 + 800000}])


def test_what_is_in_the_document(scratch):
    document = scratch.document()
    import_one(scratch, document, register(scratch), "--buyer", "North Council", "--total")
    found = tap.rows(document, 'SELECT reference, title, start, "end", value, value_basis, currency, '
                               '(SELECT name FROM organisation WHERE id = provider) AS provider '
                               'FROM agreement ORDER BY reference')
    tap.equal(found[1], {"reference": "A-2", "title": "Advice line", "start": "2024-04-01", "end": "2027-03-31",
                         "value": 9000050, "value_basis": "total", "currency": "GBP", "provider": "Harbour Rights"})
    funders = tap.rows(document, "SELECT DISTINCT name FROM organisation JOIN funder ON funder.organisation = organisation.id")
    tap.equal(funders, [{"name": "North Council"}])


def test_annual_values(scratch):
    document = scratch.document()
    import_one(scratch, document, register(scratch), "--annual")
    tap.equal(tap.rows(document, "SELECT DISTINCT value_basis FROM agreement"), [{"value_basis": "annual"}])


def test_answers_about_providers(scratch):
    document = scratch.document()
    import_one(scratch, document, register(scratch), "--vcs", "Lantern House", "--not-vcs", "Harbour Rights")
    found = {row["name"]: row["vcs"] for row in tap.rows(document, "SELECT name, vcs FROM organisation")}
    tap.equal((found["Lantern House"], found["Harbour Rights"]), (1, 0))


def test_a_provider_named_in_vain(scratch):
    document = scratch.document()
    result = scratch.run("import", register(scratch), "-d", document, "--vcs", "Lantern Hose", "--vcs", "harbour rights",
                         "--json", status=1)
    assert "“Lantern Hose”" in result.err and "arbour" not in result.err, result.err
    tap.equal(result.json_lines()[0]["added"], 3)


def test_without_an_answer_nothing_is_guessed(scratch):
    document = scratch.document()
    import_one(scratch, document, register(scratch))
    tap.equal(tap.rows(document, "SELECT DISTINCT vcs FROM organisation"), [{"vcs": None}])
    tap.equal(tap.rows(document, "SELECT DISTINCT value_basis FROM agreement"), [{"value_basis": None}])


def test_importing_again_changes_nothing(scratch):
    document = scratch.document()
    import_one(scratch, document, register(scratch), "--buyer", "North Council")
    before = tap.rows(document, "SELECT * FROM agreement ORDER BY id")
    report = import_one(scratch, document, register(scratch), "--buyer", "North Council")
    tap.equal((report["added"], report["updated"], report["unchanged"]), (0, 0, 3))
    tap.equal(tap.rows(document, "SELECT * FROM agreement ORDER BY id"), before)


def test_a_changed_row_is_updated(scratch):
    document = scratch.document()
    import_one(scratch, document, register(scratch), "--buyer", "North Council")
    report = import_one(scratch, document, register(scratch, REGISTER.replace("31/03/2027,\"£90", "30/09/2027,\"£90")),
                        "--buyer", "North Council")
    tap.equal((report["added"], report["updated"], report["unchanged"]), (0, 1, 2))
    tap.equal(tap.rows(document, 'SELECT "end" FROM agreement WHERE reference = ?', "A-2"), [{"end": "2027-09-30"}])


def test_a_bad_row_is_refused_and_the_rest_goes_in(scratch):
    document = scratch.document()
    bad = REGISTER + ",,,01/04/2026,31/03/2027,£500\n" + "A-5,Choir,Lantern House,01/04/2026,31/03/2027,£500\n"
    file = register(scratch, bad)
    result = scratch.run("import", file, "-d", document, "--json", status=1)
    report = result.json_lines()[0]
    tap.equal((report["records_read"], report["added"], report["refused"]), (5, 4, 1))
    errors = [problem for problem in report["problems"] if problem["level"] == "error"]
    tap.equal([problem["row"] for problem in errors], [5])
    assert PROBLEM_KEYS == set(errors[0]), errors
    assert "register.csv" in result.err and "5" in result.err, result.err
    tap.equal(report["totals"][0]["minor"], 1200000 + 9000050 + 800000 + 50000)


def test_problems_are_on_stderr_alone(scratch):
    document = scratch.document()
    file = register(scratch, REGISTER.replace("01/10/2026", "no day"))
    result = scratch.run("import", file, "-d", document, status=1)
    assert "no day" not in result.out, result.out
    assert "register.csv: row 4, column “Start Date”" in result.err, result.err


def test_an_end_before_the_start_is_a_warning(scratch):
    document = scratch.document()
    report = import_one(scratch, document, register(scratch, REGISTER.replace("30/09/2028", "30/09/2025")))
    tap.equal((report["added"], report["refused"]), (3, 0))
    assert any(problem["level"] == "warning" and problem["row"] == 4 for problem in report["problems"]), report


def test_360giving_json(scratch):
    document = scratch.document()
    file = scratch.write("grants.json", json.dumps(GRANTS))
    report = import_one(scratch, document, file)
    tap.equal((report["profile"], report["records_read"], report["added"]), ("360giving", 2, 2))
    tap.equal(report["totals"], [{"currency": "GBP", "minor": 3000000 + 950025}])
    tap.equal(tap.rows(document, 'SELECT start, "end" FROM agreement WHERE title = ?', "Core costs"),
              [{"start": "2026-04-01", "end": "2029-03-31"}])
    again = import_one(scratch, document, file)
    tap.equal((again["added"], again["unchanged"]), (0, 2))


def test_real_files(scratch):
    for number, (file, profile, records, totals) in enumerate(REAL):
        document = scratch.document(f"{number}.tenure")
        report = import_one(scratch, document, os.path.join(DATA, file))
        tap.equal((report["profile"], report["records_read"], report["added"], report["refused"]),
                  (profile, records, records, 0), file)
        tap.equal({total["currency"]: total["minor"] for total in report["totals"]}, totals, file)


def test_real_files_again(scratch):
    document = scratch.document()
    for file, _, records, _ in REAL:
        import_one(scratch, document, os.path.join(DATA, file))
        report = import_one(scratch, document, os.path.join(DATA, file))
        tap.equal((report["added"], report["updated"], report["unchanged"]), (0, 0, records), file)


def test_damaged_files_are_refused_where_they_break(scratch):
    document = scratch.document()
    for file in DAMAGED:
        err = scratch.run("import", os.path.join(DATA, file), "-d", document, status=2).err
        assert os.path.basename(file) in err and "line " in err and "column " in err, err
    tap.equal(tap.rows(document, "SELECT count(*) AS n FROM agreement"), [{"n": 0}])


def test_what_a_file_leaves_open_is_said(scratch):
    document = scratch.document()
    file = register(scratch, REGISTER.replace("£", ""))
    out = scratch.run("import", file, "-d", document).out
    for option in ["--buyer", "--currency", "--total"]:
        assert option in out, out
    out = scratch.run("import", file, "-d", document, "--buyer", "North Council", "--currency", "GBP", "--total").out
    assert "does not say" not in out, out


def test_columns_that_are_not_read_are_named(scratch):
    file = scratch.write("more.csv", "Title,Supplier,Start date,Lot colour,Value,Mood,Empty\nA,B Trust,2026-04-01,red,5,good,\n")
    out = scratch.run("import", file, "-d", scratch.document()).out
    assert "  Columns that are kept as they stand and not read: Lot colour, Mood\n" in out, out


def test_problems_are_said_by_kind(scratch):
    rows = "".join(f"A-{i},Choir {i},Lark CIC,1 Apr 2026,TBC,£10\n" for i in range(9))
    text = f"Contract Ref,Contract Title,Supplier,Start Date,End Date,Contract Value\n{rows},,Total,,,£90\n"
    err = scratch.run("import", scratch.write("many.csv", text), "-d", scratch.document()).err
    tap.equal(err.count("“TBC”"), 3, err)
    assert "6 more of this kind" in err, err
    assert "row 11: “Total”: this row adds up the others and is left out" in err, err


def test_many_rows_are_counted_with_marks(scratch):
    rows = "".join(f"A-{i},Visits {i},Provider {i} CIC,01/04/2026,03/05/2027,1000\n" for i in range(1234))
    document, file = scratch.document(), register(scratch, REGISTER.splitlines()[0] + "\n" + rows)
    result = scratch.run("import", file, "-d", document, "--buyer", "North Council", "--total", "--currency", "GBP")
    for words in ["Records: 1,234 read, 1,234 added, 0 updated", "Providers: 0 VCS, 0 not, 1,234 not known"]:
        assert words in result.out, result.out
    assert "All 1,234 dates of" in result.err, result.err
    assert "0 with the sector, 0 not, 1,234 not known" in scratch.run("figures", document).out
    assert "1,234 running or planned agreements not judged" in scratch.run("flags", document).out


def test_payments_are_no_register(scratch):
    file = scratch.write("spend.csv", "Ref No,Name,Department,Payment Date,Amount Paid\n1,Lark CIC,Parks,04/06/2024,17\n")
    document = scratch.document()
    assert "looks like a list of payments" in scratch.run("import", file, "-d", document, status=2).err
    tap.equal(tap.rows(document, "SELECT count(*) AS n FROM agreement"), [{"n": 0}])


def test_usual_terms(scratch):
    document = scratch.document()
    import_one(scratch, document, register(scratch), "--renewal-notice", "3 months", "--lead-time", "P6W")
    usual = "SELECT funder, kind, renewal_notice, lead_time FROM usual_terms"
    tap.equal(tap.rows(document, usual), [{"funder": None, "kind": None, "renewal_notice": "P3M", "lead_time": "P42D"}])
    import_one(scratch, document, register(scratch), "--renewal-notice", "6 months")
    tap.equal(tap.rows(document, usual), [{"funder": None, "kind": None, "renewal_notice": "P6M", "lead_time": "P42D"}])
    scratch.run("import", register(scratch), "-d", document, "--lead-time", "soon", status=2)


def test_several_files_print_an_object_each(scratch):
    document = scratch.document()
    grants = scratch.write("grants.json", json.dumps(GRANTS))
    reports = scratch.run("import", register(scratch), grants, "-d", document, "--json").json_lines()
    tap.equal([report["profile"] for report in reports], ["register", "360giving"])
    tap.equal(tap.rows(document, "SELECT count(*) AS n FROM agreement"), [{"n": 5}])
    tap.equal(len(scratch.run("history", document, "--json").json()), 2, "each file is one step")


def test_one_unreadable_file_does_not_hold_up_the_others(scratch):
    document = scratch.document()
    noise = scratch.write("noise.csv", "nothing,that\nanybody,knows\n")
    result = scratch.run("import", noise, register(scratch), "missing.csv", "-d", document, "--json", status=None)
    tap.equal(result.status, 2)
    tap.equal([(report["file"], report["added"]) for report in result.json_lines()],
              [("noise.csv", 0), ("register.csv", 3), ("missing.csv", 0)], "an object for each file, in their order")
    assert "noise.csv" in result.err and "missing.csv" in result.err, result.err
    tap.equal(tap.rows(document, "SELECT count(*) AS n FROM agreement"), [{"n": 3}])


def test_an_unreadable_file_is_an_object_with_its_problem(scratch):
    document = scratch.document()
    text = scratch.run("import", "missing.csv", "-d", document, status=2)
    result = scratch.run("import", "missing.csv", "-d", document, "--json", status=None)
    tap.equal((result.status, result.err), (2, text.err))
    report = result.json()
    assert KEYS <= set(report), report
    tap.equal([report[key] for key in ["records_read", "added", "updated", "unchanged", "refused"]], [0] * 5)
    tap.equal(report["totals"], [])
    problem, = report["problems"]
    tap.equal({key: problem[key] for key in ["row", "column", "level", "code"]},
              {"row": None, "column": None, "level": "error", "code": "file-unreadable"})
    assert "missing.csv" in problem["message"], problem


def working_copies(state):
    return list(pathlib.Path(state).glob("tenure/working/*/*"))


def test_what_cannot_be_saved_is_kept(scratch):
    """The document changes on the disk while a second file, a pipe, is waited for: the import may not be saved over it,
    and what was read is neither called added nor thrown away."""
    document, state, pipe = scratch.document(), scratch.path("state"), scratch.path("pipe.csv")
    environment = dict(os.environ, XDG_STATE_HOME=state)
    scratch.run("import", register(scratch), "-d", document, env=environment)
    tap.equal(working_copies(state), [], "nothing is left of an import that was saved")
    os.mkfifo(pipe)
    with subprocess.Popen([tap.PROGRAM, "import", register(scratch, REGISTER.replace("A-", "B-")), pipe, "-d", document, "--json"],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        with open(pipe, "wb"):
            with open(document, "ab") as file:
                file.write(b"changed")
            before = pathlib.Path(document).read_bytes()
        out, err = process.communicate()
    tap.equal((process.returncode, out), (2, b""))
    assert "changed" in err.decode() and "kept" in err.decode(), err
    tap.equal(pathlib.Path(document).read_bytes(), before)
    assert working_copies(state), "the working copy is there to be recovered"


def test_encodings_and_delimiters(scratch):
    text = REGISTER.replace(",\"£12,000.00\"", ";£12000").replace(",\"£90,000.50\"", ";£90000").replace(",", ";")
    for encoding in ["utf-8", "utf-8-sig", "utf-16", "cp1252"]:
        document = scratch.document(f"{encoding}.tenure")
        file = scratch.write(f"{encoding}.csv", text, encoding)
        tap.equal(import_one(scratch, document, file)["totals"],
                  [{"currency": "GBP", "minor": 1200000 + 9000000 + 800000}], encoding)


def test_wrong_use(scratch):
    document, file = scratch.document(), register(scratch)
    for words in [[file], [file, "-d", "missing.tenure"], [file, "-d", document, "--profile", "poetry"],
                  [file, "-d", document, "--currency", "pounds"], [file, "-d", document, "--annual", "--total"],
                  ["-d", document], [file, "-d", file]]:
        scratch.run("import", *words, status=2)
    tap.equal(tap.rows(document, "SELECT count(*) AS n FROM agreement"), [{"n": 0}])


def test_explain_names_file_and_row(scratch):
    """Each input by the import that brought it last; what is worked out says so."""
    document = scratch.document()
    first = scratch.write("a.csv", "Title,Supplier,Start date,End date,Value\nAdvice,Lantern,2025-04-01,2026-03-31,100\n"
                                   "Home visits,Lantern,2025-04-01,2028-03-31,30000\n")
    second = scratch.write("b.csv", "Title,Supplier,Start date,End date,Value\n\n"
                                    "Home visits,Lantern,2025-04-01,2029-03-31,30000\n")
    for path in (first, second):
        scratch.run("import", path, "-d", document, "--profile", "register", status=None)
    found = scratch.run("explain", document, "Home visits", "term", "--as-of", tap.AS_OF, "--json").json()
    origins = {line["label"]: line["origin"] for line in found["lines"]}
    tap.equal((origins["Start"], origins["Committed end"], origins["Committed term"]),
              ("from a.csv, row 3", "from b.csv, row 3", "worked out"))
    text = scratch.run("explain", document, "Home visits", "term", "--as-of", tap.AS_OF).out
    assert "  Start: 1 Apr 2025 [from a.csv, row 3]\n" in text, text


if __name__ == "__main__":
    tap.main(globals())
