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
