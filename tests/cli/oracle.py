"""The figures of a document, computed a second time: straight from its SQLite file, in Python, the slow and obvious way,
from the words of docs/domain.md. Exact: dates are datetime.date, terms and money fractions."""
import calendar
import collections
import datetime
import fractions
import functools
import re
import statistics
import tap

F = fractions.Fraction
DAY = datetime.timedelta(days=1)


def day(text):
    return None if text is None else datetime.date.fromisoformat(text)


def add_months(date, months):
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def add_length(date, length):
    """A stored length, P1Y2M3W4D, on top of a day."""
    parts = dict((unit, int(number)) for number, unit in re.findall(r"(\d+)([YMWD])", length))
    date = add_months(date, 12 * parts.get("Y", 0) + parts.get("M", 0))
    return date + (7 * parts.get("W", 0) + parts.get("D", 0)) * DAY


def months_between(first, last):
    """M(B, E) with X = E + 1 day: m is the largest number with addMonths(B, m) ≤ X, L the days of the month that follows.
    An end that is itself addMonths(B, m) is an anniversary, read as m months."""
    limit = (last.year - first.year) * 12 + 13
    anniversaries = [m for m in range(1, limit) if add_months(first, m) == last]
    if anniversaries:
        return F(anniversaries[0])
    after = last + DAY
    m = max(m for m in range(limit) if add_months(first, m) <= after)
    start = add_months(first, m)
    return m + F((after - start).days, (add_months(first, m + 1) - start).days)


def half_even(number):
    return round(number)  # Python rounds fractions half to even


class Agreement:
    """One row with what follows from it on the day."""

    def __init__(self, row, extensions, providers, today):
        self.row, self.today = row, today
        self.start = day(row["start"])
        self.in_scope = providers.get(row["provider"]) == 1 and row["to_individual"] != 1
        self.open_ended = row["open_ended"] == 1 and row["end"] is None
        self.agreed = self.agreed_end(extensions)
        self.end = min((end for end in [self.agreed, day(row["terminated"])] if end), default=None)
        if self.end:
            self.open_ended = False
        self.successors, self.predecessor, self.leads = [], None, []
        self.options = [option for option in extensions
                        if not (option["exercised"] and day(option["exercised"]) <= today)]

    def agreed_end(self, extensions):
        after = None
        if self.row["end"]:
            after = day(self.row["end"]) + DAY
        elif self.row["duration"] and self.start and not self.open_ended:
            after = add_length(self.start, self.row["duration"])
        if after is None:
            return None
        for extension in extensions:
            if extension["exercised"] and day(extension["exercised"]) <= self.today:
                after = add_length(after, extension["length"])
        return after - DAY

    @property
    def planned(self):
        return self.start is not None and self.start > self.today

    @property
    def running(self):
        if self.start is None or self.start > self.today:
            return False
        return self.open_ended or (self.end is not None and self.end >= self.today)

    @property
    def ended(self):
        return self.end is not None and self.end < self.today

    @property
    def maybe_running(self):
        return not (self.planned or self.running or self.ended)

    @property
    def live(self):
        return not self.ended

    @property
    def covered_from(self):
        """The day from which a signed successor covers it; None when none does."""
        return min((next.start for next in self.successors if next.signed_by_today and next.start), default=None)

    @property
    def covered(self):
        """Whether money follows the committed end on its next day, or has begun since."""
        begun = self.covered_from is not None and self.covered_from <= self.today
        return begun or (self.covered_from is not None and self.end is not None and self.covered_from <= self.end + DAY)

    @property
    def signed_by_today(self):
        if self.row["signed"]:
            return day(self.row["signed"]) <= self.today
        return self.start is not None and self.start <= self.today

    @property
    def term(self):
        return months_between(self.start, self.end) if self.start and self.end and self.end >= self.start else None

    @property
    def annual(self):
        """Pence a year; None when it cannot be told."""
        row = self.row
        if row["currency"] is None:
            return None
        if row["annual_value"] is not None:
            return row["annual_value"]
        if row["value"] is None:
            return None
        if row["value_basis"] == "annual":
            return row["value"]
        term = months_between(self.start, self.agreed) if self.start and self.agreed else None
        if term is None or (row["value_basis"] is None and term > 12):
            return None
        return half_even(F(row["value"]) * 12 / term) if term >= 12 else row["value"]

    @property
    def band(self):
        if self.open_ended:
            return "open"
        if self.term is None:
            return "unknown"
        return "le12" if self.term <= 12 else "gt12_lt36" if self.term < 36 else "ge36"

    def secured_on(self, date):
        """S, counted from the day: R where the funder may not end it without cause, the notice where it may, R shown meanwhile
        where that is not recorded."""
        if not self.committed_on(date):
            return False
        if self.row["funder_without_cause"] != 1 or self.row["funder_notice"] is None:
            return True
        return date < add_length(max(self.today, self.start), self.row["funder_notice"])

    def extended_on(self, date):
        """Committed, or running on options that nobody took up, until a signed successor takes over."""
        if self.committed_on(date):
            return True
        if self.start is None or self.start > date or not self.live or self.row["terminated"]:
            return False
        if self.covered_from is not None and date >= self.covered_from:
            return False
        if self.open_ended:
            return True
        if self.end is None:
            return False
        after = self.end + DAY
        for option in self.options:
            after = add_length(after, option["length"])
        return date < after or (self.row["maximum_end"] is not None and date <= day(self.row["maximum_end"]))

    @property
    def late(self):
        """T5: a gap since the agreement that it renews, or no signature on the day when there should have been one."""
        before = self.predecessor
        gap = before is not None and before.end is not None and self.start is not None and self.start > before.end + DAY
        if not self.row["signed"] or self.start is None:
            return gap
        return gap or self.start < min(day(self.row["signed"]), self.today)

    def committed_on(self, date):
        if self.start is None or self.start > date or not self.live:
            return False
        if not self.open_ended:
            return self.end is not None and date <= self.end
        if self.row["funder_notice"] is None:
            return date == self.today
        return date < add_length(max(self.today, self.start), self.row["funder_notice"])


def load_agreements(path, today):
    providers = {row["id"]: row["vcs"] for row in tap.rows(path, "SELECT id, vcs FROM organisation")}
    extensions = collections.defaultdict(list)
    for row in tap.rows(path, "SELECT * FROM extension ORDER BY id"):
        extensions[row["agreement"]].append(row)
    agreements = {row["id"]: Agreement(row, extensions[row["id"]], providers, today)
                  for row in tap.rows(path, "SELECT * FROM agreement ORDER BY id")}
    for agreement in agreements.values():
        if agreement.row["predecessor"] in agreements:
            agreement.predecessor = agreements[agreement.row["predecessor"]]
            agreement.predecessor.successors.append(agreement)
        above = agreement.row["lead_agreement"]
        while above in agreements and agreements[above] not in agreement.leads + [agreement]:
            agreement.leads.append(agreements[above])
            above = agreements[above].row["lead_agreement"]
    return list(agreements.values())


def money(agreements):
    """What passes through a lead that is among them, of a known value, is counted there alone."""
    agreements = list(agreements)
    valued = {id(agreement) for agreement in agreements if agreement.annual is not None}
    return sum(agreement.annual or 0 for agreement in agreements if not any(id(lead) in valued for lead in agreement.leads))


def in_lead_on(scope, agreement, date):
    """Whether its money is its lead's on that day: while that one may pay, options and all."""
    return any(lead in scope and lead.annual is not None and lead.extended_on(date) for lead in agreement.leads)


def money_on(scope, date, runs):
    """A day's money, each pound once."""
    return sum(agreement.annual or 0 for agreement in scope if runs(agreement, date) and not in_lead_on(scope, agreement, date))


def bands(scope):
    found = {}
    counted = uncounted_elsewhere([agreement for agreement in scope if agreement.running])
    for name in ["le12", "gt12_lt36", "ge36", "open"]:
        inside = [agreement for agreement in scope if agreement.running and agreement.band == name]
        found[name] = (len(inside), sum(agreement.annual or 0 for agreement in inside if agreement in counted))
    return found


def uncounted_elsewhere(agreements, enters=lambda agreement: agreement.annual is not None):
    """Those whose money is not counted in a lead among them."""
    return [agreement for agreement in agreements if not any(lead in agreements and enters(lead) for lead in agreement.leads)]


def expiries(scope, today):
    """For each of 36 months: how many agreements end uncovered, and their yearly value."""
    found = collections.defaultdict(list)
    for agreement in scope:
        if agreement.live and agreement.end and not agreement.covered:
            found[agreement.end.strftime("%Y-%m")].append(agreement)
    months = [add_months(today.replace(day=1), n).strftime("%Y-%m") for n in range(36)]
    return {month: (len(found[month]), money(found[month])) for month in months}


def pile_up(scope):
    days = collections.defaultdict(list)
    for agreement in scope:
        if agreement.live and agreement.end and not agreement.covered:
            days[agreement.end].append(agreement)
    if not days:
        return None
    best = max(days, key=lambda end: (len(days[end]), money(days[end]), -end.toordinal()))
    return best.isoformat(), len(days[best]), money(days[best])


def undecided_on(agreement, date):
    """Over by then, options and all, while nobody has decided what follows, and no next term is recorded."""
    row, today = agreement.row, agreement.today
    decided = day(row["decided"]) <= today if row["decided"] else row["renewal_status"] in ("renewed", "not_renewing")
    return (agreement.live and agreement.start is not None and agreement.end is not None and agreement.start <= agreement.end
            and agreement.start <= date and date > agreement.end and not agreement.extended_on(date) and not decided
            and not agreement.successors and not row["terminated"] and row["one_off"] != 1
            and row["kind"] not in ("spot", "citizen_directed"))


def undecided(scope, date):
    """Each pound once: of an undecided lead, without what runs of it under agreements of their own."""
    found = 0
    for agreement in scope:
        leads = [lead for lead in agreement.leads if lead in scope and lead.annual is not None]
        if any(lead.extended_on(date) for lead in leads):
            continue
        if any(undecided_on(lead, date) for lead in leads):
            found -= (agreement.annual or 0) if agreement.extended_on(date) else 0
        elif undecided_on(agreement, date):
            found += agreement.annual or 0
    return max(found, 0)


def posts_until(agreement):
    """The last day that something signed pays for; None where there is no end."""
    end = agreement.end
    while end is not None and agreement.covered:
        agreement = min((next for next in agreement.successors if next.signed_by_today and next.start), key=lambda next: next.start)
        if agreement.end is not None and agreement.end <= end:
            return end
        end = agreement.end
    return end


def posts_at_risk(scope, date):
    """Of what runs; counted in the lead, where its posts are recorded."""
    posted = [agreement for agreement in scope if agreement.running and agreement.row["posts"] is not None]
    ended = [agreement for agreement in uncounted_elsewhere(posted, lambda lead: True)
             if posts_until(agreement) is not None and posts_until(agreement) < date]
    return sum(agreement.row["posts"] for agreement in ended) / 100 if posted or not any(agreement.running for agreement in scope) else None


def money_begun(scope, before, date):
    """What began between two days; without what a lead that began took over of what ran before."""
    new = money_on(scope, date, lambda agreement, on: agreement.committed_on(on) and agreement.start > before)
    return new - sum(agreement.annual or 0 for agreement in scope if agreement.committed_on(date) and agreement.start <= before
                     and in_lead_on(scope, agreement, date) and not in_lead_on(scope, agreement, before))


def horizon(scope, today):
    """For each of 36 months what is secured, committed, and if extended, what of the second began since the last, what is
    undecided, and which posts are at risk."""
    first = today.replace(day=1)
    dates = [today] + [add_months(first, n) for n in range(1, 36)]
    layers = [Agreement.secured_on, Agreement.committed_on, Agreement.extended_on]
    begun = [0] + [money_begun(scope, before, date) for before, date in zip(dates, dates[1:])]
    return [tuple(money_on(scope, date, runs) for runs in layers) + (new, undecided(scope, date), posts_at_risk(scope, date))
            for date, new in zip(dates, begun)]


def cliff(running, today):
    """How many end uncovered within twelve months, and their yearly value."""
    falling = [agreement for agreement in running
               if agreement.end and not agreement.covered and agreement.end <= add_months(today, 12)]
    counted = uncounted_elsewhere(running)
    return len(falling), sum(agreement.annual or 0 for agreement in falling if agreement in counted)


def concentration(valued):
    """Each provider's own: a lead's less what it passes on to the next of those valued."""
    by_provider = collections.Counter()
    for agreement in valued:
        passed_on = sum(other.annual for other in valued
                        if next((lead for lead in other.leads if lead in valued), None) is agreement)
        by_provider[agreement.row["provider"]] += max(agreement.annual - passed_on, 0)
    total = sum(by_provider.values())
    return float(sum(F(value, total) ** 2 for value in by_provider.values()) * 10000)


@functools.cache
def figures(path, as_of):
    """What tenure-cli figures should say, as plain numbers; money in pence."""
    today = day(as_of)
    scope = [agreement for agreement in load_agreements(path, today) if agreement.in_scope]
    running = [agreement for agreement in scope if agreement.running]
    valued = [agreement for agreement in running if agreement.annual is not None]
    termed = [agreement for agreement in valued if agreement.term is not None]
    terms = [agreement.term for agreement in running if agreement.term is not None]
    weighed = uncounted_elsewhere(termed)
    return {
        "agreements": len(scope), "active": len(running), "annual": money(running), "annual_known": len(valued),
        "bands": bands(scope), "unknown": sum(agreement.maybe_running for agreement in scope),
        "expiries": expiries(scope, today), "pile_up": pile_up(scope), "horizon": horizon(scope, today),
        "cliff": cliff(running, today), "late": {agreement.row["id"] for agreement in scope if agreement.live and agreement.late},
        "passed_on": len(valued) - len(uncounted_elsewhere(valued)),
        "mean": float(sum(agreement.annual * agreement.term for agreement in weighed) / sum(one.annual for one in weighed)),
        "median": float(statistics.median(terms)), "hhi": concentration(valued),
    }


# --- Boards ---

def holds(first, last, date):
    return (first is None or day(first) <= date) and (last is None or date <= day(last))


def boards(path, as_of):
    """Seats, filled seats, VCS seats and the VCS share of seats of every board that exists on the day."""
    today = day(as_of)
    found = {}
    for board in tap.rows(path, "SELECT * FROM board"):
        if not holds(board["from_day"], board["to_day"], today):
            continue
        seats = [seat for seat in tap.rows(path, "SELECT * FROM seat WHERE board = ?", board["id"])
                 if holds(seat["established"], seat["abolished"], today)]
        filled = [seat for seat in seats
                  if any(holds(term["from_day"], term["to_day"], today)
                         for term in tap.rows(path, "SELECT * FROM appointment WHERE seat = ?", seat["id"]))]
        vcs = sum(seat["bloc"] == "vcs" for seat in seats)
        found[board["name"]] = (len(seats), len(filled), vcs, vcs / len(seats))
    return found


def without_mandate(path, as_of):
    """G6: seats of the sector whose holder, of overlapping terms the one that began last, has no mandate recorded."""
    today = day(as_of)
    found = set()
    for seat in tap.rows(path, "SELECT seat.*, board.from_day, board.to_day FROM seat JOIN board ON board.id = seat.board "
                               "WHERE bloc = 'vcs'"):
        if not holds(seat["from_day"], seat["to_day"], today) or not holds(seat["established"], seat["abolished"], today):
            continue
        terms = [term for term in tap.rows(path, "SELECT * FROM appointment WHERE seat = ? ORDER BY from_day", seat["id"])
                 if holds(term["from_day"], term["to_day"], today)]
        if terms and terms[-1]["mandate"] is None:
            found.add(seat["id"])
    return found
