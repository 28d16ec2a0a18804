"""What `figures` says of providers and of what the money is for, worked out by hand.

As of 21 November 2026. Lantern House: income and expenditure 120,000, free reserves 30,000; from the council 60,000 a year to
31 January 2027 (2.5 posts) and 40,000 to 30 June 2027, half of it from the trust. Other income: 20,000, so that nothing of
its income is unexplained. Cost is 10,000 a month. November to January: 8,333 + 1,667 a month in, 10,000 out. From February
3,333 + 1,667 in: 5,000 short a month; 5,000 left at the end of June. From July 1,667 in, 8,333 short: July is the first
month short of money. Harbour Rights has no accounts."""
import re
import tap

ORGANISATIONS = [
    {"id": 1, "name": "Lantern House", "vcs": 1, "income": 12000000, "expenditure": 12000000, "free_reserves": 3000000,
     "currency": "GBP"},
    {"id": 2, "name": "Harbour Rights", "vcs": 1},
    {"id": 3, "name": "North Council", "vcs": 0},
    {"id": 4, "name": "Example Trust", "vcs": 1},
    {"id": 5, "name": "Rookery Singers", "vcs": 1},
    {"id": 6, "name": "Ledger Care Ltd", "vcs": 0},
]


def agreement(number, provider, start, end, pounds, **more):
    return {"id": number, "title": f"Agreement {number}", "provider": provider, "start": start, "end": end,
            "value": pounds * 100, "value_basis": "total", "currency": "GBP", **more}


AGREEMENTS = [
    agreement(11, 1, "2026-02-01", "2027-01-31", 60000, posts=250, purpose="core"),
    agreement(12, 1, "2026-07-01", "2027-06-30", 40000, posts=50, purpose="project"),
    agreement(13, 2, "2026-04-01", "2027-03-31", 9000),
    agreement(14, 5, "2024-04-01", "2025-03-31", 9000, purpose="core"),  # ended
    agreement(15, 6, "2026-04-01", "2027-03-31", 9000, purpose="core"),  # a company
]
FUNDERS = [
    {"id": 21, "agreement": 11, "organisation": 3},
    {"id": 22, "agreement": 12, "organisation": 3, "share": 5000},
    {"id": 23, "agreement": 12, "organisation": 4, "share": 5000},
]
OTHER = [{"id": 31, "organisation": 1, "source": "Shop", "amount": 2000000, "currency": "GBP"}]


def make(scratch, **more):
    return scratch.document(organisation=ORGANISATIONS, agreement=AGREEMENTS, funder=FUNDERS, other_income=OTHER, **more)


def figures(scratch):
    return scratch.run("figures", make(scratch), "--as-of", tap.AS_OF, "--json").json()


def test_its_horizon(scratch):
    """By February the 60,000 and 2.5 posts are open, by July all of it; nobody has decided about either."""
    lantern, harbour = figures(scratch)["providers"]
    layers = ("secured_minor", "committed_minor", "extended_minor", "undecided_minor", "posts_at_risk")
    months = {month["month"]: tuple(month[layer]["value"] for layer in layers) for month in lantern["horizon"]}
    tap.equal(len(months), 36)
    tap.equal(months["2026-11"], (10000000, 10000000, 10000000, 0, 0))
    tap.equal(months["2027-02"], (4000000, 4000000, 4000000, 6000000, 2.5))
    tap.equal(months["2027-07"], (0, 0, 0, 10000000, 3))
    tap.equal((lantern["horizon_secured_told"]["value"], lantern["horizon_secured_told"]["of"]), (0, 2))
    tap.equal([harbour["horizon"][5][layer]["value"] for layer in layers[3:]], [900000, None])


def near(figure, expected):
    assert abs(figure["value"] - expected) < 1e-9, f"{figure} is not {expected}"


def test_who_is_listed(scratch):
    tap.equal([provider["name"] for provider in figures(scratch)["providers"]], ["Lantern House", "Harbour Rights"])


def test_a_provider(scratch):
    lantern = figures(scratch)["providers"][0]
    tap.equal((lantern["record"], lantern["size"], lantern["currency"]), (1, "medium", "GBP"))
    tap.equal((lantern["agreements"]["value"], lantern["active"]["value"]), (2, 2))
    tap.equal((lantern["annual_minor"]["value"], lantern["annual_minor"]["known"]), (10000000, 2))
    tap.equal([lantern["secured_minor"][key]["value"] for key in ("m3", "m6", "m12")], [4000000, 4000000, 0])
    tap.equal([lantern["posts_ending"][key]["value"] for key in ("m3", "m6", "m12")], [2.5, 2.5, 3])
    near(lantern["cliff_12_months"], 1)
    near(lantern["dependency"], 80 / 120)
    near(lantern["reserve_months"], 3)
    tap.equal((lantern["shortfall"]["known"], lantern["shortfall"]["month"]), (True, "2027-07"))
    tap.equal(lantern["shortfall"]["assumed_other_income_minor"],
              {"value": 2000000, "unit": "minor", "currency": "GBP", "known": 2, "of": 2})


def test_funders(scratch):
    lantern = figures(scratch)["providers"][0]
    tap.equal([(funder["name"], funder["record"], funder["annual_minor"]["value"]) for funder in lantern["funders"]],
              [("North Council", 3, 8000000), ("Shop", None, 2000000), ("Example Trust", 4, 2000000)])
    # 1 / ((80/120)² + 2 (20/120)²) = 2
    tap.equal([lantern[f"effective_funders_at_{bound}"]["value"] for bound in ["least", "most"]], [2, 2])
    for figure in [lantern["funders"][0]["annual_minor"], lantern["effective_funders_at_least"]]:
        tap.equal((figure["known"], figure["of"]), (2, 2))


def test_what_is_not_recorded(scratch):
    harbour = figures(scratch)["providers"][1]
    tap.equal((harbour["size"], harbour["dependency"]["value"], harbour["reserve_months"]["value"]), (None, None, None))
    tap.equal((harbour["shortfall"]["known"], harbour["shortfall"]["month"]), (False, None))
    tap.equal(harbour["shortfall"]["assumed_other_income_minor"]["value"], None)
    tap.equal((harbour["effective_funders_at_least"]["value"], harbour["funders"]), (None, []))
    tap.equal((harbour["posts"]["value"], harbour["posts"]["of"]), (None, 1))


def test_the_year_of_the_accounts(scratch):
    """Own fields: the year to March 2026; by year: to March 2025, 40,000, spent 48,000, free reserves 4,000."""
    lantern = {**ORGANISATIONS[0], "accounts_end": "2026-03-31"}
    earlier = {"id": 61, "organisation": 1, "year_end": "2025-03-31", "income": 4000000, "expenditure": 4800000,
               "free_reserves": 400000, "currency": "GBP"}
    document = scratch.document(organisation=[lantern, *ORGANISATIONS[1:]], agreement=AGREEMENTS, funder=FUNDERS,
                                accounts=[earlier])

    def look(as_of):
        return scratch.run("figures", document, "--as-of", as_of, "--json").json()["providers"]

    (now, harbour), before = look("2026-11-21"), look("2026-03-30")[0]
    tap.equal(now["accounts"], {"year_end": "2026-03-31", "record_type": "organisation", "record": 1, "age": "fresh"})
    tap.equal(before["accounts"], {"year_end": "2025-03-31", "record_type": "accounts", "record": 61, "age": "fresh"})
    tap.equal((now["size"], before["size"]), ("medium", "small"))
    near(now["reserve_months"], 3)
    near(before["reserve_months"], 1)
    near(before["dependency"], 60 / 40)
    tap.equal(harbour["accounts"], {"year_end": None, "record_type": None, "record": None, "age": None})
    said = scratch.run("explain", document, "1", "reserves", "--as-of", "2026-03-30").out
    assert "Accounts to: 31 Mar 2025, from its accounts by year" in said and "Age of" not in said, said
    said = scratch.run("explain", document, "1", "reserves", "--as-of", "2028-04-01").out
    assert "Accounts to: 31 Mar 2026" in said and "old: more than 24 months before (local setting)" in said, said


def bare_numbers(thing, path=""):
    """Where a number stands that is neither of a figure or its coverage, nor an exact fraction, nor the number of a record."""
    if isinstance(thing, dict):
        own = {"known", "of"} <= set(thing) or set(thing) == {"numerator", "denominator"}
        return [] if own else [at for key, part in thing.items() if key != "record" for at in bare_numbers(part, f"{path}.{key}")]
    if isinstance(thing, list):
        return [at for part in thing for at in bare_numbers(part, f"{path}[]")]
    return [path] if isinstance(thing, (int, float)) and not isinstance(thing, bool) else []


def test_every_number_is_a_figure(scratch):
    tap.equal(bare_numbers(figures(scratch)), [])


def test_purpose_mix(scratch):
    mix = figures(scratch)["purpose_mix"]
    tap.equal([(row["purpose"], row["count"]["value"], row["annual_minor"]["value"]) for row in mix],
              [(None, 1, 900000), ("core", 1, 6000000), ("project", 1, 4000000), ("capacity", 0, 0), ("participation", 0, 0),
               ("restricted", 0, 0)])
    tap.equal((mix[1]["count"]["known"], mix[1]["count"]["of"]), (2, 3))


def table(text, title):
    """The rows under a title, their columns parted by two spaces or more."""
    lines = text.split(f"\n{title}\n")[1].split("\n\n")[0].splitlines()
    return [re.split(r"\s{2,}", line.strip()) for line in lines]


def test_text_for_people(scratch):
    text = scratch.run("figures", make(scratch), "--as-of", tap.AS_OF).out
    tap.equal(table(text, "Providers")[1:3],
              [["Lantern House", "£100,000", "£0", "100.0 %", "67 %", "3.0 months", "Jul 2027"],
               ["Harbour Rights", "£9,000", "£0", "100.0 %", "–", "–", "–"]])
    tap.equal(table(text, "What the money is for")[1:],
              [["Not recorded", "1", "£9,000", "1 of 1 known"], ["Core costs", "1", "£60,000", "1 of 1 known"],
               ["Project", "1", "£40,000", "1 of 1 known"]])


def test_only_twenty_are_shown(scratch):
    document = scratch.document(
        organisation=[{"id": n, "name": f"Provider {n}", "vcs": 1} for n in range(1, 23)],
        agreement=[agreement(100 + n, n, "2026-04-01", "2027-03-31", 1000 * n) for n in range(1, 23)])
    rows = table(scratch.run("figures", document, "--as-of", tap.AS_OF).out, "Providers")
    tap.equal([row[0] for row in rows[1:21]], [f"Provider {n}" for n in range(22, 2, -1)])
    tap.equal(rows[21], ["And 2 more; the JSON has each of them."])
    tap.equal(len(scratch.run("figures", document, "--as-of", tap.AS_OF, "--json").json()["providers"]), 22)


def explainer(scratch):
    document = make(scratch)
    return lambda record, figure: scratch.run("explain", document, record, figure, "--as-of", tap.AS_OF, "--json").json()


def test_explained(scratch):
    explain = explainer(scratch)
    for figure in ["annual", "ahead_3", "ahead_6", "ahead_12", "cliff", "remaining", "posts", "dependency", "reserves",
                   "shortfall"]:
        found = explain("Lantern House", figure)
        assert found["lines"] and found["formula"], found
    lines = explain("Lantern House", "annual")["lines"]
    tap.equal([line["record"] for line in lines if line["record_type"] == "agreement"], [11, 12])
    assert "Jul 2027" in explain("1", "shortfall")["summary"]
    assert "3.0 months" in explain("1", "reserves")["summary"]


def test_unknown_is_told(scratch):
    found = explainer(scratch)("Harbour Rights", "reserves")
    tap.equal(sorted(missing["field"] for missing in found["missing"]), ["expenditure", "free_reserves"])


def test_the_portfolio_explained(scratch):
    explain = explainer(scratch)
    for figure in ["agreements", "active", "annual_value", "mean_term_months", "median_term_months", "cliff_12_months",
                   "largest_pile_up", "spend_hhi"]:
        found = explain("portfolio", figure)
        assert found["lines"] and found["summary"] and found["formula"], found


def codes_of(scratch, document, record):
    """The figures of a record as the message that names them all says; of those with parts the first and the last."""
    said = scratch.run("explain", document, record, "nothing-of-this-name", status=2).err
    return said.split("Its figures are ")[1].strip().rstrip(".").replace(" … ", ", ").split(", ")


def test_every_figure_of_every_type(scratch):
    document = scratch.document(organisation=ORGANISATIONS, agreement=AGREEMENTS, funder=FUNDERS, other_income=OTHER,
                                board=[{"id": 41, "name": "Place Board", "votes": 1, "quota": 1, "target": 2000}],
                                seat=[{"id": 42, "board": 41, "title": "Chair", "bloc": "vcs", "vote_weight": 1}])
    for record, least in [("11", 8), ("1", 11), ("41", 5), ("42", 1), ("portfolio", 20)]:
        codes = codes_of(scratch, document, record)
        assert len(codes) >= least and len(set(codes)) == len(codes), codes
        for code in codes:
            found = scratch.run("explain", document, record, code, "--as-of", tap.AS_OF, "--json").json()
            assert found["formula"] or record != "portfolio", (record, code, found)
            assert found["lines"] or found["missing"] or record == "portfolio", (record, code, found)
            text = scratch.run("explain", document, record, code, "--as-of", tap.AS_OF).out
            assert all(line["label"] in text for line in found["lines"]), (record, code, text)


def is_figure(value):
    return isinstance(value, dict) and {"known", "of"} <= set(value)


def part_of(row):
    """What tells a row of a list from the others: its month, its first day, or what it is of: "size.micro"."""
    words = [value for value in row.values() if isinstance(value, str)] or ["not_recorded"]
    return ".".join(words[:1] if "month" in row or "from" in row else words)


def codes_in(value, code, record):
    """Each figure that stands somewhere in what `figures --json` prints: the record it is of, and its code there."""
    if is_figure(value):
        yield record, code
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from codes_in(part, f"{code}.{key}" if code else key, record)
    elif isinstance(value, list):
        for row in value:
            if is_figure(row):
                yield record, f"{code}.{part_of(row)}" if "field" in row else code
            elif "record" in row and record == "portfolio":
                yield from codes_in(row, "", str(row["record"]))
            else:
                yield from codes_in(row, f"{code}.{part_of(row)}", record)


def explained_as(scratch, document, record, code):
    """How the figure is explained: under its code, or with what it is a part of, "shortfall" for "shortfall.month"."""
    for end in range(code.count(".") + 1, 0, -1):
        asked = ".".join(code.split(".")[:end])
        told = scratch.run("explain", document, record, asked, "--as-of", tap.AS_OF, "--json", status=None)
        if told.status == 0:
            return asked, told.json()
    raise AssertionError(f"nothing explains {code} of record {record}")


def test_every_figure_there_is(scratch):
    """No list of figures stands here: what `figures` prints and nothing explains fails."""
    document = make(scratch, board=[{"id": 41, "name": "Place Board", "votes": 1, "quota": 1, "target": 2000}],
                    seat=[{"id": 42, "board": 41, "title": "Chair", "bloc": "vcs", "vote_weight": 1}],
                    participation_budget=[{"id": 61, "name": "Taking part", "amount": 100000, "currency": "GBP"}])
    told = scratch.run("figures", document, "--as-of", tap.AS_OF, "--json").json()
    codes, asked = list(dict.fromkeys(codes_in(told, "", "portfolio"))), {}
    assert {"portfolio", "1", "41", "61"} <= {record for record, code in codes}, codes
    for record, code in codes:
        # Of 36 months and of other providers one: they are explained by the same function.
        stem = (record if record in ("portfolio", "41", "61") else "provider", re.sub(r"20\d\d-\d\d", "", code))
        if stem in asked.values():
            continue
        under, found = explained_as(scratch, document, record, code)
        asked[(record, under, code)] = stem
        assert found["formula"] and (found["summary"] or record == "41"), (record, code, found)
    under = {(record, code) for record, code, _ in asked}
    for expected in [("portfolio", "survival.size.medium"), ("portfolio", "completeness.agreement.always"),
                     ("portfolio", "completeness_by_type.agreement.before_start"), ("portfolio", "flags.red"),
                     ("portfolio", "results.targets_met"), ("portfolio", "horizon_secured_told"), ("1", "agreements"),
                     ("1", "active"), ("1", "committed_minor.m3"), ("1", "extended_minor.m12"), ("1", "posts_ending.m6"),
                     ("1", "horizon.2026-11"), ("1", "horizon_secured_told"), ("1", "effective_funders_at_least"), ("1", "results.referrals")]:
        assert expected in under, (expected, sorted(under))


def test_a_figure_that_nothing_explains(scratch):
    """The test above would see it."""
    tap.equal(list(codes_in({"new": {"value": 1, "unit": "count", "known": 1, "of": 1}}, "", "portfolio")), [("portfolio", "new")])
    document = make(scratch)
    try:
        explained_as(scratch, document, "portfolio", "new.figure")
    except AssertionError:
        return
    raise AssertionError("found")


def test_a_provider_sums_up(scratch):
    """What enters the lines of a month and of a day ahead is the figure of the table."""
    document = make(scratch)
    provider = next(row for row in scratch.run("figures", document, "--as-of", tap.AS_OF, "--json").json()["providers"]
                    if row["record"] == 1)

    def pounds(code, words=""):
        lines = scratch.run("explain", document, "1", code, "--as-of", tap.AS_OF, "--json").json()["lines"]
        found = [re.match(r"£([\d,.]+) a year", line["value"]) for line in lines if words in line["value"]]
        return round(100 * sum(float(match[1].replace(",", "")) for match in found if match))

    for ahead in ("m3", "m6", "m12"):
        for key in ("committed_minor", "extended_minor"):
            tap.equal(pounds(f"{key}.{ahead}"), provider[key][ahead]["value"])
    for month in provider["horizon"][::7]:
        tap.equal(pounds(f"horizon.{month['month']}", ", secured"), month["secured_minor"]["value"])


def test_providers_by_the_keys_of_the_figures(scratch):
    document = make(scratch)
    for key in ("annual_minor", "secured_minor.m3", "secured_minor.m6", "secured_minor.m12", "cliff_12_months",
                "remaining_months", "posts", "posts_ending", "dependency", "reserve_months", "shortfall"):
        assert scratch.run("explain", document, "1", key, "--as-of", tap.AS_OF, "--json").json()["formula"], key


def test_completeness_of_a_record(scratch):
    explain = explainer(scratch)
    found = explain("11", "completeness")
    # Recorded: provider, purpose, start, end, value, value_basis, a funder.
    assert found["summary"].startswith("7 of 16"), found
    tap.equal([missing["field"] for missing in found["missing"]],
              ["kind", "service", "place", "payment_profile", "funder_notice", "funder_without_cause", "renewal_status", "owner",
               "rests_on_one"])
    found = explain("13", "completeness")
    assert found["summary"].startswith("5 of 16"), found
    tap.equal((found["missing"][-1]["record_type"], found["missing"][-1]["record"]), ("funder", 13))
    tap.equal([missing["field"] for missing in explain("Harbour Rights", "completeness")["missing"]],
              ["kind", "income", "expenditure", "free_reserves"])


def test_completeness_before_the_start(scratch):
    planned = agreement(51, 1, "2027-04-01", "2028-03-31", 9000, specification_agreed=1, measures_agreed=0)
    document = scratch.document(organisation=ORGANISATIONS, agreement=[planned])
    found = scratch.run("explain", document, "51", "completeness", "--as-of", tap.AS_OF, "--json").json()
    tap.equal(found["lines"][1]["value"], "1 of 4 recorded")
    tap.equal([missing["field"] for missing in found["missing"]][-3:], ["communities", "measures_agreed", "variation_agreed"])


def test_completeness_of_the_portfolio(scratch):
    document = make(scratch)
    told = scratch.run("figures", document, "--as-of", tap.AS_OF, "--json").json()
    fields = {row["field"]: (row["known"], row["of"]) for row in told["completeness"]
              if row["record_type"] == "agreement" and row["when"] == "always"}
    # Three run with voluntary organisations; one is over, one is a company's.
    tap.equal((fields["provider"], fields["purpose"], fields["owner"], fields["funder"]), ((3, 3), (2, 3), (0, 3), (2, 3)))
    recorded = [row for row in told["completeness_by_type"] if row["record_type"] == "agreement" and row["when"] == "always"][0]
    known, of = (sum(pair[i] for pair in fields.values()) for i in (0, 1))
    near(recorded["recorded"], known / of)
    tap.equal((recorded["recorded"]["known"], recorded["recorded"]["of"]), (known, of))


def test_a_figure_of_another_type(scratch):
    document = make(scratch)
    assert "ahead_12" in scratch.run("explain", document, "Lantern House", "term", status=2).err


if __name__ == "__main__":
    tap.main(globals())
