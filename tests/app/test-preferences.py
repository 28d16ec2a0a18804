"""Preferences: the word for the sector and the name in the history, at once in the window behind."""

import driver
from driver import Program, keys, sample, write

HISTORY = 8
SECTOR, AUTHOR = "Name of the sector: VCS, VCSE, third sector, …", "Your name"


def set_word(program, title, text):
    """Types into a row of the open dialog and takes it over with Return."""
    driver.click(program.entry(title, program.window("Preferences")))
    keys("ctrl+a")
    write(text)
    keys("Return")


def test_word_for_the_sector():
    with Program(sample()) as program:
        program.find("image", lambda name: name.startswith("The VCS has no seat"))
        keys("ctrl+comma")
        set_word(program, SECTOR, "third sector")
        program.find("image", lambda name: name.startswith("The third sector has no seat"))
        keys("Escape")
        program.await_front("Preferences")
        program.label("Boards without the third sector", deep=True)
        program.go(5)
        program.find("image", lambda name: name.startswith("The third sector has"))


def test_name_in_the_history():
    with Program() as program:
        keys("ctrl+comma")
        set_word(program, AUTHOR, "Wren Hathersedge")
        keys("Escape")
        program.await_front("Preferences")
        keys("ctrl+shift+n")
        program.fill("Title", "Home from hospital", program.window("Add an Agreement"))
        keys("ctrl+Return")
        program.await_front("Add an Agreement")
        program.go(HISTORY)
        program.label(lambda text: "Wren Hathersedge" in text, deep=True)


if __name__ == "__main__":
    driver.main(globals())
