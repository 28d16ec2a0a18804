"""What oracle.py is for the portfolio, for figures of single agreements: each a second time, from the rows and the words of
docs/domain.md, section 4, in exact fractions."""
import oracle
import tap

F = oracle.F


def children(path, table, agreement):
    return tap.rows(path, f'SELECT * FROM "{table}" WHERE agreement = ? ORDER BY id', agreement["id"])


def full_cost_ratio(path, row):
    """None where it cannot be told."""
    cost = row["full_cost"]
    lines = children(path, "cost_line", row)
    if cost is None and lines and {line["currency"] for line in lines} == {row["currency"]}:
        cost = sum(line["amount"] for line in lines)
    if not cost or row["value"] is None or row["other_funding"] is None:
        return None
    return F(row["value"] + row["other_funding"], cost)


def product(basis_points):
    result = F(1)
    for rate in basis_points:
        result *= 1 + F(rate, 10000)
    return result


def index_of(path, row):
    if row["price_index"] is not None:
        return row["price_index"]
    usual = tap.rows(path, "SELECT id FROM price_index WHERE usual = 1")
    return usual[0]["id"] if len(usual) == 1 else None


def anniversaries(agreement):
    last = min(agreement.today, agreement.end or agreement.today)
    year = 1
    while agreement.start and oracle.add_months(agreement.start, 12 * year) <= last:
        yield oracle.add_months(agreement.start, 12 * year), oracle.add_months(agreement.start, 12 * year + 12)
        year += 1


def real_price(path, agreement):
    """None where it cannot be told, or no year is completed."""
    years = list(anniversaries(agreement))
    uplifts = [(oracle.day(row["from_day"]), row["rate"]) for row in children(path, "uplift", agreement.row)]
    rates = [(oracle.day(row["from_day"]), row["rate"]) for row in
             tap.rows(path, "SELECT * FROM index_rate WHERE price_index = ? ORDER BY from_day", index_of(path, agreement.row))]
    paid, risen = [], []
    for begins, next_begins in years:
        due = [rate for day, rate in uplifts if begins <= day < next_begins]
        rose = [rate for day, rate in rates if day < begins <= oracle.add_months(day, 12)]
        if not due or not rose:
            return None
        paid += due
        risen += rose[:1]
    return product(paid) / product(risen) - 1 if years else None


# --- What was brought ---

def outcome_rows(path, agreement, kind):
    """Those whose period has begun, by measure and first day, the longer period first."""
    rows = [row for row in children(path, "outcome", agreement.row)
            if row["kind"] == kind and not (row["from_day"] and oracle.day(row["from_day"]) > agreement.today)]
    rows.sort(key=lambda row: row["to_day"] or "", reverse=True)
    return sorted(rows, key=lambda row: (row["measure"], row["from_day"] or ""))


def targets(path, agreement):
    """How many are met, measured, set."""
    rows = [row for row in outcome_rows(path, agreement, "outcome") if row["target"] is not None]
    measured = [row for row in rows if row["actual"] is not None]
    return sum(row["actual"] >= row["target"] for row in measured), len(measured), len(rows)


def apart(rows):
    """Without those that begin before one of the same measure is over; of rows in order."""
    kept = []
    for row in rows:
        if not any(other["measure"] == row["measure"] and row["from_day"] and other["from_day"] and other["to_day"]
                   and row["from_day"] <= other["to_day"] for other in kept[-1:]):
            kept.append(row)
    return kept


def added(path, agreement, kind, unit):
    """Hundredths; None where nothing is known."""
    rows = apart([row for row in outcome_rows(path, agreement, kind)
                  if row["actual"] is not None and (row["unit"] or unit).lower() == unit])
    return sum(row["actual"] for row in rows) if rows else None


def referrals(path, agreement):
    """(received, capacity) of the periods that are over; None where neither is known."""
    rows = [row for row in children(path, "referrals", agreement.row)
            if oracle.day(row["to_day"]) <= agreement.today and row["received"] is not None and row["capacity"] is not None]
    rows.sort(key=lambda row: (row["from_day"], -oracle.day(row["to_day"]).toordinal()))
    kept = []
    for row in rows:
        if not kept or row["from_day"] > max(other["to_day"] for other in kept):
            kept.append(row)
    return (sum(row["received"] for row in kept), sum(row["capacity"] for row in kept)) if kept else None


def results(path, agreements):
    """(value, known, of) of what tenure-cli calls targets_met, volunteer_hours, levered_income_minor, received, capacity."""
    running = [agreement for agreement in agreements if agreement.running]
    met, measured, of = (sum(counts) for counts in zip((0, 0, 0), *(targets(path, agreement) for agreement in running)))
    hours = [found for found in (added(path, one, "volunteer_hours", "hours") for one in running) if found is not None]
    income = [found for found in (added(path, one, "levered_income", "pounds") for one in running
                                  if one.row["currency"] == "GBP") if found is not None]
    referred = [found for found in (referrals(path, one) for one in running) if found is not None]
    n = len(running)
    return {"targets_met": (met if measured else None, measured, of),
            "volunteer_hours": (sum(hours) / 100 if hours else None, len(hours), n),
            "levered_income_minor": (sum(income) if income else None, len(income), n),
            "received": (sum(pair[0] for pair in referred) if referred else None, len(referred), n),
            "capacity": (sum(pair[1] for pair in referred) if referred else None, len(referred), n)}
