"""What comes next for an agreement: an option is taken up, it is ended early, it is renewed, a part is passed on."""

import driver
from driver import Program, keys, sample, wait, write

TITLE = "Public involvement programme"


def begin(program, item):
    """The agreement found and chosen, and what comes next picked from its menu."""
    program.go(2)
    table = program.find("tree table", "Agreements")
    program.search("involvement programme 2025")
    driver.click(program.label(TITLE, table, deep=True))
    choose(program, item)


def choose(program, item):
    program.press(lambda name: name.startswith("What happens next"))
    program.press(item, "menu item")


def entered(program, field, window):
    return program.entry(field, window).text


def await_entered(program, field, window, words):
    wait(f"{field} to be {words}, not {entered(program, field, window)}",
         lambda: entered(program, field, window) == words)


def newest_step(program, label):
    program.go(9)
    program.find(name=label, deep=True)


def test_take_up_an_option():
    with Program(sample()) as program:
        begin(program, "Take Up an Option…")
        window = program.window("Take Up an Option")
        # Everything is proposed, and how it came about is said beside it.
        await_entered(program, "New end", window, "31 Mar 2030")
        await_entered(program, "New total", window, "£1,050,000")
        program.label("24 months after the present end, 31 Mar 2028.", window, deep=True)
        program.label("Worked out: £630,000, and £420,000 for 24 months more at the same rate.", window, deep=True)
        program.label("£210,000, as before", window, deep=True)
        # Another end: the total that nobody touched follows. Enter goes on to the next question.
        keys("Return")
        keys("ctrl+a")
        write("+1y")
        await_entered(program, "New total", window, "£840,000")
        program.label("31 Mar 2028 → 31 Mar 2029", window, deep=True)
        # No end before the present one; what was typed stays.
        keys("ctrl+a")
        write("31/3/28")
        program.label("The new end has to lie after the present one, 31 Mar 2028.", window, deep=True)
        keys("ctrl+Return")
        program.window("Take Up an Option")
        await_entered(program, "New end", window, "31/3/28")
        keys("ctrl+a")
        write("31/3/29")
        # The total is not known: said in one keystroke.
        keys("Return", "ctrl+shift+BackSpace")
        program.label("Not recorded: the old total would be too low for the longer term and is taken out.", window, deep=True)
        write("900k")
        # On the last question Enter takes it up.
        keys("Return")
        program.await_front("Take Up an Option")
        program.label("31 Mar 2029", deep=True)
        newest_step(program, f"Take up an option of “{TITLE}”")
        keys("ctrl+z")
        program.find("push button", "Redo to Here", deep=True)
        # The end of before stands again.
        program.go(2)
        program.gone("label", "31 Mar 2029", deep=True)
        program.label("31 Mar 2028", deep=True)


def test_leaving_loses_no_answer():
    with Program(sample()) as program:
        begin(program, "End Early…")
        window = program.window("End the Agreement Early")
        # Nothing is proposed: one press of Enter must not end an agreement.
        keys("ctrl+Return")
        program.label("This is needed.", window, deep=True)
        write("31/12/26")
        keys("Return")
        write("Money withdrawn")
        keys("Escape")
        program.await_front("End the Agreement Early")
        program.press("Reopen the Form")
        window = program.window("End the Agreement Early")
        await_entered(program, "Last day", window, "31 Dec 2026")
        await_entered(program, "Reason", window, "Money withdrawn")


def test_end_early():
    with Program(sample()) as program:
        begin(program, "End Early…")
        window = program.window("End the Agreement Early")
        # No day that is not within the term; what was typed stays.
        write("1/6/28")
        program.label("That is not early: it ends on 31 Mar 2028 anyway. Give a day before that.", window, deep=True)
        keys("ctrl+Return")
        program.window("End the Agreement Early")
        keys("ctrl+a")
        write("1/1/20")
        program.label(lambda words: words.startswith("It starts on ") and words.endswith("give that day or a later one."), window,
                      deep=True)
        keys("ctrl+Return")
        program.window("End the Agreement Early")
        await_entered(program, "Last day", window, "1/1/20")
        keys("ctrl+a")
        write("1/12/26")
        program.label(lambda words: words.startswith("1 month. That day is ") and "too few: notice given on" in words, window,
                      deep=True)
        keys("ctrl+a")
        write("30/6/27")
        program.label(lambda words: words.endswith("notice has to be given by 1 Jun 2027."), window, deep=True)
        program.label("31 Mar 2028 → 30 Jun 2027", window, deep=True)
        keys("Return")
        write("Money withdrawn")
        keys("Return")
        program.await_front("End the Agreement Early")
        program.label("30 Jun 2027", deep=True)
        # A termination is a decision: none is due any more.
        program.gone("label", "Decide by", program.find(name="Selected record", deep=True), deep=True)
        newest_step(program, f"End “{TITLE}” early")
        # With that its option is gone: not offered below the name, and the menu says why there is none.
        program.go(2)
        program.gone("push button", "Take Up an Option…", deep=True)
        choose(program, "Take Up an Option…")
        program.label("There Is No Option to Take Up", deep=True)
        program.label("The agreement records “Ended early: 30 Jun 2027”, and with that its options are gone.", deep=True)
        program.press("Close")


def test_renew():
    with Program(sample()) as program:
        begin(program, "Renew…")
        window = program.window("Renew the Agreement")
        await_entered(program, "Start", window, "1 Apr 2028")
        await_entered(program, "Signed end", window, "31 Mar 2031")
        # The decision on the old term is part of the step, and so is the place in a portfolio.
        program.find("check box", f"Record that “{TITLE}” was renewed", window, deep=True)
        program.find("check box", "Put it into the portfolio “Voluntary sector”", window, deep=True)
        keys("ctrl+Return")
        program.await_front("Renew the Agreement")
        program.await_count("Agreements", 228)
        newest_step(program, f"Renew “{TITLE}”")


def test_sub_contract():
    """Under the lead, from its terms; seen from there, and from the lead as what is passed on."""
    with Program(sample()) as program:
        begin(program, "Add a Sub-contract…")
        window = program.window("Add a Sub-contract")
        await_entered(program, "Signed end", window, "31 Mar 2028")
        program.label("People’s Voice North Ridge CIC", window, deep=True)  # who pays
        # What cannot be true of it and its lead is said as it is typed.
        program.fill("Signed end", "1/4/28", window)
        program.label("It runs to 1 Apr 2028, and the agreement that it is under to 31 Mar 2028.", window, deep=True)
        program.fill("Signed end", "31/3/28", window)
        program.gone("label", lambda words: words.startswith("It runs to"), window, deep=True)
        program.fill("Title", "Listening in Skelmoor", window)
        keys("ctrl+Return")
        program.await_front("Add a Sub-contract")
        program.press(f"Under: {TITLE}", deep=True)
        program.label("Passed on", deep=True)
        program.press("Listening in Skelmoor", deep=True)
        program.label("Listening in Skelmoor", deep=True)
        newest_step(program, "Add agreement “Listening in Skelmoor”")


def test_no_option():
    with Program(sample()) as program:
        program.go(2)
        table = program.find("tree table", "Agreements")
        driver.click(program.label("Equipment loans", table, deep=True))
        choose(program, "Take Up an Option…")
        program.label("There Is No Option to Take Up", deep=True)
        program.press("Close")


if __name__ == "__main__":
    driver.main(globals())
