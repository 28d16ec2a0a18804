"""--portfolio: figures, flags, explanations and charts of one portfolio, by hand and by rule; names that fit none or
several; rules that cannot be followed."""
import tap

ORGANISATIONS = [{"id": 1, "name": "Lantern House", "vcs": 1}]
AGREEMENTS = [
    {"id": 101, "title": "Advice", "provider": 1, "kind": "grant", "place": "North", "start": "2026-04-01",
     "end": "2027-03-31", "annual_value": 1000000, "currency": "GBP"},
    {"id": 102, "title": "Befriending", "provider": 1, "kind": "grant", "place": "South", "start": "2026-04-01",
     "end": "2027-03-31", "annual_value": 2000000, "currency": "GBP"},
    {"id": 103, "title": "Carers", "provider": 1, "kind": "contract", "place": "North", "start": "2024-04-01",
     "end": "2029-03-31", "annual_value": 4000000, "currency": "GBP"},
]
PORTFOLIOS = [
    {"id": 201, "name": "By hand"},
    {"id": 202, "name": "North", "rule": "place=North"},
    {"id": 203, "name": "Northern grants", "rule": "portfolio=202&kind=grant"},
    {"id": 204, "name": "Twice"}, {"id": 205, "name": " TWICE "},
    {"id": 206, "name": "Round", "rule": "portfolio=207"}, {"id": 207, "name": "Round again", "rule": "portfolio=206"},
    {"id": 208, "name": "From elsewhere", "rule": "colour=red"},
]
MEMBERSHIPS = [{"id": 301, "portfolio": 201, "agreement": 102}, {"id": 302, "portfolio": 202, "agreement": 102},
               {"id": 303, "portfolio": 208, "agreement": 103}]
# portfolio: yearly pounds of what runs in it, and how many agreements that are
WORTH = {"By hand": (20000, 1), "by  HAND": (20000, 1), "North": (70000, 3), "202": (70000, 3), "Northern grants": (30000, 2)}


def document(scratch):
    return scratch.document(organisation=ORGANISATIONS, agreement=AGREEMENTS, portfolio=PORTFOLIOS, membership=MEMBERSHIPS)


def test_figures(scratch):
    path = document(scratch)
    for name, (pounds, n) in WORTH.items():
        figures = scratch.run("figures", path, "--as-of", tap.AS_OF, "--portfolio", name, "--json").json()
        annual = figures["annual_value"]
        assert [(value["value"], value["of"]) for value in annual] == [(pounds * 100, n)], (name, annual)
    everything = scratch.run("figures", path, "--as-of", tap.AS_OF, "--json").json()
    assert everything["annual_value"][0]["value"] == 7000000
    words = scratch.run("figures", path, "--as-of", tap.AS_OF, "--portfolio", "north").out
    assert words.startswith("document, North, as of 21 Nov 2026\n"), words


def test_flags_explanations_and_charts(scratch):
    path = document(scratch)
    everything = scratch.run("flags", path, "--as-of", tap.AS_OF, "--json").json()
    grants = scratch.run("flags", path, "--as-of", tap.AS_OF, "--portfolio", "By hand", "--json").json()
    flagged = {flag["record"] for flag in grants if flag["record_type"] == "agreement"}
    assert flagged == {102}, flagged
    assert {101, 102} <= {flag["record"] for flag in everything}
    assert scratch.run("explain", path, "Befriending", "T1", "--as-of", tap.AS_OF, "--portfolio", "By hand").out
    picture = scratch.path("bands.svg")
    scratch.run("chart", "term-bands", path, "-o", picture, "--as-of", tap.AS_OF, "--portfolio", "North")


def test_names(scratch):
    path = document(scratch)
    none = scratch.run("figures", path, "--portfolio", "West", status=2).err
    assert "There is no portfolio “West”" in none and "“Northern grants”" in none, none
    several = scratch.run("flags", path, "--portfolio", "twice", status=2).err
    assert "204, 205" in several, several
    assert "has none" in scratch.run("figures", scratch.document("empty.tenure"), "--portfolio", "West", status=2).err


def test_rules_that_cannot_be_followed(scratch):
    path = document(scratch)
    for name, n in [("Round", 0), ("Round again", 0), ("From elsewhere", 1)]:
        result = scratch.run("figures", path, "--as-of", tap.AS_OF, "--portfolio", name, "--json", status=1)
        assert result.json()["active"]["value"] == n, result.out
        assert f"“{name}” is not followed" in result.err, result.err
    problems = scratch.run("check", path, "--json", status=1).json()["problems"]
    assert {problem["record"] for problem in problems if problem["code"] == "rule-not-followed"} == {206, 207, 208}


tap.main(globals())
