"""Where the register's list stands and what stays selected while it is searched and sorted; the menu of its rows."""

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


if __name__ == "__main__":
    driver.main(globals())
