"""tenure-cli rules: the rules as they are on a day, and what a document's own settings make of flags and their sources."""
import tap

KEYS = {"rule", "title", "threshold", "local", "changed", "in_use", "unit", "note", "amber", "red", "extra", "extra_unit", "level",
        "applies_to", "source", "confidence", "setting", "flags"}

SETTINGS = [
    {"id": 801, "rule": "T1", "red": 1800, "reason": "Winter grants", "source": "Grants panel, 3 March 2026",
     "from_day": "2026-10-01", "until_day": "2026-12-31"},
    {"id": 802, "rule": "T1", "portfolio": 901, "red": 600, "reason": "Pilots"},
    {"id": 803, "rule": "N2", "red": 900, "reason": "Out of order"},
]


def make(scratch):
    return scratch.document(
        organisation=[{"id": 1, "name": "Lantern House", "vcs": 1}],
        agreement=[{"id": n, "title": title, "provider": 1, "kind": "grant", "start": "2026-04-01", "end": end}
                   for n, title, end in [(101, "a year", "2027-03-31"), (102, "eighteen months", "2027-09-30"),
                                         (103, "two days more", "2027-10-02")]],
        portfolio=[{"id": 901, "name": "North place"}], membership=[{"id": 902, "portfolio": 901, "agreement": 101}],
        rule_setting=SETTINGS)


def rules(scratch, document, *arguments):
    return {rule["rule"]: rule for rule in scratch.run("rules", document, *arguments, "--json").json()}


def short(scratch, document, *arguments):
    found = scratch.run("flags", document, *arguments, "--json").json()
    return {flag["record"]: flag for flag in found if flag["rule"] == "T1"}


def test_shape(scratch):
    found = rules(scratch, make(scratch), "--as-of", tap.AS_OF)
    tap.equal(len(found), 31)
    for rule in found.values():
        tap.equal(set(rule), KEYS)
        assert rule["threshold"].endswith(".") and rule["source"], rule
        assert rule["setting"] is not None or not rule["changed"], rule


def test_on_a_day(scratch):
    document = make(scratch)
    for as_of, red, fires in [("2026-09-30", 12, {101}), ("2026-10-01", 18, {101, 102}), ("2026-12-31", 18, {101, 102}),
                              ("2027-01-01", 12, {101})]:
        rule = rules(scratch, document, "--as-of", as_of)["T1"]
        tap.equal(rule["red"], red, as_of)
        tap.equal(set(short(scratch, document, "--as-of", as_of)), fires, as_of)
        tap.equal(rule["flags"]["red"], len(fires), as_of)


def test_in_a_portfolio(scratch):
    document = make(scratch)
    rule = rules(scratch, document, "--as-of", tap.AS_OF, "--portfolio", "North place")["T1"]
    tap.equal((rule["red"], rule["setting"]["record"], rule["setting"]["portfolio"]), (6, 802, 901))
    tap.equal(short(scratch, document, "--as-of", tap.AS_OF, "--portfolio", "North place"), {})


def test_a_local_setting_is_never_dressed_up(scratch):
    document = make(scratch)
    rule = rules(scratch, document, "--as-of", tap.AS_OF)["T1"]
    tap.equal((rule["changed"], rule["local"], rule["confidence"]), (True, True, "local setting"))
    tap.equal(rule["source"], "Local setting: Grants panel, 3 March 2026 (Winter grants)")
    flag = short(scratch, document, "--as-of", tap.AS_OF)[102]
    tap.equal((flag["local"], flag["threshold"]), (True, "Red when the committed term is 18 months or less."))
    why = scratch.run("explain", document, "102", "T1", "--as-of", tap.AS_OF, "--json").json()
    tap.equal((why["source"], why["confidence"]), (rule["source"], "local setting"))
    for command in (["rules", document], ["flags", document], ["explain", document, "102", "T1"]):
        out = scratch.run(*command, "--as-of", tap.AS_OF).out
        assert "18 months" in out and "SCVO local" not in out, out


def test_what_is_not_followed(scratch):
    document = make(scratch)
    tap.equal(rules(scratch, document, "--as-of", tap.AS_OF)["N2"]["red"], 3)
    assert "1 setting is not followed" in scratch.run("rules", document, "--as-of", tap.AS_OF).out
    [problem] = [problem for problem in scratch.run("check", document, "--json", status=1).json()["problems"]
                 if problem["code"] == "rule-setting"]
    tap.equal((problem["record"], problem["field"], problem["name"]), (803, "red", "N2"))
    assert "must be less than “Amber”, 6 months" in problem["message"], problem


def test_switched_off(scratch):
    document = scratch.document(
        organisation=[{"id": 1, "name": "Lantern House", "vcs": 1}],
        agreement=[{"id": 101, "title": "a year", "provider": 1, "kind": "grant", "start": "2026-04-01", "end": "2027-03-31"}],
        rule_setting=[{"id": 801, "rule": "T1", "in_use": 0, "reason": "Not here"}])
    tap.equal(short(scratch, document, "--as-of", tap.AS_OF), {})
    tap.equal(rules(scratch, document, "--as-of", tap.AS_OF)["T1"]["in_use"], False)
    assert "Switched off" in scratch.run("rules", document, "--as-of", tap.AS_OF).out


if __name__ == "__main__":
    tap.main(globals())
