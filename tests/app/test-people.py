"""The People page: the list, the inspector and what leads on from it; and the inspector that follows the page."""

import driver
from driver import Program, keys, sample

PEOPLE = 6
NAME = "Beata Lowndrie"


def into_the_row(program):
    """By the keyboard to the one row that the search has left."""
    program.go(PEOPLE)
    table = program.find("tree table", "People")
    keys("ctrl+f")
    program.fill("Search", NAME.lower())
    program.label(lambda text: text.endswith("1 of 205 people"))
    driver.tab_to(program.find("table row", NAME, table, deep=True))
    keys("space")
    return program.find(name="Selected record", deep=True)


def test_from_a_person_to_the_organisation():
    with Program(sample()) as program:
        inspector = into_the_row(program)
        program.label(NAME, inspector, deep=True)
        words = driver.text_of(inspector)
        assert "Seats" in words and "Contact for" in words and "since 1 Nov 2022" in words, words
        program.press("Works for: Skelmoor Community Action", within=inspector, deep=True)
        program.find("push button", "Edit Organisation")
        # Back on the page of people the inspector tells of the same person.
        program.gone("push button", "Works for: Skelmoor Community Action", deep=True)


def test_the_inspector_follows_the_page():
    with Program(sample()) as program:
        into_the_row(program)
        program.find("push button", "History of This Record", deep=True)
        program.go(1)
        program.gone(name="Selected record", deep=True)
        program.go(PEOPLE)
        inspector = program.find(name="Selected record", deep=True)
        program.label(NAME, inspector, deep=True)


def test_the_history_of_a_person():
    with Program(sample()) as program:
        inspector = into_the_row(program)
        program.press("History of This Record", within=inspector, deep=True)
        program.find("push button", NAME)
        program.gone(name="Selected record", deep=True)


def test_a_person_is_added_and_listed():
    with Program() as program:
        program.go(PEOPLE)
        program.label("No People Yet")
        program.press("Add a Person")
        form = program.window("Add a Person")
        program.fill("Name", "Wren Ashe", form)
        keys("ctrl+Return")
        program.await_front("Add a Person")
        table = program.find("tree table", "People")
        program.find("table row", "Wren Ashe", table, deep=True)
        program.await_count("People", 1)
        keys("ctrl+z")
        program.await_count("People", 0)
        program.label("No People Yet")


if __name__ == "__main__":
    driver.main(globals())
