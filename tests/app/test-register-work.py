"""A round of work in the register without a pointer: an agreement entered from nothing and renewed, forty changed together, a view
saved, the file closed and opened again."""

import collections
import contextlib
import sqlite3

import driver
from driver import Program, copy, keys, wait, write

AGREEMENTS, HISTORY = 2, 9
TITLE, OWNER, VIEW = "Zephyr garden", "Ada Okafor", "Spring round"


def owners(path):
    """How many agreements each owner has in the file; None for nobody."""
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
        return collections.Counter(owner for owner, in file.execute("SELECT owner FROM agreement"))


def counted(program, words):
    """The line below the grid: "2 of 229 agreements"."""
    return program.label(words)


def search(program, words):
    program.search(words)


def has_keyboard(node, rows=False):
    """Whether it, or a part of it, takes what is typed. With rows, of a list, which has rows only."""
    parts = node.children if rows else driver.walk(node, deep=True)
    return any(part.has("focused") for part in parts)


def into(program, name, form, words):
    """Goes to a field by Tab and types."""
    entry = program.entry(name, form)
    driver.tab_until(name, lambda: has_keyboard(entry), entry, most=80)
    write(words)


def enter_one(program):
    keys("ctrl+shift+n")
    form = program.window("Add an Agreement")
    write(TITLE)
    into(program, "Provider", form, "Zephyr Trust")
    program.label("New organisation: “Zephyr Trust”", form, deep=True)
    keys("Return")
    into(program, "Start", form, "1/4/26")
    into(program, "Signed end", form, "31/3/27")
    into(program, "Value", form, "12k")
    keys("ctrl+Return")
    program.await_front("Add an Agreement")
    program.await_count("Agreements", 228)


def renew_it(program):
    search(program, "zephyr")
    counted(program, "1 of 228 agreements")
    rows = program.find("tree table", "Agreements").children[1]
    keys("Tab")
    # It is selected: it was saved last. The list shrinks for a moment.
    wait("the one row to take the keyboard", lambda: len(rows.children) == 1 and has_keyboard(rows, rows=True))
    keys("shift+F10")
    program.find("menu item", "Renew…")
    keys("r")
    program.window("Renew the Agreement")
    keys("ctrl+Return")
    program.await_front("Renew the Agreement")
    counted(program, "2 of 229 agreements")


def save_view(program):
    """While the words are searched for: the view holds them."""
    driver.tab_to(program.find("push button", "Views"), key="shift+Tab")
    keys("space")
    driver.tab_to(program.entry("Name for this view"))
    write(VIEW)
    keys("Return")
    program.find("push button", f"View: {VIEW}")


def change_forty(program):
    keys("ctrl+f", "Escape")
    rows = program.find("tree table", "Agreements").children[1]
    wait("the rows of all of them", lambda: len(rows.children) >= 200)
    driver.tab_until("the rows", lambda: has_keyboard(rows, rows=True), rows, most=20)
    keys("Home", *["shift+Down"] * 39)
    program.label("40 agreements selected")
    keys("ctrl+e")
    window = program.window("Edit 40 Agreements")
    write("owner")
    keys("Return")
    into(program, "Owner", window, OWNER)
    program.label("40 change", window)
    keys("ctrl+Return")
    program.label(f"Set owner to {OWNER} in 40 agreements")


def first_row(program):
    """The keyboard, from the search to the first row of what was found."""
    rows = program.find("tree table", "Agreements").children[1]
    keys("Tab")
    wait("the row to take the keyboard", lambda: has_keyboard(rows, rows=True))


def told(path, title):
    """What the file has of the agreements of that title, each with its funders."""
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
        return file.execute(
            'SELECT provider, kind, start, "end", value, value_basis, currency, (SELECT group_concat(organisation) FROM '
            "(SELECT organisation FROM funder WHERE agreement = a.id ORDER BY organisation)) FROM agreement AS a "
            "WHERE title = ? ORDER BY id", [title]).fetchall()


def test_an_agreement_is_duplicated_without_a_pointer():
    path, title = copy("twice"), "Falls prevention classes"
    [before] = told(path, title)
    with Program(path) as program:
        program.go(AGREEMENTS, "Agreements")
        search(program, "falls prevention")
        counted(program, "1 of 227 agreements")
        first_row(program)
        keys("shift+F10")
        program.find("menu item", "Duplicate…")
        keys("u")
        form = program.window("Add an Agreement")
        for name, words in [("Title", title), ("Provider", "Age Well Eskerton"), ("Start", "1 Jan 2024"),
                            ("Signed end", "31 Mar 2027"), ("Value", "£185,250")]:
            wait(f"{name} to be filled in", lambda name=name, words=words: program.entry(name, form).text == words)
        keys("ctrl+Return")
        program.await_front("Add an Agreement")
        counted(program, "2 of 228 agreements")
        keys("ctrl+s")
        wait("both in the file", lambda: told(path, title) == [before, before])
        keys("ctrl+z")
        counted(program, "1 of 227 agreements")


def test_a_round_of_work_without_a_pointer():
    path = copy("work")
    before = owners(path) + collections.Counter({None: 2})  # the one that is entered, and its renewal
    with Program(path) as program:
        program.go(AGREEMENTS, "Agreements")
        enter_one(program)
        program.go(AGREEMENTS)
        renew_it(program)
        save_view(program)
        change_forty(program)
        keys("ctrl+s")
        wait("the title without a dot", lambda: program.title() == "work")
    changed = owners(path)
    assert changed[OWNER] == 40 and sum(changed.values()) == 229, changed
    with Program(path) as program:
        program.go(AGREEMENTS, "Agreements")
        counted(program, "229 of 229 agreements")
        driver.tab_to(program.find("push button", "Views"), key="shift+Tab")
        keys("space")
        driver.tab_to(program.find("push button", VIEW))
        keys("space")
        counted(program, "2 of 229 agreements")
        for number in (1, 2):
            title = wait("both terms", lambda: driver.text_of(
                program.find("tree table", "Agreements").children[1].children[number - 1]))
            assert TITLE in title, title
        program.go(HISTORY)
        program.find(name=f"Set owner to {OWNER} in 40 agreements", deep=True)
        # One step takes back all forty, also after the file was closed.
        keys("ctrl+z")
        program.find("push button", "Redo to Here", deep=True)
        keys("ctrl+s")
        wait("the owners of before", lambda: owners(path) == before)


if __name__ == "__main__":
    driver.main(globals())
