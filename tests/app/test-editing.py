"""Forms, undo and redo, deleting, history."""

import driver
from driver import Program, keys, wait, write


def test_add_an_agreement_by_keyboard_alone():
    with Program() as program:
        keys("ctrl+shift+n")
        form = program.window("Add an Agreement")
        # Saving too early points at what is missing.
        keys("ctrl+Return")
        program.label("This is needed.", form, deep=True)
        write("Home from hospital")
        program.gone("label", "This is needed.", form, deep=True)
        keys("Tab", "Tab", "Tab")
        write("Lantern Trust")
        # One press takes what is offered and saves; that an organisation is made is said before and after.
        program.label("New organisation: “Lantern Trust”", form, deep=True)
        keys("ctrl+Return")
        program.await_front("Add an Agreement")
        program.label("Added agreement “Home from hospital” · New organisation: “Lantern Trust”", deep=True)
        program.await_count("Agreements", 1)
        program.await_count("Organisations", 1)
        keys("ctrl+z")
        program.await_count("Agreements", 0)
        program.await_count("Organisations", 0)
        keys("ctrl+shift+z")
        program.await_count("Agreements", 1)


def test_validation_beside_the_field():
    with Program() as program:
        keys("ctrl+shift+n")
        form = program.window("Add an Agreement")
        write("Advice line")
        program.fill("Start", "31/2/27", form)
        program.label("February 2027 has 28 days.", form, deep=True)
        program.fill("Start", "1/4/26", form)
        program.gone("label", "February 2027 has 28 days.", form, deep=True)
        program.fill("Value", "£45k", form)
        keys("ctrl+Return")
        program.await_front("Add an Agreement")
        program.await_count("Agreements", 1)


def test_leaving_a_form_loses_nothing():
    with Program() as program:
        keys("ctrl+shift+n")
        program.window("Add an Agreement")
        write("Advice line")
        keys("Escape")
        program.await_front("Add an Agreement")
        program.press("Reopen the Form")
        form = program.window("Add an Agreement")
        wait("the words to be there again",
             lambda: program.entry("Title", form).length == len("Advice line"))
        keys("ctrl+Return")
        program.await_count("Agreements", 1)


def test_edit_and_delete_an_organisation():
    with Program() as program:
        program.go(4, "No Organisations Yet")
        program.press("Add an Organisation")
        form = program.window("Add an Organisation")
        write("Lantern Trust")
        program.fill("Place", "Northgate", form)
        keys("ctrl+Return")
        program.await_front("Add an Organisation")
        program.label("Lantern Trust", deep=True)

        table = program.find("tree table", "Organisations")
        program.find("label", "Northgate", table, deep=True)
        # The keyboard is on the row of what was added.
        wait("its row to take the keyboard",
             lambda: any(row.has("focused") for row in program.all("table row", "Lantern Trust", table, deep=True)))
        keys("Return")
        program.press("Edit Organisation")
        form = program.window("Organisation")
        program.fill("Place", "Southgate", form)
        keys("ctrl+Return")
        program.await_front("Organisation")
        program.label(lambda words: words.startswith("Southgate"), deep=True)

        # Back in the list the keyboard is where it was.
        keys("Escape")
        program.find("label", "Southgate", table, deep=True)
        keys("Delete")
        program.label("Deleted 1 organisation", deep=True)
        program.await_count("Organisations", 0)
        program.press("Undo", within=program.find(name="AdwToastWidget"))
        program.await_count("Organisations", 1)


def test_history_goes_back_and_forth():
    with Program() as program:
        for title in ("Advice line", "Befriending", "Community cafe"):
            keys("ctrl+shift+n")
            program.window("Add an Agreement")
            write(title)
            keys("ctrl+Return")
            program.await_front("Add an Agreement")
        program.await_count("Agreements", 3)
        program.go(9)
        program.find(name="Add agreement “Advice line”", deep=True)
        buttons = wait("two steps to go back to",
                       lambda: (lambda found: found if len(found) == 2 else None)(
                           program.all("push button", "Go Back to Here", deep=True)))
        buttons[-1].act()
        program.await_count("Agreements", 1)
        program.find("push button", "Redo to Here", deep=True)
        for count in (2, 3):
            keys("ctrl+shift+z")
            program.await_count("Agreements", count)


if __name__ == "__main__":
    driver.main(globals())
