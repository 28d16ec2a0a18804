"""What needs attention, settled: a flag is snoozed, woken, brought back by undo, and still snoozed after reopening; its
record's form opens at the field that is missing; all of it from the keyboard."""

import subprocess

import driver
from driver import Program, copy, keys, wait, write

WINDOW_PATH = "/io/github/tenure_app/Tenure/window/1"
FORM = "Snooze a Flag"
LIST = "Needs attention"


def look_at_the_day(program):
    """The sample is true to life on this day, and its snoozes hold on it."""
    program.find("list", LIST)
    subprocess.run(["gdbus", "call", "--session", "--dest", driver.BUS_NAME, "--object-path", WINDOW_PATH,
                    "--method", "org.gtk.Actions.Activate", "as-of", "[<'2026-11-21'>]", "{}"], check=True, capture_output=True)
    program.find("push button", "As of 21 Nov 2026")
    program.find("push button", "Snoozed (3)")


def rows(program):
    return [driver.plain(row.name) for row in program.all("list item", None, program.find("list", LIST), deep=True)]


def row_with_the_keyboard(program):
    """The name of the row of the list that has the keyboard; None elsewhere."""
    return next((driver.plain(row.name) for row in program.all("list item", None, program.find("list", LIST), deep=True)
                 if row.has("focused")), None)


def go_to_the_list(program):
    """Presses Tab until a row of the list has the keyboard; gives its name."""
    the_list = program.find("list", LIST)
    program.find("push button", lambda name: name.startswith("Settle “"), the_list, deep=True)
    return driver.tab_until("the list", lambda: row_with_the_keyboard(program), the_list)


def snooze_first(program):
    """Snoozes the worst flag of the first row, by its buttons; gives what that flag is called."""
    program.press(lambda name: name.startswith("Settle “"), within=program.find("list", LIST), deep=True)
    return program.press(lambda name: name.startswith("Snooze “"), deep=True)[1]


def fill_form(program):
    form = program.window(FORM)
    keys("ctrl+Return")
    # Reason and until when are for the user to say; who is at the desk is proposed.
    wait("two fields to be called missing", lambda: len(program.all("label", "This is needed.", form, deep=True)) == 2)
    write("The budget is settled in December")
    program.fill("Until", "1 Feb 2027", form)
    keys("ctrl+Return")
    program.await_front(FORM)


def test_snooze_wake_undo_reopen():
    document = copy()
    with Program(document) as program:
        look_at_the_day(program)
        snooze_first(program)
        fill_form(program)
        program.press("Snoozed (4)")
        program.label("Off the list until their day, or until they get worse. Every figure and export counts them.")
        program.label(lambda text: "until 1 Feb 2027: “The budget is settled in December”" in text, deep=True)
        # Woken from its own row, it leaves this list; undo brings it back, and once more takes the snooze itself back.
        program.press(lambda name: name.startswith("Settle “"), within=last_row(program), deep=True)
        program.label(lambda text: "until 1 Feb 2027, or until it gets worse." in text, deep=True)
        program.press(lambda name: name.startswith("Wake “"), deep=True)
        program.find("push button", "Snoozed (3)")
        keys("ctrl+z")
        program.find("push button", "Snoozed (4)")
        keys("ctrl+z")
        program.find("push button", "Snoozed (3)")
        keys("ctrl+shift+z")
        program.find("push button", "Snoozed (4)")
        keys("ctrl+s")
        program.await_title("north-ridge")
        # The history says it in words.
        program.choose("History")
        program.find(name=lambda name: name.startswith("Add snooze “"), deep=True)
        program.label(lambda text: "1 snooze added" in text, deep=True)
    with Program(document) as program:
        program.find("list", LIST)
        program.find("push button", lambda name: name.startswith("Snoozed ("))
        program.press(lambda name: name.startswith("Snoozed ("))
        program.label(lambda text: "“The budget is settled in December”" in text, deep=True)


def last_row(program):
    """The row that comes back last: its button opens it."""
    return wait("the row of the new snooze",
                lambda: next((row for row in program.all("list item", None, program.find("list", LIST), deep=True)
                              if any("until 1 Feb 2027:" in words for words in driver.text_of(row))), None))


def test_a_figure_counts_what_is_snoozed():
    """No tile and no count changes: a snooze is about the list alone."""
    def tiles(program):
        return [driver.text_of(tile) for tile in program.all("panel", lambda name: name in TILES, deep=True)]

    with Program(copy()) as program:
        look_at_the_day(program)
        before = wait("five tiles", lambda: len(tiles(program)) == 5 and tiles(program))
        snooze_first(program)
        fill_form(program)
        program.find("push button", "Snoozed (4)")
        assert tiles(program) == before, (tiles(program), before)


TILES = ("Funding a year", "Ends within 12 months", "Typical term", "Decisions due", "Boards without the VCS")


def test_what_cannot_be_true_is_corrected():
    """It is listed apart, opens at its field, and is gone from the list when it is right."""
    with Program(copy()) as program:
        look_at_the_day(program)
        program.press("To correct (2)")
        wait("two rows", lambda: rows(program) == ["Youth counselling", "Stroke exercise group"])
        go_to_the_list(program)
        keys("Return")
        form = program.window("Agreement")
        # The share that does not fit has the keyboard, or this would be typed into something else.
        program.entry("Share", form)
        keys("ctrl+a")
        write("50")
        keys("ctrl+Return")
        program.await_front("Agreement")
        program.find("push button", "To correct (1)")
        wait("one row", lambda: rows(program) == ["Stroke exercise group"])
        keys("ctrl+z")
        program.find("push button", "To correct (2)")


def test_settle_from_the_keyboard():
    """The row is reached by Tab, its flags are opened by Menu, and the decision is recorded in its form at its field."""
    with Program(copy()) as program:
        look_at_the_day(program)
        program.press("To decide")
        name = wait("a row", lambda: rows(program) and rows(program)[0])
        assert go_to_the_list(program) == name
        keys("Menu")
        decide = lambda: program.all("push button", "Record the Decision…", deep=True)
        # Tab walks the buttons; the first may be of a worse flag.
        driver.tab_until("the decision", lambda: any(node.has("focused") for node in decide()),
                         program.find("push button", "Record the Decision…", deep=True))
        keys("Return")
        form = program.window("Agreement")
        wait("the renewal status to have the keyboard",
             lambda: any("Renewal status" in (node.name or "") and node.role == "combo box" or
                         node.has("focused")
                         for node in program.all("combo box", None, form, deep=True)))
        keys("Escape")
        program.await_front("Agreement")
        # Shift+F10 does the same, and Escape leaves everything as it was.
        keys("shift+F10")
        program.find("push button", "Record the Decision…", deep=True)
        keys("Escape")
        program.gone("push button", "Record the Decision…", deep=True)


def test_a_decision_is_recorded():
    """All that settles it is in plain view; the day of it is proposed, and can be another."""
    with Program(copy()) as program:
        look_at_the_day(program)
        program.press("To decide")
        name = wait("a row", lambda: rows(program) and rows(program)[0])
        go_to_the_list(program)
        keys("Menu")
        program.press("Record the Decision…", deep=True)
        form = program.window("Agreement")
        wait("the renewal to have the keyboard",
             lambda: any(node.has("focused") for node in program.all("combo box", "Renewal", form, deep=True)))
        assert not program.entry("Decided on", form).text
        # The last of the choices: Not renewing.
        keys("space", "End", "Return")
        wait("the day to be proposed", lambda: program.entry("Decided on", form).text == "21 Nov 2026")
        program.label("Proposed: the day you look at.", form, deep=True)
        program.fill("Decided on", "20/11/26", form)
        program.gone("label", "Proposed: the day you look at.", form, deep=True)
        program.fill("Decision", "The need has moved elsewhere", form)
        driver.picture("form-decision")
        keys("ctrl+Return")
        program.await_front("Agreement")
        wait("the row to go", lambda: name not in rows(program))
        keys("ctrl+z")
        wait("the row to come back", lambda: name in rows(program))


if __name__ == "__main__":
    driver.main(globals())
