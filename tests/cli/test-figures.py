"""tenure-cli figures on a document small enough to work out by hand, and the keys and types of the contract.

As of 21 November 2026, all values in pounds, all providers but one voluntary sector:

  agreement   term                         months  value             a year    band
  A           1 Apr 2026 – 31 Mar 2027     12      12,000 total      12,000    12 or less
  B           1 Apr 2024 – 31 Mar 2027     36      90,000 total      30,000    36 or more
  C           1 Oct 2026 – 30 Sep 2028     24      24,000 a year     24,000    between
  D           open-ended since 2020                6,000 a year      6,000     open
  E           1 Jan 2026 – 31 Dec 2026     12      not recorded      unknown   12 or less
  F           renews A from 1 Apr 2027, signed, planned: covers A
  G           ended on 31 Mar 2025
  H           1 Apr 2026, no end           maybe running, 5,000 total: unknown
  X           a company: 1 Apr 2026 – 31 Mar 2027, 28,000

Running in scope: A B C D E. Known yearly values: 12,000 + 30,000 + 24,000 + 6,000 = 72,000 (4 of 5).
Mean term by value over A B C: (12×12 + 30×36 + 24×24) ÷ 66 = 1800 ÷ 66. Median of 12, 12, 24, 36: 18.
HHI: Lantern (A, B, E) 42,000, Harbour (C) 24,000, Rookery (D) 6,000 of 72,000: (42² + 24² + 6²) ÷ 72² × 10,000.
The sector's share: 72,000 of 100,000 with X."""
import tap

ORGANISATIONS = [
    {"id": 1, "name": "Lantern House", "vcs": 1}, {"id": 2, "name": "Harbour Rights", "vcs": 1},
    {"id": 3, "name": "Rookery Singers", "vcs": 1}, {"id": 4, "name": "Ledger Care Ltd", "vcs": 0},
    {"id": 5, "name": "North Council", "vcs": 0},
]


def agreement(number, title, provider, start, end, pounds, basis="total", **more):
    value = {} if pounds is None else {"value": pounds * 100, "value_basis": basis, "currency": "GBP"}
    return {"id": number, "title": title, "kind": "grant", "provider": provider, "start": start, "end": end, **value, **more}


AGREEMENTS = [
    agreement(11, "A", 1, "2026-04-01", "2027-03-31", 12000),
    agreement(12, "B", 1, "2024-04-01", "2027-03-31", 90000),
    agreement(13, "C", 2, "2026-10-01", "2028-09-30", 24000, "annual"),
    agreement(14, "D", 3, "2020-04-01", None, 6000, "annual", open_ended=1),
    agreement(15, "E", 1, "2026-01-01", "2026-12-31", None),
    agreement(16, "F", 1, "2027-04-01", "2028-03-31", 12000, signed="2026-11-01", predecessor=11),
    agreement(17, "G", 2, "2024-04-01", "2025-03-31", 9000),
    agreement(18, "H", 2, "2026-04-01", None, 5000),
    agreement(19, "X", 4, "2026-04-01", "2027-03-31", 28000),
]

BOARDS = [
    {"id": 31, "name": "Place Board", "voice_expected": 1, "votes": 1, "target": 2500, "bloc_power": 1,
     "decision_rule": "majority"},
    {"id": 32, "name": "Old Board", "to_day": "2026-03-31", "voice_expected": 1},
]
# NHS 3 votes, council 2, VCS 1: eight seats with one empty; a majority needs 4 of 6.
SEATS = [
    {"id": 41, "board": 31, "bloc": "nhs", "vote_weight": 2, "role": "chair"},
    {"id": 42, "board": 31, "bloc": "nhs", "vote_weight": 1},
    {"id": 43, "board": 31, "bloc": "council", "vote_weight": 1},
    {"id": 44, "board": 31, "bloc": "council", "vote_weight": 1},
    {"id": 45, "board": 31, "bloc": "vcs", "vote_weight": 1},
    {"id": 46, "board": 31, "bloc": "lived_experience", "vote_weight": 0},
    {"id": 47, "board": 31, "bloc": "public", "vote_weight": 0},
    {"id": 48, "board": 31, "bloc": "public", "vote_weight": 0},
    {"id": 49, "board": 32, "bloc": "vcs", "vote_weight": 1},
]
PEOPLE = [{"id": 50 + n, "name": f"Person {n}"} for n in range(1, 9)]
APPOINTMENTS = [{"id": 60 + n, "seat": 40 + n, "person": 50 + n, "from_day": "2025-01-01"} for n in range(1, 8)]


def make(scratch, name="document.tenure"):
    return scratch.document(name, organisation=ORGANISATIONS, agreement=AGREEMENTS, board=BOARDS, seat=SEATS, person=PEOPLE,
                            appointment=APPOINTMENTS)


def figures(scratch, as_of=tap.AS_OF):
    return scratch.run("figures", make(scratch, f"{as_of}.tenure"), "--as-of", as_of, "--json").json()


def is_figure(figure, unit):
    assert {"value", "unit", "known", "of"} <= set(figure), figure
    assert figure["unit"] == unit, figure
    assert 0 <= figure["known"] <= figure["of"], figure
    return figure["value"], figure["known"], figure["of"]


def near(found, expected):
    assert abs(found - expected) < 1e-9, f"{found} is not {expected}"


def test_contract_keys(scratch):
    found = figures(scratch)
    assert {"agreements", "active", "annual_value", "term_bands", "mean_term_months", "median_term_months", "horizon",
            "expiries", "largest_pile_up", "spend_hhi", "boards"} <= set(found), sorted(found)
    assert isinstance(found["annual_value"], list)
    tap.equal(set(found["term_bands"]), {"le12", "gt12_lt36", "ge36", "open", "unknown"})
    for band in found["term_bands"].values():
        assert {"count", "annual_minor"} <= set(band), band
    tap.equal(len(found["horizon"]), 36)
    for month in found["horizon"]:
        assert {"month", "secured_minor", "extended_minor", "undecided_minor", "posts_at_risk"} <= set(month), month
    for month in found["expiries"]:
        assert {"month", "count", "annual_minor"} <= set(month), month
    assert {"date", "count", "annual_minor"} <= set(found["largest_pile_up"])
    for board in found["boards"]:
        assert {"name", "seats", "filled", "vcs_seats", "votes", "vcs_votes", "seat_share", "vote_share", "seats_short",
                "banzhaf", "shapley_shubik"} <= set(board), board


def test_counts(scratch):
    found = figures(scratch)
    tap.equal(is_figure(found["agreements"], "count")[0], 8)
    tap.equal(is_figure(found["active"], "count")[0], 5)


def test_annual_value(scratch):
    [annual] = figures(scratch)["annual_value"]
    tap.equal(is_figure(annual, "minor"), (7200000, 4, 5))
    tap.equal(annual["currency"], "GBP")


def value_of(thing):
    """A count or sum stands bare or as a figure."""
    return thing["value"] if isinstance(thing, dict) else thing


def test_term_bands(scratch):
    bands = {name: (value_of(band["count"]), value_of(band["annual_minor"]))
             for name, band in figures(scratch)["term_bands"].items()}
    tap.equal(bands, {"le12": (2, 1200000), "gt12_lt36": (1, 2400000), "ge36": (1, 3000000), "open": (1, 600000),
                      "unknown": (1, bands["unknown"][1])})


def test_terms(scratch):
    found = figures(scratch)
    value, known, of = is_figure(found["mean_term_months"], "months")
    near(value, 1800 / 66)
    tap.equal((known, of), (3, 5))
    value, known, of = is_figure(found["median_term_months"], "months")
    near(value, 18)
    tap.equal((known, of), (4, 5))


def test_concentration(scratch):
    value, known, of = is_figure(figures(scratch)["spend_hhi"], "points")
    near(value, (42 ** 2 + 24 ** 2 + 6 ** 2) / 72 ** 2 * 10000)
    tap.equal((known, of), (4, 5))


def test_horizon(scratch):
    """D can be ended at a notice that nobody recorded, so it counts on the day alone; F takes over from A."""
    months = {month["month"][:7]: month for month in figures(scratch)["horizon"]}
    secured = {month: value_of(months[month]["secured_minor"]) // 100 for month in
               ["2026-11", "2026-12", "2027-03", "2027-04", "2028-04", "2028-10"]}
    tap.equal(secured, {"2026-11": 72000, "2026-12": 66000, "2027-03": 66000, "2027-04": 36000, "2028-04": 24000,
                        "2028-10": 0})


def test_expiries_are_net_of_signed_successors(scratch):
    found = {month["month"][:7]: (value_of(month["count"]), value_of(month["annual_minor"]))
             for month in figures(scratch)["expiries"] if value_of(month["count"]) > 0}
    tap.equal(found, {"2026-12": (1, 0), "2027-03": (1, 3000000), "2028-03": (1, 1200000), "2028-09": (1, 2400000)})


def test_pile_up(scratch):
    """Four days with one agreement each: the larger value comes first."""
    pile_up = figures(scratch)["largest_pile_up"]
    tap.equal((pile_up["date"], value_of(pile_up["count"]), value_of(pile_up["annual_minor"])), ("2027-03-31", 1, 3000000))


def board(scratch, name="Place Board"):
    return next(board for board in figures(scratch)["boards"] if board["name"] == name)


def test_board(scratch):
    found = board(scratch)
    tap.equal([value_of(found[key]) for key in ["seats", "filled", "vcs_seats", "votes", "vcs_votes"]], [8, 7, 1, 6, 1])
    near(value_of(found["seat_share"]), 1 / 8)
    near(value_of(found["vote_share"]), 1 / 6)
    # ⌈0.25 × 8⌉ − 1 = 1 by replacing; ⌈(0.25 × 8 − 1) ÷ 0.75⌉ = 2 by adding.
    tap.equal({key: value_of(value) for key, value in found["seats_short"].items()}, {"replace": 1, "add": 2})


def test_power_of_the_bloc(scratch):
    """[4: 3, 2, 1]: the NHS swings with either or both, the council and the VCS with the NHS alone: 3/5, 1/5, 1/5."""
    found = board(scratch)
    tap.equal(sorted(is_figure(bloc["votes"], "count") for bloc in found["blocs"] if bloc["votes"]["value"]),
              [(1, 1, 1), (2, 2, 2), (3, 2, 2)])
    near(value_of(found["banzhaf"]), 1 / 5)
    near(value_of(found["shapley_shubik"]), 1 / 6)


def test_a_board_of_the_past(scratch):
    names = [board["name"] for board in figures(scratch)["boards"]]
    tap.equal(names, ["Place Board"])
    names = [board["name"] for board in figures(scratch, "2026-03-31")["boards"]]
    tap.equal(sorted(names), ["Old Board", "Place Board"])


def test_another_day(scratch):
    found = figures(scratch, "2025-03-31")
    tap.equal(is_figure(found["active"], "count")[0], 3)  # B, D, G


def test_two_absurd_values(scratch):
    """Their sum cannot be told; all else can, flags and explanations too, and check names both."""
    absurd = [agreement(number, title, 1, "2026-01-01", "2027-06-30", None, currency="GBP", annual_value=6 * 10 ** 18)
              for number, title in [(21, "Absurd"), (22, "Absurder")]]
    document = scratch.document(organisation=ORGANISATIONS, agreement=AGREEMENTS + absurd)
    found = scratch.run("figures", document, "--as-of", tap.AS_OF, "--json").json()
    tap.equal(is_figure(found["annual_value"][0], "minor"), (None, 6, 7))
    tap.equal(found["active"]["value"], 7)
    bands = {name: value_of(band["annual_minor"]) for name, band in found["term_bands"].items()}
    tap.equal((bands["gt12_lt36"], bands["le12"], bands["ge36"]), (None, 1200000, 3000000))
    horizon = {month["month"]: value_of(month["committed_minor"]) for month in found["horizon"]}
    tap.equal((horizon["2026-11"], horizon["2027-07"]), (None, 3600000))
    tap.equal((found["cliff_12_months"]["share"]["value"], found["cliff_12_months"]["count"]["value"]), (None, 4))
    assert "cannot tell" in scratch.run("figures", document, "--as-of", tap.AS_OF).out
    flags = scratch.run("flags", document, "--as-of", tap.AS_OF, "--json").json()
    assert ("T2", 21) in [(flag["rule"], flag["record"]) for flag in flags]
    scratch.run("explain", document, "21", "T2", "--as-of", tap.AS_OF)
    for chart in ["horizon", "expiries", "term-bands"]:
        scratch.run("chart", chart, document, "--as-of", tap.AS_OF, "-o", scratch.path(f"{chart}.svg"))
    problems = scratch.run("check", document, "--json", status=1).json()["problems"]
    tap.equal([(problem["code"], problem["record"]) for problem in problems if problem["code"] == "amount-implausible"],
              [("amount-implausible", 21), ("amount-implausible", 22)])


def test_an_empty_document(scratch):
    found = scratch.run("figures", scratch.document(), "--json").json()
    tap.equal(found["agreements"]["value"], 0)
    tap.equal((found["mean_term_months"]["value"], found["spend_hhi"]["value"], found["boards"]), (None, None, []))


def test_for_people(scratch):
    out = scratch.run("figures", make(scratch), "--as-of", tap.AS_OF).out
    for words in ["as of 21 Nov 2026", "£72,000", "4 of 5 known", "Place Board", "12.5 %", "turn 1 or add 2"]:
        assert words in out, f"{words!r} is not in\n{out}"


def completeness(found, when="always"):
    return {(entry["record_type"], entry["field"]): (entry["known"], entry["of"])
            for entry in found["completeness"] if entry["when"] == when}


def test_completeness(scratch):
    found = figures(scratch)
    of = completeness(found)
    # A to F and H; G has ended and X is of a company.
    tap.equal(of["agreement", "kind"], (7, 7))
    tap.equal(of["agreement", "owner"], (0, 7))
    tap.equal(of["agreement", "value"], (6, 7))
    tap.equal(of["agreement", "end"], (5, 6))  # D is open-ended
    tap.equal(of["organisation", "vcs"], (3, 3))
    tap.equal(of["seat", "bloc"], (8, 8))
    tap.equal(of["board", "votes"], (1, 1))
    tap.equal(completeness(found, "before_start")["agreement", "measures_agreed"], (0, 1))
    by_type = {(entry["record_type"], entry["when"]): entry for entry in found["completeness_by_type"]}
    tap.equal(by_type["agreement", "always"]["records"]["value"], 7)
    tap.equal(by_type["agreement", "always"]["complete"]["value"], 0)
    tap.equal(by_type["seat", "always"]["complete"]["value"], 8)
    share = by_type["agreement", "always"]["recorded"]
    tap.equal((share["known"], share["of"]), tuple(map(sum, zip(*[value for key, value in of.items() if key[0] == "agreement"]))))
    assert abs(share["value"] - share["known"] / share["of"]) < 1e-12


if __name__ == "__main__":
    tap.main(globals())
