"""Portfolios by rule: kept from the filter on screen, switched to, and followed by every page as the document changes; and the
menu and the totals of the register."""

import time

import driver
from driver import Program, copy, keys, wait, write

AGREEMENTS, BOARDS = 2, 5


def status(program):
    """The line that says what is listed: "As of … · Kind: Grant"."""
    return program.find("label", lambda words: words.startswith("As of ") and " · " in words).name


def shown(program):
    """How many are listed: the first number of "65 of 230 agreements"."""
    return int(program.find("label", lambda words: words[:1].isdigit() and words.endswith(" agreements")).name.split()[0])


def tick(program, facet, value):
    program.press("Filter")
    expander = wait(f"the facet {facet}",
                    lambda: next((node for node in program.all("push button", "GtkExpander")
                                  if driver.text_of(node)[:1] == [facet]), None))
    expander.act()
    driver.tab_to(program.find("check box", value))
    keys("space")
    keys("Escape")


def save_as_portfolio(program, name):
    program.press(lambda words: words.startswith("View"))
    program.press("Save as Portfolio…")
    form = program.window("Add a Portfolio")
    program.fill("Name", name, form)
    return form


def look_for(program, words):
    program.search(words)


def switch(program, key):
    """Chooses in the drop-down under the pages: the key goes to a row."""
    program.press(lambda name: name.startswith("Portfolio:"))
    time.sleep(0.5)  # the list takes the keys once it stands
    keys(key, "Return")


def test_a_filter_becomes_a_portfolio_that_every_page_shows():
    with Program(copy("portfolios")) as program:
        program.go(AGREEMENTS, "Agreements")
        everything = shown(program)
        look_for(program, "zephyr")
        wait("none", lambda: shown(program) == 0)
        form = save_as_portfolio(program, "Zephyrs")
        program.label("“zephyr”", form, deep=True)
        keys("ctrl+Return")
        wait("the portfolio to be on show", lambda: "Zephyrs" in status(program) and "“" not in status(program))
        assert shown(program) == 0
        program.go(BOARDS)
        program.label("Portfolio, search and filters choose agreements; boards are judged whole.")

        # An edit moves an agreement into it, and undo takes it out again.
        program.go(AGREEMENTS)
        switch(program, "Home")
        wait("all of them", lambda: shown(program) == everything)
        table = program.find("tree table", "Agreements")
        driver.click(program.label("Equipment loans", table, deep=True))
        keys("Return")
        program.window("Agreement")
        write("Zephyr loans")
        keys("ctrl+Return")
        program.await_front("Agreement")
        switch(program, "End")
        wait("the one that fits now", lambda: shown(program) == 1)
        keys("ctrl+z")
        wait("none again", lambda: shown(program) == 0)


def test_the_list_counts_members_and_the_form_shows_the_rule_in_words():
    with Program(copy("portfolios")) as program:
        program.go(AGREEMENTS)
        everything = shown(program)
        tick(program, "Kind", "Grant")
        grants = wait("grants alone", lambda: shown(program) < everything and shown(program))
        save_as_portfolio(program, "Grants of ours")
        keys("ctrl+Return")
        wait("the portfolio to be on show", lambda: "Grants of ours" in status(program))
        keys("F10")
        program.press("Portfolios…", role="menu item")
        window = program.window("Portfolios")
        words = program.label(lambda name: name.startswith(f"{grants} agreements by rule"), window, deep=True).name
        assert "Rule: Kind: Grant" in words, words
        # The rows follow the button to add one; the newest is last.
        keys("Tab", "Tab", "End", "Return")
        form = program.window("Portfolio")
        # What is on screen is this portfolio itself: refused in words, and the rule stays.
        program.press("Use Filter on Screen", within=form, deep=True)
        program.label(lambda name: "leads back to the portfolio" in name, form, deep=True)
        program.label("Kind: Grant", form, deep=True)
        program.press("Take Away", within=form, deep=True)
        program.label("None: what belongs to it is put in by hand", form, deep=True)
        keys("ctrl+Return")
        wait("the form to go", lambda: not any(w.name == "Portfolio" for w in program.root.children))
        program.label(lambda name: name.startswith("No agreement yet"), window, deep=True)


def test_rows_have_a_menu_and_selected_ones_a_sum():
    with Program(copy("portfolios")) as program:
        program.go(AGREEMENTS, "Agreements")
        table = program.find("tree table", "Agreements")
        driver.click(program.label("Equipment loans", table, deep=True))
        keys("shift+Down")
        program.label(lambda words: words.startswith("Selected: 2 agreements"))
        keys("shift+F10")
        time.sleep(0.5)  # the menu takes the keys once it stands
        keys("e")
        program.window("Edit 2 Agreements")


def add_two(program, window_name="Portfolios of 2 Agreements"):
    """Puts the first two rows into the portfolio "Pilots" by hand."""
    table = program.find("tree table", "Agreements")
    driver.click(program.label("Equipment loans", table, deep=True))
    keys("shift+Down")
    program.press("Add to Portfolio…")
    program.window(window_name)
    program.press("Add to “Pilots”", within=program.window(window_name), deep=True)


def make_pilots(program):
    keys("F10")
    program.press("Portfolios…", role="menu item")
    program.window("Portfolios")
    program.press(lambda name: name == "Add a Portfolio", deep=True)
    program.window("Add a Portfolio")
    write("Pilots")
    keys("ctrl+Return")
    wait("the form to go", lambda: not any(w.name == "Add a Portfolio" for w in program.root.children))
    keys("Escape")
    program.await_front("Portfolios")


def test_agreements_are_put_into_a_portfolio_by_hand():
    with Program(copy("portfolios")) as program:
        program.go(AGREEMENTS, "Agreements")
        everything = shown(program)
        make_pilots(program)
        add_two(program)
        program.label("Put 2 agreements into “Pilots”")

        # Every page follows; boards are judged whole and say so.
        program.press(lambda name: name.startswith("Portfolio:"))
        time.sleep(0.5)
        keys("End", "Return")
        wait("the two", lambda: shown(program) == 2)
        program.go(1)
        program.label(lambda words: "is recorded of 2 planned and running agreements, those of unknown sector" in words)
        program.go(3)
        program.find("image", lambda words: words.startswith("1 agreement with a VCS organisation") and "31 Mar 2028" in words)
        program.go(4)
        program.label(lambda words: words.endswith("· Pilots · 2 of 70 organisations"))
        program.go(BOARDS)
        program.label("Portfolio, search and filters choose agreements; boards are judged whole.")
        program.go(BOARDS + 1)
        program.label("Portfolio and filters choose agreements; people are listed for the whole document.")
        program.go(BOARDS + 4)
        program.label("Portfolio, search and filters choose agreements; the history is of the whole document.")
        program.go(AGREEMENTS)

        # Out again from the menu of the row, and back with one step.
        table = program.find("tree table", "Agreements")
        driver.click(program.label("Equipment loans", table, deep=True))
        keys("shift+F10")
        program.press("Remove from Portfolio", role="menu item")
        wait("one", lambda: shown(program) == 1)
        program.label("Took 1 agreement out of “Pilots”")
        keys("ctrl+z")
        wait("both again", lambda: shown(program) == 2)
        keys("ctrl+z")
        wait("none", lambda: shown(program) == 0)
        assert everything > 2


if __name__ == "__main__":
    driver.main(globals())
