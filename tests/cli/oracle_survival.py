"""What oracle.py is for the portfolio, for how long funding relationships last: terms joined by asking each for each, and the
curve by redistribution to the right (Efron 1967): who leaves without an end hands on its weight to those that lasted longer."""
import fractions

import oracle

F = fractions.Fraction
BREAK = 31 * oracle.DAY  # rule T4


def follows(before, after):
    """Whether no real break lies between them."""
    if before.row["provider"] != after.row["provider"] or after.start is None:
        return False
    services = before.row["service"], after.row["service"]
    if after.row["predecessor"] == before.row["id"]:
        same = None in services or services[0] == services[1]
        return same and before.end is not None and after.start - before.end - oracle.DAY <= BREAK
    if None in services or services[0] != services[1] or before.start is None or before.start > after.start:
        return False
    last = before.end if before.end and before.end >= before.start else before.start
    return before.open_ended or after.start - last - oracle.DAY <= BREAK


def relationships(agreements):
    """Lists of agreements that stand together."""
    group_of = {id(agreement): [agreement] for agreement in agreements}
    for before in agreements:
        for after in agreements:
            group, other = group_of[id(before)], group_of[id(after)]
            if group is not other and follows(before, after):
                group.extend(other)
                group_of.update((id(agreement), group) for agreement in other)
    return list({id(group): group for group in group_of.values()}.values())


def lifetime(group, today):
    """Months, and whether it has ended; None when that cannot be told."""
    if any(a.start is None or (a.end is None and not a.open_ended) or (a.end and a.end < a.start) for a in group):
        return None
    first = min(a.start for a in group)
    if any(a.open_ended or a.end >= today for a in group):
        return oracle.months_between(first, today), False
    last = max(a.end for a in group)
    return oracle.months_between(first, last), last < today - oracle.DAY - BREAK


def curve(lifetimes):
    """The share that lasted longer than each time at which one ended."""
    weights = [F(1, len(lifetimes)) for _ in lifetimes]
    shares = []
    for time in sorted({time for time, _ in lifetimes}):
        longer = [i for i, (other, _) in enumerate(lifetimes) if other > time]
        leaving = [i for i, (other, ended) in enumerate(lifetimes) if other == time and not ended]
        for i in leaving if longer else []:
            for j in longer:
                weights[j] += weights[i] / len(longer)
        if any(other == time and ended for other, ended in lifetimes):
            shares.append((time, sum(weights[i] for i in longer) + (0 if longer else sum(weights[i] for i in leaving))))
    return shares


def survival(path, as_of):
    """(relationships, those of known length, ended, curve) of the voluntary sector."""
    today = oracle.day(as_of)
    groups = [group for group in relationships(oracle.load_agreements(path, today)) if any(a.in_scope for a in group)
              and not all(a.start and a.start > today for a in group)]
    lifetimes = [known for known in (lifetime(group, today) for group in groups) if known]
    return len(groups), len(lifetimes), sum(ended for _, ended in lifetimes), curve(lifetimes)
