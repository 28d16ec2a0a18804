"""tenure-cli check: a document as it should be, and one row a fault."""
import sqlite3
import tap

BASE = {
    "organisation": [{"id": 1, "name": "Lantern House", "vcs": 1}, {"id": 2, "name": "North Council", "vcs": 0}],
    "board": [{"id": 3, "name": "Place Board", "votes": 1, "quota": 2, "quorum": 1}],
    "seat": [{"id": 4, "board": 3, "vote_weight": 2}],
    "person": [{"id": 5, "name": "Maud"}, {"id": 6, "name": "Idris"}],
    "agreement": [{"id": 7, "title": "Choir", "provider": 1, "start": "2026-04-01", "end": "2027-03-31", "value": 100,
                   "value_basis": "total", "currency": "GBP"}],
    "funder": [{"id": 8, "agreement": 7, "organisation": 2, "share": 10000}],
    "appointment": [{"id": 9, "seat": 4, "person": 5, "from_day": "2026-01-01", "to_day": "2026-06-30"},
                    {"id": 10, "seat": 4, "person": 6, "from_day": "2026-07-01"}],
}


def agreement(**more):
    return {"agreement": [{"id": 20, "title": "Faulty", **more}]}


# code, level, the rows that are wrong, the record that is named
FAULTS = [
    ("end-before-start", "warning", agreement(start="2026-04-01", end="2025-03-31"), 20),
    ("terminated-before-start", "warning", agreement(start="2026-04-01", terminated="2026-03-01"), 20),
    ("maximum-before-end", "warning", agreement(start="2026-04-01", end="2027-03-31", maximum_end="2026-12-31"), 20),
    ("key-person-and-none", "warning", {**agreement(key_person=91, rests_on_one=0),
                                        "person": [{"id": 91, "name": "Ann Example"}]}, 20),
    ("open-ended-with-end", "warning", agreement(start="2026-04-01", end="2027-03-31", open_ended=1), 20),
    ("length-disagrees", "warning", agreement(start="2026-04-01", end="2027-03-31", duration="P36M"), 20),
    ("currency-missing", "warning", agreement(value=5000), 20),
    ("amount-implausible", "warning", agreement(annual_value=10 ** 17, currency="GBP"), 20),
    ("amount-implausible", "warning", agreement(value=10 ** 12 + 1, value_basis="total", currency="GBP"), 20),
    ("value-negative", "warning", agreement(value=-5000, currency="GBP"), 20),
    ("annual-above-total", "warning", agreement(value=5000, value_basis="total", annual_value=9000, currency="GBP",
                                                start="2024-04-01", end="2027-03-31"), 20),
    ("shares-not-whole", "warning", {**agreement(), "funder": [
        {"id": 21, "agreement": 20, "organisation": 1, "share": 5000},
        {"id": 22, "agreement": 20, "organisation": 2, "share": 4000}]}, 20),
    ("funder-twice", "warning", {**agreement(), "funder": [
        {"id": 21, "agreement": 20, "organisation": 2, "share": 5000},
        {"id": 22, "agreement": 20, "organisation": 2, "share": 5000}]}, 20),
    ("renewal-loop", "warning", agreement(predecessor=20), 20),
    ("lead-loop", "warning", agreement(lead_agreement=20), 20),
    ("renews-later", "warning", agreement(start="2020-04-01", end="2021-03-31", predecessor=7), 20),
    ("option-before-start", "warning", {**agreement(start="2026-04-01", end="2027-03-31"), "extension": [
        {"id": 21, "agreement": 20, "length": "P12M", "exercised": "2025-01-01"}]}, 20),
    ("option-after-end", "warning", {**agreement(start="2025-04-01", end="2026-03-31"), "extension": [
        {"id": 21, "agreement": 20, "length": "P12M", "exercised": "2026-04-01"}]}, 20),
    ("paid-above-award", "warning", {
        **agreement(start="2026-04-01", end="2027-03-31", value=500000, value_basis="total", currency="GBP"), "payment": [
            {"id": 21, "agreement": 20, "amount": 300000, "currency": "GBP"},
            {"id": 22, "agreement": 20, "amount": 200001, "currency": "GBP"}]}, 20),
    ("identifier-invalid", "warning", {"identifier": [
        {"id": 20, "organisation": 1, "scheme": "GB-CHC", "value": "12345678"}]}, 1),
    ("identifier-invalid", "warning", {"identifier": [
        {"id": 20, "organisation": 1, "scheme": "GB-VAT", "value": "123456728"}]}, 1),
    ("orphan-reference", "error", agreement(provider=999), 20),
    ("orphan-reference", "error", {"funder": [{"id": 21, "agreement": 999, "organisation": 2}]}, 21),
    ("name-twice", "warning", {"organisation": [{"id": 20, "name": "LANTERN  house"}]}, 20),
    ("identifier-twice", "warning", {"identifier": [
        {"id": 20, "organisation": 1, "scheme": "GB-CHC", "value": "1990901"},
        {"id": 21, "organisation": 2, "scheme": "GB-CHC", "value": "1990901"}]}, 2),
    ("board-reversed", "warning", {"board": [{"id": 20, "name": "B", "from_day": "2026-01-01", "to_day": "2025-01-01"}]}, 20),
    ("quota-out-of-reach", "warning", {"board": [{"id": 20, "name": "B", "quota": 9}],
                                       "seat": [{"id": 21, "board": 20, "vote_weight": 1}]}, 20),
    ("quorum-out-of-reach", "warning", {"board": [{"id": 20, "name": "B", "quorum": 9}],
                                        "seat": [{"id": 21, "board": 20}]}, 20),
    ("target-above-whole", "warning", {"board": [{"id": 20, "name": "B", "target": 10001}]}, 20),
    ("seat-reversed", "warning", {"seat": [{"id": 20, "board": 3, "vote_weight": 1, "established": "2026-01-01",
                                            "abolished": "2025-01-01"}]}, 20),
    ("appointment-reversed", "warning", {"seat": [{"id": 20, "board": 3, "vote_weight": 1}], "appointment": [
        {"id": 21, "seat": 20, "person": 5, "from_day": "2026-01-01", "to_day": "2025-01-01"}]}, 21),
    ("appointments-overlap", "warning", {"seat": [{"id": 20, "board": 3, "vote_weight": 1}], "appointment": [
        {"id": 21, "seat": 20, "person": 5, "from_day": "2026-01-01", "to_day": "2026-06-30"},
        {"id": 22, "seat": 20, "person": 6, "from_day": "2026-06-30"}]}, 20),
    ("exemption-rule", "warning", {"exemption": [
        {"id": 20, "rule": "T99", "record": 7, "reason": "R", "granted_by": "G", "review": "2027-01-01"}]}, 20),
    ("exemption-record", "warning", {"exemption": [
        {"id": 20, "rule": "T1", "record": 999, "reason": "R", "granted_by": "G", "review": "2027-01-01"}]}, 20),
    ("exemption-reversed", "warning", {"exemption": [
        {"id": 20, "rule": "T1", "record": 7, "reason": "R", "granted_by": "G", "from_day": "2027-01-01",
         "review": "2026-01-01"}]}, 20),
]


# The field that is at fault; the other codes are about no single one.
FIELDS = {
    "end-before-start": "end", "terminated-before-start": "terminated", "maximum-before-end": "maximum_end",
    "key-person-and-none": "rests_on_one", "open-ended-with-end": "open_ended", "length-disagrees": "duration", "currency-missing": "currency",
    "value-negative": "value", "annual-above-total": "annual_value", "shares-not-whole": "funder.share",
    "funder-twice": "funder.organisation", "renewal-loop": "predecessor", "lead-loop": "lead_agreement",
    "renews-later": "predecessor", "option-before-start": "extension.exercised", "option-after-end": "extension.exercised",
    "paid-above-award": "payment.amount", "identifier-invalid": "identifier.value", "identifier-twice": "identifier.value",
    "name-twice": "name", "board-reversed": "to_day", "quota-out-of-reach": "quota", "quorum-out-of-reach": "quorum",
    "target-above-whole": "target", "seat-reversed": "abolished", "appointment-reversed": "to_day",
    "exemption-rule": "rule", "exemption-record": "record", "exemption-reversed": "review",
}
# Some faults say which by the rows.
FIELDS_OF_ROWS = {"amount-implausible": ["annual_value", "value"], "orphan-reference": ["provider", "agreement"]}

# What is wrong, in which words: file, record, field.
WORDS = {
    "end-before-start": "Agreement 20 (Faulty): The end, 31 Mar 2025, lies before the start, 1 Apr 2026.",
    "shares-not-whole": "Agreement 20 (Faulty): The funders’ shares make 90 %, not 100 %.",
    "option-after-end": "Agreement 20 (Faulty): An option was taken up on 1 Apr 2026, after the agreement had ended on "
                        "31 Mar 2026.",
    "paid-above-award": "Agreement 20 (Faulty): The payments come to £5,000.01, more than the £5,000 of the agreement.",
}


def test_a_whole_document(scratch):
    document = scratch.document(**BASE)
    result = scratch.run("check", document)
    assert "document.tenure is whole" in result.out, result.out
    tap.equal(result.err, "")
    tap.equal(scratch.run("check", document, "--json").json()["problems"], [])


def test_every_fault(scratch):
    for number, (code, level, tables, record) in enumerate(FAULTS):
        document = scratch.document(f"{number}-{code}.tenure", **BASE)
        tap.insert(document, **tables)
        result = scratch.run("check", document, "--json", status=1)
        problems = result.json()["problems"]
        tap.equal([(problem["code"], problem["level"], problem["record"]) for problem in problems],
                  [(code, level, record)], code)
        tap.equal(set(problems[0]), {"level", "code", "record_type", "record", "name", "field", "message"})
        tap.equal(problems[0]["field"], FIELDS_OF_ROWS[code].pop(0) if code in FIELDS_OF_ROWS else FIELDS.get(code), code)
        if code in WORDS:
            tap.equal(result.err.strip(), f"tenure-cli: {document}: {WORDS[code]}")
        assert problems[0]["message"] in result.err, (code, result.err)


def test_the_record_is_named(scratch):
    document = scratch.document(**BASE)
    tap.insert(document, **agreement(start="2026-04-01", end="2025-03-31"))
    result = scratch.run("check", document, status=1)
    assert "Agreement 20 (Faulty): The end, 31 Mar 2025, lies before the start, 1 Apr 2026." in result.err, result.err
    assert "1 problem" in result.out and "Faulty" not in result.out, result.out


def test_just_not_faulty(scratch):
    """One unit before each of the faults: shares of 100 %, an end on the start, an option on the last day, all of the award."""
    document = scratch.document(**BASE)
    tap.insert(document, **{
        **agreement(start="2026-04-01", end="2026-04-01", value=500000, value_basis="total", currency="GBP"),
        "funder": [{"id": 21, "agreement": 20, "organisation": 1, "share": 5001},
                   {"id": 22, "agreement": 20, "organisation": 2, "share": 4999}],
        "extension": [{"id": 23, "agreement": 20, "length": "P12M", "exercised": "2026-04-01"}],
        "payment": [{"id": 24, "agreement": 20, "amount": 500001, "currency": "GBP", "paid": "2026-05-01"},
                    {"id": 25, "agreement": 20, "amount": -1, "currency": "GBP", "paid": "2026-06-01"}],
        "identifier": [{"id": 26, "organisation": 1, "scheme": "GB-CHC", "value": "1990901"},
                       {"id": 27, "organisation": 1, "scheme": "GB-VAT", "value": "123456727"}],
    })
    scratch.run("check", document)


def test_whatever_a_rule_judges_may_be_exempted(scratch):
    document = scratch.document(**BASE)
    records = [1, 3, 4, 5, 7, 20, 0]  # organisation, board, seat, person, agreement, contact, the whole
    tap.insert(document, contact=[{"id": 20, "organisation": 2, "person": 5}], exemption=[
        {"id": 30 + record, "rule": "T1", "record": record, "reason": "R", "granted_by": "G", "review": "2027-01-01"}
        for record in records])
    scratch.run("check", document)


def test_what_is_not_recorded_is_no_problem(scratch):
    document = scratch.document(agreement=[{"id": 1, "title": "Bare"}], board=[{"id": 2, "name": "B", "quota": 5}],
                                seat=[{"id": 3, "board": 2}],
                                funder=[{"id": 4, "agreement": 1, "organisation": 6, "share": 4000},
                                        {"id": 5, "agreement": 1, "organisation": 7}],
                                organisation=[{"id": 6, "name": "A"}, {"id": 7, "name": "C"}])
    scratch.run("check", document)


def test_damaged_history(scratch):
    document = scratch.document()
    file = scratch.write("register.csv", "Reference,Title,Supplier,Start Date,End Date\n1,Choir,Lantern,01/04/2026,31/03/2027\n")
    scratch.run("import", file, "-d", document)
    database = sqlite3.connect(document)
    [(table, column)] = database.execute(
        "SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info (m.name) c "
        "WHERE m.name LIKE 'history%' AND c.type = 'BLOB' LIMIT 1").fetchall()
    database.execute(f"UPDATE {table} SET {column} = zeroblob (64)")
    database.commit()
    database.close()
    result = scratch.run("check", document, "--json", status=1)
    tap.equal([problem["code"] for problem in result.json()["problems"]], ["history-damaged"])


if __name__ == "__main__":
    tap.main(globals())
