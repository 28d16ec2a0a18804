"""tenure-cli flags and explain: which rules fire on records made for them, and the shape of the answer."""
import tap

KEYS = {"rule", "level", "record_type", "record", "name", "reason", "inputs", "missing"}
LEVELS = {"red", "amber", "note", "cannot_tell"}

ORGANISATIONS = [{"id": 1, "name": "Lantern House", "vcs": 1}, {"id": 2, "name": "Ledger Care Ltd", "vcs": 0}]


def agreement(number, title, **more):
    return {"id": number, "title": title, "provider": 1, "kind": "grant", **more}


# One record a case: its id, and for each rule the level that it must have; "" where the rule must be silent.
CASES = [
    (agreement(101, "a year", start="2026-04-01", end="2027-03-31"), {"T1": "red", "T2": ""}),
    (agreement(102, "a year and a day", start="2026-04-01", end="2027-04-02"), {"T1": "", "T2": "amber"}),
    (agreement(103, "the anniversary", start="2026-04-01", end="2027-04-01"), {"T1": "red", "T2": ""}),
    (agreement(104, "three years", start="2026-04-01", end="2029-03-31"), {"T1": "", "T2": ""}),
    (agreement(105, "a day short of three", start="2026-04-01", end="2029-03-30"), {"T2": "amber"}),
    (agreement(106, "a pilot", start="2026-04-01", end="2027-03-31", one_off=1), {"T1": "", "T2": ""}),
    (agreement(107, "a company's", start="2026-04-01", end="2027-03-31", provider=2), {"T1": "", "N2": ""}),
    (agreement(108, "no end", start="2026-04-01"), {"T1": "cannot_tell"}),
    (agreement(109, "over", start="2025-04-01", end="2026-03-31", renewal_status="not_renewing"), {"T1": "", "N2": ""}),
    (agreement(110, "signed late", start="2026-04-01", end="2029-03-31", signed="2026-05-01"), {"T5": "amber"}),
    (agreement(111, "signed in time", start="2026-04-01", end="2029-03-31", signed="2026-03-31"), {"T5": ""}),
    (agreement(112, "a month's notice", start="2026-04-01", end="2029-03-31", funder_without_cause=1, funder_notice="P1M"),
     {"N1": "red"}),
    (agreement(113, "three months' notice", start="2026-04-01", end="2029-03-31", funder_without_cause=1,
               funder_notice="P3M"), {"N1": ""}),
    (agreement(114, "for cause only", start="2026-04-01", end="2029-03-31", funder_without_cause=0, funder_notice="P1M"),
     {"N1": ""}),
    (agreement(115, "ends in a month", start="2024-01-01", end="2026-12-31"), {"N2": "red"}),
    (agreement(116, "ends in four months", start="2024-04-01", end="2027-03-31"), {"N2": "amber"}),
    (agreement(117, "ends in nine months", start="2024-09-01", end="2027-08-31"), {"N2": "note"}),
    (agreement(118, "ends in two years", start="2025-12-01", end="2028-11-30"), {"N2": ""}),
    (agreement(119, "decided", start="2024-01-01", end="2026-12-31", renewal_status="not_renewing", decided="2026-10-01"),
     {"N2": ""}),
    (agreement(120, "ended undecided", start="2024-01-01", end="2026-10-31", renewal_status="in_progress"), {"N2": "red"}),
    (agreement(124, "ended without a word", start="2024-01-01", end="2026-10-31"), {"N2": "cannot_tell"}),
    (agreement(121, "below cost", start="2026-04-01", end="2029-03-31", value=90000, value_basis="total", currency="GBP",
               full_cost=100000, other_funding=5000), {"P3": "red"}),
    (agreement(122, "at cost", start="2026-04-01", end="2029-03-31", value=90000, value_basis="total", currency="GBP",
               full_cost=100000, other_funding=10000), {"P3": ""}),
    (agreement(123, "with an option", start="2026-04-01", end="2029-03-31"), {"T3": "note"}),
]

BOARDS = [
    {"id": 201, "name": "without a seat", "voice_expected": 1, "votes": 1},
    {"id": 202, "name": "without a vote", "voice_expected": 1, "votes": 1},
    {"id": 203, "name": "not meant to", "voice_expected": 0},
    {"id": 204, "name": "exempted", "voice_expected": 1},
]
SEATS = [
    {"id": 301, "board": 201, "bloc": "nhs", "vote_weight": 1, "established": "2024-01-01"},
    {"id": 302, "board": 202, "bloc": "nhs", "vote_weight": 1, "established": "2024-01-01"},
    {"id": 303, "board": 202, "bloc": "vcs", "vote_weight": 0, "established": "2024-01-01"},
    {"id": 304, "board": 202, "bloc": "vcs", "vote_weight": 0, "established": "2026-08-01"},
    {"id": 305, "board": 203, "bloc": "nhs", "vote_weight": 1},
    {"id": 306, "board": 204, "bloc": "nhs", "vote_weight": 1},
]
PEOPLE = [{"id": 401, "name": "Maud"}]
APPOINTMENTS = [{"id": 501, "seat": 304, "person": 401, "from_day": "2026-08-01"}]
EXEMPTIONS = [{"id": 601, "rule": "G1", "record": 204, "reason": "Statutory", "granted_by": "Odile", "review": "2027-06-01"}]

BOARD_CASES = [("board", 201, "G1", "red"), ("board", 202, "G1", ""), ("board", 202, "G2", "red"), ("board", 203, "G1", ""),
               ("board", 204, "G1", ""), ("seat", 303, "G8", "amber"), ("seat", 304, "G8", ""), ("seat", 304, "G6", "amber"),
               ("seat", 303, "G6", "")]


def make(scratch):
    return scratch.document(organisation=ORGANISATIONS, agreement=[record for record, _ in CASES],
                            extension=[{"id": 701, "agreement": 123, "length": "P12M"}], board=BOARDS, seat=SEATS,
                            person=PEOPLE, appointment=APPOINTMENTS, exemption=EXEMPTIONS)


def flags(scratch):
    return scratch.run("flags", make(scratch), "--as-of", tap.AS_OF, "--json").json()


def test_shape(scratch):
    found = flags(scratch)
    assert found
    for flag in found:
        assert KEYS <= set(flag), flag
        assert flag["level"] in LEVELS, flag
        assert isinstance(flag["inputs"], dict) and isinstance(flag["missing"], list), flag
        assert flag["reason"].endswith("."), f"no sentence: {flag['reason']!r}"
        assert (flag["level"] == "cannot_tell") <= bool(flag["missing"]), flag


def test_worst_first(scratch):
    order = ["red", "amber", "note", "cannot_tell"]
    levels = [order.index(flag["level"]) for flag in flags(scratch)]
    tap.equal(levels, sorted(levels))


def test_agreements(scratch):
    found = {(flag["rule"], flag["record"]): flag["level"] for flag in flags(scratch)
             if flag["record_type"] == "agreement"}
    for record, expected in CASES:
        for rule, level in expected.items():
            tap.equal(found.get((rule, record["id"]), ""), level, f"{rule} of “{record['title']}”")


def test_boards_and_seats(scratch):
    found = {(flag["record_type"], flag["record"], flag["rule"]): flag["level"] for flag in flags(scratch)}
    for record_type, record, rule, level in BOARD_CASES:
        tap.equal(found.get((record_type, record, rule), ""), level, f"{rule} of {record_type} {record}")


def test_cannot_tell_names_the_field(scratch):
    [flag] = [flag for flag in flags(scratch) if flag["rule"] == "T1" and flag["record"] == 108]
    tap.equal(flag["missing"], ["end"])


def test_for_people(scratch):
    out = scratch.run("flags", make(scratch), "--as-of", tap.AS_OF).out
    for words in ["as of 21 Nov 2026", "a year", "T1", "1 left out by a recorded exemption"]:
        assert words in out, f"{words!r} is not in\n{out}"


def test_explain_a_flag(scratch):
    document = make(scratch)
    for name in ["101", "a year"]:
        found = scratch.run("explain", document, name, "T1", "--as-of", tap.AS_OF, "--json").json()
        assert {"title", "summary", "rule", "threshold", "source", "confidence", "lines", "missing"} <= set(found), found
        tap.equal(found["rule"], "T1")
        assert "12 months" in found["summary"], found
    out = scratch.run("explain", document, "a year", "t1", "--as-of", tap.AS_OF).out
    assert "31 Mar 2027" in out and "SCVO" in out, out


def test_explain_a_rule_that_is_silent(scratch):
    out = scratch.run("explain", make(scratch), "three years", "T1", "--as-of", tap.AS_OF).out
    assert "does not fire" in out and "36 months" in out, out


def test_explain_an_exempted_record(scratch):
    out = scratch.run("explain", make(scratch), "exempted", "G1", "--as-of", tap.AS_OF).out
    assert "Statutory" in out, out


def test_explain_a_figure(scratch):
    document = make(scratch)
    said = set()
    for figure in ["term", "remaining", "secured", "annual", "burden", "decision", "status", "chain", "full_cost_ratio",
                   "real_price"]:
        found = scratch.run("explain", document, "a year", figure, "--as-of", tap.AS_OF, "--json").json()
        assert found["lines"] and found["summary"], figure
        said.add(found["title"])
    assert len(said) == 10, said
    assert "12 months" in scratch.run("explain", document, "a year", "term", "--as-of", tap.AS_OF).out


def test_explain_a_board(scratch):
    document = make(scratch)
    for figure in ["seats", "votes", "seats_short", "power"]:
        assert scratch.run("explain", document, "201", figure, "--as-of", tap.AS_OF, "--json").json()["lines"], figure


def test_explain_wrongly(scratch):
    document = make(scratch)
    for words in [["nobody", "T1"], ["a year", "T99"], ["a year", "beauty"], ["201", "term"], ["a year", "shortfall"],
                  ["portfolio", "term"]]:
        scratch.run("explain", document, *words, status=2)
    assert "decision, status" in scratch.run("explain", document, "a year", "shortfall", status=2).err
    assert "spend_hhi" in scratch.run("explain", document, "portfolio", "term", status=2).err


def test_of_renewals_the_running_one_is_meant(scratch):
    document = scratch.document(agreement=[
        {"id": 1, "title": "Choir", "start": "2025-04-01", "end": "2026-03-31"},
        {"id": 2, "title": "Choir", "start": "2026-04-01", "end": "2027-03-31", "predecessor": 1}])
    out = scratch.run("explain", document, "choir", "term", "--as-of", tap.AS_OF).out
    assert "31 Mar 2027" in out, out
    out = scratch.run("explain", document, "choir", "term", "--as-of", "2025-12-31").out
    assert "31 Mar 2026" in out, out


def test_a_name_that_several_have(scratch):
    document = scratch.document(agreement=[{"id": 1, "title": "Choir"}, {"id": 2, "title": "choir"}])
    result = scratch.run("explain", document, "Choir", "T1", status=2)
    assert "1, 2" in result.err, result.err


if __name__ == "__main__":
    tap.main(globals())
