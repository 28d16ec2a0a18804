"""The window as a whole: empty pages, the sample, looking at another day, searching."""

import os
import unittest.mock

import driver
from driver import Program, keys, write

EMPTY = {2: "No Agreements Yet", 4: "No Organisations Yet", 6: "No People Yet", 9: "Nothing Has Changed Yet"}


def test_empty_pages_offer_the_first_step():
    with Program() as program:
        program.await_title("Untitled portfolio")
        for number, heading in EMPTY.items():
            program.go(number, heading)
            for step in ("Import a Register…", "Open the Sample"):
                program.find("push button", step)


def test_every_control_has_a_name():
    """Icon-only buttons are called GtkButton and the like until somebody names them."""
    with Program() as program:
        program.press("Open the Sample")
        program.await_count("Agreements", 227)
        for number in range(1, 10):
            program.go(number)
            driver.wait("the page", lambda: len(program.all("push button")) > 8)
            unnamed = [node for node in driver.walk(program.root.children[0])
                       if node.role in ("push button", "toggle button", "text", "entry", "combo box")
                       and (not node.name or node.name.startswith(("Gtk", "Adw", "Tenure", "_")))
                       and driver.showing(node) and not speaks_through_another(node)]
            assert not unnamed, [(node.role, node.name, path(node)) for node in unnamed]


def speaks_through_another(node):
    """A menu button or drop-down is two: one has the name, the other is silent."""
    around = [node.parent] + node.children
    return any(other.role in ("push button", "toggle button", "combo box")
               and other.name and not other.name.startswith("Gtk") for other in around)


def path(node):
    names = []
    while node is not None and len(names) < 6:
        names.append(f"{node.role} {node.name}")
        node = node.parent
    return " < ".join(names)


def test_open_the_sample_and_walk_the_pages():
    with Program() as program:
        program.press("Open the Sample")
        program.await_count("Agreements", 227)
        program.await_count("Organisations", 70)
        program.await_count("Boards", 12)
        for number in range(1, 10):
            program.go(number)
            driver.picture(f"sample-{number}")
        program.find(name="Record exemptions", deep=True)
        # A copy of the sample in which nothing was changed is no loss.
        keys("ctrl+w")
        assert program.ended() == 0


def test_pages_come_to_rest():
    """Nothing moves, so nothing is drawn: what turns or fades on a page that was left behind would cost a laptop its evening."""
    with Program() as program:
        program.press("Open the Sample")
        program.await_count("Agreements", 227)
        for number in (2, 3, 4, 5, 6, 7, 1, 3, 1):
            program.go(number)
            program.await_rest()


def test_look_at_another_day():
    with Program() as program:
        program.press("Open the Sample")
        program.await_count("Agreements", 227)
        title = program.title()
        program.press(lambda name: name.startswith("As of "))
        entry = program.entry("As of")
        # What is typed takes the place of the day that stands there.
        driver.wait("the words to be marked", lambda: entry.marked == 1)
        write("31/31/27")
        keys("Return")
        program.label("There is no month 31.", deep=True)
        keys("ctrl+a")
        write("31/3/27")
        keys("Return")
        program.find("push button", "As of 31 Mar 2027")
        assert program.title() == title, "looking is not editing"
        keys("ctrl+t")
        program.find("push button", lambda name: name.startswith("As of ") and name != "As of 31 Mar 2027")


def test_search_narrows_every_page():
    with Program() as program:
        program.press("Open the Sample")
        program.await_count("Agreements", 227)
        program.go(4)
        program.find("label", lambda name: name.endswith("70 of 70 organisations"))
        program.search("Aldermere")
        program.find("label", lambda name: "“Aldermere”" in name and name.endswith("of 70 organisations")
                     and not name.endswith("70 of 70 organisations"))
        keys("Escape")




def test_search_keeps_its_words():
    with Program() as program:
        program.press("Open the Sample")
        program.await_count("Agreements", 227)
        program.go(3)
        chart = program.find("image", lambda name: "a year end" in name)
        keys("ctrl+f")
        entry = program.entry("Search")
        driver.wait("the search to take the keyboard", lambda: entry.has("focused"))
        write("Aldermere")
        program.find("label", "Agreements: “Aldermere”")
        keys("Tab")
        driver.wait("the keyboard to leave the search", lambda: not entry.has("focused"))
        driver.tab_to(program.find("image", lambda name: "a year end" in name), most=10)
        # Back into the search, which is still there; Escape ends it.
        keys("ctrl+f")
        driver.wait("the search to take the keyboard again", lambda: entry.has("focused"))
        words = entry.text
        assert words == "Aldermere", words
        keys("Escape")
        program.find("label", "All agreements")


def test_keyboard_goes_to_the_inspector_and_back():
    with Program() as program:
        program.press("Open the Sample")
        program.await_count("Agreements", 227)
        program.go(3)
        chart = program.find("image", lambda name: "a year end" in name)
        driver.tab_to(chart)
        # The heading of the first provider, then its first bar.
        keys("Down", "Down")
        edit = program.find("push button", "Edit")
        for back in ("Escape", "F6"):
            keys("ctrl+F9")
            driver.wait("the inspector to take the keyboard", lambda: edit.has("focused"))
            keys(back)
            driver.wait("the keyboard to leave the inspector", lambda: not edit.has("focused"))
        keys("F6", "F6")
        driver.wait("the inspector to take the keyboard", lambda: edit.has("focused"))


def names_of_rows(program, table):
    return [row.name for row in program.all("table row", within=table, deep=True)]


def test_a_table_works_from_the_keyboard():
    """One stop for Tab, and an order without the pointer on a heading."""
    with Program() as program:
        program.press("Open the Sample")
        program.await_count("Agreements", 227)
        program.go(4)
        add = program.find("push button", "Add Organisation")
        table = program.find("tree table", "Organisations")
        row_here = lambda: next((node for node in program.all("table row", within=table, deep=True) if node.has("focused")), None)
        driver.tab_to(program.find("push button", lambda name: name.startswith("Exempt from"), deep=True))
        keys("Tab")
        first = driver.wait("a row with the keyboard", row_here).name
        keys("Down", "Down")
        driver.wait("another row with the keyboard", lambda: row_here().name != first)
        # The organisation that the arrows chose is in the inspector, and that comes next.
        driver.tab_to(program.find("push button", "Edit"), most=2)
        keys("shift+Tab")
        driver.wait("the same table again", row_here)
        driver.tab_to(add, "shift+Tab", most=6)
        before = names_of_rows(program, table)
        keys("shift+Tab", "space")
        program.press("Agreements", role="menu item", deep=True)
        driver.wait("another order", lambda: names_of_rows(program, table) != before)


def test_tab_goes_through_the_timeline():
    with Program() as program:
        program.press("Open the Sample")
        program.await_count("Agreements", 227)
        program.go(3)
        is_chart = lambda name: "a year end" in name
        chart = program.find("image", is_chart)
        # The choices say what they are for, and what is chosen.
        driver.tab_to(program.find("push button", "Group by: By provider"))
        driver.tab_to(program.find("push button", "Then by: No subgroups"), most=2)
        driver.tab_to(program.find("push button", "Order: Ending first"), most=2)
        driver.tab_to(program.find("push button", "Collapse"), most=2)
        driver.tab_to(chart, most=10)
        driver.tab_to(program.find("push button", "Sidebar"), most=3)
        # Back again, and out at the other end.
        driver.tab_to(chart, "shift+Tab", most=3)
        driver.tab_to(program.find("push button", "Collapse"), "shift+Tab", most=10)


def test_goes_on_where_it_was_left():
    file = driver.copy("left")
    all_organisations = lambda name: name.endswith("70 of 70 organisations")
    with unittest.mock.patch.dict(os.environ, {"GSETTINGS_BACKEND": "keyfile"}):
        with Program(file) as program:
            program.await_count("Agreements", 227)
            program.go(4)
            program.label(all_organisations)
            keys("ctrl+w")
            assert program.ended() == 0
        with Program(file) as program:
            program.label(all_organisations)
            # What is new has nothing to go on with.
            keys("ctrl+n")
            program.label("Nothing to See Yet")


def test_shortcuts_and_about():
    with Program() as program:
        keys("ctrl+question")
        # There are two pages of them, and the toolkit decides what stands on the first.
        for again in range(2):
            program.find(name=lambda name: name in ("New portfolio", "Go to a page"), deep=True)
            keys("Escape")
            program.await_active()
            if again == 0:
                keys("ctrl+question")


if __name__ == "__main__":
    driver.main(globals())
