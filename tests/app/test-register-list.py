"""Where the register's list stands and what stays selected while it is searched and sorted; the menu of its rows."""

import contextlib
import sqlite3
import subprocess
import time

import driver
from driver import Program, copy, keys, wait, write

AGREEMENTS = 2


def open_register(program):
    program.go(AGREEMENTS)
    table = program.find("tree table", "Agreements")
    program.label("Equipment loans", table, deep=True)
    return table


def below_headings(table):
    box = table.children[0].box
    return box.y + box.height


def title_of(row):
    return driver.text_of(row.children[1])[0]


def row_at(table, number):
    return table.children[1].children[number]


def first_titles(table):
    return [title_of(row_at(table, number)) for number in range(12)]


def is_in_view(table, row):
    box, room = row.box, table.box
    return below_headings(table) - 2 <= box.y and box.y + box.height <= room.y + room.height


def selected_rows(table):
    return [row for row in table.children[1].children if row.has("selected")]


def scroll_down(table):
    box = table.box
    subprocess.run(["xdotool", "getactivewindow", "mousemove", "--window", "%1", str(box.x + 200), str(box.y + 200),
                    "click", "--repeat", "30", "--delay", "10", "5"], check=True)
    time.sleep(0.5)  # it glides


def click_top(table):
    """Clicks right below the headings: what stands there is selected. (Rows that scrolled away say of themselves that they are
    where they were, so they are not asked.)"""
    subprocess.run(["xdotool", "getactivewindow", "mousemove", "--window", "%1", str(table.box.x + 150),
                    str(below_headings(table) + 12), "click", "1"], check=True)
    return wait("a row that is selected", lambda: [title_of(row) for row in selected_rows(table)][0])


def click(node, button):
    box = node.box
    subprocess.run(["xdotool", "getactivewindow", "mousemove", "--window", "%1", str(box.x + 20),
                    str(box.y + box.height // 2), "click", button], check=True)


def sort_by_title(program, table, falling=False):
    """Clicks the heading, and waits until the titles in view are in order."""
    time.sleep(0.6)  # two clicks, not a double one
    driver.click(program.find("label", "Title", table.children[0], deep=True))
    wait("the titles in order",
         lambda: (lambda found: found == sorted(found, key=str.casefold, reverse=falling))(first_titles(table)))


def search(program, words):
    program.search(words)


def test_a_sorted_list_stands_at_its_top():
    with Program(copy("list")) as program:
        table = open_register(program)
        scroll_down(table)
        sort_by_title(program, table)
        assert click_top(table) == min(first_titles(table), key=str.casefold)


def test_what_was_found_stands_at_its_top():
    with Program(copy("list")) as program:
        table = open_register(program)
        sort_by_title(program, table)
        scroll_down(table)
        search(program, "a")
        program.find("push button", "Remove filter “a”")
        time.sleep(0.5)  # the list fills
        assert click_top(table) == min(first_titles(table), key=str.casefold)


def test_what_is_selected_stays_selected_and_in_view():
    with Program(copy("list")) as program:
        table = open_register(program)
        sort_by_title(program, table)
        row = row_at(table, 2)
        title = title_of(row)
        click(row, "1")
        sort_by_title(program, table, falling=True)
        wait("the row that is selected, now far down",
             lambda: (lambda found: len(found) == 1 and title_of(found[0]) == title and is_in_view(table, found[0]))(
                 selected_rows(table)))

        # Several: another order leaves them selected.
        click(row_at(table, 1), "1")
        keys("shift+Down", "shift+Down")
        program.label("3 agreements selected")
        sort_by_title(program, table)
        program.label("3 agreements selected")
        search(program, "zephyr")
        program.gone("label", "3 agreements selected")


def test_the_keys_and_the_menu_of_one_row_and_of_several():
    with Program(copy("list")) as program:
        table = open_register(program)
        driver.click(program.label("Equipment loans", table, deep=True))
        keys("ctrl+e")
        program.window("Agreement")
        keys("Escape")
        program.await_front("Agreement")

        # The right button selects what it points to, unless it is selected already.
        other = row_at(table, 4)
        click(other, "3")
        program.find("menu item", "Renew…")
        keys("Escape")
        program.gone("menu item", "Renew…")
        keys("shift+Down")
        program.label("2 agreements selected")
        click(other, "3")
        program.find("menu item", "Edit Together…")
        assert not program.all("menu item", "Renew…")
        keys("Escape")
        program.gone("menu item", "Edit Together…")
        for key in ("Menu", "shift+F10"):
            keys(key)
            program.find("menu item", "Edit Together…")
            keys("Escape")
            program.gone("menu item", "Edit Together…")
        keys("ctrl+e")
        program.window("Edit 2 Agreements")


def tell_window(action, *parameters):
    """What another part of the program does while a menu is open: the menu takes keys and pointer."""
    subprocess.run(["gdbus", "call", "--session", "--dest", driver.BUS_NAME, "--object-path", f"{driver.BUS_PATH}/window/1",
                    "--method", "org.gtk.Actions.Activate", action, f"[{', '.join(parameters)}]", "{}"],
                   check=True, capture_output=True)


def ids_of(path, *titles):
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
        return [file.execute("SELECT id FROM agreement WHERE title = ?", (title,)).fetchone()[0] for title in titles]


def reveal(table, agreement, title):
    """Goes to a row as other pages do. Where it stands is not asked: rows that scrolled away say that they are where they were."""
    tell_window("show-record", f"<('agreement', int64 {agreement})>")
    wait(f"the row {title!r} alone with the keyboard", lambda: [title_of(row) for row in selected_rows(table)] == [title]
         and selected_rows(table)[0].has("focused"))


def open_menu(program, table, agreement, title):
    reveal(table, agreement, title)
    keys("shift+F10")
    program.find("menu item", "Delete")


def delete(agreement):
    tell_window("delete-record", f"<('agreement', int64 {agreement})>")


def test_a_menu_acts_on_the_row_that_it_was_opened_for():
    path = copy("menu")
    loans, other = ids_of(path, "Equipment loans", "Youth counselling")
    with Program(path) as program:
        table = open_register(program)
        open_menu(program, table, loans, "Equipment loans")
        # Meanwhile another one is selected.
        tell_window("show-record", f"<('agreement', int64 {other})>")
        wait("the other row to be selected", lambda: title_of(selected_rows(table)[0]) == "Youth counselling")
        program.press("Delete", "menu item")
        program.label("Deleted 1 agreement")
        program.gone("label", "Equipment loans", table, deep=True)
        program.label("Youth counselling", table, deep=True)
        keys("ctrl+z")
        program.await_count("Agreements", 227)

        # Also when the list becomes another one.
        open_menu(program, table, loans, "Equipment loans")
        delete(other)
        program.await_count("Agreements", 226)
        program.press("Edit…", "menu item")
        form = program.window("Agreement")
        assert program.entry("Title", form).text == "Equipment loans"


def test_a_menu_of_several_acts_on_those_that_are_left():
    path = copy("menu")
    loans, = ids_of(path, "Equipment loans")
    with Program(path) as program:
        table = open_register(program)
        driver.click(program.label("Equipment loans", table, deep=True))
        keys("shift+Down", "shift+Down")
        program.label("3 agreements selected")
        keys("shift+F10")
        program.find("menu item", "Edit Together…")
        delete(loans)
        program.label("Deleted 1 agreement")
        program.press("Edit Together…", "menu item")
        program.window("Edit 2 Agreements")


def test_a_menu_of_an_agreement_that_was_deleted_says_so():
    path = copy("menu")
    loans, = ids_of(path, "Equipment loans")
    for item in ("Edit…", "Renew…", "Delete"):
        with Program(path) as program:
            open_menu(program, open_register(program), loans, "Equipment loans")
            delete(loans)
            program.await_count("Agreements", 226)
            program.press(item, "menu item")
            program.label("Nothing was done: the record was deleted meanwhile")


if __name__ == "__main__":
    driver.main(globals())
