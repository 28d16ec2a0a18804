"""The Taking Part page: a budget is drawn, chosen and changed; hours are told apart; claims and rates are listed."""

import driver
from driver import Program, copy, keys, sample, wait

TAKING_PART, HISTORY = 7, 9


def drawn(program, words):
    """A chart says of itself what it shows."""
    return wait(f"a chart that says {words!r}",
                lambda: next((node for node in driver.walk(program.root, deep=True) if words in (node.name or "")), None))


def test_what_it_shows():
    with Program(sample()) as program:
        program.go(TAKING_PART)
        drawn(program, "of £6,600 committed")
        drawn(program, "hours that the VCS gave are paid")


def test_lists():
    with Program(sample()) as program:
        program.go(TAKING_PART)
        drawn(program, "of £6,600 committed")
        program.press("Claims…")
        claims = program.window("Claims")
        program.label(lambda text: text.startswith("State Paid · Claimed £"), claims, deep=True)
        keys("Escape")
        program.await_front("Claims")
        program.press("Rates…")
        rates = program.window("Rates for Taking Part")
        program.label("Per half day £75 · Per day £150 · Per mile £0.45", rates, deep=True)
        keys("Escape")
        program.await_front("Rates for Taking Part")


def test_a_budget_is_changed():
    with Program(copy()) as program:
        program.go(TAKING_PART)
        drawn(program, "of £6,600 committed")
        program.press("Edit Budget…")
        form = program.window("Participation budget")
        program.fill("Amount", "£9,000", form)
        keys("ctrl+Return")
        program.await_front("Participation budget")
        drawn(program, "of £9,000 committed")
        keys("ctrl+z")
        drawn(program, "of £6,600 committed")


driver.main(globals())
