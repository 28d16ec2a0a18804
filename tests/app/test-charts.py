"""Charts by keyboard and by screen reader: walking, opening, the table twin, the reasons behind figures."""

import os
import pathlib
import subprocess

import driver
from driver import Program, keys, sample, wait

OVERVIEW, AGREEMENTS, TIMELINE, ORGANISATIONS, BOARDS = 1, 2, 3, 4, 5


def chart(program, words):
    """The chart whose title says these words. Its name is the title until a mark has the keyboard."""
    return program.find("image", lambda name: words in name)


def focus(node):
    """Clicks into the corner of a chart, where no mark is, and goes to its first mark: the chart's name is then that
    mark's, which is what a screen reader says."""
    box = node.box
    subprocess.run(["xdotool", "mousemove", str(box.x + 8), str(box.y + 8), "click", "1"], check=True)
    return step(node, "Home")


def step(node, key):
    """Presses a key that moves on and gives the name of the mark that is reached."""
    before = node.name
    keys(key)
    return wait(f"{key} to leave {before!r}", lambda: node.name != before and node.name)


def cells(window):
    return [node.name for node in driver.walk(window, deep=True) if node.role == "label" and node.name]


def show_table(program):
    """Opens the table twin from the context menu of the focused chart."""
    keys("shift+F10")
    program.press("Show as Table", role="menu item")
    return program.window("Chart as Table")


def test_walk_a_chart():
    with Program(sample()) as program:
        bands = chart(program, "months or less")
        first = focus(bands)
        assert first.startswith("12 months or less: "), first
        second = step(bands, "Right")
        assert second != first
        assert step(bands, "Left") == first
        last = step(bands, "End")
        assert last not in (first, second)
        assert step(bands, "Home") == first
        assert "As of" in bands.description and "months" in bands.description


def test_table_twin():
    with Program(sample()) as program:
        bands = chart(program, "months or less")
        spoken = focus(bands).partition(": ")[2].split()[0]
        table = show_table(program)
        words = wait("the rows", lambda: [w for w in cells(table) if w == "12 months or less"] and cells(table))
        row = words.index("12 months or less")
        # The table says of the first band what the chart's mark says.
        assert words[row + 1] == spoken, (words[row:row + 3], spoken)
        for band in ("Over 12, under 36 months", "36 months or more", "Open-ended", "Not recorded"):
            assert band in words, band
        keys("Escape")
        wait("the table to close", lambda: len(program.root.children) == 1)


def save_picture(program, path):
    """Saves the focused chart from its context menu."""
    keys("shift+F10")
    program.press("Save Picture…", role="menu item")
    program.window("Save Picture")
    keys("ctrl+a")
    driver.write(str(path))
    keys("Return")
    return wait(f"{path.name}", lambda: path.exists() and path.stat().st_size > 0 and path.read_bytes())


def test_save_a_picture():
    home = pathlib.Path(os.environ["TENURE_TEST_HOME"])
    with Program(sample()) as program:
        for ending, begins in ((".png", b"\x89PNG\r\n"), (".svg", b"<?xml"), (".pdf", b"%PDF-")):
            focus(chart(program, "months or less"))
            picture = save_picture(program, home / f"terms{ending}")
            assert picture.startswith(begins), picture[:20]
            program.await_front("Save Picture")


def test_why():
    with Program(sample()) as program:
        # A menu button is two buttons of one name; the inner one is pressed.
        button = program.find("push button", "Why? Ends within 12 months", deep=True)
        [*_, inner] = [node for node in driver.walk(button) if node.role == "push button"]
        inner.act()
        program.label("How it is worked out", deep=True)
        rests = program.find("list", "What it rests on", deep=True)
        # Records, each with its amount and the day on which it ends.
        assert any(words.startswith("£") and "31 Mar 2027" in words for words in driver.text_of(rests)), driver.text_of(rests)
        program.find("push button", "Copy", deep=True)
        keys("Escape")
        program.gone("label", "How it is worked out", deep=True)


def test_why_says_where_inputs_came_from():
    """Of a flag: below each input what set it, once the history was read."""
    with Program(sample()) as program:
        program.go(2, "Agreements")
        rows = program.find("tree table", "Agreements").children[1]
        driver.wait("the rows", lambda: len(rows.children) >= 200)
        driver.tab_until("the rows", lambda: any(row.has("focused") for row in rows.children), rows, most=20)
        keys("Home", "Down")
        button = program.find("push button", "Why? Short term", deep=True)
        [*_, inner] = [node for node in driver.walk(button) if node.role == "push button"]
        inner.act()
        rests = program.find("list", "What it rests on", deep=True)
        driver.wait("where they came from", lambda: any(words.startswith("entered on ") for words in driver.text_of(rests)))
        driver.picture("why-origins")
        keys("Escape")


def test_terms():
    """How long funding lasts, what each year agreed, and where terms lie, each with its reasons; the last by what is chosen."""
    with Program(sample()) as program:
        chart(program, "funding relationships")
        assert "SCVO" not in chart(program, "Terms of 12 months or less: ").description
        assert "by size of the provider" in wait("the terms by size", lambda: chart(program, "Median term").description)
        for what, words in [("How long funding lasts", "Half have ended by"), ("Where terms lie", "Together: median")]:
            button = program.find("push button", f"Why? {what}", deep=True)
            [*_, inner] = [node for node in driver.walk(button) if node.role == "push button"]
            inner.act()
            program.find("label", lambda text, words=words: text.startswith(words), deep=True)
            keys("Escape")
            program.gone("label", "How it is worked out", deep=True)


def test_terms_are_grouped_by_what_is_chosen():
    """By keyboard, to the chooser below the chart and back to its marks."""
    with Program(sample()) as program:
        terms = chart(program, "Median term")
        wait("the terms by size", lambda: "by size of the provider" in terms.description)
        choose = program.find("combo box", "Terms by", deep=True)

        def chosen():
            return next((driver.text_of(item) for item in program.all("list item", None, choose, deep=True)
                         if item.has("focused")), None)

        for key, words, first in [("End", "by kind", "Spot purchase"), ("Up", "by purpose", "Project")]:
            driver.tab_until("what terms are grouped by", lambda: choose.children[0].has("focused"), choose, most=200)
            keys("space")
            here = wait("the list", chosen)
            keys(key)
            wait("another one", lambda here=here: chosen() not in (None, here))
            keys("Return")
            wait(f"the terms {words}", lambda words=words: words in terms.description)
            driver.tab_to(terms, "shift+Tab", 5)
            keys("Home")
            wait(f"{first}, not {terms.name}", lambda first=first: terms.name.startswith(f"{first}: "))


def test_timeline():
    with Program(sample()) as program:
        program.go(TIMELINE)
        canvas = chart(program, "a year end")
        first = focus(canvas)
        below = step(canvas, "Down")
        assert below != first
        # The bar that has the keyboard is the record that the inspector shows.
        program.find("label", lambda words: words and words in below and words not in first, deep=True)
        for key in ("plus", "minus", "0", "t", "s", "Page_Down"):
            keys(key)
        last = step(canvas, "End")
        assert last not in (first, below)
        # Enter opens the record where agreements are listed.
        keys("Return")
        wait("the register", lambda: not program.all("image", last))


def test_timeline_behind():
    """What was recorded on an earlier day, asked for by keyboard and by name."""
    with Program(sample()) as program:
        program.go(TIMELINE)
        canvas = chart(program, "a year end")
        program.press("Compare")
        program.fill("As recorded on", "the moon")
        program.press("Show Behind the Bars", deep=True)
        program.find("label", lambda words: words and "the moon" in words, deep=True)
        program.fill("As recorded on", "16 Nov 2026")
        program.press("Show Behind the Bars", deep=True)
        program.find("push button", "Behind: 16 Nov 2026")
        wait("its words", lambda: "as recorded on 16 Nov 2026" in canvas.description)


def test_boards():
    with Program(sample()) as program:
        program.go(BOARDS)
        focus(chart(program, "no seat"))
        keys("Return")
        program.find("push button", "Edit Board")
        program.find("image", lambda words: words.startswith("The VCS has"), deep=True)
        program.find("list", "Share of the board", deep=True)


if __name__ == "__main__":
    driver.main(globals())
