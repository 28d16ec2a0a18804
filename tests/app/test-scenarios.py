"""A change tried on agreements: both sides beside each other, applied as one step or dropped, without a pointer."""

import contextlib
import datetime
import sqlite3

import driver
from driver import Program, copy, keys, wait, write

AGREEMENTS = 2
TIMELINE = 3


def ends(path):
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
        return dict(file.execute('SELECT id, "end" FROM agreement'))


def begins(words):
    return lambda name: name.startswith(words)


def has_keyboard(node):
    return any(part.has("focused") for part in node.children)


def select(program, n):
    """The first rows of the register, by keyboard."""
    program.go(AGREEMENTS, "Agreements")
    rows = program.find("tree table", "Agreements").children[1]
    wait("the rows", lambda: len(rows.children) >= 200)
    driver.tab_until("the rows", lambda: has_keyboard(rows), rows, most=20)
    keys("Home", *["shift+Down"] * (n - 1))
    if n > 1:
        program.label(f"{n} agreements selected")


def try_change(program):
    keys("ctrl+shift+t")
    return program.window("Try a Change")


def test_dropped():
    path = copy("dropped")
    with Program(path) as program:
        select(program, 3)
        window = try_change(program)
        program.label(begins("Flags: "), window)
        program.find("label", "Cost by Year", window)
        keys("Escape")
        program.await_front("Try a Change")
        assert program.title() == "dropped", program.title()


def test_a_dropped_list_is_opened_again():
    with Program(copy("again")) as program:
        select(program, 2)
        window = try_change(program)
        program.press("Add Another Change", within=window, deep=True)
        program.find("list item", "Extend by 12 months", window, deep=True)
        keys("Escape")
        program.await_front("Try a Change")
        program.label("The changes were not applied")
        program.press("Reopen the List")
        window = program.window("Try a Change")
        program.label(begins("Flags: "), window)
        program.press("Leave out “Extend by 12 months”", within=window, deep=True)
        keys("Escape")
        program.await_front("Try a Change")


def test_applied_and_undone():
    path = copy("applied")
    before = ends(path)
    with Program(path) as program:
        select(program, 5)
        window = try_change(program)
        program.label(begins("Flags: "), window)
        keys("ctrl+Return")
        program.await_front("Try a Change")
        program.label(lambda name: name.endswith(" changed"))
        keys("ctrl+s")
        wait("the title without a dot", lambda: program.title() == "applied")
        after = ends(path)
        assert 0 < sum(before[key] != after[key] for key in before) <= 5, after
        keys("ctrl+z", "ctrl+s")
        wait("the ends that were", lambda: ends(path) == before)


def test_an_end_is_moved():
    """Off 31 March: how the day was understood stands above it."""
    path = copy("moved")
    with Program(path) as program:
        select(program, 2)
        window = try_change(program)
        driver.tab_to(program.find(name="Change", within=window, deep=True), key="shift+Tab")
        keys("space", "Down", "Down", "Down", "Return")
        program.entry("New last day", window)
        keys("Tab")
        write("30/6/29")
        program.label(lambda name: "30 June 2029" in name, window, deep=True)
        program.label(begins("Flags: "), window)
        keys("Return")
        program.await_front("Try a Change")
        keys("ctrl+s")
        wait("the new end in the file", lambda: "2029-06-30" in ends(path).values())


def test_what_cannot_be_read_is_said():
    with Program(copy("unread")) as program:
        select(program, 2)
        window = try_change(program)
        keys("ctrl+a")
        write("soon")
        program.gone("label", "Cost by Year", window)
        keys("ctrl+Return")
        program.window("Try a Change")
        keys("ctrl+a", "BackSpace")
        program.label(lambda name: "Nothing is changed until it is applied" in name, window)
        keys("Escape")
        program.await_front("Try a Change")


def kept(path):
    """How many scenarios, changes and named agreements the file keeps."""
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
        return tuple(file.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                     for table in ("scenario", "scenario_change", "scenario_agreement"))


def choose_kind(program, window, place):
    driver.tab_to(program.find(name="Change", within=window, deep=True), key="shift+Tab")
    keys("space", "Home", *["Down"] * place, "Return")


def keep(program, window, name, front=None):
    """@front: the window that is in front afterwards, unless it is the main one."""
    title = window.name
    program.press("Keep…", within=window, deep=True)
    entry = program.entry("Name for this scenario", window)
    wait("the keyboard in the name", lambda: entry.has("focused"))
    keys("ctrl+a")
    write(name)
    driver.picture("scenario-keep")
    keys("Return")
    if front:
        program.window(front)
    else:
        program.await_front(title)
    program.label(f"Kept scenario “{name}”")


def open_kept(program, name):
    keys("F10", "w")
    listed = program.window("Scenarios")
    driver.picture("scenario-list")
    driver.tab_to(program.find("list item", name, listed, deep=True))
    keys("Return")
    return program.window(name)


def test_several_are_kept_and_applied_later():
    """An extension and a rise in price, one after the other; kept by name, opened from the menu, applied and taken back."""
    path = copy("kept")
    before = ends(path)
    with Program(path) as program:
        select(program, 2)
        window = try_change(program)
        program.press("Add Another Change", within=window, deep=True)
        program.find("list item", "Extend by 12 months", window, deep=True)
        choose_kind(program, window, 2)
        program.entry("By how many per cent", window)
        keys("Tab")
        write("3")
        program.label(begins("Flags: "), window)
        driver.picture("scenario-several")
        keep(program, window, "Longer and dearer")
        keys("ctrl+s")
        wait("the scenario in the file", lambda: kept(path) == (1, 2, 4))
        assert ends(path) == before

        window = open_kept(program, "Longer and dearer")
        program.find("list item", "Raise the price by 3 %", window, deep=True)
        program.label(begins("Flags: "), window)
        driver.picture("scenario-opened")
        program.press("Apply", within=window, deep=True)
        program.window("Scenarios")
        program.label("Applied scenario “Longer and dearer”")
        keys("Escape")
        program.await_front("Scenarios")
        keys("ctrl+s")
        wait("no scenario in the file", lambda: kept(path) == (0, 0, 0))
        after = ends(path)
        assert 0 < sum(before[key] != after[key] for key in before) <= 2, after
        keys("ctrl+z", "ctrl+s")
        wait("all as it was", lambda: (ends(path), kept(path)) == (before, (1, 2, 4)))


def test_extensions_are_proposed():
    """The cheapest that leave no provider under a share, for a sum that is enough or not; kept like any others."""
    path = copy("proposed")
    with Program(path) as program:
        keys("F10", "w")
        program.press("Propose Extensions…", within=program.window("Scenarios"))
        window = program.window("Propose Extensions")
        share = program.entry("Secured of each provider’s yearly value in 12 months, at least", window)
        keys("ctrl+a")
        write("59 %")
        wait("the share typed at once", lambda: share.text == "59 %")
        program.fill("Secured of each provider’s yearly value in 12 months, at least", "60 %", window)
        words = program.label(lambda words: "nothing cheaper is enough" in words, window, deep=True).name
        driver.picture("scenario-proposed")
        program.find("list item", begins("Extend by "), window, deep=True)
        program.label(begins("Flags: "), window)
        program.fill("For a yearly sum of at most (blank: any)", "£1", window)
        program.label(begins("That sum is too little: nothing below £"), window, deep=True)
        program.gone("list item", begins("Extend by "), window, deep=True)
        program.fill("For a yearly sum of at most (blank: any)", "", window)
        program.label(words, window, deep=True)
        keep(program, window, "Sixty per cent", "Scenarios")
        program.find("list item", "Sixty per cent", program.window("Scenarios"), deep=True)
        keys("Escape")
        program.await_front("Scenarios")
        keys("ctrl+s")
        wait("it is in the file", lambda: kept(path)[0] == 1)


def test_a_change_joins_a_kept_scenario():
    """Of other agreements; a change that is left out again is kept no more."""
    path = copy("together")
    with Program(path) as program:
        select(program, 2)
        keep(program, try_change(program), "Longer")
        select(program, 1)
        window = try_change(program)
        driver.tab_to(program.find(name="Together with", within=window, deep=True), key="shift+Tab")
        keys("space", "Down", "Return")
        program.find("list item", "Extend by 12 months", window, deep=True)
        keep(program, program.window("Longer"), "Longer")
        keys("ctrl+s")
        wait("both in the file", lambda: kept(path) == (1, 2, 3))
        window = open_kept(program, "Longer")
        program.press("Leave out “Extend by 12 months”", within=window, deep=True)
        wait("one change", lambda: len(program.all("list item", "Extend by 12 months", window, deep=True)) == 1)
        keep(program, window, "Longer", "Scenarios")
        keys("Escape")
        program.await_front("Scenarios")
        keys("ctrl+s")
        wait("one in the file", lambda: kept(path)[:2] == (1, 1))


def test_terms_become_one():
    path = copy("merged")
    n = len(ends(path))
    with Program(path) as program:
        program.go(AGREEMENTS, "Agreements")
        program.search("farrowgate personal")
        rows = program.find("tree table", "Agreements").children[1]
        wait("the two terms", lambda: len(rows.children) == 2)
        driver.tab_until("the rows", lambda: has_keyboard(rows), rows, most=20)
        keys("Home", "shift+Down")
        program.label("2 agreements selected")
        window = try_change(program)
        choose_kind(program, window, 5)
        program.entry("Last day", window)
        keys("Tab")
        write("31/3/30")
        program.label(begins("Flags: "), window)
        program.press("Apply", within=window, deep=True)
        program.await_front("Try a Change")
        keys("ctrl+s")
        wait("one term in the file", lambda: len(ends(path)) == n - 1 and "2030-03-31" in ends(path).values())


def test_another_like_it_is_added():
    path = copy("added")
    n = len(ends(path))
    with Program(path) as program:
        select(program, 1)
        window = try_change(program)
        choose_kind(program, window, 5)
        program.entry("Title", window)
        keys("Tab")
        write("Evening visits")
        keys("Tab")
        write("1/4/27")
        keys("Tab")
        write("+3y")
        keys("Tab")
        write("24k")
        program.label(lambda words: "1 April 2027, Thursday · 31 March 2030, Sunday · £24,000" in words, window, deep=True)
        program.label(begins("Flags: "), window)
        driver.picture("scenario-added")
        keys("Return")
        program.await_front("Try a Change")
        keys("ctrl+s")
        wait("it is in the file", lambda: len(ends(path)) == n + 1)
        with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
            [row] = file.execute('SELECT start, "end", annual_value FROM agreement WHERE title = \'Evening visits\'')
        assert row == ("2027-04-01", "2030-03-31", 2400000), row


def timeline(program):
    program.go(TIMELINE)
    canvas = program.find("image", lambda words: "a year end" in words)
    driver.tab_until("the chart", lambda: canvas.has("focused"), canvas, most=20)
    return canvas


def test_of_the_bar_that_is_selected():
    with Program(copy("bar")) as program:
        timeline(program)
        keys("Down", "Down", "ctrl+shift+t")
        window = program.window("Try a Change")
        program.find("label", "1 agreement", window)
        keys("Escape")
        program.await_front("Try a Change")


def pull(program, canvas, rows=None, **how):
    """Pulls the end of some bar that ends with March 2027, which many do, a year to the right. Rows are tried from the top; a
    press beside the bars moves the view, and T brings it back. Gives the row and the window that asks, or None."""
    day = canvas.box.width / (365 + 1096)
    x = round((datetime.date(2027, 4, 1) - datetime.date(2025, 11, 21)).days * day)
    for y in rows or range(150, canvas.box.height - 120, 11):
        driver.drag(canvas, (x, y), (x + round(365 * day), y), **how)
        try:
            return y, program.window("Try a Change", limit=2)
        except driver.Missing:
            keys("t")
    return None


def test_an_end_is_pulled():
    path = copy("pulled")
    before = ends(path)
    with Program(path) as program:
        _, window = pull(program, timeline(program))
        program.entry("New last day", window)
        program.label(begins("Flags: "), window)
        keys("ctrl+Return")
        program.await_front("Try a Change")
        keys("ctrl+s")
        wait("the new end in the file", lambda: ends(path) != before)
        after = ends(path)
        [moved] = [key for key in before if before[key] != after[key]]
        assert (before[moved], after[moved]) == ("2027-03-31", "2028-03-31"), (before[moved], after[moved])


def test_escape_lets_go_of_an_end():
    with Program(copy("let-go")) as program:
        canvas = timeline(program)
        row, _ = pull(program, canvas)
        keys("Escape")
        program.await_front("Try a Change")
        assert pull(program, canvas, [row], before_release=lambda: keys("Escape")) is None
        assert pull(program, canvas, [row]), "the same end is there to be pulled"
        keys("Escape")
        program.await_front("Try a Change")
        assert program.title() == "let-go", program.title()


if __name__ == "__main__":
    driver.main(globals())
