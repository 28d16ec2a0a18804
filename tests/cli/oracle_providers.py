"""What oracle.py is for the portfolio, for its providers: each figure a second time, from the rows and the words of
docs/domain.md, section 4. And what some rules about money and people say, from the rows alone."""
import collections
import oracle
import oracle_agreements
import tap

DAY = oracle.DAY


def months_left(today, end):
    """M (T, E), without the reading of an anniversary: nothing was agreed for so many months from today."""
    after = end + DAY
    m = max(m for m in range((after.year - today.year) * 12 + 13) if oracle.add_months(today, m) <= after)
    start = oracle.add_months(today, m)
    return m + oracle.F((after - start).days, (oracle.add_months(today, m + 1) - start).days)


def end_with_successors(agreement):
    end = agreement.end
    while True:
        following = [next for next in agreement.successors if next.signed_by_today and next.start]
        if not following:
            return end
        agreement = min(following, key=lambda next: next.start)
        if agreement.start > end + DAY or agreement.end is None or agreement.end < end:
            return end
        end = agreement.end


def income_by_source(path, organisation, running):
    """Pence a year by funder or source, of what is recorded. A single funder pays all; several as their shares say."""
    found = collections.Counter()
    for agreement in running:
        funders = tap.rows(path, "SELECT * FROM funder WHERE agreement = ?", agreement.row["id"])
        for funder in funders:
            share = funder["share"] if funder["share"] is not None else 10000 if len(funders) == 1 else None
            if share is not None and agreement.annual is not None:
                found[funder["organisation"]] += oracle.half_even(oracle.F(agreement.annual * share, 10000))
    for other in tap.rows(path, "SELECT * FROM other_income WHERE organisation = ?", organisation["id"]):
        found[other["source"]] += other["amount"] or 0
    return +found


def accounts(path, organisation, as_of):
    """The year that ended last by then, of those of which an amount is recorded; its own fields come first on one day, then
    what was recorded later. Without one, its own fields."""
    own = {**organisation, "own": 1, "year_end": organisation["accounts_end"]}
    by_year = [{**row, "own": 0} for row in tap.rows(path, "SELECT * FROM accounts WHERE organisation = ?", organisation["id"])]
    gone = [year for year in [own, *by_year] if year["year_end"] is not None and year["year_end"] <= as_of
            and any(year[amount] is not None for amount in ("income", "expenditure", "free_reserves"))]
    return max(gone, key=lambda year: (year["year_end"], year["own"], year["id"]), default=own)


def provider(path, organisation, agreements, today):
    """None where it cannot be told."""
    year = accounts(path, organisation, today.isoformat())
    running = [agreement for agreement in agreements if agreement.running]
    valued = [agreement for agreement in running if agreement.annual is not None]
    posted = [agreement for agreement in running if agreement.row["posts"] is not None]
    lasting = [agreement for agreement in valued if agreement.annual > 0 and agreement.end]
    whole = sum(agreement.annual for agreement in valued)
    dates = [oracle.add_months(today, months) for months in (3, 6, 12)]
    income, sources = year["income"], income_by_source(path, organisation, running)
    cost, reserves = year["expenditure"], year["free_reserves"]

    def ending(these, date):
        return [agreement for agreement in these if agreement.end and agreement.end <= date and not agreement.covered]

    return {
        "active": len(running),
        "annual": whole if valued or not running else None,
        "ahead": [[sum(agreement.annual or 0 for agreement in agreements if runs(agreement, date)) for date in dates]
                  for runs in (oracle.Agreement.secured_on, oracle.Agreement.committed_on, oracle.Agreement.extended_on)],
        "horizon": [(secured, committed, extended, undecided, posts) for secured, committed, extended, _, undecided, posts
                    in oracle.horizon(agreements, today)],
        "cliff": sum(agreement.annual for agreement in ending(valued, dates[2])) / whole if whole else None,
        "remaining": float(sum(agreement.annual * months_left(today, end_with_successors(agreement)) for agreement in lasting)
                           / sum(agreement.annual for agreement in lasting)) if lasting else None,
        "posts": sum(agreement.row["posts"] for agreement in posted) / 100 if posted else None,
        "posts_ending": [sum(agreement.row["posts"] for agreement in ending(posted, date)) / 100 if posted else None
                         for date in dates],
        "dependency": max(sources.values()) / income if sources and income else None,
        "reserve_months": 12 * reserves / cost if cost and reserves is not None else None,
    }


def providers(path, as_of):
    """By id, every organisation that provides anything."""
    today = oracle.day(as_of)
    provided = collections.defaultdict(list)
    for agreement in oracle.load_agreements(path, today):
        provided[agreement.row["provider"]].append(agreement)
    return {row["id"]: provider(path, row, provided[row["id"]], today)
            for row in tap.rows(path, "SELECT * FROM organisation") if row["id"] in provided}


def purpose_mix(path, as_of):
    """By purpose: how many run, and their yearly value."""
    running = [agreement for agreement in oracle.load_agreements(path, oracle.day(as_of))
               if agreement.in_scope and agreement.running]
    counted = oracle.uncounted_elsewhere(running)
    return {purpose: (sum(agreement.row["purpose"] == purpose for agreement in running),
                      sum(agreement.annual or 0 for agreement in counted if agreement.row["purpose"] == purpose))
            for purpose in [None, "core", "project", "capacity", "participation", "restricted"]}


# --- Rules ---

def waited(payment, today):
    invoiced, paid = oracle.day(payment["invoiced"]), oracle.day(payment["paid"])
    if invoiced is None or invoiced > today:
        return 0
    return ((paid if paid and paid <= today else today) - invoiced).days


def struck(path, as_of):
    """The records on which each of these rules fires, by level."""
    today = oracle.day(as_of)
    live = [agreement for agreement in oracle.load_agreements(path, today) if agreement.in_scope and agreement.live]
    found = collections.defaultdict(set)
    for agreement in live:
        row = agreement.row
        if any(waited(payment, today) > 30 for payment in tap.rows(path, "SELECT * FROM payment WHERE agreement = ?", row["id"])):
            found["P1", "red"].add(row["id"])
        if any(variation["scope"] == "wider" and (variation["made"] or as_of) <= as_of and variation["price_change"] is not None
               and variation["price_change"] <= 0
               for variation in tap.rows(path, "SELECT * FROM variation WHERE agreement = ?", row["id"])):
            found["V1", "red"].add(row["id"])
        covered, price = oracle_agreements.full_cost_ratio(path, row), oracle_agreements.real_price(path, agreement)
        if covered is not None and covered < 1:
            found["P3", "red"].add(row["id"])
        if price is not None and price < 0:
            found["P2", "red" if price < oracle.F(-5, 100) else "amber"].add(row["id"])
        if (row["key_person"] is not None or row["rests_on_one"] == 1) and row["key_cover"] is None:
            found["K1", "amber"].add(row["id"])
        if row["tightness"] in (1, 5):
            found["Q1", "note"].add(row["id"])
    running = {agreement.row["provider"] for agreement in live if agreement.running}
    for row in tap.rows(path, "SELECT * FROM organisation"):
        year = accounts(path, row, as_of)
        if row["id"] not in running or not year["expenditure"] or year["free_reserves"] is None:
            continue
        months = oracle.F(12 * year["free_reserves"], year["expenditure"])
        if months < (3 if row["reserves_policy"] is None else row["reserves_policy"]):
            found["R1", "red" if months < 1 else "amber"].add(row["id"])
    return found
