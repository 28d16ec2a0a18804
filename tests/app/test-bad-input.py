"""What cannot be right is said beside its field while it is typed, in plain words, and nothing that was typed is lost."""

import driver
from driver import Program, keys, wait, write

FORM = "Add an Agreement"


def entered(program, field, form):
    return program.entry(field, form).text


def begin(program):
    program.await_count("Agreements", 0)
    program.go(2)
    keys("ctrl+shift+n")
    form = program.window(FORM)
    write("Choir")
    return form


def save(program, title=FORM):
    keys("ctrl+Return")
    program.await_front(title)


def reopen(program):
    program.press("Edit")
    return program.window("Agreement")


def await_keyboard(program, field, form):
    """Waits until a field of that name has the keyboard."""
    def there():
        for node in program.all("text", field, form, deep=True):
            if node.has("focused"):
                return True
        return False
    wait(f"{field} to have the keyboard", there)


def add_funder(program, form, name, share):
    program.press("Add a Funder", within=form, deep=True)
    await_keyboard(program, "Funder", form)
    write(name)
    keys("Tab")
    program.label(f"New organisation: “{name}”", form, deep=True)
    await_keyboard(program, "Share", form)
    write(share)


def test_shares_that_do_not_make_the_whole():
    with Program() as program:
        form = begin(program)
        add_funder(program, form, "North Ridge Council", "60")
        # One funder of 60 % alone is not the whole.
        program.label("The funders’ shares make 60 %, not 100 %.", form, deep=True)
        program.label("Shares make 60 %: 40 % is not recorded.", form, deep=True)
        # What is left is proposed to the next one, and typed over.
        add_funder(program, form, "Ridge Health Trust", "4")
        program.label("Shares make 64 %: 36 % is not recorded.", form, deep=True)
        program.label("The funders’ shares make 64 %, not 100 %.", form, deep=True)
        write("0")
        program.gone("label", lambda words: words.startswith("The funders’ shares make"), form, deep=True)
        write("0")  # 60 and 400
        program.label("A share cannot be more than 100 %.", form, deep=True)
        # It cannot be saved, and what was typed stays.
        keys("ctrl+Return")
        form = program.window(FORM)
        program.label("A share cannot be more than 100 %.", form, deep=True)
        keys("ctrl+a")
        write("4")
        program.label("The funders’ shares make 64 %, not 100 %.", form, deep=True)
        # Registers hold such shares: it is flagged, not refused, and stays flagged.
        save(program)
        form = reopen(program)
        program.label("Ridge Health Trust, 4 %", form, deep=True)
        # Half each is one press; then it is called joint.
        program.press("Share Equally", within=form, deep=True)
        program.label("Shares make 100 %.", form, deep=True)
        save(program)
        inspector = program.find(name="Selected record", deep=True)
        program.label("North Ridge Council 50 %, Ridge Health Trust 50 %", inspector, deep=True)


def test_an_end_before_the_start():
    with Program() as program:
        form = begin(program)
        program.fill("Start", "1/4/27", form)
        program.fill("Signed end", "31/3/27", form)
        program.label("The end, 31 Mar 2027, lies before the start, 1 Apr 2027.", form, deep=True)
        program.fill("Signed end", "1/4/27", form)
        program.gone("label", lambda words: "lies before the start" in words, form, deep=True)
        program.fill("Signed end", "31/3/27", form)
        program.label("The end, 31 Mar 2027, lies before the start, 1 Apr 2027.", form, deep=True)
        save(program)
        inspector = program.find(name="Selected record", deep=True)
        program.label("The end, 31 Mar 2027, lies before the start, 1 Apr 2027.", inspector, deep=True)
        form = reopen(program)
        program.label("The end, 31 Mar 2027, lies before the start, 1 Apr 2027.", form, deep=True)
        assert entered(program, "Signed end", form) == "31 Mar 2027"


def test_an_option_taken_up_after_the_end():
    with Program() as program:
        form = begin(program)
        program.fill("Start", "1/4/26", form)
        program.fill("Signed end", "31/3/27", form)
        program.press("Add an Option", within=form, deep=True)
        await_keyboard(program, "Length", form)
        write("12")
        keys("Return")
        await_keyboard(program, "Taken up on", form)
        write("31/3/27")
        program.label("31 March 2027, Wednesday", form, deep=True)
        assert not program.all("label", lambda words: words.startswith("An option was taken up"), form, deep=True)
        keys("ctrl+a")
        write("1/4/27")
        program.label("An option was taken up on 1 Apr 2027, after the agreement had ended on 31 Mar 2027.", form, deep=True)
        save(program)


def test_payments_above_the_award():
    with Program() as program:
        form = begin(program)
        program.fill("Value", "£45k", form)
        driver.tab_to(program.find("combo box", "Value is", form, deep=True), most=80)
        keys("space", "Down", "Return")
        save(program)
        for amount in ("40k", "5,000"):
            program.press("Add a Payment…", deep=True)
            program.fill("Amount", amount, program.window("Add a Payment"))
            save(program, "Add a Payment")
        program.press("Add a Payment…", deep=True)
        form = program.window("Add a Payment")
        program.fill("Amount", "1", form)
        program.label("The payments come to £45,001, more than the £45,000 of the agreement.", form, deep=True)
        # Money that came back is negative, and brings them below it again.
        program.fill("Amount", "-1", form)
        program.gone("label", lambda words: words.startswith("The payments come to"), form, deep=True)
        program.fill("Amount", "1", form)
        program.label("The payments come to £45,001, more than the £45,000 of the agreement.", form, deep=True)
        save(program, "Add a Payment")


def test_identifiers():
    numbers = (
        ("GB-CHC", "115502", None),
        ("GB-CHC", "1155", "A number of the Charity Commission has six or seven figures, like 1155021."),
        ("GB-COH", "1234567", "A company number has eight characters, like 01234567 or SC123456."),
        ("GB-VAT", "123456783",
         "A figure of this number is wrong: its check digits do not fit. Compare it with the source."),
    )
    with Program() as program:
        program.await_count("Agreements", 0)
        program.go(4)
        program.press("Add an Organisation")
        form = program.window("Add an Organisation")
        write("Lantern Trust")
        program.press("Add an Identifier", within=form, deep=True)
        for scheme, number, fault in numbers:
            program.fill("Register", scheme, form)
            program.fill("Number", number, form)
            if fault:
                program.label(fault, form, deep=True)
            else:
                program.gone("label", lambda words: "figures" in words and "number" in words, form, deep=True)
        # Flagged, not refused: an old register may hold it.
        save(program, "Add an Organisation")
        program.await_count("Organisations", 1)


def test_what_is_understood():
    with Program() as program:
        form = begin(program)
        program.fill("Value", "£45k", form)
        program.fill("Start", "end of March", form)
        program.fill("Signed end", "31/3/27", form)
        wait("money in words of its own", lambda: entered(program, "Value", form) == "£45,000")
        wait("a date in words of its own", lambda: entered(program, "Signed end", form) == "31 Mar 2027")
        wait("the end of March", lambda: entered(program, "Start", form).startswith("31 Mar 20"))
        program.fill("Start", "1/4/26", form)
        program.fill("Signed end", "+3y", form)
        wait("three years", lambda: entered(program, "Signed end", form) == "31 Mar 2029")
        driver.tab_to(program.find("text", "Signed end", form, deep=True), most=80)
        keys("ctrl+shift+BackSpace")
        wait("nothing recorded", lambda: entered(program, "Signed end", form) == "")
        keys("ctrl+z")
        wait("the words to be back", lambda: entered(program, "Signed end", form) == "31 Mar 2029")


if __name__ == "__main__":
    driver.main(globals())
