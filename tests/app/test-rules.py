"""The Rules page: what a rule says, what a change would do before it is made, and taking it back."""

import driver
from driver import Program, keys, sample, wait

RULES = 8


def open_rule(program, name="T1  Short term"):
    program.go(RULES)
    program.label("T1  Short term", deep=True)
    program.press(f"Change rule {name}", deep=True)
    return program.window(name)


def test_a_change_is_counted_before_it_is_made():
    with Program(sample()) as program:
        dialog = open_rule(program)
        program.label(lambda text: text.startswith("No flag changes on "), dialog, deep=True)
        program.fill("Red, months", "24", dialog)
        program.label(lambda text: "T1 Short term: " in text and "red more" in text, dialog, deep=True)
        program.fill("Reason", "Grants here run for two years", dialog)
        program.fill("Where it was decided", "Grants panel", dialog)
        keys("ctrl+Return")
        program.label("Red when the committed term is 24 months or less.", deep=True)
        program.label("changed here", deep=True)
        program.label("Local setting: Grants panel (Grants here run for two years)", deep=True)
        keys("ctrl+z")
        program.label("Red when the committed term is 12 months or less.", deep=True)
        keys("ctrl+shift+z")
        program.label("changed here", deep=True)
        program.press("Reset rule T1  Short term", deep=True)
        program.gone("label", "changed here", deep=True)
        program.label("Red when the committed term is 12 months or less.", deep=True)


def test_what_cannot_be_is_said_beside_the_entry():
    with Program(sample()) as program:
        dialog = open_rule(program, "N2  No renewal decision")
        program.fill("Red, months", "7", dialog)
        program.label("“Red” must be less than “Amber”, 6 months.", dialog, deep=True)
        program.label("Counted as soon as the numbers and days can be followed.", dialog, deep=True)
        program.fill("Reason", "Out of order", dialog)
        apply = program.find("push button", "Apply", dialog, deep=True)
        assert not apply.has("sensitive")
        program.fill("Red, months", "4", dialog)
        wait("it to be possible", lambda: apply.has("sensitive"))
        keys("Escape")
        wait("the dialog to go", lambda: not program.all("push button", "Apply", deep=True))
        program.label(lambda text: text.startswith("Red with less than 3 months left"), deep=True)


if __name__ == "__main__":
    driver.main(globals())
