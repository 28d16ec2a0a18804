"""The page of an organisation: from the list into it, its figures and why, to an agreement and back, by the keyboard."""

import driver
from driver import Program, keys, sample, wait

ORGANISATIONS = 4
CHARITY = "Age Well Aldermere"


def row_here(program, table):
    """The name of the row that has the keyboard."""
    rows = program.all("table row", within=table, deep=True)
    return next((row.name for row in rows if row.has("focused")), None)


def tab_to_a_row(program, table):
    """Where the keyboard is led to, or Tab leads from the search."""
    driver.tab_until("a row", lambda: row_here(program, table), table, most=8)


def into_the_list(program):
    program.go(ORGANISATIONS)
    table = program.find("tree table", "Organisations")
    program.find("table row", CHARITY, table, deep=True)
    tab_to_a_row(program, table)
    return table


def test_the_search_leads_to_what_it_found():
    """By Tab, Down and Enter alike; none of them stops at the buttons between."""
    with Program(sample()) as program:
        table = into_the_list(program)
        for key in ("Tab", "Down", "Return"):
            program.search("age well")
            keys(key)
            wait(f"a found row to take the keyboard after {key}", lambda: row_here(program, table) == CHARITY)


def walk_to(program, table, name):
    """Down the list to the row of that name."""
    for _ in range(80):
        here = wait("a row with the keyboard", lambda: row_here(program, table))
        if here == name:
            return
        keys("Down")
        wait("the next row", lambda: row_here(program, table) not in (None, here))
    raise AssertionError(f"no row {name}")


def page_of(program, name):
    """The page of an organisation, a part of the window that has its name."""
    return wait(f"the page of {name}", lambda: next(
        (node for node in program.all(name=name) if node.role not in ("label", "table row")), None))


def open_page(program):
    table = into_the_list(program)
    walk_to(program, table, CHARITY)
    keys("Return")
    return page_of(program, CHARITY)


def words_of(node):
    return driver.text_of(node)


def figure(page, title):
    """The words of one figure: title, value, note."""
    words = words_of(page)
    at = words.index(title)
    return words[at + 1:at + 3]


def ask_why(program, page, figure):
    """Presses the button of a figure: a menu button is two buttons of one name, the inner one is pressed."""
    button = program.find("push button", f"Why? {figure}", page, deep=True)
    [*_, inner] = [node for node in driver.walk(button) if node.role == "push button"]
    inner.act()
    program.label("How it is worked out", deep=True)
    return driver.text_of(program.find("list", "What it rests on", deep=True))


def test_from_the_list_to_an_agreement_and_back():
    with Program(sample()) as program:
        page = open_page(program)
        wait("its figures", lambda: "Yearly funding" in words_of(page) and figure(page, "Yearly funding")[0] != "")
        assert figure(page, "Yearly funding") == ["£280k", "4 agreements run"], figure(page, "Yearly funding")
        assert figure(page, "Still secured in 6 months")[0] == "£0", figure(page, "Still secured in 6 months")
        # What it says is explained line by line, with the record behind each.
        rests = ask_why(program, page, "Yearly funding")
        assert "Home from hospital" in rests and any(words.startswith("£") for words in rests), rests
        keys("Escape")
        program.gone("label", "How it is worked out", deep=True)
        # The timeline is a chart like all others: to the first bar, and on to the agreement.
        chart = program.find("image", lambda name: "a year end" in name, deep=True)
        driver.tab_to(chart)
        keys("End")
        wait("a bar with the keyboard", lambda: "a year end" not in chart.name)
        keys("Return")
        program.find(name="Selected record", deep=True)
        program.gone("push button", "Edit Organisation")
        # Back on the page of the charity, where it was left; and from there to its row.
        program.go(ORGANISATIONS)
        page_of(program, CHARITY)
        driver.tab_to(program.find("push button", "Back to the list of organisations"), most=150)
        keys("Escape")
        table = program.find("tree table", "Organisations")
        wait("the row that was left", lambda: row_here(program, table) == CHARITY)


def test_a_missing_field_leads_to_the_form():
    with Program(sample()) as program:
        program.go(ORGANISATIONS)
        keys("ctrl+f")
        program.fill("Search", "recovery cafe")
        program.label(lambda text: text.endswith("1 of 70 organisations"))
        tab_to_a_row(program, program.find("tree table", "Organisations"))
        keys("Return")
        missing = program.find(name="Not recorded", deep=True)
        program.press("Free reserves", within=missing, deep=True)
        form = program.window("Organisation")
        entry = program.entry("Free reserves", form)
        # The keyboard is in the field: what is typed goes there.
        driver.write("12345")
        wait("the number", lambda: entry.length == 5)


def test_the_next_and_the_one_before():
    with Program(sample()) as program:
        open_page(program)
        keys("alt+Down")
        page_of(program, "Age Well Eskerton")
        keys("alt+Up")
        page_of(program, CHARITY)


def test_a_funder_leads_to_its_own_page():
    with Program(sample()) as program:
        page = open_page(program)
        rests = ask_why(program, page, "From its largest funder")
        assert "Aldermere City Council" in rests and "Not recorded from whom" in rests, rests
        keys("Escape")
        program.gone("label", "How it is worked out", deep=True)
        chart = program.find("image", lambda name: "of the income comes from" in name, deep=True)
        driver.tab_to(chart)
        keys("Home")
        wait("a bar with the keyboard", lambda: "a year" in chart.name)
        keys("Return")
        page = page_of(program, "NHS North Ridge Integrated Care Board")
        wait("the seats of its people", lambda: any(words.startswith("Its people hold") for words in words_of(page)))


def test_an_edit_shows():
    with Program(sample()) as program:
        page = open_page(program)
        program.press("Edit Organisation")
        form = program.window("Organisation")
        program.fill("Place", "Skelmoor", form)
        keys("ctrl+Return")
        program.await_front("Organisation")
        wait("the new place", lambda: any("Skelmoor" in words for words in words_of(page)))
        wait("the change itself", lambda: any("Aldermere → Skelmoor" in words for words in words_of(page)))
        keys("ctrl+z")
        wait("the old place", lambda: any("Aldermere · large" in words for words in words_of(page)))


if __name__ == "__main__":
    driver.main(globals())
