"""What the register copies as cells, and what a view says that it holds."""

import driver
from driver import Program, copy, keys, wait, write

AGREEMENTS = 2


def open_register(program):
    program.go(AGREEMENTS)
    table = program.find("tree table", "Agreements")
    program.label("Equipment loans", table, deep=True)
    return table


def search(program, words):
    program.search(words)


def show_or_hide(program, column):
    program.press("Columns")
    driver.tab_to(program.find("check box", column))
    keys("space", "Escape")


def test_cells_are_copied():
    """What is selected, and all that is listed; the text of the clipboard is pasted into the search."""
    with Program(copy("cells")) as program:
        table = open_register(program)
        program.press("Views")
        program.press("Changed this week")
        program.press("Remove filter Changed in the last 7 days")
        driver.click(program.label("Equipment loans", table, deep=True))
        keys("ctrl+c")
        program.label("Copied 1 agreement with the columns on screen")
        keys("ctrl+f")
        driver.tab_to(program.find("entry", "Search"))
        keys("ctrl+v")
        words = program.entry("Search")
        pasted = wait("what was copied", lambda: words.text)
        assert pasted.startswith("Flag") and "Equipment loans" in pasted and "Yearly value (GBP)" in pasted, pasted
        keys("ctrl+a", "Delete")
        keys("Escape")
        driver.click(program.label("Equipment loans", table, deep=True))
        keys("ctrl+shift+c")
        program.label("Copied 227 agreements with the columns on screen")


def test_a_view_says_what_it_holds():
    with Program(copy("cells")) as program:
        open_register(program)
        search(program, "counselling")
        program.find("push button", "Remove filter “counselling”")
        program.press("Views")
        program.label(lambda words: words.startswith("Will hold: “counselling”. 10 columns"))
        program.fill("Name for this view", "Talking")
        program.press("Save View")
        program.press("Remove filter “counselling”")
        program.gone("push button", "Remove filter “counselling”")
        keys("Escape")
        program.press("Views")
        program.label("“counselling”")
        program.press("Talking")
        program.find("push button", "Remove filter “counselling”")
        program.press("View: Talking")
        program.press("Changed this week")
        program.find("push button", "Remove filter Changed in the last 7 days")


def test_a_view_of_columns_alone_shows_its_name():
    """As long as the columns are its own."""
    with Program(copy("columns")) as program:
        open_register(program)
        show_or_hide(program, "Place")
        program.press("Views")
        program.fill("Name for this view", "With places")
        program.press("Save View")
        program.find("push button", "View: With places")
        show_or_hide(program, "Place")
        program.press("Views")
        program.press("With places")
        program.find("push button", "View: With places")


if __name__ == "__main__":
    driver.main(globals())
