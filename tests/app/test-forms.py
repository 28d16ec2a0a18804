"""Records that are kept beside others: exemptions from rules, usual terms."""

import driver
from driver import Program, copy, keys, wait, write

FORM = "Exempt from a Rule"


def test_exempt_the_whole_from_a_rule():
    with Program(copy()) as program:
        program.go(5)
        program.press("Exempt from “Voice in few hands”", deep=True)
        form = program.window(FORM)
        # Reason, who and until when are needed; from when is proposed.
        keys("ctrl+Return")
        wait("three fields to be called missing",
             lambda: len(program.all("label", "This is needed.", form, deep=True)) == 3)
        write("Two people, by design")
        program.fill("Decided by", "Jo Reed", form)
        program.fill("Review on", "1 April 2027", form)
        keys("ctrl+Return")
        program.await_front(FORM)
        # It stays on show, with the reason.
        program.label("Voice in few hands: exempted, otherwise amber", deep=True)
        program.label("“Two people, by design” Decided by Jo Reed; the rule applies again from 1 Apr 2027.", deep=True)
        program.press("End the exemption from “Voice in few hands”", deep=True)
        program.label("Voice in few hands: amber", deep=True)
        keys("ctrl+z")
        program.label("Voice in few hands: exempted, otherwise amber", deep=True)
        keys("ctrl+z")
        program.label("Voice in few hands: amber", deep=True)
        keys("ctrl+shift+z")
        program.go(9)
        program.find(name="Add exemption “Voice in few hands: the whole portfolio”", deep=True)


def test_exempt_a_board_and_change_it():
    with Program(copy()) as program:
        program.go(5, "Boards")
        keys("Tab", "Tab", "Down", "Down")
        program.press("Exempt from “No VCS seat”", deep=True)
        form = program.window(FORM)
        # Nothing was typed: leaving asks and keeps nothing.
        keys("Escape")
        program.await_front(FORM)
        assert not program.all("push button", "Reopen the Form")
        program.press("Exempt from “No VCS seat”", deep=True)
        form = program.window(FORM)
        write("Elections are under way")
        program.fill("Decided by", "Jo Reed", form)
        program.fill("Review on", "1/4/27", form)
        keys("ctrl+Return")
        program.await_front(FORM)
        program.label("No VCS seat: exempted, otherwise red", deep=True)
        program.press("Change the exemption from “No VCS seat”", deep=True)
        form = program.window("Exemption")
        program.fill("Review on", "1/7/27", form)
        keys("ctrl+Return")
        program.await_front("Exemption")
        program.label("“Elections are under way” Decided by Jo Reed; the rule applies again from 1 Jul 2027.", deep=True)
        program.go(1)
        program.label(lambda text: "exempted" in text, deep=True)


def test_a_field_says_what_it_is_and_what_is_wrong():
    with Program() as program:
        program.await_count("Agreements", 0)
        keys("ctrl+shift+n")
        form = program.window("Add an Agreement")
        program.fill("Signed end", "April 2027", form)
        end = program.find("text", "Signed end", form, deep=True)
        # Whoever cannot see the line under the field is told it with the field.
        wait("the field to tell what is wrong",
             lambda: end.name == "Signed end" and
             end.description == "Give the day as well: 1 Apr 2027 or 30 Apr 2027.")
        program.fill("Signed end", "30 April 2027", form)
        wait("the field to tell what it means", lambda: end.description.startswith("The last day of the term as signed"))
        # F1 shows the same help for the field that has the keyboard.
        keys("Tab", "Tab", "Tab", "F1")
        program.label("The organisation that is paid.", deep=True)


def test_a_screen_reader_follows_the_keyboard():
    """Each field is told by its name when the keyboard comes to it, in an expander too, and each item of a choice."""
    def here():
        fields = [node for node in driver.walk(form, deep=True) if node.role in ("text", "combo box", "list item")]
        for node in fields:
            if node.has("focused"):
                return node.role, node.name, node.description
        return "", "", ""

    with Program() as program:
        program.await_count("Agreements", 0)
        keys("ctrl+shift+n")
        form = program.window("Add an Agreement")
        wait("the title to be told", lambda: here()[:2] == ("text", "Title"))
        keys("Return", "Return")
        # What is chosen is told with the choice, then each item by its words.
        wait("the kind to be told", lambda: here()[1] == "Kind" and here()[2].startswith("Not recorded. "))
        keys("space")
        wait("what is chosen to be told", lambda: here()[:2] == ("list item", "Not recorded"))
        keys("Down", "Down")
        wait("an item to be told", lambda: here()[:2] == ("list item", "Grant"))
        keys("Return")
        wait("the new choice to be told", lambda: here()[1] == "Kind" and here()[2].startswith("Grant. "))
        program.press("Add a Funder", within=form, deep=True)
        wait("the funder to be told", lambda: here()[:2] == ("text", "Funder"))
        keys("Return")
        wait("the share to be told",
             lambda: here() == ("text", "Share", "Of the agreement’s value. The shares of all its funders make 100 %."))
        # Enter goes on after the last field of a child, too: to the button that adds another. Nothing is saved.
        keys("Return")
        wait("the button at the end of the funders",
             lambda: [node.has("focused") for node in program.all("push button", "Add a Funder", form, deep=True)] == [False, True])
        keys("Return")
        wait("a second funder to be told", lambda: here()[:2] == ("text", "Funder"))
        # What nothing is filled into does not count.
        program.press("Add a Variation", within=form, deep=True)
        wait("the variation to be told", lambda: here()[1] == "Agreed on")
        assert not program.all("label", "1 recorded", form, deep=True)
        write("1/4/26")
        program.label("1 recorded", form, deep=True)


def test_enter_goes_on_and_saves_at_the_end():
    with Program() as program:
        program.await_count("Agreements", 0)
        program.go(2)
        keys("ctrl+shift+n")
        form = program.window("Add an Agreement")
        write("Choir")
        keys("Return")
        write("NR-7")
        wait("the reference", lambda: program.entry("Reference", form).length == 4)
        keys("ctrl+Return")
        program.await_front("Add an Agreement")
        # A short form: from field to field with Enter alone, past the agreement that it is filled in with, and the last saves.
        program.press("Add a Payment…", deep=True)
        form = program.window("Add a Payment")
        driver.tab_until("the amount", lambda: program.find("text", "Amount", form, deep=True).has("focused"), form,
                         key="Return", most=4)
        write("12k")
        keys("Return")
        wait("the currency to have the keyboard",
             lambda: program.find("text", "Currency", form, deep=True).has("focused"))
        # That is the last field in sight.
        keys("Return")
        program.await_front("Add a Payment")
        program.find("push button", lambda name: name.endswith("£12,000"), deep=True)


def test_a_name_left_half_way_is_not_lost():
    with Program(copy()) as program:
        keys("ctrl+shift+n")
        form = program.window("Add an Agreement")
        write("Choir")
        keys("Tab", "Tab", "Tab")
        # Nothing is called like it: leaving takes it as a new one, and says so.
        write("Zebra Singers")
        keys("Tab")
        program.label("New organisation: “Zebra Singers”", form, deep=True)
        assert not program.all("label", "Choose one from the list.", form, deep=True)
        # Something is: it stays as typed, and a button makes a new one of it.
        keys("shift+Tab", "ctrl+a")
        write("Age Well")
        keys("Tab")
        program.label(lambda words: words.startswith("No organisation has just this name."), form, deep=True)
        wait("the words to be there", lambda: program.entry("Provider", form).length == len("Age Well"))
        program.press("Add as New", within=form, deep=True)
        program.label("New organisation: “Age Well”", form, deep=True)
        program.gone("push button", "Add as New", form, deep=True)
        keys("ctrl+Return")
        program.await_front("Add an Agreement")
        program.await_count("Organisations", 71)


def test_what_is_typed_is_said_back():
    with Program() as program:
        program.await_count("Agreements", 0)
        keys("ctrl+shift+n")
        form = program.window("Add an Agreement")
        write("Choir")
        keys(*["Tab"] * 8)  # past the rest of the section, to the start
        write("1/4/2026")
        program.label("Read with the day first: 1 April 2026, Wednesday", form, deep=True)
        end = program.entry("Signed end", form)
        keys("Tab")
        write("+3y")
        program.label("31 March 2029, Saturday", form, deep=True)
        driver.picture("form-reading")
        # An end before the start is said beside it and refuses nothing.
        keys("ctrl+a")
        write("31/3/2026")
        program.label("The end, 31 Mar 2026, lies before the start, 1 Apr 2026.", form, deep=True)
        driver.picture("form-contradiction")
        # One keystroke, and it is not recorded; of a choice, too.
        keys("ctrl+shift+BackSpace")
        wait("the end to be blank", lambda: end.length == 0)
        program.gone("label", "The end, 31 Mar 2026, lies before the start, 1 Apr 2026.", form, deep=True)
        keys("ctrl+Return")
        program.await_front("Add an Agreement")
        program.label("Choir", deep=True)


def test_what_is_missing_leads_to_its_field():
    with Program() as program:
        program.await_count("Agreements", 0)
        keys("ctrl+shift+n")
        program.window("Add an Agreement")
        write("Choir")
        keys("ctrl+Return")
        program.await_front("Add an Agreement")
        program.go(2)
        program.press("Place", deep=True)
        program.window("Agreement")
        write("Northgate")
        keys("ctrl+Return")
        program.await_front("Agreement")
        program.gone("push button", "Place", deep=True)
        # A field that is behind others is opened.
        program.press("Owner", deep=True)
        program.window("Agreement")
        write("Jo Reed")
        keys("ctrl+Return")
        program.await_front("Agreement")
        program.gone("push button", "Owner", deep=True)
        program.find("push button", "Value", deep=True)


def test_a_form_opens_the_groups_that_matter():
    with Program() as program:
        def at(role, name):
            wait(f"the keyboard at {name}", lambda: any(node.has("focused") for node in program.all(role, name, form, deep=True)))

        program.await_count("Agreements", 0)
        keys("ctrl+shift+n")
        form = program.window("Add an Agreement")
        write("Choir")
        program.find("list item", "Procurement", form, deep=True)
        assert not program.all("text", "Route", form, deep=True)
        # A contract is bought: its group opens by itself.
        keys("Return", "Return")
        at("combo box", "Kind")
        keys("space", "Down", "Return")
        program.find("text", "Route", form, deep=True)
        # What citizens direct is not, and has no notice: the form opens anew without these.
        at("combo box", "Kind")
        keys("space", "Down", "Down", "Down", "Down", "Return")
        keys("ctrl+Return")
        program.await_front("Add an Agreement")
        program.go(2)
        # A field in a closed group is led to all the same.
        program.press("Owner", deep=True)
        form = program.window("Agreement")
        at("text", "Owner")
        assert not program.all("text", "Route", form, deep=True)
        write("Jo Reed")
        program.label("1 of 11 recorded", form, deep=True)
        # Enter goes on to a closed group as to a field; there it opens it.
        keys("Tab", "Return")
        at("list item", "Procurement")
        assert not program.all("text", "Route", form, deep=True)
        keys("Return")
        program.find("text", "Route", form, deep=True)
        keys("ctrl+Return")
        program.await_front("Agreement")
        program.gone("push button", "Owner", deep=True)


def test_a_cost_line_needs_its_activity():
    with Program() as program:
        program.await_count("Agreements", 0)
        keys("ctrl+shift+n")
        form = program.window("Add an Agreement")
        write("Advice line")
        program.press("Add a Cost Line", within=form, deep=True)
        program.fill("Cost", "12k", form)
        keys("ctrl+Return")
        # What it is for is needed; nothing is lost.
        program.label("This is needed.", form, deep=True)


def test_a_payment_under_an_agreement():
    with Program() as program:
        program.await_count("Agreements", 0)
        keys("ctrl+shift+n")
        program.window("Add an Agreement")
        write("Advice line")
        keys("ctrl+Return")
        program.await_front("Add an Agreement")
        program.go(2)
        program.press("Add a Payment…", deep=True)
        form = program.window("Add a Payment")
        # The agreement is filled in; the keyboard is at the first field that is not.
        wait("the keyboard in the first blank field",
             lambda: program.find("text", "Paid to", form, deep=True).has("focused"))
        program.fill("Amount", "12k", form)
        program.fill("Paid on", "1/4/27", form)
        keys("ctrl+Return")
        program.await_front("Add a Payment")
        program.find("push button", "1 Apr 2027: £12,000", deep=True)


def test_usual_terms():
    with Program(copy()) as program:
        program.label(lambda text: "flags exempted" in text, deep=True)
        keys("F10", "u")
        window = program.window("Usual Terms")
        program.label(lambda text: text.startswith("Renewal notice 3 months, assumed for"), window, deep=True)
        program.press("Add Usual Terms", within=window)
        form = program.window("Add Usual Terms")
        program.fill("Usual lead time", "6 weeks", form)
        keys("ctrl+Return")
        wait("the form to go", lambda: not any(w.name == "Add Usual Terms" for w in program.root.children))
        program.label("Every funder and kind", window, deep=True)
        program.label(lambda text: text.startswith("Lead time 6 weeks, assumed for"), window, deep=True)
        program.press("Delete “Every funder and kind”", within=window, deep=True)
        program.gone("label", "Every funder and kind", window, deep=True)
        program.press("Undo", within=program.find(name="AdwToastWidget", within=window))
        program.label("Every funder and kind", window, deep=True)
        keys("Escape")
        program.await_front("Usual Terms")


def test_procurement_hints_beside_the_regime():
    def words(text):
        return text == "• Since 24 Feb 2025, councils outside Wales publish a notice from £30,000."

    with Program(copy()) as program:
        program.go(2)
        table = program.find("tree table", "Agreements")
        keys("ctrl+f")
        program.fill("Search", "involvement programme 2025")
        driver.click(program.label("Public involvement programme", table, deep=True))
        inspector = program.find(name="Selected record", deep=True)
        program.label(words, inspector, deep=True)
        program.press("Edit", within=inspector, deep=True)
        form = program.window("Agreement")
        program.label(lambda text: any(words(line) for line in text.splitlines()), form, deep=True)
        # What stands there follows what is typed: of a regime that no hint is about nothing is said.
        program.fill("Procurement regime", "None", form)
        program.gone("label", lambda text: any(words(line) for line in text.splitlines()), form, deep=True)
        keys("Escape")
        program.await_front("Agreement")


def test_price_indexes_of_a_new_portfolio():
    with Program() as program:
        keys("ctrl+shift+n")
        form = program.window("Add an Agreement")
        program.fill("Title", "Home from hospital", form)
        keys("ctrl+Return")
        program.await_front("Add an Agreement")
        keys("F10")
        program.press("Price Indexes…", role="menu item")
        window = program.window("Price Indexes")
        program.label("None yet. Without one, no real-terms cut can be told.", window, deep=True)
        program.press("Add the Usual Price Indexes", within=window, deep=True)
        program.label("Consumer prices (CPI)", window, deep=True)
        program.label("6 yearly rates; used unless an agreement says otherwise", window, deep=True)
        program.gone("push button", "Add the Usual Price Indexes", window, deep=True)
        keys("ctrl+z")
        program.find("push button", "Add the Usual Price Indexes", window, deep=True)
        keys("Escape")
        program.await_front("Price Indexes")


if __name__ == "__main__":
    driver.main(globals())
