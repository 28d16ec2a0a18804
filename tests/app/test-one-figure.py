"""One name, one figure: what pages, their explanations and the command line call alike is alike, on the sample of every day
and on published registers."""
import collections
import gzip
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
import tap  # noqa: E402

SAMPLE, PAGES, DATA = tap.ARGUMENTS[1:4]

# Figures that more than one place has to name, so that a test of nothing does not pass.
SHARED = ["running", "annual GBP", "cliff GBP", "passed on", "on the cliff", "adding yearly value", "agreements in scope",
          "card 0 knows", "card 2 says", "running, without those in a lead"]


def ask_pages(scratch, document, as_of, portfolio=None):
    command = [PAGES, document, as_of, scratch.path("state"), *([str(portfolio)] if portfolio else [])]
    lines = subprocess.run(command, capture_output=True, check=True, text=True).stdout.splitlines()
    return [tuple(line.split("\t")) for line in lines]


def text_of(figure):
    return "cannot tell" if figure["value"] is None else f"{figure['value']:.6f}"


def count_text(part, whole):
    return f"{part:,} of {whole:,} known" if whole else ""


def cards_of(found):
    """What the cards of the overview have to say, from “figures”."""
    running, median, share = found["active"], found["median_term_months"], found["cliff_12_months"]["share"]
    maybe = running["of"] - running["known"]
    yield "card 0 knows", count_text(sum(sum_["known"] for sum_ in found["annual_value"]), running["value"])
    yield "card 2 knows", count_text(median["known"], median["of"])
    if median["value"] is not None:
        yield "card 2 says", f"{median['value']:.1f}".removesuffix(".0") + (" month" if median["value"] == 1 else " months")
    if share["value"] and 3 * share["known"] >= 2 * (share["of"] + maybe):
        yield "card 1 says", f"{share['value']:.0%}".replace("%", " %")
        yield "card 1 knows", count_text(share["known"], share["of"] + maybe)
    yield "running, without those in a lead", running["value"] - found["passed_on"]["value"]


def ask_command_line(scratch, document, as_of, portfolio=None):
    """The same from “figures”, and how many records “explain” lists."""
    narrowed = ["--portfolio", portfolio] if portfolio else []
    found = scratch.run("figures", document, "--as-of", as_of, "--json", *narrowed).json()
    yield "agreements in scope", found["agreements"]["value"]
    yield "running", found["active"]["value"]
    yield "passed on", found["passed_on"]["value"]
    yield "on the cliff", found["cliff_12_months"]["count"]["value"]
    yield from cards_of(found)
    for sum_ in found["annual_value"]:
        yield f"annual {sum_['currency']}", sum_["value"]
    if found["annual_value"]:
        yield f"cliff {found['annual_value'][0]['currency']}", found["cliff_12_months"]["annual_minor"]["value"]
        yield f"annual {found['annual_value'][0]['currency']}", found["horizon"][0]["committed_minor"]["value"]
        explained = scratch.run("explain", document, "portfolio", "annual_value", "--as-of", as_of, "--json", *narrowed).json()
        yield "adding yearly value", len(explained["lines"])
    if portfolio:
        return
    for provider in found["providers"]:
        record = provider["record"]
        if provider["annual_minor"]["value"] is not None and provider["annual_minor"]["known"] > 0:
            yield f"annual of {record} {provider['currency']}", provider["annual_minor"]["value"]
        for name, key in [("months left", "remaining_months"), ("posts", "posts"), ("largest funder", "dependency"),
                          ("reserves", "reserve_months")]:
            yield f"{name} of {record}", text_of(provider[key])
        yield f"posts ending of {record}", text_of(provider["posts_ending"]["m12"])


def compare(scratch, document, as_of, portfolio=None, portfolio_name=None):
    """Every name with what each place says; all but those of one place must agree. Returns how many were compared."""
    said = collections.defaultdict(dict)
    for name, page, value in ask_pages(scratch, document, as_of, portfolio):
        said[name][page] = value
    for number, (name, value) in enumerate(ask_command_line(scratch, document, as_of, portfolio_name)):
        said[name][f"tenure-cli {number}"] = str(value)
    differing = {name: places for name, places in said.items() if len(set(places.values())) > 1}
    tap.equal(differing, {}, f"{document} on {as_of}")
    return {name for name, places in said.items() if len(places) > 1}, said


def compare_all(scratch, document, days):
    for as_of in days:
        compared, _ = compare(scratch, document, as_of)
        missing = [name for name in SHARED if name not in compared]
        tap.equal(missing, [], f"compared on {as_of}")
        for kind in ["annual of", "months left of", "posts of", "largest funder of", "reserves of"]:
            assert any(name.startswith(kind) for name in compared), f"nothing compared of {kind} on {as_of}"


def test_sample(scratch):
    compare_all(scratch, SAMPLE, ["2023-06-15", "2024-12-31", "2026-04-01", tap.AS_OF, "2027-04-01"])


def test_portfolios_of_the_sample(scratch):
    portfolios = tap.rows(SAMPLE, "SELECT id, name FROM portfolio")
    assert portfolios
    for portfolio in portfolios:
        compared, _ = compare(scratch, SAMPLE, tap.AS_OF, portfolio["id"], portfolio["name"])
        assert "running" in compared


def published(scratch, name, *options):
    """A published register, imported by the command line, of which every provider is said to be of the sector."""
    packed, file, document = pathlib.Path(DATA, name + ".gz"), scratch.path(name), scratch.path("published.tenure")
    with gzip.open(packed) as source, open(file, "wb") as target:
        shutil.copyfileobj(source, target)
    scratch.run("new", document)
    scratch.run("import", file, "-d", document, "--currency", "GBP", *options, status=None)
    with tap.sqlite3.connect(document) as database:
        database.execute("UPDATE organisation SET vcs = 1")
    database.close()
    return document


def test_published_contracts(scratch):
    """380 contracts, among them one of £24.2m that ends on 11 Sep 2020."""
    document = published(scratch, "contracts_finder_export_2020-09.csv", "--total")
    compare_all(scratch, document, ["2020-09-05", "2021-03-31"])
    found = scratch.run("figures", document, "--as-of", "2020-09-05", "--json").json()
    assert found["active"]["value"] > 200, found["active"]


def test_published_grants(scratch):
    document = published(scratch, "power_to_change_a002400000nO46WAAS.json")
    compare_all(scratch, document, ["2017-06-01"])


tap.main(globals())
