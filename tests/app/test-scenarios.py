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
