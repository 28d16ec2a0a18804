"""tenure-cli propose: the cheapest extensions as a script that tenure-cli scenario takes."""
import tap


def make(scratch):
    def agreement(number, title, provider, end, value):
        return {"id": number, "title": title, "provider": provider, "start": "2025-04-01", "end": end, "value": value * 100,
                "value_basis": "annual", "currency": "GBP", "funder_without_cause": 0}

    return scratch.document(
        organisation=[{"id": 1, "name": "Lantern House", "vcs": 1}, {"id": 2, "name": "Harbour Rights", "vcs": 1}],
        agreement=[agreement(101, "Befriending", 1, "2027-03-31", 30000), agreement(102, "Advice", 1, "2027-06-30", 20000),
                   agreement(103, "Day centre", 1, "2030-03-31", 50000), agreement(104, "Helpline", 2, "2030-03-31", 9000)])


def test_the_cheapest(scratch):
    found = scratch.run("propose", make(scratch), "60%", "9000", "--as-of", tap.AS_OF, "--json").json()
    tap.equal((found["within"], found["currency"], found["sum_minor"], found["cost_minor"], found["least_minor"]),
              (True, "GBP", 900000, 833333, 833333))
    lantern, harbour = found["providers"]
    tap.equal((lantern["state"], harbour["state"]), ("cheapest", "enough"))
    tap.equal((lantern["annual_minor"]["value"], lantern["secured_minor"]["value"]), (10000000, 5000000))
    tap.equal(lantern["extensions"], [{"record": 102, "name": "Advice", "months": 5, "cost_minor": 833333, "in_lead": False}])


def test_without_a_sum(scratch):
    document = make(scratch)
    told = scratch.run("propose", document, "60", "--as-of", tap.AS_OF)
    assert "extend 102 5 months" in told.out and "for at most" not in told.out, told.out
    assert "# 1 extended term then ends on " in told.out, told.out
    found = scratch.run("propose", document, "60", "--as-of", tap.AS_OF, "--json").json()
    tap.equal((found["within"], found["sum_minor"], found["cost_minor"]), (True, None, 833333))


def test_it_is_a_script(scratch):
    document = make(scratch)
    script = scratch.write("script", scratch.run("propose", document, "100", "60000", "--as-of", tap.AS_OF).out)
    found = scratch.run("scenario", document, script, "--as-of", tap.AS_OF, "--json").json()
    tap.equal([change["made"] for change in found["changes"]], [True, True])
    tap.equal(found["scenario"]["horizon"][12]["secured_minor"]["value"], 10900000)
    tap.equal(found["base"]["horizon"][12]["secured_minor"]["value"], 5900000)


def test_in_a_portfolio(scratch):
    document = make(scratch)
    tap.insert(document, portfolio=[{"id": 901, "name": "Visits"}], membership=[{"id": 902, "portfolio": 901, "agreement": 101}])
    found = scratch.run("propose", document, "60", "50000", "--as-of", tap.AS_OF, "--portfolio", "Visits", "--json").json()
    [lantern] = found["providers"]
    tap.equal([(each["record"], each["months"]) for each in lantern["extensions"]], [(101, 8)])
    tap.equal(found["cost_minor"], 2000000)


def test_too_little_money(scratch):
    result = scratch.run("propose", make(scratch), "60", "8333.32", "--as-of", tap.AS_OF, status=1)
    assert "nothing below £8,333.33 is enough" in result.out and "\nextend" not in result.out, result.out
    tap.equal(scratch.run("propose", scratch.path("document.tenure"), "60", "8333.33", "--as-of", tap.AS_OF).status, 0)


def test_out_of_reach(scratch):
    document = make(scratch)
    tap.insert(document, organisation=[{"id": 3, "name": "Mill Lane", "vcs": 1}, {"id": 4, "name": "Rowan Door", "vcs": 1}],
               agreement=[{"id": 105, "title": "Open", "provider": 3, "start": "2025-04-01", "open_ended": 1, "value": 100000,
                           "value_basis": "annual", "currency": "GBP", "funder_without_cause": 1, "funder_notice": "P3M"},
                          {"id": 106, "title": "No value", "provider": 4, "start": "2025-04-01", "end": "2027-03-31"}])
    found = scratch.run("propose", document, "60", "9000", "--as-of", tap.AS_OF, "--json", status=1).json()
    tap.equal([provider["state"] for provider in found["providers"]], ["cheapest", "enough", "out_of_reach", "cannot_tell"])
    tap.equal((found["within"], found["cost_minor"]), (False, 833333))
    assert "extend 102 5 months" in scratch.run("propose", document, "60", "9000", "--as-of", tap.AS_OF, status=1).out


def test_wrong_use(scratch):
    document = make(scratch)
    for share, money in (("0", "1"), ("101%", "1"), ("half", "1"), ("60", "much")):
        assert "60% 50000" in scratch.run("propose", document, share, money, status=2).err


if __name__ == "__main__":
    tap.main(globals())
