"""The register of agreements: filters, order, and the way from the sample to a saved change without a pointer."""

import os
import pathlib
import time

import driver
from driver import Program, copy, keys, sample, wait, write

AGREEMENTS, TIMELINE = 2, 3
NOT_LISTED = "Not among the agreements shown"


def open_register(program):
    program.go(AGREEMENTS)
    return program.find("tree table", "Agreements")


def shown(program):
    """How many agreements are listed, from the line that says it: "… · 65 of 227 agreements"."""
    line = program.find("label", lambda words: words.endswith("of 227 agreements")).name
    return int(line.split("·")[-1].split()[0].replace(",", ""))


def row_here(table):
    """The row that has the keyboard, with what a screen reader says of it; None while it is elsewhere."""
    return next((row for row in table.children[1].children if row.has("focused")), None)


def expand(program, facet):
    """Opens a facet of the filter popover. (GTK 4.8 gives expanders no name; it is on the label inside.)"""
    expander = wait(f"the facet {facet}",
                    lambda: next((node for node in program.all("push button", "GtkExpander")
                                  if driver.text_of(node)[:1] == [facet]), None))
    expander.act()


def tick(program, value):
    driver.tab_to(program.find("check box", value))
    keys("space")


def column(table, title):
    """The words of a column in the first rows, from the top."""
    header = table.children[0]
    titles = [driver.text_of(title)[0] for title in header.children]
    number, rows = titles.index(title), table.children[1]
    return [" ".join(driver.text_of(row.children[number])) for row in rows.children[:12]]


def entered(program, name, form):
    return program.entry(name, form).text


def test_filters_narrow_and_can_be_taken_away():
    with Program(sample()) as program:
        open_register(program)
        everything = shown(program)
        program.press("Filter")
        expand(program, "Kind")
        tick(program, "Grant")
        grants = wait("fewer", lambda: shown(program) < everything and shown(program))
        tick(program, "Contract")
        both = wait("a second value to add to the first", lambda: shown(program) > grants and shown(program))
        assert both <= everything
        keys("Escape")
        program.press(lambda name: name.startswith("Remove filter Kind"))
        wait("all of them again", lambda: shown(program) == everything)


def test_a_column_sorts_both_ways():
    with Program(sample()) as program:
        table = open_register(program)
        title = program.find("label", "Title", table.children[0], deep=True)
        driver.click(title)
        rising = wait("titles from A", lambda: (lambda found: found == sorted(found, key=str.casefold) and found)(
            column(table, "Title")))
        time.sleep(0.6)  # two clicks, not a double one
        driver.click(title)
        falling = wait("titles from Z", lambda: (lambda found: found == sorted(found, key=str.casefold, reverse=True) and found)(
            column(table, "Title")))
        assert rising[0].casefold() < falling[0].casefold()


def headings(table):
    """From left to right. (GTK 4.8 tells of a column that is moved, not of the place that it comes to.)"""
    return [driver.text_of(title)[0] for title in sorted(table.children[0].children, key=lambda title: title.box.x)]


def test_columns_are_chosen_and_moved_by_keyboard():
    with Program(sample()) as program:
        table = open_register(program)
        first = headings(table)
        assert "Title" in first and "Place" not in first, first
        program.press("Columns")
        # Alt+Up on a row, or the button beside it, moves what is shown; its name says the place it has now.
        place = first.index("Title") + 1
        driver.tab_to(program.find("check box", "Title"))
        keys("alt+Down")
        program.find("push button", f"Move “Title” up, now {place + 1} of {len(first)}")
        wait("the heading to follow", lambda: headings(table).index("Title") == place)
        driver.tab_to(program.find("push button", f"Move “Title” up, now {place + 1} of {len(first)}"))
        keys("space")
        program.find("push button", f"Move “Title” up, now {place} of {len(first)}")
        wait("the heading to be back", lambda: headings(table) == first)
        # At the start there is no place before. (A button stays down for a quarter of a second.)
        for _ in range(place):
            time.sleep(0.4)
            keys("space")
        wait("the first place", lambda: headings(table)[0] == "Title")
        # What is shown anew comes in, and what is hidden goes. The tick is one step back: it stands before the buttons.
        driver.tab_to(program.find("check box", "Title"), "shift+Tab", 2)
        keys("space")
        wait("the heading to go", lambda: "Title" not in headings(table))
        program.gone("push button", lambda name: name.startswith("Move “Title”"))
        keys("space")
        wait("the heading to come back", lambda: "Title" in headings(table))


def width(table, title):
    return next(heading.box.width for heading in table.children[0].children if driver.text_of(heading)[0] == title)


def test_a_column_is_made_wider_by_keyboard():
    with Program(sample()) as program:
        table = open_register(program)
        usual = width(table, "Service")
        program.press("Columns")
        row = program.find("check box", "Service")
        driver.tab_to(row)
        # A screen reader is told of it by the description of what has the keyboard.
        told = row.description
        keys("alt+Right")
        wait("a wider column", lambda: width(table, "Service") == usual + 24)
        wait("a screen reader to be told", lambda: row.description not in ("", told))
        keys("alt+Right")
        wait("two steps", lambda: width(table, "Service") == usual + 48)
        keys("alt+Left")
        wait("one step back", lambda: width(table, "Service") == usual + 24)
        keys("Escape")
        # Another page, and back: it is kept. The view of everything has the usual widths.
        program.choose("Overview")
        program.choose("Agreements")
        assert width(program.find("tree table", "Agreements"), "Service") == usual + 24
        program.press("Views")
        program.press("All agreements")
        wait("the usual width", lambda: width(table, "Service") == usual)


def choose_view(program, name):
    """By keyboard, from the rows: the button of the views is before them."""
    driver.tab_to(program.find("push button", lambda words: words == "Views" or words.startswith("View: ")), key="shift+Tab")
    keys("space")
    driver.tab_to(program.find("push button", name))
    keys("space")


def test_each_view_keeps_its_widths():
    path = copy("widths")
    with Program(path) as program:
        table = open_register(program)
        usual = width(table, "Service")
        driver.tab_to(program.find("push button", "Columns"), key="shift+Tab")
        keys("space")
        driver.tab_to(program.find("check box", "Service"))
        keys("alt+Right", "alt+Right")
        wait("a wider column", lambda: width(table, "Service") == usual + 48)
        keys("Escape")
        driver.tab_to(program.find("push button", "Views"), key="shift+Tab")
        keys("space")
        driver.tab_to(program.entry("Name for this view"))
        write("Wide services")
        keys("Return")
        program.await_title("widths •")
        choose_view(program, "All agreements")
        wait("the usual width", lambda: width(table, "Service") == usual)
        choose_view(program, "Wide services")
        wait("its own width", lambda: width(table, "Service") == usual + 48)
        choose_view(program, "All agreements")
        wait("the usual width again", lambda: width(table, "Service") == usual)
        keys("ctrl+s")
        program.await_title("widths")
    with Program(path) as program:
        table = open_register(program)
        wait("the usual width", lambda: width(table, "Service") == usual)
        choose_view(program, "Wide services")
        wait("its own width", lambda: width(table, "Service") == usual + 48)


def test_several_columns_sort_together():
    with Program(sample()) as program:
        table = open_register(program)
        driver.click(program.find("label", "Title", table.children[0], deep=True))
        program.label(lambda words: words.startswith("Sorted by Title, then "))
        time.sleep(0.6)
        driver.click(program.find("label", "Provider", table.children[0], deep=True))
        program.label(lambda words: words.startswith("Sorted by Provider, then Title"))
        pairs = wait("providers from A, their titles from A", lambda: (lambda found: found == sorted(
            found, key=lambda pair: [word.casefold() for word in pair]) and found)(
                list(zip(column(table, "Provider"), column(table, "Title")))))
        assert len(pairs) == 12


def test_a_view_is_kept_under_a_name():
    path = copy("views")
    with Program(path) as program:
        open_register(program)
        everything = shown(program)
        program.press("Views")
        program.press("12 months or less")
        short = wait("fewer", lambda: shown(program) < everything and shown(program))
        program.press("View: 12 months or less")
        program.fill("Name for this view", "For the March board")
        program.press("Save View")
        program.find("push button", "View: For the March board")
        keys("ctrl+s")
        wait("the file to be written", lambda: b"For the March board" in path.read_bytes())
    with Program(path) as program:
        open_register(program)
        wait("all of them", lambda: shown(program) == everything)
        program.press("Views")
        program.press("For the March board")
        wait("those of the view", lambda: shown(program) == short)


def test_many_are_edited_together():
    with Program(sample()) as program:
        table = open_register(program)
        driver.click(program.label("Equipment loans", table, deep=True))
        keys("ctrl+a")
        program.label("227 agreements selected")
        program.press("Edit Together…")
        window = program.window("Edit 227 Agreements")
        # A field is found by a word of its name, and has the keyboard when it is there.
        write("owner")
        keys("Return")
        program.entry("Owner", window)
        write("Ada Okafor")
        program.label("227 change", window)
        # Another one beside it: what becomes of the figures is told before anything is done.
        program.press("Set Another Field", within=window)
        write("signed en")
        keys("Return")
        program.entry("Signed end", window)
        write("31/3/29")
        program.label("Terms of 12 months or less", window, deep=True)
        program.label(lambda words: words.endswith("→ 0"), window, deep=True)
        program.label(lambda words: "would then contradict themselves" in words, window)
        program.press("Change", within=window)
        program.label("Set owner and signed end in 227 agreements")
        keys("ctrl+z")
        program.gone("label", "Set owner and signed end in 227 agreements")


def test_a_field_that_was_chosen_by_mistake_is_left_as_it_is():
    with Program(sample()) as program:
        table = open_register(program)
        driver.click(program.label("Equipment loans", table, deep=True))
        keys("ctrl+a")
        program.label("227 agreements selected")
        program.press("Edit Together…")
        window = program.window("Edit 227 Agreements")
        write("zzz")
        program.label("No field is called so.", window)
        keys("Escape")
        program.gone("label", "No field is called so.", window)
        write("place")
        keys("Return")
        program.entry("Place", window)
        program.press("Leave “Place” as It Is", within=window, deep=True)
        # The list is back, and with nothing typed Escape leaves.
        program.entry("Find a field", window)
        keys("Escape")
        program.await_front("Edit 227 Agreements")


def test_the_selection_bar_says_what_is_selected():
    """Another page selects one of the many; all of them are deleted and brought back."""
    with Program(sample()) as program:
        table = open_register(program)
        driver.click(program.label("Equipment loans", table, deep=True))
        keys("ctrl+a")
        program.label("227 agreements selected")
        program.go(TIMELINE)
        canvas = program.find("image", lambda name: "a year end" in name)
        driver.click(canvas, corner=True)
        # From the heading of the first group to its first bar.
        keys("Home", "Right", "Return")
        wait("a row with the keyboard", lambda: row_here(table))
        program.gone("label", lambda words: words.endswith("agreements selected"))

        driver.click(program.label("Equipment loans", table, deep=True))
        keys("ctrl+a")
        program.label("227 agreements selected")
        keys("Delete")
        program.find(name="No Agreements Yet")
        program.gone("label", lambda words: words.endswith("agreements selected"))
        keys("ctrl+z")
        wait("all of them again", lambda: shown(program) == 227)
        assert not program.all("label", lambda words: words.endswith("agreements selected"))


def test_tab_goes_from_the_search_to_what_was_found():
    with Program(sample()) as program:
        table = open_register(program)
        program.search("counselling")
        wait("fewer rows", lambda: shown(program) < 10)
        keys("Tab")
        assert "ounselling" in wait("a row with the keyboard", lambda: row_here(table)).name
        # The inspector says of a record that was left behind that it is no longer listed.
        keys("space")
        program.find("push button", "Edit")
        assert not program.all("label", NOT_LISTED)
        program.search("nothing like this")
        program.find("label", NOT_LISTED)
        keys("Escape")
        program.gone("label", NOT_LISTED)


def test_the_keyboard_comes_back_from_a_form():
    with Program(sample()) as program:
        driver.click(program.label("Equipment loans", open_register(program), deep=True))
        edit = program.find("push button", "Edit")
        driver.tab_to(edit)
        keys("Return")
        program.window("Agreement")
        write("Loans of equipment")
        keys("ctrl+Return")
        program.await_front("Agreement")
        program.label("Loans of equipment", deep=True)
        edit = program.find("push button", "Edit")
        wait("the keyboard where it was", lambda: edit.has("focused"))


def test_an_agreement_is_renewed():
    """A new term from the old one: the day after its end, as long, linked; one form, nothing to type."""
    with Program(sample()) as program:
        table = open_register(program)
        driver.click(program.label("Youth counselling", table, deep=True))
        program.press(lambda name: name.startswith("What happens next"))
        program.press("Renew…", "menu item")
        form = program.window("Renew the Agreement")
        wait("the day after the old end", lambda: entered(program, "Start", form) == "1 Apr 2027")
        wait("an end as far on as the signed term was long", lambda: entered(program, "Signed end", form) == "31 Mar 2030")
        keys("ctrl+Return")
        program.find("label", lambda words: words.endswith("of 228 agreements"))


def test_by_keyboard_alone():
    """The sample opened, an agreement found and changed, the change undone and redone, and all of it saved."""
    path = pathlib.Path(os.environ["TENURE_TEST_HOME"]) / "mine.tenure"
    with Program() as program:
        keys("alt+2")
        driver.tab_to(program.find("push button", "Open the Sample"))
        keys("Return")
        program.await_count("Agreements", 227)
        table = program.find("tree table", "Agreements")

        program.search("Equipment loans")
        wait("fewer rows", lambda: shown(program) < 10)
        keys("alt+2")
        driver.tab_to(program.label("Equipment loans", table, deep=True).parent.parent)
        keys("Return")
        form = program.window("Agreement")
        write("Loans of equipment")
        keys("ctrl+Return")
        program.await_front("Agreement")
        keys("Escape")
        program.label("Loans of equipment", table, deep=True)
        keys("ctrl+z")
        program.gone("label", "Loans of equipment", table, deep=True)
        keys("ctrl+shift+z")
        program.label("Loans of equipment", table, deep=True)
        keys("ctrl+shift+s")
        program.window("Save Portfolio")
        keys("ctrl+a")
        write(str(path))
        keys("Return")
        program.await_title("mine")


if __name__ == "__main__":
    driver.main(globals())
